//! THE SHOP'S OWN FACE: its colours, logo and icons as files with a hash in their names, and the
//! pictures that shared links show. No pages, no words.

mod draw;
mod keep;
mod theme;

use std::collections::HashMap;
use std::io;

use askama::Template;

use crate::catalogue::pages::{Page, digest};
use crate::shop::colour::Rgb;
use crate::shop::{Kind, Picture, Shop};
pub use draw::Sheet;
pub use keep::Kept;

/// The paper of shop.css by day and by night: what a browser paints around the page.
pub const PAPER: [&str; 2] = ["#faf6ef", "#14161b"];
/// The header shows a logo so high, in pixels.
const LOGO_HEIGHT: usize = 36;

/// Mails show the icon so large, in pixels.
const MAIL_LOGO: u16 = 32;

/// A file of ours under `/static/`.
#[derive(Debug)]
pub enum File {
    /// Text, compressed.
    Text(Page),
    /// A picture that is small as it is, and its type.
    Picture(Vec<u8>, &'static str),
}

/// A logo in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its address.
    pub href: String,
    /// In pixels of the page.
    pub width: usize,
    /// In pixels of the page.
    pub height: usize,
    /// Whether it says the name.
    pub has_name: bool,
}

/// Everything that makes one shop look unlike the next. Addresses are paths.
#[derive(Debug)]
pub struct Face {
    /// The stylesheet of the accent.
    pub theme: String,
    /// The accent as `#rrggbb`.
    pub accent: String,
    /// The logo, where the owner has one.
    pub logo: Option<Logo>,
    /// The icon as a drawing, where it is one.
    pub icon_svg: Option<String>,
    /// The icon in 32 pixels.
    pub icon_32: String,
    /// The icon in 180 pixels, on paper: home screens fill what one can see through with black.
    pub icon_180: String,
    /// The icon for mails, in twice the pixels it is shown in.
    pub mail_logo: Vec<u8>,
    /// The owner's picture for shared links.
    pub social_image: Option<String>,
    /// Pictures of places, each made when it is first asked for.
    pub pictures: Kept,
    icon: Icon,
    files: HashMap<String, File>,
}

#[derive(Debug)]
enum Icon {
    Svg(String),
    Png(Picture),
}

impl Icon {
    /// The owner's, or the mark in the shop's colour.
    fn of(own: Option<&Picture>, accent: Rgb) -> Self {
        match own {
            Some(picture) if picture.kind == Kind::Svg => {
                Self::Svg(String::from_utf8_lossy(&picture.bytes).into_owned())
            }
            Some(picture) => Self::Png(picture.clone()),
            None => Self::Svg(theme::mark(accent)),
        }
    }

    fn draw(&self, on: &mut Sheet, at: (u16, u16), width: u16) -> io::Result<()> {
        match self {
            Self::Svg(svg) => on.svg(svg, at, width),
            Self::Png(picture) => on.png(&picture.bytes, at, width),
        }
    }

    fn in_pixels(&self, width: u16) -> io::Result<Sheet> {
        let mut sheet = Sheet::new(width.into(), width.into())?;
        self.draw(&mut sheet, (0, 0), width)?;
        Ok(sheet)
    }

    /// The same on paper.
    fn on_paper(&self, width: u16) -> io::Result<Sheet> {
        let paper = Paper { colour: PAPER[0] }
            .render()
            .map_err(io::Error::other)?;
        let mut sheet = Sheet::new(width.into(), width.into())?;
        sheet.svg(&paper, (0, 0), width)?;
        self.draw(&mut sheet, (0, 0), width)?;
        Ok(sheet)
    }
}

/// `templates/paper.svg`: a sheet of the shop's paper, to draw on.
#[derive(Template)]
#[template(path = "paper.svg")]
struct Paper {
    colour: &'static str,
}

