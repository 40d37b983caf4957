//! Withdrawing from a contract: one form, one question, one answer that is the same for every
//! number and address. It ends nothing itself.

use std::time::Duration;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use sha2::{Digest, Sha256};
use url::form_urlencoded;

use crate::app::App;
use crate::db::{order_pages, orders};
use crate::flows::withdraw::{self, Effect, Statement};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::auth::Visitor;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::{Form, QueryForm};
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;
use domain::email::EmailAddress;
use domain::money::Money;
use domain::outside;
use domain::token::Token;
use domain::withdrawal::DAYS;

/// Statements that one network may make in an hour without being the buyer.
const AN_HOUR: u32 = 5;
/// The longest name that is written down.
const LONGEST_NAME: usize = 200;

/// The form, with what was typed and what was wrong.
#[derive(Template)]
#[template(path = "account/withdraw.html")]
struct FormPage<'a> {
    t: Locale,
    chrome: Chrome,
    typed: TypedWithdrawal<'a>,
    faults: WithdrawFaults,
    days: u32,
}

/// What was typed.
#[derive(Debug, Clone, Copy, Default)]
struct TypedWithdrawal<'a> {
    order_number: &'a str,
    email: &'a str,
    name: &'a str,
}

/// What was wrong, field by field.
#[derive(Debug, Default)]
struct WithdrawFaults {
    order_number: Option<String>,
    email: Option<String>,
    form: Option<String>,
}

impl WithdrawFaults {
    fn any(&self) -> bool {
        self.order_number.is_some() || self.email.is_some() || self.form.is_some()
    }
}

impl FormPage<'_> {
    fn errors(&self) -> Vec<(&'static str, &str)> {
        let WithdrawFaults {
            order_number,
            email,
            form,
        } = &self.faults;
        let all = [("", form), ("order_number", order_number), ("email", email)];
        all.into_iter()
            .filter_map(|(id, fault)| Some((id, fault.as_deref()?)))
            .collect()
    }
}

/// The statement in words, before it is made.
#[derive(Template)]
#[template(path = "account/withdraw_confirm.html")]
struct WithdrawConfirmPage<'a> {
    t: Locale,
    chrome: Chrome,
    typed: TypedWithdrawal<'a>,
    /// What becomes of each line; only the owner is told.
    lines: Vec<(String, Effect)>,
}

impl WithdrawConfirmPage<'_> {
    fn statement(&self) -> String {
        let words = self.t.with("order", self.typed.order_number);
        match self.typed.name {
            "" => words.say("withdraw-statement"),
            name => words.with("name", name).say("withdraw-statement-by"),
        }
    }

    /// The form again, with the number.
    fn change(&self) -> String {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("order", self.typed.order_number)
            .finish();
        format!("{}?{query}", self.t.path(Routes::WITHDRAW))
    }

    fn effect(&self, effect: &Effect) -> String {
        match effect {
            Effect::Back(amount) => self.t.with("amount", *amount).say("withdraw-effect-back"),
            Effect::Person(_) => self.t.say("withdraw-effect-person"),
            Effect::Gone => self.t.say("withdraw-effect-gone"),
        }
    }

    fn total(&self) -> Option<Money> {
        let back = self.lines.iter().filter_map(|(_, effect)| {
            if let Effect::Back(amount) = effect {
                Some(*amount)
            } else {
                None
            }
        });
        back.reduce(|a, b| a.plus(b).unwrap_or(a))
    }
}

/// The statement was taken.
#[derive(Template)]
#[template(path = "account/withdraw_done.html")]
struct DonePage<'a> {
    t: Locale,
    chrome: Chrome,
    order_number: &'a str,
    at: String,
    /// Where the owner's order is mailed to, in full only for who signed in with it; nobody else is
    /// told.
    owner: Option<String>,
}

/// Behind the mailed link that stops a statement: a button, or why there is none.
#[derive(Template)]
#[template(path = "account/withdraw_stop.html")]
struct StopPage<'a> {
    t: Locale,
    chrome: Chrome,
    token: &'a str,
    stopped: bool,
}

fn chrome(app: &App, here: &RequestLocale, title: &str) -> Chrome {
    Chrome::new(app, here, here.t.say(title)).noindex()
}

/// `GET /withdraw`: the form, with the number of the order whose page led here.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    QueryForm(query): QueryForm,
) -> Result<Response, WebError> {
    let typed = TypedWithdrawal {
        order_number: query.field("order"),
        ..TypedWithdrawal::default()
    };
    form(
        &app,
        &here,
        StatusCode::OK,
        typed,
        WithdrawFaults::default(),
    )
}

fn form(
    app: &App,
    here: &RequestLocale,
    status: StatusCode,
    typed: TypedWithdrawal<'_>,
    faults: WithdrawFaults,
) -> Result<Response, WebError> {
    let chrome = chrome(app, here, "withdraw-title");
    let chrome = if faults.any() {
        chrome.refused()
    } else {
        chrome
    };
    private::page(
        status,
        &FormPage {
            t: here.t,
            chrome,
            typed,
            faults,
            days: DAYS,
        },
    )
}

