//! The owner's accent colour made into a stylesheet and an icon: shades that can be read on paper, by day and by night. Integers only.

use crate::catalogue::pages::digest;

type Rgb = [u8; 3];

/// The paper and the sheet of shop.css by day and by night: the lightest and darkest grounds that accent words stand on.
const DAY_GROUND: Rgb = [0xf1, 0xea, 0xdf];
const NIGHT_GROUND: Rgb = [0x32, 0x36, 0x42];
const WHITE: Rgb = [0xff; 3];
const INK: Rgb = [0x1b, 0x22, 0x30];

/// A generated file of `/static/`.
#[derive(Debug, PartialEq, Eq)]
pub struct Generated {
    /// Its name, with the hash of its content.
    pub name: String,
    /// Its content.
    pub content: String,
}

/// `theme-….css` for an accent written as `#rrggbb`.
#[must_use]
pub fn stylesheet(accent: &str) -> Generated {
    let fill = parse(accent);
    let text = if contrast(WHITE, fill) >= 450 || contrast(WHITE, fill) >= contrast(INK, fill) { WHITE } else { INK };
    let (light, dark) = (readable_on(DAY_GROUND, fill, 0), readable_on(NIGHT_GROUND, fill, 0xff));
    let content = format!(
        ":root {{ --accent: {}; --accent-text: {}; --accent-on-light: {}; --accent-on-dark: {}; }}\n",
        css(fill),
        css(text),
        css(light),
        css(dark)
    );
    Generated { name: format!("theme-{}.css", digest(content.as_bytes())), content }
}

/// `icon-….svg`: the shop's mark in its accent.
#[must_use]
pub fn icon(accent: &str) -> Generated {
    let fill = parse(accent);
    let line = if contrast(WHITE, fill) >= 300 { WHITE } else { INK };
    let content = include_str!("../../static/icon.svg").replace("#c8401f", &css(fill)).replace("#fff", &css(line));
    Generated { name: format!("icon-{}.svg", digest(content.as_bytes())), content }
}

/// shop.toml is checked for `#rrggbb` when it is read; anything else becomes the default accent.
fn parse(accent: &str) -> Rgb {
    let mut rgb = [0; 3];
    match hex::decode_to_slice(accent.trim_start_matches('#'), &mut rgb) {
        Ok(()) => rgb,
        Err(_) => [0xc8, 0x40, 0x1f],
    }
}

fn css(colour: Rgb) -> String {
    format!("#{}", hex::encode(colour))
}

/// The colour moved towards black (0) or white (255) until words in it reach 4.5 : 1 on the ground (WCAG 2.2, 1.4.3).
fn readable_on(ground: Rgb, colour: Rgb, towards: u8) -> Rgb {
    let mix =
        |share: u32| colour.map(|c| u8::try_from((u32::from(c) * (100 - share) + u32::from(towards) * share) / 100).unwrap_or(towards));
    (0..=100).map(mix).find(|mixed| contrast(*mixed, ground) >= 450).unwrap_or([towards; 3])
}

/// The contrast ratio in hundredths: 2100 is black on white.
fn contrast(a: Rgb, b: Rgb) -> u64 {
    let (a, b) = (luminance(a), luminance(b));
    let (light, dark) = (a.max(b), a.min(b));
    // 0.05 of the formula, at a scale of ten million.
    (light + 500_000) * 100 / (dark + 500_000)
}

/// Relative luminance at a scale of ten million.
fn luminance([r, g, b]: Rgb) -> u64 {
    (2126 * linear(r) + 7152 * linear(g) + 722 * linear(b)) / 10_000
}

/// sRGB to linear light at a scale of ten million: ((c/255 + 0.055) / 1.055) ^ 2.4, or c/255/12.92 near black.
fn linear(channel: u8) -> u64 {
    if channel <= 10 {
        return u64::from(channel) * 10_000_000 / 3295;
    }
    // x ^ 2.4 = r means r ^ 5 = x ^ 12; with x in thousandths and r in ten millionths both fit 128 bits.
    let x = (u128::from(channel) * 1000 + 14_025) * 1000 / 269_025;
    let power = x.pow(12) / 10;
    let (mut low, mut high) = (0_u128, 10_000_000_u128);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if middle.pow(5) <= power { low = middle } else { high = middle - 1 }
    }
    u64::try_from(low).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert_eq!(contrast([0; 3], WHITE), 2100);
        assert_eq!(contrast(WHITE, WHITE), 100);
        // #767676 on white is the well-known 4.54.
        assert!((453..=455).contains(&contrast([0x76; 3], WHITE)), "{}", contrast([0x76; 3], WHITE));
    }

    #[test]
    fn words_in_any_accent_can_be_read_by_day_and_by_night() {
        for accent in ["#c8401f", "#ffe600", "#000000", "#ffffff", "#00ff88", "#1b2230", "#7f7f7f"] {
            let fill = parse(accent);
            assert!(contrast(readable_on(DAY_GROUND, fill, 0), DAY_GROUND) >= 450, "{accent} by day");
            assert!(contrast(readable_on(NIGHT_GROUND, fill, 0xff), NIGHT_GROUND) >= 450, "{accent} by night");
        }
    }

    #[test]
    fn a_pale_accent_carries_dark_words() {
        assert!(stylesheet("#ffe600").content.contains("--accent-text: #1b2230"));
        assert!(stylesheet("#c8401f").content.contains("--accent-text: #ffffff"));
    }

    #[test]
    fn another_accent_has_another_name() {
        assert_ne!(stylesheet("#c8401f").name, stylesheet("#1f40c8").name);
        assert!(icon("#1f40c8").content.contains("#1f40c8"));
    }
}
