//! What is left on an eSIM: read from the supplier, kept, and its news told. A page that asks never
//! waits long and never fails for it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tracing::Instrument;

use super::codes::{self, Kept};
use super::{Error, mail_queue};
use crate::app::App;
use crate::db::esims::{self, Owner};
use crate::db::history::{self, Actor, Entry};
use crate::db::packages::{self, Before, OwnedPackage, Shown};
use crate::db::{self, Connection, supplier_events};
use crate::esimfx::{self, SupplierOrder};
use domain::esim::{self, EsimStatus};
use domain::history::EventKind;
use domain::nameless::{Marks, recognise};
use domain::package::{News, Package, PackageStatus, news};

/// What was read less than this long ago is shown as it is; so is what was asked for and not
/// answered.
pub const FRESH: TimeDelta = TimeDelta::seconds(60);
/// The longest that a page waits for the supplier.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Brings what is known of an eSIM up to date, if it is older than a minute, and waits a second and
/// a half for it at most. An answer that comes later is kept for the next look. The supplier's
/// trouble is nobody's here: the last known figures stand.
///
/// # Errors
/// The database's.
pub async fn look(app: &App, iccid: &str) -> Result<(), db::Error> {
    let now = app.clock.now();
    if !esims::take_turn(&app.db, iccid, now - FRESH, now).await? {
        return Ok(());
    }
    let (app, iccid) = (app.clone(), iccid.to_owned());
    let reading = tokio::spawn(
        async move {
        if let Err(error) = read(&app, &iccid).await {
            tracing::warn!(esim.iccid_ends = esim::ending(&iccid), error.message = %error, "the supplier did not show an eSIM; its last figures stand");
        }
    }.in_current_span());
    // Dropping the handle does not end the reading.
    tokio::time::timeout(PATIENCE, reading).await.ok();
    Ok(())
}

/// Reads an eSIM and its packages from the supplier, keeps what it shows, and tells its news. Of an
/// eSIM that is not ours, nothing.
///
/// # Errors
/// [`Error`]; nothing is changed.
pub async fn read(app: &App, iccid: &str) -> Result<(), Error> {
    let Some(owner) = esims::owner_of(&app.db, iccid).await? else {
        return Ok(());
    };
    let (esim, mut orders) = tokio::try_join!(
        app.supplier.esim_status(iccid),
        app.supplier.esim_orders(iccid)
    )?;
    name(app, iccid, &mut orders).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    keep_esim(app, &mut tx, &owner, &esim, (iccid, now)).await?;
    for order in &orders {
        if let Some(shown) = shown(order) {
            match packages::store(&mut tx, iccid, &shown, now).await? {
                Before::Status(before) => {
                    note_change(&mut tx, &owner, &shown, before.as_deref(), now).await?
                }
                Before::Anothers => {
                    tracing::warn!(
                        esim.iccid_ends = esim::ending(iccid),
                        "the supplier lists another eSIM's package with this one; it is left out"
                    )
                }
            }
        }
    }
    esims::packages_seen(&mut tx, iccid, now).await?;
    tx.commit().await?;
    tell(app, iccid, &owner, now).await
}

/// Finds the ids that the supplier's list leaves out.
async fn name(app: &App, iccid: &str, orders: &mut [SupplierOrder]) -> Result<(), db::Error> {
    if orders.iter().all(|order| order.id.is_some()) {
        return Ok(());
    }
    let known = packages::marks(&app.db, iccid).await?;
    let listed: Vec<Marks> = orders
        .iter()
        .map(|o| Marks {
            id: o.id.clone(),
            product_id: o.product_id.clone(),
            made_at: o.created_at,
        })
        .collect();
    for (order, place) in orders.iter_mut().zip(recognise(&listed, &known)) {
        if let (None, Some(place)) = (&order.id, place) {
            order.id.clone_from(&known[place].id);
        }
    }
    Ok(())
}

/// As a package's figures are stored; none without the supplier's order id.
pub(super) fn shown(order: &SupplierOrder) -> Option<Shown<'_>> {
    let package = &order.subscription;
    Some(Shown {
        supplier_order_id: order.id.as_deref()?,
        product_id: order.product_id.as_deref(),
        status: package.status.as_deref(),
        allowance: package.upper_limit,
        used: package.used,
        unit: package.unit.as_deref(),
        started_at: package.activation_time,
        ends_at: package.expiry,
        start_by: package.activate_by,
        bought_at: order.created_at,
    })
}

