//! Links to the eSIMs of one order: sent alone, sent again, and refused.

use super::family::four;
use super::family::{links, press};
use crate::support::PRICE;

#[tokio::test]
async fn a_link_goes_out_alone_and_again_and_what_was_sent_is_not_offered_for_installing() {
    let (shop, mut sarah, page) = four().await;
    let first = links(&press(&mut sarah, &page, ["", "Mum", "", ""], "send-2").await);
    assert_eq!(
        (first.len(), first[0].0.as_str()),
        (1, ""),
        "one link is an address alone"
    );
    let second = links(&press(&mut sarah, &page, ["", "", "", ""], "send-2").await);
    let mut mum = shop.browser();
    assert_eq!(
        (
            mum.get(&first[0].1).await.status,
            mum.get(&second[0].1).await.status
        ),
        (404, 200),
        "a new one ends it"
    );
    let esim: String = shop
        .one("select e.id::text from esims e join lines l on l.id = e.line_id where l.position = 2")
        .await;
    let own = sarah.get(&format!("/my-esims/{esim}")).await;
    assert!(
        own.words().contains("You sent someone a link to this eSIM") && own.count("#install") == 0,
        "{}",
        own.words()
    );
    assert_eq!(
        own.count("details[data-key=codes]:not([open]) img.qr"),
        1,
        "its code is folded away, and there"
    );
    // Ended by hand, it is the buyer's to give again.
    assert_eq!(
        sarah
            .post(&format!("/my-esims/{esim}/hand-over"), &[("do", "end")])
            .await
            .status,
        303
    );
    assert_eq!(mum.get(&second[0].1).await.status, 404);
    assert_eq!(sarah.get(&page).await.count("input[name=name-2]"), 1);
    // All at once makes those that nobody has.
    assert_eq!(
        links(&press(&mut sarah, &page, ["", "", "", ""], "send-1").await).len(),
        1
    );
    assert_eq!(
        links(&press(&mut sarah, &page, ["", "Mum", "", ""], "send-all").await).len(),
        3
    );
    assert_eq!(
        press(&mut sarah, &page, ["", "", "", ""], "send-all")
            .await
            .status,
        303,
        "none is left to send"
    );
    assert_eq!(sarah.get(&page).await.count("input[name^=name-]"), 0);
    shop.close().await;
}

#[tokio::test]
async fn what_is_being_cancelled_is_sent_to_nobody() {
    let (shop, mut sarah, page) = four().await;
    let iccid: String = shop
        .one("select e.iccid from esims e join lines l on l.id = e.line_id where l.position = 4")
        .await;
    let order: String = shop.one("select id::text from orders").await;
    let line = shop.package_of(&iccid, &order).await.line.unwrap();
    let path = format!(
        "/my-esims/{}/packages/{}/give-back",
        shop.owned(&iccid).await.esim.id,
        line.id
    );
    assert_eq!(
        sarah
            .post(&path, &[("back_minor", &PRICE.to_string())])
            .await
            .status,
        303
    );
    assert_eq!(
        sarah.get(&page).await.count("input[name=name-4]"),
        0,
        "nothing to send"
    );
    assert_eq!(
        links(&press(&mut sarah, &page, ["", "", "", ""], "send-all").await).len(),
        3
    );
    assert_eq!(
        press(&mut sarah, &page, ["", "", "", ""], "send-4")
            .await
            .status,
        303
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from esim_keys where purpose = 'traveller'")
            .await,
        3
    );
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn links_that_a_closed_share_sheet_did_not_send_are_offered_again_and_open_all_the_same() {
    let (shop, mut sarah, page) = four().await;
    let made = press(&mut sarah, &page, ["", "Mum", "Lucía", "Leo"], "send-all").await;
    let of = made.attributes("#links", "data-of").remove(0);
    assert_eq!(of, "1,2,3,4");
    let links = links(&made);
    let told = sarah
        .post(
            &format!("{page}/family"),
            &[("do", "unsent"), ("of", "2,4,9,x")],
        )
        .await;
    assert_eq!(
        (told.status, told.location.as_deref()),
        (303, Some(format!("{page}#family").as_str()))
    );
    let order = sarah.get(&page).await;
    assert_eq!(
        order.attributes("input[name^=name-]", "value"),
        ["Mum", "Leo"],
        "{}",
        order.words()
    );
    assert_eq!(
        order.words().matches("link sent").count(),
        2,
        "{}",
        order.words()
    );
    let mut leo = shop.browser();
    assert_eq!(
        leo.get(&links[3].1).await.status,
        200,
        "it may have been copied by hand"
    );
    // Shared after all.
    sarah
        .post(&format!("{page}/family"), &[("do", "sent"), ("of", "2")])
        .await;
    assert_eq!(
        sarah
            .get(&page)
            .await
            .attributes("input[name^=name-]", "value"),
        ["Leo"]
    );
    // Sent anew, the link is another, and it counts.
    let again = press(&mut sarah, &page, ["", "", "", "Leo"], "send-all").await;
    assert_eq!(again.attributes("#links", "data-of"), ["4"]);
    assert_eq!(sarah.get(&page).await.count("input[name^=name-]"), 0);
    assert_eq!(leo.get(&links[3].1).await.status, 404);
    // Nobody else says so.
    assert_eq!(
        shop.browser()
            .post(&format!("{page}/family"), &[("do", "unsent"), ("of", "1")])
            .await
            .status,
        404
    );
    shop.close().await;
}

#[tokio::test]
async fn sixty_links_an_hour_are_enough_and_none_is_made_beyond() {
    let (shop, mut sarah, page) = four().await;
    for _ in 0..15 {
        for at in 1..=4 {
            assert_eq!(
                press(&mut sarah, &page, ["", "", "", ""], &format!("send-{at}"))
                    .await
                    .status,
                200
            );
        }
    }
    let made = shop
        .one::<i64>("select count(*) from order_events where event = 'link_made'")
        .await;
    let refused = press(&mut sarah, &page, ["", "", "", ""], "send-1").await;
    assert_eq!(refused.status, 429);
    assert!(
        refused.words().contains("Too many links"),
        "{}",
        refused.words()
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from order_events where event = 'link_made'")
            .await,
        made
    );
    shop.close().await;
}
