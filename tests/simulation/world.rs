//! A shop with two workers and its world, whose clocks stand unless the simulation moves them; and
//! an older copy of its database.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::job::Job;
use esim_storefront::app::App;
use esim_storefront::flows::{alerts, reconcile, recovery, sync};
use esim_storefront::{db, serve, web, worker};
use sandbox::esimfx::SupplierOptions;
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::{Delivery, StripeOptions};
use sandbox::{Clock, Sandbox, SandboxOptions};
use sqlx::{Connection, Executor, PgConnection};
use tokio_util::sync::CancellationToken;

use crate::support::{config, database};

const SHOP_TOML: &str = r#"
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
[limits]
checkouts_per_minute = 1000
"#;

/// When every simulation begins: long ago, so that what the views call late is late.
const BEGIN: &str = "2026-01-05T08:00:00Z";

/// What trouble a payment is in, and since when.
#[derive(Debug, Clone, Copy)]
pub struct Contest {
    pub since: DateTime<Utc>,
    pub step: usize,
}

pub struct World {
    pub a: App,
    pub b: App,
    pub sandbox: Sandbox,
    database: String,
    backup: Option<String>,
    stop: CancellationToken,
    _settings: tempfile::TempDir,
    pub log: Vec<String>,
    pub faults: Vec<String>,
    pub step: usize,
    /// Events that have happened and were not delivered, by id.
    pub mailbag: Vec<String>,
    events_seen: usize,
    /// Which order each supplier's key belongs to, restored backups aside.
    pub keys: HashMap<String, String>,
    pub calls_seen: usize,
    pub first_call: HashMap<String, DateTime<Utc>>,
    /// Payments that are contested or gone back.
    pub contested: HashMap<String, Contest>,
    /// How far the shop's clocks were ever set back.
    pub set_back: TimeDelta,
    /// Orders that a person let go.
    pub released: HashSet<String>,
    /// When a backup was put back, if ever.
    pub restored: bool,
    /// Keys that sold before a backup was put back.
    pub forgotten: HashSet<String>,
    /// Orders at the supplier that were cancelled or ended by the shop, and delivered in a backup
    /// of before: why they ended, only a person knows.
    pub ended: HashSet<String>,
    /// Where the gap begins that is being read.
    pub recovering: Option<DateTime<Utc>>,
    /// Payments of which trouble was heard and handled before this step; `true` of fraud.
    pub heard: HashMap<String, bool>,
    /// Whether the key ever lacked a right.
    pub rights_lost: bool,
    /// Whether the supplier fails at whatever is to be ended, for days.
    pub nothing_ends: bool,
}

impl World {
    pub async fn open(seed: u64) -> Self {
        if std::env::var("SIM_TRACE").is_ok() {
            let _ = tracing_subscriber::fmt()
                .with_env_filter("esim_storefront=info")
                .try_init();
        }
        let address = database::fresh().await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let begin: DateTime<Utc> = BEGIN.parse().unwrap();
        let clock = Clock::default();
        clock.stop(begin);
        let stripe = StripeOptions {
            webhook_tries: 1,
            ..StripeOptions::default()
        };
        let options = SandboxOptions {
            shop_url: Some(url.clone()),
            stripe,
            supplier: SupplierOptions::default(),
            clock,
            ..Default::default()
        };
        let sandbox = Sandbox::start(options).await.unwrap();
        sandbox
            .supplier
            .keep_only(|p| p.id.ends_with("_JP") || p.id == "esimfx_1G_7D_AT");
        sandbox.supplier.lose_webhooks(true);
        sandbox.stripe.set_delivery(Delivery::Lose);
        let settings = tempfile::tempdir().unwrap();
        let toml = settings.path().join("shop.toml");
        std::fs::write(&toml, SHOP_TOML).unwrap();
        let config = config(&sandbox, &address, &url, toml.to_str().unwrap());
        let stop = CancellationToken::new();
        let a = serve::open(config.clone(), &stop).await.unwrap();
        a.clock.stop(begin);
        sync::sync_catalogue(&a.db, &a.supplier, a.clock.now())
            .await
            .unwrap();
        a.catalogue.refresh(&a.db, a.clock.now()).await.unwrap();
        let b = serve::open(config, &stop).await.unwrap();
        b.clock.stop(begin);
        recovery::begin_if_due(&a).await.unwrap();
        for job in [Job::Reconcile, Job::SyncCatalogue] {
            db::jobs::ensure_scheduled(&a.db, &job, begin)
                .await
                .unwrap();
        }
        let service = web::router(a.clone()).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self {
            a,
            b,
            sandbox,
            database: address.rsplit('/').next().unwrap().to_owned(),
            backup: None,
            stop,
            _settings: settings,
            log: vec![format!("seed {seed}")],
            faults: Vec::new(),
            step: 0,
            mailbag: Vec::new(),
            events_seen: 0,
            keys: HashMap::new(),
            calls_seen: 0,
            first_call: HashMap::new(),
            contested: HashMap::new(),
            set_back: TimeDelta::zero(),
            released: HashSet::new(),
            ended: HashSet::new(),
            restored: false,
            forgotten: HashSet::new(),
            recovering: None,
            heard: HashMap::new(),
            rights_lost: false,
            nothing_ends: false,
        }
    }

