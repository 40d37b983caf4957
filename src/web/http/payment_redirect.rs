//! On to Stripe's page, with the cookie by which the browser shows what it bought.

use axum::http::header::InvalidHeaderValue;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use url::Url;

use super::auth::{self, CookieName};
use super::private_headers::add_private_headers;
use domain::token::Token;

/// 303 to the payment page.
///
/// # Errors
/// When the address or the cookie cannot be put into a header.
pub fn to_payment(
    url: &str,
    buyer: &Token,
    public_url: &Url,
) -> Result<Response, InvalidHeaderValue> {
    let mut response = StatusCode::SEE_OTHER.into_response();
    response
        .headers_mut()
        .insert(header::LOCATION, HeaderValue::from_str(url)?);
    response.headers_mut().insert(
        header::SET_COOKIE,
        auth::give(CookieName::Buyer, buyer, public_url)?,
    );
    add_private_headers(&mut response);
    Ok(response)
}
