//! An eSIM as phones and travellers know it: activation code, ICCID, status. No storage, no page.

mod activation_code;
mod iccid;

use thiserror::Error;

pub use activation_code::ActivationCode;
pub use iccid::{Iccid, ending};

/// The text is not what it should be. Never holds the text: it may be a bearer secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EsimError {
    /// It is not of the form `LPA:1$…`, is longer than 255 characters, or not ASCII.
    #[error("no activation code")]
    NotAnActivationCode,
    /// The SM-DP+ address is no host name of at least two labels.
    #[error("an activation code without a host name")]
    BadHost,
    /// The matching id has characters beyond letters, digits and hyphens.
    #[error("an activation code with a malformed matching id")]
    BadMatchingId,
    /// The OID is not digits and dots.
    #[error("an activation code with a malformed OID")]
    BadOid,
    /// Not `89` and 16 to 20 digits more.
    #[error("no ICCID")]
    NotAnIccid,
}

/// What the supplier says of an eSIM; its document lists four values and uses others in its
/// samples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EsimStatus {
    /// Bought, not yet on a phone.
    Provisioned,
    /// On a phone.
    Installed,
    /// In use.
    Active,
    /// All its plans have ended.
    Expired,
    /// Switched off for good, 60 days after it expired.
    Blocked,
    /// Something went wrong with it at the network; exceedingly rare.
    Deactivated,
    /// Anything else, as it came.
    Other(String),
}

impl EsimStatus {
    /// Reads the supplier's word in any case.
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_lowercase().as_str() {
            "provisioned" | "released" => Self::Provisioned,
            "installed" => Self::Installed,
            "active" | "activated" | "enabled" => Self::Active,
            "expired" => Self::Expired,
            "blocked" => Self::Blocked,
            "deactivated" => Self::Deactivated,
            _ => Self::Other(text.trim().to_owned()),
        }
    }

    /// Whether it is, or was, on a phone, so that its code has been used.
    pub fn is_installed(&self) -> bool {
        matches!(self, Self::Installed | Self::Active | Self::Expired)
    }
}

#[cfg(test)]
mod tests;
