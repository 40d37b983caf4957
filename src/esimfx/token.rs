//! The supplier's access token: one for all callers, renewed before it ends, one refresh at a time.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::Error;

/// The document: "valid for exactly 1 hour". Ten minutes early, a slow call still ends in time.
/// A log-in that fails after so long has hung.
const LONG: Duration = Duration::from_millis(500);
const RENEW_AFTER: Duration = Duration::from_secs(50 * 60);

/// How the `Authorization` header carries the token. The document does not say; what was accepted
/// is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenForm {
    /// `Bearer <token>`
    Bearer,
    /// `<token>`
    Bare,
}

/// A token as a call uses it.
#[derive(Clone)]
pub(super) struct Token {
    value: SecretString,
    form: TokenForm,
    /// Which refresh it came from, so that two callers who were refused with it cause one refresh.
    pub(super) generation: u64,
}

impl Token {
    pub(super) fn header(&self) -> SecretString {
        match self.form {
            TokenForm::Bearer => format!("Bearer {}", self.value.expose_secret()).into(),
            TokenForm::Bare => self.value.clone(),
        }
    }
}

struct Held {
    value: SecretString,
    since: Instant,
}

struct State {
    held: Option<Held>,
    form: TokenForm,
    /// Whether a call has ever been accepted in `form`.
    proved: bool,
    generation: u64,
    /// How the last log-in that took long failed, and when it ended.
    failed: Option<(Instant, Error)>,
}

pub(super) struct Tokens(Mutex<State>);

impl Tokens {
    pub(super) fn new() -> Self {
        Self(Mutex::new(State {
            held: None,
            form: TokenForm::Bearer,
            proved: false,
            generation: 0,
            failed: None,
        }))
    }

    /// The present token, or a new one from `fetch`; callers who come meanwhile wait for the same
    /// one. A failure that took long is theirs, too: a supplier whose log-in hangs is not waited
    /// for by one after the other. After a quick one the next of them tries: a single reset stops
    /// nobody.
    pub(super) async fn present(
        &self,
        fetch: impl Future<Output = Result<SecretString, Error>>,
    ) -> Result<Token, Error> {
        let came = Instant::now();
        let mut state = self.0.lock().await;
        let fresh = state
            .held
            .as_ref()
            .filter(|held| held.since.elapsed() < RENEW_AFTER)
            .map(|held| held.value.clone());
        let value = match fresh {
            Some(value) => value,
            None => {
                if let Some((_, error)) = state.failed.as_ref().filter(|(ended, _)| *ended >= came)
                {
                    return Err(error.clone());
                }
                let began = Instant::now();
                let value = match fetch.await {
                    Ok(value) => value,
                    Err(error) => {
                        state.failed = Some((Instant::now(), error.clone()))
                            .filter(|_| began.elapsed() >= LONG);
                        return Err(error);
                    }
                };
                state.generation += 1;
                state.held = Some(Held {
                    value: value.clone(),
                    since: Instant::now(),
                });
                value
            }
        };
        Ok(Token {
            value,
            form: state.form,
            generation: state.generation,
        })
    }

    /// A token was not accepted. An old one is dropped; a fresh one, never accepted in this form,
    /// is tried in the other.
    pub(super) async fn refused(&self, token: &Token, fresh: bool) {
        let mut state = self.0.lock().await;
        if state.generation != token.generation {
            return;
        }
        if fresh && !state.proved {
            state.form = match token.form {
                TokenForm::Bearer => TokenForm::Bare,
                TokenForm::Bare => TokenForm::Bearer,
            };
        } else {
            state.held = None;
        }
    }

    pub(super) async fn accepted(&self, token: &Token) {
        let mut state = self.0.lock().await;
        if state.form == token.form {
            state.proved = true;
        }
    }

    pub(super) async fn form(&self) -> TokenForm {
        self.0.lock().await.form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn handed_out(tokens: &Tokens, value: &'static str) -> String {
        let token = tokens
            .present(async { Ok(SecretString::from(value)) })
            .await
            .unwrap();
        token.value.expose_secret().to_owned()
    }

    /// As if the token had been fetched so long ago.
    async fn age(tokens: &Tokens, by: Duration) {
        let mut state = tokens.0.lock().await;
        let held = state.held.as_mut().unwrap();
        held.since = held.since.checked_sub(by).unwrap();
    }

    #[tokio::test]
    async fn a_token_is_renewed_after_fifty_minutes_and_not_before() {
        let tokens = Tokens::new();
        assert_eq!(handed_out(&tokens, "first").await, "first");
        age(&tokens, Duration::from_secs(49 * 60)).await;
        assert_eq!(handed_out(&tokens, "second").await, "first");
        age(&tokens, Duration::from_secs(60)).await;
        assert_eq!(handed_out(&tokens, "second").await, "second");
        assert_eq!(
            handed_out(&tokens, "third").await,
            "second",
            "the new one has its own fifty minutes"
        );
    }

    #[tokio::test]
    async fn a_refusal_of_an_old_token_does_not_throw_the_new_one_away() {
        let tokens = Tokens::new();
        let old = tokens
            .present(async { Ok(SecretString::from("old")) })
            .await
            .unwrap();
        tokens.refused(&old, false).await;
        assert_eq!(handed_out(&tokens, "new").await, "new");
        tokens.refused(&old, false).await;
        assert_eq!(handed_out(&tokens, "newest").await, "new");
        assert_eq!(tokens.form().await, TokenForm::Bearer);
    }

    #[tokio::test]
    async fn whoever_waited_for_a_log_in_that_failed_does_not_begin_another() {
        let (tokens, asked) = (Tokens::new(), std::sync::atomic::AtomicUsize::new(0));
        let fetch = || async {
            asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            tokio::time::sleep(LONG).await;
            Err(Error::Unreachable("no answer in time".into()))
        };
        let all = tokio::join!(
            tokens.present(fetch()),
            tokens.present(fetch()),
            tokens.present(fetch())
        );
        assert!(all.0.is_err() && all.1.is_err() && all.2.is_err());
        assert_eq!(
            asked.load(std::sync::atomic::Ordering::Relaxed),
            1,
            "one log-in for all who waited"
        );
        tokio::time::sleep(Duration::from_millis(1)).await;
        assert!(tokens.present(fetch()).await.is_err());
        assert_eq!(
            asked.load(std::sync::atomic::Ordering::Relaxed),
            2,
            "who comes later asks anew"
        );
    }

    #[tokio::test]
    async fn one_quick_failure_of_a_log_in_is_the_callers_own() {
        let tokens = Tokens::new();
        let broken = tokens.present(async {
            tokio::task::yield_now().await;
            Err(Error::Unreachable("reset".into()))
        });
        let all = tokio::join!(
            broken,
            tokens.present(async { Ok(SecretString::from("next")) }),
            handed_out(&tokens, "third")
        );
        assert!(all.0.is_err() && all.1.is_ok());
        assert_eq!(all.2, "next");
    }
}
