//! The form in which price rules are typed: its fields, what is wrong with each, and how it is
//! read.

use std::collections::HashMap;

use crate::shop::{Found, Typed, TypedRule};
use crate::web::http::form::Form;

/// More exceptions than a form can carry are edited in a file.
pub const MOST_RULES: usize = 60;

/// Empty rows for more of them.
const MORE_RULES: usize = 3;

/// A field, with what is wrong with it.
#[derive(Debug)]
pub struct PriceEntry {
    pub(super) id: String,
    pub(super) label: &'static str,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) error: Option<String>,
}

/// An exception.
#[derive(Debug)]
pub struct RuleFields {
    pub(super) title: String,
    pub(super) id: String,
    pub(super) kinds: [(&'static str, bool); 3],
    pub(super) entries: Vec<PriceEntry>,
}

/// The words beside each field.
pub struct FieldErrors(HashMap<(Option<usize>, &'static str), String>);

impl FieldErrors {
    /// Of these faults.
    #[must_use]
    pub fn of(faults: &[Found]) -> Self {
        let mut beside: HashMap<_, String> = HashMap::new();
        for found in faults {
            // What a rule is about is one field here.
            let key = if matches!(found.key, "" | "region" | "country" | "product") {
                "name"
            } else {
                found.key
            };
            let words = beside.entry((found.rule, key)).or_default();
            let it = if found.problem.starts_with('“') {
                ""
            } else if found.problem.starts_with("and ") {
                "This "
            } else {
                "It "
            };
            let sentence = format!("{it}{}: {}.", found.problem, found.mend);
            *words = format!("{words} {sentence}").trim().to_owned();
        }
        Self(beside)
    }

    fn entry(
        &self,
        rule: Option<usize>,
        key: &'static str,
        label: &'static str,
        hint: impl Into<String>,
        value: &str,
    ) -> PriceEntry {
        let id = rule.map_or_else(|| key.to_owned(), |at| format!("rule_{at}_{key}"));
        PriceEntry {
            id,
            label,
            hint: hint.into(),
            value: value.to_owned(),
            error: self.0.get(&(rule, key)).cloned(),
        }
    }
}

/// The name of a field, its label, the hint below it, and what was typed.
type PriceField<'t> = (&'static str, &'static str, &'static str, &'t String);

/// How a price is made.
fn price_fields(typed: &Typed) -> [PriceField<'_>; 6] {
    [
        (
            "markup_percent",
            "Markup, per cent",
            "On top of the supplier's price; 500 at most.",
            &typed.markup_percent,
        ),
        (
            "minimum_margin",
            "Least profit of a sale",
            "In {}, above cost.",
            &typed.minimum_margin,
        ),
        (
            "round_to",
            "Round up to a multiple of",
            "In {}. Empty with an ending.",
            &typed.round_to,
        ),
        (
            "ending",
            "Digits prices end in",
            "Like .99, instead of rounding.",
            &typed.ending,
        ),
        (
            "exchange_rates",
            "Exchange rates",
            "How many {} one of the supplier's costs, like USD = 0.92.",
            &typed.exchange_rates,
        ),
        (
            "rate_confirmed",
            "Low rate found right on",
            "A day like 2026-11-27; it counts for 180 days.",
            &typed.rate_confirmed,
        ),
    ]
}

/// What a sale costs.
fn fee_fields(typed: &Typed) -> [PriceField<'_>; 3] {
    [
        (
            "card_fee_percent",
            "Card fee, per cent",
            "Of the price.",
            &typed.card_fee_percent,
        ),
        (
            "card_fee_fixed",
            "Card fee for each payment",
            "In {}.",
            &typed.card_fee_fixed,
        ),
        (
            "most_loss",
            "Most loss on an eSIM",
            "In {}, where its cost rises after it was paid for.",
            &typed.most_loss,
        ),
    ]
}

/// The fields for all plans.
pub fn entries(typed: &Typed, beside: &FieldErrors, currency: &str) -> Vec<PriceEntry> {
    price_fields(typed)
        .into_iter()
        .chain(fee_fields(typed))
        .map(|(key, label, hint, value)| {
            beside.entry(None, key, label, hint.replace("{}", currency), value)
        })
        .collect()
}

/// The fields of each exception, and of some more.
pub fn rows(typed: &Typed, beside: &FieldErrors) -> Vec<RuleFields> {
    let empty = TypedRule::default();
    let row = |(at, rule): (usize, &TypedRule)| {
        let entry = |key, label, value: &String| beside.entry(Some(at), key, label, "", value);
        RuleFields {
            title: if rule.is_empty() {
                "Another exception".to_owned()
            } else {
                format!("Exception {}", at + 1)
            },
            id: format!("rule_{at}_kind"),
            kinds: ["country", "region", "product"].map(|kind| (kind, rule.kind == kind)),
            entries: vec![
                entry("name", "Code, region or product id", &rule.name),
                entry("markup_percent", "Markup, per cent", &rule.markup_percent),
                entry("minimum_margin", "Least profit", &rule.minimum_margin),
                entry("round_to", "Round up to", &rule.round_to),
                entry("ending", "Ending", &rule.ending),
            ],
        }
    };
    typed
        .rules
        .iter()
        .chain(std::iter::repeat_n(&empty, MORE_RULES))
        .enumerate()
        .map(row)
        .collect()
}

/// What was typed.
pub fn typed(form: &Form) -> Typed {
    let field = |name: &str| form.field(name).to_owned();
    let many: usize = form.field("rules").parse().unwrap_or_default();
    let rule = |at: usize| TypedRule {
        kind: field(&format!("rule_{at}_kind")),
        name: field(&format!("rule_{at}_name")),
        markup_percent: field(&format!("rule_{at}_markup_percent")),
        minimum_margin: field(&format!("rule_{at}_minimum_margin")),
        round_to: field(&format!("rule_{at}_round_to")),
        ending: field(&format!("rule_{at}_ending")),
    };
    Typed {
        markup_percent: field("markup_percent"),
        minimum_margin: field("minimum_margin"),
        round_to: field("round_to"),
        ending: field("ending"),
        exchange_rates: field("exchange_rates"),
        rate_confirmed: field("rate_confirmed"),
        card_fee_percent: field("card_fee_percent"),
        card_fee_fixed: field("card_fee_fixed"),
        most_loss: field("most_loss"),
        rules: (0..many.min(MOST_RULES + MORE_RULES))
            .map(rule)
            .filter(|rule| !rule.is_empty())
            .collect(),
    }
}
