//! How fast the shop takes in Stripe's webhooks, beside what the same PostgreSQL can commit. The
//! worker is off.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sandbox::stripe::sign;
use sandbox::{Sandbox, SandboxOptions};
use serde_json::json;
use sqlx::{Connection, PgConnection};
use tokio_util::bytes::Bytes;

use crate::commits::Commits;
use crate::figures::Spread;
use crate::process::Stage;
use crate::{Bench, CLIENTS, ROUNDS, load};

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id.ends_with("_JP"));
    let stage = Stage::set(bench, "webhooks", &sandbox).await?;
    stage.once("sync-catalogue")?;
    let shop = stage.serve().await?;
    let meter = shop.meter();
    let commits = Commits::prepare(bench, "webhooks_beside").await?;
    let delivery = deliveries(&sandbox);
    let (mut rounds, mut per_cpu) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let bare = commits.sample().await?;
        let taken = load::sample(stage.address, &meter, delivery.clone()).await?;
        rounds.push((taken.per_second, bare));
        per_cpu.push(taken.per_cpu_second);
    }
    let mut db = PgConnection::connect(&stage.database).await?;
    let (stored, waiting): (i64, i64) = sqlx::query_as(
        "select (select count(*) from stripe_events),
         (select count(*) from jobs where kind = 'stripe_event')",
    )
    .fetch_one(&mut db)
    .await?;
    anyhow::ensure!(
        stored > 0 && stored == waiting,
        "{stored} events are stored, but {waiting} wait to be heard"
    );
    println!(
        "WEBHOOKS: signed, each new, {CLIENTS} clients, one transaction each; median of {ROUNDS} \
         rounds (lowest–highest)"
    );
    println!(
        "  taken in ÷ bare commits           {}",
        Spread::ratio(&rounds)
    );
    println!(
        "  for scale: {:.0} taken in and {:.0} bare commits a second, {:.0} taken in per \
         CPU-second of the shop\n",
        Spread::of(rounds.iter().map(|r| r.0)).median,
        Spread::of(rounds.iter().map(|r| r.1)).median,
        Spread::of(per_cpu).median
    );
    Ok(())
}

/// Each call is another authentic event about a payment page that nobody knows.
pub fn deliveries(sandbox: &Sandbox) -> Arc<dyn Fn() -> Bytes + Send + Sync> {
    let (count, clock, secret) = (
        AtomicU64::new(0),
        sandbox.clock.clone(),
        sandbox.stripe.webhook_secret().to_owned(),
    );
    Arc::new(move || {
        let (number, now) = (
            count.fetch_add(1, Ordering::Relaxed),
            clock.now().timestamp(),
        );
        let session = json!({
            "id": format!("cs_test_{number:040}"), "object": "checkout.session", "mode": "payment", "status": "complete",
            "payment_status": "paid", "amount_total": 1440, "amount_subtotal": 1440, "currency": "usd", "livemode": false,
            "client_reference_id": null, "payment_intent": format!("pi_{number:024}"), "created": now, "expires_at": now + 3600,
            "customer_details": { "email": "sarah@traveller.example", "name": "Sarah", "address": { "country": "GB" } },
            "payment_method_types": ["card", "link"], "metadata": {}, "locale": "auto",
            "success_url": "https://shop.example/orders/paid", "cancel_url": "https://shop.example/plans/esimfx_10G_7D_JP"
        });
        let event = json!({
            "id": format!("evt_{number:024}"), "object": "event", "api_version": "2025-09-30.clover", "created": now,
            "type": "checkout.session.completed", "livemode": false, "pending_webhooks": 1,
            "request": { "id": null, "idempotency_key": null }, "data": { "object": session }
        });
        let body = event.to_string();
        let lines = [
            "POST /webhooks/stripe HTTP/1.1",
            "Host: 127.0.0.1",
            "User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)",
            "Content-Type: application/json; charset=utf-8",
            &format!("Stripe-Signature: {}", sign(&secret, now, &body)),
            &format!("Content-Length: {}", body.len()),
            "",
            &body,
        ];
        lines.join("\r\n").into()
    })
}
