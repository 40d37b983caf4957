//! Discount codes by command.

use super::codes::{post, refused, session_of};
use crate::operators::{command, printed};
use crate::support::{PLAN, Shop};

#[tokio::test]
async fn codes_are_made_listed_and_ended_by_command_and_the_audit_says_by_whom() {
    let shop = Shop::open().await;
    let made = command(
        &shop,
        &[
            "codes",
            "create",
            "spring",
            "--percent",
            "10",
            "--uses",
            "100",
            "--until",
            "2099-12-31",
            "--product",
            PLAN,
        ],
    )
    .await;
    assert!(made.status.success(), "{made:?}");
    assert!(
        printed(&made).contains("SPRING: 10 % off each eSIM; 100 uses; until 2099-12-31")
            && printed(&made).contains("/?code=SPRING")
    );
    assert_eq!(
        command(&shop, &["codes", "create", "SPRING", "--amount", "5"])
            .await
            .status
            .code(),
        Some(1),
        "a name is used once"
    );
    assert_eq!(
        command(
            &shop,
            &[
                "codes",
                "create",
                "OTHER",
                "--percent",
                "5",
                "--product",
                "nosuch"
            ]
        )
        .await
        .status
        .code(),
        Some(1)
    );
    session_of(&post(&mut shop.browser(), PLAN, 1, "spring").await);
    let listed = printed(&command(&shop, &["codes", "list"]).await);
    assert!(
        listed.contains("SPRING") && listed.contains("used 0 of 100 (0 late), 1 reserved"),
        "{listed}"
    );
    let json: serde_json::Value = serde_json::from_str(&printed(
        &command(&shop, &["codes", "list", "--json"]).await,
    ))
    .unwrap();
    assert_eq!(
        (&json[0]["code"], &json[0]["reserved"], &json[0]["mode"]),
        (&"SPRING".into(), &1.into(), &"test".into())
    );
    assert!(
        command(&shop, &["codes", "end", "Spring"])
            .await
            .status
            .success()
    );
    assert_eq!(
        command(&shop, &["codes", "end", "Spring"])
            .await
            .status
            .code(),
        Some(1)
    );
    assert!(
        refused(&post(&mut shop.browser(), PLAN, 1, "spring").await).contains("no longer valid")
    );
    let audit: Vec<(String, String)> =
        sqlx::query_as("select actor, act from ops.audit order by at")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        audit,
        [
            ("operator:olga".to_owned(), "code created".to_owned()),
            ("operator:olga".to_owned(), "code ended".to_owned())
        ]
    );
    shop.close().await;
}
