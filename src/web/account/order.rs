//! One order: what happened when, and for its owner the eSIMs. Reads only; whoever is neither the
//! owner nor came by a key from its mail sees no code.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use futures_util::future::try_join_all;
use serde::Deserialize;
use uuid::Uuid;

use super::esim_now::EsimNow;
use super::family::{FamilySaid, Row};
use super::living::Living;
use super::order_json;
use super::order_words::OrderWords;
use crate::app::App;
use crate::db::esims::for_whom;
use crate::db::order_pages::{self, Line, Order};
use crate::db::{esims, order_keys};
use crate::flows::codes;
use crate::flows::invoices;
use crate::flows::reconcile;
use crate::l10n::{Html, Locale};
use crate::qr;
use crate::web::http::address::OrderToken;
use crate::web::http::auth::{self, Visitor};
use crate::web::http::device::Device;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, Noted};
use crate::web::layout::Chrome;
use domain::line::LineState;
use domain::mail_slip;
use domain::order::PaymentState;
use domain::phase::Phase;
use domain::token::Token;

/// `GET /orders/{token}`, and `GET /my-esims/{iccid_ref}` for one of its eSIMs.
#[derive(Template)]
#[template(path = "account/order.html")]
struct OrderPage<'a> {
    t: Locale,
    chrome: Chrome,
    words: OrderWords<'a>,
    order: &'a Order,
    /// The eSIMs that this visitor may see.
    lives: Vec<Living<'a>>,
    /// Whether the page is about one eSIM alone.
    one: bool,
    device: Device,
    /// Whether the order is this visitor's, rather than opened by a key.
    owner: bool,
    /// Whether it has an invoice, or may have one; for its owner.
    invoice: bool,
    /// The page of the eSIM that was topped up, for its owner.
    target: Option<String>,
    /// What came of the last press of whom they are for.
    said: &'a FamilySaid,
    now: DateTime<Utc>,
}

impl OrderPage<'_> {
    fn path(&self) -> String {
        self.t.path(&format!("/orders/{}", self.order.token))
    }

    /// The eSIM that all of the page is about.
    fn living(&self) -> Option<&Living<'_>> {
        self.lives.first().filter(|_| self.one)
    }

    fn headline(&self) -> String {
        match self.living() {
            Some(living) => living.headline(),
            None if self.settled_in() => self.t.with("n", self.lives.len()).say("order-yours"),
            None => self.words.headline(),
        }
    }

    /// Whether one of several is still to be installed.
    fn any_to_install(&self) -> bool {
        self.lives.iter().any(Living::to_install)
    }

    /// How one of several stands here.
    fn row(&self, living: &Living<'_>) -> Row {
        Row::of(
            living,
            self.owner && !self.order.one_of_each(),
            self.keeps_one(living),
        )
    }

    /// Whether one of its plan is for the buyer's own phone, which takes one of each plan.
    fn keeps_one(&self, living: &Living<'_>) -> bool {
        self.lives.iter().any(|one| {
            one.whom.mine && one.to_install() && one.card.plan_name == living.card.plan_name
        })
    }

    /// Whether this visitor says whom they are for. One of each plan is for one traveller; each can
    /// still be handed over on its own page.
    fn shares(&self) -> bool {
        !self.one && self.owner && self.any_to_install() && !self.order.one_of_each()
    }

    /// Whether one may still be installed from this page.
    fn any_at_hand(&self) -> bool {
        self.lives
            .iter()
            .any(|living| matches!(self.row(living), Row::Here | Row::Waiting))
    }

    /// How many are for somebody else, and nobody has a link yet.
    fn unsent(&self) -> usize {
        self.lives
            .iter()
            .filter(|living| self.row(living) == Row::Waiting)
            .count()
    }

    /// Whether one of them is put on this very phone by the button above all else.
    fn taps(&self) -> bool {
        self.lives
            .iter()
            .any(|living| self.row(living) == Row::Here && living.card.one_tap().is_some())
    }

    /// What is wrong with the name of one that waits: the key of its words.
    fn fault_of(&self, living: &Living<'_>) -> Option<&'static str> {
        self.said.fault(living.position)
    }

    /// The name in the field of one that waits: as it was typed, or as it is kept.
    fn name_of<'l>(&'l self, living: &'l Living<'_>) -> &'l str {
        self.said
            .typed
            .get(&living.position)
            .map_or(living.card.traveller.unwrap_or_default(), String::as_str)
    }

    /// Whether one of several has its first connection before it.
    fn any_to_start(&self) -> bool {
        self.lives.iter().any(Living::to_start)
    }

    /// Whether all of several are here and none is still to be installed.
    fn settled_in(&self) -> bool {
        !self.one && !self.lives.is_empty() && !self.any_to_install() && self.words.all_here()
    }

    fn phase(&self) -> Phase {
        self.living()
            .map_or_else(|| self.words.phase(), |living| living.esim.phase)
    }

    /// The access point name of all the eSIMs, if it is one and the same.
    fn apn(&self) -> Option<&str> {
        let first = self.lives.first()?.card.apn?;
        self.lives
            .iter()
            .all(|living| living.card.apn == Some(first))
            .then_some(first)
    }

    /// The tax in the total, in words.
    fn tax(&self) -> Option<String> {
        let (amount, percent) = self.order.tax?;
        self.t.tax_included(amount, percent)
    }

    /// Whether a top-up is on its eSIM.
    fn added(&self) -> bool {
        self.order.topup
            && self
                .order
                .lines
                .iter()
                .any(|l| l.state == LineState::Delivered)
    }

    /// That its mail is refused, and how the address is corrected; for its owner. A top-up's mails
    /// may go to somebody else.
    fn mail_refused(&self) -> Option<Html> {
        let address = self
            .order
            .email
            .as_ref()
            .filter(|_| self.order.mail_refused && self.owner && !self.order.topup)?;
        let (email, order) = (
            self.chrome.support_email.as_str(),
            self.order.order_number.as_str(),
        );
        let words = self
            .t
            .with("address", address.written().as_ref())
            .with("email", email)
            .with("order", order);
        Some(words.linked("order-mail-refused", &[&format!("mailto:{email}")]))
    }

    /// Where its mail goes, while that can still be another address; for its owner.
    fn mailed_to(&self) -> Option<Html> {
        // The eSIMs were looked at after the order was read.
        let installed =
            self.order.installed() || self.lives.iter().any(|living| living.esim.installed());
        let address = self
            .order
            .email
            .as_ref()
            .filter(|_| self.owner && !installed && !self.order.topup)?;
        Some(
            self.t
                .with("address", address.masked())
                .linked("order-mailed-to", &[&format!("{}/mail", self.return_to())]),
        )
    }

    /// That its address looks like a slip of the finger.
    fn mail_slip(&self) -> Option<Html> {
        self.mailed_to()?;
        let address = self.order.email.as_ref()?;
        let meant = mail_slip::meant(address)?;
        let words = self
            .t
            .with("typed", address.parts().1.to_owned())
            .with("meant", meant.parts().1.to_owned());
        Some(words.linked("order-mail-slip", &[&format!("{}/mail", self.return_to())]))
    }

    fn any_delivered(&self) -> bool {
        self.order
            .lines
            .iter()
            .any(|l| l.state == LineState::Delivered && l.esim.is_some())
    }

    /// What the page says was bought: of one eSIM of several, that one.
    fn bought(&self) -> impl Iterator<Item = &Line> {
        let only = self.living().map(|living| living.card.esim.id);
        self.order.lines.iter().filter(move |line| {
            only.is_none_or(|id| line.esim.as_ref().is_some_and(|esim| esim.id == id))
        })
    }

    /// Whether that is the whole order.
    fn all_bought(&self) -> bool {
        self.bought().count() == self.order.lines.len()
    }

    /// Which of several stands open: the first that is installed here.
    fn stands_open(&self, living: &Living<'_>) -> bool {
        let first = self.lives.iter().find(|one| self.row(one) == Row::Here);
        first.is_some_and(|first| first.card.esim.id == living.card.esim.id)
    }

    /// Where a sign-in that begins here leads back to.
    fn return_to(&self) -> String {
        format!("/orders/{}", self.order.token)
    }

    /// A mail to the shop about how it went.
    fn feedback(&self) -> String {
        format!(
            "mailto:{}?subject={}",
            self.chrome.support_email, self.order.order_number
        )
    }
}

