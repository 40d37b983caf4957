//! What the law of a buyer's country asks a shop to say of itself. A reminder for the owner, and no
//! advice: a lawyer has the last word. Pure.

use super::withdrawal;

/// Something that must be stated or settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Who sells.
    Seller,
    /// Its postal address.
    Address,
    /// A telephone number.
    Telephone,
    /// The register, and the number there.
    Register,
    /// The VAT number.
    VatId,
    /// Tax on what is sold there.
    Tax,
}

/// Directive 2000/31/EC, article 5 (register, VAT number), and 2011/83/EU, article 6 (address,
/// telephone); the United Kingdom kept both. VAT is due where the buyer lives (Directive
/// 2006/112/EC, article 58).
const EUROPE: [Asked; 6] = [
    Asked::Seller,
    Asked::Address,
    Asked::Telephone,
    Asked::Register,
    Asked::VatId,
    Asked::Tax,
];
/// Act on Specified Commercial Transactions, article 11; consumption tax on services from abroad.
const JAPAN: [Asked; 4] = [Asked::Seller, Asked::Address, Asked::Telephone, Asked::Tax];
/// Who taxes digital services that are sold to people there from abroad.
const TAXED: [Asked; 3] = [Asked::Seller, Asked::Address, Asked::Tax];
const ELSEWHERE: [Asked; 2] = [Asked::Seller, Asked::Address];

const TAXING: [&str; 12] = [
    "AU", "CA", "CH", "ID", "IN", "KR", "MY", "NZ", "SG", "TH", "TR", "ZA",
];

/// What is asked by a country; a buyer whose country is not known has the rights of one in the EU.
pub fn asked_by(country: Option<&str>) -> &'static [Asked] {
    match country {
        Some("JP") => &JAPAN,
        Some(country) if TAXING.contains(&country) => &TAXED,
        Some(country) if !withdrawal::is_given_in(country) => &ELSEWHERE,
        _ => &EUROPE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_asks_for_its_own() {
        assert_eq!(asked_by(Some("DE")), EUROPE);
        assert_eq!(asked_by(Some("GB")), EUROPE);
        assert_eq!(asked_by(None), EUROPE);
        assert_eq!(asked_by(Some("JP")), JAPAN);
        assert_eq!(asked_by(Some("CH")), TAXED);
        assert_eq!(asked_by(Some("US")), ELSEWHERE);
    }
}
