//! Stripe's payment page of an order: opened, opened again, and closed when too many stand open.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{CheckoutError, MOST_OPEN, PAGE_LIFE};
use crate::app::App;
use crate::db::checkout_sessions::{self, CheckoutSession, OpenSession};
use crate::db::orders::{self, Order};
use crate::db::{jobs, order_pages};
use crate::flows::cart;
use crate::flows::{Error, hooks};
use crate::stripe::{self, SessionRequest};
use domain::job::Job;

/// The page of an earlier press. It may be asking Stripe for it this moment, and Stripe refuses two
/// such questions at once.
pub(super) async fn page_of_the_other_press(
    app: &App,
    order_id: Uuid,
) -> Result<String, CheckoutError> {
    for _ in 0..15 {
        if let Some(url) = checkout_sessions::of_order(&app.db, order_id)
            .await?
            .and_then(|page| page.url)
        {
            return Ok(url);
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    let order = orders::load(&app.db, order_id)
        .await?
        .ok_or(CheckoutError::Unknown)?;
    Ok(open_page(app, &order).await?)
}

/// Makes room for one more payment page. A page that is being paid this moment stays: Stripe
/// refuses to close it.
pub(super) async fn close_oldest(app: &App, open: &[OpenSession]) -> Result<(), CheckoutError> {
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
        jobs::enqueue(&mut tx, &Job::ReadPage(old.order_id), now, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

pub(super) fn page_parameters(
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
    let page = checkout_sessions::of_order(&app.db, order.id)
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
        items: cart::items(t, &lines),
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
    checkout_sessions::set_open(&mut db, order.id, &session.id, &url).await?;
    Ok(url)
}
