//! What the supplier tells us of what is nobody's, or over.

use super::supplier_webhooks::GIGABYTE;
use crate::support::living::Sold;

#[tokio::test]
async fn what_is_nobodys_and_what_is_unknown_is_kept_and_ignored() {
    let sold = Sold::one().await;
    let asked = sold.shop.sandbox.supplier.calls("get_esim_orders").len();
    for body in [
        r#"{"event_type":"DATA_USAGE","iccid":"8944999999999999999"}"#,
        r#"{"event_type":"DATA_USAGE","order_id":"nobodys-order"}"#,
        r#"{"event_type":"BALANCE_LOW","balance":3}"#,
        "{}",
    ] {
        assert_eq!(sold.tell(body).await, 200, "{body}");
    }
    sold.shop.rest_long().await;
    assert_eq!(
        sold.effects().await,
        vec![Some("not about an eSIM of ours".to_owned()); 4]
    );
    assert_eq!(
        sold.shop.sandbox.supplier.calls("get_esim_orders").len(),
        asked,
        "the supplier was asked about nobody's eSIM"
    );
    assert_eq!(sold.told().await, Vec::<String>::new());
    sold.shop.close().await;
}

#[tokio::test]
async fn use_of_a_package_that_was_given_back_or_ended_is_told_to_nobody() {
    let sold = Sold::one().await;
    let supplier = &sold.shop.sandbox.supplier;
    supplier.arrive(&sold.iccid).unwrap();
    supplier.use_data(&sold.iccid, GIGABYTE).unwrap();
    sold.shop.settle().await;
    let mails = sold.told().await;
    let order = supplier.orders()[0].id.clone();
    supplier
        .use_data(&sold.iccid, 8 * GIGABYTE)
        .unwrap_or_else(|refusal| panic!("{refusal:?}"));
    supplier.terminate(&order).unwrap();
    sold.shop.rest_long().await;
    let body = format!(
        r#"{{"event_type":"DATA_USAGE","iccid":"{}","order_id":"{order}","threshold":90}}"#,
        sold.iccid
    );
    assert_eq!(sold.tell(&body).await, 200);
    sold.shop.rest_long().await;
    assert_eq!(sold.told().await, mails);
    let path = format!("/my-esims/{}", sold.shop.owned(&sold.iccid).await.esim.id);
    let mut sarah = sold.shop.browser();
    sarah.cookies.clone_from(&sold.sarah.cookies);
    assert_eq!(sarah.get(&path).await.status, 200);
}

#[tokio::test]
async fn use_told_after_giving_back_is_told_to_nobody() {
    let mut sold = Sold::one().await;
    assert_eq!(
        sold.press_give_back(crate::support::PRICE).await.status,
        303
    );
    sold.shop.rest_long().await;
    let order = sold.shop.sandbox.supplier.orders()[0].id.clone();
    for kind in ["DATA_USAGE", "ACTIVATION", "EXPIRATION"] {
        let body = format!(
            r#"{{"event_type":"{kind}","iccid":"{}","order_id":"{order}","threshold":80}}"#,
            sold.iccid
        );
        assert_eq!(sold.tell(&body).await, 200);
    }
    sold.shop.rest_long().await;
    assert_eq!(sold.told().await, Vec::<String>::new());
    sold.shop.close().await;
}
