//! Deadlines in seconds, printed and not asserted: what goes on while a partner hangs. The other
//! partners are the sandbox, on the same cores.

use std::time::Duration;

use anyhow::Context;
use sandbox::faults::{Fault, Rule};
use sandbox::mailbox::MailFault;
use sandbox::{Sandbox, SandboxOptions};
use sqlx::{Connection, PgConnection};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::Bench;
use crate::fulfilments::{PLAN, check_out};
use crate::process::{Running, Stage, until};

/// Orders that wait for a supplier who hangs, unless DEADLINE_ORDERS says otherwise.
const OPEN: usize = 1_000;
/// Orders that wait while Stripe or the mail server hangs.
const WAITING: usize = 100;
/// Travellers who come meanwhile.
const PROBES: usize = 30;
/// Checkouts under way at once.
const AT_ONCE: usize = 8;
/// Longer than any of this lasts.
const FOR_GOOD: Duration = Duration::from_secs(3_600);
/// Short clocks, so that refunds can be waited for.
const CLOCKS: &str = "[delivery]\nrefund_after = \"40s\"\nrefund_after_unclear = \"60s\"\n";
/// Who has bought before, and signs in.
const KNOWN: &str = "known@traveller.example";

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    supplier_hangs(bench).await?;
    stripe_hangs(bench).await?;
    mail_hangs(bench).await
}

/// A shop that is open, with its world.
struct Scene {
    sandbox: Sandbox,
    stage: Stage,
    db: PgConnection,
    http: reqwest::Client,
    _shop: Running,
}

impl Scene {
    /// Somebody has bought before.
    async fn set(bench: &Bench, name: &'static str) -> anyhow::Result<Self> {
        let sandbox = Sandbox::start(SandboxOptions::default()).await?;
        sandbox.supplier.keep_only(|p| p.id == PLAN);
        let stage = Stage::set_with(bench, name, &sandbox, CLOCKS).await?;
        stage.once("sync-catalogue")?;
        let shop = stage.serve_and_work().await?;
        let db = PgConnection::connect(&stage.database).await?;
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let mut scene = Self {
            sandbox,
            stage,
            db,
            http,
            _shop: shop,
        };
        let page = scene.pages(1).await?;
        scene.pay(&page[0], KNOWN)?;
        scene
            .count(
                "the first mail is sent",
                "select count(*) from mails where state = 'sent'",
                1,
            )
            .await?;
        Ok(scene)
    }

    /// Payment pages, opened before the trouble begins: the shop stops selling when it sees it.
    async fn pages(&self, wanted: usize) -> anyhow::Result<Vec<String>> {
        let (mut pages, mut checkouts) = (Vec::new(), JoinSet::new());
        for begun in 0..wanted {
            if begun >= AT_ONCE {
                pages.push(checkouts.join_next().await.context("no checkout")???);
            }
            checkouts.spawn(check_out(
                self.http.clone(),
                format!("http://{}/checkout", self.stage.address),
            ));
        }
        while let Some(page) = checkouts.join_next().await {
            pages.push(page??);
        }
        Ok(pages)
    }

    fn pay(&self, page: &str, email: &str) -> anyhow::Result<()> {
        self.sandbox
            .stripe
            .pay(page, email)
            .ok()
            .context("the sandbox's till refuses the card")
            .map(drop)
    }

    async fn count(&mut self, what: &str, sql: &'static str, wanted: i64) -> anyhow::Result<()> {
        let db = &mut self.db;
        until(what, async || {
            Ok(sqlx::query_scalar::<_, i64>(sql)
                .fetch_one(&mut *db)
                .await?
                >= wanted)
        })
        .await
    }

    /// Seconds until `sql` says yes of this address.
    async fn seconds_until(
        &mut self,
        what: &str,
        sql: &'static str,
        email: &str,
    ) -> anyhow::Result<f64> {
        let (began, db) = (Instant::now(), &mut self.db);
        until(what, async || {
            Ok(sqlx::query_scalar::<_, bool>(sql)
                .bind(email)
                .fetch_one(&mut *db)
                .await?)
        })
        .await?;
        Ok(began.elapsed().as_secs_f64())
    }

