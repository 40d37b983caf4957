//! The one box: what is typed is answered in place, the first link of the page being the answer; an
//! order is shown to whom it belongs to.

use crate::support::browser::Answer;
use crate::support::{BUYER, PLAN, Shop};

/// The first link in `<main>` that is an answer.
fn first(page: &Answer) -> Option<String> {
    let answers = ["/esim/", "/plans/", "/trip", "/devices", "/orders/"];
    let links = page.attributes("main a", "href");
    links
        .into_iter()
        .find(|href| answers.iter().any(|start| href.starts_with(start)))
}

fn asked(text: &str) -> String {
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("q", text)
        .finish();
    format!("/search?{query}")
}

#[tokio::test]
async fn what_is_typed_is_answered_by_the_first_link() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let table = [
        ("japan", "/esim/japan"),
        ("10gb japan", "/plans/esimfx_10G_"),
        ("unlimited japan 5 days", "/plans/esimfx_"),
        ("thailand", "/esim/thailand"),
        ("japan 10 days", "/esim/japan?days=10&use=everyday"),
        ("1gb a day japan", "/plans/esimfx_10G_7D_"),
        ("unlimited japan", "/plans/esimfx_"),
        ("japan 4 people", "/esim/japan"),
        ("usa", "/esim/united-states"),
        ("ny", "/esim/united-states"),
        ("🇯🇵", "/esim/japan"),
        ("Япония", "/esim/japan"),
        ("+81", "/esim/japan"),
        ("한국", "/esim/south-korea"),
        ("uk and ireland 3–17 may, 4 people", "/trip?q=uk"),
        ("benelux", "/trip?q=benelux"),
        ("does pixel 6a work", "/devices"),
        ("iphone 13 japan works?", "/devices"),
        ("tibet", "/esim/china"),
        ("north cyprus", "/esim/cyprus"),
    ];
    for (text, answer) in table {
        let page = noor.get(&asked(text)).await;
        assert_eq!(page.status, 200, "{text}");
        let found = first(&page).unwrap_or_default();
        assert!(found.starts_with(answer), "{text}: {found}");
        assert!(
            page.headers["cache-control"]
                .to_str()
                .unwrap()
                .starts_with("public"),
            "{text}"
        );
        assert!(!page.words().contains("often confused"), "{text}");
    }
    let daily = noor.get(&asked("1gb a day japan")).await;
    assert!(
        daily.words().contains("7 days · 1 GB a day"),
        "{}",
        daily.words()
    );
    for text in ["unlimited japan", "10gb japan"] {
        let page = noor.get(&asked(text)).await;
        assert!(
            !page.text_of("main article .muted").unwrap().contains("day"),
            "{text}: {}",
            page.words()
        );
    }
    let crimea = noor.get(&asked("crimea")).await;
    assert!(
        crimea
            .words()
            .contains("Crimea: we know of no plan of ours"),
        "{}",
        crimea.words()
    );
    assert_eq!(first(&crimea), None);
    shop.close().await;
}

#[tokio::test]
async fn a_trip_for_four_is_priced_for_four_and_its_plan_is_chosen_four_times() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let page = noor
        .get(&asked("uk and ireland 10 days 4gb 4 people"))
        .await;
    let words = page.words();
    for part in [
        "Your trip: United Kingdom and Ireland",
        "10 days · 4 GB · 4 people",
        "For 4 people: $",
        "One eSIM for all",
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    let plan = page
        .attributes("main .way a", "href")
        .into_iter()
        .next()
        .unwrap();
    assert!(plan.ends_with("?quantity=4"), "{plan}");
    assert_eq!(
        noor.get(&plan)
            .await
            .attributes("select[name=quantity] option[selected]", "value"),
        ["4"]
    );
    let japan = noor
        .get(&asked("japan 10gb 2 people from 3 may for 10 days"))
        .await;
    let plan = japan
        .attributes("main .way a", "href")
        .into_iter()
        .next()
        .unwrap();
    assert!(
        plan.contains("first_day=2") && plan.ends_with("quantity=2"),
        "{plan}"
    );
    let lacking = noor.get(&asked("japan 900gb 90 days")).await;
    assert!(
        lacking.words().contains("No plan covers all of that"),
        "{}",
        lacking.words()
    );
    shop.close().await;
}

#[tokio::test]
async fn more_than_nine_travellers_are_told_that_one_order_is_not_enough() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    for text in [
        "japan 10gb 12 people",
        "uk and ireland 10 days 4gb 12 people",
    ] {
        let page = noor.get(&asked(text)).await;
        assert!(
            page.words()
                .contains("One order holds up to 9 eSIMs of a plan"),
            "{text}: {}",
            page.words()
        );
        let plan = page
            .attributes("main .way a", "href")
            .into_iter()
            .next()
            .unwrap();
        assert!(plan.ends_with("?quantity=9"), "{plan}");
    }
    let nine = noor.get(&asked("japan 10gb 9 people")).await;
    assert!(
        !nine.words().contains("One order holds"),
        "{}",
        nine.words()
    );
    shop.close().await;
}

#[tokio::test]
async fn an_amount_in_the_text_is_said_on_the_page_of_the_trip_and_not_asked_again() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let told = noor
        .get("/trip?q=uk+and+ireland+10+days+4gb+2+people&need=video")
        .await;
    assert!(told.words().contains("4 GB · 2 people"), "{}", told.words());
    assert_eq!(
        told.attributes("main form [name=need]", "value"),
        Vec::<String>::new()
    );
    let asks = noor.get("/trip?q=uk+and+ireland+10+days&need=video").await;
    assert_eq!(
        asks.attributes("main form [name=need][checked]", "value"),
        ["video"]
    );
    shop.close().await;
}

