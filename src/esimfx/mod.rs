//! THE SUPPLIER'S DOOR: every endpoint of the eSIMfx document v1.8. It decides nothing and stores
//! nothing but the access token.

mod catalogue;
mod error;
mod reply;
mod token;
pub mod webhook;
mod wire;

use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::{Method, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

pub use error::Error;
pub use token::Form;
pub use wire::{
    Code, EsimStatus, Offer, ProductPage, Subscription, SupplierOrder, Termination, Told,
    read_product,
};

use crate::config::Esimfx;
use crate::domain::esim::Iccid;
use crate::domain::pace::Pace;
use crate::domain::product::Product;
use crate::meter::{self, Partner};
use crate::shop::SupplierCodes;
use error::speaks_of_money_short;
use reply::{Envelope, Reply, SILENT, envelope, read};
use token::{Token, Tokens};

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

/// What a call does to the world, which decides how its failures are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    Reads,
    Acts,
}

struct Call<'a> {
    method: Method,
    path: &'a str,
    query: &'a [(&'a str, &'a str)],
    body: Option<Value>,
    key: Option<Uuid>,
    timeout: Duration,
    effect: Effect,
}

impl<'a> Call<'a> {
    fn get(path: &'a str, query: &'a [(&'a str, &'a str)]) -> Self {
        Self {
            method: Method::GET,
            path,
            query,
            body: None,
            key: None,
            timeout: READ_TIMEOUT,
            effect: Effect::Reads,
        }
    }

    fn post(path: &'a str, body: Value, effect: Effect) -> Self {
        Self {
            method: Method::POST,
            path,
            query: &[],
            body: Some(body),
            key: None,
            timeout: ORDER_TIMEOUT,
            effect,
        }
    }
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
            .map_err(|_| Error::unclear(SILENT))??;
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
            .map_err(|_| Error::unclear(SILENT))?
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
    pub async fn log_in(&self) -> Result<Form, Error> {
        self.0.tokens.present(self.authenticate()).await?;
        Ok(self.0.tokens.form().await)
    }

    /// A call's `data`, when its `code` is zero.
    async fn call(&self, call: Call<'_>) -> Result<Value, Error> {
        let envelope = self.ask(call).await?;
        if envelope.code == "0" {
            Ok(envelope.data)
        } else {
            Err(self.sort(&envelope))
        }
    }

    /// The reply to a call. A token that is not accepted is renewed and the same call sent again;
    /// so is a fresh token in its other form. Neither counts as an attempt: such a call was turned
    /// away at the door.
    async fn ask(&self, call: Call<'_>) -> Result<Envelope, Error> {
        let measured = meter::Call::begin(
            Partner::Supplier,
            call.path.rsplit('/').next().unwrap_or_default().to_owned(),
        );
        let answer = self.answer(call).await;
        measured.end(match &answer {
            Ok(envelope) if envelope.code == "0" => "ok",
            Ok(envelope) => self.sort(envelope).result(),
            Err(error) => error.result(),
        });
        answer
    }

    async fn answer(&self, call: Call<'_>) -> Result<Envelope, Error> {
        let mut before = None;
        for _ in 0..3 {
            let token = self.0.tokens.present(self.authenticate()).await?;
            let fresh = before.is_some_and(|generation| generation != token.generation);
            before = Some(token.generation);
            let reply = self.send(&call, &token).await?;
            if !self.is_about_the_token(&reply) {
                self.0.tokens.accepted(&token).await;
                return envelope(reply).map(|envelope| self.without_secrets(envelope));
            }
            self.0.tokens.refused(&token, fresh).await;
        }
        Err(Error::Unreachable(
            "the supplier does not accept the access token it gave".into(),
        ))
    }

    async fn send(&self, call: &Call<'_>, token: &Token) -> Result<Reply, Error> {
        let mut request = self
            .request(call.method.clone(), call.path)?
            .timeout(call.timeout);
        request = request.header("Authorization", sensitive(&token.header())?);
        if !call.query.is_empty() {
            request = request.query(call.query);
        }
        if let Some(key) = call.key {
            request = request.header("X-Idempotency-Key", key.to_string());
        }
        if let Some(body) = &call.body {
            request = request.json(body);
        }
        let reply = read(request).await;
        self.note(&reply);
        match (reply, call.effect) {
            // A read that failed half-way did nothing.
            (Err(Error::Unclear { message, .. }), Effect::Reads) => {
                Err(Error::Unreachable(message))
            }
            (reply, _) => reply,
        }
    }

    fn request(&self, method: Method, path: &str) -> Result<RequestBuilder, Error> {
        let url = self.0.base.join(path).map_err(|_| {
            Error::Unreachable("ESIMFX_BASE_URL cannot be extended by a path".into())
        })?;
        Ok(self.0.http.request(method, url))
    }

