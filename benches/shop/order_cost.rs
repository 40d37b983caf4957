//! What an order costs the database, from its event to rest: transactions, statements, and
//! notifications inside a transaction. Counted in PostgreSQL's own log while a shop works as it
//! always does; what that costs while nothing happens is left out.

use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, ensure};
use sandbox::{Sandbox, SandboxOptions};
use sqlx::{Connection, Executor, PgConnection};
use tokio::time::Instant;

use crate::Bench;
use crate::fulfilments::{BUYER, PLAN, check_out, paid_orders};
use crate::process::{Stage, Version, connect, until};

/// Orders that come one after the other, each when the one before is at rest.
const ALONE: u32 = 10;
/// Orders whose events are due at once.
const AT_ONCE: u32 = 100;
/// How long nothing happens, to see what that costs.
const QUIET: Duration = Duration::from_secs(5);

/// Transactions and statements.
#[derive(Debug, Default, Clone, Copy)]
struct Work {
    transactions: f64,
    statements: f64,
}

/// What the log shows.
#[derive(Debug, Default, Clone, Copy)]
struct Counted {
    /// From the stored event to rest.
    order: Work,
    /// Before: webhooks that are taken in.
    intake: Work,
    /// Afterwards: what Stripe took, for the books.
    fee: Work,
    /// Wake-ups that were rung after a commit: each a statement and a transaction.
    rung: f64,
    notifies_in_transactions: f64,
}

impl Counted {
    /// Each figure, with its fellow of another count.
    fn with(self, other: Self, of: impl Fn(f64, f64) -> f64) -> Self {
        let both = |a: Work, b: Work| Work {
            transactions: of(a.transactions, b.transactions),
            statements: of(a.statements, b.statements),
        };
        Self {
            order: both(self.order, other.order),
            intake: both(self.intake, other.intake),
            fee: both(self.fee, other.fee),
            rung: of(self.rung, other.rung),
            notifies_in_transactions: of(
                self.notifies_in_transactions,
                other.notifies_in_transactions,
            ),
        }
    }

    fn less(self, idle: Self, seconds: f64) -> Self {
        self.with(idle, |all, idle| all - idle * seconds)
    }

    fn each(self, orders: f64) -> Self {
        self.with(self, |all, _| all / orders)
    }
}

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let (alone, busy) = of_version(bench, ["cost", "cost_busy"], Version::Now).await?;
    println!("COST OF AN ORDER: one line, from its stored event to rest, its mail included");
    say("one after the other", &alone);
    say("a hundred at once", &busy);
    if Version::Before.program().is_some() {
        let (alone, busy) =
            of_version(bench, ["cost_before", "cost_before_busy"], Version::Before).await?;
        say("before, one after the other", &alone);
        say("before, a hundred at once", &busy);
    }
    println!();
    let row = |point: &str, aim: f64, figure: f64| {
        bench.table.row(
            point,
            &format!("≤ {aim}"),
            format!("{figure:.1}"),
            figure < aim + 0.05,
        )
    };
    row(
        "transactions from event to rest, a hundred orders at once",
        9.0,
        busy.order.transactions,
    );
    row(
        "statements, a hundred orders at once",
        30.0,
        busy.order.statements,
    );
    row(
        "transactions from event to rest, an order alone",
        9.0,
        alone.order.transactions,
    );
    row("statements, an order alone", 30.0, alone.order.statements);
    row(
        "notifications inside its transactions",
        0.0,
        busy.notifies_in_transactions
            .max(alone.notifies_in_transactions)
            .round(),
    );
    Ok(())
}

fn say(what: &str, counted: &Counted) {
    let Counted {
        order,
        intake,
        fee,
        rung,
        notifies_in_transactions,
    } = counted;
    let (transactions, statements) = (order.transactions, order.statements);
    println!(
        "  {what:28} {transactions:5.1} transactions, {statements:5.1} statements, \
         {notifies_in_transactions:.1} notifications in a transaction"
    );
    println!(
        "  {:28} besides: {:.1} taking its events in, {:.1} and {:.1} reading what Stripe took, \
         {rung:.1} wake-ups after a commit",
        "", intake.transactions, fee.transactions, fee.statements
    );
}

