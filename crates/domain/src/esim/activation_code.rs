//! An activation code (GSMA SGP.22 §4.1) and the links that install it at one tap.

use std::fmt;

use super::EsimError;

/// `LPA:1$<SM-DP+ host>$<matching id>[$<OID>[$<flag>]]`: a bearer secret. Its `Debug` is masked,
/// and it has no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct ActivationCode {
    pub(super) host: String,
    pub(super) matching_id: String,
    pub(super) oid: String,
    pub(super) confirmation: bool,
}

impl ActivationCode {
    /// Reads the string of the supplier's QR code in any form that phones accept: `LPA:` in any
    /// case or left out, blanks around the parts, no matching id. Nothing changes the case of what
    /// is inside: a matching id is matched byte for byte.
    ///
    /// # Errors
    /// [`EsimError`], saying which part is malformed.
    pub fn parse(text: &str) -> Result<Self, EsimError> {
        let text = text.trim();
        if text.len() > 255 || !text.is_ascii() {
            return Err(EsimError::NotAnActivationCode);
        }
        let body = text
            .split_at_checked(4)
            .filter(|(prefix, _)| prefix.eq_ignore_ascii_case("LPA:"))
            .map_or(text, |(_, body)| body);
        let mut parts = body.split('$').map(str::trim);
        if parts.next() != Some("1") {
            return Err(EsimError::NotAnActivationCode);
        }
        let host = parts.next().ok_or(EsimError::NotAnActivationCode)?;
        let matching_id = parts.next().unwrap_or_default();
        let oid = parts.next().unwrap_or_default();
        // Fields after the flag belong to later versions of the standard, which asks that they be
        // ignored.
        let confirmation = parts.next() == Some("1");
        if !is_host(host) {
            return Err(EsimError::BadHost);
        }
        if !matching_id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        {
            return Err(EsimError::BadMatchingId);
        }
        if !oid.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return Err(EsimError::BadOid);
        }
        Ok(Self {
            host: host.to_owned(),
            matching_id: matching_id.to_owned(),
            oid: oid.to_owned(),
            confirmation,
        })
    }

    /// The one form in which it is kept, and that a QR code carries. For the page and the mail of
    /// the eSIM's owner, and for storage; nowhere else.
    pub fn expose(&self) -> String {
        let mut text = format!("LPA:1${}${}", self.host, self.matching_id);
        if self.confirmation || !self.oid.is_empty() {
            text.push('$');
            text.push_str(&self.oid);
        }
        if self.confirmation {
            text.push_str("$1");
        }
        text
    }

    /// The server the phone loads the profile from; no secret.
    pub fn smdp_address(&self) -> &str {
        &self.host
    }

    /// What phones call the activation code when it is typed by hand; as secret as the whole.
    pub fn expose_matching_id(&self) -> &str {
        &self.matching_id
    }

    /// Whether the phone will ask for a confirmation code, which is not in the string.
    pub fn asks_confirmation(&self) -> bool {
        self.confirmation
    }

    /// Opens the installer of an iPhone (iOS 17.4 or later) when followed in Safari. `:` and `$`
    /// stay raw: some handlers do not decode `%24`.
    pub fn apple_link(&self) -> String {
        format!(
            "https://esimsetup.apple.com/esim_qrcode_provisioning?carddata={}",
            self.expose()
        )
    }

    /// The same for Android 10 or later; not every maker's phone follows it.
    pub fn android_link(&self) -> String {
        format!(
            "https://esimsetup.android.com/esim_qrcode_provisioning?carddata={}",
            self.expose()
        )
    }
}

impl fmt::Debug for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ActivationCode(***)")
    }
}

/// A host name of at least two labels, whose last is no number: an address in digits is no SM-DP+
/// address.
fn is_host(host: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    let last_is_name = host
        .rsplit('.')
        .next()
        .is_some_and(|l| l.bytes().any(|b| b.is_ascii_alphabetic()));
    host.contains('.') && host.split('.').all(label) && last_is_name
}
