//! More data for an eSIM that exists: only what the supplier offers for it, asked anew before the
//! page, the payment and the order.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::cart::Cart;
use super::checkout::{self, CheckoutError, Unsold};
use super::{Error, JobOutcome};
use crate::app::App;
use crate::catalogue::Plan;
use crate::db;
use crate::db::esim_keys::{self, NewKey, Purpose};
use crate::db::esims;
use crate::db::lines::{self, Line};
use crate::db::order_pages::OwnedEsim;
use crate::db::orders::Order;
use crate::esimfx;
use crate::routes::Routes;
use domain::esim::EsimStatus;
use domain::money::Money;
use domain::product::Product;
use domain::second_look::Price;
use domain::token::Token;

/// How long a key in a mail opens its eSIM's top-up page: a mail that is read at the end of a
/// journey must still be of use.
pub const KEY_DAYS: i64 = 45;

/// Why nothing is offered.
#[derive(Debug, thiserror::Error)]
pub enum NotOffered {
    /// The eSIM is past use, or the supplier has nothing that fits it.
    #[error("nothing fits this eSIM")]
    Nothing,
    /// The supplier does not answer now.
    #[error(transparent)]
    Silent(esimfx::Error),
}

/// What can be put on an eSIM now, with our prices: the smallest first.
///
/// # Errors
/// [`NotOffered`]
pub async fn offers(app: &App, esim: &OwnedEsim) -> Result<Vec<Plan>, NotOffered> {
    let dead = matches!(
        esim.esim.status,
        Some(EsimStatus::Blocked | EsimStatus::Deactivated)
    );
    if dead {
        return Err(NotOffered::Nothing);
    }
    let coverage = esim
        .product
        .as_ref()
        .map_or(&[][..], |product| &product.coverage);
    let products = app
        .supplier
        .topups(esim.esim.iccid.digits(), coverage)
        .await
        .map_err(NotOffered::Silent)?;
    app.offers
        .remember(esim.esim.iccid.digits(), &products, app.clock.now());
    priced(app, products)
}

/// The same from an answer of the last minute, if there is one: for a page, which promises nothing.
///
/// # Errors
/// [`NotOffered`]
pub async fn remembered_offers(app: &App, esim: &OwnedEsim) -> Result<Vec<Plan>, NotOffered> {
    let dead = matches!(
        esim.esim.status,
        Some(EsimStatus::Blocked | EsimStatus::Deactivated)
    );
    match app
        .offers
        .recall(esim.esim.iccid.digits(), app.clock.now())
        .filter(|_| !dead)
    {
        Some(products) => priced(app, products),
        None => offers(app, esim).await,
    }
}

fn priced(app: &App, products: Vec<Product>) -> Result<Vec<Plan>, NotOffered> {
    let mut plans: Vec<Plan> = products
        .into_iter()
        .filter_map(|product| app.catalogue.offer(product))
        .collect();
    plans.sort_by_key(|plan| (plan.price.minor, plan.product.days, plan.product.id.clone()));
    if plans.is_empty() {
        Err(NotOffered::Nothing)
    } else {
        Ok(plans)
    }
}

/// What a traveller wants to put on an eSIM; who may do so has been checked.
#[derive(Debug)]
pub struct TopupRequest<'a> {
    /// The eSIM.
    pub esim: &'a OwnedEsim,
    /// Whether its owner asks, and not somebody with a mail's key.
    pub owner: bool,
    /// One of its offers.
    pub product_id: &'a str,
    /// The price that the page showed.
    pub shown: Money,
    /// The hash of the buyer's cookie.
    pub buyer_hash: [u8; 32],
    /// The page's language.
    pub locale: &'a str,
}

