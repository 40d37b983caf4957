//! What a line truly costs, learned before it is bought: booked as it is, and refused where the
//! shop would lose too much. Nothing is bought here.

use chrono::{DateTime, TimeDelta, Utc};

use super::Error;
use super::outcome::entry;
use crate::app::App;
use crate::db::history::{self, Actor};
use crate::db::jobs;
use crate::db::line_costs::{self, Known};
use crate::db::lines::Line;
use crate::db::orders::Order;
use crate::db::{Connection, alerts};
use domain::alert::{Alert, AlertKind};
use domain::history::EventKind;
use domain::job::Job;
use domain::line::Reply;
use domain::money::Money;
use domain::pricing::Cost;
use domain::second_look::Price;

/// How long the supplier's last word on a price counts.
const FRESH: TimeDelta = TimeDelta::minutes(15);

/// What a line costs now, beside what it cost when it was sold.
#[derive(Debug)]
pub(super) struct Now {
    cost: Cost,
    quoted: Cost,
}

/// Whether a line may be bought at its cost of now.
#[derive(Debug)]
pub(super) enum Covered {
    /// Yes; the cost is to be booked.
    Yes(Now),
    /// No, for this reason.
    No(String),
}

/// Learns what a line costs now: `told` with a top-up's offer, else the last sync's word, else by
/// asking. A silent supplier is taken at its last word, so that the question never keeps a
/// traveller waiting.
pub(super) async fn still_covered(
    app: &App,
    order: &Order,
    line: &Line,
    known: &Known,
    told: Option<Price>,
) -> Result<Covered, Error> {
    let shelf = app.catalogue.snapshot().clone();
    let prices = &shelf.prices;
    let paid_in = order.total.currency;
    let in_money =
        |(price, at): (Price, DateTime<Utc>)| prices.cost_of_line(price.0, price.1, paid_in, at);
    let quoted = in_money(known.quoted);
    if let Some(cost) = known.booked {
        return Ok(Covered::Yes(Now { cost, quoted }));
    }
    let cost = in_money(match told {
        Some(price) => (price, app.clock.now()),
        None => last_word(app, line, known).await,
    });
    let now = Now { cost, quoted };
    if cost.exceeds(&quoted) {
        expedite_sync(app, &cost, known).await?;
    }
    // What the shop bears is set in its own currency. An attempt whose answer was lost may have
    // bought: that is for its clock to end.
    let loss = if paid_in == prices.currency {
        cost.loss(paid(order, line))
    } else {
        None
    };
    if line.unclear_calls == 0 && loss.is_some_and(|loss| loss > shelf.rules.pricing.most_loss.0) {
        let why = format!("{}, more than [pricing] most_loss bears", now.rise());
        let mut db = app.db.acquire().await?;
        tell(
            &mut db,
            order,
            line,
            &format!("{why}: the line is refunded"),
            app.clock.now(),
        )
        .await?;
        return Ok(Covered::No(why));
    }
    Ok(Covered::Yes(now))
}

/// The supplier's last word on a product's price, and when it was said. Asked anew when it is old,
/// or when a newer one waits.
async fn last_word(app: &App, line: &Line, known: &Known) -> (Price, DateTime<Utc>) {
    let now = app.clock.now();
    if let Some(shelf) = known
        .shelf
        .filter(|(_, at)| now - *at <= FRESH && !known.doubted)
    {
        return shelf;
    }
    let last = known
        .shelf
        .filter(|(_, at)| *at > known.quoted.1)
        .unwrap_or(known.quoted);
    match app.supplier.product(&line.product_id).await {
        Ok(Some(product)) => (product.price(), now),
        // No longer sold, as it seems: the order itself is answered with that.
        Ok(None) => last,
        Err(error) => {
            tracing::warn!(line.id = %line.id, error.message = %error, "the supplier did not say \
                                                                        what a plan costs now; its \
                                                                        last word counts");
            last
        }
    }
}

/// A price that rose belongs on the shelf. Once it is there, each further order of before is no
/// reason to sync again.
async fn expedite_sync(app: &App, cost: &Cost, known: &Known) -> Result<(), Error> {
    let on_shelf = known
        .shelf
        .is_some_and(|(price, _)| price == (cost.cost, cost.cost_currency));
    if !on_shelf {
        let now = app.clock.now();
        jobs::expedite(&app.db, &Job::SyncCatalogue, now + TimeDelta::days(1), now).await?;
    }
    Ok(())
}

/// Books the cost of an attempt that bought, or may have bought: part of what settles it, before
/// the outcome.
pub(super) async fn book(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    cost: &Now,
    reply: Reply,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if matches!(
        reply,
        Reply::Refused | Reply::LowBalance | Reply::Unreachable
    ) {
        return Ok(());
    }
    line_costs::book(tx, line.id, &cost.cost, at).await?;
    if reply == Reply::Complete && cost.cost.exceeds(&cost.quoted) {
        let rise = format!("{}; {} was paid", cost.rise(), paid(order, line));
        history::record_event(
            tx,
            &entry(line, EventKind::PriceRose, Some(&rise), Actor::Supplier),
            at,
        )
        .await?;
        tell(tx, order, line, &rise, at).await?;
    }
    Ok(())
}

async fn tell(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    what: &str,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let what = format!("order {}, {}: {what}", order.number, line.product_id);
    let alert = Alert {
        kind: AlertKind::PriceRose,
        subject: &line.product_id,
        what: &what,
        mend: "nothing to do for this order: the next sync brings the new price to the shelf. \
               Should it happen often, shorten CATALOGUE_SYNC_INTERVAL",
        order_id: Some(order.id),
    };
    tracing::warn!(order.number = %order.number, "{what}");
    alerts::raise(tx, &alert, at).await?;
    Ok(())
}

fn paid(order: &Order, line: &Line) -> Money {
    Money::new(line.price_minor, order.total.currency)
}

impl Now {
    /// `the supplier's price rose from 12 USD to 13.5 USD`
    fn rise(&self) -> String {
        let (before, after) = (&self.quoted, &self.cost);
        format!(
            "the supplier's price rose from {} {} to {} {}",
            before.cost, before.cost_currency, after.cost, after.cost_currency
        )
    }
}
