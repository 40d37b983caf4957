//! The owner's accent colour made into a stylesheet and a mark: shades that can be read on paper,
//! by day and by night.

use crate::shop::colour::{self, INK, Rgb, WHITE, contrast, css, readable_on, words_on};

/// The paper and the sheet of shop.css by day and by night: the lightest and darkest grounds that
/// accent words stand on.
const DAY_GROUND: Rgb = [0xf1, 0xea, 0xdf];
const NIGHT_GROUND: Rgb = [0x32, 0x36, 0x42];
/// What can be told from its ground though it is no word, in hundredths (WCAG 2.2, 1.4.11).
const SHAPE: u64 = 300;

/// The accent, as shop.toml was checked for; anything else becomes the default one.
#[must_use]
pub fn accent(text: &str) -> Rgb {
    colour::parse(text).unwrap_or([0xc8, 0x40, 0x1f])
}

/// The stylesheet of an accent.
#[must_use]
pub fn stylesheet(accent: Rgb) -> String {
    format!(
        ":root {{ --accent: {}; --accent-text: {}; --accent-on-light: {}; --accent-on-dark: {}; \
         }}\n",
        css(accent),
        css(words_on(accent)),
        css(readable_on(DAY_GROUND, accent, 0)),
        css(readable_on(NIGHT_GROUND, accent, 0xff))
    )
}

/// The shop's mark in its accent.
#[must_use]
pub fn mark(accent: Rgb) -> String {
    let line = if contrast(WHITE, accent) >= SHAPE {
        WHITE
    } else {
        INK
    };
    include_str!("../../static/icon.svg")
        .replace("#c8401f", &css(accent))
        .replace("#fff", &css(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::colour::can_be_read;

    #[test]
    fn words_in_any_accent_can_be_read_by_day_and_by_night() {
        for text in [
            "#c8401f", "#ffe600", "#000000", "#ffffff", "#00ff88", "#1b2230", "#7f7f7f",
        ] {
            assert!(
                can_be_read(readable_on(DAY_GROUND, accent(text), 0), DAY_GROUND),
                "{text} by day"
            );
            assert!(
                can_be_read(readable_on(NIGHT_GROUND, accent(text), 0xff), NIGHT_GROUND),
                "{text} by night"
            );
        }
    }

    #[test]
    fn a_pale_accent_carries_dark_words() {
        assert!(stylesheet(accent("#ffe600")).contains("--accent-text: #1b2230"));
        assert!(stylesheet(accent("#c8401f")).contains("--accent-text: #ffffff"));
    }

    #[test]
    fn the_mark_wears_the_accent() {
        assert!(mark(accent("#1f40c8")).contains("#1f40c8"));
    }
}
