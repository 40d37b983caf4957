//! Buying begins: order, lines and keys are committed before Stripe is asked for a payment page.
//! Nothing is ordered from the supplier here.

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures_util::future::join_all;
use url::form_urlencoded;
use uuid::Uuid;

use super::basket::{self, Basket};
use super::recovery::{self, Doors};
use super::selling::{self, Sells};
use super::{Error, alerts, discounts, hooks, payment};
use crate::app::App;
use crate::catalogue::snapshot::plan_path;
use crate::db::consents::{self, Consent};
use crate::db::history::{self, Actor, Entry};
use crate::db::order_pages;
use crate::db::orders::{self, CheckoutSession, NewOrder, OpenSession, Order};
use crate::db::{self, jobs, lines, partner_orders, rate_limits, shop};
use crate::domain::discount::{Name, Unfit};
use crate::domain::email::EmailAddress;
use crate::domain::job::{Job, Lane};
use crate::domain::money::Money;
use crate::domain::partner::Partner;
use crate::domain::product::Product;
use crate::l10n::Locale;
use crate::shop::TaxKind;
use crate::stripe::{self, SessionRequest};

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

/// What a visitor wants to buy; the form has been checked.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Each plan once: at most [`MOST_PLANS`], and [`MOST_LINES`] eSIMs in all.
    pub plans: Vec<Wanted>,
    /// The hash of the buyer's cookie.
    pub buyer_hash: [u8; 32],
    /// The page's language.
    pub locale: String,
    /// A discount code.
    pub code: Option<Name>,
    /// Who is signed in.
    pub signed_in: Option<EmailAddress>,
    /// Whose link they came by.
    pub via: Option<Partner>,
}

/// So many of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// A plan on the shelf.
    pub product_id: String,
    /// 1 to [`MOST_OF_A_PLAN`].
    pub quantity: i32,
    /// When it is first needed, if that was said: whoever turns back finds it again.
    pub first_day: Option<NaiveDate>,
    /// The price of one that the page showed, in minor units, if the form says so.
    pub shown: Option<i64>,
}

impl Wish {
    /// Where Stripe sends a buyer who turns back: the plan, or all of them, with what was chosen,
    /// and a word on what was charged.
    fn turned_back(&self, app: &App) -> String {
        let t = app.config.shop.locale_of(&self.locale);
        let day = |wanted: &Wanted| wanted.first_day.map(|day| day.to_string());
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("unpaid", "1");
        let path = match self.plans.as_slice() {
            [one] => {
                query.append_pair("quantity", &one.quantity.to_string());
                query.extend_pairs(day(one).map(|day| ("first_day", day)));
                t.path(&plan_path(&one.product_id))
            }
            several => {
                choice_query(&mut query, several);
                t.path(CHOICE)
            }
        };
        query.extend_pairs(self.code.as_ref().map(|code| ("code", code.as_str())));
        query.extend_pairs(self.via.as_ref().map(|via| ("via", via.as_str())));
        format!("{}{path}?{}", shop_url(app), query.finish())
    }
}

/// The page of a choice of several plans.
pub const CHOICE: &str = "/checkout";

/// A choice of several plans as an address says it.
pub fn choice_query(query: &mut form_urlencoded::Serializer<'_, String>, plans: &[Wanted]) {
    for wanted in plans {
        query
            .append_pair("product_id", &wanted.product_id)
            .append_pair("quantity", &wanted.quantity.to_string());
        // In step with the others, where one has a day.
        if plans.iter().any(|wanted| wanted.first_day.is_some()) {
            query.append_pair(
                "first_day",
                &wanted
                    .first_day
                    .map(|day| day.to_string())
                    .unwrap_or_default(),
            );
        }
    }
}

/// Why nothing is sold now. The page has words for each.
#[derive(Debug, thiserror::Error)]
pub enum NotSold {
    /// There is no such plan.
    #[error("no such plan")]
    Unknown,
    /// These are not sold as the page showed them.
    #[error("not sold as shown: {0:?}")]
    Unsold(Vec<(String, Unsold)>),
    /// Sales are stopped, or the catalogue is too old to trust.
    #[error("sales are stopped")]
    Stopped,
    /// The discount code takes nothing off this.
    #[error("a discount code does not fit: {0:?}")]
    Code(Unfit),
    /// More payment pages are asked for than a shop of this size opens in a minute.
    #[error("too many payment pages at once")]
    Flood,
    /// Something failed; nothing was charged.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Why a plan is not sold as its page showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsold {
    /// The supplier no longer sells it.
    Gone,
    /// It costs more than the page said, or a top-up's price is another one.
    Dearer,
}

