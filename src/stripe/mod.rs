//! THE TILL'S DOOR: async-stripe is behind it and nowhere else. It decides nothing; what Stripe says is read into our own words.

mod error;
pub mod webhook;

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use secrecy::ExposeSecret;
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeRequest};
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionAdaptivePricing, CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
    CreateCheckoutSessionPaymentIntentData, ExpireCheckoutSession, ProductData, RetrieveCheckoutSession,
};
use stripe_core::event::ListEvent;
use stripe_core::refund::{CreateRefund, ListRefund};
use stripe_shared::{CheckoutSession, CheckoutSessionLocale, CheckoutSessionMode, CheckoutSessionPaymentStatus, CheckoutSessionStatus};

pub use error::Error;

use crate::config;
use crate::domain::event::Event;
use crate::domain::money::{Currency, Money};

/// Longer than Stripe's slowest usual answer, shorter than a job's lease.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A client that all tasks share by cloning.
#[derive(Clone)]
pub struct Till(Client);

/// A payment page to open. The same order and try must always give the same request: Stripe compares them under one key.
#[derive(Debug, Clone)]
pub struct SessionRequest {
    /// Our order's id, as `client_reference_id` and metadata.
    pub order_id: String,
    /// What the buyer reads on Stripe's page.
    pub title: String,
    /// The buyer's address, if it is known: Stripe's page does not ask for it again.
    pub email: Option<String>,
    /// The price of one.
    pub unit: Money,
    /// How many.
    pub quantity: u64,
    /// Where Stripe sends the buyer after paying.
    pub success_url: String,
    /// Where Stripe sends the buyer who turns back.
    pub cancel_url: String,
    /// The language of the page as Stripe calls it; `auto` for the browser's.
    pub locale: &'static str,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
    /// `cs:{order}:{try}`
    pub idempotency_key: String,
}

/// A Checkout Session as far as we read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// `cs_…`
    pub id: String,
    /// The payment page, while it is open.
    pub url: Option<String>,
    /// Open, complete or expired; `None` for a status newer than the crate.
    pub status: Option<SessionStatus>,
    /// Whether the money is there.
    pub payment: PaymentStatus,
    /// Whether it is a one-time payment.
    pub is_payment: bool,
    /// Our order's id.
    pub client_reference_id: Option<String>,
    /// `pi_…`
    pub payment_intent_id: Option<String>,
    /// What was or will be paid.
    pub total: Option<Money>,
    /// Real money.
    pub livemode: bool,
    /// The buyer's address, as typed on Stripe's page.
    pub email: Option<String>,
    /// The country of the buyer's billing address: two upper-case letters.
    pub country: Option<String>,
}

/// A session's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStatus {
    /// Can be paid.
    Open,
    /// The buyer is done; the money may still be on its way.
    Complete,
    /// Can no longer be paid.
    Expired,
}

/// Whether a session's money is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentStatus {
    /// Captured.
    Paid,
    /// Not yet, or never.
    Unpaid,
    /// Stripe asked for nothing. We never sell for nothing.
    NotRequired,
    /// Newer than the crate.
    Unknown,
}

/// A refund as Stripe shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// `re_…`
    pub id: String,
    /// Minor units.
    pub amount_minor: i64,
    /// `pending`, `requires_action`, `succeeded`, `failed`, `canceled`
    pub status: String,
    /// The refund row of ours that it was made for.
    pub refund_key: Option<String>,
    /// When Stripe made it.
    pub created_at: DateTime<Utc>,
}

impl Till {
    /// A client for Stripe's API; nothing is sent yet.
    ///
    /// # Errors
    /// When the key cannot be put into a header.
    pub fn new(settings: &config::Stripe) -> Result<Self, Error> {
        let base = format!("{}/", settings.api_base.as_str().trim_end_matches('/'));
        let client = ClientBuilder::new(settings.secret_key.expose_secret())
            .url(base)
            .timeout(TIMEOUT)
            .request_strategy(RequestStrategy::Once)
            .build()
            .map_err(Error::from)?;
        Ok(Self(client))
    }

