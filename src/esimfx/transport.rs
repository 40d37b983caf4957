//! How a call is sent to the supplier and its reply read: token, pace, and what a failure means.

use std::sync::PoisonError;
use std::time::Duration;

use reqwest::{Method, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use uuid::Uuid;

use super::error::{Doubt, speaks_of_money_short};
use super::reply::{Envelope, Reply, envelope, read};
use super::token::Token;
use super::{Client, Error, ORDER_TIMEOUT, READ_TIMEOUT, wire};
use crate::meter::{self, Partner};

/// What a call does to the world, which decides how its failures are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Reads,
    Acts,
}

pub(super) struct Call<'a> {
    pub(super) method: Method,
    pub(super) path: &'a str,
    pub(super) query: &'a [(&'a str, &'a str)],
    pub(super) body: Option<Value>,
    pub(super) key: Option<Uuid>,
    pub(super) timeout: Duration,
    pub(super) effect: Effect,
}

impl<'a> Call<'a> {
    pub(super) fn get(path: &'a str, query: &'a [(&'a str, &'a str)]) -> Self {
        Self {
            method: Method::GET,
            path,
            query,
            body: None,
            key: None,
            timeout: READ_TIMEOUT,
            effect: Effect::Reads,
        }
    }

    pub(super) fn post(path: &'a str, body: Value, effect: Effect) -> Self {
        Self {
            method: Method::POST,
            path,
            query: &[],
            body: Some(body),
            key: None,
            timeout: ORDER_TIMEOUT,
            effect,
        }
    }
}

impl Client {
    /// A call's `data`, when its `code` is zero.
    pub(super) async fn call(&self, call: Call<'_>) -> Result<Value, Error> {
        let envelope = self.ask(call).await?;
        if envelope.code == "0" {
            Ok(envelope.data)
        } else {
            Err(self.sort(&envelope))
        }
    }

    /// The reply to a call. A token that is not accepted is renewed and the same call sent again;
    /// so is a fresh token in its other form. Neither counts as an attempt: such a call was turned
    /// away at the door.
    pub(super) async fn ask(&self, call: Call<'_>) -> Result<Envelope, Error> {
        let measured = meter::Call::begin(
            Partner::Supplier,
            call.path.rsplit('/').next().unwrap_or_default().to_owned(),
        );
        let answer = self.answer(call).await;
        measured.end(match &answer {
            Ok(envelope) if envelope.code == "0" => "ok",
            Ok(envelope) => self.sort(envelope).result(),
            Err(error) => error.result(),
        });
        answer
    }

    async fn answer(&self, call: Call<'_>) -> Result<Envelope, Error> {
        let mut before = None;
        for _ in 0..3 {
            let token = self.0.tokens.present(self.authenticate()).await?;
            let fresh = before.is_some_and(|generation| generation != token.generation);
            before = Some(token.generation);
            let reply = self.send(&call, &token).await?;
            if !self.is_about_the_token(&reply) {
                self.0.tokens.accepted(&token).await;
                return envelope(reply).map(|envelope| self.without_secrets(envelope));
            }
            self.0.tokens.refused(&token, fresh).await;
        }
        Err(Error::Unreachable(
            "the supplier does not accept the access token it gave".into(),
        ))
    }

    async fn send(&self, call: &Call<'_>, token: &Token) -> Result<Reply, Error> {
        let mut request = self
            .request(call.method.clone(), call.path)?
            .timeout(call.timeout);
        request = request.header("Authorization", sensitive(&token.header())?);
        if !call.query.is_empty() {
            request = request.query(call.query);
        }
        if let Some(key) = call.key {
            request = request.header("X-Idempotency-Key", key.to_string());
        }
        if let Some(body) = &call.body {
            request = request.json(body);
        }
        let reply = read(request).await;
        self.note(&reply);
        match (reply, call.effect) {
            // A read that failed half-way did nothing.
            (Err(Error::Unclear { message, .. }), Effect::Reads) => {
                Err(Error::Unreachable(message))
            }
            (reply, _) => reply,
        }
    }

    fn request(&self, method: Method, path: &str) -> Result<RequestBuilder, Error> {
        let url = self.0.base.join(path).map_err(|_| {
            Error::Unreachable("ESIMFX_BASE_URL cannot be extended by a path".into())
        })?;
        Ok(self.0.http.request(method, url))
    }

