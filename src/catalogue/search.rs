//! Finding a destination by whatever a traveller writes: names, other names, codes, cities, with typing mistakes. No plans, no HTML.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::destination::{self, Destination, fold};

/// Most results of one search.
const MOST: usize = 12;
/// Longer queries are cut: no place has a longer name.
const LONGEST: usize = 80;

/// Words of a query that name no place.
const NOISE: [&str; 38] = [
    "esim",
    "esims",
    "sim",
    "sims",
    "card",
    "cards",
    "data",
    "plan",
    "plans",
    "travel",
    "trip",
    "to",
    "for",
    "in",
    "the",
    "a",
    "from",
    "roaming",
    "internet",
    "mobile",
    "phone",
    "prepaid",
    "package",
    "packages",
    "cheap",
    "best",
    "buy",
    "unlimited",
    "gb",
    "mb",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "holiday",
    "e",
    "with",
];

/// How well something fits; the greater the better.
type Score = u8;
const EXACT: Score = 100;
const EXACT_ALIAS: Score = 94;
const CODE: Score = 90;
const PREFIX: Score = 80;
const PREFIX_ALIAS: Score = 72;
const WORD: Score = 64;
const WORD_ALIAS: Score = 60;
/// Below it a match is a guess.
const TYPO: Score = 40;

/// A place that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub destination: Destination,
    /// The other name by which it was found, e.g. `Bali`; `None` when by its own.
    pub via: Option<&'static str>,
    /// How well it fits.
    score: Score,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Places that fit, the best first.
    pub hits: Vec<Hit>,
    /// Whether no name fits as it was written, and the hits are guesses at what was meant.
    pub guessed: bool,
    /// Places that are mixed up with the best one.
    pub mixed_up: Vec<Destination>,
}

struct Entry {
    destination: Destination,
    name: String,
    codes: [&'static str; 2],
    aliases: Vec<(String, &'static str)>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entry = |destination: Destination| Entry {
        destination,
        name: fold(destination.name()),
        codes: if let Destination::Country(c) = destination { [c.code, c.alpha3] } else { ["", ""] },
        aliases: other_names(destination).map(|name| (fold(name), name)).collect(),
    };
    Destination::all().map(entry).collect()
});

/// What each folded alias means, when it means one thing only.
static BY_ALIAS: LazyLock<HashMap<String, Option<Destination>>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for entry in ENTRIES.iter() {
        for (alias, _) in &entry.aliases {
            names.entry(alias.clone()).and_modify(|d| *d = None).or_insert(Some(entry.destination));
        }
    }
    names
});

/// Aliases, and a country's capital.
fn other_names(destination: Destination) -> impl Iterator<Item = &'static str> {
    let capital = if let Destination::Country(c) = destination { Some(c.capital) } else { None };
    let aliases = destination::aliases(destination.slug());
    aliases.iter().copied().chain(capital.filter(|c| !aliases.contains(c)))
}

/// The destination that an old or other name in an address means, such as `turkey` or `usa`.
#[must_use]
pub fn meant_by(slug: &str) -> Option<Destination> {
    let folded = fold(slug);
    let by_name = || ENTRIES.iter().find(|e| e.name == folded).map(|e| e.destination);
    let by_code = || ENTRIES.iter().find(|e| is_code(e, &folded)).map(|e| e.destination);
    BY_ALIAS.get(&folded).copied().flatten().or_else(by_name).or_else(by_code)
}

/// Searches all destinations, whether or not there are plans for them.
#[must_use]
pub fn search(query: &str) -> Found {
    let cut: String = query.chars().take(LONGEST).collect();
    let whole = fold(&cut);
    let plain = without_noise(&whole);
    let mut hits = best_of(&[whole.as_str(), plain.as_str()], false);
    if hits.is_empty() {
        let parts = parts(&plain);
        hits = best_of(&parts.iter().map(String::as_str).collect::<Vec<_>>(), true);
    }
    let guessed = hits.is_empty();
    if guessed {
        hits = best_guesses(&plain);
    }
    hits.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.destination.name().cmp(b.destination.name())));
    hits.truncate(MOST);
    let mixed_up = mixed_up(&hits);
    Found { hits, guessed, mixed_up }
}

