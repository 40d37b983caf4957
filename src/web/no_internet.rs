//! “No internet?”: the one next step for this eSIM, from what the network knows of it, and all the others below. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::device::Device;
use super::esim_card;
use super::esim_now::EsimNow;
use super::fault::Fault;
use super::language::Here;
use super::layout::Chrome;
use super::owned::MyEsim;
use super::package_words::PackageWords;
use super::private;
use crate::app::App;
use crate::domain::diagnosis::{Finding, Step};
use crate::domain::when;
use crate::l10n::Locale;

/// `GET /my-esims/{iccid_ref}/no-internet`
#[derive(Template)]
#[template(path = "after/no_internet.html")]
struct NoInternetPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a EsimNow,
    advice: Advice,
    apn: Option<&'a str>,
    device: Device,
}

/// The one next step in words.
struct Advice {
    title: &'static str,
    because: String,
    /// A button's words and where it leads.
    action: Option<(&'static str, String)>,
    /// Whether the switches of the phone can help at all.
    phone_helps: bool,
}

impl NoInternetPage<'_> {
    fn apn(&self) -> Option<&str> {
        self.apn
    }

    fn current(&self) -> Option<PackageWords<'_>> {
        self.esim.current()
    }

    fn on_phone(&self) -> &'static str {
        match self.esim.esim.esim.status {
            None => "Not known yet",
            Some(_) if self.esim.installed() => "Yes ✓",
            Some(crate::domain::esim::EsimStatus::Provisioned) => "Not yet",
            Some(_) => "Not known",
        }
    }

    /// An address that opens the traveller's mail program with what support will ask for.
    fn mail(&self) -> String {
        let subject = format!("No internet, order {}", self.esim.esim.order_number).replace(' ', "%20");
        format!("mailto:{}?subject={subject}&body=ICCID:%20{}", self.chrome.support_email, self.esim.esim.esim.iccid.digits())
    }
}

fn advice(app: &App, esim: &EsimNow) -> Advice {
    let finding = &esim.finding;
    let action = match finding.step() {
        Step::Install => Some(("Install it", format!("{}#install", esim.path()))),
        Step::TopUp => Some(("Top up", format!("{}/top-up", esim.path()))),
        Step::BuyAgain => Some(("See the plans", esim.shelf_path(app))),
        Step::Start | Step::SwitchRoaming | Step::LetAddOnStart => Some(("Show me the four switches", "#switches".to_owned())),
        Step::PickNetwork => Some(("Show me the networks", "#networks".to_owned())),
        Step::Contact => Some(("Write to us", "#person".to_owned())),
    };
    let phone_helps = finding.step() != Step::BuyAgain;
    Advice { title: title(finding), because: because(finding, esim), action, phone_helps }
}

fn title(finding: &Finding) -> &'static str {
    match finding {
        Finding::NotInstalled => "Install it first",
        Finding::NotStarted => "Set the four switches",
        Finding::NothingUsed | Finding::UseUnknown => "Turn on data roaming for the eSIM",
        Finding::Works => "Pick a network by hand",
        Finding::AddOnWaits => "Your add-on starts by itself",
        Finding::DataGone => "Your data is used up",
        Finding::TimeOver => "The plan’s days are over",
        Finding::NothingToAdd => "The plan is over",
        Finding::GivenBack => "This plan was given back",
        Finding::SwitchedOff => "This eSIM is switched off for good",
        Finding::Broken | Finding::Unexplained(_) => "Write to us",
    }
}

fn because(finding: &Finding, esim: &EsimNow) -> String {
    let current = esim.current();
    let used = current.as_ref().and_then(PackageWords::used);
    let text = match finding {
        Finding::NotInstalled => {
            "The network has not seen this eSIM on a phone yet. Does your phone already list it as a second line? Then the network is late: go on with the four switches below."
        }
        Finding::NotStarted => {
            "The eSIM is fine, and its plan waits: it has not met a network at your destination yet. With these four it will."
        }
        Finding::NothingUsed => {
            "The plan has started, but no data has gone through it. It is nearly always this one switch, or the phone still uses the other line for data."
        }
        Finding::UseUnknown => {
            "The plan has started, but the network has not said how much of it is used. It is nearly always this one switch."
        }
        Finding::AddOnWaits => {
            "The plan before it is over. Give the phone a minute with data roaming on; the network then begins your add-on. You need not install or activate anything."
        }
        Finding::NothingToAdd => {
            "Its plan has ended, and no add-on fits this eSIM. A new plan comes as a new eSIM; your phone can keep both."
        }
        Finding::GivenBack => {
            "It ended when you gave it back, so no switch on the phone can bring it to life. A new plan comes as a new eSIM."
        }
        Finding::SwitchedOff => "The network does that 60 days after the last plan on an eSIM has ended. A new plan comes as a new eSIM.",
        Finding::Broken => {
            "The network reports a fault on this eSIM. That is rare, it is nothing you did, and no switch on the phone mends it."
        }
        Finding::Unexplained(word) => {
            return format!("The network calls it “{word}”, a word that we do not know. We will ask what it means.");
        }
        Finding::Works => return works(current.as_ref()),
        Finding::DataGone => {
            return format!("{}. An add-on works at once, on this same eSIM.", used.unwrap_or_else(|| "Nothing is left of it".to_owned()));
        }
        Finding::TimeOver => {
            let end = esim.packages.iter().filter_map(|p| p.package.ends_at).max();
            let ended = end.map_or_else(|| "It has ended".to_owned(), |end| format!("It ended on {}", when::day_and_minute(end)));
            return format!("{ended}. An add-on brings this same eSIM back to life.");
        }
    };
    text.to_owned()
}

fn works(current: Option<&PackageWords<'_>>) -> String {
    let left = current.and_then(PackageWords::in_short).unwrap_or_else(|| "the plan is in use".to_owned());
    format!(
        "As far as the network knows all is well: {left}. The phone may be holding on to a network that does not carry it. Pick another by hand, then restart the phone."
    )
}

/// The page.
pub async fn show(State(app): State<App>, here: Here, MyEsim(esim): MyEsim, headers: HeaderMap) -> Result<Response, Fault> {
    let esim = EsimNow::look(&app, &esim).await?;
    let advice = advice(&app, &esim);
    let apn = esim_card::apn(&app.config, esim.product());
    let chrome = Chrome::new(&app, &here, "No internet?").noindex();
    private::page(StatusCode::OK, &NoInternetPage { t: here.t, chrome, advice, apn, device: Device::of(&headers), esim: &esim })
}
