//! `[legal]`: who answers for the shop, and how a traveller agrees that performance begins at once.

use serde::Deserialize;

pub use domain::withdrawal::Consent;

/// `[legal]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Legal {
    /// The company or person who sells.
    pub seller: Option<String>,
    /// Its postal address, one line.
    pub address: Option<String>,
    /// Whose law applies.
    pub governing_law: Option<String>,
    /// The register the seller stands in, and the number there.
    pub register: Option<String>,
    /// The seller's VAT number.
    pub vat_id: Option<String>,
    /// Under which the seller can be called.
    pub telephone: Option<String>,
    /// The folder of the owner's own legal texts, relative to shop.toml.
    pub texts: Option<String>,
    /// How consent is given before paying.
    pub consent: Consent,
}
