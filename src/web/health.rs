//! Whether the process lives and whether it can sell. For machines; no page.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;

use crate::app::App;
use crate::db::{schema, webhooks};
use crate::domain::token::Token;

/// GET /healthz: the process answers.
pub async fn healthz() -> &'static str {
    "ok"
}

/// GET /healthz/{question}: what only this shop can answer, as its database holds it; for `doctor`, which asks from outside.
pub async fn probe(State(app): State<App>, Path(question): Path<String>) -> Result<String, StatusCode> {
    let question = Token::read(&question).ok_or(StatusCode::NOT_FOUND)?;
    let answer = webhooks::probe(&app.db, &question.hash(), app.clock.now()).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    answer.ok_or(StatusCode::NOT_FOUND)
}

/// GET /readyz: database, migrations, and a catalogue to sell from.
pub async fn readyz(State(app): State<App>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(Duration::from_secs(3), schema::is_current(&app.db)).await {
        Err(_) | Ok(Err(_)) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
        Ok(Ok(false)) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not migrated"),
        Ok(Ok(true)) if app.catalogue.snapshot().is_empty() => (StatusCode::SERVICE_UNAVAILABLE, "there is no catalogue yet"),
        Ok(Ok(true)) => (StatusCode::OK, "ready"),
    }
}
