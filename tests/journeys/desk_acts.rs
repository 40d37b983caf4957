//! What is done at the owner's desk: found in one box, shown before it is done, in three clicks
//! from its first page, as the commands do it.

use super::desk::{OLGA, TOM, signed_in, with_desk};
use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, PRICE};
use chrono::TimeDelta;
use sandbox::faults::{Fault, Rule};

/// Sends a page's form as it stands, with what is typed; what came back.
pub async fn press(browser: &mut Browser, page: &Answer, typed: &[(&str, &str)]) -> Answer {
    let action = page
        .attributes("main form[method=post]", "action")
        .remove(0);
    let names = page.attributes("main form[method=post] input[type=hidden]", "name");
    let values = page.attributes("main form[method=post] input[type=hidden]", "value");
    let mut fields: Vec<(&str, &str)> = names
        .iter()
        .zip(&values)
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend(typed);
    browser.post(&action, &fields).await
}

/// From Today: types into the box, presses it, and is at the order.
async fn found(browser: &mut Browser, what: &str) -> String {
    let today = browser.get("/desk").await;
    assert_eq!(today.status, 200, "{}", today.body);
    let answer = press(browser, &today, &[("q", what)]).await;
    assert_eq!(answer.status, 303, "{what}: {}", answer.body);
    answer.location.unwrap()
}

