//! The outside world against the books when everything is at rest: every payment, every eSIM, both
//! ways, to the cent.

use std::collections::{HashMap, HashSet};

use esim_storefront::ops;
use sandbox::esimfx::{Order, SubscriptionStatus};
use serde_json::Value;

use crate::world::World;

/// A captured order as the books have it.
#[derive(Debug, sqlx::FromRow)]
struct Booked {
    order_id: String,
    order_number: String,
    amount: i64,
    /// Refunds that live, those of a lost dispute aside.
    back: i64,
    lost: i64,
    /// What delivered lines cost that were not given back.
    delivered: i64,
    /// Whether somebody is told.
    told: bool,
}

const BOOKED: &str = "
    select o.id::text as order_id, o.order_number, c.amount_minor as amount,
           coalesce((select sum(amount_minor) from refunds r where r.order_id = o.id
               and not (cause = 'dispute' and line_id is null)
                     and state in ('pending', 'requires_action', 'succeeded')), 0)::bigint as back,
           coalesce((select sum(amount_minor) from refunds r where r.order_id = o.id
               and cause = 'dispute' and line_id is null
           and state = 'succeeded'), 0)::bigint as lost,
           coalesce((select sum(price_minor) from lines l where l.order_id = o.id
               and l.outcome = 'deliver'), 0)::bigint as delivered,
           o.attention is not null
           or exists (select from holds h where h.order_id = o.id and ended_at is null)
               or exists (select from ops.stuck_orders s where s.order_id = o.id)
               or exists (select from alerts a where a.order_id = o.id
                 and a.resolved_at is null) as told
    from captures c join orders o on o.id = c.order_id where c.payment_intent_id = $1";

pub async fn compare(world: &mut World) {
    let charges = world.sandbox.stripe.charges();
    for charge in charges.iter().filter(|charge| charge["paid"] == true) {
        payment(world, charge).await;
    }
    nothing_invented(world, &charges).await;
    supplier(world).await;
    jobs(world).await;
    numbers(world);
    lines(world).await;
    books(world).await;
    stories(world).await;
}

