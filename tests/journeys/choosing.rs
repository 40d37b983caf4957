//! Choosing right: the day by which a plan must be started, trips that are too far away, what sells
//! best, suggestions, ticks.

use chrono::{Days, NaiveDate, TimeDelta};
use esim_storefront::l10n::Locale;

use crate::support::{PLAN, Shop};

fn in_days(shop: &Shop, days: u64) -> NaiveDate {
    shop.app.clock.now().date_naive() + Days::new(days)
}

fn written(day: NaiveDate) -> String {
    Locale::ENGLISH.date(day)
}

#[tokio::test]
async fn each_plan_says_until_when_it_can_be_started_and_says_another_day_tomorrow() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let last = written(in_days(&shop, 60));
    assert!(
        noor.get("/esim/japan")
            .await
            .text_of(".choose .sum")
            .unwrap()
            .contains(&last)
    );
    assert!(
        noor.get(&format!("/plans/{PLAN}"))
            .await
            .text_of(".ticket .facts")
            .unwrap()
            .contains(&last)
    );
    shop.pass(TimeDelta::days(1));
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let next = written(in_days(&shop, 60));
    assert_ne!(last, next);
    let page = noor.get(&format!("/plans/{PLAN}")).await;
    assert!(page.words().contains(&next) && !page.words().contains(&last));
    shop.close().await;
}

