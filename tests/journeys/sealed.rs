//! Activation codes at rest: with DATA_KEY no dump holds one, a key can be changed, and a lost key
//! loses nothing.

use chrono::TimeDelta;
use domain::email::EmailAddress;
use domain::sealed::DataKeys;
use esim_storefront::app::App;
use esim_storefront::flows::{clean_up, people};
use sandbox::faults::{Fault, Rule};
use serde_json::Value;

use super::operators::{command_with, printed};
use super::people::dump;
use crate::support::{BUYER, Bought, Browser, PLAN, Shop, logs};

const OLD: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const NEW: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

/// The new one in front, as while it is changed.
const BOTH: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100,\
                    00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn keys(list: &str) -> DataKeys {
    DataKeys::read(list).unwrap()
}

async fn open(list: &'static str) -> Shop {
    Shop::open_as("", |config| config.data_keys = keys(list)).await
}

/// The same shop after a restart with other keys, on an address of its own.
async fn restarted(shop: &Shop, list: Option<&'static str>) -> (App, String) {
    let app = shop
        .beside(|config| config.data_keys = list.map(keys).unwrap_or_default())
        .await;
    let url = shop.serve(app.clone()).await;
    (app, url)
}

async fn sold(shop: &Shop, quantity: u32) -> (Browser, Bought) {
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    (sarah, bought)
}

fn codes(shop: &Shop) -> Vec<String> {
    let mut codes: Vec<String> = shop
        .sandbox
        .supplier
        .esims()
        .into_iter()
        .map(|esim| esim.esim_qr)
        .collect();
    codes.sort();
    codes
}

fn shown(order: &Value) -> Vec<String> {
    let lines = order["lines"].as_array().unwrap().iter();
    let mut codes: Vec<String> = lines
        .filter_map(|line| line["activation_code"].as_str())
        .map(str::to_owned)
        .collect();
    codes.sort();
    codes
}

/// Neither a code nor the part of it that is typed.
async fn assert_sealed(shop: &Shop) {
    let all = dump(shop).await;
    for code in codes(shop) {
        assert!(
            !all.contains(&code) && !all.contains(code.rsplit('$').next().unwrap()),
            "a code stands in the dump"
        );
    }
    assert_eq!(
        shop.one::<i64>("select count(*) from esims where activation_code not like 'sealed:%'")
            .await,
        0
    );
}

