//! The supplier's JSON, read tolerantly: numbers may be strings, cases vary, fields may be missing. Nothing is sent from here.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use secrecy::SecretString;
use serde_json::Value;

use crate::domain::money::Currency;
use crate::domain::product::{Data, Network, Product};

/// A page of the catalogue.
#[derive(Debug, Clone)]
pub struct ProductPage {
    /// What could be read.
    pub products: Vec<Product>,
    /// How many entries could not.
    pub skipped: usize,
    /// The next page's `page_start`; `None` on the last one.
    pub next: Option<Value>,
}

/// A product that can be put on an eSIM now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it costs, where that can be read.
    pub price: Option<(Decimal, Currency)>,
}

/// An order as `create_order` and `get_order` show it. Any part may be missing: the document promises none.
#[derive(Debug, Clone, Default)]
pub struct SupplierOrder {
    /// The supplier's order id.
    pub id: Option<String>,
    /// `COMPLETED`, upper case; the document names no other.
    pub status: Option<String>,
    /// The eSIM it is on, digits only.
    pub iccid: Option<String>,
    /// The activation code: a bearer secret.
    pub activation_code: Option<SecretString>,
    /// The eSIM's status as it came.
    pub esim_status: Option<String>,
    /// The product's id, where it is told.
    pub product_id: Option<String>,
    /// The package.
    pub subscription: Subscription,
    /// When the supplier made it.
    pub created_at: Option<DateTime<Utc>>,
}

/// A package's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subscription {
    /// `PENDING`, `ACTIVE`, `EXPIRED`, `TERMINATED`, upper case; unknown ones as they came.
    pub status: Option<String>,
    /// Allowance, in `unit`.
    pub upper_limit: Option<Decimal>,
    /// Used, in `unit`.
    pub used: Option<Decimal>,
    /// `Byte`, `MB`, `GB`, `Days` as it came.
    pub unit: Option<String>,
    /// First connection in the destination.
    pub activation_time: Option<DateTime<Utc>>,
    /// End of validity.
    pub expiry: Option<DateTime<Utc>>,
    /// Start it by then.
    pub activate_by: Option<DateTime<Utc>>,
}

/// An eSIM as `get_esim_status` shows it.
#[derive(Debug, Clone)]
pub struct EsimStatus {
    /// Digits only.
    pub iccid: Option<String>,
    /// The activation code: a bearer secret.
    pub activation_code: Option<SecretString>,
    /// As it came.
    pub status: Option<String>,
}

/// What `terminate_subscription` answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termination {
    /// Whether the supplier gives the package fee back; `None` when it did not say.
    pub need_refund: Option<bool>,
}

