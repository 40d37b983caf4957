//! A traveller's eSIMs: the list after signing in. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::esim_now::{status_class, status_words};
use super::fault::Fault;
use super::identity::Visitor;
use super::language::Here;
use super::layout::Chrome;
use super::login::LoginPage;
use super::package_words::PackageWords;
use super::private;
use crate::app::App;
use crate::db::order_pages::{self, OwnedEsim};
use crate::db::packages::{self, OwnedPackage};
use crate::domain::esim::EsimStatus;
use crate::domain::package::PackageStatus;
use crate::domain::when;
use crate::l10n::Locale;

/// `GET /my-esims`, signed in.
#[derive(Template)]
#[template(path = "after/my_esims.html")]
struct ListPage<'a> {
    t: Locale,
    chrome: Chrome,
    email: &'a str,
    esims: Vec<Listed<'a>>,
}

/// An eSIM on the list.
struct Listed<'a> {
    esim: &'a OwnedEsim,
    /// What is in use first.
    packages: Vec<OwnedPackage>,
    now: DateTime<Utc>,
}

impl Listed<'_> {
    fn path(&self) -> String {
        format!("/my-esims/{}", self.esim.esim.id)
    }

    fn order_path(&self) -> String {
        format!("/orders/{}", self.esim.order_token)
    }

    /// Whether it was given back, with nothing beside it.
    fn gone(&self) -> bool {
        self.esim.cancelled && !self.packages.iter().any(|p| p.package.status.as_ref().is_some_and(PackageStatus::is_live))
    }

    /// What is left of the package in use, and of when that is.
    fn left(&self) -> Option<(String, String)> {
        let current = self.packages.first().filter(|p| p.package.is_active())?;
        let words = PackageWords { of: current, now: self.now };
        Some((words.in_short()?, self.esim.packages_seen_at.map(when::day_and_minute)?))
    }

    /// The last day the plan can be started, while it is not.
    fn start_by(&self) -> Option<String> {
        let waits = matches!(self.esim.esim.status, None | Some(EsimStatus::Provisioned | EsimStatus::Installed));
        self.esim.activate_by.filter(|_| waits && !self.esim.cancelled).map(when::day)
    }

    /// What its button says.
    fn action(&self) -> &'static str {
        match &self.esim.esim.status {
            _ if self.gone() => "Details",
            None | Some(EsimStatus::Provisioned) => "Install or start",
            Some(EsimStatus::Installed) => "Start it",
            Some(EsimStatus::Active) => "What is left",
            _ => "Details",
        }
    }

    /// Whether there is something to do with it.
    fn open(&self) -> bool {
        self.action() != "Details"
    }

    fn status(&self) -> String {
        if self.gone() { "Given back".to_owned() } else { status_words(self.esim.esim.status.as_ref()) }
    }

    fn status_class(&self) -> &'static str {
        if self.gone() { "" } else { status_class(self.esim.esim.status.as_ref()) }
    }
}

/// The list, or the sign-in form. The figures are those that were read last; an eSIM's own page asks anew.
pub async fn list(State(app): State<App>, here: Here, visitor: Visitor) -> Result<Response, Fault> {
    let Some(email) = &visitor.email else {
        return private::page(StatusCode::OK, &LoginPage::empty(&app, &here));
    };
    let found = order_pages::esims_of(&app.db, email).await?;
    let iccids: Vec<String> = found.iter().map(|e| e.esim.iccid.digits().to_owned()).collect();
    let mut packages = packages::of_esims(&app.db, &iccids).await?;
    let now = app.clock.now();
    let esims = found.iter().map(|esim| Listed { esim, packages: packages.remove(esim.esim.iccid.digits()).unwrap_or_default(), now });
    let esims = esims.collect();
    private::page(
        StatusCode::OK,
        &ListPage { t: here.t, chrome: Chrome::new(&app, &here, "My eSIMs").noindex(), email: email.expose(), esims },
    )
}
