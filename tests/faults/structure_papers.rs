//! What Postgres refuses of papers and people: what was agreed, taxed, invoiced, credited and taken
//! off by a code, which price rules were published, by whose link a buyer came, and who may enter
//! the desk.

use sqlx::Executor;

use crate::structure::shop;
use crate::support::Shop;

/// The insert that issues a paper; what is not given is as the order has it.
const ISSUE: &str = "insert into invoices (number, kind, order_id, refers_to, livemode, issued_at,
                     locale, currency, net_minor, tax_minor, total_minor, said) ";

async fn run(shop: &Shop, sql: &str) {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()))
        .execute(&shop.app.db)
        .await
        .unwrap();
}

/// All of it is refused, and the last of it for this reason.
async fn refused(shop: &Shop, why: &str, sql: &str) {
    let mut tx = shop.app.db.begin().await.unwrap();
    let did = async {
        tx.execute(sqlx::AssertSqlSafe(sql.to_owned())).await?;
        tx.execute("set constraints all immediate").await
    };
    let error = did.await.expect_err(sql).to_string();
    assert!(error.contains(why), "{sql}: {error}");
}

#[tokio::test]
async fn what_was_agreed_and_what_was_tax_stays_written() {
    let shop = shop().await;
    refused(&shop, "append-only", "update consents set words = 'x'").await;
    refused(
        &shop,
        "append-only",
        "delete from consents where order_id in (select order_id from captures)",
    )
    .await;
    let tax = |amount: &str| {
        format!(
            "insert into order_taxes (order_id, tax_minor, percent, source, reckoned_at)
             select order_id, {amount}, 19, 'table', now() from captures"
        )
    };
    refused(&shop, "more tax than was paid", &tax("amount_minor + 1")).await;
    run(&shop, &tax("100")).await;
    refused(&shop, "order_taxes_pkey", &tax("100")).await;
    refused(&shop, "append-only", "update order_taxes set tax_minor = 1").await;
    refused(&shop, "append-only", "delete from order_taxes").await;
}

#[tokio::test]
async fn an_invoice_says_what_was_paid_once_and_no_more_is_credited_than_that() {
    let shop = shop().await;
    let invoice = |number: &str, total: &str, currency: &str, livemode: &str| {
        format!(
            "{ISSUE} select '{number}', 'invoice', o.id, null, {livemode}, now(), 'en', {currency},
             {total} - 10, 10, {total}, '{{}}'
             from captures c join orders o on o.id = c.order_id"
        )
    };
    let (amount, currency, mode) = ("c.amount_minor", "o.currency", "o.livemode");
    refused(
        &shop,
        "an invoice says what was paid",
        &invoice("A", "c.amount_minor - 1", currency, mode),
    )
    .await;
    refused(
        &shop,
        "an invoice says what was paid",
        &invoice("A", amount, "'eur'", mode),
    )
    .await;
    refused(
        &shop,
        "an invoice says what was paid",
        &invoice("A", amount, currency, "not o.livemode"),
    )
    .await;
    let unpaid = invoice("A", amount, currency, mode).replace(
        "c.order_id",
        "c.order_id or o.payment_state = 'awaiting_payment'",
    );
    refused(&shop, "an invoice says what was paid", &unpaid).await;
    run(&shop, &invoice("INV", amount, currency, mode)).await;
    refused(
        &shop,
        "one_invoice_an_order",
        &invoice("B", amount, currency, mode),
    )
    .await;
    refused(
        &shop,
        "invoices_pkey",
        &invoice("INV", amount, currency, mode),
    )
    .await;

    let note = |number: &str, total: &str, currency: &str, livemode: &str| {
        format!(
            "{ISSUE} select '{number}', 'credit_note', order_id, 'INV', {livemode}, now(), 'en',
             {currency}, {total}, 0, {total}, '{{}}'
             from invoices where number = 'INV'"
        )
    };
    let of_another = "a credit note belongs to an invoice of its order";
    refused(&shop, of_another, &note("C", "10", "'eur'", "livemode")).await;
    refused(
        &shop,
        of_another,
        &note("C", "10", "currency", "not livemode"),
    )
    .await;
    refused(
        &shop,
        "more credited than was invoiced",
        &note("C", "total_minor + 1", "currency", "livemode"),
    )
    .await;
    run(&shop, &note("CN", "100", "currency", "livemode")).await;
    refused(
        &shop,
        of_another,
        &note("D", "10", "currency", "livemode").replace("'INV'", "'CN'"),
    )
    .await;
    refused(
        &shop,
        "more credited than was invoiced",
        &note("D", "total_minor - 99", "currency", "livemode"),
    )
    .await;
    for sql in [
        "update invoices set bill_to = 'x'",
        "delete from invoices where number = 'CN'",
    ] {
        refused(&shop, "append-only", sql).await;
    }
    for (check, sql) in [
        (
            "invoices_check",
            note("E", "10", "currency", "livemode").replace("10, 0, 10", "9, 0, 10"),
        ),
        (
            "invoices_check1",
            note("E", "10", "currency", "livemode").replace("order_id, 'INV'", "order_id, null"),
        ),
    ] {
        shop.run("alter table invoices disable trigger guard_invoices")
            .await;
        refused(&shop, check, &sql).await;
        shop.run("alter table invoices enable trigger guard_invoices")
            .await;
    }
}

