//! Pages that list: plans with what they cost and leave, mails, webhooks. Read only.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::page::{DeskError, Frame, minute, page};
use crate::app::App;
use crate::db::desk::{self, HookView, PlanView, Which};
use crate::db::ops::{self, MailRow};
use crate::flows::desk::Member;
use crate::web::http::form::{Form, QueryForm};

/// How many plans a page lists.
const MOST_PLANS: i64 = 200;

#[derive(Template)]
#[template(path = "desk/plans.html")]
struct PlansPage {
    frame: Frame,
    asked: Form,
    plans: Vec<PlanView>,
    many: i64,
}

impl PlansPage {
    fn shown(&self) -> usize {
        self.plans.len()
    }

    fn is_all(&self) -> bool {
        i64::try_from(self.plans.len()).is_ok_and(|shown| shown == self.many)
    }
}

/// `GET /desk/plans`
pub async fn plans(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(asked): QueryForm,
) -> Result<Response, DeskError> {
    let which = match asked.field("which") {
        "on" => Which::On,
        "off" => Which::Off,
        _ => Which::All,
    };
    let (plans, many) = desk::plans(&app.db, asked.field("text"), which, MOST_PLANS).await?;
    page(
        StatusCode::OK,
        &PlansPage {
            frame: Frame::new(&app, Some(&member), "/desk/plans", "Plans"),
            asked,
            plans,
            many,
        },
    )
}

#[derive(Template)]
#[template(path = "desk/mails.html")]
struct MailsPage {
    frame: Frame,
    failed: bool,
    mails: Vec<MailRow>,
}

impl MailsPage {
    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }
}

/// `GET /desk/mails`: the newest, or with `which=failed` those that were given up.
pub async fn mails(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(asked): QueryForm,
) -> Result<Response, DeskError> {
    let failed = asked.field("which") == "failed";
    let mails = ops::mails(&app.db, failed).await?;
    page(
        StatusCode::OK,
        &MailsPage {
            frame: Frame::new(&app, Some(&member), "/desk/mails", "Mails"),
            failed,
            mails,
        },
    )
}

#[derive(Template)]
#[template(path = "desk/webhooks.html")]
struct WebhooksPage {
    frame: Frame,
    hours: Vec<HookView>,
}

impl WebhooksPage {
    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }
}

/// `GET /desk/webhooks`
pub async fn webhooks(
    State(app): State<App>,
    Extension(member): Extension<Member>,
) -> Result<Response, DeskError> {
    let hours = desk::webhooks(&app.db).await?;
    page(
        StatusCode::OK,
        &WebhooksPage {
            frame: Frame::new(&app, Some(&member), "/desk/webhooks", "Webhooks"),
            hours,
        },
    )
}
