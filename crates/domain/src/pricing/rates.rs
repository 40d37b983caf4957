//! A dated table of rates that catches mistakes in `exchange_rates`. It makes no price: the owner's
//! rate does.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::super::money::Currency;

/// One line a currency: its code and its units for one US dollar.
const FILE: &str = include_str!("rates.txt");

static TABLE: LazyLock<BTreeMap<Currency, Decimal>> = LazyLock::new(|| {
    let entry = |line: &str| {
        line.split_once(' ')
            .and_then(|(code, rate)| Some((code.parse().ok()?, rate.parse().ok()?)))
    };
    FILE.lines().filter_map(entry).collect()
});

/// The day the table is of, `2025-11-30`.
pub fn dated() -> &'static str {
    FILE.lines()
        .find_map(|line| line.strip_prefix("date "))
        .unwrap_or_default()
}

/// Whether Stripe charges in a currency (docs.stripe.com/currencies#presentment-currencies).
pub fn charged_by_stripe(currency: Currency) -> bool {
    TABLE.contains_key(&currency)
}

/// Units of `to` for one of `from` by the table; `None` when it does not know both.
pub fn between(from: Currency, to: Currency) -> Option<Decimal> {
    TABLE.get(&to)?.checked_div(*TABLE.get(&from)?)
}

/// How an owner's rate looks beside the table's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As the table's, more or less; or the table does not know.
    Likely,
    /// It makes prices lower than the table's by over 40 per cent.
    Low,
    /// Off by a factor of three or more, either way.
    Wrong,
}

/// Looks at `rate`, units of `to` for one of `from`.
pub fn look(rate: Decimal, from: Currency, to: Currency) -> Look {
    let Some(part) = between(from, to).and_then(|table| rate.checked_div(table)) else {
        return Look::Likely;
    };
    let three = Decimal::from(3);
    if part >= three || part * three <= Decimal::ONE {
        Look::Wrong
    } else if part < Decimal::new(6, 1) {
        Look::Low
    } else {
        Look::Likely
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn c(code: &str) -> Currency {
        code.parse().unwrap()
    }

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = FILE
            .lines()
            .filter(|l| !l.starts_with('#') && !l.starts_with("date ") && !l.starts_with("source "))
            .count();
        assert_eq!(TABLE.len(), lines);
        assert!(lines > 120, "{lines} currencies");
        assert!(TABLE.values().all(|rate| *rate > Decimal::ZERO));
        assert!(dated().parse::<chrono::NaiveDate>().is_ok() && FILE.contains("\nsource "));
    }

    #[test]
    fn what_stripe_does_not_charge_is_not_in_it() {
        for code in ["USD", "EUR", "JPY", "ISK", "UGX", "XPF"] {
            assert!(charged_by_stripe(c(code)), "{code}");
        }
        for code in ["XYZ", "BTC", "XAU", "HRK", "CUP"] {
            assert!(!charged_by_stripe(c(code)), "{code}");
        }
    }

    #[test]
    fn a_rate_is_looked_at_in_its_own_direction() {
        assert_eq!(between(c("USD"), c("EUR")), Some(d("0.86")));
        assert_eq!(look(d("0.92"), c("USD"), c("EUR")), Look::Likely);
        assert_eq!(look(d("92"), c("USD"), c("EUR")), Look::Wrong);
        assert_eq!(look(d("156"), c("USD"), c("JPY")), Look::Likely);
        assert_eq!(
            look(d("0.0064"), c("USD"), c("JPY")),
            Look::Wrong,
            "turned round"
        );
        assert_eq!(
            look(d("181"), c("EUR"), c("JPY")),
            Look::Likely,
            "between two that are not the dollar"
        );
        assert_eq!(
            look(d("7"), c("XYZ"), c("JPY")),
            Look::Likely,
            "what the table does not know it does not judge"
        );
    }

    #[test]
    fn its_borders_are_three_times_either_way_and_forty_per_cent_below() {
        let usd = c("USD");
        for (rate, look_of) in [
            ("3", Look::Wrong),
            ("2.99", Look::Likely),
            ("1", Look::Likely),
            ("0.6", Look::Likely),
            ("0.599", Look::Low),
            ("0.334", Look::Low),
            ("0.333", Look::Wrong),
        ] {
            assert_eq!(look(d(rate), usd, usd), look_of, "{rate}");
        }
        let third = Decimal::ONE / Decimal::from(3);
        assert_eq!(look(third, usd, usd), Look::Wrong, "exactly a third");
    }
}
