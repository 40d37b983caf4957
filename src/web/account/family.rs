//! Whom the eSIMs of one order are for: their names, those that its buyer keeps, and links for the
//! others, one by one or all at one press. For the buyer alone; who came by a key from the mail
//! hands nothing over.

use crate::web::http::csrf::SameOrigin;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::esim_now::EsimNow;
use super::living::Living;
use super::order;
use crate::app::App;
use crate::db::esims;
use crate::db::order_pages::{self, Esim, Line, Order};
use crate::flows::hand_over::{self, OrderEsim};
use crate::l10n::Locale;
use crate::web::http::address::OrderToken;
use crate::web::http::auth::Visitor;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, Noted};
use crate::web::layout::Chrome;
use domain::line::LineState;
use domain::traveller;

/// What an order's page says after a press, besides the order's own facts.
#[derive(Debug, Default)]
pub struct FamilySaid {
    /// Of the answer.
    pub status: StatusCode,
    /// Links that were just made: they can be shown this once.
    pub links: Option<FreshLinks>,
    /// Names as they were typed, by position, where one of them cannot be taken.
    pub typed: BTreeMap<i32, String>,
    /// Why nothing was done: the key of its words.
    pub refused: Option<&'static str>,
}

impl FamilySaid {
    /// What is wrong with the name at a position: the key of its words.
    #[must_use]
    pub fn fault(&self, position: i32) -> Option<&'static str> {
        self.typed
            .get(&position)
            .filter(|name| traveller::read(name).is_err())
            .and(self.refused)
    }

    /// What is wrong, each with the id of its field; none with what is wrong with the whole.
    #[must_use]
    pub fn errors(&self, t: Locale) -> Vec<(String, String)> {
        let of_field = |at: &i32| Some((format!("name-{at}"), t.say(self.fault(*at)?)));
        let fields: Vec<_> = self.typed.keys().filter_map(of_field).collect();
        let whole = self
            .refused
            .filter(|_| fields.is_empty())
            .map(|key| (String::new(), t.say(key)));
        fields.into_iter().chain(whole).collect()
    }
}

/// Links that were just made, as one text to send: a line a name.
pub struct FreshLinks {
    /// In which language.
    t: Locale,
    /// How many.
    count: usize,
    /// The address alone where there is one.
    pub text: String,
    /// The eSIMs they open, by their places in the order: `2,3`.
    pub of: String,
}

/// Without the links, which are bearer secrets.
impl fmt::Debug for FreshLinks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreshLinks")
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

impl FreshLinks {
    fn new(t: Locale, named: &[(String, String)], places: &[i32]) -> Self {
        let line = |(name, address): &(String, String)| {
            let line = t
                .with("label", name.as_str())
                .with("value", address.as_str())
                .say("mail-labelled");
            // It is copied as it stands.
            line.replace(['\u{2068}', '\u{2069}'], "")
        };
        let text = match named {
            [(_, address)] => address.clone(),
            many => many.iter().map(line).collect::<Vec<_>>().join("\n"),
        };
        let of = places
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(",");
        Self {
            t,
            count: named.len(),
            text,
            of,
        }
    }

    fn say(&self, one: &'static str, several: &'static str) -> String {
        self.t.say(if self.count == 1 { one } else { several })
    }

    /// `The links are ready`
    #[must_use]
    pub fn title(&self) -> String {
        self.say("hand-over-made", "family-made")
    }

    /// That they are shown this once.
    #[must_use]
    pub fn once(&self) -> String {
        self.say("hand-over-once", "family-once")
    }

    /// Of the field they stand in.
    #[must_use]
    pub fn label(&self) -> String {
        self.say("hand-over-link", "family-links")
    }

    /// How many lines of a phone's screen that takes.
    #[must_use]
    pub fn rows(&self) -> usize {
        (self.count * 3).min(18)
    }
}

/// How one of several eSIMs stands on their order's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// It is installed here.
    Here,
    /// It waits to be somebody's.
    Waiting,
    /// Somebody has a link to it, and it is on no phone yet.
    Sent,
    /// It is on a phone, or over.
    Settled,
}

impl Row {
    /// Of an eSIM, for its `owner` or who came by a key; `kept` when one of its plan is kept for
    /// the buyer's own phone.
    #[must_use]
    pub fn of(live: &Living<'_>, owner: bool, kept: bool) -> Self {
        match live.to_install() {
            false => Self::Settled,
            true if live.sent().is_some() => Self::Sent,
            true if live.whom.mine || !(owner || kept) => Self::Here,
            true => Self::Waiting,
        }
    }
}

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
    Ok(private::see_other(here.t, &format!("/orders/{token}"))?)
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
        match press {
            Press::Names => FamilySaid::default(),
            Press::Keep(at) => {
                hand_over::keep_for_buyer(
                    &app,
                    order.id,
                    at.map(|at| chosen(&order, at)).transpose()?,
                )
                .await?;
                FamilySaid::default()
            }
            Press::Leave(at) => {
                hand_over::leave_to_others(&app, chosen(&order, at)?).await?;
                FamilySaid::default()
            }
            Press::Shared(sent) => {
                hand_over::tell_sent(&app, &shared, sent).await?;
                FamilySaid::default()
            }
            Press::Send(at) => send(&app, &here, &order, client, |esim, _| *esim == at).await?,
            Press::SendAll => {
                send(&app, &here, &order, client, |_, whom| {
                    !whom.mine && whom.link_until.is_none()
                })
                .await?
            }
        }
    };
    if said.links.is_none() && said.refused.is_none() {
        return Ok(private::see_other(
            here.t,
            &format!("/orders/{token}#family"),
        )?);
    }
    let order = order_pages::by_token(&app.db, &token, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    order::page(&app, &here, &order, &visitor, (None, &said), &headers).await
}

