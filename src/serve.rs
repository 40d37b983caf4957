//! Starting and stopping: database, guards, worker, pages, metrics. What they do is elsewhere.

use std::time::Duration;

use anyhow::{Context, bail};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::App;
use crate::config::Config;
use crate::db::{self, schema};
use crate::flows::{modes, people, prices, publish, recovery};
use crate::{telemetry, web, worker};

pub mod connections;
pub mod descriptors;

use self::connections::Limits;

/// How long a database that is still starting is waited for.
const PATIENCE: Duration = Duration::from_secs(60);
/// What came of webhooks, and how often plan pages were opened, is written down after so long, and
/// what was measured is tidied up.
const COUNTED: Duration = Duration::from_secs(5);
/// How long running requests and jobs may take after the order to stop.
const GRACE: Duration = Duration::from_secs(30);

/// The desk's few people need few connections.
const DESK_DESCRIPTORS: u64 = 512;

/// Which halves of the shop this process is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    /// Pages and webhooks.
    pub web: bool,
    /// Jobs.
    pub worker: bool,
}

/// Runs the shop until SIGINT or SIGTERM.
///
/// # Errors
/// When it cannot start; the message says what to mend.
pub async fn run(config: Config, halves: Halves) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let counters = counters_of(&config);
    let app = open(config, &stop).await?;
    refuse_faulty_prices(&app)?;
    let listener = if halves.web {
        Some(listen(&app).await?)
    } else {
        None
    };
    run_open(app, listener, halves, counters, stop).await
}

/// Connects, migrates, checks the guards, loads the shelf, and tells when a rate keeps plans off
/// it.
///
/// # Errors
/// As [`run`].
pub async fn open(config: Config, stop: &CancellationToken) -> anyhow::Result<App> {
    let db = connect(&config).await?;
    if config.migrate_on_start {
        schema::migrate(&db)
            .await
            .context("the database could not be migrated")?;
    } else if !schema::is_current(&db).await.unwrap_or(false) {
        bail!(
            "the database is not up to date → run `esim-storefront migrate`, or unset \
             MIGRATE_ON_START"
        );
    }
    let down = schema::guards_down(&db).await?;
    if !down.is_empty() {
        bail!(
            "the database does not guard the money: {} missing or disabled → enable the trigger, \
             or migrate a clean database",
            down.join(", ")
        );
    }
    let app = App::build(config, db, stop.clone()).await?;
    prices::watch(&app).await?;
    publish::watch(&app).await?;
    Ok(app)
}

/// As with a fault in shop.toml, the shop does not open: it would sell at prices that nobody meant.
/// Commands run, so that they can mend it.
fn refuse_faulty_prices(app: &App) -> anyhow::Result<()> {
    let rules = app.catalogue.snapshot().rules.clone();
    let faults = rules.faults(app.config.shop.shop.currency);
    if faults.is_empty() {
        return Ok(());
    }
    let told: Vec<String> = faults
        .iter()
        .map(|fault| fault.of_file("published prices").to_string())
        .collect();
    bail!(
        "version {} of the published prices is at fault by the checks of this release:\n  {}\n→ \
         mend it in what `esim-storefront prices export` writes, \
         and `prices import` it",
        rules.version,
        told.join("\n  ")
    )
}

async fn connect(config: &Config) -> anyhow::Result<db::Pool> {
    let give_up = tokio::time::Instant::now() + PATIENCE;
    loop {
        match schema::connect(&config.database_url, config.database_max_connections).await {
            Ok(db) => return Ok(db),
            Err(error) if tokio::time::Instant::now() < give_up && schema::may_come(&error) => {
                tracing::warn!(error.message = %error, "the database does not answer yet");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            // It says itself what is to be done.
            Err(error @ db::Error::Configuration(_)) => {
                return Err(error).context("the database cannot be used");
            }
            Err(error) => {
                return Err(error).context(
                    "the database cannot be used → check DATABASE_URL and whether its password is \
                     the one the database was created with",
                );
            }
        }
    }
}

/// Binds the shop's address.
///
/// # Errors
/// When it is taken or not ours.
pub async fn listen(app: &App) -> anyhow::Result<TcpListener> {
    let address = app.config.listen_addr;
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} → set LISTEN_ADDR to a free address"))
}

