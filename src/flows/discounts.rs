//! Discount codes: whether one fits an order, and the use that is reserved with it. Freeing and
//! using follow the order's payment by trigger.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::checkout::{CheckoutError, CheckoutRequest};
use super::{Error, payment};
use crate::app::App;
use crate::catalogue::Plan;
use crate::db::audit;
use crate::db::checkout_sessions::{self, OpenSession};
use crate::db::discounts::{self, Taken};
use crate::db::history::{self, Actor, Entry};
use crate::db::orders::{NewOrder, Order};
use crate::db::{self, Connection};
use domain::discount::{Code, Name, Part, Reduced, Unfit};
use domain::email::EmailAddress;
use domain::history::EventKind;

/// A code with what it takes off an order.
#[derive(Debug, Clone)]
pub struct Discount {
    /// The code.
    pub code: Code,
    /// What it takes off.
    pub reduced: Reduced,
}

/// What a code leaves of the price of so many of each of these plans, by the code alone.
///
/// # Errors
/// [`Unfit`]
pub fn reduce(app: &App, code: &Code, plans: &[(&Plan, i64)]) -> Result<Reduced, Unfit> {
    let snapshot = app.catalogue.snapshot();
    let mut parts = Vec::with_capacity(plans.len());
    for (plan, quantity) in plans {
        // What is not known to cost less has no room.
        let cost = snapshot
            .prices
            .added(&plan.product, *quantity)
            .or_else(|| plan.price.times(*quantity))
            .ok_or(Unfit::Lowest)?;
        parts.push(Part {
            product_id: &plan.product.id,
            unit: plan.price,
            quantity: *quantity,
            cost,
        });
    }
    code.fits(&parts, app.clock.now())?;
    let products: Vec<_> = plans
        .iter()
        .map(|(plan, quantity)| (&plan.product, *quantity))
        .collect();
    let least = snapshot.prices.least(&products).ok_or(Unfit::Lowest)?;
    code.reduce(&parts, least).ok_or(Unfit::Lowest)
}

/// The code of that name; whether a use of it is left is asked as well, for whoever looks at a
/// price.
///
/// # Errors
/// The database's.
pub async fn look_up(app: &App, name: &Name) -> Result<Result<Code, Unfit>, db::Error> {
    let Some(code) = discounts::find(&app.db, name).await? else {
        return Ok(Err(Unfit::Unknown));
    };
    let taken = discounts::taken(&app.db, name, app.config.stripe.livemode(), &[]).await?;
    // What is only reserved may be this visitor's own, or be freed again: the checkout decides.
    Ok(if code.uses.is_some_and(|uses| taken.paid >= uses) {
        Err(Unfit::Spent)
    } else {
        Ok(code)
    })
}

fn is_spent(code: &Code, taken: Taken) -> bool {
    code.uses.is_some_and(|uses| taken.others >= uses)
}

/// What the code of a wish takes off; `None` without a code.
pub(super) async fn of_wish(
    app: &App,
    wish: &CheckoutRequest,
    plans: &[(&Plan, i64)],
) -> Result<Option<Discount>, CheckoutError> {
    let Some(name) = &wish.code else {
        return Ok(None);
    };
    let code = discounts::find(&app.db, name)
        .await?
        .ok_or(CheckoutError::Code(Unfit::Unknown))?;
    let reduced = reduce(app, &code, plans).map_err(CheckoutError::Code)?;
    if code.first_order {
        let email = wish.signed_in.as_ref().map(EmailAddress::expose);
        let livemode = app.config.stripe.livemode();
        if discounts::paid_before(&app.db, &wish.buyer_hash, email, livemode, None)
            .await?
            .is_some()
        {
            return Err(CheckoutError::Code(Unfit::NotFirst));
        }
    }
    Ok(Some(Discount { code, reduced }))
}

/// The codes of a buyer's open pages.
pub(super) async fn of_pages(
    app: &App,
    open: &[OpenSession],
) -> Result<HashMap<Uuid, Name>, db::Error> {
    if open.is_empty() {
        return Ok(HashMap::new());
    }
    let orders: Vec<Uuid> = open.iter().map(|page| page.order_id).collect();
    Ok(discounts::of_orders(&app.db, &orders)
        .await?
        .into_iter()
        .collect())
}

/// Whether a use is left for this buyer, what they have reserved themselves aside.
pub(super) async fn may_use(
    app: &App,
    discount: &Discount,
    buyer_hash: &[u8],
) -> Result<(), CheckoutError> {
    let taken = discounts::taken(
        &app.db,
        &discount.code.name,
        app.config.stripe.livemode(),
        buyer_hash,
    )
    .await?;
    if is_spent(&discount.code, taken) {
        Err(CheckoutError::Code(Unfit::Spent))
    } else {
        Ok(())
    }
}

