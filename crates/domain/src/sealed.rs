//! Secrets as the database keeps them: sealed with the owner's DATA_KEY, or plain where there is
//! none. Pure: keys and randomness come from outside.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use thiserror::Error;

/// What a sealed value begins with. No activation code does: those begin with `LPA:` or `1$`.
const PREFIX: &str = "sealed:1:";
/// `sealed:1:` and the key's id.
const KEYED: usize = PREFIX.len() + 9;
/// The same with the mark, by which equal values are found: what the database indexes.
const MARKED: usize = KEYED + 32;

/// Random bytes for one sealing, from a cryptographic generator; never used twice.
pub type Nonce = [u8; 24];

/// A value as it is stored. Its `Debug` is masked, as it may be plain.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(String);

impl Sealed {
    /// As it was read from the database.
    pub fn read(stored: String) -> Self {
        Self(stored)
    }

    /// For the database alone.
    pub fn as_stored(&self) -> &str {
        &self.0
    }

    fn is_plain(&self) -> bool {
        !self.0.starts_with(PREFIX)
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(***)")
    }
}

/// Sealed with a key that is not among those given, or altered since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("none of the keys opens it")]
pub struct NotOpened;

/// What is wrong with a list of keys. Never holds any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyFault {
    /// Not 64 hex digits.
    #[error("holds a key that is not 64 hexadecimal digits")]
    NotAKey,
    /// One digit, again and again.
    #[error("holds a key that anybody could guess")]
    Guessable,
    /// Nothing between two commas.
    #[error("holds an empty value between commas")]
    Empty,
    /// One key twice.
    #[error("names a key twice")]
    Twice,
}

#[derive(Clone)]
struct DataKey {
    /// Eight hex digits, stored with what it sealed.
    id: String,
    cipher: XChaCha20Poly1305,
    marks: [u8; 32],
}

impl DataKey {
    fn new(secret: &[u8; 32]) -> Self {
        let part = |what: &str| mac(secret, &[b"esim-storefront: ", what.as_bytes()]);
        let id = hex::encode(part("id")).chars().take(8).collect();
        Self {
            id,
            cipher: XChaCha20Poly1305::new(&Key::from(part("sealing"))),
            marks: part("marks"),
        }
    }

    fn keyed(&self) -> String {
        format!("{PREFIX}{}:", self.id)
    }

    /// Equal for equal values, and of no use without the key.
    fn marked(&self, plain: &str) -> String {
        let mark: String = hex::encode(mac(&self.marks, &[plain.as_bytes()]))
            .chars()
            .take(31)
            .collect();
        format!("{}{mark}:", self.keyed())
    }
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key) else {
        unreachable!("HMAC takes a key of any length")
    };
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The owner's keys: the first seals, all open. None is well: then values stay plain.
#[derive(Clone, Default)]
pub struct DataKeys(Vec<DataKey>);

impl DataKeys {
    /// Reads keys of 64 hex digits each, comma-separated.
    ///
    /// # Errors
    /// [`KeyFault`]
    pub fn read(list: &str) -> Result<Self, KeyFault> {
        let mut secrets: Vec<[u8; 32]> = Vec::new();
        for text in list.split(',').map(str::trim) {
            let mut secret = [0; 32];
            if text.is_empty() {
                return Err(KeyFault::Empty);
            }
            hex::decode_to_slice(text, &mut secret).map_err(|_| KeyFault::NotAKey)?;
            if secret.iter().all(|byte| Some(byte) == secret.first()) {
                return Err(KeyFault::Guessable);
            }
            if secrets.contains(&secret) {
                return Err(KeyFault::Twice);
            }
            secrets.push(secret);
        }
        Ok(Self(secrets.iter().map(DataKey::new).collect()))
    }

    /// Whether there is one to seal with.
    pub fn is_set(&self) -> bool {
        !self.0.is_empty()
    }

    /// Seals a value for one place: what is moved to another place, such as another row, opens
    /// there no more. Plain without a key.
    pub fn seal(&self, plain: &SecretString, place: &str, nonce: Nonce) -> Sealed {
        let plain = plain.expose_secret();
        let Some(key) = self.0.first() else {
            return Sealed(plain.to_owned());
        };
        let beginning = key.marked(plain);
        let bound = bound(&beginning, place);
        let payload = Payload {
            msg: plain.as_bytes(),
            aad: bound.as_bytes(),
        };
        let Ok(text) = key.cipher.encrypt(&XNonce::from(nonce), payload) else {
            unreachable!("a short text can be sealed")
        };
        Sealed(format!(
            "{beginning}{}",
            STANDARD_NO_PAD.encode([&nonce[..], &text].concat())
        ))
    }

    /// The value, where one of the keys sealed it for this place, or nothing did.
    ///
    /// # Errors
    /// [`NotOpened`]
    pub fn open(&self, stored: &Sealed, place: &str) -> Result<SecretString, NotOpened> {
        if stored.is_plain() {
            return Ok(stored.0.clone().into());
        }
        let (beginning, rest) = stored.0.split_at_checked(MARKED).ok_or(NotOpened)?;
        let key = self
            .0
            .iter()
            .find(|key| beginning.starts_with(&key.keyed()))
            .ok_or(NotOpened)?;
        let bytes = STANDARD_NO_PAD.decode(rest).map_err(|_| NotOpened)?;
        let (nonce, text) = bytes.split_first_chunk::<24>().ok_or(NotOpened)?;
        let bound = bound(beginning, place);
        let opened = key
            .cipher
            .decrypt(
                &XNonce::from(*nonce),
                Payload {
                    msg: text,
                    aad: bound.as_bytes(),
                },
            )
            .map_err(|_| NotOpened)?;
        String::from_utf8(opened)
            .map(SecretString::from)
            .map_err(|_| NotOpened)
    }

