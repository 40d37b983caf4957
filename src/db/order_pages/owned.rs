//! A traveller's eSIMs with whom they belong to. Reads only.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use super::{Esim, Whose, esim};
use crate::db::stored;
use domain::email::EmailAddress;
use domain::line::LineState;
use domain::product::Product;

/// An eSIM with whom it belongs to and where it came from.
#[derive(Debug)]
pub struct OwnedEsim {
    /// The eSIM itself.
    pub esim: Esim,
    /// SHA-256 of the cookie of the browser that bought it.
    pub buyer_hash: Vec<u8>,
    /// Until when that browser may show it.
    pub browser_until: DateTime<Utc>,
    /// Whose it is.
    pub email: Option<EmailAddress>,
    /// The traveller's name of the plan.
    pub plan_name: String,
    /// The product as it was sold; none when an older release wrote it otherwise.
    pub product: Option<Product>,
    /// The last day its plan can be started.
    pub activate_by: Option<DateTime<Utc>>,
    /// When its packages were last read from the supplier; none before the first time.
    pub packages_seen_at: Option<DateTime<Utc>>,
    /// When it was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
    /// Whether the package it came with was given back.
    pub cancelled: bool,
    /// Its order.
    pub order_id: Uuid,
    /// For people.
    pub order_number: String,
    /// The unguessable part of its order's address.
    pub order_token: String,
}

impl OwnedEsim {
    /// Who may see its code.
    #[must_use]
    pub fn whose(&self) -> Whose<'_> {
        Whose {
            buyer_hash: &self.buyer_hash,
            browser_until: self.browser_until,
            email: self.email.as_ref(),
        }
    }
}

struct OwnedRow {
    id: Uuid,
    iccid: String,
    activation_code: String,
    status: Option<String>,
    traveller: Option<String>,
    apn: Option<String>,
    buyer_hash: Vec<u8>,
    browser_until: DateTime<Utc>,
    customer_email: Option<String>,
    plan_name: String,
    plan: Value,
    activate_by: Option<DateTime<Utc>>,
    packages_seen_at: Option<DateTime<Utc>>,
    delivered_at: Option<DateTime<Utc>>,
    state: String,
    order_id: Uuid,
    order_number: String,
    token: String,
}

impl TryFrom<OwnedRow> for OwnedEsim {
    type Error = sqlx::Error;

    fn try_from(r: OwnedRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            esim: esim(
                r.id,
                &r.iccid,
                r.activation_code,
                r.status.as_deref(),
                r.traveller,
                r.apn,
            )?,
            buyer_hash: r.buyer_hash,
            browser_until: r.browser_until,
            email: r
                .customer_email
                .as_deref()
                .map(EmailAddress::parse)
                .transpose()
                .map_err(stored)?,
            plan_name: r.plan_name,
            product: serde_json::from_value(r.plan).ok(),
            activate_by: r.activate_by,
            packages_seen_at: r.packages_seen_at,
            delivered_at: r.delivered_at,
            cancelled: r.state == LineState::Cancelled.as_str(),
            order_id: r.order_id,
            order_number: r.order_number,
            order_token: r.token,
        })
    }
}

/// The eSIMs of a traveller, newest first.
///
/// # Errors
/// As `by_token`.
pub async fn esims_of(db: &PgPool, email: &EmailAddress) -> Result<Vec<OwnedEsim>, sqlx::Error> {
    sqlx::query_as!(
        OwnedRow,
        "select e.id, e.iccid, e.activation_code, e.status, e.traveller, e.apn, o.buyer_hash,
         o.customer_email, l.plan_name, l.plan,
                s.activate_by as \"activate_by?\", e.packages_seen_at, l.delivered_at, l.state,
                o.id as order_id, o.order_number, o.token,
                greatest(coalesce(o.paid_at, o.created_at) + interval '90 days',
                         (select max(p.ends_at) + interval '30 days' from packages p
                           where p.iccid = e.iccid)) as \"browser_until!\"
         from orders o join lines l on l.order_id = o.id join esims e on e.line_id = l.id
         left join supplier_orders s on s.line_id = l.id and not s.orphan
         where o.customer_email = $1 order by e.created_at desc, l.position limit 200",
        email.expose()
    )
    .fetch_all(db)
    .await?
    .into_iter()
    .map(OwnedEsim::try_from)
    .collect()
}

/// One eSIM by the id in our addresses.
///
/// # Errors
/// As `by_token`.
pub async fn esim_by_id(db: &PgPool, id: Uuid) -> Result<Option<OwnedEsim>, sqlx::Error> {
    sqlx::query_as!(
        OwnedRow,
        "select e.id, e.iccid, e.activation_code, e.status, e.traveller, e.apn, o.buyer_hash,
         o.customer_email, l.plan_name, l.plan,
                s.activate_by as \"activate_by?\", e.packages_seen_at, l.delivered_at, l.state,
                o.id as order_id, o.order_number, o.token,
                greatest(coalesce(o.paid_at, o.created_at) + interval '90 days',
                         (select max(p.ends_at) + interval '30 days' from packages p
                           where p.iccid = e.iccid)) as \"browser_until!\"
         from esims e join lines l on l.id = e.line_id join orders o on o.id = l.order_id
         left join supplier_orders s on s.line_id = l.id and not s.orphan
         where e.id = $1",
        id
    )
    .fetch_optional(db)
    .await?
    .map(OwnedEsim::try_from)
    .transpose()
}
