//! What can befall a package that is given back: ended once, paid back once, exactly what the page
//! promised; or kept, and nothing moves.

use crate::support::living::Sold;
use crate::support::{BUYER, PRICE};
use chrono::TimeDelta;
use sandbox::esimfx::{RefundWord, SubscriptionStatus};
use sandbox::faults::{Break, Fault, Rule};
use std::time::Duration;

const END: &str = "terminate_subscription";

impl Sold {
    pub fn ended(&self) -> Vec<bool> {
        self.shop
            .sandbox
            .supplier
            .orders()
            .iter()
            .map(|order| order.status == SubscriptionStatus::Terminated)
            .collect()
    }

    pub fn asked_to_end(&self) -> usize {
        self.shop.sandbox.supplier.calls(END).len()
    }

    pub async fn attention(&self) -> Option<String> {
        self.shop
            .one("select attention from orders order by created_at limit 1")
            .await
    }

    pub async fn decision(&self) -> String {
        self.shop.one("select state from cancellations").await
    }

    /// Nothing was ended and no money moved.
    async fn stays_as_before(self) {
        assert_eq!(self.shop.sent_back(), Vec::<i64>::new());
        assert_eq!(self.asked_to_end(), 0);
        assert_eq!(
            self.shop
                .one::<i64>("select count(*) from cancellations where state <> 'kept'")
                .await,
            0
        );
        assert_eq!(
            self.shop.one::<String>("select state from lines").await,
            "delivered"
        );
        self.shop.close().await;
    }

    /// Ended once, and exactly this sent back once.
    pub async fn comes_back(mut self, back: i64) {
        assert_eq!(self.ended(), [true]);
        assert_eq!(self.shop.sent_back(), [back]);
        assert_eq!(
            (
                self.decision().await.as_str(),
                self.shop
                    .one::<String>("select state from lines")
                    .await
                    .as_str()
            ),
            ("ended", "cancelled")
        );
        assert_eq!(
            self.sarah.get_json(&self.bought.page).await["delivery_state"],
            "refunded"
        );
        let mails = self.shop.sandbox.mailbox.messages_to(BUYER);
        assert_eq!(mails.len(), 2, "the refund is told once");
        let dollars = format!("${}.{:02}", back / 100, back % 100);
        assert!(mails[1].text.contains(&dollars), "{}", mails[1].text);
        self.shop.close().await;
    }
}

/// Given back while these befall the supplier's endpoint; a person is called only where nobody
/// knows whether the supplier pays.
async fn given_back_through(rules: Vec<Rule>, calls: usize, attention: Option<&str>) {
    let mut sold = Sold::one().await;
    for rule in rules {
        sold.shop.sandbox.supplier.faults.push(rule);
    }
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    sold.shop.rest_long().await;
    assert_eq!(sold.asked_to_end(), calls);
    let flagged = sold.attention().await;
    assert_eq!(flagged.is_some(), attention.is_some(), "{flagged:?}");
    assert!(
        flagged
            .unwrap_or_default()
            .contains(attention.unwrap_or_default())
    );
    sold.comes_back(PRICE).await;
}

#[tokio::test]
async fn an_unused_package_is_ended_and_paid_back() {
    given_back_through(Vec::new(), 1, None).await;
}

#[tokio::test]
async fn the_fee_is_kept_and_the_rest_goes_back() {
    let mut sold = Sold::with("[cancel]\nfee = \"1.50\"\n").await;
    assert_eq!(sold.press_give_back(PRICE - 150).await.status, 303);
    sold.shop.rest_long().await;
    assert_eq!(
        sold.shop
            .one::<i64>("select fee_minor from cancellations")
            .await,
        150
    );
    sold.comes_back(PRICE - 150).await;
}

#[tokio::test]
async fn a_double_click_in_two_tabs_gives_it_back_once() {
    let mut sold = Sold::one().await;
    let path = sold.give_back_path(&sold.bought.order_id).await;
    let tab = || {
        let mut tab = sold.shop.browser();
        tab.cookies = sold.sarah.cookies.clone();
        let path = path.clone();
        async move {
            tab.post(&path, &[("back_minor", &PRICE.to_string())])
                .await
                .status
        }
    };
    let pressed = futures_util::future::join_all((0..8).map(|_| tab())).await;
    assert_eq!(pressed, [303; 8]);
    // The job of one press runs on two workers, and once more after the end.
    let app = sold.shop.app.clone();
    let (one, two) = tokio::join!(
        esim_storefront::worker::drain(&app),
        esim_storefront::worker::drain(&app)
    );
    assert!(one.is_ok() && two.is_ok());
    sold.shop.settle().await;
    assert_eq!(
        sold.press_give_back(PRICE).await.status,
        303,
        "pressed again after the end, it shows how far it is"
    );
    sold.shop.rest_long().await;
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from order_events where event = 'give_back_asked'")
            .await,
        1
    );
    assert_eq!(sold.asked_to_end(), 1);
    sold.comes_back(PRICE).await;
}

#[tokio::test]
async fn a_supplier_that_gives_nothing_back_costs_the_shop_and_not_the_traveller() {
    for (word, said) in [
        (RefundWord::Always(false), "gives nothing back"),
        (RefundWord::Silent, "did not say"),
    ] {
        let mut sold = Sold::one().await;
        sold.shop.sandbox.supplier.set_refund_word(word);
        assert_eq!(sold.press_give_back(PRICE).await.status, 303);
        sold.shop.rest_long().await;
        assert!(sold.attention().await.unwrap().contains(said), "{word:?}");
        assert_eq!(
            sold.shop
                .one::<i64>("select count(*) from ops.stuck_orders")
                .await,
            1,
            "a person asks the supplier"
        );
        sold.comes_back(PRICE).await;
    }
}

