//! The process dies while an eSIM is topped up, started or given back: at each step, before and
//! after each commit. Started again, the data is there once, or the money went back once.

use reqwest::Method;
use sandbox::esimfx::SubscriptionStatus;

use super::killed::{Stage, until};
use crate::support::living::TOPUP;
use crate::support::{BUYER, Browser, PRICE};

/// A traveller whose eSIM is delivered and told of, and a shop that dies when it reaches `step`.
struct Living {
    stage: Stage,
    sarah: Browser,
    page: String,
    esim: String,
    line: String,
}

impl Living {
    async fn until_it_dies_at(step: &str) -> Self {
        let mut stage = Stage::set(None).await;
        let mut sarah = stage.browser();
        let (session, page) = stage.press_pay(&mut sarah).await.unwrap();
        stage.sandbox.stripe.pay(&session, BUYER).unwrap();
        stage.rests(&mut sarah, &page, "delivered").await;
        let db = esim_storefront::db::schema::connect(&stage.database.clone().into(), 1)
            .await
            .unwrap();
        // Sent and written down: else it would be sent once more after the kill.
        let sql = "select bool_and(state = 'sent')
                   and not exists (select from jobs where kind = 'mail') from mails";
        let told = async || {
            sqlx::query_scalar::<_, Option<bool>>(sql)
                .fetch_one(&db)
                .await
                .unwrap()
                == Some(true)
        };
        until("the first mail is written down", told).await;
        stage.kill().await;
        stage.start(Some(step)).await;
        let (esim, line): (String, String) =
            sqlx::query_as("select id::text, line_id::text from esims")
                .fetch_one(&db)
                .await
                .unwrap();
        db.close().await;
        Self {
            stage,
            sarah,
            page,
            esim,
            line,
        }
    }

    /// Sends a form; where it leads, none when the shop died of it.
    async fn press(&mut self, path: &str, form: &[(&str, &str)]) -> Option<String> {
        let request = self.sarah.request(Method::POST, path).form(form);
        self.sarah.try_send(request).await?.location
    }

    async fn press_top_up(&mut self) -> Option<(String, String)> {
        let path = format!("/my-esims/{}/top-up", self.esim);
        let price = self.topup_price().await;
        let location = self
            .press(&path, &[("product_id", TOPUP), ("price_minor", &price)])
            .await?;
        let id = location.rsplit('/').next()?.to_owned();
        let session = self
            .stage
            .sandbox
            .stripe
            .sessions()
            .into_iter()
            .find(|s| s["id"] == id.as_str())?;
        let page = session["success_url"]
            .as_str()?
            .split_once(&self.stage.address)?
            .1
            .to_owned();
        Some((id, page))
    }

    async fn topup_price(&mut self) -> String {
        let page = self
            .sarah
            .get(&format!("/my-esims/{}/top-up", self.esim))
            .await;
        let at = page
            .attributes("input[name=product_id]", "value")
            .iter()
            .position(|id| id == TOPUP)
            .unwrap();
        page.attributes("input[name=price_minor]", "value")
            .remove(at)
    }

    async fn press_start(&mut self) -> Option<String> {
        let path = format!("/my-esims/{}/packages/{}/start", self.esim, self.line);
        self.press(&path, &[]).await
    }

    async fn press_give_back(&mut self) -> Option<String> {
        let path = format!("/my-esims/{}/packages/{}/give-back", self.esim, self.line);
        self.press(&path, &[("back_minor", &PRICE.to_string())])
            .await
    }
}

async fn dies_while_topping_up(step: &'static str) {
    let mut living = Living::until_it_dies_at(step).await;
    let first = living.press_top_up().await;
    if let Some((session, _)) = &first {
        living.stage.sandbox.stripe.pay(session, BUYER).unwrap();
    }
    living.stage.dies().await;
    living.stage.start(None).await;
    let page = match first {
        Some((_, page)) => page,
        None => {
            let (session, page) = living.press_top_up().await.unwrap();
            living.stage.sandbox.stripe.pay(&session, BUYER).unwrap();
            page
        }
    };
    living
        .stage
        .rests(&mut living.sarah, &page, "delivered")
        .await;
    let sandbox = &living.stage.sandbox;
    let sold: Vec<String> = sandbox
        .supplier
        .orders()
        .into_iter()
        .map(|order| order.operation)
        .collect();
    assert_eq!(sold, ["NEW", "TOPUP"], "died at {step}");
    assert_eq!(
        (
            sandbox.supplier.keys_seen().len(),
            sandbox.supplier.esims().len()
        ),
        (2, 1),
        "died at {step}"
    );
    assert!(sandbox.stripe.refunds().is_empty(), "died at {step}");
    until("the second mail is there", async || {
        living.stage.endings_told() == 2
    })
    .await;
}

async fn dies_while_giving_back(step: &'static str) {
    let mut living = Living::until_it_dies_at(step).await;
    let pressed = living.press_give_back().await;
    living.stage.dies().await;
    living.stage.start(None).await;
    if pressed.is_none() {
        assert!(living.press_give_back().await.is_some(), "died at {step}");
    }
    living
        .stage
        .rests(&mut living.sarah, &living.page, "refunded")
        .await;
    let sandbox = &living.stage.sandbox;
    let orders = sandbox.supplier.orders();
    assert_eq!(
        (orders.len(), orders[0].status),
        (1, SubscriptionStatus::Terminated),
        "died at {step}"
    );
    let back: Vec<i64> = sandbox
        .stripe
        .refunds()
        .iter()
        .map(|r| r["amount"].as_i64().unwrap())
        .collect();
    assert_eq!(back, [PRICE], "died at {step}");
    until("the refund is told", async || {
        living.stage.endings_told() == 2
    })
    .await;
}

async fn dies_while_starting(step: &'static str) {
    let mut living = Living::until_it_dies_at(step).await;
    assert!(living.press_start().await.is_some());
    living.stage.dies().await;
    living.stage.start(None).await;
    let path = format!("/my-esims/{}/packages/{}/start", living.esim, living.line);
    let (sarah, sandbox) = (&mut living.sarah, &living.stage.sandbox);
    until("it has started", async || {
        sarah.get(&path).await.words().contains("It has started")
    })
    .await;
    assert_eq!(
        sandbox.supplier.orders()[0].status,
        SubscriptionStatus::Active,
        "died at {step}"
    );
    assert_eq!(
        sandbox.supplier.calls("activate_subscription").len(),
        1,
        "died at {step}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_either_side_of_a_start_by_hand_it_is_started_once() {
    futures_util::future::join_all(["before_start", "after_start"].map(dies_while_starting)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_step_of_a_top_up_it_is_added_once() {
    let steps = [
        "before_session",
        "after_session",
        "before_capture_commit",
        "after_capture_commit",
        "before_create_order",
        "after_create_order",
        "before_result_commit",
        "after_result_commit",
    ];
    futures_util::future::join_all(steps.map(dies_while_topping_up)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_step_of_giving_back_it_is_ended_once_and_paid_back_once() {
    let steps = [
        "before_promise_commit",
        "after_promise_commit",
        "before_terminate",
        "after_terminate",
        "before_given_back_commit",
        "after_given_back_commit",
        "before_refund",
        "after_refund",
        "after_refund_commit",
    ];
    futures_util::future::join_all(steps.map(dies_while_giving_back)).await;
}
