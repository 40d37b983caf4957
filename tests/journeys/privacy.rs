//! What is kept of a traveller, for how long, and what the privacy page says of it.

use chrono::TimeDelta;
use esim_storefront::flows::clean_up;

use crate::support::{BUYER, PLAN, Shop};

const TERMS: &str = "[privacy]\nunpaid_orders = 37\nmails = 191\nevents = 411\ninvoices = 977\n";

/// What a shop states that gives invoices.
const INVOICES: &str = "[legal]\nseller = \"Layover Ltd\"\naddress = \"1 High Street\"\nvat_id = \
                        \"GB1\"\n[tax]\nkind = \"included\"\ndefault_percent = \"20\"\n";

/// Everything that the table of events holds, as text.
const EVENTS: &str =
    "select coalesce(string_agg(row_to_json(t)::text, ' '), '') from stripe_events t";

#[tokio::test]
async fn of_a_webhook_no_name_address_or_card_is_kept_not_even_until_it_is_handled() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let told = shop
        .sandbox
        .stripe
        .events_of("checkout.session.completed")
        .pop()
        .unwrap()
        .to_string();
    let address = BUYER.to_lowercase();
    assert!(
        told.to_lowercase().contains(&address),
        "Stripe does send it: {told}"
    );
    for handled in [false, true] {
        let kept = shop.one::<String>(EVENTS).await.to_lowercase();
        assert!(kept.contains("checkout.session.completed"), "{kept}");
        for personal in [
            address.as_str(),
            "4242",
            "customer_details",
            "billing_details",
            "fingerprint",
        ] {
            assert!(
                !kept.contains(personal),
                "{personal} is kept, handled: {handled}: {kept}"
            );
        }
        shop.settle().await;
    }
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events where payload <> ''")
            .await,
        0
    );
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
    assert_eq!(
        shop.one::<i64>("select count(*) from orders where payment_state = 'expired'")
            .await,
        1
    );
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
        shop.one::<i64>(
            "select count(*) from order_events e
             where not exists (select from captures c where c.order_id = e.order_id)"
        )
        .await,
        0
    );
    later(150, "select count(*) from mails where to_address <> ''", 1).await;
    later(
        4,
        "select count(*) from mails where to_address <> '' or body <> '{}'",
        0,
    )
    .await;
    assert_eq!(
        shop.one::<i64>("select count(*) from mails").await,
        1,
        "so that it is never sent again"
    );
    assert!(shop.one::<i64>("select count(*) from stripe_events").await > 1);
    later(220, "select count(*) from stripe_events", 1).await;
    assert!(
        shop.one::<bool>(
            "select exists (select from captures c join stripe_events e on e.id = c.event_id)"
        )
        .await,
        "the proof stays, bare"
    );
}

#[tokio::test]
async fn the_privacy_page_prints_the_figures_that_the_clean_up_obeys_in_every_language() {
    let shop = Shop::open_with(&format!("{TERMS}{INVOICES}")).await;
    for language in ["", "/de", "/es", "/fr", "/pt-br", "/ja", "/ar", "/zh-hans"] {
        let page = shop
            .browser()
            .get(&format!("{language}/privacy"))
            .await
            .body;
        for figure in ["37", "191", "411", "977"] {
            assert!(page.contains(figure), "{language}: {figure}");
        }
    }
}

#[tokio::test]
async fn a_shop_that_gives_no_invoices_says_nothing_of_them() {
    let shop = Shop::open_with(TERMS).await;
    let page = shop.browser().get("/privacy").await;
    assert!(
        !page.words().contains("invoice") && !page.body.contains("977"),
        "{}",
        page.words()
    );
}

/// Each column that tells of a person, with the sentence of the privacy page that says so.
const PERSONAL: [(&str, &str); 27] = [
    ("orders.customer_email", "privacy-keep-email"),
    ("orders.customer_country", "privacy-keep-country"),
    ("orders.buyer_hash", "privacy-cookies-text"),
    ("consents.words", "privacy-keep-consent"),
    ("invoices.bill_to", "privacy-keep-invoices"),
    ("invoices.country", "privacy-keep-country"),
    ("logins.return_to", "privacy-keep-email"),
    ("order_keys.token_hash", "privacy-keep-orders"),
    ("esims.iccid", "privacy-keep-orders"),
    ("esims.activation_code", "privacy-keep-orders"),
    ("esims.code_as_received", "privacy-keep-orders"),
    ("esims.traveller", "privacy-keep-traveller"),
    ("esim_keys.token_hash", "privacy-keep-orders"),
    ("lines.target_iccid", "privacy-keep-orders"),
    ("supplier_orders.iccid", "privacy-keep-orders"),
    ("packages.iccid", "privacy-keep-usage"),
    ("supplier_events.iccid", "privacy-how-long-events"),
    ("supplier_events.payload", "privacy-how-long-events"),
    ("stripe_events.payload", "privacy-how-long-events"),
    ("mails.to_address", "privacy-how-long-mails"),
    ("logins.email", "privacy-keep-email"),
    ("logins.token_hash", "privacy-cookies-text"),
    ("ended_browsers.buyer_hash", "privacy-cookies-text"),
    ("sign_ins.email", "privacy-keep-email"),
    ("sign_ins.token_hash", "privacy-cookies-text"),
    ("rate_limits.bucket", "privacy-how-long-counts"),
    ("withdrawals.name", "privacy-keep-withdrawal"),
];

/// Columns that only sound so, and those of the people who work here, who are told by their
/// employer.
const OTHERS: [&str; 15] = [
    "alert_posts.words",
    "plan_prices.plan_name",
    "probes.question_hash",
    "lines.plan_name",
    "products.name",
    "products.imsi_profile",
    "cursors.name",
    "price_drafts.address",
    "staff.address",
    "staff_recovery_codes.address",
    "staff_recovery_codes.code_hash",
    "staff_links.address",
    "staff_links.token_hash",
    "staff_sessions.address",
    "staff_sessions.token_hash",
];

#[tokio::test]
async fn every_column_that_tells_of_a_person_has_its_sentence_on_the_privacy_page() {
    let shop = Shop::open_with(INVOICES).await;
    let columns: Vec<String> = sqlx::query_scalar(
        "select c.table_name || '.' || c.column_name from information_schema.columns c
         join information_schema.tables t on t.table_schema = c.table_schema
         and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
         where c.table_schema = 'public' and c.data_type in ('text', 'bytea', 'jsonb', 'inet')
           and c.column_name ~ '(email|address|name|iccid|country|traveller|activation|code_as|_hash|payload|bucket|network|browser|ip$|words|return_to|bill_to)'",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    for column in &columns {
        let known =
            PERSONAL.iter().any(|(name, _)| name == column) || OTHERS.contains(&column.as_str());
        assert!(
            known || column.starts_with("products."),
            "{column}: say on the privacy page what it is for, and list it here"
        );
    }
    let page = shop.browser().get("/privacy").await.body;
    for (column, sentence) in PERSONAL {
        assert!(
            columns.iter().any(|known| known == column),
            "{column} is no column"
        );
        let words = esim_storefront::l10n::Locale::ENGLISH
            .with("time", "")
            .say(sentence);
        let beginning: String = words
            .chars()
            .take_while(|c| !matches!(c, ':' | '’' | '.'))
            .collect();
        assert!(
            page.contains(&beginning),
            "{column}: the page does not say “{beginning}”"
        );
    }
}
