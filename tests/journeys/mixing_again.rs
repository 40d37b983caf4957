//! Several plans in one payment: found again after Stripe, pressed twice, and two hundred at
//! random.

use super::mixing::{AUSTRIA, EUROPE, FORM, fields, form, items, send, usd};
use crate::codes::{WIDE, make, percent, plans_and_codes, session_of};
use crate::support::{PLAN, Shop};
use sandbox::faults::{Fault, Rule};

#[tokio::test]
async fn who_turns_back_at_stripe_finds_the_choice_again_and_can_pay_or_change_it() {
    let shop = Shop::open().await;
    make(&shop, percent("SPRING", 10)).await;
    let mut noor = shop.browser();
    let first = session_of(
        &noor
            .post(
                "/checkout",
                &form(&[(PLAN, "2"), (EUROPE, "1")], &[("code", "spring")]),
            )
            .await,
    );
    let back = shop.session(&first)["cancel_url"]
        .as_str()
        .unwrap()
        .replace(&shop.url, "");
    let page = noor.get(&back).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text_of("[role=status]")
            .unwrap()
            .contains("nothing was charged"),
        "{}",
        page.words()
    );
    assert!(page.body.contains("noindex"));
    assert_eq!(
        page.text_of(&format!("{FORM} .price-big")).unwrap(),
        usd(shop.session(&first)["amount_total"].as_i64().unwrap()).to_string()
    );
    let again = fields(&page, FORM);
    assert_eq!(
        session_of(&send(&mut noor, &again).await),
        first,
        "the same choice, the same page"
    );
    let changed: Vec<(String, String)> = again
        .iter()
        .map(|(name, value)| {
            (
                name.clone(),
                if value == "2" {
                    "3".to_owned()
                } else {
                    value.clone()
                },
            )
        })
        .collect();
    let second = session_of(&send(&mut noor, &changed).await);
    assert_ne!(first, second);
    // One is taken off: what is left is a plan of its own.
    let without = page.attributes(".choice .more", "href");
    let one = noor.get(&without[0]).await;
    assert_eq!(
        (one.status, one.location.as_deref()),
        (303, Some(format!("/plans/{EUROPE}?code=SPRING").as_str()))
    );
    assert_eq!(
        noor.get("/checkout").await.location.as_deref(),
        Some("/trip")
    );
    // An order that was not paid leads back to the choice, too.
    let order = shop.session(&second)["success_url"]
        .as_str()
        .unwrap()
        .replace(&shop.url, "");
    shop.sandbox.stripe.expire(&second).unwrap();
    shop.settle().await;
    let link = noor
        .get(&order)
        .await
        .attributes("[data-key=again] a", "href")
        .remove(0);
    assert_eq!(
        link,
        format!("/checkout?product_id={PLAN}&quantity=3&product_id={EUROPE}&quantity=1")
    );
    assert_eq!(noor.get(&link).await.count(FORM), 1);
    shop.close().await;
}

#[tokio::test]
async fn two_hundred_mixes_are_charged_and_booked_as_they_were_shown() {
    let shop = Shop::open_with(WIDE).await;
    let plans = plans_and_codes(&shop, 6000).await;
    let mut paid = 0;
    for n in 0..200_usize {
        let mut query = format!(
            "code={}",
            if n % 5 == 0 {
                String::new()
            } else {
                format!("CODE{}", (n * 13) % 40)
            }
        );
        for at in 0..2 + n % 3 {
            let (plan, quantity) = (
                &plans[(n * 7 + at * (1 + n % 4)) % plans.len()],
                [1, 2, 1, 3, 1][(n + at) % 5],
            );
            query.push_str(&format!("&product_id={plan}&quantity={quantity}"));
        }
        let mut buyer = shop.browser();
        let page = buyer.get(&format!("/checkout?{query}")).await;
        if page.status == 303 {
            continue;
        }
        let shown = page.text_of(&format!("{FORM} .price-big")).unwrap();
        let answer = send(&mut buyer, &fields(&page, FORM)).await;
        if answer.status == 422 {
            assert!(
                answer
                    .text_of("#code-error-0")
                    .unwrap()
                    .contains("lowest price"),
                "{n}: {}",
                answer.words()
            );
            continue;
        }
        let id = session_of(&answer);
        let charged = shop.session(&id)["amount_total"].as_i64().unwrap();
        assert_eq!(shown, usd(charged).to_string(), "{n}: {query}");
        assert_eq!(
            items(&shop)
                .iter()
                .map(|(_, unit, quantity)| unit * quantity)
                .sum::<i64>(),
            charged
        );
        shop.sandbox
            .stripe
            .pay(&id, &format!("buyer{n}@traveller.example"))
            .unwrap();
        paid += 1;
    }
    assert!(paid > 140, "{paid}");
    shop.settle().await;
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
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from ops.orders where payment_state = 'paid'
             and delivery_state = 'delivered'"
        )
        .await,
        paid
    );
    shop.close().await;
}

#[tokio::test]
async fn two_presses_at_once_for_a_mix_open_one_page_and_another_order_of_the_plans_is_another_wish()
 {
    let shop = Shop::open().await;
    let noor = shop.browser();
    let (mut left, mut right) = (noor.clone(), noor.clone());
    let cookie = left
        .post("/checkout", &form(&[(PLAN, "1"), (AUSTRIA, "1")], &[]))
        .await;
    right.cookies.clone_from(&left.cookies);
    assert_eq!(cookie.status, 303);
    let mix = form(&[(PLAN, "2"), (AUSTRIA, "2")], &[]);
    let (one, two) = tokio::join!(left.post("/checkout", &mix), right.post("/checkout", &mix));
    assert_eq!(session_of(&one), session_of(&two));
    // The same number of lines and the same total are not the same plans.
    let other = left
        .post("/checkout", &form(&[(PLAN, "3"), (AUSTRIA, "1")], &[]))
        .await;
    assert_ne!(session_of(&other), session_of(&one));
    shop.sandbox.supplier.faults.push(Rule::once(
        "get_product",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    assert_eq!(
        left.post("/checkout", &form(&[(PLAN, "1"), (EUROPE, "1")], &[]))
            .await
            .status,
        303,
        "a young catalogue bridges a silent supplier"
    );
    shop.settle().await;
    shop.close().await;
}
