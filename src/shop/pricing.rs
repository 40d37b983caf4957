//! `[pricing]` and `[[pricing.rule]]`: what may be written there, and every way in which it would ruin a shop. No product is priced here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Number, Shop};
use crate::config::Fault;
use crate::domain::money::{Currency, MoneyError};
use crate::domain::pricing::rates::{self, Look};
use crate::domain::pricing::{CardFee, EndingError, Exception, MOST_MARKUP, PriceList, Rounding, Terms, WIDEST_STEP};

/// `[pricing]` and each `[[pricing.rule]]`, most specific rule wins: product, then country, then region, then this.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pricing {
    /// Per cent on top of the supplier's price.
    pub markup_percent: Number,
    /// The least that a sale must leave above cost, in major units of the shop's currency.
    pub minimum_margin: Number,
    /// Prices are rounded up to a multiple of this, in major units; 0.10 when neither this nor `ending` is set.
    pub round_to: Option<Number>,
    /// The digits in which prices end, instead of `round_to`.
    pub ending: Option<String>,
    /// Units of the shop's currency for one unit of the supplier's, by the supplier's currency.
    pub exchange_rates: BTreeMap<String, Number>,
    /// When the owner last looked at a rate that is far below our table's, and found it right.
    pub rate_confirmed: Option<Day>,
    /// Per cent of each price that its card payment costs.
    pub card_fee_percent: Number,
    /// What each card payment costs besides, in major units of the shop's currency.
    pub card_fee_fixed: Number,
    /// How far a line's true cost may exceed what was paid for it, in major units of the shop's currency.
    pub most_loss: Number,
    /// Exceptions.
    pub rule: Vec<PriceRule>,
}

/// One `[[pricing.rule]]`: exactly one of `region`, `country`, `product`, and what differs there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceRule {
    /// A region's slug, e.g. `europe`.
    pub region: Option<String>,
    /// An ISO 3166 country code.
    pub country: Option<String>,
    /// A product id.
    pub product: Option<String>,
    /// As in `[pricing]`.
    pub markup_percent: Option<Number>,
    /// As in `[pricing]`.
    pub minimum_margin: Option<Number>,
    /// As in `[pricing]`.
    pub round_to: Option<Number>,
    /// As in `[pricing]`.
    pub ending: Option<String>,
}

/// A day, written as `"2026-11-27"` or as TOML's own date; read when the faults are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "toml::Value")]
pub struct Day(String);

impl TryFrom<toml::Value> for Day {
    type Error = String;

    fn try_from(value: toml::Value) -> Result<Self, String> {
        match value {
            toml::Value::String(text) => Ok(Self(text)),
            toml::Value::Datetime(time) => Ok(Self(time.to_string())),
            other => Err(format!("expected a date, not {other}")),
        }
    }
}

impl Day {
    fn read(&self) -> Option<NaiveDate> {
        self.0.trim().parse().ok()
    }
}

impl Default for Pricing {
    fn default() -> Self {
        Self {
            markup_percent: Number(Decimal::from(20)),
            minimum_margin: Number(Decimal::ONE),
            round_to: None,
            ending: None,
            exchange_rates: BTreeMap::new(),
            rate_confirmed: None,
            card_fee_percent: Number(Decimal::ZERO),
            card_fee_fixed: Number(Decimal::ZERO),
            most_loss: Number(Decimal::TWO),
            rule: Vec::new(),
        }
    }
}

/// What prices are rounded up to when nothing is set.
fn usual_rounding() -> Rounding {
    Rounding::To(Decimal::new(10, 2))
}

/// What `round_to` and `ending` mean together; `None` where neither speaks or where they are at fault.
fn rounding(round_to: Option<Number>, ending: Option<&str>, currency: Currency) -> Option<Rounding> {
    match (round_to, ending) {
        (None, Some(text)) => Rounding::ending(text, currency).ok(),
        (Some(step), _) => Some(Rounding::To(step.0)),
        (None, None) => None,
    }
}

