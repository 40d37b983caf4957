//! The end of a form that buys several plans: the price of all, the phone, what is agreed to, a
//! code, the button. On a trip's page and on a choice's.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::buy_form::too_early;
use super::discount_code::{self, SentCode};
use super::trip_ways::Way;
use crate::app::App;
use crate::catalogue::Plan;
use crate::flows::cart::whole;
use crate::flows::checkout::{MOST_LINES, MOST_OF_A_PLAN, MOST_PLANS};
use crate::flows::discounts;
use crate::l10n::{Html, Locale};
use domain::money::Money;

/// What a form that buys several plans says and asks above its button.
#[derive(Debug)]
pub struct PayForm {
    /// Tells the forms of one page apart.
    pub at: usize,
    /// What is charged for all.
    pub total: Money,
    /// What that would be without the code.
    pub was: Option<Html>,
    /// How many eSIMs.
    pub count: i64,
    /// Beside the box that must be ticked, where the owner wants one.
    pub consent_box: Option<String>,
    /// The code as it was sent.
    pub code: String,
    /// That it counts.
    pub applied: Option<String>,
    /// That the trip is too far away.
    pub early: Option<String>,
    /// To be bought all the same.
    pub anyway: bool,
    /// Whether the owner's box was ticked.
    pub begin_now: bool,
    /// Messages by the name of their field.
    pub messages: BTreeMap<&'static str, String>,
}

impl PayForm {
    /// For so many of each of these plans, the last of which is first used on `last_arrival`.
    /// `None` when they have no price together.
    #[must_use]
    pub fn new(
        app: &App,
        t: Locale,
        at: usize,
        (plans, last_arrival): (&[(&Plan, i64)], Option<NaiveDate>),
        sent: &SentCode,
    ) -> Option<Self> {
        let full = whole(plans)?;
        let mut messages: BTreeMap<&'static str, String> = sent
            .fault
            .iter()
            .map(|words| ("code", words.clone()))
            .collect();
        let reduced = sent
            .code
            .as_ref()
            .map(|code| discounts::reduce(app, code, plans));
        let (mut applied, mut total, mut was) = (None, full, None);
        match (reduced, &sent.code) {
            (Some(Ok(reduced)), Some(code)) => {
                let key = if reduced.raised {
                    "choice-code-raised"
                } else {
                    "plan-code-applied"
                };
                applied = Some(t.with("code", code.name.as_str()).say(key));
                (total, was) = (
                    reduced.total(),
                    Some(t.with("price", full).html("plan-code-was")),
                );
            }
            (Some(Err(why)), _) => {
                messages
                    .entry("code")
                    .or_insert_with(|| discount_code::words_for_several(t, why));
            }
            _ => {}
        }
        Some(Self {
            at,
            total,
            was,
            count: plans.iter().map(|(_, quantity)| quantity).sum(),
            consent_box: t.consent_box(app.config.shop.legal.consent),
            code: sent.text.clone(),
            applied,
            early: last_arrival.and_then(|day| too_early(t, day, app.clock.now().date_naive())),
            anyway: false,
            begin_now: false,
            messages,
        })
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn fault(&self, field: &str) -> Option<&str> {
        self.messages.get(field).map(String::as_str)
    }

    /// Where the words of the consent stand.
    #[must_use]
    pub fn consent_at(&self) -> String {
        format!("#consent-{}", self.at)
    }
}

/// How a way is paid.
#[derive(Debug)]
pub enum Pay {
    /// On the page of its one plan.
    Elsewhere,
    /// Plan by plan: one order does not hold as many.
    Apart,
    /// All at once.
    AtOnce {
        /// What of.
        plans: Vec<Bought>,
        /// The end of its form.
        form: Box<PayForm>,
    },
}

/// So many of a plan of a way that is paid at once.
#[derive(Debug)]
pub struct Bought {
    /// The plan.
    pub plan: Arc<Plan>,
    /// How many.
    pub quantity: i64,
    /// When the last of them is first used, where that is known.
    pub arrival: Option<NaiveDate>,
}

impl Bought {
    /// As a field has it.
    #[must_use]
    pub fn day(&self) -> String {
        self.arrival.map(|day| day.to_string()).unwrap_or_default()
    }
}

impl Pay {
    /// For so many people; a plan that serves two stays is bought twice.
    #[must_use]
    pub fn new(app: &App, t: Locale, at: usize, way: &Way, people: u32, sent: &SentCode) -> Self {
        if way.parts.len() < 2 {
            return Self::Elsewhere;
        }
        let mut plans: Vec<Bought> = Vec::new();
        for part in &way.parts {
            match plans
                .iter_mut()
                .find(|bought| bought.plan.product.id == part.plan.product.id)
            {
                Some(same) => {
                    same.quantity += i64::from(people);
                    same.arrival = same.arrival.max(part.arrival);
                }
                None => plans.push(Bought {
                    plan: Arc::clone(&part.plan),
                    quantity: people.into(),
                    arrival: part.arrival,
                }),
            }
        }
        if !fits(
            &plans
                .iter()
                .map(|bought| bought.quantity)
                .collect::<Vec<_>>(),
        ) {
            return Self::Apart;
        }
        let amounts: Vec<(&Plan, i64)> = plans
            .iter()
            .map(|bought| (&*bought.plan, bought.quantity))
            .collect();
        let form = PayForm::new(
            app,
            t,
            at,
            (
                &amounts,
                plans.iter().filter_map(|bought| bought.arrival).max(),
            ),
            sent,
        );
        form.map_or(Self::Elsewhere, |form| Self::AtOnce {
            plans,
            form: Box::new(form),
        })
    }
}

/// Whether one order holds so many of each of so many plans.
#[must_use]
fn fits(quantities: &[i64]) -> bool {
    quantities.len() <= MOST_PLANS
        && quantities
            .iter()
            .all(|quantity| (1..=i64::from(MOST_OF_A_PLAN)).contains(quantity))
        && quantities.iter().sum::<i64>() <= MOST_LINES.into()
}
