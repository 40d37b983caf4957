//! One answer per idempotency key, for 24 hours: the first, a 500 included. Knows nothing of what
//! is asked.

use std::{collections::HashMap, sync::Mutex};

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::form::Failure;
use crate::http::lock;

/// A status and its JSON.
pub type Answer = (u16, Value);

enum Entry {
    UnderWay {
        request: String,
    },
    Done {
        request: String,
        answer: Answer,
        at: DateTime<Utc>,
    },
}

/// What to do with a request under a key.
pub enum Verdict {
    /// Never seen: do the work, then `finish`.
    Work,
    /// Seen: this was the answer.
    Replay(Answer),
}

#[derive(Default)]
pub struct Keys(Mutex<HashMap<String, Entry>>);

impl Keys {
    /// Asks for `key`; `request` is the path and the parameters' fingerprint.
    pub fn begin(
        &self,
        key: &str,
        request: String,
        now: DateTime<Utc>,
    ) -> Result<Verdict, Failure> {
        let mut keys = lock(&self.0);
        match keys.get(key) {
            Some(Entry::Done { at, .. }) if now - *at >= Duration::hours(24) => {}
            Some(Entry::UnderWay { request: first } | Entry::Done { request: first, .. })
                if *first != request =>
            {
                let message = format!(
                    "Keys for idempotent requests can only be used with the same parameters they \
                     were first used with. \
                     Try using a key other than '{key}' if you meant to execute a different \
                     request."
                );
                let body = json!({ "error": { "type": "idempotency_error", "message": message } });
                return Err(Failure {
                    status: 400,
                    body,
                    worked: false,
                });
            }
            Some(Entry::UnderWay { .. }) => {
                let message = "There is currently another in-progress request using this \
                               Idempotent Key. Please try again later.";
                let error = json!({ "type": "idempotency_error", "code": "idempotency_key_in_use", "message": message });
                return Err(Failure {
                    status: 409,
                    body: json!({ "error": error }),
                    worked: false,
                });
            }
            Some(Entry::Done { answer, .. }) => return Ok(Verdict::Replay(answer.clone())),
            None => {}
        }
        keys.insert(key.to_owned(), Entry::UnderWay { request });
        Ok(Verdict::Work)
    }

    /// Keeps the answer (`None`: the work never began, the key is free again).
    pub fn finish(&self, key: &str, answer: Option<Answer>, now: DateTime<Utc>) {
        let mut keys = lock(&self.0);
        let Some(Entry::UnderWay { request }) = keys.remove(key) else {
            return;
        };
        if let Some(answer) = answer {
            keys.insert(
                key.to_owned(),
                Entry::Done {
                    request,
                    answer,
                    at: now,
                },
            );
        }
    }
}