#[tokio::test]
async fn who_comes_from_a_trip_that_is_too_far_away_is_told_before_and_at_the_checkout_and_may_buy_all_the_same()
 {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let (first, from) = (in_days(&shop, 75), in_days(&shop, 15));
    let trip = noor
        .get(&format!(
            "/trip?q=Japan+5+days&from={first}&to={}",
            in_days(&shop, 80)
        ))
        .await;
    let path = trip
        .attributes(".way a", "href")
        .into_iter()
        .next()
        .unwrap();
    assert!(path.ends_with(&format!("?first_day={first}")), "{path}");
    let page = noor.get(&path).await;
    assert_eq!(page.status, 200);
    assert_eq!(
        page.attributes("#first-day", "value"),
        [first.to_string()],
        "nothing is asked twice"
    );
    let told = page.text_of("#first-day-error").unwrap();
    assert!(
        told.contains(&written(from)) && told.contains(&written(first)),
        "{told}"
    );
    let plan = path.split(['/', '?']).nth(2).unwrap();
    let day = first.to_string();
    let form = [
        ("product_id", plan),
        ("quantity", "1"),
        ("device_ok", "yes"),
        ("first_day", day.as_str()),
    ];
    let warned = noor.post("/checkout", &form).await;
    assert_eq!(warned.status, 422);
    assert_eq!(warned.text_of("#first-day-error").unwrap(), told);
    assert_eq!(
        warned.attributes("#first-day", "aria-describedby"),
        ["first-day-error"]
    );
    assert_eq!(warned.attributes("input[name=anyway]", "value"), ["yes"]);
    assert!(
        warned.headers.get("set-cookie").is_none(),
        "nothing was placed"
    );
    let all_the_same: Vec<_> = form.iter().copied().chain([("anyway", "yes")]).collect();
    assert_eq!(noor.post("/checkout", &all_the_same).await.status, 303);
    let near = noor
        .get(&format!("/plans/{plan}?first_day={}", in_days(&shop, 60)))
        .await;
    assert!(near.text_of("#first-day-error").is_none() && near.body.contains("noindex"));
    for odd in ["?first_day=soon", "?first_day=", "?utm_source=mail"] {
        let plain = noor.get(&format!("/plans/{plan}{odd}")).await;
        assert_eq!(
            (plain.status, plain.attributes("#first-day", "value")),
            (200, vec![String::new()]),
            "{odd}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn one_press_answers_for_the_phone_and_goes_to_pay() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let page = noor.get(&format!("/plans/{PLAN}")).await;
    assert_eq!(
        page.attributes("form[action='/checkout'] button", "name"),
        ["device_ok"]
    );
    assert_eq!(
        page.attributes("form[action='/checkout'] button", "value"),
        ["yes"]
    );
    assert!(page.text_of("#device").unwrap().contains("*#06#"));
    let options = page.attributes("#quantity option", "value");
    assert_eq!(options.len(), 9);
    assert!(
        page.text_of("#quantity").unwrap().contains("3 – $43.20"),
        "what is shown is what is charged"
    );
    shop.check_out(&mut noor, PLAN, 3).await;
    let kept: i64 = shop
        .one("select count(*) from orders where device_ok_at is not null")
        .await;
    assert_eq!(kept, 1, "the answer is kept with the order");
    shop.close().await;
}

#[tokio::test]
async fn where_the_owner_names_nothing_popular_the_home_page_shows_what_sold() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let first = |page: crate::support::browser::Answer| {
        page.attributes(".places a", "href")
            .into_iter()
            .next()
            .unwrap()
    };
    assert_eq!(first(noor.get("/").await), "/esim/japan");
    shop.buy(&mut noor, "esimfx_1G_7D_AT", 2).await;
    shop.settle().await;
    shop.pass(TimeDelta::days(1));
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(first(noor.get("/").await), "/esim/austria");
    // Long ago counts no more.
    shop.pass(TimeDelta::days(91));
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(first(noor.get("/").await), "/esim/japan");
    let named = Shop::open_with("[catalogue]\npopular = [\"europe\", \"AT\"]\n").await;
    assert_eq!(first(named.browser().get("/").await), "/esim/europe");
    named.close().await;
    shop.rest(TimeDelta::days(1)).await;
    shop.close().await;
}

#[tokio::test]
async fn places_are_suggested_in_the_language_of_the_page_and_what_can_be_bought_goes_first() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let mut first = async |path: &str| {
        let answer = noor.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        (
            answer.attributes("li", "data-href").into_iter().next(),
            answer.text_of("li b"),
        )
    };
    let japan = |path: &str, name: &str| (Some(path.to_owned()), Some(name.to_owned()));
    assert_eq!(
        first("/suggest?q=tok").await,
        japan("/esim/japan", "Japan"),
        "not Tokelau, for which there is no plan"
    );
    assert_eq!(first("/suggest?q=jpn").await, japan("/esim/japan", "Japan"));
    assert_eq!(
        first("/suggest?q=Jpaan").await,
        japan("/esim/japan", "Japan")
    );
    assert_eq!(
        first("/es/suggest?q=tokio").await,
        japan("/es/esim/japan", "Japón")
    );
    assert_eq!(
        first("/ja/suggest?q=%E6%97%A5%E6%9C%AC").await,
        japan("/ja/esim/japan", "日本")
    );
    for nothing in [
        "/suggest",
        "/suggest?q=",
        "/suggest?q=%20",
        "/suggest?q=xyzzyx",
        "/suggest?x",
    ] {
        assert_eq!(first(nothing).await.0, None, "{nothing}");
    }
    let markup = noor.get("/suggest?q=%3Cimg%20src=x%3E").await;
    assert!(!markup.body.contains("<img src=x"));
    shop.close().await;
}

