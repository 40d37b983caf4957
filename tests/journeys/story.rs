//! What an operator reads of an eSIM's life: the whole story in order, top-ups, what was given
//! back, and why money went back.

use crate::support::Shop;
use crate::support::living::Sold;

/// The events of one eSIM, as an operator asks for them.
async fn story(shop: &Shop, iccid: &str) -> Vec<String> {
    let sql = "select kind || ' ' || event || coalesce(' by ' || actor, '') from ops.esim_timeline
               where iccid = $1";
    sqlx::query_scalar(sql)
        .bind(iccid)
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

/// An eSIM that was used, topped up, and whose top-up was given back.
async fn lived() -> Sold {
    let mut sold = Sold::with("[cancel]\nfee = \"0.30\"\n").await;
    sold.shop.sandbox.supplier.install(&sold.iccid);
    sold.shop
        .sandbox
        .supplier
        .use_data(&sold.iccid, 9 << 30)
        .unwrap();
    sold.shop.settle().await;
    let top_up = sold.shop.top_up(&sold.iccid).await;
    sold.shop.settle().await;
    let path = sold.give_back_path(&top_up.order_id).await;
    let answer = sold.sarah.post(&path, &[("back_minor", "300")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    sold.shop.settle().await;
    sold
}

#[tokio::test]
async fn the_timeline_tells_the_whole_life_of_one_esim_in_order() {
    let sold = lived().await;
    let told = story(&sold.shop, &sold.iccid).await;
    let expected = [
        "new placed by traveller",
        "new paid by stripe",
        "new ordering by worker",
        "new delivered by supplier",
        "new mailed by worker",
        "new esim_status by supplier",
        "new package_started by supplier",
        "new mailed by worker",
        "topup placed by traveller",
        "topup paid by stripe",
        "topup ordering by worker",
        "topup delivered by supplier",
        "topup mailed by worker",
        "topup give_back_asked by traveller",
        "topup given_back by worker",
        "topup refunded by stripe",
        "topup mailed by worker",
    ];
    let mut rest = told.iter();
    for event in expected {
        assert!(
            rest.any(|told| told == event),
            "“{event}” is missing, or out of order, in {told:#?}"
        );
    }
    let by_order: Vec<String> =
        sqlx::query_scalar("select event from ops.order_timeline where iccid = $1")
            .bind(&sold.iccid)
            .fetch_all(&sold.shop.app.db)
            .await
            .unwrap();
    for event in ["delivered", "package_started", "given_back", "mailed"] {
        assert!(
            by_order.iter().any(|told| told == event),
            "“{event}” does not name its eSIM: {by_order:?}"
        );
    }
    sold.shop.close().await;
}

#[tokio::test]
async fn the_views_show_packages_what_was_given_back_and_why_money_went_back() {
    let sold = lived().await;
    let db = &sold.shop.app.db;
    let packages: Vec<String> = sqlx::query_scalar(
        "select operation || ' ' || status || ' ' || used || '/' || allowance || ' ' || unit
         from ops.packages where iccid = $1",
    )
    .bind(&sold.iccid)
    .fetch_all(db)
    .await
    .unwrap();
    assert_eq!(
        packages,
        [
            "NEW ACTIVE 9663676416/10737418240 Byte",
            "TOPUP TERMINATED 0/1073741824 Byte"
        ]
    );
    let given_back: (String, String, String, bool) =
        sqlx::query_as("select state, amount, fee, need_refund from ops.cancellations")
            .fetch_one(db)
            .await
            .unwrap();
    assert_eq!(
        given_back,
        ("ended".into(), "3.00 USD".into(), "0.30 USD".into(), true)
    );
    let refund: (String, String, String) =
        sqlx::query_as("select cause, state, amount from ops.refunds")
            .fetch_one(db)
            .await
            .unwrap();
    assert_eq!(
        refund,
        ("cancelled".into(), "succeeded".into(), "3.00 USD".into())
    );
    let order: (String, String, i64) = sqlx::query_as(
        "select delivery_state, refunded, delivered_lines from ops.orders where kind = 'topup'",
    )
    .fetch_one(db)
    .await
    .unwrap();
    assert_eq!(order, ("refunded".into(), "3.00 USD".into(), 0));
    let line: (String, String) =
        sqlx::query_as("select state, iccid from ops.order_lines where operation = 'TOPUP'")
            .fetch_one(db)
            .await
            .unwrap();
    assert_eq!(line, ("cancelled".into(), sold.iccid.clone()));
    let books: (i64, i64, Option<String>) = sqlx::query_as(
        "select cost_minor, margin_minor, mismatch from ops.books where order_number = 'E10002'",
    )
    .fetch_one(db)
    .await
    .unwrap();
    // Of 3.30 Stripe takes 2.9 % and 30 cents.
    assert_eq!(
        books,
        (0, 30 - 39, None),
        "the supplier gave its price back, the fees stay"
    );
    sold.shop.close().await;
}
