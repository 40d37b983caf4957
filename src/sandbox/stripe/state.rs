//! The till's books and what moves them: pay, decline, delay, expire, dispute. Pure: time is an argument, no HTTP.
//! Every move records the events that Stripe would; sending them is `hooks`' work.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    form::Failure,
    objects::{self, new_id},
};

/// The version in which objects are rendered.
pub const API_VERSION: &str = "2026-09-30.endive";

/// Everything the account holds, oldest first.
#[derive(Default)]
pub struct Books {
    pub sessions: Vec<Value>,
    /// `(session id, [{name, description, quantity, unit_amount}])`, for the payment page.
    pub lines: Vec<(String, Value)>,
    pub intents: Vec<Value>,
    pub charges: Vec<Value>,
    pub refunds: Vec<Value>,
    pub events: Vec<Value>,
    pub transactions: Vec<Value>,
    pub disputes: Vec<Value>,
    /// The state the next refunds get: `succeeded`, `pending` or `failed`.
    pub refund_outcome: Option<String>,
    /// Where the next buyers' cards are billed; the United States unless told otherwise.
    pub billing_country: Option<String>,
    /// Record every fact as two event objects.
    pub two_events: bool,
    /// Events that wait to be sent.
    pub outbox: Vec<Value>,
    /// The request that is being served: its id and idempotency key.
    pub request: (Option<String>, Option<String>),
}

/// A dashboard's action that cannot be done.
pub type Moved = Result<(), Failure>;

/// The object with this id in `all`.
pub fn find<'a>(all: &'a mut [Value], id: &str, kind: &str) -> Result<&'a mut Value, Failure> {
    all.iter_mut().find(|object| object["id"] == id).ok_or_else(|| Failure::missing(kind, id))
}

/// The whole number at `object[name]`.
pub fn number(object: &Value, name: &str) -> i64 {
    object[name].as_i64().unwrap_or_default()
}

/// The text at `object[name]`.
pub fn text(object: &Value, name: &str) -> String {
    object[name].as_str().unwrap_or_default().to_owned()
}

impl Books {
    /// Writes down that `kind` happened to `object`.
    pub fn record(&mut self, kind: &str, object: &Value, now: DateTime<Utc>) {
        let copies = if self.two_events { 2 } else { 1 };
        for _ in 0..copies {
            let request = (self.request.0.as_deref(), self.request.1.as_deref());
            let event = objects::event(&new_id("evt_", 24), now.timestamp(), kind, API_VERSION, object, request);
            self.events.push(event.clone());
            self.outbox.push(event);
        }
    }

    pub fn session(&mut self, id: &str) -> Result<&mut Value, Failure> {
        find(&mut self.sessions, id, "checkout.session")
    }

    fn open_session(&mut self, id: &str) -> Result<Value, Failure> {
        let session = self.session(id)?.clone();
        match session["status"].as_str() {
            Some("open") => Ok(session),
            other => Err(Failure::refused("", "", format!("This Checkout Session is {}; it cannot be paid.", other.unwrap_or("gone")))),
        }
    }

    /// The session's payment intent, made at the first attempt to pay.
    fn intent_of(&mut self, session: &Value, now: DateTime<Utc>) -> String {
        if let Some(id) = session["payment_intent"].as_str() {
            return id.to_owned();
        }
        let id = new_id("pi_3S", 22);
        let (amount, currency) = (number(session, "amount_total"), text(session, "currency"));
        let mut intent = objects::payment_intent(&id, now.timestamp(), amount, &currency, &session["sandbox_intent_metadata"]);
        intent["payment_method_types"] = session["payment_method_types"].clone();
        self.intents.push(intent);
        id
    }

    /// The traveller pays by card.
    pub fn pay(&mut self, id: &str, email: &str, now: DateTime<Utc>) -> Moved {
        let session = self.open_session(id)?;
        let intent = self.intent_of(&session, now);
        self.capture(&intent, email, now)?;
        self.complete(id, &intent, email, "paid", now)
    }

    /// The traveller's bank says no; the session stays open.
    pub fn decline(&mut self, id: &str, email: &str, now: DateTime<Utc>) -> Moved {
        let session = self.open_session(id)?;
        let intent = self.intent_of(&session, now);
        self.session(id)?["payment_intent"] = json!(intent);
        let charge = self.fail(&intent, email, now)?;
        self.record("charge.failed", &charge, now);
        Ok(())
    }

    /// The traveller pays by a method that takes days to say yes or no.
    pub fn delay(&mut self, id: &str, email: &str, now: DateTime<Utc>) -> Moved {
        let session = self.open_session(id)?;
        let intent = self.intent_of(&session, now);
        let waiting = find(&mut self.intents, &intent, "payment_intent")?;
        waiting["status"] = json!("processing");
        let waiting = waiting.clone();
        self.record("payment_intent.processing", &waiting, now);
        self.complete(id, &intent, email, "unpaid", now)
    }

    /// A delayed payment's end.
    pub fn settle_delayed(&mut self, id: &str, ok: bool, now: DateTime<Utc>) -> Moved {
        let session = self.session(id)?.clone();
        if session["status"] != "complete" || session["payment_status"] != "unpaid" {
            return Err(Failure::refused("", "", "This Checkout Session has no payment under way."));
        }
        let (intent, email) = (text(&session, "payment_intent"), text(&session["customer_details"], "email"));
        if find(&mut self.intents, &intent, "payment_intent")?["status"] != "processing" {
            return Err(Failure::refused("", "", "This payment was decided already."));
        }
        if ok {
            self.capture(&intent, &email, now)?;
            self.session(id)?["payment_status"] = json!("paid");
        } else {
            self.fail(&intent, &email, now)?;
        }
        let session = self.session(id)?.clone();
        let kind = if ok { "checkout.session.async_payment_succeeded" } else { "checkout.session.async_payment_failed" };
        self.record(kind, &shown(session), now);
        Ok(())
    }

