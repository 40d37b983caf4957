//! `GET /robots.txt`, `/sitemap.xml`: for search engines; `/.well-known/security.txt`: for whoever
//! finds a hole.

use std::fmt::Write;

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use crate::app::App;
use crate::catalogue::Snapshot;
use crate::routes::Routes;
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;

/// Parts of the site that are nobody's but a traveller's, or the same in other words.
const PRIVATE: [&str; 9] = [
    "/for/",
    "/orders/",
    "/my-esims",
    "/login",
    "/withdraw",
    "/search",
    "/suggest",
    "/trip?",
    "/devices?",
];

/// Pages that are there whatever is for sale, for search engines.
const PAGES: [&str; 16] = [
    "/",
    Routes::DESTINATIONS,
    Routes::DEVICES,
    Routes::HELP,
    "/help/install-iphone",
    "/help/install-samsung",
    "/help/install-pixel",
    "/help/install-android",
    "/help/troubleshooting",
    "/help/data",
    "/terms",
    "/privacy",
    "/refunds",
    "/imprint",
    "/accessibility",
    Routes::TRIP,
];

/// What search engines should leave out, and where the list of pages is.
pub async fn robots(State(app): State<App>) -> Response {
    let site = Routes::absolute(&app.config.public_url, "");
    let mut text = String::from("User-agent: *\n");
    for (t, path) in app
        .config
        .shop
        .locales()
        .iter()
        .flat_map(|t| PRIVATE.map(|path| (t, path)))
    {
        text.push_str(&format!("Disallow: {}\n", t.path(path)));
    }
    text.push_str(&format!("\nSitemap: {site}/sitemap.xml\n"));
    (
        [
            (CONTENT_TYPE, "text/plain; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=3600"),
        ],
        text,
    )
        .into_response()
}

/// Whom to tell of a hole (RFC 9116). It says so for half a year from today.
pub async fn security(State(app): State<App>) -> Response {
    let site = Routes::absolute(&app.config.public_url, "");
    let until = (app.clock.now() + TimeDelta::days(180)).format("%Y-%m-%dT00:00:00Z");
    let languages: Vec<&str> = app.config.shop.locales().iter().map(|t| t.code()).collect();
    let text = format!(
        "Contact: mailto:{}\nExpires: {until}\nPreferred-Languages: {}\nCanonical: \
         {site}/.well-known/security.txt\n",
        app.config.shop.shop.support_email,
        languages.join(", ")
    );
    (
        [
            (CONTENT_TYPE, "text/plain; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=3600"),
        ],
        text,
    )
        .into_response()
}

/// Every page that has something to say.
pub async fn sitemap(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let render = || list(&app, &snapshot);
    page_cache::get_or_render(
        &snapshot,
        here.t,
        "/sitemap.xml",
        request.headers(),
        "application/xml; charset=utf-8",
        render,
    )
}

/// Places, guides and policies in every language, plans in the default one: a sitemap may hold
/// 50,000 addresses (sitemaps.org), and each plan's page names its translations itself.
fn list(app: &App, snapshot: &Snapshot) -> Result<String, std::fmt::Error> {
    let site = Routes::absolute(&app.config.public_url, "");
    let mut paths: Vec<String> = PAGES
        .into_iter()
        .map(str::to_owned)
        .chain(snapshot.paths())
        .collect();
    paths.sort_unstable();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
         xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (at, t) in app.config.shop.locales().iter().enumerate() {
        for path in paths
            .iter()
            .filter(|path| at == 0 || !path.starts_with("/plans/"))
        {
            let changed = snapshot
                .changed(path)
                .map(|at| at.format("<lastmod>%Y-%m-%d</lastmod>").to_string())
                .unwrap_or_default();
            // Paths are percent-encoded, so nothing in them needs escaping in XML.
            writeln!(xml, "<url><loc>{site}{}</loc>{changed}</url>", t.path(path))?;
        }
    }
    xml.push_str("</urlset>\n");
    Ok(xml)
}
