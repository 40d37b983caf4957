//! A partner's link: carried without a cookie to the pay button, kept with the order, and counted
//! for the commission.

use crate::desk::{OLGA, TOM, signed_in, with_desk};
use crate::support::{Browser, PLAN, Shop};

const COUNTED: &str =
    "select coalesce(string_agg(via || ' ' || orders || ' ' || gross_minor || ' ' || refunded_minor,
     ', ' order by via), '')
                   from ops.sales_by_partner where mode = 'test'";

/// The value of the hidden field of this name in the form that buys.
fn hidden(page: &str, name: &str) -> Option<String> {
    let form = &page[page.find("/checkout\"")?..];
    let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
    value.split('"').next().map(str::to_owned)
}

async fn buy(shop: &Shop, browser: &mut Browser, via: &str) -> String {
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
        ("via", via),
    ];
    let answer = browser.post("/checkout", &form).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let session = answer
        .location
        .unwrap()
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned();
    shop.sandbox
        .stripe
        .pay(&session, "sarah@example.com")
        .unwrap();
    shop.settle().await;
    session
}

#[tokio::test]
async fn who_came_by_a_partners_link_is_counted_for_that_partner_once_it_is_paid() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    let mut sarah = shop.browser();
    let home = sarah.get("/?via=Hostel-7").await;
    assert!(
        home.body.contains("/esim/japan?via=hostel-7"),
        "{}",
        home.body
    );
    assert_eq!(
        (
            home.headers["cache-control"].to_str().unwrap(),
            home.headers.get("set-cookie")
        ),
        ("private, no-store", None)
    );
    let plan = sarah.get(&format!("/es/plans/{PLAN}?via=hostel-7")).await;
    assert_eq!(hidden(&plan.body, "via").as_deref(), Some("hostel-7"));
    assert_eq!(
        hidden(&sarah.get(&format!("/plans/{PLAN}")).await.body, "via"),
        None
    );

    let session = buy(&shop, &mut sarah, "hostel-7").await;
    let back = shop.session(&session)["cancel_url"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        back.contains("via=hostel-7"),
        "who turns back is still the partner's: {back}"
    );
    buy(&shop, &mut shop.browser(), "HOSTEL-7").await;
    buy(&shop, &mut shop.browser(), "blog.example").await;
    for stranger in ["", "two words", "<script>"] {
        buy(&shop, &mut shop.browser(), stranger).await;
    }
    assert_eq!(
        shop.one::<String>(COUNTED).await,
        "blog.example 1 1440 0, hostel-7 2 2880 0"
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 6);
    let unpaid = [
        ("product_id", PLAN),
        ("quantity", "2"),
        ("device_ok", "yes"),
        ("via", "nobody"),
    ];
    assert_eq!(shop.browser().post("/checkout", &unpaid).await.status, 303);
    assert!(!shop.one::<String>(COUNTED).await.contains("nobody"));

    let books = signed_in(&shop, OLGA, &olga.secret)
        .await
        .get("/desk/books")
        .await
        .words();
    assert!(
        books.contains("By partner link") && books.contains("hostel-7 2 28.80 USD"),
        "{books}"
    );
    assert_eq!(
        signed_in(&shop, TOM, &tom.secret)
            .await
            .get("/desk/books")
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn a_form_that_came_back_and_the_check_of_the_phone_lose_neither_the_partner_nor_the_code() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let plan = [("product_id", PLAN), ("quantity", "1"), ("via", "hostel-7")];
    let several = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("product_id", "esimfx_1G_7D_AT"),
        ("quantity", "1"),
        ("via", "hostel-7"),
    ];
    for form in [plan.as_slice(), several.as_slice()] {
        let again = sarah.post("/de/checkout", form).await;
        assert_eq!(
            (again.status, hidden(&again.body, "via").as_deref()),
            (422, Some("hostel-7")),
            "{}",
            again.words()
        );
        assert_eq!(
            again
                .attributes("form[action='/de/checkout'] input[name=via]", "value")
                .len(),
            1
        );
    }
    let plan = sarah
        .get(&format!("/plans/{PLAN}?code=SPRING&via=hostel-7"))
        .await;
    let check = plan.attributes("#device a", "href").remove(0);
    assert_eq!(
        check,
        format!("/devices?plan={PLAN}&code=SPRING&via=hostel-7")
    );
    let devices = sarah.get(&check).await;
    assert_eq!(
        devices.attributes("main a.more", "href")[0],
        format!("/plans/{PLAN}?code=SPRING&via=hostel-7")
    );
    shop.close().await;
}

#[tokio::test]
async fn whose_link_it_was_stays_written() {
    let shop = Shop::open().await;
    buy(&shop, &mut shop.browser(), "hostel-7").await;
    for sql in [
        "update partner_orders set via = 'me'",
        "delete from partner_orders",
    ] {
        assert!(
            sqlx::query(sql)
                .execute(&shop.app.db)
                .await
                .unwrap_err()
                .to_string()
                .contains("append-only"),
            "{sql}"
        );
    }
    shop.close().await;
}
