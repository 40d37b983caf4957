//! One order: what happened when, and for its owner the eSIMs. Reads only; whoever is neither the owner nor came by a key from its mail sees no code.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde::Deserialize;

use super::address::OrderToken;
use super::device::Device;
use super::esim_card::{self, EsimCard};
use super::fault::Fault;
use super::identity::{self, Visitor};
use super::language::Here;
use super::layout::Chrome;
use super::order_words::OrderWords;
use super::security::{self, Noted};
use super::{order_json, private};
use crate::app::App;
use crate::db::order_pages::{self, Order};
use crate::db::{esims, order_keys};
use crate::domain::line::LineState;
use crate::domain::order::PaymentState;
use crate::domain::qr;
use crate::domain::token::Token;
use crate::flows::reconcile;
use crate::l10n::{Html, Locale};

/// `GET /orders/{token}`
#[derive(Template)]
#[template(path = "after/order.html")]
struct OrderPage<'a> {
    t: Locale,
    chrome: Chrome,
    words: OrderWords<'a>,
    order: &'a Order,
    cards: Vec<EsimCard<'a>>,
    device: Device,
    /// Whether the order is this visitor's, rather than opened by a key.
    owner: bool,
    /// The page of the eSIM that was topped up, for its owner.
    target: Option<String>,
}

impl OrderPage<'_> {
    fn path(&self) -> String {
        self.t.path(&format!("/orders/{}", self.order.token))
    }

    /// The access point name of all the eSIMs, if it is one and the same.
    fn apn(&self) -> Option<&str> {
        let first = self.cards.first()?.apn?;
        self.cards.iter().all(|card| card.apn == Some(first)).then_some(first)
    }

    /// Whether a top-up is on its eSIM.
    fn added(&self) -> bool {
        self.order.topup && self.order.lines.iter().any(|l| l.state == LineState::Delivered)
    }

    /// That its mail is refused, and how the address is corrected; for its owner.
    fn mail_refused(&self) -> Option<Html> {
        let address = self.order.email.as_ref().filter(|_| self.order.mail_refused && self.owner)?;
        let (email, order) = (self.chrome.support_email.as_str(), self.order.order_number.as_str());
        let words = self.t.with("address", address.written().as_ref()).with("email", email).with("order", order);
        Some(words.linked("order-mail-refused", &[&format!("mailto:{email}")]))
    }

    fn any_delivered(&self) -> bool {
        self.order.lines.iter().any(|l| l.state == LineState::Delivered && l.esim.is_some())
    }
}

/// The page, or its JSON for who asks for that.
pub async fn show(
    State(app): State<App>,
    here: Here,
    OrderToken(token): OrderToken,
    visitor: Visitor,
    by: Result<Query<ByKey>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let now = app.clock.now();
    let order = order_pages::by_token(&app.db, &token, now).await?.ok_or(Fault::NotFound)?;
    if let Some(key) = by.ok().and_then(|Query(by)| by.key) {
        return use_key(&app, &here, &order, &key, &headers).await;
    }
    let owner = visitor.sees(order.id, &order.whose());
    if owner && order.payment == PaymentState::AwaitingPayment {
        reconcile::hurry(&app).await?;
    }
    if wants_json(&headers) {
        return Ok(private::json(&order_json::of(&order, owner)));
    }
    let device = Device::of(&headers);
    let words = OrderWords { t: here.t, order: &order, delivery: &app.config.shop.delivery, owner };
    let names: Vec<String> = order.lines.iter().map(|line| words.plan_name(line)).collect();
    let may_hand_over = visitor.owns(&order.whose());
    let cards = if owner { cards(&app, here.t, &order, &names, (device, may_hand_over)) } else { Vec::new() };
    let chrome = Chrome::new(&app, &here, words.headline()).described(words.lead()).noindex();
    let target = target(&app, &order, &visitor).await?.map(|path| here.t.path(&path));
    private::page(StatusCode::OK, &OrderPage { t: here.t, chrome, words, order: &order, cards, device, owner: may_hand_over, target })
}

/// What may stand behind the address.
#[derive(Debug, Deserialize)]
pub struct ByKey {
    key: Option<String>,
}

/// A key from the mail: this browser may see the order from now on, and the address goes on without the key.
async fn use_key(app: &App, here: &Here, order: &Order, key: &str, headers: &HeaderMap) -> Result<Response, Fault> {
    let mut response = private::see_other(here.t, &format!("/orders/{}", order.token))?;
    if let Some(key) = Token::read(key)
        && order_keys::opened_by(&app.db, &[key.hash().to_vec()]).await?.contains(&order.id)
    {
        security::note(Noted::KeyUsed);
        response.headers_mut().append(header::SET_COOKIE, identity::remember_key(headers, &key, &app.config.public_url)?);
    }
    Ok(response)
}

/// The page of the eSIM that an order tops up, when it is this visitor's: who pays need not be who owns.
async fn target(app: &App, order: &Order, visitor: &Visitor) -> Result<Option<String>, Fault> {
    let Some(iccid) = order.lines.iter().find_map(|line| line.target_iccid.as_deref()) else { return Ok(None) };
    let Some(owner) = esims::owner_of(&app.db, iccid).await? else { return Ok(None) };
    let esim = order_pages::esim_by_id(&app.db, owner.esim_id).await?;
    let mine = esim.is_some_and(|esim| visitor.sees(esim.order_id, &esim.whose()));
    Ok(mine.then(|| format!("/my-esims/{}", owner.esim_id)))
}

fn cards<'a>(app: &'a App, t: Locale, order: &'a Order, names: &'a [String], (device, may_hand_over): (Device, bool)) -> Vec<EsimCard<'a>> {
    let count = order.lines.len();
    let delivered = order.lines.iter().zip(names).filter(|(line, _)| line.state == LineState::Delivered);
    delivered
        .filter_map(|(line, plan_name)| {
            let esim = line.esim.as_ref()?;
            Some(EsimCard {
                esim,
                traveller: esim.traveller.as_deref(),
                hand_over: may_hand_over.then(|| t.path(&format!("/my-esims/{}/hand-over", esim.id))),
                page: Some(t.path(&format!("/my-esims/{}", esim.id))),
                plan_name,
                number: (count > 1).then(|| t.with("number", line.position).with("all", count).say("card-number")),
                qr_url: format!("/orders/{}/esims/{}/qr.png", order.token, line.position),
                activate_by: line.activate_by,
                apn: esim_card::apn(&app.config, esim, line.product.as_ref()),
                device,
            })
        })
        .collect()
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}

/// `GET /orders/{token}/esims/{position}/qr.png`, for who sees the order; for anybody else there is nothing here.
pub async fn qr(State(app): State<App>, Path((token, position)): Path<(String, String)>, visitor: Visitor) -> Result<Response, Fault> {
    let order = order_pages::by_token(&app.db, &token, app.clock.now()).await?.ok_or(Fault::NotFound)?;
    if !visitor.sees(order.id, &order.whose()) {
        return Err(Fault::NotFound);
    }
    let line = order.lines.iter().find(|line| line.position.to_string() == position && line.state == LineState::Delivered);
    let esim = line.and_then(|line| line.esim.as_ref()).ok_or(Fault::NotFound)?;
    Ok(private::png(qr::png(&esim.code.expose())?))
}
