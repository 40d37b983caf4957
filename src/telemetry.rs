//! The log and the counters. What could carry a secret or an address is silenced here for good,
//! whatever RUST_LOG says.

use std::io::IsTerminal;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::Directive;
use tracing_subscriber::fmt::writer::BoxMakeWriter;

use crate::config::LogFormat;

/// Libraries that log addresses, headers or keys at their lower levels.
const CAPPED: [&str; 12] = [
    "stripe=off",
    "stripe_webhook=off",
    "stripe_client_core=off",
    "sqlx=warn",
    "hyper=info",
    "hyper_util=info",
    "reqwest=info",
    "h2=info",
    "rustls=info",
    "lettre=info",
    "tower_http=info",
    "html5ever=warn",
];

/// The filter of a log level such as `info` or `debug,esim_storefront=trace`. The security log is
/// the shop's own, so it follows the shop's level, unless `security=…` says otherwise.
#[must_use]
pub fn filter(level: Option<&str>) -> EnvFilter {
    let mut base = level
        .and_then(|l| EnvFilter::try_new(l).ok())
        .unwrap_or_else(|| EnvFilter::new("info"));
    let named = |target: &str| {
        level?
            .split(',')
            .find_map(|part| part.trim().strip_prefix(target)?.strip_prefix('='))
    };
    if let (Some(own), None) = (named("esim_storefront"), named("security"))
        && let Ok(directive) = format!("security={own}").parse::<Directive>()
    {
        base = base.add_directive(directive);
    }
    CAPPED
        .iter()
        .filter_map(|cap| cap.parse::<Directive>().ok())
        .fold(base, EnvFilter::add_directive)
}

/// Where the log goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogTo {
    /// Of what runs for long and prints nothing else.
    Stdout,
    /// Of a command whose output is read by a person or a program.
    Stderr,
}

/// Starts logging. A second call changes nothing.
pub fn start(format: LogFormat, level: Option<&str>, to: LogTo) {
    let (terminal, writer) = match to {
        LogTo::Stdout => (
            std::io::stdout().is_terminal(),
            BoxMakeWriter::new(std::io::stdout),
        ),
        LogTo::Stderr => (
            std::io::stderr().is_terminal(),
            BoxMakeWriter::new(std::io::stderr),
        ),
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter(level))
        .with_target(false)
        .with_ansi(terminal)
        .with_writer(writer);
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}

/// How a metric behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Only grows.
    Counter,
    /// Goes up and down.
    Gauge,
    /// Is shared out into buckets.
    Histogram,
}

use Sort::{Counter, Gauge, Histogram};

