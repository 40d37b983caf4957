//! Table `packages`: every package on an eSIM of ours as the supplier last showed it, and the lines
//! that bought them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::Value;
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::cancellations::{self, Cancellation};
use super::unreadable;
use domain::line::LineState;
use domain::money::{Currency, Money};
use domain::nameless::Marks;
use domain::package::{Package, PackageStatus, Unit, Usage};
use domain::product::Product;

/// What the supplier shows of a package; what it leaves out changes nothing that is stored.
#[derive(Debug, Clone, Default)]
pub struct Shown<'a> {
    /// The supplier's order.
    pub supplier_order_id: &'a str,
    /// What it is of.
    pub product_id: Option<&'a str>,
    /// As it came.
    pub status: Option<&'a str>,
    /// In `unit`.
    pub allowance: Option<Decimal>,
    /// In `unit`.
    pub used: Option<Decimal>,
    /// As it came.
    pub unit: Option<&'a str>,
    /// First connection; the supplier fills it in before there was one, too.
    pub started_at: Option<DateTime<Utc>>,
    /// End of validity.
    pub ends_at: Option<DateTime<Utc>>,
    /// The last day it can be started.
    pub start_by: Option<DateTime<Utc>>,
    /// When the supplier made it.
    pub bought_at: Option<DateTime<Utc>>,
}

/// What was known of a package before it was stored anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// Its status, if it was known.
    Status(Option<String>),
    /// It is another eSIM's, whatever the supplier says: nothing has been stored.
    Anothers,
}

/// Stores what the supplier shows of a package on an eSIM of ours, and tells the order's row as
/// well.
pub async fn store(
    db: &mut PgConnection,
    iccid: &str,
    shown: &Shown<'_>,
    now: DateTime<Utc>,
) -> Result<Before> {
    let anothers = sqlx::query_scalar!(
        r#"select exists (select from packages where supplier_order_id = $1 and iccid <> $2)
           or exists (select from supplier_orders s join lines l on l.id = s.line_id left
             join esims e on e.line_id = l.id
                      where s.supplier_order_id = $1
                      and coalesce(l.target_iccid, e.iccid) <> $2) as "anothers!""#,
        shown.supplier_order_id,
        iccid
    )
    .fetch_one(&mut *db)
    .await?;
    if anothers {
        return Ok(Before::Anothers);
    }
    let before = sqlx::query_scalar!(
        "select status from packages where supplier_order_id = $1 for update",
        shown.supplier_order_id
    )
    .fetch_optional(&mut *db)
    .await?
    .flatten();
    bought(&mut *db, iccid, shown, now).await?;
    sqlx::query!(
        "update supplier_orders
         set status = coalesce($2, status), activate_by = coalesce($3, activate_by),
         expiry = coalesce($4, expiry), seen_at = $5
         where supplier_order_id = $1",
        shown.supplier_order_id,
        shown.status,
        shown.start_by,
        shown.ends_at,
        now
    )
    .execute(db)
    .await?;
    Ok(Before::Status(before))
}

