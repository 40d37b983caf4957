//! The supplier's JSON, read tolerantly: numbers may be strings, cases vary, fields may be missing.
//! Nothing is sent from here.

mod json;
mod leftover;
mod products;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use domain::esim::{ActivationCode, Iccid};
use domain::outside;

pub(super) use json::read;
pub use products::{Offer, ProductPage, read_product};
pub(super) use products::{offer, page, product, start_by_id, topups};

/// A part of an answer: not there, there and beyond reading, or this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Told<T> {
    /// Not there.
    #[default]
    Nothing,
    /// There, and not what it should be.
    Unreadable,
    /// As it is kept.
    This(T),
}

impl<T> Told<T> {
    fn read<E>(text: Option<String>, read: impl FnOnce(String) -> Result<T, E>) -> Self {
        text.map_or(Self::Nothing, |text| {
            read(text).map_or(Self::Unreadable, Self::This)
        })
    }

    /// What was told, when it can be read.
    #[must_use]
    pub fn this(&self) -> Option<&T> {
        if let Self::This(this) = self {
            Some(this)
        } else {
            None
        }
    }

    /// The more telling of two answers to one question; this one where both are equal.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (&self, &other) {
            (Self::This(_), _) | (_, Self::Nothing) | (Self::Unreadable, Self::Unreadable) => self,
            _ => other,
        }
    }
}

/// An activation code, in the one form in which it is kept and as it came. Both are bearer secrets.
#[derive(Debug, Clone)]
pub struct Code {
    /// As it is kept.
    pub code: ActivationCode,
    /// As it came.
    pub received: SecretString,
}

impl Code {
    /// As it is stored and shown.
    #[must_use]
    pub fn kept(&self) -> SecretString {
        self.code.expose().into()
    }

    /// As it came, where that is not how it is kept.
    #[must_use]
    pub fn as_received(&self) -> Option<&SecretString> {
        (self.code.expose() != self.received.expose_secret()).then_some(&self.received)
    }
}

/// An order as `create_order` and `get_order` show it. Any part may be missing: the document
/// promises none.
#[derive(Debug, Clone, Default)]
pub struct SupplierOrder {
    /// The supplier's order id.
    pub id: Option<String>,
    /// `COMPLETED`, upper case; the document names no other.
    pub status: Option<String>,
    /// The eSIM it is on.
    pub iccid: Told<Iccid>,
    /// The activation code.
    pub code: Told<Code>,
    /// The eSIM's status as it came.
    pub esim_status: Option<String>,
    /// The access point name of this very eSIM.
    pub apn: Option<String>,
    /// The product's id, where it is told.
    pub product_id: Option<String>,
    /// The package.
    pub subscription: Subscription,
    /// When the supplier made it.
    pub created_at: Option<DateTime<Utc>>,
    /// What no field here has; no code and no number.
    pub raw: Option<Value>,
}

impl SupplierOrder {
    /// Whether an answer is about this order. One that does not say is about what was asked for.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        self.id
            .as_deref()
            .is_none_or(|told| told.eq_ignore_ascii_case(id))
    }
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
    /// The network's own name for it, which operators may be asked for.
    pub external_id: Option<String>,
}

/// An eSIM as `get_esim_status` shows it.
#[derive(Debug, Clone)]
pub struct EsimStatus {
    /// Which one.
    pub iccid: Told<Iccid>,
    /// The activation code.
    pub code: Told<Code>,
    /// As it came.
    pub status: Option<String>,
}

/// What `terminate_subscription` answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termination {
    /// Whether the supplier gives the package fee back; `None` when it did not say.
    pub need_refund: Option<bool>,
}

/// Longer texts are no values.
const LONGEST: usize = 500;

/// The text or number under a name, fit for a table.
pub(super) fn text(v: &Value, key: &str) -> Option<String> {
    line(v, key, LONGEST)
}

