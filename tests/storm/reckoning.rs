//! When the storm is over: everything comes to rest, and the books are compared with Stripe's and
//! the supplier's, to the cent.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use sandbox::Sandbox;
use sandbox::esimfx::SubscriptionStatus;
use serde_json::Value;
use sqlx::{Connection, PgConnection};

/// What is still open: events, lines of paid orders, refunds, eSIMs for nobody, mails.
const OPEN: &str = "
    select (select count(*) from stripe_events where processed_at is null)
         + (select count(*) from lines l join captures c on c.order_id = l.order_id
           where l.outcome is null)
         + (select count(*) from refunds where state in ('intent', 'pending'))
         + (select count(*) from supplier_orders where orphan and terminated_at is null)
         + (select count(*) from jobs j
           where kind in ('line', 'stripe_event', 'terminate', 'mail', 'refunds')
              or (kind = 'order'
                and exists (select from captures c where c.order_id::text = j.subject)))";

/// Waits until nothing is open, for ten minutes at most.
pub async fn rest(database: &str) {
    let begun = Instant::now();
    let mut open = -1_i64;
    while begun.elapsed() < Duration::from_secs(600) {
        if let Ok(mut db) = PgConnection::connect(database).await {
            open = sqlx::query_scalar(OPEN)
                .fetch_one(&mut db)
                .await
                .unwrap_or(-1);
            if open == 0 {
                println!("storm: at rest after {:.0?}", begun.elapsed());
                return;
            }
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    panic!("not at rest after ten minutes: {open} things are open");
}

#[derive(sqlx::FromRow)]
struct Booked {
    amount: i64,
    back: i64,
    delivered: i64,
    told: bool,
}

const BOOKED: &str = "
    select c.amount_minor as amount,
           coalesce((select sum(amount_minor) from refunds r where r.order_id = o.id
               and state in ('pending', 'succeeded')), 0)::bigint as back,
           coalesce((select sum(price_minor) from lines l where l.order_id = o.id
               and l.outcome = 'deliver'), 0)::bigint as delivered,
           o.attention is not null as told
    from captures c join orders o on o.id = c.order_id where c.payment_intent_id = $1";

/// What differs.
pub async fn compare(sandbox: &Sandbox, database: &str) -> Vec<String> {
    let mut db = PgConnection::connect(database).await.unwrap();
    let mut wrong = payments(sandbox, &mut db).await;
    wrong.extend(goods(sandbox, &mut db).await);
    wrong
}

async fn payments(sandbox: &Sandbox, db: &mut PgConnection) -> Vec<String> {
    let mut wrong = Vec::new();
    let (mut captured, mut delivered, mut returned) = (0, 0, 0);
    let refunds = sandbox.stripe.refunds();
    for charge in sandbox
        .stripe
        .charges()
        .iter()
        .filter(|charge| charge["paid"] == true)
    {
        let intent = charge["payment_intent"].as_str().unwrap();
        let amount = charge["amount"].as_i64().unwrap();
        let lives = |r: &&Value| {
            r["payment_intent"] == intent
                && !["failed", "canceled"].contains(&r["status"].as_str().unwrap())
        };
        let back: i64 = refunds
            .iter()
            .filter(lives)
            .map(|r| r["amount"].as_i64().unwrap())
            .sum();
        let Some(booked): Option<Booked> = sqlx::query_as(BOOKED)
            .bind(intent)
            .fetch_optional(&mut *db)
            .await
            .unwrap()
        else {
            wrong.push(format!(
                "{intent}: {amount} captured, and the books do not know it"
            ));
            continue;
        };
        if (booked.amount, booked.back) != (amount, back) {
            wrong.push(format!(
                "{intent}: captured {amount}, back {back}; in the books {} and {}",
                booked.amount, booked.back
            ));
        }
        if booked.delivered + back < amount {
            wrong.push(format!(
                "{intent}: paid {amount}, delivered {}, back {back}",
                booked.delivered
            ));
        }
        if booked.delivered + back > amount && !booked.told {
            // What is sent back by hand after delivery is a gift; nobody else gives any.
            let by_hand = refunds
                .iter()
                .filter(lives)
                .any(|r| r["metadata"]["refund_key"].is_null());
            if !by_hand {
                wrong.push(format!(
                    "{intent}: paid {amount}, delivered {} and sent {back} back",
                    booked.delivered
                ));
            }
        }
        (captured, delivered, returned) = (
            captured + amount,
            delivered + booked.delivered,
            returned + back,
        );
    }
    println!("storm: captured {captured}, delivered {delivered}, sent back {returned}, in cents");
    wrong
}

async fn goods(sandbox: &Sandbox, db: &mut PgConnection) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut sold: HashMap<String, usize> = HashMap::new();
    for order in sandbox.supplier.orders() {
        *sold.entry(order.idempotency_key.clone()).or_default() += 1;
        let line: Option<(String, bool)> = sqlx::query_as(
            "select state, supplier_unknown from lines where idempotency_key = $1::uuid",
        )
        .bind(&order.idempotency_key)
        .fetch_optional(&mut *db)
        .await
        .unwrap();
        let ended = order.status == SubscriptionStatus::Terminated;
        match line {
            None => wrong.push(format!(
                "{} was sold under a key that is no line's",
                order.id
            )),
            Some((state, unknown)) if state != "delivered" && !ended && !unknown => {
                wrong.push(format!("{} stands for a line that is {state}", order.id));
            }
            Some((state, _)) if state == "delivered" && ended => {
                wrong.push(format!("{} is delivered and ended", order.id))
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        sold.iter()
            .filter(|(_, times)| **times > 1)
            .map(|(key, times)| format!("sold {times} times under {key}")),
    );
    let delivered: Vec<String> =
        sqlx::query_scalar("select idempotency_key::text from lines where state = 'delivered'")
            .fetch_all(&mut *db)
            .await
            .unwrap();
    wrong.extend(
        delivered
            .iter()
            .filter(|key| !sold.contains_key(*key))
            .map(|key| format!("delivered under {key}, and never sold")),
    );
    println!(
        "storm: {} eSIMs sold, {} delivered",
        sold.len(),
        delivered.len()
    );
    wrong
}
