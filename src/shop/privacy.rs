//! `[privacy]`: for how many days what is kept. The privacy page prints these very figures.

use serde::Deserialize;

use crate::config_error::ConfigError;

/// Days, by kind.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Privacy {
    /// Orders that were never paid for, with their history.
    pub unpaid_orders: u32,
    /// The addresses and contents of mails that were sent.
    pub mails: u32,
    /// What Stripe and the supplier told: type, number and time of each event.
    pub events: u32,
    /// Invoices and credit notes, with what travellers wrote on them.
    pub invoices: u32,
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            unpaid_orders: 30,
            mails: 180,
            events: 400,
            invoices: 4018,
        }
    }
}

/// What cannot be so.
pub(super) fn faults(privacy: &Privacy, file: &str) -> Vec<ConfigError> {
    let least = [
        (
            "unpaid_orders",
            privacy.unpaid_orders,
            4,
            "an event may come three days late",
        ),
        ("mails", privacy.mails, 4, "a mail is tried for three days"),
        (
            "events",
            privacy.events,
            35,
            "Stripe lists events of thirty days, and none may be handled twice",
        ),
        (
            "invoices",
            privacy.invoices,
            365,
            "a year's books must be closed first",
        ),
    ];
    let short = least.into_iter().filter(|(_, days, least, _)| days < least);
    let told = |(key, _, least, why): (&str, u32, u32, &str)| {
        ConfigError::new(
            &format!("{file}: [privacy] {key}"),
            &format!("is too short: {why}"),
            &format!("{least} days or more"),
        )
    };
    short.map(told).collect()
}
