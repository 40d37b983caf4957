//! What of `[pricing]` is refused at start, and in which words.

use super::*;

fn told(currency: &str, pricing: &str) -> Vec<String> {
    let text = format!(
        "[shop]\nname=\"A\"\nsupport_email=\"a@example.com\"\ncurrency=\"{currency}\"\n[pricing]\n{pricing}\n"
    );
    Shop::parse(&text, "f")
        .err()
        .into_iter()
        .flatten()
        .map(|fault| fault.to_string())
        .collect()
}

/// The one fault of these settings.
fn fault(currency: &str, pricing: &str) -> String {
    let mut told = told(currency, pricing);
    assert_eq!(told.len(), 1, "{currency} {pricing}: {told:#?}");
    told.remove(0)
}

fn fine(currency: &str, pricing: &str) -> Shop {
    let text = format!(
        "[shop]\nname=\"A\"\nsupport_email=\"a@example.com\"\ncurrency=\"{currency}\"\n[pricing]\n{pricing}\n"
    );
    Shop::parse(&text, "f").unwrap()
}

#[test]
fn a_rate_for_the_shops_own_currency_is_told_with_its_mend() {
    let told = fault("USD", "exchange_rates = { USD = \"0.5\" }");
    assert_eq!(
        told,
        "f: [pricing] exchange_rates has a rate for USD, the shop's own currency → remove USD: one \
         USD is one USD"
    );
    assert!(fault("EUR", "exchange_rates = { USD = \"0.9\", EUR = 1 }").contains("remove EUR"));
    fine("USD", "");
}

#[test]
fn a_rate_far_off_the_table_is_told_and_says_its_direction() {
    let told = fault("EUR", "exchange_rates = { USD = \"92\" }");
    assert!(
        told.contains(
            "one USD is 92 EUR; by our table of 2025-11-30 it is about 0.86 → write how many EUR \
             one USD costs, e.g. USD = \"0.86\""
        ),
        "{told}"
    );
    assert!(fault("JPY", "exchange_rates = { USD = \"0.0064\" }").contains("about 156"));
    assert!(fault("EUR", "exchange_rates = { USD = \"0\" }").contains("not above zero"));
    assert!(fault("EUR", "exchange_rates = { USD = \"-1\" }").contains("not above zero"));
    fine("EUR", "exchange_rates = { USD = \"0.5\" }");
    fine("EUR", "exchange_rates = { usd = \"0.92\", GBP = \"1.14\" }");
}

#[test]
fn a_rate_for_what_is_no_currency_is_told() {
    for code in ["XYZ", "KWD", "dollar"] {
        assert!(
            fault(
                "EUR",
                &format!("exchange_rates = {{ USD = \"0.92\", {code} = \"2\" }}")
            )
            .contains(&format!("“{code}”"))
        );
    }
    assert!(
        fault("EUR", "exchange_rates = { USD = \"0.92\", usd = \"0.9\" }").contains("USD twice")
    );
    assert!(fault("EUR", "").contains("has no rate for USD"));
}

#[test]
fn a_currency_that_stripe_cannot_charge_is_told_beside_all_other_faults() {
    for (currency, why) in [
        ("XYZ", "which Stripe cannot charge"),
        ("BTC", "which Stripe cannot charge"),
        ("KWD", "three decimals"),
        ("dollars", "no three-letter currency code"),
    ] {
        let told = told(currency, "markup_percent = 501");
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(
            told[0].contains("[shop] currency")
                && told[0].contains(why)
                && told[1].contains("markup_percent"),
            "{told:#?}"
        );
    }
    assert_eq!(
        fine("eur", "exchange_rates = { USD = \"0.92\" }")
            .shop
            .currency
            .code(),
        "EUR"
    );
}

#[test]
fn mark_ups_and_steps_that_make_no_sense_are_told_wherever_they_stand() {
    assert!(fault("USD", "markup_percent = 20000000000").contains("is over 500 %"));
    assert!(
        fault(
            "USD",
            "[[pricing.rule]]\ncountry = \"JP\"\nmarkup_percent = 501"
        )
        .contains("[[pricing.rule]] for JP: markup_percent is over 500 %")
    );
    fine("USD", "markup_percent = 500");
    assert!(fault("USD", "round_to = \"1000\"").contains("puts 1000 USD between two prices"));
    assert!(
        fault("USD", "[[pricing.rule]]\nproduct = \"a\"\nround_to = 11")
            .contains("for a: round_to puts 11 USD")
    );
    assert!(fault("USD", "ending = \"99.99\"").contains("ending puts 100 USD"));
    fine("USD", "round_to = 10");
    fine("JPY", "exchange_rates = { USD = 150 }\nround_to = 1000");
    assert!(fault("JPY", "exchange_rates = { USD = 150 }\nround_to = 10000").contains("10000 JPY"));
}

#[test]
fn an_ending_stands_instead_of_round_to() {
    assert!(
        fault("USD", "ending = \".99\"\nround_to = \"0.10\"")
            .contains("ending and round_to are both set")
    );
    assert!(
        fault(
            "USD",
            "[[pricing.rule]]\nregion = \"asia\"\nending = \".99\"\nround_to = 1"
        )
        .contains("for asia: ending and round_to")
    );
    assert!(fault("USD", "ending = \"99\"").contains("has no point → e.g. \".99\""));
    assert!(fault("USD", "ending = \"0.99\"").contains("begins with a zero → e.g. \".99\""));
    assert!(
        fault("JPY", "exchange_rates = { USD = 150 }\nending = \".99\"")
            .contains("e.g. \"80\" or \"00\"")
    );
    assert_eq!(
        fine("USD", "ending = \".99\"").price_list().terms.rounding,
        Rounding::ending(".99", Currency::USD).unwrap()
    );
    let yen = fine("JPY", "exchange_rates = { USD = 150 }\nending = \"80\"");
    assert_eq!(
        yen.price_list().terms.rounding,
        Rounding::Ending {
            step: Decimal::ONE_HUNDRED,
            end: Decimal::from(80)
        }
    );
    assert_eq!(
        fine("USD", "").price_list().terms.rounding,
        Rounding::To(Decimal::new(1, 1))
    );
}

#[test]
fn fees_losses_and_days_are_looked_at() {
    assert!(fault("USD", "card_fee_percent = 290").contains("is not between 0 and 100"));
    assert!(fault("USD", "card_fee_percent = -1").contains("is not between 0 and 100"));
    assert!(fault("USD", "card_fee_fixed = \"-0.30\"").contains("is negative"));
    assert!(fault("USD", "most_loss = -2").contains("is negative"));
    assert!(
        fault("USD", "rate_confirmed = \"yesterday\"")
            .contains("is not a date → write it as \"2026-11-27\"")
    );
    assert!(
        fault(
            "USD",
            "[[pricing.rule]]\nproduct = \" \"\nmarkup_percent = 1"
        )
        .contains("product is empty")
    );
    let set = fine(
        "USD",
        "card_fee_percent = 2.9\ncard_fee_fixed = \"0.30\"\nrate_confirmed = 2026-11-27",
    )
    .price_list();
    assert_eq!(
        (set.card_fee.percent, set.card_fee.fixed),
        (Decimal::new(29, 1), Decimal::new(30, 2))
    );
    assert_eq!(set.rate_confirmed, Some("2026-11-27".parse().unwrap()));
}
