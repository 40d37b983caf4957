//! One order: what happened when, and for its owner the eSIMs. Reads only; whoever is neither the
//! owner nor came by a key from its mail sees no code.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use futures_util::future::try_join_all;
use uuid::Uuid;

use super::esim_now::EsimNow;
use super::family_view::FamilySaid;
use super::living::Living;
use super::order_json;
use super::order_view::OrderPage;
use super::order_words::OrderWords;
use crate::app::App;
use crate::db::esims::for_whom;
use crate::db::order_pages::{self, LineView, OrderView};
use crate::db::{esims, order_keys};
use crate::flows::codes;
use crate::flows::invoices;
use crate::flows::reconcile;
use crate::l10n::Locale;
use crate::qr;
use crate::routes::Routes;
use crate::web::http::address::OrderToken;
use crate::web::http::auth::{self, Visitor};
use crate::web::http::device::Device;
use crate::web::http::error::WebError;
use crate::web::http::form::QueryForm;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;
use domain::line::LineState;
use domain::order::PaymentState;
use domain::token::Token;

/// The page, or its JSON for who asks for that.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    visitor: Visitor,
    QueryForm(query): QueryForm,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let now = app.clock.now();
    let order = order_pages::by_token(&app.db, &token, now)
        .await?
        .ok_or(WebError::NotFound)?;
    if let Some(key) = query.sent("key") {
        return use_key(&app, &here, &order, key, &headers).await;
    }
    let sees = visitor.sees(order.id, &order.whose());
    if sees && order.payment == PaymentState::AwaitingPayment {
        reconcile::hurry(&app).await?;
    }
    if wants_json(&headers) {
        let codes = if sees {
            Some(codes::of_order(&app, &order).await?)
        } else {
            None
        };
        return Ok(private::json(&order_json::of(&order, codes.as_ref())));
    }
    page(
        &app,
        &here,
        &order,
        &visitor,
        (None, &FamilySaid::default()),
        &headers,
    )
    .await
}

/// The page of an order, or of the one eSIM of it that is named, with what came of the last press
/// on it.
pub async fn page(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    visitor: &Visitor,
    (only, said): (Option<Uuid>, &FamilySaid),
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    let (sees, owner) = (
        visitor.sees(order.id, &order.whose()),
        visitor.owns(&order.whose()),
    );
    let esims = if sees {
        esims(app, here.t, order, only).await?
    } else {
        Vec::new()
    };
    let names: Vec<String> = esims.iter().map(EsimNow::plan_name).collect();
    let device = Device::of(headers);
    let one = only.is_some() || order.lines.len() == 1;
    let words = OrderWords {
        t: here.t,
        order,
        delivery: &app.config.shop.delivery,
        owner: sees,
    };
    let lives = esims
        .iter()
        .zip(&names)
        .map(|(esim, name)| Living::new(app, esim, name, (device, owner)))
        .collect();
    let lives = placed(app, here.t, order, lives).await?;
    let target = target(app, order, visitor)
        .await?
        .map(|path| here.t.path(&path));
    let chrome = Chrome::new(app, here, String::new()).noindex();
    let invoice = owner && (order.invoiced || invoices::may_issue(app, order));
    let mut page = OrderPage {
        t: here.t,
        chrome,
        words,
        order,
        lives,
        one,
        device,
        owner,
        invoice,
        target,
        said,
        now: app.clock.now(),
    };
    page.chrome.title = page.headline();
    if said.refused.is_some() {
        page.chrome = page.chrome.refused();
    }
    // Nothing on it can be chosen by anybody else, so compressing tells nobody of its codes.
    private::compressed(said.status, &page, headers)
}

/// The eSIMs with their places in the order, and for whom each is; what is installed here first.
async fn placed<'a>(
    app: &App,
    t: Locale,
    order: &OrderView,
    mut lives: Vec<Living<'a>>,
) -> Result<Vec<Living<'a>>, WebError> {
    let whom = if lives.is_empty() {
        Vec::new()
    } else {
        for_whom(&app.db, order.id, app.clock.now()).await?
    };
    for living in &mut lives {
        let id = living.card.esim.id;
        living.card.number = number(t, order, living.card.plan_name, id);
        living.card.beside_others = order.mixed();
        living.position = position(order, id).unwrap_or(1);
        living.whom = whom
            .iter()
            .find(|whom| whom.esim_id == id)
            .copied()
            .unwrap_or_default();
        // As it was just read: a profile that was made anew has another.
        living.card.code = codes::of(app, living.card.esim).await?;
    }
    lives.sort_by_key(|living| !(living.whom.mine && living.to_install()));
    Ok(lives)
}

