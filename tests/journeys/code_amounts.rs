//! What a discount code takes off, to the cent.

use super::codes::{WIDE, make, percent, plans_and_codes, post, refused, session_of, usd};
use crate::support::{BUYER, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use domain::discount::{Code, Off};
use esim_storefront::flows::refund_order::{Ask, carry_out, plan};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_price_is_raised_to_cost_and_card_fee_and_nothing_left_is_refused() {
    let own = "markup_percent = 20\nminimum_margin = \"1.00\"\nround_to = \"0.10\"\n";
    let shop = Shop::open_priced(
        "USD",
        &format!("{own}card_fee_percent = \"5\"\ncard_fee_fixed = \"0.30\"\n"),
    )
    .await;
    make(&shop, percent("HALF", 50)).await;
    // (12.00 + 0.30) ÷ 0.95 = 12.947…
    let mut sarah = shop.browser();
    let page = sarah.get(&format!("/plans/{PLAN}?code=HALF")).await;
    assert_eq!(page.text_of(".cost .price-big").unwrap(), "$12.95");
    assert!(
        page.text_of("#code-applied")
            .unwrap()
            .contains("our lowest price")
    );
    let id = session_of(&post(&mut sarah, PLAN, 1, "HALF").await);
    assert_eq!(shop.session(&id)["amount_total"], 1295);
    // Two share one payment's fixed fee: (24.00 + 0.30) ÷ 0.95 = 25.578…
    let two = session_of(&post(&mut shop.browser(), PLAN, 2, "HALF").await);
    assert_eq!(shop.session(&two)["amount_total"], 2558);
    shop.close().await;
    let bare = Shop::open_priced(
        "USD",
        "markup_percent = 0\nminimum_margin = \"0\"\nround_to = \"0.10\"\n",
    )
    .await;
    make(&bare, percent("HALF", 50)).await;
    let mut tom = bare.browser();
    assert!(refused(&post(&mut tom, PLAN, 1, "HALF").await).contains("lowest price"));
    assert!(
        tom.get(&format!("/plans/{PLAN}?code=HALF"))
            .await
            .text_of("#code-error")
            .unwrap()
            .contains("lowest price")
    );
    bare.close().await;
}

#[tokio::test]
async fn an_amount_is_spread_over_the_lines_and_a_line_never_pays_back_more_than_its_price() {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            off: Off::Amount(usd(500)),
            ..percent("FIVE", 1)
        },
    )
    .await;
    let id = session_of(&post(&mut shop.browser(), PLAN, 3, "five").await);
    assert_eq!(shop.session(&id)["amount_total"], 3 * PRICE - 500);
    let items: BTreeSet<(i64, i64)> = shop
        .sandbox
        .stripe
        .calls("/v1/checkout/sessions")
        .iter()
        .flat_map(|call| {
            let form: Vec<(String, String)> = url::form_urlencoded::parse(call.body.as_bytes())
                .into_owned()
                .collect();
            let value = |name: String| {
                form.iter()
                    .find(|(field, _)| *field == name)
                    .map(|(_, value)| value.parse::<i64>().unwrap())
            };
            (0..9)
                .filter_map(|n| {
                    Some((
                        value(format!("line_items[{n}][price_data][unit_amount]"))?,
                        value(format!("line_items[{n}][quantity]"))?,
                    ))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(items, BTreeSet::from([(1272, 1), (1274, 2)]));
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    let lines: Vec<(i64, i64)> =
        sqlx::query_as("select price_minor, discount_minor from ops.order_lines order by position")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(lines, [(1272, 168), (1274, 166), (1274, 166)]);
    let order: uuid::Uuid = shop.one("select id from orders").await;
    let ask = Ask {
        lines: vec![1],
        reason: "a present".to_owned(),
        ..Ask::default()
    };
    let whole = plan(&shop.app, order, &ask).await.unwrap();
    assert_eq!(
        whole.lines.iter().map(|line| line.sent).collect::<Vec<_>>(),
        [1272]
    );
    assert!(
        plan(
            &shop.app,
            order,
            &Ask {
                amount_minor: Some(1273),
                ..ask.clone()
            }
        )
        .await
        .is_err(),
        "a cent more than its price"
    );
    carry_out(&shop.app, &whole, "ada").await.unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        shop.one::<i64>("select refunded_minor from ops.books")
            .await,
        1272
    );
    shop.close().await;
}

#[tokio::test]
async fn two_hundred_baskets_are_charged_and_booked_as_they_were_shown() {
    let shop = Shop::open_with(WIDE).await;
    let plans = plans_and_codes(&shop, 3000).await;
    let mut looked_at = 0;
    for n in 0..200_usize {
        let (product, quantity, code) = (
            &plans[n % plans.len()],
            [1, 2, 1, 3, 1, 2, 9, 1, 4, 2][n * 7 % 10],
            format!("CODE{}", (n * 13) % 40),
        );
        let mut buyer = shop.browser();
        let page = buyer
            .get(&format!("/plans/{product}?code={code}&quantity={quantity}"))
            .await;
        let option = page
            .text_of(&format!("#quantity option[value='{quantity}']"))
            .unwrap();
        let answer = post(&mut buyer, product, quantity, &code).await;
        if answer.status == 422 {
            assert!(refused(&answer).contains("lowest price"), "{n}: {code}");
            continue;
        }
        let id = session_of(&answer);
        let charged = usd(shop.session(&id)["amount_total"].as_i64().unwrap());
        assert_eq!(
            option,
            format!("{quantity} – {charged}"),
            "{n}: {product} with {code}"
        );
        shop.sandbox
            .stripe
            .pay(&id, &format!("buyer{n}@traveller.example"))
            .unwrap();
        looked_at += 1;
    }
    assert!(looked_at > 150, "{looked_at}");
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.code_uses where state = 'used'")
            .await,
        looked_at
    );
    let wrong: i64 = shop
        .one(
            "select count(*) from ops.orders o
             where o.total_minor <> (select sum(price_minor) from ops.order_lines l
               where l.order_number = o.order_number)
               or o.total_minor <> (select captured_minor from ops.books b
                 where b.order_number = o.order_number)
               or exists (select from ops.books b where b.order_number = o.order_number
                 and (b.mismatch is not null or b.captured_minor < b.cost_minor))",
        )
        .await;
    assert_eq!(wrong, 0);
    shop.close().await;
}
