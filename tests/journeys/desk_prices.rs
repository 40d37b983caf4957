//! Prices at the owner's desk: a change is published after every new price was seen, in three
//! clicks from Today and with the second factor; it rules everywhere at once, or nowhere.

use chrono::TimeDelta;
use esim_storefront::domain::desk::Role;
use esim_storefront::flows::desk;

use super::desk::{OLGA, STAFF, TOM, address, fresh_code, signed_in, with_desk};
use super::operators::{command, command_with, printed};
use crate::support::browser::Answer;
use crate::support::{Browser, PLAN, PRICE, Shop, seen};

/// What the test shop's own rules are in the form.
const OWN: [(&str, &str); 9] = [
    ("from", "0"),
    ("rules", "3"),
    ("markup_percent", "20"),
    ("minimum_margin", "1.00"),
    ("round_to", "0.10"),
    ("card_fee_percent", "0"),
    ("card_fee_fixed", "0"),
    ("most_loss", "2"),
    ("exchange_rates", ""),
];

/// Presses “Show every price that changes” on the form as it stands, with what is typed over it;
/// what came back.
async fn draft(browser: &mut Browser, typed: &[(&str, &str)]) -> Answer {
    let page = browser.get("/desk/prices").await;
    let inside = "main form[action='/desk/prices'] input";
    let names = page.attributes(inside, "name");
    let values = page.attributes(inside, "value");
    let kinds = page.attributes("main form[action='/desk/prices'] option[selected]", "value");
    let kinds: Vec<(String, String)> = kinds
        .into_iter()
        .enumerate()
        .map(|(at, kind)| (format!("rule_{at}_kind"), kind))
        .collect();
    let shown = names
        .into_iter()
        .zip(values)
        .chain(kinds)
        .filter(|(name, _)| !typed.iter().any(|(other, _)| other == name));
    let typed = typed
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let fields: Vec<(String, String)> = shown.chain(typed).collect();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post("/desk/prices", &fields).await
}

/// Presses “Publish” on the page that shows the draft.
async fn publish(browser: &mut Browser, review: &Answer, code: &str) -> Answer {
    let hidden = |name: &str| {
        review
            .attributes(
                &format!("form[action='/desk/prices/publish'] input[name='{name}']"),
                "value",
            )
            .pop()
    };
    let (from, shown) = (
        hidden("from").unwrap_or_default(),
        hidden("seen").unwrap_or_default(),
    );
    browser
        .post(
            "/desk/prices/publish",
            &[("from", &from), ("seen", &shown), ("code", code)],
        )
        .await
}

/// Publishes the rules that stand in the form, with this typed over them.
async fn published(
    shop: &Shop,
    browser: &mut Browser,
    invited: &desk::Invitation,
    typed: &[(&str, &str)],
) {
    let answer = draft(browser, typed).await;
    assert_eq!(
        answer.location.as_deref(),
        Some("/desk/prices/review"),
        "{}",
        answer.words()
    );
    let review = browser.get("/desk/prices/review").await;
    let answer = publish(browser, &review, &fresh_code(shop, &invited.secret)).await;
    assert_eq!(
        answer.location.as_deref(),
        Some("/desk/prices?done=published"),
        "{}",
        answer.words()
    );
}

fn price(shop: &Shop) -> i64 {
    shop.app
        .catalogue
        .plan(PLAN)
        .map_or(0, |plan| plan.price.minor)
}

async fn versions(shop: &Shop) -> i64 {
    shop.one("select count(*) from price_versions").await
}

