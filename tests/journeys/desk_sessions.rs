//! How long a session of the desk lasts, and what ends it.

use super::desk::{OLGA, TOM, address, signed_in, with_desk};
use chrono::TimeDelta;
use esim_storefront::flows::desk::{self};

#[tokio::test]
async fn a_session_ends_after_an_hour_without_use_and_after_twelve_with() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut idle = signed_in(&shop, OLGA, &olga.secret).await;
    shop.pass(TimeDelta::minutes(59));
    assert_eq!(idle.get("/desk").await.status, 200);
    shop.pass(TimeDelta::minutes(61));
    assert_eq!(idle.get("/desk").await.status, 303, "an hour without use");
    let mut busy = signed_in(&shop, OLGA, &olga.secret).await;
    for _ in 0..13 {
        shop.pass(TimeDelta::minutes(55));
        assert_eq!(busy.get("/desk/find").await.status, 200);
    }
    shop.pass(TimeDelta::minutes(10));
    assert_eq!(busy.get("/desk").await.status, 303, "twelve hours");
    shop.close().await;
}

#[tokio::test]
async fn who_is_revoked_is_off_the_list_or_gets_another_role_notices_at_the_next_request() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    shop.run("update staff set role = 'support' where role = 'owner'")
        .await;
    assert_eq!(owner.get("/desk/orders/E1/refund").await.status, 403);
    let elsewhere = shop
        .beside(|config| config.shop.desk.staff.retain(|one| one != TOM))
        .await;
    assert_eq!(
        helper
            .at(&shop.serve(elsewhere).await)
            .get("/desk")
            .await
            .status,
        303,
        "off the list"
    );
    assert_eq!(helper.get("/desk").await.status, 200);
    assert!(
        desk::revoke(&shop.app, &address(TOM), "root")
            .await
            .unwrap()
    );
    assert_eq!(helper.get("/desk").await.status, 303, "revoked");
    assert_eq!(
        shop.one::<i64>("select count(*) from staff_sessions where address like 'tom%'")
            .await,
        0
    );
    assert!(
        !desk::revoke(&shop.app, &address(TOM), "root")
            .await
            .unwrap()
    );
    shop.close().await;
}

#[tokio::test]
async fn the_database_keeps_a_used_code_used_and_leaves_nothing_to_who_is_revoked() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    signed_in(&shop, OLGA, &olga.secret).await;
    let back = sqlx::query("update staff set last_step = 0 where role = 'owner'")
        .execute(&shop.app.db)
        .await;
    assert!(
        back.unwrap_err()
            .to_string()
            .contains("a code that was used stays used")
    );
    let kept = sqlx::query("update staff set revoked_at = now() where role = 'owner'")
        .execute(&shop.app.db)
        .await;
    assert!(kept.is_err(), "a secret of somebody who was revoked");
    desk::revoke(&shop.app, &address(OLGA), "root")
        .await
        .unwrap();
    for left in [
        "select count(*) from staff_sessions",
        "select count(*) from staff_links where address like 'olga%'",
        "select count(*) from staff_recovery_codes where address like 'olga%'",
    ] {
        assert_eq!(shop.one::<i64>(left).await, 0, "{left}");
    }
    shop.close().await;
}
