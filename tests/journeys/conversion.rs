//! How many of those who open a plan's page pay: counted without a cookie, and said on the desk.

use axum::http::Method;
use chrono::TimeDelta;
use esim_storefront::flows::clean_up;

use crate::desk::{OLGA, signed_in, with_desk};
use crate::support::{PLAN, Shop};

const SEEN: &str =
    "select coalesce(sum(plan_views), 0)::bigint from ops.conversion where mode = 'test'";

async fn written(shop: &Shop) -> i64 {
    shop.app.views.write(&shop.app.db, false).await.unwrap();
    shop.one(SEEN).await
}

#[tokio::test]
async fn opened_plan_pages_and_paid_orders_are_counted_by_the_day_and_the_desk_says_the_share() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut sarah = shop.browser();
    let page = format!("/plans/{PLAN}");
    for path in [
        page.clone(),
        page.clone(),
        format!("/es{page}?quantity=2"),
        format!("{page}?code=SPRING"),
    ] {
        assert_eq!(sarah.get(&path).await.status, 200, "{path}");
    }
    let etag = sarah.get(&page).await.headers["etag"]
        .to_str()
        .unwrap()
        .to_owned();
    let again = sarah
        .send(
            sarah
                .request(Method::GET, &page)
                .header("accept", "text/html")
                .header("if-none-match", etag),
        )
        .await;
    assert_eq!(again.status, 304, "as the browser still has it");
    assert_eq!(sarah.get("/plans/no-such-plan").await.status, 404);
    let mut robot = shop.browser();
    robot.user_agent =
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)".to_owned();
    assert_eq!(robot.get(&page).await.status, 200);
    assert_eq!(written(&shop).await, 6);
    for at in 0..PLAN.len() {
        let spelt = format!(
            "/plans/{}%{:02x}{}",
            &PLAN[..at],
            PLAN.as_bytes()[at],
            &PLAN[at + 1..]
        );
        assert_eq!(sarah.get(&spelt).await.status, 200, "{spelt}");
    }
    assert_eq!(written(&shop).await, 6 + i64::try_from(PLAN.len()).unwrap());
    assert_eq!(
        shop.one::<i64>("select count(*) from plan_views").await,
        1,
        "one row, however the address is written"
    );

    let opened = sarah.get(&page).await;
    assert!(opened.headers.get("set-cookie").is_none());
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let seen = written(&shop).await;
    assert_eq!(
        shop.one::<i64>("select paid_orders from ops.conversion where plan_views > 0")
            .await,
        1
    );
    let today = signed_in(&shop, OLGA, &olga.secret)
        .await
        .get("/desk")
        .await
        .words();
    let share = 1000 / seen;
    let words = format!(
        "Plan pages opened {seen} 1 order of eSIMs paid: {}.{} %",
        share / 10,
        share % 10
    );
    assert!(today.contains(&words), "{words}: {today}");

    shop.pass(TimeDelta::days(401));
    clean_up::run(&shop.app).await.unwrap();
    assert_eq!(written(&shop).await, 0);
}
