//! Lists, books and people at the desk.

use super::desk::{OLGA, TOM, signed_in, with_desk};
use super::desk_acts::press;
use crate::support::{BUYER, PLAN};
use chrono::TimeDelta;

#[tokio::test]
async fn lists_and_books_show_what_the_commands_show_and_the_accountants_table_leaves_a_trace() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    esim_storefront::flows::price_table::write_down(&shop.app)
        .await
        .unwrap();
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let plans = owner.get("/desk/plans?text=japan&which=on").await;
    assert!(
        plans.status == 200 && plans.body.contains(PLAN) && plans.words().contains("14.40"),
        "{}",
        plans.body
    );
    assert_eq!(
        owner
            .get("/desk/plans?text=nowhere")
            .await
            .count("tbody tr"),
        0
    );
    assert_eq!(
        owner
            .get("/desk/plans?which=off&text=japan")
            .await
            .count("tbody tr"),
        0,
        "all of Japan is for sale"
    );
    let mails = owner.get("/desk/mails").await;
    assert!(
        mails.words().contains("delivered") && mails.body.contains(BUYER),
        "{}",
        mails.body
    );
    assert_eq!(
        owner
            .get("/desk/mails?which=failed")
            .await
            .count("tbody tr"),
        0
    );
    shop.app.webhooks.write(&shop.app.db).await.unwrap();
    assert!(owner.get("/desk/webhooks").await.words().contains("Stripe"));
    let books = owner.get("/desk/books").await;
    assert!(
        books.status == 200
            && books.words().contains("28.80")
            && books.words().contains("agree with themselves"),
        "{}",
        books.body
    );
    assert!(
        books.words().contains("They have not yet been compared"),
        "{}",
        books.words()
    );
    super::operators::command(&shop, &["verify-books"]).await;
    assert!(
        owner
            .get("/desk/books")
            .await
            .words()
            .contains("Last compared with Stripe's"),
        "a comparison that was made is told"
    );
    let day = shop.app.clock.now().date_naive();
    let csv = owner
        .get(&format!("/desk/books/orders.csv?from={day}&to={day}"))
        .await;
    assert!(
        csv.body.starts_with("order_number,mode,")
            && csv.body.lines().count() == 2
            && !csv.body.contains(BUYER),
        "{}",
        csv.body
    );
    assert_eq!(
        csv.headers["content-disposition"],
        "attachment; filename=\"orders.csv\""
    );
    let json = owner
        .get(&format!("/desk/books/orders.json?from={day}&to={day}"))
        .await
        .json();
    assert_eq!(json[0]["gross"], "28.80");
    assert_eq!(
        owner
            .get("/desk/books/orders.csv?from=0001-01-01&to=9999-12-31")
            .await
            .status,
        409
    );
    assert_eq!(
        owner.get("/desk/books/orders.csv?from=x&to=y").await.status,
        409
    );
    let trace: i64 = shop
        .one(
            "select count(*) from audit where act = 'desk: export orders'
             and actor = 'operator:olga@layover.example'",
        )
        .await;
    assert_eq!(trace, 2);
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let number: String = shop.one("select order_number from orders").await;
    for path in ["/desk".to_owned(), format!("/desk/orders/{number}")] {
        let page = helper.get(&path).await;
        assert!(
            !page.words().contains("Margin") && !page.words().contains("Balance"),
            "support sees no margin: {}",
            page.words()
        );
        for href in page
            .attributes("a", "href")
            .iter()
            .filter(|href| href.starts_with("/desk"))
        {
            assert_eq!(helper.get(href).await.status, 200, "{path} leads to {href}");
        }
    }
    let today = owner.get("/desk").await;
    assert!(
        today.count("svg.bars rect") == 3 && today.words().contains("28.80"),
        "{}",
        today.body
    );
    shop.close().await;
}

#[tokio::test]
async fn a_person_is_told_what_is_kept_and_forgotten_after_being_asked_once_more() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let page = owner.get("/desk/people").await;
    let kept = press(&mut owner, &page, &[("email", BUYER)]).await;
    assert_eq!(
        kept.headers["content-disposition"],
        "attachment; filename=\"person.json\""
    );
    assert_eq!(kept.json()["orders"].as_array().unwrap().len(), 1);
    for esim in shop.sandbox.supplier.esims() {
        assert!(!kept.body.contains(&esim.esim_qr), "a code");
    }
    assert_eq!(
        owner
            .post("/desk/people/forget", &[("email", "sarah@")])
            .await
            .status,
        422
    );
    let sure = owner.post("/desk/people/forget", &[("email", BUYER)]).await;
    assert!(
        sure.words().contains("Orders kept under this address: 1.")
            && sure.words().contains("for good"),
        "{}",
        sure.body
    );
    assert_eq!(
        shop.one::<Option<String>>("select customer_email from orders")
            .await
            .as_deref(),
        Some(BUYER),
        "asked, and not done"
    );
    let not = press(&mut owner, &sure, &[]).await;
    assert!(
        not.words().contains("Not forgotten"),
        "its plan could still be used: {}",
        not.words()
    );
    let ending = press(&mut owner, &sure, &[("end", "yes")]).await;
    assert!(
        ending.words().contains("are being cancelled and refunded"),
        "{}",
        ending.words()
    );
    shop.rest(TimeDelta::hours(1)).await;
    let done = press(&mut owner, &sure, &[("end", "yes")]).await;
    assert!(
        done.words()
            .contains("Orders that name nobody any more: 1."),
        "{}",
        done.words()
    );
    assert_eq!(
        shop.one::<Option<String>>("select customer_email from orders")
            .await,
        None
    );
    let audit: String = shop
        .one("select string_agg(act || coalesce(detail, ''), '; ') from audit")
        .await;
    assert!(
        audit.contains("desk: forget a person") && !audit.contains(BUYER),
        "{audit}"
    );
    shop.close().await;
}
