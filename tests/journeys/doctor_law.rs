//! What `doctor` says of tax and of the law of each country.

use super::doctor::{lines, only, said};
use crate::support::{PLAN, Shop};

#[tokio::test]
async fn what_the_countries_that_were_sold_to_ask_for_is_told_by_country() {
    let shop = Shop::open().await;
    let (_, text) = said(&shop, &[]).await;
    assert!(only(&text, "law").contains("nothing was sold"), "{text}");
    for country in ["DE", "FR", "US", "JP"] {
        shop.sandbox.stripe.set_billing_country(country);
        shop.buy(&mut shop.browser(), PLAN, 1).await;
        shop.settle().await;
    }
    let (_, text) = said(&shop, &[]).await;
    let law = lines(&text, "law");
    let of = |name: &str| {
        law.iter()
            .find(|line| line.contains(name))
            .unwrap_or_else(|| panic!("{name}: {text}"))
    };
    assert_eq!(law.len(), 3, "{text}");
    for missing in [
        "seller",
        "address",
        "telephone",
        "register",
        "vat_id",
        "[tax] kind",
    ] {
        assert!(of("Germany").contains(missing), "{text}");
    }
    assert!(
        of("Germany").contains("France")
            && of("Germany").contains("(2 orders)")
            && of("Germany").contains('→'),
        "{text}"
    );
    assert!(
        of("Japan").contains("telephone") && !of("Japan").contains("register"),
        "{text}"
    );
    assert!(
        of("United States").contains("[legal] seller, [legal] address missing"),
        "{text}"
    );
    assert!(
        only(&text, "consent").contains("let a lawyer choose"),
        "{text}"
    );
    assert!(
        only(&text, "legal texts").contains("the shop's own words, on every page"),
        "{text}"
    );
    assert!(only(&text, "invoices").contains("none are given"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("legal")).unwrap();
    std::fs::write(folder.path().join("legal/terms.de.md"), "# AGB").unwrap();
    let toml = folder.path().join("shop.toml");
    let full = "[shop]\nname = \"Layover\"\nsupport_email = \"help@shop.test\"\ncurrency = \
                \"USD\"\n[legal]\nseller = \"A\"\naddress = \"B\"\n\
                telephone = \"1\"\nregister = \"C\"\nvat_id = \"D\"\ntexts = \"legal\"\nconsent = \
                \"box\"\n[tax]\nkind = \"stripe\"\n";
    std::fs::write(&toml, full).unwrap();
    let (_, text) = said(&shop, &[("SHOP_CONFIG", toml.to_str().unwrap())]).await;
    assert!(
        only(&text, "law").starts_with("ok    ") && only(&text, "law").contains("(4 orders)"),
        "{text}"
    );
    assert!(
        only(&text, "legal texts").contains("yours: terms (de)"),
        "{text}"
    );
    assert!(
        only(&text, "invoices").contains("travellers can have one"),
        "{text}"
    );
    assert!(
        only(&text, "consent").contains("a box that must be ticked"),
        "{text}"
    );
    assert!(only(&text, "Stripe Tax").starts_with("ok    "), "{text}");
    // A rate of nothing states a country's tax only where it is written for the country.
    for (rates, missing) in [
        ("percent = { DE = \"19\", FR = \"0\" }", true),
        ("default_percent = \"10\"", false),
    ] {
        std::fs::write(
            &toml,
            full.replace(
                "kind = \"stripe\"",
                &format!("kind = \"included\"\n{rates}"),
            ),
        )
        .unwrap();
        let (_, text) = said(&shop, &[("SHOP_CONFIG", toml.to_str().unwrap())]).await;
        let of = |name: &str| {
            lines(&text, "law")
                .into_iter()
                .find(|line| line.contains(name))
                .unwrap_or_else(|| panic!("{name}: {text}"))
        };
        assert_eq!(
            of("Japan").contains("[tax] kind, or a rate for it"),
            missing,
            "{rates}: {text}"
        );
        assert!(
            of("Germany").starts_with("ok    ") && of("France").starts_with("ok    "),
            "{rates}: {text}"
        );
        assert!(lines(&text, "Stripe Tax").is_empty(), "{text}");
    }
    shop.close().await;
}

#[tokio::test]
async fn stripe_is_asked_whether_its_tax_is_on_where_it_is_to_reckon() {
    let shop = Shop::open().await;
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("shop.toml");
    let example = include_str!("../../shop.example.toml");
    let by_stripe = example.replace("kind = \"none\"", "kind = \"stripe\"");
    assert_ne!(by_stripe, example);
    std::fs::write(&toml, by_stripe).unwrap();
    let tax = async || {
        let (code, text) = said(&shop, &[("SHOP_CONFIG", toml.to_str().unwrap())]).await;
        (code, only(&text, "Stripe Tax").to_owned())
    };
    let (code, line) = tax().await;
    assert!(code == Some(0) && line.starts_with("ok    "), "{line}");
    shop.sandbox.stripe.set_tax_pending(true);
    let (code, line) = tax().await;
    assert!(
        code == Some(1)
            && line.starts_with("FAIL  ")
            && line.contains("“pending”")
            && line.contains('→'),
        "{line}"
    );
    shop.sandbox.stripe.forbid("tax_settings_read");
    let (code, line) = tax().await;
    assert!(
        code == Some(0) && line.starts_with("????  ") && line.contains("rak_tax_settings_read"),
        "{line}"
    );
    shop.sandbox.stripe.allow_all();
    shop.close().await;
}
