//! Price rules as somebody types them at the desk: a text in every field, and what of it cannot be
//! read. What it would do to prices is judged elsewhere.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Day, Found, Number, PriceRule, Pricing};

/// `[pricing]` as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// As in [`Pricing`].
    pub markup_percent: String,
    /// As in [`Pricing`].
    pub minimum_margin: String,
    /// As in [`Pricing`].
    pub round_to: String,
    /// As in [`Pricing`].
    pub ending: String,
    /// `USD = 0.92, GBP = 1.14`
    pub exchange_rates: String,
    /// As in [`Pricing`].
    pub rate_confirmed: String,
    /// As in [`Pricing`].
    pub card_fee_percent: String,
    /// As in [`Pricing`].
    pub card_fee_fixed: String,
    /// As in [`Pricing`].
    pub most_loss: String,
    /// Exceptions.
    pub rules: Vec<TypedRule>,
}

/// A `[[pricing.rule]]` as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedRule {
    /// `region`, `country` or `product`.
    pub kind: String,
    /// Which.
    pub name: String,
    /// As in [`PriceRule`].
    pub markup_percent: String,
    /// As in [`PriceRule`].
    pub minimum_margin: String,
    /// As in [`PriceRule`].
    pub round_to: String,
    /// As in [`PriceRule`].
    pub ending: String,
}

impl TypedRule {
    /// Whether nothing was typed into it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [
            &self.name,
            &self.markup_percent,
            &self.minimum_margin,
            &self.round_to,
            &self.ending,
        ]
        .iter()
        .all(|text| text.trim().is_empty())
    }
}

/// Reads field by field, and goes on after a fault.
struct Reader {
    found: Vec<Found>,
    rule: Option<usize>,
    table: String,
}

impl Reader {
    fn fault(&mut self, key: &'static str, problem: String, mend: &str) {
        let setting = format!("{} {key}", self.table);
        self.found.push(Found {
            rule: self.rule,
            key,
            setting,
            problem,
            mend: mend.to_owned(),
        });
    }

    fn number(&mut self, key: &'static str, text: &str) -> Option<Number> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        match text.parse::<Decimal>() {
            Ok(number) => Some(Number(number)),
            Err(_) => {
                self.fault(
                    key,
                    format!("“{text}” is not a number"),
                    "write it like 20 or 0.50",
                );
                None
            }
        }
    }

    /// What must be there.
    fn needed(&mut self, key: &'static str, text: &str, usual: Number) -> Number {
        if text.trim().is_empty() {
            self.fault(
                key,
                "is empty".to_owned(),
                &format!("the usual is {}", usual.0.normalize()),
            );
        }
        self.number(key, text).unwrap_or(usual)
    }

    fn rates(&mut self, text: &str) -> BTreeMap<String, Number> {
        let key = "exchange_rates";
        let mut rates = BTreeMap::new();
        for one in text.split(',').map(str::trim).filter(|one| !one.is_empty()) {
            let Some((code, rate)) = one.split_once('=') else {
                self.fault(
                    key,
                    format!("“{one}” is not a rate"),
                    "write them like USD = 0.92, GBP = 1.14",
                );
                continue;
            };
            let code = code.trim().to_ascii_uppercase();
            let Some(rate) = self.number(key, rate) else {
                continue;
            };
            if rates.insert(code.clone(), rate).is_some() {
                self.fault(key, format!("names {code} twice"), "keep one of the two");
            }
        }
        rates
    }
}

/// None for nothing.
fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn written(number: Option<Number>) -> String {
    number
        .map(|number| number.0.to_string())
        .unwrap_or_default()
}

impl Typed {
    /// These rules, as they would be typed.
    #[must_use]
    pub fn of(p: &Pricing) -> Self {
        let rates: Vec<String> = p
            .exchange_rates
            .iter()
            .map(|(code, rate)| format!("{code} = {}", rate.0))
            .collect();
        let rule = |rule: &&PriceRule| TypedRule {
            kind: match (&rule.region, &rule.country) {
                (Some(_), _) => "region",
                (None, Some(_)) => "country",
                (None, None) => "product",
            }
            .to_owned(),
            name: [&rule.region, &rule.country, &rule.product]
                .into_iter()
                .flatten()
                .next()
                .cloned()
                .unwrap_or_default(),
            markup_percent: written(rule.markup_percent),
            minimum_margin: written(rule.minimum_margin),
            round_to: written(rule.round_to),
            ending: rule.ending.clone().unwrap_or_default(),
        };
        Self {
            markup_percent: written(Some(p.markup_percent)),
            minimum_margin: written(Some(p.minimum_margin)),
            round_to: written(p.round_to),
            ending: p.ending.clone().unwrap_or_default(),
            exchange_rates: rates.join(", "),
            rate_confirmed: p
                .rate_confirmed
                .as_ref()
                .map(|day| day.0.clone())
                .unwrap_or_default(),
            card_fee_percent: written(Some(p.card_fee_percent)),
            card_fee_fixed: written(Some(p.card_fee_fixed)),
            most_loss: written(Some(p.most_loss)),
            rules: p.sorted().iter().map(rule).collect(),
        }
    }

