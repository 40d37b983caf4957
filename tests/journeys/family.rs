//! Four eSIMs for four people: names, the one that the buyer keeps, links one by one and all at
//! once; what the page says of each; who may.

use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, Shop, logs};
use chrono::TimeDelta;
use reqwest::Method;
use sandbox::faults::{Fault, Rule};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

/// Four eSIMs, their buyer, and the path of their order.
pub async fn four() -> (Shop, Browser, String) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    sarah.user_agent = IPHONE.to_owned();
    let bought = shop.buy(&mut sarah, PLAN, 4).await;
    shop.settle().await;
    (shop, sarah, bought.page)
}

pub async fn press(sarah: &mut Browser, page: &str, names: [&str; 4], wish: &str) -> Answer {
    let form = [
        ("name-1", names[0]),
        ("name-2", names[1]),
        ("name-3", names[2]),
        ("name-4", names[3]),
        ("do", wish),
    ];
    sarah.post(&format!("{page}/family"), &form).await
}

/// The links of a page that has just made some, and the names before them.
pub fn links(made: &Answer) -> Vec<(String, String)> {
    assert_eq!(
        (made.status, made.headers["cache-control"].to_str().unwrap()),
        (200, "no-store"),
        "{}",
        made.words()
    );
    let text = made.text_of("#links").unwrap();
    let (mut found, mut name) = (Vec::new(), Vec::new());
    for word in text.split(' ') {
        match word.find("/for/") {
            Some(at) => found.push((std::mem::take(&mut name).join(" "), word[at..].to_owned())),
            None => name.push(word),
        }
    }
    found
}

fn rows(page: &Answer) -> Vec<String> {
    (1..=page.count(".who > li"))
        .map(|at| page.text_of(&format!(".who > li:nth-child({at})")).unwrap())
        .collect()
}

