//! What an order says of itself in each of its states.

use super::*;
use crate::web::account::order_sample::{at, line, paid, refused};

fn words(order: &OrderView) -> OrderWords<'_> {
    static CLOCKS: std::sync::LazyLock<Delivery> = std::sync::LazyLock::new(Delivery::default);
    OrderWords {
        t: Locale::ENGLISH,
        order,
        delivery: &CLOCKS,
        owner: true,
    }
}

fn said(order: &OrderView) -> String {
    words(order).lead().to_string()
}

fn clock(order: &OrderView) -> Vec<String> {
    words(order)
        .steps()
        .iter()
        .map(|s| {
            format!(
                "{} {}{}",
                s.label,
                s.class,
                s.at.map(|at| at.format("%H:%M:%S").to_string())
                    .unwrap_or_default()
            )
        })
        .collect()
}

#[test]
fn the_clock_says_what_happened_when() {
    let order = paid(vec![line(LineState::Delivered)]);
    assert_eq!(
        clock(&order),
        [
            "Paid 10:02:11",
            "Ordered 10:02:12",
            "Ready 10:02:14",
            "Emailed 10:02:15"
        ]
    );
    assert_eq!(words(&order).headline(), "Your eSIM is ready");
}

#[test]
fn while_waiting_it_says_until_when_and_what_then() {
    let mut order = paid(vec![line(LineState::Ordering)]);
    assert_eq!(
        clock(&order),
        [
            "Paid 10:02:11",
            "Ordered 10:02:12",
            "Ready now",
            "Emailed next"
        ]
    );
    assert!(said(&order).contains(">10:32 UTC</time>, we refund you automatically"));
    order.unclear = true;
    assert!(said(&order).contains(">12:02 UTC</time>, we refund you automatically"));
}

#[test]
fn nothing_delivered_is_said_plainly_with_the_money() {
    let order = paid(vec![refused(RefundState::Pending)]);
    assert_eq!(
        clock(&order),
        [
            "Paid 10:02:11",
            "Ordered 10:02:12",
            "Not delivered failed",
            "Refund on its way now"
        ]
    );
    assert_eq!(words(&order).headline(), "Your refund is on its way");
    let order = paid(vec![refused(RefundState::Succeeded)]);
    assert_eq!(clock(&order).last().unwrap(), "Refunded back10:03:00");
    assert_eq!(words(&order).headline(), "You’ve been refunded");
    assert_eq!(
        words(&order).returned()[0].text,
        "$14.40 refunded on 23 Nov 2026. The network could not deliver this eSIM."
    );
}

#[test]
fn a_refund_that_came_back_is_not_called_done() {
    let order = paid(vec![refused(RefundState::Failed)]);
    assert_eq!(words(&order).headline(), "We are looking into your order");
    assert_eq!(clock(&order).last().unwrap(), "Refund bounced failed");
}

#[test]
fn some_of_three_are_counted() {
    let order = paid(vec![
        line(LineState::Delivered),
        line(LineState::Delivered),
        refused(RefundState::Succeeded),
    ]);
    assert_eq!(words(&order).headline(), "2 of your 3 eSIMs are ready");
    assert_eq!(clock(&order)[2], "2 of 3 ready 10:02:14");
    let order = paid(vec![
        line(LineState::Delivered),
        line(LineState::Ordering),
        line(LineState::Waiting),
    ]);
    assert_eq!(
        words(&order).steps()[2].note.as_deref(),
        Some("1 of 3 so far")
    );
    assert!(said(&order).contains("10:32 UTC"));
}

#[test]
fn before_payment_nothing_is_promised() {
    let unpaid = |payment| OrderView {
        payment,
        paid_at: None,
        ..paid(vec![line(LineState::Waiting)])
    };
    for (payment, headline) in [
        (PaymentState::AwaitingPayment, "Waiting for your payment"),
        (PaymentState::Processing, "Your payment is on its way"),
        (PaymentState::Failed, "Your payment did not go through"),
        (PaymentState::Expired, "This order was not paid"),
    ] {
        let order = unpaid(payment);
        assert_eq!(words(&order).headline(), headline);
        assert!(
            words(&order).steps().iter().all(|s| !s.class.is_empty()),
            "nothing is ticked"
        );
    }
    assert!(words(&unpaid(PaymentState::Expired)).sell_again());
}

