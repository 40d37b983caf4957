//! `doctor` and the shop itself: its shelf, its prices, the webhooks that come, trouble that
//! stands, orders that are stuck, its books.

use chrono::{DateTime, TimeDelta, Utc};

use super::{DATABASE_MEND, Finding, Line, within};
use crate::app::App;
use crate::db::webhooks::{self, Sender};
use crate::db::{self, alerts, esims, ops, products, tellings};
use crate::flows::{self, publish};
use crate::ops::{books, prices};
use domain::breaker::SILENT;

/// How many of several are named.
const NAMED: usize = 5;

/// Every part, the shelf first.
pub async fn examine(app: &App) -> Vec<Line> {
    let mut lines: Vec<Line> = catalogue(app)
        .await
        .into_iter()
        .map(|finding| ("catalogue", finding))
        .collect();
    lines.extend(set_aside(app).await.map(|finding| ("prices", finding)));
    lines.extend([
        ("prices", priced(app)),
        ("from Stripe", pushed(app).await),
        ("from supplier", noticed(app).await),
        ("orders", orders(app).await),
        ("books", books(app).await),
        ("data key", data_key(app).await),
    ]);
    lines.extend(
        trouble(app)
            .await
            .into_iter()
            .map(|finding| ("alerts", finding)),
    );
    lines
}

/// What is wrong with prices. On an empty shelf there is nothing to look at.
fn priced(app: &App) -> Finding {
    if !app.config.shop_read {
        return Finding::Unchecked(super::WITHOUT_SHOP.to_owned());
    }
    let shelf = app.catalogue.snapshot();
    if shelf.is_empty() && prices::findings(&shelf).is_empty() {
        return Finding::Unchecked("there is no plan that could have one".to_owned());
    }
    prices::examine(app).into()
}

/// A shop.toml that was changed in vain. It is read anew here, while the running shop knows only
/// the one it started with.
async fn set_aside(app: &App) -> Option<Finding> {
    if !app.config.shop_read {
        return None;
    }
    match publish::ignored(app).await {
        Ok(ignored) => ignored.map(|version| {
            Finding::Warn(
                publish::ignored_words(version),
                publish::IGNORED_MEND.to_owned(),
            )
        }),
        Err(error) => Some(Finding::ill(error, DATABASE_MEND)),
    }
}

/// What the database does not answer is a finding.
fn or_ill(found: Result<Finding, db::Error>) -> Finding {
    found.unwrap_or_else(|error| Finding::ill(error, DATABASE_MEND))
}