    /// Seconds until a sign-in mail is there.
    async fn sign_in(&self) -> anyhow::Result<f64> {
        let (began, before) = (
            Instant::now(),
            self.sandbox.mailbox.messages_to(KNOWN).len(),
        );
        self.http
            .post(format!("http://{}/login", self.stage.address))
            .form(&[("email", KNOWN)])
            .send()
            .await?;
        until("a sign-in mail comes", async || {
            Ok(self.sandbox.mailbox.messages_to(KNOWN).len() > before)
        })
        .await?;
        Ok(began.elapsed().as_secs_f64())
    }

    /// Seconds for an answer.
    async fn page(&self, path: &str) -> anyhow::Result<f64> {
        let began = Instant::now();
        let answer = self
            .http
            .get(format!("http://{}{path}", self.stage.address))
            .send()
            .await?;
        answer.error_for_status()?.bytes().await?;
        Ok(began.elapsed().as_secs_f64())
    }

    /// The path of an order's page.
    fn order_page(&self, session: &str) -> anyhow::Result<String> {
        let sessions = self.sandbox.stripe.sessions();
        let session = sessions
            .iter()
            .find(|s| s["id"] == session)
            .context("no such session")?;
        let url = session["success_url"].as_str().context("no success_url")?;
        let path = url
            .strip_prefix(&format!("http://{}", self.stage.address))
            .context("another shop's page")?;
        Ok(path.to_owned())
    }
}

const CAPTURED: &str = "select exists (select from orders where customer_email = $1)";
const DELIVERED: &str = "select exists (select from orders o join lines l on l.order_id = o.id
                         where o.customer_email = $1 and l.state = 'delivered')";

async fn supplier_hangs(bench: &Bench) -> anyhow::Result<()> {
    let open = std::env::var("DEADLINE_ORDERS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(OPEN);
    let mut scene = Scene::set(bench, "supplier_hangs").await?;
    let mut pages = scene.pages(open + PROBES).await?;
    scene
        .sandbox
        .supplier
        .faults
        .push(Rule::always("create_order", Fault::Hang(FOR_GOOD)));
    for page in pages.drain(..open) {
        scene.pay(&page, "waiting@traveller.example")?;
    }
    let (mut captures, mut mails) = (Vec::new(), Vec::new());
    for (probe, page) in pages.iter().enumerate() {
        let address = format!("probe{probe}@traveller.example");
        scene.pay(page, &address)?;
        captures.push(
            scene
                .seconds_until("a payment is captured", CAPTURED, &address)
                .await?,
        );
        if probe < 8 {
            // Ten an hour are mailed to one address.
            mails.push(scene.sign_in().await?);
        }
    }
    let total = i64::try_from(open + PROBES)?;
    scene
        .count(
            "all is refunded",
            "select count(*) from refunds where state = 'succeeded'",
            total,
        )
        .await?;
    let late: f64 = sqlx::query_scalar(
        "select max(extract(epoch from r.settled_at - o.paid_at)
                    - case when exists (select from supplier_calls c
                      where c.line_id = r.line_id) then 60 else 40 end)::float8
         from refunds r join orders o on o.id = r.order_id",
    )
    .fetch_one(&mut scene.db)
    .await?;
    println!(
        "THE SUPPLIER HANGS: {open} orders wait for it; {PROBES} travellers come, one after the \
         other"
    );
    println!(
        "  a payment is captured after       {}",
        figures(&mut captures)
    );
    println!(
        "  a sign-in mail is there after     {}",
        figures(&mut mails)
    );
    println!("  a refund is sent after its clock  {late:.2} s (the latest of {total})\n");
    bench.table.at_most(
        &format!("the supplier hangs, {open} orders open: another's capture, p99"),
        2.0,
        at(&captures, 99),
    );
    bench
        .table
        .at_most("the same: a sign-in mail, p99", 2.0, at(&mails, 99));
    bench
        .table
        .at_most("the same: the latest refund after its clock", 10.0, late);
    Ok(())
}