fn line(v: &Value, key: &str, longest: usize) -> Option<String> {
    match v.get(key)? {
        Value::String(s) => outside::line(s, longest),
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

/// Whatever stands under a name, as it came, so that what is there and cannot be read is told from
/// what is missing.
pub(super) fn there(v: &Value, key: &str) -> Option<String> {
    match v.get(key)? {
        Value::Null => None,
        Value::String(s) => (!s.trim().is_empty()).then(|| s.clone()),
        Value::Array(items) if items.is_empty() => None,
        Value::Object(fields) if fields.is_empty() => None,
        other => Some(other.to_string()),
    }
}

fn decimal(v: &Value, key: &str) -> Option<Decimal> {
    let text = text(v, key)?;
    text.parse()
        .ok()
        .or_else(|| Decimal::from_scientific(&text).ok())
}

fn time(v: &Value, key: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(&text(v, key)?)
        .ok()
        .map(|t| t.to_utc())
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

/// The access token: `data.access_token`, else `data.token`, else `data` itself; the document names
/// none.
pub(super) fn token(data: &Value) -> Option<SecretString> {
    // Longer than any other value.
    let filled = |value: &Value| match value {
        Value::String(token) => Some(token.trim().to_owned()).filter(|token| !token.is_empty()),
        Value::Number(token) => Some(token.to_string()),
        _ => None,
    };
    let found = [
        data.get("access_token"),
        data.get("token"),
        Some(data).filter(|data| data.is_string()),
    ];
    found
        .into_iter()
        .flatten()
        .find_map(filled)
        .map(SecretString::from)
}

fn iccid(v: &Value) -> Told<Iccid> {
    Told::read(there(v, "iccid"), |text| Iccid::parse(&text))
}

fn activation_code(v: &Value) -> Told<Code> {
    Told::read(there(v, "esim_qr"), |text| {
        ActivationCode::parse(&text).map(|code| Code {
            code,
            received: text.into(),
        })
    })
}

/// The fields of an order that are columns of ours, or must not be kept.
const ORDER_COLUMNS: [&str; 23] = [
    "id",
    "order_id",
    "status",
    "iccid",
    "esim_qr",
    "creation_time",
    "product",
    "esim.iccid",
    "esim.esim_qr",
    "esim.status",
    "esim.apn",
    "subscription.status",
    "subscription.upper_limit_amount",
    "subscription.uper_limit_amount",
    "subscription.used_amount",
    "subscription.amount_unit",
    "subscription.activation_time",
    "subscription.expiry",
    "subscription.activate_by",
    "subscription.external_id",
    "subscription.id",
    "refund",
    "operation_type",
];

pub(super) fn order(data: &Value) -> SupplierOrder {
    let data = data
        .get("order")
        .filter(|inner| inner.is_object())
        .unwrap_or(data);
    let esim = data.get("esim").unwrap_or(&Value::Null);
    let (iccid, code) = (
        iccid(esim).or(iccid(data)),
        activation_code(esim).or(activation_code(data)),
    );
    let number = iccid.this().map(Iccid::digits).unwrap_or_default();
    let matching_id = code
        .this()
        .map(|c| c.code.expose_matching_id())
        .unwrap_or_default();
    let received = code
        .this()
        .map(|c| c.received.expose_secret().trim())
        .unwrap_or_default();
    SupplierOrder {
        id: text(data, "id").or_else(|| text(data, "order_id")),
        // A status that is there and no word is one that nobody knows.
        status: text(data, "status")
            .map(|s| s.to_ascii_uppercase())
            .or_else(|| there(data, "status").map(|_| "UNREADABLE".to_owned())),
        raw: leftover::of(data, &ORDER_COLUMNS, &[number, matching_id, received]),
        iccid,
        code,
        esim_status: text(esim, "status"),
        apn: line(esim, "apn", 100),
        product_id: data.get("product").and_then(|p| text(p, "id")),
        subscription: subscription(data.get("subscription").unwrap_or(&Value::Null)),
        created_at: time(data, "creation_time"),
    }
}

/// A list of orders, wherever it stands.
pub(super) fn orders(data: &Value) -> Option<Vec<SupplierOrder>> {
    let listed = [data.get("orders"), data.get("items"), Some(data)]
        .into_iter()
        .flatten()
        .find_map(Value::as_array)?;
    Some(listed.iter().map(order).collect())
}

/// No data package is smaller, so that a bare figure below it counts something else.
const FEWEST_BYTES: u32 = 1024;

fn subscription(v: &Value) -> Subscription {
    let upper_limit = decimal(v, "upper_limit_amount").or_else(|| decimal(v, "uper_limit_amount"));
    let bytes = || {
        upper_limit
            .filter(|limit| *limit >= Decimal::from(FEWEST_BYTES))
            .map(|_| "Byte".to_owned())
    };
    Subscription {
        status: text(v, "status").map(|s| s.to_ascii_uppercase()),
        unit: text(v, "amount_unit").or_else(bytes),
        upper_limit,
        used: decimal(v, "used_amount"),
        activation_time: time(v, "activation_time"),
        expiry: time(v, "expiry"),
        activate_by: time(v, "activate_by"),
        external_id: line(v, "external_id", 200),
    }
}

pub(super) fn esim(data: &Value) -> EsimStatus {
    let data = data
        .get("esim")
        .filter(|inner| inner.is_object())
        .unwrap_or(data);
    EsimStatus {
        iccid: iccid(data),
        code: activation_code(data),
        status: text(data, "status"),
    }
}

/// Every number whose name speaks of a balance or a credit, with its name as it came.
pub(super) fn balances(data: &Value) -> Vec<(String, Decimal)> {
    let mut found = Vec::new();
    let mut level = vec![data];
    for _ in 0..4 {
        let mut next = Vec::new();
        for place in level {
            for (name, value) in place.as_object().into_iter().flatten() {
                let plain = name.to_ascii_lowercase();
                if plain.contains("balance") || plain.contains("credit") {
                    found.extend(
                        decimal(place, name)
                            .zip(outside::line(name, 60))
                            .map(|(number, name)| (name, number)),
                    );
                }
                next.extend(
                    [value]
                        .into_iter()
                        .filter(|v| v.is_object())
                        .chain(value.as_array().into_iter().flatten()),
                );
            }
        }
        level = next;
    }
    found.truncate(20);
    found
}

pub(super) fn termination(data: &Value) -> Termination {
    Termination {
        need_refund: data.get("refund").and_then(|r| truth(r, "need_refund")),
    }
}

#[cfg(test)]
mod tests;
