//! What the supplier sold, kept with the line it was sold for.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::parts;
use crate::app::App;
use crate::db::lines::{self, Line};
use crate::db::orders::{self, Order};
use crate::db::supplier_orders::{self, Said};
use crate::db::{Connection, esims, jobs, packages};
use crate::esimfx::SupplierOrder;
use crate::flows::{Error, codes, usage};
use domain::esim::{self, Iccid};
use domain::job::Job;
use domain::line::Parts;

/// Keeps the first order that the supplier named for a line. Why a person must look, when the
/// answer names what is another line's, or another order under the same key. What another line owns
/// is not touched.
pub(super) async fn remember(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<Option<&'static str>, Error> {
    let wrong = wrong_esim(tx, line, sold).await?;
    let Some(id) = &sold.id else { return Ok(wrong) };
    let second = line
        .supplier_order_id
        .as_ref()
        .is_some_and(|known| known != id);
    if !supplier_orders::store(
        tx,
        line,
        id,
        &said(line, sold, wrong.is_some()),
        second,
        now,
    )
    .await?
    {
        return Ok(Some("the supplier named an order that is another line's"));
    }
    if !second {
        return Ok(wrong);
    }
    let why = "the supplier named two orders for one key";
    tracing::error!(order.number = %order.number, "{why}");
    orders::flag(tx, order.id, why).await?;
    jobs::enqueue(tx, &Job::Terminate(id.clone()), now, now).await?;
    Ok(wrong.or(Some(why)))
}

/// Why what was sold is shown to nobody: somebody else's eSIM, or a top-up of another eSIM than was
/// paid for.
async fn wrong_esim(
    tx: &mut Connection,
    line: &Line,
    sold: &SupplierOrder,
) -> Result<Option<&'static str>, Error> {
    let Some(iccid) = sold.iccid.this() else {
        return Ok(None);
    };
    Ok(match &line.target_iccid {
        Some(wanted) if !iccid.is_of_the_card(wanted) => {
            Some("the supplier topped up another eSIM than was paid for")
        }
        None if supplier_orders::is_anothers(tx, line.id, iccid.digits()).await? => {
            Some("the supplier sold an eSIM that is somebody else's")
        }
        _ => None,
    })
}

/// Hands it over: eSIM, outcome and history together.
pub(super) async fn deliver(
    app: &App,
    tx: &mut Connection,
    line: &Line,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    lines::deliver(tx, line, now).await?;
    let number = sold.iccid.this().map(Iccid::digits);
    if let (None, Some(iccid), Some(code)) =
        (&line.target_iccid, sold.iccid.this(), sold.code.this())
    {
        if iccid.is_unusually_long() {
            tracing::warn!(
                esim.iccid_ends = esim::ending(iccid.digits()),
                "an eSIM's number has more digits than the standard allows"
            );
        }
        let id = Uuid::now_v7();
        let sealed = codes::seal(app, id, code);
        let esim = esims::NewEsim {
            id,
            iccid: iccid.digits(),
            line_id: line.id,
            activation_code: &sealed.code,
            code_as_received: sealed.as_received.as_ref(),
            apn: sold.apn.as_deref(),
            status: sold.esim_status.as_deref(),
        };
        esims::insert(tx, &esim, now).await?;
    }
    if let (Some(shown), Some(iccid)) =
        (usage::shown(sold), line.target_iccid.as_deref().or(number))
    {
        packages::bought(tx, iccid, &shown, now).await?;
    }
    Ok(())
}

/// An answer after the outcome: what it sold and nobody will get is ended at the supplier. What is
/// another line's stays.
pub(super) async fn come_too_late(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(id) = &sold.id else { return Ok(()) };
    if line.supplier_order_id.as_ref() == Some(id) {
        return Ok(());
    }
    let wrong = wrong_esim(tx, line, sold).await?.is_some();
    if supplier_orders::store(tx, line, id, &said(line, sold, wrong), true, now).await? {
        tracing::warn!(line.id = %line.id, "the supplier's answer came after the line's outcome; \
                                            what it sold is ended");
        jobs::enqueue(tx, &Job::Terminate(id.clone()), now, now).await?;
    } else {
        tracing::error!(line.id = %line.id, "the supplier's answer came after the line's outcome \
                                             and names another line's order; nothing is ended");
        orders::flag(
            tx,
            order.id,
            "the supplier named an order that is another line's",
        )
        .await?;
    }
    Ok(())
}

/// `anothers`: the eSIM is not this line's, whatever the supplier says, so its number is not kept
/// with the line.
pub(super) fn said<'a>(line: &Line, sold: &'a SupplierOrder, anothers: bool) -> Said<'a> {
    let package = &sold.subscription;
    Said {
        iccid: sold.iccid.this().map(Iccid::digits).filter(|_| !anothers),
        status: package.status.as_deref().or(sold.status.as_deref()),
        activate_by: package.activate_by,
        expiry: package.expiry,
        external_id: package.external_id.as_deref(),
        unreadable: parts(line, sold) == Parts::Unreadable,
        anothers,
        raw: sold.raw.as_ref(),
    }
}
