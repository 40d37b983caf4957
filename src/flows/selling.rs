//! Whether the shop sells: stopped when the supplier does not answer or our balance is short, and
//! resumed, without anybody's doing; stopped and resumed by a person's word; and told.

use chrono::{DateTime, TimeDelta, Utc};

use super::Error;
use crate::app::App;
use crate::db::{Connection, alerts, audit, breaker, cursors, jobs, products};
use domain::alert::{Alert, AlertKind};
use domain::breaker::{self as rules, BALANCE, Breaker, SILENT};
use domain::line::Reply;

/// After a short balance nobody can ask whether it has been filled; a sale is risked again after
/// this long.
const RETRY_SALES: TimeDelta = TimeDelta::minutes(30);
/// How often the balance is read that the owner wants to be warned of.
const READ_BALANCE: TimeDelta = TimeDelta::minutes(10);

const FAILING: Alert<'static> = Alert {
    kind: AlertKind::SupplierFailing,
    subject: "",
    what: "the supplier does not answer, or with codes that nobody knows: selling has stopped, and \
           one order a minute finds out whether it sells again",
    mend: "see `last_error` in ops.order_lines, and the supplier's own news; nothing to do when it \
           is its trouble: selling resumes by itself",
    order_id: None,
};

const LOW: Alert<'static> = Alert {
    kind: AlertKind::LowBalance,
    subject: "",
    what: "the balance at the supplier is too low: selling has stopped, and paid orders wait",
    mend: "fill it up in the supplier's portal; orders that wait are bought by themselves until \
           their clocks run out",
    order_id: None,
};

/// What an answer to `create_order` means for all that is sold. `failed`: it was none, or one that
/// nobody knows; `probe`: selling had stopped.
pub(super) async fn heard(app: &App, reply: Reply, failed: bool, probe: bool) -> Result<(), Error> {
    let now = app.clock.now();
    if failed {
        return silence(app, now).await;
    }
    if probe || app.catalogue.sales_stopped().is_some() {
        answered(app, reply, now).await?;
    }
    if reply == Reply::LowBalance {
        if products::stop_sales(&app.db, BALANCE, now).await? {
            tracing::error!("sales stop: {BALANCE}");
        }
        let mut db = app.db.acquire().await?;
        alerts::raise(&mut db, &LOW, now).await?;
    }
    Ok(())
}

/// One more call came to nothing: enough of them stop selling, and one while a payment page might
/// open stops that.
async fn silence(app: &App, now: DateTime<Utc>) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    match breaker::lock(&mut tx).await? {
        Breaker::Closed if rules::opens(&breaker::latest(&mut tx).await?) => {
            breaker::open(&mut tx, now).await?;
            alerts::raise(&mut tx, &FAILING, now).await?;
        }
        Breaker::HalfOpen { .. } => breaker::set_half_open(&mut tx, false, now).await?,
        Breaker::Closed | Breaker::Open { .. } => return Ok(()),
    }
    tx.commit().await?;
    tracing::error!("sales stop: {SILENT}");
    products::stop_sales(&app.db, SILENT, now).await?;
    Ok(())
}

/// The supplier answers: whatever it says, it does. What it sold proves that the balance suffices,
/// too.
async fn answered(app: &App, reply: Reply, now: DateTime<Utc>) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let was_open = !breaker::lock(&mut tx).await?.is_closed();
    if was_open {
        breaker::close(&mut tx, now).await?;
        alerts::resolve(&mut tx, FAILING.kind, FAILING.subject, now).await?;
        jobs::expedite_lines(&mut tx, now).await?;
    }
    if reply == Reply::Complete {
        alerts::resolve(&mut tx, LOW.kind, LOW.subject, now).await?;
    }
    tx.commit().await?;
    let resumed = if reply == Reply::Complete {
        products::resume_sales(&app.db).await?
    } else {
        products::resume_sales_stopped_for(&app.db, SILENT).await?
    };
    if was_open || resumed {
        tracing::info!("the supplier answers again");
    }
    Ok(())
}

/// Whether a payment page may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sells {
    /// Yes.
    Yes,
    /// No.
    No,
    /// One, if the supplier has just answered a question; see [`take_turn`].
    Once,
}

