//! `POST /checkout`: the buy form is checked, the order written, and the traveller sent to Stripe's
//! page. No money is touched here.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::buy_form::{self, FormFaults};
use super::buyer::{Buying, not_now};
use super::choice;
use super::choice_form;
use super::discount;
use super::discount_code;
use super::plan::plan_page_with_faults;
use super::referral;
use crate::app::App;
use crate::flows::checkout::{self, CheckoutError, CheckoutRequest, Unsold, Wanted};
use crate::web::http::auth::Visitor;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::payment_redirect::to_payment;
use crate::web::layout::error_page;
use domain::partner::Partner;

/// 303 to Stripe's page; 404 no such plan; 408; 413; 422 the form again, also where the page it is
/// from showed another price; 429 too often; 503 not now.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    _same: SameOrigin,
    client: ClientAddress,
    visitor: Visitor,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    catch_up(&app, &form).await?;
    let buying = Buying {
        client,
        signed_in: visitor.email,
        via: Partner::parse(form.field("via")),
        headers,
    };
    let several = form
        .all("product_id")
        .any(|id| id != form.field("product_id"));
    let via = buying.via.clone();
    let response = if several {
        choice::post(&app, &here, buying, &form).await?
    } else {
        one(&app, &here, buying, form).await?
    };
    match via.filter(|_| response.status() != StatusCode::SEE_OTHER) {
        Some(via) => Ok(referral::keep(&app, response, &via).await),
        None => Ok(response),
    }
}

/// Where the page showed another price than ours, it may be of a replica that has heard of new
/// prices before this one.
async fn catch_up(app: &App, form: &Form) -> Result<(), WebError> {
    let snapshot = Arc::clone(&app.catalogue.snapshot());
    let differs = |(id, shown): (&str, &str)| {
        snapshot
            .plan(id)
            .is_some_and(|plan| shown.parse() != Ok(plan.price.minor))
    };
    if form
        .all("product_id")
        .zip(form.all("price_minor"))
        .any(differs)
    {
        app.catalogue.refresh(&app.db, app.clock.now()).await?;
    }
    Ok(())
}

/// So many of one plan.
async fn one(
    app: &App,
    here: &RequestLocale,
    buying: Buying,
    form: Form,
) -> Result<Response, WebError> {
    let quantity = choice_form::added_up(&form);
    let fields: HashMap<String, String> = form
        .into_fields()
        .into_iter()
        .chain([("quantity".to_owned(), quantity)])
        .collect();
    let product_id = fields
        .get("product_id")
        .map(|id| id.trim().to_owned())
        .unwrap_or_default();
    let (quantity, mut faults) = buy_form::check(
        here.t,
        &fields,
        app.config.shop.legal.consent,
        app.clock.now().date_naive(),
    );
    let Some(plan) = app.catalogue.plan(&product_id) else {
        return Ok(error_page::not_found(app, here));
    };
    let shown: Option<i64> = fields
        .get("price_minor")
        .and_then(|price| price.parse().ok());
    if shown.is_some_and(|shown| shown != plan.price.minor) {
        faults
            .messages
            .insert("form", here.t.with("price", plan.price).say("buy-repriced"));
        return Ok(plan_page_with_faults(app, here, &product_id, &faults));
    }
    let status = discount::read(app, buying.client, here.t, &plan, &mut faults).await?;
    let Some(quantity) = quantity.filter(|_| faults.messages.is_empty()) else {
        return Ok(with_status(
            plan_page_with_faults(app, here, &product_id, &faults),
            status,
        ));
    };
    if !limits::may_check_out(app, buying.client).await? {
        return Ok(refused(
            app,
            here,
            &product_id,
            faults,
            StatusCode::TOO_MANY_REQUESTS,
            "buy-too-quick",
        ));
    }
    let wanted = Wanted {
        product_id,
        quantity,
        first_day: faults.values.first_day().ok().flatten(),
        shown,
    };
    sell(app, here, buying, wanted, faults).await
}

/// On to the payment page, or the form again.
async fn sell(
    app: &App,
    here: &RequestLocale,
    buying: Buying,
    wanted: Wanted,
    faults: FormFaults,
) -> Result<Response, WebError> {
    let buyer = buying.buyer(app).await?;
    let product_id = wanted.product_id.clone();
    let wish = CheckoutRequest {
        plans: vec![wanted],
        buyer_hash: buyer.hash(),
        locale: here.t.code().to_owned(),
        code: faults.code.as_ref().map(|code| code.name.clone()),
        signed_in: buying.signed_in,
        via: buying.via,
    };
    match checkout::check_out(app, &wish).await {
        Ok(url) => Ok(to_payment(&url, &buyer, &app.config.public_url)?),
        Err(reason) => Ok(explain(app, here, &product_id, faults, &reason)),
    }
}

/// The form again with the reason above it; nothing was charged.
fn explain(
    app: &App,
    here: &RequestLocale,
    product_id: &str,
    faults: FormFaults,
    reason: &CheckoutError,
) -> Response {
    let (status, key) = match reason {
        CheckoutError::Unknown => return error_page::not_found(app, here),
        CheckoutError::Code(why) => {
            let messages = [("code", discount_code::words(here.t, *why))]
                .into_iter()
                .collect();
            return plan_page_with_faults(
                app,
                here,
                product_id,
                &FormFaults {
                    messages,
                    code: None,
                    ..faults
                },
            );
        }
        CheckoutError::Unsold(plans) if plans.iter().any(|(_, why)| *why == Unsold::Gone) => {
            (StatusCode::UNPROCESSABLE_ENTITY, "buy-gone")
        }
        CheckoutError::Unsold(_) => (StatusCode::UNPROCESSABLE_ENTITY, "buy-dearer"),
        CheckoutError::Stopped | CheckoutError::Flood | CheckoutError::Failed(_) => not_now(reason),
    };
    refused(app, here, product_id, faults, status, key)
}

fn refused(
    app: &App,
    here: &RequestLocale,
    product_id: &str,
    mut faults: FormFaults,
    status: StatusCode,
    key: &'static str,
) -> Response {
    faults.messages.insert("form", here.t.say(key));
    with_status(
        plan_page_with_faults(app, here, product_id, &faults),
        status,
    )
}

fn with_status(mut response: Response, status: StatusCode) -> Response {
    if response.status() == StatusCode::UNPROCESSABLE_ENTITY {
        *response.status_mut() = status;
    }
    response
}
