//! Numbers, money, times and lists as a language writes them (CLDR by ICU4X), and names in its
//! order. No sentences.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Offset, Timelike, Utc};
use chrono_tz::Tz;
use fixed_decimal::Decimal;
use icu_calendar::Iso;
use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{E, MD, T, YMD, YMDT};
use icu_datetime::input::{Date, DateTime as IcuDateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;

use super::{Given, LANGUAGES, Locale};
use domain::destination::Destination;
use domain::money::{Currency, Money};
use domain::product::Data;

/// What writes the figures of one language.
struct Writers {
    number: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    short_day: DateTimeFormatter<MD>,
    weekday: DateTimeFormatter<E>,
    minute: DateTimeFormatter<T>,
    day_and_minute: DateTimeFormatter<YMDT>,
    all: ListFormatter,
    either: ListFormatter,
    order: CollatorBorrowed<'static>,
}

static WRITERS: LazyLock<HashMap<&'static str, Option<Writers>>> = LazyLock::new(|| {
    LANGUAGES
        .iter()
        .map(|l| (l.code, Writers::new(l.customs)))
        .collect()
});

impl Writers {
    /// `None` only if the compiled data lacked a language of ours, which a test rules out.
    fn new(customs: &str) -> Option<Self> {
        let locale: icu_locale_core::Locale = customs.parse().ok()?;
        // 2027年1月22日: within a sentence, 2027/01/22 reads as if a form were quoted.
        let day = if customs == "ja" {
            YMD::long()
        } else {
            YMD::medium()
        };
        Some(Self {
            number: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .ok()?,
            day: DateTimeFormatter::try_new((&locale).into(), day).ok()?,
            short_day: DateTimeFormatter::try_new((&locale).into(), MD::medium()).ok()?,
            weekday: DateTimeFormatter::try_new((&locale).into(), E::long()).ok()?,
            minute: DateTimeFormatter::try_new((&locale).into(), T::hm()).ok()?,
            day_and_minute: DateTimeFormatter::try_new((&locale).into(), day.with_time_hm())
                .ok()?,
            all: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .ok()?,
            either: ListFormatter::try_new_or((&locale).into(), ListFormatterOptions::default())
                .ok()?,
            order: CollatorBorrowed::try_new((&locale).into(), CollatorOptions::default()).ok()?,
        })
    }
}

