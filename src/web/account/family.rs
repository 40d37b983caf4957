//! Whom the eSIMs of one order are for: their names, those that its buyer keeps, and links for the
//! others, one by one or all at one press. For the buyer alone; who came by a key from the mail
//! hands nothing over.

use std::collections::{BTreeMap, HashMap};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::esim_now::EsimNow;
use super::family_view::{FamilySaid, FreshLinks};
use super::order;
use crate::app::App;
use crate::db::esims;
use crate::db::order_pages::{self, Esim, LineView, OrderView};
use crate::flows::hand_over::{self, OrderEsim};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::address::OrderToken;
use crate::web::http::auth::Visitor;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;
use domain::line::LineState;
use domain::traveller;

/// What was pressed; an eSIM by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Names,
    Keep(Option<i32>),
    /// One that was kept is for somebody else after all.
    Leave(i32),
    Send(i32),
    SendAll,
    /// What the share sheet did: sent what it was given, or nothing.
    Shared(bool),
}

impl Press {
    fn read(text: &str) -> Option<Self> {
        Some(match text.split_once('-') {
            Some(("mine", at)) => Self::Keep(Some(at.parse().ok()?)),
            Some(("nobody", at)) => Self::Leave(at.parse().ok()?),
            Some(("send", "all")) => Self::SendAll,
            Some(("send", at)) => Self::Send(at.parse().ok()?),
            None if text == "names" => Self::Names,
            None if text == "nobody" => Self::Keep(None),
            None if text == "sent" => Self::Shared(true),
            None if text == "unsent" => Self::Shared(false),
            _ => return None,
        })
    }
}

/// `GET /orders/{token}/family`: a reload after a press.
pub async fn show(
    here: RequestLocale,
    OrderToken(token): OrderToken,
) -> Result<Response, WebError> {
    Ok(private::see_other(here.t, &Routes::order(&token))?)
}

