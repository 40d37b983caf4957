//! One living page per purchase: what it is about at each turn of the trip, at both its addresses,
//! and to whom it shows what.

use chrono::TimeDelta;

use crate::support::browser::Answer;
use crate::support::living::Sold;
use crate::support::{BUYER, Browser, PLAN, Shop, camera};

const GIGABYTE: u64 = 1 << 30;
const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

impl Sold {
    async fn esim_path(&self) -> String {
        format!("/my-esims/{}", self.shop.owned(&self.iccid).await.esim.id)
    }

    /// The order's page, a minute after whatever happened; its eSIM's address says the same.
    async fn look(&mut self) -> Answer {
        self.shop.pass(TimeDelta::seconds(61));
        let page = self.sarah.get(&self.bought.page.clone()).await;
        assert_eq!(page.status, 200, "{}", page.words());
        let twin = self.sarah.get(&self.esim_path().await).await;
        for part in ["h1", "title", "[data-phase]", "main"] {
            assert_eq!(page.text_of(part), twin.text_of(part), "{part}");
        }
        page
    }

    async fn stands(&mut self, phase: &str, headline: &str) -> Answer {
        let page = self.look().await;
        assert_eq!(
            page.attributes("[data-phase]", "data-phase"),
            [phase],
            "{}",
            page.words()
        );
        assert_eq!(page.text_of("[role=status] h1").as_deref(), Some(headline));
        assert_eq!(
            page.text_of("title"),
            Some(format!("{headline} · Layover")),
            "the tab says what the page says"
        );
        page
    }
}

fn hrefs(page: &Answer, part: &str) -> Vec<String> {
    page.attributes("main a", "href")
        .into_iter()
        .filter(|href| href.contains(part))
        .collect()
}

/// Where an element begins in the page.
fn place(page: &Answer, needle: &str) -> usize {
    page.body
        .find(needle)
        .unwrap_or_else(|| panic!("missing {needle}"))
}

