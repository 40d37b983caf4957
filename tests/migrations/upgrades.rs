//! A database of the release before is brought up to date, and everything in it stands.

use crate::{SOLD, apply, as_of, content};
use domain::job::Job;
use sqlx::Executor;

#[tokio::test]
async fn lines_from_before_costs_were_booked_stand_and_those_that_are_still_open_can_be_booked() {
    let db = as_of(12).await;
    db.execute(SOLD).await.unwrap();
    let before = content(&db).await;
    apply(&db, 13..=13).await;
    let mut after = content(&db).await;
    after.retain(|(table, rows)| {
        !["line_costs", "catalogue_waits"].contains(&table.as_str()) || !rows.is_empty()
    });
    assert_eq!(after, before);
    let book = |position: u32| {
        format!(
            "insert into line_costs (line_id, cost, cost_currency, currency, rate, cost_minor,
               read_at, booked_at)
             select id, '12', 'USD', 'usd', 1, 1200, now(), now() from lines
             where position = {position}"
        )
    };
    let refused = db.execute(sqlx::AssertSqlSafe(book(1))).await.unwrap_err();
    assert!(
        refused.to_string().contains("no cost after the outcome"),
        "{refused}"
    );
    db.execute(sqlx::AssertSqlSafe(book(2))).await.unwrap();
}

#[tokio::test]
async fn a_database_of_the_release_before_keeps_its_orders_and_learns_their_mode() {
    let db = as_of(13).await;
    db.execute(
        "insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at,
           currency, total_minor, livemode, created_at)
         select gen_random_uuid(), 'E' || n, 't' || n, '\\x00', 'new', 'en', now(), 'usd', 1440,
         n = 1, now() from generate_series(1, 2) n;
         insert into lines (id, order_id, position, operation, product_id, plan_name, plan,
           price_minor, cost, cost_currency, idempotency_key, created_at)
         select gen_random_uuid(), id, 1, 'NEW', 'p', 'P', '{}', 1440, '12.00', 'USD',
         gen_random_uuid(), now() from orders",
    )
    .await
    .unwrap();
    apply(&db, 14..=14).await;
    let orders: Vec<(String, String, bool)> = sqlx::query_as(
        "select order_number, mode, test_ended_at is null from ops.orders order by 1",
    )
    .fetch_all(&db)
    .await
    .unwrap();
    assert_eq!(
        orders,
        [
            ("E1".into(), "live".into(), true),
            ("E2".into(), "test".into(), true)
        ]
    );
}

#[tokio::test]
async fn views_that_were_made_quick_show_what_they_showed_and_lines_learn_that_they_were_never_paid_for()
 {
    let db = as_of(20).await;
    db.execute(SOLD).await.unwrap();
    db.execute(
        "insert into supplier_orders (supplier_order_id, line_id, order_id, iccid, status, orphan,
           seen_at)
             select 's-' || position, id, order_id, '894400000000000000' || position, 'PENDING',
             false, now() from lines;
         insert into esims (id, iccid, line_id, activation_code, created_at)
             select gen_random_uuid(), '8944000000000000001', id, 'LPA:1$a.example$X', now()
             from lines where position = 1;
         insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at,
           currency, total_minor, livemode, created_at)
             values ('00000000-0000-0000-0000-000000000002', 'E10002', 'u', '', 'topup', 'en',
               now(), 'usd', 1440, false, now());
         insert into lines (id, order_id, position, operation, product_id, plan_name, plan,
           price_minor, cost, cost_currency, idempotency_key,
                            target_iccid, created_at)
             select gen_random_uuid(), id, 1, 'TOPUP', 'p', 'P', '{}', 1440, '12', 'USD',
             gen_random_uuid(), '8944000000000000001', now()
             from orders where kind = 'topup';
         insert into checkout_sessions (order_id, try, idempotency_key, success_url, cancel_url,
           expires_at, state, session_id, url, created_at)
             select id, 1, 'cs:2', '', '', now(), 'closed', 'cs_2', 'https://pay.example', now()
             from orders where kind = 'topup';
         update orders set payment_state = 'expired' where kind = 'topup';
         update orders set paid_at = now() - interval '1 hour' where kind = 'new';
         insert into order_events (order_id, at, event, actor)
         select id, now(), 'placed', 'traveller' from orders",
    )
    .await
    .unwrap();
    let shown = async || {
        let sql = "select (select string_agg(to_jsonb(v)::text, E'\\n' order by v.line_id)
                        from ops.order_lines v),
                   (select string_agg(to_jsonb(v)::text, E'\\n' order by v.iccid, v.order_number)
                     from ops.esim_timeline v),
                   (select string_agg(to_jsonb(v)::text, E'\\n' order by v.order_number)
                     from ops.stuck_orders v)";
        sqlx::query_as::<_, (String, String, String)>(sql)
            .fetch_one(&db)
            .await
            .unwrap()
    };
    let before = shown().await;
    assert_eq!(
        (
            before.0.lines().count(),
            before.1.lines().count(),
            before.2.lines().count()
        ),
        (3, 2, 1),
        "{before:#?}"
    );
    apply(&db, 21..=21).await;
    assert_eq!(shown().await, before);
    let unpaid = "select string_agg(l.unpaid::text, ' ' order by o.order_number, l.position)
                  from lines l join orders o on o.id = l.order_id";
    let told = async || {
        sqlx::query_scalar::<_, String>(unpaid)
            .fetch_one(&db)
            .await
            .unwrap()
    };
    assert_eq!(told().await, "false false true");
    // Paid wins, however late.
    db.execute(
        "insert into captures (order_id, session_id, payment_intent_id, event_id, amount_minor,
           currency, livemode, captured_at)
             select id, 'cs_2', 'pi_2', 'evt_1', 1440, 'usd', false, now() from orders
             where kind = 'topup';
         update orders set payment_state = 'paid', paid_at = now() - interval '1 hour'
         where kind = 'topup'",
    )
    .await
    .unwrap();
    assert_eq!(told().await, "false false false");
    assert_eq!(
        shown().await.2.lines().count(),
        2,
        "and it is found among the stuck"
    );
}

