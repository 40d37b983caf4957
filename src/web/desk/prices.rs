//! Price rules at the desk: the form in which they are typed, kept as a draft with its faults
//! beside their fields. What a draft changes, and publishing it, is in `publish.rs`.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::page::{DeskError, Frame, minute, page, see_other};
use super::price_form::{FieldErrors, MOST_RULES, PriceEntry, RuleFields, entries, rows, typed};
use crate::app::App;
use crate::db::alerts;
use crate::db::price_versions::{self, Version};
use crate::flows::desk::Member;
use crate::flows::publish::{self, Proposal};
use crate::shop::{Found, Pricing, Typed};
use crate::web::http::form::{Form, QueryForm};
use domain::alert::AlertKind;

/// The form, and all versions.
#[derive(Template)]
#[template(path = "desk/prices.html")]
struct PricesPage {
    frame: Frame,
    done: &'static str,
    ruling: i32,
    /// The version that the draft was made from; the ruling one where there is no draft.
    from: i32,
    is_draft: bool,
    entries: Vec<PriceEntry>,
    rules: Vec<RuleFields>,
    too_many: bool,
    faults: usize,
    /// A shop.toml that was changed in vain, with both ways out.
    ignored: bool,
    mend: &'static str,
    versions: Vec<Version>,
}

impl PricesPage {
    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }

    fn who<'a>(&self, version: &'a Version) -> &'a str {
        version.published_by.trim_start_matches("operator:")
    }

    fn rows(&self) -> usize {
        self.rules.len()
    }

    fn rules_now(&self, version: &Version) -> bool {
        version.version == self.ruling
    }
}

/// What somebody works on: their draft, else the rules that rule, with the version it is made from.
pub struct Draft {
    /// As it is typed.
    pub typed: Typed,
    /// From which version.
    pub from: i32,
    /// Whether it was kept.
    pub kept: bool,
}

impl Draft {
    /// Of a member.
    ///
    /// # Errors
    /// The database's.
    pub async fn of(app: &App, member: &Member) -> Result<Self, DeskError> {
        app.catalogue.refresh(&app.db, app.clock.now()).await?;
        let kept = price_versions::draft(&app.db, &member.address).await?;
        if let Some((from, typed)) =
            kept.and_then(|(from, typed)| Some((from, serde_json::from_value(typed).ok()?)))
        {
            return Ok(Self {
                typed,
                from,
                kept: true,
            });
        }
        let rules = app.catalogue.snapshot().rules.clone();
        Ok(Self {
            typed: Typed::of(&rules.pricing),
            from: rules.version,
            kept: false,
        })
    }
}

/// What typed rules mean and change, and every fault, by its place in what was typed.
///
/// # Errors
/// The database's.
pub async fn judge(app: &App, typed: &Typed) -> Result<(Option<Proposal>, Vec<Found>), DeskError> {
    let (pricing, mut faults): (Pricing, _) = typed.read();
    let placed = |found: Found| Found {
        rule: found.rule.and_then(|at| typed.place_of(at)),
        ..found
    };
    if !faults.is_empty() {
        faults.extend(
            pricing
                .found(&Ok(app.config.shop.shop.currency))
                .into_iter()
                .map(placed),
        );
        return Ok((None, faults));
    }
    let proposal = publish::propose(app, pricing).await?;
    let faults = proposal.faults.iter().cloned().map(placed).collect();
    Ok((Some(proposal), faults))
}

/// The form, with the faults beside their fields.
///
/// # Errors
/// The database's; when the template fails.
pub async fn form(
    app: &App,
    member: &Member,
    draft: &Draft,
    faults: &[Found],
    done: &'static str,
) -> Result<Response, DeskError> {
    let (beside, currency) = (
        FieldErrors::of(faults),
        app.config.shop.shop.currency.code(),
    );
    let ignored = alerts::subjects(&app.db, AlertKind::PricesDiffer).await?;
    let shown = PricesPage {
        frame: Frame::new(app, Some(member), "/desk/prices", "Prices"),
        done,
        ruling: app.catalogue.snapshot().rules.version,
        from: draft.from,
        is_draft: draft.kept,
        entries: entries(&draft.typed, &beside, currency),
        rules: rows(&draft.typed, &beside),
        too_many: draft.typed.rules.len() > MOST_RULES,
        faults: faults.len(),
        ignored: !ignored.is_empty(),
        mend: publish::IGNORED_MEND,
        versions: price_versions::all(&app.db).await?,
    };
    page(
        if faults.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        },
        &shown,
    )
}

/// `GET /desk/prices`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(asked): QueryForm,
) -> Result<Response, DeskError> {
    let draft = Draft::of(&app, &member).await?;
    let done = match asked.field("done") {
        "published" => "Published: the new prices rule now, on every page.",
        "discarded" => "The draft is gone. These are the rules that rule.",
        _ => "",
    };
    form(&app, &member, &draft, &[], done).await
}

/// `POST /desk/prices`: keeps what was typed, and shows what it changes, or what is wrong with it.
pub async fn save(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    posted: Form,
) -> Result<Response, DeskError> {
    let Ok(from) = posted.field("from").parse() else {
        return Err(DeskError::No(
            "The form was not whole. Open Prices again.".to_owned(),
        ));
    };
    let draft = Draft {
        typed: typed(&posted),
        from,
        kept: true,
    };
    publish::keep_draft(&app, &member, from, &draft.typed).await?;
    let (_, faults) = judge(&app, &draft.typed).await?;
    if faults.is_empty() {
        see_other("/desk/prices/review")
    } else {
        form(&app, &member, &draft, &faults, "").await
    }
}

/// `POST /desk/prices/discard`
pub async fn discard(
    State(app): State<App>,
    Extension(member): Extension<Member>,
) -> Result<Response, DeskError> {
    publish::drop_draft(&app, &member).await?;
    see_other("/desk/prices?done=discarded")
}