    /// What is meant, and every field that cannot be read. Rules into which nothing was typed are
    /// left out of what is meant; faults name a rule by its place in `self.rules`.
    #[must_use]
    pub fn read(&self) -> (Pricing, Vec<Found>) {
        let usual = Pricing::default();
        let mut r = Reader {
            found: Vec::new(),
            rule: None,
            table: "[pricing]".to_owned(),
        };
        let mut pricing = Pricing {
            markup_percent: r.needed("markup_percent", &self.markup_percent, usual.markup_percent),
            minimum_margin: r.needed("minimum_margin", &self.minimum_margin, usual.minimum_margin),
            round_to: r.number("round_to", &self.round_to),
            ending: some(&self.ending),
            exchange_rates: r.rates(&self.exchange_rates),
            rate_confirmed: some(&self.rate_confirmed).map(Day),
            card_fee_percent: r.needed(
                "card_fee_percent",
                &self.card_fee_percent,
                usual.card_fee_percent,
            ),
            card_fee_fixed: r.needed("card_fee_fixed", &self.card_fee_fixed, usual.card_fee_fixed),
            most_loss: r.needed("most_loss", &self.most_loss, usual.most_loss),
            rule: Vec::new(),
            written: true,
        };
        for (at, rule) in self
            .rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| !rule.is_empty())
        {
            r.rule = Some(at);
            r.table = format!("[[pricing.rule]] for {}:", rule.name.trim());
            let name = some(&rule.name);
            let is = |kind: &str| name.clone().filter(|_| rule.kind == kind);
            pricing.rule.push(PriceRule {
                region: is("region"),
                country: is("country"),
                product: is("product"),
                markup_percent: r.number("markup_percent", &rule.markup_percent),
                minimum_margin: r.number("minimum_margin", &rule.minimum_margin),
                round_to: r.number("round_to", &rule.round_to),
                ending: some(&rule.ending),
            });
        }
        (pricing, r.found)
    }

    /// The place in `self.rules` of a rule that [`Typed::read`] gave.
    #[must_use]
    pub fn place_of(&self, rule: usize) -> Option<usize> {
        self.rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| !rule.is_empty())
            .map(|(at, _)| at)
            .nth(rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_again_as_the_same_rules() {
        let rules = "[pricing]\nmarkup_percent = 15\nending = \".99\"\nexchange_rates = { GBP = \
                     \"1.14\", USD = 0.92 }\nrate_confirmed = \"2026-11-27\"\n\
            [[pricing.rule]]\ncountry = \"JP\"\nround_to = \"0.50\"\n[[pricing.rule]]\nregion = \
            \"europe\"\nmarkup_percent = 7\n";
        let pricing = Pricing::of_toml(rules).unwrap();
        let (read, found) = Typed::of(&pricing).read();
        assert!(found.is_empty() && read.is_same(&pricing), "{found:?}");
    }

    #[test]
    fn every_field_that_cannot_be_read_is_told_and_empty_rules_count_for_nothing() {
        let rule = TypedRule {
            kind: "country".into(),
            name: "JP".into(),
            minimum_margin: "much".into(),
            ..TypedRule::default()
        };
        let typed = Typed {
            markup_percent: "twenty".into(),
            exchange_rates: "USD 0.92, GBP = x, EUR = 1, eur = 2".into(),
            rules: vec![
                TypedRule {
                    kind: "region".into(),
                    ..TypedRule::default()
                },
                rule,
            ],
            ..Typed::of(&Pricing::default())
        };
        let (read, found) = Typed {
            most_loss: String::new(),
            ..typed.clone()
        }
        .read();
        let told: Vec<_> = found.iter().map(|one| (one.rule, one.key)).collect();
        let rates = (None, "exchange_rates");
        assert_eq!(
            told,
            [
                (None, "markup_percent"),
                rates,
                rates,
                rates,
                (None, "most_loss"),
                (Some(1), "minimum_margin")
            ]
        );
        assert_eq!(
            (read.rule.len(), typed.place_of(0), typed.place_of(1)),
            (1, Some(1), None)
        );
    }
}
