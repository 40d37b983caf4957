//! An eSIM as it is now: looked up afresh, with its packages and what is the matter with it. The
//! words that several pages share.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::esim_status::{status_class, status_words};
use super::moment;
use super::package_words::{PackageWords, leaves};
use crate::app::App;
use crate::db::order_pages::{self, Esim, OwnedEsim};
use crate::db::packages::{self, OwnedPackage};
use crate::flows::usage;
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::web::http::error::WebError;
use domain::daytime::only_zone;
use domain::diagnosis::{Finding, Step};
use domain::esim::EsimStatus;
use domain::phase::Phase;
use domain::product::{Network, Product};
use domain::sold_esim::{PackageOnEsim, SoldEsim};

/// Figures older than this are said to be old.
const YOUNG: TimeDelta = TimeDelta::minutes(5);

/// An eSIM, its packages, and what follows from them.
#[derive(Debug)]
pub struct EsimNow {
    /// The eSIM.
    pub esim: OwnedEsim,
    /// Its packages, what is in use first.
    pub packages: Vec<OwnedPackage>,
    /// What is the matter with it, or would be if there were no internet.
    pub finding: Finding,
    /// What its page is about.
    pub phase: Phase,
    /// Whether anything on our shelf may be added to it.
    pub addable: bool,
    /// When this was read.
    pub now: DateTime<Utc>,
    /// The language in which it is told.
    pub t: Locale,
}

impl EsimNow {
    /// Asks the supplier if that has not been done for a minute, and reads what is known then. It
    /// never fails for the supplier.
    ///
    /// # Errors
    /// The database's.
    pub async fn look(app: &App, t: Locale, esim: &OwnedEsim) -> Result<Self, WebError> {
        usage::look(app, esim.esim.iccid.digits()).await?;
        Self::known(app, t, esim.esim.id).await
    }

    /// The same for one of an order's, by its id. One that was delivered a moment ago has no news
    /// yet, and nobody waits for them.
    ///
    /// # Errors
    /// The database's.
    pub async fn of_order(
        app: &App,
        t: Locale,
        esim: &Esim,
        delivered_at: Option<DateTime<Utc>>,
    ) -> Result<Self, WebError> {
        if delivered_at.is_none_or(|at| app.clock.now() - at >= usage::FRESH) {
            usage::look(app, esim.iccid.digits()).await?;
        }
        Self::known(app, t, esim.id).await
    }

    /// The same by its id from what is known, without asking anybody.
    ///
    /// # Errors
    /// The database's.
    pub async fn known(app: &App, t: Locale, id: Uuid) -> Result<Self, WebError> {
        let esim = order_pages::esim_by_id(&app.db, id)
            .await?
            .ok_or(WebError::NotFound)?;
        Self::read(app, t, esim).await
    }

    /// The same from what is known, without asking anybody.
    ///
    /// # Errors
    /// The database's.
    pub async fn read(app: &App, t: Locale, esim: OwnedEsim) -> Result<Self, WebError> {
        let packages = packages::of_esim(&app.db, esim.esim.iccid.digits()).await?;
        let (now, addable) = (app.clock.now(), addable(app, &esim));
        let (finding, phase) = sold(&esim, &packages, addable).diagnose(now);
        Ok(Self {
            esim,
            packages,
            finding,
            phase,
            addable,
            now,
            t,
        })
    }

    /// `/my-esims/…`, without a language.
    #[must_use]
    pub fn path(&self) -> String {
        Routes::esim(self.esim.esim.id)
    }

    /// Its page, or one below it, such as `/top-up`, in this language.
    #[must_use]
    pub fn page(&self, below: &str) -> String {
        self.t.path(&format!("{}{below}", self.path()))
    }

    /// `Japan · 10 GB · 7 days`
    #[must_use]
    pub fn plan_name(&self) -> String {
        self.t
            .sold_name(self.esim.product.as_ref(), &self.esim.plan_name)
    }