fn without_noise(query: &str) -> String {
    let counts = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = query.split(' ').filter(|w| !w.is_empty() && !NOISE.contains(w) && !counts(w)).collect();
    words.join(" ")
}

/// The words of a query, and each two and three that stand together: `japan south korea` names two places.
fn parts(query: &str) -> Vec<String> {
    let words: Vec<&str> = query.split(' ').filter(|w| w.len() > 1).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    (1..=3).rev().flat_map(|n| words.windows(n).map(|w| w.join(" ")).collect::<Vec<_>>()).collect()
}

/// The hits of all queries, each place once, by its best score; `strict` takes whole names only.
fn best_of(queries: &[&str], strict: bool) -> Vec<Hit> {
    let fit = |entry: &Entry| {
        let fits = queries.iter().filter(|q| !q.is_empty()).filter_map(|q| score(entry, q));
        fits.filter(|(score, _)| !strict || *score >= CODE).max_by_key(|(score, _)| *score)
    };
    let hit = |e: &Entry| fit(e).map(|(score, via)| Hit { destination: e.destination, via, score });
    ENTRIES.iter().filter_map(hit).collect()
}

fn is_code(entry: &Entry, query: &str) -> bool {
    entry.codes.iter().any(|code| !code.is_empty() && code.eq_ignore_ascii_case(query))
}

fn score(entry: &Entry, query: &str) -> Option<(Score, Option<&'static str>)> {
    let long = query.chars().count() > 1;
    let starts_word = |name: &str| name.split(' ').any(|word| word.starts_with(query));
    // “land” alone finds nothing useful inside names; three letters at the start of a word do.
    let wordy = query.chars().count() > 2;
    if entry.name == query {
        return Some((EXACT, None));
    }
    if let Some((_, via)) = entry.aliases.iter().find(|(alias, _)| alias == query) {
        return Some((EXACT_ALIAS, Some(via)));
    }
    if is_code(entry, query) {
        return Some((CODE, None));
    }
    if long && entry.name.starts_with(query) {
        return Some((PREFIX, None));
    }
    if let Some((_, via)) = entry.aliases.iter().find(|(alias, _)| wordy && alias.starts_with(query)) {
        return Some((PREFIX_ALIAS, Some(via)));
    }
    if wordy && (starts_word(&entry.name) || entry.name.contains(&format!(" {query}"))) {
        return Some((WORD, None));
    }
    let (_, via) = entry.aliases.iter().find(|(alias, _)| wordy && (starts_word(alias) || alias.contains(&format!(" {query}"))))?;
    Some((WORD_ALIAS, Some(via)))
}

/// Names that a typing mistake or two away from the query; the nearest only, as a far one only confuses.
fn best_guesses(query: &str) -> Vec<Hit> {
    let length = query.chars().count();
    let allowed = match length {
        0..=3 => return Vec::new(),
        4..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    let distance = |name: &str| strsim::damerau_levenshtein(query, name);
    let mut guesses: Vec<(usize, Hit)> = Vec::new();
    for entry in ENTRIES.iter() {
        let own = (distance(&entry.name), None);
        let other = entry.aliases.iter().map(|(alias, via)| (distance(alias), Some(*via)));
        let Some((far, via)) = std::iter::once(own).chain(other).min_by_key(|(far, via)| (*far, via.is_some())) else { continue };
        if far <= allowed {
            let score = TYPO.saturating_sub(u8::try_from(far).unwrap_or(TYPO));
            guesses.push((far, Hit { destination: entry.destination, via, score }));
        }
    }
    let nearest = guesses.iter().map(|(far, _)| *far).min().unwrap_or_default();
    guesses.into_iter().filter(|(far, _)| *far == nearest).map(|(_, hit)| hit).collect()
}

/// Places mixed up with the best hit that are not among the hits already.
fn mixed_up(hits: &[Hit]) -> Vec<Destination> {
    let Some(best) = hits.first() else { return Vec::new() };
    let others = destination::confusable_with(best.destination.slug()).into_iter().filter_map(Destination::by_slug);
    others.filter(|d| hits.iter().all(|h| h.destination != *d)).collect()
}

#[cfg(test)]
mod tests;
