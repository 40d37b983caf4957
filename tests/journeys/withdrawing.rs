//! The right of withdrawal: one click to the form, two presses, an acknowledgement at once, and the
//! money back, whatever the owner's rules.

use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop, seen};
use chrono::TimeDelta;
use esim_storefront::flows::{alerts, withdraw};
use sandbox::mailbox::MailFault;

pub const NO_WAY_BACK: &str = "[cancel]\nallowed = false\nfee = \"5.00\"\nwindow_days = 0\n";

pub async fn bought(shop: &Shop) -> (Browser, Bought, String) {
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let number = sarah.get_json(&bought.page).await["order_number"]
        .as_str()
        .unwrap()
        .to_owned();
    (sarah, bought, number)
}

pub fn form<'a>(number: &'a str, email: &'a str, confirm: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("order_number", number),
        ("email", email),
        ("name", "Sarah Connor"),
        ("confirm", confirm),
    ]
}

pub fn mails(shop: &Shop, subject: &str) -> usize {
    shop.sandbox
        .mailbox
        .messages()
        .iter()
        .filter(|mail| mail.subject.contains(subject))
        .count()
}

pub fn refunded(shop: &Shop) -> i64 {
    shop.sandbox
        .stripe
        .refunds()
        .iter()
        .map(|r| r["amount"].as_i64().unwrap())
        .sum()
}

pub fn terminated(shop: &Shop) -> usize {
    shop.sandbox
        .supplier
        .orders()
        .iter()
        .filter(|o| format!("{:?}", o.status) == "Terminated")
        .count()
}

#[tokio::test]
async fn the_form_is_one_click_away_on_every_page_and_in_every_order_mail() {
    let shop = Shop::open().await;
    let (mut sarah, bought, _) = bought(&shop).await;
    for path in [
        "/",
        "/esim/japan",
        "/privacy",
        "/my-esims",
        "/help",
        bought.page.as_str(),
    ] {
        let body = sarah.get(path).await.body;
        assert!(body.contains("href=\"/withdraw\""), "{path}");
    }
    let mail = shop
        .sandbox
        .mailbox
        .messages()
        .into_iter()
        .find(|mail| mail.subject.contains("ready"))
        .unwrap();
    assert!(mail.text.contains("/withdraw") && mail.html.contains("/withdraw\""));
    shop.close().await;
}

#[tokio::test]
async fn the_buyer_has_all_of_it_back_in_two_presses_though_the_owner_takes_nothing_back() {
    let shop = Shop::open_with(NO_WAY_BACK).await;
    shop.sandbox.stripe.set_billing_country("DE");
    let (mut sarah, bought, number) = bought(&shop).await;
    let asked = sarah
        .post(
            "/withdraw",
            &[("order_number", &number), ("email", ""), ("name", "")],
        )
        .await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    assert!(
        asked.body.contains("$14.40") && asked.body.contains("Confirm withdrawal"),
        "{}",
        asked.body
    );
    assert_eq!(terminated(&shop), 0, "a question ends nothing");
    let done = sarah.post("/withdraw", &form(&number, "", "yes")).await;
    assert_eq!(done.status, 200);
    assert!(
        done.words().contains("sar…@traveller.example") && !done.body.contains(BUYER),
        "in brief, as on her order's page"
    );
    shop.settle().await;
    assert_eq!(mails(&shop, "received your withdrawal"), 1);
    shop.rest(TimeDelta::minutes(10)).await;
    assert_eq!((terminated(&shop), refunded(&shop)), (1, PRICE));
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        shop.one::<String>("select state from ops.withdrawals")
            .await,
        "done"
    );
    // Once more changes nothing.
    sarah.post("/withdraw", &form(&number, "", "yes")).await;
    shop.rest(TimeDelta::hours(2)).await;
    assert_eq!((terminated(&shop), refunded(&shop)), (1, PRICE));
    shop.close().await;
}

