//! `GET /help/…`, `GET /devices`: guides, with the phones' own words.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;

use super::language::Here;
use super::layout::Chrome;
use super::respond;
use crate::app::App;
use crate::l10n::Locale;

#[derive(Template)]
#[template(path = "help/index.html")]
struct IndexPage {
    t: Locale,
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/install-iphone.html")]
struct IphonePage {
    t: Locale,
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/install-android.html")]
struct AndroidPage {
    t: Locale,
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/troubleshooting.html")]
struct TroubleshootingPage {
    t: Locale,
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/devices.html")]
struct DevicesPage {
    t: Locale,
    chrome: Chrome,
}

fn serve<T: Template>(
    app: &App,
    here: &Here,
    request: &Request,
    (path, title, about): (&str, &str, &str),
    make: fn(Locale, Chrome) -> T,
) -> Response {
    let (t, snapshot) = (here.t, app.catalogue.snapshot());
    let render = || make(t, Chrome::new(app, here, t.say(title)).described(t.say(about)).at(path).shared(app, &snapshot)).render();
    respond::from_shelf(&snapshot, t, path, request.headers(), respond::HTML, render).unwrap_or_else(|| respond::not_found(app, here))
}

/// All guides.
pub async fn index(State(app): State<App>, here: Here, request: Request) -> Response {
    serve(&app, &here, &request, ("/help", "help-title", "help-description"), |t, chrome| IndexPage { t, chrome })
}

/// Installing on an iPhone.
pub async fn iphone(State(app): State<App>, here: Here, request: Request) -> Response {
    serve(&app, &here, &request, ("/help/install-iphone", "help-iphone", "iphone-description"), |t, chrome| IphonePage { t, chrome })
}

/// Installing on Android.
pub async fn android(State(app): State<App>, here: Here, request: Request) -> Response {
    serve(&app, &here, &request, ("/help/install-android", "help-android", "android-description"), |t, chrome| AndroidPage { t, chrome })
}

/// When something does not work.
pub async fn troubleshooting(State(app): State<App>, here: Here, request: Request) -> Response {
    let about = ("/help/troubleshooting", "trouble-title", "trouble-description");
    serve(&app, &here, &request, about, |t, chrome| TroubleshootingPage { t, chrome })
}

/// Which phones can take an eSIM.
pub async fn devices(State(app): State<App>, here: Here, request: Request) -> Response {
    serve(&app, &here, &request, ("/devices", "devices-title", "devices-description"), |t, chrome| DevicesPage { t, chrome })
}
