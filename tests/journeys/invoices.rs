//! Invoices: asked for by the order's owner, numbered without gaps, never changed, followed by a
//! credit note when money goes back, and kept for exactly as long as the shop says.

use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;

pub const LEGAL: &str = "[legal]\nseller = \"Layover Ltd\"\naddress = \"1 High Street, \
                         London\"\nvat_id = \"GB123456789\"\nregister = \"Companies House 7\"\n";
pub const TAX: &str = "[tax]\nkind = \"included\"\ndefault_percent = \"7.5\"\npercent = { DE = \
                       \"19\", \
                       JP = \"10\" }\n";
pub const COMPANY: &str = "Analytical Engines GmbH\nGroße Straße 1, Köln\nDE999999999";

pub async fn open() -> Shop {
    Shop::open_with(&format!("{LEGAL}{TAX}")).await
}

pub async fn bought(shop: &Shop, country: &str, quantity: u32) -> (Browser, Bought) {
    shop.sandbox.stripe.set_billing_country(country);
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    (sarah, bought)
}

pub async fn ask(browser: &mut Browser, page: &str, bill_to: &str) {
    let answer = browser
        .post(&format!("{page}/invoice"), &[("bill_to", bill_to)])
        .await;
    assert_eq!(
        (answer.status, answer.location.as_deref()),
        (303, Some(format!("{page}/invoice").as_str())),
        "{}",
        answer.body
    );
}

/// The text of each document of the order, oldest first, as a reader takes it from the file.
async fn texts(browser: &mut Browser, page: &str) -> Vec<String> {
    let mut all = Vec::new();
    for link in browser
        .get(&format!("{page}/invoice"))
        .await
        .attributes("#invoices a", "href")
    {
        let file = browser.get(&link).await;
        assert_eq!(
            (file.status, &file.headers["content-type"]),
            (200, &"application/pdf".parse().unwrap())
        );
        assert!(
            file.headers["cache-control"]
                .to_str()
                .unwrap()
                .contains("no-store")
        );
        assert!(
            file.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("attachment")
        );
        all.push(
            lopdf::Document::load_mem(&file.bytes)
                .unwrap()
                .extract_text(&[1])
                .unwrap(),
        );
    }
    all
}

