//! The supplier's door and the published payloads: what is sent is what the document says, and what
//! comes is read tolerantly.

use crate::fixture;
use crate::partner::{Asked, Partner, Say, ok};
use domain::product::Data;
use esim_storefront::config::Esimfx;
use esim_storefront::esimfx::Client;
use esim_storefront::shop::SupplierCodes;
use serde_json::{Value, json};
use url::Url;

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

pub fn only(partner: &Partner, endpoint: &str) -> Asked {
    let mut all = partner.asked(endpoint);
    assert_eq!(all.len(), 1);
    all.remove(0)
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
