//! Prices by table and by property.

use proptest::prelude::*;

use super::super::product::Data;
use super::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn product(cost: Decimal, country: &str) -> Product {
    Product {
        id: format!("esimfx_1G_7D_{country}"),
        meta_id: None,
        name: "one".into(),
        data: Data::Megabytes(1024),
        days: 7,
        coverage: vec![country.into()],
        networks: vec![],
        imsi_profile: None,
        cost,
        cost_currency: Currency::USD,
    }
}

fn list(currency: &str, markup: &str, margin: &str, round_to: &str) -> PriceList {
    PriceList {
        currency: currency.parse().unwrap(),
        terms: Terms { markup_percent: d(markup), minimum_margin: d(margin), round_to: d(round_to) },
        rates: BTreeMap::new(),
        exceptions: BTreeMap::new(),
    }
}

fn place(product: &Product) -> Destination {
    Destination::of(&product.coverage).unwrap()
}

fn price(list: &PriceList, cost: &str, country: &str) -> Result<i64, PriceError> {
    let product = product(d(cost), country);
    list.price(&product, place(&product)).map(|m| m.minor)
}

#[test]
fn markup_or_margin_whichever_is_more_rounded_up() {
    let list = list("USD", "20", "1", "0.10");
    assert_eq!(price(&list, "12", "JP"), Ok(1440));
    assert_eq!(price(&list, "2", "JP"), Ok(300));
    assert_eq!(price(&list, "12.01", "JP"), Ok(1450));
    assert_eq!(price(&list, "0", "JP"), Ok(100));
}

#[test]
fn another_currency_needs_its_rate() {
    let mut list = list("JPY", "0", "0", "10");
    assert!(matches!(price(&list, "12", "JP"), Err(PriceError::NoRate { .. })));
    list.rates.insert(Currency::USD, d("151.3"));
    assert_eq!(price(&list, "12", "JP"), Ok(1820));
}

#[test]
fn a_currency_without_small_coins_is_rounded_to_its_step() {
    let mut list = list("ISK", "0", "0", "0.01");
    list.rates.insert(Currency::USD, d("137.77"));
    assert_eq!(price(&list, "3", "JP"), Ok(41_400));
}

#[test]
fn what_stripe_would_refuse_is_not_on_the_shelf() {
    let list = list("USD", "0", "0.10", "0.01");
    assert!(matches!(price(&list, "0.30", "JP"), Err(PriceError::BelowMinimumCharge { price, .. }) if price.minor == 40));
    assert_eq!(price(&list, "0.40", "JP"), Ok(50));
}

#[test]
fn the_most_specific_rule_wins_key_by_key() {
    let mut list = list("USD", "20", "1", "0.10");
    let markup = |n: i64| Exception { markup_percent: Some(n.into()), ..Exception::default() };
    list.exceptions.insert(Scope::Region("europe".into()), Exception { minimum_margin: Some(d("5")), ..markup(50) });
    list.exceptions.insert(Scope::Region("nordics".into()), markup(60));
    list.exceptions.insert(Scope::Country("SE".into()), markup(70));
    list.exceptions.insert(Scope::Product("esimfx_1G_7D_SE".into()), markup(80));
    let percent = |code: &str, id: &str| list.terms_for(id, Destination::of(&[code.to_owned()]).unwrap()).markup_percent;
    assert_eq!(percent("SE", "esimfx_1G_7D_SE"), d("80"));
    assert_eq!(percent("SE", "other"), d("70"));
    assert_eq!(percent("NO", "other"), d("60"));
    assert_eq!(percent("FR", "other"), d("50"));
    assert_eq!(percent("JP", "other"), d("20"));
    let sweden = list.terms_for("other", Destination::of(&["SE".to_owned()]).unwrap());
    assert_eq!(sweden.minimum_margin, d("5"), "what a rule leaves out comes from the next wider one");
}

#[test]
fn numbers_that_do_not_fit_are_an_error_and_not_a_price() {
    let list = list("USD", "20", "1", "0.10");
    let huge = product(Decimal::MAX, "JP");
    assert_eq!(list.price(&huge, place(&huge)), Err(PriceError::TooLarge));
    assert!(matches!(price(&list, "-1", "JP"), Err(PriceError::NegativeCost(_))));
}

proptest! {
    #[test]
    fn never_below_cost_plus_floor(cents in 0_i64..1_000_000, markup in 0_i64..30_000, margin in 0_i64..5_000, step in 1_i64..1_000,
                                   rate in 1_i64..2_000_000, currency in prop::sample::select(vec!["USD", "EUR", "JPY", "ISK", "KRW"])) {
        let mut list = list(currency, "0", "0", "1");
        list.terms = Terms { markup_percent: Decimal::new(markup, 2), minimum_margin: Decimal::new(margin, 2), round_to: Decimal::new(step, 2) };
        list.rates.insert(Currency::USD, Decimal::new(rate, 3));
        let product = product(Decimal::new(cents, 2), "JP");
        let cost = list.cost(&product).unwrap();
        match list.price(&product, place(&product)) {
            Ok(price) => {
                prop_assert!(price.major() >= cost + list.terms.minimum_margin);
                prop_assert!(price.major() >= cost * (Decimal::ONE + list.terms.markup_percent / Decimal::ONE_HUNDRED));
                prop_assert!(price.minor >= price.currency.minimum_charge());
                prop_assert_eq!(price.minor % price.currency.step(), 0);
            }
            Err(PriceError::BelowMinimumCharge { price, least }) => prop_assert!(price.minor < least.minor),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn a_dearer_product_is_never_cheaper(a in 0_i64..100_000, b in 0_i64..100_000) {
        let list = list("USD", "17.5", "0.75", "0.25");
        let sold = |cents| { let p = product(Decimal::new(cents, 2), "JP"); list.price(&p, place(&p)).unwrap().minor };
        prop_assert!(sold(a.min(b)) <= sold(a.max(b)));
    }
}
