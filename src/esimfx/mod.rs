//! THE SUPPLIER'S DOOR: every endpoint of the eSIMfx document v1.8. It decides nothing and stores
//! nothing but the access token.

mod catalogue;
mod error;
mod reply;
mod token;
mod transport;
pub mod webhook;
mod wire;

use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

use crate::config::Esimfx;
use crate::shop::SupplierCodes;
use domain::esim::Iccid;
use domain::pace::Pace;
use domain::product::Product;
use token::Tokens;
use transport::{Call, Effect};

pub use error::Error;
pub use token::TokenForm;
pub use wire::{
    Code, EsimStatus, Offer, ProductPage, Subscription, SupplierOrder, Termination, Told,
    read_product,
};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const READ_TIMEOUT: Duration = Duration::from_secs(10);
const CONFIRM_TIMEOUT: Duration = Duration::from_secs(3);
/// The whole of `create_order`, reply read: shorter than a job's lease.
pub const ORDER_TIMEOUT: Duration = Duration::from_secs(20);

/// A client that all tasks share by cloning.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    http: reqwest::Client,
    base: Url,
    client_id: SecretString,
    client_key: SecretString,
    codes: SupplierCodes,
    tokens: Tokens,
    /// Which of the page sizes the supplier takes.
    page_size: AtomicUsize,
    pace: Mutex<Pace>,
}

/// What [`Client::order`] buys.
#[derive(Debug, Clone)]
pub enum Purchase {
    /// A new eSIM with this product on it.
    New {
        /// The product.
        product_id: String,
    },
    /// This product on an eSIM that exists.
    TopUp {
        /// The product.
        product_id: String,
        /// The eSIM.
        iccid: String,
    },
}

