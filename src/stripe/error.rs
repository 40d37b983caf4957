//! What went wrong at the till, sorted by what the caller may do next. Stripe's own texts stay here: they print whole objects.

use stripe::StripeError;

/// A call's failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Stripe said no to exactly this request; the same one will be refused again.
    #[error("Stripe refused it: HTTP {status}, {kind}")]
    Refused {
        /// HTTP status, 4xx.
        status: u16,
        /// Stripe's error code, or its type where there is none.
        kind: String,
    },
    /// It may have happened: a lost reply, a 5xx, an answer that cannot be read, or "later" (409, 429). Ask again with the same key.
    #[error("unclear: {0}")]
    Unclear(String),
}

impl Error {
    /// Whether the refusal has this error code.
    #[must_use]
    pub fn is(&self, code: &str) -> bool {
        matches!(self, Self::Refused { kind, .. } if kind == code)
    }
}

impl From<StripeError> for Error {
    fn from(error: StripeError) -> Self {
        match error {
            StripeError::Stripe(body, status) => {
                let kind = body.code.as_ref().map_or_else(|| body.type_.as_str().to_owned(), |code| code.as_str().to_owned());
                match status {
                    409 | 429 => Self::Unclear(format!("HTTP {status}, {kind}")),
                    400..=499 => Self::Refused { status, kind },
                    _ => Self::Unclear(format!("HTTP {status}, {kind}")),
                }
            }
            StripeError::Timeout => Self::Unclear("no answer in time".into()),
            StripeError::JSONDeserialize(_) => Self::Unclear("an answer that cannot be read".into()),
            StripeError::ClientError(_) => Self::Unclear("no answer: the connection failed".into()),
            StripeError::ConfigError(_) => Self::Refused { status: 0, kind: "configuration".into() },
        }
    }
}