fn minute(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// Whether it sells, and what stands on the shelf: a stop hides no shelf that is empty or old.
async fn catalogue(app: &App) -> Vec<Finding> {
    let state = match products::state(&app.db).await {
        Ok(state) => state,
        Err(error) => return vec![Finding::ill(error, DATABASE_MEND)],
    };
    let mut found = Vec::new();
    if let Some((since, why)) = &state.stopped_by_hand {
        let why = why.trim_start_matches("stopped by hand: ");
        let what = format!("sales stopped by hand since {}: {why}", minute(*since));
        found.push(Finding::Warn(
            what,
            "`sales resume` opens it again".to_owned(),
        ));
    }
    if let Some((since, why)) = &state.sales_stopped {
        let mend = if why == SILENT {
            "see the supplier's news; selling resumes on its own"
        } else {
            "fill up the balance at the supplier"
        };
        found.push(Finding::ill(
            format!("sales have stopped since {}: {why}", minute(*since)),
            mend,
        ));
    }
    found.push(shelf(app, state.synced_at));
    found
}

fn shelf(app: &App, synced_at: Option<DateTime<Utc>>) -> Finding {
    let plans = app.catalogue.snapshot().len();
    match synced_at {
        Some(at) if plans > 0 && app.clock.now() - at < TimeDelta::days(1) => {
            Finding::Well(format!("{plans} plans, synced {}", minute(at)))
        }
        Some(at) if plans > 0 => Finding::ill(
            format!("last synced {}", minute(at)),
            "see the log of the worker, then run `esim-storefront sync-catalogue`",
        ),
        _ => Finding::ill("empty", "run `esim-storefront sync-catalogue`"),
    }
}

/// What came from Stripe, what was turned away since, and what had to be fetched.
async fn pushed(app: &App) -> Finding {
    let mend = "compare STRIPE_WEBHOOK_SECRET and the endpoint PUBLIC_URL/webhooks/stripe in \
                Stripe's Dashboard";
    or_ill(
        webhooks::standing(&app.db, Sender::Stripe, app.clock.now())
            .await
            .map(|standing| {
                let day = format!(
                    "in the last day {} pushed, {} pulled",
                    standing.accepted, standing.pulled
                );
                match standing.accepted_at {
                    None if standing.refused_since > 0 => Finding::ill(
                        format!(
                            "{} webhooks refused and none ever taken",
                            standing.refused_since
                        ),
                        mend,
                    ),
                    None if standing.pulled > 0 => Finding::ill(
                        format!(
                            "no webhook ever came, {} events were pulled",
                            standing.pulled
                        ),
                        mend,
                    ),
                    None => Finding::Unchecked("no webhook has come yet".to_owned()),
                    Some(at) if standing.refused_at.is_some_and(|refused| refused > at) => {
                        Finding::ill(
                            format!(
                                "the last was taken {}, {} refused since; {day}",
                                minute(at),
                                standing.refused_since
                            ),
                            mend,
                        )
                    }
                    Some(at) if standing.pulled_at.is_some_and(|pulled| pulled > at) => {
                        Finding::ill(
                            format!(
                                "the last came {}, and later events had to be pulled; {day}",
                                minute(at)
                            ),
                            mend,
                        )
                    }
                    Some(at) => Finding::Well(format!(
                        "the last webhook was taken {}, none refused since; {day}",
                        minute(at)
                    )),
                }
            }),
    )
}

async fn noticed(app: &App) -> Finding {
    let mend = "compare ESIMFX_WEBHOOK_TOKEN with the Secret Key of the webhook \
                PUBLIC_URL/webhooks/esimfx in the supplier's portal";
    or_ill(
        webhooks::standing(&app.db, Sender::Esimfx, app.clock.now())
            .await
            .map(|standing| match standing.accepted_at {
                None if standing.refused_since > 0 => Finding::ill(
                    format!(
                        "{} webhooks refused and none ever taken",
                        standing.refused_since
                    ),
                    mend,
                ),
                None => Finding::Unchecked("no webhook has come yet".to_owned()),
                Some(at) if standing.refused_at.is_some_and(|refused| refused > at) => {
                    Finding::ill(
                        format!(
                            "the last was taken {}, {} refused since",
                            minute(at),
                            standing.refused_since
                        ),
                        mend,
                    )
                }
                Some(at) => Finding::Well(format!(
                    "the last webhook was taken {}, none refused since",
                    minute(at)
                )),
            }),
    )
}

async fn orders(app: &App) -> Finding {
    or_ill(ops::orders(&app.db, true, None).await.map(|stuck| {
        if stuck.is_empty() {
            return Finding::Well("none is stuck".to_owned());
        }
        let named: Vec<&str> = stuck
            .iter()
            .take(NAMED)
            .map(|order| order.order_number.as_str())
            .collect();
        let more = stuck.len().saturating_sub(NAMED);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        Finding::ill(
            format!("{} are stuck: {}{more}", stuck.len(), named.join(", ")),
            "`orders list --stuck`, then `orders show N`",
        )
    }))
}

/// The last day's payments, refunds and purchases beside Stripe's and the supplier's.
async fn books(app: &App) -> Finding {
    match within(60, books::of_last_day(app)).await {
        Some(Ok(differ)) if differ.is_empty() => {
            Finding::Well("those of the last day agree with Stripe's and the supplier's".to_owned())
        }
        Some(Ok(differ)) => {
            let named: Vec<&str> = differ.iter().take(NAMED).map(String::as_str).collect();
            Finding::ill(
                format!("{} differ: {}", differ.len(), named.join("; ")),
                "run `verify-books`: each line says what to do",
            )
        }
        Some(Err(error)) => Finding::Unchecked(format!("{error:#}")),
        None => Finding::Unchecked("it takes longer than a minute; run `verify-books`".to_owned()),
    }
}

/// Whether activation codes are sealed, and whether those that are can be opened.
async fn data_key(app: &App) -> Finding {
    let keys = &app.config.data_keys;
    or_ill(esims::codes_by_key(&app.db).await.map(|found| {
        let of = |is: &dyn Fn(&str) -> bool| {
            found
                .iter()
                .filter(|(beginning, _)| is(beginning))
                .map(|(_, many)| many)
                .sum::<i64>()
        };
        let known = keys.beginnings();
        let lost =
            of(&|beginning| !beginning.is_empty() && !known.iter().any(|known| known == beginning));
        let waiting = of(&|beginning| keys.beginning().is_some_and(|first| first != beginning));
        if lost > 0 {
            let what = format!("{lost} activation codes cannot be opened with DATA_KEY");
            let mend = "add the old key behind the new one, after a comma; if it is lost, nothing \
                        is to be done: the supplier is asked for them again";
            return Finding::Warn(what, mend.to_owned());
        }
        if !keys.is_set() {
            let what = "not set: activation codes stand in the database, and in every backup of \
                        it, as plain text"
                .to_owned();
            return Finding::Warn(
                what,
                "set DATA_KEY to what `openssl rand -hex 32` prints, and \
                 keep it apart from the backups"
                    .to_owned(),
            );
        }
        if waiting > 0 {
            let what = format!("{waiting} activation codes are not sealed with the first key yet");
            return Finding::Warn(
                what,
                "the shop does it within the hour; keep the old key until \
                 this line is ok"
                    .to_owned(),
            );
        }
        Finding::Well("every activation code is sealed with the first key".to_owned())
    }))
}

/// Alerts that stand, and whether the owner's webhook takes them.
async fn trouble(app: &App) -> Vec<Finding> {
    let open = match alerts::open(&app.db).await {
        Ok(open) => open,
        Err(error) => return vec![Finding::ill(error, DATABASE_MEND)],
    };
    // The mode has a line of its own.
    let mut found: Vec<Finding> = open
        .into_iter()
        .filter(|alert| alert.kind != "test_mode")
        .map(|alert| {
            let finding = Finding::ill(
                format!(
                    "{} since {}: {}",
                    alert.kind,
                    minute(alert.since),
                    alert.what
                ),
                alert.mend,
            );
            if alert.severity == "critical" {
                finding
            } else {
                finding.into_warning()
            }
        })
        .collect();
    match tellings::stuck(&app.db).await {
        Ok(None) => {}
        Ok(Some((posts, said))) => found.push(Finding::ill(
            format!("{posts} alerts wait for ALERT_WEBHOOK_URL: {said}"),
            "check the address",
        )),
        Err(error) => found.push(Finding::Unchecked(format!(
            "whether alerts wait to be posted: {error}"
        ))),
    }
    if found.is_empty() {
        let watched = flows::alerts::is_watched(app).await;
        found.push(or_ill(watched.map(|watched| {
            match watched {
                true => Finding::Well("no open alerts".to_owned()),
                false => Finding::Unchecked(
                    "no alert is open, but the shop's worker has not looked for trouble lately"
                        .to_owned(),
                ),
            }
        })));
    }
    found
}
