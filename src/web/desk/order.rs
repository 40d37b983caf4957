//! One order: what needs somebody, its lines, money, mails and story, and what can be done. No
//! activation code is on it.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::page::{DeskError, Frame, minute, page};
use crate::app::App;
use crate::db::desk::{self, DeskLine, DeskOrder, DeskRefund, MailView};
use crate::db::ops::{self, TimelineRow};
use crate::db::orders::{self, Order};
use crate::flows::desk::Member;
use crate::flows::modes;
use crate::routes::Routes;
use domain::mode::Mode;

#[derive(Template)]
#[template(path = "desk/order.html")]
struct DeskOrderPage {
    frame: Frame,
    order: DeskOrder,
    lines: Vec<DeskLine>,
    refunds: Vec<DeskRefund>,
    mails: Vec<MailView>,
    story: Vec<TimelineRow>,
    /// The page that its traveller sees, which shows no code in a browser that neither bought it
    /// nor is signed in as its traveller.
    travellers_page: String,
    owner: bool,
    /// Why nothing can be done for it, if so.
    closed: Option<String>,
    /// What was just done.
    done: Option<&'static str>,
}

impl DeskOrderPage {
    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }
}

/// What an act leaves in the address of the order's page, and what it says there.
const DONE: [(&str, &str); 9] = [
    ("resent", "The mail has left."),
    (
        "waits",
        "The mail could not leave now; it is tried again by itself, and the mails below say why.",
    ),
    (
        "corrected",
        "The address is corrected, and the old one has been told.",
    ),
    ("retried", "It is being tried again."),
    ("noted", "The note is in the story."),
    (
        "refunding",
        "The refund is on its way; the story below follows it.",
    ),
    ("released", "The holds are released."),
    ("held", "It is still held: look at what needs you below."),
    ("stopped", "The link opens nothing any more."),
];

/// An order that is open in somebody's hands: the row, and whether today's key can do anything for
/// it.
///
/// # Errors
/// [`DeskError::NotFound`]; [`DeskError::No`] where it is of the other mode.
pub async fn open(app: &App, number: &str) -> Result<Order, DeskError> {
    let order = load(app, number).await?;
    match closed(app, &order) {
        Some(why) => Err(DeskError::No(why)),
        None => Ok(order),
    }
}

async fn load(app: &App, number: &str) -> Result<Order, DeskError> {
    let id = orders::by_number(&app.db, &number.to_uppercase())
        .await?
        .ok_or(DeskError::NotFound)?;
    orders::load(&app.db, id).await?.ok_or(DeskError::NotFound)
}

fn closed(app: &App, order: &Order) -> Option<String> {
    modes::of_the_other(app, order)?;
    let (mode, key) = (
        Mode::of(order.livemode).as_str(),
        Mode::of(app.config.stripe.livemode()).as_str(),
    );
    Some(format!(
        "{} is an order of {mode} mode: nothing can be done for it with a {key} key.",
        order.number
    ))
}

/// `GET /desk/orders/{number}`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    Path(number): Path<String>,
    uri: Uri,
) -> Result<Response, DeskError> {
    let row = load(&app, &number).await?;
    let order = desk::order(&app.db, &row.number)
        .await?
        .ok_or(DeskError::NotFound)?;
    let word = uri
        .query()
        .and_then(|query| query.strip_prefix("done="))
        .unwrap_or_default();
    let shown = DeskOrderPage {
        frame: Frame::new(
            &app,
            Some(&member),
            "/desk/find",
            format!("Order {}", row.number),
        ),
        lines: desk::lines(&app.db, &row.number, app.clock.now()).await?,
        refunds: desk::refunds(&app.db, &row.number).await?,
        mails: desk::mails_of(&app.db, row.id).await?,
        story: ops::timeline(&app.db, &row.number).await?,
        travellers_page: Routes::absolute(&app.config.public_url, &Routes::order(&row.token)),
        owner: member.is_owner(),
        closed: closed(&app, &row),
        done: DONE
            .iter()
            .find(|(key, _)| *key == word)
            .map(|(_, said)| *said),
        order,
    };
    page(StatusCode::OK, &shown)
}
