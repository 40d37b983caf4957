//! Reading a trip as travellers write it: places, stays, dates. What is not understood is named
//! back. It knows no place itself.

use chrono::{Datelike, Days, NaiveDate};

use super::MOST_DAYS;
use super::dates::{When, first_after, meant, when};
use super::tokens::{Piece, Token, tokens};
use super::words::{Meaning, means};

/// Days of a stay when nothing says how long it is.
const ASSUMED: u32 = 7;
/// Words of the longest name that is looked for inside a longer text.
const NAME: usize = 4;
/// Names looked for in one text; what is left then is named back.
const LOOKS: usize = 80;

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// ISO 3166-1 alpha-2, upper case.
    pub country: &'static str,
    /// Whether it is spelt so, rather than guessed.
    pub sure: bool,
}

/// A stop as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub text: String,
    /// The country they mean.
    pub country: &'static str,
    /// Whether they are spelt so, rather than guessed.
    pub sure: bool,
    /// The day of arrival, counted from the first day of the trip.
    pub start: u32,
    /// How long the stay is.
    pub days: u32,
}

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The stops, in order.
    pub stops: Vec<Written>,
    /// The first day, when one was written.
    pub first: Option<NaiveDate>,
    /// How long the whole is, when that was written.
    pub days: Option<u32>,
    /// Whether a stay has no length of its own and none follows from the whole.
    pub assumed: bool,
    /// What was not understood, as it was written.
    pub unknown: Vec<String>,
}

enum Item {
    /// Where it stands, and whether an “and” is before it.
    Place {
        from: usize,
        to: usize,
        joined: bool,
    },
    When {
        when: When,
        from: usize,
        to: usize,
    },
    Break,
}

#[derive(Debug, Default)]
struct Stay {
    text: String,
    country: &'static str,
    sure: bool,
    first: Option<NaiveDate>,
    days: Option<u32>,
}

/// Where a date stands among the places.
#[derive(Debug, Clone, Copy)]
enum Beside {
    After(usize),
    Before(usize),
    Apart(Option<usize>),
}

/// Reads `text`. `find` says which one country a name means as a whole. Days without a year are the
/// next that come, from `today`. `whole` is the first day and the length of the trip where the text
/// says none.
pub fn parse(
    text: &str,
    today: NaiveDate,
    whole: (Option<NaiveDate>, Option<u32>),
    find: impl Fn(&str) -> Option<Found>,
) -> Reading {
    let chars: Vec<char> = text.chars().collect();
    let pieces = tokens(&chars);
    let mut page = Page {
        chars: &chars,
        today,
        looks: LOOKS,
        stays: Vec::new(),
        whens: Vec::new(),
        reading: Reading::default(),
    };
    page.read(&items(&pieces), &find);
    page.settle();
    page.finish(whole)
}

/// The words of the text without its dates and lengths of stay: what names places, and what names
/// nothing.
#[must_use]
pub fn without_dates(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let pieces = tokens(&chars);
    let (mut kept, mut at) = (Vec::new(), 0);
    while let Some(piece) = pieces.get(at) {
        if let Some((_, after)) = when(&pieces, at) {
            at = after.max(at + 1);
            continue;
        }
        if matches!(piece.token, Token::Word(_)) {
            kept.push(
                chars
                    .get(piece.from..piece.to)
                    .unwrap_or_default()
                    .iter()
                    .collect::<String>(),
            );
        }
        at += 1;
    }
    kept.join(" ")
}

