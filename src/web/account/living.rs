//! One eSIM as its page shows it: what the page is about now, what stands first on it, and what its
//! owner may do. Words only.

use super::esim_card::{self, EsimCard};
use super::esim_now::EsimNow;
use super::esim_status::in_brief;
use super::package_words::PackageWords;
use crate::app::App;
use crate::db::cancellations::CancelState;
use crate::db::esims::ForWhom;
use crate::db::packages::OwnedPackage;
use crate::flows::{cancel, start};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::device::Device;
use domain::diagnosis::Finding;
use domain::forecast::{Forecast, forecast};
use domain::phase::Phase;

/// Networks that are named in a sentence; the others have a page of their own.
const NAMED: usize = 4;

/// An eSIM on its page.
pub struct Living<'a> {
    /// In which language.
    pub t: Locale,
    /// The eSIM as it is now.
    pub esim: &'a EsimNow,
    /// How it is installed.
    pub card: EsimCard<'a>,
    /// What is in use first.
    pub packages: Vec<ShownPackage<'a>>,
    /// Where the same plan, or another, is sold.
    pub shelf: String,
    /// Whether that is the same plan.
    pub sold: bool,
    /// Its place in its order, from 1.
    pub position: i32,
    /// Whom it is for, where its order is more than one.
    pub whom: ForWhom,
}

/// A package with what its owner may do about it.
pub struct ShownPackage<'a> {
    /// In words.
    pub words: PackageWords<'a>,
    /// Where it is given back, or how far that is.
    pub give_back: Option<String>,
    /// Where it is started by hand, or how far that is.
    pub start: Option<String>,
    /// Below this stand both.
    pub path: String,
}

impl<'a> ShownPackage<'a> {
    fn new(app: &App, esim: &EsimNow, of: &'a OwnedPackage, owner: bool) -> Self {
        let line = of.line.as_ref();
        let asked = line.and_then(|line| line.cancellation.as_ref());
        let give_back = match (asked.map(|c| c.state), cancel::terms(app, of, esim.now)) {
            (Some(CancelState::Kept), _) => Some("my-esim-why-not-given-back"),
            (Some(_), _) => Some("my-esim-see-the-refund"),
            (None, Ok(_)) => Some("my-esim-give-it-back"),
            (None, Err(_)) => None,
        };
        let starting = line.is_some_and(|line| line.start.as_deref() == Some("asked"));
        let start = match start::possible(app, of) {
            _ if starting => Some("my-esim-see-its-start"),
            true => Some("my-esim-start-it-now"),
            false => None,
        };
        let path = line
            .map(|line| esim.page(&format!("/packages/{}", line.id)))
            .unwrap_or_default();
        let say = |key: &'static str| esim.t.say(key);
        let (give_back, start) = (give_back.filter(|_| owner), start.filter(|_| owner));
        Self {
            words: PackageWords {
                of,
                now: esim.now,
                t: esim.t,
            },
            give_back: give_back.map(say),
            start: start.map(say),
            path,
        }
    }
}

impl<'a> Living<'a> {
    /// For a visitor who may see it; `owner` for whom it belongs to.
    #[must_use]
    pub fn new(
        app: &'a App,
        esim: &'a EsimNow,
        plan_name: &'a str,
        (device, owner): (Device, bool),
    ) -> Self {
        let packages = esim
            .packages
            .iter()
            .map(|of| ShownPackage::new(app, esim, of, owner))
            .collect();
        let sold = esim
            .esim
            .product
            .as_ref()
            .is_some_and(|p| app.catalogue.plan(&p.id).is_some());
        let card = card(app, esim, plan_name, (device, owner));
        Self {
            t: esim.t,
            esim,
            card,
            packages,
            shelf: esim.shelf_path(app),
            sold,
            position: 1,
            whom: ForWhom::default(),
        }
    }

    /// What its page says first.
    #[must_use]
    pub fn headline(&self) -> String {
        let key = match self.esim.phase {
            Phase::InUse => return self.in_use(),
            Phase::Low => return self.t.with("left", self.left()).say("living-low"),
            Phase::Waiting => "living-waiting",
            Phase::Landed => "living-landed",
            Phase::Next => "no-internet-add-on-starts",
            Phase::Ended => match self.esim.finding {
                Finding::DataGone => "no-internet-data-is-used-up",
                Finding::TimeOver => "no-internet-days-are-over",
                Finding::SwitchedOff => "no-internet-switched-off",
                _ => "no-internet-plan-is-over",
            },
            Phase::Refund => "no-internet-given-back",
            Phase::Trouble => "esim-something-wrong",
            Phase::Install | Phase::Unpaid | Phase::NotBought | Phase::Coming => {
                return self.t.with("n", 1).say("order-ready");
            }
        };
        self.t.say(key)
    }

    fn in_use(&self) -> String {
        let current = self.current().map(|shown| &shown.words);
        let left = || {
            current
                .and_then(PackageWords::in_short)
                .unwrap_or_else(|| self.t.say("esim-in-use"))
        };
        self.pace().unwrap_or_else(left)
    }

    fn left(&self) -> String {
        self.current()
            .map(|shown| shown.words.left())
            .unwrap_or_default()
    }

