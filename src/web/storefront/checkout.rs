//! `POST /checkout`: the buy form is checked, the order written, and the traveller sent to Stripe's
//! page. No money is touched here.

use crate::web::http::csrf::SameOrigin;
use crate::web::http::private_headers::add_private_headers;
use crate::web::layout::error_page;
use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, TimeDelta};

use super::choice;
use super::discount;
use super::plan::{FormFaults, FormValues, plan_page_with_faults, too_early};
use super::referral;
use crate::app::App;
use crate::flows::checkout::{self, NotSold, Unsold, Wanted, Wish};
use crate::l10n::Locale;
use crate::shop::Consent;
use crate::web::http::auth::{self, Name, Visitor};
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::security_log::{self, Noted};
use domain::email::EmailAddress;
use domain::partner::Partner;
use domain::token::Token;

/// Who buys.
pub struct Buying {
    /// From where.
    pub client: ClientAddress,
    /// Who is signed in.
    pub signed_in: Option<EmailAddress>,
    /// By whose link they came.
    pub via: Option<Partner>,
    headers: HeaderMap,
}

impl Buying {
    /// The browser's own key, or a new one.
    ///
    /// # Errors
    /// The database's.
    pub async fn buyer(&self, app: &App) -> Result<Token, WebError> {
        Ok(auth::buyer(app, &self.headers).await?)
    }
}

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
    let quantity = choice::added_up(&form);
    let fields: HashMap<String, String> = form
        .into_fields()
        .into_iter()
        .chain([("quantity".to_owned(), quantity)])
        .collect();
    let product_id = fields
        .get("product_id")
        .map(|id| id.trim().to_owned())
        .unwrap_or_default();
    let (quantity, mut faults) = check(
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
    let buyer = buying.buyer(app).await?;
    let first_day = faults.values.first_day().ok().flatten();
    let wish = Wish {
        plans: vec![Wanted {
            product_id: product_id.clone(),
            quantity,
            first_day,
            shown,
        }],
        buyer_hash: buyer.hash(),
        locale: here.t.code().to_owned(),
        code: faults.code.as_ref().map(|code| code.name.clone()),
        signed_in: buying.signed_in,
        via: buying.via,
    };
    match checkout::check_out(app, &wish).await {
        Ok(url) => to_stripe(app, &url, &buyer),
        Err(reason) => Ok(explain(app, here, &product_id, faults, &reason)),
    }
}

/// 303 to the payment page, with the cookie by which the browser shows what it bought.
///
/// # Errors
/// When an address or a cookie cannot be put into a header.
pub fn to_stripe(app: &App, url: &str, buyer: &Token) -> Result<Response, WebError> {
    let mut response = StatusCode::SEE_OTHER.into_response();
    response
        .headers_mut()
        .insert(header::LOCATION, HeaderValue::from_str(url)?);
    response.headers_mut().insert(
        header::SET_COOKIE,
        auth::give(Name::Buyer, buyer, &app.config.public_url)?,
    );
    add_private_headers(&mut response);
    Ok(response)
}

/// The quantity, if it is one, and what is wrong with the fields.
fn check(
    t: Locale,
    fields: &HashMap<String, String>,
    consent: Consent,
    today: NaiveDate,
) -> (Option<i32>, FormFaults) {
    let text = |name: &str| {
        fields
            .get(name)
            .map(|text| text.trim().to_owned())
            .unwrap_or_default()
    };
    let says_yes = |name: &str| text(name) == "yes";
    let values = FormValues {
        quantity: text("quantity"),
        device_ok: says_yes("device_ok"),
        first_day: text("first_day"),
        anyway: says_yes("anyway"),
        begin_now: says_yes("begin_now"),
        code: text("code"),
    };
    let quantity = values.quantity.parse().ok().filter(|q| (1..=9).contains(q));
    let mut faults = FormFaults {
        values,
        ..FormFaults::default()
    };
    if quantity.is_none() {
        faults.messages.insert("quantity", t.say("buy-quantity"));
    }
    if !faults.values.device_ok {
        faults.messages.insert("device_ok", t.say("buy-device"));
    }
    if consent == Consent::Box && !faults.values.begin_now {
        faults.messages.insert("begin_now", t.say("buy-begin-now"));
    }
    let day = match faults.values.first_day() {
        Ok(None) => None,
        // It may still be yesterday where the traveller is.
        Ok(Some(day)) if day < today - TimeDelta::days(1) => Some(t.say("buy-day-over")),
        Ok(Some(day)) => too_early(t, day, today).filter(|_| !faults.values.anyway),
        Err(_) => Some(t.say("buy-no-day")),
    };
    faults
        .messages
        .extend(day.map(|words| ("first_day", words)));
    (quantity, faults)
}

