//! Buying begins: order, lines and keys are committed before Stripe is asked for a payment page.
//! Nothing is ordered from the supplier here.

mod page;
mod request;

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use uuid::Uuid;

use super::cart::Cart;
use super::recovery::{self, Doors};
use super::selling::{self, Sells};
use super::{Error, alerts, discounts, payment};
use crate::app::App;
use crate::db::checkout_sessions::{self, CheckoutSession};
use crate::db::consents::{self, Consent};
use crate::db::history::{self, Actor, Entry};
use crate::db::orders::{self, NewOrder, Order};
use crate::db::{self, jobs, lines, partner_orders, rate_limits, shop};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::shop::TaxKind;
use crate::stripe;
use domain::history::EventKind;
use domain::job::{Job, Lane};
use domain::money::Money;
use domain::order::OrderKind;
use domain::product::Product;
use page::{close_oldest, page_of_the_other_press, page_parameters};

pub use page::open_page;
pub use request::{CheckoutError, CheckoutRequest, Unsold, Wanted, choice_query};

/// How long a payment page can be paid: Stripe's least is 30 minutes from its own clock.
const PAGE_LIFE: TimeDelta = TimeDelta::minutes(31);
/// A page that ends sooner is not handed out again.
const LEAST_LEFT: TimeDelta = TimeDelta::minutes(2);
/// Payment pages one buyer may have open.
const MOST_OPEN: usize = 3;
/// A silent supplier is trusted to sell at the price of a catalogue not older than this.
const CATALOGUE_SERVES: TimeDelta = TimeDelta::days(1);

/// So many eSIMs of one plan an order holds.
pub const MOST_OF_A_PLAN: i32 = 9;
/// So many plans.
pub const MOST_PLANS: usize = 9;
/// So many eSIMs in all.
pub const MOST_LINES: i32 = 36;

/// Opens a payment page for a wish, or finds the one that is open, and answers with its address.
///
/// # Errors
/// [`CheckoutError`]
pub async fn check_out(app: &App, wish: &CheckoutRequest) -> Result<String, CheckoutError> {
    let snapshot = Arc::clone(&app.catalogue.snapshot());
    let (mut plans, mut unsold) = (Vec::new(), Vec::new());
    for wanted in &wish.plans {
        match snapshot.plan(&wanted.product_id) {
            None if wish.plans.len() == 1 => return Err(CheckoutError::Unknown),
            None => unsold.push((wanted.product_id.clone(), Unsold::Gone)),
            Some(plan) if wanted.shown.is_some_and(|shown| shown != plan.price.minor) => {
                unsold.push((wanted.product_id.clone(), Unsold::Dearer));
            }
            Some(plan) => plans.push((&**plan, i64::from(wanted.quantity))),
        }
    }
    if !unsold.is_empty() {
        return Err(CheckoutError::Unsold(unsold));
    }
    let discount = discounts::of_wish(app, wish, &plans).await?;
    let cart = Cart {
        plans,
        discount: discount.as_ref(),
        via: wish.via.as_ref(),
        target_iccid: None,
        email: None,
        cancel_url: wish.turned_back(app),
        buyer_hash: &wish.buyer_hash,
        locale: &wish.locale,
    };
    open(app, &cart).await
}

/// The buyer's open payment page for this very cart, or a new one; its address.
pub(super) async fn open(app: &App, cart: &Cart<'_>) -> Result<String, CheckoutError> {
    let sells = selling::sells(app).await?;
    if sells == Sells::No {
        return Err(CheckoutError::Stopped);
    }
    let total = cart.total().ok_or(CheckoutError::Unknown)?;
    let mut open = checkout_sessions::open_of(
        &app.db,
        cart.buyer_hash,
        app.config.stripe.livemode(),
        app.clock.now() + LEAST_LEFT,
    )
    .await?;
    let with_codes = discounts::of_pages(app, &open).await?;
    let code = cart.discount.map(|discount| &discount.code.name);
    if let Some(same) = open
        .iter()
        .find(|page| cart.is_on(page, total) && with_codes.get(&page.order_id) == code)
    {
        return page_of_the_other_press(app, same.order_id).await;
    }
    if let Some(discount) = cart.discount {
        discounts::may_use(app, discount, cart.buyer_hash).await?;
    }
    within_the_shops_limit(app).await?;
    // A top-up's offer has been read from the supplier this moment.
    if cart.target_iccid.is_none() {
        confirm(app, cart, sells).await?;
    }
    within_open_doors(app, sells).await?;
    if let Some(discount) = cart.discount {
        let closed = discounts::make_room(
            app,
            discount,
            cart.buyer_hash,
            &cart.hash(total),
            app.clock.now() + LEAST_LEFT,
        )
        .await?;
        // What has just been closed needs no room.
        open.retain(|page| !closed.contains(&page.order_id));
    }
    close_oldest(app, &open).await?;
    place_and_open(app, cart, total).await
}

