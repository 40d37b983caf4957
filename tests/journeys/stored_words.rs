//! What the database stores is one word of a list: its check constraint lists the words of the
//! enum, one that cannot be read is an error that says where it stands, and what a newer version
//! writes is left to it.

use domain::history::EventKind;
use domain::hold::Reason;
use domain::invoice::Kind;
use domain::job::{JobKind, Lane};
use domain::line::{CallResult, LineState, Outcome};
use domain::mail_kind::MailKind;
use domain::order::{OrderKind, PaymentState};
use domain::refund::{Cause, RefundState};
use esim_storefront::db::cancellations::CancelState;
use esim_storefront::db::{order_pages, orders};
use esim_storefront::worker;

use super::desk::{OLGA, signed_in, with_desk};
use crate::support::{Bought, PLAN, Shop, logs, seen};

/// A constraint, and the words that the code has.
fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        (
            "order_events_event_check",
            EventKind::ALL.map(EventKind::as_str).to_vec(),
        ),
        (
            "mails_kind_check",
            MailKind::ALL.map(MailKind::as_str).to_vec(),
        ),
        (
            "jobs_kind_check",
            JobKind::ALL.map(JobKind::as_str).to_vec(),
        ),
        ("jobs_lane_check", Lane::ALL.map(Lane::as_str).to_vec()),
        (
            "orders_kind_check",
            OrderKind::ALL.map(OrderKind::as_str).to_vec(),
        ),
        (
            "orders_payment_state_check",
            PaymentState::ALL.map(PaymentState::as_str).to_vec(),
        ),
        (
            "lines_state_check",
            LineState::ALL.map(LineState::as_str).to_vec(),
        ),
        (
            "lines_outcome_check",
            Outcome::ALL.map(Outcome::as_str).to_vec(),
        ),
        (
            "supplier_calls_result_check",
            CallResult::ALL.map(CallResult::as_str).to_vec(),
        ),
        (
            "refunds_cause_check",
            Cause::ALL.map(Cause::as_str).to_vec(),
        ),
        (
            "refunds_state_check",
            RefundState::ALL.map(RefundState::as_str).to_vec(),
        ),
        (
            "cancellations_state_check",
            CancelState::ALL.map(CancelState::as_str).to_vec(),
        ),
        (
            "holds_reason_check",
            Reason::ALL.map(Reason::as_str).to_vec(),
        ),
        ("invoices_kind_check", Kind::ALL.map(Kind::as_str).to_vec()),
    ]
}

#[tokio::test]
async fn each_check_constraint_lists_exactly_the_words_of_its_enum() {
    let shop = Shop::open().await;
    for (constraint, mut words) in lists() {
        let definition: String = sqlx::query_scalar(
            "select pg_get_constraintdef(oid) from pg_constraint where conname = $1
             and convalidated",
        )
        .bind(constraint)
        .fetch_one(&shop.app.db)
        .await
        .unwrap_or_else(|error| panic!("{constraint}: {error}"));
        let mut listed: Vec<&str> = definition.split('\'').skip(1).step_by(2).collect();
        listed.sort_unstable();
        words.sort_unstable();
        assert_eq!(listed, words, "{constraint}: {definition}");
    }
    shop.close().await;
}

async fn bought(shop: &Shop) -> Bought {
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    bought
}