fn given_back(state: RefundState) -> LineView {
    let refund = refused(state)
        .refund
        .map(|r| crate::db::order_pages::RefundView {
            cause: "cancelled".into(),
            ..r
        });
    LineView {
        refund,
        delivered_at: Some(at("10:02:14")),
        ..line(LineState::Cancelled)
    }
}

#[test]
fn what_was_given_back_is_told_with_its_money() {
    let order = paid(vec![given_back(RefundState::Pending)]);
    assert_eq!(
        words(&order).headline(),
        "Cancelled. Your refund is on its way"
    );
    let order = paid(vec![given_back(RefundState::Succeeded)]);
    assert_eq!(words(&order).headline(), "Cancelled and refunded");
    assert_eq!(
        clock(&order)[2..],
        [
            "Ready 10:02:14",
            "Emailed now",
            "Cancelled 10:02:30",
            "Refunded back10:03:00"
        ]
    );
    let order = paid(vec![
        given_back(RefundState::Succeeded),
        line(LineState::Delivered),
    ]);
    assert_eq!(
        words(&order).headline(),
        "Your eSIM is ready",
        "the one that was kept"
    );
}

#[test]
fn one_of_each_of_several_plans_is_one_travellers() {
    let of = |names: &[&str]| {
        let named = |name: &&str| LineView {
            plan_name: (*name).to_owned(),
            ..line(LineState::Delivered)
        };
        paid(names.iter().map(named).collect())
    };
    let kind = |names: &[&str]| (of(names).mixed(), of(names).one_of_each());
    assert_eq!(
        (kind(&["a"]), kind(&["a", "a"])),
        ((false, false), (false, false))
    );
    assert_eq!(
        (kind(&["a", "b"]), kind(&["a", "a", "b"])),
        ((true, true), (true, false))
    );
    assert!(
        words(&of(&["a", "b"]))
            .lead()
            .to_string()
            .contains("each part of your trip")
    );
}

#[test]
fn a_top_up_is_told_as_what_it_is() {
    let topup = |lines| OrderView {
        topup: true,
        ..paid(lines)
    };
    let order = topup(vec![line(LineState::Ordering)]);
    assert_eq!(
        (words(&order).headline().as_str(), clock(&order)[2].as_str()),
        ("Getting your top-up", "Added now")
    );
    let order = topup(vec![line(LineState::Delivered)]);
    assert_eq!(
        (words(&order).headline().as_str(), clock(&order)[2].as_str()),
        ("Your top-up is on your eSIM", "Added 10:02:14")
    );
    let order = topup(vec![refused(RefundState::Succeeded)]);
    assert_eq!(words(&order).headline(), "You’ve been refunded");
    assert!(clock(&order).contains(&"Not added failed".to_owned()));
    assert_eq!(
        words(&order).returned()[0].text,
        "$14.40 refunded on 23 Nov 2026. The network could not add it to your eSIM."
    );
}

#[test]
fn only_the_owner_goes_on_to_payment() {
    let order = OrderView {
        payment: PaymentState::AwaitingPayment,
        pay_url: Some("https://checkout.stripe.com/c".into()),
        ..paid(vec![line(LineState::Waiting)])
    };
    assert!(words(&order).may_pay());
    assert!(
        !OrderWords {
            owner: false,
            ..words(&order)
        }
        .may_pay()
    );
}

#[test]
fn a_refused_mail_points_to_the_page() {
    let order = OrderView {
        mailed_at: None,
        mail_failed: true,
        ..paid(vec![line(LineState::Delivered)])
    };
    assert_eq!(
        (
            words(&order).steps()[3].label.as_str(),
            words(&order).steps()[3].class
        ),
        ("Email bounced", "failed")
    );
}
