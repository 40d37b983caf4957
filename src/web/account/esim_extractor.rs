//! Whose eSIM it is: what every page of an eSIM begins with. What is not this visitor's is not
//! there: a plain 404, whatever was guessed.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use uuid::Uuid;

use crate::app::App;
use crate::db::order_pages::{self, OwnedEsim};
use crate::db::packages::{self, OwnedPackage, PackageLine};
use crate::web::http::auth::Visitor;
use crate::web::http::error::WebError;

/// The eSIM that the address names, when it is this visitor's. An extractor.
#[derive(Debug)]
pub struct MyEsim(pub OwnedEsim);

impl FromRequestParts<App> for MyEsim {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let found = named(app, &part(parts, app, "iccid_ref").await?).await?;
        if visitor.owns(&found.whose()) {
            Ok(Self(found))
        } else {
            Err(WebError::NotFound)
        }
    }
}

/// The eSIM that the address names, when this visitor may see it, be it by a key from its mail. An
/// extractor.
#[derive(Debug)]
pub struct SeenEsim {
    /// The eSIM.
    pub esim: OwnedEsim,
    /// Whether it is this visitor's: then it can be handed over, started and cancelled.
    pub owner: bool,
}

impl FromRequestParts<App> for SeenEsim {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let esim = named(app, &part(parts, app, "iccid_ref").await?).await?;
        let owner = visitor.owns(&esim.whose());
        if visitor.sees(esim.order_id, &esim.whose()) {
            Ok(Self { esim, owner })
        } else {
            Err(WebError::NotFound)
        }
    }
}

/// A package on an eSIM of this visitor's, bought here, by the id of its line. An extractor.
#[derive(Debug)]
pub struct MyPackage {
    /// What it is on.
    pub esim: OwnedEsim,
    /// The package.
    pub package: OwnedPackage,
    /// What bought it.
    pub line: PackageLine,
}

impl FromRequestParts<App> for MyPackage {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let MyEsim(esim) = MyEsim::from_request_parts(parts, app).await?;
        let line_id: Uuid = part(parts, app, "line_id")
            .await?
            .parse()
            .map_err(|_| WebError::NotFound)?;
        let package = of_line(app, &esim, line_id)
            .await?
            .ok_or(WebError::NotFound)?;
        let line = package.line.clone().ok_or(WebError::NotFound)?;
        Ok(Self {
            esim,
            package,
            line,
        })
    }
}

async fn of_line(
    app: &App,
    esim: &OwnedEsim,
    line_id: Uuid,
) -> Result<Option<OwnedPackage>, WebError> {
    let all = packages::of_esim(&app.db, esim.esim.iccid.digits()).await?;
    Ok(all
        .into_iter()
        .find(|p| p.line.as_ref().is_some_and(|line| line.id == line_id)))
}

/// The eSIM that an address names, whoever's it is.
///
/// # Errors
/// [`WebError::NotFound`], or the database's.
pub async fn named(app: &App, reference: &str) -> Result<OwnedEsim, WebError> {
    let id: Uuid = reference.parse().map_err(|_| WebError::NotFound)?;
    order_pages::esim_by_id(&app.db, id)
        .await?
        .ok_or(WebError::NotFound)
}

async fn part(parts: &mut Parts, app: &App, name: &str) -> Result<String, WebError> {
    let params = RawPathParams::from_request_parts(parts, app)
        .await
        .map_err(|_| WebError::NotFound)?;
    params
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .ok_or(WebError::NotFound)
}
