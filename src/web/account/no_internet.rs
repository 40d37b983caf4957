//! “No internet?”: the one next step for this eSIM, from what the network knows of it, and all the
//! others below. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::esim_card;
use super::esim_extractor::SeenEsim;
use super::esim_now::EsimNow;
use super::package_words::PackageWords;
use crate::app::App;
use crate::l10n::Locale;
use crate::web::http::device::Device;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;
use domain::diagnosis::{Finding, Step};

/// `GET /my-esims/{iccid_ref}/no-internet`
#[derive(Template)]
#[template(path = "account/no_internet.html")]
struct NoInternetPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a EsimNow,
    advice: InternetAdvice,
    apn: Option<&'a str>,
    device: Device,
}

/// The one next step in words.
struct InternetAdvice {
    title: String,
    because: String,
    /// A button's words and where it leads.
    action: (String, String),
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

    fn on_phone(&self) -> String {
        self.t.say(match self.esim.esim.esim.status {
            None => "no-internet-on-phone-unknown-yet",
            Some(_) if self.esim.installed() => "no-internet-on-phone",
            Some(domain::esim::EsimStatus::Provisioned) => "no-internet-on-phone-not-yet",
            Some(_) => "no-internet-on-phone-unknown",
        })
    }

    /// An address that opens the traveller's mail program with what support will ask for.
    fn mail(&self) -> String {
        let subject = self
            .t
            .with("order", &self.esim.esim.order_number)
            .say("no-internet-mail-subject");
        let subject = utf8_percent_encode(&subject, NON_ALPHANUMERIC);
        format!(
            "mailto:{}?subject={subject}&body=ICCID:%20{}",
            self.chrome.support_email,
            self.esim.esim.esim.iccid.digits()
        )
    }
}

fn advice(app: &App, esim: &EsimNow) -> InternetAdvice {
    let finding = &esim.finding;
    let (words, to) = match finding.step() {
        Step::Install => ("no-internet-install-it", esim.page("#install")),
        Step::TopUp => ("no-internet-top-up", esim.page("/top-up")),
        Step::BuyAgain => ("no-internet-see-the-plans", esim.shelf_path(app)),
        Step::Start | Step::SwitchRoaming | Step::LetAddOnStart => {
            ("no-internet-show-the-switches", "#switches".to_owned())
        }
        Step::PickNetwork => ("no-internet-show-the-networks", "#networks".to_owned()),
        Step::Contact => ("no-internet-write-to-us", "#person".to_owned()),
    };
    let phone_helps = finding.step() != Step::BuyAgain;
    InternetAdvice {
        title: esim.t.say(title(finding)),
        because: because(finding, esim),
        action: (esim.t.say(words), to),
        phone_helps,
    }
}

fn title(finding: &Finding) -> &'static str {
    match finding {
        Finding::NotInstalled => "no-internet-install-first",
        Finding::NotStarted => "no-internet-set-the-switches",
        Finding::NothingUsed | Finding::UseUnknown => "no-internet-turn-on-roaming",
        Finding::Works => "no-internet-pick-a-network",
        Finding::AddOnWaits => "no-internet-add-on-starts",
        Finding::DataGone => "no-internet-data-is-used-up",
        Finding::TimeOver => "no-internet-days-are-over",
        Finding::NothingToAdd => "no-internet-plan-is-over",
        Finding::GivenBack => "no-internet-given-back",
        Finding::SwitchedOff => "no-internet-switched-off",
        Finding::Broken | Finding::Unexplained(_) => "no-internet-contact",
    }
}

fn because(finding: &Finding, esim: &EsimNow) -> String {
    let (t, current) = (esim.t, esim.current());
    t.say(match finding {
        Finding::NotInstalled => "no-internet-because-not-installed",
        Finding::NotStarted => "no-internet-because-not-started",
        Finding::NothingUsed => "no-internet-because-nothing-used",
        Finding::UseUnknown => "no-internet-because-use-unknown",
        Finding::AddOnWaits => "no-internet-because-add-on-waits",
        Finding::NothingToAdd => "no-internet-because-nothing-to-add",
        Finding::GivenBack => "no-internet-because-given-back",
        Finding::SwitchedOff => "no-internet-because-switched-off",
        Finding::Broken => "no-internet-because-broken",
        Finding::Unexplained(word) => {
            return t.with("word", word).say("no-internet-because-unexplained");
        }
        Finding::Works => match current.as_ref().and_then(PackageWords::in_short) {
            Some(left) => {
                return t
                    .with("left", left)
                    .say("no-internet-because-works-with-figures");
            }
            None => "no-internet-because-works",
        },
        Finding::DataGone => match current.as_ref().and_then(PackageWords::used) {
            Some(used) => {
                return t
                    .with("used", used)
                    .say("no-internet-because-data-gone-with-figures");
            }
            None => "no-internet-because-data-gone",
        },
        Finding::TimeOver => match esim.packages.iter().filter_map(|p| p.package.ends_at).max() {
            Some(end) => {
                return t
                    .with("end", t.moment_in(end, esim.zone()))
                    .say("no-internet-because-time-over-on");
            }
            None => "no-internet-because-time-over",
        },
    })
}

/// The page.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    SeenEsim { esim, .. }: SeenEsim,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let esim = EsimNow::look(&app, here.t, &esim).await?;
    let advice = advice(&app, &esim);
    let apn = esim_card::apn(&app.config, &esim.esim.esim, esim.product());
    let chrome = Chrome::new(&app, &here, here.t.say("no-internet-title")).noindex();
    private::page(
        StatusCode::OK,
        &NoInternetPage {
            t: here.t,
            chrome,
            advice,
            apn,
            device: Device::of(&headers),
            esim: &esim,
        },
    )
}
