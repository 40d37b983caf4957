//! A shop of its own for each test: a fresh database, a sandbox, the real router, the real jobs.
//! Nothing here sleeps for an outcome.
#![expect(dead_code, reason = "each suite uses its own part")]

pub mod browser;
pub mod camera;
pub mod database;
pub mod living;
pub mod logs;
mod world_agrees;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use esim_storefront::app::App;
use esim_storefront::config::Config;
use esim_storefront::serve::connections::{self, Limits};
use esim_storefront::{ops, serve, web, worker};
use sandbox::{Sandbox, SandboxOptions};
use secrecy::ExposeSecret;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

pub use browser::Browser;

/// The plan that most tests buy.
pub const PLAN: &str = "esimfx_10G_7D_JP";
/// What it costs in the test shop, in cents: 12 dollars and a fifth.
pub const PRICE: i64 = 1440;
/// A dispute holds every order.
pub const HOLD: &str = "insert into holds (order_id, reason, why, source, opened_at)
                        select id, 'dispute', 'disputed', 'a test', now() from orders";
/// It is over.
pub const RELEASE: &str =
    "update holds set ended_at = now(), ended_by = 'a test' where ended_at is null";
/// Who buys it.
pub const BUYER: &str = "sarah@traveller.example";

const SHOP_TOML: &str = r##"
[shop]
name = "Layover"
support_email = "help@layover.example"
currency = "USD"
[pricing]
markup_percent = 20
minimum_margin = "1.00"
round_to = "0.10"
[supplier]
refused_codes = [40400, 40900]
low_balance_codes = [40200]
token_codes = [40100]
"##;

/// A shop with its world.
pub struct Shop {
    pub app: App,
    pub sandbox: Sandbox,
    pub url: String,
    stop: CancellationToken,
    _settings: tempfile::TempDir,
}

static STRICT_BOOKS: AtomicUsize = AtomicUsize::new(0);

impl Shop {
    /// A shop with three plans on its shelf, open on a port of its own; its jobs run only when a
    /// test says so.
    pub async fn open() -> Self {
        Self::open_with("").await
    }

    /// The same with more of `shop.toml`.
    pub async fn open_with(more_toml: &str) -> Self {
        Self::open_as(more_toml, |_| {}).await
    }

    /// The same with other settings.
    pub async fn open_as(more_toml: &str, change: impl FnOnce(&mut Config)) -> Self {
        Self::open_from(&format!("{SHOP_TOML}{more_toml}"), change).await
    }

    /// The same in this currency, with these lines of `[pricing]` instead of its own.
    pub async fn open_priced(currency: &str, pricing: &str) -> Self {
        let own = "markup_percent = 20\nminimum_margin = \"1.00\"\nround_to = \"0.10\"\n";
        let toml = SHOP_TOML
            .replace("currency = \"USD\"", &format!("currency = \"{currency}\""))
            .replace(own, pricing);
        assert!(
            toml.contains(pricing),
            "the shop's own lines of [pricing] are not {own}"
        );
        Self::open_from(&toml, |_| {}).await
    }

    async fn open_from(shop_toml: &str, change: impl FnOnce(&mut Config)) -> Self {
        logs::capture();
        let database = database::fresh().await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let sandbox = Sandbox::start(SandboxOptions {
            shop_url: Some(url.clone()),
            ..SandboxOptions::default()
        })
        .await
        .unwrap();
        sandbox.supplier.keep_only(|p| {
            p.id.ends_with("_JP") || p.id == "esimfx_5G_30D_EU" || p.id == "esimfx_1G_7D_AT"
        });
        let settings = tempfile::tempdir().unwrap();
        let toml = settings.path().join("shop.toml");
        std::fs::write(&toml, shop_toml).unwrap();
        let mut config = config(&sandbox, &database, &url, toml.to_str().unwrap());
        change(&mut config);
        let stop = CancellationToken::new();
        let app = serve::open(config, &stop).await.unwrap();
        esim_storefront::flows::sync::sync_catalogue(&app.db, &app.supplier, app.clock.now())
            .await
            .unwrap();
        app.catalogue
            .refresh(&app.db, app.clock.now())
            .await
            .unwrap();
        tokio::spawn(connections::serve(
            listener,
            web::router(app.clone()),
            Limits::of(1_024),
            stop.clone(),
        ));
        tokio::spawn(app.live.clone().run(app.db.clone()));
        Self {
            app,
            sandbox,
            url,
            stop,
            _settings: settings,
        }
    }

    /// Another process of this shop, on the same database, with other settings.
    pub async fn beside(&self, change: impl FnOnce(&mut Config)) -> App {
        let mut config = (*self.app.config).clone();
        change(&mut config);
        serve::open(config, &self.stop).await.unwrap()
    }

