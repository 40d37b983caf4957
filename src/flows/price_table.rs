//! Every product by the price rules: written down for operators whenever it may have changed, and
//! reckoned with other rules before these are used. No price is made here.

use sha2::{Digest, Sha256};

use super::Error;
use crate::app::App;
use crate::db::plan_marks::{self, Marks};
use crate::db::plan_prices::{self, PlanPrice};
use crate::db::{self, cursors, products};
use crate::l10n::Locale;
use domain::destination::Destination;
use domain::pricing::PriceList;
use domain::product::Product;

/// Under which it is remembered what was last written down.
const WRITTEN: &str = "plan_prices";

/// What one product costs, sells for and leaves by these rules.
#[must_use]
pub fn priced(product: &Product, rules: &PriceList) -> PlanPrice {
    let plan = PlanPrice {
        product_id: product.id.clone(),
        plan_name: Locale::ENGLISH.plan_name(product),
        destination: None,
        currency: rules.currency.code().to_owned(),
        cost_minor: None,
        price_minor: None,
        fee_minor: None,
        margin_minor: None,
        why_off: None,
    };
    let Some(place) = Destination::of(&product.coverage) else {
        return PlanPrice {
            plan_name: product.name.clone(),
            why_off: Some("it covers no country that is known".to_owned()),
            ..plan
        };
    };
    let quote = rules.quote(product, place);
    PlanPrice {
        destination: Some(place.slug().to_owned()),
        cost_minor: quote.cost.map(|cost| cost.minor),
        fee_minor: quote.fee.map(|fee| fee.minor),
        margin_minor: quote.margin_minor(),
        price_minor: quote.price.as_ref().ok().map(|price| price.minor),
        why_off: quote.price.err().map(|why| format!("it {why}")),
        ..plan
    }
}

/// As [`priced`], for a plan that its owner may have hidden.
#[must_use]
pub fn marked(product: &Product, rules: &PriceList, marks: &Marks) -> PlanPrice {
    let plan = priced(product, rules);
    if !marks.hidden.contains(&product.id) {
        return plan;
    }
    PlanPrice {
        price_minor: None,
        fee_minor: None,
        margin_minor: None,
        why_off: Some("it is hidden".to_owned()),
        ..plan
    }
}

/// Every product that the supplier lists, by these rules, as of today.
///
/// # Errors
/// The database's.
pub async fn by(app: &App, rules: &PriceList) -> Result<Vec<PlanPrice>, db::Error> {
    let rules = rules.on(app.clock.now().date_naive());
    let marks = plan_marks::all(&app.db).await?;
    Ok(products::all(&app.db)
        .await?
        .iter()
        .map(|product| marked(product, &rules, &marks))
        .collect())
}

/// Writes down every product's price, if the shelf or the rules are others than when that was last
/// done.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn write_down(app: &App) -> Result<(), Error> {
    let shelf = app.catalogue.snapshot().clone();
    let rules = hex::encode(Sha256::digest(format!("{:?}", shelf.prices)));
    let now_written = format!("{} {} {rules}", shelf.version, shelf.day);
    if cursors::read(&app.db, WRITTEN).await?.as_deref() == Some(&now_written) {
        return Ok(());
    }
    let plans: Vec<PlanPrice> = products::all(&app.db)
        .await?
        .iter()
        .map(|product| priced(product, &shelf.prices))
        .collect();
    let mut tx = app.db.begin().await?;
    plan_prices::replace_all(&mut tx, &plans, app.clock.now()).await?;
    cursors::write(&mut tx, WRITTEN, &now_written).await?;
    tx.commit().await?;
    Ok(())
}