fn says(text: &str, all: &[&str]) {
    for part in all {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
}

#[tokio::test]
async fn the_owner_asks_once_and_has_the_invoice_with_what_was_paid_and_the_tax_in_it() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 2).await;
    let page = sarah.get(&order.page).await;
    assert_eq!(
        page.attributes("#invoice", "href"),
        [format!("{}/invoice", order.page)]
    );
    let form = sarah.get(&format!("{}/invoice", order.page)).await;
    assert_eq!(
        (
            form.status,
            form.count("form textarea"),
            form.count("#invoices")
        ),
        (200, 1, 0)
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from invoices").await,
        0,
        "looking asks for nothing"
    );
    ask(&mut sarah, &order.page, COMPANY).await;
    let number: String = shop.one("select order_number from orders").await;
    let year = shop.app.clock.now().format("%Y").to_string();
    let text = texts(&mut sarah, &order.page).await.concat();
    // 28.80 × 19 ÷ 119 = 4.598…
    says(
        &text,
        &[
            "Invoice",
            "Layover Ltd",
            "1 High Street, London",
            "GB123456789",
            "Companies House 7",
            &number,
            "28.80 USD",
            "24.20 USD",
        ],
    );
    says(
        &text,
        &[
            "VAT 19%",
            "4.60 USD",
            "14.40 USD",
            "Analytical Engines GmbH",
            "Große Straße 1, Köln",
            "DE999999999",
            "Germany",
            "10 GB",
        ],
    );
    says(
        &text,
        &[&format!("TEST-INV-{year}-00001"), "no real money was paid"],
    );
    assert!(
        !text.to_lowercase().contains(&BUYER.to_lowercase()),
        "no mail address on it"
    );
    // A second press changes nothing; the same file comes each time.
    let link = sarah
        .get(&format!("{}/invoice", order.page))
        .await
        .attributes("#invoices a", "href")
        .pop()
        .unwrap();
    let file = sarah.get(&link).await.bytes;
    ask(&mut sarah, &order.page, "Somebody else").await;
    shop.pass(TimeDelta::days(3));
    assert_eq!(sarah.get(&link).await.bytes, file);
    let row =
        "select order_number || ' ' || kind || ' ' || net_minor || ' ' || tax_minor || ' ' || total_minor || ' ' || currency || ' ' || mode
         from ops.invoices";
    assert_eq!(
        shop.one::<String>(row).await,
        format!("{number} invoice 2420 460 2880 USD test")
    );
    for sql in [
        "update invoices set bill_to = null",
        "delete from invoices",
        "update invoices set total_minor = total_minor",
    ] {
        assert!(
            sqlx::query(sql)
                .execute(&shop.app.db)
                .await
                .unwrap_err()
                .to_string()
                .contains("append-only"),
            "{sql}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn euros_and_yen_stand_on_it_as_they_are_counted_and_in_the_travellers_language() {
    let pricing = |rate: &str, step: &str| {
        format!(
            "markup_percent = 20\nround_to = \"{step}\"\nexchange_rates = {{ USD = \"{rate}\" \
             }}\n[tax]\nkind = \"included\"\npercent = {{ DE = \"19\", JP = \"10\" }}\n{LEGAL}"
        )
    };
    let euro = Shop::open_priced("EUR", &pricing("0.9", "0.10")).await;
    let (mut sarah, order) = bought(&euro, "DE", 1).await;
    ask(&mut sarah, &format!("/de{}", order.page), "").await;
    let text = texts(&mut sarah, &format!("/de{}", order.page))
        .await
        .concat();
    // 12.00 × 1.2 × 0.9 = 12.96, rounded up to 13.00; × 19 ÷ 119 = 2.0756…
    says(
        &text,
        &[
            "Rechnung",
            "13,00 EUR",
            "10,92 EUR",
            "2,08 EUR",
            "Umsatzsteuer 19 %",
            "USt-IdNr.: GB123456789",
            "Deutschland",
            "Leistungsdatum",
        ],
    );
    euro.close().await;
    let yen = Shop::open_priced("JPY", &pricing("150", "10")).await;
    let (mut sarah, order) = bought(&yen, "JP", 1).await;
    let page = sarah.get(&format!("/ja{}/invoice", order.page)).await;
    assert!(page.body.contains("請求書は英語です"), "{}", page.words());
    ask(&mut sarah, &format!("/ja{}", order.page), "").await;
    let text = texts(&mut sarah, &order.page).await.concat();
    // 12.00 × 1.2 × 150 = 2160; × 10 ÷ 110 = 196.36…
    says(
        &text,
        &[
            "Invoice",
            "2,160 JPY",
            "1,964 JPY",
            "196 JPY",
            "VAT 10%",
            "Japan",
        ],
    );
    assert!(!text.contains(".00"), "{text}");
    yen.close().await;
}

#[tokio::test]
async fn each_refund_has_its_credit_note_and_all_of_them_the_invoices_tax() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 3).await;
    let id: uuid::Uuid = order.order_id.parse().unwrap();
    // One went back before anybody asked.
    let part = |line: i32| esim_storefront::flows::refund_order::Ask {
        lines: vec![line],
        reason: "a present".to_owned(),
        ..Default::default()
    };
    let send_back = async |line: i32| {
        let plan = esim_storefront::flows::refund_order::plan(&shop.app, id, &part(line))
            .await
            .unwrap();
        esim_storefront::flows::refund_order::carry_out(&shop.app, &plan, "ada")
            .await
            .unwrap();
        shop.rest(TimeDelta::hours(1)).await;
    };
    send_back(1).await;
    assert_eq!(
        shop.one::<i64>("select count(*) from invoices").await,
        0,
        "nobody has asked"
    );
    ask(&mut sarah, &order.page, COMPANY).await;
    send_back(2).await;
    send_back(3).await;
    let all: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select number, net_minor, tax_minor, total_minor from ops.invoices
         order by issued_at, number desc",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    let figures: Vec<(i64, i64, i64)> = all
        .iter()
        .map(|(_, net, tax, total)| (*net, *tax, *total))
        .collect();
    // 43.20 × 19 ÷ 119 = 6.897…: 6.90 in all, 2.30 a line.
    assert_eq!(
        figures,
        [
            (3630, 690, 4320),
            (-1210, -230, -PRICE),
            (-1210, -230, -PRICE),
            (-1210, -230, -PRICE)
        ],
        "{all:?}"
    );
    let numbers: Vec<&str> = all
        .iter()
        .map(|(number, ..)| &number[number.len() - 5..])
        .collect();
    assert_eq!(numbers, ["00001", "00001", "00002", "00003"]);
    let texts = texts(&mut sarah, &order.page).await;
    assert_eq!(texts.len(), 4);
    says(
        &texts[3],
        &[
            "Credit note",
            &all[0].0,
            &all[3].0,
            "14.40 USD",
            "12.10 USD",
            "2.30 USD",
            "Analytical Engines GmbH",
            "Layover Ltd",
            "Refund for order",
        ],
    );
    let wrong = "insert into invoices select 'X', kind, order_id, refers_to, livemode, issued_at,
                 locale, currency, net_minor, tax_minor, total_minor,
                 percent, country, bill_to, said from invoices where kind = 'credit_note' limit 1";
    assert!(
        sqlx::query(wrong)
            .execute(&shop.app.db)
            .await
            .unwrap_err()
            .to_string()
            .contains("more credited than was invoiced")
    );
    shop.close().await;
}

