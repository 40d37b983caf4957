//! The supplier's books: balance, orders, subscriptions, eSIMs, idempotency keys. Pure: time is an
//! argument, no HTTP.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::catalogue::{Product, build};

/// Why the supplier will not: the envelope's code and message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: i64,
    pub message: String,
}

/// Codes of ours; the document names none.
pub mod codes {
    pub const BAD_REQUEST: i64 = 40_000;
    pub const BAD_TOKEN: i64 = 40_100;
    pub const LOW_BALANCE: i64 = 40_200;
    pub const NOT_FOUND: i64 = 40_400;
    pub const NOT_ELIGIBLE: i64 = 40_910;
    pub const KEY_REUSED: i64 = 40_900;
}

/// A `Refusal` with this code and text.
pub fn refuse<T>(code: i64, message: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal {
        code,
        message: message.into(),
    })
}

/// A subscription's state, as the document spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubscriptionStatus {
    Pending,
    Active,
    Expired,
    Terminated,
}

impl SubscriptionStatus {
    /// `PENDING`, …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Active => "ACTIVE",
            Self::Expired => "EXPIRED",
            Self::Terminated => "TERMINATED",
        }
    }
}

/// One order with its one subscription.
#[derive(Debug, Clone)]
pub struct Order {
    pub id: String,
    /// The key it was made under.
    pub idempotency_key: String,
    /// `NEW` or `TOPUP`.
    pub operation: String,
    pub iccid: String,
    pub product: Product,
    pub created: DateTime<Utc>,
    /// `None` while pending.
    pub activated: Option<DateTime<Utc>>,
    /// When it ended, if it did.
    pub ended: Option<DateTime<Utc>>,
    /// Bytes, or days of an unlimited one.
    pub used: u64,
    pub status: SubscriptionStatus,
    /// Whether terminating it gave the fee back.
    pub refunded: bool,
    /// Thresholds (percent) that were told by webhook.
    pub told: Vec<u64>,
}

impl Order {
    /// The day on which it starts by itself, sixty days after it was sold.
    #[must_use]
    pub fn activate_by(&self) -> DateTime<Utc> {
        self.created + Duration::days(60)
    }

    /// The end of validity as far as it is known now.
    #[must_use]
    pub fn expiry(&self) -> DateTime<Utc> {
        self.ended.unwrap_or_else(|| {
            self.activated.unwrap_or(self.activate_by())
                + Duration::days(i64::from(self.product.days))
        })
    }

    /// The subscription block of every reply.
    pub fn subscription(&self, with_usage: bool) -> Value {
        let unit = if self.product.megabytes.is_none() {
            "Days"
        } else {
            "Byte"
        };
        let mut block = json!({
            "upper_limit_amount": self.product.upper_limit(),
            "amount_unit": unit,
            "status": self.status.as_str(),
            "activation_time": stamp(self.activated.unwrap_or(self.activate_by())),
            "expiry": stamp(self.expiry()),
            "activate_by": stamp(self.activate_by()),
        });
        if with_usage {
            block["used_amount"] = json!(self.used);
        }
        block
    }

    /// The order as `get_order` and `get_esim_orders` show it.
    pub fn to_json(&self) -> Value {
        json!({
            "id": self.id,
            "iccid": self.iccid,
            "product": {
                "id": self.product.id, "name": self.product.name, "duration": self.product.days,
                "duration_unit": "DAY", "imsi_profile": self.product.imsi_profile,
            },
            "subscription": self.subscription(true),
            "status": "COMPLETED",
            "creation_time": stamp(self.created),
        })
    }
}

#[derive(Debug, Clone)]
pub struct Esim {
    pub iccid: String,
    /// `LPA:1$address$matching-id`
    pub esim_qr: String,
    /// `PROVISIONED`, `Installed`, `ACTIVE`, `EXPIRED`, `BLOCKED`, spelt as in the document.
    pub status: &'static str,
    /// Whether it was ever put on a phone.
    pub installed: bool,
}

impl Esim {
    /// Nothing can be done with it any more.
    #[must_use]
    pub fn blocked(&self) -> bool {
        self.status.eq_ignore_ascii_case("BLOCKED")
            || self.status.eq_ignore_ascii_case("DEACTIVATED")
    }
}

