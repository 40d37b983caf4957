//! The shelf's tables against a real database.

use chrono::TimeDelta;

use super::*;
use crate::catalogue::testing::product;
use crate::clock::now;

/// A sync that believes all it hears.
async fn replace_all(
    db: &PgPool,
    products: &[Product],
    now: DateTime<Utc>,
) -> sqlx::Result<Replaced> {
    let mut tx = db.begin().await?;
    let replaced = super::replace_all(&mut tx, products, &[], now).await?;
    tx.commit().await?;
    Ok(replaced)
}

async fn ids(db: &PgPool) -> Vec<String> {
    all(db).await.unwrap().into_iter().map(|p| p.id).collect()
}

#[sqlx::test]
async fn what_was_written_is_read_back_the_same(db: PgPool) {
    let mut unlimited = product("b", "FR DE");
    unlimited.data = Data::Unlimited;
    unlimited.imsi_profile = None;
    unlimited.cost = "12.345".parse().unwrap();
    let list = [product("a", "JP"), unlimited];
    assert_eq!(
        replace_all(&db, &list, now()).await.unwrap(),
        Replaced {
            changed: 2,
            withdrawn: 0
        }
    );
    assert_eq!(all(&db).await.unwrap(), list);
}

#[sqlx::test]
async fn the_version_is_raised_only_when_something_differs(db: PgPool) {
    let (first, second) = (now(), now() + TimeDelta::minutes(15));
    replace_all(&db, &[product("a", "JP"), product("b", "JP")], first)
        .await
        .unwrap();
    let version = state(&db).await.unwrap().version;
    assert_eq!(
        replace_all(&db, &[product("b", "JP"), product("a", "JP")], second)
            .await
            .unwrap(),
        Replaced {
            changed: 0,
            withdrawn: 0
        }
    );
    let after = state(&db).await.unwrap();
    assert_eq!((after.version, after.synced_at), (version, Some(second)));
    let mut dearer = product("a", "JP");
    dearer.cost = "3".parse().unwrap();
    let third = second + TimeDelta::minutes(15);
    assert_eq!(
        replace_all(&db, &[dearer, product("b", "JP")], third)
            .await
            .unwrap(),
        Replaced {
            changed: 1,
            withdrawn: 0
        }
    );
    assert_eq!(state(&db).await.unwrap().version, version + 1);
}

#[sqlx::test]
async fn what_is_gone_is_withdrawn_and_may_come_back(db: PgPool) {
    let (first, second, third) = (
        now(),
        now() + TimeDelta::minutes(1),
        now() + TimeDelta::minutes(2),
    );
    replace_all(&db, &[product("a", "JP"), product("b", "JP")], first)
        .await
        .unwrap();
    assert_eq!(
        replace_all(&db, &[product("b", "JP")], second)
            .await
            .unwrap(),
        Replaced {
            changed: 0,
            withdrawn: 1
        }
    );
    assert_eq!(ids(&db).await, ["b"]);
    assert_eq!(
        replace_all(&db, &[product("a", "JP"), product("b", "JP")], third)
            .await
            .unwrap(),
        Replaced {
            changed: 1,
            withdrawn: 0
        }
    );
    assert_eq!(ids(&db).await, ["a", "b"]);
}

#[sqlx::test]
async fn a_product_remembers_when_it_last_changed_and_not_when_it_was_last_seen(db: PgPool) {
    let at = |minutes: i64| now() + TimeDelta::minutes(minutes);
    let times: Vec<DateTime<Utc>> = (0..5).map(|n| at(n * 15)).collect();
    let changed = async || {
        changes(&db)
            .await
            .unwrap()
            .into_iter()
            .find(|c| c.product_id == "a")
            .unwrap()
            .at
    };
    replace_all(&db, &[product("a", "JP"), product("b", "JP")], times[0])
        .await
        .unwrap();
    replace_all(&db, &[product("a", "JP"), product("b", "JP")], times[1])
        .await
        .unwrap();
    assert_eq!(changed().await, times[0], "a sync that found nothing new");
    let mut dearer = product("a", "JP");
    dearer.cost = "3".parse().unwrap();
    replace_all(&db, &[dearer.clone(), product("b", "JP")], times[2])
        .await
        .unwrap();
    assert_eq!(changed().await, times[2], "a new price");
    replace_all(&db, &[product("b", "JP")], times[3])
        .await
        .unwrap();
    assert_eq!(changed().await, times[3], "withdrawn");
    replace_all(&db, &[dearer, product("b", "JP")], times[4])
        .await
        .unwrap();
    assert_eq!(changed().await, times[4], "back on the shelf");
}

#[sqlx::test]
async fn a_change_is_heard_by_the_other_replicas(db: PgPool) {
    let mut listener = listen(&db).await.unwrap();
    replace_all(&db, &[product("a", "JP")], now())
        .await
        .unwrap();
    tokio::time::timeout(std::time::Duration::from_secs(10), listener.heard())
        .await
        .unwrap()
        .unwrap();
}

#[sqlx::test]
async fn sales_stop_once_and_resume_once(db: PgPool) {
    assert!(
        stop_sales(&db, "the balance is short", now())
            .await
            .unwrap()
    );
    assert!(!stop_sales(&db, "again", now()).await.unwrap());
    let stopped = state(&db).await.unwrap();
    assert_eq!(stopped.sales_stopped.unwrap().1, "the balance is short");
    assert!(resume_sales(&db).await.unwrap());
    assert!(!resume_sales(&db).await.unwrap());
    assert_eq!(state(&db).await.unwrap().version, stopped.version + 1);
}

#[sqlx::test]
async fn the_shelf_follows_the_database(db: PgPool) {
    let shop =
        crate::shop::Shop::parse(include_str!("../../../shop.example.toml"), "shop.toml").unwrap();
    let catalogue = crate::catalogue::Catalogue::load(&db, &shop, now())
        .await
        .unwrap();
    assert!(
        catalogue.snapshot().is_empty() && catalogue.synced_at().is_none(),
        "an empty shelf is a shelf"
    );
    replace_all(&db, &[product("a", "JP")], now())
        .await
        .unwrap();
    assert!(catalogue.refresh(&db, now()).await.unwrap());
    assert!(!catalogue.refresh(&db, now()).await.unwrap(), "nothing new");
    assert_eq!(
        catalogue
            .plan("a")
            .unwrap()
            .title(crate::l10n::Locale::ENGLISH),
        "Japan · 1 GB · 7 days"
    );
    assert!(catalogue.synced_at().is_some());
    let tomorrow = now() + chrono::TimeDelta::days(1);
    assert!(
        catalogue.refresh(&db, tomorrow).await.unwrap(),
        "pages name days"
    );
    assert_eq!(catalogue.snapshot().day, tomorrow.date_naive());
    stop_sales(&db, "the balance is short", now())
        .await
        .unwrap();
    assert!(catalogue.refresh(&db, now()).await.unwrap() && catalogue.snapshot().sales_stopped);
}