#[tokio::test]
async fn each_refund_of_an_invoiced_order_leaves_its_credit_note() {
    let shop = shop().await;
    run(
        &shop,
        &format!(
            "{ISSUE} select 'INV', 'invoice', order_id, null, livemode, now(), 'en', currency, \
             amount_minor, 0, amount_minor, '{{}}' from captures"
        ),
    )
    .await;
    shop.run(
        "insert into refunds (id, attempt, amount_minor, currency, state, created_at, updated_at,
           order_id, cause, stripe_refund_id)
         select gen_random_uuid(), 1, 300, 'usd', 'succeeded', now(), now(), order_id, 'dashboard',
         're_1' from captures",
    )
    .await;
    assert_eq!(
        shop.one::<String>(
            "select refers_to || ' ' || total_minor from invoices where kind = 'credit_note'"
        )
        .await,
        "INV 300"
    );
}

/// An order of a 10 % code that both its lines had their part of, unpaid; its page, too.
const REDUCED: &str = "
    insert into discount_codes (code, percent, currency, uses, first_order, created_at)
    values ('SPRING', 10, 'USD', 1, false, now()),
                                                                                              ('AUTUMN', 10, 'USD', 5, false, now());
    insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at, currency,
      total_minor, livemode, created_at)
    select '00000000-0000-0000-0000-000000000009', 'E9', 'nine', buyer_hash, kind, locale,
    device_ok_at, currency, total_minor - 10, livemode, now()
    from orders where payment_state = 'awaiting_payment';
    insert into lines (id, order_id, position, operation, product_id, plan_name, plan, price_minor,
      cost, cost_currency, idempotency_key, created_at,
                       discount_minor)
    select gen_random_uuid(), '00000000-0000-0000-0000-000000000009', 1, operation, product_id,
    plan_name, plan, price_minor - 10, cost, cost_currency,
           gen_random_uuid(), now(), 10
    from lines join orders o on o.id = order_id where o.payment_state = 'awaiting_payment';
    insert into code_uses (order_id, code, livemode, discount_minor, reserved_at)
    select id, 'SPRING', livemode, 10, now() from orders where token = 'nine'";

#[tokio::test]
async fn a_code_and_each_use_of_it_stay_what_they_were() {
    let shop = shop().await;
    refused(
        &shop,
        "the lines were given another discount than their code",
        &REDUCED.replace("'SPRING', livemode, 10", "'SPRING', livemode, 11"),
    )
    .await;
    let without_use = REDUCED.split_once("insert into code_uses").unwrap().0;
    refused(
        &shop,
        "the lines were given another discount than their code",
        without_use,
    )
    .await;
    run(&shop, &format!("begin; {REDUCED}; commit")).await;
    for sql in [
        "update discount_codes set uses = 99",
        "update discount_codes set percent = 99",
        "delete from discount_codes where code = 'AUTUMN'",
    ] {
        refused(&shop, "a code stays as it was made", sql).await;
    }
    refused(
        &shop,
        "never change",
        "update lines set discount_minor = 0 where discount_minor > 0",
    )
    .await;
    let anew = |code: &str, with: &str| {
        format!(
            "insert into code_uses (order_id, code, livemode, discount_minor, reserved_at, state)
             select id, '{code}', livemode, 5, now(), 'reserved' from orders where {with}"
        )
    };
    refused(
        &shop,
        "a code is reserved with its order",
        &anew("AUTUMN", "payment_state = 'paid'"),
    )
    .await;
    let other_mode = anew(
        "AUTUMN",
        "token <> 'nine' and payment_state = 'awaiting_payment'",
    )
    .replace("livemode, 5", "not livemode, 5");
    refused(&shop, "a code is reserved with its order", &other_mode).await;
    refused(
        &shop,
        "no use of this code is left",
        &anew(
            "SPRING",
            "token <> 'nine' and payment_state = 'awaiting_payment'",
        ),
    )
    .await;
    for (why, sql) in [
        (
            "the use of a code never changes",
            "update code_uses set discount_minor = 9",
        ),
        (
            "the use of a code never changes",
            "update code_uses set code = 'AUTUMN'",
        ),
        (
            "the use of a code follows its order",
            "update code_uses set state = 'used'",
        ),
        (
            "the use of a code follows its order",
            "update code_uses set state = 'freed'",
        ),
    ] {
        refused(&shop, why, sql).await;
    }
    let freed = "alter table code_uses disable trigger guard_code_uses; update code_uses
                 set state = 'used'; alter table code_uses enable trigger guard_code_uses;
                 update code_uses set order_id = (select order_id from captures)";
    refused(&shop, "the use of a code never changes", freed).await;
    shop.run("update discount_codes set ended_at = now() where code = 'AUTUMN'")
        .await;
    refused(
        &shop,
        "no use of this code is left",
        &anew(
            "AUTUMN",
            "token <> 'nine' and payment_state = 'awaiting_payment'",
        ),
    )
    .await;
    refused(
        &shop,
        "a code stays as it was made",
        "update discount_codes set ended_at = null where code = 'AUTUMN'",
    )
    .await;
}

