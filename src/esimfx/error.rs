//! What went wrong at the supplier, sorted by what the caller may do next.

use domain::outside;

/// A call's failure. No text in it holds a secret or an activation code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// They said no, and asking again will not help: a code on the allow-list of `shop.toml`.
    #[error("refused with code {code}: {message}")]
    Refused {
        /// The reply's `code`.
        code: String,
        /// The reply's `message`.
        message: String,
    },
    /// They said no for now: our balance is short. Nothing was bought, and the same call may
    /// succeed later.
    #[error("balance too low, code {code}: {message}")]
    LowBalance {
        /// The reply's `code`.
        code: String,
        /// The reply's `message`.
        message: String,
    },
    /// They may have done it: a lost, cut or unreadable reply, or a code that nobody has told us
    /// the meaning of.
    #[error("unclear: {message}")]
    Unclear {
        /// The reply's `code`, when there was one.
        code: Option<String>,
        /// What is known.
        message: String,
        /// What sort of trouble it is.
        doubt: Doubt,
    },
    /// It never left, or was turned away at the door: the supplier cannot have acted on it.
    #[error("unreachable: {0}")]
    Unreachable(String),
}

impl Error {
    /// The supplier's code, if it gave one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Refused { code, .. } | Self::LowBalance { code, .. } => Some(code),
            Self::Unclear { code, .. } => code.as_deref(),
            Self::Unreachable(_) => None,
        }
    }

    /// Its sort, in a word.
    pub(super) fn result(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::LowBalance { .. } => "low_balance",
            Self::Unclear { .. } => "unclear",
            Self::Unreachable(_) => "unreachable",
        }
    }

    pub(super) fn unclear(message: impl Into<String>) -> Self {
        Self::doubtful(message, Doubt::Other)
    }

    pub(super) fn silent() -> Self {
        Self::doubtful("no answer in time", Doubt::Silence)
    }

    pub(super) fn doubtful(message: impl Into<String>, doubt: Doubt) -> Self {
        Self::Unclear {
            code: None,
            message: message.into(),
            doubt,
        }
    }
}

/// Why nobody knows what a call has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// No answer came in time.
    Silence,
    /// An answer with this HTTP status that is not of the documented form.
    Form(u16),
    /// Anything else.
    Other,
}

impl Doubt {
    /// Whether the answer blames the request.
    pub(super) fn blames_request(self) -> bool {
        matches!(self, Self::Form(400..=499))
    }
}

/// A supplier's text made fit for a log and a table: no activation code, no endless page.
pub(super) fn harmless(text: &str) -> String {
    let mut out = String::new();
    let text: String = text
        .chars()
        .map(|c| if outside::is_unfit(c) { ' ' } else { c })
        .collect();
    for word in text.split_whitespace().take(40) {
        let secret =
            word.to_ascii_uppercase().contains("LPA:") || word.contains("1$") || word.len() > 60;
        out.push_str(if secret { "[removed]" } else { word });
        out.push(' ');
    }
    out.trim_end().chars().take(300).collect()
}

/// Whether a refusal says that our money with them does not suffice.
pub(super) fn speaks_of_money_short(message: &str) -> bool {
    let money = ["balance", "credit", "fund"]
        .iter()
        .any(|word| message.contains(word));
    let short = [
        "insufficient",
        "not enough",
        "too low",
        "exceeded",
        "exhausted",
        "no sufficient",
        "not sufficient",
    ];
    money && short.iter().any(|word| message.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_for_want_of_money_is_known_in_other_words_too() {
        for message in [
            "insufficient balance",
            "balance too low",
            "credit limit exceeded",
            "not enough funds",
            "insufficient credit",
        ] {
            assert!(speaks_of_money_short(message), "{message}");
        }
        for message in [
            "rate limit exceeded",
            "not enough stock",
            "the balance is fine",
            "credit card expired",
            "refund not possible",
        ] {
            assert!(!speaks_of_money_short(message), "{message}");
        }
    }

    #[test]
    fn a_code_in_a_message_never_reaches_a_log() {
        let text = harmless(
            "already issued lpa:1$rsp.example.com$SECRET-1 to token \
             eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        );
        assert_eq!(text, "already issued [removed] to token [removed]");
        assert_eq!(
            harmless("sold as 1$rsp.example.com$SECRET-1\0, \u{202e}sorry"),
            "sold as [removed] , sorry"
        );
    }
}
