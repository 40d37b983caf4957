//! What the control page shows: the partners' books, put in the order a reader wants. Changes
//! nothing.

use askama::Template;
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::World;
use crate::{
    esimfx::{Esim, Order, SubscriptionStatus},
    http::lock,
    stripe::money,
};

#[derive(Template)]
#[template(path = "panel.html")]
pub struct PanelPage {
    shop_url: String,
    mailbox_url: String,
    mails: usize,
    now: String,
    balance: String,
    delayed: Vec<Delayed>,
    charges: Vec<Charge>,
    esims: Vec<Card>,
}

/// A payment whose money came, and what may befall it next.
struct Charge {
    intent: String,
    email: String,
    amount: String,
    state: String,
    /// The button's value and its words.
    next: Vec<(&'static str, &'static str)>,
}

/// So many payments are shown, the latest first.
const CHARGES: usize = 10;

struct Delayed {
    session: String,
    email: String,
    amount: String,
}

/// One eSIM with its packages, the current one first.
struct Card {
    iccid: String,
    status: &'static str,
    packages: Vec<Package>,
    can_install: bool,
    can_arrive: bool,
    /// Something is left to use or to end.
    live: bool,
    use_label: &'static str,
}

struct Package {
    name: String,
    top_up: bool,
    status: &'static str,
    used: u64,
    limit: u64,
    figures: String,
    when: String,
}

pub fn page(world: &World) -> PanelPage {
    let waiting: Vec<String> = world
        .stripe
        .payment_intents()
        .into_iter()
        .filter(|i| i["status"] == "processing")
        .map(|i| text(&i["id"]))
        .collect();
    let sessions = world
        .stripe
        .sessions()
        .into_iter()
        .filter(|session| waiting.contains(&text(&session["payment_intent"])));
    let delayed = sessions.map(|session| Delayed {
        session: text(&session["id"]),
        email: text(&session["customer_details"]["email"]),
        amount: money(
            session["amount_total"].as_i64().unwrap_or_default(),
            &text(&session["currency"]),
        ),
    });
    PanelPage {
        shop_url: lock(&world.shop_url).clone(),
        mailbox_url: world.mailbox.web_url(),
        mails: world.mailbox.messages().len(),
        now: minute(world.clock.now()),
        balance: money(world.supplier.balance_cents(), "usd"),
        delayed: delayed.collect(),
        charges: charges(world),
        esims: cards(&world.supplier.orders(), &world.supplier.esims()),
    }
}

fn charges(world: &World) -> Vec<Charge> {
    let (disputes, reviews) = (world.stripe.disputes(), world.stripe.reviews());
    let captured = world
        .stripe
        .charges()
        .into_iter()
        .rev()
        .filter(|charge| charge["captured"] == true)
        .take(CHARGES);
    captured
        .map(|charge| view_charge(&charge, &disputes, &reviews))
        .collect()
}

fn view_charge(charge: &Value, disputes: &[Value], reviews: &[Value]) -> Charge {
    let dispute = disputes
        .iter()
        .rev()
        .find(|d| d["charge"] == charge["id"])
        .map(|d| text(&d["status"]));
    let reviewed = reviews
        .iter()
        .any(|r| r["charge"] == charge["id"] && r["open"] == true);
    let (amount, back) = (
        charge["amount"].as_i64().unwrap_or_default(),
        charge["amount_refunded"].as_i64().unwrap_or_default(),
    );
    let mut state = vec![if back == 0 {
        "paid".to_owned()
    } else {
        format!("{} sent back", money(back, &text(&charge["currency"])))
    }];
    state.extend(
        dispute
            .as_ref()
            .map(|status| format!("dispute: {}", status.replace('_', " "))),
    );
    state.extend(reviewed.then(|| "under review".to_owned()));
    Charge {
        intent: text(&charge["payment_intent"]),
        email: text(&charge["billing_details"]["email"]),
        amount: money(amount, &text(&charge["currency"])),
        state: state.join(", "),
        next: buttons_of(dispute.as_deref(), reviewed, back < amount),
    }
}

