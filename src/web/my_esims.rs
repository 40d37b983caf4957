//! A traveller's eSIMs: the list after signing in, and one eSIM with its code, its two parts and its top-up rules. Reads only.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use uuid::Uuid;

use super::device::Device;
use super::esim_card::{self, EsimCard};
use super::fault::Fault;
use super::identity::Visitor;
use super::layout::Chrome;
use super::login::LoginPage;
use super::private;
use crate::app::App;
use crate::db::order_pages::{self, OwnedEsim};
use crate::domain::esim::EsimStatus;
use crate::domain::{qr, when};

/// `GET /my-esims`, signed in.
#[derive(Template)]
#[template(path = "after/my_esims.html")]
struct ListPage<'a> {
    chrome: Chrome,
    email: &'a str,
    esims: Vec<Owned<'a>>,
}

/// `GET /my-esims/{iccid_ref}`
#[derive(Template)]
#[template(path = "after/my_esim.html")]
struct EsimPage<'a> {
    chrome: Chrome,
    owned: Owned<'a>,
    card: EsimCard<'a>,
    device: Device,
}

impl EsimPage<'_> {
    fn apn(&self) -> Option<&str> {
        self.card.apn
    }
}

/// An eSIM in words.
struct Owned<'a>(&'a OwnedEsim);

impl Owned<'_> {
    fn path(&self) -> String {
        format!("/my-esims/{}", self.0.esim.id)
    }

    fn order_path(&self) -> String {
        format!("/orders/{}", self.0.order_token)
    }

    /// The last day the plan can be started, while it is not.
    fn start_by(&self) -> Option<String> {
        let started = matches!(self.0.esim.status, Some(EsimStatus::Active | EsimStatus::Expired | EsimStatus::Blocked));
        self.0.activate_by.filter(|_| !started && !self.0.cancelled).map(when::day)
    }

    fn bought(&self) -> Option<String> {
        self.0.delivered_at.map(when::day)
    }

    /// Whether it can still be installed or used.
    fn usable(&self) -> bool {
        !self.0.cancelled && !self.0.esim.status.as_ref().is_some_and(EsimStatus::is_over)
    }

    fn status(&self) -> String {
        match &self.0.esim.status {
            _ if self.0.cancelled => "Given back".to_owned(),
            None | Some(EsimStatus::Provisioned) => "Ready to install".to_owned(),
            Some(EsimStatus::Installed) => "On your phone".to_owned(),
            Some(EsimStatus::Active) => "In use".to_owned(),
            Some(EsimStatus::Expired) => "Its plan has ended".to_owned(),
            Some(EsimStatus::Blocked) => "Switched off for good".to_owned(),
            Some(EsimStatus::Deactivated) => "Something is wrong with it".to_owned(),
            Some(EsimStatus::Other(word)) => format!("The network says: {word}"),
        }
    }

    /// For the stylesheet.
    fn status_class(&self) -> &'static str {
        match &self.0.esim.status {
            _ if self.0.cancelled => "",
            None | Some(EsimStatus::Provisioned | EsimStatus::Installed | EsimStatus::Active) => "good",
            Some(EsimStatus::Deactivated | EsimStatus::Other(_)) => "warn",
            Some(EsimStatus::Expired | EsimStatus::Blocked) => "",
        }
    }
}

/// The list, or the sign-in form.
pub async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let Some(email) = &visitor.email else {
        return private::page(StatusCode::OK, &LoginPage::empty(&app));
    };
    let esims = order_pages::esims_of(&app.db, email).await?;
    let page =
        ListPage { chrome: Chrome::new(&app, "My eSIMs").noindex(), email: email.expose(), esims: esims.iter().map(Owned).collect() };
    private::page(StatusCode::OK, &page)
}

/// One eSIM of this visitor's; of anybody else's there is nothing here.
async fn owned(app: &App, reference: &str, visitor: &Visitor) -> Result<OwnedEsim, Fault> {
    let id: Uuid = reference.parse().map_err(|_| Fault::NotFound)?;
    let found = order_pages::esim_by_id(&app.db, id).await?;
    found.filter(|found| visitor.owns(&found.buyer_hash, found.email.as_ref())).ok_or(Fault::NotFound)
}

/// Its page.
pub async fn show(State(app): State<App>, Path(reference): Path<String>, visitor: Visitor, headers: HeaderMap) -> Result<Response, Fault> {
    let found = owned(&app, &reference, &visitor).await?;
    let device = Device::of(&headers);
    let card = EsimCard {
        esim: &found.esim,
        plan_name: &found.plan_name,
        number: None,
        qr_url: format!("/my-esims/{}/qr.png", found.esim.id),
        activate_by: found.activate_by,
        apn: esim_card::apn(&app.config, found.product.as_ref()),
        device,
    };
    let chrome = Chrome::new(&app, &found.plan_name).noindex();
    private::page(StatusCode::OK, &EsimPage { chrome, owned: Owned(&found), card, device })
}

/// Its QR code.
pub async fn qr(State(app): State<App>, Path(reference): Path<String>, visitor: Visitor) -> Result<Response, Fault> {
    let found = owned(&app, &reference, &visitor).await?;
    if found.cancelled {
        return Err(Fault::NotFound);
    }
    Ok(private::png(qr::png(&found.esim.code.expose())?))
}
