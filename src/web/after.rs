//! The site map of what comes after paying.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use super::{events, fault, login, my_esims, order};
use crate::app::App;

/// An order's pages, the traveller's eSIMs, signing in and out.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/orders/{token}", get(order::show))
        .route("/orders/{token}/events", get(events::listen))
        .route("/orders/{token}/esims/{position}/qr.png", get(order::qr))
        .route("/my-esims", get(my_esims::list))
        .route("/my-esims/{iccid_ref}", get(my_esims::show))
        .route("/my-esims/{iccid_ref}/qr.png", get(my_esims::qr))
        .route("/login", get(login::form).post(login::ask))
        .route("/login/{token}", get(login::link).post(login::enter))
        .route("/logout", post(login::leave))
        .layer(from_fn_with_state(app.clone(), fault::dress))
}
