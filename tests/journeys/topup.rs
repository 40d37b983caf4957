//! More data on the same eSIM: from its page to the data, by its owner or by a key from a mail; and
//! what the page weighs.

use crate::support::browser::{Answer, Browser};
use crate::support::living::{Sold, TOPUP};
use crate::support::{BUYER, PLAN};
use sandbox::faults::{Fault, Rule};
use std::io::Read;
use std::time::{Duration, Instant};

const RULES: [&str; 3] = [
    "Once data from your current plan is used up or expires, your add-on data will be \
     automatically activated.",
    "The countdown towards expiry will start when you start using data from the add-on package.",
    "You do not need to re-install the eSIM or manually activate your add-on plan.",
];

pub async fn page_of(sold: &Sold) -> String {
    format!(
        "/my-esims/{}/top-up",
        sold.shop.owned(&sold.iccid).await.esim.id
    )
}

/// What pressing the button of a product would send, as the page has it.
pub fn form_of(page: &Answer, product_id: &str) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(&page.body);
    let (form, input) = (
        scraper::Selector::parse("main form").unwrap(),
        scraper::Selector::parse("input").unwrap(),
    );
    let fields = html.select(&form).map(|form| {
        let field = |i: scraper::ElementRef<'_>| {
            (
                i.value().attr("name").unwrap().to_owned(),
                i.value().attr("value").unwrap().to_owned(),
            )
        };
        form.select(&input).map(field).collect::<Vec<_>>()
    });
    fields
        .into_iter()
        .find(|fields| fields.iter().any(|(_, value)| value == product_id))
        .expect("no button for it")
}

pub async fn press(browser: &mut Browser, path: &str, form: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(path, &fields).await
}

pub fn session_in(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.words());
    answer
        .location
        .as_deref()
        .unwrap()
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_top_up_goes_from_its_page_onto_the_esim() {
    let mut sold = Sold::one().await;
    let path = page_of(&sold).await;
    let page = sold.sarah.get(&path).await;
    for rule in RULES {
        assert!(page.words().contains(rule), "missing: {rule}");
    }
    let form = form_of(&page, TOPUP);
    let price = sold.shop.topup_price(&sold.iccid, TOPUP).await;
    assert!(
        page.words().contains(&format!("Add 1 GB · 7 days {price}")),
        "{}",
        page.words()
    );
    let session = session_in(&press(&mut sold.sarah, &path, &form).await);
    let opened = sold.shop.session(&session);
    assert_eq!(
        opened["amount_total"].as_i64(),
        Some(price.minor),
        "what the page showed is what Stripe asks for"
    );
    let order = opened["success_url"]
        .as_str()
        .unwrap()
        .strip_prefix(&sold.shop.url)
        .unwrap()
        .to_owned();
    sold.shop.sandbox.stripe.pay(&session, BUYER).unwrap();
    sold.shop.settle().await;

    let told = sold.sarah.get(&order).await;
    assert_eq!(
        told.text_of("h1").as_deref(),
        Some("Your top-up is on your eSIM")
    );
    assert!(
        RULES.iter().all(|rule| told.words().contains(rule)),
        "{}",
        told.words()
    );
    let esim = path.strip_suffix("/top-up").unwrap();
    assert!(
        told.attributes("main a.button", "href")
            .contains(&esim.to_owned())
    );
    let code = sold.shop.sandbox.supplier.esims()[0].esim_qr.clone();
    assert!(
        !told.body.contains(&code),
        "a top-up has no code of its own"
    );
    let stranger = sold.shop.browser().get(&order).await;
    assert!(
        !stranger.body.contains(esim),
        "who only has the order's address does not learn the eSIM's"
    );

    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    sold.shop.pass(chrono::TimeDelta::seconds(61));
    let mine = sold.sarah.get(esim).await;
    let (first, next) = (
        sold.shop
            .one::<String>("select plan_name from lines where operation = 'NEW'")
            .await,
        "1 GB, not started",
    );
    assert!(
        mine.words().contains(&first)
            && mine.words().contains(next)
            && mine.words().contains("It starts automatically"),
        "{}",
        mine.words()
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

/// The bytes of a page and of all that a browser fetches with it, as they are sent; and that it
/// says it is compressed.
async fn weight(browser: &mut Browser, path: &str, encoding: &str) -> usize {
    let mut total = 0;
    let mut open = vec![path.to_owned()];
    let mut first = true;
    while let Some(path) = open.pop() {
        let answer = browser
            .send(
                browser
                    .request(reqwest::Method::GET, &path)
                    .header("accept-encoding", encoding),
            )
            .await;
        assert_eq!(answer.status, 200, "{path}");
        total += answer.bytes.len();
        if first {
            first = false;
            assert_eq!(answer.headers["content-encoding"], encoding);
            assert!(
                answer.headers["vary"]
                    .to_str()
                    .unwrap()
                    .contains("Accept-Encoding")
            );
            let page = Answer {
                body: unpacked(&answer.bytes, encoding),
                ..answer
            };
            let links = [
                ("link[rel=stylesheet], link[rel=icon]", "href"),
                ("script", "src"),
                ("img", "src"),
                ("source", "srcset"),
            ];
            open.extend(
                links
                    .iter()
                    .flat_map(|(selector, name)| page.attributes(selector, name)),
            );
            assert!(
                open.len() >= 4,
                "two stylesheets, an icon and a script: {open:?}"
            );
            assert_eq!(
                page.attributes("main img, main svg", "class").len(),
                0,
                "no picture is needed here"
            );
        }
    }
    total
}

fn unpacked(bytes: &[u8], encoding: &str) -> String {
    let mut plain = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &bytes[..], &mut plain).unwrap(),
        _ => drop(
            flate2::read::GzDecoder::new(bytes)
                .read_to_end(&mut plain)
                .unwrap(),
        ),
    }
    String::from_utf8(plain).unwrap()
}

