//! Reading the supplier's list, whole or not at all.

use std::cell::RefCell;

use serde_json::json;

use super::*;
use crate::catalogue::testing::product;

type Reply = Result<ProductPage, esimfx::Error>;

fn page(ids: &[&str], next: Option<Value>) -> Reply {
    Ok(ProductPage {
        products: ids.iter().map(|id| product(id, "JP")).collect(),
        skipped: 0,
        next,
    })
}

/// Answers with the replies in turn, and remembers where each page was asked to start.
async fn read(replies: Vec<Reply>) -> (Result<List, SyncError>, Vec<Option<Value>>) {
    let replies = RefCell::new(replies.into_iter());
    let starts = RefCell::new(Vec::new());
    let list = read_all(|start| {
        starts.borrow_mut().push(start);
        let reply = replies.borrow_mut().next().unwrap();
        async { reply }
    })
    .await;
    (list, starts.into_inner())
}

#[tokio::test]
async fn every_page_is_read_from_where_the_last_one_ended() {
    let replies = vec![
        page(&["a", "b"], Some(json!({"id": "b"}))),
        page(&["c"], Some(json!({"id": "c"}))),
        page(&[], None),
    ];
    let (list, starts) = read(replies).await;
    let list = list.unwrap();
    assert_eq!(list.products.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(list.pages, 3);
    assert_eq!(
        starts,
        [None, Some(json!({"id": "b"})), Some(json!({"id": "c"}))]
    );
}

#[tokio::test]
async fn the_later_of_two_copies_counts() {
    let mut newer = product("a", "JP");
    newer.days = 30;
    let last = Ok(ProductPage {
        products: vec![newer],
        skipped: 0,
        next: None,
    });
    let list = read(vec![page(&["a"], Some(json!(1))), last])
        .await
        .0
        .unwrap();
    assert_eq!(list.products["a"].days, 30);
}

#[tokio::test]
async fn a_missing_page_is_no_list() {
    let replies = vec![
        page(&["a"], Some(json!(1))),
        Err(esimfx::Error::Unreachable("refused".into())),
    ];
    assert!(matches!(
        read(replies).await.0,
        Err(SyncError::Page { page: 2, .. })
    ));
}

#[tokio::test]
async fn a_list_that_turns_back_on_itself_is_no_list() {
    let replies = vec![
        page(&["a"], Some(json!(1))),
        page(&["b"], Some(json!(2))),
        page(&["c"], Some(json!(1))),
    ];
    assert!(matches!(read(replies).await.0, Err(SyncError::Endless(3))));
}

#[tokio::test]
async fn an_empty_list_does_not_empty_the_shelf() {
    assert!(matches!(
        read(vec![page(&[], None)]).await.0,
        Err(SyncError::Empty)
    ));
}

#[tokio::test]
async fn a_few_unreadable_entries_are_left_out_and_many_are_an_error() {
    let with = |skipped| {
        Ok(ProductPage {
            products: vec![product("a", "JP"), product("b", "JP")],
            skipped,
            next: None,
        })
    };
    assert_eq!(read(vec![with(2)]).await.0.unwrap().skipped, 2);
    assert!(matches!(
        read(vec![with(3)]).await.0,
        Err(SyncError::Unreadable {
            skipped: 3,
            total: 5
        })
    ));
}
