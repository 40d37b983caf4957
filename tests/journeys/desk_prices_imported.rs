//! Prices as a file: exported, imported whole or not at all, and a shop.toml that is changed in
//! vain.

use super::desk::{OLGA, STAFF, signed_in, with_desk};
use super::desk_prices::{price, published, versions};
use super::operators::{command, command_with, printed};
use crate::support::{PLAN, Shop};

/// A whole shop.toml with these prices, as a file.
fn file(pricing: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.toml");
    let head = "[shop]\nname = \"Layover\"\nsupport_email = \"help@layover.example\"\ncurrency = \
                \"USD\"\n";
    std::fs::write(&path, format!("{head}{pricing}{STAFF}")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[tokio::test]
async fn prices_are_exported_and_imported_whole_or_not_at_all() {
    let shop = Shop::open().await;
    let exported = printed(&command(&shop, &["prices", "export"]).await);
    assert!(
        exported.starts_with(
            "[pricing]\nmarkup_percent = \"20\"\nminimum_margin = \"1\"\nround_to = \"0.1\"\n"
        ),
        "{exported}"
    );
    let (_folder, path) = file(
        "[pricing]\nmarkup_percent = 30\ncard_fee_fixed = \"0.30\"\n[[pricing.rule]]\nproduct = \
         \"esimfx_10G_7D_JP\"\nending = \".99\"\n",
    );
    let unasked = command(&shop, &["prices", "import", &path]).await;
    let told = printed(&unasked);
    assert!(
        unasked.status.code() == Some(1)
            && told.contains("14.40 → 15.99")
            && told.contains("which then has no effect"),
        "{told}"
    );
    assert!(String::from_utf8_lossy(&unasked.stderr).contains("add --yes"));
    assert_eq!(versions(&shop).await, 0);
    let done = command(&shop, &["prices", "import", &path, "--yes"]).await;
    assert!(
        done.status.success()
            && printed(&done).ends_with("version 1 rules now, in every replica\n"),
        "{}",
        printed(&done)
    );
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(price(&shop), 1599);
    assert_eq!(
        shop.one::<String>("select actor || ' ' || act from ops.audit")
            .await,
        "operator:olga prices published"
    );
    let exported = printed(&command(&shop, &["prices", "export"]).await);
    std::fs::write(&path, &exported).unwrap();
    let again = command(&shop, &["prices", "import", &path, "--yes"]).await;
    assert!(
        again.status.success()
            && printed(&again).contains("these rules rule already, as version 1"),
        "{}",
        printed(&again)
    );
    let json: serde_json::Value =
        serde_json::from_slice(&command(&shop, &["prices", "export", "--json"]).await.stdout)
            .unwrap();
    assert_eq!(
        (&json["version"], json["rules"].as_str()),
        (&1.into(), Some(exported.as_str()))
    );
    std::fs::write(
        &path,
        "[pricing]\nmarkup_percent = 900\nminimum_margin = \
         -1\n[[pricing.rule]]\ncountry = \"XX\"\n",
    )
    .unwrap();
    let refused = command(&shop, &["prices", "import", &path, "--yes"]).await;
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        refused.status.code() == Some(1) && printed(&refused).is_empty(),
        "{}",
        printed(&refused)
    );
    assert!(
        told.contains("is over 500 %")
            && told.contains("minimum_margin is negative")
            && told.contains("“XX”"),
        "{told}"
    );
    std::fs::write(
        &path,
        "[pricing]\ncard_fee_percent = 90\n[[pricing.rule]]\nproduct = \"nothing\"\n",
    )
    .unwrap();
    let refused = command(&shop, &["prices", "import", &path, "--yes"]).await;
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        refused.status.code() == Some(1) && told.contains("never listed"),
        "{told}"
    );
    assert_eq!(versions(&shop).await, 1);
    let listed = printed(&command(&shop, &["prices"]).await);
    assert!(
        listed
            .lines()
            .any(|line| line.starts_with(PLAN) && line.contains("15.99")),
        "what rules is listed: {listed}"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_shop_toml_that_is_changed_in_vain_says_so_with_both_ways_out() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let open = async || {
        shop.one::<i64>(
            "select count(*) from alerts where kind = 'prices_differ' and resolved_at is null",
        )
        .await
    };
    let parsed = |pricing: &str| {
        esim_storefront::shop::Shop::load(std::path::Path::new(&file(pricing).1))
            .unwrap()
            .pricing
    };
    let changed = || parsed("[pricing]\nmarkup_percent = 25\n");
    shop.beside(|config| config.shop.pricing = changed()).await;
    assert_eq!(open().await, 0, "while shop.toml rules it may be changed");
    published(&shop, &mut owner, &olga, &[("markup_percent", "30")]).await;
    shop.beside(|_| {}).await;
    assert_eq!(open().await, 0, "the file is as it was set aside");
    let started = shop.beside(|config| config.shop.pricing = changed()).await;
    assert_eq!(open().await, 1);
    assert_eq!(
        started.catalogue.plan(PLAN).map(|plan| plan.price.minor),
        Some(1560),
        "and the database rules"
    );
    let told: String = shop
        .one("select what || ' → ' || mend from ops.alerts where kind = 'prices_differ'")
        .await;
    assert!(
        told.contains("version 1 of the published prices rules")
            && told.contains("prices import shop.toml")
            && told.contains("take [pricing]"),
        "{told}"
    );
    for page in ["/desk", "/desk/prices"] {
        let words = owner.get(page).await.words();
        assert!(
            words.contains("[pricing] in shop.toml was changed and has no effect"),
            "{page}: {words}"
        );
    }
    // Publishing something else at the desk leaves the file as wrong as it was.
    published(&shop, &mut owner, &olga, &[("markup_percent", "31")]).await;
    shop.beside(|config| config.shop.pricing = changed()).await;
    assert_eq!(open().await, 1);
    let (_folder, path) = file("[pricing]\nmarkup_percent = 25\n");
    let said = printed(&command_with(&shop, &["doctor"], &[("SHOP_CONFIG", &path)]).await);
    let line = said
        .lines()
        .find(|line| line.contains("has no effect"))
        .unwrap_or_else(|| panic!("{said}"));
    assert!(
        line.starts_with("WARN  prices") && line.contains("prices import shop.toml"),
        "{line}"
    );
    // One way out: the lines go.
    shop.beside(|config| config.shop.pricing = parsed("")).await;
    assert_eq!(open().await, 0);
    // The other.
    shop.beside(|config| config.shop.pricing = changed()).await;
    let done = command_with(
        &shop,
        &["prices", "import", &path, "--yes"],
        &[("SHOP_CONFIG", &path)],
    )
    .await;
    assert!(done.status.success(), "{}", printed(&done));
    assert_eq!(open().await, 0);
    shop.beside(|config| config.shop.pricing = changed()).await;
    assert_eq!(open().await, 0);
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(price(&shop), 1500);
    // In another currency nothing was published yet.
    let euros = shop.beside(|config| {
        config.shop.shop.currency = "EUR".parse().unwrap();
        config.shop.pricing = parsed("[pricing]\nmarkup_percent = 25\n");
        config.shop.pricing.exchange_rates = [(
            "USD".to_owned(),
            esim_storefront::shop::Number("0.9".parse().unwrap()),
        )]
        .into();
    });
    assert_eq!(euros.await.catalogue.snapshot().rules.version, 0);
    shop.close().await;
}
