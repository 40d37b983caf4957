//! A choice of several plans as a form or an address says it: read, checked, and what is wrong with
//! each plan and each answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::buy_form::too_early;
use super::discount_code::{LONGEST_CODE, SentCode};
use crate::app::App;
use crate::catalogue::{Plan, Snapshot};
use crate::db::products;
use crate::flows::checkout::{MOST_LINES, MOST_OF_A_PLAN, MOST_PLANS, Unsold, Wanted};
use crate::l10n::{Given, Locale};
use crate::shop::Consent;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use domain::money::Money;

/// Rows that are shown of a form that has too many.
const MOST_ROWS: usize = 40;

/// A plan of a choice.
#[derive(Debug, Clone, Default)]
pub(super) struct ChoiceRow {
    pub(super) product_id: String,
    /// As it was sent; of a plan that was sent twice, both together.
    pub(super) quantity: String,
    pub(super) first_day: Option<NaiveDate>,
    /// The price of one that the page showed, in minor units.
    pub(super) shown: Option<i64>,
    /// While it is on the shelf.
    pub(super) plan: Option<Arc<Plan>>,
    /// What it was called, when it is not.
    pub(super) name: String,
    /// Whether it cannot be bought.
    pub(super) gone: bool,
    /// What is wrong with it.
    pub(super) message: Option<String>,
}

/// A choice of several plans as a form or an address says it, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct ChoiceForm {
    pub(super) rows: Vec<ChoiceRow>,
    pub(super) sent: SentCode,
    pub(super) anyway: bool,
    pub(super) begin_now: bool,
    /// By the name of the field; `form` for the whole.
    pub(super) messages: BTreeMap<&'static str, String>,
}

impl ChoiceRow {
    /// How many, if that can be.
    pub(super) fn wanted(&self) -> Option<i32> {
        self.quantity
            .parse()
            .ok()
            .filter(|quantity| (1..=MOST_OF_A_PLAN).contains(quantity))
    }

    /// How many there can be, what they cost together, and whether that was chosen.
    pub(super) fn quantities(&self) -> Vec<(i32, Money, bool)> {
        let price = |n: i32| self.plan.as_ref()?.price.times(n.into());
        (1..=MOST_OF_A_PLAN)
            .filter_map(|n| Some((n, price(n)?, self.wanted() == Some(n))))
            .collect()
    }

    pub(super) fn day(&self) -> String {
        self.first_day
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    /// `From 3 May 2027`
    pub(super) fn begins(&self, t: impl Given<Locale>) -> Option<String> {
        let t = t.plain();
        Some(t.with("day", t.date(self.first_day?)).say("choice-from"))
    }

    pub(super) fn as_wanted(&self) -> Wanted {
        let (product_id, quantity) = (self.product_id.clone(), self.wanted().unwrap_or(1));
        Wanted {
            product_id,
            quantity,
            first_day: self.first_day,
            shown: self.shown,
        }
    }

    /// The same plan was sent again.
    pub(super) fn add(&mut self, other: Self) {
        let sum = self
            .quantity
            .parse::<u32>()
            .ok()
            .zip(other.quantity.parse::<u32>().ok())
            .map(|(one, two)| one.saturating_add(two));
        self.quantity = sum.map(|sum| sum.to_string()).unwrap_or_default();
        self.first_day = self.first_day.max(other.first_day);
    }
}

impl ChoiceForm {
    /// Reads what was sent. Lists of different lengths leave the quantity of the last plan open.
    pub(super) fn read(t: Locale, snapshot: &Snapshot, form: &Form) -> Self {
        let all = |name: &'static str| form.all(name).collect::<Vec<_>>();
        let (ids, quantities, days, prices) = (
            all("product_id"),
            all("quantity"),
            all("first_day"),
            all("price_minor"),
        );
        // One day stands for all.
        let day_of = |at: usize| {
            if days.len() == 1 {
                days.first()
            } else {
                days.get(at).filter(|_| days.len() == ids.len())
            }
        };
        let mut choice = Self::default();
        for (at, id) in ids.iter().enumerate() {
            let day = day_of(at).copied().unwrap_or_default();
            let first_day = day.parse().ok();
            if !day.is_empty() && first_day.is_none() {
                choice.messages.insert("form", t.say("buy-no-day"));
            }
            let row = ChoiceRow {
                product_id: (*id).to_owned(),
                quantity: quantities.get(at).copied().unwrap_or_default().to_owned(),
                first_day,
                shown: prices
                    .get(at)
                    .filter(|_| prices.len() == ids.len())
                    .and_then(|price| price.parse().ok()),
                plan: snapshot.plan(id).cloned(),
                ..ChoiceRow::default()
            };
            match choice
                .rows
                .iter_mut()
                .find(|earlier| earlier.product_id == row.product_id)
            {
                Some(earlier) => earlier.add(row),
                None => choice.rows.push(row),
            }
        }
        if let Some(last) = choice
            .rows
            .last_mut()
            .filter(|_| ids.len() != quantities.len())
        {
            last.quantity.clear();
        }
        let yes = |name| form.field(name) == "yes";
        (choice.anyway, choice.begin_now) = (yes("anyway"), yes("begin_now"));
        choice.sent.text = form.field("code").chars().take(LONGEST_CODE).collect();
        choice
    }

