//! Stripe's objects in their full published shape, as JSON. No state and no rules.

use serde_json::{Value, json};

/// `prefix` and so many random letters and digits.
pub fn new_id(prefix: &str, length: usize) -> String {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let letters = (0..length)
        .map(|_| char::from(ALPHABET[usize::from(rand::random::<u8>()) % ALPHABET.len()]));
    prefix.chars().chain(letters).collect()
}

/// What a new session leaves empty.
const SESSION_NULLS: [&str; 39] = [
    "after_expiration",
    "allow_promotion_codes",
    "allowed_payment_method_types",
    "amount_subtotal",
    "amount_total",
    "billing_address_collection",
    "cancel_url",
    "client_reference_id",
    "client_secret",
    "collected_information",
    "consent",
    "consent_collection",
    "currency",
    "currency_conversion",
    "customer",
    "customer_account",
    "customer_details",
    "customer_email",
    "discounts",
    "excluded_payment_method_types",
    "expires_at",
    "integration_identifier",
    "invoice",
    "locale",
    "managed_payments",
    "origin_context",
    "payment_link",
    "payment_method_configuration_details",
    "permissions",
    "presentment_details",
    "recovered_from",
    "saved_payment_method_options",
    "setup_intent",
    "shipping_address_collection",
    "shipping_cost",
    "submit_type",
    "subscription",
    "success_url",
    "wallet_options",
];

