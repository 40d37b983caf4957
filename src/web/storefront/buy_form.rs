//! The form that buys one plan: its fields as they came, and what is wrong with each.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, TimeDelta};

use super::discount_code::LONGEST_CODE;
use crate::l10n::Locale;
use crate::shop::Consent;
use crate::web::http::form::Form;
use domain::discount::Code;
use domain::trip;

/// What was wrong with a sent form, and what it held, so that nothing has to be written twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormFaults {
    /// What the visitor sent.
    pub values: FormValues,
    /// A message by the name of its field; `form` for the whole.
    pub messages: BTreeMap<&'static str, String>,
    /// The discount code that was sent, if it takes something off.
    pub code: Option<Code>,
}

/// The fields of the buy form as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormValues {
    /// How many.
    pub quantity: String,
    /// Whether the phone was said to take it.
    pub device_ok: bool,
    /// The first day of the trip, if it was said.
    pub first_day: String,
    /// To be bought although the trip is too far away.
    pub anyway: bool,
    /// Whether the box was ticked that performance begins at once.
    pub begin_now: bool,
    /// A discount code.
    pub code: String,
}

impl FormValues {
    /// Reads the day, if one was written; `Err` when it is none.
    pub fn first_day(&self) -> Result<Option<NaiveDate>, chrono::ParseError> {
        if self.first_day.is_empty() {
            Ok(None)
        } else {
            self.first_day.parse().map(Some)
        }
    }
}

/// What is said beside the day of a trip for which it is too early to buy.
#[must_use]
pub fn too_early(t: Locale, first_day: NaiveDate, today: NaiveDate) -> Option<String> {
    let from = trip::buy_from(first_day, today)?;
    Some(
        t.with("first", t.date(first_day))
            .with("last", t.date(trip::start_by(today)))
            .with("from", t.date(from))
            .say("buy-early"),
    )
}

/// The form of somebody who comes from a trip, or back from the payment page:
/// `?first_day=2027-05-03&quantity=4`.
pub fn filled_in(t: Locale, query: &Form, today: NaiveDate) -> Option<FormFaults> {
    let first_day: Option<NaiveDate> = query.field("first_day").parse().ok();
    let quantity: Option<u32> = query
        .field("quantity")
        .parse()
        .ok()
        .filter(|n| (2..=9).contains(n));
    let code: String = query.field("code").chars().take(LONGEST_CODE).collect();
    if first_day.is_none() && quantity.is_none() && code.is_empty() && !query.has("unpaid") {
        return None;
    }
    let values = FormValues {
        first_day: first_day.map(|day| day.to_string()).unwrap_or_default(),
        quantity: quantity.map(|n| n.to_string()).unwrap_or_default(),
        code,
        ..FormValues::default()
    };
    let early = first_day.and_then(|day| too_early(t, day, today));
    Some(FormFaults {
        values,
        messages: early
            .map(|words| ("first_day", words))
            .into_iter()
            .collect(),
        code: None,
    })
}

/// The quantity, if it is one, and what is wrong with the fields.
pub fn check(
    t: Locale,
    fields: &HashMap<String, String>,
    consent: Consent,
    today: NaiveDate,
) -> (Option<i32>, FormFaults) {
    let text = |name: &str| {
        fields
            .get(name)
            .map(|text| text.trim().to_owned())
            .unwrap_or_default()
    };
    let says_yes = |name: &str| text(name) == "yes";
    let values = FormValues {
        quantity: text("quantity"),
        device_ok: says_yes("device_ok"),
        first_day: text("first_day"),
        anyway: says_yes("anyway"),
        begin_now: says_yes("begin_now"),
        code: text("code"),
    };
    let quantity = values.quantity.parse().ok().filter(|q| (1..=9).contains(q));
    let mut faults = FormFaults {
        values,
        ..FormFaults::default()
    };
    if quantity.is_none() {
        faults.messages.insert("quantity", t.say("buy-quantity"));
    }
    if !faults.values.device_ok {
        faults.messages.insert("device_ok", t.say("buy-device"));
    }
    if consent == Consent::Box && !faults.values.begin_now {
        faults.messages.insert("begin_now", t.say("buy-begin-now"));
    }
    let day = match faults.values.first_day() {
        Ok(None) => None,
        // It may still be yesterday where the traveller is.
        Ok(Some(day)) if day < today - TimeDelta::days(1) => Some(t.say("buy-day-over")),
        Ok(Some(day)) => too_early(t, day, today).filter(|_| !faults.values.anyway),
        Err(_) => Some(t.say("buy-no-day")),
    };
    faults
        .messages
        .extend(day.map(|words| ("first_day", words)));
    (quantity, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect()
    }

    fn checked(pairs: &[(&str, &str)]) -> (Option<i32>, FormFaults) {
        check(
            Locale::ENGLISH,
            &fields(pairs),
            Consent::Words,
            "2026-11-25".parse().unwrap(),
        )
    }

    #[test]
    fn a_whole_form_is_taken() {
        let (quantity, faults) = checked(&[("quantity", " 3 "), ("device_ok", "yes")]);
        assert_eq!((quantity, faults.messages.len()), (Some(3), 0));
    }

    #[test]
    fn where_the_owner_wants_a_box_it_must_be_ticked() {
        let on = |consent, begin_now| {
            let form = fields(&[
                ("quantity", "1"),
                ("device_ok", "yes"),
                ("begin_now", begin_now),
            ]);
            check(
                Locale::ENGLISH,
                &form,
                consent,
                "2026-11-25".parse().unwrap(),
            )
            .1
            .messages
            .contains_key("begin_now")
        };
        assert!(
            on(Consent::Box, "")
                && on(Consent::Box, "on")
                && !on(Consent::Box, "yes")
                && !on(Consent::Words, "")
        );
    }

    #[test]
    fn each_field_is_told_its_own_fault_and_keeps_its_value() {
        for quantity in ["0", "10", "-1", "two", ""] {
            let (read, faults) = checked(&[
                ("quantity", quantity),
                ("device_ok", "on"),
                ("first_day", "soon"),
            ]);
            assert_eq!(read, None);
            assert_eq!(
                faults.messages.keys().copied().collect::<Vec<_>>(),
                ["device_ok", "first_day", "quantity"]
            );
            assert_eq!(
                (
                    faults.values.quantity.as_str(),
                    faults.values.first_day.as_str()
                ),
                (quantity, "soon")
            );
        }
    }

    #[test]
    fn who_buys_more_than_sixty_days_before_the_trip_is_warned_once() {
        let on = |first_day, anyway| {
            let (_, faults) = checked(&[
                ("quantity", "1"),
                ("device_ok", "yes"),
                ("first_day", first_day),
                ("anyway", anyway),
            ]);
            faults.messages.get("first_day").cloned()
        };
        assert_eq!(on("2027-01-24", ""), None, "the sixtieth day");
        let words = on("2027-01-25", "").unwrap();
        for part in ["25 Jan 2027", "24 Jan 2027", "26 Nov 2026"] {
            assert!(words.contains(part), "{words}");
        }
        assert_eq!(on("2027-01-25", "yes"), None, "bought all the same");
        assert_eq!(on("2026-11-24", ""), None, "yesterday, in another zone");
        assert!(on("2026-11-23", "yes").is_some(), "over");
    }
}