impl NotSold {
    /// For one plan.
    #[must_use]
    pub fn of(product_id: &str, why: Unsold) -> Self {
        Self::Unsold(vec![(product_id.to_owned(), why)])
    }
}

impl From<db::Error> for NotSold {
    fn from(error: db::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Opens a payment page for a wish, or finds the one that is open, and answers with its address.
///
/// # Errors
/// [`NotSold`]
pub async fn check_out(app: &App, wish: &Wish) -> Result<String, NotSold> {
    let snapshot = Arc::clone(&app.catalogue.snapshot());
    let (mut plans, mut unsold) = (Vec::new(), Vec::new());
    for wanted in &wish.plans {
        match snapshot.plan(&wanted.product_id) {
            None if wish.plans.len() == 1 => return Err(NotSold::Unknown),
            None => unsold.push((wanted.product_id.clone(), Unsold::Gone)),
            Some(plan) if wanted.shown.is_some_and(|shown| shown != plan.price.minor) => {
                unsold.push((wanted.product_id.clone(), Unsold::Dearer));
            }
            Some(plan) => plans.push((&**plan, i64::from(wanted.quantity))),
        }
    }
    if !unsold.is_empty() {
        return Err(NotSold::Unsold(unsold));
    }
    let discount = discounts::of_wish(app, wish, &plans).await?;
    let basket = Basket {
        plans,
        discount: discount.as_ref(),
        via: wish.via.as_ref(),
        target_iccid: None,
        email: None,
        cancel_url: wish.turned_back(app),
        buyer_hash: &wish.buyer_hash,
        locale: &wish.locale,
    };
    open(app, &basket).await
}

/// The buyer's open payment page for this very basket, or a new one; its address.
pub(super) async fn open(app: &App, basket: &Basket<'_>) -> Result<String, NotSold> {
    let sells = selling::sells(app).await?;
    if sells == Sells::No {
        return Err(NotSold::Stopped);
    }
    let total = basket.total().ok_or(NotSold::Unknown)?;
    let mut open = orders::open_sessions(
        &app.db,
        basket.buyer_hash,
        app.config.stripe.livemode(),
        app.clock.now() + LEAST_LEFT,
    )
    .await?;
    let with_codes = discounts::of_pages(app, &open).await?;
    let code = basket.discount.map(|discount| &discount.code.name);
    if let Some(same) = open
        .iter()
        .find(|page| basket.is_on(page, total) && with_codes.get(&page.order_id) == code)
    {
        return page_of_the_other_press(app, same.order_id).await;
    }
    if let Some(discount) = basket.discount {
        discounts::may_use(app, discount, basket.buyer_hash).await?;
    }
    within_the_shops_limit(app).await?;
    // A top-up's offer has been read from the supplier this moment.
    if basket.target_iccid.is_none() {
        confirm(app, basket, sells).await?;
    }
    match recovery::doors(app).await? {
        Doors::Open => {}
        Doors::NumbersUnknown => {
            return Err(NotSold::Failed(Error::NotYet(
                "the numbers of earlier orders are still being read from Stripe",
            )));
        }
        Doors::Shut => return Err(NotSold::Stopped),
    }
    if sells == Sells::Once && !selling::take_turn(app).await? {
        return Err(NotSold::Stopped);
    }
    if let Some(discount) = basket.discount {
        let closed = discounts::make_room(
            app,
            discount,
            basket.buyer_hash,
            &basket.hash(total),
            app.clock.now() + LEAST_LEFT,
        )
        .await?;
        // What has just been closed needs no room.
        open.retain(|page| !closed.contains(&page.order_id));
    }
    close_oldest(app, &open).await?;
    match place(app, basket, total).await? {
        Some(order) => match open_page(app, &order).await {
            Err(Error::Till(error @ stripe::Error::Refused { .. })) => {
                payment::page_refused(app, &order).await?;
                Err(Error::Till(error).into())
            }
            answer => Ok(answer?),
        },
        None => {
            let other = orders::by_basket(&app.db, &basket.hash(total)).await?;
            page_of_the_other_press(
                app,
                other.ok_or(Error::NotYet("the page of another press has just closed"))?,
            )
            .await
        }
    }
}

/// Counts one more payment page in this minute. Too many are the owner's concern: somebody plays
/// with the shop, or it has become a big one.
async fn within_the_shops_limit(app: &App) -> Result<(), NotSold> {
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
    Err(NotSold::Flood)
}

/// The page of an earlier press. It may be asking Stripe for it this moment, and Stripe refuses two
/// such questions at once.
async fn page_of_the_other_press(app: &App, order_id: Uuid) -> Result<String, NotSold> {
    for _ in 0..15 {
        if let Some(url) = orders::session(&app.db, order_id)
            .await?
            .and_then(|page| page.url)
        {
            return Ok(url);
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    let order = orders::load(&app.db, order_id)
        .await?
        .ok_or(NotSold::Unknown)?;
    Ok(open_page(app, &order).await?)
}

/// Asks the supplier whether it still sells each of these at a price that ours covers. Silence is
/// bridged by a young catalogue while selling is sure.
async fn confirm(app: &App, basket: &Basket<'_>, sells: Sells) -> Result<(), NotSold> {
    let asked = basket
        .plans
        .iter()
        .map(|(plan, _)| async { (*plan, app.supplier.product(&plan.product.id).await) });
    let (mut unsold, mut silent) = (Vec::new(), false);
    for (plan, answer) in join_all(asked).await {
        // What a code leaves is reckoned from the cost on our shelf, so that must still be right.
        let covered = |product: &Product| match basket.discount {
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
        hurry_sync(app).await?;
        return Err(NotSold::Unsold(unsold));
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
        Err(NotSold::Stopped)
    }
}

async fn hurry_sync(app: &App) -> Result<(), NotSold> {
    let now = app.clock.now();
    Ok(jobs::hurry(&app.db, &Job::SyncCatalogue, now + TimeDelta::days(1), now).await?)
}

/// Makes room for one more payment page. A page that is being paid this moment stays: Stripe
/// refuses to close it.
async fn close_oldest(app: &App, open: &[OpenSession]) -> Result<(), NotSold> {
    let over = (open.len() + 1).saturating_sub(MOST_OPEN);
    for old in open.iter().take(over) {
        let Some(session_id) = &old.session_id else {
            continue;
        };
        if let Err(error) = app.till.expire_session(session_id).await {
            tracing::info!(error.message = %error, "an older payment page could not be closed");
            continue;
        }
        let now = app.clock.now();
        let mut tx = app.db.begin().await?;
        jobs::wake(&mut tx, &Job::ReadPage(old.order_id), now, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Commits the order with its lines, their keys, its payment page's exact parameters, and the job
/// that looks after it. `None`, and nothing is written, when the buyer has a page for this very
/// basket.
async fn place(app: &App, basket: &Basket<'_>, total: Money) -> Result<Option<Order>, NotSold> {
    let now = app.clock.now();
    let id = Uuid::now_v7();
    let token = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 24]>());
    let order = NewOrder {
        id,
        token: &token,
        buyer_hash: basket.buyer_hash,
        kind: if basket.target_iccid.is_some() {
            "topup"
        } else {
            "new"
        },
        locale: basket.locale,
        email: basket.email,
        total,
        livemode: app.config.stripe.livemode(),
    };
    let success_url = format!(
        "{}{}",
        shop_url(app),
        app.config
            .shop
            .locale_of(basket.locale)
            .path(&format!("/orders/{token}"))
    );
    let mut tx = app.db.begin().await?;
    let number = orders::insert(&mut tx, &order, now).await?;
    let description = format!("{} {number}", shop::mark(&mut *tx).await?);
    let automatic_tax = app.config.shop.tax.kind == TaxKind::Stripe;
    let page = CheckoutSession {
        automatic_tax,
        ..page_parameters(id, success_url, &basket.cancel_url, description, now)
    };
    if !orders::insert_session(&mut tx, &page, &basket.hash(total), now + LEAST_LEFT, now).await? {
        return Ok(None);
    }
    for (sold, position) in basket.lines().into_iter().zip(1..) {
        let line = lines::NewLine {
            id: Uuid::now_v7(),
            order_id: id,
            position,
            target_iccid: basket.target_iccid,
            // For operators; travellers read it in their own language, made from the product.
            plan_name: &sold.plan.title(Locale::ENGLISH),
            product: &sold.plan.product,
            price_minor: sold.price_minor,
            discount_minor: sold.discount_minor,
            idempotency_key: Uuid::new_v4(),
        };
        lines::insert(&mut tx, &line, now).await?;
    }
    if let Some(discount) = basket.discount {
        discounts::reserve(&mut tx, &order, discount, now).await?;
    }
    if let Some(via) = basket.via {
        partner_orders::insert(&mut tx, id, via).await?;
    }
    consents::insert(&mut tx, id, &consent(app, basket, now)).await?;
    let entry = Entry {
        order_id: id,
        line_id: None,
        event: "placed",
        detail: Some(&basket.title()),
        actor: Actor::Traveller,
    };
    history::record(&mut tx, &entry, now).await?;
    jobs::wake_in(
        &mut tx,
        &Job::Order(id),
        Lane::MoneyIn,
        page.expires_at,
        now,
    )
    .await?;
    tx.commit().await?;
    tracing::info!(order.number = %number, "an order was placed");
    Ok(orders::load(&app.db, id).await?)
}

/// What the page said when its button was pressed.
fn consent(app: &App, basket: &Basket<'_>, now: DateTime<Utc>) -> Consent {
    let (t, manner) = (
        app.config.shop.locale_of(basket.locale),
        app.config.shop.legal.consent,
    );
    let words = t.consented(manner, basket.target_iccid.is_some());
    Consent {
        words,
        locale: t.code().to_owned(),
        manner: manner.as_str().to_owned(),
        given_at: now,
    }
}

/// Without a slash at the end.
fn shop_url(app: &App) -> &str {
    app.config.public_url.as_str().trim_end_matches('/')
}

fn page_parameters(
    order_id: Uuid,
    success_url: String,
    cancel_url: &str,
    description: String,
    now: DateTime<Utc>,
) -> CheckoutSession {
    // Whole seconds: Stripe's clock has no others, and the same call must be the same to the
    // letter.
    let expires_at = DateTime::from_timestamp((now + PAGE_LIFE).timestamp(), 0).unwrap_or(now);
    CheckoutSession {
        order_id,
        idempotency_key: format!("cs:{order_id}:1"),
        success_url,
        cancel_url: cancel_url.to_owned(),
        expires_at,
        description: Some(description),
        automatic_tax: false,
        session_id: None,
        url: None,
    }
}

/// The address of an order's payment page. Asked for under the order's own key, so that asking
/// again gives the same page.
///
/// # Errors
/// [`Error::Till`]; nothing is charged, and the same call may be made again.
pub async fn open_page(app: &App, order: &Order) -> Result<String, Error> {
    let page = orders::session(&app.db, order.id)
        .await?
        .ok_or(Error::NotYet("the order has no payment page"))?;
    if let Some(url) = page.url {
        return Ok(url);
    }
    let now = app.clock.now();
    let lines = order_pages::by_id(&app.db, order.id, now)
        .await?
        .map(|order| order.lines)
        .unwrap_or_default();
    if lines.is_empty() {
        return Err(Error::NotYet("the order has no lines"));
    }
    let t = app.config.shop.locale_of(&order.locale);
    let request = SessionRequest {
        order_id: order.id.to_string(),
        email: order.email.clone(),
        items: basket::items(t, &lines),
        description: page.description,
        locale: t.language().stripe,
        success_url: page.success_url,
        cancel_url: page.cancel_url,
        expires_at: page.expires_at,
        automatic_tax: page.automatic_tax,
        idempotency_key: page.idempotency_key,
    };
    crate::fail_at::reach("before_session");
    let session = match app.till.open_session(&request).await {
        Err(error @ stripe::Error::Refused { .. }) => {
            hooks::page_refused(app);
            return Err(error.into());
        }
        answer => answer?,
    };
    crate::fail_at::reach("after_session");
    let url = session
        .url
        .ok_or(Error::NotYet("Stripe gave no address for the payment page"))?;
    let mut db = app.db.acquire().await?;
    orders::session_opened(&mut db, order.id, &session.id, &url).await?;
    Ok(url)
}