/// A Checkout Session that was just opened; the caller fills in what was asked for.
pub fn session(id: &str, created: i64) -> Value {
    let mut session = json!({
        "id": id, "object": "checkout.session", "created": created, "livemode": false, "mode": "payment", "status": "open",
        "payment_status": "unpaid", "payment_intent": null, "url": null, "metadata": {},
        "automatic_tax": { "enabled": false, "liability": null, "status": null, "provider": null },
        "adaptive_pricing": { "enabled": false },
        "custom_fields": [],
        "custom_text": { "after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null },
        "customer_creation": "if_required",
        "invoice_creation": { "enabled": false, "invoice_data": {
            "account_tax_ids": null, "custom_fields": null, "description": null, "footer": null, "issuer": null,
            "metadata": {}, "rendering_options": null } },
        "payment_method_collection": "if_required",
        "payment_method_options": { "card": { "request_three_d_secure": "automatic" } },
        "payment_method_types": ["card"],
        "phone_number_collection": { "enabled": false },
        "shipping_options": [],
        "total_details": { "amount_discount": 0, "amount_shipping": 0, "amount_tax": 0 },
        "ui_mode": "hosted",
    });
    fill(&mut session, &SESSION_NULLS);
    session
}

fn fill(object: &mut Value, empty: &[&str]) {
    for name in empty {
        object[*name] = Value::Null;
    }
}

/// `customer_details` of a session, with the country that the card is billed in.
pub fn customer_details(email: &str, country: &str) -> Value {
    json!({
        "address": { "city": null, "country": country, "line1": null, "line2": null, "postal_code": null, "state": null },
        "email": email, "name": null, "phone": null, "tax_exempt": "none", "tax_ids": null, "business_name": null, "individual_name": null,
    })
}

/// A PaymentIntent before any attempt.
pub fn payment_intent(id: &str, created: i64, amount: i64, currency: &str) -> Value {
    let mut intent = json!({
        "id": id, "object": "payment_intent", "created": created, "livemode": false, "amount": amount, "currency": currency,
        "amount_capturable": 0, "amount_received": 0, "amount_details": { "tip": {} }, "capture_method": "automatic_async",
        "confirmation_method": "automatic", "client_secret": format!("{id}_secret_{}", new_id("", 25)), "metadata": {},
        "payment_method_options": { "card": { "installments": null, "mandate_options": null, "network": null, "request_three_d_secure": "automatic" } },
        "payment_method_types": ["card"], "status": "requires_payment_method",
    });
    let empty = [
        "application",
        "application_fee_amount",
        "automatic_payment_methods",
        "canceled_at",
        "cancellation_reason",
        "customer",
        "customer_account",
        "description",
        "excluded_payment_method_types",
        "last_payment_error",
        "latest_charge",
        "managed_payments",
        "next_action",
        "on_behalf_of",
        "payment_method",
        "payment_method_configuration_details",
        "processing",
        "receipt_email",
        "review",
        "setup_future_usage",
        "shipping",
        "source",
        "statement_descriptor",
        "statement_descriptor_suffix",
        "transfer_data",
        "transfer_group",
    ];
    fill(&mut intent, &empty);
    intent
}

/// A charge of `intent`, captured or declined, with what Stripe copies from the intent.
pub fn charge(id: &str, created: i64, intent: &Value, email: &str, paid: bool) -> Value {
    let mut charge = json!({
        "id": id, "object": "charge", "created": created, "livemode": false, "amount": intent["amount"], "currency": intent["currency"],
        "amount_captured": if paid { intent["amount"].clone() } else { json!(0) }, "amount_refunded": 0, "balance_transaction": null,
        "billing_details": {
            "address": { "city": null, "country": null, "line1": null, "line2": null, "postal_code": null, "state": null },
            "email": email, "name": null, "phone": null, "tax_id": null },
        "calculated_statement_descriptor": "SANDBOX", "captured": paid, "disputed": false, "failure_code": null, "failure_message": null, "fraud_details": {}, "metadata": intent["metadata"],
        "outcome": {
            "advice_code": null, "network_advice_code": null, "network_decline_code": null,
            "network_status": if paid { "approved_by_network" } else { "declined_by_network" },
            "reason": if paid { Value::Null } else { json!("generic_decline") }, "risk_level": "normal",
            "seller_message": if paid { "Payment complete." } else { "The bank did not return any \
                                                                      further details with this \
                                                                      decline." },
            "type": if paid { "authorized" } else { "issuer_declined" } },
        "paid": paid, "payment_intent": intent["id"], "payment_method": new_id("pm_", 24), "payment_method_details": card(),
        "receipt_url": null, "refunded": false, "status": if paid { "succeeded" } else { "failed" },
    });
    if !paid {
        charge["failure_code"] = json!("card_declined");
        charge["failure_message"] = json!("Your card was declined.");
    }
    let empty = [
        "application",
        "application_fee",
        "application_fee_amount",
        "customer",
        "failure_balance_transaction",
        "on_behalf_of",
        "receipt_number",
        "review",
        "shipping",
        "source",
        "source_transfer",
        "transfer_data",
        "transfer_group",
    ];
    fill(&mut charge, &empty);
    for name in [
        "description",
        "receipt_email",
        "statement_descriptor",
        "statement_descriptor_suffix",
    ] {
        charge[name] = intent[name].clone();
    }
    charge
}

fn card() -> Value {
    json!({ "type": "card", "card": {
        "amount_authorized": null, "authorization_code": null, "brand": "visa",
        "checks": { "address_line1_check": null, "address_postal_code_check": null, "cvc_check": "pass" },
        "country": "US", "exp_month": 12, "exp_year": 2034, "extended_authorization": { "status": "disabled" },
        "fingerprint": "sandboxcard00001", "funding": "credit", "incremental_authorization": { "status": "unavailable" }, "installments": null,
        "last4": "4242", "mandate": null, "multicapture": { "status": "unavailable" }, "network": "visa", "network_token": { "used": false },
        "network_transaction_id": null, "overcapture": { "maximum_amount_capturable": 0, "status": "unavailable" }, "regulated_status": null,
        "three_d_secure": null, "transaction_link_id": null, "wallet": null } })
}

/// A refund of `charge`.
pub fn refund(
    id: &str,
    created: i64,
    charge: &Value,
    amount: i64,
    status: &str,
    transaction: Option<&str>,
) -> Value {
    json!({
        "id": id, "object": "refund", "created": created, "amount": amount, "balance_transaction": transaction, "charge": charge["id"],
        "currency": charge["currency"], "customer": null, "customer_account": null,
        "destination_details": { "card": { "reference_status": "pending", "reference_type": "acquirer_reference_number", "type": "refund" }, "type": "card" },
        "metadata": {}, "payment_intent": charge["payment_intent"], "payment_method": charge["payment_method"], "reason": null,
        "receipt_number": null, "source_transfer_reversal": null, "status": status, "transfer_reversal": null,
    })
}

/// `GET /v1/tax/settings`: whether Stripe Tax can reckon, and what it lacks if not.
pub fn tax_settings(pending: bool) -> Value {
    let details = match pending {
        true => json!({ "pending": { "missing_fields": ["head_office.address"] } }),
        false => json!({ "active": {} }),
    };
    json!({
        "object": "tax.settings",
        "defaults": { "provider": "stripe", "tax_behavior": null, "tax_code": null },
        "head_office": null,
        "livemode": false,
        "status": if pending { "pending" } else { "active" },
        "status_details": details,
    })
}

/// A line of the account's balance; `kind` is its type and its reporting category.
pub fn balance_transaction(
    id: &str,
    created: i64,
    kind: (&str, &str),
    source: &str,
    (amount, fee): (i64, i64),
    currency: &str,
) -> Value {
    let details = if fee == 0 {
        json!([])
    } else {
        let what = if kind.1 == "dispute" {
            "Dispute fee"
        } else {
            "Stripe processing fees"
        };
        json!([{ "amount": fee, "application": null, "currency": currency, "description": what, "type": "stripe_fee" }])
    };
    json!({
        "id": id, "object": "balance_transaction", "created": created, "available_on": created, "amount": amount, "balance_type": "payments",
        "currency": currency, "description": null, "exchange_rate": null, "fee": fee, "fee_details": details, "net": amount - fee,
        "reporting_category": kind.1, "source": source, "status": "available", "type": kind.0,
    })
}

/// A dispute of `charge`: a chargeback, or an inquiry, which takes no money yet.
pub fn dispute(id: &str, created: i64, charge: &Value, inquiry: bool) -> Value {
    let mut evidence = json!({ "enhanced_evidence": {} });
    let fields = [
        "access_activity_log",
        "billing_address",
        "cancellation_policy",
        "cancellation_policy_disclosure",
        "cancellation_rebuttal",
        "customer_communication",
        "customer_email_address",
        "customer_name",
        "customer_purchase_ip",
        "customer_signature",
        "duplicate_charge_documentation",
        "duplicate_charge_explanation",
        "duplicate_charge_id",
        "product_description",
        "receipt",
        "refund_policy",
        "refund_policy_disclosure",
        "refund_refusal_explanation",
        "service_date",
        "service_documentation",
        "shipping_address",
        "shipping_carrier",
        "shipping_date",
        "shipping_documentation",
        "shipping_tracking_number",
        "uncategorized_file",
        "uncategorized_text",
    ];
    fill(&mut evidence, &fields);
    json!({
        "id": id, "object": "dispute", "created": created, "livemode": false, "amount": charge["amount"], "currency": charge["currency"],
        "balance_transactions": [], "charge": charge["id"], "enhanced_eligibility_types": [], "evidence": evidence,
        "evidence_details": { "due_by": created + 7 * 86_400, "enhanced_eligibility": {}, "has_evidence": false, "past_due": false, "submission_count": 0 },
        "is_charge_refundable": inquiry, "metadata": {}, "payment_intent": charge["payment_intent"],
        "payment_method_details": { "card": { "brand": "visa", "case_type": if inquiry { "inquiry" } else { "chargeback" }, "network": "visa", "network_reason_code": "10.4" }, "type": "card" },
        "reason": "fraudulent", "status": if inquiry { "warning_needs_response" } else { "needs_response" },
    })
}

/// A warning of the card network that `charge` may be fraud.
pub fn early_fraud_warning(id: &str, created: i64, charge: &Value) -> Value {
    json!({
        "id": id, "object": "radar.early_fraud_warning", "created": created, "livemode": false, "actionable": true, "charge": charge["id"],
        "fraud_type": "misc", "payment_intent": charge["payment_intent"],
    })
}

/// A review of `charge` that was just opened.
pub fn review(id: &str, created: i64, charge: &Value) -> Value {
    json!({
        "id": id, "object": "review", "created": created, "livemode": false, "billing_zip": null, "charge": charge["id"], "closed_reason": null,
        "ip_address": null, "ip_address_location": null, "open": true, "opened_reason": "rule", "payment_intent": charge["payment_intent"],
        "reason": "rule", "session": null,
    })
}

/// An event about `object` as it is now.
pub fn event(
    id: &str,
    created: i64,
    kind: &str,
    version: &str,
    object: &Value,
    request: (Option<&str>, Option<&str>),
) -> Value {
    json!({
        "id": id, "object": "event", "api_version": version, "created": created, "data": { "object": object }, "livemode": false,
        "pending_webhooks": 1, "request": { "id": request.0, "idempotency_key": request.1 }, "type": kind,
    })
}