/// What terminating a package says of the reseller's refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RefundWord {
    /// `need_refund` is true for a pending package within 60 days, else false.
    #[default]
    AsDocumented,
    /// `need_refund` is this, and the fee goes back accordingly.
    Always(bool),
    /// The fee goes back as documented, and the reply has no `refund` block.
    Silent,
}

/// What one key led to.
struct Keyed {
    body: Value,
    reply: Value,
    at: DateTime<Utc>,
}

/// How long a key is remembered: six months.
const KEY_DAYS: i64 = 183;

/// The supplier's whole memory.
pub struct Books {
    pub products: BTreeMap<String, Product>,
    pub balance_cents: i64,
    pub orders: Vec<Order>,
    pub esims: BTreeMap<String, Esim>,
    pub tokens: HashMap<String, DateTime<Utc>>,
    pub tokens_issued: usize,
    pub refund_word: RefundWord,
    /// The largest page of the catalogue that it gives.
    pub page_limit: usize,
    /// What it tells beyond the document of each eSIM it makes.
    pub apn: Option<String>,
    keys: HashMap<String, Keyed>,
}

impl Books {
    pub fn new(balance_cents: i64) -> Self {
        let products = build()
            .into_iter()
            .map(|product| (product.id.clone(), product))
            .collect();
        Self {
            products,
            balance_cents,
            orders: Vec::new(),
            esims: BTreeMap::new(),
            tokens: HashMap::new(),
            tokens_issued: 0,
            refund_word: RefundWord::default(),
            page_limit: 100,
            apn: None,
            keys: HashMap::new(),
        }
    }

    /// By stable or old id.
    pub fn product(&self, id: &str) -> Result<&Product, Refusal> {
        let found = self.products.get(id).or_else(|| {
            self.products
                .values()
                .find(|product| product.legacy_id == id)
        });
        found
            .filter(|product| product.on_sale)
            .map_or_else(|| refuse(codes::NOT_FOUND, "product not found"), Ok)
    }

    pub fn order(&mut self, id: &str) -> Result<&mut Order, Refusal> {
        self.orders
            .iter_mut()
            .find(|order| order.id == id)
            .map_or_else(|| refuse(codes::NOT_FOUND, "order not found"), Ok)
    }

    pub fn esim(&self, iccid: &str) -> Result<&Esim, Refusal> {
        self.esims
            .get(iccid)
            .map_or_else(|| refuse(codes::NOT_FOUND, "esim not found"), Ok)
    }

    /// One sale per key within six months: the same body is answered with the first reply, another
    /// is refused.
    pub fn create_order(
        &mut self,
        key: &str,
        body: &Value,
        now: DateTime<Utc>,
    ) -> Result<Value, Refusal> {
        if let Some(keyed) = self
            .keys
            .get(key)
            .filter(|keyed| now - keyed.at < Duration::days(KEY_DAYS))
        {
            return match keyed.body == *body {
                true => Ok(keyed.reply.clone()),
                false => refuse(
                    codes::KEY_REUSED,
                    "X-Idempotency-Key was used with another request body",
                ),
            };
        }
        let wanted = super::request::CreateOrder::read(body)?;
        let product = self.product(&wanted.product)?.clone();
        if let Some(iccid) = &wanted.iccid {
            self.can_top_up(iccid, &product)?;
        }
        if self.balance_cents < product.price_cents {
            return refuse(codes::LOW_BALANCE, "insufficient balance");
        }
        self.balance_cents -= product.price_cents;
        let reply = self.sell(key, product, wanted.iccid, now)?;
        self.keys.insert(
            key.to_owned(),
            Keyed {
                body: body.clone(),
                reply: reply.clone(),
                at: now,
            },
        );
        Ok(reply)
    }

    fn can_top_up(&self, iccid: &str, product: &Product) -> Result<(), Refusal> {
        self.esim(iccid)?;
        let mut fitting = self.topups_for(iccid).into_iter();
        if !fitting.any(|fitting| fitting.id == product.id) {
            return refuse(
                codes::NOT_ELIGIBLE,
                "product cannot top up this esim: another imsi_profile or region",
            );
        }
        Ok(())
    }

