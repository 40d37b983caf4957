//! Deadlines in seconds, printed and not asserted: what goes on while the supplier hangs, and how much is delivered when it is slow.

use std::time::Duration;

use anyhow::{Context, ensure};
use esim_storefront::sandbox::faults::{Fault, Rule};
use esim_storefront::sandbox::{Sandbox, SandboxOptions};
use sqlx::{Connection, PgConnection};
use tokio::time::Instant;

use crate::Bench;
use crate::fulfilments::{BATCH, PLAN, check_out, fulfil, paid_orders};
use crate::process::{Stage, until};

/// Orders that wait for a supplier who hangs.
const OPEN: usize = 200;
/// Travellers who come meanwhile.
const PROBES: usize = 30;
/// Short clocks, so that refunds can be waited for.
const CLOCKS: &str = "[delivery]\nrefund_after = \"40s\"\nrefund_after_unclear = \"60s\"\n";

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    hanging(bench).await?;
    for seconds in [0, 2, 8] {
        slow(bench, seconds).await?;
    }
    println!();
    Ok(())
}

fn client() -> anyhow::Result<reqwest::Client> {
    Ok(reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build()?)
}

async fn hanging(bench: &Bench) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set_with(bench, "hanging", &sandbox, CLOCKS).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve_and_work().await?;
    let mut db = PgConnection::connect(&stage.database).await?;
    let checkout = format!("http://{}/checkout", stage.address);
    let page = check_out(client()?, checkout.clone()).await?;
    sandbox.stripe.pay(&page, "known@traveller.example").ok().context("the sandbox's till refuses the card")?;
    let sent = "select count(*) from mails where state = 'sent'";
    until("the first mail is sent", async || Ok(sqlx::query_scalar::<_, i64>(sent).fetch_one(&mut db).await? == 1)).await?;
    // Their pages are open before the trouble begins: the shop stops selling when it sees it.
    let mut pages = Vec::new();
    for _ in 0..OPEN + PROBES {
        pages.push(check_out(client()?, checkout.clone()).await?);
    }
    sandbox.supplier.faults.push(Rule::always("create_order", Fault::Hang(Duration::from_secs(600))));
    for page in pages.drain(..OPEN) {
        sandbox.stripe.pay(&page, "waiting@traveller.example").ok().context("the sandbox's till refuses the card")?;
    }
    let (mut captures, mut mails) = (Vec::new(), Vec::new());
    for (probe, page) in pages.iter().enumerate() {
        let began = Instant::now();
        let address = format!("probe{probe}@traveller.example");
        sandbox.stripe.pay(page, &address).ok().context("the sandbox's till refuses the card")?;
        let paid = "select exists (select from orders where customer_email = $1)";
        until("a payment is captured", async || Ok(sqlx::query_scalar::<_, bool>(paid).bind(&address).fetch_one(&mut db).await?)).await?;
        captures.push(began.elapsed().as_secs_f64());
        let began = Instant::now();
        let seen = sandbox.mailbox.messages_to("known@traveller.example").len();
        client()?.post(format!("http://{}/login", stage.address)).form(&[("email", "known@traveller.example")]).send().await?;
        let came = async || Ok(sandbox.mailbox.messages_to("known@traveller.example").len() > seen);
        if probe < 8 {
            // Ten an hour are mailed to one address.
            until("a sign-in mail comes", came).await?;
            mails.push(began.elapsed().as_secs_f64());
        }
    }
    let total = i64::try_from(OPEN + PROBES)?;
    let back = "select count(*) from refunds where state = 'succeeded'";
    until("all is refunded", async || Ok(sqlx::query_scalar::<_, i64>(back).fetch_one(&mut db).await? >= total)).await?;
    let late: f64 = sqlx::query_scalar(
        "select max(extract(epoch from r.settled_at - o.paid_at)
                    - case when exists (select from supplier_calls c where c.line_id = r.line_id) then 60 else 40 end)::float8
         from refunds r join orders o on o.id = r.order_id",
    )
    .fetch_one(&mut db)
    .await?;
    println!("THE SUPPLIER HANGS: {OPEN} orders wait for it; {PROBES} travellers come, one after the other");
    println!("  a payment is captured after       {:.2} s (p99)", slowest(&mut captures));
    println!("  a sign-in mail is there after     {:.2} s (p99)", slowest(&mut mails));
    println!("  a refund is sent after its clock  {late:.2} s (the latest of {total})\n");
    Ok(())
}

/// Of so few figures the 99th percentile is the slowest.
fn slowest(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.last().copied().unwrap_or(f64::NAN)
}

async fn slow(bench: &Bench, seconds: u64) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let name = ["slow_0", "", "slow_2", "", "", "", "", "", "slow_8"][usize::try_from(seconds)?];
    let stage = Stage::set(bench, name, &sandbox).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve().await?;
    let mut db = PgConnection::connect(&stage.database).await?;
    if seconds > 0 {
        sandbox.supplier.faults.push(Rule::always("create_order", Fault::Delay(Duration::from_secs(seconds))));
    }
    paid_orders(&stage, &sandbox, &mut db).await?;
    let per_second = fulfil(&stage, &mut db).await?;
    ensure!(sandbox.supplier.orders().len() == BATCH, "the supplier did not sell once for each order");
    println!("THE SUPPLIER TAKES {seconds} s: {BATCH} orders at once, {per_second:.1} delivered a second");
    Ok(())
}
