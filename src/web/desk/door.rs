//! The desk's door: what every answer wears, whose forms are taken, who is inside and as what.
//! Decides; changes nothing.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, InvalidHeaderValue, REFERRER_POLICY, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use url::Url;

use super::page::{self, DeskError};
use crate::app::App;
use crate::flows::desk::{self, Member};
use crate::web::http::security_log::{self, SecurityEvent};
use domain::desk::{IDLE, SESSION};
use domain::token::Token;

/// The desk runs no script, and nothing of it is shown elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// The desk's cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// Somebody who is signed in.
    Session,
    /// A browser that asked for a link.
    Asked,
}

impl Cookie {
    /// Over https the prefix makes the browser refuse the cookie from anywhere else; over http it
    /// could not be set at all.
    fn name(self, desk: &Url) -> &'static str {
        match (self, desk.scheme() == "https") {
            (Self::Session, true) => "__Host-desk",
            (Self::Session, false) => "desk",
            (Self::Asked, true) => "__Host-desk-asked",
            (Self::Asked, false) => "desk-asked",
        }
    }

    /// The token in it, if the browser sent one that can be ours.
    #[must_use]
    pub fn read(self, headers: &HeaderMap, desk: &Url) -> Option<Token> {
        CookieJar::from_headers(headers)
            .get(self.name(desk))
            .and_then(|cookie| Token::read(cookie.value()))
    }

    /// The header that gives it to the browser; without a token the browser forgets it.
    ///
    /// # Errors
    /// Never for a token of ours: it is base64url.
    pub fn give(
        self,
        token: Option<&Token>,
        desk: &Url,
    ) -> Result<HeaderValue, InvalidHeaderValue> {
        // A mail may take its time; its link counts from when it was sent.
        let lasts = if self == Self::Session { SESSION } else { IDLE };
        let (value, seconds) = token.map_or(("", 0), |token| (token.expose(), lasts.num_seconds()));
        let secure = if desk.scheme() == "https" {
            "; Secure"
        } else {
            ""
        };
        let text = format!(
            "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}",
            self.name(desk)
        );
        let mut header: HeaderValue = text.parse()?;
        header.set_sensitive(true);
        Ok(header)
    }
}

/// What every answer of the desk wears.
pub async fn dress(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(VARY, HeaderValue::from_static("Cookie"));
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow"),
    );
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
    response
}

/// Refuses what another origin's page sends or embeds. A link that somebody follows to the desk is
/// let in.
pub async fn own_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    if is_own(request.method(), request.headers(), &app.config.desk_url) {
        return next.run(request).await;
    }
    security_log::note(SecurityEvent::OtherOrigin);
    DeskError::OtherOrigin.into_response()
}

/// Whether a page of the desk's own origin sent it, or nobody's page. A form must prove it: every
/// browser says where a form comes from.
fn is_own(method: &Method, headers: &HeaderMap, desk: &Url) -> bool {
    let said = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    let site = said("sec-fetch-site");
    if method == Method::GET || method == Method::HEAD {
        let followed = said("sec-fetch-mode") == Some(b"navigate")
            && said("sec-fetch-dest").is_none_or(|dest| dest == b"document");
        return followed || site.is_none_or(|site| site == b"same-origin" || site == b"none");
    }
    let ours = desk.origin().ascii_serialization();
    let origin = said("origin").map(|origin| origin == ours.as_bytes());
    match site {
        Some(site) => site == b"same-origin" && origin != Some(false),
        None => origin == Some(true),
    }
}

/// Lets in who proved both factors, and says to the handlers who it is.
pub async fn both_factors(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(session) = Cookie::Session.read(request.headers(), &app.config.desk_url) else {
        return page::to_sign_in();
    };
    match desk::member(&app, &session, app.clock.now()).await {
        Ok(Some(member)) => {
            request.extensions_mut().insert(member);
            next.run(request).await
        }
        Ok(None) => page::to_sign_in(),
        Err(error) => DeskError::from(error).into_response(),
    }
}

/// Lets owners in.
pub async fn owners_only(request: Request, next: Next) -> Response {
    if request
        .extensions()
        .get::<Member>()
        .is_some_and(Member::is_owner)
    {
        return next.run(request).await;
    }
    DeskError::OwnersOnly.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(method: &Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        is_own(method, &headers, &"https://desk.example".parse().unwrap())
    }

    #[test]
    fn a_form_must_prove_that_it_is_the_desks() {
        let post = |pairs| own(&Method::POST, pairs);
        assert!(post(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://desk.example")
        ]));
        assert!(
            post(&[("sec-fetch-site", "same-origin")])
                && post(&[("origin", "https://desk.example")])
        );
        for refused in [
            &[][..],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "cross-site")],
            &[
                ("sec-fetch-site", "same-site"),
                ("origin", "https://desk.example"),
            ],
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "https://evil.example"),
            ],
            &[("origin", "null")],
            &[("origin", "http://desk.example")],
            &[("origin", "https://desk.example.evil.example")],
            &[("origin", "https://desk.example:8443")],
            &[("referer", "https://desk.example/desk")],
            &[
                ("host", "desk.example"),
                ("x-forwarded-host", "desk.example"),
            ],
        ] {
            assert!(!post(refused), "{refused:?}");
        }
        assert!(
            !own(&Method::PUT, &[]) && !own(&Method::DELETE, &[("sec-fetch-site", "cross-site")])
        );
    }

    #[test]
    fn a_link_may_be_followed_and_nothing_embedded() {
        let get = |pairs| own(&Method::GET, pairs);
        assert!(
            get(&[])
                && get(&[("sec-fetch-site", "none")])
                && get(&[
                    ("sec-fetch-site", "same-origin"),
                    ("sec-fetch-mode", "no-cors")
                ])
        );
        assert!(get(&[
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document")
        ]));
        for embedded in [
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "no-cors"),
            ][..],
            &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "cors")],
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "websocket"),
            ],
        ] {
            assert!(!get(embedded), "{embedded:?}");
        }
        assert!(!get(&[
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "iframe")
        ]));
        assert!(!get(&[("sec-fetch-site", "same-site")]));
    }

    #[test]
    fn cookies_are_bound_to_the_host_over_https_and_sent_to_no_other_sites_page() {
        let token = Token::of([1; 32]);
        let text = |cookie: Cookie, token: Option<&Token>, desk: &str| {
            let header = cookie.give(token, &desk.parse().unwrap()).unwrap();
            assert!(header.is_sensitive());
            header.to_str().unwrap().to_owned()
        };
        let given = text(Cookie::Session, Some(&token), "https://desk.example");
        assert_eq!(
            given,
            format!(
                "__Host-desk={}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure",
                token.expose()
            )
        );
        assert!(
            text(Cookie::Asked, Some(&token), "https://desk.example")
                .starts_with("__Host-desk-asked=")
        );
        assert_eq!(
            text(Cookie::Session, None, "http://127.0.0.1:8081"),
            "desk=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"
        );
    }
}