#[tokio::test]
async fn a_price_change_is_published_after_its_diff_in_three_clicks_from_today() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let today = owner.get("/desk").await;
    // One: Prices, in the bar above. Two: the form is there, and its button shows every price that
    // changes.
    assert!(
        today
            .attributes("nav a", "href")
            .contains(&"/desk/prices".to_owned())
    );
    let answer = draft(
        &mut owner,
        &[
            ("markup_percent", "30"),
            ("rule_0_kind", "country"),
            ("rule_0_name", "at"),
            ("rule_0_markup_percent", "500"),
        ],
    )
    .await;
    assert_eq!(
        (answer.status, answer.location.as_deref()),
        (303, Some("/desk/prices/review")),
        "{}",
        answer.words()
    );
    let review = owner.get("/desk/prices/review").await;
    let words = review.words();
    for part in [
        PLAN,
        "14.40",
        "15.60",
        "esimfx_1G_7D_AT",
        "no effect any more",
        "keep their price",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(
        (price(&shop), versions(&shop).await),
        (PRICE, 0),
        "looking changes nothing"
    );
    // Three: the button below the code.
    let answer = publish(&mut owner, &review, &fresh_code(&shop, &olga.secret)).await;
    assert_eq!(
        (answer.status, answer.location.as_deref()),
        (303, Some("/desk/prices?done=published")),
        "{}",
        answer.words()
    );
    let page = owner.get("/desk/prices?done=published").await;
    assert!(
        page.words().contains("Version 1 rules.")
            && page.words().contains("Published: the new prices rule now"),
        "{}",
        page.words()
    );
    assert_eq!(page.attributes("#markup_percent", "value"), ["30"]);
    let told: String = shop.one(
        "select actor || ' ' || act || ' ' || detail from ops.audit where act = 'prices published'").await;
    assert!(
        told.starts_with(
            "operator:olga@layover.example prices published version 1, drafted from 0; prices: "
        ),
        "{told}"
    );
    let kept: String = shop
        .one("select published_by || ' ' || newest || ' ' || rules from ops.price_versions")
        .await;
    assert!(
        kept.starts_with("operator:olga@layover.example true [pricing]\nmarkup_percent = \"30\"\n")
            && kept.contains("country = \"AT\""),
        "{kept}"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from price_drafts").await,
        0
    );
    // Sent again, it publishes nothing again.
    let again = publish(&mut owner, &review, &fresh_code(&shop, &olga.secret)).await;
    assert_eq!((again.status, versions(&shop).await), (409, 1));
    shop.close().await;
}

#[tokio::test]
async fn what_is_published_is_shown_charged_and_booked_everywhere_at_once_and_open_pages_keep_their_price()
 {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let elsewhere = shop.beside(|_| {}).await;
    let url = shop.serve(elsewhere.clone()).await;
    let following = tokio::spawn(
        elsewhere
            .catalogue
            .clone()
            .follow(elsewhere.db.clone(), elsewhere.clock.clone()),
    );
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let early = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    let mut sarah = shop.browser();
    let before = sarah.get(&format!("/plans/{PLAN}")).await;
    assert!(before.words().contains("14.40"));
    published(
        &shop,
        &mut owner,
        &olga,
        &[("markup_percent", "30"), ("most_loss", "0.5")],
    )
    .await;
    seen("the new price in another replica", async || {
        elsewhere
            .catalogue
            .plan(PLAN)
            .is_some_and(|plan| plan.price.minor == 1560)
    })
    .await;
    for at in [shop.url.clone(), url] {
        for path in [format!("/plans/{PLAN}"), "/esim/japan".to_owned()] {
            let page = shop.browser().at(&at).get(&path).await;
            assert!(
                page.words().contains("15.60") && !page.words().contains("14.40"),
                "{at}{path}: {}",
                page.words()
            );
        }
    }
    // The page of before is not charged at a price that it did not show.
    let shown = before
        .attributes(
            "form[action='/checkout'] input[name='price_minor']",
            "value",
        )
        .pop()
        .unwrap();
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
        ("price_minor", shown.as_str()),
    ];
    let refused = sarah.post("/checkout", &form).await;
    assert!(
        refused.status == 422 && refused.words().contains("has just changed: it is"),
        "{}: {}",
        refused.status,
        refused.words()
    );
    let now = refused
        .attributes(
            "form[action='/checkout'] input[name='price_minor']",
            "value",
        )
        .pop()
        .unwrap();
    assert_eq!((shown.as_str(), now.as_str()), ("1440", "1560"));
    let late = shop.buy(&mut sarah, PLAN, 1).await;
    assert_eq!(
        shop.session(&late.session_id)["amount_total"],
        1560,
        "charged"
    );
    assert_eq!(shop.session(&early.session_id)["amount_total"], PRICE);
    shop.sandbox
        .stripe
        .pay(&early.session_id, "early@traveller.example")
        .unwrap();
    shop.settle().await;
    let booked: String = shop
        .one(
            "select string_agg(b.captured_minor || ' ' || l.price_minor, ', '
               order by b.captured_minor)
             from ops.books b join ops.orders o using (order_number)
             join lines l on l.order_id = o.order_id",
        )
        .await;
    assert_eq!(booked, "1440 1440, 1560 1560");
    assert_eq!(
        shop.one::<i64>("select count(*) from lines where state = 'delivered'")
            .await,
        2
    );
    following.abort();
    shop.close().await;
}

