//! Several plans in one payment: `POST /checkout` with `product_id` and `quantity` repeated, and
//! the page on which such a choice is found again.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use url::form_urlencoded;

use super::buyer::{self, Buying};
use super::choice_form::{ChoiceForm, ChoiceRow};
use super::discount_code;
use super::pay::PayForm;
use super::trip_ways::plan_for;
use crate::app::App;
use crate::flows::checkout::{CheckoutError, CheckoutRequest, Wanted, choice_query};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::form::{Form, QueryForm};
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::payment_redirect::to_payment;
use crate::web::http::response;
use crate::web::layout::Chrome;
use crate::web::layout::error_page;

#[derive(Template)]
#[template(path = "storefront/choice.html")]
struct ChoicePage<'a> {
    t: Locale,
    chrome: Chrome,
    choice: &'a ChoiceForm,
    /// None when nothing of it is for sale.
    pay: Option<PayForm>,
    seller: &'a str,
    /// Whether the visitor has turned back at the payment page.
    unpaid: bool,
}

impl ChoicePage<'_> {
    /// The same choice without one of its plans.
    fn without(&self, row: &ChoiceRow) -> String {
        let others: Vec<Wanted> = self
            .choice
            .for_sale()
            .filter(|other| other.product_id != row.product_id)
            .map(ChoiceRow::as_wanted)
            .collect();
        address(self.t, &others, &self.choice.sent.text)
    }
}

/// Where a choice of several plans is found.
fn address(t: Locale, plans: &[Wanted], code: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    choice_query(&mut query, plans);
    if !code.is_empty() {
        query.append_pair("code", code);
    }
    format!("{}?{}", t.path(Routes::CHECKOUT), query.finish())
}

fn page(
    app: &App,
    here: &RequestLocale,
    choice: &ChoiceForm,
    status: StatusCode,
    unpaid: bool,
) -> Response {
    let t = here.t;
    let mut pay = PayForm::new(
        app,
        t,
        0,
        (&choice.plans(), choice.last_arrival()),
        &choice.sent,
    );
    if let Some(pay) = &mut pay {
        (pay.anyway, pay.begin_now) = (choice.anyway, choice.begin_now);
        pay.messages.extend(
            choice
                .messages
                .iter()
                .map(|(field, words)| (*field, words.clone())),
        );
    }
    let mut chrome = Chrome::new(app, here, t.say("choice-title"));
    if choice.faulty() {
        chrome.title = t.with("title", &chrome.title).say("mailed-title-error");
    }
    chrome.noindex = true;
    let seller = app
        .config
        .shop
        .legal
        .seller
        .as_deref()
        .unwrap_or(&app.config.shop.shop.name);
    response::page(
        status,
        &ChoicePage {
            t,
            chrome,
            choice,
            pay,
            seller,
            unpaid,
        },
    )
}

/// A choice as its address says it: after turning back at Stripe, or to be changed. A single plan
/// has a page of its own.
///
/// # Errors
/// The database's.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    client: ClientAddress,
    QueryForm(form): QueryForm,
) -> Result<Response, WebError> {
    let t = here.t;
    let mut choice = ChoiceForm::read(t, &app.catalogue.snapshot(), &form);
    choice.messages.clear();
    match choice.rows.as_slice() {
        [] => return Ok(Redirect::to(&t.path(Routes::TRIP)).into_response()),
        [
            ChoiceRow {
                plan: Some(plan),
                first_day,
                ..
            },
        ] => {
            let people = choice
                .rows
                .first()
                .and_then(ChoiceRow::wanted)
                .and_then(|n| u32::try_from(n).ok());
            let path = plan_for(t, plan, *first_day, people.unwrap_or(1));
            let code: String =
                form_urlencoded::byte_serialize(choice.sent.text.as_bytes()).collect();
            let joint = if path.contains('?') { '&' } else { '?' };
            let path = if code.is_empty() {
                path
            } else {
                format!("{path}{joint}code={code}")
            };
            return Ok(Redirect::to(&path).into_response());
        }
        rows if rows.iter().all(|row| row.plan.is_none()) => {
            return Ok(error_page::not_found(&app, &here));
        }
        _ => {}
    }
    choice.mark_gone(&app, t).await?;
    choice.check_amounts(t);
    choice.sent = discount_code::sent(&app, client, t, choice.sent.text.clone()).await?;
    Ok(page(
        &app,
        &here,
        &choice,
        StatusCode::OK,
        form.has("unpaid"),
    ))
}

/// As `checkout::post`, for several plans: 422 shows the choice again, with the word at its plan.
///
/// # Errors
/// The database's.
pub async fn post(
    app: &App,
    here: &RequestLocale,
    buying: Buying,
    form: &Form,
) -> Result<Response, WebError> {
    let (t, client) = (here.t, buying.client);
    let mut choice = ChoiceForm::read(t, &app.catalogue.snapshot(), form);
    if choice.rows.iter().all(|row| row.plan.is_none()) {
        return Ok(error_page::not_found(app, here));
    }
    choice.mark_gone(app, t).await?;
    choice.check_amounts(t);
    choice.check_answers(
        t,
        form,
        app.config.shop.legal.consent,
        app.clock.now().date_naive(),
    );
    choice.sent = discount_code::sent(app, client, t, choice.sent.text.clone()).await?;
    if choice.faulty() {
        return Ok(page(app, here, &choice, choice.sent.status(), false));
    }
    if !limits::may_check_out(app, client).await? {
        choice.messages.insert("form", t.say("buy-too-quick"));
        return Ok(page(
            app,
            here,
            &choice,
            StatusCode::TOO_MANY_REQUESTS,
            false,
        ));
    }
    sell(app, here, buying, choice).await
}

/// On to the payment page, or the choice again with the word at its plan.
async fn sell(
    app: &App,
    here: &RequestLocale,
    buying: Buying,
    mut choice: ChoiceForm,
) -> Result<Response, WebError> {
    let t = here.t;
    let buyer = buying.buyer(app).await?;
    let wish = CheckoutRequest {
        plans: choice.rows.iter().map(ChoiceRow::as_wanted).collect(),
        buyer_hash: buyer.hash(),
        locale: t.code().to_owned(),
        code: choice.sent.code.as_ref().map(|code| code.name.clone()),
        signed_in: buying.signed_in,
        via: buying.via,
    };
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match crate::flows::checkout::check_out(app, &wish).await {
        Ok(url) => return Ok(to_payment(&url, &buyer, &app.config.public_url)?),
        Err(CheckoutError::Unknown) => return Ok(error_page::not_found(app, here)),
        Err(CheckoutError::Code(why)) => {
            choice
                .messages
                .insert("code", discount_code::words_for_several(t, why));
            choice.sent.code = None;
        }
        Err(CheckoutError::Unsold(unsold)) => choice.mark_unsold(app, t, &unsold),
        Err(reason) => {
            let (answer, key) = buyer::not_now(&reason);
            status = answer;
            choice.messages.insert("form", t.say(key));
        }
    }
    Ok(page(app, here, &choice, status, false))
}
