//! The places that a written trip names, each with the dates beside it, and the words that name
//! none.

use super::items::TripItem;
use super::{Beside, DateMention, Found, StayDraft, TripDraft};
use crate::trip::words::{Meaning, means};

/// Words of the longest name that is looked for inside a longer text.
const NAME: usize = 4;
/// Names looked for in one text; what is left then is named back.
const LOOKS: usize = 80;

/// `find` says which one country a name means as a whole.
pub(super) fn find_places(
    chars: &[char],
    items: &[TripItem],
    find: &dyn Fn(&str) -> Option<Found>,
) -> TripDraft {
    let mut finder = PlaceFinder {
        chars,
        find,
        looks: LOOKS,
        draft: TripDraft::default(),
        beside: None,
        waiting: Vec::new(),
        last: (usize::MAX, 0),
    };
    for item in items {
        finder.take(item);
    }
    finder.draft
}

struct PlaceFinder<'a> {
    chars: &'a [char],
    find: &'a dyn Fn(&str) -> Option<Found>,
    looks: usize,
    draft: TripDraft,
    /// The place that a date belongs to when it comes next.
    beside: Option<usize>,
    /// The dates that wait for a place.
    waiting: Vec<usize>,
    /// The last place by its number, and where its text begins.
    last: (usize, usize),
}

impl PlaceFinder<'_> {
    fn text(&self, from: usize, to: usize) -> String {
        self.chars
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .collect::<String>()
            .trim()
            .to_owned()
    }

    fn take(&mut self, item: &TripItem) {
        match item {
            TripItem::Break => {
                self.beside = None;
                self.waiting.clear();
            }
            TripItem::When { when, from, to } => {
                let beside = self.beside.map_or(
                    Beside::Apart(self.draft.stays.len().checked_sub(1)),
                    Beside::After,
                );
                if self.beside.is_none() {
                    self.waiting.push(self.draft.dates.len());
                }
                let text = self.text(*from, *to);
                self.draft.dates.push(DateMention {
                    when: *when,
                    beside,
                    text,
                });
            }
            TripItem::Place { from, to, joined } => self.take_place(*from, *to, *joined),
        }
    }

    fn take_place(&mut self, from: usize, to: usize, joined: bool) {
        let before = self.draft.stays.len();
        self.find_names(&self.text(from, to));
        let one = self.draft.stays.len() == before + 1;
        if joined
            && one
            && self.beside == before.checked_sub(1)
            && self.last.0 == before.wrapping_sub(1)
            && self.drop_repeated()
        {
            let whole = self.text(self.last.1, to);
            if let Some(stay) = self.draft.stays.last_mut() {
                stay.text = whole;
            }
            return;
        }
        if self.draft.stays.len() > before {
            for at in self.waiting.drain(..) {
                if let Some(date) = self.draft.dates.get_mut(at) {
                    date.beside = Beside::Before(before);
                }
            }
            self.beside = self.draft.stays.len().checked_sub(1);
            self.last = (before, from);
        }
    }

    /// “Bosnia and Herzegovina”: the last two are one when they are in one country; the last goes.
    fn drop_repeated(&mut self) -> bool {
        let same = matches!(self.draft.stays.as_slice(), [.., a, b] if a.country == b.country);
        if same {
            self.draft.stays.pop();
        }
        same
    }

    /// The places that a text between two signs names, and the words in it that name none.
    fn find_names(&mut self, text: &str) {
        let filler = |word: &&str| means(word, Meaning::Filler);
        if let Some(found) = self.look(text) {
            return self.add_stay(text, found);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut lost: Vec<&str> = Vec::new();
        let mut at = 0;
        while let Some(first) = words.get(at).copied() {
            let names = (1..=NAME.min(words.len() - at))
                .rev()
                .filter(|n| *n < words.len() || words.len() == 1);
            let name = |n: usize| words.get(at..at + n).unwrap_or_default().join(" ");
            let mut found = None;
            for n in names.filter(|_| !filler(&first)) {
                found = self.look(&name(n)).map(|found| (n, found));
                if found.is_some() {
                    break;
                }
            }
            match found {
                Some((n, found)) => {
                    self.give_up(&mut lost);
                    self.add_stay(&name(n), found);
                    at += n;
                    continue;
                }
                None if filler(&first) => self.give_up(&mut lost),
                None if !self.split_word(first) => lost.push(first),
                None => self.give_up(&mut lost),
            }
            at += 1;
        }
        self.give_up(&mut lost);
    }

    /// A word that is several names: `Tokyo-Bali`, `東京とバリ`, and the Arabic “and” before a name.
    fn split_word(&mut self, word: &str) -> bool {
        if let Some(found) = word.strip_prefix('و').and_then(|rest| self.look(rest)) {
            self.add_stay(word.trim_start_matches('و'), found);
            return true;
        }
        let parts: Vec<&str> = word
            .split(['-', '‑', 'と', '和', '及', '跟', '到', '去', '再'])
            .filter(|part| !part.is_empty())
            .collect();
        let found: Vec<Found> = parts.iter().filter_map(|part| self.look(part)).collect();
        let all = parts.len() > 1 && found.len() == parts.len();
        if all {
            parts
                .iter()
                .zip(found)
                .for_each(|(part, found)| self.add_stay(part, found));
        }
        all
    }

    fn look(&mut self, name: &str) -> Option<Found> {
        self.looks = self.looks.checked_sub(1)?;
        (self.find)(name)
    }

    fn add_stay(&mut self, text: &str, found: Found) {
        self.draft.stays.push(StayDraft {
            text: text.to_owned(),
            country: found.country,
            sure: found.sure,
            ..StayDraft::default()
        });
    }

    /// Names words back that mean no place.
    fn give_up(&mut self, words: &mut Vec<&str>) {
        if !words.is_empty() {
            self.draft.reading.unknown.push(words.join(" "));
            words.clear();
        }
    }
}
