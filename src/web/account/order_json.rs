//! An order for scripts: the contract's JSON, and the state that live pages hear. Codes only for
//! its owner and who came by a key from its mail, and never in what is streamed.

use serde_json::{Value, json};

use crate::db::order_pages::{LineView, OrderView, Seen};
use crate::flows::codes::Codes;
use domain::line::LineState;

/// `{order_number, payment_state, delivery_state, lines: […]}`; what only the owner may see is null
/// for others, who have no codes.
#[must_use]
pub fn of(order: &OrderView, codes: Option<&Codes>) -> Value {
    let lines: Vec<Value> = order.lines.iter().map(|l| line(l, codes)).collect();
    json!({
        "order_number": order.order_number,
        "payment_state": order.payment.as_str(),
        "delivery_state": order.delivery().as_str(),
        "lines": lines,
    })
}

fn line(line: &LineView, codes: Option<&Codes>) -> Value {
    let owner = codes.is_some();
    let esim = line
        .esim
        .as_ref()
        .filter(|_| owner && line.state == LineState::Delivered);
    // A top-up has no codes of its own: only which eSIM it is on.
    let topped_up = line
        .target_iccid
        .as_deref()
        .filter(|_| owner && line.state == LineState::Delivered);
    let code = esim.and_then(|esim| codes?.get(&esim.id));
    json!({
        "state": line.state.as_str(),
        "plan_name": line.plan_name,
        "iccid": esim.map(|e| e.iccid.digits()).or(topped_up),
        "activation_code": code.map(|code| code.expose()),
        "smdp_address": code.map(|code| code.smdp_address()),
        "matching_id": code.map(|code| code.expose_matching_id()),
    })
}

/// What a live page hears: that something changed, and to what. Never a code.
#[must_use]
pub fn state(seen: &Seen) -> Value {
    json!({
        "payment_state": seen.payment.as_str(),
        "delivery_state": seen.delivery.as_str(),
        "lines": seen.lines.iter().map(|state| state.as_str()).collect::<Vec<_>>(),
        "mailed": seen.mailed,
        "at_rest": seen.at_rest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::account::order_sample::{CODE, codes, line, paid};

    #[test]
    fn the_owner_gets_the_codes_and_nobody_else() {
        let order = paid(vec![line(LineState::Delivered), line(LineState::Ordering)]);
        let owner = of(&order, Some(&codes()));
        assert_eq!(owner["lines"][0]["activation_code"], CODE);
        assert_eq!(
            of(&order, Some(&Codes::new()))["lines"][0]["activation_code"],
            Value::Null,
            "one that cannot be opened"
        );
        assert_eq!(owner["lines"][0]["matching_id"], "JQ-2D51JC-aBcDeF");
        assert_eq!(owner["lines"][0]["smdp_address"], "rsp.truphone.com");
        assert_eq!(owner["lines"][1]["activation_code"], Value::Null);
        for shown in [of(&order, None), state(&order.seen())] {
            let text = shown.to_string();
            assert!(
                !text.contains("JQ-2D51JC")
                    && !text.contains("rsp.truphone.com")
                    && !text.contains("89445"),
                "{text}"
            );
        }
        assert_eq!(of(&order, None)["lines"][0]["activation_code"], Value::Null);
        assert_eq!(of(&order, None)["delivery_state"], "partly_delivered");
    }

    #[test]
    fn a_top_up_names_the_esim_it_is_on_to_its_buyer_alone() {
        let order = paid(vec![LineView {
            target_iccid: Some("8944500102198304826".into()),
            esim: None,
            ..line(LineState::Delivered)
        }]);
        assert_eq!(
            of(&order, Some(&codes()))["lines"][0]["iccid"],
            "8944500102198304826"
        );
        assert_eq!(
            of(&order, Some(&codes()))["lines"][0]["activation_code"],
            Value::Null
        );
        assert_eq!(of(&order, None)["lines"][0]["iccid"], Value::Null);
    }

    #[test]
    fn an_esim_that_was_given_back_is_shown_to_nobody() {
        let order = paid(vec![LineView {
            state: LineState::Cancelled,
            ..line(LineState::Delivered)
        }]);
        assert!(!of(&order, Some(&codes())).to_string().contains("JQ-2D51JC"));
    }
}