/// Of orders one after the other, and of many at once.
async fn of_version(
    bench: &Bench,
    [alone, busy]: [&'static str; 2],
    version: Version,
) -> anyhow::Result<(Counted, Counted)> {
    let mut server = PgConnection::connect(&bench.postgres.url("postgres")).await?;
    for setting in [
        "log_line_prefix = '%d %a %c '",
        "log_statement = 'all'",
        "log_min_messages = 'log'",
    ] {
        server
            .execute(sqlx::query(sqlx::AssertSqlSafe(format!(
                "alter system set {setting}"
            ))))
            .await?;
    }
    server.execute("select pg_reload_conf()").await?;
    let directory: String = sqlx::query_scalar("show data_directory")
        .fetch_one(&mut server)
        .await?;
    let log = Path::new(&directory).join("server.log");
    let counted = (
        one_after_the_other(bench, alone, version, &log).await?,
        at_once(bench, busy, version, &log).await?,
    );
    server.execute("alter system reset log_statement").await?;
    server.execute("select pg_reload_conf()").await?;
    Ok(counted)
}

/// The shop's log of one database, from now on.
struct Log {
    file: std::fs::File,
    began: Instant,
    database: &'static str,
}

impl Log {
    fn open(log: &Path, database: &'static str) -> anyhow::Result<Self> {
        let mut file = std::fs::File::open(log).context("PostgreSQL's log")?;
        file.seek(SeekFrom::End(0))?;
        Ok(Self {
            file,
            began: Instant::now(),
            database,
        })
    }

    /// What has been done since, and in how many seconds.
    fn read(mut self, show: bool) -> anyhow::Result<(Counted, f64)> {
        let seconds = self.began.elapsed().as_secs_f64();
        let mut text = String::new();
        self.file.read_to_string(&mut text)?;
        let counted = count(&text, self.database, show);
        ensure!(
            counted.order.statements > 0.0,
            "PostgreSQL's log shows no statement"
        );
        Ok((counted, seconds))
    }
}

/// What a second costs in which nothing happens.
async fn idle(log: &Path, database: &'static str) -> anyhow::Result<Counted> {
    let log = Log::open(log, database)?;
    tokio::time::sleep(QUIET).await;
    let (counted, seconds) = log.read(false)?;
    Ok(counted.each(seconds))
}

async fn one_after_the_other(
    bench: &Bench,
    name: &'static str,
    version: Version,
    log: &Path,
) -> anyhow::Result<Counted> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set_version(bench, name, &sandbox, "", version).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve_and_work().await?;
    let mut db = connect(&stage.database).await?;
    let http = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let mut sessions = Vec::new();
    for _ in 0..=ALONE {
        sessions.push(check_out(http.clone(), format!("http://{}/checkout", stage.address)).await?);
    }
    let idle = idle(log, name).await?;
    let mut all = Counted::default();
    for (at, session) in sessions.iter().enumerate() {
        let show = at == 1 && std::env::var_os("COST_SHOW").is_some();
        let log = Log::open(log, name)?;
        sandbox
            .stripe
            .pay(session, BUYER)
            .map_err(|_| anyhow::anyhow!("the sandbox's till refuses the card"))?;
        let rest = "select (select count(*) from mails where state = 'sent') >= $1
                    and not exists (select from jobs
                      where kind in ('stripe_event', 'line', 'mail', 'order', 'fee')
                                    and run_at < now() + interval '2 minutes')";
        let wanted = i64::try_from(at)? + 1;
        until("the order is at rest", async || {
            Ok(sqlx::query_scalar::<_, bool>(rest)
                .bind(wanted)
                .fetch_one(&mut db)
                .await?)
        })
        .await?;
        let (counted, seconds) = log.read(show)?;
        // The first is the one with which connections hear of the log's setting.
        if at > 0 {
            all = all.with(counted.less(idle, seconds), |all, one| all + one);
        }
    }
    Ok(all.each(f64::from(ALONE)))
}

