//! The books for who keeps them: whether they agree with themselves, a month by plan and by
//! country, and the table for the accountant. Read only.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};

use super::page::{DeskError, Frame, minute, page};
use crate::app::App;
use crate::db::cursors;
use crate::db::desk::{self as views, Alert, Misfit, Sold};
use crate::flows::desk::{self, Member};
use crate::flows::ledger;
use crate::web::http::form::{Form, QueryForm};
use domain::mode::Mode;

/// How far back the books are looked at.
const LOOKED_BACK: TimeDelta = TimeDelta::days(90);
/// How many days one table may hold.
const MOST_DAYS: i64 = 400;
/// How many months can be chosen.
const MONTHS: u32 = 13;

#[derive(Template)]
#[template(path = "desk/books.html")]
struct BooksPage {
    frame: Frame,
    /// What `verify-books` found and nobody has settled.
    alerts: Vec<Alert>,
    misfits: Vec<Misfit>,
    /// When `verify-books` last compared them with the partners'.
    compared: Option<DateTime<Utc>>,
    month: NaiveDate,
    months: Vec<NaiveDate>,
    plans: Vec<Sold>,
    countries: Vec<Sold>,
    sent_by: Vec<Sold>,
    test: bool,
}

impl BooksPage {
    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }

    fn named(&self, month: &NaiveDate) -> String {
        month.format("%Y-%m").to_string()
    }

    fn is_shown(&self, month: &NaiveDate) -> bool {
        self.month == *month
    }

    /// Title, what a row is, what is counted, rows.
    fn tables(&self) -> Vec<(&'static str, &'static str, &'static str, &[Sold])> {
        let goods = "eSIMs, top-ups";
        let mut tables: Vec<(_, _, _, &[Sold])> = vec![
            ("By plan", "Plan", goods, &self.plans),
            ("By billing country", "Country", goods, &self.countries),
        ];
        if !self.sent_by.is_empty() {
            tables.push(("By partner link", "Partner", "Orders", &self.sent_by));
        }
        tables
    }

    fn last_day(&self) -> NaiveDate {
        let next = self
            .month
            .checked_add_months(Months::new(1))
            .unwrap_or(self.month);
        next.checked_sub_days(Days::new(1)).unwrap_or(self.month)
    }
}

/// `GET /desk/books`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(asked): QueryForm,
) -> Result<Response, DeskError> {
    let now = app.clock.now();
    let this = now.date_naive().with_day(1).unwrap_or(now.date_naive());
    let month = format!("{}-01", asked.field("month"))
        .parse()
        .unwrap_or(this);
    let mode = Mode::of(app.config.stripe.livemode()).as_str();
    let mut alerts = views::alerts(&app.db).await?;
    alerts.retain(|alert| {
        matches!(
            alert.kind.as_str(),
            "books_mismatch" | "refund_failed" | "refund_doubled" | "unknown_payment" | "misfit"
        )
    });
    let shown = BooksPage {
        frame: Frame::new(&app, Some(&member), "/desk/books", "Books"),
        alerts,
        misfits: views::misfits(&app.db, now - LOOKED_BACK).await?,
        compared: cursors::read_time(&app.db, cursors::BOOKS_COMPARED).await?,
        month,
        months: (0..MONTHS)
            .filter_map(|back| this.checked_sub_months(Months::new(back)))
            .collect(),
        plans: views::by_plan(&app.db, month, mode).await?,
        countries: views::by_country(&app.db, month, mode).await?,
        sent_by: views::by_partner(&app.db, month, mode).await?,
        test: mode == "test",
    };
    page(StatusCode::OK, &shown)
}

/// The table of these days, written down as handed out.
async fn table(app: &App, member: &Member, asked: &Form) -> Result<Vec<ledger::Row>, DeskError> {
    let day = |text: &str| {
        text.parse::<NaiveDate>()
            .map_err(|_| DeskError::No("Write both days like 2026-11-30.".to_owned()))
    };
    let (from, to) = (day(asked.field("from"))?, day(asked.field("to"))?);
    if from > to || (to - from).num_days() >= MOST_DAYS {
        return Err(DeskError::No(format!(
            "Name the earlier day first, and {MOST_DAYS} days at most."
        )));
    }
    desk::note(
        app,
        member,
        "desk: export orders",
        &format!("{from} to {to}"),
    )
    .await?;
    ledger::of_days(app, from, to)
        .await
        .map_err(|error| match error {
            ledger::LedgerError::Db(error) => error.into(),
            strange @ ledger::LedgerError::Currency(_) => DeskError::No(strange.to_string()),
        })
}

/// A file to keep.
pub fn file(kind: &'static str, named: &'static str, body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
        .headers_mut()
        .insert(CONTENT_DISPOSITION, HeaderValue::from_static(named));
    response
}

/// `GET /desk/books/orders.csv`
pub async fn csv(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(asked): QueryForm,
) -> Result<Response, DeskError> {
    let mut out = Vec::new();
    ledger::as_csv(&table(&app, &member, &asked).await?, &mut out)
        .map_err(|error| DeskError::No(error.to_string()))?;
    Ok(file(
        "text/csv; charset=utf-8",
        "attachment; filename=\"orders.csv\"",
        out,
    ))
}

/// `GET /desk/books/orders.json`
pub async fn json(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    QueryForm(asked): QueryForm,
) -> Result<Response, DeskError> {
    let mut out = Vec::new();
    ledger::as_json(&table(&app, &member, &asked).await?, &mut out)
        .map_err(|error| DeskError::No(error.to_string()))?;
    Ok(file(
        "application/json",
        "attachment; filename=\"orders.json\"",
        out,
    ))
}
