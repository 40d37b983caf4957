//! The supplier keeps its document: keys, tokens, pages, top-ups, refunds; and the world is wide
//! enough.

mod living;
mod webhooks;

use std::{collections::BTreeSet, time::Duration};

use serde_json::{Value, json};

use super::*;
use crate::faults::{Break, Fault, Rule};

struct Reseller {
    supplier: Supplier,
    http: reqwest::Client,
    token: String,
}

impl Reseller {
    async fn new() -> Self {
        let supplier = Supplier::start(SupplierOptions::default()).await.unwrap();
        let http = reqwest::Client::new();
        let body =
            json!({ "client_id": supplier.client_id(), "client_key": supplier.client_key() });
        let reply: Value = http
            .post(format!("{}/account/api/v1/auth", supplier.url()))
            .json(&body)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let token = reply["data"]["access_token"].as_str().unwrap().to_owned();
        Self {
            supplier,
            http,
            token,
        }
    }

    async fn get(&self, path: &str) -> Value {
        let request = self
            .http
            .get(format!("{}{path}", self.supplier.url()))
            .bearer_auth(&self.token);
        request.send().await.unwrap().json().await.unwrap()
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let request = self
            .http
            .post(format!("{}{path}", self.supplier.url()))
            .bearer_auth(&self.token)
            .json(&body);
        request.send().await.unwrap().json().await.unwrap()
    }

    fn order(&self, key: &str, body: &Value) -> reqwest::RequestBuilder {
        let url = format!("{}/order/api/v1/create_order", self.supplier.url());
        self.http
            .post(url)
            .bearer_auth(&self.token)
            .header("X-Idempotency-Key", key)
            .json(body)
    }

    async fn buy(&self, key: &str, body: &Value) -> Value {
        self.order(key, body)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }
}

fn japan() -> Value {
    json!({ "operation_type": "NEW", "product": { "id": "esimfx_10G_7D_JP" } })
}

#[tokio::test]
async fn fifty_requests_at_once_under_one_key_sell_one_esim() {
    let reseller = Reseller::new().await;
    let body = japan();
    let replies = futures_util::future::join_all((0..50).map(|_| reseller.buy("one", &body))).await;
    let orders: BTreeSet<String> = replies
        .iter()
        .map(|reply| reply["data"]["id"].to_string())
        .collect();
    assert_eq!((orders.len(), reseller.supplier.orders().len()), (1, 1));
    assert_eq!(reseller.supplier.keys_seen()["one"], 50);
    assert_eq!(reseller.supplier.balance_cents(), 10_000_000 - 1_200);
    let other = json!({ "operation_type": "NEW", "product": { "id": "esimfx_1G_7D_JP" } });
    assert_eq!(reseller.buy("one", &other).await["code"], codes::KEY_REUSED);
    reseller.buy("two", &body).await;
    let codes: BTreeSet<String> = reseller
        .supplier
        .esims()
        .into_iter()
        .map(|esim| esim.esim_qr)
        .collect();
    assert_eq!(codes.len(), 2);
}

#[tokio::test]
async fn a_request_beyond_the_document_is_refused() {
    let reseller = Reseller::new().await;
    let extra = json!({ "operation_type": "NEW", "product": { "id": "esimfx_10G_7D_JP" }, "reference": "ord_1" });
    assert_eq!(reseller.buy("k", &extra).await["code"], codes::BAD_REQUEST);
    assert_eq!(
        reseller.post("/order/api/v1/create_order", japan()).await["code"],
        codes::BAD_REQUEST
    );
    let bare = reseller.http.get(format!(
        "{}/product/api/v1/get_product?id=esimfx_10G_7D_JP",
        reseller.supplier.url()
    ));
    let bare = bare
        .header("Authorization", &reseller.token)
        .send()
        .await
        .unwrap();
    assert_eq!(bare.status(), 401);
    reseller
        .supplier
        .inner
        .clock
        .advance(Duration::from_secs(3_601));
    assert_eq!(
        reseller
            .get("/product/api/v1/get_product?id=esimfx_10G_7D_JP")
            .await["code"],
        codes::BAD_TOKEN
    );
}

