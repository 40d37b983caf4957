//! The payment page: what a buyer can do on it.

use super::*;

#[tokio::test]
async fn the_payment_page_pays_declines_and_delays() {
    let shop = Shop::new().await;
    let session = shop
        .post("/v1/checkout/sessions", "", &order("ord_1"))
        .await
        .2;
    let (id, url) = (
        session["id"].as_str().unwrap(),
        session["url"].as_str().unwrap(),
    );
    let page = shop.http.get(url).send().await.unwrap();
    let page = page.text().await.unwrap();
    assert!(
        page.contains("USD 25.98")
            && page.contains("Japan 10 GB × 2")
            && page.contains("no money moves")
    );
    let press = async |email: &str, action: &str| {
        let form = [("email", email), ("action", action)];
        shop.http.post(url).form(&form).send().await.unwrap()
    };
    assert_eq!(press("nobody", "pay").await.status(), 422);
    let declined = press("ana@example.org", "decline").await;
    assert!(declined.text().await.unwrap().contains("declined"));
    assert_eq!(
        press("", "cancel").await.headers()["location"],
        "http://127.0.0.1:1/plans/p"
    );
    assert_eq!(shop.stripe.sessions()[0]["status"], "open");
    let bank = press("ana@example.org", "bank").await;
    assert_eq!(
        bank.headers()["location"].to_str().unwrap(),
        format!("http://127.0.0.1:1/orders/t?session={id}")
    );
    assert_eq!(
        (
            &shop.stripe.sessions()[0]["status"],
            &shop.stripe.sessions()[0]["payment_status"]
        ),
        (&json!("complete"), &json!("unpaid"))
    );
    assert_eq!(press("ana@example.org", "pay").await.status(), 409);
    shop.stripe.settle_delayed(id, true).unwrap();
    assert_eq!(
        shop.stripe
            .events_of("checkout.session.async_payment_succeeded")
            .len(),
        1
    );
    assert_eq!(
        shop.stripe.sessions()[0]["customer_details"]["address"]["country"],
        "US"
    );
}

#[tokio::test]
async fn a_buyer_has_a_country_and_a_page_that_nobody_pays_expires() {
    let shop = Shop::new().await;
    shop.stripe.set_billing_country("JP");
    let (next, _) = shop.paid().await;
    assert_eq!(
        shop.get(&format!("/v1/checkout/sessions/{next}")).await["customer_details"]["address"]["country"],
        "JP"
    );
    shop.post("/v1/checkout/sessions", "", &order("ord_2"))
        .await;
    shop.stripe.inner.clock.advance(Duration::from_secs(86_401));
    shop.stripe.pass_time();
    assert_eq!(shop.stripe.events_of("checkout.session.expired").len(), 1);
}
