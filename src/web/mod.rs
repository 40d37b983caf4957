//! PAGES AND HOOKS. This is the site map; a file is a page, its struct stands above its handler,
//! its template has the same name.

mod address;
pub mod after;
mod answer;
pub mod assets;
mod board;
mod calendar;
mod carry;
mod checkout;
mod choice;
mod desk;
mod destination;
mod destinations;
pub mod device;
mod discount;
mod esim_card;
mod esim_now;
mod events;
mod family;
pub mod fault;
mod form;
mod give_back;
pub mod guard;
mod hand_over;
mod handed;
mod headers;
mod health;
mod help;
mod home;
pub mod identity;
mod invoice;
pub mod language;
pub mod layout;
mod limits;
mod living;
mod login;
mod mailed;
mod map;
pub mod metrics;
mod moment;
mod my_esim;
mod my_esims;
mod no_internet;
mod one_box;
mod order;
mod order_clock;
mod order_json;
#[cfg(test)]
mod order_sample;
mod order_words;
mod owned;
mod package_words;
mod pay;
pub mod plan;
mod policies;
pub mod private;
pub mod respond;
mod robots;
mod search;
mod security;
pub mod shelf;
mod social;
mod start;
mod styleguide;
mod ticks;
mod timeline;
mod topup;
mod trip;
mod views;
mod webhooks;
mod withdraw;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use self::headers::Wardrobe;
use self::language::Entrance;
use crate::app::App;

/// The whole shop: what is seen before paying, paying, what comes after, and the machines' routes.
pub fn router(app: App) -> Router {
    let mut pages = Router::new()
        .merge(shelf::routes().route_layer(from_fn_with_state(app.clone(), carry::carry)))
        .route(
            "/checkout",
            get(choice::show)
                .post(checkout::post)
                .route_layer(from_fn_with_state(app.clone(), carry::carry)),
        )
        .merge(after::routes(&app));
    if app.config.desk_addr.is_none() {
        pages = pages.merge(desk::routes(&app));
    }
    let pages = pages.fallback(shelf::fallback);
    let machines = Router::new()
        .route("/webhooks/stripe", post(webhooks::stripe))
        // Stripe counts a redirect as failed.
        .route("/webhooks/stripe/", post(webhooks::stripe))
        .route("/webhooks/esimfx", post(webhooks::esimfx))
        .route("/webhooks/esimfx/", post(webhooks::esimfx))
        .route("/healthz", get(health::healthz))
        .route("/healthz/{question}", get(health::probe))
        .route("/readyz", get(health::readyz));
    let wardrobe = Wardrobe::of(&app);
    dressed(app, wardrobe, pages.merge(machines))
}

/// The desk alone, for an address of its own.
pub fn desk_router(app: App) -> Router {
    let pages = desk::routes(&app)
        .merge(desk::beside())
        .route("/healthz", get(health::healthz));
    let wardrobe = Wardrobe::of_desk(&app);
    dressed(app, wardrobe, pages)
}

fn dressed(app: App, wardrobe: Arc<Wardrobe>, pages: Router<App>) -> Router {
    let shop = headers::dress(pages, Arc::clone(&wardrobe)).with_state(app.clone());
    Router::new()
        .fallback_service(shop)
        .layer(from_fn_with_state(
            Entrance { app, wardrobe },
            language::route,
        ))
}
