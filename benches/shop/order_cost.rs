//! What one order costs the database, from its event to rest: transactions, statements, and notifications inside a transaction. Counted in
//! PostgreSQL's own log, with the jobs run one after the other, so that no poll is among them.

use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

use anyhow::{Context, ensure};
use esim_storefront::app::App;
use esim_storefront::sandbox::{Sandbox, SandboxOptions};
use esim_storefront::{serve, worker};
use sqlx::{Connection, Executor, PgConnection};
use tokio_util::sync::CancellationToken;

use crate::Bench;
use crate::fulfilments::{BUYER, PLAN, check_out};
use crate::process::Stage;

/// Orders that are counted.
const ORDERS: u32 = 10;

/// What the log shows.
#[derive(Debug, Default)]
struct Counted {
    transactions: u32,
    statements: u32,
    notifies_in_transactions: u32,
}

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set(bench, "order_cost", &sandbox).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve().await?;
    let stop = CancellationToken::new();
    let app = serve::open(stage.config()?, &stop).await?;
    let mut server = PgConnection::connect(&bench.postgres.url("postgres")).await?;
    for setting in ["log_line_prefix = '%d %c '", "log_statement = 'all'", "log_min_messages = 'log'"] {
        server.execute(sqlx::query(sqlx::AssertSqlSafe(format!("alter system set {setting}")))).await?;
    }
    server.execute("select pg_reload_conf()").await?;
    let directory: String = sqlx::query_scalar("show data_directory").fetch_one(&mut server).await?;
    let log = std::path::Path::new(&directory).join("server.log");
    // Connections hear of the setting with their next statement.
    one_order(&stage, &sandbox, &app, &log).await?;
    let mut all = Counted::default();
    for _ in 0..ORDERS {
        let one = one_order(&stage, &sandbox, &app, &log).await?;
        all.transactions += one.transactions;
        all.statements += one.statements;
        all.notifies_in_transactions += one.notifies_in_transactions;
    }
    stop.cancel();
    let each = |count: u32| f64::from(count) / f64::from(ORDERS);
    println!("COST OF AN ORDER: one line, from its stored event to rest, its mail and its fee included; mean of {ORDERS}");
    println!("  transactions                      {:.1}", each(all.transactions));
    println!("  statements                        {:.1}", each(all.statements));
    println!("  notifications in a transaction    {:.1}\n", each(all.notifies_in_transactions));
    Ok(())
}

async fn one_order(stage: &Stage, sandbox: &Sandbox, app: &App, log: &std::path::Path) -> anyhow::Result<Counted> {
    let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build()?;
    let session = check_out(http, format!("http://{}/checkout", stage.address)).await?;
    let mut file = std::fs::File::open(log).context("PostgreSQL's log")?;
    file.seek(SeekFrom::End(0))?;
    sandbox.stripe.pay(&session, BUYER).map_err(|_| anyhow::anyhow!("the sandbox's till refuses the card"))?;
    loop {
        sandbox.stripe.quiet().await;
        if worker::drain(app).await? == 0 {
            break;
        }
    }
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let counted = count(&text);
    ensure!(counted.statements > 0, "PostgreSQL's log shows no statement");
    Ok(counted)
}

fn count(log: &str) -> Counted {
    let mut counted = Counted::default();
    let mut open: HashMap<&str, bool> = HashMap::new();
    for line in log.lines().filter_map(|line| line.strip_prefix("order_cost ")) {
        let Some((session, words)) = line.split_once(' ') else { continue };
        let Some(sql) = words.split_once("LOG:  ").and_then(|(_, said)| said.split_once(": ")).map(|(_, sql)| sql.trim()) else { continue };
        let open = open.entry(session).or_default();
        match sql {
            "BEGIN" => *open = true,
            "COMMIT" | "ROLLBACK" => {
                *open = false;
                counted.transactions += 1;
            }
            // A claim that finds nothing is the bench's own way to see that all is at rest.
            _ => {
                counted.statements += 1;
                counted.transactions += u32::from(!*open);
                counted.notifies_in_transactions += u32::from(*open && sql.contains("pg_notify"));
            }
        }
    }
    counted
}
