//! An eSIM as it is now: looked up afresh, with its packages and what is the matter with it. The
//! words that several pages share.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::moment;
use super::package_words::PackageWords;
use crate::app::App;
use crate::catalogue::snapshot::plan_path;
use crate::db::order_pages::{self, Esim, OwnedEsim};
use crate::db::packages::{self, OwnedPackage};
use crate::flows::usage;
use crate::l10n::{Html, Locale};
use crate::web::http::error::WebError;
use domain::daytime::only_zone;
use domain::diagnosis::{self, Finding, Known, Step};
use domain::esim::EsimStatus;
use domain::package::Package;
use domain::phase::Phase;
use domain::product::{Network, Product};
use domain::{destination, mcc};

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
        let (finding, phase) = judge(t, esim.esim.status.as_ref(), &packages, addable, now);
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
        format!("/my-esims/{}", self.esim.esim.id)
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

    /// Whether nothing is left on it that its traveller could use: given back, and nothing beside
    /// it.
    #[must_use]
    pub fn gone(&self) -> bool {
        let stays = |p: &OwnedPackage| {
            p.package
                .status
                .as_ref()
                .is_none_or(domain::package::PackageStatus::is_live)
        };
        self.esim.cancelled
            && !self.packages.iter().any(|p| {
                stays(p)
                    && !PackageWords {
                        of: p,
                        now: self.now,
                        t: self.t,
                    }
                    .leaves()
            })
    }

    /// Whether it can still be installed or used.
    #[must_use]
    pub fn usable(&self) -> bool {
        !self.gone()
            && !matches!(
                self.esim.esim.status,
                Some(EsimStatus::Blocked | EsimStatus::Deactivated)
            )
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
        self.usable() && self.addable
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
        let waits = |p: &&OwnedPackage| {
            p.package.is_pending()
                && !PackageWords {
                    of: p,
                    now: self.now,
                    t: self.t,
                }
                .leaves()
        };
        let started = self
            .packages
            .iter()
            .any(|p| p.package.started_at.is_some() || p.package.is_active());
        if started || !self.usable() {
            return None;
        }
        self.packages
            .iter()
            .find(waits)
            .map_or(self.esim.activate_by, |p| {
                p.package.start_by.or(self.esim.activate_by)
            })
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
            .map(|product| by_country(self.t, product))
            .unwrap_or_default()
    }

    /// Where the same plan, or one for the same place, is sold, in this language.
    #[must_use]
    pub fn shelf_path(&self, app: &App) -> String {
        let product = self.esim.product.as_ref();
        let path = product
            .filter(|p| app.catalogue.plan(&p.id).is_some())
            .map(|p| plan_path(&p.id));
        self.t.path(path.as_deref().unwrap_or("/destinations"))
    }
}

/// What is the matter with an eSIM, and what its page is about, from what was read last.
#[must_use]
pub fn judge(
    t: Locale,
    status: Option<&EsimStatus>,
    packages: &[OwnedPackage],
    addable: bool,
    now: DateTime<Utc>,
) -> (Finding, Phase) {
    let kept: Vec<&Package> = packages
        .iter()
        .filter(|p| !PackageWords { of: p, now, t }.leaves())
        .map(|p| &p.package)
        .collect();
    let left_behind = kept.is_empty() && !packages.is_empty();
    let known = Known {
        esim: status,
        packages: &kept,
        addable,
    };
    let finding =
        if left_behind && !matches!(status, Some(EsimStatus::Blocked | EsimStatus::Deactivated)) {
            Finding::GivenBack
        } else {
            diagnosis::find(&known, now)
        };
    let phase = Phase::of_esim(&finding, &known);
    (finding, phase)
}

/// The names of a product's networks by the country they are in, in the order of the language;
/// those of no known country last.
pub fn by_country(t: Locale, product: &Product) -> Vec<(String, String)> {
    let (mut places, mut elsewhere): (BTreeMap<String, Vec<&str>>, Vec<&str>) =
        (BTreeMap::new(), Vec::new());
    for network in &product.networks {
        // What the supplier tells is surer than what is read from the network's number.
        let told = network
            .country
            .as_deref()
            .and_then(destination::country)
            .map(|country| country.code);
        let shared = network
            .mccmnc
            .as_deref()
            .filter(|_| told.is_none())
            .into_iter()
            .flat_map(mcc::countries);
        // Of the countries that share a code, those that the plan covers.
        let covered = told
            .into_iter()
            .chain(shared)
            .filter(|iso| product.coverage.iter().any(|code| code == iso));
        let countries: Vec<&str> = covered
            .filter_map(destination::country)
            .map(|c| c.name_in(t.code()))
            .collect();
        let place = t.all_of(&countries);
        let here = if countries.is_empty() {
            &mut elsewhere
        } else {
            places.entry(place).or_default()
        };
        if !here.contains(&network.name.as_str()) {
            here.push(&network.name);
        }
    }
    let mut places: Vec<(String, Vec<&str>)> = places.into_iter().collect();
    t.sort_by_name(&mut places, |(place, _)| place);
    if !elsewhere.is_empty() {
        places.push((t.say("esim-elsewhere"), elsewhere));
    }
    places
        .into_iter()
        .map(|(place, names)| (place, names.join(", ")))
        .collect()
}

