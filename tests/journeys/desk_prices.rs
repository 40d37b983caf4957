//! Prices at the owner's desk: a change is published after every new price was seen, in three
//! clicks from Today and with the second factor; it rules everywhere at once, or nowhere.

use super::desk::{OLGA, fresh_code, signed_in, with_desk};
use crate::support::browser::Answer;
use crate::support::{Browser, PLAN, PRICE, Shop, seen};
use esim_storefront::flows::desk;

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
pub async fn draft(browser: &mut Browser, typed: &[(&str, &str)]) -> Answer {
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
pub async fn publish(browser: &mut Browser, review: &Answer, code: &str) -> Answer {
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
pub async fn published(
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

pub fn price(shop: &Shop) -> i64 {
    shop.app
        .catalogue
        .plan(PLAN)
        .map_or(0, |plan| plan.price.minor)
}

pub async fn versions(shop: &Shop) -> i64 {
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
