//! The first page of the desk: what needs somebody, thirty days of sales as drawn bars, and how the
//! partners do. Reads only.

use std::collections::HashMap;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::page::{DeskError, Frame, minute, page};
use crate::app::App;
use crate::db::desk::{self, Alert, Day};
use crate::db::{breaker, cursors, gauges, ops, plan_views, products};
use crate::flows::alerts;
use crate::flows::desk::Member;
use crate::l10n::Locale;
use domain::breaker::Breaker;
use domain::mode::Mode;
use domain::money::Money;

/// How many days are drawn.
const DAYS: u64 = 30;
/// The drawing: what is sold stands above the line, what goes back hangs below it.
const ABOVE: i64 = 80;
const BELOW: i64 = 18;

/// Something and how it stands.
struct Tile {
    name: &'static str,
    figure: String,
    more: String,
}

/// A day as three bars.
struct Bar {
    x: i64,
    gross: i64,
    margin: i64,
    back: i64,
}

#[derive(Template)]
#[template(path = "desk/today.html")]
struct TodayPage {
    frame: Frame,
    /// Whether nobody looks for trouble: then no alert is no good sign.
    unwatched: bool,
    alerts: Vec<Alert>,
    /// Those that are stuck.
    orders: Vec<ops::OrderRow>,
    days: Vec<Day>,
    bars: Vec<Bar>,
    totals: Vec<Tile>,
    partners: Vec<Tile>,
    test: bool,
    /// Whether figures of money are shown.
    owner: bool,
    currency: domain::money::Currency,
}

impl TodayPage {
    fn money(&self, minor: &i64) -> String {
        Locale::ENGLISH.money(Money::new(*minor, self.currency))
    }

    fn margin(&self, minor: &Option<i64>) -> String {
        minor
            .as_ref()
            .map_or_else(|| "not known".to_owned(), |minor| self.money(minor))
    }

    fn at(&self, at: &DateTime<Utc>) -> String {
        minute(*at)
    }

    fn above(&self) -> i64 {
        ABOVE
    }
}

/// `GET /desk`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
) -> Result<Response, DeskError> {
    let now = app.clock.now();
    let mode = Mode::of(app.config.stripe.livemode()).as_str();
    let currency = app.config.shop.shop.currency;
    let today = now.date_naive();
    let first = today.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(today);
    let days = if member.is_owner() {
        desk::days(
            &app.db,
            first.and_time(NaiveTime::MIN).and_utc(),
            mode,
            currency.code(),
        )
        .await?
    } else {
        Vec::new()
    };
    let opened = plan_views::conversion(&app.db, first, mode).await?;
    let shown = TodayPage {
        frame: Frame::new(&app, Some(&member), "/desk", "Today"),
        unwatched: !alerts::is_watched(&app).await?,
        alerts: desk::alerts(&app.db).await?,
        orders: ops::orders(&app.db, true, None).await?,
        bars: bars(&days, first),
        totals: totals(&days, currency, opened),
        partners: partners(&app, now, member.is_owner()).await?,
        test: mode == "test",
        owner: member.is_owner(),
        days,
        currency,
    };
    page(StatusCode::OK, &shown)
}

fn orders(n: i64) -> String {
    if n == 1 {
        "1 order".to_owned()
    } else {
        format!("{n} orders")
    }
}

/// How many of those who opened a plan's page paid, as far as that is known: a cache in front of
/// the shop hides who looked.
fn conversion(views: i64, paid: i64) -> String {
    let bought = if paid == 1 {
        "1 order of eSIMs".to_owned()
    } else {
        format!("{paid} orders of eSIMs")
    };
    match paid
        .checked_mul(1000)
        .and_then(|share| share.checked_div(views))
    {
        Some(share) if paid <= views => format!("{bought} paid: {}.{} %", share / 10, share % 10),
        _ => format!("{bought} paid"),
    }
}

fn bars(days: &[Day], first: NaiveDate) -> Vec<Bar> {
    let most = days
        .iter()
        .map(|day| day.gross_minor.max(day.refunded_minor))
        .max()
        .unwrap_or(0)
        .max(1);
    let share = |minor: i64, of: i64| {
        i64::try_from(i128::from(minor.max(0)) * i128::from(of) / i128::from(most))
            .unwrap_or(0)
            .min(of)
    };
    let bar = |day: &Day| Bar {
        x: (day.day - first).num_days() * 10 + 1,
        gross: share(day.gross_minor, ABOVE),
        margin: share(day.margin_minor.unwrap_or(0), ABOVE),
        back: share(day.refunded_minor, BELOW),
    };
    days.iter().map(bar).collect()
}