/// Stores a package that was just bought, and whose order has been stored with what the supplier
/// said of it. One that is another eSIM's stays.
pub async fn bought(
    db: &mut PgConnection,
    iccid: &str,
    shown: &Shown<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into packages (supplier_order_id, iccid, product_id, status, allowance, used, unit,
           started_at, ends_at, start_by, bought_at, seen_at)
         values ($1, $2, $3, $4, $5::text::numeric, $6::text::numeric, $7, $8, $9, $10, $11, $12)
         on conflict (supplier_order_id) do update
             set product_id = coalesce(excluded.product_id, packages.product_id),
             status = coalesce(excluded.status, packages.status),
                 allowance = coalesce(excluded.allowance, packages.allowance),
                 used = coalesce(excluded.used, packages.used),
                 unit = coalesce(excluded.unit, packages.unit),
                 started_at = coalesce(excluded.started_at, packages.started_at),
                 ends_at = coalesce(excluded.ends_at, packages.ends_at),
                 start_by = coalesce(excluded.start_by, packages.start_by),
                 bought_at = coalesce(excluded.bought_at, packages.bought_at),
                 seen_at = excluded.seen_at
             where packages.iccid = excluded.iccid",
        shown.supplier_order_id,
        iccid,
        shown.product_id,
        shown.status,
        shown.allowance.map(|n| n.to_string()),
        shown.used.map(|n| n.to_string()),
        shown.unit,
        shown.started_at,
        shown.ends_at,
        shown.start_by,
        shown.bought_at,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// What is known of an eSIM's packages that were bought here, to recognise them in a list without
/// ids.
pub async fn marks(db: &PgPool, iccid: &str) -> Result<Vec<Marks>> {
    sqlx::query_as!(
        Marks,
        r#"select s.supplier_order_id as "id?", l.product_id as "product_id?",
           coalesce(p.bought_at, l.delivered_at) as made_at
           from supplier_orders s join lines l on l.id = s.line_id
           left join esims e on e.line_id = l.id
           left join packages p on p.supplier_order_id = s.supplier_order_id
           where coalesce(l.target_iccid, e.iccid) = $1 and not s.orphan and l.outcome = 'deliver'
           order by 1"#,
        iccid
    )
    .fetch_all(db)
    .await
}

/// A package with the line that bought it, if it was bought here.
#[derive(Debug, Clone)]
pub struct OwnedPackage {
    /// The package.
    pub package: Package,
    /// What bought it.
    pub line: Option<PackageLine>,
}

/// The line behind a package.
#[derive(Debug, Clone)]
pub struct PackageLine {
    /// Its id.
    pub id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// For people.
    pub order_number: String,
    /// The unguessable part of its order's address.
    pub order_token: String,
    /// Whether it was added to an eSIM that existed.
    pub topup: bool,
    /// The traveller's name of the plan.
    pub plan_name: String,
    /// The product as it was sold; none when an older release wrote it otherwise.
    pub product: Option<Product>,
    /// What was paid for it.
    pub price: Money,
    /// Where it is.
    pub state: LineState,
    /// Whether real money paid for it.
    pub livemode: bool,
    /// The country of the buyer's billing address, if it is known.
    pub country: Option<String>,
    /// When it was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
    /// What of it has gone back, or is on its way.
    pub back: Money,
    /// Whether a refund of it is under way.
    pub refund_under_way: bool,
    /// Whether a dispute or review holds its order.
    pub held: bool,
    /// Whether its start by hand has been asked for: `asked`, `started` or `kept`.
    pub start: Option<String>,
    /// What was asked for and promised, if it is given back.
    pub cancellation: Option<Cancellation>,
}

struct Row {
    iccid: String,
    supplier_order_id: String,
    status: Option<String>,
    allowance: Option<String>,
    used: Option<String>,
    unit: Option<String>,
    started_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    start_by: Option<DateTime<Utc>>,
    bought_at: Option<DateTime<Utc>>,
    line_id: Option<Uuid>,
    order_id: Option<Uuid>,
    order_number: Option<String>,
    token: Option<String>,
    operation: Option<String>,
    plan_name: Option<String>,
    plan: Option<Value>,
    price_minor: Option<i64>,
    currency: Option<String>,
    state: Option<String>,
    livemode: Option<bool>,
    country: Option<String>,
    delivered_at: Option<DateTime<Utc>>,
    back_minor: Option<i64>,
    refund_under_way: bool,
    held: bool,
    start: Option<String>,
}

impl Row {
    fn package(&self) -> Package {
        let number =
            |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<Decimal>().ok());
        let status = self.status.as_deref().map(PackageStatus::parse);
        let started = !matches!(status, None | Some(PackageStatus::Pending));
        // An allowance without a word on its use is one that nobody has used.
        let usage =
            number(&self.allowance)
                .zip(self.unit.as_deref())
                .and_then(|(allowance, unit)| {
                    Usage::new(
                        allowance,
                        number(&self.used).unwrap_or_default(),
                        Unit::parse(unit),
                    )
                });
        Package {
            supplier_order_id: self.supplier_order_id.clone(),
            usage,
            started_at: self.started_at.filter(|_| started),
            ends_at: self.ends_at.filter(|_| started),
            start_by: self.start_by.filter(|_| !started),
            bought_at: self.bought_at,
            status,
        }
    }

    fn line(self) -> Result<Option<PackageLine>> {
        let (Some(id), Some(order_id), Some(currency), Some(state)) = (
            self.line_id,
            self.order_id,
            self.currency,
            self.state.as_deref(),
        ) else {
            return Ok(None);
        };
        let currency: Currency = currency
            .parse()
            .map_err(unreadable("orders.currency", order_id))?;
        Ok(Some(PackageLine {
            id,
            order_id,
            order_number: self.order_number.unwrap_or_default(),
            order_token: self.token.unwrap_or_default(),
            topup: self.operation.as_deref() == Some("TOPUP"),
            plan_name: self.plan_name.unwrap_or_default(),
            product: self.plan.and_then(|plan| serde_json::from_value(plan).ok()),
            price: Money::new(self.price_minor.unwrap_or_default(), currency),
            state: LineState::try_from(state).map_err(unreadable("lines.state", id))?,
            livemode: self.livemode.unwrap_or_default(),
            country: self.country,
            delivered_at: self.delivered_at,
            back: Money::new(self.back_minor.unwrap_or_default(), currency),
            refund_under_way: self.refund_under_way,
            held: self.held,
            start: self.start,
            cancellation: None,
        }))
    }
}

