//! Who is looking: the browser that bought, the traveller who signed in, who came by a key from a
//! mail. Cookies, of which the database knows only the hashes.

use axum::extract::FromRequestParts;
use axum::http::header::InvalidHeaderValue;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::cookie::CookieJar;
use chrono::{DateTime, Utc};
use subtle::ConstantTimeEq;
use url::Url;
use uuid::Uuid;

use super::error::WebError;
use crate::app::App;
use crate::db::order_pages::Whose;
use crate::db::{self, ended_browsers, logins, order_keys};
use crate::flows::sign_in::SIGN_IN_DAYS;
use domain::email::EmailAddress;
use domain::token::Token;

/// How long a browser remembers that it bought.
const BUYER_DAYS: i64 = 400;

/// How long a browser remembers that it asked for a sign-in link: longer than a mail takes.
const ASKED_DAYS: i64 = 1;
/// How many keys one browser keeps: a few orders, each mailed more than once.
const MOST_OPENED: usize = 8;

/// The cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CookieName {
    /// The browser that bought; given at its first checkout.
    Buyer,
    /// A signed-in browser.
    Session,
    /// A browser that asked for a sign-in link.
    Asked,
    /// A browser in which keys from mails were used: their last few, with a dot between.
    Opened,
}

impl CookieName {
    /// Over https the prefix makes the browser refuse the cookie from anywhere else; over http it
    /// could not be set at all.
    fn text(self, public_url: &Url) -> &'static str {
        match (self, is_https(public_url)) {
            (Self::Buyer, true) => "__Host-buyer",
            (Self::Buyer, false) => "buyer",
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Opened, true) => "__Host-opened",
            (Self::Opened, false) => "opened",
            (Self::Asked, true) => "__Host-asked",
            (Self::Asked, false) => "asked",
        }
    }

    fn days(self) -> i64 {
        match self {
            Self::Buyer => BUYER_DAYS,
            Self::Session => SIGN_IN_DAYS,
            Self::Asked => ASKED_DAYS,
            Self::Opened => BUYER_DAYS,
        }
    }
}

fn is_https(public_url: &Url) -> bool {
    public_url.scheme() == "https"
}

/// The `Set-Cookie` header that gives `token` to the browser.
///
/// # Errors
/// Never for a token of ours: it is base64url.
pub fn give(
    name: CookieName,
    token: &Token,
    public_url: &Url,
) -> Result<HeaderValue, InvalidHeaderValue> {
    built(name, token.expose(), name.days(), public_url)
}

/// The `Set-Cookie` header that makes the browser forget `name`.
///
/// # Errors
/// Never.
pub fn forget(name: CookieName, public_url: &Url) -> Result<HeaderValue, InvalidHeaderValue> {
    built(name, "", 0, public_url)
}

fn built(
    name: CookieName,
    value: &str,
    days: i64,
    public_url: &Url,
) -> Result<HeaderValue, InvalidHeaderValue> {
    let secure = if is_https(public_url) { "; Secure" } else { "" };
    let seconds = days * 86_400;
    let mut header: HeaderValue = format!(
        "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
        name.text(public_url)
    )
    .parse()?;
    header.set_sensitive(true);
    Ok(header)
}

/// The token in cookie `name`, if the browser sent one that can be ours.
#[must_use]
pub fn token(headers: &HeaderMap, name: CookieName, public_url: &Url) -> Option<Token> {
    CookieJar::from_headers(headers)
        .get(name.text(public_url))
        .and_then(|cookie| Token::read(cookie.value()))
}

/// The keys that were used in this browser, the newest first.
fn opened(headers: &HeaderMap, public_url: &Url) -> Vec<Token> {
    let jar = CookieJar::from_headers(headers);
    let cookie = jar.get(CookieName::Opened.text(public_url));
    cookie
        .into_iter()
        .flat_map(|cookie| cookie.value().split('.'))
        .filter_map(Token::read)
        .take(MOST_OPENED)
        .collect()
}

/// The `Set-Cookie` header that adds a key to those that were used in this browser.
///
/// # Errors
/// Never for tokens of ours.
pub fn remember_key(
    headers: &HeaderMap,
    key: &Token,
    public_url: &Url,
) -> Result<HeaderValue, InvalidHeaderValue> {
    let mut all = opened(headers, public_url);
    all.retain(|known| known != key);
    all.insert(0, key.clone());
    let value: Vec<&str> = all.iter().take(MOST_OPENED).map(Token::expose).collect();
    built(
        CookieName::Opened,
        &value.join("."),
        CookieName::Opened.days(),
        public_url,
    )
}

/// The cookie that a browser buys with: the one it has, or a fresh one where it has none or has
/// signed out with it.
///
/// # Errors
/// The database's.
pub async fn buyer(app: &App, headers: &HeaderMap) -> Result<Token, db::Error> {
    if let Some(known) = token(headers, CookieName::Buyer, &app.config.public_url)
        && !ended_browsers::contains(&app.db, &known.hash()).await?
    {
        return Ok(known);
    }
    Ok(Token::of(rand::random()))
}

/// Who is looking at a page. An extractor: it asks the database only when the browser says that it
/// is signed in, or that it bought.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// When.
    now: DateTime<Utc>,
    /// SHA-256 of the buyer's cookie.
    pub buyer_hash: Option<[u8; 32]>,
    /// Who signed in.
    pub email: Option<EmailAddress>,
    /// Orders whose key from a mail was used here.
    opened: Vec<Uuid>,
}