/// `POST /withdraw`: the statement in words; with `confirm=yes` it is made. 422 a field is missing;
/// 429 too many from this network.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    _: SameOrigin,
    client: ClientAddress,
    visitor: Visitor,
    fields: Form,
) -> Result<Response, WebError> {
    let name: String = fields
        .field("name")
        .chars()
        .filter(|c| fits_a_name(*c))
        .take(LONGEST_NAME)
        .collect();
    let typed = TypedWithdrawal {
        order_number: fields.field("order_number"),
        email: fields.field("email"),
        name: name.trim(),
    };
    let owned = owned(&app, &visitor, typed.order_number).await?;
    let email = EmailAddress::parse(typed.email).ok();
    let faults = WithdrawFaults {
        order_number: typed
            .order_number
            .is_empty()
            .then(|| here.t.say("withdraw-type-number")),
        email: (email.is_none() && owned.is_none()).then(|| here.t.say("withdraw-type-address")),
        form: None,
    };
    if faults.any() {
        return form(&app, &here, StatusCode::UNPROCESSABLE_ENTITY, typed, faults);
    }
    if fields.field("confirm") != "yes" {
        let lines = lines(&app, here.t, owned.as_ref()).await?;
        let page = WithdrawConfirmPage {
            t: here.t,
            chrome: chrome(&app, &here, "withdraw-check"),
            typed,
            lines,
        };
        return private::page(StatusCode::OK, &page);
    }
    if owned.is_none() && !within_limits(&app, client, typed.order_number).await? {
        let words = here
            .t
            .with("email", app.config.shop.shop.support_email.as_str())
            .say("withdraw-too-often");
        return form(
            &app,
            &here,
            StatusCode::TOO_MANY_REQUESTS,
            typed,
            WithdrawFaults {
                form: Some(words),
                ..faults
            },
        );
    }
    make(&app, &here, typed, email.as_ref(), owned, &visitor).await
}

/// Makes the statement. The page is the same whether or not anything came of it.
async fn make(
    app: &App,
    here: &RequestLocale,
    typed: TypedWithdrawal<'_>,
    email: Option<&EmailAddress>,
    owned: Option<order_pages::OrderView>,
    visitor: &Visitor,
) -> Result<Response, WebError> {
    let now = app.clock.now();
    let said = Statement {
        order_number: typed.order_number,
        email,
        name: Some(typed.name).filter(|name| !name.is_empty()),
        owned: owned.as_ref().map(|order| order.id),
    };
    withdraw::state(app, &said, now).await?;
    let page = DonePage {
        t: here.t,
        chrome: chrome(app, here, "withdraw-done"),
        order_number: typed.order_number,
        at: here.t.day_and_minute(now),
        owner: owned
            .and_then(|order| order.email)
            .map(|email| in_sight_of(visitor, &email)),
    };
    private::page(StatusCode::OK, &page)
}

/// An address as this visitor may read it: the browser that paid for a top-up need not be who gets
/// its mails.
fn in_sight_of(visitor: &Visitor, email: &EmailAddress) -> String {
    if visitor.email.as_ref() == Some(email) {
        email.written().into_owned()
    } else {
        email.masked()
    }
}

/// A name goes into a mail of ours that somebody else may read: no marks of direction, nothing that
/// makes a link.
fn fits_a_name(c: char) -> bool {
    !outside::is_unfit(c) && !matches!(c, '/' | ':' | '@')
}

/// Five an hour of one network about one order, whether or not there is such an order; a hostel's
/// network has more in all.
async fn within_limits(app: &App, client: ClientAddress, number: &str) -> Result<bool, WebError> {
    let hour = Duration::from_secs(3600);
    let order = format!(
        "withdraw:{}",
        &hex::encode(Sha256::digest(number.to_ascii_uppercase()))[..16]
    );
    Ok(
        limits::within(app, client, &order, "withdrawals", hour, AN_HOUR).await?
            && limits::within(app, client, "withdraw", "withdrawals", hour, AN_HOUR * 20).await?,
    )
}

/// The order of this number, if it is the visitor's.
async fn owned(
    app: &App,
    visitor: &Visitor,
    number: &str,
) -> Result<Option<order_pages::OrderView>, WebError> {
    let Some(id) = orders::by_number(&app.db, &number.to_ascii_uppercase()).await? else {
        return Ok(None);
    };
    let order = order_pages::by_id(&app.db, id, app.clock.now()).await?;
    Ok(order.filter(|order| order.paid_at.is_some() && visitor.owns(&order.whose())))
}

async fn lines(
    app: &App,
    t: Locale,
    owned: Option<&order_pages::OrderView>,
) -> Result<Vec<(String, Effect)>, WebError> {
    let Some(order) = owned else {
        return Ok(Vec::new());
    };
    let effects = withdraw::preview(app, order.id).await?;
    let of = |position: i32| order.lines.iter().find(|line| line.position == position);
    Ok(effects
        .into_iter()
        .filter_map(|(position, effect)| {
            Some((
                t.sold_name(of(position)?.product.as_ref(), &of(position)?.plan_name),
                effect,
            ))
        })
        .collect())
}

/// `GET /withdraw/stop/{token}`
pub async fn stop_page(
    State(app): State<App>,
    here: RequestLocale,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let usable = match Token::read(&token) {
        Some(link) => withdraw::can_stop(&app, &link).await?,
        None => false,
    };
    let (status, token) = if usable {
        (StatusCode::OK, token.as_str())
    } else {
        (StatusCode::GONE, "")
    };
    private::page(
        status,
        &StopPage {
            t: here.t,
            chrome: chrome(&app, &here, "withdraw-stop"),
            token,
            stopped: false,
        },
    )
}

/// `POST /withdraw/stop/{token}`: the plans stay as they are.
pub async fn stop(
    State(app): State<App>,
    here: RequestLocale,
    _: SameOrigin,
    Path(token): Path<String>,
) -> Result<Response, WebError> {
    let stopped = match Token::read(&token) {
        Some(link) => withdraw::stop(&app, &link).await?,
        None => false,
    };
    let status = if stopped {
        StatusCode::OK
    } else {
        StatusCode::GONE
    };
    private::page(
        status,
        &StopPage {
            t: here.t,
            chrome: chrome(&app, &here, "withdraw-stop"),
            token: "",
            stopped,
        },
    )
}