/// The first day of this month, the next time that it comes or goes on.
#[must_use]
pub fn next_month(month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let year = today.year() + i32::from(month < today.month());
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// Places, dates and breaks, in order.
fn items(pieces: &[Piece]) -> Vec<Item> {
    let mut items = Vec::new();
    let (mut name, mut joined, mut at): (Vec<usize>, bool, usize) = (Vec::new(), false, 0);
    let word = |at: usize| {
        pieces.get(at).and_then(|piece| {
            if let Token::Word(word) = &piece.token {
                Some(word.as_str())
            } else {
                None
            }
        })
    };
    let flush = |name: &mut Vec<usize>, joined: &mut bool, items: &mut Vec<Item>| {
        let ends = name
            .first()
            .and_then(|at| pieces.get(*at))
            .zip(name.last().and_then(|at| pieces.get(*at)));
        if let Some((first, last)) = ends {
            items.push(Item::Place {
                from: first.from,
                to: last.to,
                joined: *joined,
            });
            *joined = false;
        }
        name.clear();
    };
    while let Some(piece) = pieces.get(at) {
        if let Some((when, after)) = when(pieces, at) {
            while name
                .last()
                .and_then(|at| word(*at))
                .is_some_and(|word| means(word, Meaning::Lead))
            {
                name.pop();
            }
            flush(&mut name, &mut joined, &mut items);
            let to = pieces
                .get(after.saturating_sub(1))
                .map_or(piece.to, |last| last.to);
            items.push(Item::When {
                when,
                from: piece.from,
                to,
            });
            at = after;
            while word(at).is_some_and(|word| means(word, Meaning::Tail)) {
                at += 1;
            }
            joined = false;
            continue;
        }
        match &piece.token {
            Token::Word(word) if means(word, Meaning::Join) => {
                flush(&mut name, &mut joined, &mut items);
                joined = true;
            }
            Token::Word(_) | Token::Number(..) => name.push(at),
            Token::Dot => {}
            Token::Dash | Token::Loose => flush(&mut name, &mut joined, &mut items),
            Token::Comma | Token::Slash | Token::Break => {
                flush(&mut name, &mut joined, &mut items);
                items.push(Item::Break);
                joined = false;
            }
        }
        at += 1;
    }
    flush(&mut name, &mut joined, &mut items);
    items
}

struct Page<'a> {
    chars: &'a [char],
    today: NaiveDate,
    looks: usize,
    stays: Vec<Stay>,
    whens: Vec<(When, Beside, String)>,
    reading: Reading,
}

