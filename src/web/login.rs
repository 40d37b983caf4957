//! Signing in by a mailed link, and out. A link's GET only shows a button, as mail scanners open links.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde::Deserialize;

use super::fault::Fault;
use super::guard::{ClientAddress, SameOrigin};
use super::identity::{self, Name};
use super::language::Here;
use super::layout::Chrome;
use super::private;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::token::Token;
use crate::flows::sign_in::{self, Asked, LINK_MINUTES, SIGN_IN_DAYS};
use crate::l10n::Locale;

/// The sign-in form with what was typed and what was wrong; also shown by the eSIMs' page to who is not signed in.
#[derive(Template)]
#[template(path = "after/login.html")]
pub struct LoginPage<'a> {
    /// In which language.
    pub t: Locale,
    /// Around the page.
    pub chrome: Chrome,
    /// What was typed.
    pub typed: &'a str,
    /// What was wrong with it.
    pub error: Option<String>,
}

/// After the form was sent, whether the address is known or not.
#[derive(Template)]
#[template(path = "after/login_sent.html")]
struct SentPage<'a> {
    t: Locale,
    chrome: Chrome,
    email: &'a str,
    minutes: i64,
}

/// Behind the mailed link: a button, or why there is none.
#[derive(Template)]
#[template(path = "after/login_link.html")]
struct LinkPage<'a> {
    t: Locale,
    chrome: Chrome,
    token: &'a str,
    usable: bool,
}

impl LinkPage<'_> {
    /// How long this browser stays signed in.
    fn days(&self) -> i64 {
        SIGN_IN_DAYS
    }

    /// How long a link works.
    fn minutes(&self) -> i64 {
        LINK_MINUTES
    }
}

/// The title is the key of its words.
fn chrome(app: &App, here: &Here, title: &str) -> Chrome {
    Chrome::new(app, here, here.t.say(title)).noindex()
}

impl<'a> LoginPage<'a> {
    /// The empty form.
    #[must_use]
    pub fn empty(app: &App, here: &Here) -> Self {
        Self { t: here.t, chrome: chrome(app, here, "nav-my-esims"), typed: "", error: None }
    }
}

/// What `POST /login` takes.
#[derive(Deserialize)]
pub struct LoginForm {
    #[serde(default)]
    email: String,
}

/// `GET /login`: a reload after the form was sent.
pub async fn form(here: Here) -> Result<Response, Fault> {
    Ok(private::see_other(here.t, "/my-esims")?)
}

/// `POST /login`: the same answer for known and unknown addresses.
pub async fn ask(
    State(app): State<App>,
    here: Here,
    _: SameOrigin,
    ClientAddress(address): ClientAddress,
    Form(form): Form<LoginForm>,
) -> Result<Response, Fault> {
    let typed = form.email.trim();
    let again = |status, error: &str| {
        private::page(status, &LoginPage { t: here.t, chrome: chrome(&app, &here, "sign-in"), typed, error: Some(here.t.say(error)) })
    };
    let Ok(email) = EmailAddress::parse(typed) else {
        return again(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-type-address");
    };
    match sign_in::ask(&app, address, &email, here.t.code(), app.clock.now()).await? {
        Asked::Accepted => private::page(
            StatusCode::OK,
            &SentPage { t: here.t, chrome: chrome(&app, &here, "sign-in-sent"), email: &email.written(), minutes: LINK_MINUTES },
        ),
        Asked::TooOften => again(StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often"),
    }
}

/// `GET /login/{token}`
pub async fn link(State(app): State<App>, here: Here, Path(token): Path<String>) -> Result<Response, Fault> {
    let usable = Token::read(&token).is_some();
    let status = if usable { StatusCode::OK } else { StatusCode::NOT_FOUND };
    private::page(status, &LinkPage { t: here.t, chrome: chrome(&app, &here, "sign-in"), token: &token, usable })
}

/// `POST /login/{token}`: uses the link up and signs this browser in.
pub async fn enter(State(app): State<App>, here: Here, _: SameOrigin, Path(token): Path<String>) -> Result<Response, Fault> {
    let session = match Token::read(&token) {
        Some(link) => sign_in::use_link(&app, &link, app.clock.now()).await?,
        None => None,
    };
    let Some(session) = session else {
        return private::page(StatusCode::GONE, &LinkPage { t: here.t, chrome: chrome(&app, &here, "sign-in"), token: "", usable: false });
    };
    let mut response = private::see_other(here.t, "/my-esims")?;
    response.headers_mut().append(header::SET_COOKIE, identity::give(Name::Session, &session, &app.config.public_url)?);
    Ok(response)
}

/// `POST /logout`: forgets the visitor, and that this browser bought, as the next person at it may be somebody else.
pub async fn leave(State(app): State<App>, here: Here, _: SameOrigin, headers: HeaderMap) -> Result<Response, Fault> {
    let url = &app.config.public_url;
    if let Some(session) = identity::token(&headers, Name::Session, url) {
        sign_in::leave(&app, &session).await?;
    }
    let mut response = private::see_other(here.t, "/my-esims")?;
    for name in [Name::Session, Name::Buyer] {
        response.headers_mut().append(header::SET_COOKIE, identity::forget(name, url)?);
    }
    Ok(response)
}
