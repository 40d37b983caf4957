//! Who is looking: the browser that bought, and the traveller who signed in. Two cookies, of which the database knows only the hashes.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use subtle::ConstantTimeEq;
use url::Url;

use super::fault::Fault;
use crate::app::App;
use crate::clock;
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

/// The cookie that holds `token`, for a `CookieJar` or a `Set-Cookie` header.
#[must_use]
pub fn cookie(name: Name, token: &Token, public_url: &Url) -> Cookie<'static> {
    built(name, token.expose().to_owned(), public_url, name.days())
}

/// The cookie that makes the browser forget `name`.
#[must_use]
pub fn forget(name: Name, public_url: &Url) -> Cookie<'static> {
    built(name, String::new(), public_url, 0)
}

fn built(name: Name, value: String, public_url: &Url, days: i64) -> Cookie<'static> {
    let mut cookie = Cookie::new(name.text(public_url), value);
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(is_https(public_url));
    cookie.set_max_age(axum_extra::extract::cookie::Expiration::DateTime);
    let _ = days;
    cookie
}

/// The token in cookie `name`, if the browser sent one that can be ours.
#[must_use]
pub fn token(headers: &HeaderMap, name: Name, public_url: &Url) -> Option<Token> {
    CookieJar::from_headers(headers).get(name.text(public_url)).and_then(|cookie| Token::read(cookie.value()))
}