/// The names in the fields that the form had.
fn typed(order: &Order, fields: &HashMap<String, String>) -> BTreeMap<i32, String> {
    let field = |line: &Line| {
        Some((
            line.position,
            fields.get(&format!("name-{}", line.position))?.clone(),
        ))
    };
    order.lines.iter().filter_map(field).collect()
}

async fn keep_names(
    app: &App,
    order: &Order,
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
fn at_hand(order: &Order) -> impl Iterator<Item = (&Line, &Esim)> {
    order
        .lines
        .iter()
        .filter(|line| line.state == LineState::Delivered)
        .filter_map(|line| Some((line, line.esim.as_ref()?)))
}

fn named((line, esim): (&Line, &Esim)) -> OrderEsim {
    OrderEsim {
        line_id: line.id,
        esim_id: esim.id,
    }
}

/// The eSIMs at these places, `2,3`.
fn of(order: &Order, places: &str) -> Vec<OrderEsim> {
    let places: Vec<i32> = places
        .split(',')
        .filter_map(|place| place.parse().ok())
        .collect();
    at_hand(order)
        .filter(|(line, _)| places.contains(&line.position))
        .map(named)
        .collect()
}

fn chosen(order: &Order, position: i32) -> Result<OrderEsim, WebError> {
    at_hand(order)
        .find(|(line, _)| line.position == position)
        .map(named)
        .ok_or(WebError::NotFound)
}

/// Those that are chosen and wait to be installed, by what the page goes by too.
async fn to_install<'o>(
    app: &App,
    t: Locale,
    order: &'o Order,
    chosen: impl Fn(&i32, &esims::ForWhom) -> bool,
) -> Result<Vec<(&'o Line, &'o Esim)>, WebError> {
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
    order: &Order,
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
    security_log::note(Noted::KeyMade);
    // As they are called now.
    let order = order_pages::by_id(&app.db, order.id, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    let chrome = Chrome::new(app, here, String::new());
    let line = |((line, esim), made): (&(&Line, &Esim), &hand_over::Made)| {
        let name = at_hand(&order)
            .find(|(_, now)| now.id == esim.id)
            .and_then(|(_, now)| now.traveller.clone());
        let plan = || here.t.sold_name(line.product.as_ref(), &line.plan_name);
        let number = || match order.mixed() {
            true => here
                .t
                .with("number", line.position)
                .with("plan", plan())
                .say("mail-numbered"),
            false => here
                .t
                .with("number", line.position)
                .with("all", order.lines.len())
                .say("card-number"),
        };
        let name = name.map(|name| {
            if order.mixed() {
                format!("{name} · {}", plan())
            } else {
                name
            }
        });
        (
            name.unwrap_or_else(number),
            chrome.absolute(&format!("/for/{}", made.token.expose())),
        )
    };
    let named: Vec<_> = wanted.iter().zip(&made).map(line).collect();
    let places: Vec<i32> = wanted.iter().map(|(line, _)| line.position).collect();
    Ok(FamilySaid {
        links: Some(FreshLinks::new(here.t, &named, &places)),
        ..FamilySaid::default()
    })
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

    #[test]
    fn several_links_are_one_text_and_one_is_an_address() {
        let links = [
            ("Mia".to_owned(), "https://shop.example/for/a".to_owned()),
            ("ليلى".to_owned(), "https://shop.example/for/b".to_owned()),
        ];
        let arabic = Locale::new("ar".parse().unwrap(), false);
        for t in [Locale::ENGLISH, arabic] {
            assert_eq!(FreshLinks::new(t, &links, &[2, 3]).of, "2,3");
            assert_eq!(
                FreshLinks::new(t, &links, &[]).text,
                "Mia: https://shop.example/for/a\nليلى: https://shop.example/for/b"
            );
            assert_eq!(
                FreshLinks::new(t, &links[..1], &[]).text,
                "https://shop.example/for/a"
            );
        }
        assert!(
            !format!("{:?}", FreshLinks::new(arabic, &links, &[])).contains("/for/"),
            "no log line holds a link"
        );
        let many: Vec<_> = (0..9).map(|_| links[0].clone()).collect();
        assert_eq!(
            (
                FreshLinks::new(arabic, &links[..1], &[]).rows(),
                FreshLinks::new(arabic, &many, &[]).rows()
            ),
            (3, 18)
        );
    }

    #[test]
    fn a_fault_is_told_at_its_own_field() {
        let typed = [
            (1, "Mia".to_owned()),
            (2, "x".repeat(41)),
            (3, String::new()),
        ]
        .into();
        let said = FamilySaid {
            typed,
            refused: Some("hand-over-no-name"),
            ..FamilySaid::default()
        };
        assert_eq!(
            [1, 2, 3, 4].map(|at| said.fault(at)),
            [None, Some("hand-over-no-name"), None, None]
        );
        assert_eq!(
            said.errors(Locale::ENGLISH),
            [(
                "name-2".to_owned(),
                "Up to 40 characters, on one line.".to_owned()
            )]
        );
        let often = FamilySaid {
            refused: Some("hand-over-too-quick"),
            ..FamilySaid::default()
        };
        assert_eq!(
            often
                .errors(Locale::ENGLISH)
                .into_iter()
                .map(|(id, _)| id)
                .collect::<Vec<_>>(),
            [""]
        );
    }
}
