//! `GET /static/social/{place}-{digest}.png`: the picture that is shown with a shared link, of a
//! place or of the shop. It has no words, so that one serves every language; the words stand beside
//! it, in og:title.

use std::io;
use std::sync::LazyLock;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::map::Lit;
use crate::app::App;
use crate::brand::{PAPER, Sheet};
use crate::catalogue::Snapshot;
use crate::catalogue::pages::digest;
use crate::web::http::assets;
use crate::web::http::response;
use domain::destination::{self, Destination};

/// The name of the shop's own picture; no place has it.
pub const HOME: &str = "home";
/// What every network takes.
const SIZE: (u16, u16) = (1200, 630);
/// The mark before the line of the route, and alone on the stub where there is no flag.
const SMALL_MARK: ((u16, u16), u16) = ((104, 102), 64);
const LARGE_MARK: ((u16, u16), u16) = ((923, 168), 132);

/// What differs between one picture and the next.
#[derive(Debug, Default)]
struct Art {
    name: String,
    lit: Lit,
    /// The code of the country whose flag is on it.
    flag: Option<&'static str>,
    accent: String,
    /// The icon's address, which changes with the icon.
    icon: String,
}

/// `templates/share_image.svg`.
#[derive(Template)]
#[template(path = "share_image.svg")]
struct BoardingPass<'a> {
    width: u16,
    height: u16,
    paper: &'static str,
    accent: &'a str,
    /// The dots of the whole world, and of what is lit in it.
    world: String,
    lit: String,
    ring: Option<&'a (String, String)>,
    flag: Option<String>,
    bars: Vec<(i32, i32)>,
}

/// The flag's drawing, of the size and in the place that it has on the stub.
fn on_the_stub(flag: &str) -> String {
    flag.replacen(
        "<svg ",
        "<svg x=\"884\" y=\"152\" width=\"228\" height=\"152\" preserveAspectRatio=\"none\" ",
        1,
    )
}

/// Bars as below every boarding pass, where each begins and how wide it is; they are the name's
/// own.
fn bars(name: &str) -> Vec<(i32, i32)> {
    let mut bars = Vec::new();
    let mut x = 884;
    for digit in digest(name.as_bytes()).bytes().cycle() {
        let (bar, gap) = (2 + i32::from(digit % 4) * 2, 3 + i32::from(digit % 3) * 2);
        if x + bar > 1112 {
            break;
        }
        bars.push((x, bar));
        x += bar + gap;
    }
    bars
}

/// All that is the same on each: when it is drawn anew in a later release, every picture has
/// another address.
static FRAME: LazyLock<String> = LazyLock::new(|| {
    // Where this failed, no picture could be drawn at all.
    digest(Art::default().svg().unwrap_or_default().as_bytes())
});

impl Art {
    fn of(app: &App, snapshot: &Snapshot, name: &str) -> Option<Self> {
        let place = Destination::by_slug(name);
        let lit = match place {
            Some(place) => {
                let plans = snapshot
                    .shelf(place.slug())
                    .map(|s| s.plans.as_slice())
                    .unwrap_or_default();
                Lit::destination(
                    place,
                    plans
                        .iter()
                        .max_by_key(|p| p.countries())
                        .into_iter()
                        .flat_map(|p| p.product.coverage.iter().map(String::as_str)),
                )
            }
            None if name == HOME => {
                let codes: Vec<&str> = app
                    .config
                    .shop
                    .catalogue
                    .popular
                    .iter()
                    .filter_map(|c| destination::country(c))
                    .map(|c| c.code)
                    .collect();
                if codes.is_empty() {
                    Lit::world()
                } else {
                    Lit::countries(codes).plain()
                }
            }
            None => return None,
        };
        let flag = if let Some(Destination::Country(country)) = place {
            Some(country.code)
        } else {
            None
        };
        Some(Self {
            name: name.to_owned(),
            lit,
            flag,
            accent: app.face.accent.clone(),
            icon: app.face.icon_32.clone(),
        })
    }

    fn version(&self) -> String {
        let ring = self
            .lit
            .ring
            .as_ref()
            .map(|(x, y)| format!("{x},{y}"))
            .unwrap_or_default();
        digest(
            [
                &*FRAME,
                &self.name,
                &self.accent,
                &self.icon,
                &self.lit.path,
                &ring,
            ]
            .map(String::as_str)
            .join("\n")
            .as_bytes(),
        )
    }

    /// The picture but for the mark, which is put in when it is drawn.
    fn svg(&self) -> askama::Result<String> {
        // A line of no length is drawn by browsers as a dot; here it needs a little.
        let dots = |path: &str| path.replace("h0", "h.01");
        let world = dots(&assets::world().unwrap_or_default());
        let lit = if self.lit.world {
            world.clone()
        } else {
            dots(&self.lit.path)
        };
        BoardingPass {
            width: SIZE.0,
            height: SIZE.1,
            paper: PAPER[0],
            accent: &self.accent,
            world,
            lit,
            ring: self.lit.ring.as_ref(),
            flag: self
                .flag
                .and_then(assets::flag_drawing)
                .as_deref()
                .map(on_the_stub),
            bars: bars(&self.name),
        }
        .render()
    }

    fn draw(&self, app: &App) -> io::Result<Vec<u8>> {
        let mut sheet = Sheet::new(SIZE.0.into(), SIZE.1.into())?;
        let drawing = self.svg().map_err(io::Error::other)?;
        sheet.svg(&drawing, (0, 0), SIZE.0)?;
        let (at, width) = if self.flag.is_some() {
            SMALL_MARK
        } else {
            LARGE_MARK
        };
        app.face.draw_icon(&mut sheet, at, width)?;
        sheet.into_opaque_png()
    }
}

/// Where the picture of a place, or of [`HOME`], is to be found.
#[must_use]
pub fn address(app: &App, snapshot: &Snapshot, name: &str) -> Option<String> {
    Art::of(app, snapshot, name).map(|art| format!("/static/social/{name}-{}.png", art.version()))
}

/// The picture, drawn when it is first asked for. An address that was given away before the shelf
/// changed leads to the present one.
pub async fn show(State(app): State<App>, Path(file): Path<String>) -> Response {
    let asked = file
        .strip_suffix(".png")
        .and_then(|name| name.rsplit_once('-'));
    let art = asked.and_then(|(name, _)| Art::of(&app, &app.catalogue.snapshot(), name));
    let Some(((name, version), art)) = asked.zip(art) else {
        return (
            StatusCode::NOT_FOUND,
            [(CACHE_CONTROL, "no-store")],
            "no such file",
        )
            .into_response();
    };
    let now = art.version();
    if version != now {
        let mut response =
            Redirect::temporary(&format!("/static/social/{name}-{now}.png")).into_response();
        response.headers_mut().insert(
            CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=60"),
        );
        return response;
    }
    let drawing = app.clone();
    match app
        .face
        .pictures
        .get_or_draw(name, &now, move || art.draw(&drawing))
        .await
    {
        Ok(bytes) => (
            [
                (CONTENT_TYPE, HeaderValue::from_static("image/png")),
                (CACHE_CONTROL, assets::FOR_EVER),
            ],
            bytes,
        )
            .into_response(),
        Err(error) => response::broken(&error),
    }
}
