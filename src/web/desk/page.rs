//! The frame of the desk's pages, and what stands there when there is no page. English, as all of
//! the operator's words.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Utc};

use crate::app::App;
use crate::db;
use crate::flows;
use crate::flows::desk::Member;
use crate::flows::refund_order::NotRefunded;
use crate::web::http::assets;

/// What every handler of an order reads: who asks, and the order's number.
pub type OrderRequest = (State<App>, Extension<Member>, Path<String>);

/// What `templates/desk/base.html` needs; every page struct has one as `frame`.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The shop's name.
    pub shop: String,
    /// The page's own title.
    pub title: String,
    /// The stylesheet of the owner's accent.
    pub theme: String,
    /// The icon in 32 pixels.
    pub icon: String,
    /// Who is signed in; nobody at the door.
    pub member: Option<Member>,
    /// The path of the page in the bar above that this one belongs to.
    pub here: &'static str,
    /// Whether pretend money buys real eSIMs.
    pub test: bool,
    /// Whether nothing is sold now.
    pub sales_stopped: bool,
}

/// A page in the bar above: its path and its name.
pub type NavEntry = (&'static str, &'static str);

impl Frame {
    /// Of a page with this title.
    #[must_use]
    pub fn new(
        app: &App,
        member: Option<&Member>,
        here: &'static str,
        title: impl Into<String>,
    ) -> Self {
        Self {
            shop: app.config.shop.shop.name.clone(),
            title: title.into(),
            theme: app.face.theme.clone(),
            icon: app.face.icon_32.clone(),
            member: member.cloned(),
            here,
            test: app.config.test_mode(),
            sales_stopped: app.catalogue.snapshot().sales_stopped,
        }
    }

    /// The address of a file of `static/`.
    #[must_use]
    pub fn asset(&self, name: &'static str) -> &'static str {
        assets::href(name)
    }

    /// Whether a page of the bar is the one that this one belongs to.
    #[must_use]
    pub fn is_here(&self, path: &str) -> bool {
        self.here == path
    }

    /// The pages in the bar above, for this member.
    #[must_use]
    pub fn places(&self) -> Vec<NavEntry> {
        let Some(member) = &self.member else {
            return Vec::new();
        };
        let owners: &[NavEntry] = if member.is_owner() {
            &[
                ("/desk/plans", "Plans"),
                ("/desk/prices", "Prices"),
                ("/desk/books", "Books"),
                ("/desk/people", "People"),
            ]
        } else {
            &[]
        };
        let everybody = [
            ("/desk", "Today"),
            ("/desk/find", "Find"),
            ("/desk/mails", "Mails"),
            ("/desk/webhooks", "Webhooks"),
        ];
        everybody.iter().chain(owners).copied().collect()
    }
}

/// A page from its template.
///
/// # Errors
/// When the template fails.
pub fn page(status: StatusCode, template: &impl Template) -> Result<Response, DeskError> {
    Ok((status, Html(template.render()?)).into_response())
}

/// On to another page of the desk.
///
/// # Errors
/// When the path cannot stand in a header.
pub fn see_other(path: &str) -> Result<Response, DeskError> {
    let mut response = StatusCode::SEE_OTHER.into_response();
    response
        .headers_mut()
        .insert(LOCATION, HeaderValue::from_str(path)?);
    Ok(response)
}

/// To the door.
#[must_use]
pub fn to_sign_in() -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, "/desk/sign-in")]).into_response()
}

/// A time as the desk tells it: by UTC, to the minute.
#[must_use]
pub fn minute(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// There is nothing here.
    #[error("not found")]
    NotFound,
    /// Another site's page sent it.
    #[error("a form of another site")]
    OtherOrigin,
    /// It is the owner's alone.
    #[error("for owners only")]
    OwnersOnly,
    /// It cannot be done, in words for the person.
    #[error("{0}")]
    No(String),
    /// The database failed.
    #[error("the database failed: {0}")]
    Db(#[from] db::Error),
    /// A story broke off.
    #[error(transparent)]
    Flow(#[from] flows::Error),
    /// The page could not be written.
    #[error("a template failed")]
    Template(#[from] askama::Error),
    /// A header could not be written.
    #[error("a header could not be written")]
    Header(#[from] axum::http::header::InvalidHeaderValue),
}

impl From<NotRefunded> for DeskError {
    fn from(error: NotRefunded) -> Self {
        match error {
            NotRefunded::No(why) => Self::No(why),
            NotRefunded::Failed(error) => Self::Flow(error),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/trouble.html")]
struct TroublePage<'a> {
    css: &'static str,
    title: &'a str,
    text: &'a str,
}

impl IntoResponse for DeskError {
    fn into_response(self) -> Response {
        let (status, title, text) = match &self {
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "There is nothing here",
                "Check the order number, or use Find.",
            ),
            Self::OtherOrigin => (
                StatusCode::FORBIDDEN,
                "Sent from another page",
                "The desk takes only forms of its own. Open it at its own address and try again.",
            ),
            Self::OwnersOnly => (
                StatusCode::FORBIDDEN,
                "For owners",
                "Ask an owner of the shop to do this.",
            ),
            Self::No(why) => (StatusCode::CONFLICT, "Nothing was done", why.as_str()),
            Self::Db(_) => (
                StatusCode::SERVICE_UNAVAILABLE,
                "The database does not answer",
                "Nothing was done. Try again in a moment.",
            ),
            Self::Flow(_) => (
                StatusCode::BAD_GATEWAY,
                "That did not work",
                "A partner or the database did not answer. Look at the order before you try again.",
            ),
            Self::Template(_) | Self::Header(_) => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "The page cannot be shown",
                "The log says why.",
            ),
        };
        if status.is_server_error() {
            tracing::error!(error.message = %self, "a page of the desk could not be shown");
        }
        let page = TroublePage {
            css: assets::href("shop.css"),
            title,
            text,
        };
        (
            status,
            Html(page.render().unwrap_or_else(|_| title.to_owned())),
        )
            .into_response()
    }
}

/// For what the desk's own listener does not know.
pub async fn nothing_here() -> Response {
    DeskError::NotFound.into_response()
}
