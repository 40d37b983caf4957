//! `GET /`: search, popular destinations, how it works.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;
use serde_json::json;

use crate::app::App;
use crate::catalogue::Snapshot;
use crate::catalogue::snapshot::Shelf;
use crate::l10n::Locale;
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;
use crate::web::http::response;
use crate::web::layout::Chrome;
use crate::web::layout::map::Lit;
use domain::destination::Destination;

/// Places shown when the owner names none: what sold best lately.
const PLACES: usize = 12;

#[derive(Template)]
#[template(path = "storefront/home.html")]
struct HomePage<'a> {
    t: Locale,
    chrome: Chrome,
    tagline: String,
    lit: Lit,
    popular: Vec<&'a Shelf>,
    regions: Vec<&'a Shelf>,
    countries: usize,
    snapshot: &'a Snapshot,
}

impl<'a> HomePage<'a> {
    fn new(app: &'a App, here: &RequestLocale, snapshot: &'a Snapshot) -> Self {
        let shop = &app.config.shop;
        let t = here.t;
        let tagline = shop
            .shop
            .tagline
            .clone()
            .unwrap_or_else(|| t.say("home-tagline"));
        let described = t
            .with("shop", &shop.shop.name)
            .with("tagline", &tagline)
            .say("home-description");
        let (countries, regions): (Vec<&Shelf>, Vec<&Shelf>) = snapshot
            .shelves()
            .partition(|s| matches!(s.destination, Destination::Country(_)));
        let named = shop
            .catalogue
            .popular
            .iter()
            .filter_map(|name| crate::shop::popular(name));
        let mut popular: Vec<&Shelf> = named.filter_map(|d| snapshot.shelf(d.slug())).collect();
        if popular.is_empty() {
            popular = snapshot.by_sales();
            popular.truncate(PLACES);
        }
        let lit = Lit::countries(popular.iter().filter_map(|s| match s.destination {
            Destination::Country(c) => Some(c.code),
            _ => None,
        }));
        let chrome = introduced(
            Chrome::new(app, here, t.say("home-title"))
                .described(described)
                .at("/")
                .shared(app, snapshot),
        );
        Self {
            t: here.t,
            chrome,
            tagline,
            lit,
            popular,
            regions,
            countries: countries.len(),
            snapshot,
        }
    }
}

/// Who this is, for machines (schema.org/Organization and WebSite).
fn introduced(chrome: Chrome) -> Chrome {
    let (site, email) = (chrome.absolute("/"), &chrome.support_email);
    let shop = json!({
        "@context": "https://schema.org", "@type": "Organization", "name": chrome.shop, "url": site, "logo": chrome.icon_address(),
        "contactPoint": { "@type": "ContactPoint", "contactType": "customer support", "email": email },
    });
    let place = json!({
        "@context": "https://schema.org", "@type": "WebSite", "name": chrome.shop, "url": site, "inLanguage": chrome.t.code(),
        "description": chrome.description,
    });
    chrome.telling(&shop).telling(&place)
}

/// The home page.
pub async fn show(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let render = || HomePage::new(&app, &here, &snapshot).render();
    page_cache::get_or_render(
        &snapshot,
        here.t,
        "/",
        request.headers(),
        response::HTML,
        render,
    )
}
