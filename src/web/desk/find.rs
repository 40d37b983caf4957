//! One box, as `orders find` has it, and the name of who travels. What is typed is in no address:
//! it may be a person's.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::page::{DeskError, Frame, minute, page, see_other};
use crate::app::App;
use crate::db::{desk, ops, stray_payments};
use crate::flows::desk::Member;
use crate::web::http::form::Form;
use domain::sought::Sought;

#[derive(Template)]
#[template(path = "desk/find.html")]
struct FindPage {
    frame: Frame,
    orders: Vec<ops::OrderRow>,
    /// What came of it, where it is no list.
    said: Option<String>,
}

impl FindPage {
    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }
}

fn shown(
    app: &App,
    member: &Member,
    orders: Vec<ops::OrderRow>,
    said: Option<String>,
) -> Result<Response, DeskError> {
    page(
        StatusCode::OK,
        &FindPage {
            frame: Frame::new(app, Some(member), "/desk/find", "Find"),
            orders,
            said,
        },
    )
}

/// `GET /desk/find`: the box, and the newest orders.
pub async fn form(
    State(app): State<App>,
    Extension(member): Extension<Member>,
) -> Result<Response, DeskError> {
    let mut newest = ops::orders(&app.db, false, None).await?;
    newest.truncate(25);
    shown(&app, &member, newest, None)
}

/// `POST /desk/find`: straight to the order where there is one.
pub async fn find(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    form: Form,
) -> Result<Response, DeskError> {
    let typed = form.field("q");
    let sought = match Sought::read(typed) {
        Ok(sought) => sought,
        Err(why) => return shown(&app, &member, Vec::new(), Some(why.to_string())),
    };
    let mut ids = ops::find(&app.db, &sought).await?;
    if ids.is_empty() {
        ids = desk::by_traveller(&app.db, typed).await?;
    }
    let orders = ops::orders_of(&app.db, &ids).await?;
    if let [one] = orders.as_slice() {
        return see_other(&format!("/desk/orders/{}", one.order_number));
    }
    let stray = match &sought {
        Sought::Id(id) if orders.is_empty() => stray_payments::load(&app.db, id).await?,
        _ => None,
    };
    let said = match (orders.is_empty(), stray) {
        (_, Some(stray)) => Some(format!(
            "{0} is a payment to this shop whose order is not in the database. `orders refund \
             --payment {0} --reason …` sends it back.",
            stray.payment_intent_id
        )),
        (true, None) => Some(
            "Nothing found. Try an order number, a whole email address, an ICCID, an id of \
             Stripe's, or a name."
                .to_owned(),
        ),
        (false, None) => Some(format!("{} orders, the newest first", orders.len())),
    };
    shown(&app, &member, orders, said)
}
