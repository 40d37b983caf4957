//! Drawing a QR code as a small PNG. Pure: text in, bytes out; it asks nobody and keeps nothing.

use qrcodegen::{QrCode, QrCodeEcc};
use thiserror::Error;

/// White modules on every side, as the standard asks.
const QUIET_ZONE: u32 = 4;
/// Pixels for one module: a 33-module code becomes 328 px, sharp on a 240 px box of a dense screen.
const SCALE: u32 = 8;

/// The text could not be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QrError {
    /// More text than a QR code holds.
    #[error("the text is too long for a QR code")]
    TooLong,
    /// The picture could not be written.
    #[error("the QR code could not be written as a PNG")]
    Png,
}

/// `text` as a 1-bit PNG, black on white with a quiet zone of four modules; error correction M,
/// more where it costs no size.
///
/// # Errors
/// [`QrError`]; never with the text in it, which may be a bearer secret.
pub fn png(text: &str) -> Result<Vec<u8>, QrError> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| QrError::TooLong)?;
    let modules = u32::try_from(code.size()).map_err(|_| QrError::Png)?;
    let side = (modules + 2 * QUIET_ZONE) * SCALE;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().map_err(|_| QrError::Png)?;
    writer
        .write_image_data(&rows(&code, side))
        .map_err(|_| QrError::Png)?;
    writer.finish().map_err(|_| QrError::Png)?;
    Ok(bytes)
}

/// `text` as half blocks for a terminal, light on dark and dark on light alike, as the quiet zone
/// is drawn, too.
///
/// # Errors
/// [`QrError::TooLong`]
pub fn blocks(text: &str) -> Result<String, QrError> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).map_err(|_| QrError::TooLong)?;
    let quiet = 2;
    let mut drawn = String::new();
    for y in (-quiet..code.size() + quiet).step_by(2) {
        for x in -quiet..code.size() + quiet {
            // A terminal's ground is dark for most: what is drawn is the white.
            drawn.push(match (code.get_module(x, y), code.get_module(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        drawn.push('\n');
    }
    Ok(drawn)
}

/// Rows of one bit a pixel, 1 is white. `SCALE` is eight, so a module is exactly a byte of each
/// row.
fn rows(code: &QrCode, side: u32) -> Vec<u8> {
    let module = |at: u32| i32::try_from(at / SCALE).unwrap_or(0) - QUIET_ZONE.cast_signed();
    let mut data = Vec::new();
    for y in 0..side {
        for x in (0..side).step_by(8) {
            data.push(if code.get_module(module(x), module(y)) {
                0x00
            } else {
                0xff
            });
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads a PNG of ours the way a phone's camera would.
    pub fn read_back(bytes: &[u8]) -> String {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let (width, height) = (info.width as usize, info.height as usize);
        assert!(width >= 240 && width == height);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            pixels[y * width + x]
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_camera_reads_back_what_was_drawn(id in "[A-Za-z0-9-]{0,120}") {
            let text = format!("LPA:1$rsp.truphone.com${id}");
            prop_assert_eq!(read_back(&png(&text).unwrap()), text);
        }
    }

    #[test]
    fn the_border_is_white() {
        let bytes = png("LPA:1$rsp.truphone.com$JQ-2D51JC-XXXXXX").unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .unwrap();
        assert_eq!(reader.info().bit_depth, png::BitDepth::One);
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let line = reader.next_frame(&mut pixels).unwrap().line_size;
        assert!(pixels[..line * 32].iter().all(|b| *b == 0xff));
        assert!(pixels.chunks(line).all(|row| row[..4] == [0xff; 4]));
    }

    #[test]
    fn a_text_that_does_not_fit_is_an_error_without_the_text() {
        let error = png(&"x".repeat(3000)).unwrap_err();
        assert_eq!(error, QrError::TooLong);
        assert!(!error.to_string().contains("xxx"));
    }
}
