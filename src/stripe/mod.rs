//! THE TILL'S DOOR: async-stripe is behind it and nowhere else. It decides nothing; what Stripe
//! says is read into our own words.

pub mod endpoints;
mod error;
mod json;
mod look;
mod objects;
mod read;
mod rights;
pub mod webhook;
mod wire;

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use secrecy::ExposeSecret;
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeRequest};
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionAdaptivePricing, CreateCheckoutSessionAutomaticTax,
    CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
    CreateCheckoutSessionLineItemsPriceDataTaxBehavior, CreateCheckoutSessionPaymentIntentData,
    ExpireCheckoutSession, ProductData,
};
use stripe_core::refund::CreateRefund;
use stripe_shared::{CheckoutSessionLocale, CheckoutSessionMode};

pub use endpoints::NewEndpoint;
pub use error::Error;
pub use objects::{
    Charge, Dispute, Fee, Payment, PaymentStatus, Refund, Review, Session, SessionStatus,
};
pub use rights::Right;
pub use wire::Page;

use crate::config;
use domain::event::Event;
use domain::money::{Currency, Money};

/// A page of Stripe's list of events, newest first.
pub type EventPage = Page<Event>;

/// Longer than Stripe's slowest usual answer, shorter than a job's lease.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A client that all tasks share by cloning.
#[derive(Clone)]
pub struct StripeClient(Client);

/// Lines of one plan at one price: those of a plan may differ where a discount could not be
/// divided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What the buyer reads on Stripe's page.
    pub title: String,
    /// The price of one.
    pub unit: Money,
    /// How many.
    pub quantity: u64,
}

/// A payment page to open. The same order and try must always give the same request: Stripe
/// compares them under one key.
#[derive(Debug, Clone)]
pub struct SessionRequest {
    /// Our order's id, as `client_reference_id` and metadata.
    pub order_id: String,
    /// The buyer's address, if it is known: Stripe's page does not ask for it again.
    pub email: Option<String>,
    /// What is sold.
    pub items: Vec<Item>,
    /// What the payment says it is for, in the Dashboard and in every later read. `None` sends
    /// nothing.
    pub description: Option<String>,
    /// Where Stripe sends the buyer after paying.
    pub success_url: String,
    /// Where Stripe sends the buyer who turns back.
    pub cancel_url: String,
    /// The language of the page as Stripe calls it; `auto` for the browser's.
    pub locale: &'static str,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
    /// Whether Stripe Tax reckons the tax in the price.
    pub automatic_tax: bool,
    /// `cs:{order}:{try}`
    pub idempotency_key: String,
}

impl StripeClient {
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
        // One key only: a map's order differs between processes, and the request must be the same
        // for ever.
        let metadata = HashMap::from([("order_id".to_owned(), request.order_id.clone())]);
        let mut intent = CreateCheckoutSessionPaymentIntentData::new();
        intent.metadata = Some(metadata.clone());
        intent.description.clone_from(&request.description);
        let mut adaptive = CreateCheckoutSessionAdaptivePricing::new();
        adaptive.enabled = Some(false);
        let mut create = CreateCheckoutSession::new();
        if let Some(email) = &request.email {
            create = create.customer_email(email);
        }
        if request.automatic_tax {
            create = create.automatic_tax(CreateCheckoutSessionAutomaticTax::new(true));
        }
        let create = create
            .mode(CheckoutSessionMode::Payment)
            .client_reference_id(&request.order_id)
            .metadata(metadata)
            .payment_intent_data(intent)
            .adaptive_pricing(adaptive)
            .line_items(items(request))
            .locale(locale(request.locale))
            .success_url(&request.success_url)
            .cancel_url(&request.cancel_url)
            .expires_at(request.expires_at.timestamp());
        read::session(
            &wire::send(
                &self.0,
                create.build(),
                once_under(&request.idempotency_key)?,
            )
            .await?,
        )
    }

    /// Closes a payment page that is still open.
    ///
    /// # Errors
    /// As [`Error`]; `Refused` when it is no longer open.
    pub async fn expire_session(&self, id: &str) -> Result<Session, Error> {
        if id.is_empty() {
            return Err(Error::unfit("an id is missing"));
        }
        read::session(
            &wire::send(
                &self.0,
                ExpireCheckoutSession::new(id).build(),
                RequestStrategy::Once,
            )
            .await?,
        )
    }

    /// Sends money back to the card. `key` names the same refund for ever, and comes back in its
    /// metadata.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn refund(
        &self,
        payment_intent_id: &str,
        amount_minor: i64,
        key: &str,
    ) -> Result<Refund, Error> {
        let create = CreateRefund::new()
            .payment_intent(payment_intent_id)
            .amount(amount_minor)
            .metadata(HashMap::from([(REFUND_KEY.to_owned(), key.to_owned())]));
        read::refund(&wire::send(&self.0, create.build(), once_under(key)?).await?)
    }
}

/// What Stripe's page lists, at the prices that are charged: a discount is in them.
fn items(request: &SessionRequest) -> Vec<CreateCheckoutSessionLineItems> {
    let item = |sold: &Item| {
        let mut price =
            CreateCheckoutSessionLineItemsPriceData::new(stripe_currency(sold.unit.currency));
        price.unit_amount = Some(sold.unit.minor);
        price.product_data = Some(ProductData::new(&sold.title));
        // The total stays ours: the tax is a part of it.
        price.tax_behavior = request
            .automatic_tax
            .then_some(CreateCheckoutSessionLineItemsPriceDataTaxBehavior::Inclusive);
        let mut item = CreateCheckoutSessionLineItems::new();
        item.price_data = Some(price);
        item.quantity = Some(sold.quantity);
        item
    };
    request.items.iter().map(item).collect()
}

const REFUND_KEY: &str = "refund_key";

fn once_under(key: &str) -> Result<RequestStrategy, Error> {
    let key = IdempotencyKey::new(key).map_err(|_| Error::unfit("idempotency key"))?;
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