#[tokio::test]
async fn a_country_is_compared_with_its_region_by_ticks() {
    let shop = Shop::open().await;
    let page = shop.browser().get("/esim/austria").await;
    let columns = page.attributes("#further thead a", "href");
    assert_eq!(columns, ["/esim/austria", "/esim/europe"]);
    let table = page.text_of("#further table").unwrap();
    for (country, tick) in [
        ("Austria ✓ Yes ✓ Yes", true),
        ("France – No ✓ Yes", true),
        ("Japan", false),
    ] {
        assert_eq!(table.contains(country), tick, "{country} in {table}");
    }
    assert!(
        shop.browser()
            .get("/esim/japan")
            .await
            .text_of("#further")
            .is_none(),
        "nothing else works in Japan here"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_stay_in_the_address_is_answered_with_the_cheapest_plan_that_is_enough() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let page = noor.get("/esim/japan?days=10&use=light&sort=price").await;
    assert_eq!(page.status, 200);
    let told = page.text_of(".answer").unwrap();
    assert!(
        told.contains("Maps and messages: about 3 GB in 10 days"),
        "{told}"
    );
    let taken = page.attributes(".take a", "href").remove(0);
    let chosen = shop
        .app
        .catalogue
        .plan(taken.trim_start_matches("/plans/"))
        .unwrap();
    let snapshot = shop.app.catalogue.snapshot();
    let enough = |plan: &&std::sync::Arc<esim_storefront::catalogue::Plan>| {
        let holds = match plan.product.data {
            domain::product::Data::Megabytes(held) => held >= 3070,
            domain::product::Data::Unlimited => plan
                .product
                .fair_use
                .megabytes_a_day
                .is_none_or(|full| full >= 307),
        };
        holds && plan.product.days >= 10
    };
    let least = snapshot
        .shelf("japan")
        .unwrap()
        .plans
        .iter()
        .filter(enough)
        .map(|plan| plan.price.minor)
        .min();
    assert_eq!(Some(chosen.price.minor), least);
    assert!(
        enough(&&chosen) && told.contains(&Locale::ENGLISH.money(chosen.price)),
        "{told}"
    );
    // Plain links to the other answers keep the order of the shelf; what was asked is marked.
    let links = page.attributes(".answer .picks a", "href");
    assert!(
        links.contains(&"/esim/japan?days=14&use=light&sort=price".to_owned()),
        "{links:?}"
    );
    assert!(
        links.contains(&"/esim/japan?days=10&use=heavy&sort=price".to_owned()),
        "{links:?}"
    );
    assert_eq!(
        page.attributes(".answer .picks [aria-current]", "href"),
        ["/esim/japan?days=10&use=light&sort=price"; 2]
    );
    // It is made for who asks, and kept out of search engines; what nobody asked stands on the page
    // that is kept.
    assert_eq!(page.headers["cache-control"], "public, max-age=60");
    assert!(page.body.contains("noindex") && page.headers.get("set-cookie").is_none());
    let plain = noor.get("/esim/japan").await;
    assert!(plain.text_of(".take").is_some() && !plain.body.contains("noindex"));
    for odd in ["?days=0", "?days=x&use=y", "?use="] {
        assert_eq!(
            noor.get(&format!("/esim/japan{odd}"))
                .await
                .text_of(".answer"),
            plain.text_of(".answer"),
            "{odd}"
        );
    }
    let sources = noor
        .get("/help/data")
        .await
        .attributes("main a[href^='https://']", "href");
    assert_eq!(sources.len(), 3, "the figures have their sources");
    shop.close().await;
}

#[tokio::test]
async fn most_chosen_is_what_most_orders_are_for_and_a_family_of_nine_is_one_order() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let chosen = async || {
        shop.app
            .catalogue
            .refresh(&shop.app.db, shop.app.clock.now())
            .await
            .unwrap();
        shop.browser()
            .get("/esim/japan")
            .await
            .body
            .matches("Most chosen")
            .count()
    };
    shop.buy(&mut noor, PLAN, 9).await;
    shop.settle().await;
    shop.pass(TimeDelta::days(1));
    assert_eq!(chosen().await, 0, "one order says nothing");
    for _ in 0..2 {
        shop.buy(&mut noor, PLAN, 1).await;
        shop.settle().await;
        shop.pass(TimeDelta::minutes(5));
    }
    shop.pass(TimeDelta::days(1));
    assert_eq!(chosen().await, 1);
    shop.rest(TimeDelta::days(1)).await;
    shop.close().await;
}
