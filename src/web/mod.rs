//! PAGES AND HOOKS. This is the site map; a file is a page, its struct stands above its handler,
//! its template has the same name.

pub mod account;
mod desk;
pub mod http;
mod language_prefix;
pub mod layout;
pub mod storefront;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use self::http::health;
use self::http::middleware::{self, Middleware};
use self::language_prefix::Entrance;
use crate::app::App;

/// The whole shop: what is seen before paying, paying, what comes after, and the machines' routes.
pub fn router(app: App) -> Router {
    let mut pages = Router::new()
        .merge(
            storefront::routes()
                .route_layer(from_fn_with_state(app.clone(), storefront::referral::carry)),
        )
        .route(
            "/checkout",
            get(storefront::choice::show)
                .post(storefront::checkout::post)
                .route_layer(from_fn_with_state(app.clone(), storefront::referral::carry)),
        )
        .merge(account::routes(&app));
    if app.config.desk_addr.is_none() {
        pages = pages.merge(desk::routes(&app));
    }
    let pages = pages.fallback(storefront::fallback);
    let machines = Router::new()
        .route("/webhooks/stripe", post(webhooks::stripe))
        // Stripe counts a redirect as failed.
        .route("/webhooks/stripe/", post(webhooks::stripe))
        .route("/webhooks/esimfx", post(webhooks::esimfx))
        .route("/webhooks/esimfx/", post(webhooks::esimfx))
        .route("/healthz", get(health::healthz))
        .route("/healthz/{question}", get(health::probe))
        .route("/readyz", get(health::readyz));
    let middleware = Middleware::for_shop(&app);
    with_middleware(app, middleware, pages.merge(machines))
}

/// The desk alone, for an address of its own.
pub fn desk_router(app: App) -> Router {
    let pages = desk::routes(&app)
        .merge(desk::beside())
        .route("/healthz", get(health::healthz));
    let middleware = Middleware::for_desk(&app);
    with_middleware(app, middleware, pages)
}

fn with_middleware(app: App, middleware: Arc<Middleware>, pages: Router<App>) -> Router {
    let shop = middleware::layer(pages, Arc::clone(&middleware)).with_state(app.clone());
    Router::new()
        .fallback_service(shop)
        .layer(from_fn_with_state(
            Entrance { app, middleware },
            language_prefix::route,
        ))
}