#[tokio::test]
async fn one_press_names_all_keeps_one_and_sends_a_link_to_each_of_the_others() {
    let (shop, mut sarah, page) = four().await;
    let before = sarah.get(&page).await;
    assert_eq!(
        before.text_of("#family").as_deref(),
        Some("Who are they for?")
    );
    assert_eq!(
        before.count("a.tap"),
        0,
        "nothing is installed here before it is said which"
    );
    let kept = press(&mut sarah, &page, ["", "Mum", "Lucía", "Leo"], "mine-1").await;
    assert_eq!(
        (kept.status, kept.location.as_deref()),
        (303, Some(format!("{page}#family").as_str()))
    );
    let order = sarah.get(&page).await;
    assert_eq!(
        order.count("a.tap"),
        1,
        "one is installed here, and only one"
    );
    assert_eq!(
        order.attributes(".who details[open]", "name").len(),
        1,
        "one QR code at a time"
    );
    assert_eq!(
        order.attributes("input[name^=name-]", "value"),
        ["Mum", "Lucía", "Leo"]
    );
    assert!(
        !order
            .attributes("button[name=do]", "value")
            .iter()
            .any(|wish| wish.starts_with("mine-")),
        "this phone is said once"
    );
    let made = press(&mut sarah, &page, ["", "Mum", "Lucía", "Leo"], "send-all").await;
    let made = links(&made);
    assert_eq!(
        made.iter()
            .map(|(name, _)| name.as_str())
            .collect::<Vec<_>>(),
        ["Mum:", "Lucía:", "Leo:"]
    );
    let json = sarah.get_json(&page).await;
    for (at, (name, link)) in made.iter().enumerate() {
        let theirs = shop.browser().get(link).await;
        assert_eq!(
            theirs.text_of("h1"),
            Some(format!("For {}", name.trim_end_matches(':')))
        );
        for line in 0..4 {
            let code = json["lines"][line]["activation_code"].as_str().unwrap();
            assert_eq!(
                theirs.body.contains(code),
                line == at + 1,
                "link {at} opens its own eSIM and no other"
            );
        }
    }
    let after = sarah.get(&page).await;
    let rows = rows(&after);
    assert!(rows[0].starts_with("eSIM 1 of 4 This phone"), "{}", rows[0]);
    for (row, name) in rows[1..].iter().zip(["Mum", "Lucía", "Leo"]) {
        assert_eq!(
            row,
            &format!("{name} link sent · not installed yet Send again {name}"),
            "one line"
        );
    }
    assert_eq!((after.count("a.tap"), after.count(".who img.qr")), (1, 1));
    assert!(
        !after.body.contains("/for/") && after.count("[data-once]") == 0,
        "links are shown this once"
    );
    // What the traveller does shows up at the next look.
    shop.sandbox
        .supplier
        .install(json["lines"][1]["iccid"].as_str().unwrap());
    shop.pass(TimeDelta::seconds(61));
    let then = sarah.get(&page).await;
    assert!(
        then.words()
            .contains("Mum link sent · Installed ✓ Show Mum"),
        "{}",
        then.words()
    );
    logs::assert_without(
        &made
            .iter()
            .map(|(_, link)| link.trim_start_matches("/for/").to_owned())
            .collect::<Vec<_>>(),
    );
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn those_that_are_here_are_named_while_others_are_still_to_come() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(
        Rule::once(
            "create_order",
            Fault::Status {
                status: 503,
                body: String::new(),
            },
        )
        .after(2)
        .times(2),
    );
    let mut sarah = shop.browser();
    let page = shop.buy(&mut sarah, PLAN, 4).await.page;
    shop.settle().await;
    let some = sarah.get(&page).await;
    assert_eq!(
        some.text_of("h1").as_deref(),
        Some("2 of your 4 eSIMs are ready")
    );
    let here = some.attributes("input[name^=name-]", "name");
    assert_eq!(
        (here.len(), some.count(".who > li")),
        (2, 2),
        "only those that are here: {here:?}"
    );
    // What of the page is told apart while it is read again has a name, so that the rest of it may
    // come and go around what somebody writes.
    assert_eq!(some.count("[data-phase] > :not(header):not([data-key])"), 0);
    assert_eq!(
        (
            some.count("[data-key=clock]"),
            some.count("[data-key=story]")
        ),
        (1, 0)
    );
    assert_eq!(
        sarah
            .post(
                &format!("{page}/family"),
                &[(here[0].as_str(), "Mum"), ("do", "names")]
            )
            .await
            .status,
        303
    );
    shop.rest(TimeDelta::minutes(30)).await;
    let all = sarah.get(&page).await;
    assert_eq!(all.text_of("h1").as_deref(), Some("Your 4 eSIMs are ready"));
    assert_eq!(
        (all.count("[data-key=clock]"), all.count("[data-key=story]")),
        (0, 1)
    );
    assert_eq!(
        all.attributes("input[name^=name-]", "name"),
        ["name-1", "name-2", "name-3", "name-4"]
    );
    assert_eq!(
        all.attributes(&format!("input[name={}]", here[0]), "value"),
        ["Mum"]
    );
    assert_eq!(
        all.attributes("[data-phase]", "data-phase"),
        some.attributes("[data-phase]", "data-phase"),
        "what is written stays in place"
    );
    shop.close().await;
}