/// The supplier's rule: plans of one profile whose places meet can be put on each other's eSIMs.
/// What is not known is not denied.
fn addable(app: &App, esim: &OwnedEsim) -> bool {
    let Some(mine) = &esim.product else {
        return true;
    };
    let Some(profile) = &mine.imsi_profile else {
        return true;
    };
    let snapshot = app.catalogue.snapshot();
    let fits = |theirs: &Product| {
        theirs.imsi_profile.as_ref() == Some(profile)
            && theirs
                .coverage
                .iter()
                .any(|code| mine.coverage.binary_search(code).is_ok())
    };
    snapshot.is_empty()
        || snapshot
            .shelves()
            .any(|shelf| shelf.plans.iter().any(|plan| fits(&plan.product)))
}

/// An eSIM's status in plain words; an unknown one as it came.
#[must_use]
pub fn status_words(t: Locale, status: Option<&EsimStatus>) -> String {
    t.say(match status {
        None | Some(EsimStatus::Provisioned) => "esim-ready-to-install",
        Some(EsimStatus::Installed) => "esim-on-a-phone",
        Some(EsimStatus::Active) => "esim-in-use",
        Some(EsimStatus::Expired) => "esim-plan-has-ended",
        Some(EsimStatus::Blocked) => "esim-switched-off",
        Some(EsimStatus::Deactivated) => "esim-something-wrong",
        Some(EsimStatus::Other(word)) => return t.with("word", word).say("esim-network-says"),
    })
}

/// The same for the stylesheet.
#[must_use]
pub fn status_class(status: Option<&EsimStatus>) -> &'static str {
    match status {
        None | Some(EsimStatus::Provisioned | EsimStatus::Installed | EsimStatus::Active) => "good",
        Some(EsimStatus::Deactivated | EsimStatus::Other(_)) => "warn",
        Some(EsimStatus::Expired | EsimStatus::Blocked) => "",
    }
}

/// What its page says first, in a sentence.
#[must_use]
pub fn in_brief(t: Locale, finding: &Finding) -> String {
    t.say(match finding {
        Finding::NotInstalled => "esim-brief-not-installed",
        Finding::NotStarted => "esim-brief-not-started",
        Finding::NothingUsed => "esim-brief-nothing-used",
        Finding::UseUnknown => "esim-brief-use-unknown",
        Finding::Works => "esim-brief-works",
        Finding::AddOnWaits => "esim-brief-add-on-waits",
        Finding::DataGone => "esim-brief-data-gone",
        Finding::TimeOver => "esim-brief-time-over",
        Finding::NothingToAdd => "esim-brief-nothing-to-add",
        Finding::GivenBack => "esim-brief-given-back",
        Finding::SwitchedOff => "esim-brief-switched-off",
        Finding::Broken => "esim-brief-broken",
        Finding::Unexplained(_) => "esim-brief-unexplained",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_networks_are_found_by_the_country_one_is_in() {
        let network = |mccmnc: &str, name: &str| Network {
            mccmnc: Some(mccmnc.into()),
            name: name.into(),
            speed: None,
            country: None,
        };
        let mut product = crate::catalogue::testing::product("p", "AT DE GB JE");
        product.networks = vec![
            network("26201", "Telekom"),
            network("23203", "Magenta"),
            network("26202", "Vodafone"),
            network("23415", "Vodafone"),
            network("26203", "Telekom"),
            network("99999", "Sea"),
            // As the supplier tells it, whatever the number says.
            Network {
                country: Some("JE".into()),
                ..network("23455", "Sure")
            },
            Network {
                country: Some("AT".into()),
                ..network("99999", "A1")
            },
        ];
        let told = by_country(Locale::ENGLISH, &product);
        let told: Vec<(&str, &str)> = told
            .iter()
            .map(|(place, names)| (place.as_str(), names.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("Austria", "Magenta, A1"),
                ("Germany", "Telekom, Vodafone"),
                ("Jersey", "Sure"),
                ("United Kingdom and Jersey", "Vodafone"),
                ("Elsewhere", "Sea"),
            ]
        );
    }
}