/// The form again with the reason above it; nothing was charged.
fn explain(
    app: &App,
    here: &RequestLocale,
    product_id: &str,
    faults: FormFaults,
    reason: &NotSold,
) -> Response {
    let (status, key) = match reason {
        NotSold::Unknown => return error_page::not_found(app, here),
        NotSold::Code(why) => {
            let messages = [("code", discount::words(here.t, *why))]
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
        NotSold::Unsold(plans) if plans.iter().any(|(_, why)| *why == Unsold::Gone) => {
            (StatusCode::UNPROCESSABLE_ENTITY, "buy-gone")
        }
        NotSold::Unsold(_) => (StatusCode::UNPROCESSABLE_ENTITY, "buy-dearer"),
        NotSold::Stopped | NotSold::Flood | NotSold::Failed(_) => not_now(reason),
    };
    refused(app, here, product_id, faults, status, key)
}

/// Why nothing at all is sold now: the key of its words.
pub fn not_now(reason: &NotSold) -> (StatusCode, &'static str) {
    match reason {
        NotSold::Stopped => (StatusCode::SERVICE_UNAVAILABLE, "buy-stopped"),
        NotSold::Flood => {
            security_log::note(Noted::LimitReached("payment pages of the whole shop"));
            (StatusCode::SERVICE_UNAVAILABLE, "buy-flood")
        }
        other => {
            tracing::error!(error.message = %other, "a payment page could not be opened");
            (StatusCode::SERVICE_UNAVAILABLE, "buy-failed")
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect()
    }

    fn checked(pairs: &[(&str, &str)]) -> (Option<i32>, FormFaults) {
        check(
            Locale::ENGLISH,
            &fields(pairs),
            Consent::Words,
            "2026-11-25".parse().unwrap(),
        )
    }

    #[test]
    fn a_whole_form_is_taken() {
        let (quantity, faults) = checked(&[("quantity", " 3 "), ("device_ok", "yes")]);
        assert_eq!((quantity, faults.messages.len()), (Some(3), 0));
    }

    #[test]
    fn where_the_owner_wants_a_box_it_must_be_ticked() {
        let on = |consent, begin_now| {
            let form = fields(&[
                ("quantity", "1"),
                ("device_ok", "yes"),
                ("begin_now", begin_now),
            ]);
            check(
                Locale::ENGLISH,
                &form,
                consent,
                "2026-11-25".parse().unwrap(),
            )
            .1
            .messages
            .contains_key("begin_now")
        };
        assert!(
            on(Consent::Box, "")
                && on(Consent::Box, "on")
                && !on(Consent::Box, "yes")
                && !on(Consent::Words, "")
        );
    }

    #[test]
    fn each_field_is_told_its_own_fault_and_keeps_its_value() {
        for quantity in ["0", "10", "-1", "two", ""] {
            let (read, faults) = checked(&[
                ("quantity", quantity),
                ("device_ok", "on"),
                ("first_day", "soon"),
            ]);
            assert_eq!(read, None);
            assert_eq!(
                faults.messages.keys().copied().collect::<Vec<_>>(),
                ["device_ok", "first_day", "quantity"]
            );
            assert_eq!(
                (
                    faults.values.quantity.as_str(),
                    faults.values.first_day.as_str()
                ),
                (quantity, "soon")
            );
        }
    }

    #[test]
    fn who_buys_more_than_sixty_days_before_the_trip_is_warned_once() {
        let on = |first_day, anyway| {
            let (_, faults) = checked(&[
                ("quantity", "1"),
                ("device_ok", "yes"),
                ("first_day", first_day),
                ("anyway", anyway),
            ]);
            faults.messages.get("first_day").cloned()
        };
        assert_eq!(on("2027-01-24", ""), None, "the sixtieth day");
        let words = on("2027-01-25", "").unwrap();
        for part in ["25 Jan 2027", "24 Jan 2027", "26 Nov 2026"] {
            assert!(words.contains(part), "{words}");
        }
        assert_eq!(on("2027-01-25", "yes"), None, "bought all the same");
        assert_eq!(on("2026-11-24", ""), None, "yesterday, in another zone");
        assert!(on("2026-11-23", "yes").is_some(), "over");
    }
}
