//! Orders in every state, for the tests of this room's words. No database.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::order_pages::{Esim, LineView, OrderView, RefundView};
use crate::flows::codes::Codes;
use domain::esim::{ActivationCode, Iccid};
use domain::line::LineState;
use domain::money::{Currency, Money};
use domain::order::PaymentState;
use domain::refund::RefundState;
use domain::sealed::Sealed;

pub const CODE: &str = "LPA:1$rsp.truphone.com$JQ-2D51JC-aBcDeF";

pub fn at(time: &str) -> DateTime<Utc> {
    format!("2026-11-23T{time}Z").parse().unwrap()
}

/// The code of its eSIM, as its owner sees it.
pub fn codes() -> Codes {
    Codes::from([(Uuid::nil(), ActivationCode::parse(CODE).unwrap())])
}

/// A paid order with these lines.
pub fn paid(lines: Vec<LineView>) -> OrderView {
    let total = Money::new(1440, Currency::USD);
    let asked = lines.iter().any(|l| l.state != LineState::Waiting);
    let here = lines.iter().any(|l| l.state == LineState::Delivered);
    OrderView {
        id: Uuid::nil(),
        order_number: "E10001".into(),
        token: "token".into(),
        buyer_hash: vec![1; 32],
        browser_until: at("10:00:00") + chrono::TimeDelta::days(90),
        email: None,
        total,
        tax: None,
        invoiced: false,
        refunded: Money::new(0, Currency::USD),
        topup: false,
        payment: PaymentState::Paid,
        held: false,
        attention: false,
        test_ended: false,
        created_at: at("10:00:00"),
        paid_at: Some(at("10:02:11")),
        ordered_at: asked.then(|| at("10:02:12")),
        unclear: false,
        mailed_at: here.then(|| at("10:02:15")),
        mail_open: false,
        mail_failed: false,
        mail_refused: false,
        mail_late: false,
        pay_url: None,
        lines: lines
            .into_iter()
            .zip(1..)
            .map(|(line, position)| LineView { position, ..line })
            .collect(),
    }
}

/// A line in this state; a delivered one has its eSIM.
pub fn line(state: LineState) -> LineView {
    let here = state == LineState::Delivered;
    LineView {
        id: Uuid::nil(),
        position: 1,
        plan_name: "Japan · 10 GB · 7 days".into(),
        product: None,
        price: Money::new(1440, Currency::USD),
        state,
        delivered_at: here.then(|| at("10:02:14")),
        target_iccid: None,
        activate_by: None,
        esim: here.then(|| Esim {
            id: Uuid::nil(),
            iccid: Iccid::parse("8944500102198304826").unwrap(),
            code: Sealed::read(CODE.to_owned()),
            status: None,
            traveller: None,
            apn: None,
        }),
        refund: None,
    }
}

/// A line that could not be had, with its money this far.
pub fn refused(state: RefundState) -> LineView {
    let settled_at = (state == RefundState::Succeeded).then(|| at("10:03:00"));
    let amount = Money::new(1440, Currency::USD);
    let refund = RefundView {
        id: Uuid::nil(),
        amount,
        cause: "undeliverable".into(),
        state,
        stripe_id: None,
        created_at: at("10:02:30"),
        settled_at,
    };
    LineView {
        refund: Some(refund),
        ..line(LineState::Refused)
    }
}