#[tokio::test]
async fn every_fault_stands_beside_its_field_and_nothing_is_published_or_lost() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let typed = [
        ("markup_percent", "twenty"),
        ("minimum_margin", "-1"),
        ("round_to", "50"),
        ("exchange_rates", "USD = 1"),
        ("rate_confirmed", "yesterday"),
        ("card_fee_percent", "100"),
        ("rule_0_kind", "country"),
        ("rule_0_name", "Japan"),
        ("rule_1_kind", "region"),
        ("rule_1_name", "asia"),
        ("rule_1_markup_percent", "900"),
    ];
    let answer = draft(&mut owner, &typed).await;
    assert_eq!(answer.status, 422);
    for (id, part) in [
        ("markup_percent", "is not a number"),
        ("minimum_margin", "is negative"),
        ("round_to", "more than 10 US dollars"),
        ("exchange_rates", "the shop's own currency"),
        ("rate_confirmed", "is not a date"),
        ("card_fee_percent", "not between 0 and 100"),
        ("rule_0_name", "“JAPAN”, which is not known"),
        ("rule_1_markup_percent", "is over 500 %"),
    ] {
        let told = answer.text_of(&format!("#{id}-error")).unwrap_or_default();
        assert!(told.contains(part), "{id}: {told}");
        assert_eq!(
            answer.attributes(&format!("#{id}"), "aria-describedby"),
            [format!("{id}-error")]
        );
    }
    assert_eq!(answer.count(".field.wrong"), 8, "and beside no other");
    let review = owner.get("/desk/prices/review").await;
    assert!(review.status == 422 && review.count("form[action='/desk/prices/publish']") == 0);
    let forced = owner
        .post(
            "/desk/prices/publish",
            &[
                ("from", "0"),
                ("seen", ""),
                ("code", &fresh_code(&shop, &olga.secret)),
            ],
        )
        .await;
    assert_eq!((forced.status, versions(&shop).await), (422, 0));
    let kept = owner.get("/desk/prices").await;
    assert_eq!(
        kept.attributes("#markup_percent, #rule_0_name", "value"),
        ["twenty", "Japan"],
        "what was typed stays"
    );
    assert!(kept.words().contains("This is your draft"));
    // What only the shelf can tell: rules for nothing, and plans that nobody could buy any more.
    let own = |more: &[(&'static str, &'static str)]| -> Vec<(&'static str, &'static str)> {
        let over = |name: &str| more.iter().any(|(other, _)| *other == name);
        OWN.into_iter()
            .filter(|(name, _)| !over(name))
            .chain(more.iter().copied())
            .collect()
    };
    for (more, id, part) in [
        (
            &[
                ("rule_0_kind", "product"),
                ("rule_0_name", "esimfx_1GB_7D_JP"),
                ("rule_0_markup_percent", "1"),
            ][..],
            "rule_0_name",
            "never listed",
        ),
        (
            &[("card_fee_percent", "90")],
            "minimum_margin",
            "off the shelf that are for sale now",
        ),
        (
            &[("round_to", ""), ("ending", "0.99")],
            "ending",
            "begins with a zero",
        ),
        (&[("most_loss", "")], "most_loss", "is empty"),
    ] {
        let answer = owner.post("/desk/prices", &own(more)).await;
        let told = answer.text_of(&format!("#{id}-error")).unwrap_or_default();
        assert!(
            answer.status == 422 && told.contains(part) && answer.count(".field.wrong") == 1,
            "{id}: {told} {}",
            answer.words()
        );
    }
    assert_eq!(owner.post("/desk/prices/discard", &[]).await.status, 303);
    assert_eq!(
        owner
            .get("/desk/prices")
            .await
            .attributes("#markup_percent", "value"),
        ["20"]
    );
    shop.close().await;
}