    /// Writes the order down; the reply says what was sold.
    fn sell(
        &mut self,
        key: &str,
        product: Product,
        topped_up: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<Value, Refusal> {
        let operation = if topped_up.is_some() { "TOPUP" } else { "NEW" };
        let iccid = match topped_up {
            Some(iccid) => {
                self.revive(&iccid);
                iccid
            }
            None => self.new_esim(),
        };
        let order = Order {
            id: uuid::Uuid::new_v4().to_string(),
            idempotency_key: key.to_owned(),
            operation: operation.to_owned(),
            iccid: iccid.clone(),
            product,
            created: now,
            activated: None,
            ended: None,
            used: 0,
            status: SubscriptionStatus::Pending,
            refunded: false,
            told: Vec::new(),
        };
        let esim = self.esim(&iccid)?;
        let mut reply = json!({
            "id": order.id,
            "status": "COMPLETED",
            "subscription": order.subscription(false),
            "creation_time": stamp(now),
            "esim": { "iccid": esim.iccid, "esim_qr": esim.esim_qr, "status": esim.status },
        });
        reply["subscription"]["external_id"] =
            json!(format!("X{}", order.id.get(..8).unwrap_or_default()));
        if let Some(apn) = &self.apn {
            reply["esim"]["apn"] = json!(apn);
        }
        self.orders.push(order);
        Ok(reply)
    }

    fn new_esim(&mut self) -> String {
        loop {
            let iccid = iccid(rand::random::<u64>() % 1_000_000_000_000);
            if self.esims.contains_key(&iccid) {
                continue;
            }
            let code = hex::encode_upper(rand::random::<[u8; 10]>());
            let esim_qr = format!("LPA:1$rsp.sandbox.example$JQ-{}-{}", &code[..6], &code[6..]);
            self.esims.insert(
                iccid.clone(),
                Esim {
                    iccid: iccid.clone(),
                    esim_qr,
                    status: "PROVISIONED",
                    installed: false,
                },
            );
            return iccid;
        }
    }

    /// Products that may be added to this eSIM; none to one that is blocked for good.
    pub fn topups_for(&self, iccid: &str) -> Vec<Product> {
        let usable = self.esims.get(iccid).is_some_and(|esim| !esim.blocked());
        match self
            .orders
            .iter()
            .rfind(|order| usable && order.iccid == iccid)
        {
            Some(order) => self.topups_like(&order.product),
            None => Vec::new(),
        }
    }

    /// Products with the same profile for the same place.
    pub fn topups_like(&self, current: &Product) -> Vec<Product> {
        let fits = |p: &&Product| {
            p.on_sale
                && p.tops_up
                && p.imsi_profile == current.imsi_profile
                && p.place == current.place
        };
        self.products.values().filter(fits).cloned().collect()
    }

    pub fn activate(&mut self, order_id: &str, now: DateTime<Utc>) -> Result<Value, Refusal> {
        let order = self.order(order_id)?;
        if order.status != SubscriptionStatus::Pending {
            return refuse(codes::NOT_ELIGIBLE, "subscription is not pending");
        }
        order.status = SubscriptionStatus::Active;
        order.activated = Some(now);
        let (reply, iccid) = (order.to_json(), order.iccid.clone());
        self.set_esim(&iccid, "ACTIVE");
        Ok(reply)
    }

    /// The package ends; a pending one within 60 days gives its fee back (not the eSIM's).
    pub fn terminate(&mut self, order_id: &str, now: DateTime<Utc>) -> Result<Value, Refusal> {
        let word = self.refund_word;
        let order = self.order(order_id)?;
        if !matches!(
            order.status,
            SubscriptionStatus::Pending | SubscriptionStatus::Active
        ) {
            return refuse(codes::NOT_ELIGIBLE, "subscription has ended already");
        }
        let due = order.status == SubscriptionStatus::Pending
            && now - order.created <= Duration::days(60);
        let back = if let RefundWord::Always(said) = word {
            said
        } else {
            due
        };
        order.status = SubscriptionStatus::Terminated;
        order.ended = Some(now);
        order.refunded = back;
        let (fee, iccid) = (order.product.price_cents, order.iccid.clone());
        let mut reply = order.to_json();
        if word != RefundWord::Silent {
            reply["refund"] = json!({ "need_refund": back });
        }
        self.balance_cents += if back { fee } else { 0 };
        self.settle(&iccid);
        Ok(reply)
    }
}

/// `2025-09-30T03:07:11Z`
pub fn stamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// An ICCID of the supplier's range with its check digit (Luhn), 19 digits.
fn iccid(number: u64) -> String {
    let body = format!("894400{number:012}");
    let sum: u32 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            let doubled = if place % 2 == 0 { digit * 2 } else { digit };
            doubled / 10 + doubled % 10
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}