/// An eSIM's packages, what is in use first, then what comes next, then what is over. What was sold
/// and handed to nobody is left out.
pub async fn of_esim(db: &PgPool, iccid: &str) -> Result<Vec<OwnedPackage>> {
    Ok(of_esims(db, &[iccid.to_owned()])
        .await?
        .remove(iccid)
        .unwrap_or_default())
}

/// The packages of several eSIMs by their numbers, each as [`of_esim`].
pub async fn of_esims(
    db: &PgPool,
    iccids: &[String],
) -> Result<HashMap<String, Vec<OwnedPackage>>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select p.iccid, p.supplier_order_id, p.status, p.allowance::text, p.used::text, p.unit,
           p.started_at, p.ends_at, p.start_by, p.bought_at,
                  l.id as "line_id?", o.id as "order_id?", o.order_number as "order_number?",
                  o.token as "token?", l.operation as "operation?",
                  l.plan_name as "plan_name?", l.plan as "plan?", l.price_minor as "price_minor?",
                  o.currency as "currency?",
                  l.state as "state?", o.livemode as "livemode?", o.customer_country as "country?",
                  l.delivered_at,
                  line_back(l.id) as "back_minor?",
                  exists (select from refunds r where r.line_id = l.id
                    and r.state in ('intent', 'pending', 'requires_action'))
                      as "refund_under_way!",
                  held(l.order_id, l.id) as "held!", t.state as "start?"
           from packages p
           left join supplier_orders so on so.supplier_order_id = p.supplier_order_id
           left join lines l on l.id = so.line_id
           left join orders o on o.id = l.order_id
           left join starts t on t.line_id = l.id
           where p.iccid = any($1) and not coalesce(so.orphan, false)
           order by p.bought_at, l.delivered_at, p.supplier_order_id"#,
        iccids
    )
    .fetch_all(db)
    .await?;
    let mut given_back = cancellations::of_esims(db, iccids).await?;
    let mut all: HashMap<String, Vec<OwnedPackage>> = HashMap::new();
    for row in rows {
        let (iccid, package) = (row.iccid.clone(), row.package());
        let mut line = row.line()?;
        if let Some(line) = &mut line {
            line.cancellation = given_back.remove(&line.id);
        }
        all.entry(iccid)
            .or_default()
            .push(OwnedPackage { package, line });
    }
    for packages in all.values_mut() {
        packages.sort_by_key(|p| p.package.rank());
    }
    Ok(all)
}

/// A package was ended at the supplier by us.
pub async fn ended(
    db: &mut PgConnection,
    supplier_order_id: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update packages set status = 'TERMINATED', seen_at = $2 where supplier_order_id = $1",
        supplier_order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}
