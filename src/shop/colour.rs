//! Colours as shop.toml writes them, and whether words in one can be read on another (WCAG 2.2,
//! 1.4.3). Integers only.

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// As on paper.
pub const WHITE: Rgb = [0xff; 3];
/// The ink of shop.css.
pub const INK: Rgb = [0x1b, 0x22, 0x30];
/// What words of ordinary size must reach, in hundredths.
const READABLE: u64 = 450;

/// `#rrggbb`; `None` for anything else.
#[must_use]
pub fn parse(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#')?;
    let mut rgb = [0; 3];
    hex::decode_to_slice(digits, &mut rgb).ok().map(|()| rgb)
}

/// As `#rrggbb`.
#[must_use]
pub fn css(colour: Rgb) -> String {
    format!("#{}", hex::encode(colour))
}

/// Whether words of ordinary size in one can be read on the other.
#[must_use]
pub fn can_be_read(words: Rgb, ground: Rgb) -> bool {
    contrast(words, ground) >= READABLE
}

/// The colour of words on this ground: white where it can be read, else ink; the better one where
/// neither can.
#[must_use]
pub fn words_on(ground: Rgb) -> Rgb {
    if can_be_read(WHITE, ground) || contrast(WHITE, ground) >= contrast(INK, ground) {
        WHITE
    } else {
        INK
    }
}

/// The nearest shade, darker or paler, on which white or ink can be read; the colour itself when
/// they can.
#[must_use]
pub fn nearest_that_carries_words(colour: Rgb) -> Rgb {
    let carries = |shade: &Rgb| can_be_read(words_on(*shade), *shade);
    (0..=100)
        .flat_map(|share| [mix(colour, 0, share), mix(colour, 0xff, share)])
        .find(carries)
        .unwrap_or(WHITE)
}

/// The colour moved towards black (0) or white (255) until words in it can be read on the ground.
#[must_use]
pub fn readable_on(ground: Rgb, colour: Rgb, towards: u8) -> Rgb {
    (0..=100)
        .map(|share| mix(colour, towards, share))
        .find(|mixed| can_be_read(*mixed, ground))
        .unwrap_or([towards; 3])
}

/// So many hundredths of the way to a grey.
fn mix(colour: Rgb, towards: u8, share: u32) -> Rgb {
    colour.map(|c| {
        u8::try_from((u32::from(c) * (100 - share) + u32::from(towards) * share) / 100)
            .unwrap_or(towards)
    })
}

/// The contrast ratio in hundredths: 2100 is black on white.
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> u64 {
    let (a, b) = (luminance(a), luminance(b));
    let (light, dark) = (a.max(b), a.min(b));
    // 0.05 of the formula, at a scale of ten million.
    (light + 500_000) * 100 / (dark + 500_000)
}

/// Relative luminance at a scale of ten million.
fn luminance([r, g, b]: Rgb) -> u64 {
    (2126 * linear(r) + 7152 * linear(g) + 722 * linear(b)) / 10_000
}

/// sRGB to linear light at a scale of ten million: ((c/255 + 0.055) / 1.055) ^ 2.4, or c/255/12.92
/// near black.
fn linear(channel: u8) -> u64 {
    if channel <= 10 {
        return u64::from(channel) * 10_000_000 / 3295;
    }
    // x ^ 2.4 = r means r ^ 5 = x ^ 12; with x in thousandths and r in ten millionths both fit 128
    // bits.
    let x = (u128::from(channel) * 1000 + 14_025) * 1000 / 269_025;
    let power = x.pow(12) / 10;
    let (mut low, mut high) = (0_u128, 10_000_000_u128);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if middle.pow(5) <= power {
            low = middle
        } else {
            high = middle - 1
        }
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
        assert!(
            (453..=455).contains(&contrast([0x76; 3], WHITE)),
            "{}",
            contrast([0x76; 3], WHITE)
        );
    }

    #[test]
    fn a_colour_between_day_and_night_has_a_near_shade_that_carries_words() {
        let between = [0x7f; 3];
        assert!(!can_be_read(WHITE, between) && !can_be_read(INK, between));
        for grey in 0..=u8::MAX {
            let shade = nearest_that_carries_words([grey; 3]);
            assert!(can_be_read(words_on(shade), shade), "{shade:?}");
            assert!(shade[0].abs_diff(grey) < 16, "{grey} became {shade:?}");
        }
        assert_eq!(
            nearest_that_carries_words([0xc8, 0x40, 0x1f]),
            [0xc8, 0x40, 0x1f]
        );
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(parse("#C8401f"), Some([0xc8, 0x40, 0x1f]));
        for text in ["", "c8401f", "#c84", "#c8401f0", "#c8401g", "red"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
