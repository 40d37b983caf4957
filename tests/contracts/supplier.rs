//! The supplier's door and the published payloads: what is sent is what the document says, and what
//! comes is read tolerantly.

use esim_storefront::config::Esimfx;
use esim_storefront::domain::esim::Iccid;
use esim_storefront::domain::product::Data;
use esim_storefront::esimfx::{Client, Purchase, Told};
use esim_storefront::shop::SupplierCodes;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

use crate::fixture;
use crate::partner::{Asked, Partner, Say, ok};

pub const KEY: &str = "canary-client-key";

/// A client that knows three of the codes which the document leaves open.
pub fn client(base: &Url) -> Client {
    let settings = Esimfx {
        base_url: base.clone(),
        client_id: "canary-client-id".to_owned().into(),
        client_key: KEY.to_owned().into(),
        webhook_tokens: Vec::new(),
        concurrency: 64,
    };
    let codes = SupplierCodes {
        refused_codes: vec![40_400],
        low_balance_codes: vec![40_200],
        token_codes: vec![40_100],
    };
    Client::new(&settings, &codes).unwrap()
}

/// The reply to a log-in.
pub fn logged_in(token: &str) -> Say {
    ok(json!({ "code": 0, "message": "Success", "data": { "access_token": token } }))
}

/// A supplier that lets everybody in and answers everything else with `reply`.
pub async fn supplier(reply: Value) -> (Partner, Client) {
    let partner = Partner::start(move |asked| {
        if asked.is("/auth") {
            logged_in("token-1")
        } else {
            ok(reply.clone())
        }
    })
    .await;
    let client = client(&partner.url);
    (partner, client)
}