#[tokio::test]
async fn who_was_overtaken_publishes_nothing_keeps_the_draft_and_sees_both() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let tom = desk::invite(&shop.app, &address(TOM), Role::Owner, "root")
        .await
        .unwrap();
    let mut hers = signed_in(&shop, OLGA, &olga.secret).await;
    let mut his = signed_in(&shop, TOM, &tom.secret).await;
    assert_eq!(
        draft(&mut hers, &[("markup_percent", "30")]).await.status,
        303
    );
    let review = hers.get("/desk/prices/review").await;
    published(&shop, &mut his, &tom, &[("markup_percent", "25")]).await;
    let code = fresh_code(&shop, &olga.secret);
    let answer = publish(&mut hers, &review, &code).await;
    let words = answer.words();
    assert_eq!(
        (answer.status, versions(&shop).await, price(&shop)),
        (409, 1, 1500),
        "{words}"
    );
    assert!(
        words.contains("tom@layover.example published version 1")
            && words.contains("Your draft is kept"),
        "{words}"
    );
    assert!(
        words.contains("markup_percent = \"25\"") && words.contains("markup_percent = \"30\""),
        "both are shown: {words}"
    );
    assert!(
        words.contains("15.00") && words.contains("15.60"),
        "{words}"
    );
    // The code was not used up, and what is seen now can be published.
    let answer = publish(&mut hers, &answer, &code).await;
    assert_eq!(
        (answer.status, versions(&shop).await, price(&shop)),
        (303, 2, 1560),
        "{}",
        answer.words()
    );
    // A version that a page of long ago was drafted from is none, either; nor is a price that has
    // moved since it was looked at.
    assert_eq!(
        draft(&mut hers, &[("markup_percent", "35")]).await.status,
        303
    );
    let review = hers.get("/desk/prices/review").await;
    shop.sandbox.supplier.set_price_cents(PLAN, 1300);
    esim_storefront::flows::sync::run(&shop.app).await.unwrap();
    let answer = publish(&mut hers, &review, &fresh_code(&shop, &olga.secret)).await;
    assert!(
        answer.status == 422 && answer.words().contains("Look again"),
        "{}",
        answer.words()
    );
    assert_eq!(versions(&shop).await, 2);
    shop.close().await;
}

