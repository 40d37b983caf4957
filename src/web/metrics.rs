//! GET /metrics on its own address, for Prometheus. Never on the shop's.

use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;

/// Serves the counters until it is dropped.
pub async fn serve(listener: TcpListener, counters: Option<PrometheusHandle>) {
    let render = move || {
        let counters = counters.clone();
        async move { counters.map(|c| c.render()).unwrap_or_default() }
    };
    if let Err(error) = axum::serve(listener, Router::new().route("/metrics", get(render))).await {
        tracing::warn!(error.message = %error, "the counters are no longer served");
    }
}