#[tokio::test]
async fn the_acknowledgement_leaves_within_ten_seconds() {
    let shop = Shop::open().await;
    let (mut sarah, _, number) = bought(&shop).await;
    let work = shop.begin_work();
    sarah.post("/withdraw", &form(&number, "", "yes")).await;
    seen("the acknowledgement", async || {
        mails(&shop, "received your withdrawal") == 1
    })
    .await;
    seen("the end of it", async || refunded(&shop) == PRICE).await;
    work.end().await;
    shop.settle().await;
    let took = "select extract(epoch from m.sent_at - w.stated_at)::bigint from mails m
                join withdrawals w on w.order_id = m.order_id
                where m.kind = 'withdrawal'";
    assert!(
        shop.one::<i64>(took).await < 10,
        "{} s",
        shop.one::<i64>(took).await
    );
    let mail = shop
        .sandbox
        .mailbox
        .messages()
        .into_iter()
        .find(|mail| mail.subject.contains("received your withdrawal"))
        .unwrap();
    assert!(
        mail.text.contains(&number)
            && mail.text.contains("Sarah Connor")
            && mail.text.contains("UTC"),
        "content and time: {}",
        mail.text
    );
    shop.rest(TimeDelta::hours(1)).await;
    shop.close().await;
}

#[tokio::test]
async fn a_stranger_learns_nothing_and_the_orders_mailbox_can_stop_it() {
    let shop = Shop::open().await;
    let (_, _, number) = bought(&shop).await;
    let mut answers = Vec::new();
    for (number, email) in [
        (number.as_str(), BUYER),
        (number.as_str(), "eve@else.example"),
        ("E99999", BUYER),
    ] {
        let answer = shop
            .browser()
            .post("/withdraw", &form(number, email, "yes"))
            .await;
        assert_eq!(answer.status, 200);
        // The minute may pass between two of them.
        let at = answer.body.find("received on ").unwrap();
        let end = at + answer.body[at..].find("UTC").unwrap();
        answers.push(format!("{}{}", &answer.body[..at], &answer.body[end..]).replace(number, "N"));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    shop.settle().await;
    let all = shop.sandbox.mailbox.messages();
    let mail: Vec<_> = all
        .iter()
        .filter(|mail| mail.subject.contains("received your withdrawal"))
        .collect();
    assert_eq!(mail.len(), 1, "only the order's own mailbox hears of it");
    assert!(mail[0].text.contains("Sarah Connor") && mail[0].text.contains(&number));
    let link = mail[0]
        .text
        .split_whitespace()
        .find(|word| word.contains("/withdraw/stop/"))
        .unwrap();
    let path = &link[link.find("/withdraw/stop/").unwrap()..];
    shop.rest(TimeDelta::minutes(50)).await;
    assert_eq!(terminated(&shop), 0, "there is an hour to stop it");
    let mut mailbox = shop.browser();
    assert!(mailbox.get(path).await.body.contains("This wasn’t me"));
    assert_eq!(
        terminated(&shop),
        0,
        "a scanner that opens the link presses nothing"
    );
    assert_eq!(mailbox.post(path, &[]).await.status, 200);
    assert_eq!(mailbox.post(path, &[]).await.status, 410);
    shop.rest(TimeDelta::hours(2)).await;
    assert_eq!((terminated(&shop), refunded(&shop)), (0, 0));
    shop.close().await;
}

#[tokio::test]
async fn statements_of_strangers_that_were_stopped_do_not_swallow_the_owners() {
    let shop = Shop::open().await;
    let (mut sarah, _, number) = bought(&shop).await;
    for many in 1..=2 {
        shop.browser()
            .post("/withdraw", &form(&number, BUYER, "yes"))
            .await;
        shop.rest(TimeDelta::minutes(1)).await;
        assert_eq!(mails(&shop, "received your withdrawal"), many);
        let mail = shop
            .sandbox
            .mailbox
            .messages()
            .into_iter()
            .rfind(|mail| mail.subject.contains("received your withdrawal"))
            .unwrap();
        let link = mail
            .text
            .split_whitespace()
            .find(|word| word.contains("/withdraw/stop/"))
            .unwrap()
            .to_owned();
        shop.browser()
            .post(&link[link.find("/withdraw/stop/").unwrap()..], &[])
            .await;
    }
    assert_eq!(
        sarah
            .post("/withdraw", &form(&number, "", "yes"))
            .await
            .status,
        200
    );
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(
        (terminated(&shop), mails(&shop, "received your withdrawal")),
        (1, 3)
    );
}

#[tokio::test]
async fn what_nobody_stops_is_carried_out_after_an_hour_and_a_used_plan_goes_to_a_person() {
    let shop = Shop::open().await;
    let (_, _, number) = bought(&shop).await;
    shop.browser()
        .post(
            "/withdraw",
            &form(&number.to_lowercase(), &BUYER.to_uppercase(), "yes"),
        )
        .await;
    shop.rest(TimeDelta::hours(2)).await;
    assert_eq!((terminated(&shop), refunded(&shop)), (1, PRICE));
    let (mut john, second, number) = bought(&shop).await;
    let iccid = john.get_json(&second.page).await["lines"][0]["iccid"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.supplier.install(&iccid);
    shop.sandbox.supplier.arrive(&iccid).unwrap();
    shop.sandbox.supplier.use_data(&iccid, 4 << 30).unwrap();
    john.post("/withdraw", &form(&number, "", "yes")).await;
    shop.rest(TimeDelta::hours(1)).await;
    alerts::run(&shop.app).await.unwrap();
    assert_eq!(
        refunded(&shop),
        PRICE,
        "nothing more goes back automatically"
    );
    let told: String = shop
        .one("select what from ops.alerts where kind = 'withdrawal' and resolved_at is null")
        .await;
    assert!(
        told.contains(&number) && told.contains("40 % of its data is used"),
        "with the used share: {told}"
    );
    assert_eq!(mails(&shop, "received your withdrawal"), 2);
}

#[tokio::test]
async fn the_time_of_the_statement_counts_not_that_of_its_carrying_out() {
    let shop = Shop::open_with(NO_WAY_BACK).await;
    shop.sandbox.stripe.set_billing_country("DE");
    let (_, _, number) = bought(&shop).await;
    shop.pass(TimeDelta::days(14) - TimeDelta::minutes(30));
    shop.browser()
        .post("/withdraw", &form(&number, BUYER, "yes"))
        .await;
    shop.rest(TimeDelta::hours(2)).await;
    assert_eq!((terminated(&shop), refunded(&shop)), (1, PRICE));
    assert_eq!(
        shop.one::<String>("select state from ops.withdrawals")
            .await,
        "done"
    );
}

#[tokio::test]
async fn a_plan_that_starts_after_the_promise_goes_to_a_person() {
    let shop = Shop::open().await;
    let (mut sarah, bought, number) = bought(&shop).await;
    let iccid = sarah.get_json(&bought.page).await["lines"][0]["iccid"]
        .as_str()
        .unwrap()
        .to_owned();
    sarah.post("/withdraw", &form(&number, "", "yes")).await;
    let id: String = shop.one("select id::text from withdrawals").await;
    withdraw::carry_out(&shop.app, id.parse().unwrap())
        .await
        .unwrap();
    assert_eq!(
        shop.one::<String>("select state from ops.withdrawals")
            .await,
        "done"
    );
    shop.sandbox.supplier.install(&iccid);
    shop.sandbox.supplier.arrive(&iccid).unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(refunded(&shop), 0);
    assert_eq!(
        shop.one::<String>("select state from ops.withdrawals")
            .await,
        "person"
    );
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from ops.alerts where kind = 'withdrawal' and resolved_at is null"
        )
        .await,
        1
    );
}

