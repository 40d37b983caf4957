//! One eSIM for who travels with it, opened by a link of its owner's: how to install and start it.
//! No price, no order, no address, no other eSIM.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::esim_card::{self, EsimCard};
use super::esim_now::EsimNow;
use crate::app::App;
use crate::flows::{codes, hand_over};
use crate::l10n::Locale;
use crate::qr;
use crate::routes::Routes;
use crate::web::http::device::Device;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;

/// `GET /for/{token}`
#[derive(Template)]
#[template(path = "account/shared_esim.html")]
struct HandedPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a EsimNow,
    card: EsimCard<'a>,
    device: Device,
    /// Its own, for who has to open it in another browser.
    address: String,
}

impl HandedPage<'_> {
    fn apn(&self) -> Option<&str> {
        self.card.apn
    }
}

/// What the link opens; nothing once it has ended, or the eSIM is being given back.
async fn open(app: &App, t: Locale, token: &str, look: bool) -> Result<EsimNow, WebError> {
    let esim = hand_over::opened(app, token)
        .await?
        .ok_or(WebError::NotFound)?;
    let esim = if look {
        EsimNow::look(app, t, &esim).await?
    } else {
        EsimNow::read(app, t, esim).await?
    };
    if esim.opens_by_link() {
        Ok(esim)
    } else {
        Err(WebError::NotFound)
    }
}

/// The page.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let esim = open(&app, here.t, &token, true).await?;
    security_log::note(SecurityEvent::KeyUsed);
    let (plan_name, device) = (esim.plan_name(), Device::of(&headers));
    let card = EsimCard {
        esim: &esim.esim.esim,
        code: codes::of(&app, &esim.esim.esim).await?,
        plan_name: &plan_name,
        number: None,
        traveller: None,
        beside_others: false,
        hand_over: None,
        qr_url: format!("{}/qr.png", Routes::shared_esim(&token)),
        apn: esim_card::apn(&app.config, &esim.esim.esim, esim.product()),
        device,
    };
    let chrome = Chrome::new(&app, &here, &plan_name).noindex();
    let address = chrome.absolute(&Routes::shared_esim(&token));
    private::page(
        StatusCode::OK,
        &HandedPage {
            t: here.t,
            chrome,
            card,
            device,
            address,
            esim: &esim,
        },
    )
}

/// `GET /for/{token}/qr.png`
pub async fn picture(
    State(app): State<App>,
    t: Locale,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let esim = open(&app, t, &token, false).await?;
    let code = codes::of(&app, &esim.esim.esim)
        .await?
        .ok_or(WebError::NotFound)?;
    Ok(private::png(qr::png(&code.expose())?))
}
