//! The supplier as public programs see it beyond its document: odd numbers, codes and lists,
//! smaller pages, and the reseller's own account.

use esim_storefront::esimfx::{Error, Purchase};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::partner::{Asked, Partner, Say, ok};
use crate::supplier::{client, logged_in, supplier};

const ICCID: &str = "89431077000123456789";

async fn partner(answer: impl Fn(&Asked) -> Say + Send + Sync + 'static) -> Partner {
    Partner::start(move |asked| {
        if asked.is("/auth") {
            logged_in("token-1")
        } else {
            answer(asked)
        }
    })
    .await
}

fn new_order() -> Purchase {
    Purchase::New {
        product_id: "p".into(),
    }
}

#[tokio::test]
async fn a_number_beyond_64_bits_keeps_its_last_digit() {
    const REPLY: &str = r#"{"code":0,"message":"Success","data":{"id":"o-1","status":"COMPLETED",
        "esim":{"iccid":89431077000123456789,"esim_qr":"lpa:1$smdp.plus.example$K2"}}}"#;
    let partner = partner(|_| Say::Html(200, REPLY)).await;
    let order = client(&partner.url)
        .create_order(&new_order(), Uuid::new_v4())
        .await
        .unwrap();
    assert_eq!(order.iccid.this().unwrap().digits(), ICCID);
    assert_eq!(
        order.code.this().unwrap().kept().expose_secret(),
        "LPA:1$smdp.plus.example$K2"
    );
}

#[tokio::test]
async fn half_a_letter_in_one_name_hides_no_other_product() {
    const REPLY: &str = r#"{"code":0,"data":{"products":[
        {"id":"half","name":"\ud83d","duration":7,"duration_unit":"DAY","amount":1,"amount_unit":"GB","coverage":["JP"],"price":5,"price_unit":"USD"},
        {"id":"whole","name":"x","duration":7,"duration_unit":"DAY","amount":1,"amount_unit":"GB","coverage":["UK"],"price":5,"price_unit":"USD"}
    ]}}"#;
    let partner = partner(|_| Say::Html(200, REPLY)).await;
    let page = client(&partner.url).products_page(None).await.unwrap();
    let read: Vec<_> = page
        .products
        .iter()
        .map(|p| (p.id.as_str(), p.name.as_str(), p.coverage.join(" ")))
        .collect();
    assert_eq!(
        read,
        [
            ("half", "half", "JP".to_owned()),
            ("whole", "x", "GB".to_owned())
        ]
    );
}

#[tokio::test]
async fn a_page_that_is_refused_is_asked_for_smaller_and_the_size_is_remembered() {
    let page = json!({ "code": 0, "data": { "products": [], "last_evaluated_key": { "id": "x", "sort": 3 } } });
    let partner = partner(move |asked| match asked.json()["page_size"].as_u64() {
        // By its id alone, as public programs do.
        Some(size) if size <= 20 && asked.json()["page_start"].get("sort").is_none() => {
            ok(page.clone())
        }
        _ => ok(json!({ "code": 40_000, "message": "page_size is too large" })),
    })
    .await;
    let client = client(&partner.url);
    let first = client.products_page(None).await.unwrap();
    client.products_page(first.next).await.unwrap();
    let asked = partner.asked("get_products");
    let sizes: Vec<Value> = asked
        .iter()
        .map(|asked| asked.json()["page_size"].clone())
        .collect();
    assert_eq!(
        sizes,
        [
            json!(99),
            json!("99"),
            json!(50),
            json!(20),
            json!(20),
            json!(20)
        ]
    );
    assert_eq!(
        asked[4].json()["page_start"],
        json!({ "id": "x", "sort": 3 }),
        "first with exactly what came"
    );
    assert_eq!(asked[5].json()["page_start"], json!({ "id": "x" }));
}

