//! Table `esims`: what travellers own. The activation code is a bearer secret and leaves only to
//! its owner's page and mail.

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use domain::sealed::Sealed;

/// An eSIM to hand over.
#[derive(Debug, Clone)]
pub struct NewEsim<'a> {
    /// Its id, which names it in addresses.
    pub id: Uuid,
    /// Digits only.
    pub iccid: &'a str,
    /// The line that bought it.
    pub line_id: Uuid,
    /// `LPA:1$…`, sealed.
    pub activation_code: &'a Sealed,
    /// The same as the supplier wrote it, where that differs.
    pub code_as_received: Option<&'a Sealed>,
    /// The access point name of this very eSIM.
    pub apn: Option<&'a str>,
    /// As the supplier wrote it.
    pub status: Option<&'a str>,
}

/// Hands an eSIM over. Its line's outcome must be decided for it.
pub async fn insert(db: &mut PgConnection, esim: &NewEsim<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into esims (id, iccid, line_id, activation_code, code_as_received, apn, status,
           status_seen_at, created_at)
         values ($1, $2, $3, $4, $7, $8, $5, $6, $6)",
        esim.id,
        esim.iccid,
        esim.line_id,
        esim.activation_code.as_stored(),
        esim.status,
        now,
        esim.code_as_received.map(Sealed::as_stored),
        esim.apn
    )
    .execute(db)
    .await
    .map(drop)
}

/// An eSIM's status as the supplier shows it now. The one before.
pub async fn set_status(
    db: &mut PgConnection,
    iccid: &str,
    status: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let before = sqlx::query_scalar!(
        "select status from esims where iccid = $1 for update",
        iccid
    )
    .fetch_optional(&mut *db)
    .await?
    .flatten();
    sqlx::query!(
        "update esims set status = $2, status_seen_at = $3 where iccid = $1",
        iccid,
        status,
        now
    )
    .execute(db)
    .await?;
    Ok(before)
}

/// An eSIM's code as it is stored.
#[derive(Debug, Clone)]
pub struct StoredCode {
    /// The eSIM's id.
    pub esim_id: Uuid,
    /// Its number.
    pub iccid: String,
    /// `LPA:1$…`, sealed or plain.
    pub code: Sealed,
    /// The same as the supplier wrote it.
    pub as_received: Option<Sealed>,
}

struct CodeRow {
    id: Uuid,
    iccid: String,
    activation_code: String,
    code_as_received: Option<String>,
}

impl From<CodeRow> for StoredCode {
    fn from(row: CodeRow) -> Self {
        let as_received = row.code_as_received.map(Sealed::read);
        Self {
            esim_id: row.id,
            iccid: row.iccid,
            code: Sealed::read(row.activation_code),
            as_received,
        }
    }
}

/// The code of an eSIM, locked.
pub async fn lock_code(db: &mut PgConnection, iccid: &str) -> Result<Option<StoredCode>> {
    let row = sqlx::query_as!(
        CodeRow,
        "select id, iccid, activation_code, code_as_received
         from esims where iccid = $1 for update",
        iccid
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(StoredCode::from))
}

/// Whether another eSIM has this code. `beginnings`: how it may be stored sealed.
pub async fn is_anothers_code(
    db: &mut PgConnection,
    esim_id: Uuid,
    code: &SecretString,
    beginnings: &[String],
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from esims where id <> $1
           and left(activation_code, 50) collate "C" = any($3::text[] || left($2, 50))
           and (activation_code = $2 or left(activation_code, 50) = any($3))) as "is!""#,
        esim_id,
        code.expose_secret(),
        beginnings
    )
    .fetch_one(db)
    .await
}

/// Another code for an eSIM, or the same sealed anew; nothing where it is no longer `before`.
/// Whether it was taken.
pub async fn set_code(
    db: &mut PgConnection,
    before: &StoredCode,
    code: &Sealed,
    as_received: Option<&Sealed>,
) -> Result<bool> {
    let set = sqlx::query!(
        "update esims set activation_code = $2, code_as_received = $3 where id = $1
         and activation_code = $4",
        before.esim_id,
        code.as_stored(),
        as_received.map(Sealed::as_stored),
        before.code.as_stored()
    )
    .execute(db)
    .await?;
    Ok(set.rows_affected() == 1)
}