#[tokio::test]
async fn the_page_for_dying_connections_weighs_less_than_thirty_kilobytes() {
    let mut sold = Sold::one().await;
    sold.shop
        .sandbox
        .supplier
        .use_data(&sold.iccid, 9 << 30)
        .unwrap();
    sold.shop.settle().await;
    let path = page_of(&sold).await;
    for encoding in ["br", "gzip"] {
        let bytes = weight(&mut sold.sarah, &path, encoding).await;
        assert!(bytes < 30_000, "{bytes} bytes with {encoding}");
    }
    let plain = sold.sarah.get(&path).await;
    assert!(
        plain.headers.get("content-encoding").is_none() && plain.words().contains("Top up"),
        "and for who takes no compression"
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn another_price_or_a_withdrawn_add_on_shows_the_list_again_and_writes_nothing() {
    let mut sold = Sold::one().await;
    let path = page_of(&sold).await;
    let page = sold.sarah.get(&path).await;
    let form = form_of(&page, TOPUP);
    sold.shop.sandbox.supplier.set_price_cents(TOPUP, 990);
    let dearer = press(&mut sold.sarah, &path, &form).await;
    assert_eq!(dearer.status, 422);
    assert!(
        dearer
            .text_of("[role=alert]")
            .unwrap()
            .contains("The price has just changed. You haven’t been charged"),
        "{}",
        dearer.words()
    );
    let now = form_of(&dearer, TOPUP);
    assert_ne!(now, form, "the form has the new price");
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    let gone = press(&mut sold.sarah, &path, &now).await;
    assert_eq!(gone.status, 422);
    assert!(
        gone.text_of("[role=alert]")
            .unwrap()
            .contains("no longer available for this eSIM"),
        "{}",
        gone.words()
    );
    assert!(
        !gone.body.contains(&format!("value=\"{TOPUP}\"")),
        "what no longer fits is not offered again"
    );
    for nonsense in ["", "-1", "1e3", "99999999999999999999"] {
        let form = [
            ("product_id".to_owned(), PLAN.to_owned()),
            ("price_minor".to_owned(), nonsense.to_owned()),
        ];
        assert_eq!(
            press(&mut sold.sarah, &path, &form).await.status,
            422,
            "{nonsense}"
        );
    }
    assert_eq!(sold.shop.one::<i64>("select count(*) from orders").await, 1);
    assert_eq!(
        sold.shop.sandbox.stripe.sessions().len(),
        1,
        "Stripe was not asked"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn a_silent_supplier_is_said_plainly_and_in_time() {
    let mut sold = Sold::one().await;
    let path = page_of(&sold).await;
    sold.sarah.get(&path).await;
    for endpoint in ["get_available_topups", "get_esim_orders"] {
        sold.shop
            .sandbox
            .supplier
            .faults
            .push(Rule::always(endpoint, Fault::Hang(Duration::from_secs(20))));
    }
    sold.shop.pass(chrono::TimeDelta::minutes(10));
    let began = Instant::now();
    let page = sold.sarah.get(&path).await;
    assert!(
        began.elapsed() < Duration::from_secs(2),
        "waited {:?}",
        began.elapsed()
    );
    assert_eq!(page.status, 503);
    assert!(
        page.words().contains("We can’t load top-ups right now")
            && page.words().contains("you haven’t been charged"),
        "{}",
        page.words()
    );
    assert!(
        page.words().contains("10 GB, not started"),
        "the last figures stand: {}",
        page.words()
    );
    sold.shop.sandbox.supplier.faults.clear();
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn an_esim_that_takes_nothing_more_is_told_the_way_on() {
    let mut sold = Sold::one().await;
    let path = page_of(&sold).await;
    for product in sold.shop.sandbox.supplier.products() {
        sold.shop.sandbox.supplier.set_tops_up(&product.id, false);
    }
    let page = sold.sarah.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(
        page.words().contains("No top-ups available for this eSIM"),
        "{}",
        page.words()
    );
    assert_eq!(
        page.attributes(".empty a", "href"),
        [format!("/plans/{PLAN}")]
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_form_of_another_site_tops_nothing_up() {
    let mut sold = Sold::one().await;
    let path = page_of(&sold).await;
    let form = form_of(&sold.sarah.get(&path).await, TOPUP);
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
    ] {
        let request = sold
            .sarah
            .request(reqwest::Method::POST, &path)
            .header(name, value)
            .form(&form);
        assert_eq!(
            sold.sarah.send(request).await.status,
            403,
            "{name}: {value}"
        );
    }
    assert_eq!(sold.shop.one::<i64>("select count(*) from orders").await, 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn who_presses_too_often_is_told_so_and_stripe_is_not_asked() {
    let mut sold = Sold::with("[limits]\ncheckouts_per_minute = 1\n").await;
    let path = format!(
        "/my-esims/{}/top-up",
        sold.shop.owned(&sold.iccid).await.esim.id
    );
    let wish = [
        ("product_id", crate::support::living::TOPUP),
        ("price_minor", "330"),
    ];
    let sessions = sold.shop.sandbox.stripe.sessions().len();
    let answer = sold.sarah.post(&path, &wish).await;
    assert_eq!(
        answer.status,
        429,
        "buying the eSIM was this minute's one checkout: {}",
        answer.words()
    );
    assert!(
        answer.words().contains("Too many attempts"),
        "{}",
        answer.words()
    );
    assert_eq!(sold.shop.sandbox.stripe.sessions().len(), sessions);
    sold.shop.pass(chrono::TimeDelta::minutes(2));
    assert_eq!(sold.sarah.post(&path, &wish).await.status, 303);
    sold.shop.close().await;
}
