//! The till's books and what moves them: pay, decline, delay, expire. Pure: time is an argument, no
//! HTTP. Every move records the events that Stripe would; sending them is `hooks`' work.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{
    form::Failure,
    ledger::Settlement,
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
    pub reviews: Vec<Value>,
    /// Webhook endpoints, without their secrets.
    pub endpoints: Vec<Value>,
    /// The state the next refunds get: `succeeded`, `pending` or `failed`.
    pub refund_outcome: Option<String>,
    /// Where the next buyers' cards are billed; the United States unless told otherwise.
    pub billing_country: Option<String>,
    /// Stripe Tax is not set up in the account.
    pub tax_pending: bool,
    /// What the account is paid out in, when that is another money than the buyers'.
    pub settlement: Option<Settlement>,
    /// How long after a charge Stripe books it; at once unless told otherwise.
    pub booked_after: Option<TimeDelta>,
    /// What the clock brings about.
    pub later: Vec<(DateTime<Utc>, Later)>,
    /// Record every fact as two event objects.
    pub two_events: bool,
    /// Events that wait to be sent.
    pub outbox: Vec<Value>,
    /// The request that is being served: its id and idempotency key.
    pub request: (Option<String>, Option<String>),
}

/// Something that happens when its time has come.
pub type Later = Box<dyn FnOnce(&mut Books, DateTime<Utc>) + Send>;

/// A dashboard's action that cannot be done.
pub type Moved = Result<(), Failure>;