pub(super) fn text(v: &Value, key: &str) -> Option<String> {
    match v.get(key)? {
        Value::String(s) if !s.trim().is_empty() => Some(s.trim().to_owned()),
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

fn decimal(v: &Value, key: &str) -> Option<Decimal> {
    let text = text(v, key)?;
    text.parse().ok().or_else(|| Decimal::from_scientific(&text).ok())
}

fn time(v: &Value, key: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(&text(v, key)?).ok().map(|t| t.to_utc())
}

fn truth(v: &Value, key: &str) -> Option<bool> {
    match v.get(key)? {
        Value::Bool(b) => Some(*b),
        Value::String(s) => s.trim().to_ascii_lowercase().parse().ok(),
        Value::Number(n) => Some(n.as_i64() != Some(0)),
        _ => None,
    }
}

/// The envelope's `code`: zero is success, whatever the HTTP status; a missing one is no answer.
pub(super) fn code(envelope: &Value) -> Option<String> {
    text(envelope, "code")
}

/// The access token: `data.access_token`, else `data.token`, else `data` itself; the document names none.
pub(super) fn token(data: &Value) -> Option<SecretString> {
    text(data, "access_token")
        .or_else(|| text(data, "token"))
        .or_else(|| data.as_str().filter(|s| !s.trim().is_empty()).map(|s| s.trim().to_owned()))
        .map(SecretString::from)
}

pub(super) fn page(data: &Value) -> Option<ProductPage> {
    let listed = data.get("products")?.as_array()?;
    let products: Vec<_> = listed.iter().filter_map(product).collect();
    let next = data.get("last_evaluated_key").filter(|key| match key {
        Value::Object(map) => !map.is_empty(),
        Value::String(s) => !s.is_empty(),
        other => !other.is_null(),
    });
    Some(ProductPage { skipped: listed.len() - products.len(), products, next: next.cloned() })
}

/// Products that fit an eSIM; one that does not say where it works, works where the eSIM does.
pub(super) fn topups(data: &Value, coverage: &[String]) -> Option<Vec<Product>> {
    let place = |listed: &Value| {
        let mut listed = listed.clone();
        let told = listed.get("coverage").is_some_and(|c| c.as_array().is_none_or(|codes| !codes.is_empty()));
        if let (false, Some(fields)) = (told, listed.as_object_mut()) {
            fields.insert("coverage".to_owned(), coverage.into());
        }
        product(&listed)
    };
    Some(data.get("products")?.as_array()?.iter().filter_map(place).collect())
}

/// What a list of products says of this one: `None` when it is no list, and when it does not name it.
pub(super) fn offer(data: &Value, product_id: &str) -> Option<Option<Offer>> {
    let mut listed = data.get("products")?.as_array()?.iter();
    Some(listed.find(|p| text(p, "id").as_deref() == Some(product_id)).map(|p| Offer { price: price(p) }))
}

/// Above zero, and in a currency.
fn price(v: &Value) -> Option<(Decimal, Currency)> {
    let cost = decimal(v, "price").filter(|cost| cost.is_sign_positive() && !cost.is_zero())?;
    Some((cost, text(v, "price_unit")?.parse().ok()?))
}

/// A product, or `None` when it lacks what a shop must know: id, price, validity, coverage, allowance.
pub(super) fn product(v: &Value) -> Option<Product> {
    let unlimited =
        truth(v, "is_unlimited") == Some(true) || text(v, "amount_unit").is_some_and(|u| u.to_ascii_lowercase().starts_with("day"));
    let data = if unlimited { Data::Unlimited } else { Data::Megabytes(megabytes(decimal(v, "amount")?, &text(v, "amount_unit")?)?) };
    let mut coverage: Vec<String> = match v.get("coverage")? {
        Value::Array(codes) => codes.iter().filter_map(Value::as_str).map(|c| c.trim().to_ascii_uppercase()).collect(),
        Value::String(codes) => codes.split(',').map(|c| c.trim().to_ascii_uppercase()).collect(),
        _ => return None,
    };
    coverage.retain(|code| code.len() == 2);
    coverage.sort();
    coverage.dedup();
    let (cost, cost_currency) = price(v)?;
    let network = |n: &Value| Some(Network { mccmnc: text(n, "mccmnc"), name: text(n, "name")?, speed: text(n, "speed") });
    Some(Product {
        id: text(v, "id").filter(|id| id.len() <= 200)?,
        meta_id: text(v, "meta_product_id"),
        name: text(v, "name").or_else(|| text(v, "id"))?,
        data,
        days: days(decimal(v, "duration")?, &text(v, "duration_unit")?)?,
        coverage: (!coverage.is_empty()).then_some(coverage)?,
        networks: v.get("networks").and_then(Value::as_array).map(|all| all.iter().filter_map(network).collect()).unwrap_or_default(),
        imsi_profile: text(v, "imsi_profile"),
        cost,
        cost_currency,
    })
}

fn megabytes(amount: Decimal, unit: &str) -> Option<u64> {
    let kilo = Decimal::from(1024);
    let megabytes = match unit.trim().to_ascii_uppercase().as_str() {
        "TB" => amount.checked_mul(kilo)?.checked_mul(kilo)?,
        "GB" => amount.checked_mul(kilo)?,
        "MB" => amount,
        "KB" => amount.checked_div(kilo)?,
        "BYTE" | "BYTES" | "B" => amount.checked_div(kilo)?.checked_div(kilo)?,
        _ => return None,
    };
    megabytes.round().to_u64().filter(|m| *m > 0)
}

fn days(duration: Decimal, unit: &str) -> Option<u32> {
    let days = match unit.trim().to_ascii_uppercase().trim_end_matches('S') {
        "HOUR" => duration.checked_div(Decimal::from(24))?.ceil(),
        "DAY" => duration,
        "WEEK" => duration.checked_mul(Decimal::from(7))?,
        "MONTH" => duration.checked_mul(Decimal::from(30))?,
        "YEAR" => duration.checked_mul(Decimal::from(365))?,
        _ => return None,
    };
    days.to_u32().filter(|d| *d > 0)
}

fn iccid(v: &Value) -> Option<String> {
    let digits: String = text(v, "iccid")?.chars().filter(|c| !c.is_whitespace()).collect();
    Some(digits.trim_end_matches(['F', 'f']).to_owned()).filter(|d| !d.is_empty())
}

pub(super) fn order(data: &Value) -> SupplierOrder {
    let esim = data.get("esim").unwrap_or(&Value::Null);
    SupplierOrder {
        id: text(data, "id").or_else(|| text(data, "order_id")),
        status: text(data, "status").map(|s| s.to_ascii_uppercase()),
        iccid: iccid(esim).or_else(|| iccid(data)),
        activation_code: text(esim, "esim_qr").or_else(|| text(data, "esim_qr")).map(SecretString::from),
        esim_status: text(esim, "status"),
        product_id: data.get("product").and_then(|p| text(p, "id")),
        subscription: subscription(data.get("subscription").unwrap_or(&Value::Null)),
        created_at: time(data, "creation_time"),
    }
}

pub(super) fn orders(data: &Value) -> Option<Vec<SupplierOrder>> {
    Some(data.get("orders")?.as_array()?.iter().map(order).collect())
}

fn subscription(v: &Value) -> Subscription {
    Subscription {
        status: text(v, "status").map(|s| s.to_ascii_uppercase()),
        upper_limit: decimal(v, "upper_limit_amount"),
        used: decimal(v, "used_amount"),
        unit: text(v, "amount_unit"),
        activation_time: time(v, "activation_time"),
        expiry: time(v, "expiry"),
        activate_by: time(v, "activate_by"),
    }
}

pub(super) fn esim(data: &Value) -> EsimStatus {
    EsimStatus { iccid: iccid(data), activation_code: text(data, "esim_qr").map(SecretString::from), status: text(data, "status") }
}

pub(super) fn termination(data: &Value) -> Termination {
    Termination { need_refund: data.get("refund").and_then(|r| truth(r, "need_refund")) }
}
