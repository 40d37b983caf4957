//! Signing in by a mailed link, and out. A link's GET only shows a button, as mail scanners open
//! links.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use crate::app::App;
use crate::flows::sign_in::{self, Asked, Asking, LINK_MINUTES, Link, SIGN_IN_DAYS};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::auth::{self, CookieName};
use crate::web::http::client_address::ClientAddress;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;
use domain::email::EmailAddress;
use domain::token::Token;

/// The sign-in form with what was typed and what was wrong; also shown by the eSIMs' page to who is
/// not signed in.
#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub struct LoginPage<'a> {
    /// In which language.
    pub t: Locale,
    /// Around the page.
    pub chrome: Chrome,
    /// What was typed.
    pub typed: &'a str,
    /// What was wrong with it.
    pub error: Option<String>,
    /// Where it leads back to; empty for the list.
    pub return_to: &'a str,
}

/// After the form was sent, whether the address is known or not.
#[derive(Template)]
#[template(path = "account/sign_in_sent.html")]
struct SentPage<'a> {
    t: Locale,
    chrome: Chrome,
    email: &'a str,
    minutes: i64,
}

/// Behind the mailed link: a button, or why there is none.
#[derive(Template)]
#[template(path = "account/sign_in_link.html")]
struct LinkPage<'a> {
    t: Locale,
    chrome: Chrome,
    token: &'a str,
    usable: bool,
    /// Whether another browser asked for it.
    elsewhere: bool,
}

impl LoginPage<'_> {
    fn errors(&self) -> Vec<(&'static str, &str)> {
        self.error
            .as_deref()
            .map(|error| ("email", error))
            .into_iter()
            .collect()
    }
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
fn chrome(app: &App, here: &RequestLocale, title: &str) -> Chrome {
    Chrome::new(app, here, here.t.say(title)).noindex()
}

impl<'a> LoginPage<'a> {
    /// The empty form.
    #[must_use]
    pub fn empty(app: &App, here: &RequestLocale) -> Self {
        Self {
            t: here.t,
            chrome: chrome(app, here, "nav-my-esims"),
            typed: "",
            error: None,
            return_to: "",
        }
    }
}

/// `GET /login`: a reload after the form was sent.
pub async fn form(here: RequestLocale) -> Result<Response, WebError> {
    Ok(private::see_other(here.t, Routes::MY_ESIMS)?)
}

/// `POST /login`: the same answer for known and unknown addresses.
pub async fn ask(
    State(app): State<App>,
    here: RequestLocale,
    _: SameOrigin,
    client: ClientAddress,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let typed = form.field("email");
    let return_to = sign_in::return_path(form.field("return_to"));
    let Ok(email) = EmailAddress::parse(typed) else {
        let error = Some(here.t.say("sign-in-type-address"));
        let chrome = chrome(&app, &here, "sign-in").refused();
        let page = LoginPage {
            t: here.t,
            chrome,
            typed,
            error,
            return_to: return_to.unwrap_or_default(),
        };
        return private::page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let browser = auth::token(&headers, CookieName::Asked, &app.config.public_url)
        .unwrap_or_else(|| Token::of(rand::random()));
    security_log::note(SecurityEvent::SignInAsked);
    let asking = Asking {
        from: client.0,
        email: &email,
        browser: &browser,
        locale: here.t.code(),
        return_to,
    };
    if sign_in::ask(&app, &asking, app.clock.now()).await? == Asked::TooOften {
        security_log::note(SecurityEvent::LimitReached("sign-in links"));
    }
    let chrome = chrome(&app, &here, "sign-in-sent");
    let mut response = private::page(
        StatusCode::OK,
        &SentPage {
            t: here.t,
            chrome,
            email: &email.written(),
            minutes: LINK_MINUTES,
        },
    )?;
    response.headers_mut().append(
        header::SET_COOKIE,
        auth::give(CookieName::Asked, &browser, &app.config.public_url)?,
    );
    Ok(response)
}

/// `GET /login/{token}`: uses nothing up.
pub async fn link(
    State(app): State<App>,
    here: RequestLocale,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let browser = auth::token(&headers, CookieName::Asked, &app.config.public_url);
    let Some(link) = Token::read(&token) else {
        return bad_link(&app, &here, StatusCode::NOT_FOUND);
    };
    let elsewhere =
        match sign_in::look_at_link(&app, &link, browser.as_ref(), app.clock.now()).await? {
            Link::Bad => return bad_link(&app, &here, StatusCode::GONE),
            Link::Good => false,
            Link::AskedElsewhere => true,
        };
    let chrome = chrome(&app, &here, "sign-in");
    private::page(
        StatusCode::OK,
        &LinkPage {
            t: here.t,
            chrome,
            token: &token,
            usable: true,
            elsewhere,
        },
    )
}

fn bad_link(app: &App, here: &RequestLocale, status: StatusCode) -> Result<Response, WebError> {
    let chrome = chrome(app, here, "sign-in");
    private::page(
        status,
        &LinkPage {
            t: here.t,
            chrome,
            token: "",
            usable: false,
            elsewhere: false,
        },
    )
}

/// `POST /login/{token}`: uses the link up and signs this browser in.
pub async fn enter(
    State(app): State<App>,
    here: RequestLocale,
    _: SameOrigin,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let signed_in = match Token::read(&token) {
        Some(link) => sign_in::use_link(&app, &link, app.clock.now()).await?,
        None => None,
    };
    let Some(signed_in) = signed_in else {
        security_log::note(SecurityEvent::LinkRefused);
        return bad_link(&app, &here, StatusCode::GONE);
    };
    security_log::note(SecurityEvent::LinkUsed);
    let mut response = private::see_other(
        here.t,
        signed_in.return_to.as_deref().unwrap_or(Routes::MY_ESIMS),
    )?;
    response.headers_mut().append(
        header::SET_COOKIE,
        auth::give(
            CookieName::Session,
            &signed_in.session,
            &app.config.public_url,
        )?,
    );
    Ok(response)
}

/// `POST /logout`: forgets the visitor, and that this browser bought, as the next person at it may
/// be somebody else. With `everywhere=yes` it does so for every browser of the traveller's.
pub async fn leave(
    State(app): State<App>,
    here: RequestLocale,
    _: SameOrigin,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let url = &app.config.public_url;
    let (session, buyer) = (
        auth::token(&headers, CookieName::Session, url),
        auth::token(&headers, CookieName::Buyer, url),
    );
    let everywhere = form.field("everywhere") == "yes";
    sign_in::leave(
        &app,
        session.as_ref(),
        buyer.as_ref(),
        everywhere,
        app.clock.now(),
    )
    .await?;
    security_log::note(SecurityEvent::SignedOut);
    let mut response = private::see_other(here.t, Routes::MY_ESIMS)?;
    for name in [CookieName::Session, CookieName::Buyer, CookieName::Opened] {
        response
            .headers_mut()
            .append(header::SET_COOKIE, auth::forget(name, url)?);
    }
    Ok(response)
}