#[tokio::test]
async fn an_end_whose_answer_was_lost_is_read_back_and_not_asked_for_again() {
    let bad_gateway = Break::Status {
        status: 502,
        body: "<html>".into(),
    };
    for broken in [
        Break::Reset,
        Break::Cut(30),
        Break::Malformed,
        bad_gateway,
        Break::MissingField("code".into()),
    ] {
        given_back_through(
            vec![Rule::once(END, Fault::SellThenBreak(broken))],
            1,
            Some("did not say"),
        )
        .await;
    }
}

#[tokio::test]
async fn silence_after_the_end_is_read_back() {
    given_back_through(
        vec![Rule::once(
            END,
            Fault::SellThenBreak(Break::Hang(Duration::from_secs(25))),
        )],
        1,
        Some("did not say"),
    )
    .await;
}

#[tokio::test]
async fn trouble_before_the_end_is_asked_again() {
    given_back_through(
        vec![
            Rule::once(
                END,
                Fault::Status {
                    status: 500,
                    body: "oops".into(),
                },
            )
            .times(3),
        ],
        4,
        None,
    )
    .await;
    given_back_through(vec![Rule::once(END, Fault::Reset).times(2)], 3, None).await;
    given_back_through(
        vec![
            Rule::once(
                "get_order",
                Fault::Status {
                    status: 503,
                    body: String::new(),
                },
            )
            .times(3),
        ],
        1,
        None,
    )
    .await;
    given_back_through(vec![Rule::once(END, Fault::TokenExpired)], 2, None).await;
}

#[tokio::test]
async fn a_supplier_that_refuses_for_a_day_calls_a_person_and_the_promise_stands() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        END,
        Fault::Refuse {
            code: 40_400,
            message: "not now".into(),
        },
    ));
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    sold.shop.rest(TimeDelta::hours(20)).await;
    assert_eq!(
        (sold.attention().await, sold.shop.sent_back()),
        (None, Vec::new())
    );
    sold.shop.rest(TimeDelta::hours(6)).await;
    assert!(
        sold.attention()
            .await
            .unwrap()
            .contains("does not say whether it has ended")
    );
    assert_eq!(
        (sold.decision().await.as_str(), sold.shop.sent_back()),
        ("asked", Vec::new()),
        "no money for what has not ended"
    );
    sold.shop.sandbox.supplier.faults.clear();
    sold.shop.rest(TimeDelta::hours(2)).await;
    sold.comes_back(PRICE).await;
}

#[tokio::test]
async fn what_was_started_between_the_page_and_the_press_is_kept() {
    let mut sold = Sold::one().await;
    let path = sold.give_back_path(&sold.bought.order_id).await;
    assert!(sold.sarah.get(&path).await.words().contains("$14.40"));
    sold.shop.sandbox.supplier.lose_webhooks(true);
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    let pressed = sold.press_give_back(PRICE).await;
    assert_eq!(pressed.status, 422);
    assert!(
        pressed.words().contains("It has already started"),
        "{}",
        pressed.words()
    );
    sold.shop.rest_long().await;
    sold.stays_as_before().await;
}

#[tokio::test]
async fn what_was_started_between_the_press_and_the_end_is_kept_and_told() {
    let mut sold = Sold::one().await;
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    sold.shop.sandbox.supplier.lose_webhooks(true);
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    sold.shop.rest_long().await;
    assert_eq!(
        (
            sold.decision().await.as_str(),
            sold.shop.mails_of("not_given_back").await
        ),
        ("kept", 1)
    );
    let path = sold.give_back_path(&sold.bought.order_id).await;
    assert!(
        sold.sarah
            .get(&path)
            .await
            .words()
            .contains("It wasn’t cancelled")
    );
    assert_eq!(
        sold.press_give_back(PRICE).await.status,
        303,
        "asked again, it says so again"
    );
    sold.shop.rest_long().await;
    sold.stays_as_before().await;
}

#[tokio::test]
async fn another_amount_than_the_page_showed_is_not_promised() {
    let mut sold = Sold::one().await;
    for shown in [PRICE - 1, PRICE + 1, 0, -1] {
        let pressed = sold.press_give_back(shown).await;
        assert_eq!(pressed.status, 422, "{shown}");
        assert!(pressed.words().contains("$14.40"), "{}", pressed.words());
    }
    sold.shop.rest_long().await;
    sold.stays_as_before().await;
}

#[tokio::test]
async fn a_silent_supplier_promises_nothing() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        "get_esim_orders",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let pressed = sold.press_give_back(PRICE).await;
    assert_eq!(pressed.status, 503);
    assert!(
        pressed.words().contains("Nothing has been cancelled"),
        "{}",
        pressed.words()
    );
    sold.shop.sandbox.supplier.faults.clear();
    sold.shop.rest_long().await;
    sold.stays_as_before().await;
}

#[tokio::test]
async fn what_the_owner_does_not_take_back_stays_delivered() {
    for (toml, days, why) in [
        (
            "[cancel]\nallowed = false\n",
            0,
            "doesn’t cancel plans after delivery",
        ),
        ("[cancel]\nwindow_days = 30\n", 31, "has passed"),
        ("[cancel]\nfee = \"14.40\"\n", 0, "nothing to refund"),
    ] {
        let mut sold = Sold::with(toml).await;
        sold.shop.pass(TimeDelta::days(days));
        let pressed = sold.press_give_back(PRICE).await;
        assert_eq!(pressed.status, 422);
        assert!(pressed.words().contains(why), "{}", pressed.words());
        sold.shop.rest_long().await;
        sold.stays_as_before().await;
    }
}
