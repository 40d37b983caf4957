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
    path: &'static str,
    title: &str,
    about: &str,
    make: fn(Locale, Chrome) -> T,
) -> Response {
    let snapshot = app.catalogue.snapshot();
    let render = || make(here.t, Chrome::new(app, here, title).described(about).at(path)).render();
    respond::from_shelf(&snapshot, here.t, path, request.headers(), respond::HTML, render).unwrap_or_else(|| respond::not_found(app, here))
}

/// All guides.
pub async fn index(State(app): State<App>, here: Here, request: Request) -> Response {
    let about = "How to install and start your eSIM, and what to do when something does not work.";
    serve(&app, &here, &request, "/help", "Help", about, |t, chrome| IndexPage { t, chrome })
}

/// Installing on an iPhone.
pub async fn iphone(State(app): State<App>, here: Here, request: Request) -> Response {
    let about = "Install and start a travel eSIM on an iPhone, step by step.";
    serve(&app, &here, &request, "/help/install-iphone", "Install on iPhone", about, |t, chrome| IphonePage { t, chrome })
}

/// Installing on Android.
pub async fn android(State(app): State<App>, here: Here, request: Request) -> Response {
    let about = "Install and start a travel eSIM on Pixel, Samsung and other Android phones, step by step.";
    serve(&app, &here, &request, "/help/install-android", "Install on Android", about, |t, chrome| AndroidPage { t, chrome })
}

/// When something does not work.
pub async fn troubleshooting(State(app): State<App>, here: Here, request: Request) -> Response {
    let about = "The messages that phones show when an eSIM does not work, what they mean, and what to do.";
    serve(&app, &here, &request, "/help/troubleshooting", "When something does not work", about, |t, chrome| TroubleshootingPage {
        t,
        chrome,
    })
}

/// Which phones can take an eSIM.
pub async fn devices(State(app): State<App>, here: Here, request: Request) -> Response {
    let about = "Check in ten seconds whether your phone can use an eSIM.";
    serve(&app, &here, &request, "/devices", "Will it work on my phone?", about, |t, chrome| DevicesPage { t, chrome })
}
