//! `prices …`; and what is wrong with prices, for `doctor` and `sync-catalogue`: rules that name
//! nothing, plans that no rule can sell.

mod list;
mod publish;

pub use list::{Options, run};

use crate::app::App;
use crate::catalogue::Snapshot;
use crate::catalogue::snapshot::Why;
use domain::pricing::rates;

/// How many findings `doctor` names; `sync-catalogue` names all.
const NAMED: usize = 5;

/// Every finding, in words: the gravest first. What has no place on the shelf is no fault of a
/// price.
#[must_use]
pub fn findings(shelf: &Snapshot) -> Vec<String> {
    let faults = shelf.rules.faults(shelf.prices.currency);
    let faults = faults
        .into_iter()
        .map(|fault| fault.of_file("published prices").to_string());
    let doubted = shelf
        .refused
        .iter()
        .filter(|(_, why)| why.is_doubt())
        .count();
    let rates = shelf
        .prices
        .doubtful_rates()
        .into_iter()
        .map(|doubt| format!("{doubted} plans: {doubt}"));
    let strangers = shelf.strangers().into_iter().map(|id| {
        format!(
            "a [[pricing.rule]] names the product {id}, which the supplier has never listed; \
             correct it, or remove the rule"
        )
    });
    let priceless = shelf
        .refused
        .iter()
        .filter(|(_, why)| *why != Why::Nowhere && why.is_fault() && !why.is_doubt());
    faults
        .chain(rates)
        .chain(strangers)
        .chain(priceless.map(|(product, why)| format!("{product} {why}")))
        .collect()
}

/// The line of `doctor`.
pub fn examine(app: &App) -> Result<String, (String, &'static str)> {
    let found = findings(&app.catalogue.snapshot());
    if found.is_empty() {
        let rule = match app.catalogue.snapshot().rules.version {
            0 => "[pricing] of shop.toml rules".to_owned(),
            version => format!("version {version} of the published prices rules"),
        };
        return Ok(format!(
            "every plan has one; {rule}; rates are looked at beside our table of {}",
            rates::dated()
        ));
    }
    let named = found
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join("; ");
    let more = match found.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let mend = match app.catalogue.snapshot().rules.version {
        0 => "mend [pricing] in shop.toml; `esim-storefront sync-catalogue` names every plan",
        _ => {
            "mend them at the desk under Prices, or in what `prices export` writes, and `prices \
             import` it; `esim-storefront sync-catalogue` names every plan"
        }
    };
    Err((format!("{named}{more}"), mend))
}
