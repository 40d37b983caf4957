//! `doctor` and the law: what the countries that were sold to ask for and the shop does not state,
//! which legal texts are the owner's, how consent is given, and whether there are invoices.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{DATABASE_MEND, Finding, Line};
use crate::app::App;
use crate::db::ops;
use crate::flows::invoices::{self, Without};
use crate::shop::{Consent, Legal, Policy, Shop, Tax, TaxKind};
use domain::destination;
use domain::law::{self, Asked};

/// How far back sales count.
const BACK: TimeDelta = TimeDelta::days(365);

/// Every line.
pub async fn examine(app: &App) -> Vec<Line> {
    if !app.config.shop_read {
        return vec![("law", Finding::Unchecked(super::WITHOUT_SHOP.to_owned()))];
    }
    let shop = &app.config.shop;
    let mut lines: Vec<Line> = countries(app)
        .await
        .into_iter()
        .map(|finding| ("law", finding))
        .collect();
    lines.push(("consent", consent(shop)));
    lines.push(("legal texts", texts(shop)));
    lines.push(("invoices", invoiced(shop)));
    lines
}

/// What is missing, one line for all countries that miss the same.
async fn countries(app: &App) -> Vec<Finding> {
    let sold = match ops::countries_sold_to(&app.db, app.clock.now() - BACK).await {
        Ok(sold) => sold,
        Err(error) => return vec![Finding::ill(error, DATABASE_MEND)],
    };
    if sold.is_empty() {
        return vec![Finding::Unchecked(
            "nothing was sold in the last year, so no country asks for anything".to_owned(),
        )];
    }
    let mut alike: BTreeMap<Vec<Asked>, (Vec<String>, i64)> = BTreeMap::new();
    for (country, orders) in &sold {
        let country = country.as_deref();
        let missing = law::asked_by(country)
            .iter()
            .copied()
            .filter(|asked| !is_there(&app.config.shop, *asked, country))
            .collect();
        let (names, all) = alike.entry(missing).or_default();
        names.push(name(country));
        *all += orders;
    }
    alike
        .into_iter()
        .map(|(missing, (names, orders))| told(&missing, &names.join(", "), orders))
        .collect()
}

fn told(missing: &[Asked], names: &str, orders: i64) -> Finding {
    if missing.is_empty() {
        return Finding::Well(format!(
            "sold to {names} ({orders} orders): seller, contact and tax are stated"
        ));
    }
    let what: Vec<&str> = missing.iter().map(|asked| words(*asked)).collect();
    let what = format!(
        "sold to {names} ({orders} orders): {} missing",
        what.join(", ")
    );
    Finding::Warn(
        what,
        "fill them in in shop.toml, or let a lawyer say that you need not".to_owned(),
    )
}

fn name(country: Option<&str>) -> String {
    let known = country.and_then(destination::country);
    known.map_or_else(
        || "an unknown country".to_owned(),
        |country| country.name_in("en").to_owned(),
    )
}

fn words(asked: Asked) -> &'static str {
    match asked {
        Asked::Seller => "[legal] seller",
        Asked::Address => "[legal] address",
        Asked::Telephone => "[legal] telephone",
        Asked::Register => "[legal] register",
        Asked::VatId => "[legal] vat_id",
        Asked::Tax => "[tax] kind, or a rate for it",
    }
}

fn is_there(shop: &Shop, asked: Asked, country: Option<&str>) -> bool {
    let Legal {
        seller,
        address,
        telephone,
        register,
        vat_id,
        ..
    } = &shop.legal;
    let stated =
        |fact: &Option<String>| fact.as_deref().is_some_and(|fact| !fact.trim().is_empty());
    match asked {
        Asked::Seller => stated(seller),
        Asked::Address => stated(address),
        Asked::Telephone => stated(telephone),
        Asked::Register => stated(register),
        Asked::VatId => stated(vat_id),
        Asked::Tax => taxed(&shop.tax, country),
    }
}

/// A rate of nothing is the owner's word only where it is written for the country. Whether Stripe
/// Tax is on, Stripe is asked itself.
fn taxed(tax: &Tax, country: Option<&str>) -> bool {
    match tax.kind {
        TaxKind::None => false,
        TaxKind::Stripe => true,
        TaxKind::Included => {
            country.is_some_and(|country| tax.percent.contains_key(country))
                || !tax.percent_of(country).is_zero()
        }
    }
}

/// A choice that is the owner's, so it is said and not judged.
fn consent(shop: &Shop) -> Finding {
    let how = match shop.legal.consent {
        Consent::Words => "given by the pay button, beside the words of what it means",
        Consent::Box => "given by a box that must be ticked before paying",
    };
    Finding::Well(format!(
        "{how}; let a lawyer choose between words and box: [legal] consent"
    ))
}

/// Whether travellers can have invoices.
fn invoiced(shop: &Shop) -> Finding {
    match invoices::seller(shop) {
        Ok(_) => Finding::Well("travellers can have one on their order's page".to_owned()),
        Err(Without::Details) => Finding::Well(
            "none are given; they need [legal] seller, address and vat_id, and [tax] kind \
             other than none"
                .to_owned(),
        ),
        Err(Without::Letters) => Finding::Warn(
            "none are given: [legal] has letters that their font does not have".to_owned(),
            "write seller, address, vat_id and register in Latin, Greek or Cyrillic letters"
                .to_owned(),
        ),
    }
}

/// Whose words stand on the legal pages.
fn texts(shop: &Shop) -> Finding {
    let own = |policy: Policy| {
        Some((policy.as_str(), shop.texts().languages_of(policy)))
            .filter(|(_, languages)| !languages.is_empty())
    };
    let own: Vec<String> = Policy::ALL
        .into_iter()
        .filter_map(own)
        .map(|(page, languages)| format!("{page} ({})", languages.join(", ")))
        .collect();
    Finding::Well(match own.is_empty() {
        true => {
            "the shop's own words, on every page; yours go into a folder: [legal] texts".to_owned()
        }
        false => format!(
            "yours: {}; the shop's own words everywhere else",
            own.join(", ")
        ),
    })
}