    /// Opens a payment page, or gives the same one again.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn open_session(&self, request: &SessionRequest) -> Result<Session, Error> {
        let currency = stripe_currency(request.unit.currency);
        let mut price = CreateCheckoutSessionLineItemsPriceData::new(currency);
        price.unit_amount = Some(request.unit.minor);
        price.product_data = Some(ProductData::new(&request.title));
        let mut item = CreateCheckoutSessionLineItems::new();
        item.price_data = Some(price);
        item.quantity = Some(request.quantity);
        // One key only: a map's order differs between processes, and the request must be the same for ever.
        let metadata = HashMap::from([("order_id".to_owned(), request.order_id.clone())]);
        let mut intent = CreateCheckoutSessionPaymentIntentData::new();
        intent.metadata = Some(metadata.clone());
        let mut adaptive = CreateCheckoutSessionAdaptivePricing::new();
        adaptive.enabled = Some(false);
        let mut create = CreateCheckoutSession::new();
        if let Some(email) = &request.email {
            create = create.customer_email(email);
        }
        let session = create
            .mode(CheckoutSessionMode::Payment)
            .client_reference_id(&request.order_id)
            .metadata(metadata)
            .payment_intent_data(intent)
            .adaptive_pricing(adaptive)
            .line_items(vec![item])
            .locale(locale(request.locale))
            .success_url(&request.success_url)
            .cancel_url(&request.cancel_url)
            .expires_at(request.expires_at.timestamp())
            .customize()
            .request_strategy(once_under(&request.idempotency_key)?)
            .send(&self.0)
            .await?;
        Ok(read_session(session))
    }

    /// Reads a session back: the only proof of payment.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn session(&self, id: &str) -> Result<Session, Error> {
        Ok(read_session(RetrieveCheckoutSession::new(id).send(&self.0).await?))
    }

    /// Closes a payment page that is still open.
    ///
    /// # Errors
    /// As [`Error`]; `Refused` when it is no longer open.
    pub async fn expire_session(&self, id: &str) -> Result<Session, Error> {
        Ok(read_session(ExpireCheckoutSession::new(id).send(&self.0).await?))
    }

    /// Sends money back to the card. `key` names the same refund for ever, and comes back in its metadata.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn refund(&self, payment_intent_id: &str, amount_minor: i64, key: &str) -> Result<Refund, Error> {
        let refund = CreateRefund::new()
            .payment_intent(payment_intent_id)
            .amount(amount_minor)
            .metadata(HashMap::from([(REFUND_KEY.to_owned(), key.to_owned())]))
            .customize()
            .request_strategy(once_under(key)?)
            .send(&self.0)
            .await?;
        Ok(read_refund(refund))
    }

    /// Every refund of a payment, also those made in the Dashboard.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn refunds(&self, payment_intent_id: &str) -> Result<Vec<Refund>, Error> {
        let list = ListRefund::new().payment_intent(payment_intent_id).limit(100).send(&self.0).await?;
        Ok(list.data.into_iter().map(read_refund).collect())
    }

    /// Events since `since`, newest first, a page of up to 100; `after` is the last one of the page before. The flag says whether
    /// there is another page.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn events(&self, since: DateTime<Utc>, after: Option<&str>) -> Result<(Vec<Event>, bool), Error> {
        let mut list = ListEvent::new().created(stripe_types::RangeQueryTs::gte(since.timestamp())).limit(100);
        if let Some(after) = after {
            list = list.starting_after(after);
        }
        let page = list.send(&self.0).await?;
        Ok((page.data.into_iter().map(read_event).collect(), page.has_more))
    }
}

const REFUND_KEY: &str = "refund_key";

