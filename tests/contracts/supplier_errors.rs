//! What the supplier's failures mean to the caller: no for good, no for now, perhaps, or never
//! left.

use esim_storefront::esimfx::{Client, Error, Purchase};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::fixture;
use crate::partner::{Partner, Say, nobody};
use crate::supplier::{KEY, client, logged_in};

async fn partner(say: Say) -> (Partner, Client) {
    let partner = Partner::start(move |asked| {
        if asked.is("/auth") {
            logged_in("canary-token")
        } else {
            say.clone()
        }
    })
    .await;
    let client = client(&partner.url);
    (partner, client)
}

async fn buy(client: &Client) -> Result<(), Error> {
    let purchase = Purchase::New {
        product_id: "p".into(),
    };
    client
        .create_order(&purchase, Uuid::new_v4())
        .await
        .map(drop)
}

async fn bought(say: Say) -> Result<(), Error> {
    let (_partner, client) = partner(say).await;
    buy(&client).await
}

fn sorted(result: &Result<(), Error>) -> &'static str {
    match result {
        Ok(()) => "done",
        Err(Error::Refused { .. }) => "refused",
        Err(Error::LowBalance { .. }) => "low balance",
        Err(Error::Unclear { .. }) => "unclear",
        Err(Error::Unreachable(_)) => "unreachable",
    }
}

#[tokio::test]
async fn code_zero_is_success_whatever_the_status_and_nothing_else_is() {
    let sale = fixture("esimfx/create_order.json");
    let with_code = |code: Value| {
        let mut body = sale.clone();
        body["code"] = code;
        body
    };
    for (status, code, means) in [
        (200, json!(0), "done"),
        (201, json!(0), "done"),
        (400, json!(0), "done"),
        (500, json!(0), "done"),
        (200, json!("0"), "done"),
        (200, json!(1), "unclear"),
        (200, json!("success"), "unclear"),
        (200, json!(false), "unclear"),
        (200, Value::Null, "unclear"),
        (200, json!(""), "unclear"),
    ] {
        let result = bought(Say::Json(status, with_code(code.clone()))).await;
        assert_eq!(sorted(&result), means, "{status} {code}: {result:?}");
    }
    let mut without = sale.clone();
    without.as_object_mut().unwrap().remove("code");
    for body in [without, json!([]), json!("ok"), json!({})] {
        let result = bought(Say::Json(200, body)).await;
        assert!(
            matches!(&result, Err(Error::Unclear { code: None, .. })),
            "{result:?}"
        );
    }
}

#[tokio::test]
async fn a_no_is_final_only_when_the_owner_has_learned_its_code() {
    for (code, message, means) in [
        (json!(40_400), "no such product", "refused"),
        (json!("40400"), "no such product", "refused"),
        (json!(40_200), "pay first", "low balance"),
        (json!(99), "Insufficient balance", "low balance"),
        (json!(99), "Account balance is not enough", "low balance"),
        (json!(99), "balance sheet attached", "unclear"),
        (json!(77_777), "try later", "unclear"),
        (json!(404), "not found", "unclear"),
        (json!(-1), "", "unclear"),
    ] {
        let result = bought(Say::Json(
            200,
            json!({ "code": code, "message": message, "data": {} }),
        ))
        .await;
        assert_eq!(sorted(&result), means, "{code} {message}: {result:?}");
        let told = result.unwrap_err();
        assert_eq!(told.code(), Some(code.to_string().trim_matches('"')));
    }
}