    pub(super) async fn authenticate(&self) -> Result<SecretString, Error> {
        let measured = meter::Call::begin(Partner::Supplier, "auth");
        let token = self.fetch_token().await;
        measured.end(token.as_ref().err().map_or("ok", Error::result));
        token
    }

    async fn fetch_token(&self) -> Result<SecretString, Error> {
        let body = json!({ "client_id": self.0.client_id.expose_secret(), "client_key": self.0.client_key.expose_secret() });
        let request = self
            .request(Method::POST, "account/api/v1/auth")?
            .timeout(READ_TIMEOUT)
            .json(&body);
        // Whatever goes wrong here, the call that needed the token never left.
        let fail =
            |what: String| Error::Unreachable(format!("log-in at the supplier failed: {what}"));
        let reply = read(request).await;
        self.note(&reply);
        let reply = reply.and_then(envelope).map_err(|e| fail(e.to_string()))?;
        let reply = self.without_secrets(reply);
        if reply.code != "0" {
            return Err(fail(format!("code {}: {}", reply.code, reply.message)));
        }
        wire::token(&reply.data).ok_or_else(|| fail("no token in the reply".into()))
    }

    /// How many calls may be under way at once: fewer after "too many" and after silence, more
    /// again after answers.
    #[must_use]
    pub fn at_once(&self) -> usize {
        let pace = self.0.pace.lock().unwrap_or_else(PoisonError::into_inner);
        usize::try_from(pace.limit()).unwrap_or(1)
    }

    fn note(&self, reply: &Result<Reply, Error>) {
        let mut pace = self.0.pace.lock().unwrap_or_else(PoisonError::into_inner);
        match reply {
            Ok(reply) if reply.status == StatusCode::TOO_MANY_REQUESTS => pace.strained(),
            Err(Error::Unclear {
                doubt: Doubt::Silence,
                ..
            }) => pace.strained(),
            Ok(_) => pace.answered(),
            // Refused or broken connections say nothing of how much is too much.
            Err(_) => {}
        }
    }

    /// A supplier that repeats our credentials in its message must not bring them into a log.
    fn without_secrets(&self, mut reply: Envelope) -> Envelope {
        for secret in [&self.0.client_id, &self.0.client_key]
            .map(|s| s.expose_secret())
            .into_iter()
            .filter(|s| !s.is_empty())
        {
            reply.message = reply.message.replace(secret, "[removed]");
        }
        reply
    }

    /// 401, a code the owner named, or an unknown refusal that speaks of the token: asking again
    /// with the same key is safe.
    fn is_about_the_token(&self, reply: &Reply) -> bool {
        if reply.status == StatusCode::UNAUTHORIZED {
            return true;
        }
        let Some(code) = reply
            .json
            .as_ref()
            .and_then(wire::code)
            .filter(|code| code != "0")
        else {
            return false;
        };
        let message = reply
            .json
            .as_ref()
            .and_then(|v| wire::there(v, "message"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        let speaks_of_it = message.contains("token")
            && ["expired", "invalid", "unauthorized", "unauthorised"]
                .iter()
                .any(|w| message.contains(w));
        code == "401"
            || known(&self.0.codes.token_codes, &code)
            || (speaks_of_it && !self.is_known(&code))
    }

    fn is_known(&self, code: &str) -> bool {
        known(&self.0.codes.refused_codes, code) || known(&self.0.codes.low_balance_codes, code)
    }

    /// Sorts a reply whose code is not zero.
    pub(super) fn sort(&self, reply: &Envelope) -> Error {
        let (code, message) = (reply.code.clone(), reply.message.clone());
        if known(&self.0.codes.refused_codes, &code) {
            return Error::Refused { code, message };
        }
        let lower = message.to_ascii_lowercase();
        if known(&self.0.codes.low_balance_codes, &code) || speaks_of_money_short(&lower) {
            return Error::LowBalance { code, message };
        }
        Error::Unclear {
            message: format!("code {code}: {message}"),
            code: Some(code),
            doubt: Doubt::Other,
        }
    }
}

fn known(codes: &[i64], code: &str) -> bool {
    code.parse().is_ok_and(|code: i64| codes.contains(&code))
}

fn sensitive(secret: &SecretString) -> Result<reqwest::header::HeaderValue, Error> {
    let mut value = reqwest::header::HeaderValue::from_str(secret.expose_secret())
        .map_err(|_| Error::Unreachable("the supplier's token does not fit a header".into()))?;
    value.set_sensitive(true);
    Ok(value)
}
