//! Which plans must be started soon, and whom to tell. Reads only; over `packages`, `lines`,
//! `orders` and `mails`.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};
use uuid::Uuid;

use domain::mail_kind::MailKind;

/// How many are looked at in one round.
const ROUND: i64 = 500;

/// A plan that was bought with its eSIM, delivered, and not started when it was last seen.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What bought it.
    pub line_id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// Its eSIM.
    pub iccid: String,
    /// Whose it is.
    pub email: String,
    /// The language of its order.
    pub locale: String,
    /// The country of the buyer's billing address.
    pub country: Option<String>,
}

/// The plans to be started after `after` and no later than `until`, the nearest first, of which no
/// mail of this kind tells. What is given back, and what a dispute or review holds, is left out.
pub async fn waiting(
    db: &PgPool,
    kind: MailKind,
    after: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Waiting>> {
    sqlx::query_as!(
        Waiting,
        r#"select l.id as line_id, l.order_id, p.iccid, o.customer_email as "email!", o.locale,
           o.customer_country as country
           from packages p
           join supplier_orders so on so.supplier_order_id = p.supplier_order_id and not so.orphan
           join lines l on l.id = so.line_id and l.operation = 'NEW' and l.state = 'delivered'
           join orders o on o.id = l.order_id and not held(o.id, l.id)
           and o.customer_email is not null
           where p.start_by > $2 and p.start_by <= $3
           and (p.status is null or upper(trim(p.status)) = 'PENDING')
             and not exists (select from mails m where m.kind = $1 and m.subject = l.id::text)
             and not exists (select from cancellations c where c.line_id = l.id
               and c.state <> 'kept')
           order by p.start_by limit $4"#,
        kind.as_str(),
        after,
        until,
        ROUND
    )
    .fetch_all(db)
    .await
}
