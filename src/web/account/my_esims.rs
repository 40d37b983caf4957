//! A traveller's eSIMs after signing in: the list of their pages. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::esim_now::sold;
use super::esim_status::{status_class, status_words};
use super::moment;
use super::package_words::PackageWords;
use super::sign_in::LoginPage;
use crate::app::App;
use crate::db::order_pages::{self, OwnedEsim};
use crate::db::packages::{self, OwnedPackage};
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::web::http::auth::Visitor;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;
use domain::phase::Phase;
use domain::sold_esim::SoldEsim;

/// The button of an eSIM with which there is nothing to do.
const DETAILS: &str = "my-esims-details";

/// `GET /my-esims`, signed in.
#[derive(Template)]
#[template(path = "account/my_esims.html")]
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
    t: Locale,
}

impl Listed<'_> {
    fn path(&self) -> String {
        self.t.path(&Routes::esim(self.esim.esim.id))
    }

    fn plan_name(&self) -> String {
        self.t
            .sold_name(self.esim.product.as_ref(), &self.esim.plan_name)
    }

    fn sold(&self) -> SoldEsim<'_> {
        sold(self.esim, &self.packages, true)
    }

    /// Whether it was given back, with nothing beside it.
    fn gone(&self) -> bool {
        self.sold().given_back()
    }

    /// What is left of the package in use, and how long ago that was.
    fn left(&self) -> Option<(String, Html)> {
        let current = self.packages.first().filter(|p| p.package.is_active())?;
        let words = PackageWords {
            of: current,
            now: self.now,
            t: self.t,
        };
        Some((
            words.in_short()?,
            moment::ago(self.t, self.esim.packages_seen_at?, self.now),
        ))
    }

    /// What its page is about.
    fn phase(&self) -> Phase {
        self.sold().diagnose(self.now).1
    }

    /// The last day the plan can be started, while it is not.
    fn start_by(&self) -> Option<String> {
        self.sold().start_by().map(|day| self.t.day(day))
    }

    /// What its button says: the key.
    fn action(&self) -> &'static str {
        match self.phase() {
            _ if self.gone() => DETAILS,
            Phase::Install => "my-esims-install-or-start",
            Phase::Waiting | Phase::Landed => "my-esims-start-it",
            Phase::InUse | Phase::Low | Phase::Next => "my-esims-what-is-left",
            _ => DETAILS,
        }
    }

    /// Whether there is something to do with it.
    fn open(&self) -> bool {
        self.action() != DETAILS
    }

    fn status(&self) -> String {
        if self.gone() {
            self.t.say("esim-given-back")
        } else {
            status_words(self.t, self.esim.esim.status.as_ref())
        }
    }

    fn status_class(&self) -> &'static str {
        if self.gone() {
            ""
        } else {
            status_class(self.esim.esim.status.as_ref())
        }
    }
}

/// The list, or the sign-in form. The figures are those that were read last; an eSIM's own page
/// asks anew.
pub async fn list(
    State(app): State<App>,
    here: RequestLocale,
    visitor: Visitor,
) -> Result<Response, WebError> {
    let Some(email) = &visitor.email else {
        return private::page(StatusCode::OK, &LoginPage::empty(&app, &here));
    };
    let found = order_pages::esims_of(&app.db, email).await?;
    let iccids: Vec<String> = found
        .iter()
        .map(|e| e.esim.iccid.digits().to_owned())
        .collect();
    let mut packages = packages::of_esims(&app.db, &iccids).await?;
    let now = app.clock.now();
    let listed = |esim| Listed {
        esim,
        packages: packages
            .remove(esim.esim.iccid.digits())
            .unwrap_or_default(),
        now,
        t: here.t,
    };
    let esims = found.iter().map(listed).collect();
    let chrome = Chrome::new(&app, &here, here.t.say("nav-my-esims")).noindex();
    private::page(
        StatusCode::OK,
        &ListPage {
            t: here.t,
            chrome,
            email: &email.written(),
            esims,
        },
    )
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::web::account::order_sample::{at, line};
    use domain::line::LineState;
    use domain::package::{Package, PackageStatus};

    #[test]
    fn an_add_on_whose_status_was_never_told_stays_in_the_list() {
        let esim = OwnedEsim {
            esim: line(LineState::Delivered).esim.unwrap(),
            buyer_hash: vec![1; 32],
            browser_until: at("10:00:00"),
            email: None,
            plan_name: "Japan · 10 GB · 7 days".into(),
            product: None,
            activate_by: None,
            packages_seen_at: None,
            delivered_at: None,
            cancelled: true,
            order_id: Uuid::nil(),
            order_number: "E10001".into(),
            order_token: "token".into(),
        };
        let package = |status: Option<PackageStatus>| OwnedPackage {
            package: Package {
                supplier_order_id: "o".into(),
                status,
                usage: None,
                started_at: None,
                ends_at: None,
                start_by: None,
                bought_at: None,
            },
            line: None,
        };
        let listed = |packages| Listed {
            esim: &esim,
            packages,
            now: at("12:00:00"),
            t: Locale::ENGLISH,
        };
        assert!(listed(Vec::new()).gone());
        assert!(listed(vec![package(Some(PackageStatus::Terminated))]).gone());
        assert!(!listed(vec![package(Some(PackageStatus::Pending))]).gone());
        assert!(!listed(vec![package(None)]).gone(), "as on its own page");
        assert_ne!(listed(vec![package(None)]).status(), "Given back");
    }
}