    pub fn worker(&self, number: usize) -> &App {
        if number.is_multiple_of(2) {
            &self.a
        } else {
            &self.b
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.sandbox.clock.now()
    }

    pub fn pass(&self, by: TimeDelta) {
        self.a.clock.advance(by);
        self.b.clock.advance(by);
        self.sandbox
            .clock
            .advance(by.to_std().unwrap_or(Duration::ZERO));
        self.sandbox.stripe.pass_time();
        self.sandbox.supplier.pass_time();
    }

    pub fn say(&mut self, words: impl AsRef<str>) {
        self.log.push(format!(
            "{:>3} {} {}",
            self.step,
            self.now().format("%d %H:%M:%S"),
            words.as_ref()
        ));
    }

    pub fn wrong(&mut self, words: impl Into<String>) {
        self.faults.push(words.into());
    }

    /// Puts what has happened at Stripe since into the bag.
    pub fn gather(&mut self) {
        let events = self.sandbox.stripe.events();
        self.mailbag.extend(
            events[self.events_seen..]
                .iter()
                .map(|event| event["id"].as_str().unwrap().to_owned()),
        );
        self.events_seen = events.len();
    }

    pub fn kind_of(&self, event: &str) -> String {
        let events = self.sandbox.stripe.events();
        events
            .iter()
            .find(|e| e["id"] == event)
            .map(|e| e["type"].as_str().unwrap().to_owned())
            .unwrap_or_default()
    }

    /// Delivers an event; the shop's answer.
    pub async fn deliver(&self, event: &str) -> Option<u16> {
        self.sandbox.stripe.resend(event).unwrap();
        self.sandbox.stripe.quiet().await;
        self.sandbox
            .stripe
            .deliveries()
            .iter()
            .rev()
            .find(|attempt| attempt.event_id == event)
            .and_then(|attempt| attempt.status)
    }

    async fn server() -> PgConnection {
        PgConnection::connect(&database::server()).await.unwrap()
    }

    async fn copy(from: &str, to: &str) {
        let mut server = Self::server().await;
        // The shop's listener would be back within the blink of an eye, and a database in use
        // cannot be copied.
        for sql in [
            format!("alter database {from} allow_connections false"),
            format!(
                "select pg_terminate_backend(pid) from pg_stat_activity
                 where datname in ('{from}', '{to}')"
            ),
            format!("drop database if exists {to} with (force)"),
            format!("create database {to} template {from}"),
            format!("alter database {from} allow_connections true"),
        ] {
            server.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        }
    }

    /// A backup is made.
    pub async fn back_up(&mut self) {
        let name = format!("{}_old", self.database);
        Self::copy(&self.database, &name).await;
        self.backup = Some(name);
    }

    /// The older backup takes the database's place, and the shop starts; `false` when there is
    /// none.
    pub async fn restore(&mut self) -> bool {
        let Some(backup) = self.backup.clone() else {
            return false;
        };
        self.forgotten.extend(
            self.sandbox
                .supplier
                .orders()
                .into_iter()
                .map(|order| order.idempotency_key),
        );
        let ours = "select supplier_order_id from supplier_orders s
                    where terminated_at is not null
                    or exists (select from cancellations c where c.line_id = s.line_id)";
        let ended: HashSet<String> = sqlx::query_scalar(ours)
            .fetch_all(&self.a.db)
            .await
            .unwrap()
            .into_iter()
            .collect();
        Self::copy(&backup, &self.database).await;
        self.restored = true;
        recovery::begin_if_due(&self.a).await.unwrap();
        let delivered = "select s.supplier_order_id from supplier_orders s
                         join lines l on l.id = s.line_id where l.state = 'delivered'";
        let delivered: Vec<String> = sqlx::query_scalar(delivered)
            .fetch_all(&self.a.db)
            .await
            .unwrap();
        self.ended
            .extend(delivered.into_iter().filter(|order| ended.contains(order)));
        true
    }

    pub fn refuse_endings(&self) {
        let down = Fault::Status {
            status: 503,
            body: "no".to_owned(),
        };
        self.sandbox
            .supplier
            .faults
            .push(Rule::always("terminate_subscription", down));
    }

    /// Everything comes to rest: no more trouble, no event is lost, days pass.
    pub async fn rest(&mut self) {
        let stripe = &self.sandbox.stripe;
        self.sandbox.supplier.faults.clear();
        stripe.faults.clear();
        stripe.allow_all();
        stripe.set_refund_outcome("succeeded");
        let apart = [
            self.now() - self.a.clock.now(),
            self.now() - self.b.clock.now(),
        ];
        self.a.clock.advance(apart[0]);
        self.b.clock.advance(apart[1]);
        for refund in stripe
            .refunds()
            .iter()
            .filter(|refund| refund["status"] == "pending")
        {
            stripe
                .settle_refund(refund["id"].as_str().unwrap())
                .unwrap();
        }
        if self.nothing_ends {
            self.refuse_endings();
        }
        self.say("rest");
        for (day, hours) in [1, 1, 22, 30, 30, 30].into_iter().enumerate() {
            if day == 4 {
                self.sandbox.supplier.faults.clear();
            }
            self.quieten().await;
            self.pass(TimeDelta::hours(hours));
        }
        self.quieten().await;
        alerts::run(&self.a).await.unwrap();
    }

    /// Delivers and runs what is due, and looks at Stripe, until nothing is left to do now.
    async fn quieten(&mut self) {
        self.gather();
        for event in std::mem::take(&mut self.mailbag) {
            self.deliver(&event).await;
        }
        if let Err(error) = reconcile::run(&self.a).await {
            self.wrong(format!("reconcile fails at rest: {error}"));
        }
        let end = self.a.clock.now() + TimeDelta::hours(4);
        for _ in 0..200 {
            while worker::drain(&self.a).await.unwrap() > 0 {}
            crate::eyes::look(self).await;
            let due: Option<DateTime<Utc>> = sqlx::query_scalar(
                "select min(greatest(run_at, coalesce(leased_until, run_at))) from jobs
                 where kind not in ('sync_catalogue', 'reconcile', 'remind', 'clean_up', 'watch')",
            )
            .fetch_one(&self.a.db)
            .await
            .unwrap();
            match due {
                Some(at) if at <= end => self.pass(
                    (at - self.a.clock.now()).max(TimeDelta::zero()) + TimeDelta::milliseconds(1),
                ),
                _ => break,
            }
            self.gather();
            for event in std::mem::take(&mut self.mailbag) {
                self.deliver(&event).await;
            }
        }
    }

    pub async fn close(self) {
        self.stop.cancel();
        self.a.db.close().await;
        self.b.db.close().await;
        let mut server = Self::server().await;
        for name in [format!("{}_old", self.database), self.database] {
            server
                .execute(sqlx::AssertSqlSafe(format!(
                    "drop database if exists {name} with (force)"
                )))
                .await
                .unwrap();
        }
    }
}