/// The page, or its JSON for who asks for that.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    visitor: Visitor,
    by: Result<Query<ByKey>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let now = app.clock.now();
    let order = order_pages::by_token(&app.db, &token, now)
        .await?
        .ok_or(WebError::NotFound)?;
    if let Some(key) = by.ok().and_then(|Query(by)| by.key) {
        return use_key(&app, &here, &order, &key, &headers).await;
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
    order: &Order,
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
    let mut lives: Vec<Living<'_>> = esims
        .iter()
        .zip(&names)
        .map(|(esim, name)| Living::new(app, esim, name, (device, owner)))
        .collect();
    let whom = if sees {
        for_whom(&app.db, order.id, app.clock.now()).await?
    } else {
        Vec::new()
    };
    for living in &mut lives {
        let id = living.card.esim.id;
        living.card.number = number(here.t, order, living.card.plan_name, id);
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
    // What is installed here comes first.
    lives.sort_by_key(|living| !(living.whom.mine && living.to_install()));
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

/// The place of an eSIM in its order, from 1.
fn position(order: &Order, id: Uuid) -> Option<i32> {
    let of = |line: &&Line| line.esim.as_ref().is_some_and(|esim| esim.id == id);
    order.lines.iter().find(of).map(|line| line.position)
}

/// `eSIM 2 of 3`, where there are several; where they are of several plans, with its plan, or by
/// that alone.
fn number(t: Locale, order: &Order, plan_name: &str, id: Uuid) -> Option<String> {
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
    order: &Order,
    only: Option<Uuid>,
) -> Result<Vec<EsimNow>, WebError> {
    let here = |line: &&Line| matches!(line.state, LineState::Delivered | LineState::Cancelled);
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

/// What may stand behind the address.
#[derive(Debug, Deserialize)]
pub struct ByKey {
    key: Option<String>,
}

/// A key from the mail: this browser may see the order from now on, and the address goes on without
/// the key.
async fn use_key(
    app: &App,
    here: &RequestLocale,
    order: &Order,
    key: &str,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    let mut response = private::see_other(here.t, &format!("/orders/{}", order.token))?;
    if let Some(key) = Token::read(key)
        && order_keys::opened_by(&app.db, &[key.hash().to_vec()])
            .await?
            .contains(&order.id)
    {
        security_log::note(Noted::KeyUsed);
        response.headers_mut().append(
            header::SET_COOKIE,
            auth::remember_key(headers, &key, &app.config.public_url)?,
        );
    }
    Ok(response)
}

/// The page of the eSIM that an order tops up, when it is this visitor's: who pays need not be who
/// owns.
async fn target(app: &App, order: &Order, visitor: &Visitor) -> Result<Option<String>, WebError> {
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
    Ok(mine.then(|| format!("/my-esims/{}", owner.esim_id)))
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
