//! A draft of price rules, with every price that it changes; and publishing it, with the second
//! factor.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use sha2::{Digest, Sha256};

use super::page::{DeskError, Frame, minute, page, see_other};
use super::prices::{Draft, form, judge};
use crate::app::App;
use crate::db::price_versions;
use crate::flows::desk::Member;
use crate::flows::price_diff::{Changed, amount};
use crate::flows::publish::{self, By, NotPublished, Proposal};
use crate::web::http::form::Form;
use crate::web::http::security_log::{self, SecurityEvent};
use domain::money::Currency;

/// Somebody else published while this was drafted.
#[derive(Debug)]
struct Overtaken {
    from: i32,
    version: i32,
    who: String,
    at: String,
    theirs: String,
    yours: String,
}

/// What a draft changes.
#[derive(Template)]
#[template(path = "desk/publish.html")]
struct ReviewPage {
    frame: Frame,
    currency: Currency,
    proposal: Proposal,
    /// Whether these rules rule already.
    same: bool,
    overtaken: Option<Overtaken>,
    error: Option<String>,
    /// Whether the code is at fault.
    wrong_code: bool,
}

impl ReviewPage {
    /// What the page shows, short enough for the form to bring back.
    fn seen(&self) -> String {
        let shown = format!(
            "{} {} {}",
            self.proposal.ruling,
            self.proposal.pricing.to_toml(),
            self.proposal.diff.as_json()
        );
        hex::encode(&Sha256::digest(shown)[..16])
    }

    fn changes(&self) -> Vec<&Changed> {
        self.proposal.diff.all().collect()
    }

    fn price(&self, minor: &Option<i64>) -> String {
        minor.map_or_else(
            || "off the shelf".to_owned(),
            |minor| amount(Some(minor), self.currency),
        )
    }

    fn margin(&self, minor: &Option<i64>) -> String {
        amount(*minor, self.currency)
    }

    /// What it says is new.
    fn is_up(&self, changed: &Changed) -> bool {
        changed.after.price_minor > changed.before.price_minor
    }
}

async fn overtaken(
    app: &App,
    draft: &Draft,
    proposal: &Proposal,
) -> Result<Option<Overtaken>, DeskError> {
    if draft.from == proposal.ruling {
        return Ok(None);
    }
    let Some(theirs) = price_versions::one(&app.db, proposal.ruling).await? else {
        return Ok(None);
    };
    Ok(Some(Overtaken {
        from: draft.from,
        version: theirs.version,
        who: theirs
            .published_by
            .trim_start_matches("operator:")
            .to_owned(),
        at: minute(theirs.published_at),
        theirs: theirs.rules,
        yours: proposal.pricing.to_toml(),
    }))
}

async fn page_of(
    app: &App,
    member: &Member,
    draft: &Draft,
    proposal: Proposal,
) -> Result<ReviewPage, DeskError> {
    let overtaken = overtaken(app, draft, &proposal).await?;
    let rules = app.catalogue.snapshot().rules.clone();
    Ok(ReviewPage {
        frame: Frame::new(app, Some(member), "/desk/prices", "Publish prices"),
        currency: app.config.shop.shop.currency,
        same: rules.version > 0 && rules.pricing.is_same(&proposal.pricing),
        proposal,
        overtaken,
        error: None,
        wrong_code: false,
    })
}

/// `GET /desk/prices/review`: every price that the draft changes, or its faults.
pub async fn review(
    State(app): State<App>,
    Extension(member): Extension<Member>,
) -> Result<Response, DeskError> {
    let draft = Draft::of(&app, &member).await?;
    match judge(&app, &draft.typed).await? {
        (Some(proposal), faults) if faults.is_empty() => page(
            StatusCode::OK,
            &page_of(&app, &member, &draft, proposal).await?,
        ),
        (_, faults) => form(&app, &member, &draft, &faults, "").await,
    }
}

/// Nothing was published: the page anew, and why.
async fn refused(
    app: &App,
    member: &Member,
    draft: &Draft,
    status: StatusCode,
    why: (&str, bool),
) -> Result<Response, DeskError> {
    let (Some(proposal), faults) = judge(app, &draft.typed).await? else {
        return form(app, member, draft, &[], "").await;
    };
    if !faults.is_empty() {
        return form(app, member, draft, &faults, "").await;
    }
    let mut shown = page_of(app, member, draft, proposal).await?;
    (shown.error, shown.wrong_code) = (Some(why.0.to_owned()), why.1);
    page(status, &shown)
}

const LOOK_AGAIN: &str = "Nothing was published: prices have changed since you looked. Look again.";
const MEANWHILE: &str =
    "Nothing was published: somebody else published in the meantime. Your draft is kept.";

/// `POST /desk/prices/publish`: what was seen, and nothing else, with a code of now.
pub async fn publish(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    posted: Form,
) -> Result<Response, DeskError> {
    let draft = Draft::of(&app, &member).await?;
    if !draft.kept {
        return Err(DeskError::No(
            "There is no draft. What you sent may have been published already: Prices lists every \
             version."
                .to_owned(),
        ));
    }
    let (proposal, faults) = judge(&app, &draft.typed).await?;
    let Some(proposal) = proposal.filter(|_| faults.is_empty()) else {
        return form(&app, &member, &draft, &faults, "").await;
    };
    let from: i32 = posted.field("from").parse().unwrap_or(-1);
    let shown = page_of(&app, &member, &draft, proposal).await?;
    let unseen = if from != shown.proposal.ruling {
        Some((StatusCode::CONFLICT, MEANWHILE))
    } else if posted.field("seen") != shown.seen() {
        Some((StatusCode::UNPROCESSABLE_ENTITY, LOOK_AGAIN))
    } else {
        None
    };
    if let Some((status, words)) = unseen {
        return refused(&app, &member, &draft, status, (words, false)).await;
    }
    let why = match publish::publish(
        &app,
        &shown.proposal,
        from,
        By::Member(&member, posted.field("code")),
    )
    .await
    {
        Ok(_) => return see_other("/desk/prices?done=published"),
        Err(NotPublished::Failed(error)) => return Err(error.into()),
        Err(NotPublished::Same) => {
            return Err(DeskError::No("These rules rule already.".to_owned()));
        }
        Err(why) => why,
    };
    let (status, words, wrong_code) = explain(&why);
    if wrong_code {
        security_log::note(SecurityEvent::DeskRefused);
    }
    refused(&app, &member, &draft, status, (&words, wrong_code)).await
}

/// Why the rules were not published, and whether the code is at fault.
fn explain(why: &NotPublished) -> (StatusCode, String, bool) {
    let (status, words) = match why {
        NotPublished::Overtaken(_) => (StatusCode::CONFLICT, MEANWHILE),
        NotPublished::WrongCode => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "That code is not right, or it was used before. Wait for the next one.",
        ),
        NotPublished::Paused(until) => {
            let words = format!(
                "Too many wrong codes. No code is accepted before {}.",
                minute(*until)
            );
            return (StatusCode::UNPROCESSABLE_ENTITY, words, true);
        }
        _ => (StatusCode::UNPROCESSABLE_ENTITY, LOOK_AGAIN),
    };
    (
        status,
        words.to_owned(),
        matches!(why, NotPublished::WrongCode),
    )
}
