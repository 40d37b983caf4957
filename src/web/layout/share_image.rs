//! `GET /static/social/{place}-{digest}.png`: the picture that is shown with a shared link, of a
//! place or of the shop. It has no words, so that one serves every language; the words stand beside
//! it, in og:title.

use std::fmt::Write;
use std::io;
use std::sync::LazyLock;

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

/// All that is the same on each: when it is drawn anew in a later release, every picture has
/// another address.
static FRAME: LazyLock<String> = LazyLock::new(|| digest(Art::default().svg().as_bytes()));

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

    /// A boarding pass on paper: the world with the place lit, and on the stub its flag. The mark
    /// is put in when it is drawn.
    fn svg(&self) -> String {
        let ([paper, _], accent) = (PAPER, &self.accent);
        // A line of no length is drawn by browsers as a dot; here it needs a little.
        let dots = |path: &str| path.replace("h0", "h.01");
        let world = dots(&assets::world().unwrap_or_default());
        let lit = if self.lit.world {
            world.clone()
        } else {
            dots(&self.lit.path)
        };
        let ring = self
            .lit
            .ring
            .as_ref()
            .map(|(x, y)| format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"2.6\" fill=\"none\" stroke=\"{accent}\" stroke-width=\".6\"/>"));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\">\
             <path fill=\"{paper}\" d=\"M0 0h{w}v{h}H0z\"/><path fill=\"{accent}\" d=\"M0 0h{w}v12H0z\"/>\
             <rect x=\"56\" y=\"66\" width=\"1088\" height=\"508\" rx=\"30\" fill=\"#e9dfcf\"/>\
             <rect x=\"56\" y=\"60\" width=\"1088\" height=\"508\" rx=\"30\" fill=\"#fffdf9\"/>\
             <path d=\"M192 134H768\" stroke=\"#8d8371\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-dasharray=\".1 13\"/>\
             <path d=\"M484 118l30 16-30 16 8-16z\" fill=\"#1b2230\"/><circle cx=\"784\" cy=\"134\" r=\"11\" fill=\"none\" stroke=\"{accent}\" stroke-width=\"5\"/>\
             <g transform=\"translate(92 226) scale(4.98)\" fill=\"none\" stroke-linecap=\"round\" stroke-width=\".66\">\
             <path stroke=\"#d9cebb\" d=\"{world}\"/><path stroke=\"{accent}\" stroke-width=\".94\" d=\"{lit}\"/>{ring}</g>\
             <path d=\"M848 96V540\" stroke=\"#cfc3ae\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-dasharray=\".1 14\"/>\
             <circle cx=\"848\" cy=\"60\" r=\"20\" fill=\"{paper}\"/><circle cx=\"848\" cy=\"571\" r=\"20\" fill=\"{paper}\"/>{stub}</svg>",
            w = SIZE.0,
            h = SIZE.1,
            ring = ring.unwrap_or_default(),
            stub = self.stub()
        )
    }

    /// The flag, and bars as below every boarding pass; the bars are the name's own.
    fn stub(&self) -> String {
        // Where the mark stands on the stub, the route begins at a dot.
        let mut drawn = format!(
            "<circle cx=\"178\" cy=\"134\" r=\"11\" fill=\"{}\"/>",
            self.accent
        );
        if let Some(flag) = self.flag.and_then(assets::flag_drawing) {
            let placed = flag.replacen("<svg ", "<svg x=\"884\" y=\"152\" width=\"228\" height=\"152\" preserveAspectRatio=\"none\" ", 1);
            drawn = format!(
                "<clipPath id=\"flag-of-the-stub\"><rect x=\"884\" y=\"152\" width=\"228\" height=\"152\" rx=\"14\"/></clipPath>\
                 <g clip-path=\"url(#flag-of-the-stub)\">{placed}</g>\
                 <rect x=\"884.75\" y=\"152.75\" width=\"226.5\" height=\"150.5\" rx=\"13.25\" fill=\"none\" stroke=\"#1b2230\" stroke-opacity=\".16\" stroke-width=\"1.5\"/>"
            );
        }
        drawn.push_str("<g fill=\"#1b2230\">");
        let mut x = 884;
        for digit in digest(self.name.as_bytes()).bytes().cycle() {
            let (bar, gap) = (2 + i32::from(digit % 4) * 2, 3 + i32::from(digit % 3) * 2);
            if x + bar > 1112 {
                break;
            }
            // Writing into a text does not fail.
            let _ = write!(drawn, "<path d=\"M{x} 402h{bar}v96h-{bar}z\"/>");
            x += bar + gap;
        }
        drawn.push_str("</g>");
        drawn
    }

    fn draw(&self, app: &App) -> io::Result<Vec<u8>> {
        let mut sheet = Sheet::new(SIZE.0.into(), SIZE.1.into())?;
        sheet.svg(&self.svg(), (0, 0), SIZE.0)?;
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
