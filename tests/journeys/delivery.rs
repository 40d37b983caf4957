//! What a traveller holds after paying: the page with its codes, for nobody else; the page that
//! moves by itself; the mail.

use crate::support::browser::Answer;
use crate::support::{BUYER, Bought, Browser, PLAN, Shop, camera};
use chrono::TimeDelta;
use sandbox::faults::{Fault, Rule};
use serde_json::Value;

const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const INSTAGRAM: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) \
                         AppleWebKit/605.1.15 Mobile/15E148 Instagram 350.0";
const PIXEL: &str =
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";

/// A shop with a delivered order, and the browser that bought.
pub async fn delivered(quantity: u32) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    (shop, sarah, bought)
}

fn assert_private(answer: &Answer) {
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex"),
    ] {
        assert_eq!(
            answer.headers.get(name).map(|v| v.to_str().unwrap()),
            Some(value),
            "{name}"
        );
    }
}

/// Every spelling of what only the owner may know.
fn secrets(shop: &Shop) -> Vec<String> {
    let mut all = Vec::new();
    for esim in shop.sandbox.supplier.esims() {
        let parts: Vec<&str> = esim.esim_qr.split('$').collect();
        all.extend([
            esim.esim_qr.clone(),
            parts[1].to_owned(),
            parts[2].to_owned(),
            esim.iccid,
        ]);
    }
    all
}

#[tokio::test]
async fn each_qr_code_reads_back_as_exactly_the_code_that_was_sold() {
    let (shop, mut sarah, bought) = delivered(2).await;
    let order = sarah.get_json(&bought.page).await;
    let pictures = sarah.get(&bought.page).await.attributes("img.qr", "src");
    assert_eq!(pictures.len(), 2);
    for (line, picture) in pictures.iter().enumerate() {
        let shown = sarah.get(picture).await;
        assert_eq!(
            (
                shown.status,
                shown.headers["content-type"].to_str().unwrap()
            ),
            (200, "image/png")
        );
        assert_private(&shown);
        let code = camera::read(&shown.bytes);
        assert_eq!(order["lines"][line]["activation_code"], code);
        assert!(
            shop.sandbox
                .supplier
                .esims()
                .iter()
                .any(|e| e.esim_qr == code),
            "not what the supplier issued"
        );
    }
    assert_ne!(
        order["lines"][0]["activation_code"],
        order["lines"][1]["activation_code"]
    );
    shop.close().await;
}

#[tokio::test]
async fn the_page_holds_all_that_is_needed_to_install_and_to_start() {
    let (shop, mut sarah, bought) = delivered(1).await;
    let page = sarah.get(&bought.page).await;
    assert_private(&page);
    assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    let sold = shop.sandbox.supplier.esims().pop().unwrap();
    let parts: Vec<&str> = sold.esim_qr.split('$').collect();
    let copied = page.attributes("[data-copy]", "data-copy");
    for value in [
        parts[1],
        parts[2],
        sold.esim_qr.as_str(),
        sold.iccid.as_str(),
    ] {
        assert!(
            copied.iter().any(|c| c == value),
            "no copy button for one of the codes"
        );
    }
    let words = page.words();
    for warning in [
        "This eSIM can only be installed once. Do not remove it from your phone.",
        "stable Wi-Fi",
        "Rename its label, e.g. to “eSIM”",
        "Keep “Primary” for calls and messages",
        "Turn off “Allow Cellular Data Switching”",
        "Leave data roaming off on your home line",
    ] {
        assert!(words.contains(warning), "missing: {warning}");
    }
    let steps = [
        "Turn on the eSIM.",
        "Turn on data roaming for it.",
        "Make it the line for cellular data.",
        "Set the APN if the plan needs it.",
    ];
    let places: Vec<usize> = steps
        .iter()
        .map(|s| words.find(s).unwrap_or_else(|| panic!("missing: {s}")))
        .collect();
    assert!(places.is_sorted(), "the four steps are out of order");
    assert!(words.contains("data.esim"));
    for done in ["Paid", "Ordered", "Ready", "Emailed"] {
        assert!(
            page.text_of("ol.clock").unwrap().contains(done),
            "the clock does not say {done}"
        );
    }
    assert!(page.attributes("img.qr", "alt")[0].contains("QR code"));
    let width: u32 = page.attributes("img.qr", "width")[0].parse().unwrap();
    assert!(width >= 240);
    assert!(
        page.attributes("img", "src")
            .iter()
            .all(|src| src.starts_with('/')),
        "a picture comes from elsewhere"
    );
    shop.close().await;
}

#[tokio::test]
async fn the_one_tap_link_is_the_one_that_works_on_this_device() {
    let (shop, mut sarah, bought) = delivered(1).await;
    let code = shop.sandbox.supplier.esims().pop().unwrap().esim_qr;
    let apple = format!("https://esimsetup.apple.com/esim_qrcode_provisioning?carddata={code}");
    let android = format!("https://esimsetup.android.com/esim_qrcode_provisioning?carddata={code}");
    let desktop = sarah.user_agent.clone();
    let cases = [
        (SAFARI, Some(apple)),
        (INSTAGRAM, None),
        (PIXEL, Some(android)),
        (desktop.as_str(), None),
    ];
    for (agent, link) in cases {
        agent.clone_into(&mut sarah.user_agent);
        let page = sarah.get(&bought.page).await;
        let links: Vec<String> = page
            .attributes("a", "href")
            .into_iter()
            .filter(|href| href.contains("esimsetup."))
            .collect();
        assert_eq!(links, link.into_iter().collect::<Vec<_>>(), "{agent}");
        assert_eq!(
            page.attributes("img.qr", "src").len(),
            1,
            "the QR code stands below on every device"
        );
    }
    sarah.user_agent = INSTAGRAM.to_owned();
    assert!(
        sarah
            .get(&bought.page)
            .await
            .words()
            .contains("Open this page in Safari")
    );
    sarah.user_agent = desktop;
    assert!(
        sarah
            .get(&bought.page)
            .await
            .words()
            .contains("Scan the QR code with the camera of the phone you’ll travel with")
    );
    shop.close().await;
}