#[tokio::test]
async fn with_a_key_no_code_stands_in_the_database_and_travellers_see_theirs() {
    let shop = open(OLD).await;
    let (mut sarah, bought) = sold(&shop, 2).await;
    assert_sealed(&shop).await;
    assert_eq!(shown(&sarah.get_json(&bought.page).await), codes(&shop));
    let page = sarah.get(&bought.page).await.body;
    let picture = sarah.get(&format!("{}/esims/1/qr.png", bought.page)).await;
    assert!(codes(&shop).iter().all(|code| page.contains(code)) && picture.status == 200);
    let mail = shop.sandbox.mailbox.messages().pop().unwrap();
    assert!(codes(&shop).iter().all(|code| mail.text.contains(code)));
    let kept = people::export(&shop.app, &EmailAddress::parse(BUYER).unwrap())
        .await
        .unwrap()
        .to_string();
    assert!(
        !kept.contains("LPA:") && !kept.contains("sealed:"),
        "{kept}"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_code_that_was_moved_to_another_row_opens_there_no_more() {
    let shop = open(OLD).await;
    let (mut sarah, bought) = sold(&shop, 2).await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    shop.run("update esims set activation_code = (select max(activation_code) from esims)")
        .await;
    let own: String = shop.one("select max(activation_code) from esims").await;
    assert!(own.starts_with("sealed:1:"));
    assert_eq!(
        shown(&sarah.get_json(&bought.page).await).len(),
        1,
        "one of the two is in its own place"
    );
    assert_eq!(sarah.get(&bought.page).await.status, 200);
    shop.sandbox.supplier.faults.clear();
    shop.pass(TimeDelta::minutes(2));
    assert_eq!(
        shown(&sarah.get_json(&bought.page).await),
        codes(&shop),
        "read again from the supplier"
    );
    shop.close().await;
}

#[tokio::test]
async fn codes_of_before_are_sealed_by_the_clean_up_and_again_when_the_key_changes() {
    let shop = Shop::open().await;
    let (sarah, bought) = sold(&shop, 2).await;
    assert_eq!(
        shop.one::<i64>("select count(*) from esims where activation_code like 'LPA:1$%'")
            .await,
        2
    );
    let (app, url) = restarted(&shop, Some(OLD)).await;
    assert_eq!(
        shown(&sarah.at(&url).get_json(&bought.page).await),
        codes(&shop),
        "plain ones are read"
    );
    clean_up::run(&app).await.unwrap();
    assert_sealed(&shop).await;
    let sealed: String = shop
        .one("select string_agg(activation_code, ' ' order by id) from esims")
        .await;
    clean_up::run(&app).await.unwrap();
    assert_eq!(
        shop.one::<String>("select string_agg(activation_code, ' ' order by id) from esims")
            .await,
        sealed,
        "nothing is left to do"
    );
    // The new key in front: both open, and after a round the old one is needed no more.
    let (app, url) = restarted(&shop, Some(BOTH)).await;
    assert_eq!(
        shown(&sarah.at(&url).get_json(&bought.page).await),
        codes(&shop)
    );
    clean_up::run(&app).await.unwrap();
    shop.sandbox.supplier.faults.push(Rule::always(
        "",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let (_, url) = restarted(&shop, Some(NEW)).await;
    assert_eq!(
        shown(&sarah.at(&url).get_json(&bought.page).await),
        codes(&shop),
        "without the old key, and without the supplier"
    );
    // A dump of before the change opens with the old key.
    let old = keys(OLD);
    let ids: Vec<uuid::Uuid> = sqlx::query_scalar("select id from esims order by id")
        .fetch_all(&shop.app.db)
        .await
        .unwrap();
    for (id, stored) in ids.iter().zip(sealed.split(' ')) {
        let stored = domain::sealed::Sealed::read(stored.to_owned());
        assert!(
            old.open(&stored, &format!("esims/{id}/activation_code"))
                .is_ok()
        );
    }
    shop.sandbox.supplier.faults.clear();
}

#[tokio::test]
async fn a_lost_key_is_no_loss_the_supplier_tells_the_codes_again() {
    let shop = open(OLD).await;
    let (sarah, bought) = sold(&shop, 3).await;
    let (app, url) = restarted(&shop, Some(NEW)).await;
    let mut sarah = sarah.at(&url);
    // While the supplier is silent the page says so, and never fails.
    shop.sandbox.supplier.faults.push(Rule::always(
        "",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let page = sarah.get(&bought.page).await;
    assert!(
        page.status == 200
            && page
                .body
                .contains("asking the network for this eSIM’s code again"),
        "{}",
        page.body
    );
    assert_eq!(
        shown(&sarah.get_json(&bought.page).await),
        Vec::<String>::new()
    );
    let esim: uuid::Uuid = shop.one("select id from esims order by id limit 1").await;
    for below in ["", "/sheet", "/qr.png"] {
        let answer = sarah.get(&format!("/my-esims/{esim}{below}")).await;
        assert_eq!(
            answer.status,
            if below == "/qr.png" { 404 } else { 200 },
            "{below}"
        );
    }
    assert_eq!(
        sarah
            .get(&format!("{}/esims/1/qr.png", bought.page))
            .await
            .status,
        404
    );
    shop.sandbox.supplier.faults.clear();
    app.clock.advance(TimeDelta::minutes(2));
    assert_eq!(
        shown(&sarah.get_json(&bought.page).await),
        codes(&shop),
        "each eSIM is asked for at once"
    );
    assert_sealed(&shop).await;
    let numbers: Vec<String> = shop
        .sandbox
        .supplier
        .esims()
        .into_iter()
        .map(|esim| esim.iccid[esim.iccid.len() - 4..].to_owned())
        .collect();
    let told = |end: &String| {
        logs::text()
            .lines()
            .filter(|l| {
                l.contains("a code that DATA_KEY did not open was asked anew")
                    && l.contains(&format!("iccid_ends=\"{end}\""))
            })
            .count()
    };
    assert!(numbers.iter().all(|end| told(end) == 1), "once for each");
    assert_eq!(
        shop.one::<i64>("select count(*) from order_events where event = 'code_renewed'")
            .await,
        0,
        "it is the same code"
    );
    clean_up::run(&app).await.unwrap();
    shop.close().await;
}

#[tokio::test]
async fn a_worker_without_the_key_unseals_nothing_and_one_with_another_asks_for_what_nobody_looks_at()
 {
    let shop = open(OLD).await;
    sold(&shop, 2).await;
    let stored = async || -> Vec<String> {
        sqlx::query_scalar("select activation_code from esims order by id")
            .fetch_all(&shop.app.db)
            .await
            .unwrap()
    };
    let before = stored().await;
    let (app, _) = restarted(&shop, None).await;
    app.clock.advance(TimeDelta::days(2));
    clean_up::run(&app).await.unwrap();
    assert_eq!(stored().await, before);
    let (app, _) = restarted(&shop, Some(NEW)).await;
    app.clock.advance(TimeDelta::days(2));
    clean_up::run(&app).await.unwrap();
    assert!(
        stored()
            .await
            .iter()
            .zip(&before)
            .all(|(now, before)| now.starts_with("sealed:") && now != before)
    );
    assert_sealed(&shop).await;
}

#[tokio::test]
async fn a_mail_waits_for_a_code_that_cannot_be_opened() {
    let shop = open(OLD).await;
    let (_, bought) = sold(&shop, 1).await;
    let before = shop.sandbox.mailbox.messages().len();
    let (app, _) = restarted(&shop, Some(NEW)).await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let number: String = shop.one("select order_number from orders").await;
    esim_storefront::flows::mailing::resend(&app, bought.order_id.parse().unwrap(), None, "ada")
        .await
        .unwrap_err();
    drain(&app).await;
    assert_eq!(
        shop.sandbox.mailbox.messages().len(),
        before,
        "{number}: a mail without its code is of no use"
    );
    shop.sandbox.supplier.faults.clear();
    for _ in 0..10 {
        app.clock.advance(TimeDelta::minutes(10));
        drain(&app).await;
    }
    assert_eq!(shop.sandbox.mailbox.messages().len(), before + 1);
    shop.close().await;
}

async fn drain(app: &App) {
    while esim_storefront::worker::drain(app).await.unwrap() > 0 {}
}

#[tokio::test]
async fn a_profile_that_was_made_anew_is_noticed_though_its_code_is_sealed() {
    let shop = open(OLD).await;
    let (mut sarah, bought) = sold(&shop, 1).await;
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    let before = codes(&shop);
    esim_storefront::flows::usage::read(&shop.app, &iccid)
        .await
        .unwrap();
    assert_eq!(
        shop.one::<i64>("select count(*) from order_events where event = 'code_renewed'")
            .await,
        0
    );
    let renewed = "LPA:1$rsp.sandbox.example$JQ-RENEWED-CODE";
    let body = serde_json::json!({ "code": 0, "message": "", "data": { "iccid": iccid, "esim_qr": renewed, "status": "PROVISIONED" } });
    shop.sandbox.supplier.faults.push(Rule::once(
        "get_esim_status",
        Fault::Json { status: 200, body },
    ));
    esim_storefront::flows::usage::read(&shop.app, &iccid)
        .await
        .unwrap();
    assert_ne!(before, [renewed]);
    assert_eq!(shown(&sarah.get_json(&bought.page).await), [renewed]);
    assert_eq!(
        shop.one::<i64>("select count(*) from order_events where event = 'code_renewed'")
            .await,
        1
    );
    assert!(!dump(&shop).await.contains("JQ-RENEWED-CODE"));
    shop.close().await;
}

#[tokio::test]
async fn doctor_says_whether_codes_are_sealed_and_how_to_make_a_key() {
    let shop = Shop::open().await;
    sold(&shop, 2).await;
    let said = async |list: &'static str| {
        let text = printed(&command_with(&shop, &["doctor"], &[("DATA_KEY", list)]).await);
        text.lines()
            .find(|line| line.contains("data key"))
            .unwrap_or_else(|| panic!("{text}"))
            .to_owned()
    };
    let without = said("").await;
    assert!(
        without.starts_with("WARN  ") && without.contains("openssl rand -hex 32"),
        "{without}"
    );
    let waiting = said(OLD).await;
    assert!(
        waiting.starts_with("WARN  ") && waiting.contains("2 "),
        "{waiting}"
    );
    let (app, _) = restarted(&shop, Some(OLD)).await;
    clean_up::run(&app).await.unwrap();
    assert!(said(OLD).await.starts_with("ok    "), "{}", said(OLD).await);
    let lost = said(NEW).await;
    assert!(
        lost.starts_with("WARN  ") && lost.contains("2 activation codes cannot be opened"),
        "{lost}"
    );
    for line in [waiting, lost] {
        assert!(!line.contains(OLD) && !line.contains(NEW));
    }
}
