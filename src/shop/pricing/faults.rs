//! Every way in which `[pricing]` would ruin a shop, each with its mend and with the field that it
//! is about. No product is priced here.

use rust_decimal::Decimal;

use super::{Number, PriceRule, Pricing, rounding};
use crate::config_error::ConfigError;
use domain::money::{Currency, MoneyError};
use domain::pricing::rates::{self, Look};
use domain::pricing::{EndingError, MOST_MARKUP, Rounding, WIDEST_STEP};

/// A fault, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which `[[pricing.rule]]`, by its place among them; none for `[pricing]` itself.
    pub rule: Option<usize>,
    /// The key; empty where a rule as a whole is meant.
    pub key: &'static str,
    /// Table and key, as they are written in the file.
    pub setting: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub mend: String,
}

impl Found {
    /// A fault of a key of `[pricing]`.
    #[must_use]
    pub fn new(key: &'static str, problem: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            rule: None,
            key,
            setting: format!("[pricing] {key}"),
            problem: problem.into(),
            mend: mend.into(),
        }
    }

    /// As a fault of this file.
    #[must_use]
    pub fn of_file(&self, file: &str) -> ConfigError {
        ConfigError::new(
            &format!("{file}: {}", self.setting),
            &self.problem,
            &self.mend,
        )
    }
}

/// Gathers what is wrong, each with its mend.
#[derive(Default)]
struct Faults {
    table: String,
    rule: Option<usize>,
    found: Vec<Found>,
}

impl Faults {
    /// Of the keys of this table from now on.
    fn of(&mut self, table: impl Into<String>, rule: Option<usize>) {
        (self.table, self.rule) = (table.into(), rule);
    }

    fn check(
        &mut self,
        ok: bool,
        key: &'static str,
        problem: impl AsRef<str>,
        mend: impl AsRef<str>,
    ) {
        if !ok {
            let setting = format!("{} {key}", self.table).trim_end().to_owned();
            let (problem, mend) = (problem.as_ref().to_owned(), mend.as_ref().to_owned());
            self.found.push(Found {
                rule: self.rule,
                key,
                setting,
                problem,
                mend,
            });
        }
    }

    fn add(&mut self, key: &'static str, problem: impl AsRef<str>, mend: impl AsRef<str>) {
        self.check(false, key, problem, mend);
    }
}

impl Pricing {
    /// Everything that is wrong with these rules. `currency` is the shop's, or why it cannot be
    /// read.
    #[must_use]
    pub fn found(&self, currency: &Result<Currency, MoneyError>) -> Vec<Found> {
        let mut f = Faults::default();
        f.of("[shop]", None);
        currency_faults(&mut f, currency);
        // With a currency that is none, nothing can be said of rates and steps.
        let known = currency
            .as_ref()
            .ok()
            .copied()
            .filter(|c| rates::charged_by_stripe(*c));
        f.of("[pricing]", None);
        let of_all = Written {
            markup: Some(self.markup_percent),
            margin: Some(self.minimum_margin),
            round_to: self.round_to,
            ending: self.ending.as_deref(),
        };
        of_all.faults(&mut f, known);
        let percent = self.card_fee_percent.0;
        let is_share = percent >= Decimal::ZERO && percent < Decimal::ONE_HUNDRED;
        f.check(
            is_share,
            "card_fee_percent",
            "is not between 0 and 100",
            "e.g. 2.9",
        );
        f.check(
            self.card_fee_fixed.0 >= Decimal::ZERO,
            "card_fee_fixed",
            "is negative",
            "e.g. \"0.30\"",
        );
        f.check(
            self.most_loss.0 >= Decimal::ZERO,
            "most_loss",
            "is negative",
            "0 or more, e.g. \"2\"",
        );
        let day = self
            .rate_confirmed
            .as_ref()
            .is_none_or(|day| day.read().is_some());
        f.check(
            day,
            "rate_confirmed",
            "is not a date",
            "write it as \"2026-11-27\"",
        );
        rate_faults(&mut f, self, known);
        for (at, rule) in self.rule.iter().enumerate() {
            rule_faults(&mut f, at, rule, known);
        }
        f.found
            .into_iter()
            .chain(super::super::rules::rule_faults(&self.rule))
            .collect()
    }
}

/// Everything that is wrong with the prices in a file.
pub fn faults(
    p: &Pricing,
    currency: &Result<Currency, MoneyError>,
    file: &str,
) -> Vec<ConfigError> {
    p.found(currency)
        .iter()
        .map(|found| found.of_file(file))
        .collect()
}

fn currency_faults(f: &mut Faults, currency: &Result<Currency, MoneyError>) {
    let mend = "one that your Stripe account charges in, e.g. USD, EUR or JPY; \
                docs.stripe.com/currencies lists them";
    match currency {
        Ok(currency) => {
            f.check(
                rates::charged_by_stripe(*currency),
                "currency",
                format!("is {currency}, which Stripe cannot charge"),
                mend,
            );
        }
        Err(MoneyError::ThreeDecimals(code)) => {
            f.add(
                "currency",
                format!("is {code}, which has three decimals: this shop does not sell in it"),
                mend,
            );
        }
        Err(_) => f.add("currency", "is no three-letter currency code", mend),
    }
}

