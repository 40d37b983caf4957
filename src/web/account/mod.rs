//! The site map of what comes after paying.

mod calendar;
mod esim_card;
mod esim_extractor;
mod esim_now;
mod esim_status;
mod family;
mod family_view;
mod give_back;
mod hand_over;
mod invoice;
mod living;
mod moment;
mod my_esim;
mod my_esims;
mod no_internet;
mod order;
mod order_clock;
mod order_events;
mod order_json;
mod order_mail;
#[cfg(test)]
mod order_sample;
mod order_view;
mod order_words;
mod package_words;
mod shared_esim;
mod sign_in;
mod start;
mod timeline;
mod topup;
mod withdraw;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::app::App;
use crate::web::layout::error_page;
/// An order's pages, the traveller's eSIMs, signing in and out.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/orders/{token}", get(order::show))
        .route("/orders/{token}/events", get(order_events::listen))
        .route(
            "/orders/{token}/family",
            get(family::show).post(family::post),
        )
        .route(
            "/orders/{token}/mail",
            get(order_mail::show).post(order_mail::post),
        )
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
        .route("/for/{token}", get(shared_esim::show))
        .route("/for/{token}/qr.png", get(shared_esim::picture))
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
        .route("/login", get(sign_in::form).post(sign_in::ask))
        .route("/login/{token}", get(sign_in::link).post(sign_in::enter))
        .route("/logout", post(sign_in::leave))
        .route("/withdraw", get(withdraw::show).post(withdraw::post))
        .route(
            "/withdraw/stop/{token}",
            get(withdraw::stop_page).post(withdraw::stop),
        )
        .layer(from_fn_with_state(app.clone(), error_page::frame))
}