#[tokio::test]
async fn the_page_follows_the_trip_from_installing_to_its_end() {
    let mut sold = Sold::one().await;
    let supplier = sold.shop.sandbox.supplier.clone();
    let iccid = sold.iccid.clone();

    let page = sold.stands("install", "Your eSIM is ready").await;
    assert!(
        place(&page, "class=\"qr\"") < place(&page, "can only be installed once"),
        "on a larger screen the code to scan stands first"
    );
    assert_eq!(
        page.text_of("details.story > summary").as_deref(),
        Some("Paid · Ready · Emailed 1 minute ago"),
        "what happened is one line"
    );
    assert_eq!(hrefs(&page, "/start-by.ics").len(), 1);
    assert_eq!(page.count("h2.part > span"), 2, "first this, then that");
    let other_ways = page.attributes("a[href^='#ways-']", "href").remove(0);
    assert_eq!(
        page.count(&format!("details{other_ways}")),
        1,
        "the link leads to what can be seen while it is folded"
    );

    supplier.install(&iccid);
    let page = sold.stands("waiting", "Ready for your trip").await;
    assert_eq!(page.count("h2.part > span"), 0, "no 02 above a 01");
    assert!(
        place(&page, "start-by.ics") < place(&page, "id=\"start\""),
        "the day to start by, then the switches"
    );
    assert_eq!(
        page.attributes("details[data-key=codes] .qr", "src").len(),
        1,
        "what was installed is folded away"
    );

    supplier.arrive(&iccid).unwrap();
    let page = sold.stands("landed", "Landed? Three switches").await;
    assert_eq!(
        page.attributes(".switches li", "class"),
        ["on", "on", "off"]
    );
    assert!(
        page.words()
            .contains("It connects within a minute or two, to"),
        "{}",
        page.words()
    );
    assert!(
        hrefs(&page, "start-by.ics").is_empty(),
        "its days have begun"
    );

    supplier.use_data(&iccid, 2 * GIGABYTE).unwrap();
    let page = sold.stands("in-use", "8 GB of 10 GB left").await;
    assert!(
        place(&page, "class=\"ring") < place(&page, "id=\"start\""),
        "what is left stands first"
    );
    assert!(
        page.words().contains("Updated just now"),
        "{}",
        page.words()
    );

    supplier.use_data(&iccid, 7 * GIGABYTE).unwrap();
    let page = sold.stands("low", "Running low: 1 GB left").await;
    assert_eq!(
        page.attributes(".living .button:not(.quiet)", "href"),
        [format!("{}/top-up", sold.esim_path().await)],
        "one way on"
    );

    supplier.use_data(&iccid, GIGABYTE).unwrap();
    let page = sold.stands("ended", "Your data is used up").await;
    assert_eq!(
        hrefs(&page, "/plans/"),
        [format!("/plans/{PLAN}")],
        "{}",
        page.words()
    );
    assert!(
        page.words().contains("Buy this plan again") && page.words().contains("Tell us in a line."),
        "{}",
        page.words()
    );
    assert_eq!(
        hrefs(&page, "mailto:")[0],
        format!(
            "mailto:help@layover.example?subject={}",
            sold.shop
                .one::<String>("select order_number from orders")
                .await
        )
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn the_forecast_tells_until_when_the_data_lasts() {
    let mut sold = Sold::one().await;
    let supplier = sold.shop.sandbox.supplier.clone();
    supplier.arrive(&sold.iccid).unwrap();
    sold.look().await;
    sold.shop.pass(TimeDelta::hours(24));
    supplier.use_data(&sold.iccid, 5 * GIGABYTE).unwrap();
    sold.stands("in-use", "At your pace: until tomorrow").await;
    sold.shop.pass(TimeDelta::hours(36));
    let then = sold.shop.app.clock.now() + TimeDelta::minutes(3628);
    let day = esim_storefront::l10n::Locale::ENGLISH
        .weekday(then.with_timezone(&chrono_tz::Asia::Tokyo).date_naive());
    let page = sold.look().await;
    assert_eq!(
        page.text_of("h1"),
        Some(format!("At your pace: until {day}")),
        "the days of the place"
    );
    sold.shop.rest_long().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn on_the_phone_the_one_tap_stands_before_everything_else() {
    let mut sold = Sold::one().await;
    sold.sarah.user_agent = SAFARI.to_owned();
    let page = sold.look().await;
    let tap = place(&page, "esimsetup.apple.com");
    assert_eq!(
        page.text_of("main .button").as_deref(),
        Some("Install on this iPhone"),
        "the first thing to press"
    );
    for later in [
        "class=\"qr\"",
        "can only be installed once",
        "data-copy=\"LPA",
    ] {
        assert!(tap < place(&page, later), "{later}");
    }
    assert_eq!(
        page.attributes("details[data-key=ways] .qr", "src").len(),
        1,
        "the other ways are folded away"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn times_are_told_without_seconds_by_the_clocks_of_the_place() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    let page = sold.look().await;
    let words = page.words();
    let seconds = words.split_whitespace().filter(|word| {
        word.matches(':').count() >= 2 && word.contains(|c: char| c.is_ascii_digit())
    });
    assert_eq!(seconds.count(), 0, "{words}");
    assert!(
        words.contains("UTC+9") && !words.contains("UTC.") && !words.contains("UTC "),
        "Tokyo's clocks: {words}"
    );
    let kinds = page.attributes("main time", "data-at");
    assert!(
        kinds.contains(&"ago".to_owned()) && kinds.contains(&"moment".to_owned()),
        "{kinds:?}"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn who_came_by_the_mails_key_sees_the_page_without_what_moves_money_back_and_strangers_nothing()
 {
    let mut sold = Sold::one().await;
    let mail = sold.shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("?key="))
        .unwrap();
    let mut phone = sold.shop.browser();
    phone.get(&link[link.find("/orders/").unwrap()..]).await;
    let (order, esim) = (sold.bought.page.clone(), sold.esim_path().await);
    let code = sold.shop.sandbox.supplier.esims()[0].esim_qr.clone();
    sold.shop.pass(TimeDelta::seconds(61));
    for path in [&order, &esim] {
        let owners = sold.sarah.get(path).await;
        assert!(
            !hrefs(&owners, "/hand-over").is_empty() && !hrefs(&owners, "/give-back").is_empty(),
            "{path}"
        );
        let theirs = phone.get(path).await;
        assert!(
            theirs.body.contains(&code) && !hrefs(&theirs, "/top-up").is_empty(),
            "{path}"
        );
        assert!(
            hrefs(&theirs, "/hand-over").is_empty() && hrefs(&theirs, "/give-back").is_empty(),
            "{path}"
        );
        assert!(
            theirs.attributes("main form", "action").is_empty(),
            "{path}"
        );
    }
    let calls = sold.shop.sandbox.supplier.calls("get_esim_status").len();
    sold.shop.pass(TimeDelta::seconds(61));
    let mut stranger = sold.shop.browser();
    assert_eq!(stranger.get(&esim).await.status, 404);
    let page = stranger.get(&order).await;
    assert!(
        page.attributes("[data-look]", "data-look").is_empty()
            && !page.body.contains(&code)
            && !page.body.contains(&esim)
    );
    assert_eq!(
        sold.shop.sandbox.supplier.calls("get_esim_status").len(),
        calls,
        "for a stranger nobody is asked"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn of_several_each_has_its_own_row_and_its_own_page() {
    let shop = Shop::open().await;
    let mut sarah: Browser = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 3).await;
    shop.settle().await;
    let order = sarah.get(&bought.page).await;
    assert_eq!(
        order.text_of("h1").as_deref(),
        Some("Your 3 eSIMs are ready")
    );
    let rows = order.attributes(".who > li > details", "name");
    assert_eq!(rows, ["esim", "esim", "esim"], "one stands open at a time");
    assert_eq!(
        order.attributes(".who > li > details[open]", "name").len(),
        0,
        "before it is said whose it is, none does"
    );
    let ids = order.attributes(".who > li > details", "data-key");
    let second = sarah.get(&format!("/my-esims/{}", ids[1])).await;
    assert_eq!(second.text_of("h1").as_deref(), Some("Your eSIM is ready"));
    assert_eq!(second.attributes("img.qr", "src").len(), 1);
    assert!(
        hrefs(&second, "/orders/").contains(&bought.page),
        "back to the others"
    );
    let json = sarah.get_json(&bought.page).await;
    for (at, copied) in [(0, false), (1, true), (2, false)] {
        assert_eq!(
            second
                .body
                .contains(json["lines"][at]["activation_code"].as_str().unwrap()),
            copied,
            "the code of line {at}"
        );
    }
    // While one is still to be installed, that is what the page is about; then no longer.
    let esims = shop.sandbox.supplier.esims();
    for (installed, (headline, numbers)) in [
        ("Your 3 eSIMs are ready", 2),
        ("Your 3 eSIMs are ready", 2),
        ("Your 3 eSIMs", 0),
    ]
    .into_iter()
    .enumerate()
    {
        shop.sandbox.supplier.install(&esims[installed].iccid);
        shop.pass(TimeDelta::seconds(61));
        let order = sarah.get(&bought.page).await;
        assert_eq!(
            (
                order.text_of("h1").as_deref(),
                order.count("h2.part > span")
            ),
            (Some(headline), numbers),
            "{installed}"
        );
        assert_eq!(order.count("#install"), usize::from(numbers > 0));
    }
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn what_a_partner_tells_is_on_the_page_at_the_next_look() {
    let mut sold = Sold::one().await;
    let order = sold.bought.page.clone();
    let page = sold.sarah.get(&order).await;
    let every: i64 = page.attributes("[data-look]", "data-look")[0]
        .parse()
        .unwrap();
    // At worst it was asked just now: then the page looks in vain until the minute is over, and
    // once more.
    assert!(60 + every + 2 <= 90, "every {every} s");
    sold.shop.pass(TimeDelta::seconds(61));
    sold.sarah.get(&order).await;
    sold.shop
        .sandbox
        .supplier
        .use_data(&sold.iccid, 3 * GIGABYTE)
        .unwrap();
    let mut waited = 0;
    while !sold.sarah.get(&order).await.words().contains("7 GB") {
        sold.shop.pass(TimeDelta::seconds(every));
        waited += every;
        assert!(waited <= 88, "not on the page after {waited} s");
    }
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn the_file_to_keep_has_all_that_installing_and_starting_needs_and_asks_nobody_for_anything()
{
    let mut sold = Sold::one().await;
    let keep = format!("{}/keep", sold.esim_path().await);
    let page = sold.look().await;
    assert_eq!(hrefs(&page, "/keep"), std::slice::from_ref(&keep));
    let file = sold.sarah.get(&keep).await;
    assert_eq!(
        (
            file.status,
            &file.headers["cache-control"],
            &file.headers["content-disposition"]
        ),
        (
            200,
            &"no-store".parse().unwrap(),
            &"attachment; filename=\"esim.html\"".parse().unwrap()
        )
    );
    let sold_esim = sold.shop.sandbox.supplier.esims().pop().unwrap();
    let parts: Vec<&str> = sold_esim.esim_qr.split('$').collect();
    let words = file.words();
    for part in [
        parts[1],
        parts[2],
        sold_esim.esim_qr.as_str(),
        sold_esim.iccid.as_str(),
        "can only be installed once",
        "SoftBank",
        "Turn on data roaming for it",
        "data.esim",
    ] {
        assert!(words.contains(part), "missing: {part}");
    }
    let picture = file.attributes("img", "src").remove(0);
    let bytes = base64::Engine::decode(
        &base64::prelude::BASE64_STANDARD,
        picture.strip_prefix("data:image/png;base64,").unwrap(),
    )
    .unwrap();
    assert_eq!(camera::read(&bytes), sold_esim.esim_qr);
    assert_eq!(file.attributes("img", "src").len(), 1);
    for asks in [
        "href=", "<script", "<link", "url(", "@import", "http:", "https:", "<form", BUYER,
        "$14.40", "E1000",
    ] {
        assert!(!file.body.contains(asks), "{asks}");
    }
    let arabic = sold.sarah.get(&format!("/ar{keep}")).await;
    assert_eq!(
        (
            arabic.attributes("html", "dir"),
            arabic.attributes("html", "lang")
        ),
        (vec!["rtl".to_owned()], vec!["ar".to_owned()])
    );
    assert_eq!(
        sold.shop.browser().get(&keep).await.status,
        404,
        "a stranger's"
    );
    sold.press_give_back(1440).await;
    sold.shop.rest_long().await;
    assert_eq!(sold.sarah.get(&keep).await.status, 404, "given back");
    sold.shop.close().await;
}
