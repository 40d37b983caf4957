//! Everything that places are called, folded once and laid out to be looked up. Knows nothing of
//! what travellers write around names.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use domain::destination::{self, Destination, LANGUAGES, fold};

/// What a key is to its place; the first counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Its name in a language of the shop.
    Name,
    /// Another name, or its capital.
    Alias,
    /// An ISO 3166 code.
    Code,
    /// Its people's: `japanese`.
    People,
    /// One of its other towns.
    Town,
    /// One of its airports.
    Airport,
    /// Its name in a language that the shop does not speak.
    Abroad,
}

/// Shorter names in Latin letters are words of other languages more often than countries: the
/// Vietnamese call Italy Ý.
const ABROAD: usize = 4;

/// One thing that one place is called.
#[derive(Debug)]
pub(super) struct Key {
    pub place: Destination,
    pub kind: Kind,
    /// Position in [`LANGUAGES`]; none for codes and the like.
    pub language: Option<usize>,
    /// As it is written.
    pub written: &'static str,
}

/// A folded text, with all that it is a name of.
#[derive(Debug)]
pub(super) struct Text {
    pub text: String,
    pub length: usize,
    /// Which letters it has, as bits: tells cheaply that two texts are far apart.
    letters: u64,
    /// Whether it may be guessed at: codes and foreign names may not.
    guessable: bool,
    pub keys: Vec<Key>,
}

/// All texts, in order.
#[derive(Debug)]
pub(super) struct Index {
    texts: Vec<Text>,
    exact: HashMap<String, usize>,
    /// Each place where a word begins, in order: the rest of the text, its text, and whether it is
    /// the text's own beginning.
    starts: Vec<(String, usize, bool)>,
    by_length: BTreeMap<usize, Vec<usize>>,
}

pub(super) static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// A place's names as they are written, with kind and language.
fn keys_of(place: Destination) -> Vec<Key> {
    let mut keys = Vec::new();
    for (language, code) in LANGUAGES.into_iter().enumerate() {
        let mut add = |kind, written| {
            keys.push(Key {
                place,
                kind,
                language: Some(language),
                written,
            })
        };
        add(Kind::Name, place.name_in(code));
        for alias in destination::aliases(place.slug(), code) {
            add(Kind::Alias, alias);
        }
        if let Destination::Country(country) = place {
            add(Kind::Alias, country.capital_in(code));
            for town in country.cities_in(code) {
                add(Kind::Town, town);
            }
        }
    }
    let mut add = |kind, written| {
        keys.push(Key {
            place,
            kind,
            language: None,
            written,
        })
    };
    for word in destination::demonyms(place.slug()) {
        add(Kind::People, word);
    }
    if let Destination::Country(country) = place {
        add(Kind::Code, country.code);
        add(Kind::Code, country.alpha3);
        for (iata, _) in destination::airports().filter(|(_, there)| there.code == country.code) {
            add(Kind::Airport, iata);
        }
    }
    keys
}

/// The folded spellings of one name: as it is, `oe` for `ö`, and `saint` for `st`.
fn spellings(written: &str) -> Vec<String> {
    let mut all = vec![fold(written)];
    let lower = written.to_lowercase();
    if lower.contains(['ä', 'ö', 'ü']) {
        all.push(fold(
            &lower
                .replace('ä', "ae")
                .replace('ö', "oe")
                .replace('ü', "ue"),
        ));
    }
    if let Some(rest) = all[0].strip_prefix("st ") {
        all.push(format!("saint {rest}"));
    } else if let Some(rest) = all[0].strip_prefix("saint ") {
        all.push(format!("st {rest}"));
    }
    all
}

/// The letters of a text as bits; two letters may share one.
fn letters(text: &str) -> u64 {
    text.chars()
        .fold(0, |bits, c| bits | 1_u64.wrapping_shl(u32::from(c) % 61))
}

