//! Plans at the owner's desk: hidden from the shelf, pinned to its top, noted on.

use esim_storefront::flows::price_table;
use esim_storefront::ops::prices;

use super::desk::{OLGA, signed_in, with_desk};
use super::operators::{command, printed};
use crate::support::browser::Answer;
use crate::support::{BUYER, PLAN, Shop};

/// The plans of Japan, by product, as a traveller sees them.
async fn board(shop: &Shop) -> Vec<String> {
    let page = shop.browser().get("/esim/japan").await;
    page.attributes(".board:not(.mixed) a", "href")
        .iter()
        .map(|path| path.trim_start_matches("/plans/").to_owned())
        .collect()
}

#[tokio::test]
async fn a_plan_that_is_hidden_is_sold_to_nobody_new_and_says_why() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    price_table::write_down(&shop.app).await.unwrap();
    let id = board(&shop).await.remove(0);
    let early = shop.check_out(&mut shop.browser(), &id, 1).await;
    // Two clicks: the plan's name in the list, and the button.
    let list = owner.get("/desk/plans?text=japan").await;
    assert!(
        list.attributes("table a", "href")
            .contains(&format!("/desk/plan?id={id}")),
        "{}",
        list.body
    );
    let page = owner.get(&format!("/desk/plan?id={id}")).await;
    assert!(
        page.words().contains("It is on no page and in no search"),
        "what it does is said before"
    );
    let answer = owner
        .post("/desk/plan", &[("id", &id), ("hidden", "yes")])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.words());
    assert!(!board(&shop).await.contains(&id));
    assert_eq!(
        shop.browser().get(&format!("/plans/{id}")).await.status,
        404
    );
    let form = [
        ("product_id", id.as_str()),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    assert_eq!(shop.browser().post("/checkout", &form).await.status, 404);
    price_table::write_down(&shop.app).await.unwrap();
    let row: String = shop.one(
        "select concat_ws(', ', on_shelf, why_off, price, price_minor) from ops.plans where hidden").await;
    assert_eq!(
        row,
        "f, it is hidden: olga@layover.example took it off the shelf"
    );
    let listed = printed(&command(&shop, &["prices"]).await);
    assert!(
        listed
            .lines()
            .any(|line| line.starts_with(&id) && line.contains("it is hidden")),
        "{listed}"
    );
    assert_eq!(
        prices::findings(&shop.app.catalogue.snapshot()),
        [""; 0],
        "an owner's wish is no fault"
    );
    let product = shop.app.supplier.product(&id).await.unwrap().unwrap();
    assert!(
        shop.app.catalogue.offer(product).is_none(),
        "nor is it a top-up"
    );
    // Whoever was at the payment page already gets what they pay for.
    shop.sandbox.stripe.pay(&early.session_id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<String>("select delivery_state from ops.orders")
            .await,
        "delivered"
    );
    assert_eq!(owner.post("/desk/plan", &[("id", &id)]).await.status, 303);
    assert!(board(&shop).await.contains(&id));
    shop.close().await;
}

#[tokio::test]
async fn a_plan_that_is_pinned_stands_first_and_a_note_is_for_the_staff() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let usual = board(&shop).await;
    let (first, last) = (
        usual.first().unwrap().clone(),
        usual.last().unwrap().clone(),
    );
    assert!(usual.len() > 1 && first != last, "{usual:?}");
    assert_eq!(
        owner
            .post(
                "/desk/plan",
                &[("id", &last), ("pinned", "yes"), ("note", "slow since May")]
            )
            .await
            .status,
        303
    );
    assert_eq!(
        board(&shop).await.first(),
        Some(&last),
        "first where plans are listed"
    );
    let found = owner.get("/desk/plans?text=slow+since").await;
    assert!(
        found.words().contains("1 plans") && found.words().contains("pinned"),
        "a note is found: {}",
        found.words()
    );
    assert!(
        owner
            .get("/desk/plans")
            .await
            .text_of("tbody tr")
            .is_some_and(|row| row.contains(&last)),
        "first at the desk, too"
    );
    assert!(
        !shop
            .browser()
            .get("/esim/japan")
            .await
            .body
            .contains("slow since")
    );
    let page = shop.browser().get("/esim/japan?sort=price").await;
    assert_eq!(page.status, 200);
    assert_eq!(
        owner
            .post("/desk/plan", &[("id", &last), ("hidden", "yes")])
            .await
            .status,
        303
    );
    assert_eq!(owner.post("/desk/plan", &[("id", &last)]).await.status, 303);
    assert_eq!(board(&shop).await, usual);
    let acts: String = shop
        .one(
            "select string_agg(act || ' ' || actor, ', ' order by id) from audit
             where act like '%plan%'",
        )
        .await;
    let by = " operator:olga@layover.example";
    let each = [
        "plan pinned",
        "note on a plan",
        "plan hidden",
        "plan no longer pinned",
        "note on a plan removed",
        "plan no longer hidden",
    ];
    assert_eq!(acts, each.map(|act| format!("{act}{by}")).join(", "));
    let long = "x".repeat(501);
    for (id, note, status) in [
        ("nothing", "", 404),
        ("", "", 404),
        (first.as_str(), "x", 303),
        (first.as_str(), long.as_str(), 422),
    ] {
        assert_eq!(
            owner
                .post("/desk/plan", &[("id", id), ("note", note)])
                .await
                .status,
            status,
            "{id}"
        );
    }
    assert_eq!(owner.get("/desk/plan?id=nothing").await.status, 404);
    shop.close().await;
}

#[tokio::test]
async fn what_somebody_marked_meanwhile_is_not_undone_by_a_page_of_before() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let path = format!("/desk/plan?id={PLAN}");
    let fields = |page: &Answer, note: &str| -> Vec<(String, String)> {
        let hidden = "form[action='/desk/plan'] input[type='hidden']";
        let brought = page
            .attributes(hidden, "name")
            .into_iter()
            .zip(page.attributes(hidden, "value"));
        brought
            .chain([("note".to_owned(), note.to_owned())])
            .collect()
    };
    let stale = owner.get(&path).await;
    assert_eq!(
        owner
            .post(
                "/desk/plan",
                &[("id", PLAN), ("hidden", "yes"), ("note", "recalled")]
            )
            .await
            .status,
        303
    );
    let mut keep = async |page: &Answer, note: &str| {
        let fields = fields(page, note);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        owner.post("/desk/plan", &fields).await
    };
    let long = keep(&stale, &"x".repeat(501)).await;
    for page in [&stale, &long] {
        let anew = keep(page, "slow since May").await;
        assert!(
            anew.status == 422
                && anew
                    .words()
                    .contains("somebody has changed this plan since"),
            "{}",
            anew.words()
        );
        assert_eq!(anew.attributes("#note", "value"), ["recalled"]);
        assert!(shop.app.catalogue.plan(PLAN).is_none(), "it stays hidden");
    }
    let anew = keep(&stale, "").await;
    assert_eq!(
        keep(&anew, "").await.status,
        303,
        "what is seen now can be changed"
    );
    assert!(shop.app.catalogue.plan(PLAN).is_some());
    shop.close().await;
}
