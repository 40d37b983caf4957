//! The shop's own pictures: the files that shop.toml names, read once at start and checked. Nothing
//! is drawn or served here.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use imagesize::ImageType;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Tree, roxmltree};

use super::Identity;
use crate::config_error::ConfigError;
use crate::shop::colour;

/// The most that a file may weigh: drawings are text and small, photographs are not.
const MOST: u64 = 512 * 1024;
const MOST_SVG: u64 = 64 * 1024;
/// A home screen shows an icon in so many pixels.
const ICON: usize = 180;
/// What those who share a page show of it.
const SOCIAL: (usize, usize) = (1200, 630);
/// More pixels than any header needs, and few enough to be unpacked in memory.
const WIDEST: usize = 2048;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A drawing.
    Svg,
    /// Pixels, with what can be seen through.
    Png,
    /// A photograph.
    Jpeg,
}

/// A picture of the owner's, checked.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file as it is.
    pub bytes: Arc<[u8]>,
    /// What it holds.
    pub kind: Kind,
    /// In pixels, or a drawing's own units.
    pub width: usize,
    /// As `width`.
    pub height: usize,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {} × {}", self.kind, self.width, self.height)
    }
}

/// The owner's pictures; what is not there, the shop draws itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// In the header.
    pub logo: Option<Picture>,
    /// In tabs and on home screens.
    pub icon: Option<Picture>,
    /// With links that are shared.
    pub social_image: Option<Picture>,
}

/// What is wrong with a file, and its mend.
type Wrong = (String, String);

impl Brand {
    /// Reads what `[shop]` names, relative to the folder of shop.toml, and tells every fault.
    pub(super) fn read(
        shop: &Identity,
        folder: &Path,
        file: &str,
        faults: &mut Vec<ConfigError>,
    ) -> Self {
        faults.extend(accent(&shop.accent).map(|(problem, mend)| {
            ConfigError::new(&format!("{file}: [shop] accent"), &problem, &mend)
        }));
        let mut read = |key: &str, name: Option<&String>, check: fn(&Picture) -> Option<Wrong>| {
            let found = picture(&folder.join(name?)).and_then(|picture| match check(&picture) {
                Some(wrong) => Err(wrong),
                None => Ok(picture),
            });
            found
                .map_err(|(problem, mend)| {
                    faults.push(ConfigError::new(
                        &format!("{file}: [shop] {key}"),
                        &problem,
                        &mend,
                    ))
                })
                .ok()
        };
        Self {
            logo: read("logo", shop.logo.as_ref(), in_the_header),
            icon: read("icon", shop.icon.as_ref(), square),
            social_image: read("social_image", shop.social_image.as_ref(), wide),
        }
    }
}

fn wrong<T>(problem: impl Into<String>, mend: impl Into<String>) -> Result<T, Wrong> {
    Err((problem.into(), mend.into()))
}

/// Buttons are filled with the accent, and what they say must be readable (WCAG 2.2, 1.4.3).
fn accent(text: &str) -> Option<Wrong> {
    let Some(accent) = colour::parse(text) else {
        return Some(("is no colour".to_owned(), "write it as #c8401f".to_owned()));
    };
    let shade = colour::nearest_that_carries_words(accent);
    let problem = "carries no words: neither white nor ink can be read on it";
    (shade != accent).then(|| {
        (
            problem.to_owned(),
            format!("take a darker or paler shade, e.g. {}", colour::css(shade)),
        )
    })
}

fn in_the_header(picture: &Picture) -> Option<Wrong> {
    (picture.kind == Kind::Jpeg).then(|| {
        (
            "is a JPEG".to_owned(),
            "save it as SVG or PNG, so that the paper shows through".to_owned(),
        )
    })
}

fn square(picture: &Picture) -> Option<Wrong> {
    let Picture {
        width,
        height,
        kind,
        ..
    } = *picture;
    if kind == Kind::Jpeg {
        return in_the_header(picture);
    }
    let small = kind == Kind::Png && width < ICON;
    let size = || format!("is {width} × {height}");
    (width != height || small).then(|| {
        (
            size(),
            format!("make it square; a PNG of at least {ICON} × {ICON} pixels"),
        )
    })
}

fn wide(picture: &Picture) -> Option<Wrong> {
    let Picture {
        width,
        height,
        kind,
        ..
    } = *picture;
    if kind == Kind::Svg {
        return Some((
            "is an SVG, which no messenger shows".to_owned(),
            "save it as PNG or JPEG".to_owned(),
        ));
    }
    ((width, height) != SOCIAL).then(|| {
        (
            format!("is {width} × {height}"),
            format!("make it {} × {} pixels", SOCIAL.0, SOCIAL.1),
        )
    })
}

