//! The log and the counters. What could carry a secret or an address is silenced here for good, whatever RUST_LOG says.

use std::io::IsTerminal;

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
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

/// The filter of a log level such as `info` or `debug,esim_storefront=trace`.
#[must_use]
pub fn filter(level: Option<&str>) -> EnvFilter {
    let base = level.and_then(|l| EnvFilter::try_new(l).ok()).unwrap_or_else(|| EnvFilter::new("info"));
    CAPPED.iter().filter_map(|cap| cap.parse::<Directive>().ok()).fold(base, EnvFilter::add_directive)
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
        LogTo::Stdout => (std::io::stdout().is_terminal(), BoxMakeWriter::new(std::io::stdout)),
        LogTo::Stderr => (std::io::stderr().is_terminal(), BoxMakeWriter::new(std::io::stderr)),
    };
    let log = tracing_subscriber::fmt().with_env_filter(filter(level)).with_target(false).with_ansi(terminal).with_writer(writer);
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}

/// Starts counting; `None` when somebody counts already.
#[must_use]
pub fn count() -> Option<PrometheusHandle> {
    let handle = PrometheusBuilder::new().install_recorder().ok()?;
    metrics::describe_counter!("webhooks_total", "Webhook deliveries by sender and result");
    metrics::describe_counter!("http_requests_total", "Requests by route and status");
    metrics::describe_counter!("supplier_calls_total", "create_order calls by result");
    metrics::describe_counter!("security_events_total", "What the security log notes, by event");
    metrics::describe_counter!("connections_made_room_total", "Connections closed to make room for newer ones");
    metrics::describe_counter!("connections_refused_total", "Connections closed because every place was being worked for");
    metrics::describe_gauge!("connections_open", "Connections held");
    metrics::describe_gauge!("event_streams_open", "Order pages that listen");
    metrics::describe_gauge!("catalogue_plans", "Plans on the shelf");
    Some(handle)
}
