//! What no traveller and no bank does: objects in odd shapes, events out of nowhere. For tests to
//! call.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    Failure, Stripe,
    objects::{self, new_id},
    state::{API_VERSION, Books},
};

impl Books {
    fn anything(&mut self, id: &str) -> Result<&mut Value, Failure> {
        let all = [
            &mut self.sessions,
            &mut self.intents,
            &mut self.charges,
            &mut self.refunds,
            &mut self.disputes,
            &mut self.reviews,
            &mut self.transactions,
            &mut self.events,
        ];
        all.into_iter()
            .flatten()
            .find(|object| object["id"] == id)
            .ok_or_else(|| Failure::missing("object", id))
    }
}

/// The field at a dotted path (`customer_details.name`), and the object it is in.
fn parted(path: &str) -> (String, &str) {
    match path.rsplit_once('.') {
        Some((parent, field)) => (format!("/{}", parent.replace('.', "/")), field),
        None => (String::new(), path),
    }
}

impl Stripe {
    /// Changes a field of any object behind everybody's back: a session's amount, an intent's
    /// currency, a name that ends in [`super::HALF_A_LETTER`]. The field may be a dotted path.
    ///
    /// # Errors
    /// No such object, or no such parent of the field.
    pub fn tamper(&self, id: &str, field: &str, value: Value) -> Result<(), Failure> {
        self.act(|books, _| {
            let (parent, field) = parted(field);
            let object = books
                .anything(id)?
                .pointer_mut(&parent)
                .and_then(Value::as_object_mut);
            object
                .ok_or_else(|| Failure::missing("field", field))?
                .insert(field.to_owned(), value);
            Ok(())
        })
    }

    /// Leaves a field of any object out. The field may be a dotted path.
    ///
    /// # Errors
    /// No such object or field.
    pub fn strip(&self, id: &str, field: &str) -> Result<(), Failure> {
        self.act(|books, _| {
            let (parent, field) = parted(field);
            let object = books
                .anything(id)?
                .pointer_mut(&parent)
                .and_then(Value::as_object_mut);
            object
                .and_then(|object| object.remove(field))
                .map(|_| ())
                .ok_or_else(|| Failure::missing("field", field))
        })
    }

    /// Puts so many events of a type that nobody waits for into the list, made at `at`, none of
    /// them sent.
    pub fn plant_events(&self, count: usize, kind: &str, at: DateTime<Utc>) {
        let mut books = self.inner.books();
        for _ in 0..count {
            let object = json!({ "id": new_id("obj_", 14), "object": "planted" });
            books.list_event(objects::event(
                &new_id("evt_", 24),
                at.timestamp(),
                kind,
                API_VERSION,
                &object,
                (None, None),
            ));
        }
    }

    /// Puts this very JSON into the list of events, as the newest, without sending it.
    pub fn plant_event(&self, event: Value) {
        self.inner.books().events.push(event);
    }
}
