//! What went wrong at the till, sorted by what the caller may do next. Stripe's own texts stay
//! here, as they print whole objects and keys; only the sentence that names a missing right goes
//! out.

use stripe::StripeError;

use super::rights::{self, Right};

/// A call's failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Stripe said no to exactly this request; the same one will be refused again.
    #[error("Stripe refused it: HTTP {status}, {kind}{}", message.as_deref().map(|said| format!(
        ". {said}")).unwrap_or_default())]
    Refused {
        /// HTTP status, 4xx.
        status: u16,
        /// Stripe's error code, or its type where there is none.
        kind: String,
        /// Stripe's own sentence about the right that the key lacks. Nothing else of its words is
        /// kept.
        message: Option<String>,
    },
    /// It may have happened: a lost reply, a 5xx, an answer that cannot be read, or "later" (409,
    /// 429). Ask again with the same key.
    #[error("unclear: {0}")]
    Unclear(String),
}

impl Error {
    /// Whether the refusal has this error code.
    #[must_use]
    pub fn is(&self, code: &str) -> bool {
        matches!(self, Self::Refused { kind, .. } if kind == code)
    }

    /// Whether the key lacks a right. Stripe answers 403 for this and nothing else
    /// (docs.stripe.com/api/errors).
    #[must_use]
    pub fn missing_right(&self) -> bool {
        matches!(self, Self::Refused { status: 403, .. })
    }

    /// The rights that Stripe's sentence names, as far as we know them.
    #[must_use]
    pub fn rights(&self) -> Vec<Right> {
        match self {
            Self::Refused {
                message: Some(said),
                ..
            } => rights::named_in(said),
            _ => Vec::new(),
        }
    }

    /// A refusal of our own: the request is not worth sending.
    pub(super) fn unfit(what: &str) -> Self {
        Self::Refused {
            status: 0,
            kind: what.to_owned(),
            message: None,
        }
    }
}

impl From<StripeError> for Error {
    fn from(error: StripeError) -> Self {
        match error {
            StripeError::Stripe(body, status) => {
                let kind = body.code.as_ref().map_or_else(
                    || body.type_.as_str().to_owned(),
                    |code| code.as_str().to_owned(),
                );
                match status {
                    409 | 429 => Self::Unclear(format!("HTTP {status}, {kind}")),
                    403 => Self::Refused {
                        status,
                        kind,
                        message: body.message.as_deref().and_then(rights::sentence),
                    },
                    400..=499 => Self::Refused {
                        status,
                        kind,
                        message: None,
                    },
                    _ => Self::Unclear(format!("HTTP {status}, {kind}")),
                }
            }
            StripeError::Timeout => Self::Unclear("no answer in time".into()),
            StripeError::JSONDeserialize(_) => {
                Self::Unclear("an answer that cannot be read".into())
            }
            StripeError::ClientError(_) => Self::Unclear("no answer: the connection failed".into()),
            StripeError::ConfigError(_) => Self::unfit("configuration"),
        }
    }
}