    /// What is in use, or else what comes next or came last.
    #[must_use]
    pub fn current(&self) -> Option<PackageWords<'_>> {
        self.packages.first().map(|of| PackageWords {
            of,
            now: self.now,
            t: self.t,
        })
    }

    fn sold(&self) -> SoldEsim<'_> {
        sold(&self.esim, &self.packages, self.addable)
    }

    /// Whether nothing is left on it that its traveller could use: given back, and nothing beside
    /// it.
    #[must_use]
    pub fn gone(&self) -> bool {
        self.sold().given_back()
    }

    /// Whether it can still be installed or used.
    #[must_use]
    pub fn usable(&self) -> bool {
        self.sold().usable()
    }

    /// Whether somebody else may open it by a link: not once it is over with it, nor while it is
    /// being cancelled. Pages that make links, and the page that a link opens, go by this.
    #[must_use]
    pub fn opens_by_link(&self) -> bool {
        self.usable() && self.phase != Phase::Refund
    }

    /// Whether installing it comes before all else.
    #[must_use]
    pub fn to_install(&self) -> bool {
        self.phase == Phase::Install && self.opens_by_link()
    }

    /// Whether it is, or was, on a phone.
    #[must_use]
    pub fn installed(&self) -> bool {
        self.esim
            .esim
            .status
            .as_ref()
            .is_some_and(EsimStatus::is_installed)
    }

    /// Whether more data can be put on it, as far as our shelf knows.
    #[must_use]
    pub fn takes_topup(&self) -> bool {
        self.sold().takes_topup()
    }

    /// Whether a top-up is what it needs.
    #[must_use]
    pub fn needs_topup(&self) -> bool {
        self.finding.step() == Step::TopUp || self.current().is_some_and(|p| p.low())
    }

    /// In plain words.
    #[must_use]
    pub fn status(&self) -> String {
        if self.gone() {
            self.t.say("esim-given-back")
        } else {
            status_words(self.t, self.esim.esim.status.as_ref())
        }
    }

    /// For the stylesheet.
    #[must_use]
    pub fn status_class(&self) -> &'static str {
        if self.gone() {
            ""
        } else {
            status_class(self.esim.esim.status.as_ref())
        }
    }

    /// The last day the plan that waits can be started.
    #[must_use]
    pub fn start_by(&self) -> Option<DateTime<Utc>> {
        self.sold().start_by()
    }

    /// `22 Jan 2027`
    #[must_use]
    pub fn start_by_day(&self) -> Option<String> {
        self.start_by().map(|day| self.t.day(day))
    }

    /// `Updated 2 minutes ago`, and whether the network was silent since; none before the first
    /// figures.
    #[must_use]
    pub fn updated(&self) -> Option<Html> {
        let words = self.t.with_html(
            "ago",
            &moment::ago(self.t, self.esim.packages_seen_at?, self.now),
        );
        Some(words.html(if self.stale() {
            "part-as-of-stale"
        } else {
            "part-as-of"
        }))
    }

    /// Whose clocks it travels by, where it is for a place of one zone.
    #[must_use]
    pub fn zone(&self) -> Option<Tz> {
        self.product()
            .and_then(|product| only_zone(&product.coverage))
    }

    /// The day that it is there at a moment.
    #[must_use]
    pub fn local_day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone().map_or_else(
            || at.date_naive(),
            |zone| at.with_timezone(&zone).date_naive(),
        )
    }

    /// Whether the figures are old, because the network did not answer.
    #[must_use]
    pub fn stale(&self) -> bool {
        self.esim
            .packages_seen_at
            .is_some_and(|seen| self.now - seen > YOUNG)
    }

    /// What was sold with the package in use, or with the eSIM.
    #[must_use]
    pub fn product(&self) -> Option<&Product> {
        let live = self
            .packages
            .iter()
            .filter(|p| p.package.is_active() || p.package.is_pending());
        live.filter_map(|p| p.line.as_ref()?.product.as_ref())
            .next()
            .or(self.esim.product.as_ref())
    }

    /// The networks that it works in, each name once.
    #[must_use]
    pub fn networks(&self) -> Vec<&Network> {
        let mut networks: Vec<&Network> = Vec::new();
        for network in self.product().map_or(&[][..], |p| &p.networks) {
            if !networks.iter().any(|n| n.name == network.name) {
                networks.push(network);
            }
        }
        networks
    }

    /// The same where they are many: by country, in the order of the language; those of no known
    /// country last.
    #[must_use]
    pub fn networks_by_country(&self) -> Vec<(String, String)> {
        self.product()
            .map(|product| self.t.networks_by_country(product))
            .unwrap_or_default()
    }

    /// Where the same plan, or one for the same place, is sold, in this language.
    #[must_use]
    pub fn shelf_path(&self, app: &App) -> String {
        let product = self.esim.product.as_ref();
        let path = product
            .filter(|p| app.catalogue.plan(&p.id).is_some())
            .map(|p| Routes::plan(&p.id));
        self.t.path(path.as_deref().unwrap_or(Routes::DESTINATIONS))
    }
}

/// What the rules are asked about an eSIM.
pub fn sold<'a>(esim: &'a OwnedEsim, packages: &'a [OwnedPackage], addable: bool) -> SoldEsim<'a> {
    SoldEsim {
        status: esim.esim.status.as_ref(),
        cancelled: esim.cancelled,
        activate_by: esim.activate_by,
        packages: packages
            .iter()
            .map(|of| PackageOnEsim {
                package: &of.package,
                leaves: leaves(of),
            })
            .collect(),
        addable,
    }
}

/// Whether anything on our shelf can be put on it. What is not known is not denied.
fn addable(app: &App, esim: &OwnedEsim) -> bool {
    let Some(mine) = esim
        .product
        .as_ref()
        .filter(|mine| mine.imsi_profile.is_some())
    else {
        return true;
    };
    let snapshot = app.catalogue.snapshot();
    snapshot.is_empty()
        || snapshot
            .shelves()
            .any(|shelf| shelf.plans.iter().any(|plan| mine.takes(&plan.product)))
}
