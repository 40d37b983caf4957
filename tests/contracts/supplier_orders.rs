//! Orders at the supplier's door: what is sent and what is read is what the document says.

use super::supplier::{only, supplier};
use crate::fixture;
use domain::esim::Iccid;
use esim_storefront::esimfx::{Purchase, Told};
use secrecy::ExposeSecret;
use serde_json::json;
use uuid::Uuid;

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
