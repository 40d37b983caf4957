//! Published prices as they stand in the database: those that another release left there, and those
//! that come while somebody presses the button.

use domain::breaker::BALANCE;
use esim_storefront::db::products::stop_sales;

use super::operators::{command, command_with, printed};
use crate::support::{PLAN, PRICE, Shop, seen};

/// Published rules that no check of this release has seen.
async fn stored(shop: &Shop, rules: &str) {
    sqlx::query(
        "insert into price_versions (version, currency, rules, seed, drafted_from, published_at,
           published_by, prices_up, prices_down,
                plans_come, plans_leave)
         select coalesce(max(version), 0) + 1, 'USD', $1, '', 0, now(), 'operator:olga', 0, 0, 0, 0
         from price_versions",
    )
    .bind(rules)
    .execute(&shop.app.db)
    .await
    .unwrap();
    shop.run("update catalogue_state set version = version + 1")
        .await;
}

/// How `serve` ends where its address is taken; without that it would open the shop.
async fn start(shop: &Shop) -> String {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ended = command_with(shop, &["serve"], &[("LISTEN_ADDR", &address)]).await;
    assert!(!ended.status.success());
    String::from_utf8_lossy(&ended.stderr).into_owned()
}

#[tokio::test]
async fn stored_rules_in_which_this_release_finds_a_fault_keep_the_shop_closed_until_they_are_mended_by_command()
 {
    let shop = Shop::open().await;
    assert!(start(&shop).await.contains("cannot listen"), "all is well");
    stored(
        &shop,
        "[pricing]\nmarkup_percent = \"30\"\n\n[[pricing.rule]]\nregion = \
         \"atlantis\"\nmarkup_percent = \"50\"\n",
    )
    .await;
    let told = start(&shop).await;
    for part in [
        "version 1 of the published prices is at fault",
        "“atlantis”, which is not known",
        "prices export",
        "prices import",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let said = printed(&command(&shop, &["doctor"]).await);
    assert!(
        said.lines()
            .any(|line| line.contains("prices") && line.contains("atlantis")),
        "{said}"
    );
    let exported = printed(&command(&shop, &["prices", "export"]).await);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("prices.toml");
    std::fs::write(&file, exported.split("\n[[pricing.rule]]").next().unwrap()).unwrap();
    let done = command(
        &shop,
        &["prices", "import", file.to_str().unwrap(), "--yes"],
    )
    .await;
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(start(&shop).await.contains("cannot listen"));
    shop.close().await;
}

#[tokio::test]
async fn stored_rules_that_this_release_cannot_read_change_no_price_and_say_which_release_can() {
    let shop = Shop::open().await;
    stored(&shop, "[pricing]\nmarkup_percent = \"30\"\nsurge = \"2\"\n").await;
    let why = shop
        .app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap_err()
        .to_string();
    let told = start(&shop).await;
    for part in [
        "version 1 of the published prices cannot be read by this release",
        "surge",
        "start the release that published it",
    ] {
        assert!(
            told.contains(part) && why.contains(part),
            "{part}: {told} {why}"
        );
    }
    assert!(!told.contains("the database failed"), "{told}");
    assert_eq!(
        shop.app.catalogue.plan(PLAN).map(|plan| plan.price.minor),
        Some(PRICE),
        "the shelf of before stays"
    );
    // Sales that are stopped are stopped here, too.
    stop_sales(&shop.app.db, BALANCE, shop.app.clock.now())
        .await
        .unwrap();
    assert!(
        shop.app
            .catalogue
            .refresh(&shop.app.db, shop.app.clock.now())
            .await
            .is_err()
    );
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    let answer = shop.browser().post("/checkout", &form).await;
    assert_eq!(answer.status, 503, "{}", answer.words());
}

#[tokio::test]
async fn a_price_that_is_published_while_the_button_is_pressed_is_not_charged_unseen() {
    let shop = Shop::open().await;
    // The press has looked at the price, and waits where its network is counted.
    let mut held = shop.app.db.begin().await.unwrap();
    sqlx::query("lock table rate_limits in access exclusive mode")
        .execute(&mut *held)
        .await
        .unwrap();
    let mut sarah = shop.browser();
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
        ("price_minor", "1440"),
    ];
    let publish = async {
        let waits = "select exists (select from pg_locks where not granted
                     and relation = 'rate_limits'::regclass)";
        seen("that the press waits", async || {
            shop.one::<bool>(waits).await
        })
        .await;
        stored(&shop, "[pricing]\nmarkup_percent = \"30\"\n").await;
        shop.app
            .catalogue
            .refresh(&shop.app.db, shop.app.clock.now())
            .await
            .unwrap();
        held.rollback().await.unwrap();
    };
    let (answer, ()) = tokio::join!(sarah.post("/checkout", &form), publish);
    assert!(
        answer.status == 422 && answer.words().contains("has just changed"),
        "{}: {}",
        answer.status,
        answer.words()
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    assert!(answer.words().contains("15.60"), "{}", answer.words());
    shop.close().await;
}