impl Client {
    /// A client for the supplier's API; nothing is sent yet.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(settings: &Esimfx, codes: &SupplierCodes) -> Result<Self, Error> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("esim-storefront/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|e| Error::Unreachable(e.without_url().to_string()))?;
        let mut base = settings.base_url.clone();
        base.set_path(&format!("{}/", base.path().trim_end_matches('/')));
        Ok(Self(Arc::new(Inner {
            http,
            base,
            client_id: settings.client_id.clone(),
            client_key: settings.client_key.clone(),
            codes: codes.clone(),
            tokens: Tokens::new(),
            page_size: AtomicUsize::new(0),
            pace: Mutex::new(Pace::new(settings.concurrency)),
        })))
    }

    /// One product as it is sold now; `None` when the supplier answers that it is not.
    ///
    /// # Errors
    /// When the supplier is silent or its answer cannot be read. Waits three seconds at most.
    pub async fn product(&self, id: &str) -> Result<Option<Product>, Error> {
        let query = [("id", id)];
        let mut call = Call::get("product/api/v1/get_product", &query);
        call.timeout = CONFIRM_TIMEOUT;
        let envelope = tokio::time::timeout(CONFIRM_TIMEOUT, self.ask(call))
            .await
            .map_err(|_| Error::silent())??;
        if envelope.code != "0" {
            // A definite answer of the form they promise, other than "yes": not for sale. Their own
            // trouble is silence.
            return if envelope.status.is_server_error() {
                Err(self.sort(&envelope))
            } else {
                Ok(None)
            };
        }
        let data = envelope.data.get("product").unwrap_or(&envelope.data);
        wire::product(data)
            .map(Some)
            .ok_or_else(|| Error::unclear("a product that cannot be read"))
    }

    /// What can be put on an eSIM. `coverage` is where the eSIM works: the document's own sample
    /// leaves it out.
    ///
    /// # Errors
    /// As [`Error`]. Waits three seconds at most.
    pub async fn topups(&self, iccid: &str, coverage: &[String]) -> Result<Vec<Product>, Error> {
        let data = self.topup_list(("iccid", iccid)).await?;
        wire::topups(&data, coverage)
            .ok_or_else(|| Error::unclear("a top-up list without products"))
    }

    /// What can be put on an eSIM that was bought with a product.
    ///
    /// # Errors
    /// As [`Client::topups`].
    pub async fn topups_of(
        &self,
        product_id: &str,
        coverage: &[String],
    ) -> Result<Vec<Product>, Error> {
        let data = self.topup_list(("product_id", product_id)).await?;
        wire::topups(&data, coverage)
            .ok_or_else(|| Error::unclear("a top-up list without products"))
    }

    /// Whether a product can be put on an eSIM now, and at which price.
    ///
    /// # Errors
    /// As [`Client::topups`].
    pub async fn offers_topup(
        &self,
        iccid: &str,
        product_id: &str,
    ) -> Result<Option<Offer>, Error> {
        let data = self.topup_list(("iccid", iccid)).await?;
        wire::offer(&data, product_id)
            .ok_or_else(|| Error::unclear("a top-up list without products"))
    }

    /// Of an eSIM or of a product.
    async fn topup_list(&self, of: (&str, &str)) -> Result<Value, Error> {
        let query = [of];
        let mut call = Call::get("product/api/v1/get_available_topups", &query);
        call.timeout = CONFIRM_TIMEOUT;
        tokio::time::timeout(CONFIRM_TIMEOUT, self.call(call))
            .await
            .map_err(|_| Error::silent())?
    }

    /// Buys. The same `key` names the same purchase for ever, however often it is sent.
    ///
    /// # Errors
    /// As [`Error`]; anything but a code on an allow-list or a call that never left is `Unclear`.
    pub async fn create_order(
        &self,
        purchase: &Purchase,
        key: Uuid,
    ) -> Result<SupplierOrder, Error> {
        let body = match purchase {
            Purchase::New { product_id } => {
                json!({ "operation_type": "NEW", "product": { "id": product_id } })
            }
            Purchase::TopUp { product_id, iccid } => {
                json!({ "operation_type": "TOPUP", "iccid": iccid, "product": { "id": product_id } })
            }
        };
        let mut call = Call::post("order/api/v1/create_order", body, Effect::Acts);
        call.key = Some(key);
        self.call(call).await.map(|data| wire::order(&data))
    }

    /// An order and its package.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn order(&self, order_id: &str) -> Result<SupplierOrder, Error> {
        self.call(Call::get(
            "order/api/v1/get_order",
            &[("order_id", order_id)],
        ))
        .await
        .map(|data| wire::order(&data))
    }

    /// An eSIM, with its activation code.
    ///
    /// # Errors
    /// As [`Error`]; an answer about another eSIM is `Unclear`, as it may hold somebody else's
    /// code.
    pub async fn esim_status(&self, iccid: &str) -> Result<EsimStatus, Error> {
        let esim = self
            .call(Call::get(
                "order/api/v1/get_esim_status",
                &[("iccid", iccid)],
            ))
            .await
            .map(|data| wire::esim(&data))?;
        if is_of(esim.iccid.this(), iccid) {
            Ok(esim)
        } else {
            Err(Error::unclear("an answer about another eSIM"))
        }
    }

    /// Every package on an eSIM; what the answer names of another one is left out.
    ///
    /// # Errors
    /// As [`Error`]; an answer without a list is `Unclear`.
    pub async fn esim_orders(&self, iccid: &str) -> Result<Vec<SupplierOrder>, Error> {
        let data = self
            .call(Call::get(
                "order/api/v1/get_esim_orders",
                &[("iccid", iccid)],
            ))
            .await?;
        let mut orders =
            wire::orders(&data).ok_or_else(|| Error::unclear("an order list without orders"))?;
        orders.retain(|order| is_of(order.iccid.this(), iccid));
        Ok(orders)
    }

    /// Starts a package before it meets a network.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn activate(&self, order_id: &str) -> Result<(), Error> {
        let body = json!({ "order_id": order_id });
        self.call(Call::post(
            "order/api/v1/activate_subscription",
            body,
            Effect::Acts,
        ))
        .await
        .map(drop)
    }

    /// Ends a package. Within 60 days and unused, the supplier gives its fee back.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn terminate(&self, order_id: &str) -> Result<Termination, Error> {
        let body = json!({ "order_id": order_id });
        self.call(Call::post(
            "order/api/v1/terminate_subscription",
            body,
            Effect::Acts,
        ))
        .await
        .map(|data| wire::termination(&data))
    }

    /// Logs in; for `doctor`.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn log_in(&self) -> Result<TokenForm, Error> {
        self.0.tokens.present(self.authenticate()).await?;
        Ok(self.0.tokens.form().await)
    }
}

/// Whether an answer is about this eSIM. One that does not say is about what was asked for; a check
/// digit may be left out.
fn is_of(told: Option<&Iccid>, asked: &str) -> bool {
    told.is_none_or(|told| told.is_of_the_card(asked))
}