    /// Opens such a process on a port of its own; its address.
    pub async fn serve(&self, app: App) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(connections::serve(
            listener,
            web::router(app),
            Limits::of(1_024),
            self.stop.clone(),
        ));
        url
    }

    /// The same with Stripe's live key.
    pub async fn gone_live(&self) -> App {
        self.beside(|config| config.stripe.secret_key = "sk_live_of_this_shop".into())
            .await
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// Lets every webhook arrive and every due job run, until nothing is left to do now.
    pub async fn settle(&self) {
        loop {
            self.sandbox.stripe.quiet().await;
            self.sandbox.supplier.quiet().await;
            if worker::drain(&self.app).await.unwrap() == 0 {
                return;
            }
        }
    }

    /// Its workers begin, as in a shop that is open; a test that uses them waits for what it can
    /// see.
    pub fn begin_work(&self) -> Work {
        let stop = CancellationToken::new();
        let task = tokio::spawn(worker::run(self.app.clone(), stop.clone()));
        Work { stop, task }
    }

    /// Time passes for the shop and for the world.
    pub fn pass(&self, by: TimeDelta) {
        self.app.clock.advance(by);
        self.sandbox
            .clock
            .advance(by.to_std().unwrap_or(Duration::ZERO));
    }

    /// Settles, and goes on in time from job to job until all is at rest or `within` has passed.
    pub async fn rest(&self, within: TimeDelta) {
        let end = self.app.clock.now() + within;
        loop {
            self.settle().await;
            let due: Option<chrono::DateTime<chrono::Utc>> = sqlx::query_scalar(
                "select min(run_at) from jobs
                 where kind not in ('sync_catalogue', 'reconcile', 'remind', 'clean_up', 'watch')",
            )
            .fetch_one(&self.app.db)
            .await
            .unwrap();
            match due {
                Some(at) if at <= end => self.pass(
                    (at - self.app.clock.now()).max(TimeDelta::zero()) + TimeDelta::milliseconds(1),
                ),
                _ => return,
            }
        }
    }

    /// Buys `quantity` of a plan and pays, as far as Stripe's page goes. The order's page is the
    /// answer.
    pub async fn buy(&self, browser: &mut Browser, product_id: &str, quantity: u32) -> Bought {
        let bought = self.check_out(browser, product_id, quantity).await;
        self.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
        bought
    }

    /// Buys, but does not pay yet.
    pub async fn check_out(
        &self,
        browser: &mut Browser,
        product_id: &str,
        quantity: u32,
    ) -> Bought {
        let quantity = quantity.to_string();
        let form = [
            ("product_id", product_id),
            ("quantity", quantity.as_str()),
            ("device_ok", "yes"),
        ];
        let answer = browser.post("/checkout", &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let address = answer.location.unwrap();
        let session_id = address.rsplit('/').next().unwrap().to_owned();
        let session = self.session(&session_id);
        let page = session["success_url"]
            .as_str()
            .unwrap()
            .strip_prefix(&self.url)
            .unwrap()
            .to_owned();
        Bought {
            order_id: session["client_reference_id"].as_str().unwrap().to_owned(),
            session_id,
            page,
        }
    }

    /// A session as Stripe's API shows it.
    pub fn session(&self, id: &str) -> Value {
        self.sandbox
            .stripe
            .sessions()
            .into_iter()
            .find(|s| s["id"] == id)
            .unwrap()
    }

    /// One value of one query.
    pub async fn one<T>(&self, sql: &'static str) -> T
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    {
        sqlx::query_scalar(sql)
            .fetch_one(&self.app.db)
            .await
            .unwrap()
    }

    /// Runs a statement.
    pub async fn run(&self, sql: &'static str) {
        sqlx::raw_sql(sql).execute(&self.app.db).await.unwrap();
    }

    /// Closes clean: no job left, our books agree with themselves, with Stripe's and with the
    /// supplier's, and no secret was logged.
    pub async fn close(self) {
        let jobs: Vec<String> = sqlx::query_scalar(
            "select kind || ' ' || subject || coalesce(': ' || last_error, '') from jobs
             where kind not in ('sync_catalogue', 'reconcile', 'remind', 'clean_up', 'watch')
             and not (kind = 'order'
               and exists (select from orders where id::text = subject
               and payment_state = 'awaiting_payment'))",
        )
        .fetch_all(&self.app.db)
        .await
        .unwrap();
        assert_eq!(jobs, Vec::<String>::new(), "jobs are left");
        assert_eq!(
            ops::books::find(&self.app).await.unwrap(),
            Vec::<String>::new(),
            "the books do not agree"
        );
        self.world_agrees().await;
        self.nothing_leaked();
        STRICT_BOOKS.fetch_add(1, Ordering::Relaxed);
        self.stop.cancel();
    }
}

/// Workers that run beside a test.
pub struct Work {
    stop: CancellationToken,
    task: tokio::task::JoinHandle<()>,
}

impl Work {
    /// They finish what they are doing, and end.
    pub async fn end(self) {
        self.stop.cancel();
        self.task.await.unwrap();
    }
}

/// Waits until something can be seen, for as long as a slow machine may need.
pub async fn seen(what: &str, mut is: impl AsyncFnMut() -> bool) {
    let since = tokio::time::Instant::now();
    while !is().await {
        assert!(
            since.elapsed() < Duration::from_secs(90),
            "not seen: {what}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What [`Shop::buy`] led to.
#[derive(Debug, Clone)]
pub struct Bought {
    pub order_id: String,
    pub session_id: String,
    /// The order page's path.
    pub page: String,
}

/// The settings of a test shop.
pub fn config(sandbox: &Sandbox, database: &str, url: &str, toml: &str) -> Config {
    let mut settings = sandbox.settings();
    settings.extend([
        ("DATABASE_URL", database.to_owned()),
        ("PUBLIC_URL", url.to_owned()),
        ("MAIL_FROM", "Layover <esim@layover.example>".to_owned()),
        ("SHOP_CONFIG", toml.to_owned()),
    ]);
    Config::read(&|name| {
        settings
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| v.clone())
    })
    .unwrap()
}

/// An operator sends back a whole order; what was not used stays usable. How many lines go back.
pub async fn refund(app: &App, order_id: uuid::Uuid, reason: &str, who: &str) -> usize {
    use esim_storefront::flows::refund_order::{Ask, carry_out, plan};
    let ask = Ask {
        keep_esim: true,
        reason: reason.to_owned(),
        ..Ask::default()
    };
    let plan = plan(app, order_id, &ask).await.unwrap();
    carry_out(app, &plan, who).await.unwrap();
    plan.lines.len()
}
