//! One eSIM of a traveller's: what is left, what to do next, its code again, and the sheet to print. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::device::Device;
use super::esim_card::{self, EsimCard};
use super::esim_now::{EsimNow, in_brief};
use super::fault::Fault;
use super::language::Here;
use super::layout::Chrome;
use super::owned::SeenEsim;
use super::package_words::PackageWords;
use super::private;
use crate::app::App;
use crate::db::cancellations::CancelState;
use crate::db::packages::OwnedPackage;
use crate::domain::diagnosis::{Finding, Step};
use crate::domain::{calendar, qr};
use crate::flows::{cancel, start};
use crate::l10n::Locale;

/// `GET /my-esims/{iccid_ref}`
#[derive(Template)]
#[template(path = "after/my_esim.html")]
struct EsimPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a EsimNow,
    card: EsimCard<'a>,
    packages: Vec<Shown<'a>>,
    device: Device,
    shelf: String,
}

/// A package with what its owner may do about it.
struct Shown<'a> {
    words: PackageWords<'a>,
    /// Where it is given back, or how far that is.
    give_back: Option<String>,
    /// Where it is started by hand, or how far that is.
    start: Option<String>,
    path: String,
}

impl<'a> Shown<'a> {
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
        let path = line.map(|line| esim.page(&format!("/packages/{}", line.id))).unwrap_or_default();
        let say = |key: &'static str| esim.t.say(key);
        let (give_back, start) = (give_back.filter(|_| owner), start.filter(|_| owner));
        Self { words: PackageWords { of, now: esim.now, t: esim.t }, give_back: give_back.map(say), start: start.map(say), path }
    }
}

impl EsimPage<'_> {
    fn apn(&self) -> Option<&str> {
        self.card.apn
    }

    fn brief(&self) -> String {
        in_brief(self.t, &self.esim.finding)
    }

    /// Whether installing comes before all else.
    fn to_install(&self) -> bool {
        self.esim.finding == Finding::NotInstalled
    }

    /// Whether a plan on it has met a network.
    fn started(&self) -> bool {
        self.esim.packages.iter().any(|p| p.package.started_at.is_some() || p.package.is_active())
    }

    fn to_buy(&self) -> bool {
        self.esim.finding.step() == Step::BuyAgain
    }

    fn current(&self) -> Option<&Shown<'_>> {
        self.packages.first()
    }

    fn others(&self) -> &[Shown<'_>] {
        self.packages.get(1..).unwrap_or_default()
    }

    /// What takes over from the package in use.
    fn next(&self) -> Option<String> {
        let first = self.packages.first().filter(|p| p.words.of.package.is_active())?;
        let waits = |p: &&Shown<'_>| p.words.of.package.is_pending() && !p.words.leaves();
        let next = self.others().iter().find(waits)?;
        (first.words.of.package.supplier_order_id != next.words.of.package.supplier_order_id).then(|| next.words.name())
    }

    fn bought(&self) -> Option<String> {
        self.esim.esim.delivered_at.map(|at| self.t.day(at))
    }
}

fn card<'a>(app: &'a App, esim: &'a EsimNow, plan_name: &'a str, (device, owner): (Device, bool)) -> EsimCard<'a> {
    EsimCard {
        esim: &esim.esim.esim,
        plan_name,
        number: None,
        traveller: esim.esim.esim.traveller.as_deref(),
        hand_over: owner.then(|| esim.page("/hand-over")),
        page: None,
        qr_url: format!("{}/qr.png", esim.path()),
        activate_by: esim.start_by(),
        apn: esim_card::apn(&app.config, &esim.esim.esim, esim.product()),
        device,
    }
}

/// Its page.
pub async fn show(State(app): State<App>, here: Here, seen: SeenEsim, headers: HeaderMap) -> Result<Response, Fault> {
    let (esim, owner) = (EsimNow::look(&app, here.t, &seen.esim).await?, seen.owner);
    let device = Device::of(&headers);
    let packages = esim.packages.iter().map(|of| Shown::new(&app, &esim, of, owner)).collect();
    let plan_name = esim.plan_name();
    let chrome = Chrome::new(&app, &here, &plan_name).noindex();
    let card = card(&app, &esim, &plan_name, (device, owner));
    let shelf = esim.shelf_path(&app);
    private::page(StatusCode::OK, &EsimPage { t: here.t, chrome, card, packages, device, shelf, esim: &esim })
}

/// `GET /my-esims/{iccid_ref}/sheet`: one page of paper with all that installing needs.
#[derive(Template)]
#[template(path = "after/sheet.html")]
struct SheetPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a EsimNow,
    card: EsimCard<'a>,
}

impl SheetPage<'_> {
    /// The networks to pick by hand, as many as fit on the sheet.
    fn networks(&self) -> String {
        let all = self.esim.networks();
        let shown: Vec<&str> = all.iter().take(12).map(|n| n.name.as_str()).collect();
        let names = self.t.with("names", shown.join(", "));
        match (shown.is_empty(), all.len() > shown.len()) {
            (true, _) => self.t.say("sheet-networks-unknown"),
            (false, true) => names.say("sheet-networks-and-others"),
            (false, false) => names.say("sheet-networks"),
        }
    }
}

/// The sheet. Of an eSIM that was given back there is none.
pub async fn sheet(State(app): State<App>, here: Here, seen: SeenEsim, headers: HeaderMap) -> Result<Response, Fault> {
    let esim = EsimNow::look(&app, here.t, &seen.esim).await?;
    if esim.gone() {
        return Err(Fault::NotFound);
    }
    let plan_name = esim.plan_name();
    let chrome = Chrome::new(&app, &here, here.t.with("plan", &plan_name).say("sheet-title")).noindex();
    let card = card(&app, &esim, &plan_name, (Device::of(&headers), seen.owner));
    private::page(StatusCode::OK, &SheetPage { t: here.t, chrome, card, esim: &esim })
}

/// Its QR code. Of an eSIM that was given back there is none.
pub async fn qr(State(app): State<App>, t: Locale, seen: SeenEsim) -> Result<Response, Fault> {
    let esim = EsimNow::read(&app, t, seen.esim).await?;
    if esim.gone() {
        return Err(Fault::NotFound);
    }
    Ok(private::png(qr::png(&esim.esim.esim.code.expose())?))
}

/// `GET /my-esims/{iccid_ref}/start-by.ics`: the last day its plan can be started, for a calendar. Once it has started there is none.
pub async fn calendar(State(app): State<App>, here: Here, seen: SeenEsim) -> Result<Response, Fault> {
    let esim = EsimNow::look(&app, here.t, &seen.esim).await?;
    let day = esim.start_by().ok_or(Fault::NotFound)?;
    let host = app.config.public_url.host_str().unwrap_or_default();
    let uid = format!("start-by-{}@{host}", esim.esim.esim.id);
    let url = format!("{}{}", app.config.public_url.as_str().trim_end_matches('/'), esim.page(""));
    let summary = here.t.with("plan", esim.plan_name()).say("calendar-summary");
    let how = here.t.say("calendar-how");
    let words = calendar::Words { language: here.t.code(), summary: &summary, how: &how };
    let text = calendar::start_by(&uid, &app.config.shop.shop.name, &words, day, &url, esim.now);
    Ok(private::file("text/calendar; charset=utf-8", "attachment; filename=\"start-by.ics\"", text))
}