fn only(partner: &Partner, endpoint: &str) -> Asked {
    let mut all = partner.asked(endpoint);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

const ORDER: &str = "5e0c7d1a-9b52-4f0e-8a57-0d6f1c2b3a49";

fn number(told: &Told<Iccid>) -> Option<&str> {
    told.this().map(Iccid::digits)
}

fn new_order() -> Purchase {
    Purchase::New {
        product_id: "esimfx_3G_15D_JP".into(),
    }
}

#[tokio::test]
async fn a_page_of_the_catalogue_is_asked_for_and_read_as_published() {
    let (partner, client) = supplier(fixture("esimfx/get_products.json")).await;
    let page = client.products_page(None).await.unwrap();
    let asked = only(&partner, "/product/api/v2/get_products");
    assert_eq!(
        (asked.method.as_str(), asked.header("authorization")),
        ("POST", Some("Bearer token-1"))
    );
    assert_eq!(asked.json()["page_start"], json!({}));
    assert!(asked.json()["page_size"].is_u64());
    assert_eq!(asked.header("x-idempotency-key"), None);
    let [japan, europe] = &page.products[..] else {
        panic!("{page:?}")
    };
    assert_eq!(
        (
            japan.id.as_str(),
            japan.meta_id.as_deref(),
            japan.data,
            japan.days
        ),
        (
            "esimfx_3G_15D_JP",
            Some("meta_7f21"),
            Data::Megabytes(3 * 1024),
            15
        )
    );
    assert_eq!(
        (
            japan.cost.to_string(),
            japan.cost_currency.code().to_string()
        ),
        ("4.75".to_owned(), "USD".to_owned())
    );
    assert_eq!(japan.networks[0].name, "NTT DOCOMO");
    assert_eq!(
        (
            japan.networks[1].mccmnc.as_deref(),
            japan.networks[1].speed.as_deref()
        ),
        (Some("44051"), Some("4G"))
    );
    assert_eq!(japan.imsi_profile.as_deref(), Some("Violet"));
    assert_eq!(
        (europe.data, &europe.coverage[..]),
        (
            Data::Unlimited,
            &["DE".to_owned(), "ES".into(), "FR".into()][..]
        )
    );
    assert_eq!(page.skipped, 0);

    // The next page is asked for with exactly what came.
    client.products_page(page.next.clone()).await.unwrap();
    let asked = partner.asked("get_products").pop().unwrap();
    assert_eq!(
        asked.json()["page_start"],
        fixture("esimfx/get_products.json")["data"]["last_evaluated_key"]
    );
}

#[tokio::test]
async fn a_page_of_oddities_loses_only_what_cannot_be_sold() {
    let (_partner, client) = supplier(fixture("esimfx/get_products_odd.json")).await;
    let page = client.products_page(None).await.unwrap();
    let read: Vec<_> = page
        .products
        .iter()
        .map(|p| {
            (
                p.id.as_str(),
                p.data,
                p.days,
                p.coverage.join(" "),
                p.cost.normalize().to_string(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            (
                "odd_strings",
                Data::Megabytes(512),
                7,
                "CA US".to_owned(),
                "3.2".to_owned()
            ),
            (
                "odd_hours",
                Data::Megabytes(1024 * 1024),
                2,
                "TH".to_owned(),
                "10".to_owned()
            ),
            (
                "odd_bytes",
                Data::Megabytes(1024),
                30,
                "AT".to_owned(),
                "2.5".to_owned()
            ),
        ]
    );
    assert_eq!((page.skipped, page.next), (6, None));
    assert_eq!(
        page.products[2].networks.len(),
        1,
        "a network without a name is no network to show"
    );
}

#[tokio::test]
async fn the_last_page_is_known_in_each_way_it_may_be_said() {
    for (last, more) in [
        (json!({}), false),
        (Value::Null, false),
        (json!(""), false),
        (json!("next-7"), true),
        (json!({ "id": "x" }), true),
        (json!(17), true),
    ] {
        let (_partner, client) =
            supplier(json!({ "code": 0, "data": { "products": [], "last_evaluated_key": last } }))
                .await;
        let page = client.products_page(None).await.unwrap();
        assert_eq!(page.next, more.then(|| last.clone()), "{last}");
    }
    let (_partner, client) = supplier(json!({ "code": 0, "data": { "products": [] } })).await;
    assert_eq!(client.products_page(None).await.unwrap().next, None);
}

#[tokio::test]
async fn one_product_is_read_bare_or_wrapped() {
    for name in ["esimfx/get_product.json", "esimfx/get_product_wrapped.json"] {
        let (partner, client) = supplier(fixture(name)).await;
        let product = client.product("esimfx_3G 15D&JP").await.unwrap().unwrap();
        assert_eq!(product.id, "esimfx_3G_15D_JP");
        let asked = only(&partner, "/product/api/v1/get_product");
        assert_eq!(
            (asked.method.as_str(), asked.query.as_str()),
            ("GET", "id=esimfx_3G+15D%26JP")
        );
    }
}

#[tokio::test]
async fn a_product_that_is_not_sold_any_more_is_told_from_a_supplier_in_trouble() {
    let (_partner, client) =
        supplier(json!({ "code": 1234, "message": "product not found" })).await;
    assert_eq!(client.product("gone").await.unwrap(), None);
    let partner = Partner::start(|asked| {
        if asked.is("/auth") {
            logged_in("t")
        } else {
            Say::Json(503, json!({ "code": 1234, "message": "maintenance" }))
        }
    })
    .await;
    assert!(self::client(&partner.url).product("any").await.is_err());
}

#[tokio::test]
async fn a_new_order_is_sent_and_read_as_published() {
    let (partner, client) = supplier(fixture("esimfx/create_order.json")).await;
    let key = Uuid::new_v4();
    let order = client.create_order(&new_order(), key).await.unwrap();
    let asked = only(&partner, "/order/api/v1/create_order");
    assert_eq!(
        asked.json(),
        json!({ "operation_type": "NEW", "product": { "id": "esimfx_3G_15D_JP" } })
    );
    assert_eq!(
        asked.header("x-idempotency-key"),
        Some(key.to_string().as_str())
    );
    assert!(
        asked
            .header("content-type")
            .unwrap()
            .starts_with("application/json")
    );
    assert_eq!(
        order.id.as_deref(),
        Some("5e0c7d1a-9b52-4f0e-8a57-0d6f1c2b3a49")
    );
    assert_eq!(number(&order.iccid), Some("8943107700012345678"));
    assert_eq!(
        order.code.this().unwrap().code.expose(),
        "LPA:1$smdp.plus.example$K2-9XWQ7T-aB3dE"
    );
    assert!(
        order.code.this().unwrap().as_received().is_none(),
        "it came in the form in which it is kept"
    );
    assert_eq!(
        (order.status.as_deref(), order.esim_status.as_deref()),
        (Some("COMPLETED"), Some("PROVISIONED"))
    );
    assert_eq!(
        order.subscription.activate_by.unwrap().to_rfc3339(),
        "2026-12-01T06:30:00+00:00"
    );
    assert!(
        !format!("{order:?}").contains("K2-9XWQ7T"),
        "its Debug shows the code"
    );
}

#[tokio::test]
async fn a_top_up_order_names_the_esim() {
    let (partner, client) = supplier(fixture("esimfx/create_order.json")).await;
    let purchase = Purchase::TopUp {
        product_id: "p".into(),
        iccid: "8943107700012345678".into(),
    };
    client
        .create_order(&purchase, Uuid::new_v4())
        .await
        .unwrap();
    let body = only(&partner, "create_order").json();
    assert_eq!(
        body,
        json!({ "operation_type": "TOPUP", "iccid": "8943107700012345678", "product": { "id": "p" } })
    );
}

#[tokio::test]
async fn an_order_of_oddities_keeps_what_can_be_read() {
    let (_partner, client) = supplier(fixture("esimfx/create_order_odd.json")).await;
    let order = client
        .create_order(&new_order(), Uuid::new_v4())
        .await
        .unwrap();
    assert_eq!(
        (order.id.as_deref(), number(&order.iccid)),
        (Some("778812"), Some("8943107700012345678"))
    );
    let code = order.code.this().unwrap();
    assert_eq!(
        code.kept().expose_secret(),
        "LPA:1$smdp.plus.example$K2-9XWQ7T-aB3dE"
    );
    assert_eq!(
        code.as_received().unwrap().expose_secret(),
        " LPA:1$smdp.plus.example$K2-9XWQ7T-aB3dE ",
        "what came is kept beside it"
    );
    assert_eq!(
        (
            order.status.as_deref(),
            order.subscription.status.as_deref()
        ),
        (Some("COMPLETED"), Some("PENDING"))
    );
    assert_eq!(
        order.subscription.upper_limit.unwrap().to_string(),
        "3221225472"
    );
    assert_eq!(
        (
            order.subscription.activation_time,
            order.subscription.expiry,
            order.created_at
        ),
        (None, None, None)
    );
    let (_partner, client) = supplier(json!({ "code": 0, "data": {} })).await;
    let empty = client
        .create_order(&new_order(), Uuid::new_v4())
        .await
        .unwrap();
    assert!(
        empty.id.is_none() && empty.iccid == Told::Nothing && matches!(empty.code, Told::Nothing),
        "missing parts are missing, not invented"
    );
}

#[tokio::test]
async fn reading_an_order_and_an_esim_follows_the_document() {
    let (partner, client) = supplier(fixture("esimfx/get_order.json")).await;
    let order = client.order(ORDER).await.unwrap();
    let asked = only(&partner, "get_order");
    assert_eq!(
        (asked.method.as_str(), asked.query),
        ("GET", format!("order_id={ORDER}"))
    );
    assert!(order.is(ORDER) && !order.is("another"));
    assert_eq!(
        (
            order.product_id.as_deref(),
            order.subscription.status.as_deref()
        ),
        (Some("esimfx_3G_15D_JP"), Some("ACTIVE"))
    );
    assert_eq!(order.subscription.used.unwrap().to_string(), "1048576");

    let (partner, client) = supplier(fixture("esimfx/get_esim_status.json")).await;
    let esim = client.esim_status("8943107700012345678").await.unwrap();
    assert_eq!(
        only(&partner, "get_esim_status").query,
        "iccid=8943107700012345678"
    );
    assert_eq!(
        (number(&esim.iccid), esim.status.as_deref()),
        (Some("8943107700012345678"), Some("Installed"))
    );
    assert!(esim.code.this().is_some() && !format!("{esim:?}").contains("K2-9XWQ7T"));

    let (partner, client) = supplier(fixture("esimfx/get_esim_orders.json")).await;
    let orders = client.esim_orders("8943107700012345678").await.unwrap();
    assert_eq!(
        only(&partner, "get_esim_orders").query,
        "iccid=8943107700012345678"
    );
    let states: Vec<_> = orders
        .iter()
        .filter_map(|o| o.subscription.status.as_deref())
        .collect();
    assert_eq!(states, ["EXPIRED", "PENDING"]);

    let (partner, client) = supplier(fixture("esimfx/get_available_topups.json")).await;
    assert_eq!(
        client
            .topups("8943107700012345678", &[])
            .await
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        only(&partner, "get_available_topups").query,
        "iccid=8943107700012345678"
    );
}

#[tokio::test]
async fn ending_and_starting_a_package_follow_the_document() {
    let (partner, client) = supplier(fixture("esimfx/terminate_subscription.json")).await;
    assert_eq!(
        client.terminate("o-1").await.unwrap().need_refund,
        Some(true)
    );
    let asked = only(&partner, "/order/api/v1/terminate_subscription");
    assert_eq!(
        (asked.method.as_str(), asked.json()),
        ("POST", json!({ "order_id": "o-1" }))
    );
    let (partner, client) = supplier(fixture("esimfx/activate_subscription.json")).await;
    client.activate("o-1").await.unwrap();
    assert_eq!(
        only(&partner, "/order/api/v1/activate_subscription").json(),
        json!({ "order_id": "o-1" })
    );
    let (_partner, client) = supplier(json!({ "code": 0, "data": {} })).await;
    assert_eq!(client.terminate("o-1").await.unwrap().need_refund, None);
}

#[tokio::test]
async fn a_base_address_with_a_path_keeps_it() {
    let (partner, _) = supplier(fixture("esimfx/get_order.json")).await;
    for base in ["reseller", "reseller/"] {
        self::client(&partner.url.join(base).unwrap())
            .order("o")
            .await
            .unwrap();
    }
    let paths: Vec<String> = partner
        .asked("get_order")
        .into_iter()
        .map(|a| a.path)
        .collect();
    assert_eq!(
        paths,
        [
            "/reseller/order/api/v1/get_order",
            "/reseller/order/api/v1/get_order"
        ]
    );
}
