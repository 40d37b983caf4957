//! GET /metrics on its own address, for Prometheus. Never on the shop's. What is counted while it
//! happens is there already; what stands in the tables is read when it is asked for.

use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use metrics::{counter, gauge};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;

use crate::app::App;
use crate::db::gauges::{self, Figure};
use domain::alert::AlertKind;
use domain::hold::Reason;
use domain::job::Lane;

/// A database that takes longer is not waited for: the figures of before are shown.
const PATIENCE: Duration = Duration::from_secs(3);
/// Prometheus's own format.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Serves the counters until it is dropped.
pub async fn serve(listener: TcpListener, counters: Option<PrometheusHandle>, app: App) {
    let render = move || {
        let (counters, app) = (counters.clone(), app.clone());
        async move {
            let read = tokio::time::timeout(PATIENCE, gauges::read(&app.db, app.clock.now())).await;
            gauge!("database_up").set(f64::from(u8::from(matches!(read, Ok(Ok(_))))));
            if let Ok(Ok(figures)) = read {
                of_the_tables(&figures);
            }
            of_this_process(&app);
            (
                [(header::CONTENT_TYPE, TEXT)],
                counters.map(|c| c.render()).unwrap_or_default(),
            )
        }
    };
    if let Err(error) = axum::serve(listener, Router::new().route("/metrics", get(render))).await {
        tracing::warn!(error.message = %error, "the counters are no longer served");
    }
}

/// Every label is set each time, so that what has ended goes to 0.
fn of_the_tables(figures: &[Figure]) {
    let whole = |name: &str, sort: &str| {
        figures
            .iter()
            .find(|figure| figure.name == name && figure.sort == sort)
            .map(|figure| figure.value)
    };
    let of = |name: &str, sort: &str| as_figure(whole(name, sort).unwrap_or_default());
    for kind in AlertKind::ALL {
        gauge!("alerts_open", "kind" => kind.as_str(), "severity" => kind.severity().as_str())
            .set(of("alerts_open", kind.as_str()));
    }
    for state in ["queued", "failed"] {
        gauge!("mails_unsent", "state" => state).set(of("mails_unsent", state));
    }
    for state in ["intent", "pending", "requires_action", "failed", "canceled"] {
        gauge!("refunds_unsettled", "state" => state).set(of("refunds_unsettled", state));
    }
    for reason in Reason::ALL {
        gauge!("orders_held", "reason" => reason.as_str()).set(of("orders_held", reason.as_str()));
    }
    for lane in Lane::ALL {
        gauge!("jobs_due", "lane" => lane.as_str()).set(of("jobs_due", lane.as_str()));
        gauge!("jobs_oldest_seconds", "lane" => lane.as_str())
            .set(of("jobs_oldest_seconds", lane.as_str()));
    }
    for state in ["closed", "half_open", "open"] {
        gauge!("supplier_breaker", "state" => state).set(of("supplier_breaker", state));
    }
    gauge!("stuck_orders").set(of("stuck_orders", ""));
    gauge!("oldest_open_order_seconds").set(of("oldest_open_order_seconds", ""));
    gauge!("recovering").set(of("recovering", ""));
    gauge!("alert_posts_waiting").set(of("alert_posts_waiting", ""));
    gauge!("sales_stopped").set(of("sales_stopped", ""));
    // A shelf that was never filled has no age.
    gauge!("catalogue_age_seconds")
        .set(whole("catalogue_age_seconds", "").map_or(f64::NAN, as_figure));
    gauge!("database_size_bytes").set(of("database_size_bytes", ""));
    let transactions = whole("database_transactions_total", "").unwrap_or_default();
    counter!("database_transactions_total")
        .absolute(u64::try_from(transactions).unwrap_or_default());
}

fn of_this_process(app: &App) {
    let (all, idle) = (
        app.db.size(),
        u32::try_from(app.db.num_idle()).unwrap_or(u32::MAX),
    );
    gauge!("database_connections", "state" => "idle").set(f64::from(idle));
    gauge!("database_connections", "state" => "busy").set(f64::from(all.saturating_sub(idle)));
    gauge!("catalogue_plans").set(as_figure(
        i64::try_from(app.catalogue.snapshot().len()).unwrap_or(i64::MAX),
    ));
    gauge!("supplier_calls_at_once").set(as_figure(
        i64::try_from(app.supplier.at_once()).unwrap_or(i64::MAX),
    ));
}

/// A count as Prometheus has it: above nine thousand billions it is rounded.
fn as_figure(count: i64) -> f64 {
    count as f64
}
