//! THE OWNER'S DESK at `/desk`: its site map. Every page but the sign-in stands behind both
//! factors, and what moves money or shows the books behind the owner's role as well: by where its
//! route stands here, not by what its handler remembers to ask.

mod acts;
mod books;
mod door;
mod find;
mod lists;
mod order;
mod owner_acts;
mod page;
mod people;
mod plan;
mod price_form;
mod price_versions;
mod prices;
mod publish;
mod sign_in;
mod today;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::app::App;
use crate::web::http::assets;

/// The desk's pages; none unless somebody is named in `[desk] staff`.
pub fn routes(app: &App) -> Router<App> {
    if !app.config.shop.desk.is_open() {
        return Router::new();
    }
    let open = Router::new()
        .route("/desk/sign-in", get(sign_in::form).post(sign_in::ask))
        .route(
            "/desk/sign-in/{token}",
            get(sign_in::link).post(sign_in::enter),
        );
    let inside = everybody().merge(owners().route_layer(from_fn(door::owners_only)));
    open.merge(inside.route_layer(from_fn_with_state(app.clone(), door::both_factors)))
        .route_layer(from_fn_with_state(app.clone(), door::own_origin))
        .layer(from_fn(door::dress))
}

/// What support may do, and the owner too.
fn everybody() -> Router<App> {
    Router::new()
        .route("/desk", get(today::show))
        .route("/desk/sign-out", post(sign_in::leave))
        .route("/desk/find", get(find::form).post(find::find))
        .route("/desk/mails", get(lists::mails))
        .route("/desk/webhooks", get(lists::webhooks))
        .route("/desk/orders/{number}", get(order::show))
        .route(
            "/desk/orders/{number}/resend",
            get(acts::resend_page).post(acts::resend),
        )
        .route(
            "/desk/orders/{number}/address",
            get(acts::address_page).post(acts::address),
        )
        .route(
            "/desk/orders/{number}/retry",
            get(acts::retry_page).post(acts::retry),
        )
        .route(
            "/desk/orders/{number}/note",
            get(acts::note_page).post(acts::note),
        )
}

/// What is the owner's alone.
fn owners() -> Router<App> {
    Router::new()
        .route("/desk/plans", get(lists::plans))
        .route("/desk/plan", get(plan::show).post(plan::mark))
        .route("/desk/prices", get(prices::show).post(prices::save))
        .route("/desk/prices/review", get(publish::review))
        .route("/desk/prices/publish", post(publish::publish))
        .route("/desk/prices/discard", post(prices::discard))
        .route("/desk/prices/again", post(price_versions::again))
        .route("/desk/prices/versions/{number}", get(price_versions::one))
        .route("/desk/books", get(books::show))
        .route("/desk/books/orders.csv", get(books::csv))
        .route("/desk/books/orders.json", get(books::json))
        .route("/desk/people", get(people::show))
        .route("/desk/people/export", post(people::export))
        .route("/desk/people/forget", post(people::forget))
        .route(
            "/desk/orders/{number}/resend-elsewhere",
            get(owner_acts::elsewhere_page).post(owner_acts::elsewhere),
        )
        .route(
            "/desk/orders/{number}/refund",
            get(owner_acts::refund_page).post(owner_acts::refund),
        )
        .route(
            "/desk/orders/{number}/release",
            get(owner_acts::release_page).post(owner_acts::release),
        )
        .route(
            "/desk/orders/{number}/stop-link",
            get(owner_acts::stop_link_page).post(owner_acts::stop_link),
        )
}

/// What the desk's own listener needs besides its pages.
pub fn beside() -> Router<App> {
    Router::new()
        .route("/static/{*path}", get(assets::file))
        .fallback(page::nothing_here)
}
