//! The site map of what comes after paying.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use super::{
    events, family, fault, give_back, hand_over, handed, invoice, login, mailed, my_esim, my_esims,
    no_internet, order, start, topup, withdraw,
};
use crate::app::App;

/// An order's pages, the traveller's eSIMs, signing in and out.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/orders/{token}", get(order::show))
        .route("/orders/{token}/events", get(events::listen))
        .route(
            "/orders/{token}/family",
            get(family::show).post(family::post),
        )
        .route("/orders/{token}/mail", get(mailed::show).post(mailed::post))
        .route(
            "/orders/{token}/invoice",
            get(invoice::show).post(invoice::post),
        )
        .route("/orders/{token}/invoice/{file}", get(invoice::file))
        .route("/orders/{token}/esims/{position}/qr.png", get(order::qr))
        .route("/my-esims", get(my_esims::list))
        .route("/my-esims/{iccid_ref}", get(my_esim::show))
        .route("/my-esims/{iccid_ref}/qr.png", get(my_esim::qr))
        .route(
            "/my-esims/{iccid_ref}/hand-over",
            get(hand_over::show).post(hand_over::post),
        )
        .route("/for/{token}", get(handed::show))
        .route("/for/{token}/qr.png", get(handed::picture))
        .route("/my-esims/{iccid_ref}/sheet", get(my_esim::sheet))
        .route("/my-esims/{iccid_ref}/keep", get(my_esim::keep))
        .route("/my-esims/{iccid_ref}/start-by.ics", get(my_esim::calendar))
        .route("/my-esims/{iccid_ref}/no-internet", get(no_internet::show))
        .route(
            "/my-esims/{iccid_ref}/top-up",
            get(topup::show).post(topup::post),
        )
        .route(
            "/my-esims/{iccid_ref}/packages/{line_id}/give-back",
            get(give_back::show).post(give_back::post),
        )
        .route(
            "/my-esims/{iccid_ref}/packages/{line_id}/start",
            get(start::show).post(start::post),
        )
        .route("/login", get(login::form).post(login::ask))
        .route("/login/{token}", get(login::link).post(login::enter))
        .route("/logout", post(login::leave))
        .route("/withdraw", get(withdraw::show).post(withdraw::post))
        .route(
            "/withdraw/stop/{token}",
            get(withdraw::stop_page).post(withdraw::stop),
        )
        .layer(from_fn_with_state(app.clone(), fault::dress))
}