/// Places the order and opens its page. Where another press of the same button was faster, its page
/// is the answer.
async fn place_and_open(app: &App, cart: &Cart<'_>, total: Money) -> Result<String, CheckoutError> {
    match place(app, cart, total).await? {
        Some(order) => match open_page(app, &order).await {
            Err(Error::Till(error @ stripe::Error::Refused { .. })) => {
                payment::page_refused(app, &order).await?;
                Err(Error::Till(error).into())
            }
            answer => Ok(answer?),
        },
        None => {
            let other = checkout_sessions::order_by_basket(&app.db, &cart.hash(total)).await?;
            page_of_the_other_press(
                app,
                other.ok_or(Error::NotYet("the page of another press has just closed"))?,
            )
            .await
        }
    }
}

/// Nothing is sold while a restored shop reads what it has forgotten, nor a second time where only
/// one may try.
async fn within_open_doors(app: &App, sells: Sells) -> Result<(), CheckoutError> {
    match recovery::doors(app).await? {
        Doors::Open => {}
        Doors::NumbersUnknown => {
            return Err(CheckoutError::Failed(Error::NotYet(
                "the numbers of earlier orders are still being read from Stripe",
            )));
        }
        Doors::Shut => return Err(CheckoutError::Stopped),
    }
    if sells == Sells::Once && !selling::take_turn(app).await? {
        return Err(CheckoutError::Stopped);
    }
    Ok(())
}

/// Counts one more payment page in this minute. Too many are the owner's concern: somebody plays
/// with the shop, or it has become a big one.
async fn within_the_shops_limit(app: &App) -> Result<(), CheckoutError> {
    let (limit, now) = (app.config.shop.limits.in_all(), app.clock.now());
    if rate_limits::take(
        &app.db,
        "checkouts",
        std::time::Duration::from_secs(60),
        limit,
        now,
    )
    .await?
    {
        return Ok(());
    }
    alerts::checkout_flood(app, limit).await?;
    Err(CheckoutError::Flood)
}

/// Asks the supplier whether it still sells each of these at a price that ours covers. Silence is
/// bridged by a young catalogue while selling is sure.
async fn confirm(app: &App, cart: &Cart<'_>, sells: Sells) -> Result<(), CheckoutError> {
    let asked = cart
        .plans
        .iter()
        .map(|(plan, _)| async { (*plan, app.supplier.product(&plan.product.id).await) });
    let (mut unsold, mut silent) = (Vec::new(), false);
    for (plan, answer) in join_all(asked).await {
        // What a code leaves is reckoned from the cost on our shelf, so that must still be right.
        let covered = |product: &Product| match cart.discount {
            Some(_) => {
                product.cost_currency == plan.product.cost_currency
                    && product.cost <= plan.product.cost
            }
            None => app.catalogue.covers(plan, product),
        };
        match answer {
            Ok(Some(product)) if !covered(&product) => {
                unsold.push((plan.product.id.clone(), Unsold::Dearer))
            }
            Ok(Some(_)) => {}
            Ok(None) => unsold.push((plan.product.id.clone(), Unsold::Gone)),
            Err(error) => {
                tracing::warn!(product.id = %plan.product.id, error.message = %error, "the supplier did not confirm a product");
                silent = true;
            }
        }
    }
    if !unsold.is_empty() {
        expedite_sync(app).await?;
        return Err(CheckoutError::Unsold(unsold));
    }
    let young = || {
        sells == Sells::Yes
            && app
                .catalogue
                .synced_at()
                .is_some_and(|at| app.clock.now() - at < CATALOGUE_SERVES)
    };
    if !silent || young() {
        Ok(())
    } else {
        Err(CheckoutError::Stopped)
    }
}

