//! Opening a Checkout Session: what Stripe's document demands of the parameters, and the object it
//! gives back. Pure.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    form::{Failure, Params},
    objects::{self, new_id},
    state::{Books, shown},
};

const ALLOWED: &[&str] = &[
    "mode",
    "success_url",
    "cancel_url",
    "client_reference_id",
    "customer_email",
    "customer_creation",
    "currency",
    "expires_at",
    "locale",
    "submit_type",
    "ui_mode",
    "billing_address_collection",
    "allow_promotion_codes",
    "payment_method_types[#]",
    "allowed_payment_method_types[#]",
    "excluded_payment_method_types[#]",
    "payment_method_configuration",
    "branding_settings[*",
    "name_collection[*",
    "wallet_options[*",
    "tax_id_collection[enabled]",
    "line_items[#][metadata][*",
    "line_items[#][price_data][product_data][unit_label]",
    "payment_method_collection",
    "metadata[*",
    "automatic_tax[enabled]",
    "adaptive_pricing[enabled]",
    "phone_number_collection[enabled]",
    "invoice_creation[enabled]",
    "consent_collection[*",
    "custom_text[*",
    "payment_method_options[*",
    "after_expiration[*",
    "line_items[#][quantity]",
    "line_items[#][price]",
    "line_items[#][adjustable_quantity][*",
    "line_items[#][price_data][currency]",
    "line_items[#][price_data][unit_amount]",
    "line_items[#][price_data][tax_behavior]",
    "line_items[#][price_data][product_data][name]",
    "line_items[#][price_data][product_data][description]",
    "line_items[#][price_data][product_data][images][#]",
    "line_items[#][price_data][product_data][tax_code]",
    "line_items[#][price_data][product_data][metadata][*",
    "payment_intent_data[metadata][*",
    "payment_intent_data[description]",
    "payment_intent_data[capture_method]",
    "payment_intent_data[receipt_email]",
    "payment_intent_data[statement_descriptor]",
    "payment_intent_data[statement_descriptor_suffix]",
];

/// The least that Stripe charges, in minor units.
fn minimum(currency: &str) -> i64 {
    match currency {
        "usd" | "eur" | "aud" | "cad" | "chf" | "sgd" | "nzd" | "inr" | "brl" => 50,
        "gbp" => 30,
        "jpy" => 50,
        "sek" | "nok" => 300,
        "dkk" => 250,
        "hkd" => 400,
        "mxn" | "thb" => 1_000,
        "aed" | "pln" | "myr" | "ron" | "bgn" => 200,
        "czk" => 1_500,
        "huf" => 17_500,
        _ => 1,
    }
}

struct Line {
    name: String,
    description: String,
    quantity: i64,
    unit_amount: i64,
    currency: String,
}

impl Line {
    fn read(params: &Params, n: usize) -> Result<Self, Failure> {
        let at = |field: &str| format!("line_items[{n}]{field}");
        if params.get(&at("[price]")).is_some() {
            return Err(Failure::invalid(
                "resource_missing",
                &at("[price]"),
                "No such price: this sandbox keeps no price objects, send price_data",
            ));
        }
        let currency = params.need(&at("[price_data][currency]"))?.to_owned();
        if currency.len() != 3 || currency.chars().any(|c| !c.is_ascii_lowercase()) {
            return Err(Failure::invalid(
                "",
                &at("[price_data][currency]"),
                format!("Invalid currency: {currency}"),
            ));
        }
        params.need(&at("[price_data][unit_amount]"))?;
        let unit_amount = params
            .number(&at("[price_data][unit_amount]"))?
            .unwrap_or_default();
        let quantity = params.number(&at("[quantity]"))?.unwrap_or(1);
        if unit_amount < 0 || quantity < 1 {
            return Err(Failure::invalid(
                "parameter_invalid_integer",
                &at("[quantity]"),
                "This value must be greater than or equal to 1.",
            ));
        }
        let name = params
            .need(&at("[price_data][product_data][name]"))?
            .to_owned();
        let description = params
            .get(&at("[price_data][product_data][description]"))
            .unwrap_or_default()
            .to_owned();
        Ok(Self {
            name,
            description,
            quantity,
            unit_amount,
            currency,
        })
    }
}

fn read_lines(params: &Params) -> Result<(Vec<Line>, i64, String), Failure> {
    let lines = (0..params.count("line_items"))
        .map(|n| Line::read(params, n))
        .collect::<Result<Vec<_>, _>>()?;
    let Some(first) = lines.first() else {
        return Err(Failure::invalid(
            "parameter_missing",
            "line_items",
            "Missing required param: line_items.",
        ));
    };
    let currency = first.currency.clone();
    if lines.iter().any(|line| line.currency != currency) {
        return Err(Failure::invalid(
            "",
            "line_items",
            "All line items must have the same currency.",
        ));
    }
    let total: i64 = lines
        .iter()
        .map(|line| line.unit_amount.saturating_mul(line.quantity))
        .sum();
    if total < minimum(&currency) {
        let message = format!(
            "The Checkout Session's total amount due must add up to at least {} {currency}.",
            minimum(&currency)
        );
        return Err(Failure::invalid("amount_too_small", "", message));
    }
    if total > 99_999_999 {
        return Err(Failure::invalid(
            "amount_too_large",
            "",
            "The total is more than Stripe takes in one payment.",
        ));
    }
    Ok((lines, total, currency))
}

