//! The routes of the shelf: everything a traveller sees before paying. Served from memory; sets no
//! cookie.

mod board;
mod buy_form;
mod buyer;
pub mod checkout;
pub mod choice;
mod choice_form;
mod comparison;
mod destination;
mod destinations;
mod discount;
mod discount_code;
mod help;
mod home;
mod one_box;
mod pay;
mod plan;
mod policies;
mod recommendation;
pub mod referral;
mod robots;
mod search;
mod styleguide;
mod trip;
mod trip_ways;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use crate::app::App;
use crate::web::http::assets;
use crate::web::http::locale::RequestLocale;
use crate::web::layout::error_page;
use crate::web::layout::share_image;

/// The catalogue's part of the site map.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/destinations", get(destinations::show))
        .route("/search", get(search::show))
        .route("/suggest", get(search::suggest))
        .route("/trip", get(trip::show))
        .route("/esim/{slug}", get(destination::show))
        .route("/plans/{product_id}", get(plan::show))
        .route("/styleguide", get(styleguide::show))
        .route("/devices", get(help::devices))
        .route("/help", get(help::index))
        .route("/help/install-iphone", get(help::iphone))
        .route("/help/install-samsung", get(help::samsung))
        .route("/help/install-pixel", get(help::pixel))
        .route("/help/install-android", get(help::android))
        .route("/help/troubleshooting", get(help::troubleshooting))
        .route("/help/data", get(help::data))
        .route("/terms", get(policies::terms))
        .route("/privacy", get(policies::privacy))
        .route("/refunds", get(policies::refunds))
        .route("/imprint", get(policies::imprint))
        .route("/accessibility", get(policies::accessibility))
        .route("/.well-known/security.txt", get(robots::security))
        .route("/sitemap.xml", get(robots::sitemap))
        .route("/robots.txt", get(robots::robots))
        .route("/favicon.ico", get(assets::favicon))
        .route("/static/social/{file}", get(share_image::show))
        .route("/static/{*path}", get(assets::file))
}

/// For whatever no route knows: an address with a slash too many is sent on, anything else is not
/// there.
pub async fn fallback(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    match request.uri().path().trim_end_matches('/') {
        path if path.len() > 1
            && path.len() < request.uri().path().len()
            && !path.starts_with("//") =>
        {
            Redirect::permanent(&here.t.path(path)).into_response()
        }
        _ => error_page::not_found(&app, &here),
    }
}
#[cfg(test)]
pub(crate) mod tests;
