//! What is read of the supplier's JSON.

use serde_json::json;

use super::*;

const CODE: &str = "LPA:1$rsp.truphone.com$JQ-2D51JC";

#[test]
fn what_is_missing_is_told_from_what_is_there_and_cannot_be_read() {
    for (esim, number, code) in [
        (json!({}), "missing", "missing"),
        (
            json!({ "iccid": null, "esim_qr": " " }),
            "missing",
            "missing",
        ),
        (
            json!({ "iccid": "8944000000000000000F", "esim_qr": " lpa:1$rsp.truphone.com$JQ-2D51JC\n" }),
            "read",
            "read",
        ),
        (
            json!({ "iccid": 8.944e19, "esim_qr": { "lpa": CODE } }),
            "unreadable",
            "unreadable",
        ),
        (
            json!({ "iccid": "\u{0}", "esim_qr": "https://qr.example/1.png" }),
            "unreadable",
            "unreadable",
        ),
    ] {
        let order = order(&json!({ "id": "o-1", "esim": esim }));
        let word = |read: bool, nothing: bool| {
            if read {
                "read"
            } else if nothing {
                "missing"
            } else {
                "unreadable"
            }
        };
        let told = (
            word(order.iccid.this().is_some(), order.iccid == Told::Nothing),
            word(
                order.code.this().is_some(),
                matches!(order.code, Told::Nothing),
            ),
        );
        assert_eq!(told, (number, code), "{esim}");
    }
}

#[test]
fn an_answer_that_says_more_stands_before_one_that_says_less() {
    let read = || Told::This(1);
    assert_eq!(read().or(Told::This(2)), read());
    assert_eq!(
        Told::Nothing
            .or(Told::Unreadable)
            .or(read())
            .or(Told::Nothing),
        read()
    );
    assert_eq!(Told::<u8>::Unreadable.or(Told::Nothing), Told::Unreadable);
}

#[test]
fn an_order_keeps_what_no_column_has_and_never_its_code() {
    let order = order(&json!({
        "id": "o-1", "status": ["?"], "channel": "api",
        "esim": { "iccid": "8944000000000000000", "esim_qr": CODE, "apn": " plus ", "manual": "JQ-2D51JC", "sponsor": "Blue" },
        "subscription": { "external_id": "X-9", "external": { "sim": 8_944_000_000_000_000_000_u64, "zone": 3 } },
    }));
    assert_eq!(
        order.raw,
        Some(
            json!({ "channel": "api", "esim": { "sponsor": "Blue" }, "subscription": { "external": { "zone": 3 } } })
        )
    );
    assert_eq!(
        (order.status.as_deref(), order.apn.as_deref()),
        (Some("UNREADABLE"), Some("plus"))
    );
    assert_eq!(order.subscription.external_id.as_deref(), Some("X-9"));
    assert!(!format!("{order:?}").contains("JQ-2D51JC"));
}

#[test]
fn a_list_of_orders_is_found_in_each_shape() {
    let entry = json!({ "product": { "id": "p" }, "subscription": { "uper_limit_amount": 10_737_418_240_u64, "used_amount": "5" } });
    for shape in [
        json!({ "orders": [entry] }),
        json!([entry]),
        json!({ "items": [entry], "last_evaluated_key": {} }),
    ] {
        let orders = orders(&shape).unwrap();
        assert_eq!(
            (
                orders.len(),
                orders[0].id.as_deref(),
                orders[0].product_id.as_deref()
            ),
            (1, None, Some("p")),
            "{shape}"
        );
        let package = &orders[0].subscription;
        assert_eq!(
            package.unit.as_deref(),
            Some("Byte"),
            "an amount without a unit is in bytes"
        );
        assert_eq!(
            package.upper_limit.map(|n| n.to_string()).as_deref(),
            Some("10737418240")
        );
    }
    assert!(orders(&json!({ "orders": {} })).is_none() && orders(&json!("x")).is_none());
    let days = subscription(&json!({ "upper_limit_amount": 7 }));
    assert_eq!(days.unit, None, "seven is no count of bytes");
}

#[test]
fn a_balance_is_found_under_whatever_name() {
    let told = json!({ "company": "x", "account": { "available_balance": "120.50", "creditLimit": 500, "balance_note": "low" }, "list": [{ "Balance": 3 }] });
    let mut found: Vec<_> = balances(&told)
        .into_iter()
        .map(|(name, number)| format!("{name} {number}"))
        .collect();
    found.sort();
    assert_eq!(
        found,
        ["Balance 3", "available_balance 120.50", "creditLimit 500"]
    );
    assert!(balances(&json!(null)).is_empty());
}
