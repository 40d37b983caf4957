//! The headers that keep every answer safe: what a page may load, where its forms go, who may frame
//! it.

use axum::http::{HeaderName, HeaderValue, header};

use super::assets;
use crate::app::App;

/// Those of this shop.
pub fn security_headers(app: &App) -> Vec<(HeaderName, HeaderValue)> {
    // A form's redirect counts as its action. Where Stripe is not Stripe, its page may be anywhere.
    let till = if app.config.stripe.api_base.host_str() == Some("api.stripe.com") {
        "https://checkout.stripe.com"
    } else {
        "http: https:"
    };
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; \
         form-action 'self' {till}; base-uri 'none'; frame-ancestors 'none'"
    );
    let fixed = |name, value| (name, HeaderValue::from_static(value));
    let mut all = vec![
        fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        fixed(header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        fixed(header::X_FRAME_OPTIONS, "DENY"),
        fixed(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        fixed(
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ];
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        all.push((header::CONTENT_SECURITY_POLICY, policy));
    }
    // Pages of the shelf, which hold nobody's own, may be fetched while a finger or pointer rests
    // on their link.
    if let Ok(rules) = HeaderValue::from_str(&format!("\"{}\"", assets::href("speculation.json"))) {
        all.push((HeaderName::from_static("speculation-rules"), rules));
    }
    if app.config.public_url.scheme() == "https" {
        all.push(fixed(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        ));
    }
    all
}
