//! What the supplier offers for an eSIM, and offers no more.

use crate::support::BUYER;
use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};
use esim_storefront::flows::checkout::{CheckoutError, Unsold};
use esim_storefront::flows::topup::{self, NotOffered};
use sandbox::faults::{Fault, Rule};

#[tokio::test]
async fn what_the_supplier_no_longer_offers_is_refused_before_stripe_is_asked() {
    let sold = Sold::one().await;
    let shown = sold.shop.topup_price(&sold.iccid, TOPUP).await;
    let pages = sold.shop.sandbox.stripe.sessions().len();
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    let refused = sold
        .shop
        .wish_for_topup(&sold.iccid, TOPUP, shown)
        .await
        .unwrap_err();
    assert!(
        matches!(&refused, CheckoutError::Unsold(plans) if plans[0].1 == Unsold::Gone),
        "{refused}"
    );
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, true);
    sold.shop.sandbox.supplier.set_price_cents(TOPUP, 900);
    let dearer = sold
        .shop
        .wish_for_topup(&sold.iccid, TOPUP, shown)
        .await
        .unwrap_err();
    assert!(
        matches!(&dearer, CheckoutError::Unsold(plans) if plans[0].1 == Unsold::Dearer),
        "{dearer}"
    );
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        "get_available_topups",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let silent = sold
        .shop
        .wish_for_topup(&sold.iccid, TOPUP, shown)
        .await
        .unwrap_err();
    assert!(matches!(silent, CheckoutError::Failed(_)), "{silent}");
    assert_eq!(
        sold.shop.sandbox.stripe.sessions().len(),
        pages,
        "Stripe was asked for a top-up that is not offered"
    );
    assert_eq!(sold.shop.one::<i64>("select count(*) from orders").await, 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn the_page_comes_again_with_what_fits_now() {
    let mut sold = Sold::one().await;
    let path = format!(
        "/my-esims/{}/top-up",
        sold.shop.owned(&sold.iccid).await.esim.id
    );
    let page = sold.sarah.get(&path).await;
    let offered = page.attributes("input[name=product_id]", "value");
    let at = offered.iter().position(|id| id == TOPUP).unwrap();
    let price = page
        .attributes("input[name=price_minor]", "value")
        .remove(at);
    assert_eq!(price, TOPUP_PRICE.to_string());
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    let pages = sold.shop.sandbox.stripe.sessions().len();
    let again = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", &price)])
        .await;
    assert_eq!(again.status, 422);
    assert!(
        again.words().contains("You haven’t been charged"),
        "{}",
        again.words()
    );
    let now = again.attributes("input[name=product_id]", "value");
    assert!(
        !now.is_empty() && !now.contains(&TOPUP.to_owned()),
        "{now:?}"
    );
    assert_eq!(sold.shop.sandbox.stripe.sessions().len(), pages);
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, true);
    let dearer = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", "1")])
        .await;
    assert_eq!(dearer.status, 422);
    assert!(dearer.words().contains("$3.30"), "{}", dearer.words());
    let on = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", &price)])
        .await;
    assert_eq!(on.status, 303);
    assert_eq!(sold.shop.sandbox.stripe.sessions().len(), pages + 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn nothing_is_offered_for_an_esim_that_is_past_use() {
    let sold = Sold::one().await;
    sold.shop
        .sandbox
        .supplier
        .set_status(&sold.iccid, "BLOCKED");
    sold.shop.packages(&sold.iccid).await;
    let esim = sold.shop.owned(&sold.iccid).await;
    let asked = sold
        .shop
        .sandbox
        .supplier
        .calls("get_available_topups")
        .len();
    assert!(matches!(
        topup::offers(&sold.shop.app, &esim).await,
        Err(NotOffered::Nothing)
    ));
    assert_eq!(
        sold.shop
            .sandbox
            .supplier
            .calls("get_available_topups")
            .len(),
        asked
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn what_is_no_longer_offered_once_it_is_paid_is_refunded_without_an_order() {
    let mut sold = Sold::one().await;
    let bought = sold.shop.begin_topup(&sold.iccid).await;
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    sold.shop
        .sandbox
        .stripe
        .pay(&bought.session_id, BUYER)
        .unwrap();
    sold.shop.settle().await;
    let order = sold.sarah.get_json(&bought.page).await;
    assert_eq!(
        order["delivery_state"], "refunded",
        "no clock had to run: {order}"
    );
    assert_eq!(
        sold.shop.sandbox.supplier.calls("create_order").len(),
        1,
        "the supplier was asked for what it does not offer"
    );
    assert_eq!(sold.shop.sent_back().len(), 1);
    let mails = sold.shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(mails.len(), 2);
    assert!(
        mails[1].text.contains("We’re refunding $3.30") && mails[1].text.contains("top-up"),
        "{}",
        mails[1].text
    );
    let why = sold
        .shop
        .one::<String>("select outcome_reason from lines where operation = 'TOPUP'")
        .await;
    assert!(why.contains("no longer offers"), "{why}");
    sold.shop.close().await;
}
