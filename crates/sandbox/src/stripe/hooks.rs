//! Sends events to the shop's webhook, signed as Stripe signs, tried again until a 2xx; and loses,
//! doubles, delays or holds them on order. Knows nothing of what the events mean.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use tokio::task::JoinHandle;

use super::{raw, state::text};
use crate::{Clock, http::lock};

/// What happens to events on their way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Delivery {
    /// Sent at once, and again until a 2xx.
    #[default]
    Normal,
    /// Never sent (they stay in `GET /v1/events`).
    Lose,
    /// Sent after this long.
    Delay(Duration),
    /// Sent so many times at once, each signed anew.
    Duplicate(usize),
    /// Kept until `release_held`, which may turn their order round.
    Hold,
}

/// One attempt to deliver an event.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub event_id: String,
    pub kind: String,
    /// The shop's status; `None` when there was no reply.
    pub status: Option<u16>,
}

/// The webhook endpoint's settings and memory.
pub struct Hooks {
    pub url: Mutex<Option<String>>,
    pub secret: String,
    pub delivery: Mutex<Delivery>,
    pub attempts: Mutex<Vec<Attempt>>,
    /// How often an event is tried.
    pub tries: u32,
    held: Mutex<Vec<Value>>,
    under_way: AtomicUsize,
    http: reqwest::Client,
    clock: Clock,
}

/// The `Stripe-Signature` of `body` at `timestamp` (Unix seconds) under `secret`.
#[must_use]
pub fn sign(secret: &str, timestamp: i64, body: &str) -> String {
    // HMAC takes a key of any length, so there is no error to tell of.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(format!("{timestamp}.{body}").as_bytes());
    format!(
        "t={timestamp},v1={}",
        hex::encode(mac.finalize().into_bytes())
    )
}

impl Hooks {
    pub fn new(
        url: Option<String>,
        secret: String,
        tries: u32,
        clock: Clock,
    ) -> anyhow::Result<Self> {
        // A redirect counts as a failure, and nothing may go round by a proxy.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self {
            url: Mutex::new(url),
            secret,
            delivery: Mutex::default(),
            attempts: Mutex::default(),
            tries,
            held: Mutex::default(),
            under_way: AtomicUsize::new(0),
            http,
            clock,
        })
    }

    /// Sends an event as the present `delivery` wants it. The handle ends when the shop took it or
    /// all tries are used up.
    pub fn send(self: &Arc<Self>, event: Value) -> Option<JoinHandle<()>> {
        let delivery = lock(&self.delivery).clone();
        let (copies, after) = match delivery {
            Delivery::Normal => (1, Duration::ZERO),
            Delivery::Lose => return None,
            Delivery::Delay(after) => (1, after),
            Delivery::Duplicate(copies) => (copies, Duration::ZERO),
            Delivery::Hold => {
                lock(&self.held).push(event);
                return None;
            }
        };
        let mut last = None;
        for _ in 0..copies {
            last = Some(self.carry(event.clone(), after));
        }
        last
    }

    /// Sends what was held and is of this type (of any, without one), in order or turned round. The
    /// rest stays held.
    pub fn release_held(self: &Arc<Self>, kind: Option<&str>, reversed: bool) {
        let all = std::mem::take(&mut *lock(&self.held));
        let (mut held, rest): (Vec<Value>, Vec<Value>) = all
            .into_iter()
            .partition(|event| kind.is_none_or(|kind| event["type"] == kind));
        lock(&self.held).splice(0..0, rest);
        if reversed {
            held.reverse();
        }
        let hooks = self.clone();
        self.under_way.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(async move {
            for event in held {
                // One after the other, or the order would be chance again.
                let _ = hooks.carry(event, Duration::ZERO).await;
            }
            hooks.under_way.fetch_sub(1, Ordering::SeqCst);
        });
    }

    /// Sends one event whatever `delivery` says.
    pub fn carry(self: &Arc<Self>, event: Value, after: Duration) -> JoinHandle<()> {
        let hooks = self.clone();
        self.under_way.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(async move {
            tokio::time::sleep(after).await;
            for attempt in 0..hooks.tries {
                if hooks.attempt(&event).await {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100 << attempt.min(6))).await;
            }
            hooks.under_way.fetch_sub(1, Ordering::SeqCst);
        })
    }

    async fn attempt(&self, event: &Value) -> bool {
        let Some(url) = lock(&self.url).clone() else {
            return true;
        };
        let body = raw(event);
        let signature = sign(&self.secret, self.clock.now().timestamp(), &body);
        let request = self
            .http
            .post(url)
            .header("Stripe-Signature", signature)
            .header("Content-Type", "application/json; charset=utf-8");
        let reply = request
            .header(
                "User-Agent",
                "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
            )
            .body(body)
            .send()
            .await;
        let status = reply.ok().map(|reply| reply.status().as_u16());
        lock(&self.attempts).push(Attempt {
            event_id: text(event, "id"),
            kind: text(event, "type"),
            status,
        });
        status.is_some_and(|status| (200..300).contains(&status))
    }

    /// Waits until no event is on its way (held and lost ones are not).
    pub async fn quiet(&self) {
        while self.under_way.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