#[tokio::test]
async fn what_goes_back_elsewhere_is_credited_once_also_when_it_comes_back_and_is_sent_again() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 3).await;
    ask(&mut sarah, &order.page, "").await;
    let intent = shop.session(&order.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    let credited = async || {
        shop.settle().await;
        sqlx::query_as::<_, (i64, i64)>(
            "select total_minor, tax_minor from ops.invoices where kind = 'credit_note'
             order by number",
        )
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
    };
    let by_hand = shop
        .sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    // 6.90 × 5.00 ÷ 43.20 = 0.798…
    assert_eq!(credited().await, [(-500, -80)]);
    shop.sandbox
        .stripe
        .fail_refund(by_hand["id"].as_str().unwrap())
        .unwrap();
    assert_eq!(credited().await, [(-500, -80)], "it is owed still");
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(700))
        .unwrap();
    // 6.90 × 7.00 ÷ 43.20 = 1.118…, 0.80 of it credited before.
    assert_eq!(
        credited().await,
        [(-500, -80), (-200, -32)],
        "only what is new"
    );
    let (mut tom, his) = bought(&shop, "DE", 1).await;
    ask(&mut tom, &his.page, "").await;
    let intent = shop.session(&his.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.dispute(&intent).unwrap();
    assert_eq!(credited().await.len(), 2, "nothing is lost yet");
    shop.sandbox.stripe.close_dispute(&intent, "lost").unwrap();
    assert_eq!(credited().await.split_off(2), [(-PRICE, -230)]);
}

#[tokio::test]
async fn nobody_but_the_owner_gets_it_and_a_key_from_the_mail_opens_none() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 1).await;
    ask(&mut sarah, &order.page, COMPANY).await;
    let asking = format!("{}/invoice", order.page);
    let file = sarah
        .get(&asking)
        .await
        .attributes("#invoices a", "href")
        .pop()
        .unwrap();
    let key = shop.sandbox.mailbox.messages().pop().unwrap();
    let key = key
        .text
        .split_whitespace()
        .find(|word| word.contains("?key="))
        .unwrap()
        .strip_prefix(&shop.url)
        .unwrap()
        .to_owned();
    let mut holder = shop.browser();
    holder.get(&key).await;
    assert!(
        holder.get_json(&order.page).await["lines"][0]["activation_code"].is_string(),
        "the key shows the codes"
    );
    for mut other in [shop.browser(), holder] {
        for path in [&asking, &file] {
            assert_eq!(other.get(path).await.status, 404, "{path}");
        }
        assert_eq!(other.post(&asking, &[("bill_to", "me")]).await.status, 404);
        assert_eq!(other.get(&order.page).await.count("#invoice"), 0);
    }
    // The owner of another order, and a number that is another's.
    let (mut tom, his) = bought(&shop, "DE", 1).await;
    assert_eq!(tom.get(&file).await.status, 404);
    let name = file.rsplit('/').next().unwrap();
    ask(&mut tom, &his.page, "").await;
    assert_eq!(
        tom.get(&format!("{}/invoice/{name}", his.page))
            .await
            .status,
        404
    );
    shop.close().await;
}

#[tokio::test]
async fn what_cannot_stand_on_it_is_told_beside_the_field() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 1).await;
    let asking = format!("{}/invoice", order.page);
    for (written, told) in [
        ("株式会社", "Latin, Greek or Cyrillic"),
        (&*"a\n".repeat(9), "8 lines"),
        (&*"a".repeat(401), "400 characters"),
    ] {
        let answer = sarah.post(&asking, &[("bill_to", written)]).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.text_of("#bill_to-error").unwrap().contains(told),
            "{}",
            answer.words()
        );
        assert_eq!(
            answer.text_of("#bill_to").unwrap(),
            written.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
    assert_eq!(shop.one::<i64>("select count(*) from invoices").await, 0);
    shop.close().await;
}