    /// What is no longer on the shelf says so, by the name that it had.
    pub(super) async fn mark_gone(&mut self, app: &App, t: Locale) -> Result<(), WebError> {
        for row in self
            .rows
            .iter_mut()
            .filter(|row| row.plan.is_none())
            .take(MOST_ROWS)
        {
            row.name = products::name(&app.db, &row.product_id)
                .await?
                .unwrap_or_else(|| t.say("choice-unnamed"));
            (row.gone, row.message) = (true, Some(t.say("buy-gone")));
        }
        Ok(())
    }

    /// What is wrong with how many of what.
    pub(super) fn check_amounts(&mut self, t: Locale) {
        for row in self
            .rows
            .iter_mut()
            .filter(|row| !row.gone && row.wanted().is_none())
        {
            row.message = Some(t.say("buy-quantity"));
        }
        let lines: i32 = self.rows.iter().filter_map(ChoiceRow::wanted).sum();
        if self.rows.len() > MOST_PLANS {
            self.messages
                .insert("product_id", t.with("n", MOST_PLANS).say("choice-plans"));
        } else if lines > MOST_LINES {
            self.messages
                .insert("quantity", t.with("n", MOST_LINES).say("choice-lines"));
        }
    }

    /// What is wrong with the answers.
    pub(super) fn check_answers(
        &mut self,
        t: Locale,
        form: &Form,
        consent: Consent,
        today: NaiveDate,
    ) {
        if form.field("device_ok") != "yes" {
            self.messages.insert("device_ok", t.say("buy-device"));
        }
        if consent == Consent::Box && !self.begin_now {
            self.messages.insert("begin_now", t.say("buy-begin-now"));
        }
        let early = self
            .last_arrival()
            .and_then(|day| too_early(t, day, today))
            .filter(|_| !self.anyway);
        self.messages
            .extend(early.map(|words| ("first_day", words)));
    }

    /// When the last of them is first used.
    pub(super) fn last_arrival(&self) -> Option<NaiveDate> {
        self.for_sale().filter_map(|row| row.first_day).max()
    }

    pub(super) fn for_sale(&self) -> impl Iterator<Item = &ChoiceRow> {
        self.rows.iter().filter(|row| !row.gone)
    }

    pub(super) fn plans(&self) -> Vec<(&Plan, i64)> {
        self.for_sale()
            .filter_map(|row| Some((&**row.plan.as_ref()?, row.wanted().unwrap_or(1).into())))
            .collect()
    }

    /// Whether one of them is for a day.
    pub(super) fn dated(&self) -> bool {
        self.for_sale().any(|row| row.first_day.is_some())
    }

    pub(super) fn faulty(&self) -> bool {
        !self.messages.is_empty()
            || self.sent.fault.is_some()
            || self.rows.iter().any(|row| row.message.is_some())
    }

    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, &ChoiceRow)> {
        (1..).zip(self.rows.iter().take(MOST_ROWS))
    }

    pub(super) fn too_many(&self) -> Option<&str> {
        self.messages
            .get("product_id")
            .or_else(|| self.messages.get("quantity"))
            .map(String::as_str)
    }

    /// What is wrong, each with the id of its field.
    pub(super) fn errors(&self) -> Vec<(String, &str)> {
        let field = |name: &str| match name {
            "product_id" | "quantity" => "too-many",
            "device_ok" => "device-ok-0",
            "begin_now" => "begin-now-0",
            "first_day" => "anyway-0",
            "code" => "code-0",
            _ => "",
        };
        let of_field = self
            .messages
            .iter()
            .map(|(name, words)| (field(name).to_owned(), words.as_str()));
        let of_code = self
            .sent
            .fault
            .iter()
            .map(|words| (field("code").to_owned(), words.as_str()));
        let of_row = self.numbered().filter_map(|(n, row)| {
            let id = if row.gone {
                format!("plan-{n}")
            } else {
                format!("quantity-{n}")
            };
            Some((id, row.message.as_deref()?))
        });
        of_field.chain(of_code).chain(of_row).collect()
    }

    /// Marks the plans that the checkout found to be sold no longer, or not at this price.
    pub(super) fn mark_unsold(&mut self, app: &App, t: Locale, unsold: &[(String, Unsold)]) {
        let snapshot = app.catalogue.snapshot();
        for (product_id, why) in unsold {
            let Some(row) = self
                .rows
                .iter_mut()
                .find(|row| row.product_id == *product_id)
            else {
                continue;
            };
            row.plan = snapshot
                .plan(product_id)
                .cloned()
                .or_else(|| row.plan.take());
            let now = row
                .plan
                .as_ref()
                .map(|plan| plan.price)
                .filter(|now| row.shown.is_some_and(|shown| shown != now.minor));
            row.gone = *why == Unsold::Gone;
            row.message = Some(match (why, now) {
                (Unsold::Gone, _) => t.say("buy-gone"),
                (Unsold::Dearer, Some(now)) => t.with("price", now).say("choice-price"),
                (Unsold::Dearer, None) => t.say("buy-dearer"),
            });
        }
    }
}

/// How many of one plan that was sent several times, or once; nothing when the lists differ in
/// length.
pub(super) fn added_up(form: &Form) -> String {
    let quantities: Vec<&str> = form.all("quantity").collect();
    match quantities.as_slice() {
        [one] if form.all("product_id").count() < 2 => (*one).to_owned(),
        several if several.len() == form.all("product_id").count() => {
            let sum = several
                .iter()
                .map(|n| n.parse::<u32>().ok())
                .try_fold(0_u32, |sum, n| sum.checked_add(n?));
            sum.map(|sum| sum.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