#[tokio::test]
async fn the_catalogue_pages_through_a_believable_world() {
    let reseller = Reseller::new().await;
    let (mut ids, mut start, mut destinations) = (BTreeSet::new(), json!({}), BTreeSet::new());
    loop {
        let page = reseller
            .post(
                "/product/api/v2/get_products",
                json!({ "page_start": start, "page_size": 100 }),
            )
            .await;
        for product in page["data"]["products"].as_array().unwrap() {
            assert!(ids.insert(product["id"].as_str().unwrap().to_owned()));
            assert!(
                product["price"].is_number() && !product["networks"].as_array().unwrap().is_empty()
            );
            destinations.extend(
                product["coverage"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(ToString::to_string),
            );
        }
        start = page["data"]["last_evaluated_key"].clone();
        if start == json!({}) {
            break;
        }
    }
    assert!(
        ids.len() >= 1_500 && destinations.len() >= 150,
        "{} products, {} destinations",
        ids.len(),
        destinations.len()
    );
    for id in [
        "esimfx_10G_7D_JP",
        "esimfx_1G_7D_JP",
        "esimfx_UNL_7D_JP",
        "esimfx_5G_30D_EU",
        "esimfx_10G_30D_GLOBAL",
    ] {
        assert!(ids.contains(id), "{id}");
    }
}

#[tokio::test]
async fn the_catalogue_is_asked_by_region_and_by_product() {
    let reseller = Reseller::new().await;
    let europe = reseller
        .post(
            "/product/api/v2/get_products",
            json!({ "region": "Europe", "countries": "JP" }),
        )
        .await;
    assert!(
        europe["data"]["products"][0]["id"]
            .as_str()
            .unwrap()
            .ends_with("_EU")
    );
    let japan = reseller
        .get("/product/api/v1/get_product?id=esimfx_10G_7D_JP")
        .await;
    assert_eq!(
        (
            japan["data"]["price"].as_i64(),
            japan["data"]["coverage"].clone()
        ),
        (Some(12), json!(["JP"]))
    );
}

#[tokio::test]
async fn an_esim_is_used_topped_up_and_ended() {
    let reseller = Reseller::new().await;
    let sold = reseller.buy("k", &japan()).await;
    let iccid = sold["data"]["esim"]["iccid"].as_str().unwrap().to_owned();
    assert!(iccid.starts_with("8944") && iccid.len() == 19);
    let fitting = reseller
        .get(&format!(
            "/product/api/v1/get_available_topups?iccid={iccid}"
        ))
        .await;
    let fitting = fitting["data"]["products"].as_array().unwrap().clone();
    assert!(
        fitting
            .iter()
            .all(|product| product["imsi_profile"] == "Green")
    );
    let wrong = json!({ "operation_type": "TOPUP", "iccid": iccid, "product": { "id": "esimfx_UNL_7D_JP" } });
    assert_eq!(
        reseller.buy("t1", &wrong).await["code"],
        codes::NOT_ELIGIBLE
    );
    let right = json!({ "operation_type": "TOPUP", "iccid": iccid, "product": { "id": "esimfx_1G_7D_JP" } });
    assert_eq!(
        reseller.buy("t2", &right).await["data"]["esim"]["iccid"],
        json!(iccid)
    );
    reseller
        .supplier
        .use_data(&iccid, (10 << 30) + (1 << 20))
        .unwrap();
    let orders = reseller
        .get(&format!("/order/api/v1/get_esim_orders?iccid={iccid}"))
        .await;
    let statuses: Vec<&Value> = orders["data"]["orders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| &o["subscription"]["status"])
        .collect();
    assert_eq!(statuses, [&json!("EXPIRED"), &json!("ACTIVE")]);
    let spare = reseller.buy("s", &japan()).await["data"]["id"].clone();
    let ended = reseller
        .post(
            "/order/api/v1/terminate_subscription",
            json!({ "order_id": spare }),
        )
        .await;
    assert_eq!(ended["data"]["refund"]["need_refund"], json!(true));
    assert_eq!(
        reseller.supplier.balance_cents(),
        10_000_000 - 1_200 - reseller.supplier.orders()[1].product.price_cents
    );
}

#[tokio::test]
async fn a_broken_reply_still_means_a_sale() {
    let reseller = Reseller::new().await;
    let ways = [
        Break::Reset,
        Break::Cut(40),
        Break::Malformed,
        Break::Status {
            status: 502,
            body: "<html>bad gateway</html>".into(),
        },
    ];
    for (n, way) in ways.into_iter().enumerate() {
        reseller
            .supplier
            .faults
            .push(Rule::once("create_order", Fault::SellThenBreak(way)));
        let key = format!("k{n}");
        let broken = match reseller.order(&key, &japan()).send().await {
            Err(_) => true,
            Ok(reply) => !reply.status().is_success() || reply.json::<Value>().await.is_err(),
        };
        assert!(broken);
        assert_eq!(reseller.supplier.orders().len(), n + 1);
        let again = reseller.buy(&key, &japan()).await;
        assert_eq!(again["data"]["id"], json!(reseller.supplier.orders()[n].id));
    }
    reseller.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::MissingField("data.esim.iccid".into())),
    ));
    let lacking = reseller.buy("m", &japan()).await;
    assert!(
        lacking["data"]["esim"]["iccid"].is_null()
            && lacking["data"]["esim"]["esim_qr"].is_string()
    );
    reseller
        .supplier
        .faults
        .push(Rule::once("create_order", Fault::TokenExpired));
    assert_eq!(reseller.buy("x", &japan()).await["code"], codes::BAD_TOKEN);
}