#[tokio::test]
async fn mails_and_alerts_of_the_release_before_stand_and_go_on_where_they_were() {
    let db = as_of(15).await;
    db.execute(SOLD).await.unwrap();
    db.execute(
        "insert into mails (id, order_id, kind, subject, to_address, locale, state, last_error,
           created_at)
             select gen_random_uuid(), o.id, 'delivered', state, 'sarah@traveller.example', 'en',
             state, error, '2026-11-20' from orders o,
                 (values ('queued', 'reply 452'),
                   ('failed', 'the mail was refused for good (reply 550)'),
                 ('sent', null)) m (state, error);
         insert into mails (id, kind, subject, to_address, locale, state, last_error, created_at)
             values (gen_random_uuid(), 'sign_in', 's', 'sarah@traveller.example', 'en', 'failed',
               'there is nothing left to tell', now());
         insert into jobs (kind, subject, run_at, created_at)
         select 'mail', id::text, '2026-11-21', now() from mails where state = 'queued';
         insert into alerts (kind, severity, what, mend, since, last_seen)
         values ('dispute', 'critical', 'w', 'm', now(), now())",
    )
    .await
    .unwrap();
    apply(&db, 18..=19).await;
    let mails: Vec<(String, String, Option<String>, Option<bool>)> = sqlx::query_as(
        "select kind, state, fault, next_try_at = '2026-11-21' from ops.mails where state <> 'sent'
         order by kind, state desc",
    )
    .fetch_all(&db)
    .await
    .unwrap();
    let row = |kind: &str, state: &str, fault: Option<&str>, next| {
        (
            kind.to_owned(),
            state.to_owned(),
            fault.map(str::to_owned),
            next,
        )
    };
    let stand = [
        row("delivered", "queued", None, Some(true)),
        row("delivered", "failed", None, None),
        row("sign_in", "failed", Some("nothing"), None),
    ];
    assert_eq!(mails, stand);
    let untold: i64 = sqlx::query_scalar(
        "select count(*) from alerts where mailed_at is null and posted_at is null",
    )
    .fetch_one(&db)
    .await
    .unwrap();
    assert_eq!(untold, 1, "what stands is told once somebody is named");
}

#[tokio::test]
async fn jobs_of_the_release_before_find_their_lanes_and_paid_orders_ask_for_their_lines() {
    let db = as_of(15).await;
    db.execute(SOLD).await.unwrap();
    db.execute(
        "insert into jobs (kind, subject, run_at, created_at)
         select kind, '', now() + interval '1 hour', now()
         from unnest(array['stripe_event', 'read_page', 'fee', 'refunds', 'stray_refund',
           'supplier_event', 'terminate', 'cancel', 'start', 'withdraw',
                           'mail', 'reconcile', 'of a newer release']) kind;
         insert into jobs (kind, subject, run_at, created_at)
         select 'order', id::text, now() + interval '1 hour', now() from orders",
    )
    .await
    .unwrap();
    apply(&db, 16..=16).await;
    let jobs: Vec<(String, String)> = sqlx::query_as("select kind, lane from jobs")
        .fetch_all(&db)
        .await
        .unwrap();
    for (kind, lane) in &jobs {
        let id = "00000000-0000-0000-0000-000000000001";
        let own = Job::read(kind, id).map_or("housekeeping", |job| job.lane().as_str());
        assert_eq!(lane, own, "{kind}");
    }
    assert_eq!(jobs.len(), 14);
    let due: i64 =
        sqlx::query_scalar("select count(*) from jobs where kind = 'order' and run_at <= now()")
            .fetch_one(&db)
            .await
            .unwrap();
    assert_eq!(due, 1, "its second line is still to be bought");
}