/// A buyer has one reserved use of a code: another page of theirs with it is closed, unless it is
/// being paid. The orders whose pages were closed.
pub(super) async fn make_room(
    app: &App,
    discount: &Discount,
    buyer_hash: &[u8],
    basket: &[u8],
    until: DateTime<Utc>,
) -> Result<Vec<Uuid>, CheckoutError> {
    let (name, livemode) = (&discount.code.name, app.config.stripe.livemode());
    let reserved =
        discounts::reserved_by(&app.db, name, livemode, buyer_hash, basket, until).await?;
    for order_id in reserved.iter().copied() {
        if let Some(session_id) = checkout_sessions::of_order(&app.db, order_id)
            .await?
            .and_then(|page| page.session_id)
            && let Err(error) = app.till.expire_session(&session_id).await
        {
            tracing::info!(error.message = %error, "a payment page with the same code could not be \
                                                    closed");
        }
        // What is closed, or had run out, is read; what was paid meanwhile keeps its use.
        payment::look_now(app, order_id).await?;
    }
    match discounts::reserved_by(&app.db, name, livemode, buyer_hash, basket, until)
        .await?
        .is_empty()
    {
        true => Ok(reserved),
        false => Err(CheckoutError::Code(Unfit::InUse)),
    }
}

/// Reserves a use with the order that is being written.
pub(super) async fn reserve(
    tx: &mut Connection,
    order: &NewOrder<'_>,
    discount: &Discount,
    now: DateTime<Utc>,
) -> Result<(), CheckoutError> {
    let name = &discount.code.name;
    let code = discounts::lock(tx, name)
        .await?
        .ok_or(CheckoutError::Code(Unfit::Unknown))?;
    if code.ended {
        return Err(CheckoutError::Code(Unfit::Over));
    }
    let taken = discounts::taken(&mut *tx, name, order.livemode, order.buyer_hash).await?;
    if taken.mine > 0 {
        return Err(CheckoutError::Code(Unfit::InUse));
    }
    if is_spent(&code, taken) {
        return Err(CheckoutError::Code(Unfit::Spent));
    }
    discounts::reserve(
        tx,
        order.id,
        name,
        order.livemode,
        discount.reduced.discount().minor,
        now,
    )
    .await?;
    let detail = format!("{}: {} off", name.as_str(), discount.reduced.discount());
    history::record_event(
        tx,
        &Entry {
            order_id: order.id,
            line_id: None,
            event: EventKind::CodeUsed,
            detail: Some(&detail),
            actor: Actor::Traveller,
        },
        now,
    )
    .await?;
    Ok(())
}

/// A code for first orders, paid by somebody who has paid before: that shows only now, by the
/// address. The price stands; it is remarked.
pub(super) async fn look_at_capture(
    tx: &mut Connection,
    order: &Order,
    email: Option<&EmailAddress>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(code) = discounts::for_first_orders(tx, order.id).await? else {
        return Ok(());
    };
    let buyer = discounts::buyer_of(tx, order.id).await?;
    let earlier = discounts::paid_before(
        &mut *tx,
        &buyer,
        email.map(EmailAddress::expose),
        order.livemode,
        Some(order.id),
    )
    .await?;
    let Some(earlier) = earlier else {
        return Ok(());
    };
    // Which order that was stands in the history only, which goes when the buyer is forgotten.
    discounts::remark(
        tx,
        order.id,
        "for first orders, and the buyer had paid before",
    )
    .await?;
    let words = format!("{code} is for first orders, and the buyer has paid {earlier}");
    let entry = Entry {
        order_id: order.id,
        line_id: None,
        event: EventKind::CodeNotFirst,
        detail: Some(&words),
        actor: Actor::Worker,
    };
    history::record_event(tx, &entry, now)
        .await
        .map_err(Error::from)
}

/// Makes a code; `false` when the name was used before.
///
/// # Errors
/// The database's; nothing was written.
pub async fn create(app: &App, code: &Code, told: &str, who: &str) -> Result<bool, db::Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !discounts::insert(&mut tx, code, app.config.shop.shop.currency, now).await? {
        return Ok(false);
    }
    audit::record(&mut tx, who, "code created", Some(told), now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends a code; `false` when there is none of that name, or it has ended. Open payment pages keep
/// their price.
///
/// # Errors
/// The database's; nothing was written.
pub async fn end(app: &App, name: &Name, who: &str) -> Result<bool, db::Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !discounts::end(&mut tx, name, now).await? {
        return Ok(false);
    }
    audit::record(&mut tx, who, "code ended", Some(name.as_str()), now).await?;
    tx.commit().await?;
    Ok(true)
}
