//! `/static/…`: the files of `static/`, built into the binary, under names that hold their hash, so that they never need asking again.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::respond;
use super::theme;
use crate::app::App;
use crate::catalogue::pages::{Page, digest};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    content: Vec<u8>,
    mime: &'static str,
    compressed: OnceLock<Page>,
}

/// Every file: by the name in `static/` its address, and by the fingerprinted name its content.
struct Assets {
    addresses: HashMap<String, String>,
    files: HashMap<String, Asset>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(collect);

fn collect() -> Assets {
    let mut assets = Assets { addresses: HashMap::new(), files: HashMap::new() };
    for name in Files::iter() {
        let Some(file) = Files::get(&name) else { continue };
        let content = file.data.into_owned();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, "bin"));
        let fingerprinted = format!("{stem}-{}.{extension}", digest(&content));
        assets.addresses.insert(name.to_string(), format!("/static/{fingerprinted}"));
        assets.files.insert(fingerprinted, Asset { content, mime: mime(extension), compressed: OnceLock::new() });
    }
    assets
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The address of a file of `static/`, e.g. of `shop.css`. An unknown name stays as it is and answers 404.
#[must_use]
pub fn href(name: &str) -> &str {
    ASSETS.addresses.get(name).map_or(name, String::as_str)
}

/// The address of a country's flag, by its upper-case code.
#[must_use]
pub fn flag(code: &str) -> &'static str {
    ASSETS.addresses.get(&format!("flags/{code}.svg")).map_or("", String::as_str)
}

/// `GET /static/{*path}`
pub async fn file(State(app): State<App>, Path(path): Path<String>, request: Request) -> Response {
    let accent = &app.config.shop.shop.accent;
    let mut response = if let Some(asset) = ASSETS.files.get(&path) {
        match compressed(asset) {
            Ok(page) => respond::with_page(page, request.headers()),
            Err(error) => return respond::broken(&error),
        }
    } else if let Some(made) = [theme::stylesheet(accent), theme::icon(accent)].into_iter().find(|made| made.name == path) {
        let mime = mime(made.name.rsplit_once('.').map_or("", |(_, extension)| extension));
        ([(CONTENT_TYPE, mime)], made.content).into_response()
    } else {
        return (StatusCode::NOT_FOUND, [(CACHE_CONTROL, "no-store")], "no such file").into_response();
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}

fn compressed(asset: &'static Asset) -> std::io::Result<&'static Page> {
    if let Some(page) = asset.compressed.get() {
        return Ok(page);
    }
    let page = Page::compress(&asset.content, asset.mime)?;
    Ok(asset.compressed.get_or_init(|| page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::destination::countries;

    #[test]
    fn every_country_has_a_flag() {
        let without: Vec<_> = countries().iter().filter(|c| flag(c.code).is_empty()).map(|c| c.code).collect();
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn names_hold_the_hash_and_the_stylesheet_names_no_file_without_one() {
        let css = href("shop.css").strip_prefix("/static/").unwrap();
        assert!(!String::from_utf8(ASSETS.files[css].content.clone()).unwrap().contains("url("));
        assert!(href("world.svg").starts_with("/static/world-"));
    }
}
