//! What a log tells: each line of a request or of a job says whose it is, so that a checkout is
//! followed to its call at the supplier.

use crate::support::{PLAN, Shop, logs};

#[tokio::test]
async fn a_checkout_is_followed_in_the_log_to_its_call_at_the_supplier() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let sql = "select id::text from orders";
    let (order, line) = (
        shop.one::<String>(sql).await,
        shop.one::<String>("select id::text from lines").await,
    );
    let log = logs::text();
    let told = |words: &str, id: &str| -> String {
        let found = log.lines().find(|l| l.contains(words) && l.contains(id));
        found.unwrap_or_else(|| panic!("{words}: {id}")).to_owned()
    };
    let placed = told("an order was placed", &order);
    assert!(placed.contains("request{request.id="), "{placed}");
    assert!(placed.contains("http.route=\"/checkout\""), "{placed}");
    let number = placed
        .split_once("order.number=")
        .and_then(|(_, rest)| rest.split(' ').next())
        .unwrap();
    let asked = told("the supplier is asked for an order", &line);
    assert!(
        asked.contains(&format!("job{{job.name=line {line}")),
        "{asked}"
    );
    assert!(asked.contains(&format!("order.number={number}")), "{asked}");
    drop(bought);
    shop.close().await;
}
