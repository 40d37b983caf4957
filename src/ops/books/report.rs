//! What a comparison found, for people and for machines.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use domain::books::{Finding, Kind};
use domain::mode::Mode;

/// What nobody can compare.
const NO_LIST: &str =
    "orders at the supplier that no line of ours knows: the supplier has no list of orders";

/// What was found, and how much was compared for it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// In the order in which it was found.
    pub findings: Vec<Finding>,
    /// Captures beside their payments.
    pub payments: usize,
    /// Refunds of the whole account.
    pub refunds: usize,
    /// Orders at the supplier.
    pub purchases: usize,
    /// Captures that were left out, as they are of the other mode.
    pub other_mode: i64,
}

impl Report {
    /// What does not agree.
    pub fn mismatches(&self) -> impl Iterator<Item = &Finding> {
        self.of(Kind::Mismatch)
    }

    /// What keeps the books from being called agreed.
    pub fn faults(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.kind != Kind::InFlight)
    }

    /// Whether everything that was compared agrees, and everything could be.
    pub fn agrees(&self) -> bool {
        self.faults().next().is_none()
    }

    fn of(&self, kind: Kind) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.kind == kind)
    }

    fn not_verified(&self, mode: Mode, since: DateTime<Utc>) -> Vec<String> {
        let other = if mode == Mode::Live {
            Mode::Test
        } else {
            Mode::Live
        };
        let left_out = (self.other_mode > 0)
            .then(|| format!("{} payments of {} mode", self.other_mode, other.as_str()));
        let before = format!(
            "payments captured before {}: --since takes an earlier day",
            since.date_naive()
        );
        [Some(NO_LIST.to_owned()), Some(before), left_out]
            .into_iter()
            .flatten()
            .collect()
    }

    /// A line for each finding, a last one for the whole, and what was not compared.
    pub fn in_words(&self, mode: Mode, since: DateTime<Utc>) -> String {
        let mut words = String::new();
        for finding in &self.findings {
            let _ = writeln!(words, "{finding}");
        }
        let found = match (self.mismatches().count(), self.of(Kind::Unanswered).count()) {
            (0, 0) => "the books agree".to_owned(),
            (0, unanswered) => format!("{unanswered} could not be compared; the rest agrees"),
            (mismatches, _) => format!("{mismatches} do not agree"),
        };
        let _ = writeln!(
            words,
            "{found}: {} payments, {} refunds and {} orders at the supplier compared, {} mode, \
             since {}",
            self.payments,
            self.refunds,
            self.purchases,
            mode.as_str(),
            since.date_naive()
        );
        for what in self.not_verified(mode, since) {
            let _ = writeln!(words, "not verified: {what}");
        }
        words
    }

    /// The same for machines.
    pub fn as_json(&self, mode: Mode, since: DateTime<Utc>, until: DateTime<Utc>) -> Value {
        json!({
            "agrees": self.agrees(),
            "mode": mode.as_str(),
            "since": since,
            "until": until,
            "mismatches": self.mismatches().map(as_json).collect::<Vec<_>>(),
            "in_flight": self.of(Kind::InFlight).map(as_json).collect::<Vec<_>>(),
            "not_compared": self.of(Kind::Unanswered).map(as_json).collect::<Vec<_>>(),
            "compared": { "payments": self.payments, "refunds": self.refunds, "supplier_orders": self.purchases },
            "not_verified": self.not_verified(mode, since),
        })
    }
}

fn as_json(finding: &Finding) -> Value {
    json!({ "about": finding.about, "what": finding.what, "mend": Some(&finding.mend).filter(|mend| !mend.is_empty()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(findings: Vec<Finding>) -> Report {
        Report {
            findings,
            payments: 2,
            refunds: 1,
            purchases: 3,
            other_mode: 4,
        }
    }

    #[test]
    fn the_last_line_says_whether_they_agree_and_what_nobody_can_know_follows() {
        let words = report(vec![Finding::in_flight(
            "E1",
            "14.40 USD is being sent back",
        )])
        .in_words(Mode::Live, DateTime::UNIX_EPOCH);
        let lines: Vec<&str> = words.lines().collect();
        assert_eq!(lines[0], "E1: in flight: 14.40 USD is being sent back");
        assert_eq!(
            lines[1],
            "the books agree: 2 payments, 1 refunds and 3 orders at the supplier compared, live \
             mode, since 1970-01-01"
        );
        assert_eq!(lines[2], format!("not verified: {NO_LIST}"));
        assert!(
            lines[3].contains("before 1970-01-01")
                && lines[4] == "not verified: 4 payments of test mode",
            "{lines:?}"
        );
    }

    #[test]
    fn one_that_was_not_compared_is_not_called_agreed() {
        let unanswered = report(vec![Finding::unanswered("E1", "Stripe does not answer")]);
        assert!(!unanswered.agrees());
        assert!(
            unanswered
                .in_words(Mode::Test, DateTime::UNIX_EPOCH)
                .contains("1 could not be compared; the rest agrees")
        );
        let mismatch = report(vec![
            Finding::mismatch("E1", "what", "mend"),
            Finding::unanswered("E2", "what"),
        ]);
        assert!(
            mismatch
                .in_words(Mode::Test, DateTime::UNIX_EPOCH)
                .contains("\n1 do not agree: ")
        );
        let json = mismatch.as_json(Mode::Test, DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH);
        assert_eq!(json["agrees"], false);
        assert_eq!(
            json["mismatches"],
            json!([{ "about": "E1", "what": "what", "mend": "mend" }])
        );
        assert_eq!(json["not_compared"][0]["about"], "E2");
    }
}
