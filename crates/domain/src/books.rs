//! Whether our books agree with Stripe's and with the supplier's: what stands on both sides,
//! compared. Pure: nobody is asked here.

mod compare;
mod sold;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use compare::{OurPayment, OurRefund, TheirPayment, TheirRefund, payment};
pub use sold::{OurPurchase, TheirPurchase, purchase};

/// How two sides differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// They do not agree, and no answer on its way will change that.
    Mismatch,
    /// One side knows already what the other is about to learn.
    InFlight,
    /// A side could not be asked, or not understood.
    Unanswered,
}

/// One thing that was found, in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What sort.
    pub kind: Kind,
    /// What it is about: an order by its number, or a payment.
    pub about: String,
    /// What differs.
    pub what: String,
    /// What to do; empty for what needs nothing.
    pub mend: String,
}

impl Finding {
    /// The two sides do not agree.
    pub fn mismatch(about: &str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            kind: Kind::Mismatch,
            about: about.to_owned(),
            what: what.into(),
            mend: mend.into(),
        }
    }

    /// They are about to.
    pub fn in_flight(about: &str, what: impl Into<String>) -> Self {
        Self {
            kind: Kind::InFlight,
            about: about.to_owned(),
            what: what.into(),
            mend: String::new(),
        }
    }

    /// Nobody knows.
    pub fn unanswered(about: &str, what: impl Into<String>) -> Self {
        Self {
            kind: Kind::Unanswered,
            about: about.to_owned(),
            what: what.into(),
            mend: "run it again".to_owned(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.kind {
            Kind::Mismatch => "",
            Kind::InFlight => "in flight: ",
            Kind::Unanswered => "not compared: ",
        };
        write!(f, "{}: {word}{}", self.about, self.what)?;
        if self.mend.is_empty() {
            Ok(())
        } else {
            write!(f, " → {}", self.mend)
        }
    }
}

/// An amount that may be in a currency that no shop of ours sells in: `14.40 USD`, or its minor
/// units as Stripe has them.
pub fn amount(minor: i64, currency: &str) -> String {
    match currency.parse() {
        Ok(currency) => {
            let money = super::money::Money::new(minor, currency);
            format!("{} {currency}", money.major())
        }
        Err(_) => format!("{minor} minor units of {currency}"),
    }
}
