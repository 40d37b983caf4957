//! The guides as a traveller needs them, in each language: what must be said is said, each phone's way is drawn, and nothing is a dead end.

use std::collections::BTreeSet;

use esim_storefront::l10n::{LANGUAGES, Locale};

use crate::support::Shop;

const GUIDES: [&str; 4] = ["/help/install-iphone", "/help/install-samsung", "/help/install-pixel", "/help/install-android"];

/// A sentence as it is read: without markup and with single spaces.
fn bare(markup: &str) -> String {
    let text: String = markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
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
            // Once only, stable Wi-Fi, unlocked; install and start; no switching over; roaming off at home.
            let switching = if path.ends_with("iphone") { "iphone-switching" } else { "android-switching" };
            for key in
                ["guide-once", "guide-home", "guide-phone", "guide-install", "guide-start", "guide-shield", "iphone-rename", switching]
            {
                assert!(said.contains(&bare(&t.say(key))), "{path} does not say {key}");
            }
            let drawn = guide.attributes("svg.phone[role=img]", "aria-label");
            assert!(
                drawn.len() >= if path.ends_with("android") { 1 } else { 2 } && drawn.iter().all(|label| label.len() > 10),
                "{path}: {drawn:?}"
            );
            let links: BTreeSet<String> = guide.attributes("main a", "href").into_iter().collect();
            for other in GUIDES.map(|other| t.path(other)).iter().filter(|other| **other != path) {
                assert!(links.contains(other), "{path} does not lead to {other}");
            }
            assert!(links.contains(&t.path("/help/troubleshooting")), "{path}");
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn each_answer_to_a_phones_message_has_an_address_of_its_own() {
    let shop = Shop::open().await;
    let mut traveller = shop.browser();
    let mut of_all: Option<Vec<String>> = None;
    for (at, language) in LANGUAGES.iter().enumerate() {
        let page = traveller.get(&Locale::new(language, at == 0).path("/help/troubleshooting")).await;
        // The id stands inside the answer: a browser that is sent there opens it.
        let answers = page.attributes("details > [id]", "id");
        assert_eq!(answers.len(), page.body.matches("<details").count(), "{answers:?}");
        assert_eq!(answers.iter().collect::<BTreeSet<_>>().len(), answers.len(), "{answers:?}");
        assert_eq!(of_all.get_or_insert_with(|| answers.clone()), &answers, "an address is the same in every language");
        for message in ["SIM Not Supported", "Not registered on network", "Could not activate cellular data network"] {
            assert!(page.body.contains(message), "{}: travellers search for “{message}” in English too", language.code);
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn the_list_of_phones_says_of_each_maker_what_does_not_and_lets_the_phone_decide() {
    let shop = Shop::open().await;
    let mut traveller = shop.browser();
    for (at, language) in LANGUAGES.iter().enumerate() {
        let page = traveller.get(&Locale::new(language, at == 0).path("/devices")).await;
        let makers = page.attributes(".makers tbody tr", "role").len();
        assert!(makers > 10 && page.attributes(".makers td[data-but]", "data-but").len() == makers, "{}", language.code);
        assert!(page.words().contains("*#06#") && page.words().contains("EID") && page.words().contains("iPhone XS"), "{}", language.code);
    }
    shop.close().await;
}
