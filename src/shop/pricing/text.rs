//! `[pricing]` as a text: always the same for the same rules, so that two can be compared, kept,
//! exported and read again.

use std::fmt::Write;

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Value;

use super::{Number, PriceRule, Pricing, usual_rounding};
use domain::pricing::Rounding;

/// A file with nothing but prices.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alone {
    pricing: Pricing,
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

fn figures(number: Decimal) -> String {
    quoted(&number.normalize().to_string())
}

/// The keys that `[pricing]` and a rule have in common.
fn common(
    text: &mut String,
    markup: Option<Number>,
    margin: Option<Number>,
    round_to: Option<Number>,
    ending: Option<&str>,
) {
    let numbers = [
        ("markup_percent", markup),
        ("minimum_margin", margin),
        ("round_to", round_to),
    ];
    for (key, number) in numbers
        .into_iter()
        .filter_map(|(key, number)| Some((key, number?)))
    {
        let _ = writeln!(text, "{key} = {}", figures(number.0));
    }
    if let Some(ending) = ending {
        let _ = writeln!(text, "ending = {}", quoted(ending.trim()));
    }
}

/// What a rule is about, and by which key.
fn subject(rule: &PriceRule) -> (&'static str, String) {
    match (&rule.region, &rule.country, &rule.product) {
        (Some(region), _, _) => ("region", region.to_ascii_lowercase()),
        (_, Some(country), _) => ("country", country.to_ascii_uppercase()),
        (_, _, product) => ("product", product.clone().unwrap_or_default()),
    }
}

impl Pricing {
    /// These rules as the `[pricing]` of a shop.toml. The widest rules stand first, and each key of
    /// `[pricing]` is written out.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut text = "[pricing]\n".to_owned();
        let usual = match usual_rounding() {
            Rounding::To(step) if self.ending.is_none() => Some(Number(step)),
            _ => None,
        };
        common(
            &mut text,
            Some(self.markup_percent),
            Some(self.minimum_margin),
            self.round_to.or(usual),
            self.ending.as_deref(),
        );
        if !self.exchange_rates.is_empty() {
            let rates: Vec<String> = self
                .exchange_rates
                .iter()
                .map(|(code, rate)| {
                    format!(
                        "{} = {}",
                        quoted(&code.to_ascii_uppercase()),
                        figures(rate.0)
                    )
                })
                .collect();
            let _ = writeln!(text, "exchange_rates = {{ {} }}", rates.join(", "));
        }
        if let Some(day) = &self.rate_confirmed {
            let _ = writeln!(text, "rate_confirmed = {}", quoted(day.0.trim()));
        }
        for (key, number) in [
            ("card_fee_percent", self.card_fee_percent),
            ("card_fee_fixed", self.card_fee_fixed),
            ("most_loss", self.most_loss),
        ] {
            let _ = writeln!(text, "{key} = {}", figures(number.0));
        }
        for rule in self.sorted() {
            let (key, name) = subject(rule);
            let _ = writeln!(text, "\n[[pricing.rule]]\n{key} = {}", quoted(name.trim()));
            common(
                &mut text,
                rule.markup_percent,
                rule.minimum_margin,
                rule.round_to,
                rule.ending.as_deref(),
            );
        }
        text
    }

    /// The exceptions, regions before countries before products, each by name.
    #[must_use]
    pub(super) fn sorted(&self) -> Vec<&PriceRule> {
        let mut rules: Vec<&PriceRule> = self.rule.iter().collect();
        rules.sort_by_key(|rule| {
            let (key, name) = subject(rule);
            (
                ["region", "country", "product"]
                    .iter()
                    .position(|one| *one == key),
                name,
            )
        });
        rules
    }

    /// Reads what [`Pricing::to_toml`] wrote. It was checked then; whether this release finds fault
    /// with it is asked where the shop starts.
    ///
    /// # Errors
    /// When it has keys that this release does not know.
    pub fn of_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str::<Alone>(text).map(|file| Self {
            written: true,
            ..file.pricing
        })
    }

    /// Whether these rules make the same prices, and bear the same loss.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.to_toml() == other.to_toml()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "[pricing]\nmarkup_percent = \"15.5\"\nminimum_margin = \"2\"\nending = \
                         \".99\"\nexchange_rates = { \"GBP\" = \"1.14\", \
        \"USD\" = \"0.92\" }\nrate_confirmed = \"2026-11-27\"\ncard_fee_percent = \
        \"2.9\"\ncard_fee_fixed = \"0.3\"\nmost_loss = \"1\"\n\n\
        [[pricing.rule]]\nregion = \"europe\"\nminimum_margin = \"2\"\n\n[[pricing.rule]]\ncountry \
        = \"JP\"\nround_to = \"0.5\"\n\n\
        [[pricing.rule]]\nproduct = 'a \"b\" \\ c'\nmarkup_percent = \"0\"\n";

    #[test]
    fn what_is_written_is_read_again_as_the_same() {
        let read = Pricing::of_toml(WHOLE).unwrap();
        assert_eq!(read.to_toml(), WHOLE);
        assert!(read.written && read.rule[2].product.as_deref() == Some("a \"b\" \\ c"));
        let bare = Pricing::default().to_toml();
        assert!(
            bare.contains("round_to = \"0.1\"\n")
                && Pricing::of_toml(&bare).unwrap().to_toml() == bare
        );
    }

    #[test]
    fn other_spellings_and_another_order_are_the_same_rules() {
        let other = "[pricing]\nmost_loss = 1.00\nmarkup_percent = 15.50\nminimum_margin = \
                     \"2.00\"\nending = \" .99\"\nrate_confirmed = 2026-11-27\n\
            card_fee_percent = 2.9\ncard_fee_fixed = 0.30\nexchange_rates = { usd = 0.92, GBP = \
            \"1.140\" }\n[[pricing.rule]]\n\
            product = \"a \\\"b\\\" \\\\ c\"\nmarkup_percent = 0\n[[pricing.rule]]\ncountry = \
            \"jp\"\nround_to = 0.5\n[[pricing.rule]]\n\
            region = \"Europe\"\nminimum_margin = 2\n";
        let (one, other) = (
            Pricing::of_toml(WHOLE).unwrap(),
            Pricing::of_toml(other).unwrap(),
        );
        assert!(one.is_same(&other), "{}", other.to_toml());
        assert!(!one.is_same(&Pricing {
            most_loss: Number(3.into()),
            ..one.clone()
        }));
        assert!(
            Pricing::of_toml("[pricing]\nmarkup = 1\n").is_err()
                && Pricing::of_toml("[shop]\nname = \"x\"\n").is_err()
        );
    }
}
