//! Real processes that die: at each step of the story, before and after each commit, and by `kill
//! -9` in the middle of a call. Started again, every order comes to rest, once.

use std::process::Stdio;
use std::time::Duration;

use sandbox::faults::{Break, Fault, Hold, Rule};
use sandbox::{Sandbox, SandboxOptions};
use serde_json::Value;
use tokio::process::{Child, Command};
use tokio::time::Instant;

use crate::support::{BUYER, Browser, PLAN, PRICE, database};

const SHOP_TOML: &str = r##"
[shop]
name = "Layover"
support_email = "help@layover.example"
currency = "USD"
[supplier]
refused_codes = [40400]
low_balance_codes = [40200]
token_codes = [40100]
"##;

/// A world, a database, and a shop process that can be killed and started again.
pub struct Stage {
    pub sandbox: Sandbox,
    pub database: String,
    pub address: String,
    settings: tempfile::TempDir,
    shop: Option<Child>,
}

impl Stage {
    pub async fn set(fail_at: Option<&str>) -> Self {
        let address = format!("127.0.0.1:{}", port_for_long());
        let sandbox = Sandbox::start(SandboxOptions {
            shop_url: Some(format!("http://{address}")),
            ..SandboxOptions::default()
        })
        .await
        .unwrap();
        sandbox.supplier.keep_only(|p| p.id.ends_with("_JP"));
        let settings = tempfile::tempdir().unwrap();
        std::fs::write(settings.path().join("shop.toml"), SHOP_TOML).unwrap();
        let mut stage = Self {
            sandbox,
            database: database::fresh().await,
            address,
            settings,
            shop: None,
        };
        stage.start(fail_at).await;
        stage
    }

    /// Starts the shop, and waits until it is ready or dead.
    pub async fn start(&mut self, fail_at: Option<&str>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_esim-storefront"));
        let log = self.settings.path().join("log");
        let written = std::fs::File::create(&log).unwrap();
        command
            .arg("serve")
            .env_clear()
            .envs(self.sandbox.settings())
            .kill_on_drop(true)
            .stdout(Stdio::null())
            .stderr(written);
        command
            .env("DATABASE_URL", &self.database)
            .env("PUBLIC_URL", format!("http://{}", self.address))
            .env("LISTEN_ADDR", &self.address);
        command
            .env("MAIL_FROM", "Layover <esim@layover.example>")
            .env("SHOP_CONFIG", self.settings.path().join("shop.toml"));
        // Two dozen shops stand side by side on one server.
        command
            .env("RECONCILE_INTERVAL", "3s")
            .env("DATABASE_MAX_CONNECTIONS", "5");
        if let Some(step) = fail_at {
            command.env("FAIL_AT", step);
        }
        let mut shop = command.spawn().unwrap();
        let probe = reqwest::Client::new();
        let url = format!("http://{}/readyz", self.address);
        until("the shop is ready", async || {
            if let Some(ended) = shop.try_wait().unwrap() {
                panic!(
                    "the shop ended before it was ready ({ended}): {}",
                    std::fs::read_to_string(&log).unwrap_or_default()
                );
            }
            probe
                .get(&url)
                .send()
                .await
                .is_ok_and(|r| r.status().is_success())
        })
        .await;
        self.shop = Some(shop);
    }

    pub async fn dies(&mut self) {
        let mut shop = self.shop.take().unwrap();
        let ended = tokio::time::timeout(Duration::from_secs(180), shop.wait()).await;
        assert!(
            ended.is_ok(),
            "the process did not reach the step at which it dies"
        );
    }

    pub async fn kill(&mut self) {
        self.shop.take().unwrap().kill().await.unwrap();
    }

    pub fn browser(&self) -> Browser {
        Browser::new(&format!("http://{}", self.address))
    }

    /// Presses "pay"; none when the shop died of it.
    pub async fn press_pay(&self, browser: &mut Browser) -> Option<(String, String)> {
        let form = [
            ("product_id", PLAN),
            ("quantity", "1"),
            ("device_ok", "yes"),
        ];
        let request = browser
            .request(reqwest::Method::POST, "/checkout")
            .form(&form);
        let location = browser.try_send(request).await?.location?;
        let session = location.rsplit('/').next()?.to_owned();
        let shown = self
            .sandbox
            .stripe
            .sessions()
            .into_iter()
            .find(|s| s["id"] == session.as_str())?;
        let page = shown["success_url"]
            .as_str()?
            .split_once(&self.address)?
            .1
            .to_owned();
        Some((session, page))
    }

