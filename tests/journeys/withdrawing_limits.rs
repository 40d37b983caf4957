//! Where the right of withdrawal ends, and how often it can be asked for.

use super::withdrawing::{NO_WAY_BACK, bought, form, mails, refunded, terminated};
use crate::support::{BUYER, Shop};
use chrono::TimeDelta;

#[tokio::test]
async fn statements_again_and_again_do_not_fill_the_mailbox() {
    let shop = Shop::open().await;
    let (mut sarah, _, number) = bought(&shop).await;
    for _ in 0..6 {
        assert_eq!(
            sarah
                .post("/withdraw", &form(&number, "", "yes"))
                .await
                .status,
            200
        );
        shop.rest(TimeDelta::minutes(2)).await;
    }
    assert_eq!(mails(&shop, "received your withdrawal"), 2);
}

#[tokio::test]
async fn where_the_law_does_not_give_it_the_owners_rules_stand_and_a_person_decides() {
    let shop = Shop::open_with(NO_WAY_BACK).await;
    shop.sandbox.stripe.set_billing_country("US");
    let (mut sarah, _, number) = bought(&shop).await;
    sarah.post("/withdraw", &form(&number, "", "yes")).await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!((terminated(&shop), refunded(&shop)), (0, 0));
    assert_eq!(
        shop.one::<String>("select state from ops.withdrawals")
            .await,
        "person"
    );
}

#[tokio::test]
async fn a_field_that_is_missing_is_named_and_a_network_has_five_tries_an_hour() {
    let shop = Shop::open().await;
    let missing = shop
        .browser()
        .post("/withdraw", &form("", "not an address", ""))
        .await;
    assert_eq!(missing.status, 422);
    assert!(
        missing.body.contains("id=\"order_number-error\"")
            && missing.body.contains("id=\"email-error\"")
    );
    for times in 0..7 {
        let answer = shop
            .browser()
            .post("/withdraw", &form("E12345", BUYER, "yes"))
            .await;
        assert_eq!(answer.status, if times < 5 { 200 } else { 429 }, "{times}");
    }
}
