//! What the bank and the account's owner do with money: refunds, disputes, reviews, warnings.

use super::outside::{contest, ids, paid, said};
use crate::chance::{Draw, lately, of};
use crate::world::World;

/// The account's owner sends money back by hand.
pub fn dashboard(world: &mut World, draw: Draw) -> String {
    let Some(intent) = lately(&paid(world), draw.a).cloned() else {
        return "nothing is paid".to_owned();
    };
    let amount = match draw.b % 4 {
        0 => Some(500),
        1 => Some(1440),
        _ => None,
    };
    let did = world.sandbox.stripe.refund_in_dashboard(&intent, amount);
    if did.is_ok()
        && world
            .sandbox
            .stripe
            .charges()
            .iter()
            .any(|c| c["payment_intent"] == intent.as_str() && c["refunded"] == true)
    {
        contest(world, &intent);
    }
    format!("refund of {amount:?}: {}", said(did))
}

pub fn dispute(world: &mut World, draw: Draw) -> String {
    let Some(intent) = lately(&paid(world), draw.a).cloned() else {
        return "nothing is paid".to_owned();
    };
    let stripe = &world.sandbox.stripe;
    match draw.b % 5 {
        0..=2 => {
            let did = stripe.dispute(&intent);
            if did.is_ok() {
                contest(world, &intent);
            }
            format!("opened: {}", said(did))
        }
        3 => format!("won: {}", said(stripe.close_dispute(&intent, "won"))),
        _ => format!("lost: {}", said(stripe.close_dispute(&intent, "lost"))),
    }
}

pub fn review(world: &mut World, draw: Draw) -> String {
    let Some(intent) = lately(&paid(world), draw.a).cloned() else {
        return "nothing is paid".to_owned();
    };
    let reason = match draw.b % 6 {
        0..=2 => None,
        3 => Some("approved"),
        4 => Some("refunded_as_fraud"),
        _ => Some("acknowledged"),
    };
    let stripe = &world.sandbox.stripe;
    if reason == Some("refunded_as_fraud")
        && stripe
            .reviews()
            .iter()
            .any(|r| r["payment_intent"] == intent.as_str() && r["open"] == true)
    {
        let back = stripe.refund_in_dashboard(&intent, None);
        if back.is_ok() {
            contest(world, &intent);
        }
    }
    let did = world.sandbox.stripe.review(&intent, reason);
    if did.is_ok() {
        match reason {
            None => contest(world, &intent),
            Some(_) => settle_contest(world, &intent),
        }
    }
    format!("{reason:?}: {}", said(did))
}

/// Forgets a contest when nothing of it stands.
fn settle_contest(world: &mut World, intent: &str) {
    let stripe = &world.sandbox.stripe;
    let back = stripe
        .charges()
        .iter()
        .any(|c| c["payment_intent"] == intent && c["refunded"] == true);
    let disputed = stripe
        .disputes()
        .iter()
        .any(|d| d["payment_intent"] == intent);
    let warned = stripe
        .events_of("radar.early_fraud_warning.created")
        .iter()
        .any(|e| e["data"]["object"]["payment_intent"] == intent);
    if !(back || disputed || warned) {
        world.contested.remove(intent);
    }
}

pub fn warning(world: &mut World, draw: Draw) -> String {
    let Some(intent) = lately(&paid(world), draw.a).cloned() else {
        return "nothing is paid".to_owned();
    };
    let did = world.sandbox.stripe.warn_of_fraud(&intent);
    said(did).to_owned()
}

/// How Stripe's refunds go from now on, and what becomes of those under way.
pub fn refunds(world: &World, draw: Draw) -> String {
    let stripe = &world.sandbox.stripe;
    let pending = ids(stripe.refunds(), |r| r["status"] == "pending");
    match (draw.a % 4, of(&pending, draw.b)) {
        (0, _) => {
            stripe.set_refund_outcome("pending");
            "are pending from now on".to_owned()
        }
        (1, _) => {
            stripe.set_refund_outcome("succeeded");
            "succeed from now on".to_owned()
        }
        (2, Some(refund)) => format!("one arrives: {}", said(stripe.settle_refund(refund))),
        (_, Some(refund)) => format!("one comes back: {}", said(stripe.fail_refund(refund))),
        (_, None) => "none is pending".to_owned(),
    }
}
