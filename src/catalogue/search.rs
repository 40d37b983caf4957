//! Finding a destination by whatever a traveller writes: names, other names, codes, cities, in
//! every language of the shop, with typing mistakes. No plans, no HTML.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use domain::destination::{self, Country, Destination, LANGUAGES, fold};
use domain::question::{self, Question, Travel};
use domain::trip;

mod index;
mod words;

use index::{INDEX, Key, Kind};

/// Most results of one search.
const MOST: usize = 12;
/// Longer queries are cut: no place has a longer name.
const LONGEST: usize = 80;

/// How well something fits; the greater the better.
type Score = u8;
/// Below it a match is a guess.
const TYPO: Score = 40;
/// What a name in the language of the page counts more.
const AT_HOME: Score = 3;

/// Where most travellers go: among places that fit equally well, the one that was meant more often.
const TRAVELLED: [&str; 30] = [
    "japan",
    "united-states",
    "united-kingdom",
    "france",
    "spain",
    "italy",
    "turkiye",
    "thailand",
    "germany",
    "greece",
    "south-korea",
    "china",
    "united-arab-emirates",
    "mexico",
    "indonesia",
    "vietnam",
    "portugal",
    "switzerland",
    "austria",
    "egypt",
    "morocco",
    "singapore",
    "malaysia",
    "india",
    "canada",
    "australia",
    "saudi-arabia",
    "congo-kinshasa",
    "netherlands",
    "croatia",
];

/// How often a place is the one that was meant; the smaller the oftener.
#[must_use]
pub fn travelled(slug: &str) -> usize {
    TRAVELLED
        .iter()
        .position(|known| *known == slug)
        .unwrap_or(TRAVELLED.len())
}

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
    /// Places that are mixed up with the best one, where it was not called by a name of its own.
    pub mixed_up: Vec<Destination>,
}

/// The destination that an old or other name in an address means, such as `turkey` or `usa`.
#[must_use]
pub fn meant_by(slug: &str) -> Option<Destination> {
    let keys = INDEX.exactly(&fold(slug));
    let called = |kinds: &[Kind]| {
        keys.iter()
            .filter(|k| kinds.contains(&k.kind))
            .map(|k| k.place)
            .collect::<Vec<_>>()
    };
    let places = [&[Kind::Name][..], &[Kind::Alias, Kind::Town], &[Kind::Code]]
        .into_iter()
        .map(called)
        .find(|found| !found.is_empty())?;
    let first = *places.first()?;
    places.iter().all(|place| *place == first).then_some(first)
}

/// Searches all destinations, whether or not there are plans for them. The language is that of the
/// page; it decides between names that are equally good.
#[must_use]
pub fn search(query: &str, language: &str) -> Found {
    let cut: String = query.chars().take(LONGEST).collect();
    let asked = Asked::new(language);
    let whole = fold(&cut);
    let grown = words::without_grown(&cut).map(|text| words::without_noise(&text));
    let plain = words::without_noise(&whole);
    let texts: Vec<&str> = [whole.as_str(), plain.as_str()]
        .into_iter()
        .chain(grown.as_deref())
        .collect();
    let mut best = Best::default();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        asked.exactly(text, true, &mut best);
        asked.exactly(&text.replace(' ', ""), true, &mut best);
        asked.beginning(text, &mut best);
    }
    let mut own = texts.iter().any(|text| !INDEX.exactly(text).is_empty());
    let parts = words::parts(&plain);
    if best.0.is_empty() {
        let codes = plain.split(' ').all(|word| word.len() <= 3);
        parts
            .iter()
            .for_each(|part| asked.exactly(part, codes, &mut best));
        own = own || !best.0.is_empty();
    }
    let guessed = best.0.is_empty();
    if guessed {
        let long = parts
            .iter()
            .map(String::as_str)
            .filter(|part| part.chars().count() > 4);
        for text in [plain.as_str()]
            .into_iter()
            .chain(grown.as_deref())
            .chain(long)
        {
            asked.guess(text, &mut best);
            if !best.0.is_empty() {
                break;
            }
        }
    }
    let hits = asked.hits(best);
    // Whoever wrote a place's own name means it.
    let mixed_up = if own { Vec::new() } else { mixed_up(&hits) };
    Found {
        guessed: guessed && !hits.is_empty(),
        hits,
        mixed_up,
    }
}

/// The one country that a name means as a whole, in any language, and whether it is spelt so.
/// `None` for what names no country, and for what names several places.
#[must_use]
pub fn country_meant(name: &str, language: &str) -> Option<(&'static Country, bool)> {
    let asked = Asked::new(language);
    let text = fold(name);
    let (mut exact, mut guessed) = (Best::default(), Best::default());
    asked.exactly(&text, false, &mut exact);
    let sure = !exact.0.is_empty();
    if !sure && text.chars().count() > 4 {
        asked.guess(&text, &mut guessed);
    }
    let hits = asked.hits(if sure { exact } else { guessed });
    match hits.first()?.destination {
        Destination::Country(country) if sure || hits.len() == 1 => Some((country, sure)),
        _ => None,
    }
}

/// What somebody asks of the shop in one line, read on a page in this language. `beside` is the
/// first day and the length of the trip where the text says none.
#[must_use]
pub fn ask(
    text: &str,
    today: NaiveDate,
    beside: (Option<NaiveDate>, Option<u32>),
    language: &str,
) -> Question {
    let find = |name: &str| {
        country_meant(name, language).map(|(country, sure)| trip::Found {
            country: country.code,
            sure,
        })
    };
    question::read(text, today, beside, find)
}

