//! Who is looking: the browser that bought, and the traveller who signed in. Two cookies, of which the database knows only the hashes.

use axum::extract::FromRequestParts;
use axum::http::header::InvalidHeaderValue;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::cookie::CookieJar;
use subtle::ConstantTimeEq;
use url::Url;

use super::fault::Fault;
use crate::app::App;
use crate::db::logins;
use crate::domain::email::EmailAddress;
use crate::domain::token::Token;
use crate::flows::sign_in::SIGN_IN_DAYS;

/// How long a browser remembers that it bought.
const BUYER_DAYS: i64 = 400;

/// The two cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The browser that bought; given at its first checkout.
    Buyer,
    /// A signed-in browser.
    Session,
}

impl Name {
    /// Over https the prefix makes the browser refuse the cookie from anywhere else; over http it could not be set at all.
    fn text(self, public_url: &Url) -> &'static str {
        match (self, is_https(public_url)) {
            (Self::Buyer, true) => "__Host-buyer",
            (Self::Buyer, false) => "buyer",
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
        }
    }

    fn days(self) -> i64 {
        match self {
            Self::Buyer => BUYER_DAYS,
            Self::Session => SIGN_IN_DAYS,
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
pub fn give(name: Name, token: &Token, public_url: &Url) -> Result<HeaderValue, InvalidHeaderValue> {
    built(name, token.expose(), name.days(), public_url)
}

/// The `Set-Cookie` header that makes the browser forget `name`.
///
/// # Errors
/// Never.
pub fn forget(name: Name, public_url: &Url) -> Result<HeaderValue, InvalidHeaderValue> {
    built(name, "", 0, public_url)
}

fn built(name: Name, value: &str, days: i64, public_url: &Url) -> Result<HeaderValue, InvalidHeaderValue> {
    let secure = if is_https(public_url) { "; Secure" } else { "" };
    let seconds = days * 86_400;
    let mut header: HeaderValue =
        format!("{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", name.text(public_url)).parse()?;
    header.set_sensitive(true);
    Ok(header)
}

/// The token in cookie `name`, if the browser sent one that can be ours.
#[must_use]
pub fn token(headers: &HeaderMap, name: Name, public_url: &Url) -> Option<Token> {
    CookieJar::from_headers(headers).get(name.text(public_url)).and_then(|cookie| Token::read(cookie.value()))
}

/// Who is looking at a page. An extractor: it asks the database only when the browser says that it is signed in.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// SHA-256 of the buyer's cookie.
    pub buyer_hash: Option<[u8; 32]>,
    /// Who signed in.
    pub email: Option<EmailAddress>,
}

impl Visitor {
    /// Whether what a browser bought, or what belongs to an address, is this visitor's.
    #[must_use]
    pub fn owns(&self, buyer_hash: &[u8], email: Option<&EmailAddress>) -> bool {
        let bought = self.buyer_hash.is_some_and(|mine| bool::from(mine[..].ct_eq(buyer_hash)));
        bought || (email.is_some() && self.email.as_ref() == email)
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let url = &app.config.public_url;
        let buyer_hash = token(&parts.headers, Name::Buyer, url).map(|t| t.hash());
        let email = match token(&parts.headers, Name::Session, url) {
            Some(session) => logins::signed_in(&app.db, &session.hash(), app.clock.now()).await?,
            None => None,
        };
        Ok(Self { buyer_hash, email })
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
        let header = give(Name::Session, &Token::of([1; 32]), &shop).unwrap();
        let text = header.to_str().unwrap();
        assert!(text.starts_with("__Host-session="));
        for attribute in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=2592000"] {
            assert!(text.contains(attribute), "{text}");
        }
        assert!(header.is_sensitive());
    }

    #[test]
    fn over_http_they_are_plain_and_forgetting_ends_them() {
        let text = forget(Name::Buyer, &url("http://127.0.0.1:8080")).unwrap();
        assert_eq!(text.to_str().unwrap(), "buyer=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    #[test]
    fn a_token_is_read_only_under_its_own_name() {
        let shop = url("https://shop.example");
        let mine = Token::of([1; 32]);
        let mut headers = HeaderMap::new();
        headers.insert("cookie", format!("session={0}; __Host-buyer={0}", mine.expose()).parse().unwrap());
        assert_eq!(token(&headers, Name::Buyer, &shop), Some(mine));
        assert_eq!(token(&headers, Name::Session, &shop), None);
    }

    #[test]
    fn only_the_buyer_or_the_addressee_owns() {
        let (ada, eve) = (EmailAddress::parse("ada@example.com").unwrap(), EmailAddress::parse("eve@example.com").unwrap());
        let nobody = Visitor::default();
        let buyer = Visitor { buyer_hash: Some([1; 32]), email: None };
        let signed_in = Visitor { buyer_hash: None, email: Some(ada.clone()) };
        assert!(buyer.owns(&[1; 32], None) && buyer.owns(&[1; 32], Some(&eve)));
        assert!(!buyer.owns(&[2; 32], Some(&ada)) && !buyer.owns(&[], None));
        assert!(signed_in.owns(&[2; 32], Some(&ada)));
        assert!(!signed_in.owns(&[2; 32], Some(&eve)) && !signed_in.owns(&[2; 32], None));
        assert!(!nobody.owns(&[0; 32], None) && !nobody.owns(&[], Some(&ada)));
    }
}