impl Visitor {
    /// Whether this visitor may see an order's codes, guides and use, and top up: who owns it, and
    /// who came by a key from its mail. All that moves money back or hands something over is for
    /// [`Visitor::owns`].
    #[must_use]
    pub fn sees(&self, order_id: Uuid, whose: &Whose<'_>) -> bool {
        self.owns(whose) || (self.opened.contains(&order_id) && self.now < whose.browser_until)
    }

    /// Whether what a browser bought, or what belongs to an address, is this visitor's.
    #[must_use]
    pub fn owns(&self, whose: &Whose<'_>) -> bool {
        let bought = self
            .buyer_hash
            .is_some_and(|mine| bool::from(mine[..].ct_eq(whose.buyer_hash)));
        (bought && self.now < whose.browser_until)
            || (whose.email.is_some() && self.email.as_ref() == whose.email)
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let url = &app.config.public_url;
        let now = app.clock.now();
        let mut buyer_hash = token(&parts.headers, CookieName::Buyer, url).map(|t| t.hash());
        if let Some(hash) = &buyer_hash
            && ended_browsers::contains(&app.db, hash).await?
        {
            buyer_hash = None;
        }
        let email = match token(&parts.headers, CookieName::Session, url) {
            Some(session) => logins::signed_in(&app.db, &session.hash(), now).await?,
            None => None,
        };
        let keys: Vec<Vec<u8>> = opened(&parts.headers, url)
            .iter()
            .map(|key| key.hash().to_vec())
            .collect();
        let opened = if keys.is_empty() {
            Vec::new()
        } else {
            order_keys::opened_by(&app.db, &keys).await?
        };
        Ok(Self {
            now,
            buyer_hash,
            email,
            opened,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn over_https_the_cookies_are_bound_to_the_host() {
        let shop = url("https://shop.example");
        let header = give(CookieName::Session, &Token::of([1; 32]), &shop).unwrap();
        let text = header.to_str().unwrap();
        assert!(text.starts_with("__Host-session="));
        for attribute in [
            "Path=/",
            "HttpOnly",
            "SameSite=Lax",
            "Secure",
            "Max-Age=2592000",
        ] {
            assert!(text.contains(attribute), "{text}");
        }
        assert!(header.is_sensitive());
    }

    #[test]
    fn over_http_they_are_plain_and_forgetting_ends_them() {
        let text = forget(CookieName::Buyer, &url("http://127.0.0.1:8080")).unwrap();
        assert_eq!(
            text.to_str().unwrap(),
            "buyer=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
        );
    }

    #[test]
    fn a_token_is_read_only_under_its_own_name() {
        let shop = url("https://shop.example");
        let mine = Token::of([1; 32]);
        let mut headers = HeaderMap::new();
        headers.insert(
            "cookie",
            format!("session={0}; __Host-buyer={0}", mine.expose())
                .parse()
                .unwrap(),
        );
        assert_eq!(token(&headers, CookieName::Buyer, &shop), Some(mine));
        assert_eq!(token(&headers, CookieName::Session, &shop), None);
    }

    fn until() -> DateTime<Utc> {
        "2026-11-28T10:00:00Z".parse().unwrap()
    }

    fn nobody() -> Visitor {
        Visitor {
            now: until() - chrono::TimeDelta::seconds(1),
            ..Visitor::default()
        }
    }

    fn ada() -> EmailAddress {
        EmailAddress::parse("ada@example.com").unwrap()
    }

    #[test]
    fn only_the_buyer_or_the_addressee_owns() {
        let (ada, eve) = (ada(), EmailAddress::parse("eve@example.com").unwrap());
        let buyer = Visitor {
            buyer_hash: Some([1; 32]),
            ..nobody()
        };
        let signed_in = Visitor {
            email: Some(ada.clone()),
            ..nobody()
        };
        let owns = |who: &Visitor, buyer_hash: &[u8], email| {
            who.owns(&Whose {
                buyer_hash,
                browser_until: until(),
                email,
            })
        };
        assert!(owns(&buyer, &[1; 32], None) && owns(&buyer, &[1; 32], Some(&eve)));
        assert!(!owns(&buyer, &[2; 32], Some(&ada)) && !owns(&buyer, &[], None));
        assert!(owns(&signed_in, &[2; 32], Some(&ada)));
        assert!(!owns(&signed_in, &[2; 32], Some(&eve)) && !owns(&signed_in, &[2; 32], None));
        assert!(!owns(&nobody(), &[0; 32], None) && !owns(&nobody(), &[], Some(&ada)));
        let late = |who: &Visitor| {
            let who = Visitor {
                now: until(),
                ..who.clone()
            };
            owns(&who, &[1; 32], Some(&ada))
        };
        assert!(
            !late(&buyer) && late(&signed_in),
            "a browser's right ends, the traveller's does not"
        );
    }

    #[test]
    fn a_key_from_the_mail_shows_one_order_and_owns_none() {
        let (ada, order) = (ada(), Uuid::from_u128(1));
        let by_key = Visitor {
            opened: vec![order],
            ..nobody()
        };
        let whose = Whose {
            buyer_hash: &[1; 32],
            browser_until: until(),
            email: Some(&ada),
        };
        assert!(
            by_key.sees(order, &whose)
                && !by_key.owns(&whose)
                && !by_key.sees(Uuid::from_u128(2), &whose)
        );
        let late = Visitor {
            now: until(),
            ..by_key
        };
        assert!(!late.sees(order, &whose), "a key's right ends as well");
    }
}
