//! Prices that are not in force: another file's `[pricing]`, checked as ours is, for the shop that
//! we are.

use toml::{Table, Value};

use super::checks::in_a_line;
use super::{Pricing, Shop};
use crate::config_error::ConfigError;

impl Shop {
    /// The price rules of another file: a whole shop.toml, or one with `[pricing]` and its rules
    /// only.
    ///
    /// # Errors
    /// Every fault that they would keep the shop from starting with; a file without prices, or for
    /// another currency.
    pub fn pricing_of(&self, text: &str, name: &str) -> Result<Pricing, Vec<ConfigError>> {
        let fault = |problem: &str, mend: &str| vec![ConfigError::new(name, problem, mend)];
        let mut file: Table = toml::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|e| fault(&in_a_line(&e, text), "correct that line"))?;
        let own = self.shop.currency.code();
        let currency = file
            .get("shop")
            .and_then(|shop| shop.get("currency"))
            .and_then(Value::as_str);
        if let Some(other) = currency.filter(|other| !other.trim().eq_ignore_ascii_case(own)) {
            return Err(fault(
                &format!("sells in {other}, and this shop in {own}"),
                "prices can be compared in one currency only",
            ));
        }
        let Some(pricing) = file.remove("pricing") else {
            return Err(fault(
                "holds no [pricing]",
                "copy [pricing] and its rules from shop.toml and change them",
            ));
        };
        let identity = [
            ("name", self.shop.name.as_str()),
            ("support_email", self.shop.support_email.as_str()),
            ("currency", own),
        ];
        let identity: Table = identity
            .into_iter()
            .map(|(key, value)| (key.to_owned(), Value::String(value.to_owned())))
            .collect();
        let draft: Table = [
            ("shop".to_owned(), Value::Table(identity)),
            ("pricing".to_owned(), pricing),
        ]
        .into_iter()
        .collect();
        let draft =
            toml::to_string(&draft).map_err(|e| fault(&e.to_string(), "correct [pricing]"))?;
        Self::parse(&draft, name).map(|shop| shop.pricing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop() -> Shop {
        Shop::parse(
            "[shop]\nname = \"L\"\nsupport_email = \"help@layover.example\"\ncurrency = \"USD\"\n",
            "shop.toml",
        )
        .unwrap()
    }

    fn refused(text: &str) -> String {
        shop()
            .pricing_of(text, "draft.toml")
            .unwrap_err()
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn another_files_prices_are_read_with_every_check() {
        let list = shop()
            .pricing_of(
                "[pricing]\nmarkup_percent = 30\n[[pricing.rule]]\ncountry = \
                 \"JP\"\nmarkup_percent = 5\n",
                "d",
            )
            .unwrap()
            .list(shop().shop.currency);
        assert_eq!(
            (list.terms.markup_percent, list.exceptions.len()),
            (30.into(), 1)
        );
        let whole =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/shop.example.toml"))
                .unwrap();
        assert!(
            shop()
                .pricing_of(&whole, "shop.toml")
                .unwrap()
                .is_same(&shop().pricing)
        );
        assert!(
            refused("[pricing]\nmarkup_percent = 5000\nminimum_margin = -1\n")
                .lines()
                .count()
                == 2
        );
        assert!(refused("[pricing]\nmarkup = 5\n").contains("unknown field"));
        assert!(
            refused("[shop]\ncurrency = \"EUR\"\n[pricing]\n")
                .contains("sells in EUR, and this shop in USD")
        );
        assert!(
            refused("").contains("holds no [pricing]") && refused("[pricing").contains("line 1")
        );
    }
}