/// What can befall a charge next.
fn buttons_of(
    dispute: Option<&str>,
    reviewed: bool,
    left: bool,
) -> Vec<(&'static str, &'static str)> {
    let mut next = Vec::new();
    if dispute == Some("needs_response") {
        next.extend([("won", "Dispute won"), ("lost", "Dispute lost")]);
    } else {
        next.extend((left && dispute != Some("lost")).then_some(("refund", "Refund")));
        next.extend(dispute.is_none().then_some(("dispute", "Dispute")));
    }
    if reviewed {
        next.extend([
            ("approved", "Approve"),
            ("refunded_as_fraud", "Close as fraud"),
        ]);
    } else {
        next.push(("review", "Review"));
    }
    next
}

/// How much one press of "use" takes: 500 MB, or a day of an unlimited package.
pub fn one_use(orders: &[Order], iccid: &str) -> u64 {
    let unlimited = current(orders.iter().filter(|order| order.iccid == iccid))
        .is_some_and(|order| order.product.megabytes.is_none());
    if unlimited { 1 } else { 500 << 20 }
}

/// The package in use, or the one that would be next.
fn current<'a>(mine: impl Iterator<Item = &'a Order>) -> Option<&'a Order> {
    let mut live: Vec<&Order> = mine.filter(|order| rank(order) < 2).collect();
    live.sort_by_key(|order| rank(order));
    live.first().copied()
}

fn rank(order: &Order) -> u8 {
    match order.status {
        SubscriptionStatus::Active => 0,
        SubscriptionStatus::Pending => 1,
        SubscriptionStatus::Expired | SubscriptionStatus::Terminated => 2,
    }
}

/// The eSIM sold last comes first.
fn cards(orders: &[Order], esims: &[Esim]) -> Vec<Card> {
    let mut cards = Vec::new();
    for sold in orders.iter().rev().filter(|order| order.operation == "NEW") {
        let Some(esim) = esims.iter().find(|esim| esim.iccid == sold.iccid) else {
            continue;
        };
        let mut mine: Vec<&Order> = orders
            .iter()
            .filter(|order| order.iccid == sold.iccid)
            .collect();
        mine.sort_by_key(|order| rank(order));
        let now = current(mine.iter().copied());
        let live = now.is_some() && !esim.blocked();
        cards.push(Card {
            iccid: esim.iccid.clone(),
            status: esim.status,
            can_install: !esim.installed && !esim.blocked(),
            can_arrive: live
                && now.is_some_and(|order| order.status == SubscriptionStatus::Pending),
            live,
            use_label: if now.is_some_and(|order| order.product.megabytes.is_none()) {
                "Use a day"
            } else {
                "Use 500 MB"
            },
            packages: mine.into_iter().map(package).collect(),
        });
    }
    cards
}

fn package(order: &Order) -> Package {
    let limit = order.product.upper_limit();
    let figures = match order.product.megabytes {
        None => format!("{} of {limit} days used", order.used),
        Some(_) => format!("{} of {} MB used", order.used >> 20, limit >> 20),
    };
    let when = match order.status {
        SubscriptionStatus::Pending => format!("starts by {}", minute(order.activate_by())),
        SubscriptionStatus::Active => format!("ends {}", minute(order.expiry())),
        SubscriptionStatus::Expired | SubscriptionStatus::Terminated => {
            format!("ended {}", minute(order.expiry()))
        }
    };
    Package {
        name: order.product.id.clone(),
        top_up: order.operation == "TOPUP",
        status: order.status.as_str(),
        used: order.used,
        limit,
        figures,
        when,
    }
}

fn minute(time: DateTime<Utc>) -> String {
    time.format("%-d %b %Y, %H:%M UTC").to_string()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
