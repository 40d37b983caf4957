//! The guides as a traveller needs them, in each language: what must be said is said, each phone's
//! way is drawn, and nothing is a dead end.

use std::collections::BTreeSet;

use esim_storefront::l10n::{LANGUAGES, Locale};

use crate::support::browser::Answer;
use crate::support::{PLAN, Shop};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1";

const GUIDES: [&str; 4] = [
    "/help/install-iphone",
    "/help/install-samsung",
    "/help/install-pixel",
    "/help/install-android",
];

/// A sentence as it is read: without markup and with single spaces.
fn bare(markup: &str) -> String {
    let text: String = markup
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect();
    let text = text.replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().concat()
}

#[tokio::test]
async fn every_guide_says_what_must_be_said_draws_it_and_leads_to_the_others() {
    let shop = Shop::open().await;
    let mut traveller = shop.browser();
    for (at, language) in LANGUAGES.iter().enumerate() {
        let t = Locale::new(language, at == 0);
        for path in GUIDES {
            let path = t.path(path);
            let guide = traveller.get(&path).await;
            let said = bare(&guide.text_of("main").unwrap());
            // Once only, stable Wi-Fi, unlocked; install and start; no switching over; roaming off
            // at home.
            let switching = if path.ends_with("iphone") {
                "iphone-switching"
            } else {
                "android-switching"
            };
            for key in [
                "guide-once",
                "guide-home",
                "guide-phone",
                "guide-install",
                "guide-start",
                "guide-shield",
                "iphone-rename",
                switching,
            ] {
                assert!(
                    said.contains(&bare(&t.say(key))),
                    "{path} does not say {key}"
                );
            }
            let drawn = guide.attributes("svg.phone[role=img]", "aria-label");
            assert!(
                drawn.len() >= if path.ends_with("android") { 1 } else { 2 }
                    && drawn.iter().all(|label| label.len() > 10),
                "{path}: {drawn:?}"
            );
            let links: BTreeSet<String> = guide.attributes("main a", "href").into_iter().collect();
            for other in GUIDES
                .map(|other| t.path(other))
                .iter()
                .filter(|other| **other != path)
            {
                assert!(links.contains(other), "{path} does not lead to {other}");
            }
            assert!(links.contains(&t.path("/help/troubleshooting")), "{path}");
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn who_is_abroad_already_is_led_through_the_airports_wi_fi_by_guides_help_and_order() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let (order, family) = (
        shop.buy(&mut sarah, PLAN, 1).await.page,
        shop.buy(&mut sarah, PLAN, 2).await.page,
    );
    shop.settle().await;
    let esim: String = shop
        .one("select e.id::text from esims e join lines l on l.id = e.line_id where l.position = 2")
        .await;
    let made = sarah
        .post(&format!("/my-esims/{esim}/hand-over"), &[("do", "link")])
        .await;
    let link = made.attributes("[data-copy]", "data-copy").remove(0);
    let handed = link[link.find("/for/").unwrap()..].to_owned();
    let steps = [
        "abroad-title",
        "abroad-lead",
        "abroad-join",
        "abroad-start",
        "abroad-blocked",
        "abroad-roaming",
    ];
    let pages = GUIDES
        .iter()
        .chain(&["/help", "/help/troubleshooting"])
        .map(|path| (*path, "abroad-install-guide"));
    let own =
        [order.as_str(), family.as_str(), handed.as_str()].map(|path| (path, "abroad-install"));
    for (at, language) in LANGUAGES.iter().enumerate() {
        let t = Locale::new(language, at == 0);
        for (path, install) in pages.clone().chain(own) {
            let page = sarah.get(&t.path(path)).await;
            let said = bare(&page.text_of("main").unwrap());
            for key in steps.iter().chain([&install]) {
                assert!(
                    said.contains(&bare(&t.say(key))),
                    "{} {path} does not say {key}",
                    language.code
                );
            }
        }
    }
    // As iOS 26 asks, and only who has an iPhone.
    let asks = |page: &Answer| {
        page.words()
            .contains("On iOS 26 or later, the iPhone may ask")
    };
    assert!(!asks(&sarah.get(&order).await));
    sarah.user_agent = IPHONE.to_owned();
    assert!(asks(&sarah.get(&order).await) && asks(&sarah.get("/help/install-iphone").await));
    assert!(!asks(&sarah.get("/help/install-samsung").await));
    shop.close().await;
}

#[tokio::test]
async fn who_checks_a_phone_asks_for_its_model_sees_what_is_dialled_and_finds_back_to_the_plan() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let plan = format!("/de/plans/{PLAN}");
    let ask = noor
        .get(&plan)
        .await
        .attributes("#device a[href*=devices]", "href")
        .remove(0);
    let page = noor.get(&ask).await;
    assert_eq!(
        page.attributes("main a.more", "href"),
        [plan],
        "{}",
        page.words()
    );
    assert!(
        page.body.contains("noindex")
            && page.attributes("main svg[role=img]", "aria-label")[0].contains("*#06#")
    );
    assert_eq!(page.attributes("main form", "action"), ["/de/search"]);
    assert_eq!(
        page.attributes("main form input[type=search]", "placeholder"),
        ["Modell deines Handys"],
        "what the field is for is seen, too"
    );
    assert!(
        noor.get("/de/search?q=Pixel+6a")
            .await
            .text_of("main article h2")
            .unwrap()
            .contains("Pixel 6a"),
        "its field is the one box"
    );
    for plain in ["/devices", "/devices?plan=nothing", "/devices?plan="] {
        let page = noor.get(plain).await;
        assert_eq!(
            (page.status, page.count("main a.more")),
            (200, 0),
            "{plain}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn who_removed_the_esim_hears_what_is_so_and_may_buy_again() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.sandbox
        .supplier
        .install(&shop.sandbox.supplier.esims()[0].iccid);
    shop.pass(chrono::TimeDelta::seconds(61));
    let page = sarah.get(&bought.page).await;
    let told = page.text_of("[data-key=removed]").unwrap();
    assert!(
        told.contains("A removed eSIM cannot be installed again.")
            && told.contains("choose a new plan"),
        "{told}"
    );
    assert!(
        page.attributes("[data-key=removed] a", "href")
            .contains(&format!("/plans/{PLAN}"))
    );
    assert!(
        sarah
            .get("/help/troubleshooting")
            .await
            .attributes("#removed a", "href")
            .contains(&"/destinations".to_owned())
    );
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn each_answer_to_a_phones_message_has_an_address_of_its_own() {
    let shop = Shop::open().await;
    let mut traveller = shop.browser();
    let mut of_all: Option<Vec<String>> = None;
    for (at, language) in LANGUAGES.iter().enumerate() {
        let page = traveller
            .get(&Locale::new(language, at == 0).path("/help/troubleshooting"))
            .await;
        // The id stands inside the answer: a browser that is sent there opens it.
        let answers = page.attributes("details > [id]", "id");
        assert_eq!(
            answers.len(),
            page.body.matches("<details").count(),
            "{answers:?}"
        );
        assert_eq!(
            answers.iter().collect::<BTreeSet<_>>().len(),
            answers.len(),
            "{answers:?}"
        );
        assert_eq!(
            of_all.get_or_insert_with(|| answers.clone()),
            &answers,
            "an address is the same in every language"
        );
        for message in [
            "SIM Not Supported",
            "Not registered on network",
            "Could not activate cellular data network",
        ] {
            assert!(
                page.body.contains(message),
                "{}: travellers search for “{message}” in English too",
                language.code
            );
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn the_list_of_phones_says_of_each_maker_what_does_not_and_lets_the_phone_decide() {
    let shop = Shop::open().await;
    let mut traveller = shop.browser();
    for (at, language) in LANGUAGES.iter().enumerate() {
        let page = traveller
            .get(&Locale::new(language, at == 0).path("/devices"))
            .await;
        let makers = page.attributes(".makers tbody tr", "role").len();
        assert!(
            makers > 10 && page.attributes(".makers td[data-but]", "data-but").len() == makers,
            "{}",
            language.code
        );
        assert!(
            page.words().contains("*#06#")
                && page.words().contains("EID")
                && page.words().contains("iPhone XS"),
            "{}",
            language.code
        );
    }
    shop.close().await;
}