#[tokio::test]
async fn a_shop_of_the_release_before_keeps_its_shelf_and_its_sales_are_counted() {
    let db = as_of(26).await;
    db.execute(SOLD).await.unwrap();
    db.execute(
        "insert into products (product_id, name, megabytes, days, coverage, networks, cost,
           cost_currency, first_seen_at, seen_at, changed_at)
             values ('esimfx_10G_7D_JP', 'P', 1024, 7, '{JP}', '[]', '12', 'USD', now(), now(),
               now());
         update catalogue_state set sales_stopped_at = now(), sales_stop_reason = 'short'",
    )
    .await
    .unwrap();
    apply(&db, 35..=36).await;
    let stopped = esim_storefront::db::products::state(&db).await.unwrap();
    assert!(
        stopped.stopped_by_hand.is_none()
            && stopped.stopped().is_some_and(|(_, why)| why == "short"),
        "{stopped:?}"
    );
    let plan: (String, bool, i64) =
        sqlx::query_as("select why_off, on_shelf, sold_30d from ops.plans")
            .fetch_one(&db)
            .await
            .unwrap();
    assert!(
        plan.0.starts_with("it has not been priced yet") && !plan.1 && plan.2 == 2,
        "{plan:?}"
    );
    let sold = "select (select sum(gross_minor)
                from ops.sales_by_plan) = (select sum(captured_minor) from ops.books)";
    assert!(
        sqlx::query_scalar::<_, bool>(sold)
            .fetch_one(&db)
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn a_sign_in_link_of_the_release_before_stands_and_a_new_one_leads_back_to_pages_of_ours_only()
 {
    let db = as_of(26).await;
    db.execute(
        "insert into logins (token_hash, email, created_at, expires_at)
         values ('\\x01', 'ada@example.com', now(), now())",
    )
    .await
    .unwrap();
    apply(&db, 27..=27).await;
    let stands: Option<String> =
        sqlx::query_scalar("select return_to from logins where email = 'ada@example.com'")
            .fetch_one(&db)
            .await
            .unwrap();
    assert_eq!(stands, None);
    let lead_to = |path: &str| format!("update logins set return_to = '{path}'");
    for path in ["/orders/AbC_-9", "/my-esims/0192/top-up"] {
        db.execute(sqlx::AssertSqlSafe(lead_to(path)))
            .await
            .unwrap();
    }
    for path in [
        "https://evil.example",
        "//evil.example",
        "/orders/",
        "/logout",
        "/orders/a?key=b",
    ] {
        assert!(
            db.execute(sqlx::AssertSqlSafe(lead_to(path)))
                .await
                .is_err(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn orders_of_before_stand_without_a_consent_and_without_tax_and_their_codes_wait_to_be_sealed()
 {
    let db = as_of(26).await;
    db.execute(SOLD).await.unwrap();
    db.execute(
        "insert into supplier_orders (supplier_order_id, line_id, order_id, iccid, status, orphan,
           seen_at)
             select 's-1', id, order_id, '8944000000000000000', 'PENDING', false, now() from lines
             where position = 1;
         insert into esims (id, iccid, line_id, activation_code, created_at)
             select gen_random_uuid(), '8944000000000000000', id, 'LPA:1$a.example$X', now()
             from lines where position = 1",
    )
    .await
    .unwrap();
    let books = "select to_jsonb(b)::text from ops.books b";
    let before: String = sqlx::query_scalar(books).fetch_one(&db).await.unwrap();
    apply(&db, 27..=31).await;
    assert_eq!(
        sqlx::query_scalar::<_, String>(books)
            .fetch_one(&db)
            .await
            .unwrap(),
        before
    );
    let stands: (String, i64, bool, bool) = sqlx::query_as(
        "select (select activation_code from esims), (select count(*) from ops.consents),
         (select tax_minor is null from ops.orders),
                (select not bool_or(automatic_tax) from checkout_sessions)",
    )
    .fetch_one(&db)
    .await
    .unwrap();
    assert_eq!(stands, ("LPA:1$a.example$X".to_owned(), 0, true, true));
    let to_seal = esim_storefront::db::esims::codes_to_seal(
        &db,
        Some("sealed:1:00000000:"),
        uuid::Uuid::nil(),
        10,
    )
    .await
    .unwrap();
    assert_eq!(to_seal.len(), 1);
}
