//! An order that has come to rest with all its goods: what remains to be done is planted in one
//! statement.

use sqlx::{PgConnection, Result};
use uuid::Uuid;

use super::bell;
use super::jobs::{LEASE, Lease};
use super::mails::NewMail;
use domain::job::{Job, Lane};

/// Puts the mail of an order that has come to rest into the outbox, with its job and the one that
/// reads what Stripe took; the order's own job ends, unless it is being worked at. `false`, and
/// nothing has changed, when money of it is on its way back, or the mail was decided before.
pub async fn queue_mail(tx: &mut PgConnection, order_id: Uuid, mail: &NewMail<'_>) -> Result<bool> {
    let (mut places, token) = (bell::take_places(Lane::Mail, 1), Uuid::new_v4());
    let planted = sqlx::query!(
        "with decided as (
             insert into mails (id, order_id, kind, subject, to_address, locale, body, created_at,
               next_try_at)
             select $1, $2, $3, $4, $5, $6, $7, $8, $9
             where not exists (select from refunds where order_id = $2)
             on conflict (kind, subject) do nothing returning id
         ), ended as (
             delete from jobs
             where kind = 'order' and subject = $2::uuid::text and lease_token is null
             and exists (select from decided)
         )
         insert into jobs (kind, subject, lane, run_at, created_at, leased_until, lease_token)
         (select 'mail', id::text, 'mail', $9::timestamptz, $8::timestamptz, $10::timestamptz,
           $11::uuid from decided
          union all
          select 'fee', $2::uuid::text, 'money_in', $8, $8, null, null from decided
          where not exists (select from fees where order_id = $2))
         on conflict (kind, subject) do nothing returning id, kind, subject, generation, attempts",
        Uuid::now_v7(),
        order_id,
        mail.kind.as_str(),
        mail.subject,
        mail.to.expose(),
        mail.locale,
        mail.body,
        mail.now,
        mail.send_at,
        places.first().map(|_| mail.now + LEASE),
        places.first().map(|_| token)
    )
    .fetch_all(tx)
    .await?;
    let Some(row) = planted.into_iter().find(|row| row.kind == "mail") else {
        return Ok(false);
    };
    match places.pop() {
        Some(place) => bell::note_held(
            place,
            Lease {
                id: row.id,
                job: Job::read(&row.kind, &row.subject),
                token,
                generation: row.generation,
                attempts: row.attempts,
            },
        ),
        None => bell::note_lane(Lane::Mail),
    }
    Ok(true)
}
