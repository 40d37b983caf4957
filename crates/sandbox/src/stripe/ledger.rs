//! The account's balance: each movement of money as Stripe books it, in the account's own money,
//! with the fee. Pure.

use chrono::{DateTime, Utc};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};

use super::{
    objects::{self, new_id},
    state::{Books, Moved, find, number, text},
};

/// What Stripe keeps of a charge: 2.9 per cent and 30 minor units.
const FEE: (i64, i64) = (29, 30);
/// What Stripe keeps of a dispute, in minor units; a dispute that was won does not bring it back.
const DISPUTE_FEE: i64 = 1_500;
/// Stripe counts these in whole units (docs.stripe.com/currencies).
const WHOLE: [&str; 14] = [
    "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf",
    "xof",
];

/// The money that the account is paid out in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// `eur`
    pub currency: String,
    /// What one of the buyers' money is worth in it.
    pub rate: Decimal,
}

impl Settlement {
    /// `amount` minor units of `currency` in minor units of the account's.
    fn convert(&self, amount: i64, currency: &str) -> i64 {
        let minor = |currency: &str| {
            if WHOLE.contains(&currency) {
                Decimal::ONE
            } else {
                Decimal::ONE_HUNDRED
            }
        };
        let own = Decimal::from(amount) / minor(currency) * self.rate * minor(&self.currency);
        own.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .try_into()
            .unwrap_or_default()
    }
}

impl Books {
    /// Books `amount` (of `currency`, in minor units, with Stripe's fee or without); the
    /// transaction's id.
    pub fn book(
        &mut self,
        kind: (&str, &str),
        source: &str,
        (amount, with_fee): (i64, bool),
        currency: &str,
        now: DateTime<Utc>,
    ) -> String {
        let id = new_id("txn_3S", 22);
        let foreign = self
            .settlement
            .as_ref()
            .filter(|own| own.currency != currency);
        let amount = foreign.map_or(amount, |own| own.convert(amount, currency));
        let fee = match (with_fee, kind.1) {
            (false, _) => 0,
            (true, "dispute") => DISPUTE_FEE,
            (true, _) => amount * FEE.0 / 1_000 + FEE.1,
        };
        let own = foreign.map_or(currency, |own| &own.currency);
        let mut booked =
            objects::balance_transaction(&id, now.timestamp(), kind, source, (amount, fee), own);
        // A JSON number with all its digits, as Stripe writes it.
        booked["exchange_rate"] = foreign
            .and_then(|own| serde_json::from_str(&own.rate.to_string()).ok())
            .unwrap_or_default();
        self.transactions.push(booked);
        id
    }

    /// Books a captured charge.
    pub fn book_charge(&mut self, id: &str, now: DateTime<Utc>) -> Moved {
        let charge = find(&mut self.charges, id, "charge")?.clone();
        let booked = self.book(
            ("charge", "charge"),
            id,
            (number(&charge, "amount"), true),
            &text(&charge, "currency"),
            now,
        );
        find(&mut self.charges, id, "charge")?["balance_transaction"] = json!(booked);
        Ok(())
    }

    /// `GET /v1/balance`: what the transactions add up to, all of it available.
    pub fn balance(&self) -> Value {
        let mut sums = std::collections::BTreeMap::from([("usd", 0)]);
        for transaction in &self.transactions {
            *sums
                .entry(transaction["currency"].as_str().unwrap_or_default())
                .or_default() += number(transaction, "net");
        }
        let entry = |(currency, amount): (&&str, &i64)| json!({ "amount": amount, "currency": currency, "source_types": { "card": amount } });
        let available: Vec<Value> = sums.iter().map(entry).collect();
        let pending: Vec<Value> = sums.keys().map(|currency| entry((currency, &0))).collect();
        json!({ "object": "balance", "available": available, "livemode": false, "pending": pending })
    }
}