impl Locale {
    fn writers(self) -> Option<&'static Writers> {
        WRITERS.get(self.code())?.as_ref()
    }

    /// A whole number: `1,500`.
    #[must_use]
    pub fn number(self, n: impl Into<i64>) -> String {
        let n = n.into();
        self.writers().map_or_else(
            || n.to_string(),
            |w| w.number.format(&Decimal::from(n)).to_string(),
        )
    }

    /// A decimal number as it stands in code (`1.5`): `1,5`.
    #[must_use]
    pub fn decimal(self, text: &str) -> String {
        let written = text
            .parse::<Decimal>()
            .ok()
            .and_then(|d| Some(self.writers()?.number.format(&d).to_string()));
        written.unwrap_or_else(|| text.to_owned())
    }

    /// An amount with its currency: `$14.40`, `14,40 $`.
    #[must_use]
    pub fn money(self, money: impl Given<Money>) -> String {
        let money = money.plain();
        let mut amount = Decimal::from(money.minor);
        amount.multiply_pow10(-i16::try_from(money.currency.exponent()).unwrap_or_default());
        self.with_sign(&amount, money.currency)
    }

    /// What a price comes to in other money, roughly: `≈ SEK 149`. From ten on without the small
    /// coins.
    #[must_use]
    pub fn about(
        self,
        money: Money,
        (currency, rate): (Currency, rust_decimal::Decimal),
    ) -> Option<String> {
        let amount = money.major().checked_mul(rate)?;
        let places = if amount < rust_decimal::Decimal::TEN {
            currency.exponent().min(2)
        } else {
            0
        };
        let mut amount = amount
            .round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        amount.rescale(places);
        Some(format!(
            "≈\u{a0}{}",
            self.with_sign(&amount.to_string().parse().ok()?, currency)
        ))
    }

    fn with_sign(self, amount: &Decimal, currency: Currency) -> String {
        let amount = self.writers().map_or_else(
            || amount.to_string(),
            |w| w.number.format(amount).to_string(),
        );
        match symbol(self.code(), currency) {
            Some(symbol) => self
                .bare("amount", amount)
                .bare("symbol", self.whole(symbol))
                .say("money-symbol"),
            None => self
                .bare("amount", amount)
                .bare("code", currency.code().to_owned())
                .say("money-code"),
        }
    }

    /// A sign such as `US$` in one piece: written from right to left its last mark would drift to
    /// its other end.
    fn whole(self, symbol: &str) -> String {
        let drifts = self.language().direction == "rtl"
            && symbol.starts_with(|c: char| c.is_ascii_alphabetic());
        if drifts {
            format!("{symbol}\u{200e}")
        } else {
            symbol.to_owned()
        }
    }

    /// `22 Jan 2027`
    #[must_use]
    pub fn day(self, at: impl Given<DateTime<Utc>>) -> String {
        let at = at.plain();
        self.date(at.date_naive())
    }

    /// The same for a day in no particular place.
    #[must_use]
    pub fn date(self, day: NaiveDate) -> String {
        let written = icu_date(day).and_then(|d| Some(self.writers()?.day.format(&d).to_string()));
        written.map_or_else(
            || day.to_string(),
            |written| self.first_of_month(day, written),
        )
    }

    /// `22 Jan`
    #[must_use]
    pub fn short_date(self, day: NaiveDate) -> String {
        let written =
            icu_date(day).and_then(|d| Some(self.writers()?.short_day.format(&d).to_string()));
        written.map_or_else(
            || day.to_string(),
            |written| self.first_of_month(day, written),
        )
    }

    /// The French count the first day of a month, and that one only: `1er juin`, `2 juin`.
    fn first_of_month(self, day: NaiveDate, written: String) -> String {
        let first = (self.code() == "fr" && day.day() == 1)
            .then(|| written.strip_prefix('1'))
            .flatten();
        first.map_or_else(|| written.clone(), |rest| format!("1er{rest}"))
    }

    /// `10:32 UTC`
    #[must_use]
    pub fn minute(self, at: impl Given<DateTime<Utc>>) -> String {
        let at = at.plain();
        let written =
            icu_time(at).and_then(|time| Some(self.writers()?.minute.format(&time).to_string()));
        format!(
            "{} UTC",
            written.unwrap_or_else(|| at.format("%H:%M").to_string())
        )
    }

    /// The same in a place's own time: `19:32 UTC+9`; where that has no one zone, in UTC.
    #[must_use]
    pub fn minute_in(self, at: DateTime<Utc>, zone: Option<Tz>) -> String {
        let Some(local) = zone.map(|zone| at.with_timezone(&zone)) else {
            return self.minute(at);
        };
        let written = icu_time(local.naive_local().and_utc())
            .and_then(|time| Some(self.writers()?.minute.format(&time).to_string()));
        format!(
            "{} {}",
            written.unwrap_or_else(|| local.format("%H:%M").to_string()),
            from_utc(local.offset().fix())
        )
    }

    /// `22 Jan 2027, 10:32 UTC`
    #[must_use]
    pub fn day_and_minute(self, at: impl Given<DateTime<Utc>>) -> String {
        format!("{} UTC", self.bare_moment(at.plain()))
    }

    /// The same in a place's own time: `22 Jan 2027, 19:32 UTC+9`; where that has no one zone, in
    /// UTC.
    #[must_use]
    pub fn moment_in(self, at: DateTime<Utc>, zone: Option<Tz>) -> String {
        let Some(local) = zone.map(|zone| at.with_timezone(&zone)) else {
            return self.day_and_minute(at);
        };
        format!(
            "{} {}",
            self.bare_moment(local.naive_local().and_utc()),
            from_utc(local.offset().fix())
        )
    }

    fn bare_moment(self, at: DateTime<Utc>) -> String {
        let moment = icu_date(at.date_naive())
            .zip(icu_time(at))
            .map(|(date, time)| IcuDateTime { date, time });
        let written =
            moment.and_then(|m| Some(self.writers()?.day_and_minute.format(&m).to_string()));
        let written = written.map(|written| self.first_of_month(at.date_naive(), written));
        written.unwrap_or_else(|| at.format("%Y-%m-%d %H:%M").to_string())
    }

    /// `Thursday`
    #[must_use]
    pub fn weekday(self, day: NaiveDate) -> String {
        let written =
            icu_date(day).and_then(|d| Some(self.writers()?.weekday.format(&d).to_string()));
        written.unwrap_or_else(|| day.weekday().to_string())
    }

    /// `Japan, Laos and Vietnam`
    #[must_use]
    pub fn all_of<S: AsRef<str>>(self, names: &[S]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        self.writers().map_or_else(
            || names.join(", "),
            |w| w.all.format(names.iter()).to_string(),
        )
    }

    /// `Niger or Nigeria`
    #[must_use]
    pub fn one_of<S: AsRef<str>>(self, names: &[S]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        self.writers().map_or_else(
            || names.join(", "),
            |w| w.either.format(names.iter()).to_string(),
        )
    }

    /// Puts things in the order in which this language lists their names.
    pub fn sort_by_name<T>(self, things: &mut [T], name: impl Fn(&T) -> &str) {
        match self.writers() {
            Some(w) => things.sort_by(|a, b| w.order.compare(name(a), name(b))),
            None => things.sort_by(|a, b| name(a).cmp(name(b))),
        }
    }

    /// The figure of an allowance and its unit: (`1.5`, `GB`); unlimited is a word without a unit.
    #[must_use]
    pub fn data_parts(self, data: impl Given<Data>) -> (String, String) {
        let data = data.plain();
        match data {
            Data::Unlimited => (self.say("data-unlimited"), String::new()),
            Data::Megabytes(m) if m < 1024 => (m.to_string(), self.say("unit-mb")),
            Data::Megabytes(m) => {
                let tenths = (m * 10 + 512) / 1024;
                (
                    self.decimal(&format!("{}.{}", tenths / 10, tenths % 10).replace(".0", "")),
                    self.say("unit-gb"),
                )
            }
        }
    }

    /// `10 GB`, `Unlimited data`.
    #[must_use]
    pub fn data(self, data: impl Given<Data>) -> String {
        let data = data.plain();
        match self.data_parts(data) {
            (_, unit) if unit.is_empty() => self.say("data-unlimited-long"),
            (figure, unit) => {
                // From right to left a unit in Latin letters would draw the figures that follow it
                // to its own side.
                let ends = self.language().direction == "rtl"
                    && unit.ends_with(|c: char| c.is_ascii_alphabetic());
                let amount = self
                    .bare("figure", figure)
                    .bare("unit", unit)
                    .say("data-amount");
                if ends { amount + "\u{200f}" } else { amount }
            }
        }
    }

    /// `1 day`, `7 days`.
    #[must_use]
    pub fn days(self, days: impl Given<u32>) -> String {
        let days = days.plain();
        self.with("days", days).say("days")
    }

    /// A length of time as people say it, in whole minutes: `30 minutes`, `2 hours`, `1 hour 30
    /// minutes`.
    #[must_use]
    pub fn duration(self, duration: Duration) -> String {
        let minutes = duration.as_secs().div_ceil(60);
        let in_minutes = self.with("n", minutes % 60).say("minutes");
        let in_hours = self.with("n", minutes / 60).say("hours");
        match (minutes / 60, minutes % 60) {
            (0, _) => in_minutes,
            (_, 0) => in_hours,
            _ => self
                .with("hours", in_hours)
                .with("minutes", in_minutes)
                .say("hours-minutes"),
        }
    }

    /// A destination's name.
    #[must_use]
    pub fn place(self, destination: impl Given<Destination>) -> &'static str {
        let destination = destination.plain();
        destination.name_in(self.code())
    }
}