#[tokio::test]
async fn while_the_mail_that_could_stop_it_has_not_left_its_hour_has_not_begun() {
    let shop = Shop::open().await;
    let (_, _, number) = bought(&shop).await;
    shop.sandbox.mailbox.always(MailFault::Answer {
        to: "MAIL",
        code: 451,
        text: "later".to_owned(),
    });
    shop.browser()
        .post("/withdraw", &form(&number, BUYER, "yes"))
        .await;
    shop.rest(TimeDelta::hours(3)).await;
    assert_eq!(terminated(&shop), 0);
    shop.sandbox.mailbox.be_well();
    shop.rest(TimeDelta::hours(6)).await;
    assert_eq!(
        (terminated(&shop), mails(&shop, "received your withdrawal")),
        (1, 1)
    );
}

#[tokio::test]
async fn the_legal_pages_say_who_answers_and_whom_to_tell() {
    let shop = Shop::open_with(
        "[legal]\nseller = \"Example Travel Ltd\"\nregister = \"CH 0123\"\nvat_id \
         = \"GB1\"\ntelephone = \"+44 20\"\n",
    )
    .await;
    let mut anybody = shop.browser();
    let imprint = anybody.get("/imprint").await.body;
    for fact in ["Example Travel Ltd", "CH 0123", "GB1", "+44 20", "help@"] {
        assert!(imprint.contains(fact), "{fact}");
    }
    assert!(
        anybody
            .get("/de/accessibility")
            .await
            .body
            .contains("EN 301 549")
    );
    let security = anybody.get("/.well-known/security.txt").await.body;
    assert!(
        security.contains("Contact: mailto:help@") && security.contains("Expires: 20"),
        "{security}"
    );
}
