//! What is shown instead of a page: that nothing is there, or why it cannot be shown.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use super::Chrome;
use crate::app::App;
use crate::flows::sign_in;
use crate::l10n::Locale;
use crate::web::http::error::ErrorWords;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::response;

#[derive(Template)]
#[template(path = "not_found.html")]
struct NotFoundPage {
    t: Locale,
    chrome: Chrome,
}

/// 404, with a way on.
pub fn not_found(app: &App, here: &RequestLocale) -> Response {
    let chrome = Chrome::new(app, here, here.t.say("not-found-title")).noindex();
    response::page(StatusCode::NOT_FOUND, &NotFoundPage { t: here.t, chrome })
}

/// The page itself.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    t: Locale,
    chrome: Chrome,
    words: ErrorWords,
    /// Where a sign-in that begins here leads back to; empty for the list.
    return_to: String,
}

/// Puts the shop's frame around an error that a handler or an extractor answered with.
pub async fn frame(
    State(app): State<App>,
    here: RequestLocale,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let Some(words) = response.extensions().get::<ErrorWords>().copied() else {
        return response;
    };
    let return_to = sign_in::return_path(&here.path)
        .unwrap_or_default()
        .to_owned();
    let page = ErrorPage {
        t: here.t,
        chrome: Chrome::new(&app, &here, here.t.say(words.title)).noindex(),
        words,
        return_to,
    };
    private::page(response.status(), &page).unwrap_or(response)
}