/// Opens a payment page for a top-up, or finds the one that is open, and answers with its address.
///
/// # Errors
/// [`CheckoutError`]; nothing was written and Stripe was not asked.
pub async fn check_out(app: &App, wish: &TopupRequest<'_>) -> Result<String, CheckoutError> {
    let gone = || CheckoutError::of(wish.product_id, Unsold::Gone);
    let plan = match offers(app, wish.esim).await {
        Ok(plans) => plans
            .into_iter()
            .find(|plan| plan.product.id == wish.product_id)
            .ok_or_else(gone)?,
        Err(NotOffered::Nothing) => return Err(gone()),
        Err(NotOffered::Silent(error)) => return Err(CheckoutError::Failed(error.into())),
    };
    if plan.price != wish.shown {
        return Err(CheckoutError::of(wish.product_id, Unsold::Dearer));
    }
    let cart = Cart {
        plans: vec![(&plan, 1)],
        discount: None,
        via: None,
        target_iccid: Some(wish.esim.esim.iccid.digits()),
        // Whoever came by a mail's key may pay, and is shown nobody's address: Stripe asks for
        // theirs.
        email: wish
            .esim
            .email
            .as_ref()
            .filter(|_| wish.owner)
            .map(|email| email.expose()),
        cancel_url: Routes::absolute_in(
            &app.config.public_url,
            app.config.shop.locale_of(wish.locale),
            &Routes::topup(wish.esim.esim.id),
        ),
        buyer_hash: &wish.buyer_hash,
        locale: wish.locale,
    };
    checkout::open(app, &cart).await
}

/// What to do about a captured top-up before its call.
pub(super) enum Eligible {
    /// The supplier offers it for this eSIM now, at this price if that can be read; that it does is
    /// written down.
    Yes(Option<Price>),
    /// It no longer does.
    No,
    /// The supplier did not say; look again then.
    Later(JobOutcome),
}

/// Asks the supplier whether a captured top-up still fits its eSIM. A silent supplier is asked
/// again until `deadline`, when it counts as no.
pub(super) async fn still_fits(
    app: &App,
    order: &Order,
    line: &Line,
    iccid: &str,
    deadline: DateTime<Utc>,
) -> Result<Eligible, Error> {
    match app.supplier.offers_topup(iccid, &line.product_id).await {
        Ok(Some(offer)) => {
            let mut db = app.db.acquire().await?;
            lines::topup_checked(&mut db, line.id, app.clock.now()).await?;
            Ok(Eligible::Yes(offer.price))
        }
        Ok(None) => Ok(Eligible::No),
        Err(error) => {
            let now = app.clock.now();
            tracing::warn!(order.number = %order.number, error.message = %error, "the supplier did \
                                                                                  not say whether a top-up still fits");
            if now >= deadline {
                Ok(Eligible::No)
            } else {
                Ok(Eligible::Later(JobOutcome::RetryAt(
                    (now + TimeDelta::seconds(15)).min(deadline),
                )))
            }
        }
    }
}

/// A fresh key for a mail, of which only the hash is kept. Made when its mail is sent, so that the
/// outbox never holds it.
///
/// # Errors
/// The database's.
pub async fn fresh_key(app: &App, esim_id: Uuid, now: DateTime<Utc>) -> Result<Token, db::Error> {
    let key = Token::of(rand::random());
    let new = NewKey {
        token_hash: &key.hash(),
        esim_id,
        purpose: Purpose::TopUp,
        expires_at: now + TimeDelta::days(KEY_DAYS),
    };
    let mut db = app.db.acquire().await?;
    esim_keys::insert(&mut db, &new, now).await?;
    Ok(key)
}

/// Whether who is not the eSIM's owner may still see its top-up page, which shows no code: with a
/// key from a mail, or as the browser that has begun a top-up for it and comes back from Stripe's
/// page.
///
/// # Errors
/// The database's.
pub async fn opens(
    app: &App,
    esim: &OwnedEsim,
    buyer_hash: Option<&[u8; 32]>,
    key: Option<&str>,
) -> Result<bool, db::Error> {
    if let Some(key) = key.and_then(Token::read)
        && esim_keys::opens_topup(&app.db, &key.hash(), esim.esim.id, app.clock.now()).await?
    {
        return Ok(true);
    }
    match buyer_hash {
        Some(buyer_hash) => {
            // As long as the key by which it came, and no longer.
            let since = app.clock.now() - TimeDelta::days(KEY_DAYS);
            esims::began_topup(&app.db, buyer_hash, esim.esim.iccid.digits(), since).await
        }
        None => Ok(false),
    }
}
