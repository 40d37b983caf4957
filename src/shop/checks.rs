//! What a typed shop.toml can still have wrong.

use rust_decimal::Decimal;

use super::{Shop, currencies, desk, facts, places, pricing, privacy, rules, tax};
use crate::config_error::ConfigError;

impl Shop {
    /// All of it, each with its mend; `file` is how the file is called.
    pub(super) fn faults(&self, file: &str) -> Vec<ConfigError> {
        let mut faults = Vec::new();
        let mut check = |ok: bool, key: &str, problem: &str, mend: &str| {
            if !ok {
                faults.push(ConfigError::new(&format!("{file}: {key}"), problem, mend));
            }
        };
        self.check_identity(&mut check);
        self.check_promises(&mut check);
        self.check_limits(&mut check);
        faults.extend(pricing::faults(
            &self.pricing,
            &self.shop.written_currency.parse(),
            file,
        ));
        faults.extend(currencies::faults(self, file));
        faults.extend(facts::faults(&self.catalogue, file));
        faults.extend(desk::faults(&self.desk, file));
        faults.extend(privacy::faults(&self.privacy, file));
        faults.extend(places::faults(&self.places, file));
        faults.extend(tax::faults(&self.tax, file));
        faults.extend(rules::name_faults(self, file));
        faults
    }

    fn check_identity(&self, check: &mut Check<'_>) {
        check(
            !self.shop.name.trim().is_empty(),
            "[shop] name",
            "is empty",
            "give the shop a name",
        );
        check(
            is_address(&self.shop.support_email),
            "[shop] support_email",
            "is not a valid email address",
            "write it as help@example.com",
        );
        check(
            !self.shop.languages.is_empty(),
            "[shop] languages",
            "is empty",
            "name at least one, e.g. [\"en\"]",
        );
        let twice = self.shop.languages.iter().enumerate().any(|(at, one)| {
            self.shop
                .languages
                .iter()
                .take(at)
                .any(|other| other == one)
        });
        check(
            !twice,
            "[shop] languages",
            "names a language twice",
            "name each once",
        );
    }

    fn check_promises(&self, check: &mut Check<'_>) {
        check(
            self.delivery.refund_after_unclear >= self.delivery.refund_after,
            "[delivery] refund_after_unclear",
            "is shorter than refund_after",
            "an order that may have been bought needs the longer clock",
        );
        check(
            self.cancel.fee.0 >= Decimal::ZERO,
            "[cancel] fee",
            "is negative",
            "0 or more",
        );
        check(
            self.cancel.window_days <= 60,
            "[cancel] window_days",
            "is over the supplier's 60 days",
            "60 or less",
        );
        check(
            self.owner.alerts_to.is_none() || self.alerts_to().is_some(),
            "[owner] alerts_to",
            "is not a valid email address",
            "e.g. owner@example.com",
        );
        check(
            self.owner
                .balance_floor
                .is_none_or(|floor| floor.0 > Decimal::ZERO),
            "[owner] balance_floor",
            "is not above 0",
            "leave it out to be warned of nothing",
        );
    }

    fn check_limits(&self, check: &mut Check<'_>) {
        check(
            self.limits.checkouts_per_minute > 0,
            "[limits] checkouts_per_minute",
            "is 0",
            "1 or more",
        );
        check(
            self.limits.in_all() >= self.limits.checkouts_per_minute,
            "[limits] checkouts_in_all_per_minute",
            "is below checkouts_per_minute",
            "the whole shop needs at least what one address may do",
        );
        check(
            self.limits.logins_per_hour > 0,
            "[limits] logins_per_hour",
            "is 0",
            "1 or more",
        );
    }
}

/// Whether it is right, its key, what is wrong with it, and what to do.
type Check<'c> = dyn FnMut(bool, &str, &str, &str) + 'c;

/// Where the file stops being readable, and why, without the drawing that the parser makes of it.
pub(super) fn in_a_line(error: &toml::de::Error, text: &str) -> String {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text
        .bytes()
        .take(start)
        .filter(|byte| *byte == b'\n')
        .count();
    format!(
        "cannot be read at line {line}: {}",
        error
            .message()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    )
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}
