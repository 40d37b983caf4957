//! Drawings made into pixels. No fonts: what is drawn here has no words.

use std::io;

use resvg::tiny_skia::{FilterQuality, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{Options, Tree};

/// Pixels to be drawn into, and what has been drawn.
pub struct Sheet(Pixmap);

fn failed(what: &str) -> io::Error {
    io::Error::other(what.to_owned())
}

impl Sheet {
    /// Empty, so many pixels wide and high.
    ///
    /// # Errors
    /// When it has no pixels.
    pub fn new(width: u32, height: u32) -> io::Result<Self> {
        Pixmap::new(width, height)
            .map(Self)
            .ok_or_else(|| failed("a sheet without pixels"))
    }

    /// Draws an SVG, its left upper corner at `at`, as wide as `width`.
    ///
    /// # Errors
    /// When it is none.
    pub fn svg(&mut self, svg: &str, at: (u16, u16), width: u16) -> io::Result<()> {
        let tree = Tree::from_str(svg, &Options::default()).map_err(|e| failed(&e.to_string()))?;
        resvg::render(
            &tree,
            placed(at, width, tree.size().width()),
            &mut self.0.as_mut(),
        );
        Ok(())
    }

    /// The same with a PNG.
    ///
    /// # Errors
    /// When it is none.
    pub fn png(&mut self, png: &[u8], at: (u16, u16), width: u16) -> io::Result<()> {
        let picture = Pixmap::decode_png(png).map_err(|e| failed(&e.to_string()))?;
        let own = u16::try_from(picture.width()).unwrap_or(u16::MAX);
        let paint = PixmapPaint {
            quality: FilterQuality::Bicubic,
            ..PixmapPaint::default()
        };
        self.0.draw_pixmap(
            0,
            0,
            picture.as_ref(),
            &paint,
            placed(at, width, f32::from(own)),
            None,
        );
        Ok(())
    }

    /// As a PNG that one can see through where nothing was drawn.
    ///
    /// # Errors
    /// When it cannot be written, which memory gives no cause for.
    pub fn into_png(self) -> io::Result<Vec<u8>> {
        self.0.encode_png().map_err(|e| failed(&e.to_string()))
    }

    /// As a small PNG without transparency, for a sheet that was filled.
    ///
    /// # Errors
    /// As [`Sheet::into_png`].
    pub fn into_opaque_png(self) -> io::Result<Vec<u8>> {
        let (width, height) = (self.0.width(), self.0.height());
        let pixels: Vec<u8> = self
            .0
            .data()
            .chunks_exact(4)
            .flat_map(|pixel| pixel.iter().take(3))
            .copied()
            .collect();
        let mut written = Vec::new();
        let mut encoder = png::Encoder::new(&mut written, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        // Flat colours repeat themselves; a filter would only hide it.
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header()?.write_image_data(&pixels)?;
        Ok(written)
    }
}

#[expect(
    clippy::float_arithmetic,
    reason = "the renderer speaks in floats, and a picture is no money"
)]
fn placed((x, y): (u16, u16), width: u16, own: f32) -> Transform {
    let scale = f32::from(width) / own;
    Transform::from_row(scale, 0.0, 0.0, scale, f32::from(x), f32::from(y))
}
