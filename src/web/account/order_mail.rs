//! Where an order was mailed, for its owner: the address in brief, sending again, and another
//! address. No page of these shows a code.

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::db::order_pages::{self, OrderView};
use crate::db::rate_limits;
use crate::flows::mailing;
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::web::http::address::OrderToken;
use crate::web::http::auth::Visitor;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;
use domain::email::EmailAddress;
use domain::line::LineState;
use domain::mail_slip;

const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);
/// How often an order's mail is sent again in a day.
const AGAIN_A_DAY: u32 = 5;
/// How often its address is changed in a day.
const CHANGES_A_DAY: u32 = 3;

/// `GET|POST /orders/{token}/mail`
#[derive(Template)]
#[template(path = "account/order_mail.html")]
struct MailedPage<'a> {
    t: Locale,
    chrome: Chrome,
    order: &'a OrderView,
    /// Where its mails go, in brief.
    address: String,
    /// What was typed, or what was probably meant.
    typed: String,
    /// What is wrong with that: the key of its words.
    error: Option<&'static str>,
    /// What was done, or why it was not: the key of its words.
    said: Option<&'static str>,
}

impl MailedPage<'_> {
    fn order_path(&self) -> String {
        self.t.path(&Routes::order(&self.order.token))
    }

    fn path(&self) -> String {
        self.t.path(&Routes::order_mail(&self.order.token))
    }

    /// Another address is for who cannot have read the first one's mail: once an eSIM of it is on a
    /// phone, somebody has.
    fn may_change(&self) -> bool {
        !self.order.installed()
    }

    fn errors(&self) -> Vec<(&'static str, String)> {
        self.error
            .map(|key| ("email", self.t.say(key)))
            .into_iter()
            .collect()
    }

    fn said(&self) -> Option<Html> {
        self.said
            .map(|key| self.t.with("address", self.address.as_str()).html(key))
    }
}

/// The paid order of this visitor's; for anybody else there is nothing here. Whoever pays for a
/// top-up need not be who gets its mails, so a top-up has no such page.
async fn mine(
    app: &App,
    token: &str,
    visitor: &Visitor,
) -> Result<(OrderView, EmailAddress), WebError> {
    let order = order_pages::by_token(&app.db, token, app.clock.now())
        .await?
        .filter(|order| !order.topup)
        .ok_or(WebError::NotFound)?;
    let email = order
        .email
        .clone()
        .filter(|_| visitor.owns(&order.whose()))
        .ok_or(WebError::NotFound)?;
    Ok((order, email))
}

/// What a page of this room says besides the order's own facts.
#[derive(Debug, Default)]
struct OrderMailSaid<'a> {
    typed: &'a str,
    error: Option<&'static str>,
    said: Option<&'static str>,
}

fn page(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    email: &EmailAddress,
    status: StatusCode,
    said: &OrderMailSaid<'_>,
) -> Result<Response, WebError> {
    let meant = mail_slip::meant(email).map(|meant| meant.written().into_owned());
    let typed = if said.typed.is_empty() {
        meant.unwrap_or_default()
    } else {
        said.typed.to_owned()
    };
    let chrome = Chrome::new(app, here, here.t.say("mailed-title")).noindex();
    let chrome = if said.error.is_some() {
        chrome.refused()
    } else {
        chrome
    };
    private::page(
        status,
        &MailedPage {
            t: here.t,
            chrome,
            order,
            address: email.masked(),
            typed,
            error: said.error,
            said: said.said,
        },
    )
}

/// The address in brief, and what can be done about it.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    visitor: Visitor,
) -> Result<Response, WebError> {
    let (order, email) = mine(&app, &token, &visitor).await?;
    page(
        &app,
        &here,
        &order,
        &email,
        StatusCode::OK,
        &OrderMailSaid::default(),
    )
}

/// What the button says in `do`: `again`, `change`. 404 not this visitor's; 422 beside the address;
/// 429 too often.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    visitor: Visitor,
    _same: SameOrigin,
    form: Form,
) -> Result<Response, WebError> {
    let (order, email) = mine(&app, &token, &visitor).await?;
    match form.field("do") {
        "again" => again(&app, &here, &order, &email).await,
        "change" => change(&app, &here, &order, &email, form.field("email")).await,
        _ => Err(WebError::NotFound),
    }
}

async fn again(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    email: &EmailAddress,
) -> Result<Response, WebError> {
    // Where there is nothing to send, asking for it uses nothing up.
    if !order
        .lines
        .iter()
        .any(|line| line.state == LineState::Delivered)
    {
        return page(
            app,
            here,
            order,
            email,
            StatusCode::OK,
            &OrderMailSaid {
                said: Some("mailed-nothing-yet"),
                ..OrderMailSaid::default()
            },
        );
    }
    let within = within(app, &format!("mail-again-minute:{}", order.id), MINUTE, 1).await?
        && within(app, &format!("mail-again:{}", order.id), DAY, AGAIN_A_DAY).await?;
    let (status, said) = if !within {
        (StatusCode::TOO_MANY_REQUESTS, "mailed-too-often")
    } else if mailing::resend_for_traveller(app, order.id).await? {
        (StatusCode::OK, "mailed-again-done")
    } else {
        (StatusCode::OK, "mailed-nothing-yet")
    };
    page(
        app,
        here,
        order,
        email,
        status,
        &OrderMailSaid {
            said: Some(said),
            ..OrderMailSaid::default()
        },
    )
}

async fn change(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    email: &EmailAddress,
    typed: &str,
) -> Result<Response, WebError> {
    let wrong = |error| {
        let said = OrderMailSaid {
            typed,
            error: Some(error),
            said: None,
        };
        page(
            app,
            here,
            order,
            email,
            StatusCode::UNPROCESSABLE_ENTITY,
            &said,
        )
    };
    let Ok(to) = EmailAddress::parse(typed) else {
        return wrong("sign-in-type-address");
    };
    if to == *email {
        return wrong("mailed-same");
    }
    let not_now = if order.installed() {
        Some((StatusCode::UNPROCESSABLE_ENTITY, "mailed-installed"))
    } else if !within(
        app,
        &format!("mail-change:{}", order.id),
        DAY,
        CHANGES_A_DAY,
    )
    .await?
    {
        Some((StatusCode::TOO_MANY_REQUESTS, "mailed-changed-too-often"))
    } else {
        None
    };
    if let Some((status, why)) = not_now {
        let said = OrderMailSaid {
            said: Some(why),
            ..OrderMailSaid::default()
        };
        return page(app, here, order, email, status, &said);
    }
    mailing::set_email_for_traveller(app, order.id, &to).await?;
    let said = OrderMailSaid {
        said: Some("mailed-change-done"),
        ..OrderMailSaid::default()
    };
    page(app, here, order, &to, StatusCode::OK, &said)
}

async fn within(app: &App, bucket: &str, window: Duration, limit: u32) -> Result<bool, WebError> {
    let within = rate_limits::take(&app.db, bucket, window, limit, app.clock.now()).await?;
    if !within {
        security_log::note(SecurityEvent::LimitReached("an order's mails"));
    }
    Ok(within)
}
