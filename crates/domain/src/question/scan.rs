//! Amounts, travellers and small words found in a text and taken out of it; what is left names
//! places and dates.

use super::Amount;
use super::lexicon::{Kind, PHRASES, plain};
use super::spelling::is_unspaced;
use crate::trip;

/// Megabytes of a gigabyte, as the supplier counts.
const GIGABYTE: u64 = 1024;
/// More than any plan holds.
const MOST: u64 = 10_000 * GIGABYTE;
/// `for 4` is of travellers up to here; a larger number may be of days.
const FOR: u32 = 6;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub amount: Option<Amount>,
    pub people: Option<u32>,
    /// Days from today to the first day, where a word says so.
    pub in_days: Option<u64>,
    pub left: String,
    kinds: Vec<Kind>,
    /// Travellers that were told in parts: two adults, one child.
    parts: u32,
    /// Whether the people were told in all.
    told: bool,
}

impl Taken {
    /// Whether a phrase of this kind was found.
    pub(super) fn has(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether nothing is left, and nothing was found that says anything.
    pub(super) fn is_bare(&self) -> bool {
        let asks = self.amount.is_some()
            || self.people.is_some()
            || self.in_days.is_some()
            || self.has(Kind::Works)
            || self.has(Kind::Phone);
        !asks && !self.left.contains(char::is_alphanumeric)
    }

    fn count(&mut self, people: u32, kind: Kind) {
        if kind == Kind::Part {
            self.parts = self.parts.saturating_add(people);
        } else if !self.told {
            (self.told, self.people) = (true, Some(people));
        }
    }
}

/// Reads a tidy text.
pub(super) fn take(tidy: &str) -> Taken {
    let written: Vec<char> = tidy.chars().collect();
    let scan = Scan {
        letters: written.iter().copied().map(plain).collect(),
        written,
    };
    let (mut taken, mut left, mut at) = (Taken::default(), Vec::new(), 0);
    while at < scan.written.len() {
        let found = if scan.edge(at) {
            scan.amount(at, &mut taken, &mut left)
                .or_else(|| scan.people(at, &mut taken))
        } else {
            None
        };
        let found = found.or_else(|| {
            if scan.edge(at) {
                scan.phrase(at, &mut taken)
            } else {
                None
            }
        });
        match found {
            Some(to) => {
                left.extend([' ', ':', ' ']);
                at = to;
            }
            None => {
                left.extend(scan.written.get(at));
                at += 1;
            }
        }
    }
    taken.left = left
        .into_iter()
        .collect::<String>()
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if !taken.told && taken.parts > 0 {
        taken.people = Some(taken.parts);
    }
    taken
}

struct Scan {
    written: Vec<char>,
    letters: Vec<char>,
}

impl Scan {
    fn at(&self, at: usize) -> char {
        self.letters.get(at).copied().unwrap_or(' ')
    }

    /// Whether a word can begin or end here: not between two letters of a script with spaces, nor
    /// between two figures.
    fn edge(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| self.at(at)) else {
            return true;
        };
        let here = self.at(at);
        let letters = |c: char| c.is_alphabetic() && !is_unspaced(c);
        let inside_word = letters(before) && letters(here);
        let inside_figure = before.is_ascii_digit() && here.is_ascii_digit();
        !inside_word && !inside_figure
    }

    /// The end of the longest phrase of one of these kinds that begins here, and its kind.
    fn is(&self, at: usize, kinds: impl Fn(Kind) -> bool) -> Option<(usize, Kind)> {
        let rest = self.letters.get(at..)?;
        let fits = PHRASES
            .iter()
            .filter(|phrase| kinds(phrase.kind) && rest.starts_with(&phrase.letters));
        fits.map(|phrase| (at + phrase.letters.len(), phrase.kind))
            .find(|(to, _)| self.edge(*to))
    }

    fn past_space(&self, at: usize) -> usize {
        if self.at(at) == ' ' { at + 1 } else { at }
    }

    /// A number in figures, in thousandths, and where it ends.
    fn figures(&self, at: usize) -> Option<(u64, usize)> {
        let digits = |from: usize| {
            self.letters
                .iter()
                .skip(from)
                .take_while(|c| c.is_ascii_digit())
                .count()
        };
        let read = |from: usize, len: usize| {
            self.letters
                .get(from..from + len)?
                .iter()
                .collect::<String>()
                .parse::<u64>()
                .ok()
        };
        let whole = digits(at);
        let value = read(at, whole)?.checked_mul(1000)?;
        let (after, more) = (at + whole, digits(at + whole + 1));
        let split = matches!(self.at(after), '.' | ',') && (1..=2).contains(&more);
        if !split {
            return Some((value, after));
        }
        let part = read(after + 1, more)?.checked_mul(if more == 1 { 100 } else { 10 })?;
        Some((value + part, after + 1 + more))
    }

