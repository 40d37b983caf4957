//! From the shelf to a paid order, once, whatever is pressed or repeated.

use chrono::TimeDelta;
use sandbox::stripe::Delivery;

use crate::support::{BUYER, PLAN, PRICE, Shop};

#[tokio::test]
async fn a_traveller_finds_a_plan_pays_and_has_the_esim() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let found = sarah.get("/search?q=japan").await;
    assert!(
        found
            .attributes("a", "href")
            .iter()
            .any(|href| href == "/esim/japan"),
        "{}",
        found.words()
    );
    let plan = sarah.get(&format!("/plans/{PLAN}")).await;
    assert!(plan.words().contains("$14.40"), "{}", plan.words());
    assert!(
        plan.headers.get("set-cookie").is_none(),
        "a catalogue page set a cookie"
    );

    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;

    let order = sarah.get_json(&bought.page).await;
    let sold = shop.sandbox.supplier.esims().pop().unwrap();
    assert_eq!(order["payment_state"], "paid");
    assert_eq!(order["delivery_state"], "delivered");
    assert_eq!(order["lines"][0]["activation_code"], sold.esim_qr);
    assert_eq!(order["lines"][0]["iccid"], sold.iccid);
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn nothing_is_bought_before_the_money_is_there() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    sarah.get(&bought.page).await;
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 0);
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "awaiting_payment"
    );
    shop.close().await;
}

#[tokio::test]
async fn the_key_is_committed_before_the_traveller_is_sent_to_pay_and_never_changes() {
    let shop = Shop::open().await;
    let bought = shop.check_out(&mut shop.browser(), PLAN, 2).await;
    let before: Vec<String> =
        sqlx::query_scalar("select idempotency_key::text from lines order by position")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    let sent: Vec<String> = shop
        .sandbox
        .supplier
        .orders()
        .into_iter()
        .map(|o| o.idempotency_key)
        .collect();
    assert_eq!(sent, before);
    shop.close().await;
}

#[tokio::test]
async fn stripe_is_told_exactly_what_the_page_showed() {
    let shop = Shop::open().await;
    let bought = shop.check_out(&mut shop.browser(), PLAN, 3).await;
    let session = shop.session(&bought.session_id);
    assert_eq!(session["amount_total"], PRICE * 3);
    assert_eq!(session["currency"], "usd");
    assert_eq!(session["mode"], "payment");
    assert_eq!(
        session["client_reference_id"],
        session["metadata"]["order_id"]
    );
    let call = shop
        .sandbox
        .stripe
        .calls("/v1/checkout/sessions")
        .pop()
        .unwrap();
    assert!(call.idempotency_key.unwrap().starts_with("cs:"));
    assert!(!call.body.to_string().contains(BUYER));
    shop.close().await;
}

#[tokio::test]
async fn a_repeated_press_gives_the_same_open_session() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let first = shop.check_out(&mut sarah, PLAN, 1).await;
    let again = shop.check_out(&mut sarah, PLAN, 1).await;
    assert_eq!(first.session_id, again.session_id);
    let other = shop.check_out(&mut sarah, PLAN, 2).await;
    assert_ne!(first.session_id, other.session_id);
    let stranger = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    assert_ne!(first.session_id, stranger.session_id);
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn a_fourth_payment_page_closes_the_oldest() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let mut pages = Vec::new();
    for quantity in 1..=4 {
        pages.push(shop.check_out(&mut sarah, PLAN, quantity).await.session_id);
    }
    shop.settle().await;
    let open: Vec<bool> = pages
        .iter()
        .map(|id| shop.session(id)["status"] == "open")
        .collect();
    assert_eq!(open, [false, true, true, true]);
    shop.close().await;
}

#[tokio::test]
async fn three_esims_are_three_lines_with_three_keys() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 3).await;
    shop.settle().await;
    let order = sarah.get_json(&bought.page).await;
    let mut codes: Vec<_> = order["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| l["activation_code"].as_str().unwrap().to_owned())
        .collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 3);
    assert_eq!(shop.sandbox.supplier.keys_seen().len(), 3);
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        1,
        "one mail for the whole order"
    );
    shop.close().await;
}

