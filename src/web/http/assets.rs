//! `/static/…`: the files of `static/`, built into the binary, under names that hold their hash, so
//! that they never need asking again.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::bundles::{BUNDLES, Bundle};
use super::response;
use crate::app::App;
use crate::brand::File;
use crate::catalogue::pages::{Page, digest};

#[derive(RustEmbed)]
#[folder = "static/"]
struct StaticFiles;

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
    let mut assets = Assets {
        addresses: HashMap::new(),
        files: HashMap::new(),
    };
    for name in StaticFiles::iter().filter(|name| !Bundle::has_part(name)) {
        if let Some(file) = StaticFiles::get(&name) {
            assets.add(&name, file.data.into_owned());
        }
    }
    for bundle in BUNDLES {
        if let Some(content) = bundle.join(text) {
            assets.add(bundle.name, content.into_bytes());
        }
    }
    assets
}

impl Assets {
    fn add(&mut self, name: &str, content: Vec<u8>) {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let fingerprinted = format!("{stem}-{}.{extension}", digest(&content));
        self.addresses
            .insert(name.to_owned(), format!("/static/{fingerprinted}"));
        let asset = Asset {
            content,
            mime: mime(extension),
            compressed: OnceLock::new(),
        };
        self.files.insert(fingerprinted, asset);
    }
}

/// What a file of `static/` says.
fn text(path: &str) -> Option<String> {
    String::from_utf8(StaticFiles::get(path)?.data.into_owned()).ok()
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        // The only JSON among them: which links a browser may fetch ahead.
        "json" => "application/speculationrules+json",
        _ => "application/octet-stream",
    }
}

/// The address of a file of `static/`, e.g. of `shop.css`. An unknown name stays as it is and
/// answers 404.
#[must_use]
pub fn href(name: &str) -> &str {
    ASSETS.addresses.get(name).map_or(name, String::as_str)
}

/// The address of a country's flag, by its upper-case code.
#[must_use]
pub fn flag(code: &str) -> &'static str {
    ASSETS
        .addresses
        .get(&format!("flags/{code}.svg"))
        .map_or("", String::as_str)
}

/// `GET /static/{*path}`
pub async fn file(State(app): State<App>, Path(path): Path<String>, request: Request) -> Response {
    let mut response = if let Some(asset) = ASSETS.files.get(&path) {
        match compressed(asset) {
            Ok(page) => response::with_page(page, request.headers()),
            Err(error) => return response::broken(&error),
        }
    } else if let Some(file) = app.face.file(&path) {
        own(file, request.headers())
    } else {
        return (
            StatusCode::NOT_FOUND,
            [(CACHE_CONTROL, "no-store")],
            "no such file",
        )
            .into_response();
    };
    response.headers_mut().insert(CACHE_CONTROL, FOR_EVER);
    response
}

/// `GET /favicon.ico`, and what home screens ask for by habit: the name has no hash, so it is asked
/// for again after a day.
pub async fn favicon(State(app): State<App>, request: Request) -> Response {
    let Some(file) = app.face.favicon() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = own(file, request.headers());
    response.headers_mut().insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=86400"),
    );
    response
}

/// What is under a name with a hash never changes.
pub const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A file of the shop's own face.
fn own(file: &File, headers: &HeaderMap) -> Response {
    match file {
        File::Text(page) => response::with_page(page, headers),
        File::Picture(bytes, mime) => ([(CONTENT_TYPE, *mime)], bytes.clone()).into_response(),
    }
}

/// The drawing of a country's flag, by its upper-case code.
#[must_use]
pub fn flag_drawing(code: &str) -> Option<String> {
    text(&format!("flags/{code}.svg"))
}

/// The dots of the whole world, as the `d` of a path.
#[must_use]
pub fn world() -> Option<String> {
    let drawing = text("world.svg")?;
    let (_, path) = drawing.split_once(" d=\"")?;
    path.split('"').next().map(str::to_owned)
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
    use domain::destination::countries;

    #[test]
    fn every_country_has_a_flag() {
        let without: Vec<_> = countries()
            .iter()
            .filter(|c| flag(c.code).is_empty())
            .map(|c| c.code)
            .collect();
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn names_hold_the_hash_and_the_stylesheet_names_no_file_without_one() {
        let css = href("shop.css").strip_prefix("/static/").unwrap();
        assert!(
            !String::from_utf8(ASSETS.files[css].content.clone())
                .unwrap()
                .contains("url(")
        );
        assert!(href("world.svg").starts_with("/static/world-"));
        assert!(href("desk.css").starts_with("/static/desk-"));
        assert!(href("shop.js").starts_with("/static/shop-"));
        assert_eq!(
            href("css/tokens.css"),
            "css/tokens.css",
            "a part is not served"
        );
    }
}
