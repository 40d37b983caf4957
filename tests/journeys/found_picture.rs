//! The picture that a shared link shows.

use crate::support::{PLAN, Shop};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_shared_link_shows_a_picture_that_is_drawn_once() {
    let shop = Shop::open().await;
    let mut friend = shop.browser();
    let mut pictures = BTreeSet::new();
    for path in [
        "/",
        "/esim/japan",
        "/esim/europe",
        "/esim/austria",
        &format!("/plans/{PLAN}"),
        "/ja/esim/japan",
        "/help",
    ] {
        let address = friend
            .get(path)
            .await
            .attributes("meta[property='og:image']", "content")
            .remove(0);
        let picture = friend.get(&address).await;
        assert_eq!(
            (picture.status, &picture.headers["content-type"]),
            (200, &"image/png".parse().unwrap()),
            "{path}"
        );
        assert!(
            picture.headers["cache-control"]
                .to_str()
                .unwrap()
                .contains("immutable")
        );
        assert!(
            picture.bytes.len() < 80 * 1024,
            "{path}: {} bytes",
            picture.bytes.len()
        );
        let size = imagesize::blob_size(&picture.bytes).unwrap();
        assert_eq!((size.width, size.height), (1200, 630), "{path}");
        pictures.insert((address, picture.bytes));
    }
    assert_eq!(
        pictures.len(),
        4,
        "one of each place and one of the shop, whatever the language"
    );
    let old = friend
        .get("/static/social/japan-0000000000000000.png")
        .await;
    assert!(
        old.status == 307
            && pictures
                .iter()
                .any(|(address, _)| address.ends_with(old.location.as_ref().unwrap())),
        "{old:?}"
    );
    for nothing in [
        "/static/social/atlantis-0000000000000000.png",
        "/static/social/japan.png",
        "/static/social/-.png",
    ] {
        assert_eq!(friend.get(nothing).await.status, 404, "{nothing}");
    }
    shop.close().await;
}
