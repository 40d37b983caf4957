//! What is kept of a traveller, for how long, and what the privacy page says of it.

use chrono::TimeDelta;
use esim_storefront::flows::clean_up;

use crate::support::{BUYER, PLAN, Shop};

const TERMS: &str = "[privacy]\nunpaid_orders = 37\nmails = 191\nevents = 411\n";

/// Everything that the table of events holds, as text.
const EVENTS: &str = "select coalesce(string_agg(row_to_json(t)::text, ' '), '') from stripe_events t";

#[tokio::test]
async fn of_a_webhook_no_name_address_or_card_is_kept_not_even_until_it_is_handled() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let told = shop.sandbox.stripe.events_of("checkout.session.completed").pop().unwrap().to_string();
    let address = BUYER.to_lowercase();
    assert!(told.to_lowercase().contains(&address), "Stripe does send it: {told}");
    for handled in [false, true] {
        let kept = shop.one::<String>(EVENTS).await.to_lowercase();
        assert!(kept.contains("checkout.session.completed"), "{kept}");
        for personal in [address.as_str(), "4242", "customer_details", "billing_details", "fingerprint"] {
            assert!(!kept.contains(personal), "{personal} is kept, handled: {handled}: {kept}");
        }
        shop.settle().await;
    }
    assert_eq!(sarah.get_json(&bought.page).await["delivery_state"], "delivered");
    assert_eq!(shop.one::<i64>("select count(*) from stripe_events where payload <> ''").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn each_thing_is_kept_for_its_term_and_no_longer() {
    let shop = Shop::open_with(TERMS).await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.rest(TimeDelta::hours(2)).await;
    assert_eq!(shop.one::<i64>("select count(*) from orders where payment_state = 'expired'").await, 1);
    let later = |days: i64, count: &'static str, left: i64| {
        let shop = &shop;
        async move {
            shop.pass(TimeDelta::days(days));
            clean_up::run(&shop.app).await.unwrap();
            assert_eq!(shop.one::<i64>(count).await, left, "{count}");
        }
    };
    later(36, "select count(*) from orders", 2).await;
    later(2, "select count(*) from orders", 1).await;
    assert_eq!(
        shop.one::<i64>("select count(*) from order_events e where not exists (select from captures c where c.order_id = e.order_id)")
            .await,
        0
    );
    later(150, "select count(*) from mails where to_address <> ''", 1).await;
    later(4, "select count(*) from mails where to_address <> '' or body <> '{}'", 0).await;
    assert_eq!(shop.one::<i64>("select count(*) from mails").await, 1, "so that it is never sent again");
    assert!(shop.one::<i64>("select count(*) from stripe_events").await > 1);
    later(220, "select count(*) from stripe_events", 1).await;
    assert!(
        shop.one::<bool>("select exists (select from captures c join stripe_events e on e.id = c.event_id)").await,
        "the proof stays, bare"
    );
}

#[tokio::test]
async fn the_privacy_page_prints_the_figures_that_the_clean_up_obeys_in_every_language() {
    let shop = Shop::open_with(TERMS).await;
    for language in ["", "/de", "/es", "/fr", "/pt-br", "/ja", "/ar", "/zh-hans"] {
        let page = shop.browser().get(&format!("{language}/privacy")).await.body;
        for figure in ["37", "191", "411"] {
            assert!(page.contains(figure), "{language}: {figure}");
        }
    }
}