/// Runs an opened shop on a bound listener until it is told to stop, then lets requests and jobs
/// end.
///
/// # Errors
/// When the listener fails.
pub async fn run_open(
    app: App,
    listener: Option<TcpListener>,
    halves: Halves,
    counters: Option<PrometheusHandle>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    modes::begin(&app)
        .await
        .context("the orders of the other mode could not be seen to")?;
    let tasks = TaskTracker::new();
    recovery::begin_if_due(&app).await?;
    forget_again(&app).await;
    tasks.spawn(signals(stop.clone()));
    tasks.spawn(until(
        stop.clone(),
        app.catalogue
            .clone()
            .follow(app.db.clone(), app.clock.clone()),
    ));
    if halves.web {
        tasks.spawn(until(stop.clone(), app.live.clone().run(app.db.clone())));
        tasks.spawn(count(app.clone(), stop.clone()));
    }
    open_metrics(&app, counters.as_ref(), &tasks, &stop).await?;
    if halves.web {
        open_desk(&app, &tasks, &stop).await?;
    }
    if let Some(counters) = counters {
        tasks.spawn(until(stop.clone(), tidy_up(counters)));
    }
    if halves.worker {
        tasks.spawn(worker::run(app.clone(), stop.clone()));
    }
    if let Some(listener) = listener {
        tracing::info!(listen = %listener.local_addr()?, "the shop is open at {}", app.config.public_url);
        let limits = Limits::of(descriptors::raise());
        tracing::info!(
            connections.most = limits.connections,
            "the limit of open connections is set"
        );
        tokio::select! {
            () = connections::serve(listener, web::router(app), limits, stop.clone()) => {}
            () = late(&stop) => tracing::warn!("some requests did not end in time"),
        }
    } else {
        stop.cancelled().await;
    }
    tasks.close();
    if tokio::time::timeout(GRACE, tasks.wait()).await.is_err() {
        tracing::warn!("some jobs did not end in time; they run again elsewhere");
    }
    tracing::info!("the shop is closed");
    Ok(())
}

/// Opens `/metrics` on its own address, where it has one.
async fn open_metrics(
    app: &App,
    counters: Option<&PrometheusHandle>,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    if let Some(address) = app.config.metrics_addr {
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("cannot listen on {address} → change METRICS_ADDR"))?;
        tasks.spawn(until(
            stop.clone(),
            web::http::metrics::serve(listener, counters.cloned(), app.clone()),
        ));
    }
    Ok(())
}

/// Opens the desk on its own address, where it has one.
async fn open_desk(app: &App, tasks: &TaskTracker, stop: &CancellationToken) -> anyhow::Result<()> {
    let open = app.config.shop.desk.is_open();
    let Some(address) = app.config.desk_addr.filter(|_| open) else {
        return Ok(());
    };
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} → change DESK_ADDR"))?;
    tracing::info!(
        listen = %listener.local_addr()?,
        "the desk is open at {}", app.config.desk_url
    );
    tasks.spawn(connections::serve(
        listener,
        web::desk_router(app.clone()),
        Limits::of(DESK_DESCRIPTORS),
        stop.clone(),
    ));
    Ok(())
}

async fn until(stop: CancellationToken, task: impl Future<Output = ()>) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = task => {}
    }
}

/// Writes down what came of webhooks and how often plan pages were opened, every few seconds and at
/// the end.
async fn count(app: App, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(COUNTED) => {}
        }
        if let Err(error) = app.webhooks.write(&app.db).await {
            tracing::warn!(error.message = %error, "what came of webhooks could not be written \
                                                    down; it is tried again");
        }
        if let Err(error) = app.views.write(&app.db, app.config.stripe.livemode()).await {
            tracing::warn!(error.message = %error, "how often plan pages were opened could not be \
                                                    written down; it is tried again");
        }
        if stop.is_cancelled() {
            return;
        }
    }
}

/// Counts where somebody may ask for it.
#[must_use]
pub fn counters_of(config: &Config) -> Option<PrometheusHandle> {
    config.metrics_addr.and_then(|_| telemetry::count())
}

/// What was measured is sorted into its buckets now and then: between two scrapes it would pile up.
async fn tidy_up(counters: PrometheusHandle) {
    loop {
        tokio::time::sleep(COUNTED).await;
        counters.run_upkeep();
    }
}

async fn late(stop: &CancellationToken) {
    stop.cancelled().await;
    tokio::time::sleep(GRACE).await;
}

async fn signals(stop: CancellationToken) {
    let (Ok(mut interrupt), Ok(mut terminate)) = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    ) else {
        return;
    };
    tokio::select! {
        () = stop.cancelled() => return,
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    tracing::info!("the shop is closing");
    stop.cancel();
}

/// Who was forgotten and came back with an older backup is forgotten again. A list that cannot be
/// read keeps nobody from buying.
async fn forget_again(app: &App) {
    let Some(path) = &app.config.forgotten_file else {
        return;
    };
    match people::forget_again(app, path).await {
        Ok(0) => {}
        Ok(many) => tracing::warn!(
            "{many} people whom an older backup had brought back were forgotten again"
        ),
        Err(error) => {
            tracing::error!(error.message = %error, "who was forgotten could not be read: mend \
                                                     FORGOTTEN_FILE")
        }
    }
}