#[tokio::test]
async fn an_order_is_shown_to_whom_it_belongs_to_and_to_nobody_else() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let number: String = shop.one("select order_number from orders").await;
    let mine = sarah
        .get(&asked(&format!("order {}", number.to_lowercase())))
        .await;
    assert_eq!(first(&mine), Some(bought.page.clone()));
    let kept = |page: &Answer| page.headers["cache-control"].to_str().unwrap().to_owned();
    assert_eq!(kept(&mine), "private, no-store");
    let mut eve = shop.browser();
    let theirs = eve.get(&asked(&number)).await;
    let nobodys = eve.get(&asked("E99999")).await;
    assert_eq!((first(&theirs), first(&nobodys)), (None, None));
    assert_eq!(
        theirs.words().replace(&number, "N"),
        nobodys.words().replace("E99999", "N")
    );
    assert_eq!(
        (kept(&theirs), kept(&nobodys)),
        (
            "private, no-store".to_owned(),
            "private, no-store".to_owned()
        )
    );
    assert!(!theirs.body.contains(BUYER) && theirs.headers.get("set-cookie").is_none());
    shop.close().await;
}

#[tokio::test]
async fn the_owners_word_on_a_place_goes_before_the_shops() {
    let toml = "[[places.note]]\nnames = [\"Crimea\"]\ntext = \"Ask us first.\"\n\
        [[places.note]]\nnames = [\"Sark\"]\ntext = \"One mast, and it is Guernsey’s.\"\nplace = \
        \"GG\"\n";
    let shop = Shop::open_with(toml).await;
    let mut noor = shop.browser();
    let crimea = noor.get(&asked("esim crimea 10 days")).await;
    assert!(
        crimea.words().contains("Ask us first.") && !crimea.words().contains("no plan of ours"),
        "{}",
        crimea.words()
    );
    let sark = noor.get(&asked("Sark")).await;
    assert!(sark.words().contains("One mast"), "{}", sark.words());
    assert_eq!(first(&sark), Some("/esim/guernsey".to_owned()));
    shop.close().await;
}

#[tokio::test]
async fn the_field_for_trips_reads_as_the_box_does() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let trip = noor.get("/trip?q=benelux+10+days+4gb+2+people").await;
    assert!(
        trip.words().contains("For 2 people: $") && trip.words().contains("Luxembourg"),
        "{}",
        trip.words()
    );
    let phone = noor.get("/trip?q=does+pixel+6a+work").await;
    assert_eq!(
        (phone.status, phone.headers["location"].to_str().unwrap()),
        (303, "/search?q=does+pixel+6a+work")
    );
    shop.close().await;
}

/// Each way to serve a trip: whether it is called the cheapest, and what it costs in cents.
fn ways(page: &str) -> Vec<(bool, u32)> {
    let cents = |card: &str| {
        card.split("price-big\">$")
            .nth(1)?
            .split('<')
            .next()?
            .replace('.', "")
            .parse()
            .ok()
    };
    page.split("<article")
        .skip(1)
        .filter_map(|card| Some((card.contains(">Cheapest<"), cents(card)?)))
        .collect()
}

#[tokio::test]
async fn the_way_that_is_called_the_cheapest_is_so_though_a_top_up_later_costs_less() {
    let shop = Shop::open().await;
    for text in [
        "uk and ireland, 5 weeks, 8GB",
        "uk and ireland, 5 days, 1GB",
    ] {
        for page in ["/search?q=", "/trip?q="] {
            let ways = ways(
                &shop
                    .browser()
                    .get(&format!("{page}{}", text.replace(' ', "+")))
                    .await
                    .body,
            );
            let least = ways.iter().map(|(_, price)| *price).min();
            let called: Vec<u32> = ways
                .iter()
                .filter(|(cheapest, _)| *cheapest)
                .map(|(_, price)| *price)
                .collect();
            assert!(
                !called.is_empty() && called.iter().all(|price| Some(*price) == least),
                "{page}{text}: {ways:?}"
            );
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn a_long_trip_is_advised_one_esim_and_a_top_up_that_the_supplier_offers() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let page = noor.get(&asked("uk and ireland, 5 weeks, 8GB")).await;
    let words = page.words();
    let four = noor
        .get(&asked("uk and ireland, 5 weeks, 8GB, 4 people"))
        .await;
    let words_of_four = four.words();
    let later = words_of_four
        .split_once("One eSIM now, a top-up later")
        .map(|(_, later)| later)
        .unwrap_or_default();
    assert!(later.contains("For 4 people: $"), "{words_of_four}");
    for part in [
        "One eSIM now, a top-up later",
        "of the trip, add a top-up – offered today:",
        "The top-up is not part of this order",
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    let calls = shop.sandbox.supplier.calls("get_available_topups").len();
    assert!((1..=2).contains(&calls), "{calls}");
    noor.get(&asked("uk and ireland, 5 weeks, 8GB")).await;
    assert_eq!(
        shop.sandbox.supplier.calls("get_available_topups").len(),
        calls,
        "an answer serves for a minute"
    );
    let short = noor.get(&asked("uk and ireland, 5 days, 1GB")).await;
    assert!(
        !short.words().contains("a top-up later"),
        "{}",
        short.words()
    );
    shop.close().await;
}
