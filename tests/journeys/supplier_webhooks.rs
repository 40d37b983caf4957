//! What the supplier tells us, how often and in whatever shape: its truth is read back, and each
//! fact is one mail.

use crate::support::BUYER;
use crate::support::living::{Sold, TOPUP};
use chrono::TimeDelta;
use sandbox::faults::{Fault, Rule};

pub const GIGABYTE: u64 = 1 << 30;

impl Sold {
    pub async fn tell(&self, body: &str) -> u16 {
        let token = self.shop.sandbox.supplier.webhook_token().to_owned();
        self.shop
            .sandbox
            .supplier
            .send_webhook(body, &token)
            .await
            .unwrap()
    }

    async fn stored(&self) -> i64 {
        self.shop.one("select count(*) from supplier_events").await
    }

    /// The kinds of mail about the eSIM's life, in the order in which they were queued.
    pub async fn told(&self) -> Vec<String> {
        sqlx::query_scalar(
            "select kind from mails where kind not in ('delivered', 'sign_in', 'refunded')
             order by created_at, kind",
        )
        .fetch_all(&self.shop.app.db)
        .await
        .unwrap()
    }

    pub async fn effects(&self) -> Vec<Option<String>> {
        sqlx::query_scalar("select effect from supplier_events order by received_at")
            .fetch_all(&self.shop.app.db)
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn only_who_knows_the_token_is_heard() {
    let sold = Sold::one().await;
    let token = sold.shop.sandbox.supplier.webhook_token().to_owned();
    let body = format!(r#"{{"event_type":"ACTIVATION","iccid":"{}"}}"#, sold.iccid);
    for wrong in [
        "",
        "wrong",
        &token[1..],
        &format!("{token}x"),
        &token.to_uppercase(),
    ] {
        assert_eq!(
            sold.shop
                .sandbox
                .supplier
                .send_webhook(body.clone(), wrong)
                .await,
            Some(401),
            "{wrong}"
        );
    }
    let nameless = sold
        .shop
        .browser()
        .request(reqwest::Method::POST, "/webhooks/esimfx")
        .body(body.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(
        (nameless.status().as_u16(), nameless.text().await.unwrap()),
        (401, String::new())
    );
    assert_eq!(sold.stored().await, 0);
    assert_eq!(sold.tell(&body).await, 200);
    assert_eq!(sold.stored().await, 1);
    sold.shop.rest_long().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn what_is_malformed_or_too_large_is_refused_and_not_stored() {
    let sold = Sold::one().await;
    for body in [
        "",
        "no json",
        "[]",
        "null",
        "7",
        "\"ACTIVATION\"",
        "{\"event_type\":",
    ] {
        assert_eq!(sold.tell(body).await, 400, "{body}");
    }
    let huge = format!(
        r#"{{"iccid":"{}","note":"{}"}}"#,
        sold.iccid,
        "x".repeat(1024 * 1024)
    );
    assert_eq!(sold.tell(&huge).await, 413);
    assert_eq!(sold.stored().await, 0);
    sold.shop.close().await;
}

#[tokio::test]
async fn an_arrival_is_told_once_however_often_and_in_whatever_words_it_is_delivered() {
    let sold = Sold::one().await;
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    sold.shop.settle().await;
    for _ in 0..3 {
        assert!(
            sold.shop.sandbox.supplier.repeat_webhook()
                && sold.shop.sandbox.supplier.retell_webhook()
        );
        sold.shop.settle().await;
    }
    for _ in 0..10 {
        sold.shop.sandbox.supplier.repeat_webhook();
        sold.shop.sandbox.supplier.retell_webhook();
    }
    sold.shop.rest_long().await;
    assert!(
        sold.shop
            .sandbox
            .supplier
            .webhooks_sent()
            .iter()
            .all(|sent| sent.status == Some(200))
    );
    assert_eq!(
        sold.stored().await,
        14,
        "one row for each body: the first, and thirteen others"
    );
    assert_eq!(sold.told().await, ["live"]);
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from order_events where event = 'package_started'")
            .await,
        1
    );
    let mails = sold.shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(mails.len(), 2);
    assert!(
        mails[1].text.contains("roaming is off"),
        "{}",
        mails[1].text
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn the_same_words_an_hour_later_are_news() {
    let sold = Sold::one().await;
    let body = format!(
        r#"{{"event_type":"DATA_USAGE","iccid":"{}","threshold":80}}"#,
        sold.iccid
    );
    for _ in 0..3 {
        assert_eq!(sold.tell(&body).await, 200);
        sold.shop.pass(TimeDelta::minutes(15));
    }
    sold.shop.settle().await;
    assert_eq!(sold.stored().await, 1, "a repetition");
    sold.shop.pass(TimeDelta::minutes(20));
    assert_eq!(sold.tell(&body).await, 200);
    sold.shop.settle().await;
    assert_eq!(
        sold.stored().await,
        2,
        "the second 80 per cent, after a top-up"
    );
    assert_eq!(sold.effects().await, vec![Some("read back".to_owned()); 2]);
    sold.shop.close().await;
}

#[tokio::test]
async fn twenty_deliveries_at_once_are_one() {
    let sold = Sold::one().await;
    let body = format!(
        r#"{{"event_type":"DATA_USAGE","iccid":"{}","threshold":50}}"#,
        sold.iccid
    );
    let told = futures_util::future::join_all((0..20).map(|_| sold.tell(&body))).await;
    assert_eq!(told, [200; 20]);
    assert_eq!(sold.stored().await, 1);
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn running_low_is_told_once_for_each_step_with_a_way_to_the_top_up() {
    let sold = Sold::one().await;
    let supplier = &sold.shop.sandbox.supplier;
    supplier.arrive(&sold.iccid).unwrap();
    sold.shop.settle().await;
    supplier.use_data(&sold.iccid, 5 * GIGABYTE).unwrap();
    sold.shop.settle().await;
    supplier.retell_webhook();
    sold.shop.settle().await;
    assert_eq!(sold.told().await, ["live", "running_low_50"]);
    supplier.use_data(&sold.iccid, 3 * GIGABYTE).unwrap();
    supplier.repeat_webhook();
    supplier.retell_webhook();
    sold.shop.rest_long().await;
    assert_eq!(
        sold.told().await,
        ["live", "running_low_50", "running_low_80"]
    );
    let mail = sold.shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    assert!(mail.text.contains("2 GB left"), "{}", mail.text);
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/top-up"))
        .unwrap();
    let mut phone = sold.shop.browser();
    let page = phone.get(link).await;
    assert_eq!(page.status, 200);
    assert!(
        page.attributes("input[name=product_id]", "value")
            .contains(&TOPUP.to_owned()),
        "{}",
        page.words()
    );
    assert!(
        !page.body.contains(&supplier.esims()[0].esim_qr),
        "who comes by the mail's key sees no code"
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn the_end_is_told_once_and_only_when_nothing_follows() {
    let sold = Sold::one().await;
    let supplier = &sold.shop.sandbox.supplier;
    supplier.arrive(&sold.iccid).unwrap();
    sold.shop.settle().await;
    sold.shop.top_up(&sold.iccid).await;
    sold.shop.rest_long().await;
    supplier.use_data(&sold.iccid, 10 * GIGABYTE).unwrap();
    sold.shop.settle().await;
    assert!(
        !sold.told().await.contains(&"ended".to_owned()),
        "an add-on waits: {:?}",
        sold.told().await
    );
    supplier.use_data(&sold.iccid, 1).unwrap();
    sold.shop.settle().await;
    assert_eq!(
        sold.told()
            .await
            .iter()
            .filter(|kind| *kind == "live")
            .count(),
        1,
        "an add-on that begins is no arrival"
    );
    supplier.use_data(&sold.iccid, 2 * GIGABYTE).unwrap();
    sold.shop.settle().await;
    supplier.retell_webhook();
    sold.shop.rest_long().await;
    assert_eq!(
        sold.told()
            .await
            .iter()
            .filter(|kind| *kind == "ended")
            .count(),
        1,
        "{:?}",
        sold.told().await
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_webhook_is_only_a_hint() {
    let sold = Sold::one().await;
    for kind in ["ACTIVATION", "DATA_USAGE", "EXPIRATION"] {
        let body = format!(
            r#"{{"event_type":"{kind}","iccid":"{}","threshold":90,"subscription":{{"status":"EXPIRED"}}}}"#,
            sold.iccid
        );
        assert_eq!(sold.tell(&body).await, 200);
    }
    sold.shop.rest_long().await;
    assert_eq!(
        sold.told().await,
        Vec::<String>::new(),
        "the supplier shows a package that has not started"
    );
    assert_eq!(sold.effects().await, vec![Some("read back".to_owned()); 3]);
    sold.shop.close().await;
}

#[tokio::test]
async fn whatever_the_shape_the_esim_is_found() {
    let shapes = [
        r#"{"eventType":"ACTIVATION","data":{"ICCID":"<iccid>"}}"#,
        r#"{"type":"activation","payload":{"esim":{"iccid":"<iccid>"}}}"#,
        r#"{"events":[{"event":"ACTIVATION","order":{"id":"<order>"}}]}"#,
        r#"{"event_type":"ACTIVATION","order_id":"<order>"}"#,
        r#"{"event_type":"ACTIVATION","data":{"orderId":"<order>"}}"#,
        r#"{"iccid":"<iccid>"}"#,
    ];
    for shape in shapes {
        let sold = Sold::one().await;
        sold.shop.sandbox.supplier.lose_webhooks(true);
        sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
        let order = sold.shop.sandbox.supplier.orders()[0].id.clone();
        assert_eq!(
            sold.tell(
                &shape
                    .replace("<iccid>", &sold.iccid)
                    .replace("<order>", &order)
            )
            .await,
            200,
            "{shape}"
        );
        sold.shop.rest_long().await;
        assert_eq!(sold.told().await, ["live"], "{shape}");
        sold.shop.close().await;
    }
}

#[tokio::test]
async fn a_supplier_that_is_silent_when_it_is_read_back_is_asked_again_and_told_of_once() {
    let sold = Sold::one().await;
    let supplier = &sold.shop.sandbox.supplier;
    supplier.faults.push(Rule::always(
        "get_esim_orders",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    supplier.arrive(&sold.iccid).unwrap();
    sold.shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(
        (sold.told().await, sold.effects().await),
        (Vec::new(), vec![None])
    );
    supplier.faults.clear();
    sold.shop.rest_long().await;
    assert_eq!(
        (sold.told().await, sold.effects().await),
        (vec!["live".to_owned()], vec![Some("read back".to_owned())])
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_supplier_that_is_silent_for_a_day_is_asked_no_more() {
    let sold = Sold::one().await;
    let supplier = &sold.shop.sandbox.supplier;
    supplier.faults.push(Rule::always(
        "get_esim_status",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    supplier.arrive(&sold.iccid).unwrap();
    sold.shop.rest(TimeDelta::hours(30)).await;
    assert_eq!(
        sold.effects().await,
        [Some("could not be read back".to_owned())]
    );
    assert_eq!(sold.told().await, Vec::<String>::new());
    sold.shop.close().await;
}