    /// `At your pace: until Thursday`; none where nothing can be said.
    fn pace(&self) -> Option<String> {
        let t = self.t;
        let seen = self.esim.esim.packages_seen_at?;
        let until = match forecast(&self.current()?.words.of.package, seen)? {
            Forecast::Enough => return Some(t.say("living-pace-enough")),
            Forecast::Until(at) => at,
        };
        let (today, day) = (
            self.esim.local_day(self.esim.now),
            self.esim.local_day(until),
        );
        Some(match (day - today).num_days() {
            ..=0 => t.say("living-pace-today"),
            1 => t.say("living-pace-tomorrow"),
            2..=6 => t.with("day", t.weekday(day)).say("living-pace-weekday"),
            _ => t.with("day", t.date(day)).say("living-pace-day"),
        })
    }

    /// The forecast where it is not the headline.
    #[must_use]
    pub fn pace_below(&self) -> Option<String> {
        if self.esim.phase == Phase::Low {
            self.pace()
        } else {
            None
        }
    }

    /// Below the headline: what that means, and what is next.
    #[must_use]
    pub fn lead(&self) -> Option<String> {
        match self.esim.phase {
            Phase::Landed => Some(self.connects()),
            _ if self.sent().is_some() => None,
            Phase::InUse | Phase::Low => None,
            // The headline and the button below say it.
            Phase::Ended if self.esim.takes_topup() => None,
            _ => Some(in_brief(self.t, &self.esim.finding)),
        }
    }

    /// How soon it connects, and to which networks.
    #[must_use]
    pub fn connects(&self) -> String {
        let networks = self.esim.networks();
        let names: Vec<&str> = networks
            .iter()
            .map(|network| network.name.as_str())
            .collect();
        match names.len() {
            0 => self.t.say("living-connects"),
            1..=NAMED => self
                .t
                .with("networks", self.t.one_of(&names))
                .say("living-connects-to"),
            _ => self.t.say("living-connects-to-many"),
        }
    }

    /// Whether it is one of these.
    fn is(&self, phases: &[Phase]) -> bool {
        phases.contains(&self.esim.phase)
    }

    /// Whether installing comes before all else.
    #[must_use]
    pub fn to_install(&self) -> bool {
        self.esim.to_install()
    }

    /// Until when somebody else's link to it works, while it is on no phone: then it is not this
    /// visitor's to install.
    #[must_use]
    pub fn sent(&self) -> Option<String> {
        self.whom
            .link_until
            .filter(|_| self.to_install())
            .map(|until| self.t.day(until))
    }

    /// Where it stands, beside that a link was sent: `Installed ✓ · In use`.
    #[must_use]
    pub fn standing(&self) -> String {
        let installed = self
            .esim
            .installed()
            .then(|| self.t.say("my-esim-installed"));
        let more = (!self.is(&[Phase::Install, Phase::Waiting]) || installed.is_none())
            .then(|| self.esim.status());
        installed
            .into_iter()
            .chain(more)
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Whether the settings at the destination come first: at home for later, landed for now.
    #[must_use]
    pub fn to_start(&self) -> bool {
        self.is(&[Phase::Waiting, Phase::Landed]) && self.esim.usable()
    }

    /// Whether a plan on it has met a network.
    #[must_use]
    pub fn started(&self) -> bool {
        self.esim
            .packages
            .iter()
            .any(|p| p.package.started_at.is_some() || p.package.is_active())
    }

    /// Whether the traveller is there.
    #[must_use]
    pub fn landed(&self) -> bool {
        self.is(&[Phase::Landed])
    }

    /// Where another eSIM like it is bought: a path without a language.
    #[must_use]
    pub fn again(&self) -> String {
        let sold = self.esim.esim.product.as_ref().filter(|_| self.sold);
        sold.map_or_else(
            || Routes::DESTINATIONS.to_owned(),
            |product| Routes::plan(&product.id),
        )
    }

    /// Whether it is over, so that what comes next is another plan.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.is(&[Phase::Ended, Phase::Refund])
    }

    /// Whether its own state is worth a line beside the headline.
    #[must_use]
    pub fn tells_state(&self) -> bool {
        !self.is(&[Phase::Install, Phase::Landed])
    }

    /// Whether anything is known of what is on it.
    #[must_use]
    pub fn knows_plans(&self) -> bool {
        !self.packages.is_empty() || !self.is(&[Phase::Install])
    }

    /// What is in use, or else what comes next or came last.
    #[must_use]
    pub fn current(&self) -> Option<&ShownPackage<'a>> {
        self.packages.first()
    }

    /// What else is on it.
    #[must_use]
    pub fn others(&self) -> &[ShownPackage<'a>] {
        self.packages.get(1..).unwrap_or_default()
    }

    /// What takes over from the package in use.
    #[must_use]
    pub fn next(&self) -> Option<String> {
        let first = self
            .packages
            .first()
            .filter(|p| p.words.of.package.is_active())?;
        let waits = |p: &&ShownPackage<'_>| p.words.of.package.is_pending() && !p.words.leaves();
        let next = self.others().iter().find(waits)?;
        (first.words.of.package.supplier_order_id != next.words.of.package.supplier_order_id)
            .then(|| next.words.name())
    }
}

/// How an eSIM is installed, for a visitor who may see it.
#[must_use]
pub fn card<'a>(
    app: &'a App,
    esim: &'a EsimNow,
    plan_name: &'a str,
    (device, owner): (Device, bool),
) -> EsimCard<'a> {
    EsimCard {
        esim: &esim.esim.esim,
        code: None,
        plan_name,
        number: None,
        traveller: esim.esim.esim.traveller.as_deref(),
        beside_others: false,
        hand_over: (owner && esim.opens_by_link()).then(|| esim.page("/hand-over")),
        qr_url: format!("{}/qr.png", esim.path()),
        apn: esim_card::apn(&app.config, &esim.esim.esim, esim.product()),
        device,
    }
}