fn picture(path: &Path) -> Result<Picture, Wrong> {
    let shown = path.display();
    let absent = |e: std::io::Error| {
        (
            format!("cannot be read: {shown} ({})", e.kind()),
            "the path is relative to shop.toml".to_owned(),
        )
    };
    let about = std::fs::metadata(path).map_err(absent)?;
    if !about.is_file() {
        return wrong(format!("is no file: {shown}"), "name the picture itself");
    }
    heavy(about.len(), MOST)?;
    let bytes: Arc<[u8]> = std::fs::read(path).map_err(absent)?.into();
    let (kind, (width, height)) = match imagesize::image_type(&bytes) {
        Ok(ImageType::Png) => (Kind::Png, pixels(&bytes, Kind::Png)?),
        Ok(ImageType::Jpeg) => (Kind::Jpeg, pixels(&bytes, Kind::Jpeg)?),
        _ => {
            heavy(about.len(), MOST_SVG)?;
            (Kind::Svg, drawing(&bytes)?)
        }
    };
    Ok(Picture {
        bytes,
        kind,
        width,
        height,
    })
}

fn heavy(size: u64, most: u64) -> Result<(), Wrong> {
    let kilobytes = |bytes: u64| bytes.div_ceil(1024);
    if size <= most {
        return Ok(());
    }
    wrong(
        format!("weighs {} KB", kilobytes(size)),
        format!("bring it under {} KB", kilobytes(most)),
    )
}

fn pixels(bytes: &[u8], kind: Kind) -> Result<(usize, usize), Wrong> {
    let broken = || {
        (
            "is broken".to_owned(),
            "save it anew as PNG, JPEG or SVG".to_owned(),
        )
    };
    let size = imagesize::blob_size(bytes).map_err(|_| broken())?;
    if size.width > WIDEST || size.height > WIDEST {
        return wrong(
            format!("is {} × {}", size.width, size.height),
            format!("at most {WIDEST} pixels either way"),
        );
    }
    if kind == Kind::Png {
        Pixmap::decode_png(bytes).map_err(|_| broken())?;
    }
    Ok((size.width, size.height))
}

/// An SVG is a page of its own: one that runs a script, or fetches from elsewhere, would do so in
/// our name.
fn drawing(bytes: &[u8]) -> Result<(usize, usize), Wrong> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return wrong("is no picture", "save it as SVG, PNG or JPEG");
    };
    let Ok(document) = roxmltree::Document::parse(text) else {
        return wrong(
            "is neither PNG nor JPEG, and as an SVG it cannot be read",
            "save it anew, without a DOCTYPE",
        );
    };
    if let Some(what) = document.descendants().find_map(unwanted) {
        return wrong(
            format!("holds {what}"),
            "save it as a plain SVG: shapes and outlines alone, nothing from elsewhere",
        );
    }
    match Tree::from_str(text, &Options::default()) {
        Ok(tree) => {
            let size = tree.size().to_int_size();
            Ok((as_size(size.width()), as_size(size.height())))
        }
        Err(_) => wrong(
            "is no SVG that can be drawn",
            "give it a viewBox, or a width and a height",
        ),
    }
}

fn as_size(pixels: u32) -> usize {
    usize::try_from(pixels).unwrap_or(usize::MAX)
}

/// What a shop's drawing may not hold; words and pictures in it would look different on every
/// device, or be missing.
fn unwanted(node: roxmltree::Node<'_, '_>) -> Option<String> {
    const TAGS: [&str; 9] = [
        "script",
        "foreignObject",
        "image",
        "text",
        "iframe",
        "a",
        "animate",
        "set",
        "feImage",
    ];
    let element = node.is_element().then(|| node.tag_name().name())?;
    if TAGS.contains(&element) {
        return Some(format!("<{element}>"));
    }
    let style = if element == "style" {
        node.text().unwrap_or_default()
    } else {
        ""
    };
    if style.contains("@import") || fetches(style) {
        return Some("a style that fetches from elsewhere".to_owned());
    }
    node.attributes().find_map(|attribute| {
        let (name, value) = (attribute.name(), attribute.value());
        let acts = name.len() > 2 && name.to_ascii_lowercase().starts_with("on");
        let leads = name == "href" && !value.starts_with('#');
        (acts || leads || fetches(value)).then(|| format!("{name}=\"…\""))
    })
}

/// Whether a style takes anything but a part of the same drawing.
fn fetches(style: &str) -> bool {
    style
        .split("url(")
        .skip(1)
        .any(|rest| !rest.trim_start_matches([' ', '"', '\'']).starts_with('#'))
}

#[cfg(test)]
mod tests;
