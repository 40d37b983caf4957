//! An order's lines, with their eSIMs and refunds.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Esim, LineView, RefundView};
use crate::db::{stored, unreadable};
use domain::esim::{EsimStatus, Iccid};
use domain::line::LineState;
use domain::money::{Currency, Money};
use domain::refund::{Cause, RefundState};
use domain::sealed::Sealed;

/// Beside the stored causes: what pretend money was not to buy.
const TEST_MODE: &str = "test mode";

/// A row of `lines` with its eSIM and the refund that counts.
struct LineRow {
    id: Uuid,
    position: i32,
    plan_name: String,
    plan: serde_json::Value,
    price_minor: i64,
    state: String,
    delivered_at: Option<DateTime<Utc>>,
    target_iccid: Option<String>,
    activate_by: Option<DateTime<Utc>>,
    esim_id: Option<Uuid>,
    iccid: Option<String>,
    activation_code: Option<String>,
    status: Option<String>,
    traveller: Option<String>,
    apn: Option<String>,
    refund_id: Option<Uuid>,
    refund_minor: Option<i64>,
    cause: Option<String>,
    refund_state: Option<String>,
    stripe_id: Option<String>,
    refund_at: Option<DateTime<Utc>>,
    settled_at: Option<DateTime<Utc>>,
}

pub(super) async fn lines(
    db: &mut PgConnection,
    order: Uuid,
    currency: Currency,
) -> Result<Vec<LineView>, sqlx::Error> {
    let rows = sqlx::query_as!(
        LineRow,
        "select l.id, l.position, l.plan_name, l.plan, l.price_minor, l.state, l.delivered_at,
         l.target_iccid,
                s.activate_by as \"activate_by?\",
                e.id as \"esim_id?\", e.iccid as \"iccid?\",
                e.activation_code as \"activation_code?\", e.status as \"status?\", e.traveller,
                e.apn as \"apn?\",
                r.id as \"refund_id?\",
                -- What went back for the whole order is a line's as far as its price.
                case when r.line_id is null then least(r.amount_minor, l.price_minor)
                else r.amount_minor end as \"refund_minor?\",
                case when r.cause = 'undeliverable' and r.reason like 'test mode:%' then 'test mode'
                else r.cause end as \"cause?\",
                r.state as \"refund_state?\",
                r.stripe_refund_id as \"stripe_id?\", r.created_at as \"refund_at?\",
                r.settled_at as \"settled_at?\"
         from lines l
         left join esims e on e.line_id = l.id
         left join supplier_orders s on s.line_id = l.id and not s.orphan
         left join lateral (
             -- Its own refund while that lives; else one made in the Dashboard for the order.
             select * from refunds r
             where r.line_id = l.id
             or (r.line_id is null and r.order_id = l.order_id
               and (l.outcome = 'refund' or l.state = 'cancelled'))
             order by r.state not in ('failed', 'canceled') desc, r.line_id is not null desc,
             r.attempt desc limit 1
         ) r on true
         where l.order_id = $1 order by l.position",
        order
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(|row| row.told(currency)).collect()
}

impl LineRow {
    fn told(self, currency: Currency) -> Result<LineView, sqlx::Error> {
        let refund = self.refund(currency)?;
        let esim = match (self.esim_id, self.iccid, self.activation_code) {
            (Some(id), Some(iccid), Some(code)) => Some(esim(
                id,
                &iccid,
                code,
                self.status.as_deref(),
                self.traveller,
                self.apn,
            )?),
            _ => None,
        };
        Ok(LineView {
            id: self.id,
            position: self.position,
            plan_name: self.plan_name,
            product: serde_json::from_value(self.plan).ok(),
            price: Money::new(self.price_minor, currency),
            state: LineState::try_from(self.state.as_str())
                .map_err(unreadable("lines.state", self.id))?,
            delivered_at: self.delivered_at,
            target_iccid: self.target_iccid,
            activate_by: self.activate_by,
            esim,
            refund,
        })
    }

    fn refund(&self, currency: Currency) -> Result<Option<RefundView>, sqlx::Error> {
        let (Some(id), Some(minor), Some(cause), Some(state), Some(created_at)) = (
            self.refund_id,
            self.refund_minor,
            self.cause.as_deref(),
            self.refund_state.as_deref(),
            self.refund_at,
        ) else {
            return Ok(None);
        };
        if cause != TEST_MODE {
            Cause::try_from(cause).map_err(unreadable("refunds.cause", id))?;
        }
        Ok(Some(RefundView {
            id,
            amount: Money::new(minor, currency),
            cause: cause.to_owned(),
            state: RefundState::try_from(state).map_err(unreadable("refunds.state", id))?,
            stripe_id: self.stripe_id.clone(),
            created_at,
            settled_at: self.settled_at,
        }))
    }
}

pub(super) fn esim(
    id: Uuid,
    iccid: &str,
    code: String,
    status: Option<&str>,
    traveller: Option<String>,
    apn: Option<String>,
) -> Result<Esim, sqlx::Error> {
    Ok(Esim {
        id,
        iccid: Iccid::parse(iccid).map_err(stored)?,
        code: Sealed::read(code),
        status: status.map(EsimStatus::parse),
        traveller,
        apn,
    })
}
