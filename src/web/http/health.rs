//! Whether the process lives and whether it can sell. For machines; no page.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::app::App;
use crate::db::{self, alerts, jobs, recovery, schema, webhooks};
use crate::flows::recovery::{Doors, doors_of};
use domain::job::Lane;
use domain::token::Token;

/// A database that takes longer to answer does not.
const PATIENCE: Duration = Duration::from_secs(3);

/// GET /healthz: the process answers.
pub async fn healthz() -> &'static str {
    "ok"
}

/// GET /healthz/{question}: what only this shop can answer, as its database holds it; for `doctor`,
/// which asks from outside.
pub async fn probe(
    State(app): State<App>,
    Path(question): Path<String>,
) -> Result<String, StatusCode> {
    let question = Token::read(&question).ok_or(StatusCode::NOT_FOUND)?;
    let answer = webhooks::probe(&app.db, &question.hash(), app.clock.now())
        .await
        .map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    answer.ok_or(StatusCode::NOT_FOUND)
}

/// GET /readyz: database, migrations, and a catalogue to sell from. A partner's trouble is no
/// reason for 503: pages are served all the same. As JSON it says more.
pub async fn readyz(State(app): State<App>, headers: HeaderMap) -> Response {
    let (status, words) = match tokio::time::timeout(PATIENCE, schema::is_current(&app.db)).await {
        Err(_) | Ok(Err(_)) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
        Ok(Ok(false)) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database is not migrated",
        ),
        Ok(Ok(true)) if app.catalogue.snapshot().is_empty() => {
            (StatusCode::SERVICE_UNAVAILABLE, "there is no catalogue yet")
        }
        Ok(Ok(true)) => (StatusCode::OK, "ready"),
    };
    if !headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json"))
    {
        return (status, words).into_response();
    }
    match tokio::time::timeout(PATIENCE, standing(&app, status == StatusCode::OK)).await {
        Ok(Ok(standing)) => as_json(status, &standing),
        // Nobody knows more then.
        Ok(Err(_)) | Err(_) => as_json(StatusCode::SERVICE_UNAVAILABLE, &unknown()),
    }
}

fn as_json(status: StatusCode, body: &Value) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, "application/json")],
        body.to_string(),
    )
        .into_response()
}

/// Every name is there all the same, so that who reads it need not ask for each.
fn unknown() -> Value {
    let lanes: Map<String, Value> = Lane::ALL
        .into_iter()
        .map(|lane| {
            (
                lane.as_str().to_owned(),
                json!({ "due": null, "oldest_seconds": null }),
            )
        })
        .collect();
    json!({ "ready": false, "selling": false, "recovering": null, "alerts": null, "lanes": lanes })
}

async fn standing(app: &App, ready: bool) -> Result<Value, db::Error> {
    let now = app.clock.now();
    let recovery = recovery::load(&app.db).await?;
    let mut lanes = Map::new();
    for (lane, due) in jobs::due(&app.db, now).await? {
        lanes.insert(
            lane.as_str().to_owned(),
            json!({ "due": due.jobs, "oldest_seconds": due.oldest_seconds }),
        );
    }
    Ok(json!({
        "ready": ready,
        "selling": ready && app.catalogue.sales_stopped().is_none() && doors_of(recovery.as_ref(), now) == Doors::Open,
        "recovering": recovery.is_some(),
        "alerts": alerts::open(&app.db).await?.len(),
        "lanes": lanes,
    }))
}