impl Index {
    fn new() -> Self {
        let mut named: BTreeMap<String, Vec<Key>> = BTreeMap::new();
        for place in Destination::all() {
            for key in keys_of(place) {
                for text in spellings(key.written) {
                    let keys = named.entry(text).or_default();
                    let known = |k: &Key| {
                        k.place == place && k.kind == key.kind && k.language == key.language
                    };
                    if !keys.iter().any(known) {
                        keys.push(Key {
                            place,
                            kind: key.kind,
                            language: key.language,
                            written: key.written,
                        });
                    }
                }
            }
        }
        for (country, written) in destination::abroad() {
            let text = fold(written);
            if !text.is_ascii() || text.len() >= ABROAD {
                let key = Key {
                    place: Destination::Country(country),
                    kind: Kind::Abroad,
                    language: None,
                    written,
                };
                named.entry(text).or_default().push(key);
            }
        }
        Self::of(named)
    }

    fn of(named: BTreeMap<String, Vec<Key>>) -> Self {
        let mut index = Self {
            texts: Vec::new(),
            exact: HashMap::new(),
            starts: Vec::new(),
            by_length: BTreeMap::new(),
        };
        for (text, keys) in named {
            let (at, length) = (index.texts.len(), text.chars().count());
            let guessable = keys
                .iter()
                .any(|k| !matches!(k.kind, Kind::Code | Kind::Airport | Kind::Abroad));
            index.exact.insert(text.clone(), at);
            if guessable {
                let words = text
                    .match_indices(' ')
                    .map(|(space, _)| space.saturating_add(1));
                let starts = std::iter::once(0)
                    .chain(words)
                    .filter_map(|from| Some((text.get(from..)?.to_owned(), at, from == 0)));
                index.starts.extend(starts);
                index.by_length.entry(length).or_default().push(at);
            }
            index.texts.push(Text {
                letters: letters(&text),
                length,
                guessable,
                keys,
                text,
            });
        }
        // Names are also found as one word: hongkong, newzealand.
        for at in 0..index.texts.len() {
            if let Some(text) = index
                .texts
                .get(at)
                .filter(|t| t.guessable && t.text.contains(' '))
            {
                index.exact.entry(text.text.replace(' ', "")).or_insert(at);
            }
        }
        index.starts.sort_unstable();
        index
    }

    /// What is called exactly so.
    pub fn exactly(&self, text: &str) -> &[Key] {
        self.exact
            .get(text)
            .and_then(|at| self.texts.get(*at))
            .map_or(&[], |t| &t.keys)
    }

    /// What has a word that begins so, and whether the whole begins so.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = (&Text, bool)> {
        let from = self
            .starts
            .partition_point(|(start, _, _)| start.as_str() < text);
        let rest = self.starts.get(from..).unwrap_or_default().iter();
        rest.take_while(move |(start, _, _)| start.starts_with(text))
            .filter_map(|(_, at, whole)| Some((self.texts.get(*at)?, *whole)))
    }

    /// What is spelt nearly so, with the number of mistakes: a letter missing, doubled, wrong, or
    /// two swapped.
    pub fn nearly(&self, text: &str, allowed: usize) -> Vec<(usize, &Text)> {
        let (length, mine) = (text.chars().count(), letters(text));
        let near = self
            .by_length
            .range(length.saturating_sub(allowed)..=length.saturating_add(allowed));
        let texts = near
            .flat_map(|(_, all)| all)
            .filter_map(|at| self.texts.get(*at));
        // One mistake changes at most two letters of the set.
        let alike =
            texts.filter(|t| (t.letters ^ mine).count_ones() as usize <= allowed.saturating_mul(2));
        let close = alike.map(|t| (strsim::damerau_levenshtein(text, &t.text), t));
        close
            .filter(|(far, t)| *far <= allowed.min(t.length.saturating_sub(1).div_ceil(3)))
            .collect()
    }
}
