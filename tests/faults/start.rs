//! What can befall a start by hand: it is started once, or it is left to the network; never both
//! started and given back.

use chrono::TimeDelta;
use sandbox::esimfx::SubscriptionStatus;
use sandbox::faults::{Break, Fault, Rule};

use crate::support::PRICE;
use crate::support::living::Sold;

const START: &str = "activate_subscription";

impl Sold {
    async fn start_path(&self) -> String {
        self.give_back_path(&self.bought.order_id)
            .await
            .replace("/give-back", "/start")
    }

    async fn press_start(&mut self) -> u16 {
        let path = self.start_path().await;
        self.sarah.post(&path, &[]).await.status
    }

    fn status(&self) -> SubscriptionStatus {
        self.shop.sandbox.supplier.orders()[0].status
    }
}

/// Started once, whatever befell the call; it left `calls` times.
async fn started_through(rules: Vec<Rule>, calls: usize) {
    let mut sold = Sold::one().await;
    for rule in rules {
        sold.shop.sandbox.supplier.faults.push(rule);
    }
    for _ in 0..2 {
        assert_eq!(sold.press_start().await, 303);
    }
    sold.shop.rest(TimeDelta::minutes(50)).await;
    assert_eq!(sold.status(), SubscriptionStatus::Active);
    assert_eq!(sold.shop.sandbox.supplier.calls(START).len(), calls);
    assert_eq!(
        sold.shop.one::<String>("select state from starts").await,
        "started"
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from order_events where event = 'started_by_hand'")
            .await,
        1
    );
    assert_eq!(
        sold.sarah
            .post(
                &sold.give_back_path(&sold.bought.order_id).await,
                &[("back_minor", &PRICE.to_string())]
            )
            .await
            .status,
        422
    );
    sold.shop.rest_long().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn a_start_whose_answer_was_lost_is_read_back_and_not_asked_for_again() {
    for broken in [
        Break::Reset,
        Break::Cut(20),
        Break::Status {
            status: 502,
            body: "<html>".into(),
        },
    ] {
        started_through(vec![Rule::once(START, Fault::SellThenBreak(broken))], 1).await;
    }
}

#[tokio::test]
async fn trouble_before_the_start_is_asked_again() {
    started_through(
        vec![
            Rule::once(
                START,
                Fault::Status {
                    status: 500,
                    body: "oops".into(),
                },
            )
            .times(3),
        ],
        4,
    )
    .await;
}

#[tokio::test]
async fn what_the_supplier_does_not_start_within_the_hour_is_left_to_the_network() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        START,
        Fault::Refuse {
            code: 77_777,
            message: "not now".into(),
        },
    ));
    assert_eq!(sold.press_start().await, 303);
    sold.shop.rest_long().await;
    assert_eq!(
        (
            sold.status(),
            sold.shop
                .one::<String>("select state from starts")
                .await
                .as_str()
        ),
        (SubscriptionStatus::Pending, "kept")
    );
    sold.shop.sandbox.supplier.faults.clear();
    assert_eq!(
        sold.press_give_back(PRICE).await.status,
        303,
        "what was not started can be given back"
    );
    sold.shop.rest_long().await;
    assert_eq!(
        (sold.status(), sold.shop.sent_back()),
        (SubscriptionStatus::Terminated, vec![PRICE])
    );
    sold.shop.close().await;
}

/// Both presses have read that the package is free, and wait for the order's lock, when the first
/// of them is let in.
#[tokio::test]
async fn pressed_at_once_a_package_is_either_started_or_given_back() {
    for first in ["start", "give-back"] {
        let sold = Sold::one().await;
        let give_back = sold.give_back_path(&sold.bought.order_id).await;
        let second = if first == "start" {
            "give-back"
        } else {
            "start"
        };
        let mut lock = sold.shop.app.db.begin().await.unwrap();
        sqlx::query("select from orders for no key update")
            .execute(&mut *lock)
            .await
            .unwrap();
        let mut presses = Vec::new();
        for (waiting, button) in [first, second].into_iter().enumerate() {
            let mut tab = sold.shop.browser();
            tab.cookies = sold.sarah.cookies.clone();
            let path = give_back.replace("give-back", button);
            presses.push(tokio::spawn(async move {
                tab.post(&path, &[("back_minor", &PRICE.to_string())])
                    .await
                    .status
            }));
            blocked(&sold, waiting + 1).await;
        }
        lock.rollback().await.unwrap();
        let pressed: Vec<u16> = futures_util::future::join_all(presses)
            .await
            .into_iter()
            .map(Result::unwrap)
            .collect();
        assert_eq!(pressed, [303, 422], "{first} was first");
        sold.shop.rest_long().await;
        let asked = "select (select count(*) from starts) + (select count(*) from cancellations)";
        assert_eq!(sold.shop.one::<i64>(asked).await, 1, "{first} was first");
        let back = if first == "start" {
            Vec::new()
        } else {
            vec![PRICE]
        };
        assert_eq!(
            (
                sold.status() == SubscriptionStatus::Active,
                sold.shop.sent_back()
            ),
            (first == "start", back)
        );
        sold.shop.close().await;
    }
}

/// Waits until so many wait for a lock in this shop's database.
async fn blocked(sold: &Sold, many: usize) {
    let waiting = "select count(*) from pg_stat_activity where datname = current_database()
                   and wait_event_type = 'Lock'";
    while sold.shop.one::<i64>(waiting).await < i64::try_from(many).unwrap() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