impl Shop {
    /// The price rules, as the domain reads them; still of no day, so that no low rate counts as confirmed.
    #[must_use]
    pub fn price_list(&self) -> PriceList {
        let (p, currency) = (&self.pricing, self.shop.currency);
        let terms = Terms {
            markup_percent: p.markup_percent.0,
            minimum_margin: p.minimum_margin.0,
            rounding: rounding(p.round_to, p.ending.as_deref(), currency).unwrap_or_else(usual_rounding),
        };
        let exception = |rule: &PriceRule| Exception {
            markup_percent: rule.markup_percent.map(|n| n.0),
            minimum_margin: rule.minimum_margin.map(|n| n.0),
            rounding: rounding(rule.round_to, rule.ending.as_deref(), currency),
        };
        PriceList {
            currency,
            terms,
            rates: p.exchange_rates.iter().filter_map(|(code, rate)| Some((code.parse().ok()?, rate.0))).collect(),
            exceptions: p.rule.iter().filter_map(|rule| Some((super::rules::scope(rule)?, exception(rule)))).collect(),
            card_fee: CardFee { percent: p.card_fee_percent.0, fixed: p.card_fee_fixed.0 },
            rate_confirmed: p.rate_confirmed.as_ref().and_then(Day::read),
            day: NaiveDate::default(),
        }
    }
}

/// Gathers what is wrong, each with its mend.
struct Faults<'a> {
    file: &'a str,
    found: Vec<Fault>,
}

impl Faults<'_> {
    fn check(&mut self, ok: bool, key: &str, problem: impl AsRef<str>, mend: impl AsRef<str>) {
        if !ok {
            self.found.push(Fault::new(&format!("{}: {key}", self.file), problem.as_ref(), mend.as_ref()));
        }
    }

    fn add(&mut self, key: &str, problem: impl AsRef<str>, mend: impl AsRef<str>) {
        self.check(false, key, problem, mend);
    }
}

/// Everything that is wrong with the prices in shop.toml. `currency` is the shop's, or why it cannot be read.
pub(super) fn faults(p: &Pricing, currency: &Result<Currency, MoneyError>, file: &str) -> Vec<Fault> {
    let mut f = Faults { file, found: Vec::new() };
    currency_faults(&mut f, currency);
    // With a currency that is none, nothing can be said of rates and steps.
    let known = currency.as_ref().ok().copied().filter(|c| rates::charged_by_stripe(*c));
    let of_all = Written {
        table: "[pricing]",
        markup: Some(p.markup_percent),
        margin: Some(p.minimum_margin),
        round_to: p.round_to,
        ending: p.ending.as_deref(),
    };
    of_all.faults(&mut f, known);
    let percent = p.card_fee_percent.0;
    f.check(
        percent >= Decimal::ZERO && percent < Decimal::ONE_HUNDRED,
        "[pricing] card_fee_percent",
        "is not between 0 and 100",
        "e.g. 2.9",
    );
    f.check(p.card_fee_fixed.0 >= Decimal::ZERO, "[pricing] card_fee_fixed", "is negative", "e.g. \"0.30\"");
    f.check(p.most_loss.0 >= Decimal::ZERO, "[pricing] most_loss", "is negative", "0 or more, e.g. \"2\"");
    let day = p.rate_confirmed.as_ref().is_none_or(|day| day.read().is_some());
    f.check(day, "[pricing] rate_confirmed", "is not a date", "write it as \"2026-11-27\"");
    rate_faults(&mut f, p, known);
    for rule in &p.rule {
        rule_faults(&mut f, rule, known);
    }
    f.found
}

fn currency_faults(f: &mut Faults<'_>, currency: &Result<Currency, MoneyError>) {
    let mend = "one that your Stripe account charges in, e.g. USD, EUR or JPY; docs.stripe.com/currencies lists them";
    match currency {
        Ok(currency) => {
            f.check(rates::charged_by_stripe(*currency), "[shop] currency", format!("is {currency}, which Stripe cannot charge"), mend);
        }
        Err(MoneyError::ThreeDecimals(code)) => {
            f.add("[shop] currency", format!("is {code}, which has three decimals: this shop does not sell in it"), mend);
        }
        Err(_) => f.add("[shop] currency", "is no three-letter currency code", mend),
    }
}

