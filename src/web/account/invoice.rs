//! The invoice of an order and its credit notes, for the order's owner alone: asked for once, then
//! there to be kept. A key from a mail opens none.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::db::invoices::Invoice;
use crate::db::order_pages::{self, OrderView};
use crate::flows::invoices::{self, Unfit};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::address::OrderToken;
use crate::web::http::auth::Visitor;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;
use domain::invoice::Kind;

/// `GET|POST /orders/{token}/invoice`
#[derive(Template)]
#[template(path = "account/invoice.html")]
struct InvoicePage<'a> {
    t: Locale,
    chrome: Chrome,
    order: &'a OrderView,
    issued: Vec<Invoice>,
    /// For how long an invoice is kept.
    kept: String,
    /// What was written, when it could not stand so.
    typed: &'a str,
    /// What is wrong with it: the key of its words.
    error: Option<&'static str>,
}

impl InvoicePage<'_> {
    fn order_path(&self) -> String {
        self.t.path(&Routes::order(&self.order.token))
    }

    fn path(&self) -> String {
        format!("{}/invoice", self.order_path())
    }

    /// The words of a document's link.
    fn name(&self, invoice: &Invoice) -> String {
        let key = if invoice.kind == Kind::Invoice {
            "invoice-file"
        } else {
            "invoice-credit-file"
        };
        self.t
            .with("number", invoice.number.as_str())
            .with("day", self.t.day(invoice.issued_at))
            .say(key)
    }

    fn errors(&self) -> Vec<(&'static str, String)> {
        self.error
            .map(|key| ("bill_to", self.t.say(key)))
            .into_iter()
            .collect()
    }

    /// Whether it comes in another language than the page's.
    fn in_english(&self) -> bool {
        invoices::language(self.t) != self.t
    }
}

/// The order of this visitor's, if it has an invoice or may have one; for anybody else there is
/// nothing here.
async fn mine(app: &App, token: &str, visitor: &Visitor) -> Result<OrderView, WebError> {
    let order = order_pages::by_token(&app.db, token, app.clock.now())
        .await?
        .ok_or(WebError::NotFound)?;
    let there = order.invoiced || invoices::may_issue(app, &order);
    if there && visitor.owns(&order.whose()) {
        Ok(order)
    } else {
        Err(WebError::NotFound)
    }
}

async fn page(
    app: &App,
    here: &RequestLocale,
    order: &OrderView,
    typed: &str,
    error: Option<&'static str>,
) -> Result<Response, WebError> {
    let t = here.t;
    let title = t
        .with("order", order.order_number.as_str())
        .say("invoice-page-title");
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let issued = invoices::of_order(app, order).await?;
    let kept = t.with("days", app.config.shop.privacy.invoices).say("days");
    let chrome = Chrome::new(app, here, title).noindex();
    let chrome = if error.is_some() {
        chrome.refused()
    } else {
        chrome
    };
    private::page(
        status,
        &InvoicePage {
            t,
            chrome,
            order,
            issued,
            kept,
            typed,
            error,
        },
    )
}

/// What was issued, or the form that asks for it.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    visitor: Visitor,
) -> Result<Response, WebError> {
    let order = mine(&app, &token, &visitor).await?;
    page(&app, &here, &order, "", None).await
}

/// Issues it, made out to what stands in `bill_to`; 422 beside the field. A second press changes
/// nothing.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    OrderToken(token): OrderToken,
    visitor: Visitor,
    _same: SameOrigin,
    form: Form,
) -> Result<Response, WebError> {
    let order = mine(&app, &token, &visitor).await?;
    let typed = form.field("bill_to");
    let bill_to = match invoices::bill_to(typed) {
        Ok(bill_to) => bill_to,
        Err(Unfit::TooLong) => {
            return page(&app, &here, &order, typed, Some("invoice-too-long")).await;
        }
        Err(Unfit::Letters) => {
            return page(&app, &here, &order, typed, Some("invoice-letters")).await;
        }
    };
    invoices::issue(&app, &order, here.t, bill_to.as_deref()).await?;
    Ok(private::see_other(here.t, &Routes::invoice(&order.token))?)
}

/// `GET /orders/{token}/invoice/{number}.pdf`
pub async fn file(
    State(app): State<App>,
    Path((token, name)): Path<(String, String)>,
    visitor: Visitor,
) -> Result<Response, WebError> {
    let order = mine(&app, &token, &visitor).await?;
    let number = name.strip_suffix(".pdf").ok_or(WebError::NotFound)?;
    let issued = invoices::of_order(&app, &order).await?;
    let invoice = issued
        .iter()
        .find(|invoice| invoice.number == number)
        .ok_or(WebError::NotFound)?;
    Ok(private::pdf(&name, invoices::file(invoice)?)?)
}
