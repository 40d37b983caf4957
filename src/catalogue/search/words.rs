//! What travellers write around a place's name, in the languages of the shop, and how it is taken
//! off.

use std::collections::HashSet;
use std::sync::LazyLock;

use domain::destination::fold;

/// Words of a query that name no place, in languages that put spaces between words.
const NOISE: &str = include_str!("words/noise.txt");

/// The same in languages without spaces; whatever follows is cut off too soon if a short one comes
/// first.
const UNSPACED: &str = include_str!("words/unspaced.txt");

static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| words_of(NOISE).map(fold).collect());
static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| words_of(UNSPACED).map(fold).collect());

fn words_of(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}

fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c))
}

/// A folded query without the words that name no place, and without figures.
pub(super) fn without_noise(query: &str) -> String {
    let mut text = query.to_owned();
    if is_unspaced(query) {
        for piece in PIECES.iter() {
            text = text.replace(piece.as_str(), " ");
        }
    }
    let counts = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|w| !WORDS.contains(*w) && !counts(w))
        .collect();
    words.join(" ")
}

/// A query that may have an article or preposition grown into its words: `l'Italie`, `لليابان`.
/// `None` when it has not.
pub(super) fn without_grown(query: &str) -> Option<String> {
    let lower = query.to_lowercase().replace('’', "'");
    let cut = |word: &str| {
        let latin = ["l'", "d'"]
            .into_iter()
            .find_map(|start| word.strip_prefix(start).map(str::to_owned));
        let arabic = || {
            ["لل", "بال", "وال", "ل", "ب"]
                .into_iter()
                .find_map(|start| word.strip_prefix(start).map(str::to_owned))
        };
        let long = |rest: &String| rest.chars().count() > 2;
        latin.or_else(arabic).filter(long)
    };
    let words: Vec<(String, bool)> = lower
        .split_whitespace()
        .map(|word| cut(word).map_or((word.to_owned(), false), |rest| (rest, true)))
        .collect();
    let any = words.iter().any(|(_, grown)| *grown);
    any.then(|| {
        fold(
            &words
                .into_iter()
                .map(|(word, _)| word)
                .collect::<Vec<_>>()
                .join(" "),
        )
    })
}

/// The words of a query, and each two, three and four that stand together: `japan south korea`
/// names two places.
pub(super) fn parts(query: &str) -> Vec<String> {
    let words: Vec<&str> = query.split(' ').filter(|w| w.len() > 1).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    // Two letters inside a sentence are a word more often than a code.
    let short = |part: &str| part.len() < 3 && words.iter().any(|w| w.chars().count() > 3);
    let most = words.len().min(4);
    let parts = (1..=most)
        .rev()
        .flat_map(|n| words.windows(n).map(|w| w.join(" ")));
    parts
        .filter(|part| !short(part) || part == "uk" || part == "us")
        .collect()
}