/// The place of an eSIM in its order, from 1.
fn position(order: &OrderView, id: Uuid) -> Option<i32> {
    let of = |line: &&LineView| line.esim.as_ref().is_some_and(|esim| esim.id == id);
    order.lines.iter().find(of).map(|line| line.position)
}

/// `eSIM 2 of 3`, where there are several; where they are of several plans, with its plan, or by
/// that alone.
fn number(t: Locale, order: &OrderView, plan_name: &str, id: Uuid) -> Option<String> {
    let position = position(order, id).filter(|_| order.lines.len() > 1)?;
    if order.one_of_each() {
        return Some(plan_name.to_owned());
    }
    if order.mixed() {
        return Some(
            t.with("number", position)
                .with("plan", plan_name)
                .say("mail-numbered"),
        );
    }
    Some(
        t.with("number", position)
            .with("all", order.lines.len())
            .say("card-number"),
    )
}

/// The order's eSIMs as they are now, or the one that is named. What was given back is left out,
/// unless it is named.
async fn esims(
    app: &App,
    t: Locale,
    order: &OrderView,
    only: Option<Uuid>,
) -> Result<Vec<EsimNow>, WebError> {
    let here = |line: &&LineView| matches!(line.state, LineState::Delivered | LineState::Cancelled);
    let wanted = order
        .lines
        .iter()
        .filter(here)
        .filter_map(|line| Some((line.esim.as_ref()?, line.delivered_at)));
    let wanted = wanted.filter(|(esim, _)| only.is_none_or(|id| esim.id == id));
    let looked = wanted.map(|(esim, delivered_at)| {
        EsimNow::of_order(app, t, esim, delivered_at.filter(|_| only.is_none()))
    });
    let mut esims = try_join_all(looked).await?;
    esims.retain(|esim| only.is_some() || !esim.gone());
    Ok(esims)
}

/// A key from the mail: this browser may see the order from now on, and the address goes on without
/// the key.
async fn use_key(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    key: &str,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    let mut response = private::see_other(here.t, &Routes::order(&order.token))?;
    if let Some(key) = Token::read(key)
        && order_keys::opened_by(&app.db, &[key.hash().to_vec()])
            .await?
            .contains(&order.id)
    {
        security_log::note(SecurityEvent::KeyUsed);
        response.headers_mut().append(
            header::SET_COOKIE,
            auth::remember_key(headers, &key, &app.config.public_url)?,
        );
    }
    Ok(response)
}

/// The page of the eSIM that an order tops up, when it is this visitor's: who pays need not be who
/// owns.
async fn target(
    app: &App,
    order: &OrderView,
    visitor: &Visitor,
) -> Result<Option<String>, WebError> {
    let Some(iccid) = order
        .lines
        .iter()
        .find_map(|line| line.target_iccid.as_deref())
    else {
        return Ok(None);
    };
    let Some(owner) = esims::owner_of(&app.db, iccid).await? else {
        return Ok(None);
    };
    let esim = order_pages::esim_by_id(&app.db, owner.esim_id).await?;
    let mine = esim.is_some_and(|esim| visitor.sees(esim.order_id, &esim.whose()));
    Ok(mine.then(|| Routes::esim(owner.esim_id)))
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}

/// `GET /orders/{token}/esims/{position}/qr.png`, for who sees the order; for anybody else there is
/// nothing here.
pub async fn qr(
    State(app): State<App>,
    Path((token, position)): Path<(String, String)>,
    visitor: Visitor,
) -> Result<Response, WebError> {
    let order = order_pages::by_token(&app.db, &token, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    if !visitor.sees(order.id, &order.whose()) {
        return Err(WebError::NotFound);
    }
    let line = order
        .lines
        .iter()
        .find(|line| line.position.to_string() == position && line.state == LineState::Delivered);
    let esim = line
        .and_then(|line| line.esim.as_ref())
        .ok_or(WebError::NotFound)?;
    let code = codes::of(&app, esim).await?.ok_or(WebError::NotFound)?;
    Ok(private::png(qr::png(&code.expose())?))
}
