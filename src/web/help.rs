//! `GET /help/…`, `GET /devices`: guides, with the phones' own words.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;

use super::layout::Chrome;
use super::respond;
use crate::app::App;

#[derive(Template)]
#[template(path = "help/index.html")]
struct IndexPage {
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/install-iphone.html")]
struct IphonePage {
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/install-android.html")]
struct AndroidPage {
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/troubleshooting.html")]
struct TroubleshootingPage {
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "help/devices.html")]
struct DevicesPage {
    chrome: Chrome,
}

fn serve<T: Template>(app: &App, request: &Request, path: &'static str, title: &str, about: &str, make: fn(Chrome) -> T) -> Response {
    let snapshot = app.catalogue.snapshot();
    let render = || make(Chrome::new(app, title).described(about).at(path)).render();
    respond::from_shelf(&snapshot, path, request.headers(), respond::HTML, render).unwrap_or_else(|| respond::not_found(app))
}

/// All guides.
pub async fn index(State(app): State<App>, request: Request) -> Response {
    let about = "How to install and start your eSIM, and what to do when something does not work.";
    serve(&app, &request, "/help", "Help", about, |chrome| IndexPage { chrome })
}

/// Installing on an iPhone.
pub async fn iphone(State(app): State<App>, request: Request) -> Response {
    let about = "Install and start a travel eSIM on an iPhone, step by step.";
    serve(&app, &request, "/help/install-iphone", "Install on iPhone", about, |chrome| IphonePage { chrome })
}

/// Installing on Android.
pub async fn android(State(app): State<App>, request: Request) -> Response {
    let about = "Install and start a travel eSIM on Pixel, Samsung and other Android phones, step by step.";
    serve(&app, &request, "/help/install-android", "Install on Android", about, |chrome| AndroidPage { chrome })
}

/// When something does not work.
pub async fn troubleshooting(State(app): State<App>, request: Request) -> Response {
    let about = "The messages that phones show when an eSIM does not work, what they mean, and what to do.";
    serve(&app, &request, "/help/troubleshooting", "When something does not work", about, |chrome| TroubleshootingPage { chrome })
}

/// Which phones can take an eSIM.
pub async fn devices(State(app): State<App>, request: Request) -> Response {
    let about = "Check in ten seconds whether your phone can use an eSIM.";
    serve(&app, &request, "/devices", "Will it work on my phone?", about, |chrome| DevicesPage { chrome })
}
