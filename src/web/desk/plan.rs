//! One plan at the desk: hide it, pin it, note something on it.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::acts::LONGEST_NOTE;
use super::page::{DeskError, Frame, page, see_other};
use crate::app::App;
use crate::db::desk::{self as views, PlanView};
use crate::db::plan_marks::Mark;
use crate::flows::desk::Member;
use crate::flows::plan_marks::{self, Marking};
use crate::routes::Routes;
use crate::web::http::form::{Form, QueryForm};

#[derive(Template)]
#[template(path = "desk/plan.html")]
struct DeskPlanPage {
    frame: Frame,
    plan: PlanView,
    note: String,
    /// What the form brings back, so that nobody's mark is undone unseen.
    was: Mark,
    error: Option<&'static str>,
    overtaken: bool,
    done: bool,
    /// Its page in the shop, while it has one.
    path: Option<String>,
}

async fn shown(app: &App, member: &Member, id: &str) -> Result<DeskPlanPage, DeskError> {
    let plan = views::plan(&app.db, id).await?.ok_or(DeskError::NotFound)?;
    let on_shelf = app.catalogue.plan(id).is_some();
    Ok(DeskPlanPage {
        frame: Frame::new(app, Some(member), "/desk/plans", plan.plan_name.clone()),
        note: plan.note.clone().unwrap_or_default(),
        path: on_shelf.then(|| Routes::absolute(&app.config.public_url, &Routes::plan(id))),
        was: Mark {
            hidden: plan.hidden,
            pinned: plan.pinned,
            note: plan.note.clone(),
        },
        plan,
        error: None,
        overtaken: false,
        done: false,
    })
}

/// `GET /desk/plan?id=…`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(which): QueryForm,
) -> Result<Response, DeskError> {
    let mut shown = shown(&app, &member, which.field("id")).await?;
    shown.done = which.field("done") == "marked";
    page(StatusCode::OK, &shown)
}

/// The marks that a form names, each with this before it.
fn marks(form: &Form, before: &str) -> Mark {
    let field = |name: &str| form.field(&format!("{before}{name}")).to_owned();
    Mark {
        hidden: field("hidden") == "yes",
        pinned: field("pinned") == "yes",
        note: Some(field("note")).filter(|note| !note.is_empty()),
    }
}

/// `POST /desk/plan`
pub async fn mark(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    form: Form,
) -> Result<Response, DeskError> {
    let (id, mark) = (form.field("id"), marks(&form, ""));
    let was = Some(marks(&form, "was_")).filter(|_| !form.field("was_hidden").is_empty());
    if mark
        .note
        .as_ref()
        .is_some_and(|note| note.chars().count() > LONGEST_NOTE)
    {
        let mut shown = shown(&app, &member, id).await?;
        shown.was = was.unwrap_or(shown.was);
        (shown.plan.hidden, shown.plan.pinned, shown.note) =
            (mark.hidden, mark.pinned, mark.note.unwrap_or_default());
        shown.error = Some("A note has 500 characters at most.");
        return page(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    match plan_marks::set(&app, id, &mark, was.as_ref(), member.name()).await? {
        Marking::Done => {}
        Marking::Unknown => return Err(DeskError::NotFound),
        Marking::Overtaken => {
            let mut shown = shown(&app, &member, id).await?;
            shown.overtaken = true;
            return page(StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
    }
    let id: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
    see_other(&format!("/desk/plan?id={id}&done=marked"))
}
