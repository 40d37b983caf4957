//! A bearer token in a link or a cookie: 32 random bytes as base64url. Stored only as its hash; the
//! randomness comes from outside.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A token. Its `Debug` is masked, and it has no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token of these bytes, which must come from a cryptographic generator.
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads a token from a link or cookie; none when it cannot be one of ours.
    pub fn read(text: &str) -> Option<Self> {
        let shape = text.len() == 43
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        shape.then(|| Self(text.to_owned()))
    }

    /// What is stored.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }

    /// For the link or cookie itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_hides_itself() {
        let token = Token::of([7; 32]);
        assert_eq!(Token::read(token.expose()), Some(token.clone()));
        assert_eq!(format!("{token:?}"), "Token(***)");
        assert_ne!(token.hash(), Token::of([8; 32]).hash());
    }

    #[test]
    fn what_cannot_be_ours_is_not_looked_up() {
        for text in [
            "",
            "short",
            "../../../../../../../../../../../etc/passwd",
            &"é".repeat(22),
        ] {
            assert_eq!(Token::read(text), None);
        }
    }
}