/// Stripe Tax must know whether a price holds the tax. Prices to which it is added are not sold in
/// this sandbox.
fn taxed(params: &Params) -> Result<(), Failure> {
    for n in 0..params.count("line_items") {
        let field = format!("line_items[{n}][price_data][tax_behavior]");
        match params.get(&field) {
            Some("inclusive") => {}
            Some("exclusive") => {
                return Err(Failure::invalid(
                    "",
                    &field,
                    "This sandbox takes tax_behavior=inclusive only.",
                ));
            }
            _ => {
                return Err(Failure::invalid(
                    "",
                    &field,
                    "You must specify `tax_behavior` on prices used with automatic tax.",
                ));
            }
        }
    }
    Ok(())
}

/// The tax in a total of a buyer of this country, at some of the rates of the day.
pub fn tax_in(total: i64, country: &str) -> i64 {
    let percent = match country {
        "DE" => 19,
        "FR" | "GB" | "AT" => 20,
        "JP" => 10,
        _ => 0,
    };
    (total * percent * 2 + 100 + percent) / (2 * (100 + percent))
}

/// What the payment is to carry once it is made.
fn read_intent(params: &Params) -> Value {
    let mut intent = json!({ "metadata": params.map("payment_intent_data[metadata]") });
    for name in [
        "description",
        "receipt_email",
        "statement_descriptor",
        "statement_descriptor_suffix",
    ] {
        if let Some(value) = params.get(&format!("payment_intent_data[{name}]")) {
            intent[name] = json!(value);
        }
    }
    intent
}

fn choose_methods(params: &Params, session: &mut Value) {
    let methods = params.list("payment_method_types");
    if !methods.is_empty() {
        session["payment_method_types"] = json!(methods);
    }
    let offered = params.list("allowed_payment_method_types");
    if !offered.is_empty() {
        session["allowed_payment_method_types"] = json!(offered);
        session["payment_method_types"] = json!(offered);
    }
    let excluded = params.list("excluded_payment_method_types");
    if !excluded.is_empty() {
        session["excluded_payment_method_types"] = json!(excluded);
    }
}

/// What is wrong with a page whatever it sells.
fn can_be_opened(params: &Params) -> Result<(), Failure> {
    if params.need("mode")? != "payment" {
        return Err(Failure::invalid(
            "",
            "mode",
            "This sandbox takes mode=payment only.",
        ));
    }
    let success = params.need("success_url")?;
    for (name, address) in [
        ("success_url", Some(success)),
        ("cancel_url", params.get("cancel_url")),
    ] {
        if address
            .is_some_and(|address| url::Url::parse(&address.replace(['{', '}'], "_")).is_err())
        {
            return Err(Failure::invalid("url_invalid", name, "Not a valid URL"));
        }
    }
    let email = params.get("customer_email");
    if email.is_some_and(|email| !email.contains('@')) {
        return Err(Failure::invalid(
            "email_invalid",
            "customer_email",
            "Invalid email address",
        ));
    }
    Ok(())
}

fn read_expiry(params: &Params, now: DateTime<Utc>) -> Result<i64, Failure> {
    let now = now.timestamp();
    match params.number("expires_at")? {
        None => Ok(now + 86_400),
        // A minute's grace: the request takes its time, and clocks differ.
        Some(at) if at < now + 30 * 60 - 60 => Err(Failure::invalid(
            "",
            "expires_at",
            "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
        )),
        Some(at) if at > now + 24 * 3_600 + 60 => Err(Failure::invalid(
            "",
            "expires_at",
            "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
        )),
        Some(at) => Ok(at),
    }
}

impl Books {
    /// `POST /v1/checkout/sessions`; `pay_at` is the address of the payment page without the id.
    pub fn open_checkout(
        &mut self,
        encoded: &[u8],
        pay_at: &str,
        now: DateTime<Utc>,
    ) -> Result<Value, Failure> {
        let params = Params::read(encoded, ALLOWED)?;
        can_be_opened(&params)?;
        let (lines, total, currency) = read_lines(&params)?;
        let id = new_id("cs_test_a1", 56);
        let mut session = objects::session(&id, now.timestamp());
        session["expires_at"] = json!(read_expiry(&params, now)?);
        session["amount_subtotal"] = json!(total);
        session["amount_total"] = json!(total);
        session["currency"] = json!(currency);
        if params.get("automatic_tax[enabled]") == Some("true") {
            taxed(&params)?;
            session["automatic_tax"] = json!({ "enabled": true, "liability": { "type": "self" }, "status": "requires_location_inputs", "provider": "stripe" });
        }
        session["metadata"] = params.map("metadata");
        session["sandbox_intent"] = read_intent(&params);
        session["url"] = json!(format!("{pay_at}{id}"));
        for name in [
            "success_url",
            "cancel_url",
            "client_reference_id",
            "customer_email",
            "locale",
            "submit_type",
        ] {
            session[name] = params.get(name).map_or(Value::Null, |value| json!(value));
        }
        if let Some(enabled) = params.get("adaptive_pricing[enabled]") {
            session["adaptive_pricing"] = json!({ "enabled": enabled == "true" });
        }
        choose_methods(&params, &mut session);
        let lines: Vec<Value> = lines
            .into_iter()
            .map(|l| json!({ "name": l.name, "description": l.description, "quantity": l.quantity, "unit_amount": l.unit_amount }))
            .collect();
        self.lines.push((id, json!(lines)));
        self.sessions.push(session.clone());
        Ok(shown(session))
    }
}