#[tokio::test]
async fn the_one_that_is_kept_changes_and_what_is_kept_has_no_link() {
    let (shop, mut sarah, page) = four().await;
    let link = links(&press(&mut sarah, &page, ["", "", "", ""], "send-3").await)
        .remove(0)
        .1;
    let mine = "select coalesce(array_agg(l.position order by l.position), '{}') from esims e
                join lines l on l.id = e.line_id where e.mine";
    for (wish, expected) in [
        ("mine-1", vec![1]),
        ("mine-2", vec![2]),
        ("mine-3", vec![3]),
        ("nobody", vec![]),
        ("mine-4", vec![4]),
        ("send-4", vec![]),
    ] {
        press(&mut sarah, &page, ["", "", "", ""], wish).await;
        assert_eq!(shop.one::<Vec<i32>>(mine).await, expected, "{wish}");
    }
    assert_eq!(
        shop.browser().get(&link).await.status,
        404,
        "kept by its buyer, it is nobody else's"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_name_that_is_none_stops_the_press_and_is_told_at_its_field() {
    let (shop, mut sarah, page) = four().await;
    let long = "x".repeat(41);
    for wish in ["send-all", "mine-1", "names"] {
        let answer = press(&mut sarah, &page, ["Me", "Mum", &long, ""], wish).await;
        assert_eq!(answer.status, 422);
        assert_eq!(
            answer.text_of("#name-3-error").as_deref(),
            Some("Up to 40 characters, on one line.")
        );
        assert_eq!(
            answer.attributes(".errors[autofocus] a", "href"),
            ["#name-3"],
            "above all else, and with the focus"
        );
        assert!(
            answer.text_of("title").unwrap().starts_with("Error: "),
            "{:?}",
            answer.text_of("title")
        );
        assert_eq!(
            answer.attributes("input[name^=name-]", "value"),
            ["Me", "Mum", &long, ""],
            "what was typed stays"
        );
    }
    assert_eq!(
        shop.one::<i64>("select count(*) from esims where traveller is not null or mine")
            .await,
        0
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from esim_keys where purpose = 'traveller'")
            .await,
        0
    );
    assert_eq!(
        press(&mut sarah, &page, ["<b>", "Mum", "", ""], "names")
            .await
            .status,
        303
    );
    assert_eq!(
        sarah
            .get(&page)
            .await
            .attributes("input[name=name-1]", "value"),
        ["<b>"]
    );
    shop.close().await;
}

#[tokio::test]
async fn nobody_but_the_buyer_says_whom_they_are_for() {
    let (shop, sarah, page) = four().await;
    let mail = shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("?key="))
        .unwrap()
        .to_owned();
    let mut phone = shop.browser();
    phone.user_agent = IPHONE.to_owned();
    phone.get(&link[link.find("/orders/").unwrap()..]).await;
    let theirs = phone.get(&page).await;
    assert_eq!(
        (theirs.count("a.tap"), theirs.count("input[name^=name-]")),
        (4, 0),
        "who came by the mail installs any, and gives none away"
    );
    assert!(!theirs.body.contains("/family") && theirs.words().contains("Sign in to send links"));
    assert_eq!(
        theirs.attributes("input[name=return_to]", "value"),
        std::slice::from_ref(&page)
    );
    for wish in ["names", "mine-1", "nobody", "send-1", "send-all"] {
        for visitor in [&mut phone, &mut shop.browser()] {
            assert_eq!(
                press(visitor, &page, ["Eve", "", "", ""], wish)
                    .await
                    .status,
                404,
                "{wish}"
            );
        }
        let foreign = sarah
            .request(Method::POST, &format!("{page}/family"))
            .header("sec-fetch-site", "cross-site")
            .form(&[("do", wish)]);
        assert_eq!(sarah.clone().send(foreign).await.status, 403, "{wish}");
    }
    for wish in ["", "end-1", "mine-5", "mine-x"] {
        assert_eq!(
            press(&mut sarah.clone(), &page, ["", "", "", ""], wish)
                .await
                .status,
            404,
            "{wish}"
        );
    }
    assert_eq!(
        shop.one::<i64>("select count(*) from esims where traveller is not null or mine")
            .await,
        0
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from esim_keys where purpose = 'traveller'")
            .await,
        0
    );
    // Kept for the buyer's phone, that one alone is installed from the mail's page too.
    press(&mut sarah.clone(), &page, ["", "", "", ""], "mine-2").await;
    press(&mut sarah.clone(), &page, ["", "", "", ""], "send-3").await;
    let theirs = phone.get(&page).await;
    assert_eq!((theirs.count("a.tap"), theirs.count(".who img.qr")), (1, 3));
    assert_eq!(
        sarah.clone().get(&format!("{page}/family")).await.location,
        Some(page)
    );
    shop.close().await;
}

#[tokio::test]
async fn the_mail_of_four_says_once_what_is_so_of_all_and_has_each_code() {
    let (shop, _, _) = four().await;
    let mail = shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    for part in [&mail.text, &mail.html] {
        assert_eq!(part.matches("One eSIM for each phone").count(), 1, "{part}");
        for esim in shop.sandbox.supplier.esims() {
            assert_eq!(part.matches(&esim.esim_qr).count(), 1, "{part}");
        }
    }
    for esim in shop.sandbox.supplier.esims() {
        let grouped = esim
            .iccid
            .as_bytes()
            .chunks(4)
            .map(|four| std::str::from_utf8(four).unwrap())
            .collect::<Vec<_>>()
            .join(" ");
        // Between Arabic words its groups would stand in the opposite order.
        assert!(
            mail.html
                .contains(&format!("<span dir=\"ltr\">{grouped}</span>")),
            "{}",
            mail.html
        );
    }
    assert_eq!(mail.html.matches("Start by").count(), 1, "{}", mail.html);
    assert_eq!(
        mail.html.matches("<h2").count(),
        2,
        "no heading for each: when you land, the receipt"
    );
    shop.close().await;
}