    /// A whole number in figures or as a word.
    fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((thousandths, to)) = self.figures(at) {
            return (thousandths % 1000 == 0)
                .then_some((u32::try_from(thousandths / 1000).ok()?, to));
        }
        let length = self
            .written
            .iter()
            .skip(at)
            .take_while(|c| c.is_alphabetic() && !is_unspaced(**c))
            .count();
        let word: String = self.written.get(at..at + length)?.iter().collect();
        trip::number_meant(&word).map(|n| (n, at + length))
    }

    /// `10gb`, `5-10 GB`, `unlimited`, with `a day` on either side.
    fn amount(&self, at: usize, taken: &mut Taken, left: &mut Vec<char>) -> Option<usize> {
        let (amount, to) = if let Some((to, _)) = self.is(at, |kind| kind == Kind::Unlimited) {
            (Amount::Unlimited, to)
        } else {
            let (megabytes, to) = self.megabytes(at)?;
            (Amount::InAll(megabytes), to)
        };
        let after = self
            .is(self.past_space(to), |kind| kind == Kind::ADay)
            .map(|(to, _)| to);
        let before = self.a_day_before(left);
        if let Some(kept) = before {
            left.truncate(kept);
        }
        let daily = before.is_some() || after.is_some();
        let amount = match amount {
            Amount::InAll(megabytes) if daily => Amount::ADay(megabytes),
            amount => amount,
        };
        // “Unlimited” goes before a figure, which then is that of full speed.
        if taken.amount != Some(Amount::Unlimited) {
            taken.amount = Some(amount);
        }
        Some(after.unwrap_or(to))
    }

    fn megabytes(&self, at: usize) -> Option<(u64, usize)> {
        let (mut thousandths, mut to) = self.figures(at)?;
        let dash = self.past_space(to);
        if matches!(self.at(dash), '-' | '–' | '~' | '〜')
            && let Some((upper, end)) = self.figures(self.past_space(dash + 1))
            && upper > thousandths
        {
            (thousandths, to) = (upper, end);
        }
        let unit = self.past_space(to);
        let unit = if self.at(unit) == '-' { unit + 1 } else { unit };
        let size = |kind: Kind| matches!(kind, Kind::Gigabytes | Kind::Megabytes);
        let short = || {
            (self.at(to) == 'g' && self.edge(to + 1) && thousandths > 5000)
                .then_some((to + 1, Kind::Gigabytes))
        };
        let (end, kind) = self.is(unit, size).or_else(short)?;
        let megabytes = if kind == Kind::Gigabytes {
            thousandths.checked_mul(GIGABYTE)?
        } else {
            thousandths
        };
        let megabytes = megabytes / 1000;
        (1..=MOST).contains(&megabytes).then_some((megabytes, end))
    }

    /// Where `daily` or `1日` begins, when what is left ends with it.
    fn a_day_before(&self, left: &[char]) -> Option<usize> {
        let end = left.iter().rposition(|c| !matches!(c, ' ' | ':' | 'の'))? + 1;
        let folded: Vec<char> = left.get(..end)?.iter().copied().map(plain).collect();
        let said = PHRASES
            .iter()
            .filter(|phrase| matches!(phrase.kind, Kind::ADay | Kind::ADayBefore));
        let from = said
            .filter(|phrase| folded.ends_with(&phrase.letters))
            .map(|phrase| end - phrase.letters.len())
            .next()?;
        let alone = from == 0
            || !folded
                .get(from - 1)
                .is_some_and(|c| c.is_alphanumeric() && !is_unspaced(*c))
            || is_unspaced(*folded.get(from)?);
        alone.then_some(from)
    }

    fn people(&self, at: usize, taken: &mut Taken) -> Option<usize> {
        if let Some((to, Kind::Couple(n))) = self.is(at, |kind| matches!(kind, Kind::Couple(_))) {
            taken.count(n, Kind::People);
            return Some(to);
        }
        if let Some((before, kind)) =
            self.is(at, |kind| matches!(kind, Kind::Group | Kind::PartBefore))
            && let Some((n, to)) = self.number(self.past_space(before))
        {
            let kind = if kind == Kind::PartBefore {
                Kind::Part
            } else {
                Kind::People
            };
            taken.count(n, kind);
            return Some(
                self.is(self.past_space(to), |kind| kind == Kind::People)
                    .map_or(to, |(to, _)| to),
            );
        }
        if let Some((n, to)) = self.number(at)
            && let Some((end, kind)) = self.is(self.past_space(to), |kind| {
                matches!(kind, Kind::People | Kind::Part)
            })
        {
            taken.count(n, kind);
            return Some(end);
        }
        self.for_so_many(at, taken)
    }

    /// `for 4`, where nothing follows that could be counted.
    fn for_so_many(&self, at: usize, taken: &mut Taken) -> Option<usize> {
        let (before, _) = self.is(at, |kind| kind == Kind::For)?;
        let (n, to) = self
            .number(self.past_space(before))
            .filter(|(n, _)| (2..=FOR).contains(n))?;
        let next = self.at(self.past_space(to));
        let over =
            to >= self.letters.len() || matches!(next, ',' | ';' | '،' | '、' | '，' | '!' | '?');
        over.then(|| taken.count(n, Kind::People)).map(|()| to)
    }

    fn phrase(&self, at: usize, taken: &mut Taken) -> Option<usize> {
        let alone = |kind: Kind| {
            matches!(
                kind,
                Kind::Today
                    | Kind::Tomorrow
                    | Kind::Works
                    | Kind::Phone
                    | Kind::Order
                    | Kind::Noise
                    | Kind::Group
                    | Kind::PartBefore
            )
        };
        let (to, kind) = self.is(at, alone)?;
        taken.kinds.push(kind);
        match kind {
            Kind::Today => taken.in_days = Some(0),
            Kind::Tomorrow => taken.in_days = Some(1),
            Kind::Order => return None,
            _ => {}
        }
        Some(to)
    }
}