#[tokio::test]
async fn a_broken_reply_is_perhaps_for_an_order_and_never_for_a_question() {
    for say in [
        Say::Html(502, "<html>Bad gateway</html>"),
        Say::Html(200, ""),
        Say::Html(200, "{\"code\": 0"),
        Say::Cut,
    ] {
        let (_partner, client) = partner(say.clone()).await;
        assert_eq!(sorted(&buy(&client).await), "unclear", "{say:?}");
    }
    let (_partner, client) = partner(Say::Cut).await;
    assert_eq!(sorted(&client.order("o").await.map(drop)), "unreachable");
    assert_eq!(
        sorted(&client.terminate("o").await.map(drop)),
        "unclear",
        "it may have been ended"
    );
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_done() {
    let away = client(&nobody());
    assert_eq!(sorted(&buy(&away).await), "unreachable");
    assert_eq!(sorted(&away.order("o").await.map(drop)), "unreachable");
    // The log-in worked, and then the supplier went away.
    let partner = Partner::start(|asked| {
        if asked.is("/auth") {
            logged_in("t")
        } else {
            Say::Cut
        }
    })
    .await;
    let client = client(&partner.url);
    client.log_in().await.unwrap();
    assert_eq!(sorted(&buy(&client).await), "unclear");
}

#[tokio::test]
async fn silence_is_perhaps_for_an_order_and_never_for_a_question() {
    let (partner, client) = partner(Say::Silence).await;
    let (sale, question, product) =
        tokio::join!(buy(&client), client.order("o"), client.product("p"));
    assert_eq!(sorted(&sale), "unclear");
    assert_eq!(sorted(&question.map(drop)), "unreachable");
    assert!(product.is_err(), "silence is not a product that is gone");
    assert_eq!(
        partner.asked("create_order").len(),
        1,
        "the door repeats nothing by itself"
    );
}

#[tokio::test]
async fn an_order_that_could_not_log_in_never_left() {
    for say in [
        Say::Json(
            200,
            json!({ "code": 10_001, "message": "wrong client key" }),
        ),
        Say::Json(403, json!({ "error": "blocked" })),
        Say::Html(502, "<html></html>"),
        Say::Cut,
        Say::Json(200, json!({ "code": 0, "data": {} })),
    ] {
        let partner = Partner::start(move |_| say.clone()).await;
        let result = buy(&client(&partner.url)).await;
        assert_eq!(sorted(&result), "unreachable", "{result:?}");
        assert!(partner.asked("create_order").is_empty());
    }
}

#[tokio::test]
async fn no_failure_repeats_a_secret() {
    let loud = "token canary-token for canary-client-key already issued \
                LPA:1$smdp.plus.example$CANARY-CODE \
                eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.canary";
    for code in [40_400, 40_200, 1] {
        let result = bought(Say::Json(200, json!({ "code": code, "message": loud })))
            .await
            .unwrap_err();
        let text = format!("{result} {result:?}");
        assert!(
            !text.contains("CANARY-CODE") && !text.contains("eyJhbGci") && !text.contains(KEY),
            "{text}"
        );
    }
    let shut = Partner::start(move |_| Say::Json(200, json!({ "code": 7, "message": loud }))).await;
    let text = buy(&client(&shut.url)).await.unwrap_err().to_string();
    assert!(text.contains("log-in") && !text.contains(KEY), "{text}");
    let away = buy(&client(&nobody())).await.unwrap_err();
    let text = format!("{away} {away:?}");
    assert!(!text.contains(KEY) && !text.contains("http://"), "{text}");
}

#[tokio::test]
async fn an_endless_reply_is_not_read_to_its_end() {
    let long = "x".repeat(9 << 20);
    let result = bought(Say::Json(200, json!({ "code": 0, "message": long }))).await;
    assert_eq!(sorted(&result), "unclear", "{result:?}");
}

#[tokio::test]
async fn too_many_is_answered_with_fewer_at_once_and_a_plain_failure_is_not() {
    let (_partner, client) =
        partner(Say::Json(500, json!({ "code": 50_000, "message": "oops" }))).await;
    buy(&client).await.unwrap_err();
    assert_eq!(client.at_once(), 64);
    let (_partner, client) = partner(Say::Json(
        429,
        json!({ "code": 42_900, "message": "slow down" }),
    ))
    .await;
    buy(&client).await.unwrap_err();
    assert_eq!(client.at_once(), 32);
}
