//! Carries the supplier's notices to the shop: one body each, with the `token` header, tried again
//! until a 2xx; and says when none is on its way any more. Knows nothing of what they mean.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::lifecycle::Notice;
use crate::{Clock, http::lock};

/// How often a notice is tried.
const TRIES: u32 = 5;

/// One attempt to deliver a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// The body as sent.
    pub body: String,
    /// The shop's status; `None` when there was no reply.
    pub status: Option<u16>,
}

/// The webhook endpoint's settings and memory.
pub struct Hooks {
    url: Mutex<Option<String>>,
    pub token: String,
    /// While set, notices are announced to nobody.
    pub lost: AtomicBool,
    /// The last notice that was announced, with its body.
    last: Mutex<Option<(Notice, String)>>,
    attempts: Mutex<Vec<Delivered>>,
    under_way: AtomicUsize,
    /// How often a fact was told at another time.
    retold: AtomicI64,
    http: reqwest::Client,
    clock: Clock,
}

impl Hooks {
    pub fn new(url: Option<String>, token: String, clock: Clock) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self {
            url: Mutex::new(url),
            token,
            lost: AtomicBool::new(false),
            last: Mutex::default(),
            attempts: Mutex::default(),
            under_way: AtomicUsize::new(0),
            retold: AtomicI64::new(0),
            http,
            clock,
        })
    }

    pub fn set_url(&self, url: String) {
        *lock(&self.url) = Some(url);
    }

    pub fn attempts(&self) -> Vec<Delivered> {
        lock(&self.attempts).clone()
    }

    /// Announces each notice, in the background.
    pub fn announce(self: &Arc<Self>, notices: Vec<Notice>) {
        for notice in notices {
            let body = notice.to_json(self.clock.now()).to_string();
            *lock(&self.last) = Some((notice, body.clone()));
            if !self.lost.load(Ordering::SeqCst) {
                self.carry(body);
            }
        }
    }

    /// Sends the last notice's very body once more; whether there was one.
    pub fn repeat(self: &Arc<Self>) -> bool {
        lock(&self.last)
            .clone()
            .map(|(_, body)| self.carry(body))
            .is_some()
    }

    /// Tells the last notice's fact once more, at another time; whether there was one.
    pub fn retell(self: &Arc<Self>) -> bool {
        // Times are told to the second, so one second more is another body.
        let later = self.clock.now()
            + chrono::Duration::seconds(1 + self.retold.fetch_add(1, Ordering::SeqCst));
        lock(&self.last)
            .clone()
            .map(|(notice, _)| self.carry(notice.to_json(later).to_string()))
            .is_some()
    }

    /// Tries a body until it is taken, five times at most.
    fn carry(self: &Arc<Self>, body: String) {
        let hooks = self.clone();
        self.under_way.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(async move {
            for attempt in 0..TRIES {
                let Some(status) = hooks.post(&body, &hooks.token).await else {
                    break;
                };
                if status.is_some_and(|status| (200..300).contains(&status)) {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(200 << attempt)).await;
            }
            hooks.under_way.fetch_sub(1, Ordering::SeqCst);
        });
    }

    /// One POST with any body and token; none when there is no address to send it to, then the
    /// reply's status, if there was a reply.
    pub async fn post(&self, body: &str, token: &str) -> Option<Option<u16>> {
        let url = lock(&self.url).clone()?;
        let request = self
            .http
            .post(url)
            .header("token", token)
            .header("Content-Type", "application/json")
            .body(body.to_owned());
        let status = request
            .send()
            .await
            .ok()
            .map(|reply| reply.status().as_u16());
        lock(&self.attempts).push(Delivered {
            body: body.to_owned(),
            status,
        });
        Some(status)
    }

    /// Waits until no notice is on its way (lost ones are not).
    pub async fn quiet(&self) {
        while self.under_way.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