/// How CLDR 48 writes a currency in a language; `None` where that is its code. English keeps the
/// short signs that it shares with no other money of its readers' shops; Spanish, Portuguese and
/// French are read where `$` is another money.
fn symbol(language: &str, currency: Currency) -> Option<&'static str> {
    match (language, currency.code()) {
        ("en", _) => currency.symbol(),
        ("es" | "pt-BR" | "zh-Hans" | "ar", "USD") => Some("US$"),
        ("es", "EUR") => currency.symbol(),
        ("es", _) | ("fr", "JPY" | "HKD") => None,
        ("fr", "USD") => Some("$US"),
        ("fr", "AUD") => Some("$AU"),
        ("fr", "CAD") => Some("$CA"),
        ("fr", "NZD") => Some("$NZ"),
        ("fr", "SGD") => Some("$SG"),
        ("fr", "MXN") => Some("$MX"),
        ("fr", "GBP") => Some("£GB"),
        (_, "SGD") => None,
        ("de" | "pt-BR" | "zh-Hans" | "ar", "AUD") => Some("AU$"),
        ("pt-BR" | "zh-Hans" | "ar", "JPY") => Some("JP¥"),
        ("ja", "JPY") => Some("￥"),
        ("ar", "GBP") => Some("UK£"),
        _ => currency.symbol(),
    }
}

/// How far a clock is from UTC: `UTC+9`, `UTC+5:30`, `UTC−3`.
fn from_utc(offset: FixedOffset) -> String {
    let minutes = offset.local_minus_utc() / 60;
    let (sign, hours, rest) = (
        if minutes < 0 { '−' } else { '+' },
        minutes.abs() / 60,
        minutes.abs() % 60,
    );
    match (hours, rest) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

fn icu_date(day: NaiveDate) -> Option<Date<Iso>> {
    Date::try_new_iso(
        day.year(),
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    )
    .ok()
}

fn icu_time(at: DateTime<Utc>) -> Option<Time> {
    Time::try_new(
        u8::try_from(at.hour()).ok()?,
        u8::try_from(at.minute()).ok()?,
        0,
        0,
    )
    .ok()
}