    async fn authenticate(&self) -> Result<SecretString, Error> {
        let measured = meter::Call::begin(Partner::Supplier, "auth");
        let token = self.fetch_token().await;
        measured.end(token.as_ref().err().map_or("ok", Error::result));
        token
    }

    async fn fetch_token(&self) -> Result<SecretString, Error> {
        let body = json!({ "client_id": self.0.client_id.expose_secret(), "client_key": self.0.client_key.expose_secret() });
        let request = self
            .request(Method::POST, "account/api/v1/auth")?
            .timeout(READ_TIMEOUT)
            .json(&body);
        // Whatever goes wrong here, the call that needed the token never left.
        let fail =
            |what: String| Error::Unreachable(format!("log-in at the supplier failed: {what}"));
        let reply = read(request).await;
        self.note(&reply);
        let reply = reply.and_then(envelope).map_err(|e| fail(e.to_string()))?;
        let reply = self.without_secrets(reply);
        if reply.code != "0" {
            return Err(fail(format!("code {}: {}", reply.code, reply.message)));
        }
        wire::token(&reply.data).ok_or_else(|| fail("no token in the reply".into()))
    }

    /// How many calls may be under way at once: fewer after "too many" and after silence, more
    /// again after answers.
    #[must_use]
    pub fn at_once(&self) -> usize {
        let pace = self.0.pace.lock().unwrap_or_else(PoisonError::into_inner);
        usize::try_from(pace.limit()).unwrap_or(1)
    }

    fn note(&self, reply: &Result<Reply, Error>) {
        let mut pace = self.0.pace.lock().unwrap_or_else(PoisonError::into_inner);
        match reply {
            Ok(reply) if reply.status == StatusCode::TOO_MANY_REQUESTS => pace.strained(),
            Err(Error::Unclear { message, .. }) if message == SILENT => pace.strained(),
            Ok(_) => pace.answered(),
            // Refused or broken connections say nothing of how much is too much.
            Err(_) => {}
        }
    }

    /// A supplier that repeats our credentials in its message must not bring them into a log.
    fn without_secrets(&self, mut reply: Envelope) -> Envelope {
        for secret in [&self.0.client_id, &self.0.client_key]
            .map(|s| s.expose_secret())
            .into_iter()
            .filter(|s| !s.is_empty())
        {
            reply.message = reply.message.replace(secret, "[removed]");
        }
        reply
    }

    /// 401, a code the owner named, or an unknown refusal that speaks of the token: asking again
    /// with the same key is safe.
    fn is_about_the_token(&self, reply: &Reply) -> bool {
        if reply.status == StatusCode::UNAUTHORIZED {
            return true;
        }
        let Some(code) = reply
            .json
            .as_ref()
            .and_then(wire::code)
            .filter(|code| code != "0")
        else {
            return false;
        };
        let message = reply
            .json
            .as_ref()
            .and_then(|v| wire::there(v, "message"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        let speaks_of_it = message.contains("token")
            && ["expired", "invalid", "unauthorized", "unauthorised"]
                .iter()
                .any(|w| message.contains(w));
        code == "401"
            || known(&self.0.codes.token_codes, &code)
            || (speaks_of_it && !self.is_known(&code))
    }

    fn is_known(&self, code: &str) -> bool {
        known(&self.0.codes.refused_codes, code) || known(&self.0.codes.low_balance_codes, code)
    }

    /// Sorts a reply whose code is not zero.
    fn sort(&self, reply: &Envelope) -> Error {
        let (code, message) = (reply.code.clone(), reply.message.clone());
        if known(&self.0.codes.refused_codes, &code) {
            return Error::Refused { code, message };
        }
        let lower = message.to_ascii_lowercase();
        if known(&self.0.codes.low_balance_codes, &code) || speaks_of_money_short(&lower) {
            return Error::LowBalance { code, message };
        }
        Error::Unclear {
            message: format!("code {code}: {message}"),
            code: Some(code),
        }
    }
}

/// Whether an answer is about this eSIM. One that does not say is about what was asked for; a check
/// digit may be left out.
fn is_of(told: Option<&Iccid>, asked: &str) -> bool {
    told.is_none_or(|told| told.is_of_the_card(asked))
}

fn known(codes: &[i64], code: &str) -> bool {
    code.parse().is_ok_and(|code: i64| codes.contains(&code))
}

fn sensitive(secret: &SecretString) -> Result<reqwest::header::HeaderValue, Error> {
    let mut value = reqwest::header::HeaderValue::from_str(secret.expose_secret())
        .map_err(|_| Error::Unreachable("the supplier's token does not fit a header".into()))?;
    value.set_sensitive(true);
    Ok(value)
}