async fn keep_esim(
    app: &App,
    tx: &mut Connection,
    owner: &Owner,
    esim: &esimfx::EsimStatus,
    (iccid, now): (&str, DateTime<Utc>),
) -> Result<(), db::Error> {
    if let Some(status) = &esim.status {
        let before = esims::set_status(tx, iccid, status, now).await?;
        if before.as_deref().map(EsimStatus::parse) != Some(EsimStatus::parse(status)) {
            record_event(tx, owner, EventKind::EsimStatus, Some(status), now).await?;
        }
    }
    // A profile that was made anew has another code; one that cannot be read is none.
    if let Some(code) = esim.code.this()
        && codes::keep(app, tx, iccid, code).await? == Kept::Renewed
    {
        record_event(tx, owner, EventKind::CodeRenewed, None, now).await?;
    }
    Ok(())
}

/// A package's step from one state to the next, in its order's history.
async fn note_change(
    tx: &mut Connection,
    owner: &Owner,
    shown: &Shown<'_>,
    before: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let Some(status) = shown
        .status
        .map(PackageStatus::parse)
        .filter(|s| before.map(PackageStatus::parse).as_ref() != Some(s))
    else {
        return Ok(());
    };
    let event = match status {
        PackageStatus::Pending => return Ok(()),
        PackageStatus::Active => EventKind::PackageStarted,
        PackageStatus::Expired => EventKind::PackageOver,
        PackageStatus::Terminated => EventKind::PackageEnded,
        PackageStatus::Other(_) => EventKind::PackageStatus,
    };
    let line = db::supplier_orders::order_of(&mut *tx, shown.supplier_order_id).await?;
    let (order_id, line_id) = line
        .map_or((owner.order_id, Some(owner.line_id)), |(order, line)| {
            (order, Some(line))
        });
    let entry = Entry {
        order_id,
        line_id,
        event,
        detail: shown.status,
        actor: Actor::Supplier,
    };
    history::record_event(tx, &entry, now).await
}

async fn record_event(
    tx: &mut Connection,
    owner: &Owner,
    event: EventKind,
    detail: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let entry = Entry {
        order_id: owner.order_id,
        line_id: Some(owner.line_id),
        event,
        detail,
        actor: Actor::Supplier,
    };
    history::record_event(tx, &entry, now).await
}

/// Queues the mails that an eSIM's packages deserve now, each once however often it is seen.
async fn tell(app: &App, iccid: &str, owner: &Owner, now: DateTime<Utc>) -> Result<(), Error> {
    let all = packages::of_esim(&app.db, iccid).await?;
    for (at, owned) in all.iter().enumerate() {
        let others: Vec<&Package> = all
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, o)| &o.package)
            .collect();
        if let Some(told) = news_of(owned, &others, now) {
            mail_queue::news(app, owner, owned, told, now).await?;
        }
    }
    Ok(())
}

/// The news of a package that was bought here and not given back.
fn news_of(owned: &OwnedPackage, others: &[&Package], now: DateTime<Utc>) -> Option<News> {
    let line = owned.line.as_ref()?;
    if line
        .cancellation
        .as_ref()
        .is_some_and(|c| c.state != db::cancellations::CancelState::Kept)
    {
        return None;
    }
    news(&owned.package, !line.topup, others, now)
}

/// For how long a webhook's eSIM is asked about again when the supplier does not show it.
const GIVE_UP: TimeDelta = TimeDelta::hours(24);

/// Hears a stored delivery of the supplier: its eSIM is read back, as a webhook is only a hint. One
/// about nobody's eSIM is kept and ignored.
///
/// # Errors
/// [`Error`]; heard again later.
pub async fn handle_event(app: &App, event_id: uuid::Uuid) -> Result<super::JobOutcome, Error> {
    let effect = match supplier_events::about(&app.db, event_id).await? {
        None => "not about an eSIM of ours",
        Some(about) => match read(app, &about.iccid).await {
            Ok(()) => "read back",
            Err(Error::Supplier(error)) if app.clock.now() - about.received_at > GIVE_UP => {
                tracing::warn!(esim.iccid_ends = esim::ending(&about.iccid), error.message = %error, "the supplier told of an eSIM and did not show it for a day");
                "could not be read back"
            }
            Err(error) => return Err(error),
        },
    };
    let mut db = app.db.acquire().await?;
    supplier_events::processed(&mut db, event_id, effect, app.clock.now()).await?;
    Ok(super::JobOutcome::Done)
}