/// Whether payment pages may open now.
pub(super) async fn sells(app: &App) -> Result<Sells, Error> {
    if app.catalogue.sales_stopped().is_some() {
        return Ok(Sells::No);
    }
    Ok(match breaker::load(&app.db).await? {
        Breaker::Closed => Sells::Yes,
        Breaker::Open { .. } => Sells::No,
        Breaker::HalfOpen { next_probe }
            if next_probe <= app.clock.now() && !jobs::any_line(&app.db).await? =>
        {
            Sells::Once
        }
        Breaker::HalfOpen { .. } => Sells::No,
    })
}

/// Takes the turn to find out whether the supplier sells again; `false` when another order or page
/// has it.
pub(super) async fn take_turn(app: &App) -> Result<bool, Error> {
    Ok(breaker::take_turn(&app.db, app.clock.now()).await?)
}

/// One round: sales that have stopped are told and, where that is possible, risked again; the
/// balance is read that the owner watches.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn watch(app: &App) -> Result<(), Error> {
    open_by_half(app).await?;
    let now = app.clock.now();
    let state = products::state(&app.db).await?;
    tell_by_hand(
        app,
        state.stopped_by_hand.as_ref().map(|(_, why)| why.as_str()),
        now,
    )
    .await?;
    let stopped = state.sales_stopped;
    if let Some((since, why)) = &stopped
        && why != SILENT
        && *since < now - RETRY_SALES
        && breaker::load(&app.db).await?.is_closed()
    {
        products::resume_sales(&app.db).await?;
    }
    tell_stopped(app, stopped.as_ref().map(|(_, why)| why.as_str()), now).await?;
    watch_balance(app, now).await
}

/// What still keeps the shop from selling after a person resumed it: since when, and why.
pub type StillStopped = Option<(DateTime<Utc>, String)>;

/// A person stops selling, beside whatever stops it by itself. What is paid already, and pages that
/// can be paid still, go on.
///
/// # Errors
/// The database's; nothing was stopped.
pub async fn stop_by_hand(app: &App, reason: &str, who: &str) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    products::stop_by_hand(&mut tx, who, reason, now).await?;
    audit::record(&mut tx, who, "sales stopped", Some(reason), now).await?;
    stand_by_hand(&mut tx, &format!("stopped by hand: {reason}"), now).await?;
    tx.commit().await?;
    tracing::warn!("sales stop, by hand");
    Ok(())
}

/// A person opens it again. A balance that was too short is risked at once; what the supplier's
/// silence stopped resumes with its answer. `None` when nobody had stopped it by hand and nothing
/// was risked again.
///
/// # Errors
/// The database's; nothing was resumed.
pub async fn resume_by_hand(app: &App, who: &str) -> Result<Option<StillStopped>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let by_hand = products::resume_by_hand(&mut tx).await?;
    alerts::resolve(&mut tx, AlertKind::SalesStopped, BY_HAND, now).await?;
    if by_hand {
        audit::record(&mut tx, who, "sales resumed", None, now).await?;
    }
    tx.commit().await?;
    let filled =
        breaker::load(&app.db).await?.is_closed() && products::resume_sales(&app.db).await?;
    if filled && !by_hand {
        audit::record(
            &mut *app.db.acquire().await?,
            who,
            "sales resumed",
            Some("after a short balance"),
            now,
        )
        .await?;
    }
    if filled {
        tell_stopped(app, None, now).await?;
    }
    if !by_hand && !filled {
        return Ok(None);
    }
    tracing::info!("sales resume, by hand");
    Ok(Some(products::state(&app.db).await?.sales_stopped))
}

/// Which alert of stopped sales is a person's.
const BY_HAND: &str = "by hand";

async fn stand_by_hand(db: &mut Connection, why: &str, now: DateTime<Utc>) -> Result<(), Error> {
    let what = format!("nothing is sold: {why}");
    let mend = "`esim-storefront sales resume` opens it again";
    let alert = Alert {
        kind: AlertKind::SalesStopped,
        subject: BY_HAND,
        what: &what,
        mend,
        order_id: None,
    };
    alerts::stand(db, &alert, now).await?;
    Ok(())
}