#[tokio::test]
async fn one_buyer_reserves_one_use_of_a_code_and_a_paid_one_stays_written() {
    let shop = shop().await;
    run(
        &shop,
        &format!(
            "begin; {}; commit",
            REDUCED.replace("10, 'USD', 1", "10, 'USD', 9")
        ),
    )
    .await;
    let second = "insert into code_uses (order_id, code, livemode, discount_minor, reserved_at)
                  select id, 'SPRING', livemode, 5, now() from orders where token <> 'nine'
                  and payment_state = 'awaiting_payment'";
    refused(&shop, "one reserved use of a code for each buyer", second).await;
    let paid = "alter table code_uses disable trigger guard_code_uses; update code_uses
                set order_id = (select order_id from captures), state = 'used';
                alter table code_uses enable trigger guard_code_uses; delete from code_uses";
    refused(&shop, "the use of a code that was paid stays written", paid).await;
}

#[tokio::test]
async fn by_whose_link_a_buyer_came_and_which_rules_were_published_stays_written() {
    let shop = shop().await;
    let via = |name: &str| format!("insert into partner_orders select id, '{name}' from orders");
    for name in ["", "Hostel", "-x", "a b", &"a".repeat(41)] {
        refused(&shop, "partner_orders_via_check", &via(name)).await;
    }
    run(&shop, &via("hostel-7")).await;
    refused(&shop, "partner_orders_pkey", &via("blog")).await;
    refused(
        &shop,
        "append-only",
        "update partner_orders set via = 'blog'",
    )
    .await;
    refused(
        &shop,
        "append-only",
        "delete from partner_orders where order_id in (select order_id from captures)",
    )
    .await;
    // It goes with an order that nothing was captured for.
    run(
        &shop,
        "delete from partner_orders where order_id not in (select order_id from captures)",
    )
    .await;

    let version = |number: i32, from: i32| {
        format!(
            "insert into price_versions
             values ({number}, 'USD', 'markup = 1', '', {from}, now(), 'operator:ada', 0, 0, 0, 0)"
        )
    };
    refused(&shop, "price_versions_check", &version(1, 1)).await;
    run(&shop, &version(1, 0)).await;
    refused(&shop, "price_versions_pkey", &version(1, 0)).await;
    for sql in [
        "update price_versions set rules = 'markup = 2'",
        "delete from price_versions",
    ] {
        refused(&shop, "what was published stays as it is", sql).await;
    }
}

#[tokio::test]
async fn a_code_of_a_phone_that_was_used_stays_used_and_who_is_revoked_has_nothing_left() {
    let shop = Shop::open().await;
    shop.run(
        "insert into staff (address, role, totp_secret, last_step, invited_at, invited_by)
         values ('olga@shop.example', 'owner', 'x', 7, now(), 'root');
         insert into staff_recovery_codes values ('olga@shop.example', sha256('a'));
         insert into staff_links values (sha256('b'), 'olga@shop.example', '', now());
         insert into staff_sessions values (sha256('c'), 'olga@shop.example', now(), now(), now())",
    )
    .await;
    refused(
        &shop,
        "a code that was used stays used",
        "update staff set last_step = 6",
    )
    .await;
    refused(&shop, "staff_check", "update staff set revoked_at = now()").await;
    shop.run("update staff set revoked_at = now(), totp_secret = null")
        .await;
    let left = "select (select count(*) from staff_recovery_codes) + (select count(*)
                from staff_links) + (select count(*) from staff_sessions)";
    assert_eq!(shop.one::<i64>(left).await, 0);
}
