//! Invoices: what one says besides its sums, and to whom it is made out. Pure.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::stored_words;

/// How long what a traveller writes may be.
pub const MOST_SIGNS: usize = 400;
/// In how many lines.
pub const MOST_LINES: usize = 8;

stored_words! {
    /// What a document is.
    pub enum Kind {
        /// What was paid.
        Invoice = "invoice",
        /// What of it went back.
        CreditNote = "credit_note",
    }
}

/// Who sells, as tax law wants it named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seller {
    /// The company or person.
    pub name: String,
    /// Its address, one line.
    pub address: String,
    /// Its VAT number.
    pub vat_id: String,
    /// Its register and number there.
    pub register: Option<String>,
    /// Where it is written to.
    pub email: String,
}

/// One line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What was sold, in the document's language.
    pub text: String,
    /// For how much, tax included, in minor units.
    pub minor: i64,
}

/// What it says besides its sums; kept as it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who sells.
    pub seller: Seller,
    pub order_number: String,
    /// When that was paid, which is when it was supplied or refused.
    pub paid_at: DateTime<Utc>,
    /// What was sold.
    pub items: Vec<Item>,
    /// Of a credit note: when its invoice was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoiced_at: Option<DateTime<Utc>>,
}

/// What a traveller wrote is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// To whom it is made out: each line by itself, without what cannot be seen; none when nothing was
/// written.
///
/// # Errors
/// [`TooLong`]
pub fn bill_to(written: &str) -> Result<Option<String>, TooLong> {
    let plain = |line: &str| {
        let seen: String = line
            .nfc()
            .map(|sign| if sign.is_control() { ' ' } else { sign })
            .collect();
        seen.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = written
        .lines()
        .map(plain)
        .filter(|line| !line.is_empty())
        .collect();
    let text = lines.join("\n");
    if lines.len() > MOST_LINES || text.chars().count() > MOST_SIGNS {
        return Err(TooLong);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_kept_and_what_nobody_sees_is_not() {
        assert_eq!(
            bill_to("  Ada\tLovelace \r\n\n\u{7}1 High  Street\n")
                .unwrap()
                .unwrap(),
            "Ada Lovelace\n1 High Street"
        );
        assert_eq!(bill_to(" \r\n ").unwrap(), None);
        assert_eq!(bill_to("Zu\u{308}rich").unwrap().unwrap(), "Zürich");
    }

    #[test]
    fn there_is_an_end_to_it() {
        assert_eq!(
            bill_to(&"a\n".repeat(8)).unwrap().unwrap().lines().count(),
            8
        );
        assert_eq!(bill_to(&"a\n".repeat(9)), Err(TooLong));
        assert_eq!(
            bill_to(&"ä".repeat(400)).unwrap().unwrap().chars().count(),
            400
        );
        assert_eq!(bill_to(&"ä".repeat(401)), Err(TooLong));
    }
}