#[tokio::test]
async fn fifty_copies_of_the_webhook_in_two_events_are_one_purchase() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_two_events(true);
    shop.sandbox.stripe.set_delivery(Delivery::Duplicate(25));
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    for event in shop.sandbox.stripe.events() {
        shop.sandbox
            .stripe
            .resend(event["id"].as_str().unwrap())
            .unwrap();
    }
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 2);
    assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 2);
    assert_eq!(shop.one::<i64>("select count(*) from captures").await, 1);
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_declined_card_and_an_abandoned_page_cost_nothing() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let declined = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox
        .stripe
        .decline(&declined.session_id, BUYER)
        .unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&declined.page).await["payment_state"],
        "awaiting_payment",
        "another card may still be tried"
    );
    shop.pass(TimeDelta::minutes(40));
    shop.sandbox.stripe.pass_time();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&declined.page).await["payment_state"],
        "expired"
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.close().await;
}

#[tokio::test]
async fn a_delayed_payment_buys_only_when_it_arrives() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox
        .stripe
        .delay(&bought.session_id, BUYER)
        .unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "processing"
    );
    assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 0);
    let told = shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(told.len(), 1, "nobody waits for days without a word");
    assert!(
        told[0]
            .text
            .contains("still processing the payment for order E10001"),
        "{}",
        told[0].text
    );
    shop.sandbox
        .stripe
        .settle_delayed(&bought.session_id, true)
        .unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_delayed_payment_that_fails_is_told_by_mail() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox
        .stripe
        .delay(&bought.session_id, BUYER)
        .unwrap();
    shop.settle().await;
    shop.sandbox
        .stripe
        .settle_delayed(&bought.session_id, false)
        .unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "failed"
    );
    let told = shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(told.len(), 2, "that it is on its way, and that it failed");
    assert!(
        told.iter()
            .any(|mail| mail.text.contains("was not completed"))
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.close().await;
}

#[tokio::test]
async fn who_turns_back_at_the_payment_page_finds_what_was_chosen_and_pays_on_the_same_page() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let form = [
        ("product_id", PLAN),
        ("quantity", "3"),
        ("device_ok", "yes"),
        ("first_day", "2026-12-20"),
    ];
    let first = sarah.post("/es/checkout", &form).await;
    assert_eq!(first.status, 303);
    let back = shop.sandbox.stripe.sessions()[0]["cancel_url"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        back.starts_with("https://") || back.starts_with("http://"),
        "{back}"
    );
    let path = back
        .split_once("//")
        .and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()))
        .unwrap();
    let page = sarah.get(&path).await;
    assert_eq!(page.status, 200);
    for part in [
        "Si no terminaste de pagar, no se ha cobrado nada",
        "value=\"3\" selected",
        "value=\"2026-12-20\"",
    ] {
        assert!(page.body.contains(part), "{part}");
    }
    assert_eq!(
        sarah.post("/es/checkout", &form).await.location,
        first.location
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 1);
    assert!(
        !sarah
            .get(&format!("/es/plans/{PLAN}"))
            .await
            .body
            .contains("no se ha cobrado nada")
    );
    shop.close().await;
}

#[tokio::test]
async fn a_plan_that_is_gone_or_dearer_is_said_before_stripe_is_asked() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    shop.sandbox.supplier.set_price_cents(PLAN, 2000);
    let dearer = sarah.post("/checkout", &form).await;
    assert_eq!(dearer.status, 422);
    assert!(
        dearer
            .words()
            .contains("price of this plan has just changed"),
        "{}",
        dearer.words()
    );
    shop.sandbox.supplier.set_on_sale(PLAN, false);
    let gone = sarah.post("/checkout", &form).await;
    assert_eq!(gone.status, 422);
    assert!(
        gone.words().contains("no longer available"),
        "{}",
        gone.words()
    );
    assert_eq!(shop.sandbox.stripe.sessions().len(), 0);
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    shop.close().await;
}