/// What stands in the books of each order that a fault names.
async fn stories(world: &mut World) {
    let faults = world.faults.join(" ");
    let orders: Vec<(String, String)> = sqlx::query_as(
        "select o.order_number,
                concat_ws(E'\n',
                  concat('state ', o.payment_state, ', ', o.delivery_state, ', attention ',
                  o.attention, ', holds ', o.holds),
                    (select string_agg(concat('line ', l.position, ' ', l.state, ' of ',
                          l.price_minor, ', ', l.outcome), E'\n') from lines l
                     where l.order_id = o.order_id),
                    (select string_agg(concat('refund ', r.amount_minor, ' ', r.cause, ' ', r.state,
                          ' for ', r.line_id, ' ', r.reason), E'\n'
                                       order by r.created_at) from refunds r
                                       where r.order_id = o.order_id),
                    (select string_agg(concat(h.at, ' ', h.event, ' ', h.detail), E'\n'
                        order by h.at) from ops.order_timeline h
                     where h.order_number = o.order_number))
         from ops.orders o",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for (number, story) in orders
        .iter()
        .filter(|(number, _)| faults.contains(number.as_str()))
    {
        world.log.push(format!("{number}: {story}"));
    }
}

fn sum(all: &[Value], is: impl Fn(&Value) -> bool) -> i64 {
    all.iter()
        .filter(|object| is(object))
        .map(|object| object["amount"].as_i64().unwrap())
        .sum()
}

async fn payment(world: &mut World, charge: &Value) {
    let intent = charge["payment_intent"].as_str().unwrap().to_owned();
    let stripe = &world.sandbox.stripe;
    let captured = charge["amount_captured"]
        .as_i64()
        .unwrap_or_else(|| charge["amount"].as_i64().unwrap());
    let back = sum(&stripe.refunds(), |r| {
        r["payment_intent"] == intent
            && !["failed", "canceled"].contains(&r["status"].as_str().unwrap())
    });
    let lost = sum(&stripe.disputes(), |d| {
        d["payment_intent"] == intent && d["status"] == "lost"
    });
    let booked: Option<Booked> = sqlx::query_as(BOOKED)
        .bind(&intent)
        .fetch_optional(&world.a.db)
        .await
        .unwrap();
    let Some(booked) = booked else {
        return stray(world, &intent, captured, (back, lost)).await;
    };
    let number = &booked.order_number;
    if booked.amount != captured {
        world.wrong(format!(
            "{number}: Stripe captured {captured}, we {}",
            booked.amount
        ));
    }
    if booked.back != back {
        world.wrong(format!(
            "{number}: Stripe sent {back} back, our books say {}",
            booked.back
        ));
    }
    if booked.lost != lost.min(captured - back) {
        world.wrong(format!(
            "{number}: {lost} lost in a dispute, our books say {}",
            booked.lost
        ));
    }
    if back > captured {
        world.wrong(format!("{number}: more went back than was paid"));
    }
    if captured > booked.delivered + back + lost && !booked.told {
        world.wrong(format!(
            "{number}: paid {captured}, delivered {}, back {back}, lost {lost}, and nobody is told",
            booked.delivered
        ));
    }
    ours_at_most_once(world, &intent, &booked).await;
}

/// What we send back for a line never exceeds its price.
async fn ours_at_most_once(world: &mut World, intent: &str, booked: &Booked) {
    let prices: Vec<(String, i64)> =
        sqlx::query_as("select id::text, price_minor from lines where order_id = $1::uuid")
            .bind(&booked.order_id)
            .fetch_all(&world.a.db)
            .await
            .unwrap();
    for (line, price) in prices {
        let prefix = format!("rf:{line}:");
        let sent = sum(&world.sandbox.stripe.refunds(), |r| {
            let ours = r["metadata"]["refund_key"]
                .as_str()
                .is_some_and(|key| key.starts_with(&prefix));
            ours && r["payment_intent"] == intent
                && !["failed", "canceled"].contains(&r["status"].as_str().unwrap())
        });
        if sent > price {
            world.wrong(format!(
                "{}: {sent} went back for a line of {price}",
                booked.order_number
            ));
        }
    }
}

async fn stray(world: &mut World, intent: &str, captured: i64, (back, lost): (i64, i64)) {
    // One that does not fit its order has gone back by now, unless Stripe refuses that, or its
    // dispute is not over.
    let over = ["won", "lost", "warning_closed"];
    let disputes = world.sandbox.stripe.disputes();
    let contested = disputes
        .iter()
        .any(|d| d["payment_intent"] == intent && !over.contains(&d["status"].as_str().unwrap()));
    let gone = back + lost.min((captured - back).max(0));
    let kept: Option<(i64, i64, bool, bool)> = sqlx::query_as(
        "select amount_minor, refunded_minor, order_id is not null, refund_error is not null
         from stray_payments where payment_intent_id = $1",
    )
    .bind(intent)
    .fetch_optional(&world.a.db)
    .await
    .unwrap();
    match kept {
        None => world.wrong(format!(
            "{intent}: {captured} captured, and no book knows it"
        )),
        Some((amount, ..)) if amount != captured => {
            world.wrong(format!("{intent}: {captured} captured, kept as {amount}"))
        }
        Some((_, booked, ..)) if booked != back && booked != gone => {
            world.wrong(format!(
                "{intent}: no order fits; Stripe sent {back} back, we say {booked}"
            ));
        }
        Some((_, _, true, refused)) if gone < captured && !refused && !contested => {
            world.wrong(format!(
                "{intent}: {captured} does not fit its order, and {back} went back"
            ));
        }
        Some((_, _, false, _)) if !world.restored => {
            world.wrong(format!(
                "{intent}: its order is not here, though no backup was put back ({back} back)"
            ));
        }
        Some(_) => {}
    }
}

async fn nothing_invented(world: &mut World, charges: &[Value]) {
    let known: HashSet<&str> = charges
        .iter()
        .filter(|c| c["paid"] == true)
        .filter_map(|c| c["payment_intent"].as_str())
        .collect();
    let ours: Vec<String> = sqlx::query_scalar("select payment_intent_id from captures")
        .fetch_all(&world.a.db)
        .await
        .unwrap();
    for intent in ours
        .iter()
        .filter(|intent| !known.contains(intent.as_str()))
    {
        world.wrong(format!("{intent} is captured in our books only"));
    }
}

fn over(order: &Order) -> bool {
    matches!(
        order.status,
        SubscriptionStatus::Terminated | SubscriptionStatus::Expired
    )
}

async fn supplier(world: &mut World) {
    let mut sold: HashMap<String, Vec<Order>> = HashMap::new();
    for order in world.sandbox.supplier.orders() {
        sold.entry(order.idempotency_key.clone())
            .or_default()
            .push(order);
    }
    for (key, orders) in &sold {
        if orders.len() > 1 {
            world.wrong(format!(
                "{} orders at the supplier under the key {key}",
                orders.len()
            ));
        }
        let line: Option<(String, String, bool, bool)> = sqlx::query_as(
            "select o.order_number, l.state, l.supplier_unknown,
                    o.attention is not null
                    or exists (select from holds h where h.order_id = o.id and ended_at is null)
                        or exists (select from alerts a where a.order_id = o.id
                          and a.resolved_at is null)
                        or exists (select from ops.stuck_orders s where s.order_id = o.id)
             from lines l join orders o on o.id = l.order_id where l.idempotency_key = $1::uuid",
        )
        .bind(key)
        .fetch_optional(&world.a.db)
        .await
        .unwrap();
        let ended = orders
            .iter()
            .all(|order| order.status == SubscriptionStatus::Terminated);
        match line {
            None if world.forgotten.contains(key) => {}
            None => world.wrong(format!(
                "the supplier sold under the key {key}, which is no line's"
            )),
            Some((number, state, unknown, told)) => {
                // What was sold before a backup was put back, and refunded meanwhile, nobody can
                // see: the supplier has no list of orders.
                if state != "delivered"
                    && !ended
                    && !unknown
                    && !told
                    && !world.forgotten.contains(key)
                {
                    world.wrong(format!(
                        "{number}: an eSIM stands for a line that is {state}, and nobody is told"
                    ));
                }
                if state == "delivered" && ended && !told && !world.forgotten.contains(key) {
                    world.wrong(format!("{number}: a delivered eSIM was ended"));
                }
            }
        }
    }
    let ended: Vec<String> = sqlx::query_scalar(
        "select supplier_order_id from supplier_orders where terminated_at is not null",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for order in sold
        .values()
        .flatten()
        .filter(|order| ended.contains(&order.id) && !over(order))
    {
        world.wrong(format!("{} has ended in our books only", order.id));
    }
    let delivered: Vec<(String, String)> = sqlx::query_as(
        "select idempotency_key::text, id::text from lines where state = 'delivered'",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for (key, line) in delivered.iter().filter(|(key, _)| !sold.contains_key(key)) {
        world.wrong(format!(
            "line {line} is delivered, and the supplier sold nothing under {key}"
        ));
    }
}

/// Delivered or refunded, never both, what was given back or ended by choice aside.
async fn lines(world: &mut World) {
    let both: Vec<String> = sqlx::query_scalar(
        "select o.order_number || ' line ' || l.position from lines l
         join orders o on o.id = l.order_id
         join refunds r on r.line_id = l.id
         and r.state in ('intent', 'pending', 'requires_action', 'succeeded')
         where l.outcome = 'deliver' and r.cause not in ('cancelled', 'operator')",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for line in both {
        world.wrong(format!("{line} is delivered and sent back"));
    }
    let open: Vec<String> = sqlx::query_scalar(
        "select o.order_number || ' line ' || l.position from lines l
         join orders o on o.id = l.order_id join captures c on c.order_id = o.id
         where l.outcome is null
         and not exists (select from holds h where h.order_id = o.id and h.ended_at is null)
         and o.attention is null",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for line in open {
        world.wrong(format!(
            "{line} is paid for, neither delivered nor refunded nor held"
        ));
    }
}

async fn jobs(world: &mut World) {
    let failing: Vec<String> = sqlx::query_scalar(
        "select kind || ' after ' || attempts || ' attempts: ' || last_error from jobs
         where last_error is not null and attempts > 20
           and kind <> 'terminate'",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for job in failing {
        world.wrong(format!("a job fails for ever: {job}"));
    }
    let unheard: Vec<String> = sqlx::query_scalar(
        "select type || ' ' || id from stripe_events where processed_at is null",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    for event in unheard {
        world.wrong(format!("an event is never handled: {event}"));
    }
}

/// No order number stands for two orders at Stripe.
fn numbers(world: &mut World) {
    let mut seen: HashMap<String, String> = HashMap::new();
    for intent in world.sandbox.stripe.payment_intents() {
        let (Some(number), Some(order)) = (
            intent["description"].as_str(),
            intent["metadata"]["order_id"].as_str(),
        ) else {
            continue;
        };
        if seen
            .insert(number.to_owned(), order.to_owned())
            .is_some_and(|other| other != order)
        {
            world.wrong(format!("{number} was given to two orders"));
        }
    }
}

/// What is so, and told to a person: the order of a payment is lost, or does not fit it, or a
/// refund came back. What is booked of each is compared above.
async fn is_so(world: &World, line: &str) -> bool {
    if line.contains("its order is not in this database") {
        return world.restored;
    }
    if line.contains("delivered, but ended there, and not by us") {
        return world.ended.iter().any(|order| line.contains(order));
    }
    let came_back: Vec<String> = sqlx::query_scalar(
        "select order_number from orders o where attention is not null
         and exists (select from refunds r where r.order_id = o.id and r.state = 'failed')",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    let unpaid = line.contains("is not refunded") || line.contains("a refund came back");
    // Told while it is here; once all of it has gone back there is nothing to tell.
    let here: Vec<String> = sqlx::query_scalar(
        "select o.order_number from orders o join stray_payments s on s.order_id = o.id
         where s.refunded_minor < s.amount_minor",
    )
    .fetch_all(&world.a.db)
    .await
    .unwrap();
    let of = |numbers: &[String]| {
        numbers
            .iter()
            .any(|number| line.starts_with(&format!("{number}:")))
    };
    (line.contains("a payment that does not fit it") && of(&here)) || (unpaid && of(&came_back))
}

async fn books(world: &mut World) {
    match ops::books::find(&world.a).await {
        Ok(found) => {
            for line in found {
                if !is_so(world, &line).await {
                    world.wrong(format!("verify-books: {line}"));
                }
            }
        }
        Err(error) => world.wrong(format!("verify-books fails: {error}")),
    }
}
