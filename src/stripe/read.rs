//! Each of Stripe's objects, read out of its JSON. What we act on must be readable, or the whole
//! answer is unclear; what only helps may be missing. Pure.

use chrono::{DateTime, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::json::{
    Json, decimal_or_null, field, flag, id_or_null, integer, integer_or_null, text, text_or_null,
    time, unreadable, word,
};
use super::{
    Charge, Dispute, Error, Fee, Payment, PaymentStatus, REFUND_KEY, Refund, Review, Right,
    Session, SessionStatus,
};
use domain::event::{Event, Meaning, meaning};
use domain::money::{Currency, Money};
use domain::outside;

fn money(minor: Option<i64>, currency: Option<&str>) -> Option<Money> {
    let currency: Currency = currency?.parse().ok()?;
    Some(Money::new(minor?, currency))
}

pub fn session(s: &Json) -> Result<Session, Error> {
    let buyer = field(s, "customer_details");
    let email = word(buyer, "email").or_else(|| word(s, "customer_email"));
    let country = word(field(buyer, "address"), "country").map(|c| c.trim().to_ascii_uppercase());
    Ok(Session {
        id: text(s, "id")?,
        url: word(s, "url"),
        status: match text_or_null(s, "status")?.as_deref() {
            Some("open") => Some(SessionStatus::Open),
            Some("complete") => Some(SessionStatus::Complete),
            Some("expired") => Some(SessionStatus::Expired),
            _ => None,
        },
        payment: match text(s, "payment_status")?.as_str() {
            "paid" => PaymentStatus::Paid,
            "unpaid" => PaymentStatus::Unpaid,
            "no_payment_required" => PaymentStatus::NotRequired,
            _ => PaymentStatus::Unknown,
        },
        is_payment: text(s, "mode")? == "payment",
        client_reference_id: text_or_null(s, "client_reference_id")?,
        payment_intent_id: id_or_null(s, "payment_intent")?,
        total: money(
            integer_or_null(s, "amount_total")?,
            text_or_null(s, "currency")?.as_deref(),
        ),
        tax_minor: tax(s)?,
        livemode: flag(s, "livemode")?,
        email: email
            .map(|e| e.trim().to_lowercase())
            .filter(|e| !e.is_empty()),
        country: country
            .filter(|c| c.len() == 2 && c.chars().all(|letter| letter.is_ascii_uppercase())),
        success_url: word(s, "success_url"),
        created_at: time(s, "created")?,
    })
}

/// What Stripe Tax found in the total; nothing while it has not, and where it was not asked. What
/// it does not say in words we know is none.
fn tax(s: &Json) -> Result<Option<i64>, Error> {
    let reckoned =
        word(field(s, "automatic_tax"), "status").is_some_and(|status| status == "complete");
    if reckoned {
        integer_or_null(field(s, "total_details"), "amount_tax")
    } else {
        Ok(None)
    }
}

/// A payment alone, as lists have it.
pub fn payment(p: &Json) -> Result<Payment, Error> {
    let (received, currency) = (integer(p, "amount_received")?, text(p, "currency")?);
    Ok(Payment {
        id: text(p, "id")?,
        status: text(p, "status")?,
        received: money(Some(received), Some(&currency)),
        received_minor: received,
        currency,
        livemode: flag(p, "livemode")?,
        order_id: word(field(p, "metadata"), "order_id"),
        description: word(p, "description"),
        created_at: time(p, "created")?,
        charge: None,
        review: None,
        missing: Vec::new(),
    })
}

/// A payment whose charge and review were asked for, but for what is `missing`.
pub fn payment_in_full(p: &Json, missing: Vec<Right>) -> Result<Payment, Error> {
    let mut whole = Payment {
        missing,
        ..payment(p)?
    };
    whole.charge = part(
        p,
        "latest_charge",
        Right::Charges,
        &mut whole.missing,
        charge,
    )?;
    whole.review = part(p, "review", Right::Reviews, &mut whole.missing, review)?;
    Ok(whole)
}

/// A part that was to be written out. Where Stripe leaves the bare id, the key may not read more.
fn part<T>(
    p: &Json,
    name: &str,
    right: Right,
    missing: &mut Vec<Right>,
    read: fn(&Json) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    match field(p, name) {
        Json::Null => Ok(None),
        inner @ Json::Object(_) if !missing.contains(&right) => read(inner).map(Some),
        Json::String(_) | Json::Object(_) => {
            if !missing.contains(&right) {
                missing.push(right);
            }
            Ok(None)
        }
        _ => Err(unreadable(name)),
    }
}

pub fn charge(c: &Json) -> Result<Charge, Error> {
    Ok(Charge {
        id: text(c, "id")?,
        refunded_minor: integer(c, "amount_refunded")?,
        disputed: flag(c, "disputed")?,
        created_at: time(c, "created")?,
        balance_transaction: id_or_null(c, "balance_transaction")?,
    })
}

fn review(r: &Json) -> Result<Review, Error> {
    Ok(Review {
        id: text(r, "id")?,
        open: flag(r, "open")?,
        closed_reason: text_or_null(r, "closed_reason")?,
    })
}

pub fn dispute(d: &Json) -> Result<Dispute, Error> {
    Ok(Dispute {
        id: text(d, "id")?,
        status: text(d, "status")?,
        amount_minor: integer(d, "amount")?,
        payment_intent_id: id_or_null(d, "payment_intent")?,
    })
}

pub fn refund(r: &Json) -> Result<Refund, Error> {
    Ok(Refund {
        id: text(r, "id")?,
        amount_minor: integer(r, "amount")?,
        currency: text(r, "currency")?,
        status: text_or_null(r, "status")?.unwrap_or_else(|| "pending".to_owned()),
        payment_intent_id: id_or_null(r, "payment_intent")?,
        refund_key: word(field(r, "metadata"), REFUND_KEY),
        created_at: time(r, "created")?,
    })
}

pub fn fee(t: &Json) -> Result<Fee, Error> {
    Ok(Fee {
        fee_minor: integer(t, "fee")?,
        amount_minor: integer(t, "amount")?,
        currency: text(t, "currency")?,
        exchange_rate: decimal_or_null(t, "exchange_rate")?,
    })
}

/// What an event is about, pushed or pulled. Its own claims (status, reason) are not read: they are
/// read back at Stripe.
pub struct About {
    pub object_id: Option<String>,
    pub order_id: Option<String>,
    pub payment_intent_id: Option<String>,
    pub description: Option<String>,
}

pub fn about(event: &Json, kind: &str) -> About {
    let object = field(field(event, "data"), "object");
    let object_id = word(object, "id");
    let is_payment = kind.starts_with("payment_intent.");
    About {
        order_id: word(object, "client_reference_id")
            .or_else(|| word(field(object, "metadata"), "order_id")),
        payment_intent_id: if is_payment {
            object_id.clone()
        } else {
            id_or_null(object, "payment_intent").ok().flatten()
        },
        description: if is_payment {
            word(object, "description")
        } else {
            None
        },
        object_id,
    }
}

/// An event out of Stripe's list. What is kept of it names the order and the payment, and no buyer.
pub fn event(e: &Json) -> Result<Event, Error> {
    let (id, kind, livemode, created_at) = (
        text(e, "id")?,
        text(e, "type")?,
        flag(e, "livemode")?,
        time(e, "created")?,
    );
    let about = about(e, &kind);
    if about.object_id.is_none() && meaning(&kind) != Meaning::Nothing {
        return Err(unreadable("object"));
    }
    let kept = kept(e, &about);
    Ok(named(id, kind, about, livemode, created_at, kept))
}

/// What is kept of an event until it is handled: what it is about, and how a review says that it
/// ended. No name, address or card.
pub fn kept(event: &Json, about: &About) -> String {
    let object = field(field(event, "data"), "object");
    let reason =
        word(object, "reason").filter(|_| word(object, "object").as_deref() == Some("review"));
    json!({ "id": word(event, "id"), "type": word(event, "type"), "data": { "object": {
        "id": about.object_id, "payment_intent": about.payment_intent_id, "metadata": { "order_id": about.order_id },
        "description": about.description,
        "closed_reason": word(object, "closed_reason"), "reason": reason,
    } } })
    .to_string()
}

/// What an authentic event is called that has no name.
pub fn unreadable_name(body: &str) -> String {
    format!(
        "unreadable:{}",
        hex::encode(Sha256::digest(body.as_bytes()))
    )
}

/// Names that no table keeps are left out; the event itself stays, under a name made of its hash.
pub fn named(
    id: String,
    kind: String,
    about: About,
    livemode: bool,
    created_at: DateTime<Utc>,
    payload: String,
) -> Event {
    let kept = |text: String| outside::line(&text, 255).filter(|line| *line == text);
    let id = kept(id).unwrap_or_else(|| unreadable_name(&payload));
    let kind = kept(kind).unwrap_or_else(|| "unreadable".to_owned());
    let About {
        object_id,
        order_id,
        payment_intent_id,
        description,
    } = about;
    let (object_id, order_id) = (object_id.and_then(kept), order_id.and_then(kept));
    let (payment_intent_id, description) = (
        payment_intent_id.and_then(kept),
        description.and_then(|text| outside::line(&text, 1_000)),
    );
    Event {
        id,
        kind,
        object_id,
        order_id,
        payment_intent_id,
        description,
        livemode,
        created_at,
        payload,
    }
}