#[tokio::test]
async fn one_box_finds_an_order_by_whatever_is_at_hand() {
    let (shop, _, tom) = with_desk(|_| {}).await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.run("update esims set traveller = 'Grandma Jones'")
        .await;
    let mut browser = signed_in(&shop, TOM, &tom.secret).await;
    let number: String = shop.one("select order_number from orders").await;
    let iccid: String = shop.one("select iccid from esims").await;
    let intent: String = shop
        .one("select stripe_payment_intent_id from orders")
        .await;
    let session: String = shop.one("select session_id from checkout_sessions").await;
    for what in [
        number.as_str(),
        &number.to_lowercase(),
        BUYER,
        &iccid,
        &intent,
        &session,
        "grandma",
        "Grandma Jones",
    ] {
        assert_eq!(
            found(&mut browser, what).await,
            format!("/desk/orders/{number}"),
            "{what}"
        );
    }
    for what in ["nobody@else.example", "%", "_", "gran_ma", "%jones"] {
        let nothing = browser.post("/desk/find", &[("q", what)]).await;
        assert!(
            nothing.status == 200 && nothing.words().contains("Nothing found"),
            "{what}: {}",
            nothing.body
        );
    }
    let page = browser.get(&format!("/desk/orders/{number}")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    for esim in shop.sandbox.supplier.esims() {
        assert!(
            !page.body.contains(&esim.esim_qr)
                && !page.body.contains(esim.esim_qr.rsplit('$').next().unwrap()),
            "a code"
        );
        assert!(page.body.contains(&esim.iccid));
    }
    assert!(
        page.words().contains("delivered") && page.body.contains(BUYER),
        "{}",
        page.body
    );
    shop.close().await;
}

#[tokio::test]
async fn from_today_a_mail_is_sent_again_to_a_corrected_address_in_three_clicks() {
    let (shop, _, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let mut browser = signed_in(&shop, TOM, &tom.secret).await;
    let order = found(&mut browser, BUYER).await;
    let page = browser.get(&order).await;
    let link = page
        .attributes("main a", "href")
        .into_iter()
        .find(|href| href.ends_with("/address"))
        .unwrap();
    let stale = browser.get(&format!("{order}/resend")).await;
    let confirm = browser.get(&link).await;
    assert!(
        confirm
            .words()
            .contains("The old address gets a mail that says so, without a code"),
        "{}",
        confirm.body
    );
    let wrong = press(&mut browser, &confirm, &[("email", "sarah@")]).await;
    assert!(
        wrong.status == 422 && wrong.count("[aria-invalid]") == 1,
        "{}",
        wrong.body
    );
    let done = press(
        &mut browser,
        &confirm,
        &[("email", "sara@traveller.example")],
    )
    .await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(
        browser
            .get(&done.location.unwrap())
            .await
            .words()
            .contains("The address is corrected")
    );
    assert_eq!(
        shop.sandbox
            .mailbox
            .messages_to("sara@traveller.example")
            .len(),
        1
    );
    assert_eq!(
        shop.one::<String>("select actor from order_events where event = 'email_changed'")
            .await,
        format!("operator:{TOM}")
    );
    let anew = press(&mut browser, &stale, &[]).await;
    assert!(
        anew.status == 422 && anew.words().contains("something has changed since"),
        "shown was the old address: {}",
        anew.body
    );
    let again = browser.get(&format!("{order}/resend")).await;
    assert!(
        again
            .words()
            .contains("goes to sara@traveller.example again"),
        "{}",
        again.body
    );
    assert_eq!(press(&mut browser, &again, &[]).await.status, 303);
    assert_eq!(
        shop.sandbox
            .mailbox
            .messages_to("sara@traveller.example")
            .len(),
        2
    );
    shop.run("update esims set status = 'Installed'").await;
    let late = browser.get(&link).await;
    assert!(
        late.words().contains("Only an owner may change it") && late.count("main form") == 0,
        "{}",
        late.body
    );
    assert_eq!(
        browser
            .post(&link, &[("email", "eve@evil.example")])
            .await
            .status,
        409
    );
    shop.rest(TimeDelta::minutes(5)).await;
    shop.close().await;
}

#[tokio::test]
async fn from_today_one_of_two_lines_is_refunded_in_three_clicks_as_the_command_does() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut browser, BUYER).await;
    let page = browser.get(&order).await;
    let link = page
        .attributes("main td a", "href")
        .into_iter()
        .find(|href| href.ends_with("refund?line=2"))
        .unwrap();
    let confirm = browser.get(&link).await;
    assert!(
        confirm
            .words()
            .contains("its unused plan is ended at the supplier"),
        "{}",
        confirm.body
    );
    assert!(confirm.words().contains("14.40"), "{}", confirm.body);
    let without = press(&mut browser, &confirm, &[("reason", " ")]).await;
    assert_eq!(without.status, 422, "a reason for the books");
    let done = press(&mut browser, &confirm, &[("reason", "asked for by phone")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    shop.rest(TimeDelta::hours(1)).await;
    let back: i64 = shop
        .sandbox
        .stripe
        .charges()
        .iter()
        .map(|charge| charge["amount_refunded"].as_i64().unwrap())
        .sum();
    assert_eq!(back, PRICE);
    assert_eq!(
        shop.one::<String>("select string_agg(state, ' ' order by position) from lines")
            .await,
        "delivered cancelled"
    );
    let audit: String = shop
        .one("select actor || ' ' || act || ' ' || detail from audit order by id desc limit 1")
        .await;
    assert!(
        audit.starts_with(&format!("operator:{OLGA} desk: refund E")) && audit.contains("Line 2"),
        "{audit}"
    );
    let again = press(&mut browser, &confirm, &[("reason", "asked for by phone")]).await;
    assert_eq!(
        again.status,
        422,
        "what was seen is not what would be done now: {}",
        again.words()
    );
    shop.close().await;
}

#[tokio::test]
async fn a_part_is_refunded_and_what_changed_since_it_was_shown_is_shown_anew() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut browser, BUYER).await;
    let stale = browser.get(&format!("{order}/refund")).await;
    let part = browser
        .get(&format!("{order}/refund?line=1&amount=5.00"))
        .await;
    assert!(
        part.words().contains("5.00") && part.words().contains("nothing is ended at the supplier"),
        "{}",
        part.body
    );
    assert_eq!(
        press(&mut browser, &part, &[("reason", "slow network")])
            .await
            .status,
        303
    );
    shop.rest(TimeDelta::hours(1)).await;
    let anew = press(&mut browser, &stale, &[("reason", "slow network")]).await;
    assert!(
        anew.status == 422 && anew.words().contains("something has changed since"),
        "{}",
        anew.body
    );
    assert_eq!(
        shop.one::<i64>("select sum(amount_minor)::bigint from refunds where state = 'succeeded'")
            .await,
        500
    );
    let nonsense = browser
        .get(&format!("{order}/refund?line=1&amount=lots"))
        .await;
    assert!(
        nonsense
            .words()
            .contains("That cannot be refunded: “lots” is not an amount"),
        "{}",
        nonsense.body
    );
    shop.close().await;
}

