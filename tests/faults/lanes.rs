//! Trouble stays where it is: while one partner hangs, what does not need it goes on.

use std::time::Duration;

use chrono::TimeDelta;
use domain::job::Lane;
use esim_storefront::worker;
use sandbox::faults::{Fault, Hold, Rule};

use crate::support::{BUYER, Bought, Browser, PLAN, Shop, seen};

/// Lines that nothing was ever asked for, and that are to be refunded.
const REFUNDED_UNASKED: &str = "select count(*) from lines l where outcome = 'refund'
                                and not exists (select from supplier_calls c
                                  where c.line_id = l.id)";

fn hold_all(shop: &Shop) -> Hold {
    let hold = Hold::default();
    shop.sandbox
        .supplier
        .faults
        .push(Rule::always("create_order", Fault::Hold(hold.clone())));
    hold
}

async fn reached(hold: &Hold, calls: usize) {
    for call in 0..calls {
        let reached = tokio::time::timeout(Duration::from_secs(60), hold.reached()).await;
        assert!(reached.is_ok(), "only {call} of {calls} calls came at once");
    }
}

async fn buy_some(shop: &Shop, orders: usize) -> Vec<(Browser, Bought)> {
    let mut all = Vec::new();
    for _ in 0..orders {
        let mut traveller = shop.browser();
        let bought = shop.buy(&mut traveller, PLAN, 1).await;
        all.push((traveller, bought));
    }
    all
}

#[tokio::test]
async fn while_the_supplier_hangs_payments_mails_and_refunds_go_on() {
    let shop = Shop::open_as("", |config| config.esimfx.concurrency = 2).await;
    let mut earlier = shop.browser();
    shop.buy(&mut earlier, PLAN, 1).await;
    shop.settle().await;
    let hold = hold_all(&shop);
    buy_some(&shop, 8).await;
    let work = shop.begin_work();
    reached(&hold, 2).await;

    let mut late = shop.browser();
    let bought = shop.buy(&mut late, PLAN, 1).await;
    seen("the payment of another traveller", async || {
        late.get_json(&bought.page).await["payment_state"] == "paid"
    })
    .await;
    assert_eq!(
        earlier.post("/login", &[("email", BUYER)]).await.status,
        200
    );
    let mail = shop
        .sandbox
        .mailbox
        .wait_for(
            BUYER,
            |mail| mail.text.contains("/login/"),
            Duration::from_secs(60),
        )
        .await;
    assert!(mail.is_some(), "no sign-in mail");
    seen("all payments", async || {
        shop.one::<i64>("select count(*) from orders where payment_state = 'paid'")
            .await
            == 10
    })
    .await;
    shop.pass(TimeDelta::minutes(31));
    seen("refunds of what nothing was asked for", async || {
        shop.one::<i64>(REFUNDED_UNASKED).await > 0
    })
    .await;
    seen("refunds sent", async || {
        !shop.sandbox.stripe.refunds().is_empty()
    })
    .await;
    assert_eq!(
        shop.one::<i64>("select count(*) from supplier_calls where result = 'done'")
            .await,
        1,
        "the supplier did not hang"
    );

    // The longer clock ends those that hang, whatever becomes of their calls.
    shop.pass(TimeDelta::hours(2));
    seen("the other refunds", async || {
        shop.sandbox.stripe.refunds().len() == 9
    })
    .await;
    shop.sandbox.supplier.faults.clear();
    for _ in 0..20 {
        hold.release();
    }
    work.end().await;
    shop.rest(TimeDelta::hours(2)).await;
    shop.close().await;
}

#[tokio::test]
async fn nine_lines_are_asked_for_side_by_side_and_come_in_one_mail() {
    let shop = Shop::open().await;
    let hold = hold_all(&shop);
    let mut sarah = shop.browser();
    let work = shop.begin_work();
    let bought = shop.buy(&mut sarah, PLAN, 9).await;
    reached(&hold, 9).await;
    for _ in 0..9 {
        hold.release();
    }
    seen("all nine", async || {
        sarah.get_json(&bought.page).await["delivery_state"] == "delivered"
    })
    .await;
    seen("the mail", async || {
        !shop.sandbox.mailbox.messages_to(BUYER).is_empty()
    })
    .await;
    work.end().await;
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.keys_seen().len(), 9);
    assert!(
        shop.sandbox
            .supplier
            .keys_seen()
            .values()
            .all(|calls| *calls == 1),
        "a line was asked for twice"
    );
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        1,
        "one mail for all"
    );
    shop.close().await;
}