/// Each rate is units of the shop's currency for one of the key's.
fn rate_faults(f: &mut Faults<'_>, p: &Pricing, shop: Option<Currency>) {
    let key = "[pricing] exchange_rates";
    let mut seen = Vec::new();
    for (code, rate) in &p.exchange_rates {
        let Some(from) = code.parse::<Currency>().ok().filter(|c| rates::charged_by_stripe(*c)) else {
            f.add(key, format!("names “{code}”, which is no currency we know"), "remove it; the supplier charges in USD");
            continue;
        };
        f.check(!seen.contains(&from), key, format!("names {from} twice"), "keep one of the two");
        seen.push(from);
        f.check(rate.0 > Decimal::ZERO, key, format!("holds a rate that is not above zero, for {from}"), "e.g. USD = \"0.92\"");
        let Some(to) = shop else { continue };
        if from == to {
            f.add(key, format!("has a rate for {to}, the shop's own currency"), format!("remove {code}: one {to} is one {to}"));
        } else if let (Look::Wrong, Some(table)) =
            (rates::look(rate.0, from, to), rates::between(from, to).filter(|_| rate.0 > Decimal::ZERO))
        {
            let table = table.round_dp(4).normalize();
            f.add(
                key,
                format!("says that one {from} is {} {to}; by our table of {} it is about {table}", rate.0, rates::dated()),
                format!("write how many {to} one {from} costs, e.g. {code} = \"{table}\""),
            );
        }
    }
    let needs_rate = shop.is_some_and(|shop| shop != Currency::USD) && !seen.contains(&Currency::USD);
    f.check(!needs_rate, key, "has no rate for USD, in which the supplier charges", "add exchange_rates = { USD = \"…\" }");
}

fn rule_faults(f: &mut Faults<'_>, rule: &PriceRule, shop: Option<Currency>) {
    let scopes: Vec<&String> = [&rule.region, &rule.country, &rule.product].into_iter().flatten().collect();
    f.check(scopes.len() == 1, "[[pricing.rule]]", "does not name exactly one of region, country, product", "name one");
    let blank = rule.product.as_ref().is_some_and(|id| id.trim().is_empty());
    f.check(!blank, "[[pricing.rule]] product", "is empty", "name a product id, or remove the rule");
    let table = scopes.first().map_or_else(|| "[[pricing.rule]]".to_owned(), |name| format!("[[pricing.rule]] for {name}:"));
    let written = Written {
        table: &table,
        markup: rule.markup_percent,
        margin: rule.minimum_margin,
        round_to: rule.round_to,
        ending: rule.ending.as_deref(),
    };
    written.faults(f, shop);
}

/// The keys that `[pricing]` and a rule have in common.
struct Written<'a> {
    table: &'a str,
    markup: Option<Number>,
    margin: Option<Number>,
    round_to: Option<Number>,
    ending: Option<&'a str>,
}

impl Written<'_> {
    fn faults(&self, f: &mut Faults<'_>, shop: Option<Currency>) {
        let key = |name: &str| format!("{} {name}", self.table);
        let markup = self.markup.map_or(Decimal::ZERO, |n| n.0);
        f.check(markup >= Decimal::ZERO, &key("markup_percent"), "is negative", "0 or more");
        f.check(
            markup <= MOST_MARKUP,
            &key("markup_percent"),
            format!("is over {MOST_MARKUP} %"),
            "per cent on top of the supplier's price, e.g. 20",
        );
        f.check(self.margin.is_none_or(|n| n.0 >= Decimal::ZERO), &key("minimum_margin"), "is negative", "0 or more");
        f.check(self.round_to.is_none_or(|n| n.0 > Decimal::ZERO), &key("round_to"), "is not above zero", "e.g. \"0.10\"");
        f.check(self.round_to.is_none() || self.ending.is_none(), &key("ending"), "and round_to are both set", "keep one of them");
        let Some(shop) = shop else { return };
        if let Some(Err(error)) = self.ending.map(|text| Rounding::ending(text, shop)) {
            let example = if shop.is_whole() { "\"80\" or \"00\"" } else { "\".99\"; \"9.99\" for 9.99, 19.99, 29.99" };
            let example = if error == EndingError::BeginsWithZero { "\".99\" for 0.99, 1.99, 2.99" } else { example };
            f.add(&key("ending"), error.to_string(), format!("e.g. {example}"));
        }
        let step = rounding(self.round_to, self.ending, shop).map_or(Decimal::ZERO, Rounding::step);
        let widest = rates::between(Currency::USD, shop).and_then(|rate| rate.checked_mul(WIDEST_STEP)).unwrap_or(Decimal::MAX);
        let name = if self.round_to.is_some() { "round_to" } else { "ending" };
        f.check(
            step <= widest,
            &key(name),
            format!("puts {step} {shop} between two prices, more than {WIDEST_STEP} US dollars are worth"),
            "a step that fits a plan of a few dollars, e.g. round_to = \"0.10\"",
        );
    }
}

#[cfg(test)]
mod tests;
