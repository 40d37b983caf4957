//! What the shop, its travellers and its operator do, one step at a time.

use super::afterwards::give_back;
use super::afterwards::hand;
use super::afterwards::top_up;
use crate::chance::{Chance, Draw, of};
use crate::eyes;
use crate::outside;
use crate::support::PLAN;
use crate::world::World;
use chrono::TimeDelta;
use esim_storefront::flows::checkout::{self, CheckoutError, CheckoutRequest, Wanted};
use esim_storefront::flows::reconcile;
use esim_storefront::worker;
use sandbox::faults::{Break, Fault, Hold, Rule};
use std::time::Duration;

/// How often each is done, in all of them.
const ACTS: [(u32, &str); 23] = [
    (3, "order"),
    (9, "pay"),
    (1, "delayed"),
    (14, "deliver"),
    (2, "again"),
    (26, "work"),
    (8, "die"),
    (4, "reconcile"),
    (9, "time"),
    (1, "apart"),
    (6, "supplier fault"),
    (5, "stripe fault"),
    (5, "dashboard"),
    (4, "dispute"),
    (5, "review"),
    (2, "warning"),
    (4, "operator"),
    (2, "give back"),
    (2, "top up"),
    (2, "refunds"),
    (3, "odd"),
    (1, "backup"),
    (1, "restore"),
];

/// What is done to a payment.
const NEEDS_A_PAYMENT: [&str; 6] = [
    "dashboard",
    "dispute",
    "review",
    "warning",
    "operator",
    "give back",
];

/// One step.
pub async fn step(world: &mut World, chance: &mut Chance) {
    let draw = chance.draw();
    world.step += 1;
    let mut at = draw.what % ACTS.iter().map(|(often, _)| often).sum::<u32>();
    let act = ACTS
        .iter()
        .find(|(often, _)| {
            at.checked_sub(*often).is_none_or(|left| {
                at = left;
                false
            })
        })
        .unwrap()
        .1;
    let came = match act {
        "order" => order(world, draw).await,
        // What has no object yet begins with an order that is paid.
        act if NEEDS_A_PAYMENT.contains(&act) && outside::paid(world).is_empty() => {
            let placed = order(world, draw).await;
            format!("first {placed}; paid {}", outside::act(world, "pay", draw))
        }
        "deliver" | "again" if world.mailbag.is_empty() => work(world, draw).await,
        "pay" if !outside::any_open(world) => {
            let placed = order(world, draw).await;
            format!("first {placed}; paid {}", outside::act(world, "pay", draw))
        }
        "work" => work(world, draw).await,
        "die" => die(world, draw).await,
        "reconcile" => look(world, draw).await,
        "time" => time(world, draw),
        "apart" => apart(world, draw),
        "operator" => hand(world, draw).await,
        "give back" => give_back(world, draw).await,
        "top up" => top_up(world, draw).await,
        "deliver" => deliver(world, draw).await,
        "again" => again(world, draw).await,
        "backup" => {
            world.back_up().await;
            "made".to_owned()
        }
        "restore" => match world.restore().await {
            true => "an older backup".to_owned(),
            false => "none yet".to_owned(),
        },
        other => outside::act(world, other, draw),
    };
    if came.ends_with("two pages") && world.a.clock.now() == world.b.clock.now() {
        world.wrong("two presses at once opened two pages to pay on");
    }
    world.say(format!("{act}: {came}"));
    world.pass(TimeDelta::milliseconds(7));
    world.gather();
    eyes::look(world).await;
}

/// One of three buyers wants one or two eSIMs of a plan or two; sometimes two presses come at once.
pub async fn order(world: &World, draw: Draw) -> String {
    let product = if draw.b.is_multiple_of(5) {
        "esimfx_1G_7D_AT"
    } else {
        PLAN
    };
    let buyer = u8::try_from(draw.a % 3).unwrap();
    let quantity = if draw.c.is_multiple_of(3) { 2 } else { 1 };
    let wanted = |product: &str, quantity| Wanted {
        product_id: product.to_owned(),
        quantity,
        first_day: None,
        shown: None,
    };
    let mut plans = vec![wanted(product, quantity)];
    // Now and then a trip to two countries, for one or two.
    if draw.b % 7 == 3 {
        plans.push(wanted(
            if product == PLAN {
                "esimfx_1G_7D_AT"
            } else {
                PLAN
            },
            quantity,
        ));
    }
    let product = plans
        .iter()
        .map(|wanted| wanted.product_id.as_str())
        .collect::<Vec<_>>()
        .join(" and ");
    let wish = CheckoutRequest {
        plans,
        buyer_hash: [buyer; 32],
        locale: "en".to_owned(),
        code: None,
        signed_in: None,
        via: None,
    };
    if !(draw.c / 3).is_multiple_of(3) {
        return format!(
            "{quantity} of {product} for {buyer}: {}",
            sold(&checkout::check_out(world.worker(draw.a / 3), &wish).await)
        );
    }
    let (one, two) = twice(world, &wish, (draw.c / 9).is_multiple_of(2)).await;
    let same = match (&one, &two) {
        (Ok(one), Ok(two)) if one == two => "one page",
        (Ok(_), Ok(_)) => "two pages",
        _ => "not both",
    };
    format!("{quantity} of {product} for {buyer}, pressed twice: {same}")
}

