//! Price rules at the desk: the form in which they are typed, kept as a draft with its faults
//! beside their fields, and the versions that were published. What a draft changes, and publishing
//! it, is in `publish.rs`.

use std::collections::HashMap;

use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::page::{Frame, Trouble, minute, page, see_other};
use crate::app::App;
use crate::db::alerts;
use crate::db::price_versions::{self, Version};
use crate::flows::desk::Member;
use crate::flows::publish::{self, Proposal};
use crate::shop::{Found, Pricing, Typed, TypedRule};
use crate::web::http::form::Form;
use domain::alert::AlertKind;

/// More exceptions than a form can carry are edited in a file.
const MOST_RULES: usize = 60;
/// Empty rows for more of them.
const MORE_RULES: usize = 3;

/// A field, with what is wrong with it.
#[derive(Debug)]
pub struct Entry {
    id: String,
    label: &'static str,
    hint: String,
    value: String,
    error: Option<String>,
}

/// An exception.
#[derive(Debug)]
pub struct Row {
    title: String,
    id: String,
    kinds: [(&'static str, bool); 3],
    entries: Vec<Entry>,
}

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
    entries: Vec<Entry>,
    rules: Vec<Row>,
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
    pub async fn of(app: &App, member: &Member) -> Result<Self, Trouble> {
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
pub async fn judge(app: &App, typed: &Typed) -> Result<(Option<Proposal>, Vec<Found>), Trouble> {
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

/// The words beside each field.
struct Beside(HashMap<(Option<usize>, &'static str), String>);

impl Beside {
    fn of(faults: &[Found]) -> Self {
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
    ) -> Entry {
        let id = rule.map_or_else(|| key.to_owned(), |at| format!("rule_{at}_{key}"));
        Entry {
            id,
            label,
            hint: hint.into(),
            value: value.to_owned(),
            error: self.0.get(&(rule, key)).cloned(),
        }
    }
}

fn entries(typed: &Typed, beside: &Beside, currency: &str) -> Vec<Entry> {
    let entry = |key, label, hint: &str, value: &String| {
        beside.entry(None, key, label, hint.replace("{}", currency), value)
    };
    vec![
        entry(
            "markup_percent",
            "Markup, per cent",
            "On top of the supplier's price; 500 at most.",
            &typed.markup_percent,
        ),
        entry(
            "minimum_margin",
            "Least profit of a sale",
            "In {}, above cost.",
            &typed.minimum_margin,
        ),
        entry(
            "round_to",
            "Round up to a multiple of",
            "In {}. Empty with an ending.",
            &typed.round_to,
        ),
        entry(
            "ending",
            "Digits prices end in",
            "Like .99, instead of rounding.",
            &typed.ending,
        ),
        entry(
            "exchange_rates",
            "Exchange rates",
            "How many {} one of the supplier's costs, like USD = 0.92.",
            &typed.exchange_rates,
        ),
        entry(
            "rate_confirmed",
            "Low rate found right on",
            "A day like 2026-11-27; it counts for 180 days.",
            &typed.rate_confirmed,
        ),
        entry(
            "card_fee_percent",
            "Card fee, per cent",
            "Of the price.",
            &typed.card_fee_percent,
        ),
        entry(
            "card_fee_fixed",
            "Card fee for each payment",
            "In {}.",
            &typed.card_fee_fixed,
        ),
        entry(
            "most_loss",
            "Most loss on an eSIM",
            "In {}, where its cost rises after it was paid for.",
            &typed.most_loss,
        ),
    ]
}

fn rows(typed: &Typed, beside: &Beside) -> Vec<Row> {
    let empty = TypedRule::default();
    let row = |(at, rule): (usize, &TypedRule)| {
        let entry = |key, label, value: &String| beside.entry(Some(at), key, label, "", value);
        Row {
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
) -> Result<Response, Trouble> {
    let (beside, currency) = (Beside::of(faults), app.config.shop.shop.currency.code());
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

/// What was done, by a word in the address.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /desk/prices`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    Query(asked): Query<Done>,
) -> Result<Response, Trouble> {
    let draft = Draft::of(&app, &member).await?;
    let done = match asked.done.as_str() {
        "published" => "Published: the new prices rule now, on every page.",
        "discarded" => "The draft is gone. These are the rules that rule.",
        _ => "",
    };
    form(&app, &member, &draft, &[], done).await
}

fn typed(form: &Form) -> Typed {
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

/// `POST /desk/prices`: keeps what was typed, and shows what it changes, or what is wrong with it.
pub async fn save(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    posted: Form,
) -> Result<Response, Trouble> {
    let Ok(from) = posted.field("from").parse() else {
        return Err(Trouble::No(
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
) -> Result<Response, Trouble> {
    publish::drop_draft(&app, &member).await?;
    see_other("/desk/prices?done=discarded")
}

/// One version.
#[derive(Template)]
#[template(path = "desk/price_version.html")]
struct VersionPage {
    frame: Frame,
    version: Version,
    rules_now: bool,
    /// Whether it is in the shop's currency.
    fits: bool,
}

impl VersionPage {
    fn at(&self) -> String {
        minute(self.version.published_at)
    }

    fn who(&self) -> &str {
        self.version.published_by.trim_start_matches("operator:")
    }
}

/// The version of an address.
async fn version(app: &App, number: &str) -> Result<Version, Trouble> {
    let Ok(number) = number.parse() else {
        return Err(Trouble::NotFound);
    };
    price_versions::one(&app.db, number)
        .await?
        .ok_or(Trouble::NotFound)
}

/// `GET /desk/prices/versions/{number}`
pub async fn one(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    Path(number): Path<String>,
) -> Result<Response, Trouble> {
    let version = version(&app, &number).await?;
    let title = format!("Prices, version {}", version.version);
    let shown = VersionPage {
        frame: Frame::new(&app, Some(&member), "/desk/prices", title),
        rules_now: version.version == app.catalogue.snapshot().rules.version,
        fits: version.currency == app.config.shop.shop.currency.code(),
        version,
    };
    page(StatusCode::OK, &shown)
}

/// `POST /desk/prices/again`: an older version becomes the draft.
pub async fn again(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    posted: Form,
) -> Result<Response, Trouble> {
    let version = version(&app, posted.field("version")).await?;
    app.catalogue.refresh(&app.db, app.clock.now()).await?;
    let rules = app.catalogue.snapshot().rules.version;
    let pricing = Pricing::of_toml(&version.rules)
        .map_err(|_| Trouble::No("This release cannot read that version.".to_owned()))?;
    publish::keep_draft(&app, &member, rules, &Typed::of(&pricing)).await?;
    see_other("/desk/prices/review")
}
