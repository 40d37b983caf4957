//! What becomes of an eSIM after it was sold: add-ons, ends, refunds, states, and trouble at every
//! endpoint about it.

use super::*;

impl Reseller {
    async fn sold(&self, key: &str) -> (String, String) {
        let sold = self.buy(key, &japan()).await;
        (
            sold["data"]["esim"]["iccid"].as_str().unwrap().to_owned(),
            sold["data"]["id"].as_str().unwrap().to_owned(),
        )
    }

    async fn top_up(&self, key: &str, iccid: &str) -> Value {
        self.buy(key, &json!({ "operation_type": "TOPUP", "iccid": iccid, "product": { "id": "esimfx_1G_7D_JP" } })).await
    }

    async fn status(&self, iccid: &str) -> String {
        let reply = self
            .get(&format!("/order/api/v1/get_esim_status?iccid={iccid}"))
            .await;
        reply["data"]["status"].as_str().unwrap().to_owned()
    }

    async fn packages(&self, iccid: &str) -> Vec<String> {
        let reply = self
            .get(&format!("/order/api/v1/get_esim_orders?iccid={iccid}"))
            .await;
        let orders = reply["data"]["orders"].as_array().unwrap().clone();
        orders
            .iter()
            .map(|o| o["subscription"]["status"].as_str().unwrap().to_owned())
            .collect()
    }

    async fn terminate(&self, order: &str) -> Value {
        self.post(
            "/order/api/v1/terminate_subscription",
            json!({ "order_id": order }),
        )
        .await
    }

    fn pass(&self, days: u64) {
        self.supplier
            .inner
            .clock
            .advance(Duration::from_secs(days * 24 * 60 * 60));
        self.supplier.pass_time();
        // The token's hour is over too.
        let mut books = self.supplier.inner.books();
        let until = self.supplier.inner.clock.now() + chrono::Duration::hours(1);
        books.tokens.insert(self.token.clone(), until);
    }
}

#[tokio::test]
async fn an_add_on_waits_until_the_current_package_ends_and_starts_with_the_next_use() {
    let reseller = Reseller::new().await;
    let (iccid, _) = reseller.sold("k").await;
    reseller.supplier.arrive(&iccid).unwrap();
    reseller.top_up("t", &iccid).await;
    assert_eq!(reseller.packages(&iccid).await, ["ACTIVE", "PENDING"]);
    reseller.pass(8);
    assert_eq!(
        reseller.packages(&iccid).await,
        ["EXPIRED", "PENDING"],
        "an add-on that nobody uses does not start"
    );
    assert_eq!(reseller.status(&iccid).await, "ACTIVE");
    let before = reseller.supplier.orders()[1].activated;
    reseller.supplier.use_data(&iccid, 1).unwrap();
    assert_eq!(
        (before, reseller.packages(&iccid).await),
        (None, vec!["EXPIRED".to_owned(), "ACTIVE".to_owned()])
    );
    assert_eq!(
        reseller.supplier.orders()[1]
            .activated
            .map(|at| (reseller.supplier.inner.clock.now() - at).num_seconds()),
        Some(0)
    );
}

#[tokio::test]
async fn a_top_up_makes_an_expired_esim_usable_again_and_a_blocked_one_takes_none() {
    let reseller = Reseller::new().await;
    let (iccid, _) = reseller.sold("k").await;
    reseller.supplier.install(&iccid);
    assert_eq!(reseller.status(&iccid).await, "Installed");
    reseller.supplier.arrive(&iccid).unwrap();
    reseller.supplier.install(&iccid);
    assert_eq!(
        reseller.status(&iccid).await,
        "ACTIVE",
        "one in use stays in use"
    );
    reseller.supplier.expire(&iccid).unwrap();
    assert_eq!(reseller.status(&iccid).await, "EXPIRED");
    assert!(reseller.supplier.arrive(&iccid).is_err());
    assert_eq!(reseller.top_up("t", &iccid).await["code"], 0);
    assert_eq!(reseller.status(&iccid).await, "Installed");
    reseller.supplier.arrive(&iccid).unwrap();
    assert_eq!(reseller.status(&iccid).await, "ACTIVE");
    reseller.supplier.expire(&iccid).unwrap();
    reseller.pass(59);
    assert_eq!(reseller.status(&iccid).await, "EXPIRED");
    reseller.pass(2);
    assert_eq!(reseller.status(&iccid).await, "BLOCKED");
    assert_eq!(
        reseller.top_up("u", &iccid).await["code"],
        codes::NOT_ELIGIBLE
    );
    let offered = reseller
        .get(&format!(
            "/product/api/v1/get_available_topups?iccid={iccid}"
        ))
        .await;
    assert_eq!(offered["data"]["products"], json!([]));
}

