//! What travellers, banks, Stripe, the supplier and the account's owner do outside the shop.

use super::outside_money::dashboard;
use super::outside_money::dispute;
use super::outside_money::refunds;
use super::outside_money::review;
use super::outside_money::warning;
use crate::chance::{Draw, lately};
use crate::support::BUYER;
use crate::world::{Contest, World};
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::{Failure, HALF_A_LETTER, Trouble};
use serde_json::{Value, json};
use std::time::Duration;

pub fn act(world: &mut World, act: &str, draw: Draw) -> String {
    match act {
        "pay" => pay(world, draw),
        "delayed" => delayed(world, draw),
        "supplier fault" => supplier(world, draw),
        "stripe fault" => stripe(world, draw),
        "dashboard" => dashboard(world, draw),
        "dispute" => dispute(world, draw),
        "review" => review(world, draw),
        "warning" => warning(world, draw),
        "refunds" => refunds(world, draw),
        "odd" => odd(world, draw),
        other => panic!("nobody does {other}"),
    }
}

pub fn ids(all: Vec<Value>, is: impl Fn(&Value) -> bool) -> Vec<String> {
    all.into_iter()
        .filter(|object| is(object))
        .map(|object| object["id"].as_str().unwrap().to_owned())
        .collect()
}

pub fn said<T, E: std::fmt::Debug>(did: Result<T, E>) -> &'static str {
    if did.is_ok() { "so" } else { "not possible" }
}

/// Payments that were captured, by their intents, oldest first.
pub fn paid(world: &World) -> Vec<String> {
    let charges = world.sandbox.stripe.charges();
    charges
        .iter()
        .filter(|c| c["paid"] == true)
        .map(|c| c["payment_intent"].as_str().unwrap().to_owned())
        .collect()
}

pub fn any_open(world: &World) -> bool {
    world
        .sandbox
        .stripe
        .sessions()
        .iter()
        .any(|session| session["status"] == "open")
}

fn pay(world: &mut World, draw: Draw) -> String {
    let open = ids(world.sandbox.stripe.sessions(), |s| s["status"] == "open");
    let Some(session) = lately(&open, draw.a) else {
        return "no page is open".to_owned();
    };
    let stripe = &world.sandbox.stripe;
    let (how, did) = match draw.b % 16 {
        0 => ("by a slow method", stripe.delay(session, BUYER)),
        1 => ("declined", stripe.decline(session, BUYER)),
        2 => (
            "with a review",
            stripe.pay_in_trouble(session, BUYER, &[Trouble::Review]),
        ),
        3 => (
            "with a dispute",
            stripe.pay_in_trouble(session, BUYER, &[Trouble::Dispute]),
        ),
        4 => (
            "with a warning of fraud",
            stripe.pay_in_trouble(session, BUYER, &[Trouble::FraudWarning]),
        ),
        5 => (
            "and all of it sent back",
            stripe.pay_in_trouble(session, BUYER, &[Trouble::Refund(None)]),
        ),
        6 => (
            "and a part sent back",
            stripe.pay_in_trouble(session, BUYER, &[Trouble::Refund(Some(100))]),
        ),
        7 => (
            "a cent less",
            stripe
                .pay(session, BUYER)
                .and_then(|()| a_cent_less(world, session)),
        ),
        _ => ("by card", stripe.pay(session, BUYER)),
    };
    let done = said(did);
    let intent = world
        .sandbox
        .stripe
        .sessions()
        .iter()
        .find(|s| s["id"] == session.as_str())
        .map(|s| s["payment_intent"].clone());
    if let Some(intent) = intent.as_ref().and_then(Value::as_str)
        && matches!(draw.b % 16, 2..=5)
    {
        contest(world, intent);
    }
    format!("{how}: {done}")
}

/// A cent of what was paid does not arrive.
fn a_cent_less(world: &World, session: &str) -> Result<(), Failure> {
    let stripe = &world.sandbox.stripe;
    let named = |all: Vec<Value>, field: &str, id: &str| {
        all.into_iter()
            .find(|object| object[field] == id)
            .unwrap_or_default()
    };
    let session = named(stripe.sessions(), "id", session);
    let intent = session["payment_intent"].as_str().unwrap_or_default();
    // One that was declined is of the same payment.
    let paid = stripe
        .charges()
        .into_iter()
        .filter(|charge| charge["paid"] == true)
        .collect();
    let charge = named(paid, "payment_intent", intent);
    let arrived = json!(session["amount_total"].as_i64().unwrap_or_default() - 1);
    stripe.tamper(intent, "amount_received", arrived.clone())?;
    stripe.tamper(
        charge["id"].as_str().unwrap_or_default(),
        "amount_captured",
        arrived,
    )
}

pub fn contest(world: &mut World, intent: &str) {
    let now = Contest {
        since: world.now(),
        step: world.step,
    };
    world.contested.entry(intent.to_owned()).or_insert(now);
}

fn delayed(world: &World, draw: Draw) -> String {
    let sessions = ids(world.sandbox.stripe.sessions(), |s| {
        s["status"] == "complete" && s["payment_status"] == "unpaid"
    });
    let Some(session) = lately(&sessions, draw.a) else {
        return "no payment is under way".to_owned();
    };
    let ok = !draw.b.is_multiple_of(3);
    format!(
        "arrives {ok}: {}",
        said(world.sandbox.stripe.settle_delayed(session, ok))
    )
}