    fn complete(&mut self, id: &str, intent: &str, email: &str, payment_status: &str, now: DateTime<Utc>) -> Moved {
        let country = self.billing_country.clone().unwrap_or_else(|| "US".to_owned());
        let session = self.session(id)?;
        session["status"] = json!("complete");
        session["payment_status"] = json!(payment_status);
        session["payment_intent"] = json!(intent);
        session["customer_details"] = objects::customer_details(email, &country);
        session["url"] = Value::Null;
        let session = shown(session.clone());
        self.record("checkout.session.completed", &session, now);
        Ok(())
    }

    fn capture(&mut self, intent: &str, email: &str, now: DateTime<Utc>) -> Moved {
        let (charge_id, transaction) = (new_id("ch_3S", 22), new_id("txn_3S", 22));
        let paid = find(&mut self.intents, intent, "payment_intent")?;
        paid["status"] = json!("succeeded");
        paid["amount_received"] = paid["amount"].clone();
        paid["latest_charge"] = json!(charge_id);
        let paid = paid.clone();
        let (amount, currency) = (number(&paid, "amount"), text(&paid, "currency"));
        let fee = amount * 29 / 1_000 + 30;
        self.transactions.push(objects::balance_transaction(&transaction, now.timestamp(), "charge", &charge_id, amount, fee, &currency));
        let mut charge = objects::charge(&charge_id, now.timestamp(), &paid, email, Some(&transaction));
        charge["payment_intent"] = json!(intent);
        self.charges.push(charge.clone());
        self.record("charge.succeeded", &charge, now);
        self.record("payment_intent.succeeded", &paid, now);
        Ok(())
    }

    fn fail(&mut self, intent: &str, email: &str, now: DateTime<Utc>) -> Result<Value, Failure> {
        let charge_id = new_id("ch_3S", 22);
        let failed = find(&mut self.intents, intent, "payment_intent")?;
        failed["status"] = json!("requires_payment_method");
        failed["latest_charge"] = json!(charge_id);
        failed["last_payment_error"] = json!({
            "type": "card_error", "code": "card_declined", "decline_code": "generic_decline", "charge": charge_id,
            "message": "Your card was declined.",
        });
        let failed = failed.clone();
        let charge = objects::charge(&charge_id, now.timestamp(), &failed, email, None);
        self.charges.push(charge.clone());
        self.record("payment_intent.payment_failed", &failed, now);
        Ok(charge)
    }

    /// Closes an open session for good.
    pub fn expire(&mut self, id: &str, now: DateTime<Utc>) -> Result<Value, Failure> {
        let session = self.session(id)?;
        if session["status"] != "open" {
            let message = "Only Checkout Sessions with a status in [\"open\"] can be expired.";
            return Err(Failure::refused("", "", message));
        }
        session["status"] = json!("expired");
        session["url"] = Value::Null;
        let session = shown(session.clone());
        self.record("checkout.session.expired", &session, now);
        Ok(session)
    }

    /// Sessions past their time expire by themselves.
    pub fn pass_time(&mut self, now: DateTime<Utc>) {
        let late = |s: &&Value| s["status"] == "open" && number(s, "expires_at") <= now.timestamp();
        let late: Vec<String> = self.sessions.iter().filter(late).map(|s| text(s, "id")).collect();
        for id in late {
            let _ = self.expire(&id, now);
        }
    }

    /// The captured charge of a payment intent.
    pub fn charge_of(&mut self, intent: &str) -> Result<&mut Value, Failure> {
        find(&mut self.intents, intent, "payment_intent")?;
        let captured = |charge: &&mut Value| charge["payment_intent"] == intent && charge["captured"] == true;
        self.charges.iter_mut().find(captured).ok_or_else(|| {
            Failure::refused("", "payment_intent", format!("This PaymentIntent ({intent}) does not have a successful charge to refund."))
        })
    }

    /// The card's owner disputes the payment.
    pub fn dispute(&mut self, intent: &str, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?;
        charge["disputed"] = json!(true);
        let charge = charge.clone();
        let dispute = objects::dispute(&new_id("du_1S", 22), now.timestamp(), &charge);
        self.disputes.push(dispute.clone());
        self.record("charge.dispute.created", &dispute, now);
        Ok(())
    }

    /// The card network warns of fraud.
    pub fn warn_of_fraud(&mut self, intent: &str, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?.clone();
        let warning = objects::early_fraud_warning(&new_id("issfr_1S", 22), now.timestamp(), &charge);
        self.record("radar.early_fraud_warning.created", &warning, now);
        Ok(())
    }

    /// A review of the payment opens (`None`) or closes with a reason.
    pub fn review(&mut self, intent: &str, closed: Option<&str>, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?;
        let id = match charge["review"].as_str() {
            Some(id) => id.to_owned(),
            None => new_id("prv_1S", 22),
        };
        charge["review"] = if closed.is_none() { json!(id) } else { Value::Null };
        let review = objects::review(&id, now.timestamp(), &charge.clone(), closed);
        self.record(if closed.is_none() { "review.opened" } else { "review.closed" }, &review, now);
        Ok(())
    }
}

/// A session as the outside sees it: without what only the sandbox keeps in it.
pub fn shown(mut session: Value) -> Value {
    if let Some(fields) = session.as_object_mut() {
        fields.remove("sandbox_intent_metadata");
    }
    session
}
