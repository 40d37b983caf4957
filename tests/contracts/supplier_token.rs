//! The supplier's access token: how it may be handed out, how it may be carried, and that a renewal
//! is one for all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use esim_storefront::esimfx::{Error, Purchase, TokenForm};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::fixture;
use crate::partner::{Partner, Say, ok};
use crate::supplier::{client, logged_in};

fn purchase() -> Purchase {
    Purchase::New {
        product_id: "p".into(),
    }
}

/// A supplier that hands out `token-1`, `token-2`, … and takes only what `accepts` says, given the
/// header and the newest number.
async fn strict(accepts: impl Fn(&str, usize) -> bool + Send + Sync + 'static) -> Partner {
    let handed = AtomicUsize::new(0);
    Partner::start(move |asked| {
        if asked.is("/auth") {
            return logged_in(&format!(
                "token-{}",
                handed.fetch_add(1, Ordering::SeqCst) + 1
            ));
        }
        let carried = asked.header("authorization").unwrap_or_default();
        if accepts(carried, handed.load(Ordering::SeqCst)) {
            ok(fixture("esimfx/create_order.json"))
        } else {
            Say::Json(401, json!({ "code": 401, "message": "Unauthorized" }))
        }
    })
    .await
}

#[tokio::test]
async fn the_token_is_found_in_each_place_it_may_be() {
    for data in [
        json!({ "access_token": "t-1", "expires_in": 3600 }),
        json!({ "token": "t-1" }),
        json!("t-1"),
        json!({ "access_token": "", "token": " t-1 " }),
    ] {
        let shown = data.clone();
        let partner = Partner::start(move |asked| {
            if asked.is("/auth") {
                ok(json!({ "code": 0, "message": "Success", "data": data }))
            } else {
                ok(fixture("esimfx/get_order.json"))
            }
        })
        .await;
        client(&partner.url).order("o").await.unwrap();
        let asked = partner.asked("get_order").pop().unwrap();
        assert_eq!(asked.header("authorization"), Some("Bearer t-1"), "{shown}");
        let log_in = partner.asked("/account/api/v1/auth").pop().unwrap();
        assert_eq!(
            (log_in.method.as_str(), log_in.header("authorization")),
            ("POST", None)
        );
        assert_eq!(
            log_in.json(),
            json!({ "client_id": "canary-client-id", "client_key": "canary-client-key" })
        );
    }
}

#[tokio::test]
async fn a_supplier_that_wants_the_token_bare_gets_it_bare_from_then_on() {
    let partner = strict(|carried, newest| carried == format!("token-{newest}")).await;
    let client = client(&partner.url);
    let key = Uuid::new_v4();
    client.create_order(&purchase(), key).await.unwrap();
    let tried = partner.asked("create_order");
    assert!(
        tried
            .iter()
            .all(|a| a.header("x-idempotency-key") == Some(key.to_string().as_str())),
        "another key on the second try"
    );
    assert_eq!(client.log_in().await.unwrap(), TokenForm::Bare);
    client
        .create_order(&purchase(), Uuid::new_v4())
        .await
        .unwrap();
    let last = &partner.asked("create_order")[tried.len()..];
    assert_eq!(last.len(), 1, "the form was forgotten");
    assert!(
        !last[0]
            .header("authorization")
            .unwrap()
            .starts_with("Bearer")
    );
}

#[tokio::test]
async fn a_supplier_that_takes_a_bearer_token_is_never_shown_a_bare_one() {
    // Token 1 ends after its first use, as if its hour were over.
    let used = AtomicUsize::new(0);
    let partner = strict(move |carried, newest| {
        carried == format!("Bearer token-{newest}")
            && (newest > 1 || used.fetch_add(1, Ordering::SeqCst) == 0)
    })
    .await;
    let client = client(&partner.url);
    for _ in 0..3 {
        client
            .create_order(&purchase(), Uuid::new_v4())
            .await
            .unwrap();
    }
    assert_eq!(partner.asked("/auth").len(), 2);
    assert!(
        partner
            .asked("create_order")
            .iter()
            .all(|a| a.header("authorization").unwrap().starts_with("Bearer "))
    );
    assert_eq!(client.log_in().await.unwrap(), TokenForm::Bearer);
}

#[tokio::test]
async fn the_same_key_goes_again_with_the_new_token() {
    for refusal in [
        Say::Json(401, json!({ "message": "no" })),
        Say::Html(401, "<html>401</html>"),
        Say::Json(200, json!({ "code": 40_100, "message": "who are you" })),
        Say::Json(200, json!({ "code": 401, "message": "" })),
        Say::Json(
            400,
            json!({ "code": 55, "message": "Access token expired" }),
        ),
    ] {
        let times = AtomicUsize::new(0);
        let shown = refusal.clone();
        let partner = Partner::start(move |asked| match times.fetch_add(1, Ordering::SeqCst) {
            _ if asked.is("/auth") => logged_in("t"),
            1 => refusal.clone(),
            _ => ok(fixture("esimfx/create_order.json")),
        })
        .await;
        let key = Uuid::new_v4();
        client(&partner.url)
            .create_order(&purchase(), key)
            .await
            .unwrap();
        let keys: Vec<_> = partner
            .asked("create_order")
            .iter()
            .map(|a| a.header("x-idempotency-key").map(str::to_owned))
            .collect();
        assert_eq!(
            keys,
            [Some(key.to_string()), Some(key.to_string())],
            "{shown:?}"
        );
        assert_eq!(partner.asked("/auth").len(), 2, "{shown:?}");
    }
}

#[tokio::test]
async fn a_supplier_that_takes_no_token_at_all_is_not_asked_for_ever() {
    let partner = strict(|_, _| false).await;
    let error = client(&partner.url)
        .create_order(&purchase(), Uuid::new_v4())
        .await
        .unwrap_err();
    assert!(
        matches!(error, Error::Unreachable(_)),
        "turned away at the door, so nothing was bought: {error}"
    );
    assert!(partner.asked("create_order").len() <= 3 && partner.asked("/auth").len() <= 3);
}

#[tokio::test]
async fn twenty_callers_share_one_log_in_and_one_renewal() {
    let void = Arc::new(AtomicUsize::new(0));
    let ended = void.clone();
    let partner = strict(move |carried, newest| {
        let number: usize = carried
            .rsplit('-')
            .next()
            .and_then(|n| n.parse().ok())
            .unwrap_or(0);
        number == newest && number > ended.load(Ordering::SeqCst)
    })
    .await;
    let client = client(&partner.url);
    let all = || futures_util::future::join_all((0..20).map(|_| client.order("o")));
    assert!(all().await.iter().all(Result::is_ok));
    assert_eq!(partner.asked("/auth").len(), 1, "each logged in for itself");
    void.store(1, Ordering::SeqCst);
    assert!(all().await.iter().all(Result::is_ok));
    assert_eq!(partner.asked("/auth").len(), 2, "each renewed for itself");
}

#[tokio::test]
async fn a_failed_log_in_is_not_kept() {
    let times = AtomicUsize::new(0);
    let partner = Partner::start(move |asked| match times.fetch_add(1, Ordering::SeqCst) {
        0 => Say::Json(500, Value::Null),
        _ if asked.is("/auth") => logged_in("t"),
        _ => ok(fixture("esimfx/get_order.json")),
    })
    .await;
    let client = client(&partner.url);
    client.order("o").await.unwrap_err();
    client.order("o").await.unwrap();
}
