//! A key from a mail opens one eSIM's top-ups.

use super::topup::{form_of, page_of, press, session_in};
use crate::support::BUYER;
use crate::support::living::{Sold, TOPUP};
use esim_storefront::flows::topup;

#[tokio::test]
async fn a_key_from_a_mail_opens_this_one_page_and_shows_no_code() {
    let mut sold = Sold::one().await;
    let owned = sold.shop.owned(&sold.iccid).await;
    let key = topup::fresh_key(&sold.shop.app, owned.esim.id, sold.shop.app.clock.now())
        .await
        .unwrap();
    let path = page_of(&sold).await;
    let by_key = format!("{path}?key={}", key.expose());
    let mut phone = sold.shop.browser();
    let page = phone.get(&by_key).await;
    assert_eq!(page.status, 200);
    assert!(
        page.words().contains("10 GB, not started"),
        "{}",
        page.words()
    );
    let esim = sold.shop.sandbox.supplier.esims().remove(0);
    let code = esim.esim_qr.rsplit('$').next().unwrap().to_owned();
    for secret in [
        &esim.iccid,
        &owned.esim.iccid.grouped(),
        &esim.esim_qr,
        &code,
        &BUYER.to_owned(),
    ] {
        assert!(!page.body.contains(secret.as_str()), "{secret}");
    }
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    // It opens no other door, and nothing but the very key opens this one.
    for other in ["", "/qr.png", "/sheet", "/no-internet", "/start-by.ics"] {
        assert_eq!(
            phone
                .get(&format!(
                    "/my-esims/{}{other}?key={}",
                    owned.esim.id,
                    key.expose()
                ))
                .await
                .status,
            404,
            "{other}"
        );
    }
    for wrong in [
        path.clone(),
        format!("{path}?key="),
        format!("{path}?key={}", "x".repeat(43)),
    ] {
        assert_eq!(phone.get(&wrong).await.status, 404, "{wrong}");
    }
    let form = form_of(&page, TOPUP);
    let without: Vec<_> = form
        .iter()
        .filter(|(name, _)| name != "key")
        .cloned()
        .collect();
    assert_eq!(
        press(&mut phone, &path, &without).await.status,
        404,
        "the key is asked for again at the button"
    );
    let session = session_in(&press(&mut phone, &path, &form).await);
    sold.shop.sandbox.stripe.pay(&session, BUYER).unwrap();
    sold.shop.settle().await;
    assert_eq!(sold.shop.topups_sold().len(), 1);
    let owners = sold.sarah.get(&path).await;
    assert!(
        !owners.body.contains("name=\"key\""),
        "the owner needs no key"
    );
    sold.shop.pass(chrono::TimeDelta::days(topup::KEY_DAYS + 1));
    assert_eq!(
        sold.shop.browser().get(&by_key).await.status,
        404,
        "a key is not for ever"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}