/// Each rate is units of the shop's currency for one of the key's.
fn rate_faults(f: &mut Faults, p: &Pricing, shop: Option<Currency>) {
    let key = "exchange_rates";
    let mut seen = Vec::new();
    for (code, rate) in &p.exchange_rates {
        let Some(from) = code
            .parse::<Currency>()
            .ok()
            .filter(|c| rates::charged_by_stripe(*c))
        else {
            f.add(
                key,
                format!("names “{code}”, which is no currency we know"),
                "remove it; the supplier charges in USD",
            );
            continue;
        };
        f.check(
            !seen.contains(&from),
            key,
            format!("names {from} twice"),
            "keep one of the two",
        );
        seen.push(from);
        f.check(
            rate.0 > Decimal::ZERO,
            key,
            format!("holds a rate that is not above zero, for {from}"),
            "e.g. USD = \"0.92\"",
        );
        let Some(to) = shop else { continue };
        if from == to {
            f.add(
                key,
                format!("has a rate for {to}, the shop's own currency"),
                format!("remove {code}: one {to} is one {to}"),
            );
        } else if rate.0 > Decimal::ZERO {
            against_table(f, code, rate.0, (from, to));
        }
    }
    let needs_rate =
        shop.is_some_and(|shop| shop != Currency::USD) && !seen.contains(&Currency::USD);
    f.check(
        !needs_rate,
        key,
        "has no rate for USD, in which the supplier charges",
        "add exchange_rates = { USD = \"…\" }",
    );
}

/// A rate that our own table takes for a mistake.
fn against_table(f: &mut Faults, code: &str, rate: Decimal, (from, to): (Currency, Currency)) {
    let (Look::Wrong, Some(table)) = (rates::look(rate, from, to), rates::between(from, to)) else {
        return;
    };
    let table = table.round_dp(4).normalize();
    f.add(
        "exchange_rates",
        format!(
            "says that one {from} is {rate} {to}; by our table of {} it is about {table}",
            rates::dated()
        ),
        format!("write how many {to} one {from} costs, e.g. {code} = \"{table}\""),
    );
}

fn rule_faults(f: &mut Faults, at: usize, rule: &PriceRule, shop: Option<Currency>) {
    f.of("[[pricing.rule]]", Some(at));
    let scopes: Vec<&String> = [&rule.region, &rule.country, &rule.product]
        .into_iter()
        .flatten()
        .collect();
    f.check(
        scopes.len() == 1,
        "",
        "does not name exactly one of region, country, product",
        "name one",
    );
    let blank = rule.product.as_ref().is_some_and(|id| id.trim().is_empty());
    f.check(
        !blank,
        "product",
        "is empty",
        "name a product id, or remove the rule",
    );
    if let Some(name) = scopes.first() {
        f.of(format!("[[pricing.rule]] for {name}:"), Some(at));
    }
    let written = Written {
        markup: rule.markup_percent,
        margin: rule.minimum_margin,
        round_to: rule.round_to,
        ending: rule.ending.as_deref(),
    };
    written.faults(f, shop);
}

/// The keys that `[pricing]` and a rule have in common.
struct Written<'a> {
    markup: Option<Number>,
    margin: Option<Number>,
    round_to: Option<Number>,
    ending: Option<&'a str>,
}

impl Written<'_> {
    fn faults(&self, f: &mut Faults, shop: Option<Currency>) {
        let markup = self.markup.map_or(Decimal::ZERO, |n| n.0);
        f.check(
            markup >= Decimal::ZERO,
            "markup_percent",
            "is negative",
            "0 or more",
        );
        f.check(
            markup <= MOST_MARKUP,
            "markup_percent",
            format!("is over {MOST_MARKUP} %"),
            "per cent on top of the supplier's price, e.g. 20",
        );
        f.check(
            self.margin.is_none_or(|n| n.0 >= Decimal::ZERO),
            "minimum_margin",
            "is negative",
            "0 or more",
        );
        f.check(
            self.round_to.is_none_or(|n| n.0 > Decimal::ZERO),
            "round_to",
            "is not above zero",
            "e.g. \"0.10\"",
        );
        f.check(
            self.round_to.is_none() || self.ending.is_none(),
            "ending",
            "and round_to are both set",
            "keep one of them",
        );
        let Some(shop) = shop else { return };
        if let Some(Err(error)) = self.ending.map(|text| Rounding::ending(text, shop)) {
            let example = if shop.is_whole() {
                "\"80\" or \"00\""
            } else {
                "\".99\"; \"9.99\" for 9.99, 19.99, 29.99"
            };
            let example = if error == EndingError::BeginsWithZero {
                "\".99\" for 0.99, 1.99, 2.99"
            } else {
                example
            };
            f.add("ending", error.to_string(), format!("e.g. {example}"));
        }
        self.check_step(f, shop);
    }

    /// Two prices are not further apart than a plan is worth.
    fn check_step(&self, f: &mut Faults, shop: Currency) {
        let step = rounding(self.round_to, self.ending, shop).map_or(Decimal::ZERO, Rounding::step);
        let widest = rates::between(Currency::USD, shop)
            .and_then(|rate| rate.checked_mul(WIDEST_STEP))
            .unwrap_or(Decimal::MAX);
        let name = if self.round_to.is_some() {
            "round_to"
        } else {
            "ending"
        };
        f.check(
            step <= widest,
            name,
            format!(
                "puts {step} {shop} between two prices, more than {WIDEST_STEP} US dollars are \
                 worth"
            ),
            "a step that fits a plan of a few dollars, e.g. round_to = \"0.10\"",
        );
    }
}
