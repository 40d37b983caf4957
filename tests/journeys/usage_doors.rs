//! Who may see how much of an eSIM is used.

use crate::support::living::Sold;
use crate::support::{PLAN, Shop};
use reqwest::Method;

/// Every page and form of an eSIM.
async fn everything_of(shop: &Shop, iccid: &str) -> Vec<(Method, String)> {
    let owned = shop.owned(iccid).await;
    let line = shop.packages(iccid).await.remove(0).line.unwrap();
    let esim = format!("/my-esims/{}", owned.esim.id);
    let package = format!("{esim}/packages/{}", line.id);
    let mut all: Vec<(Method, String)> = [
        "",
        "/qr.png",
        "/sheet",
        "/no-internet",
        "/start-by.ics",
        "/top-up",
    ]
    .into_iter()
    .map(|page| (Method::GET, format!("{esim}{page}")))
    .collect();
    all.push((Method::POST, format!("{esim}/top-up")));
    for page in ["give-back", "start"] {
        all.extend([Method::GET, Method::POST].map(|method| (method, format!("{package}/{page}"))));
    }
    all
}

#[tokio::test]
async fn another_travellers_esim_is_a_plain_404_at_every_door() {
    let sold = Sold::one().await;
    let mut eve = sold.shop.browser();
    let hers = sold.shop.buy(&mut eve, PLAN, 1).await;
    sold.shop.settle().await;
    let iccids: Vec<String> = sold
        .shop
        .sandbox
        .supplier
        .esims()
        .into_iter()
        .map(|e| e.iccid)
        .collect();
    let mine = iccids.iter().find(|iccid| **iccid != sold.iccid).unwrap();
    let line = sold
        .shop
        .package_of(mine, &hers.order_id)
        .await
        .line
        .unwrap()
        .id;
    let mut doors = everything_of(&sold.shop, &sold.iccid).await;
    // Her own package, reached through another's eSIM, and the other way round.
    let (theirs, own) = (
        sold.shop.owned(&sold.iccid).await.esim.id,
        sold.shop.owned(mine).await.esim.id,
    );
    let their_line = sold
        .shop
        .known_packages(&sold.iccid)
        .await
        .remove(0)
        .line
        .unwrap()
        .id;
    for path in [
        format!("/my-esims/{theirs}/packages/{line}/give-back"),
        format!("/my-esims/{own}/packages/{their_line}/give-back"),
    ] {
        doors.extend([
            (Method::GET, path.clone()),
            (Method::POST, path.replace("give-back", "start")),
        ]);
    }
    let form = [
        ("product_id", PLAN),
        ("price_minor", "1440"),
        ("back_minor", "1440"),
        ("key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ];
    let calls = sold.shop.sandbox.supplier.calls("get_esim_orders").len();
    for (method, path) in &doors {
        for (who, browser) in [
            ("another traveller", &mut eve),
            ("nobody", &mut sold.shop.browser()),
        ] {
            let mut request = browser.request(method.clone(), path);
            if *method == Method::POST {
                request = request.header("origin", &sold.shop.url).form(&form);
            }
            let answer = browser.send(request).await;
            assert_eq!(answer.status, 404, "{who}: {method} {path}");
            assert!(
                answer.words().contains("Page not found")
                    && answer.words().contains("Is this yours?"),
                "{}",
                answer.words()
            );
            assert!(!answer.body.contains(&sold.iccid), "{path}");
            assert_eq!(answer.headers["cache-control"], "no-store");
        }
    }
    assert_eq!(
        sold.shop.sandbox.supplier.calls("get_esim_orders").len(),
        calls,
        "the supplier was not even asked"
    );
    assert_eq!(sold.shop.one::<i64>("select count(*) from orders").await, 2);
    assert_eq!(
        sold.shop
            .one::<i64>(
                "select (select count(*) from cancellations) + (select count(*) from starts)"
            )
            .await,
        0
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn the_owner_finds_every_door_open() {
    let mut sold = Sold::one().await;
    for (method, path) in everything_of(&sold.shop, &sold.iccid).await {
        let answer = match method {
            Method::GET => sold.sarah.get(&path).await,
            _ => sold.sarah.post(&path, &[]).await,
        };
        assert!(
            [200, 303, 422].contains(&answer.status),
            "{method} {path}: {}",
            answer.status
        );
    }
    sold.shop.rest_long().await;
    sold.shop.close().await;
}