async fn at_once(
    bench: &Bench,
    name: &'static str,
    version: Version,
    log: &Path,
) -> anyhow::Result<Counted> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set_version(bench, name, &sandbox, "", version).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve().await?;
    let mut db = connect(&stage.database).await?;
    paid_orders(&stage, &sandbox, &mut db, usize::try_from(AT_ONCE)?).await?;
    let _worker = stage.work()?;
    crate::fulfilments::at_rest(&mut db).await?;
    let idle = idle(log, name).await?;
    let log = Log::open(log, name)?;
    sqlx::raw_sql("update jobs set run_at = now() where kind = 'stripe_event'; notify jobs")
        .execute(&mut db)
        .await?;
    let rest = "select (select count(*) from mails where state = 'sent') >= $1
                and not exists (select from jobs
                  where kind in ('stripe_event', 'line', 'mail', 'order', 'fee')
                                    and run_at < now() + interval '2 minutes')";
    until("all is at rest", async || {
        Ok(sqlx::query_scalar::<_, bool>(rest)
            .bind(i64::from(AT_ONCE))
            .fetch_one(&mut db)
            .await?)
    })
    .await?;
    let (counted, seconds) = log.read(false)?;
    Ok(counted.less(idle, seconds).each(f64::from(AT_ONCE)))
}

/// What a session has done since it began its transaction.
#[derive(Debug, Default)]
struct Open {
    is: bool,
    statements: f64,
    reads_a_fee: bool,
}

fn count(log: &str, database: &str, show: bool) -> Counted {
    let mut counted = Counted::default();
    let mut sessions: HashMap<&str, Open> = HashMap::new();
    let prefix = format!("{database} ");
    for line in log
        .lines()
        .filter_map(|line| line.strip_prefix(&prefix))
        .filter(|line| !line.starts_with("bench "))
    {
        let Some((session, sql)) = line
            .split_once("LOG:  ")
            .and_then(|(who, said)| Some((who, said.split_once(": ")?.1.trim())))
        else {
            continue;
        };
        let open = sessions.entry(session).or_default();
        if show {
            println!(
                "    {} {}",
                if open.is { "  |" } else { "" },
                sql.chars().take(180).collect::<String>()
            );
        }
        let notifies = sql.contains("pg_notify") || sql.starts_with("notify ");
        match sql {
            "BEGIN" => {
                *open = Open {
                    is: true,
                    ..Open::default()
                }
            }
            "COMMIT" | "ROLLBACK" => {
                let done = std::mem::take(open);
                let work = if done.reads_a_fee {
                    &mut counted.fee
                } else {
                    &mut counted.order
                };
                work.transactions += 1.0;
                work.statements += done.statements;
            }
            _ if open.is => {
                open.statements += 1.0;
                open.reads_a_fee |= reads_a_fee(sql);
                counted.notifies_in_transactions += if notifies { 1.0 } else { 0.0 };
            }
            _ if notifies => counted.rung += 1.0,
            _ => {
                let work = match sql {
                    _ if reads_a_fee(sql) => &mut counted.fee,
                    // The first line of the statement that takes an event in, and of no other.
                    "with stored as (" => &mut counted.intake,
                    _ => &mut counted.order,
                };
                work.transactions += 1.0;
                work.statements += 1.0;
            }
        }
    }
    counted
}

fn reads_a_fee(sql: &str) -> bool {
    sql.starts_with("insert into fees")
        || sql.starts_with(
            "select c.payment_intent_id, c.amount_minor, c.currency, c.livemode, c.captured_at",
        )
}