#[tokio::test]
async fn publishing_asks_for_a_code_that_counts_once_and_five_wrong_ones_are_told() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = shop.browser();
    let link = super::desk::asked(&shop, &mut owner, OLGA).await;
    let used = fresh_code(&shop, &olga.secret);
    assert_eq!(owner.post(&link, &[("code", &used)]).await.status, 303);
    assert_eq!(
        draft(&mut owner, &[("markup_percent", "30")]).await.status,
        303
    );
    let review = owner.get("/desk/prices/review").await;
    let words = publish(&mut owner, &review, &used).await;
    assert!(
        words.status == 422
            && words
                .text_of("#code-error")
                .is_some_and(|told| told.contains("used before")),
        "{}",
        words.words()
    );
    for wrong in ["", "000000", "ABCD-EFGH-IJKL-MNOP"] {
        assert_eq!(
            publish(&mut owner, &review, wrong).await.status,
            422,
            "{wrong}"
        );
    }
    let fifth = publish(&mut owner, &review, "111111").await;
    assert!(
        fifth.words().contains("No code is accepted before"),
        "{}",
        fifth.words()
    );
    assert_eq!(
        publish(&mut owner, &review, &fresh_code(&shop, &olga.secret))
            .await
            .status,
        422,
        "right, but too soon"
    );
    let told: String = shop.one(
        "select kind || ' ' || severity || ' ' || what from ops.alerts where resolved_at is null").await;
    assert!(
        told.starts_with("desk_guessed critical five wrong codes in a row")
            && !told.contains("olga"),
        "{told}"
    );
    assert_eq!((versions(&shop).await, price(&shop)), (0, PRICE));
    shop.pass(TimeDelta::minutes(16));
    let code = fresh_code(&shop, &olga.secret);
    let both = futures_util::future::join_all(
        [owner.clone(), owner.clone()]
            .iter_mut()
            .map(async |one| publish(one, &review, &code).await.status),
    )
    .await;
    assert_eq!(
        (
            both.iter().filter(|status| **status == 303).count(),
            versions(&shop).await
        ),
        (1, 1),
        "{both:?}"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from alerts where resolved_at is null")
            .await,
        0,
        "it ends with the next right code"
    );
    // A recovery code stands in for the phone, once.
    for (markup, status) in [("31", 303), ("32", 422)] {
        draft(&mut owner, &[("markup_percent", markup)]).await;
        let review = owner.get("/desk/prices/review").await;
        assert_eq!(
            publish(&mut owner, &review, &olga.recovery_codes[0])
                .await
                .status,
            status,
            "{markup}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn an_older_version_is_seen_and_published_again_and_none_is_ever_changed() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    published(&shop, &mut owner, &olga, &[("markup_percent", "30")]).await;
    published(
        &shop,
        &mut owner,
        &olga,
        &[
            ("markup_percent", "40"),
            ("rule_0_kind", "region"),
            ("rule_0_name", "europe"),
            ("rule_0_ending", ".99"),
        ],
    )
    .await;
    assert_eq!(price(&shop), 1680);
    let list = owner.get("/desk/prices").await;
    assert_eq!(list.count("table tbody tr"), 2);
    assert_eq!(
        list.attributes("#rule_0_name, #rule_0_ending", "value"),
        ["europe", ".99"]
    );
    let first = owner.get("/desk/prices/versions/1").await;
    assert!(
        first.words().contains("Published")
            && first.words().contains(OLGA)
            && first.words().contains("markup_percent = \"30\"")
    );
    assert_eq!(
        owner
            .post("/desk/prices/again", &[("version", "1")])
            .await
            .location
            .as_deref(),
        Some("/desk/prices/review")
    );
    let review = owner.get("/desk/prices/review").await;
    assert!(
        review.words().contains("16.80") && review.words().contains("15.60"),
        "{}",
        review.words()
    );
    assert_eq!(
        publish(&mut owner, &review, &fresh_code(&shop, &olga.secret))
            .await
            .status,
        303
    );
    assert_eq!(price(&shop), 1560);
    let same: bool = shop
        .one(
            "select count(distinct rules) = 2 and count(*) = 3 and max(drafted_from) = 2
             from price_versions",
        )
        .await;
    assert!(same);
    for path in [
        "/desk/prices/versions/4",
        "/desk/prices/versions/x",
        "/desk/prices/versions/-1",
    ] {
        assert_eq!(owner.get(path).await.status, 404, "{path}");
    }
    for change in [
        "update price_versions set rules = 'x'",
        "delete from price_versions",
    ] {
        let refused = sqlx::query(change)
            .execute(&shop.app.db)
            .await
            .unwrap_err()
            .to_string();
        assert!(
            refused.contains("what was published stays as it is"),
            "{refused}"
        );
    }
    // Rules that rule already change nothing.
    assert_eq!(
        owner
            .post("/desk/prices/again", &[("version", "3")])
            .await
            .status,
        303
    );
    let review = owner.get("/desk/prices/review").await;
    assert!(
        review.words().contains("these rules rule already")
            && review.count("form[action='/desk/prices/publish']") == 0
    );
    shop.close().await;
}

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