#[tokio::test]
async fn a_stranger_with_the_link_sees_the_story_and_no_code() {
    let (shop, mut sarah, bought) = delivered(1).await;
    let picture = sarah
        .get(&bought.page)
        .await
        .attributes("img.qr", "src")
        .remove(0);
    let mut stranger = shop.browser();
    let page = stranger.get(&bought.page).await;
    assert_eq!(page.status, 200);
    assert_private(&page);
    assert!(
        page.words().contains("Sign in to see the codes"),
        "{}",
        page.words()
    );
    let json = stranger.get_json(&bought.page).await;
    assert_eq!(json["delivery_state"], "delivered");
    for field in ["iccid", "activation_code", "smdp_address", "matching_id"] {
        assert_eq!(json["lines"][0].get(field), Some(&Value::Null), "{field}");
    }
    let drawn = stranger.get(&picture).await;
    assert_eq!(drawn.status, 404);
    assert_private(&drawn);
    for secret in secrets(&shop) {
        assert!(
            !page.body.contains(&secret)
                && !json.to_string().contains(&secret)
                && !drawn.body.contains(&secret)
        );
    }
    assert!(
        !page.body.contains(BUYER),
        "the buyer's address is nobody's business"
    );
    stranger.cookies.insert("buyer".to_owned(), "A".repeat(43));
    assert_eq!(
        stranger.get(&picture).await.status,
        404,
        "a made-up cookie opened the QR code"
    );
    assert_eq!(stranger.get("/orders/not-a-token").await.status, 404);
    shop.close().await;
}

#[tokio::test]
async fn an_open_page_hears_each_change_until_rest_and_never_a_code() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    let request = sarah.request(reqwest::Method::GET, &format!("{}/events", bought.page));
    let mut stream = request.send().await.unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    assert_eq!(stream.headers()["cache-control"], "no-store");
    let first = String::from_utf8(stream.chunk().await.unwrap().unwrap().to_vec()).unwrap();
    assert!(first.contains("awaiting_payment"), "{first}");
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    // The stream ends by itself: the order is at rest.
    let rest = stream.text().await.unwrap();
    let states: Vec<Value> = rest
        .lines()
        .filter_map(|l| l.strip_prefix("data: "))
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let last = states.last().unwrap();
    assert_eq!(
        (&last["delivery_state"], &last["mailed"], &last["at_rest"]),
        (&"delivered".into(), &true.into(), &true.into())
    );
    for secret in secrets(&shop) {
        assert!(!rest.contains(&secret), "the stream told a code");
    }
    shop.close().await;
}

#[tokio::test]
async fn a_page_that_waits_shows_its_clock_and_what_happens_when_it_ends() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let unpaid = shop.check_out(&mut sarah, PLAN, 1).await;
    let page = sarah.get(&unpaid.page).await;
    assert!(
        page.words().contains("Waiting for your payment"),
        "{}",
        page.words()
    );
    assert!(
        page.attributes("a", "href").contains(&unpaid.page),
        "no way to look again without JavaScript"
    );
    assert!(
        !page.body.contains("http-equiv"),
        "a page must not reload by itself"
    );
    shop.sandbox.supplier.faults.push(
        Rule::once(
            "create_order",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        )
        .times(2),
    );
    shop.sandbox.stripe.pay(&unpaid.session_id, BUYER).unwrap();
    shop.settle().await;
    let page = sarah.get(&unpaid.page).await;
    assert!(
        page.words().contains("Getting your eSIM"),
        "{}",
        page.words()
    );
    assert!(
        page.words().contains("we refund you automatically"),
        "{}",
        page.words()
    );
    assert_eq!(
        page.attributes("ol.clock", "data-live"),
        [format!("{}/events", unpaid.page)]
    );
    let paid: Vec<String> = page.attributes("ol.clock time", "datetime");
    assert_eq!(paid.len(), 2, "paid and ordered have their times");
    shop.rest(TimeDelta::hours(1)).await;
    assert!(
        sarah
            .get(&unpaid.page)
            .await
            .words()
            .contains("Your eSIM is ready")
    );
    shop.close().await;
}

#[tokio::test]
async fn a_refunded_order_says_why_and_how_much() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let page = sarah.get(&bought.page).await;
    let words = page.words();
    assert!(words.contains("You’ve been refunded"), "{words}");
    assert!(words.contains("$14.40 refunded on"), "{words}");
    let reason = esim_storefront::l10n::Locale::ENGLISH.refund_reason("undeliverable", false);
    assert!(words.contains(&reason), "{words}");
    assert!(page.text_of("ol.clock").unwrap().contains("Refunded"));
    assert!(page.attributes("img.qr", "src").is_empty());
    let mail = shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    assert!(
        mail.text.contains("$14.40") && mail.text.contains(&bought.page),
        "{}",
        mail.text
    );
    shop.close().await;
}
