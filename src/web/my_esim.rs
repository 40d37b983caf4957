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
use super::owned::MyEsim;
use super::package_words::PackageWords;
use super::private;
use crate::app::App;
use crate::db::cancellations::CancelState;
use crate::db::packages::OwnedPackage;
use crate::domain::diagnosis::{Finding, Step};
use crate::domain::{calendar, qr, when};
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
    give_back: Option<&'static str>,
    /// Where it is started by hand, or how far that is.
    start: Option<&'static str>,
    path: String,
}

impl<'a> Shown<'a> {
    fn new(app: &App, esim: &EsimNow, of: &'a OwnedPackage) -> Self {
        let line = of.line.as_ref();
        let asked = line.and_then(|line| line.cancellation.as_ref());
        let give_back = match (asked.map(|c| c.state), cancel::terms(app, of, esim.now)) {
            (Some(CancelState::Kept), _) => Some("Why it was not given back"),
            (Some(_), _) => Some("See the refund"),
            (None, Ok(_)) => Some("Give it back"),
            (None, Err(_)) => None,
        };
        let starting = line.is_some_and(|line| line.start.as_deref() == Some("asked"));
        let start = match start::possible(app, of) {
            _ if starting => Some("See its start"),
            true => Some("Start it now"),
            false => None,
        };
        let path = line.map(|line| format!("{}/packages/{}", esim.path(), line.id)).unwrap_or_default();
        Self { words: PackageWords { of, now: esim.now }, give_back, start, path }
    }
}

impl EsimPage<'_> {
    fn apn(&self) -> Option<&str> {
        self.card.apn
    }

    fn brief(&self) -> &'static str {
        in_brief(&self.esim.finding)
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
    fn next(&self) -> Option<&str> {
        let first = self.packages.first().filter(|p| p.words.of.package.is_active())?;
        let waits = |p: &&Shown<'_>| p.words.of.package.is_pending() && !p.words.leaves();
        let next = self.others().iter().find(waits)?;
        (first.words.of.package.supplier_order_id != next.words.of.package.supplier_order_id).then(|| next.words.name())
    }

    fn bought(&self) -> Option<String> {
        self.esim.esim.delivered_at.map(when::day)
    }
}

fn card<'a>(app: &'a App, esim: &'a EsimNow, device: Device) -> EsimCard<'a> {
    EsimCard {
        esim: &esim.esim.esim,
        plan_name: &esim.esim.plan_name,
        number: None,
        qr_url: format!("{}/qr.png", esim.path()),
        activate_by: esim.start_by(),
        apn: esim_card::apn(&app.config, esim.product()),
        device,
    }
}

/// Its page.
pub async fn show(State(app): State<App>, here: Here, MyEsim(esim): MyEsim, headers: HeaderMap) -> Result<Response, Fault> {
    let esim = EsimNow::look(&app, &esim).await?;
    let device = Device::of(&headers);
    let packages = esim.packages.iter().map(|of| Shown::new(&app, &esim, of)).collect();
    let chrome = Chrome::new(&app, &here, &esim.esim.plan_name).noindex();
    let card = card(&app, &esim, device);
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
    /// The names of the networks, as many as fit on the sheet.
    fn networks(&self) -> String {
        let all = self.esim.networks();
        let shown: Vec<&str> = all.iter().take(12).map(|n| n.name.as_str()).collect();
        match (shown.is_empty(), all.len() > shown.len()) {
            (true, _) => "not stated".to_owned(),
            (false, true) => format!("{} and others", shown.join(", ")),
            (false, false) => shown.join(", "),
        }
    }
}

/// The sheet. Of an eSIM that was given back there is none.
pub async fn sheet(State(app): State<App>, here: Here, MyEsim(esim): MyEsim, headers: HeaderMap) -> Result<Response, Fault> {
    let esim = EsimNow::look(&app, &esim).await?;
    if esim.gone() {
        return Err(Fault::NotFound);
    }
    let chrome = Chrome::new(&app, &here, &format!("Install sheet: {}", esim.esim.plan_name)).noindex();
    let card = card(&app, &esim, Device::of(&headers));
    private::page(StatusCode::OK, &SheetPage { t: here.t, chrome, card, esim: &esim })
}

/// Its QR code. Of an eSIM that was given back there is none.
pub async fn qr(State(app): State<App>, MyEsim(esim): MyEsim) -> Result<Response, Fault> {
    let esim = EsimNow::read(&app, esim).await?;
    if esim.gone() {
        return Err(Fault::NotFound);
    }
    Ok(private::png(qr::png(&esim.esim.esim.code.expose())?))
}

/// `GET /my-esims/{iccid_ref}/start-by.ics`: the last day its plan can be started, for a calendar. Once it has started there is none.
pub async fn calendar(State(app): State<App>, MyEsim(esim): MyEsim) -> Result<Response, Fault> {
    let esim = EsimNow::look(&app, &esim).await?;
    let day = esim.start_by().ok_or(Fault::NotFound)?;
    let host = app.config.public_url.host_str().unwrap_or_default();
    let uid = format!("start-by-{}@{host}", esim.esim.esim.id);
    let url = format!("{}{}", app.config.public_url.as_str().trim_end_matches('/'), esim.path());
    let text = calendar::start_by(&uid, &app.config.shop.shop.name, &esim.esim.plan_name, day, &url, esim.now);
    Ok(private::file("text/calendar; charset=utf-8", "attachment; filename=\"start-by.ics\"", text))
}