impl Page<'_> {
    fn text(&self, from: usize, to: usize) -> String {
        self.chars
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .collect::<String>()
            .trim()
            .to_owned()
    }

    fn read(&mut self, items: &[Item], find: &impl Fn(&str) -> Option<Found>) {
        // The place that a date belongs to when it comes next, and the dates that wait for a place.
        let (mut beside, mut waiting): (Option<usize>, Vec<usize>) = (None, Vec::new());
        let mut last = (usize::MAX, 0);
        for item in items {
            match item {
                Item::Break => {
                    (beside, waiting) = (None, Vec::new());
                }
                Item::When { when, from, to } => {
                    let where_it_is = beside.map_or(
                        Beside::Apart(self.stays.len().checked_sub(1)),
                        Beside::After,
                    );
                    if beside.is_none() {
                        waiting.push(self.whens.len());
                    }
                    self.whens.push((*when, where_it_is, self.text(*from, *to)));
                }
                Item::Place { from, to, joined } => {
                    let before = self.stays.len();
                    self.places(&self.text(*from, *to), find);
                    let one = self.stays.len() == before + 1;
                    if *joined
                        && one
                        && beside == before.checked_sub(1)
                        && last.0 == before.wrapping_sub(1)
                        && self.same_again()
                    {
                        let whole = self.text(last.1, *to);
                        if let Some(stay) = self.stays.last_mut() {
                            stay.text = whole;
                        }
                        continue;
                    }
                    if self.stays.len() > before {
                        for at in waiting.drain(..) {
                            if let Some(when) = self.whens.get_mut(at) {
                                when.1 = Beside::Before(before);
                            }
                        }
                        beside = self.stays.len().checked_sub(1);
                        last = (before, *from);
                    }
                }
            }
        }
    }

    /// “Bosnia and Herzegovina”: the last two are one when they are in one country; the last goes.
    fn same_again(&mut self) -> bool {
        let same = matches!(self.stays.as_slice(), [.., a, b] if a.country == b.country);
        if same {
            self.stays.pop();
        }
        same
    }

    /// The places that a text between two signs names, and the words in it that name none.
    fn places(&mut self, text: &str, find: &impl Fn(&str) -> Option<Found>) {
        let filler = |word: &&str| means(word, Meaning::Filler);
        if let Some(found) = self.look(text, find) {
            return self.stay(text, found);
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
                found = self.look(&name(n), find).map(|found| (n, found));
                if found.is_some() {
                    break;
                }
            }
            match found {
                Some((n, found)) => {
                    self.lose(&mut lost);
                    self.stay(&name(n), found);
                    at += n;
                    continue;
                }
                None if filler(&first) => self.lose(&mut lost),
                None if !self.split(first, find) => lost.push(first),
                None => self.lose(&mut lost),
            }
            at += 1;
        }
        self.lose(&mut lost);
    }

    /// A word that is several names: `Tokyo-Bali`, `東京とバリ`, and the Arabic “and” before a name.
    fn split(&mut self, word: &str, find: &impl Fn(&str) -> Option<Found>) -> bool {
        if let Some(found) = word
            .strip_prefix('و')
            .and_then(|rest| self.look(rest, find))
        {
            self.stay(word.trim_start_matches('و'), found);
            return true;
        }
        let parts: Vec<&str> = word
            .split(['-', '‑', 'と', '和', '及', '跟', '到', '去', '再'])
            .filter(|part| !part.is_empty())
            .collect();
        let found: Vec<Found> = parts
            .iter()
            .filter_map(|part| self.look(part, find))
            .collect();
        let all = parts.len() > 1 && found.len() == parts.len();
        if all {
            parts
                .iter()
                .zip(found)
                .for_each(|(part, found)| self.stay(part, found));
        }
        all
    }

    fn look(&mut self, name: &str, find: &impl Fn(&str) -> Option<Found>) -> Option<Found> {
        self.looks = self.looks.checked_sub(1)?;
        find(name)
    }

    fn stay(&mut self, text: &str, found: Found) {
        self.stays.push(Stay {
            text: text.to_owned(),
            country: found.country,
            sure: found.sure,
            ..Stay::default()
        });
    }

    fn lose(&mut self, words: &mut Vec<&str>) {
        if !words.is_empty() {
            self.reading.unknown.push(words.join(" "));
            words.clear();
        }
    }

    /// Which dates are those of the whole, and which those of one stop.
    fn settle(&mut self) {
        let dated = self
            .whens
            .iter()
            .filter(|(when, ..)| !matches!(when, When::Days(_)))
            .count();
        let apart = |(when, beside, _): &&(When, Beside, String)| {
            matches!((when, beside), (When::Days(_), Beside::Apart(_)))
        };
        let lengths_apart = self.whens.iter().filter(apart).count();
        let lengths = self.whens.len() - dated;
        let ranges = self
            .whens
            .iter()
            .filter(|(when, ..)| matches!(when, When::Range(..)))
            .count();
        let last = self.stays.len().saturating_sub(1);
        for (when, beside, text) in std::mem::take(&mut self.whens) {
            let of = match (when, beside) {
                // “Japan and Korea 10 days”: the one length, behind the last of several places, is
                // that of the whole.
                (When::Days(_), Beside::After(at)) => {
                    (lengths > 1 || at < last || last == 0 || ranges > 0).then_some(at)
                }
                (When::Days(_), Beside::Before(at)) => {
                    (lengths > 1 || at > 0 || last == 0).then_some(at)
                }
                (When::Days(_), Beside::Apart(at)) => at.filter(|_| lengths_apart > 1),
                (_, Beside::After(at)) => (dated > 1 || at < last).then_some(at),
                (_, Beside::Before(at)) => (dated > 1 || at > 0).then_some(at),
                (_, Beside::Apart(at)) => at.filter(|_| dated > 1),
            };
            self.put(when, of, text);
        }
    }

    fn put(&mut self, when: When, of: Option<usize>, text: String) {
        let (first, days) = match when {
            When::Days(days) => (None, Some(days)),
            When::From(point) => (first_after(point, self.today), None),
            When::Range(from, to) => {
                let days = meant(from, to, self.today);
                let length = days
                    .and_then(|(first, last)| u32::try_from((last - first).num_days() + 1).ok());
                (days.map(|(first, _)| first), length)
            }
        };
        let sensible = days.is_none_or(|days| (1..=MOST_DAYS).contains(&days))
            && (first.is_some() || days.is_some());
        let stay = of.and_then(|at| self.stays.get_mut(at));
        let taken = stay
            .as_ref()
            .map_or((self.reading.first, self.reading.days), |stay| {
                (stay.first, stay.days)
            });
        let twice = (first.is_some() && taken.0.is_some()) || (days.is_some() && taken.1.is_some());
        match stay {
            _ if !sensible || twice => self.reading.unknown.push(text),
            Some(stay) => (stay.first, stay.days) = (stay.first.or(first), stay.days.or(days)),
            None => {
                (self.reading.first, self.reading.days) =
                    (self.reading.first.or(first), self.reading.days.or(days))
            }
        }
    }

    /// Shares the days that are left among the stops that have none of their own; earlier ones get
    /// the remainder.
    fn finish(mut self, whole: (Option<NaiveDate>, Option<u32>)) -> Reading {
        self.until_the_next();
        let total = self.reading.days.or(whole.1);
        let fixed: u32 = self
            .stays
            .iter()
            .filter_map(|stay| stay.days)
            .fold(0, u32::saturating_add);
        let open = u32::try_from(self.stays.iter().filter(|stay| stay.days.is_none()).count())
            .unwrap_or(u32::MAX);
        let left = total.map(|total| total.saturating_sub(fixed).max(open));
        let mut shared = 0_u32;
        for stay in &mut self.stays {
            stay.days = stay.days.or_else(|| {
                let even = left.and_then(|left| {
                    Some(left.checked_div(open)? + u32::from(shared < left.checked_rem(open)?))
                });
                shared += 1;
                Some(even.unwrap_or(ASSUMED))
            });
        }
        let first = self.reading.first.or_else(|| self.stated()).or(whole.0);
        let mut next = 0_u32;
        for stay in self.stays {
            let days = stay.days.unwrap_or(ASSUMED);
            let dated = stay
                .first
                .zip(first)
                .and_then(|(day, first)| u32::try_from((day - first).num_days()).ok());
            let start = dated.filter(|start| *start <= MOST_DAYS).unwrap_or(next);
            next = start.saturating_add(days);
            self.reading.stops.push(Written {
                text: stay.text,
                country: stay.country,
                sure: stay.sure,
                start,
                days,
            });
        }
        Reading {
            first,
            days: total,
            assumed: left.is_none() && open > 0,
            ..self.reading
        }
    }

    /// The first day of the trip, from the first stop that is dated and the stays before it.
    fn stated(&self) -> Option<NaiveDate> {
        let at = self.stays.iter().position(|stay| stay.first.is_some())?;
        let before: u32 = self
            .stays
            .iter()
            .take(at)
            .filter_map(|stay| stay.days)
            .fold(0, u32::saturating_add);
        self.stays
            .get(at)?
            .first?
            .checked_sub_days(Days::new(before.into()))
    }

    /// `3 May Tokyo, 8 May Bali`: a stay ends where the next begins.
    fn until_the_next(&mut self) {
        let firsts: Vec<Option<NaiveDate>> = self.stays.iter().map(|stay| stay.first).collect();
        for (stay, next) in self.stays.iter_mut().zip(firsts.into_iter().skip(1)) {
            let days = stay
                .first
                .zip(next)
                .and_then(|(first, next)| u32::try_from((next - first).num_days()).ok());
            stay.days = stay
                .days
                .or(days.filter(|days| (1..=MOST_DAYS).contains(days)));
        }
    }
}

#[cfg(test)]
mod tests;
