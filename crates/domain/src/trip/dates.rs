//! Dates and lengths of stay among the pieces of a written trip, and the days that are meant. It
//! knows no places.

use chrono::{Datelike, NaiveDate};

use super::MOST_DAYS;
use super::tokens::{Piece, Token};
use super::words::{Meaning, meanings, means};

/// A day as it was written; what is missing follows from the other end or from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
}

/// When, or for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Range(Point, Point),
    From(Point),
    Days(u32),
}

struct Reader<'a>(&'a [Piece]);

impl Reader<'_> {
    fn at(&self, at: usize) -> Option<&Token> {
        self.0.get(at).map(|piece| &piece.token)
    }

    fn number(&self, at: usize, most: u32) -> Option<u32> {
        match self.at(at)? {
            Token::Number(n, digits) if *digits <= 2 && (1..=most).contains(n) => Some(*n),
            _ => None,
        }
    }

    fn year(&self, at: usize) -> Option<i32> {
        match self.at(at)? {
            Token::Number(n, 4) if (2000..=2199).contains(n) => i32::try_from(*n).ok(),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<&str> {
        if let Token::Word(word) = self.at(at)? {
            Some(word)
        } else {
            None
        }
    }

    fn is(&self, at: usize, meaning: Meaning) -> bool {
        self.word(at).is_some_and(|word| means(word, meaning))
    }

    fn is_one_of(&self, at: usize, signs: &[&str]) -> bool {
        self.word(at).is_some_and(|word| signs.contains(&word))
    }

    fn month(&self, at: usize) -> Option<u32> {
        meanings(self.word(at)?).iter().find_map(|m| {
            if let Meaning::Month(month) = m {
                Some(*month)
            } else {
                None
            }
        })
    }

    /// Past what may stand there and says nothing.
    fn past(&self, at: usize, skipped: impl Fn(&Self, usize) -> bool) -> usize {
        if skipped(self, at) { at + 1 } else { at }
    }

    fn point(&self, at: usize) -> Option<(Point, usize)> {
        self.whole_date(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.numeric(at))
            .or_else(|| {
                let day = self.number(at, 31)?;
                Some((
                    Point {
                        day,
                        month: None,
                        year: None,
                    },
                    self.after_day(at + 1),
                ))
            })
    }

    /// Past `st`, `er`, `.` or 日 after the number of a day.
    fn after_day(&self, at: usize) -> usize {
        self.past(at, |r, at| {
            r.is(at, Meaning::Ordinal)
                || r.at(at) == Some(&Token::Dot)
                || r.is_one_of(at, &["日", "号", "號"])
        })
    }

    /// `2027-05-03`, `2027/5/3`, `2027年5月3日`
    fn whole_date(&self, at: usize) -> Option<(Point, usize)> {
        let year = self.year(at)?;
        let (month, day) = (self.number(at + 2, 12)?, self.number(at + 4, 31)?);
        let signs = self.at(at + 1) == self.at(at + 3)
            && matches!(
                self.at(at + 1),
                Some(Token::Dash | Token::Slash | Token::Dot)
            );
        let point = Point {
            day,
            month: Some(month),
            year: Some(year),
        };
        if signs {
            return Some((point, at + 5));
        }
        let east = self.is_one_of(at + 1, &["年"]) && self.is_one_of(at + 3, &["月"]);
        east.then(|| (point, self.after_day(at + 5)))
    }

    /// `May 3rd, 2027`, `5月3日`
    fn month_first(&self, at: usize) -> Option<(Point, usize)> {
        if let (Some(month), true, Some(day)) = (
            self.number(at, 12),
            self.is_one_of(at + 1, &["月"]),
            self.number(at + 2, 31),
        ) {
            return Some((
                Point {
                    day,
                    month: Some(month),
                    year: None,
                },
                self.after_day(at + 3),
            ));
        }
        let (month, day) = (self.month(at)?, self.number(at + 1, 31)?);
        let after = self.after_day(at + 2);
        let (year, after) = self.trailing_year(after);
        Some((
            Point {
                day,
                month: Some(month),
                year,
            },
            after,
        ))
    }

    /// `3 May 2027`, `3. Mai`, `3 de mayo de 2027`
    fn day_first(&self, at: usize) -> Option<(Point, usize)> {
        let day = self.number(at, 31)?;
        let named = self.past(self.after_day(at + 1), |r, at| r.is(at, Meaning::Of));
        let month = self.month(named)?;
        let (year, after) =
            self.trailing_year(self.past(named + 1, |r, at| r.at(at) == Some(&Token::Dot)));
        Some((
            Point {
                day,
                month: Some(month),
                year,
            },
            after,
        ))
    }

    /// `3.5.`, `3/5/2027`: the day first, as everywhere but in the United States; `5/19` can only
    /// be the other way round.
    fn numeric(&self, at: usize) -> Option<(Point, usize)> {
        let sign = self
            .at(at + 1)
            .filter(|sign| matches!(sign, Token::Dot | Token::Slash))?;
        let (first, second) = (self.number(at, 31)?, self.number(at + 2, 31)?);
        let (day, month) = if second > 12 {
            (second, first)
        } else {
            (first, second)
        };
        if month > 12 {
            return None;
        }
        let point = |year| Point {
            day,
            month: Some(month),
            year,
        };
        if self.at(at + 3) != Some(sign) {
            return Some((point(None), at + 3));
        }
        let short = || match self.at(at + 4)? {
            Token::Number(n, 2) => i32::try_from(*n).ok().map(|n| 2000 + n),
            _ => None,
        };
        match self.year(at + 4).or_else(short) {
            Some(year) => Some((point(Some(year)), at + 5)),
            None => (*sign == Token::Dot).then(|| (point(None), at + 4)),
        }
    }

    fn trailing_year(&self, at: usize) -> (Option<i32>, usize) {
        let year = self.past(at, |r, at| {
            r.is(at, Meaning::Of) || r.at(at) == Some(&Token::Comma)
        });
        self.year(year)
            .map_or((None, at), |found| (Some(found), year + 1))
    }

    /// Two days with a sign or a word between; at least one of them names its month.
    fn range(&self, at: usize) -> Option<(When, usize)> {
        let (from, after) = self.point(at)?;
        let dated = from.year.is_some() && from.month.is_some();
        let next = match self.at(after)? {
            Token::Dash => after + 1,
            Token::Slash if dated => after + 1,
            Token::Word(word) if means(word, Meaning::Until) => after + 1,
            Token::Word(word) if means(word, Meaning::Pair) && from.month.is_none() => after + 1,
            _ => return None,
        };
        let next = self.past(next, |r, at| r.is(at, Meaning::Article));
        let (to, after) = self.point(next)?;
        // “3–10 days” is no range of dates, and neither is “3–19” alone.
        (from.month.is_some() || to.month.is_some()).then_some((When::Range(from, to), after))
    }

    /// `5 days`, `two weeks`, `5日間`
    fn length(&self, at: usize) -> Option<(When, usize)> {
        let meaning = |at: usize| self.word(at).map_or(&[][..], meanings);
        if let Some(days) = meaning(at).iter().find_map(|m| {
            if let Meaning::Days(days) = m {
                Some(*days)
            } else {
                None
            }
        }) {
            return Some((When::Days(days), at + 1));
        }
        let number = match self.at(at)? {
            Token::Number(n, _) => *n,
            _ => meaning(at).iter().find_map(|m| {
                if let Meaning::Number(n) = m {
                    Some(*n)
                } else {
                    None
                }
            })?,
        };
        let unit = self.past(at + 1, |r, at| {
            r.at(at) == Some(&Token::Dash) && r.word(at + 1).is_some_and(|w| w.len() > 2)
        });
        let (days, more) = meaning(unit).iter().find_map(|m| {
            if let Meaning::Unit { days, more } = m {
                Some((*days, *more))
            } else {
                None
            }
        })?;
        Some((
            When::Days(number.saturating_mul(days).saturating_add(more)),
            unit + 1,
        ))
    }
}

/// The date or length of stay that begins at this piece, and where it ends.
pub(super) fn when(pieces: &[Piece], at: usize) -> Option<(When, usize)> {
    let reader = Reader(pieces);
    let single = || {
        reader
            .point(at)
            .filter(|(point, _)| point.month.is_some())
            .map(|(point, after)| (When::From(point), after))
    };
    reader
        .range(at)
        .or_else(|| reader.length(at))
        .or_else(single)
}

/// The days that are meant; `None` when there is no such day, or too many lie between.
pub(super) fn meant(from: Point, to: Point, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let (mut from, mut to) = (from, to);
    let earlier = from.day > to.day;
    if let (None, Some(month)) = (from.month, to.month) {
        from.month = Some(if earlier {
            (month + 10) % 12 + 1
        } else {
            month
        });
    }
    if let (Some(month), None) = (from.month, to.month) {
        to.month = Some(if earlier { month % 12 + 1 } else { month });
    }
    let (first, last) = match (from.year, to.year) {
        (None, Some(_)) => {
            let last = first_after(to, today)?;
            let same = first_after(
                Point {
                    year: Some(last.year()),
                    ..from
                },
                today,
            );
            let first = same.filter(|day| *day <= last).or_else(|| {
                first_after(
                    Point {
                        year: Some(last.year() - 1),
                        ..from
                    },
                    today,
                )
            })?;
            (first, last)
        }
        _ => {
            let first = first_after(from, today)?;
            (first, first_after(to, first)?)
        }
    };
    (first <= last && (last - first).num_days() < i64::from(MOST_DAYS)).then_some((first, last))
}

/// The day that is meant: in its own year, or the next time that it comes.
pub(super) fn first_after(point: Point, not_before: NaiveDate) -> Option<NaiveDate> {
    let month = point.month?;
    if let Some(year) = point.year {
        return NaiveDate::from_ymd_opt(year, month, point.day);
    }
    // A leap day comes within eight years.
    let years = not_before.year()..=not_before.year() + 8;
    years
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, point.day))
        .find(|day| *day >= not_before)
}
