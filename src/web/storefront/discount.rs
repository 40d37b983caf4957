//! Discount codes on a plan's page: read from its form or a link, judged beside their field, and
//! what they make of its prices.

use std::time::Duration;

use axum::http::StatusCode;

use super::pay::SentCode;
use super::plan::FormFaults;
use crate::app::App;
use crate::catalogue::Plan;
use crate::db::rate_limits;
use crate::flows::discounts;
use crate::l10n::{Html, Locale};
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::limits;
use crate::web::http::security_log::{self, Noted};
use domain::discount::{Code, Name, Reduced, Unfit};
use domain::money::Money;

/// Codes that one network may try in vain in an hour.
const WRONG_AN_HOUR: u32 = 10;
const HOUR: Duration = Duration::from_secs(3600);

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

/// What came of looking for a code.
enum Looked {
    Code(Code),
    Unfit(Unfit),
    /// This network has tried too many in vain.
    TooMany,
}

async fn look_up(app: &App, client: ClientAddress, typed: &str) -> Result<Looked, WebError> {
    let bucket = format!("code:{}", rate_limits::network(client.0));
    if !rate_limits::has_room(&app.db, &bucket, HOUR, WRONG_AN_HOUR, app.clock.now()).await? {
        security_log::note(Noted::LimitReached("unknown discount codes"));
        return Ok(Looked::TooMany);
    }
    let found = match Name::parse(typed) {
        Some(name) => discounts::look_up(app, &name).await?,
        None => Err(Unfit::Unknown),
    };
    if found == Err(Unfit::Unknown) {
        limits::within(
            app,
            client,
            "code",
            "unknown discount codes",
            HOUR,
            WRONG_AN_HOUR,
        )
        .await?;
    }
    Ok(found.map_or_else(Looked::Unfit, Looked::Code))
}

/// A code that was sent for several plans.
///
/// # Errors
/// The database's.
pub async fn sent(
    app: &App,
    client: ClientAddress,
    t: Locale,
    text: String,
) -> Result<SentCode, WebError> {
    if text.is_empty() {
        return Ok(SentCode::default());
    }
    let (code, fault, many) = match look_up(app, client, &text).await? {
        Looked::Code(code) => (Some(code), None, false),
        Looked::Unfit(why) => (None, Some(words_for_several(t, why)), false),
        Looked::TooMany => (None, Some(t.say("buy-code-many")), true),
    };
    Ok(SentCode {
        text,
        code,
        fault,
        many,
    })
}

/// As [`words`], of several plans.
#[must_use]
pub fn words_for_several(t: Locale, why: Unfit) -> String {
    match why {
        Unfit::OtherPlan => t.say("choice-code-plan"),
        Unfit::Lowest => t.say("choice-code-lowest"),
        other => words(t, other),
    }
}

/// A code that needs a larger order shows what a larger order would cost.
fn keep(faults: &mut FormFaults, code: Code, why: Unfit) -> Unfit {
    if matches!(why, Unfit::Small(_)) {
        faults.code = Some(code);
    }
    why
}

/// Beside the field: why the code takes nothing off.
#[must_use]
pub fn words(t: Locale, why: Unfit) -> String {
    match why {
        Unfit::Unknown => t.say("buy-code-unknown"),
        Unfit::Over => t.say("buy-code-over"),
        Unfit::Early(from) => t
            .with("date", t.date(from.date_naive()))
            .say("buy-code-early"),
        Unfit::OtherPlan => t.say("buy-code-plan"),
        Unfit::Small(least) => t.with("price", least).say("buy-code-small"),
        Unfit::Lowest => t.say("buy-code-lowest"),
        Unfit::Spent => t.say("buy-code-spent"),
        Unfit::NotFirst => t.say("buy-code-first"),
        Unfit::InUse => t.say("buy-code-open"),
    }
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
