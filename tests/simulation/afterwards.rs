//! What travellers and the operator do with an eSIM that they have.

use super::acts::sold;
use crate::chance::{Draw, lately, of};
use crate::world::World;
use esim_storefront::app::App;
use esim_storefront::db::{order_pages, packages};
use esim_storefront::flows::refund_order::{self, Ask};
use esim_storefront::flows::{cancel, operator, recovery, topup};
use uuid::Uuid;

async fn orders(app: &App) -> Vec<(Uuid, String)> {
    sqlx::query_as(
        "select id, order_number from orders where payment_state = 'paid' order by order_number",
    )
    .fetch_all(&app.db)
    .await
    .unwrap()
}

pub async fn hand(world: &mut World, draw: Draw) -> String {
    let app = world.worker(draw.a).clone();
    let paid = orders(&app).await;
    let Some((id, number)) = lately(&paid, draw.b) else {
        return "nothing is paid".to_owned();
    };
    match draw.c % 9 {
        0..=2 => {
            world.released.insert(id.to_string());
            let released = operator::release(&app, *id, "ada").await;
            format!(
                "release {number}: {}",
                released.map_or_else(
                    |e| e.to_string(),
                    |r| format!("{} ended, {} left", r.ended.len(), r.left.len())
                )
            )
        }
        3..=5 => {
            format!(
                "retry {number}: {}",
                operator::retry(&app, *id, "ada")
                    .await
                    .map_or_else(|e| e.to_string(), |_| "ok".to_owned())
            )
        }
        6 => {
            recovery::begin_if_due(&app).await.unwrap();
            "a process starts".to_owned()
        }
        _ => format!("refund {number}: {}", refund(&app, *id, draw).await),
    }
}

/// The operator sends money back: all of it, a line's, or a part.
async fn refund(app: &App, order_id: Uuid, draw: Draw) -> String {
    let ask = Ask {
        lines: if draw.a.is_multiple_of(3) {
            vec![1]
        } else {
            Vec::new()
        },
        amount_minor: (draw.a / 3).is_multiple_of(4).then_some(300),
        keep_esim: (draw.a / 12).is_multiple_of(3),
        reason: "a wish".to_owned(),
    };
    let plan = match refund_order::plan(app, order_id, &ask).await {
        Ok(plan) => plan,
        Err(why) => return why.to_string(),
    };
    match refund_order::carry_out(app, &plan, "ada").await {
        Ok(()) => format!(
            "lines {:?}, part {:?}, kept {}",
            ask.lines, ask.amount_minor, ask.keep_esim
        ),
        Err(why) => why.to_string(),
    }
}

async fn iccids(app: &App) -> Vec<(String, Uuid)> {
    sqlx::query_as("select iccid, id from esims order by created_at, iccid")
        .fetch_all(&app.db)
        .await
        .unwrap()
}

pub async fn give_back(world: &World, draw: Draw) -> String {
    let app = world.worker(draw.a);
    let all = iccids(app).await;
    let Some((iccid, _)) = of(&all, draw.b) else {
        return "nothing to give back".to_owned();
    };
    let owned = packages::of_esim(&app.db, iccid).await.unwrap();
    let Some(package) = of(&owned, draw.c) else {
        return "no package is known".to_owned();
    };
    match (cancel::terms(app, package, app.clock.now()), &package.line) {
        (Ok(terms), Some(line)) => match cancel::ask(app, iccid, line.id, terms.back).await {
            Ok(wished) => format!("{wished:?}"),
            Err(error) => error.to_string(),
        },
        (Err(why), _) => format!("{why:?}"),
        (_, None) => "no line".to_owned(),
    }
}

pub async fn top_up(world: &World, draw: Draw) -> String {
    let app = world.worker(draw.a);
    let all = iccids(app).await;
    let Some((_, id)) = of(&all, draw.b) else {
        return "nothing to top up".to_owned();
    };
    let Some(esim) = order_pages::esim_by_id(&app.db, *id).await.unwrap() else {
        return "not owned".to_owned();
    };
    let offers = match topup::offers(app, &esim).await {
        Ok(offers) => offers,
        Err(why) => return why.to_string(),
    };
    let Some(plan) = of(&offers, draw.c) else {
        return "no offer".to_owned();
    };
    let wish = topup::TopupRequest {
        esim: &esim,
        owner: true,
        product_id: &plan.product.id,
        shown: plan.price,
        buyer_hash: [9; 32],
        locale: "en",
    };
    format!(
        "{}: {}",
        plan.product.id,
        sold(&topup::check_out(app, &wish).await)
    )
}
