//! Who works at the desk, and the second factor: codes of a phone (TOTP, RFC 6238) and recovery
//! codes. Pure: the randomness and the time come from outside.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

/// How long somebody stays signed in at the desk.
pub const SESSION: TimeDelta = TimeDelta::hours(12);
/// After so long without a request the session is over.
pub const IDLE: TimeDelta = TimeDelta::hours(1);
/// How long a mailed link is good for.
pub const LINK: TimeDelta = TimeDelta::minutes(10);
/// After so many wrong codes none counts for a while.
pub const TRIES: i32 = 5;
/// That while.
pub const PAUSE: TimeDelta = TimeDelta::minutes(15);
/// How many recovery codes somebody is given.
pub const RECOVERY_CODES: usize = 10;

/// What somebody may do at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Answers travellers: finds, sends mails again, corrects addresses, retries, notes. Moves no
    /// money.
    Support,
    /// All of it.
    Owner,
}

impl Role {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Owner => "owner",
        }
    }
}

/// A role that this release does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("table staff, column role: unknown value {0:?}")]
pub struct UnknownRole(pub String);

impl TryFrom<&str> for Role {
    type Error = UnknownRole;

    fn try_from(text: &str) -> Result<Self, UnknownRole> {
        [Self::Support, Self::Owner]
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// The secret that a phone makes its codes of. Its `Debug` is masked.
#[derive(Clone)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// Of these bytes, which must come from a cryptographic generator.
    pub fn of(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// As it is to be sealed.
    pub fn to_keep(&self) -> SecretString {
        STANDARD_NO_PAD.encode(self.0).into()
    }

    /// As it was kept; none when that is no secret of ours.
    pub fn kept(text: &SecretString) -> Option<Self> {
        STANDARD_NO_PAD
            .decode(text.expose_secret())
            .ok()?
            .try_into()
            .ok()
            .map(Self)
    }

    fn totp(&self) -> Option<Totp> {
        // Six digits of SHA-1 each half minute, and one step to either side: what every
        // authenticator app knows.
        Builder::new()
            .with_secret(self.0.to_vec())
            .with_skew(1)
            .build()
            .ok()
    }

    /// The half minute whose code this is, if it is one that has not counted yet: later than the
    /// last that did.
    pub fn step_of(&self, code: &str, last_step: i64, now: DateTime<Utc>) -> Option<i64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let step = self
            .totp()?
            .check(&digits, u64::try_from(now.timestamp()).ok()?)?;
        i64::try_from(step).ok().filter(|step| *step > last_step)
    }

    /// The code of a moment, as the phone shows it.
    pub fn code_at(&self, at: DateTime<Utc>) -> Option<String> {
        Some(
            self.totp()?
                .generate(u64::try_from(at.timestamp()).ok()?)
                .to_string(),
        )
    }

    /// What an authenticator app is given: `otpauth://totp/…`.
    pub fn address(&self, shop: &str, person: &str) -> SecretString {
        let name = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!(
            "otpauth://totp/{0}:{1}?secret={2}&issuer={0}",
            name(&format!("{shop} desk")),
            name(person),
            base32(&self.0)
        )
        .into()
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(***)")
    }
}

/// The alphabet of RFC 4648, in which no digit looks like a letter.
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn base32(bytes: &[u8]) -> String {
    let (mut held, mut bits, mut text) = (0_u32, 0_u32, String::new());
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let at = usize::try_from((held >> bits) & 31).unwrap_or_default();
            text.push(char::from(LETTERS.get(at).copied().unwrap_or(b'A')));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        let at = usize::try_from((held << (5 - bits)) & 31).unwrap_or_default();
        text.push(char::from(LETTERS.get(at).copied().unwrap_or(b'A')));
    }
    text
}

/// A recovery code as it is written down: `ABCD-EFGH-IJKL-MNOP`, of ten random bytes.
pub fn recovery_code(bytes: [u8; 10]) -> String {
    let text = base32(&bytes);
    let parts: Vec<&str> = (0..4).filter_map(|n| text.get(n * 4..n * 4 + 4)).collect();
    parts.join("-")
}

/// What is stored of a recovery code, however it was typed; none when it cannot be one.
pub fn recovery_hash(typed: &str) -> Option<[u8; 32]> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let shape = code.len() == 16 && code.bytes().all(|b| LETTERS.contains(&b));
    shape.then(|| Sha256::digest(code).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the secret and what it gives, of which a phone shows the last six
    /// digits.
    const RFC: [u8; 20] = *b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = TotpSecret::of(RFC);
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret.code_at(at(seconds)).as_deref(), Some(code));
            assert_eq!(secret.step_of(code, 0, at(seconds)), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_counts_once_and_for_a_minute_and_a_half() {
        let secret = TotpSecret::of(RFC);
        let now = at(1_800_000_015);
        let code = secret.code_at(now).unwrap();
        let step = secret.step_of(&code, 0, now).unwrap();
        assert_eq!(secret.step_of(&code, step, now), None, "again");
        assert_eq!(
            secret.step_of(&code, step - 1, now + TimeDelta::seconds(30)),
            Some(step),
            "a slow phone"
        );
        assert_eq!(
            secret.step_of(&code, 0, now + TimeDelta::seconds(60)),
            None,
            "too late"
        );
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(
            secret.step_of(&spaced, 0, now),
            Some(step),
            "as some phones show it"
        );
        for wrong in [
            "",
            "12345",
            "1234567",
            "abcdef",
            "１２３４５６",
            "0x1234",
            "-12345",
            "+12345",
        ] {
            assert_eq!(secret.step_of(wrong, 0, now), None, "{wrong}");
        }
    }

    #[test]
    fn the_address_is_what_apps_read_and_the_secret_hides_itself() {
        let secret = TotpSecret::of(RFC);
        let address = secret.address("Café & Co", "olga@shop.example");
        assert_eq!(
            address.expose_secret(),
            "otpauth://totp/Caf%C3%A9%20%26%20Co%20desk:olga%40shop%2Eexample?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Caf%C3%A9%20%26%20Co%20desk"
        );
        assert_eq!(format!("{secret:?}"), "TotpSecret(***)");
        assert_eq!(TotpSecret::kept(&secret.to_keep()).unwrap().0, RFC);
        assert!(TotpSecret::kept(&"nonsense".into()).is_none());
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed() {
        let code = recovery_code([0, 1, 2, 3, 4, 5, 6, 7, 8, 255]);
        assert_eq!(code, "AAAQ-EAYE-AUDA-OCH7");
        let hash = recovery_hash(&code).unwrap();
        assert_eq!(recovery_hash(" aaaqeayeaudaoch7 "), Some(hash));
        for wrong in [
            "",
            "AAAQ-EAYE-AUDA",
            "AAAQ-EAYE-AUDA-OCH1",
            "AAAQ-EAYE-AUDA-OCH77",
            "é",
        ] {
            assert_eq!(recovery_hash(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn roles_are_read_as_they_are_written() {
        for role in [Role::Support, Role::Owner] {
            assert_eq!(Role::try_from(role.as_str()), Ok(role));
        }
        assert!(Role::try_from("Owner").is_err() && Role::Support < Role::Owner);
    }
}