fn supplier(world: &World, draw: Draw) -> String {
    let times = 1 + draw.b % 4;
    let orders = world.sandbox.supplier.orders();
    let fault = match draw.a % 17 {
        0 | 1 => Fault::Status {
            status: 500,
            body: "no".to_owned(),
        },
        2 => Fault::Reset,
        3 => Fault::SellThenBreak(Break::Reset),
        4 => Fault::SellThenBreak(Break::Malformed),
        5 => Fault::SellThenBreak(Break::Cut(40)),
        6 => Fault::SellThenBreak(Break::Status {
            status: 502,
            body: "no".to_owned(),
        }),
        7 => Fault::Refuse {
            code: 40_400,
            message: "gone".to_owned(),
        },
        8 => Fault::Refuse {
            code: 51_234,
            message: "unheard of".to_owned(),
        },
        9 => Fault::Hang(Duration::from_millis(30)),
        10 => Fault::TokenExpired,
        11 => Fault::Duplicate,
        12 => Fault::SellThenBreak(Break::MissingField("data.esim.esim_qr".to_owned())),
        13 => match lately(&orders, draw.c) {
            Some(other) => {
                Fault::SellThenBreak(Break::SetField("data.id".to_owned(), json!(other.id)))
            }
            None => Fault::SellThenBreak(Break::MissingField("data.id".to_owned())),
        },
        14 => Fault::SellThenBreak(Break::SetField(
            "data.status".to_owned(),
            json!("PROCESSING"),
        )),
        15 => Fault::SellThenBreak(Break::SetField("data.status".to_owned(), json!("FAILED"))),
        _ => Fault::Refuse {
            code: 40_200,
            message: "balance".to_owned(),
        },
    };
    let path = if draw.c.is_multiple_of(6) {
        ["get_order", "terminate_subscription", "get_product"][draw.c / 6 % 3]
    } else {
        "create_order"
    };
    let told = format!(
        "{times} times {path}: {}",
        format!("{fault:?}").chars().take(42).collect::<String>()
    );
    world
        .sandbox
        .supplier
        .faults
        .push(Rule::once(path, fault).times(times));
    told
}

pub fn stripe(world: &mut World, draw: Draw) -> String {
    let stripe = &world.sandbox.stripe;
    let times = 1 + draw.b % 3;
    let (name, rule) = match draw.a % 10 {
        0 => (
            "reads fail",
            Rule::once(
                "",
                Fault::Status {
                    status: 500,
                    body: "no".to_owned(),
                },
            )
            .method("GET"),
        ),
        1 => (
            "too many",
            Rule::once(
                "",
                Fault::Json {
                    status: 429,
                    body: json!({"error": {"type": "api_error", "code": "rate_limit"}}),
                },
            ),
        ),
        2 => (
            "reads are reset",
            Rule::once("", Fault::Reset).method("GET"),
        ),
        3 => (
            "refunds are made and not told",
            Rule::once("/v1/refunds", Fault::SellThenBreak(Break::Reset)).method("POST"),
        ),
        4 => (
            "pages are made and not told",
            Rule::once("/v1/checkout/sessions", Fault::SellThenBreak(Break::Reset)).method("POST"),
        ),
        5 => {
            stripe.fail_and_remember("/v1/refunds", draw.b.is_multiple_of(2));
            return format!(
                "a refund fails and is remembered, made: {}",
                draw.b.is_multiple_of(2)
            );
        }
        6 | 7 => {
            stripe.fail_refund_late(Duration::from_secs(
                4 + u64::try_from(draw.b % 100).unwrap(),
            ));
            return format!("a refund fails and is made {} s later", 4 + draw.b % 100);
        }
        8 => {
            let right = ["review_read", "dispute_read", "charge_read"][draw.b % 3];
            stripe.forbid(right);
            world.rights_lost = true;
            return format!("the key loses {right}");
        }
        _ => {
            stripe.allow_all();
            return "the key has all rights".to_owned();
        }
    };
    stripe.faults.push(rule.times(times));
    format!("{name}, {times} times")
}

/// What nobody waits for and everybody must live with: it stays.
fn odd(world: &mut World, draw: Draw) -> String {
    match draw.a % 5 {
        0 | 1 => odd_page(world, draw),
        2 => {
            // No truth value.
            let event = json!({ "id": format!("evt_odd_{}", world.step), "object": "event", "type": "checkout.session.completed",
                "created": world.now().timestamp(), "livemode": "perhaps", "data": { "object": { "id": "cs_odd" } } });
            world.sandbox.stripe.plant_event(event);
            "an event that cannot be read".to_owned()
        }
        3 => {
            world.nothing_ends = true;
            world.refuse_endings();
            "the supplier ends nothing from now on".to_owned()
        }
        _ => {
            world.nothing_ends = false;
            world.sandbox.supplier.faults.clear();
            "the supplier has no faults".to_owned()
        }
    }
}

/// A payment page in a shape that Stripe does not describe.
fn odd_page(world: &World, draw: Draw) -> String {
    let stripe = &world.sandbox.stripe;
    let all = ids(stripe.sessions(), |_| true);
    let Some(page) = lately(&all, draw.b) else {
        return "no page is there".to_owned();
    };
    let (shape, did) = match draw.c % 3 {
        0 => ("no custom fields", stripe.strip(page, "custom_fields")),
        1 => (
            "a deleted customer",
            stripe.tamper(
                page,
                "customer",
                json!({ "id": "cus_1", "object": "customer", "deleted": true }),
            ),
        ),
        _ => (
            "half a letter",
            stripe.tamper(
                page,
                "customer_details.name",
                json!(format!("Zo{HALF_A_LETTER}")),
            ),
        ),
    };
    format!("a page with {shape}: {}", said(did))
}