    pub async fn rests(&self, browser: &mut Browser, page: &str, state: &str) -> Value {
        let mut order = Value::Null;
        let seen = Instant::now();
        while seen.elapsed() < Duration::from_secs(180) {
            let request = browser
                .request(reqwest::Method::GET, page)
                .header("accept", "application/json");
            if let Some(answer) = browser.try_send(request).await {
                order = answer.json();
                if order["delivery_state"] == state {
                    return order;
                }
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("the order did not come to rest: {order}");
    }

    /// One key, one order at the supplier, each eSIM the buyer's; money kept once or sent back
    /// once.
    async fn once(&self, delivered: bool) {
        let supplier = &self.sandbox.supplier;
        assert!(
            supplier.keys_seen().len() <= 1,
            "the supplier saw two keys for one line"
        );
        assert_eq!(supplier.orders().len(), usize::from(delivered));
        let refunds = self.sandbox.stripe.refunds();
        assert_eq!(refunds.len(), usize::from(!delivered));
        assert!(refunds.iter().all(|r| r["amount"] == PRICE));
        until("the mail is there", async || self.endings_told() > 0).await;
    }

    /// Mails that tell how something ended. Who waits for more than a minute, as happens while a
    /// process is started again on a busy machine, is also told that.
    pub fn endings_told(&self) -> usize {
        self.sandbox
            .mailbox
            .messages_to(BUYER)
            .iter()
            .filter(|mail| !mail.subject.starts_with("Paid: "))
            .count()
    }
}

/// Looks again until it is so, for three minutes at most. A port that stays free while its shop is
/// dead: below those that the system gives to whoever asks for any.
fn port_for_long() -> u16 {
    static NEXT: std::sync::LazyLock<std::sync::atomic::AtomicU16> =
        std::sync::LazyLock::new(|| {
            std::sync::atomic::AtomicU16::new(rand::random_range(15_000..30_000))
        });
    loop {
        let port = 15_000 + NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % 17_000;
        if std::net::TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

pub async fn until(what: &str, mut done: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !done().await {
        assert!(
            began.elapsed() < Duration::from_secs(180),
            "waited in vain until {what}"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Buys while the shop dies at `step`, starts it again, and sees the order delivered or refunded
/// once.
async fn dies_at(step: &'static str, refused: bool) {
    let mut stage = Stage::set(Some(step)).await;
    if refused {
        stage.sandbox.supplier.faults.push(Rule::always(
            "create_order",
            Fault::Refuse {
                code: 40_400,
                message: "gone".into(),
            },
        ));
    }
    let mut sarah = stage.browser();
    let first = stage.press_pay(&mut sarah).await;
    if let Some((session, _)) = &first {
        stage.sandbox.stripe.pay(session, BUYER).unwrap();
    }
    stage.dies().await;
    stage.start(None).await;
    let page = match first {
        Some((_, page)) => page,
        None => {
            let (session, page) = stage.press_pay(&mut sarah).await.unwrap();
            stage.sandbox.stripe.pay(&session, BUYER).unwrap();
            page
        }
    };
    let state = if refused { "refunded" } else { "delivered" };
    let order = stage.rests(&mut sarah, &page, state).await;
    stage.once(!refused).await;
    if !refused {
        assert_eq!(
            order["lines"][0]["activation_code"],
            stage.sandbox.supplier.esims()[0].esim_qr,
            "died at {step}"
        );
    }
    let mails = stage.endings_told();
    // A mail that was sent and not written down is sent again, with the same content and id: the
    // only thing that may come twice.
    assert!(
        mails == 1 || step == "after_mail",
        "{mails} mails after dying at {step}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_step_of_buying_every_order_is_delivered_once() {
    let steps = [
        "before_session",
        "after_session",
        "before_intake_commit",
        "after_intake_commit",
        // Between a commit and the word that there is something to do.
        "before_ring",
        "before_capture_commit",
        "after_capture_commit",
        "before_create_order",
        "after_create_order",
        "before_result_commit",
        "after_result_commit",
        "before_mail",
        "after_mail",
    ];
    at_each(&steps, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_step_of_refunding_every_order_is_refunded_once() {
    at_each(
        &["before_refund", "after_refund", "after_refund_commit"],
        true,
    )
    .await;
}

/// Side by side: what takes time is waiting for a dead process's lease to end.
async fn at_each(steps: &[&'static str], refused: bool) {
    futures_util::future::join_all(steps.iter().map(|step| dies_at(step, refused))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_the_supplier_is_selling_the_esim_is_still_bought_once() {
    let mut stage = Stage::set(None).await;
    let hold = Hold::default();
    stage.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::Hold(hold.clone())),
    ));
    let mut sarah = stage.browser();
    let (session, page) = stage.press_pay(&mut sarah).await.unwrap();
    stage.sandbox.stripe.pay(&session, BUYER).unwrap();
    hold.reached().await;
    stage.kill().await;
    hold.release();
    stage.start(None).await;
    stage.rests(&mut sarah, &page, "delivered").await;
    stage.once(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_stripe_is_refunding_the_money_goes_back_once() {
    let mut stage = Stage::set(None).await;
    let hold = Hold::default();
    stage.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    stage.sandbox.stripe.faults.push(
        Rule::once(
            "/v1/refunds",
            Fault::SellThenBreak(Break::Hold(hold.clone())),
        )
        .method("POST"),
    );
    let mut sarah = stage.browser();
    let (session, page) = stage.press_pay(&mut sarah).await.unwrap();
    stage.sandbox.stripe.pay(&session, BUYER).unwrap();
    hold.reached().await;
    stage.kill().await;
    hold.release();
    stage.start(None).await;
    stage.rests(&mut sarah, &page, "refunded").await;
    stage.once(false).await;
}
