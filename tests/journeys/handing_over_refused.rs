//! What handing over refuses: strangers, other sites, names that are none.

use super::handing_over::{make_link, three};
use crate::support::living::Sold;
use reqwest::Method;

#[tokio::test]
async fn what_opens_a_topup_opens_no_code_and_what_opens_the_code_no_topup() {
    let sold = Sold::one().await;
    let esim = sold.shop.owned(&sold.iccid).await;
    let key = esim_storefront::flows::topup::fresh_key(
        &sold.shop.app,
        esim.esim.id,
        sold.shop.app.clock.now(),
    )
    .await
    .unwrap();
    let mut eve = sold.shop.browser();
    assert_eq!(eve.get(&format!("/for/{}", key.expose())).await.status, 404);
    let made = esim_storefront::flows::hand_over::make_link(&sold.shop.app, &esim)
        .await
        .unwrap();
    assert_eq!(
        eve.get(&format!(
            "/my-esims/{}/top-up?key={}",
            esim.esim.id,
            made.token.expose()
        ))
        .await
        .status,
        404
    );
    for guessed in [
        "/for/x",
        "/for/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/for/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/qr.png",
    ] {
        assert_eq!(eve.get(guessed).await.status, 404, "{guessed}");
    }
    sold.shop.close().await;
}

#[tokio::test]
async fn nobody_but_the_owner_names_makes_or_ends_and_no_other_site_does_it_for_them() {
    let (shop, mut sarah, paths) = three().await;
    let link = make_link(&mut sarah, &paths[0], "Mia").await;
    let mut eve = shop.browser();
    for wish in ["name", "link", "end", "phone"] {
        assert_eq!(
            eve.post(&paths[0], &[("name", "Eve"), ("do", wish)])
                .await
                .status,
            404,
            "{wish}"
        );
        let foreign = sarah
            .request(Method::POST, &paths[0])
            .header("sec-fetch-site", "cross-site")
            .form(&[("name", "Eve"), ("do", wish)]);
        assert_eq!(sarah.send(foreign).await.status, 403, "{wish}");
    }
    assert_eq!(eve.get(&paths[0]).await.status, 404);
    assert_eq!(
        eve.get(&link).await.text_of("h1").as_deref(),
        Some("For Mia"),
        "still as it was"
    );
    assert_eq!(
        sarah.post(&paths[0], &[("do", "nonsense")]).await.status,
        404
    );
    shop.close().await;
}

#[tokio::test]
async fn a_name_that_is_none_is_told_beside_its_field_and_markup_in_one_stays_text() {
    let (shop, mut sarah, paths) = three().await;
    for name in ["x".repeat(41), "Mia\u{202e}".to_owned()] {
        let answer = sarah
            .post(&paths[0], &[("name", &name), ("do", "link")])
            .await;
        assert_eq!(answer.status, 422);
        assert_eq!(
            answer.text_of("#name-error").as_deref(),
            Some("Up to 40 characters, on one line.")
        );
        assert_eq!(
            answer.attributes("#name", "value"),
            [name],
            "what was typed stays"
        );
    }
    assert_eq!(
        shop.one::<i64>("select count(*) from esim_keys where purpose = 'traveller'")
            .await,
        0
    );
    let link = make_link(&mut sarah, &paths[0], "<b>Mia</b>").await;
    let page = shop.browser().get(&link).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("For <b>Mia</b>"));
    let named = sarah
        .post(&paths[0], &[("name", "ليلى"), ("do", "name")])
        .await;
    assert_eq!(named.status, 303);
    assert!(
        shop.browser()
            .get(&format!("/ar{link}"))
            .await
            .text_of("h1")
            .unwrap()
            .contains("ليلى")
    );
    assert_eq!(
        sarah
            .post(&paths[0], &[("name", ""), ("do", "name")])
            .await
            .status,
        303
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from esims where traveller is not null")
            .await,
        0,
        "a name can be taken away"
    );
    shop.close().await;
}
