//! Prices by table and by property.

use proptest::prelude::*;

use super::super::product::{Data, FairUse};
use super::*;

pub(super) fn d(text: &str) -> Decimal {
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
        fair_use: FairUse::default(),
        raw: None,
        cost,
        cost_currency: Currency::USD,
    }
}

pub(super) fn list(currency: &str, markup: &str, margin: &str, round_to: &str) -> PriceList {
    PriceList {
        currency: currency.parse().unwrap(),
        terms: Terms {
            markup_percent: d(markup),
            minimum_margin: d(margin),
            rounding: Rounding::To(d(round_to)),
        },
        rates: BTreeMap::new(),
        exceptions: BTreeMap::new(),
        card_fee: CardFee::default(),
        rate_confirmed: None,
        day: "2026-11-27".parse().unwrap(),
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
    assert!(matches!(
        price(&list, "12", "JP"),
        Err(PriceError::NoRate { .. })
    ));
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
    assert!(
        matches!(price(&list, "0.30", "JP"), Err(PriceError::BelowMinimumCharge { price, .. }) if price.minor == 40)
    );
    assert_eq!(price(&list, "0.40", "JP"), Ok(50));
}

#[test]
fn the_most_specific_rule_wins_key_by_key() {
    let mut list = list("USD", "20", "1", "0.10");
    let markup = |n: i64| Exception {
        markup_percent: Some(n.into()),
        ..Exception::default()
    };
    list.exceptions.insert(
        Scope::Region("europe".into()),
        Exception {
            minimum_margin: Some(d("5")),
            ..markup(50)
        },
    );
    list.exceptions
        .insert(Scope::Region("nordics".into()), markup(60));
    list.exceptions
        .insert(Scope::Country("SE".into()), markup(70));
    list.exceptions
        .insert(Scope::Product("esimfx_1G_7D_SE".into()), markup(80));
    let percent = |code: &str, id: &str| {
        list.terms_for(id, Destination::of(&[code.to_owned()]).unwrap())
            .markup_percent
    };
    assert_eq!(percent("SE", "esimfx_1G_7D_SE"), d("80"));
    assert_eq!(percent("SE", "other"), d("70"));
    assert_eq!(percent("NO", "other"), d("60"));
    assert_eq!(percent("FR", "other"), d("50"));
    assert_eq!(percent("JP", "other"), d("20"));
    let sweden = list.terms_for("other", Destination::of(&["SE".to_owned()]).unwrap());
    assert_eq!(
        sweden.minimum_margin,
        d("5"),
        "what a rule leaves out comes from the next wider one"
    );
}

#[test]
fn numbers_that_do_not_fit_are_an_error_and_not_a_price() {
    let list = list("USD", "20", "1", "0.10");
    let huge = product(Decimal::MAX, "JP");
    assert_eq!(list.price(&huge, place(&huge)), Err(PriceError::TooLarge));
    assert!(matches!(
        price(&list, "-1", "JP"),
        Err(PriceError::NegativeCost(_))
    ));
}

#[test]
fn the_shops_own_currency_has_rate_one_whatever_is_written() {
    let mut list = list("USD", "20", "1", "0.10");
    list.rates.insert(Currency::USD, d("0.5"));
    assert_eq!(
        price(&list, "19.99", "JP"),
        Ok(2400),
        "this was sold for 12.00"
    );
}

#[test]
fn a_low_rate_sells_nothing_until_its_owner_has_confirmed_it() {
    let mut list = list("EUR", "20", "1", "0.10");
    list.rates.insert(Currency::USD, d("0.5"));
    for (confirmed, sold) in [
        (None, false),
        (Some("2026-11-27"), true),
        (Some("2026-11-28"), false),
        (Some("2026-05-31"), true),
        (Some("2026-05-30"), false),
    ] {
        list.rate_confirmed = confirmed.map(|day| day.parse().unwrap());
        let price = price(&list, "12", "JP");
        assert_eq!(price.is_ok(), sold, "{confirmed:?}: {price:?}");
        assert!(
            sold || matches!(price, Err(PriceError::RateUnconfirmed { .. })),
            "{price:?}"
        );
    }
    list.rates.insert(Currency::USD, d("0.52"));
    assert!(
        price(&list, "12", "JP").is_ok(),
        "not over 40 per cent below"
    );
    list.rates.insert(Currency::USD, d("2"));
    assert!(
        price(&list, "12", "JP").is_ok(),
        "prices that are too high ruin nobody"
    );
}

#[test]
fn a_price_under_its_cost_with_the_card_fee_is_not_on_the_shelf() {
    let mut list = list("USD", "0", "0.60", "0.01");
    list.card_fee = CardFee {
        percent: d("2.9"),
        fixed: d("0.30"),
    };
    // 10.60 leaves 10.60 - 0.3074 - 0.30 = 9.9926 of a cost of 10.
    assert!(
        matches!(price(&list, "10", "JP"), Err(PriceError::BelowCost { price, least }) if (price.minor, least.minor) == (1060, 1061))
    );
    list.terms.minimum_margin = d("0.62");
    assert_eq!(price(&list, "10", "JP"), Ok(1062));
    list.card_fee = CardFee::default();
    list.terms.minimum_margin = Decimal::ZERO;
    assert_eq!(
        price(&list, "10", "JP"),
        Ok(1000),
        "without a fee, cost will do"
    );
}

#[test]
fn rounding_that_makes_the_price_is_not_on_the_shelf() {
    let mut list = list("USD", "20", "1", "10");
    assert!(
        matches!(price(&list, "2", "JP"), Err(PriceError::RoundedTooFar { price, exact }) if (price.minor, exact.minor) == (1000, 300))
    );
    assert_eq!(
        price(&list, "5", "JP"),
        Ok(1000),
        "6.00 is less than doubled"
    );
    list.terms = Terms {
        minimum_margin: d("0.2"),
        rounding: Rounding::To(d("1")),
        ..list.terms
    };
    assert_eq!(
        price(&list, "0.05", "JP"),
        Ok(100),
        "a dollar's worth more is no harm"
    );
    let yen = PriceList {
        rates: BTreeMap::from([(Currency::USD, d("150"))]),
        ..self::list("JPY", "20", "100", "1000")
    };
    assert!(matches!(
        price(&yen, "2", "JP"),
        Err(PriceError::RoundedTooFar { .. })
    ));
    assert_eq!(price(&yen, "4", "JP"), Ok(1000), "from 720");
}

#[test]
fn prices_end_as_their_owner_wishes() {
    let mut list = list("USD", "20", "1", "0.10");
    list.terms.rounding = Rounding::ending(".99", list.currency).unwrap();
    assert_eq!(price(&list, "12", "JP"), Ok(1499));
    let of_japan = Exception {
        rounding: Some(Rounding::To(d("0.50"))),
        ..Exception::default()
    };
    list.exceptions
        .insert(Scope::Country("JP".into()), of_japan);
    assert_eq!(
        price(&list, "12", "JP"),
        Ok(1450),
        "a rule for a country has its own"
    );
    assert_eq!(price(&list, "12", "TH"), Ok(1499));
}

proptest! {
    #[test]
    fn a_price_on_the_shelf_covers_cost_with_floor_and_cost_with_card_fee_and_ends_as_it_should(
        cents in 0_i64..1_000_000, markup in 0_i64..30_000, margin in 0_i64..5_000, step in 1_i64..1_000, rate in 1_i64..2_000_000,
        percent in 0_i64..1_000, fixed in 0_i64..500, end in 0_usize..4, currency in prop::sample::select(vec!["USD", "EUR", "JPY", "ISK", "KRW"]),
    ) {
        let mut list = list(currency, "0", "0", "1");
        let endings = if list.currency.is_whole() { ["80", "00", "9"] } else { [".99", ".5", "9.99"] };
        let rounding = match endings.get(end) {
            Some(text) => Rounding::ending(text, list.currency).unwrap(),
            None => Rounding::To(Decimal::new(step, 2)),
        };
        list.terms = Terms { markup_percent: Decimal::new(markup, 2), minimum_margin: Decimal::new(margin, 2), rounding };
        list.rates.insert(Currency::USD, Decimal::new(rate, 3));
        list.card_fee = CardFee { percent: Decimal::new(percent, 2), fixed: Decimal::new(fixed, 2) };
        let product = product(Decimal::new(cents, 2), "JP");
        let cost = list.cost(&product).unwrap();
        let fee = |price: Money| price.major() * list.card_fee.percent / Decimal::ONE_HUNDRED + list.card_fee.fixed;
        match list.price(&product, place(&product)) {
            Ok(price) => {
                prop_assert!(price.major() >= cost + list.terms.minimum_margin);
                prop_assert!(price.major() >= cost * (Decimal::ONE + list.terms.markup_percent / Decimal::ONE_HUNDRED));
                prop_assert!(price.major() >= cost + fee(price), "the shop pays for selling it");
                prop_assert!(price.minor >= price.currency.minimum_charge());
                prop_assert_eq!(price.minor % price.currency.step(), 0);
                if let Rounding::Ending { step, end } = rounding {
                    prop_assert_eq!(price.major() % step, end, "its ending");
                }
            }
            Err(PriceError::BelowMinimumCharge { price, least }) => prop_assert!(price.minor < least.minor),
            Err(PriceError::BelowCost { price, .. }) => prop_assert!(price.major() < cost + fee(price)),
            Err(PriceError::RoundedTooFar { price, exact }) => prop_assert!(price.minor > 2 * exact.minor),
            Err(PriceError::RateUnconfirmed { doubt, .. }) => prop_assert!(doubt.rate < doubt.table && list.currency != Currency::USD),
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
