//! A discount code as it was sent: looked up within a limit, and why it takes nothing off.

use std::time::Duration;

use axum::http::StatusCode;

use crate::app::App;
use crate::db::rate_limits;
use crate::flows::discounts;
use crate::l10n::Locale;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::limits;
use crate::web::http::security_log::{self, SecurityEvent};
use domain::discount::{Code, Name, Unfit};

/// What is read, and shown again, of a code; none is as long.
pub const LONGEST_CODE: usize = 40;

/// Codes that one network may try in vain in an hour.
const WRONG_AN_HOUR: u32 = 10;

const HOUR: Duration = Duration::from_secs(3600);

/// A code as it was sent: what is shown of it, and what it is worth here.
#[derive(Debug, Clone, Default)]
pub struct SentCode {
    /// As it was typed.
    pub text: String,
    /// The code, if it is one.
    pub code: Option<Code>,
    /// Why it is not.
    pub fault: Option<String>,
    /// Whether too many were tried in vain.
    pub many: bool,
}

impl SentCode {
    /// Of an answer that shows the form again.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        if self.many {
            StatusCode::TOO_MANY_REQUESTS
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

/// What came of looking for a code.
pub enum Looked {
    /// It is one.
    Code(Code),
    /// It takes nothing off.
    Unfit(Unfit),
    /// This network has tried too many in vain.
    TooMany,
}

/// Looks for a code that somebody typed.
///
/// # Errors
/// The database's.
pub async fn look_up(app: &App, client: ClientAddress, typed: &str) -> Result<Looked, WebError> {
    let bucket = format!("code:{}", rate_limits::network(client.0));
    if !rate_limits::has_room(&app.db, &bucket, HOUR, WRONG_AN_HOUR, app.clock.now()).await? {
        security_log::note(SecurityEvent::LimitReached("unknown discount codes"));
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