fn totals(days: &[Day], currency: domain::money::Currency, (views, paid): (i64, i64)) -> Vec<Tile> {
    let money = |minor: i64| Locale::ENGLISH.money(Money::new(minor, currency));
    let margin = days
        .iter()
        .map(|day| day.margin_minor)
        .try_fold(0_i64, |sum, one| Some(sum.saturating_add(one?)));
    let sum = |of: fn(&Day) -> i64| days.iter().map(of).fold(0_i64, i64::saturating_add);
    let more = String::new();
    vec![
        Tile {
            name: "Sold",
            figure: money(sum(|day| day.gross_minor)),
            more: orders(sum(|day| day.orders)),
        },
        Tile {
            name: "Margin",
            figure: margin.map_or_else(|| "not known".to_owned(), money),
            more: "after cost, card fee, tax and refunds".into(),
        },
        Tile {
            name: "Refunded",
            figure: money(sum(|day| day.refunded_minor)),
            more,
        },
        Tile {
            name: "Plan pages opened",
            figure: views.to_string(),
            more: conversion(views, paid),
        },
    ]
}

async fn partners(app: &App, now: DateTime<Utc>, owner: bool) -> Result<Vec<Tile>, DeskError> {
    let figures: HashMap<(String, String), i64> = gauges::read(&app.db, now)
        .await?
        .into_iter()
        .map(|figure| ((figure.name, figure.sort), figure.value))
        .collect();
    let figure = |name: &str, sort: &str| figures.get(&(name.to_owned(), sort.to_owned())).copied();
    // A balance that is too short stops sales without the breaker.
    let supplier = match (
        breaker::load(&app.db).await?,
        products::state(&app.db).await?.sales_stopped,
    ) {
        (Breaker::Closed, None) => "no failures",
        (Breaker::Closed, Some(_)) => "sells nothing now",
        (Breaker::HalfOpen { .. }, _) => "being tried again",
        (Breaker::Open { .. }, _) => "failing",
    };
    let age = figure("catalogue_age_seconds", "").map_or_else(
        || "never synced".to_owned(),
        |age| format!("catalogue synced {} min ago", age / 60),
    );
    let heard: HashMap<String, DateTime<Utc>> =
        desk::last_webhooks(&app.db).await?.into_iter().collect();
    let last = |sender: &str| {
        heard.get(sender).map_or_else(
            || "no recent webhook".to_owned(),
            |at| format!("last webhook {}", minute(*at)),
        )
    };
    let (queued, failed) = (
        figure("mails_unsent", "queued").unwrap_or(0),
        figure("mails_unsent", "failed").unwrap_or(0),
    );
    let mut tiles = vec![
        Tile {
            name: "Supplier",
            figure: supplier.to_owned(),
            more: format!("{age}; {}", last("esimfx")),
        },
        Tile {
            name: "Stripe",
            figure: if app.config.stripe.livemode() {
                "live"
            } else {
                "test mode"
            }
            .to_owned(),
            more: last("stripe"),
        },
        Tile {
            name: "Mail",
            figure: format!("{queued} waiting"),
            more: format!("{failed} given up"),
        },
    ];
    if owner {
        tiles.push(balance(app).await?);
    }
    Ok(tiles)
}

/// What is left with the supplier, as far as it has told.
async fn balance(app: &App) -> Result<Tile, DeskError> {
    let told = cursors::read(&app.db, cursors::BALANCE_TOLD).await?;
    let told_at = cursors::read_time(&app.db, cursors::BALANCE_TOLD_AT).await?;
    let (balance, when) = match (told, told_at) {
        (Some(balance), Some(at)) => (
            balance,
            format!("in the supplier's currency, {}", minute(at)),
        ),
        _ if app.config.shop.owner.balance_floor.is_some() => (
            "not known".to_owned(),
            "the supplier has not told it yet".to_owned(),
        ),
        _ => (
            "not watched".to_owned(),
            "set [owner] balance_floor in shop.toml".to_owned(),
        ),
    };
    Ok(Tile {
        name: "Balance",
        figure: balance,
        more: when,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_that_paid_is_said_where_it_can_be() {
        assert_eq!(conversion(1000, 77), "77 orders of eSIMs paid: 7.7 %");
        assert_eq!(conversion(3, 1), "1 order of eSIMs paid: 33.3 %");
        assert_eq!(
            (conversion(0, 0), conversion(1, 2)),
            (
                "0 orders of eSIMs paid".to_owned(),
                "2 orders of eSIMs paid".to_owned()
            )
        );
    }

    #[test]
    fn the_tallest_bar_fills_its_room_and_none_leaves_it() {
        let day = |day: &str, gross_minor, refunded_minor, margin_minor| Day {
            day: day.parse().unwrap(),
            orders: 1,
            gross_minor,
            refunded_minor,
            margin_minor,
        };
        let days = [
            day("2026-11-01", 1000, 0, Some(-50)),
            day("2026-11-30", 500, 1000, None),
            day("2026-11-15", i64::MAX, 1, Some(i64::MAX)),
        ];
        let drawn = bars(&days, "2026-11-01".parse().unwrap());
        assert_eq!(
            drawn.iter().map(|bar| bar.x).collect::<Vec<_>>(),
            [1, 291, 141]
        );
        assert_eq!(
            (
                drawn[2].gross,
                drawn[2].margin,
                drawn[0].margin,
                drawn[1].margin
            ),
            (ABOVE, ABOVE, 0, 0)
        );
        assert!(
            bars(&days[..2], days[0].day)[1].back == BELOW && bars(&[], days[0].day).is_empty()
        );
    }
}
