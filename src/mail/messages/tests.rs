//! What the mails about an order say.

use super::testing::{ada, assert_says, receipt, shop};
use super::*;

const CODE: &str = "LPA:1$rsp.truphone.com$JQ-2D51JC-aBcDeF";

fn esim(position: i32) -> MailedEsim {
    MailedEsim {
        position,
        plan_name: "Japan · 10 GB · 7 days".into(),
        iccid: Iccid::parse("8944500102198304826").unwrap(),
        code: ActivationCode::parse(CODE).unwrap(),
        start_by: Some("22 Jan 2027".into()),
        apn: Some("data.esim".into()),
    }
}

fn delivered(esims: Vec<MailedEsim>) -> Delivered<'static> {
    Delivered {
        ordered: esims.len(),
        one_of_each: false,
        waiting: 0,
        shop: shop(),
        order_number: "10001",
        order_url: "https://shop.example/orders/abc",
        esims,
        refunds: Vec::new(),
        receipt: receipt(),
    }
}

#[test]
fn the_delivery_mail_is_the_receipt_too() {
    let told = [
        "Receipt",
        "Europe · 5 GB · 30 days",
        "$18.00",
        "$32.40",
        "23 Nov 2026, 10:02 UTC",
        "E10001",
        "1 High Street",
    ];
    assert_says(&delivered(vec![esim(1)]).letter(ada()).unwrap(), &told);
}

#[test]
fn both_parts_of_the_delivery_mail_carry_what_installs_an_esim() {
    let letter = delivered(vec![esim(1)]).letter(ada()).unwrap();
    for part in [&letter.text, &letter.html] {
        for needed in [
            "rsp.truphone.com",
            "JQ-2D51JC-aBcDeF",
            "https://shop.example/orders/abc",
            "This eSIM can only be installed once. Do not remove it from your phone.",
            "22 Jan 2027",
            "data.esim",
            "8944 5001 0219 8304 826",
        ] {
            assert!(part.contains(needed), "{needed} is missing in\n{part}");
        }
        assert!(
            !part.contains("esimsetup."),
            "the raw one-tap link belongs on the page"
        );
    }
    assert!(letter.text.contains(CODE));
    assert_eq!(letter.subject, "Your eSIM is ready – Layover 10001");
    assert!(letter.html.contains("cid:esim-1@qr"));
    assert_eq!(letter.pictures.len(), 1);
}

#[test]
fn three_esims_are_numbered_and_have_three_pictures() {
    let letter = delivered(vec![esim(1), esim(2), esim(3)])
        .letter(ada())
        .unwrap();
    assert!(letter.subject.starts_with("Your 3 eSIMs are ready"));
    assert!(letter.html.contains("eSIM 3") && letter.text.contains("eSIM 3"));
    assert_eq!(
        letter
            .pictures
            .iter()
            .map(|(cid, _)| cid.as_str())
            .collect::<Vec<_>>(),
        ["esim-1@qr", "esim-2@qr", "esim-3@qr"]
    );
}

#[test]
fn the_first_of_three_says_that_two_may_follow() {
    let letter = Delivered {
        ordered: 3,
        waiting: 2,
        ..delivered(vec![esim(2)])
    }
    .letter(ada())
    .unwrap();
    assert!(letter.subject.starts_with("1 of your 3 eSIMs is ready"));
    for part in [&letter.text, &letter.html] {
        assert!(
            part.contains("2 more are on their way") && part.contains("eSIM 2: "),
            "{part}"
        );
    }
}

#[test]
fn a_refund_mail_says_what_how_much_and_why() {
    let refunds = vec![MailedRefund {
        plan_name: "Japan <10 GB>".into(),
        amount: "$14.40".into(),
        why: "The network could not deliver this eSIM.".into(),
        ..MailedRefund::default()
    }];
    let letter = refunded(refunds).letter(ada()).unwrap();
    assert!(letter.subject.contains("$14.40"));
    assert!(
        letter.html.contains("Japan &lt;10 GB&gt;"),
        "{}",
        letter.html
    );
    assert!(letter.text.contains("Japan <10 GB>") && letter.text.contains("could not deliver"));
    assert!(
        !letter.html.contains("kept") && !letter.text.contains("reference"),
        "what is not so or not known is not mentioned"
    );
}

fn refunded(refunds: Vec<MailedRefund>) -> Refunded<'static> {
    Refunded {
        shop: shop(),
        order_number: "E10001",
        order_url: "https://shop.example/orders/abc",
        refunds,
        total: "$14.40".into(),
    }
}

#[test]
fn a_plan_given_back_is_told_with_what_was_kept_and_both_references() {
    let refunds = vec![MailedRefund {
        plan_name: "Japan · 10 GB · 7 days".into(),
        amount: "$13.40".into(),
        why: "You cancelled this plan before using it.".into(),
        kept: Some("$1.00".into()),
        reference: Some("re_3Layover".into()),
        at: Some("24 Nov 2026, 09:15 UTC".into()),
    }];
    let letter = refunded(refunds).letter(ada()).unwrap();
    let told = [
        "You cancelled this plan before using it.",
        "A $1.00 fee was deducted",
        "re_3Layover",
        "24 Nov 2026, 09:15 UTC",
        "E10001",
    ];
    assert_says(&letter, &told);
}

#[test]
fn a_sign_in_mail_is_its_link_and_its_time() {
    let mail = SignIn {
        shop: shop(),
        link: "https://shop.example/login/tok",
        minutes: 15,
    };
    assert!(!format!("{mail:?}").contains("tok"));
    let letter = mail.letter(ada()).unwrap();
    assert!(
        letter.text.contains("https://shop.example/login/tok")
            && letter.text.contains("15 minutes")
    );
    assert!(letter.html.contains("https://shop.example/login/tok"));
}
