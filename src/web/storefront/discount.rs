//! Discount codes on a plan's page: read from its form or a link, judged beside their field, and
//! what they make of its prices.

use axum::http::StatusCode;

use super::buy_form::FormFaults;
use super::discount_code::{Looked, look_up, words};
use crate::app::App;
use crate::catalogue::Plan;
use crate::flows::discounts;
use crate::l10n::{Html, Locale};
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use domain::discount::{Code, Reduced, Unfit};
use domain::money::Money;

/// Reads the code that was sent, for so many of a plan, into what the form knows. The status of an
/// answer that shows the form then.
///
/// # Errors
/// The database's.
pub async fn read(
    app: &App,
    client: ClientAddress,
    t: Locale,
    plan: &Plan,
    faults: &mut FormFaults,
) -> Result<StatusCode, WebError> {
    if faults.values.code.is_empty() {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let quantity = faults
        .values
        .quantity
        .parse()
        .ok()
        .filter(|n| (1..=9).contains(n))
        .unwrap_or(1);
    let found = match look_up(app, client, &faults.values.code).await? {
        Looked::TooMany => {
            faults.messages.insert("code", t.say("buy-code-many"));
            return Ok(StatusCode::TOO_MANY_REQUESTS);
        }
        Looked::Code(code) => discounts::reduce(app, &code, &[(plan, quantity)])
            .map(|_| code.clone())
            .map_err(|why| keep(faults, code, why)),
        Looked::Unfit(why) => Err(why),
    };
    match found {
        Ok(code) => faults.code = Some(code),
        Err(why) => {
            faults.messages.insert("code", words(t, why));
        }
    }
    Ok(StatusCode::UNPROCESSABLE_ENTITY)
}

/// A code that needs a larger order shows what a larger order would cost.
fn keep(faults: &mut FormFaults, code: Code, why: Unfit) -> Unfit {
    if matches!(why, Unfit::Small(_)) {
        faults.code = Some(code);
    }
    why
}

/// What a code makes of a plan's prices on its page.
pub struct Prices<'a> {
    app: &'a App,
    plan: &'a Plan,
    code: Option<&'a Code>,
}

impl<'a> Prices<'a> {
    /// By this code, if there is one.
    #[must_use]
    pub fn new(app: &'a App, plan: &'a Plan, code: Option<&'a Code>) -> Self {
        Self { app, plan, code }
    }

    fn reduced(&self, quantity: i64) -> Option<Reduced> {
        self.code
            .and_then(|code| discounts::reduce(self.app, code, &[(self.plan, quantity)]).ok())
    }

    /// What so many cost.
    #[must_use]
    pub fn of(&self, quantity: i64) -> Option<Money> {
        self.reduced(quantity)
            .map(|reduced| reduced.total())
            .or_else(|| self.plan.price.times(quantity))
    }

    /// `instead of $14.40`, the old price struck through.
    #[must_use]
    pub fn instead(&self, t: Locale) -> Option<Html> {
        self.reduced(1)
            .map(|_| t.with("price", self.plan.price).html("plan-code-was"))
    }

    /// That the code counts, and whether it could have taken off more.
    #[must_use]
    pub fn applied(&self, t: Locale, quantity: i64) -> Option<String> {
        let (code, reduced) = (self.code?, self.reduced(quantity)?);
        Some(t.with("code", code.name.as_str()).say(if reduced.raised {
            "plan-code-raised"
        } else {
            "plan-code-applied"
        }))
    }
}