#[tokio::test]
async fn a_stored_word_that_cannot_be_read_is_an_error_that_says_where_it_stands() {
    let shop = Shop::open().await;
    let bought = bought(&shop).await;
    let id = bought.order_id.parse().unwrap();
    for (change, place) in [
        ("update orders set currency = 'dollars'", "orders.currency"),
        (
            "update orders set currency = 'usd', kind = 'gift'",
            "orders.kind",
        ),
        (
            "update orders set kind = 'new', payment_state = 'lent'",
            "orders.payment_state",
        ),
    ] {
        let statement = format!(
            "begin; set local session_replication_role = replica;
             alter table orders drop constraint if exists orders_kind_check;
             alter table orders drop constraint if exists orders_payment_state_check;
             alter table orders drop constraint if exists orders_check;
             {change}; commit"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement))
            .execute(&shop.app.db)
            .await
            .unwrap();
        for said in [
            orders::load(&shop.app.db, id).await.map(drop),
            order_pages::by_id(&shop.app.db, id, shop.app.clock.now())
                .await
                .map(drop),
        ] {
            let said = said.expect_err(place).to_string();
            assert!(
                said.contains(&format!("{place} of row {id}")),
                "{place}: {said}"
            );
        }
    }
}

/// As the migration of a newer version leaves the database: it knows more words.
const NEWER: &str = "alter table order_events drop constraint order_events_event_check;
                     alter table mails drop constraint mails_kind_check;
                     alter table jobs drop constraint jobs_kind_check;
                     alter table supplier_calls drop constraint supplier_calls_result_check;";

#[tokio::test]
async fn what_a_newer_version_asks_for_is_left_to_its_workers() {
    let shop = Shop::open().await;
    shop.run(NEWER).await;
    shop.run(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         values ('of a newer version', 'x', 'supplier', now() - interval '1 hour', now())",
    )
    .await;
    worker::drain(&shop.app).await.unwrap();
    bought(&shop).await;
    let work = shop.begin_work();
    seen("the workers", async || {
        shop.one::<i64>("select count(*) from jobs where kind = 'watch' and run_at > now()")
            .await
            == 1
    })
    .await;
    work.end().await;
    assert!(
        shop.one::<bool>(
            "select attempts = 0 and last_error is null and lease_token is null
             and run_at < now() - interval '30 minutes' from jobs where kind = 'of a newer version'"
        )
        .await,
        "a worker has touched what it does not know"
    );
    shop.run("delete from jobs where kind = 'of a newer version'")
        .await;
    shop.close().await;
}

#[tokio::test]
async fn a_mail_of_a_newer_version_waits_for_who_can_write_it() {
    let shop = Shop::open().await;
    shop.run(NEWER).await;
    shop.run(
        "insert into mails (id, kind, subject, to_address, locale, body, created_at, next_try_at)
         values ('00000000-0000-0000-0000-000000000009', 'of a newer version', 'x',
                 'ada@example.com', 'en', '{}', now(), now());
         insert into jobs (kind, subject, lane, run_at, created_at)
         values ('mail', '00000000-0000-0000-0000-000000000009', 'mail', now(), now())",
    )
    .await;
    worker::drain(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<String>("select state from mails").await,
        "queued",
        "a mail that nobody here can write was given up"
    );
    assert!(
        logs::text()
            .contains("mails.kind of row 00000000-0000-0000-0000-000000000009 cannot be read"),
        "nobody is told which mail it is"
    );
}

#[tokio::test]
async fn views_and_pages_bear_words_of_a_newer_version() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let mut desk = signed_in(&shop, OLGA, &olga.secret).await;
    shop.run(NEWER).await;
    shop.run(
        "insert into order_events (order_id, at, event, actor)
         select id, now(), 'brand new', 'worker' from orders;
         insert into mails (id, order_id, kind, subject, to_address, locale, body, created_at)
         select gen_random_uuid(), id, 'brand new', 'x', 'ada@example.com', 'en', '{}', now()
         from orders;
         insert into jobs (kind, subject, lane, run_at, created_at)
         select 'brand new', id::text, 'supplier', now() + interval '1 hour', now() from orders;
         begin; set local session_replication_role = replica;
         update supplier_calls set result = 'brand new'; commit",
    )
    .await;
    let views: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.views where table_schema = 'ops'",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert!(views.len() > 10, "{views:?}");
    for view in views {
        sqlx::query(sqlx::AssertSqlSafe(format!("select * from ops.{view}")))
            .fetch_all(&shop.app.db)
            .await
            .unwrap_or_else(|error| panic!("ops.{view}: {error}"));
    }
    assert_eq!(sarah.get(&bought.page).await.status, 200);
    for page in ["/desk", "/desk/mails", "/desk/orders/E10001"] {
        let answer = desk.get(page).await;
        assert_eq!(answer.status, 200, "{page}: {}", answer.body);
    }
}