fn once_under(key: &str) -> Result<RequestStrategy, Error> {
    let key = IdempotencyKey::new(key).map_err(|_| Error::Refused { status: 0, kind: "idempotency key".into() })?;
    Ok(RequestStrategy::Idempotent(key))
}

fn locale(code: &str) -> CheckoutSessionLocale {
    match code.parse() {
        Ok(locale) => locale,
        Err(never) => match never {},
    }
}

fn stripe_currency(currency: Currency) -> stripe_types::Currency {
    match currency.lower().parse() {
        Ok(currency) => currency,
        Err(never) => match never {},
    }
}

fn read_session(s: CheckoutSession) -> Session {
    let currency: Option<Currency> = s.currency.as_ref().and_then(|c| c.to_string().parse().ok());
    let (email, address) = s.customer_details.map_or((None, None), |d| (d.email, d.address));
    let email = email.or(s.customer_email);
    let country = address.and_then(|a| a.country).map(|c| c.trim().to_ascii_uppercase());
    Session {
        id: s.id.to_string(),
        url: s.url,
        status: match s.status {
            Some(CheckoutSessionStatus::Open) => Some(SessionStatus::Open),
            Some(CheckoutSessionStatus::Complete) => Some(SessionStatus::Complete),
            Some(CheckoutSessionStatus::Expired) => Some(SessionStatus::Expired),
            _ => None,
        },
        payment: match s.payment_status {
            CheckoutSessionPaymentStatus::Paid => PaymentStatus::Paid,
            CheckoutSessionPaymentStatus::Unpaid => PaymentStatus::Unpaid,
            CheckoutSessionPaymentStatus::NoPaymentRequired => PaymentStatus::NotRequired,
            _ => PaymentStatus::Unknown,
        },
        is_payment: matches!(s.mode, CheckoutSessionMode::Payment),
        client_reference_id: s.client_reference_id,
        payment_intent_id: s.payment_intent.map(|p| p.into_id().to_string()),
        total: s.amount_total.zip(currency).map(|(minor, currency)| Money::new(minor, currency)),
        livemode: s.livemode,
        email: email.map(|e| e.trim().to_lowercase()).filter(|e| !e.is_empty()),
        country: country.filter(|c| c.len() == 2 && c.chars().all(|letter| letter.is_ascii_uppercase())),
    }
}

fn read_refund(r: stripe_shared::Refund) -> Refund {
    Refund {
        id: r.id.to_string(),
        amount_minor: r.amount,
        status: r.status.unwrap_or_else(|| "pending".to_owned()),
        refund_key: r.metadata.and_then(|m| m.get(REFUND_KEY).cloned()),
        created_at: DateTime::from_timestamp(r.created, 0).unwrap_or_default(),
    }
}

fn read_event(e: stripe_shared::Event) -> Event {
    let object = &e.data.object;
    let word = |path: &[&str]| find(object, path);
    let event = Event {
        id: e.id.to_string(),
        kind: e.type_.as_str().to_owned(),
        object_id: word(&["id"]),
        order_id: word(&["client_reference_id"]).or_else(|| word(&["metadata", "order_id"])),
        payment_intent_id: word(&["payment_intent"]),
        livemode: e.livemode,
        created_at: DateTime::from_timestamp(e.created, 0).unwrap_or_default(),
        payload: String::new(),
    };
    let payload = serde_json::json!({ "id": event.id, "type": event.kind, "created": e.created, "livemode": e.livemode,
        "data": { "object": { "id": event.object_id, "payment_intent": event.payment_intent_id } } });
    Event { payload: payload.to_string(), ..event }
}

fn find(value: &miniserde::json::Value, path: &[&str]) -> Option<String> {
    use miniserde::json::Value;
    match (value, path) {
        (Value::String(text), []) => Some(text.clone()),
        (Value::Object(map), [first, rest @ ..]) => find(map.get(*first)?, rest),
        _ => None,
    }
}
