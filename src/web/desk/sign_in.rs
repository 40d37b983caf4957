//! Signing in at the desk: an address, the mailed link, the phone's code; and out. Whether an
//! address may enter is told to nobody.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use super::door::Cookie;
use super::page::{DeskError, Frame, minute, page, see_other};
use crate::app::App;
use crate::flows::desk::{self, Entered, Member};
use crate::web::http::client_address::ClientAddress;
use crate::web::http::form::Form;
use crate::web::http::security_log::{self, SecurityEvent};
use domain::desk::LINK;
use domain::email::EmailAddress;
use domain::token::Token;

/// Where one begins.
#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignInPage<'a> {
    frame: Frame,
    typed: &'a str,
    error: Option<&'a str>,
    /// Whether the form was sent.
    sent: bool,
}

impl SignInPage<'_> {
    /// How long a link works.
    fn minutes(&self) -> i64 {
        LINK.num_minutes()
    }
}

/// Behind the mailed link.
#[derive(Template)]
#[template(path = "desk/code.html")]
struct CodePage<'a> {
    frame: Frame,
    token: &'a str,
    error: Option<String>,
}

fn frame(app: &App) -> Frame {
    Frame::new(app, None, "", "Sign in at the desk")
}

/// `GET /desk/sign-in`
pub async fn form(State(app): State<App>) -> Result<Response, DeskError> {
    page(
        StatusCode::OK,
        &SignInPage {
            frame: frame(&app),
            typed: "",
            error: None,
            sent: false,
        },
    )
}

/// `POST /desk/sign-in`: the same answer whoever is asked for.
pub async fn ask(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, DeskError> {
    let typed = form.field("email");
    let Ok(address) = EmailAddress::parse(typed) else {
        let error = Some("Type your email address, like olga@example.com.");
        return page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &SignInPage {
                frame: frame(&app),
                typed,
                error,
                sent: false,
            },
        );
    };
    let url = &app.config.desk_url;
    let browser = Cookie::Asked
        .read(&headers, url)
        .unwrap_or_else(|| Token::of(rand::random()));
    security_log::note(SecurityEvent::DeskAsked);
    if !desk::ask(&app, client.0, &address, &browser, app.clock.now()).await? {
        security_log::note(SecurityEvent::LimitReached("links to the desk"));
    }
    let mut response = page(
        StatusCode::OK,
        &SignInPage {
            frame: frame(&app),
            typed,
            error: None,
            sent: true,
        },
    )?;
    response
        .headers_mut()
        .append(header::SET_COOKIE, Cookie::Asked.give(Some(&browser), url)?);
    Ok(response)
}

/// `GET /desk/sign-in/{token}`: uses nothing up, as mail scanners open links. Which browser asked
/// is looked at when the form is sent: one that comes from a page of webmail sends no strict
/// cookie.
pub async fn link(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, DeskError> {
    let good = match Token::read(&token) {
        Some(link) => desk::link_is_good(&app, &link, app.clock.now()).await?,
        None => false,
    };
    if !good {
        return refused(&app);
    }
    page(
        StatusCode::OK,
        &CodePage {
            frame: frame(&app),
            token: &token,
            error: None,
        },
    )
}

/// `POST /desk/sign-in/{token}`: both factors at once.
pub async fn enter(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, DeskError> {
    let url = &app.config.desk_url;
    let Some(link) = Token::read(&token) else {
        return refused(&app);
    };
    let browser = Cookie::Asked.read(&headers, url);
    let error = match desk::enter(
        &app,
        &link,
        browser.as_ref(),
        form.field("code"),
        app.clock.now(),
    )
    .await?
    {
        Entered::In(session) => {
            security_log::note(SecurityEvent::DeskEntered);
            if let Some(before) = Cookie::Session.read(&headers, url) {
                desk::leave(&app, &before).await?;
            }
            let mut response = see_other("/desk")?;
            response.headers_mut().append(
                header::SET_COOKIE,
                Cookie::Session.give(Some(&session), url)?,
            );
            response
                .headers_mut()
                .append(header::SET_COOKIE, Cookie::Asked.give(None, url)?);
            return Ok(response);
        }
        Entered::BadLink => return refused(&app),
        Entered::WrongCode => {
            "That code is not right, or it was used before. Wait for the next one.".to_owned()
        }
        Entered::Paused(until) => format!(
            "Too many wrong codes. No code is accepted before {}.",
            minute(until)
        ),
    };
    security_log::note(SecurityEvent::DeskRefused);
    page(
        StatusCode::UNPROCESSABLE_ENTITY,
        &CodePage {
            frame: frame(&app),
            token: &token,
            error: Some(error),
        },
    )
}

fn refused(app: &App) -> Result<Response, DeskError> {
    security_log::note(SecurityEvent::DeskRefused);
    let error = Some(
        "This link was used, is too old, or was asked for in another browser. Ask for a new one \
         here.",
    );
    page(
        StatusCode::GONE,
        &SignInPage {
            frame: frame(app),
            typed: "",
            error,
            sent: false,
        },
    )
}

/// `POST /desk/sign-out`
pub async fn leave(
    State(app): State<App>,
    Extension(_member): Extension<Member>,
    headers: HeaderMap,
) -> Result<Response, DeskError> {
    let url = &app.config.desk_url;
    if let Some(session) = Cookie::Session.read(&headers, url) {
        desk::leave(&app, &session).await?;
    }
    security_log::note(SecurityEvent::SignedOut);
    let mut response = see_other("/desk/sign-in")?;
    response
        .headers_mut()
        .append(header::SET_COOKIE, Cookie::Session.give(None, url)?);
    Ok(response)
}