/// What `/metrics` shows, and what it means. A test holds deploy/prometheus and deploy/grafana to
/// these names. No label has endless values.
pub const METRICS: [(&str, Sort, &str); 37] = [
    (
        "http_requests_total",
        Counter,
        "Requests, by route and status",
    ),
    (
        "http_request_duration_seconds",
        Histogram,
        "How long answers took to begin, by route and class of status",
    ),
    ("connections_open", Gauge, "Connections held"),
    (
        "connections_made_room_total",
        Counter,
        "Connections closed to make room for newer ones",
    ),
    (
        "connections_refused_total",
        Counter,
        "Connections closed because every place was being worked for",
    ),
    ("event_streams_open", Gauge, "Order pages that listen"),
    (
        "security_events_total",
        Counter,
        "What the security log notes, by event",
    ),
    (
        "webhooks_total",
        Counter,
        "Webhooks, by sender and status: 200 was accepted, 4xx refused, 503 is asked for again",
    ),
    (
        "webhooks_pulled_total",
        Counter,
        "Events that were read from Stripe's list because no webhook came",
    ),
    (
        "payments_captured_total",
        Counter,
        "Orders whose payment was captured",
    ),
    (
        "delivery_duration_seconds",
        Histogram,
        "From the capture of a payment to the delivery of a line that was bought for it",
    ),
    (
        "supplier_calls_total",
        Counter,
        "Calls to the supplier, by endpoint and result",
    ),
    (
        "supplier_call_duration_seconds",
        Histogram,
        "How long calls to the supplier took, by endpoint",
    ),
    (
        "supplier_calls_at_once",
        Gauge,
        "Calls to the supplier that this process would make at the same time",
    ),
    (
        "supplier_breaker",
        Gauge,
        "1 for the state that the supplier's breaker is in: closed, half_open or open",
    ),
    (
        "stripe_calls_total",
        Counter,
        "Calls to Stripe, by endpoint and result",
    ),
    (
        "stripe_call_duration_seconds",
        Histogram,
        "How long calls to Stripe took, by endpoint",
    ),
    (
        "mail_attempts_total",
        Counter,
        "Mails handed to the mail server, by result: sent, or whose fault it was",
    ),
    (
        "mail_duration_seconds",
        Histogram,
        "How long the mail server took",
    ),
    ("mails_unsent", Gauge, "Mails that have not left, by state"),
    (
        "job_duration_seconds",
        Histogram,
        "How long jobs ran, by kind and result",
    ),
    (
        "jobs_due",
        Gauge,
        "Jobs that are due and that nobody works at, by lane",
    ),
    (
        "jobs_oldest_seconds",
        Gauge,
        "How long the oldest of them has been due, by lane",
    ),
    (
        "stuck_orders",
        Gauge,
        "Paid orders that are not at rest in time, as in ops.stuck_orders",
    ),
    (
        "oldest_open_order_seconds",
        Gauge,
        "How long ago the oldest order was paid of which a line is neither delivered nor sent \
         back; 0 without one",
    ),
    (
        "orders_held",
        Gauge,
        "Reasons why something is not bought yet, by reason",
    ),
    (
        "refunds_unsettled",
        Gauge,
        "Refunds that are not done, by state",
    ),
    (
        "alerts_open",
        Gauge,
        "Alerts that stand, by kind and severity",
    ),
    (
        "alert_posts_waiting",
        Gauge,
        "Messages that wait for the owner's webhook",
    ),
    ("sales_stopped", Gauge, "1 while nothing is sold"),
    (
        "recovering",
        Gauge,
        "1 while what happened during a silence is still being read",
    ),
    ("catalogue_plans", Gauge, "Plans on the shelf"),
    (
        "catalogue_age_seconds",
        Gauge,
        "Seconds since the last complete sync",
    ),
    (
        "database_up",
        Gauge,
        "1 when the database answered this scrape; when it did not, figures that stand in it are \
         those of before",
    ),
    (
        "database_connections",
        Gauge,
        "Connections to the database, by state: busy or idle",
    ),
    ("database_size_bytes", Gauge, "How large the database is"),
    (
        "database_transactions_total",
        Counter,
        "Transactions of the database since its figures were last reset",
    ),
];

/// From a page out of memory to a partner that hangs, in seconds.
const BUCKETS: [f64; 14] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
];
/// From a quick delivery to the longer clock, in seconds.
const DELIVERY: [f64; 12] = [
    0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 1800.0, 7200.0,
];

/// Starts counting; `None` when somebody counts already. Whoever holds the handle must tidy up now
/// and then, or what is measured piles up.
#[must_use]
pub fn count() -> Option<PrometheusHandle> {
    let delivery = Matcher::Full("delivery_duration_seconds".to_owned());
    let builder = PrometheusBuilder::new()
        .set_buckets(&BUCKETS)
        .ok()?
        .set_buckets_for_metric(delivery, &DELIVERY)
        .ok()?;
    let handle = builder.install_recorder().ok()?;
    for (name, sort, meaning) in METRICS {
        match sort {
            Counter => metrics::describe_counter!(name, meaning),
            Gauge => metrics::describe_gauge!(name, meaning),
            Histogram => metrics::describe_histogram!(name, meaning),
        }
    }
    // What has no label and has not happened yet is 0, and not unknown.
    for name in [
        "connections_made_room_total",
        "connections_refused_total",
        "payments_captured_total",
        "webhooks_pulled_total",
    ] {
        metrics::counter!(name).increment(0);
    }
    for name in ["connections_open", "event_streams_open"] {
        metrics::gauge!(name).set(0.0);
    }
    Some(handle)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn logged(level: &str) -> String {
        let written = Written::default();
        let into = written.clone();
        let log = tracing_subscriber::fmt()
            .with_env_filter(filter(Some(level)))
            .with_writer(move || into.clone())
            .finish();
        tracing::subscriber::with_default(log, || {
            tracing::info!(target: "security", "a limit was reached");
            tracing::info!(target: "esim_storefront::web", "the shop is open");
            tracing::info!(target: "reqwest::connect", "a library speaks");
        });
        let bytes = written.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_security_log_is_heard_wherever_the_shop_is() {
        for level in [
            "info",
            "esim_storefront=info",
            "warn,esim_storefront=info",
            "reqwest=off, esim_storefront=debug",
        ] {
            let log = logged(level);
            assert!(
                log.contains("a limit was reached") && log.contains("the shop is open"),
                "{level}: {log}"
            );
        }
        for level in [
            "warn",
            "esim_storefront=warn",
            "esim_storefront=info,security=off",
        ] {
            assert!(!logged(level).contains("a limit was reached"), "{level}");
        }
    }
}
