//! One plan at the desk: hide it, pin it, note something on it.

use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::acts::LONGEST_NOTE;
use super::page::{Frame, Trouble, page, see_other};
use crate::app::App;
use crate::catalogue::snapshot::plan_path;
use crate::db::desk::{self as views, PlanView};
use crate::db::plan_marks::Mark;
use crate::flows::desk::Member;
use crate::flows::plan_marks;
use crate::web::form::Form;

/// Which plan.
#[derive(Debug, Default, Deserialize)]
pub struct Which {
    #[serde(default)]
    id: String,
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "desk/plan.html")]
struct PlanPage {
    frame: Frame,
    plan: PlanView,
    note: String,
    error: Option<&'static str>,
    done: bool,
    /// Its page in the shop, while it has one.
    path: Option<String>,
}

async fn shown(app: &App, member: &Member, id: &str) -> Result<PlanPage, Trouble> {
    let plan = views::plan(&app.db, id).await?.ok_or(Trouble::NotFound)?;
    let on_shelf = app.catalogue.plan(id).is_some();
    Ok(PlanPage {
        frame: Frame::new(app, Some(member), "/desk/plans", plan.plan_name.clone()),
        note: plan.note.clone().unwrap_or_default(),
        path: on_shelf.then(|| format!("{}{}", app.config.public_url.as_str().trim_end_matches('/'), plan_path(id))),
        plan,
        error: None,
        done: false,
    })
}

/// `GET /desk/plan?id=…`
pub async fn show(State(app): State<App>, Extension(member): Extension<Member>, Query(which): Query<Which>) -> Result<Response, Trouble> {
    let mut shown = shown(&app, &member, which.id.trim()).await?;
    shown.done = which.done == "marked";
    page(StatusCode::OK, &shown)
}

/// `POST /desk/plan`
pub async fn mark(State(app): State<App>, Extension(member): Extension<Member>, form: Form) -> Result<Response, Trouble> {
    let (id, note) = (form.field("id"), form.field("note"));
    let says_yes = |name| form.field(name) == "yes";
    if note.chars().count() > LONGEST_NOTE {
        let mut shown = shown(&app, &member, id).await?;
        (shown.plan.hidden, shown.plan.pinned, shown.note) = (says_yes("hidden"), says_yes("pinned"), note.to_owned());
        shown.error = Some("A note has 500 characters at most.");
        return page(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    let mark = Mark { hidden: says_yes("hidden"), pinned: says_yes("pinned"), note: (!note.is_empty()).then(|| note.to_owned()) };
    if !plan_marks::set(&app, id, &mark, member.name()).await? {
        return Err(Trouble::NotFound);
    }
    let id: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
    see_other(&format!("/desk/plan?id={id}&done=marked"))
}