async fn stripe_hangs(bench: &Bench) -> anyhow::Result<()> {
    let scene = Scene::set(bench, "stripe_hangs").await?;
    let pages = scene.pages(WAITING).await?;
    let order_page = scene.order_page(&pages[0])?;
    scene
        .sandbox
        .stripe
        .faults
        .push(Rule::always("", Fault::Hang(FOR_GOOD)));
    for page in &pages {
        scene.pay(page, "waiting@traveller.example")?;
    }
    let (mut mails, mut plans, mut orders) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..8 {
        mails.push(scene.sign_in().await?);
        for _ in 0..10 {
            plans.push(scene.page("/esim/japan").await?);
            orders.push(scene.page(&order_page).await?);
        }
    }
    println!("STRIPE HANGS: {WAITING} payments wait to be read back");
    println!(
        "  a sign-in mail is there after     {}",
        figures(&mut mails)
    );
    println!(
        "  the plans of a country after      {}",
        figures(&mut plans)
    );
    println!(
        "  an order's page after             {}\n",
        figures(&mut orders)
    );
    bench.table.at_most(
        "Stripe hangs, 100 payments open: a sign-in mail, p99",
        2.0,
        at(&mails, 99),
    );
    bench
        .table
        .at_most("the same: a catalogue page, p99", 2.0, at(&plans, 99));
    bench
        .table
        .at_most("the same: an order's page, p99", 2.0, at(&orders, 99));
    Ok(())
}

async fn mail_hangs(bench: &Bench) -> anyhow::Result<()> {
    let mut scene = Scene::set(bench, "mail_hangs").await?;
    let mut pages = scene.pages(WAITING + PROBES).await?;
    scene.sandbox.mailbox.always(MailFault::Delay(FOR_GOOD));
    for page in pages.drain(..WAITING) {
        scene.pay(&page, "waiting@traveller.example")?;
    }
    let delivered = "select count(*) from lines where state = 'delivered'";
    scene
        .count("all is delivered", delivered, i64::try_from(WAITING + 1)?)
        .await?;
    let (mut captures, mut deliveries) = (Vec::new(), Vec::new());
    for (probe, page) in pages.iter().enumerate() {
        let address = format!("probe{probe}@traveller.example");
        let began = Instant::now();
        scene.pay(page, &address)?;
        captures.push(
            scene
                .seconds_until("a payment is captured", CAPTURED, &address)
                .await?,
        );
        scene
            .seconds_until("an eSIM is delivered", DELIVERED, &address)
            .await?;
        deliveries.push(began.elapsed().as_secs_f64());
    }
    println!(
        "THE MAIL SERVER HANGS: {WAITING} mails wait for it; {PROBES} travellers come, one after \
         the other"
    );
    println!(
        "  a payment is captured after       {}",
        figures(&mut captures)
    );
    println!(
        "  an eSIM is delivered after        {}\n",
        figures(&mut deliveries)
    );
    bench.table.at_most(
        "the mail server hangs, 100 mails open: a capture, p99",
        2.0,
        at(&captures, 99),
    );
    bench
        .table
        .at_most("the same: a delivery, p99", 2.0, at(&deliveries, 99));
    Ok(())
}

/// The median and the 99th percentile, which is the slowest of a few.
pub fn figures(seconds: &mut [f64]) -> String {
    seconds.sort_by(f64::total_cmp);
    format!(
        "{:.3} s (half), {:.3} s (99 of 100), of {}",
        at(seconds, 50),
        at(seconds, 99),
        seconds.len()
    )
}

/// What so many of a hundred do not exceed; of sorted ones.
pub fn at(sorted: &[f64], per_cent: usize) -> f64 {
    sorted
        .get((sorted.len() * per_cent / 100).min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or(f64::NAN)
}