#[tokio::test]
async fn a_product_that_no_longer_tops_up_is_still_sold_as_new() {
    let reseller = Reseller::new().await;
    let (iccid, _) = reseller.sold("k").await;
    assert!(
        reseller.supplier.set_tops_up("esimfx_1G_7D_JP", false)
            && !reseller.supplier.set_tops_up("none", false)
    );
    let offered = reseller
        .get(&format!(
            "/product/api/v1/get_available_topups?iccid={iccid}"
        ))
        .await;
    let offered: Vec<&Value> = offered["data"]["products"]
        .as_array()
        .unwrap()
        .iter()
        .map(|product| &product["id"])
        .collect();
    assert!(!offered.is_empty() && !offered.contains(&&json!("esimfx_1G_7D_JP")));
    assert_eq!(
        reseller.top_up("t", &iccid).await["code"],
        codes::NOT_ELIGIBLE
    );
    let new = json!({ "operation_type": "NEW", "product": { "id": "esimfx_1G_7D_JP" } });
    assert_eq!(reseller.buy("n", &new).await["code"], 0);
}

#[tokio::test]
async fn the_word_on_the_refund_can_be_no_or_missing() {
    let reseller = Reseller::new().await;
    let full = reseller.supplier.balance_cents();
    for (n, (word, answer, back)) in [
        (
            RefundWord::AsDocumented,
            json!({ "need_refund": true }),
            true,
        ),
        (
            RefundWord::Always(false),
            json!({ "need_refund": false }),
            false,
        ),
        (RefundWord::Silent, Value::Null, true),
    ]
    .into_iter()
    .enumerate()
    {
        reseller.supplier.set_balance_cents(full);
        reseller.supplier.set_refund_word(word);
        let (_, order) = reseller.sold(&format!("k{n}")).await;
        let reply = reseller.terminate(&order).await;
        assert_eq!(
            (&reply["code"], &reply["data"]["refund"]),
            (&json!(0), &answer),
            "{word:?}"
        );
        assert_eq!(reply["data"]["subscription"]["status"], "TERMINATED");
        assert_eq!(
            reseller.supplier.balance_cents(),
            if back { full } else { full - 1_200 }
        );
        assert_eq!(
            reseller.terminate(&order).await["code"],
            codes::NOT_ELIGIBLE
        );
    }
    reseller.supplier.set_refund_word(RefundWord::AsDocumented);
    let (iccid, order) = reseller.sold("used").await;
    reseller.supplier.arrive(&iccid).unwrap();
    assert_eq!(
        reseller.terminate(&order).await["data"]["refund"]["need_refund"],
        false,
        "what has started is not refunded"
    );
}

#[tokio::test]
async fn an_esim_can_have_any_state() {
    let reseller = Reseller::new().await;
    let (iccid, _) = reseller.sold("k").await;
    for status in ["SUSPENDED", "Blocked", "DEACTIVATED"] {
        reseller.supplier.set_status(&iccid, status);
        assert_eq!(reseller.status(&iccid).await, status);
    }
    assert!(
        reseller.supplier.arrive(&iccid).is_err(),
        "a deactivated one meets no network"
    );
}

/// The code of the reply to `GET endpoint` about an eSIM or `POST endpoint` about an order; none
/// when nothing comes that can be read.
async fn code_of(reseller: &Reseller, endpoint: &str, iccid: &str, order: &str) -> Option<i64> {
    let http = reqwest::Client::builder()
        .timeout(Duration::from_millis(400))
        .build()
        .unwrap();
    let (kind, name) = endpoint.split_once(' ').unwrap();
    let room = if name.contains("topups") {
        "product"
    } else {
        "order"
    };
    let url = format!("{}/{room}/api/v1/{name}", reseller.supplier.url());
    let request = if kind == "GET" {
        http.get(format!("{url}?iccid={iccid}"))
    } else {
        http.post(url).json(&json!({ "order_id": order }))
    };
    let sent = request.bearer_auth(&reseller.token).send().await.ok()?;
    sent.json::<Value>().await.ok()?["code"].as_i64()
}

#[tokio::test]
async fn trouble_can_befall_every_endpoint_about_an_esim() {
    let reseller = Reseller::new().await;
    let (iccid, order) = reseller.sold("k").await;
    let ask = async |endpoint: &str| code_of(&reseller, endpoint, &iccid, &order).await;
    let before = [
        "GET get_esim_orders",
        "GET get_esim_status",
        "GET get_available_topups",
        "POST activate_subscription",
    ];
    for endpoint in before {
        let name = endpoint.split_once(' ').unwrap().1;
        let hang = Fault::Hang(Duration::from_secs(5));
        for fault in [
            hang,
            Fault::Status {
                status: 500,
                body: "oops".into(),
            },
            Fault::SellThenBreak(Break::Cut(20)),
        ] {
            reseller
                .supplier
                .faults
                .push(Rule::once(name, fault.clone()));
            assert_eq!(ask(endpoint).await, None, "{name} {fault:?}");
        }
        reseller
            .supplier
            .faults
            .push(Rule::once(name, Fault::Delay(Duration::from_millis(50))));
        let again = if name == "activate_subscription" {
            codes::NOT_ELIGIBLE
        } else {
            0
        };
        assert_eq!(ask(endpoint).await, Some(again), "{name}");
    }
    assert_eq!(
        reseller.packages(&iccid).await,
        ["ACTIVE"],
        "it was started, though the reply was cut"
    );
    reseller.supplier.faults.push(Rule::once(
        "terminate_subscription",
        Fault::SellThenBreak(Break::Reset),
    ));
    assert_eq!(ask("POST terminate_subscription").await, None);
    assert_eq!(reseller.packages(&iccid).await, ["TERMINATED"]);
}
