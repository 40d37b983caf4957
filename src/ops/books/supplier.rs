//! What was bought at the supplier, beside what the supplier says of it: asked for one by one, a
//! few at once.

use futures_util::{StreamExt, stream};
use uuid::Uuid;

use crate::app::App;
use crate::db::{self, verify};
use crate::esimfx::Error;
use domain::books::{self, Finding, OurPurchase, TheirPurchase};

/// How many are asked for at once: the supplier has travellers to serve.
const AT_ONCE: usize = 8;

/// Asks for everything that was bought for these orders. How many were asked for, and what differs.
pub async fn compare(app: &App, orders: &[Uuid]) -> Result<(usize, Vec<Finding>), db::Error> {
    let bought = verify::purchases(&app.db, orders).await?;
    // What was bought for nobody and has not ended is told by our own books.
    let asked: Vec<_> = bought
        .iter()
        .filter(|ours| ours.ended || !ours.orphan)
        .collect();
    let answers: Vec<_> = stream::iter(asked.iter().map(|ours| one(app, ours)))
        .buffered(AT_ONCE)
        .collect()
        .await;
    let mut found = Vec::new();
    for answer in answers {
        found.extend(answer?);
    }
    for (order, id) in verify::foreign_packages(&app.db, orders).await? {
        let what =
            format!("order {id} at the supplier is on its eSIM, and no line of ours bought it");
        found.push(Finding::mismatch(
            &order,
            what,
            "was a backup restored, or was it added in the supplier's portal?",
        ));
    }
    Ok((asked.len(), found))
}

async fn one(app: &App, ours: &OurPurchase) -> Result<Option<Finding>, db::Error> {
    let theirs = match app.supplier.order(&ours.supplier_order_id).await {
        Ok(order) if !order.is(&ours.supplier_order_id) => {
            let what = format!(
                "line {}: the supplier answers with another order than {}",
                ours.position, ours.supplier_order_id
            );
            return Ok(Some(Finding::unanswered(&ours.order_number, what)));
        }
        Ok(order) => {
            let iccid = order.iccid.this().map(|iccid| iccid.digits().to_owned());
            TheirPurchase {
                status: order.status,
                package: order.subscription.status,
                iccid,
            }
        }
        Err(error) => return Ok(Some(unanswered(ours, &error))),
    };
    if books::purchase(ours, &theirs).is_none() {
        return Ok(None);
    }
    // Something may have become of it while the supplier was asked.
    let Some(order_id) = verify::order_of_purchase(&app.db, &ours.supplier_order_id).await? else {
        return Ok(None);
    };
    let now = verify::purchases(&app.db, &[order_id]).await?;
    Ok(now
        .iter()
        .find(|p| p.supplier_order_id == ours.supplier_order_id)
        .and_then(|ours| books::purchase(ours, &theirs)))
}

fn unanswered(ours: &OurPurchase, error: &Error) -> Finding {
    let line = format!(
        "line {}, order {} at the supplier",
        ours.position, ours.supplier_order_id
    );
    match error.code() {
        Some(_) => Finding::mismatch(
            &ours.order_number,
            format!("{line}: the supplier does not show it: {error}"),
            "ask the supplier",
        ),
        None => Finding::unanswered(&ours.order_number, format!("{line}: {error}")),
    }
}
