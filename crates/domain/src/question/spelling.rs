//! One way of writing for what is written in several: figures, spaces, flags, calling codes, and
//! Latin letters inside Chinese and Japanese.

use crate::destination::{called_by_number, with_flags_named};

/// Whether the script puts no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '々')
}

/// The figure that a character of Chinese or Japanese writes.
fn figure(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// What is counted with such a figure.
const COUNTED: [&str; 17] = [
    "天", "日間", "周", "週", "星期", "个月", "個月", "ヶ月", "か月", "泊", "晚", "晩", "夜", "位",
    "名", "个人", "個人",
];

/// Half-width figures and letters, one space where there are several, no marks of direction; flags
/// and calling codes as names.
pub(super) fn tidy(text: &str) -> String {
    let plain: String = with_flags_named(text)
        .chars()
        .filter(|c| !is_mark(*c))
        .map(half_width)
        .collect();
    let parted = counted(&part_scripts(&plain));
    let words: Vec<String> = parted
        .split([' ', '\t', '\u{a0}', '\u{202f}', '\u{3000}'])
        .filter(|w| !w.is_empty())
        .map(by_number)
        .collect();
    couples(words).join(" ")
}

/// `a couple of weeks` → `2 weeks`: no two travellers.
fn couples(words: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut rest = words.into_iter().peekable();
    while let Some(word) = rest.next() {
        let counts = word.eq_ignore_ascii_case("couple")
            && rest
                .peek()
                .is_some_and(|next| next.eq_ignore_ascii_case("of") || is_time(next));
        if !counts {
            out.push(word);
            continue;
        }
        rest.next_if(|next| next.eq_ignore_ascii_case("of"));
        out.pop_if(|before| before.eq_ignore_ascii_case("a"));
        out.push("2".to_owned());
    }
    out
}

fn is_time(word: &str) -> bool {
    ["days", "nights", "weeks", "months"].iter().any(|unit| {
        word.trim_end_matches([',', '.', '?'])
            .eq_ignore_ascii_case(unit)
    })
}

/// `+81`, `0081`: the country that is called so.
fn by_number(word: &str) -> String {
    let bare = word.trim_end_matches([',', '?', '.']);
    let digits = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"));
    digits.and_then(called_by_number).map_or_else(
        || word.to_owned(),
        |country| word.replacen(bare, &country.name, 1),
    )
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}' | 'ـ')
}

fn half_width(c: char) -> char {
    let from = |zero: u32, to: u32| {
        u32::from(c)
            .checked_sub(zero)
            .and_then(|value| char::from_u32(to + value))
            .unwrap_or(c)
    };
    match c {
        '\u{ff01}'..='\u{ff5e}' => from(0xff01, 0x21),
        '٠'..='٩' => from(0x660, 0x30),
        '۰'..='۹' => from(0x6f0, 0x30),
        '٫' => '.',
        c => c,
    }
}

/// `日本esim` → `日本 esim`.
fn part_scripts(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.chars() {
        let seam = |a: char, b: char| a.is_ascii_alphabetic() && is_unspaced(b);
        if seam(before, c) || seam(c, before) {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// `两周` → `2周`; a journey around the world (世界一周) is none of a week.
fn counted(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let rest: String = chars.iter().skip(at + 1).take(2).collect();
        let before = at
            .checked_sub(1)
            .and_then(|at| chars.get(at))
            .copied()
            .unwrap_or(' ');
        let counts = COUNTED.iter().any(|unit| rest.starts_with(unit))
            && before != '界'
            && figure(before).is_none();
        match figure(*c).filter(|_| counts) {
            Some(n) => out.push_str(&n.to_string()),
            None => out.push(*c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_several_ways_is_one() {
        for (written, meant) in [
            ("  日本ｅｓｉｍ　１０ＧＢ ", "日本 esim 10GB"),
            ("٤ أشخاص", "4 أشخاص"),
            ("🇯🇵 两周", "Japan 2周"),
            ("世界一周", "世界一周"),
            ("+81 10gb", "Japan 10gb"),
            ("0044", "United Kingdom"),
            ("+5 days", "+5 days"),
            ("A couple of weeks in Japan", "2 weeks in Japan"),
            ("japan, a couple days", "japan, 2 days"),
            ("couple of GB", "2 GB"),
            ("a couple in Japan", "a couple in Japan"),
        ] {
            assert_eq!(tidy(written), meant, "{written}");
        }
    }
}