/// The object with this id in `all`.
pub fn find<'a>(all: &'a mut [Value], id: &str, kind: &str) -> Result<&'a mut Value, Failure> {
    all.iter_mut()
        .find(|object| object["id"] == id)
        .ok_or_else(|| Failure::missing(kind, id))
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
            let event = objects::event(
                &new_id("evt_", 24),
                now.timestamp(),
                kind,
                API_VERSION,
                object,
                request,
            );
            self.list_event(event.clone());
            self.outbox.push(event);
        }
    }

    /// Puts an event in its place by time.
    pub fn list_event(&mut self, event: Value) {
        let created = number(&event, "created");
        let place = self
            .events
            .iter()
            .rposition(|e| number(e, "created") <= created)
            .map_or(0, |before| before + 1);
        self.events.insert(place, event);
    }

    pub fn session(&mut self, id: &str) -> Result<&mut Value, Failure> {
        find(&mut self.sessions, id, "checkout.session")
    }

    fn open_session(&mut self, id: &str) -> Result<Value, Failure> {
        let session = self.session(id)?.clone();
        match session["status"].as_str() {
            Some("open") => Ok(session),
            other => Err(Failure::refused(
                "",
                "",
                format!(
                    "This Checkout Session is {}; it cannot be paid.",
                    other.unwrap_or("gone")
                ),
            )),
        }
    }

    /// The session's payment intent, made at the first attempt to pay.
    fn intent_of(&mut self, session: &Value, now: DateTime<Utc>) -> String {
        if let Some(id) = session["payment_intent"].as_str() {
            return id.to_owned();
        }
        let id = new_id("pi_3S", 22);
        let (amount, currency) = (number(session, "amount_total"), text(session, "currency"));
        let mut intent = objects::payment_intent(&id, now.timestamp(), amount, &currency);
        for (name, value) in session["sandbox_intent"].as_object().into_iter().flatten() {
            intent[name] = value.clone();
        }
        intent["payment_method_types"] = session["payment_method_types"].clone();
        self.intents.push(intent);
        id
    }

    /// The traveller pays by card; `between` happens to the payment after its money came and before
    /// the session is complete.
    pub fn pay(
        &mut self,
        id: &str,
        email: &str,
        now: DateTime<Utc>,
        between: impl FnOnce(&mut Self, &str) -> Moved,
    ) -> Moved {
        let session = self.open_session(id)?;
        let intent = self.intent_of(&session, now);
        self.capture(&intent, email, now)?;
        between(self, &intent)?;
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
            return Err(Failure::refused(
                "",
                "",
                "This Checkout Session has no payment under way.",
            ));
        }
        let (intent, email) = (
            text(&session, "payment_intent"),
            text(&session["customer_details"], "email"),
        );
        if find(&mut self.intents, &intent, "payment_intent")?["status"] != "processing" {
            return Err(Failure::refused(
                "",
                "",
                "This payment was decided already.",
            ));
        }
        if ok {
            self.capture(&intent, &email, now)?;
            self.session(id)?["payment_status"] = json!("paid");
        } else {
            self.fail(&intent, &email, now)?;
        }
        let session = self.session(id)?.clone();
        let kind = if ok {
            "checkout.session.async_payment_succeeded"
        } else {
            "checkout.session.async_payment_failed"
        };
        self.record(kind, &shown(session), now);
        Ok(())
    }

    fn complete(
        &mut self,
        id: &str,
        intent: &str,
        email: &str,
        payment_status: &str,
        now: DateTime<Utc>,
    ) -> Moved {
        let country = self
            .billing_country
            .clone()
            .unwrap_or_else(|| "US".to_owned());
        let session = self.session(id)?;
        session["status"] = json!("complete");
        session["payment_status"] = json!(payment_status);
        session["payment_intent"] = json!(intent);
        session["customer_details"] = objects::customer_details(email, &country);
        if session["automatic_tax"]["enabled"] == true {
            let total = number(session, "amount_total");
            session["automatic_tax"]["status"] = json!("complete");
            session["total_details"]["amount_tax"] =
                json!(super::checkout::tax_in(total, &country));
        }
        session["url"] = Value::Null;
        let session = shown(session.clone());
        self.record("checkout.session.completed", &session, now);
        Ok(())
    }

    fn capture(&mut self, intent: &str, email: &str, now: DateTime<Utc>) -> Moved {
        let charge_id = new_id("ch_3S", 22);
        let paid = find(&mut self.intents, intent, "payment_intent")?;
        paid["status"] = json!("succeeded");
        paid["amount_received"] = paid["amount"].clone();
        paid["latest_charge"] = json!(charge_id);
        let paid = paid.clone();
        self.charges.push(objects::charge(
            &charge_id,
            now.timestamp(),
            &paid,
            email,
            true,
        ));
        match self.booked_after {
            None => self.book_charge(&charge_id, now)?,
            Some(after) => self.later.push((
                now + after,
                Box::new(move |books, at| {
                    if books.book_charge(&charge_id, at).is_ok() {
                        let charge = books
                            .charges
                            .iter()
                            .find(|charge| charge["id"] == charge_id)
                            .cloned()
                            .unwrap_or_default();
                        books.record("charge.updated", &charge, at);
                    }
                }),
            )),
        }
        let charge = self.charge_of(intent)?.clone();
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
        let charge = objects::charge(&charge_id, now.timestamp(), &failed, email, false);
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

    /// What has come due happens, and sessions past their time expire by themselves.
    pub fn pass_time(&mut self, now: DateTime<Utc>) {
        self.later.sort_by_key(|(at, _)| *at);
        let due = self.later.partition_point(|(at, _)| *at <= now);
        for (at, happen) in self.later.drain(..due).collect::<Vec<_>>() {
            happen(self, at);
        }
        let late = |s: &&Value| s["status"] == "open" && number(s, "expires_at") <= now.timestamp();
        let late: Vec<String> = self
            .sessions
            .iter()
            .filter(late)
            .map(|s| text(s, "id"))
            .collect();
        for id in late {
            let _ = self.expire(&id, now);
        }
    }

    /// The captured charge of a payment intent.
    pub fn charge_of(&mut self, intent: &str) -> Result<&mut Value, Failure> {
        find(&mut self.intents, intent, "payment_intent")?;
        let captured =
            |charge: &&mut Value| charge["payment_intent"] == intent && charge["captured"] == true;
        self.charges.iter_mut().find(captured).ok_or_else(|| {
            Failure::refused(
                "",
                "payment_intent",
                format!(
                    "This PaymentIntent ({intent}) does not have a successful charge to refund."
                ),
            )
        })
    }
}

/// A session as the outside sees it: without what only the sandbox keeps in it.
pub fn shown(mut session: Value) -> Value {
    if let Some(fields) = session.as_object_mut() {
        fields.remove("sandbox_intent");
    }
    session
}