async fn tell_by_hand(app: &App, why: Option<&str>, now: DateTime<Utc>) -> Result<(), Error> {
    let mut db = app.db.acquire().await?;
    match why {
        Some(why) => stand_by_hand(&mut db, why, now).await,
        None => Ok(
            alerts::resolve(&mut db, AlertKind::SalesStopped, BY_HAND, now)
                .await
                .map(drop)?,
        ),
    }
}

/// No paid order waits that could find out, and the supplier answers a question: then a payment
/// page may.
async fn open_by_half(app: &App) -> Result<(), Error> {
    if !matches!(breaker::load(&app.db).await?, Breaker::Open { .. })
        || jobs::any_line(&app.db).await?
    {
        return Ok(());
    }
    let plan = app
        .catalogue
        .snapshot()
        .shelves()
        .find_map(|shelf| shelf.plans.first().cloned());
    let Some(plan) = plan else { return Ok(()) };
    if let Err(error) = app.supplier.product(&plan.product.id).await {
        tracing::info!(error.message = %error, "the supplier is still silent");
        return Ok(());
    }
    let mut db = app.db.acquire().await?;
    breaker::set_half_open(&mut db, true, app.clock.now()).await?;
    drop(db);
    products::resume_sales_stopped_for(&app.db, SILENT).await?;
    Ok(())
}

async fn tell_stopped(app: &App, why: Option<&str>, now: DateTime<Utc>) -> Result<(), Error> {
    let mut db = app.db.acquire().await?;
    let Some(why) = why else {
        alerts::resolve(&mut db, AlertKind::SalesStopped, "", now).await?;
        return Ok(());
    };
    let what = format!("nothing is sold: {why}");
    let mend = "see the alert beside this one; selling resumes by itself when its cause ends";
    let alert = Alert {
        kind: AlertKind::SalesStopped,
        subject: "",
        what: &what,
        mend,
        order_id: None,
    };
    alerts::stand(&mut db, &alert, now).await?;
    Ok(())
}

/// Reads the balance, as far as the supplier shows one, and warns before it is too low. That it
/// cannot be read is no fault.
async fn watch_balance(app: &App, now: DateTime<Utc>) -> Result<(), Error> {
    let Some(floor) = app.config.shop.owner.balance_floor.map(|floor| floor.0) else {
        return Ok(());
    };
    if cursors::read_time(&app.db, cursors::BALANCE)
        .await?
        .is_some_and(|at| at <= now && now - at < READ_BALANCE)
    {
        return Ok(());
    }
    let mut db = app.db.acquire().await?;
    cursors::write_time(&mut db, cursors::BALANCE, now).await?;
    drop(db);
    let told = match app.supplier.profile().await {
        Ok(told) => told.unwrap_or_default(),
        Err(error) => {
            tracing::info!(error.message = %error, "the supplier does not show the balance");
            return Ok(());
        }
    };
    let balance = told
        .iter()
        .find(|(name, _)| name.to_ascii_lowercase().contains("balance"))
        .map(|(_, balance)| *balance);
    let Some(balance) = balance else {
        return Ok(());
    };
    let mut db = app.db.acquire().await?;
    cursors::write(&mut db, cursors::BALANCE_TOLD, &balance.to_string()).await?;
    cursors::write_time(&mut db, cursors::BALANCE_TOLD_AT, now).await?;
    warn(&mut db, balance, floor, now).await
}

async fn warn(
    db: &mut Connection,
    balance: rust_decimal::Decimal,
    floor: rust_decimal::Decimal,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if balance >= floor {
        alerts::resolve(db, AlertKind::LowBalance, FLOOR, now).await?;
        return Ok(());
    }
    let what =
        format!("the balance at the supplier is {balance}, below [owner] balance_floor ({floor})");
    let mend = "fill it up in the supplier's portal before orders have to wait";
    let alert = Alert {
        kind: AlertKind::LowBalance,
        subject: FLOOR,
        what: &what,
        mend,
        order_id: None,
    };
    alerts::raise(db, &alert, now).await?;
    Ok(())
}

/// Which of the two low balances: the one that the owner wants to be warned of.
const FLOOR: &str = "floor";