/// Codes that are not sealed by the key whose values begin so, after the eSIM `after`; without one,
/// those that are sealed at all. A forgotten person's are none.
pub async fn codes_to_seal(
    db: &PgPool,
    beginning: Option<&str>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<StoredCode>> {
    let rows = sqlx::query_as!(
        CodeRow,
        r#"select id, iccid, activation_code, code_as_received from esims
           where id > $2 and activation_code <> 'LPA:1$forgotten.invalid$'
             and (($1::text is null and left(activation_code, 50) collate "C" between 'sealed:'
                 and 'sealed;')
                  or left(activation_code, 50) collate "C" < $1
                  or left(activation_code, 50) collate "C" > $1 || 'g')
           order by id limit $3"#,
        beginning,
        after,
        limit
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(StoredCode::from).collect())
}

/// How many codes there are by what they begin with; plain ones with nothing.
pub async fn codes_by_key(db: &PgPool) -> Result<Vec<(String, i64)>> {
    let rows = sqlx::query!(
        r#"select case when activation_code like 'sealed:%' then left(activation_code, 18)
           else '' end as "beginning!", count(*) as "many!"
           from esims where activation_code <> 'LPA:1$forgotten.invalid$' group by 1"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.beginning, row.many))
        .collect())
}

/// Its packages have been read.
pub async fn packages_seen(db: &mut PgConnection, iccid: &str, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update esims set packages_seen_at = $2, asked_at = greatest(asked_at, $2) where iccid = $1", iccid, now)
        .execute(db)
        .await
        .map(drop)
}

/// Whether it is this caller's turn to ask the supplier: nobody has since `since`. Held across
/// replicas.
pub async fn take_turn(
    db: &PgPool,
    iccid: &str,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let mine = sqlx::query!(
        "update esims set asked_at = $3 where iccid = $1 and (asked_at is null or asked_at < $2)",
        iccid,
        since,
        now
    )
    .execute(db)
    .await?;
    Ok(mine.rows_affected() == 1)
}

/// Whom an eSIM belongs to.
#[derive(Debug, Clone)]
pub struct Owner {
    /// The eSIM's id, as in addresses.
    pub esim_id: Uuid,
    /// The line that bought it.
    pub line_id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// Its owner's address.
    pub email: Option<String>,
    /// The language of its order.
    pub locale: String,
}

/// The owner of an eSIM, by its number.
pub async fn owner_of(db: &PgPool, iccid: &str) -> Result<Option<Owner>> {
    sqlx::query_as!(
        Owner,
        "select e.id as esim_id, e.line_id, o.id as order_id, o.customer_email as email, o.locale
         from esims e join lines l on l.id = e.line_id join orders o on o.id = l.order_id
         where e.iccid = $1",
        iccid
    )
    .fetch_optional(db)
    .await
}

/// Names who travels with an eSIM, or nobody.
pub async fn set_traveller(db: &PgPool, esim_id: Uuid, traveller: Option<&str>) -> Result<()> {
    sqlx::query!(
        "update esims set traveller = $2 where id = $1",
        esim_id,
        traveller
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whom one of an order's eSIMs is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ForWhom {
    /// The eSIM's id, as in addresses.
    pub esim_id: Uuid,
    /// Whether its buyer keeps it for their own phone.
    pub mine: bool,
    /// Until when somebody else's link to it works; none where its sending was called off.
    pub link_until: Option<DateTime<Utc>>,
}

/// Whom each of an order's eSIMs is for.
pub async fn for_whom(db: &PgPool, order_id: Uuid, now: DateTime<Utc>) -> Result<Vec<ForWhom>> {
    sqlx::query_as!(
        ForWhom,
        "select e.id as esim_id, e.mine, k.expires_at as \"link_until?\"
         from lines l join esims e on e.line_id = l.id
         left join esim_keys k on k.esim_id = e.id and k.purpose = 'traveller' and not k.unsent
         and k.expires_at > $2
         where l.order_id = $1 order by l.position",
        order_id,
        now
    )
    .fetch_all(db)
    .await
}

/// Keeps one eSIM of an order for its buyer's own phone, and no other of its plan; none at all
/// where none is named.
pub async fn set_mine(db: &mut PgConnection, order_id: Uuid, esim_id: Option<Uuid>) -> Result<()> {
    sqlx::query!(
        "update esims e set mine = e.id is not distinct from $2
         from lines l where l.id = e.line_id and l.order_id = $1
         and e.mine <> (e.id is not distinct from $2)
           and ($2 is null
             or l.plan_name = (select own.plan_name from lines own
             join esims kept on kept.line_id = own.id where kept.id = $2))",
        order_id,
        esim_id
    )
    .execute(db)
    .await
    .map(drop)
}

/// That these are for somebody else.
pub async fn unset_mine(db: &mut PgConnection, esim_ids: &[Uuid]) -> Result<()> {
    sqlx::query!(
        "update esims set mine = false where id = any($1) and mine",
        esim_ids
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether a browser has begun a top-up of this eSIM since then.
pub async fn began_topup(
    db: &PgPool,
    buyer_hash: &[u8],
    iccid: &str,
    since: DateTime<Utc>,
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from orders o join lines l on l.order_id = o.id
           where o.buyer_hash = $1 and l.target_iccid = $2
           and o.created_at >= $3) as "began!""#,
        buyer_hash,
        iccid,
        since
    )
    .fetch_one(db)
    .await
}
