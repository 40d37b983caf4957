//! One eSIM, for its owner and who came by a key from its mail: its page, its code again, the sheet
//! to print, and the day for a calendar. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::calendar;
use super::esim_card::EsimCard;
use super::esim_extractor::SeenEsim;
use super::esim_now::EsimNow;
use super::family_view::FamilySaid;
use super::living::card;
use super::order;
use crate::app::App;
use crate::db::order_pages;
use crate::flows::codes;
use crate::l10n::Locale;
use crate::qr;
use crate::routes::Routes;
use crate::web::http::auth::Visitor;
use crate::web::http::device::Device;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;
use domain::esim::ActivationCode;

/// `GET /my-esims/{iccid_ref}`: the page of its order, about this eSIM alone.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    seen: SeenEsim,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let order = order_pages::by_id(&app.db, seen.esim.order_id, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    order::page(
        &app,
        &here,
        &order,
        &visitor,
        (Some(seen.esim.esim.id), &FamilySaid::default()),
        &headers,
    )
    .await
}

/// `GET /my-esims/{iccid_ref}/sheet`: one page of paper with all that installing needs.
#[derive(Template)]
#[template(path = "account/sheet.html")]
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
pub async fn sheet(
    State(app): State<App>,
    here: RequestLocale,
    seen: SeenEsim,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let esim = EsimNow::look(&app, here.t, &seen.esim).await?;
    if esim.gone() {
        return Err(WebError::NotFound);
    }
    let plan_name = esim.plan_name();
    let chrome = Chrome::new(
        &app,
        &here,
        here.t.with("plan", &plan_name).say("sheet-title"),
    )
    .noindex();
    let code = codes::of(&app, &esim.esim.esim).await?;
    let card = EsimCard {
        code,
        ..card(&app, &esim, &plan_name, (Device::of(&headers), seen.owner))
    };
    private::page(
        StatusCode::OK,
        &SheetPage {
            t: here.t,
            chrome,
            card,
            esim: &esim,
        },
    )
}

/// `GET /my-esims/{iccid_ref}/keep`: a file with all that installing and starting needs, complete
/// without a network. It asks nobody for anything.
#[derive(Template)]
#[template(path = "account/kept.html")]
struct KeptPage<'a> {
    t: Locale,
    shop: &'a str,
    esim: &'a EsimNow,
    card: EsimCard<'a>,
    code: ActivationCode,
    /// Its QR code, as a `data:` address.
    picture: String,
}

/// The file, for who may see its code. Of an eSIM that was given back there is none.
pub async fn keep(
    State(app): State<App>,
    here: RequestLocale,
    seen: SeenEsim,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let esim = EsimNow::look(&app, here.t, &seen.esim).await?;
    if esim.gone() {
        return Err(WebError::NotFound);
    }
    let plan_name = esim.plan_name();
    let code = codes::of(&app, &esim.esim.esim)
        .await?
        .ok_or(WebError::NotFound)?;
    let picture = format!(
        "data:image/png;base64,{}",
        BASE64_STANDARD.encode(qr::png(&code.expose())?)
    );
    let card = card(&app, &esim, &plan_name, (Device::of(&headers), seen.owner));
    let page = KeptPage {
        t: here.t,
        shop: &app.config.shop.shop.name,
        card,
        code,
        picture,
        esim: &esim,
    };
    Ok(private::file(
        "text/html; charset=utf-8",
        "attachment; filename=\"esim.html\"",
        page.render()?,
    ))
}

/// Its QR code. Of an eSIM that was given back there is none.
pub async fn qr(State(app): State<App>, t: Locale, seen: SeenEsim) -> Result<Response, WebError> {
    let esim = EsimNow::read(&app, t, seen.esim).await?;
    if esim.gone() {
        return Err(WebError::NotFound);
    }
    let code = codes::of(&app, &esim.esim.esim)
        .await?
        .ok_or(WebError::NotFound)?;
    Ok(private::png(qr::png(&code.expose())?))
}

/// `GET /my-esims/{iccid_ref}/start-by.ics`: the last day its plan can be started, for a calendar.
/// Once it has started there is none.
pub async fn calendar(
    State(app): State<App>,
    here: RequestLocale,
    seen: SeenEsim,
) -> Result<Response, WebError> {
    let esim = EsimNow::look(&app, here.t, &seen.esim).await?;
    let day = esim.start_by().ok_or(WebError::NotFound)?;
    let host = app.config.public_url.host_str().unwrap_or_default();
    let uid = format!("start-by-{}@{host}", esim.esim.esim.id);
    let url = Routes::absolute(&app.config.public_url, &esim.page(""));
    let summary = here
        .t
        .with("plan", esim.plan_name())
        .say("calendar-summary");
    let how = here.t.say("calendar-how");
    let words = calendar::CalendarWords {
        language: here.t.code(),
        summary: &summary,
        how: &how,
    };
    let text = calendar::start_by(
        &uid,
        &app.config.shop.shop.name,
        &words,
        day,
        &url,
        esim.now,
    );
    Ok(private::file(
        "text/calendar; charset=utf-8",
        "attachment; filename=\"start-by.ics\"",
        text,
    ))
}
