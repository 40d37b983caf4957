//! The versions of price rules that were published: one of them, and making it the draft again.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::page::{DeskError, Frame, minute, page, see_other};
use crate::app::App;
use crate::db::price_versions::{self, Version};
use crate::flows::desk::Member;
use crate::flows::publish;
use crate::shop::{Pricing, Typed};
use crate::web::http::form::Form;

/// One version.
#[derive(Template)]
#[template(path = "desk/price_version.html")]
struct VersionPage {
    frame: Frame,
    version: Version,
    rules_now: bool,
    /// Whether it is in the shop's currency.
    fits: bool,
}

impl VersionPage {
    fn at(&self) -> String {
        minute(self.version.published_at)
    }

    fn who(&self) -> &str {
        self.version.published_by.trim_start_matches("operator:")
    }
}

/// The version of an address.
async fn version(app: &App, number: &str) -> Result<Version, DeskError> {
    let Ok(number) = number.parse() else {
        return Err(DeskError::NotFound);
    };
    price_versions::one(&app.db, number)
        .await?
        .ok_or(DeskError::NotFound)
}

/// `GET /desk/prices/versions/{number}`
pub async fn one(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    Path(number): Path<String>,
) -> Result<Response, DeskError> {
    let version = version(&app, &number).await?;
    let title = format!("Prices, version {}", version.version);
    let shown = VersionPage {
        frame: Frame::new(&app, Some(&member), "/desk/prices", title),
        rules_now: version.version == app.catalogue.snapshot().rules.version,
        fits: version.currency == app.config.shop.shop.currency.code(),
        version,
    };
    page(StatusCode::OK, &shown)
}

/// `POST /desk/prices/again`: an older version becomes the draft.
pub async fn again(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    posted: Form,
) -> Result<Response, DeskError> {
    let version = version(&app, posted.field("version")).await?;
    app.catalogue.refresh(&app.db, app.clock.now()).await?;
    let rules = app.catalogue.snapshot().rules.version;
    let pricing = Pricing::of_toml(&version.rules)
        .map_err(|_| DeskError::No("This release cannot read that version.".to_owned()))?;
    publish::keep_draft(&app, &member, rules, &Typed::of(&pricing)).await?;
    see_other("/desk/prices/review")
}