impl Face {
    /// The shop's face, drawn.
    ///
    /// # Errors
    /// When a picture cannot be drawn or compressed, which shop.toml was checked for.
    pub fn new(shop: &Shop) -> io::Result<Self> {
        let (brand, accent) = (shop.brand(), theme::accent(&shop.shop.accent));
        let mut files = HashMap::new();
        let theme = add_text(
            &mut files,
            "theme",
            "css",
            "text/css; charset=utf-8",
            theme::stylesheet(accent).as_bytes(),
        )?;
        let icon = Icon::of(brand.icon.as_ref(), accent);
        let icon_svg = match &icon {
            Icon::Svg(svg) => Some(add_text(&mut files, "icon", "svg", SVG, svg.as_bytes())?),
            Icon::Png(_) => None,
        };
        let logo = match &brand.logo {
            Some(picture) => Some(Logo {
                href: add(&mut files, "logo", picture)?,
                width: (picture.width * LOGO_HEIGHT).div_ceil(picture.height.max(1)),
                height: LOGO_HEIGHT,
                has_name: shop.shop.logo_has_name,
            }),
            None => None,
        };
        let social_image = brand
            .social_image
            .as_ref()
            .map(|picture| add(&mut files, "card", picture))
            .transpose()?;
        Ok(Self {
            theme,
            accent: crate::shop::colour::css(accent),
            logo,
            icon_svg,
            icon_32: add_picture(
                &mut files,
                "icon-32",
                "png",
                icon.in_pixels(32)?.into_png()?,
                PNG,
            ),
            icon_180: add_picture(
                &mut files,
                "icon-180",
                "png",
                icon.on_paper(180)?.into_opaque_png()?,
                PNG,
            ),
            mail_logo: icon.in_pixels(2 * MAIL_LOGO)?.into_png()?,
            social_image,
            pictures: Kept::default(),
            icon,
            files,
        })
    }

    /// A file by its name below `/static/`.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.get(name)
    }

    /// The icon in 32 pixels, as a file.
    #[must_use]
    pub fn favicon(&self) -> Option<&File> {
        self.file(self.icon_32.strip_prefix("/static/")?)
    }

    /// Draws the shop's icon into a picture.
    ///
    /// # Errors
    /// As [`Face::new`].
    pub fn draw_icon(&self, on: &mut Sheet, at: (u16, u16), width: u16) -> io::Result<()> {
        self.icon.draw(on, at, width)
    }
}

const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";

fn add(files: &mut HashMap<String, File>, stem: &str, picture: &Picture) -> io::Result<String> {
    match picture.kind {
        Kind::Svg => add_text(files, stem, "svg", SVG, &picture.bytes),
        Kind::Png => Ok(add_picture(files, stem, "png", picture.bytes.to_vec(), PNG)),
        Kind::Jpeg => Ok(add_picture(
            files,
            stem,
            "jpg",
            picture.bytes.to_vec(),
            "image/jpeg",
        )),
    }
}

fn add_text(
    files: &mut HashMap<String, File>,
    stem: &str,
    ending: &str,
    mime: &'static str,
    text: &[u8],
) -> io::Result<String> {
    let page = Page::compress(text, mime)?;
    Ok(put(files, stem, ending, text, File::Text(page)))
}

fn add_picture(
    files: &mut HashMap<String, File>,
    stem: &str,
    ending: &str,
    bytes: Vec<u8>,
    mime: &'static str,
) -> String {
    put(
        files,
        stem,
        ending,
        &bytes.clone(),
        File::Picture(bytes, mime),
    )
}

fn put(
    files: &mut HashMap<String, File>,
    stem: &str,
    ending: &str,
    content: &[u8],
    file: File,
) -> String {
    let name = format!("{stem}-{}.{ending}", digest(content));
    let address = format!("/static/{name}");
    files.insert(name, file);
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(more: &str) -> Face {
        let toml = format!(
            "[shop]\nname=\"A\"\nsupport_email=\"a@example.com\"\ncurrency=\"USD\"\n{more}\n"
        );
        Face::new(&Shop::parse(&toml, "shop.toml").unwrap()).unwrap()
    }

    #[test]
    fn another_accent_has_another_name() {
        let (ours, blue) = (face(""), face("accent = \"#1f40c8\""));
        assert_ne!(ours.theme, blue.theme);
        assert_ne!(ours.icon_svg, blue.icon_svg);
        assert_ne!(ours.icon_32, blue.icon_32);
    }

    #[test]
    fn an_icon_is_drawn_in_the_size_that_is_asked_for_and_the_home_screens_is_on_paper() {
        let face = face("");
        for (address, size) in [(&face.icon_32, 32), (&face.icon_180, 180)] {
            let Some(File::Picture(bytes, "image/png")) =
                face.file(address.strip_prefix("/static/").unwrap())
            else {
                panic!("{address}")
            };
            let size_of = imagesize::blob_size(bytes).unwrap();
            assert_eq!((size_of.width, size_of.height), (size, size));
            let drawn = resvg::tiny_skia::Pixmap::decode_png(bytes).unwrap();
            let corner = drawn.pixel(0, 0).unwrap();
            let seen = (corner.red(), corner.green(), corner.blue(), corner.alpha());
            assert_eq!(
                seen,
                if size == 180 {
                    (0xfa, 0xf6, 0xef, 255)
                } else {
                    (0, 0, 0, 0)
                }
            );
            // The middle of the top edge is the mark's own colour.
            let edge = drawn.pixel(size as u32 / 2, 2).unwrap();
            assert_eq!((edge.red(), edge.green(), edge.blue()), (0xc8, 0x40, 0x1f));
        }
    }
}