/// What the button says in `do`: `names`, `mine-2`, `nobody-2`, `nobody` of all, `send-2`,
/// `send-all`; the names beside it in `name-1`, `name-2` … are kept at each press. `sent` and
/// `unsent`: what the share sheet did with the links of `of=2,3`. 404 not this visitor's; 422
/// beside a name; 429 too often.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    (visitor, _same): (Visitor, SameOrigin),
    (client, headers): (ClientAddress, HeaderMap),
    form: Form,
) -> Result<Response, WebError> {
    let order = order_pages::by_token(&app.db, &token, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    if !visitor.owns(&order.whose()) {
        return Err(WebError::NotFound);
    }
    let press = Press::read(form.field("do")).ok_or(WebError::NotFound)?;
    let shared = of(&order, form.field("of"));
    let typed = typed(&order, &form.into_fields());
    let said = if typed.values().any(|name| traveller::read(name).is_err()) {
        FamilySaid {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            typed,
            refused: Some("hand-over-no-name"),
            links: None,
        }
    } else {
        keep_names(&app, &order, &typed).await?;
        act(&app, &here, &order, client, press, &shared).await?
    };
    if said.links.is_none() && said.refused.is_none() {
        return Ok(private::see_other(
            here.t,
            &format!("{}#family", Routes::order(&token)),
        )?);
    }
    let order = order_pages::by_token(&app.db, &token, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    order::page(&app, &here, &order, &visitor, (None, &said), &headers).await
}

/// Does what was pressed.
async fn act(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    client: ClientAddress,
    press: Press,
    shared: &[OrderEsim],
) -> Result<FamilySaid, WebError> {
    match press {
        Press::Names => {}
        Press::Keep(at) => {
            let kept = at.map(|at| chosen(order, at)).transpose()?;
            hand_over::keep_for_buyer(app, order.id, kept).await?;
        }
        Press::Leave(at) => hand_over::leave_to_others(app, chosen(order, at)?).await?,
        Press::Shared(sent) => hand_over::tell_sent(app, shared, sent).await?,
        Press::Send(at) => return send(app, here, order, client, |esim, _| *esim == at).await,
        Press::SendAll => {
            let waits = |_: &i32, whom: &esims::ForWhom| !whom.mine && whom.link_until.is_none();
            return send(app, here, order, client, waits).await;
        }
    }
    Ok(FamilySaid::default())
}

/// The names in the fields that the form had.
fn typed(order: &OrderView, fields: &HashMap<String, String>) -> BTreeMap<i32, String> {
    let field = |line: &LineView| {
        Some((
            line.position,
            fields.get(&format!("name-{}", line.position))?.clone(),
        ))
    };
    order.lines.iter().filter_map(field).collect()
}

async fn keep_names(
    app: &App,
    order: &OrderView,
    typed: &BTreeMap<i32, String>,
) -> Result<(), WebError> {
    for (line, esim) in at_hand(order) {
        let Some(Ok(name)) = typed.get(&line.position).map(|name| traveller::read(name)) else {
            continue;
        };
        if esim.traveller.as_deref() != name {
            hand_over::name(app, esim.id, name).await?;
        }
    }
    Ok(())
}

/// The order's eSIMs that are here and were not given back.
fn at_hand(order: &OrderView) -> impl Iterator<Item = (&LineView, &Esim)> {
    order
        .lines
        .iter()
        .filter(|line| line.state == LineState::Delivered)
        .filter_map(|line| Some((line, line.esim.as_ref()?)))
}

fn named((line, esim): (&LineView, &Esim)) -> OrderEsim {
    OrderEsim {
        line_id: line.id,
        esim_id: esim.id,
    }
}

/// The eSIMs at these places, `2,3`.
fn of(order: &OrderView, places: &str) -> Vec<OrderEsim> {
    let places: Vec<i32> = places
        .split(',')
        .filter_map(|place| place.parse().ok())
        .collect();
    at_hand(order)
        .filter(|(line, _)| places.contains(&line.position))
        .map(named)
        .collect()
}

fn chosen(order: &OrderView, position: i32) -> Result<OrderEsim, WebError> {
    at_hand(order)
        .find(|(line, _)| line.position == position)
        .map(named)
        .ok_or(WebError::NotFound)
}

/// Those that are chosen and wait to be installed, by what the page goes by too.
async fn to_install<'o>(
    app: &App,
    t: Locale,
    order: &'o OrderView,
    chosen: impl Fn(&i32, &esims::ForWhom) -> bool,
) -> Result<Vec<(&'o LineView, &'o Esim)>, WebError> {
    let whom = esims::for_whom(&app.db, order.id, app.clock.now()).await?;
    let mut found = Vec::new();
    for (line, esim) in at_hand(order) {
        let wanted = whom
            .iter()
            .any(|whom| whom.esim_id == esim.id && chosen(&line.position, whom));
        if wanted && EsimNow::known(app, t, esim.id).await?.to_install() {
            found.push((line, esim));
        }
    }
    Ok(found)
}

/// Makes links for those that are chosen and can still be installed.
async fn send(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    client: ClientAddress,
    chosen: impl Fn(&i32, &esims::ForWhom) -> bool,
) -> Result<FamilySaid, WebError> {
    let wanted = to_install(app, here.t, order, chosen).await?;
    for _ in &wanted {
        if !limits::may_make_link(app, client).await? {
            let refused = Some("hand-over-too-quick");
            return Ok(FamilySaid {
                status: StatusCode::TOO_MANY_REQUESTS,
                refused,
                ..FamilySaid::default()
            });
        }
    }
    if wanted.is_empty() {
        return Ok(FamilySaid::default());
    }
    let made = hand_over::make_links(
        app,
        order.id,
        &wanted.iter().copied().map(named).collect::<Vec<_>>(),
    )
    .await?;
    security_log::note(SecurityEvent::KeyMade);
    // As they are called now.
    let order = order_pages::by_id(&app.db, order.id, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    let chrome = Chrome::new(app, here, String::new());
    let line = |((line, esim), made): (&(&LineView, &Esim), &hand_over::Made)| {
        let address = chrome.absolute(&Routes::shared_esim(made.token.expose()));
        (label(here.t, &order, line, esim), address)
    };
    let named: Vec<_> = wanted.iter().zip(&made).map(line).collect();
    let places: Vec<i32> = wanted.iter().map(|(line, _)| line.position).collect();
    Ok(FamilySaid {
        links: Some(FreshLinks::new(here.t, &named, &places)),
        ..FamilySaid::default()
    })
}

/// What stands before the link of an eSIM: its traveller, or its number.
fn label(t: Locale, order: &OrderView, line: &LineView, esim: &Esim) -> String {
    let name = at_hand(order)
        .find(|(_, now)| now.id == esim.id)
        .and_then(|(_, now)| now.traveller.as_deref());
    let plan = || t.sold_name(line.product.as_ref(), &line.plan_name);
    let number = t.with("number", line.position);
    match (name, order.mixed()) {
        (Some(name), true) => format!("{name} · {}", plan()),
        (Some(name), false) => name.to_owned(),
        (None, true) => number.with("plan", plan()).say("mail-numbered"),
        (None, false) => number.with("all", order.lines.len()).say("card-number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_is_read_and_nothing_else_is() {
        for (text, press) in [
            ("names", Press::Names),
            ("nobody", Press::Keep(None)),
            ("nobody-2", Press::Leave(2)),
            ("mine-2", Press::Keep(Some(2))),
            ("send-9", Press::Send(9)),
            ("send-all", Press::SendAll),
            ("sent", Press::Shared(true)),
            ("unsent", Press::Shared(false)),
        ] {
            assert_eq!(Press::read(text), Some(press));
        }
        for text in [
            "", "mine", "mine-", "mine-all", "send", "send-x", "end-1", "names-1",
        ] {
            assert_eq!(Press::read(text), None, "{text}");
        }
    }
}