#[tokio::test]
async fn what_is_here_is_told_in_one_mail_with_what_is_still_on_its_way() {
    let shop = Shop::open().await;
    let hold = Hold::default();
    shop.sandbox
        .supplier
        .faults
        .push(Rule::once("create_order", Fault::Hold(hold.clone())).after(1));
    let mut sarah = shop.browser();
    let work = shop.begin_work();
    let bought = shop.buy(&mut sarah, PLAN, 3).await;
    seen("two of three", async || {
        let order = sarah.get_json(&bought.page).await;
        order["lines"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|line| line["state"] == "delivered")
            .count()
            == 2
    })
    .await;
    assert_eq!(
        shop.one::<i64>("select count(*) from mails").await,
        0,
        "the third is on its way: one mail, if it comes"
    );
    hold.release();
    seen("the mail", async || {
        shop.sandbox.mailbox.messages_to(BUYER).len() == 1
    })
    .await;
    work.end().await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn the_clock_refunds_a_line_whose_call_hangs_and_ends_what_the_answer_brings() {
    let shop =
        Shop::open_with("[delivery]\nrefund_after = \"2s\"\nrefund_after_unclear = \"3s\"\n").await;
    let hold = hold_all(&shop);
    let mut sarah = shop.browser();
    let work = shop.begin_work();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    reached(&hold, 1).await;
    seen("the refund", async || {
        sarah.get_json(&bought.page).await["delivery_state"] == "refunded"
    })
    .await;
    assert_eq!(
        shop.one::<i64>("select count(*) from supplier_calls where finished_at is null")
            .await,
        1,
        "its call is still under way"
    );
    hold.release();
    seen("the end of what was sold too late", async || {
        shop.sandbox
            .supplier
            .orders()
            .iter()
            .any(|order| format!("{:?}", order.status) == "Terminated")
    })
    .await;
    work.end().await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        (
            shop.sandbox.supplier.orders().len(),
            shop.sandbox.stripe.refunds().len()
        ),
        (1, 1)
    );
    shop.close().await;
}

#[tokio::test]
async fn a_wake_up_that_nobody_said_is_made_good_by_the_poll() {
    let shop = Shop::open().await;
    let work = shop.begin_work();
    seen("the workers", async || {
        shop.one::<i64>("select count(*) from jobs where kind = 'watch' and run_at > now()")
            .await
            == 1
    })
    .await;
    // As a process leaves it that dies after its commit: the rows, and not a word.
    shop.run(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         select kind, gen_random_uuid()::text, lane, now(), now()
         from (values ('refunds', 'money_back'), ('read_page', 'money_in'), ('line', 'supplier'),
           ('supplier_event', 'supplier')) j (kind, lane)",
    )
    .await;
    seen("the end of them", async || {
        shop.one::<i64>(
            "select count(*) from jobs
             where kind in ('refunds', 'read_page', 'line', 'supplier_event')",
        )
        .await
            == 0
    })
    .await;
    work.end().await;
    shop.close().await;
}

#[tokio::test]
async fn every_job_stands_in_its_own_lane() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.check_out(&mut sarah, PLAN, 1).await;
    assert_eq!(
        shop.one::<String>("select lane from jobs where kind = 'order'")
            .await,
        "money_in",
        "nobody has paid yet"
    );
    shop.buy(&mut sarah, PLAN, 2).await;
    shop.sandbox.stripe.quiet().await;
    assert_eq!(
        shop.one::<String>("select lane from jobs where kind = 'stripe_event' limit 1")
            .await,
        "money_in"
    );
    while shop
        .one::<i64>("select count(*) from jobs where kind = 'line'")
        .await
        == 0
    {
        assert!(
            esim_storefront::worker::step(&shop.app)
                .await
                .unwrap()
                .is_some(),
            "the payment led to nothing"
        );
    }
    assert_eq!(
        shop.one::<String>("select string_agg(distinct lane, ' ') from jobs where kind = 'line'")
            .await,
        "supplier"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where kind = 'order' and lane = 'money_back'")
            .await,
        1
    );
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn who_hears_a_payment_goes_on_with_its_lines_and_who_dies_then_leaves_them_to_others() {
    let shop = Shop::open().await;
    let hands = shop.app.bell.hands().clone();
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 3).await;
    shop.sandbox.stripe.quiet().await;
    // Two places are free in the supplier's lane, one in that of mails.
    hands.offer(Lane::Supplier, 2);
    hands.offer(Lane::Mail, 1);
    assert_eq!(worker::step(&shop.app).await.unwrap(), Some("stripe_event"));
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where kind = 'line'")
            .await,
        3
    );
    let held = hands.receive(Lane::Supplier);
    assert_eq!(
        held.len(),
        2,
        "what is written for these hands is theirs at once"
    );
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from jobs where kind = 'line' and leased_until is not null"
        )
        .await,
        2
    );
    // They die. The third line is anybody's, and so are theirs when their leases end.
    hands.offer(Lane::Supplier, 0);
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    shop.pass(TimeDelta::seconds(21));
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 3, "each once");
    assert_eq!(
        hands.receive(Lane::Mail).len(),
        1,
        "the mail of an order that is all here is theirs as well"
    );
    assert_eq!(shop.sandbox.mailbox.messages().len(), 0);
    hands.offer(Lane::Mail, 0);
    shop.pass(TimeDelta::seconds(21));
    shop.settle().await;
    assert_eq!(shop.sandbox.mailbox.messages().len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.one::<i64>(
        "select count(*) from jobs where kind in ('order', 'line', 'mail', 'fee', 'stripe_event')").await, 0);
    shop.close().await;
}