/// Two presses at once: the second comes while Stripe has not answered the first, or before the
/// first has been written down.
async fn twice(
    world: &World,
    wish: &CheckoutRequest,
    early: bool,
) -> (Result<String, CheckoutError>, Result<String, CheckoutError>) {
    let hold = Hold::default();
    let wait = Fault::Hold(hold.clone());
    if early {
        world
            .sandbox
            .supplier
            .faults
            .push(Rule::once("get_product", wait));
    } else {
        world
            .sandbox
            .stripe
            .faults
            .push(Rule::once("/v1/checkout/sessions", wait).method("POST"));
    }
    let mut first = std::pin::pin!(checkout::check_out(&world.a, wish));
    let early = tokio::select! {
        biased;
        () = hold.reached() => None,
        answer = &mut first => Some(answer),
    };
    let second = checkout::check_out(&world.b, wish).await;
    hold.release();
    let first = match early {
        Some(answer) => answer,
        None => first.await,
    };
    (first, second)
}

pub fn sold(answer: &Result<String, CheckoutError>) -> String {
    match answer {
        Ok(_) => "a page".to_owned(),
        Err(why) => format!("no: {why}"),
    }
}

/// One job that is due, or three.
async fn work(world: &World, draw: Draw) -> String {
    let app = world.worker(draw.a);
    let mut done = Vec::new();
    for _ in 0..=(draw.b % 3) {
        match worker::step(app).await.unwrap() {
            Some(kind) => done.push(kind),
            None => break,
        }
    }
    format!("{done:?}")
}

/// A worker dies in the middle of a job, or of a look at Stripe, with its question to a partner on
/// the way: before it is served, or before the answer comes. Its lease ends by the clock.
async fn die(world: &World, draw: Draw) -> String {
    let app = world.worker(draw.a);
    let hold = Hold::default();
    let calls = draw.b / 8 % 5;
    let (how, fault) = match draw.b % 2 {
        0 => ("unserved", Fault::Hold(hold.clone())),
        _ => (
            "unanswered",
            Fault::SellThenBreak(Break::Hold(hold.clone())),
        ),
    };
    let partner = if (draw.b / 2).is_multiple_of(2) {
        "supplier"
    } else {
        "Stripe"
    };
    let faults = if partner == "supplier" {
        &world.sandbox.supplier.faults
    } else {
        &world.sandbox.stripe.faults
    };
    faults.push(Rule::once("", fault).after(calls));
    let life = async {
        if draw.c.is_multiple_of(5) {
            return reconcile::run(app)
                .await
                .map_or_else(|error| error.to_string(), |_| "reconcile".to_owned());
        }
        worker::step(app)
            .await
            .unwrap()
            .unwrap_or("nothing due")
            .to_owned()
    };
    let end = tokio::select! {
        biased;
        () = hold.reached() => None,
        done = life => Some(done),
    };
    if end.is_none() {
        // The broken line is noticed before anything more happens.
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    hold.release();
    end.map_or_else(
        || format!("{partner}, after {calls} calls, {how}"),
        |what| format!("too late, {what} was over"),
    )
}

async fn look(world: &World, draw: Draw) -> String {
    match reconcile::run(world.worker(draw.a)).await {
        Ok(_) => "done".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn time(world: &World, draw: Draw) -> String {
    let by = match draw.a % 12 {
        0..=3 => TimeDelta::seconds(1 + i64::try_from(draw.b % 90).unwrap()),
        4..=7 => TimeDelta::minutes(1 + i64::try_from(draw.b % 40).unwrap()),
        8..=9 => TimeDelta::hours(1 + i64::try_from(draw.b % 8).unwrap()),
        10 => TimeDelta::hours(30),
        _ => TimeDelta::seconds(21),
    };
    world.pass(by);
    format!("{by} later")
}

/// One of the shop's clocks is set wrong by minutes, or right again.
fn apart(world: &mut World, draw: Draw) -> String {
    let by = TimeDelta::minutes(i64::try_from(draw.b % 9).unwrap() - 4);
    let app = world.worker(draw.a).clone();
    app.clock.advance(by);
    if by < TimeDelta::zero() {
        world.set_back -= by;
    }
    format!("worker {} by {by}", draw.a % 2)
}

async fn deliver(world: &mut World, draw: Draw) -> String {
    if world.mailbag.is_empty() {
        return "nothing to deliver".to_owned();
    }
    let place = if draw.a.is_multiple_of(4) {
        draw.b % world.mailbag.len()
    } else {
        0
    };
    let event = world.mailbag.remove(place);
    let kind = world.kind_of(&event);
    if draw.c.is_multiple_of(10) {
        return format!("{kind} is lost");
    }
    let mut status = world.deliver(&event).await;
    if draw.c % 10 == 1 {
        status = world.deliver(&event).await;
    }
    format!("{kind} ({place} were before it): {status:?}")
}

/// Something old comes once more.
async fn again(world: &World, draw: Draw) -> String {
    let events = world.sandbox.stripe.events();
    let Some(event) = of(&events, draw.a) else {
        return "nothing has happened yet".to_owned();
    };
    let status = world.deliver(event["id"].as_str().unwrap()).await;
    format!("{} once more: {status:?}", event["type"])
}
