//! An order stays in the language it was placed in: on Stripe's page, on the way back from it, on
//! its own page and in its mails.

use crate::support::{BUYER, PLAN, Shop};

#[tokio::test]
async fn an_order_that_was_placed_in_spanish_stays_spanish() {
    let shop = Shop::open().await;
    let mut ana = shop.browser();
    let plan = ana.get(&format!("/es/plans/{PLAN}")).await;
    let form = plan
        .attributes("form[action*=checkout]", "action")
        .remove(0);
    assert_eq!(form, "/es/checkout");
    let paying = ana
        .post(
            &form,
            &[
                ("product_id", PLAN),
                ("quantity", "1"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    let session_id = paying
        .location
        .unwrap()
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned();
    let session = shop.session(&session_id);
    let page = session["success_url"]
        .as_str()
        .unwrap()
        .strip_prefix(&shop.url)
        .unwrap()
        .to_owned();
    assert!(page.starts_with("/es/orders/"), "{page}");
    let asked = shop
        .sandbox
        .stripe
        .calls("/v1/checkout/sessions")
        .pop()
        .unwrap()
        .body
        .to_string();
    assert!(
        asked.contains(&format!("/es/plans/{PLAN}")),
        "the way back is not Spanish: {asked}"
    );
    assert!(
        asked.contains("[name]=Jap%C3%B3n+%C2%B7+10+GB"),
        "Stripe does not name the plan in Spanish: {asked}"
    );
    assert!(
        asked.contains("locale=es&"),
        "Stripe's page is not Spanish: {asked}"
    );

    shop.sandbox.stripe.pay(&session_id, BUYER).unwrap();
    shop.settle().await;
    let order = ana.get(&page).await;
    assert!(
        order.body.contains(r#"<html lang="es" dir="ltr">"#),
        "{}",
        order.body
    );
    assert!(order.words().contains("Japón"), "{}", order.words());
    let ours: Vec<String> = order.attributes("main a[href^='/']", "href");
    assert!(
        !ours.is_empty() && ours.iter().all(|href| href.starts_with("/es/")),
        "{ours:?}"
    );
    let mail = shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    assert!(
        mail.html.contains(r#"<html lang="es" dir="ltr">"#),
        "{}",
        mail.html
    );
    for part in [&mail.html, &mail.text] {
        assert!(
            part.contains(&format!("{}{page}", shop.url)) && part.contains("Japón"),
            "{part}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn a_sign_in_mail_leads_to_the_page_in_the_language_it_was_asked_for_in() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    sarah.post("/ar/login", &[("email", BUYER)]).await;
    shop.settle().await;
    let mail = shop.sandbox.mailbox.messages_to(BUYER).pop().unwrap();
    assert!(
        mail.html.contains(r#"<html lang="ar" dir="rtl">"#),
        "{}",
        mail.html
    );
    assert!(
        mail.html.contains("/ar/login/") && mail.text.contains("/ar/login/"),
        "{}",
        mail.text
    );
    shop.close().await;
}

/// Words that English sentences can hardly do without, and that no other language has; none is in
/// the messages of phones that guides quote.
const ENGLISH: [&str; 7] = ["the", "and", "your", "you", "with", "which", "they"];

#[tokio::test]
async fn no_page_of_another_language_speaks_english() {
    let shop = Shop::open().await;
    let mut ana = shop.browser();
    let order = shop.buy(&mut ana, PLAN, 2).await;
    shop.settle().await;
    let plan = format!("/plans/{PLAN}");
    let shelf = [
        "",
        "/destinations",
        "/esim/japan",
        "/esim/europe",
        &plan,
        "/search?q=xyzzyx",
        "/search?q=Japn",
        "/trip",
        "/trip?q=Tokyo%2C+Bali",
    ];
    let guides = [
        "/help",
        "/help/install-iphone",
        "/help/install-android",
        "/devices",
        "/terms",
        "/privacy",
        "/refunds",
        "/nowhere",
        "/my-esims",
    ];
    let mut english = Vec::new();
    for language in ["es", "fr", "de", "pt-br", "ja", "zh-hans", "ar"] {
        for path in shelf
            .iter()
            .chain(&guides)
            .copied()
            .chain([order.page.as_str()])
        {
            let page = ana.get(&format!("/{language}{path}")).await;
            let text = page.words().to_lowercase();
            let said = text
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| ENGLISH.contains(word));
            english.extend(said.map(|word| format!("{language}{path}: {word}")));
        }
    }
    assert!(english.is_empty(), "{}", english.join("\n"));
    shop.close().await;
}
