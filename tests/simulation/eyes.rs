//! What is looked at after each step: whether what has just been bought could have been known to be
//! taken back.

use chrono::TimeDelta;
use sandbox::esimfx::SubscriptionStatus;

use crate::world::World;

/// A payment that was read this lately is not read again before the first purchase.
const READ_LATELY: TimeDelta = TimeDelta::seconds(61);

pub async fn look(world: &mut World) {
    learn_keys(world).await;
    calls(world).await;
    recovery(world).await;
    world.heard = heard(world).await;
}

async fn learn_keys(world: &mut World) {
    let rows: Vec<(String, String)> =
        sqlx::query_as("select idempotency_key::text, order_id::text from lines")
            .fetch_all(&world.a.db)
            .await
            .unwrap();
    world.keys.extend(rows);
}

/// Payments of which trouble was heard and handled.
async fn heard(world: &World) -> std::collections::HashMap<String, bool> {
    let rows: Vec<(String, bool)> = sqlx::query_as(
        "select payment_intent_id, bool_or(type = 'radar.early_fraud_warning.created')
         from stripe_events
         where processed_at is not null and payment_intent_id is not null
           and type in ('radar.early_fraud_warning.created', 'charge.dispute.created',
             'review.opened', 'charge.refunded')
         group by 1",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    rows.into_iter().collect()
}

async fn calls(world: &mut World) {
    let calls = world.sandbox.supplier.calls("create_order");
    let new = calls[world.calls_seen..].to_vec();
    world.calls_seen = calls.len();
    for call in new {
        let key = call.idempotency_key.clone().unwrap_or_default();
        let Some(order) = world.keys.get(&key).cloned() else {
            world.wrong(format!(
                "the supplier was asked under the key {key}, which is no line's"
            ));
            continue;
        };
        let first = *world.first_call.entry(order.clone()).or_insert(call.at);
        let intent: Option<String> =
            sqlx::query_scalar("select payment_intent_id from captures where order_id = $1::uuid")
                .bind(&order)
                .fetch_optional(&world.a.db)
                .await
                .unwrap();
        let Some(intent) = intent else {
            world.wrong(format!(
                "the supplier was asked for order {order}, whose payment is not captured"
            ));
            continue;
        };
        if world.released.contains(&order) || !stands(world, &key) {
            continue;
        }
        let contest = world.contested.get(&intent).copied();
        let warned = world.heard.get(&intent).copied();
        let known = contest.is_some_and(|c| c.since < first - READ_LATELY - world.set_back)
            && !world.rights_lost;
        if known && first == call.at {
            world.wrong(format!(
                "an eSIM was bought for {intent}, which a read would have shown as gone back or \
                 contested: {contest:?}"
            ));
        }
        if contest.is_some_and(|c| c.step < world.step) && warned.is_some() || warned == Some(true)
        {
            world.wrong(format!(
                "an eSIM was bought for {intent} after its trouble was heard"
            ));
        }
    }
}

fn stands(world: &World, key: &str) -> bool {
    world
        .sandbox
        .supplier
        .orders()
        .iter()
        .any(|order| order.idempotency_key == key && order.status != SubscriptionStatus::Terminated)
}

/// A recovery that has ended has read every refund of its gap.
async fn recovery(world: &mut World) {
    let under_way: Option<chrono::DateTime<chrono::Utc>> =
        sqlx::query_scalar("select gap_from from recovery")
            .fetch_optional(&world.a.db)
            .await
            .unwrap();
    if let (Some(from), None) = (world.recovering, under_way) {
        for refund in world.sandbox.stripe.refunds() {
            let (id, intent) = (
                refund["id"].as_str().unwrap(),
                refund["payment_intent"].as_str().unwrap(),
            );
            if refund["created"].as_i64().unwrap() < from.timestamp()
                || ["failed", "canceled"].contains(&refund["status"].as_str().unwrap())
            {
                continue;
            }
            let missed: bool = sqlx::query_scalar(
                "select exists (select from captures where payment_intent_id = $1)
                 and not exists (select from refunds where stripe_refund_id = $2)",
            )
            .bind(intent)
            .bind(id)
            .fetch_one(&world.a.db)
            .await
            .unwrap();
            if missed && refund["created"].as_i64().unwrap() < world.now().timestamp() - 1 {
                world.wrong(format!(
                    "the recovery has ended, and the refund {id} of its gap is in no book"
                ));
            }
        }
    }
    world.recovering = under_way;
}