/// The places that a question names: what its words find, or the country that its dates stand
/// beside.
#[must_use]
pub fn places(travel: &Travel, language: &str) -> Found {
    let found = search(&travel.places, language);
    let stop = travel
        .reading
        .stops
        .iter()
        .find(|stop| stop.sure)
        .and_then(|stop| destination::country(stop.country));
    match stop.filter(|_| found.guessed || found.hits.is_empty()) {
        Some(country) => {
            let hit = Hit {
                destination: Destination::Country(country),
                via: None,
                score: TYPO,
            };
            Found {
                hits: vec![hit],
                ..Found::default()
            }
        }
        None => found,
    }
}

/// By slug, the best key of each place and what it counts.
#[derive(Default)]
struct Best(BTreeMap<&'static str, (Score, &'static Key)>);

impl Best {
    fn add(&mut self, score: Score, key: &'static Key) {
        let known = self.0.entry(key.place.slug()).or_insert((score, key));
        if known.0 < score {
            *known = (score, key);
        }
    }
}

/// A search on a page in one language.
struct Asked {
    /// Position in [`LANGUAGES`]; English when unknown.
    language: usize,
}

impl Asked {
    fn new(language: &str) -> Self {
        Self {
            language: LANGUAGES
                .iter()
                .position(|known| known.eq_ignore_ascii_case(language))
                .unwrap_or_default(),
        }
    }

    fn at_home(&self, key: &Key) -> bool {
        key.language == Some(self.language)
    }

    /// A name in the page's language or in English, which is written everywhere.
    fn plain_name(&self, key: &Key) -> bool {
        key.kind == Kind::Name && (self.at_home(key) || key.language == Some(0))
    }

    fn exactly(&self, text: &str, codes: bool, best: &mut Best) {
        for key in INDEX.exactly(text) {
            let score = match key.kind {
                Kind::Name if self.plain_name(key) => 100,
                Kind::Name => 96,
                Kind::Alias => 93,
                Kind::Code if codes => 92,
                Kind::People => 90,
                Kind::Town => 86,
                Kind::Airport if codes => 84,
                Kind::Abroad => 82,
                Kind::Code | Kind::Airport => continue,
            };
            best.add(
                if key.kind != Kind::Name && self.at_home(key) {
                    AT_HOME.saturating_add(score)
                } else {
                    score
                },
                key,
            );
        }
    }

    fn beginning(&self, text: &str, best: &mut Best) {
        // One character of Chinese or Japanese is as much as two or three letters.
        let length = if text.chars().any(|c| c >= '\u{3040}') {
            3
        } else {
            text.chars().count()
        };
        if length < 2 {
            return;
        }
        for (found, from_start) in INDEX.beginning(text) {
            for key in &found.keys {
                let score = match (key.kind, from_start) {
                    (Kind::Code | Kind::Airport | Kind::Abroad, _) => continue,
                    (Kind::Name, true) if self.plain_name(key) => 80,
                    _ if length < 3 => continue,
                    (Kind::Name, true) => 72,
                    (Kind::Alias, true) => 70,
                    (Kind::Town | Kind::People, true) => 66,
                    (Kind::Name, false) if self.plain_name(key) => 64,
                    (_, false) => 55,
                };
                best.add(
                    if self.at_home(key) {
                        AT_HOME.saturating_add(score)
                    } else {
                        score
                    },
                    key,
                );
            }
        }
    }

    /// Names that are a typing mistake or two away; the nearest only, as a far one only confuses.
    fn guess(&self, text: &str, best: &mut Best) {
        let allowed = match text.chars().count() {
            0..=3 => return,
            4..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        let near = INDEX.nearly(text, allowed);
        let nearest = near.iter().map(|(far, _)| *far).min().unwrap_or_default();
        for (_, found) in near.into_iter().filter(|(far, _)| *far == nearest) {
            for key in found
                .keys
                .iter()
                .filter(|k| !matches!(k.kind, Kind::Code | Kind::Airport | Kind::Abroad))
            {
                let lost = match key.kind {
                    Kind::Name if self.plain_name(key) => 0,
                    _ if self.at_home(key) => 1,
                    Kind::Name => 2,
                    Kind::Alias | Kind::People => 3,
                    _ => 4,
                };
                best.add(TYPO.saturating_sub(lost), key);
            }
        }
    }

    fn hits(&self, best: Best) -> Vec<Hit> {
        let mut hits: Vec<Hit> = best
            .0
            .into_values()
            .map(|(score, key)| Hit {
                destination: key.place,
                via: self.via(key),
                score,
            })
            .collect();
        hits.sort_by_cached_key(|hit| {
            (
                std::cmp::Reverse(hit.score),
                travelled(hit.destination.slug()),
                hit.destination.name(),
            )
        });
        hits.truncate(MOST);
        hits
    }

    /// By which name it was found, when that is worth saying.
    fn via(&self, key: &Key) -> Option<&'static str> {
        let own = LANGUAGES
            .get(self.language)
            .map_or("", |language| key.place.name_in(language));
        let told = !matches!(key.kind, Kind::Code | Kind::People) && fold(key.written) != fold(own);
        told.then_some(key.written)
    }
}

/// Places mixed up with the best hit that are not among the hits already.
fn mixed_up(hits: &[Hit]) -> Vec<Destination> {
    let Some(best) = hits.first() else {
        return Vec::new();
    };
    let others = destination::confusable_with(best.destination.slug())
        .into_iter()
        .filter_map(Destination::by_slug);
    others
        .filter(|d| hits.iter().all(|h| h.destination != *d))
        .collect()
}

#[cfg(test)]
mod tests;