#[tokio::test]
async fn from_today_a_hold_is_released_with_a_note_in_three_clicks() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    shop.settle().await;
    shop.run(
        "insert into holds (order_id, reason, why, source, opened_at)
         select id, 'operator', 'looks odd', 'a test', now() from orders",
    )
    .await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut browser, BUYER).await;
    let page = browser.get(&order).await;
    assert!(page.words().contains("looks odd"), "{}", page.body);
    let link = page
        .attributes("main a", "href")
        .into_iter()
        .find(|href| href.ends_with("/release"))
        .unwrap();
    let confirm = browser.get(&link).await;
    assert!(
        confirm.words().contains("The hold “operator” ends"),
        "{}",
        confirm.body
    );
    shop.run(
        "insert into holds (order_id, line_id, reason, why, source, opened_at)
         select order_id, id, 'supplier', 'unheard of', 'a test', now() from lines",
    )
    .await;
    let anew = press(
        &mut browser,
        &confirm,
        &[("note", "spoke to the traveller")],
    )
    .await;
    assert!(
        anew.status == 422 && anew.words().contains("The hold “supplier” ends"),
        "{}",
        anew.body
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from holds where ended_at is null")
            .await,
        2,
        "a hold that nobody was shown"
    );
    let confirm = browser.get(&link).await;
    let done = press(
        &mut browser,
        &confirm,
        &[("note", "spoke to the traveller")],
    )
    .await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(
        shop.one::<i64>("select count(*) from holds where ended_at is null")
            .await,
        0
    );
    let story: String = shop
        .one(
            "select string_agg(event || coalesce(': ' || detail, ''), '; ' order by id)
             from order_events",
        )
        .await;
    assert!(
        story.contains("noted: spoke to the traveller") && story.contains("released: looks odd"),
        "{story}"
    );
    let audited: String = shop
        .one("select string_agg(detail, '; ') from audit where act like 'desk:%'")
        .await;
    assert!(
        !audited.contains("traveller"),
        "what is audited can never be forgotten: {audited}"
    );
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    assert!(
        !helper.get(&order).await.body.contains("/release"),
        "support sees no button that it may not press"
    );
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::hours(3)).await;
    shop.close().await;
}

#[tokio::test]
async fn a_sharing_link_is_stopped_and_a_retry_says_when_there_is_nothing() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    shop.run(
        "insert into esim_keys (token_hash, esim_id, purpose, created_at, expires_at)
         select sha256('x'), id, 'traveller', now(), now() + interval '60 days' from esims",
    )
    .await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut owner, BUYER).await;
    let link = owner
        .get(&order)
        .await
        .attributes("main td a", "href")
        .into_iter()
        .find(|href| href.contains("stop-link"))
        .unwrap();
    let confirm = owner.get(&link).await;
    assert_eq!(press(&mut owner, &confirm, &[]).await.status, 303);
    assert_eq!(
        shop.one::<i64>("select count(*) from esim_keys where purpose = 'traveller'")
            .await,
        0
    );
    assert_eq!(
        shop.one::<String>("select actor from order_events where event = 'link_ended'")
            .await,
        format!("operator:{OLGA}")
    );
    assert_eq!(
        press(&mut owner, &confirm, &[]).await.status,
        409,
        "there is none any more"
    );
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let confirm = helper.get(&format!("{order}/retry")).await;
    let nothing = press(&mut helper, &confirm, &[]).await;
    assert!(
        nothing.status == 409 && nothing.words().contains("nothing to retry"),
        "{}",
        nothing.body
    );
    let note = helper.get(&format!("{order}/note")).await;
    assert_eq!(
        press(&mut helper, &note, &[("note", "called twice")])
            .await
            .status,
        303
    );
    assert!(helper.get(&order).await.words().contains("called twice"));
    shop.close().await;
}