    /// What every value begins with that the first key sealed; none without a key.
    pub fn beginning(&self) -> Option<String> {
        self.0.first().map(DataKey::keyed)
    }

    /// The same for each of the keys.
    pub fn beginnings(&self) -> Vec<String> {
        self.0.iter().map(DataKey::keyed).collect()
    }

    /// How this value may begin in the database, by each of the keys: to find it without opening
    /// any.
    pub fn beginnings_of(&self, plain: &SecretString) -> Vec<String> {
        self.0
            .iter()
            .map(|key| key.marked(plain.expose_secret()))
            .collect()
    }
}

/// What is authenticated beside the text: where it stands, and under which key and mark.
fn bound(beginning: &str, place: &str) -> String {
    format!("{beginning}\n{place}")
}

impl fmt::Debug for DataKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DataKeys({})", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OLD: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const NEW: &str = "ffeeddccbbaa99887766554433221100FFEEDDCCBBAA99887766554433221100";
    const CODE: &str = "LPA:1$rsp.truphone.com$JQ-2D51JC-aBcDeF";

    fn keys(list: &str) -> DataKeys {
        DataKeys::read(list).unwrap()
    }

    fn sealed(keys: &DataKeys, plain: &str, place: &str) -> Sealed {
        keys.seal(&plain.into(), place, [7; 24])
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_in_its_place_and_shows_nothing(plain in ".{4,80}", place in "[a-z0-9/]{1,20}", nonce in any::<Nonce>()) {
            let keys = keys(OLD);
            let stored = keys.seal(&plain.clone().into(), &place, nonce);
            prop_assert!(!stored.as_stored().contains(&plain));
            prop_assert!(stored.as_stored().starts_with(&keys.beginning().unwrap()));
            let opened = keys.open(&stored, &place).unwrap();
            prop_assert_eq!(opened.expose_secret(), plain.as_str());
            let elsewhere = format!("{place}x");
            prop_assert!(keys.open(&stored, &elsewhere).is_err());
        }

        #[test]
        fn no_text_breaks_the_reader(rest in ".{0,120}") {
            let stored = Sealed::read(format!("{PREFIX}{rest}"));
            prop_assert!(keys(OLD).open(&stored, "x").is_err());
        }
    }

    #[test]
    fn a_value_that_was_altered_anywhere_does_not_open() {
        let keys = keys(OLD);
        let stored = sealed(&keys, CODE, "esims/1");
        for at in PREFIX.len()..stored.as_stored().len() {
            let mut text = stored.as_stored().to_owned();
            let other = if text.as_bytes()[at] == b'0' {
                "1"
            } else {
                "0"
            };
            text.replace_range(at..=at, other);
            assert!(
                keys.open(&Sealed::read(text), "esims/1").is_err(),
                "at {at}"
            );
        }
    }

    #[test]
    fn the_first_key_seals_and_all_open() {
        let (old, rotating, new) = (keys(OLD), keys(&format!("{NEW}, {OLD}")), keys(NEW));
        let before = sealed(&old, CODE, "p");
        assert_eq!(rotating.open(&before, "p").unwrap().expose_secret(), CODE);
        let after = sealed(&rotating, CODE, "p");
        assert_eq!(new.open(&after, "p").unwrap().expose_secret(), CODE);
        assert!(
            old.open(&after, "p").is_err() && new.open(&before, "p").is_err(),
            "another key opens nothing"
        );
        assert_eq!(
            after.as_stored().split(':').nth(2),
            new.beginning().unwrap().split(':').nth(2)
        );
    }

    #[test]
    fn equal_values_are_found_by_each_key_without_opening_them() {
        let both = keys(&format!("{NEW},{OLD}"));
        let found = |stored: &Sealed, plain: &str| {
            both.beginnings_of(&plain.into())
                .iter()
                .any(|b| stored.as_stored().starts_with(b))
        };
        for key in [OLD, NEW] {
            let stored = sealed(&keys(key), CODE, "p");
            assert!(
                found(&stored, CODE) && !found(&stored, "LPA:1$rsp.truphone.com$JQ"),
                "{key}"
            );
            assert_eq!(both.beginnings_of(&CODE.into())[0].len(), MARKED);
        }
    }

    #[test]
    fn without_a_key_values_stay_plain_and_plain_ones_are_always_read() {
        let none = DataKeys::default();
        assert!(!none.is_set() && none.beginning().is_none());
        let plain = sealed(&none, CODE, "p");
        assert_eq!(plain.as_stored(), CODE);
        assert_eq!(keys(OLD).open(&plain, "p").unwrap().expose_secret(), CODE);
        assert!(none.open(&sealed(&keys(OLD), CODE, "p"), "p").is_err());
    }

    #[test]
    fn a_list_that_is_none_is_refused_without_being_told() {
        let short = &OLD[1..];
        for (list, fault) in [
            (short, KeyFault::NotAKey),
            ("correct horse battery staple", KeyFault::NotAKey),
            (&"0".repeat(64), KeyFault::Guessable),
            (&format!("{OLD},"), KeyFault::Empty),
            (&format!("{OLD},{OLD}"), KeyFault::Twice),
            (&format!("{NEW},{}", NEW.to_lowercase()), KeyFault::Twice),
        ] {
            assert_eq!(DataKeys::read(list).unwrap_err(), fault, "{list}");
        }
        let shown = format!(
            "{:?} {:?}",
            keys(OLD),
            sealed(&DataKeys::default(), CODE, "p")
        );
        assert_eq!(shown, "DataKeys(1) Sealed(***)");
    }
}
