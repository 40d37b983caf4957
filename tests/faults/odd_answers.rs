//! The supplier's answers in the shapes that public programs see: odd codes and numbers, more
//! fields than the document, lists without names.

use chrono::TimeDelta;
use esim_storefront::flows::sync;
use sandbox::faults::{Break, Change, Fault, Rule};
use serde_json::{Value, json};

use crate::support::living::Sold;
use crate::support::{BUYER, PLAN, Shop};

/// A paid order whose sale is told as `way` has it.
async fn told(way: Break) -> (Shop, Value) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .supplier
        .faults
        .push(Rule::once("create_order", Fault::SellThenBreak(way)));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let order = sarah.get_json(&bought.page).await;
    (shop, order)
}

#[tokio::test]
async fn a_code_in_any_form_that_phones_accept_is_handed_over_in_one() {
    type Form = fn(&str) -> String;
    let forms: [(&str, Form); 6] = [
        ("lower case", |code| code.replace("LPA:", "lpa:")),
        ("no prefix", |code| code.replace("LPA:", "")),
        ("blanks", |code| code.replace('$', " $ ")),
        ("a newline", |code| format!("{code}\n")),
        ("a flag", |code| format!("{code}$$1")),
        ("of tomorrow", |code| format!("{code}$1.3.6$$later")),
    ];
    for (what, form) in forms {
        let change = Change::new(move |reply| {
            let code = reply["data"]["esim"]["esim_qr"]
                .as_str()
                .unwrap_or_default()
                .to_owned();
            reply["data"]["esim"]["esim_qr"] = json!(form(&code));
        });
        let (shop, order) = told(Break::Change(change)).await;
        let code = shop.sandbox.supplier.esims()[0].esim_qr.clone();
        let kept = match what {
            "a flag" => format!("{code}$$1"),
            "of tomorrow" => format!("{code}$1.3.6"),
            _ => code.clone(),
        };
        assert_eq!(order["lines"][0]["activation_code"], kept, "{what}");
        assert_eq!(
            shop.sandbox.supplier.calls("create_order").len(),
            1,
            "{what}: nothing had to be asked again"
        );
        let received: Option<String> = shop.one("select code_as_received from esims").await;
        assert_eq!(
            received,
            (form(&code) != kept).then(|| form(&code)),
            "{what}: what came is kept beside it"
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn a_number_in_any_form_is_kept_as_its_digits() {
    for (text, digits) in [
        ("89440000000000000123", "89440000000000000123"),
        ("\"8944 0000 0000 0000 0123 F\"", "89440000000000000123"),
        ("8944000000000000012345", "8944000000000000012345"),
        ("\"894400000000000012\"", "894400000000000012"),
    ] {
        let (shop, order) = told(Break::SetText("data.esim.iccid".into(), text.into())).await;
        assert_eq!(order["delivery_state"], "delivered", "{text}");
        assert_eq!(order["lines"][0]["iccid"], digits);
        assert_eq!(
            shop.one::<String>("select iccid from supplier_orders")
                .await,
            digits
        );
        // The number stood in that one answer only; the supplier's own order has another, and the
        // books say so.
        let told = esim_storefront::ops::books::find(&shop.app).await.unwrap();
        assert!(
            told.len() == 1 && told[0].contains("another eSIM"),
            "{told:?}"
        );
    }
}

#[tokio::test]
async fn what_is_told_beyond_the_document_is_kept_and_no_secret_with_it() {
    let change = Change::new(|reply| {
        let code = reply["data"]["esim"]["esim_qr"].clone();
        reply["data"]["channel"] = json!("api");
        reply["data"]["esim"]["apn"] = json!(" plus.example ");
        reply["data"]["esim"]["sponsor"] = json!("Blue");
        reply["data"]["esim"]["manual"] = json!(code.as_str().and_then(|c| c.rsplit('$').next()));
        reply["data"]["esim"]["again"] = json!([{ "deep": code, "nul": "a\0b" }]);
    });
    let (shop, order) = told(Break::Change(change)).await;
    assert_eq!(order["delivery_state"], "delivered");
    assert_eq!(
        shop.one::<String>("select apn from esims").await,
        "plus.example"
    );
    let raw: Value = shop.one("select raw from supplier_orders").await;
    assert_eq!(
        raw,
        json!({ "channel": "api", "esim": { "sponsor": "Blue" } })
    );
    let id = shop.sandbox.supplier.orders()[0].id.clone();
    assert_eq!(
        shop.one::<String>("select external_id from supplier_orders")
            .await,
        format!("X{}", &id[..8])
    );
    shop.close().await;
}

#[tokio::test]
async fn the_access_point_name_of_this_very_esim_stands_before_the_owners() {
    let owners = "[[catalogue.fact]]\ncountry = \"JP\"\napn = \"owners.example\"\n";
    for (suppliers, shown, hidden) in [
        (Some("plus.example"), "plus.example", "owners.example"),
        (None, "owners.example", "plus.example"),
    ] {
        let shop = Shop::open_with(owners).await;
        if let Some(apn) = suppliers {
            shop.sandbox.supplier.set_apn(apn);
        }
        let mut sarah = shop.browser();
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.settle().await;
        let esim = format!(
            "/my-esims/{}",
            shop.one::<uuid::Uuid>("select id from esims").await
        );
        let mail = shop.sandbox.mailbox.messages_to(BUYER).remove(0);
        let order = sarah.get(&bought.page).await.body;
        let pages = [
            order,
            sarah.get(&esim).await.body,
            sarah.get(&format!("{esim}/no-internet")).await.body,
            sarah.get(&format!("{esim}/sheet")).await.body,
        ];
        assert!(
            mail.text
                .contains(&format!("Set the APN if the plan needs it: {shown}.")),
            "{}",
            mail.text
        );
        for text in pages.iter().chain([&mail.text]) {
            assert!(
                text.contains(shown) && !text.contains(hidden),
                "{suppliers:?}: {text}"
            );
        }
        shop.close().await;
    }
}

#[tokio::test]
async fn unlimited_says_what_it_holds_wherever_it_is_sold() {
    let shop = Shop::open().await;
    let stated = ["esimfx_UNL_7D_JP", "esimfx_UNL_15D_JP"];
    let words = [
        "2 GB a day at full speed, then 512 Kbps",
        "The network does not state its fair-use limit",
    ];
    let mut sarah = shop.browser();
    let shelf = sarah.get("/esim/japan").await.words();
    let unlimited = shop
        .one::<i64>("select count(*) from products where megabytes is null and coverage = '{JP}'")
        .await;
    let said: usize = words.iter().map(|w| shelf.matches(w).count()).sum();
    assert_eq!(
        i64::try_from(said).unwrap(),
        unlimited,
        "each card says it: {shelf}"
    );
    for (product, words) in stated.into_iter().zip(words) {
        assert!(
            sarah
                .get(&format!("/plans/{product}"))
                .await
                .words()
                .contains(words),
            "{product}"
        );
        let bought = shop.buy(&mut sarah, product, 1).await;
        assert!(
            sarah.get(&bought.page).await.words().contains(words),
            "{product}"
        );
        shop.settle().await;
        assert!(
            sarah.get(&bought.page).await.words().contains(words),
            "{product}"
        );
    }
    assert!(
        !sarah
            .get(&format!("/plans/{PLAN}"))
            .await
            .words()
            .contains("Fair use"),
        "a plan of 10 GB has no such line"
    );
    let es = sarah.get("/es/plans/esimfx_UNL_15D_JP").await.words();
    assert!(
        es.contains("La red no indica su límite de uso razonable"),
        "{es}"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_list_that_names_no_package_still_tells_what_is_left_of_each() {
    for shape in ["orders", "items", ""] {
        let sold = Sold::one().await;
        sold.shop.top_up(&sold.iccid).await;
        sold.shop.rest(TimeDelta::minutes(5)).await;
        let supplier = &sold.shop.sandbox.supplier;
        supplier.lose_webhooks(true);
        supplier.use_data(&sold.iccid, 3 << 30).unwrap();
        let nameless = Change::new(move |reply| {
            let mut list = reply["data"]["orders"].clone();
            for entry in list.as_array_mut().unwrap() {
                let fields = entry.as_object_mut().unwrap();
                fields.retain(|name, _| !["id", "iccid", "status"].contains(&name.as_str()));
                fields["subscription"]
                    .as_object_mut()
                    .unwrap()
                    .remove("amount_unit");
            }
            reply["data"] = if shape.is_empty() {
                list
            } else {
                json!({ shape: list })
            };
        });
        supplier.faults.push(Rule::once(
            "get_esim_orders",
            Fault::SellThenBreak(Break::Change(nameless)),
        ));
        let packages = sold.shop.packages(&sold.iccid).await;
        let told: Vec<(u8, bool)> = packages
            .iter()
            .map(|p| {
                (
                    p.package.usage.as_ref().unwrap().percent_used(),
                    p.line.is_some(),
                )
            })
            .collect();
        assert_eq!(told, [(30, true), (0, true)], "{shape}");
        sold.shop.settle().await;
        sold.shop.close().await;
    }
}

#[tokio::test]
async fn a_list_that_names_anothers_package_changes_nothing_of_it() {
    let sold = Sold::one().await;
    let mut second = sold.shop.browser();
    sold.shop.buy(&mut second, PLAN, 1).await;
    sold.shop.settle().await;
    let theirs = sold.shop.sandbox.supplier.orders().pop().unwrap();
    let change = Change::new(move |reply| {
        let entry = json!({ "id": theirs.id, "subscription": { "status": "TERMINATED", "upper_limit_amount": 4096, "used_amount": 4096 } });
        reply["data"]["orders"].as_array_mut().unwrap().push(entry);
    });
    sold.shop.sandbox.supplier.faults.push(Rule::once(
        "get_esim_orders",
        Fault::SellThenBreak(Break::Change(change)),
    ));
    let before: String = sold
        .shop
        .one("select string_agg(status, ' ') from supplier_orders")
        .await;
    assert_eq!(sold.shop.packages(&sold.iccid).await.len(), 1);
    assert_eq!(
        sold.shop
            .one::<String>("select string_agg(status, ' ') from supplier_orders")
            .await,
        before
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from packages where status = 'TERMINATED'")
            .await,
        0
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from order_events where event = 'package_ended'")
            .await,
        0
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_catalogue_in_smaller_pages_is_read_whole() {
    let shop = Shop::open().await;
    let before = shop
        .one::<i64>("select count(*) from products where withdrawn_at is null")
        .await;
    shop.sandbox.supplier.set_page_limit(10);
    let report = sync::sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(
        (i64::try_from(report.products).unwrap(), report.withdrawn),
        (before, 0)
    );
    assert!(report.pages > 1);
    shop.close().await;
}

#[tokio::test]
async fn products_keep_what_no_column_has() {
    let shop = Shop::open().await;
    assert!(shop.sandbox.supplier.show_product_with(
        PLAN,
        "sponsor",
        json!({ "name": "Blue", "note": "a\0" })
    ));
    sync::sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
        .await
        .unwrap();
    let raw: Value = shop
        .one("select raw from products where product_id = 'esimfx_10G_7D_JP'")
        .await;
    assert_eq!(raw, json!({ "sponsor": { "name": "Blue" } }));
    shop.sandbox
        .supplier
        .show_product_with(PLAN, "coverage", json!(["UK"]));
    sync::sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(
        shop.one::<Vec<String>>(
            "select coverage from products where product_id = 'esimfx_10G_7D_JP'"
        )
        .await,
        ["GB"]
    );
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 0);
    shop.close().await;
}