async fn expedite_sync(app: &App) -> Result<(), CheckoutError> {
    let now = app.clock.now();
    Ok(jobs::expedite(&app.db, &Job::SyncCatalogue, now + TimeDelta::days(1), now).await?)
}

/// Commits the order with its lines, their keys, its payment page's exact parameters, and the job
/// that looks after it. `None`, and nothing is written, when the buyer has a page for this very
/// cart.
async fn place(app: &App, cart: &Cart<'_>, total: Money) -> Result<Option<Order>, CheckoutError> {
    let now = app.clock.now();
    let id = Uuid::now_v7();
    let token = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 24]>());
    let order = NewOrder {
        id,
        token: &token,
        buyer_hash: cart.buyer_hash,
        kind: if cart.target_iccid.is_some() {
            OrderKind::Topup
        } else {
            OrderKind::New
        },
        locale: cart.locale,
        email: cart.email,
        total,
        livemode: app.config.stripe.livemode(),
    };
    let success_url = success_url(app, cart, &token);
    let mut tx = app.db.begin().await?;
    let number = orders::insert(&mut tx, &order, now).await?;
    let description = format!("{} {number}", shop::mark(&mut *tx).await?);
    let automatic_tax = app.config.shop.tax.kind == TaxKind::Stripe;
    let page = CheckoutSession {
        automatic_tax,
        ..page_parameters(id, success_url, &cart.cancel_url, description, now)
    };
    if !checkout_sessions::insert(&mut tx, &page, &cart.hash(total), now + LEAST_LEFT, now).await? {
        return Ok(None);
    }
    insert_lines(&mut tx, id, cart, now).await?;
    if let Some(discount) = cart.discount {
        discounts::reserve(&mut tx, &order, discount, now).await?;
    }
    if let Some(via) = cart.via {
        partner_orders::insert(&mut tx, id, via).await?;
    }
    consents::insert(&mut tx, id, &consent(app, cart, now)).await?;
    let entry = Entry {
        order_id: id,
        line_id: None,
        event: EventKind::Placed,
        detail: Some(&cart.title()),
        actor: Actor::Traveller,
    };
    history::record_event(&mut tx, &entry, now).await?;
    jobs::enqueue_in(
        &mut tx,
        &Job::Order(id),
        Lane::MoneyIn,
        page.expires_at,
        now,
    )
    .await?;
    tx.commit().await?;
    tracing::info!(order.number = %number, order.id = %id, "an order was placed");
    Ok(orders::load(&app.db, id).await?)
}

/// The order's page, in the language that it was bought in.
fn success_url(app: &App, cart: &Cart<'_>, token: &str) -> String {
    Routes::absolute_in(
        &app.config.public_url,
        app.config.shop.locale_of(cart.locale),
        &Routes::order(token),
    )
}

async fn insert_lines(
    tx: &mut db::Connection,
    order_id: Uuid,
    cart: &Cart<'_>,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    for (sold, position) in cart.lines().into_iter().zip(1..) {
        let line = lines::NewLine {
            id: Uuid::now_v7(),
            order_id,
            position,
            target_iccid: cart.target_iccid,
            // For operators; travellers read it in their own language, made from the product.
            plan_name: &sold.plan.title(Locale::ENGLISH),
            product: &sold.plan.product,
            price_minor: sold.price_minor,
            discount_minor: sold.discount_minor,
            idempotency_key: Uuid::new_v4(),
        };
        lines::insert(tx, &line, now).await?;
    }
    Ok(())
}

/// What the page said when its button was pressed.
fn consent(app: &App, cart: &Cart<'_>, now: DateTime<Utc>) -> Consent {
    let (t, manner) = (
        app.config.shop.locale_of(cart.locale),
        app.config.shop.legal.consent,
    );
    let words = t.consented(manner, cart.target_iccid.is_some());
    Consent {
        words,
        locale: t.code().to_owned(),
        manner: manner.as_str().to_owned(),
        given_at: now,
    }
}
