//! The mails that use brings: arrived, running low, used up, over.

use super::notices::{assert_says, iccid, only, sold, told};
use crate::support::{BUYER, Shop};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use esim_storefront::flows::usage;

const GB: u64 = 1 << 30;

/// What has happened at the supplier is read, as a webhook would make us do, and told; twice, as
/// webhooks come twice.
async fn read(shop: &Shop) {
    for _ in 0..2 {
        usage::read(&shop.app, &iccid(shop)).await.unwrap();
        shop.settle().await;
    }
}

fn pass_until(shop: &Shop, hour: u32) {
    let now = shop.app.clock.now();
    let today: DateTime<Utc> = now
        .date_naive()
        .and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap())
        .and_utc();
    let then = if today > now {
        today
    } else {
        today + TimeDelta::days(1)
    };
    shop.pass(then - now);
}

#[tokio::test]
async fn arriving_is_answered_with_the_home_lines_roaming_first() {
    let (shop, mut sarah, _) = sold(1).await;
    shop.sandbox.supplier.arrive(&iccid(&shop)).unwrap();
    read(&shop).await;
    let mail = only(&shop, "You’re connected");
    let help = mail
        .text
        .split_whitespace()
        .find(|word| word.ends_with("/no-internet"))
        .unwrap();
    assert_eq!(
        sarah
            .get(help.strip_prefix(&shop.url).unwrap())
            .await
            .status,
        200
    );
    let ends: DateTime<Utc> = shop.one("select ends_at from packages").await;
    let ends = ends.format("%-d %b %Y, %H:%M UTC").to_string();
    assert_says(
        &mail,
        &[
            "check that data roaming is off on your home line",
            &ends,
            "/no-internet",
        ],
    );
    shop.close().await;
}

#[tokio::test]
async fn running_low_is_told_once_a_step_with_the_figures_of_now_and_a_key_of_its_own() {
    let (shop, _, _) = sold(1).await;
    shop.sandbox
        .supplier
        .use_data(&iccid(&shop), 8 * GB + GB / 2)
        .unwrap();
    read(&shop).await;
    let mail = only(&shop, "1.5 GB left of 10 GB");
    assert_says(&mail, &["8.5 GB of 10 GB used"]);
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/top-up?key="))
        .unwrap();
    let path = link.strip_prefix(&shop.url).unwrap();
    assert_eq!(
        shop.browser().get(path).await.status,
        200,
        "the link's key does not open the page"
    );
    assert_eq!(
        shop.browser()
            .get(path.split('?').next().unwrap())
            .await
            .status,
        404,
        "without it the page is nobody's"
    );
    shop.sandbox.supplier.use_data(&iccid(&shop), GB).unwrap();
    read(&shop).await;
    only(&shop, "512 MB left of 10 GB");
    assert_eq!(
        shop.one::<i64>("select count(*) from mails where kind like 'running_low%'")
            .await,
        2,
        "80 and 90; 50 was passed over"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_step_that_was_overtaken_while_its_mail_waited_is_not_told() {
    let (shop, _, _) = sold(1).await;
    shop.sandbox
        .supplier
        .use_data(&iccid(&shop), 5 * GB + GB / 2)
        .unwrap();
    usage::read(&shop.app, &iccid(&shop)).await.unwrap();
    shop.sandbox
        .supplier
        .use_data(&iccid(&shop), 4 * GB)
        .unwrap();
    read(&shop).await;
    let low: Vec<String> = shop
        .sandbox
        .mailbox
        .messages_to(BUYER)
        .into_iter()
        .map(|m| m.subject)
        .filter(|s| s.contains(" left of "))
        .collect();
    assert_eq!(low.len(), 1, "{low:?}");
    shop.close().await;
}

#[tokio::test]
async fn the_end_of_the_data_is_told_at_once() {
    let (shop, _, _) = sold(1).await;
    // Midnight in Japan: whoever has just used the last of it is awake.
    pass_until(&shop, 15);
    shop.sandbox
        .supplier
        .use_data(&iccid(&shop), 10 * GB)
        .unwrap();
    read(&shop).await;
    assert_says(
        &only(&shop, "Your data is used up"),
        &["/top-up?key=", "/esim/japan"],
    );
    shop.close().await;
}

#[tokio::test]
async fn the_end_of_the_days_is_told_by_day_at_the_destination() {
    let (shop, _, _) = sold(1).await;
    shop.sandbox.supplier.arrive(&iccid(&shop)).unwrap();
    pass_until(&shop, 15);
    shop.sandbox.supplier.expire(&iccid(&shop)).unwrap();
    read(&shop).await;
    assert_eq!(
        told(&shop, "Your plan has ended").len(),
        0,
        "it is midnight in Japan"
    );
    pass_until(&shop, 23);
    shop.pass(TimeDelta::minutes(1));
    shop.settle().await;
    assert_says(
        &only(&shop, "Your plan has ended"),
        &["/top-up?key=", "has expired"],
    );
    shop.close().await;
}