#[tokio::test]
async fn a_catalogue_that_is_refused_in_every_size_is_refused_as_it_was_first() {
    let partner =
        partner(|_| Say::Json(400, json!({ "code": 9, "message": "no catalogue for you" }))).await;
    let client = client(&partner.url);
    for _ in 0..2 {
        let error = client.products_page(None).await.unwrap_err();
        assert!(
            error.to_string().contains("no catalogue for you"),
            "{error}"
        );
    }
    let asked = partner.asked("get_products");
    assert_eq!(asked.len(), 12);
    assert_eq!(
        asked[5].json(),
        json!({ "page_start": {} }),
        "at last the supplier chooses"
    );
    assert_eq!(asked[6].json()["page_size"], json!(99));
}

#[tokio::test]
async fn a_supplier_in_trouble_is_not_asked_for_smaller_pages() {
    let partner = partner(|_| Say::Json(503, json!({ "code": 9, "message": "maintenance" }))).await;
    assert!(client(&partner.url).products_page(None).await.is_err());
    assert_eq!(partner.asked("get_products").len(), 1);
}

#[tokio::test]
async fn the_account_tells_its_balance_where_it_may_and_a_refusal_is_no_fault() {
    let (partner, client) =
        supplier(json!({ "code": 0, "data": { "reseller": { "name": "x", "accountBalance": "120.50" }, "credit_limit": 0 } })).await;
    let mut told = client.profile().await.unwrap().unwrap();
    told.sort();
    let told: Vec<_> = told
        .iter()
        .map(|(name, number)| format!("{name} {number}"))
        .collect();
    assert_eq!(told, ["accountBalance 120.50", "credit_limit 0"]);
    let asked = partner.asked("/account/api/v1/reseller/get_profile");
    assert_eq!(
        (asked[0].method.as_str(), asked[0].header("authorization")),
        ("GET", Some("Bearer token-1"))
    );
    for nothing in [
        ok(json!({ "code": 0, "data": { "name": "x" } })),
        ok(json!({ "code": 403, "message": "no" })),
        Say::Html(404, "not here"),
        Say::Json(404, json!({ "code": 0, "data": { "balance": 7 } })),
    ] {
        let partner = self::partner(move |_| nothing.clone()).await;
        assert_eq!(self::client(&partner.url).profile().await.unwrap(), None);
    }
    let partner = self::partner(|_| Say::Cut).await;
    assert!(
        self::client(&partner.url).profile().await.is_err(),
        "silence is not an answer"
    );
}

#[tokio::test]
async fn packages_are_found_in_a_bare_list_without_numbers() {
    let entry = json!({ "product": { "id": "p" }, "subscription": { "upper_limit_amount": 1_073_741_824, "used_amount": 7, "status": "active" },
                        "creation_time": "2026-10-18T06:30:00Z" });
    for shape in [
        json!([entry]),
        json!({ "orders": [entry] }),
        json!({ "items": [entry] }),
    ] {
        let (_partner, client) = supplier(json!({ "code": 0, "data": shape })).await;
        let orders = client.esim_orders(ICCID).await.unwrap();
        let package = &orders[0].subscription;
        assert_eq!(
            (
                orders.len(),
                package.unit.as_deref(),
                package.status.as_deref()
            ),
            (1, Some("Byte"), Some("ACTIVE"))
        );
        assert_eq!(
            orders[0].created_at.unwrap().to_rfc3339(),
            "2026-10-18T06:30:00+00:00"
        );
    }
}

#[tokio::test]
async fn what_the_supplier_says_in_a_refusal_can_be_stored() {
    let (_partner, client) =
        supplier(json!({ "code": 40_400, "message": "gone\u{0}\u{202e}, sorry" })).await;
    let Err(Error::Refused { message, .. }) =
        client.create_order(&new_order(), Uuid::new_v4()).await
    else {
        panic!("not refused")
    };
    assert_eq!(message, "gone , sorry");
    let (_partner, client) =
        supplier(json!({ "code": 0, "data": { "id": "o\u{0}1", "status": "\u{0}", "esim": { "status": "\u{7}" } } })).await;
    let order = client
        .create_order(&new_order(), Uuid::new_v4())
        .await
        .unwrap();
    assert_eq!(
        (order.id, order.status.as_deref(), order.esim_status),
        (None, Some("UNREADABLE"), None)
    );
}
