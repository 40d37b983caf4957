//! A form that came back: what is wrong stands above all else and has the focus, in the title, and
//! at its field, with a link from one to the other.

use crate::support::browser::Answer;
use crate::support::living::Sold;
use crate::support::{PLAN, Shop};

/// What the page says of these fields, by their ids and the ids of their messages.
fn tells(page: &Answer, fields: &[(&str, &str)]) {
    let title = page.text_of("title").unwrap();
    assert!(
        page.status >= 409 && title.starts_with("Error: "),
        "{} {title}",
        page.status
    );
    assert_eq!(
        (
            page.attributes(".errors", "role"),
            page.attributes(".errors", "tabindex")
        ),
        (vec!["alert".into()], vec!["-1".into()])
    );
    assert_eq!(
        page.count("main .errors[autofocus]"),
        1,
        "{title}: it has the focus"
    );
    assert_eq!(
        page.text_of(".errors h2").as_deref(),
        Some("There is a problem")
    );
    let ids: Vec<String> = fields.iter().map(|(id, _)| format!("#{id}")).collect();
    assert_eq!(page.attributes(".errors a", "href"), ids, "{title}");
    for (id, error) in fields {
        assert_eq!(page.count(&format!("main [id='{id}']")), 1, "{title}: {id}");
        let message = page.text_of(&format!(".errors a[href='#{id}']")).unwrap();
        assert_eq!(
            page.text_of(&format!("[id='{error}']")),
            Some(message),
            "the same words at the field"
        );
    }
}

#[tokio::test]
async fn what_is_wrong_with_the_form_that_buys_is_summed_up_with_links_to_its_fields() {
    let shop = Shop::open_with("[legal]\nconsent = \"box\"\n").await;
    let mut noor = shop.browser();
    let form = [
        ("product_id", PLAN),
        ("quantity", "0"),
        ("first_day", "soon"),
        ("code", "NOSUCHCODE"),
    ];
    let fields = [
        ("quantity", "quantity-error"),
        ("device-ok", "device-error"),
        ("begin-now", "begin-now-error"),
        ("first-day", "first-day-error"),
        ("code", "code-error"),
    ];
    tells(&noor.post("/checkout", &form).await, &fields);
    let one = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("quantity", "1"),
                ("begin_now", "yes"),
            ],
        )
        .await;
    tells(&one, &fields[1..2]);
    // Who only comes from a trip that is far away has done nothing wrong.
    let far = noor
        .get(&format!("/plans/{PLAN}?first_day=2099-01-01"))
        .await;
    assert!(
        far.count(".errors") == 0
            && far.count("#first-day-error") == 1
            && !far.text_of("title").unwrap().starts_with("Error")
    );
    shop.close().await;
}

#[tokio::test]
async fn so_it_is_with_every_form_of_a_traveller() {
    let legal = "[legal]\nseller = \"Layover Ltd\"\naddress = \"1 High Street\"\nvat_id = \
                 \"GB1\"\n[tax]\nkind = \"included\"\ndefault_percent = \"20\"\n";
    let mut sold = Sold::with(legal).await;
    let (esim, order) = (
        format!("/my-esims/{}", sold.shop.owned(&sold.iccid).await.esim.id),
        sold.bought.page.clone(),
    );
    let long = "x".repeat(500);
    let at = |id: &'static str, error: &'static str| [(id, error)];
    tells(
        &sold
            .shop
            .browser()
            .post("/login", &[("email", "nobody")])
            .await,
        &at("email", "email-error"),
    );
    tells(
        &sold
            .shop
            .browser()
            .post("/withdraw", &[("email", "nobody")])
            .await,
        &[
            ("order_number", "order_number-error"),
            ("email", "email-error"),
        ],
    );
    tells(
        &sold
            .sarah
            .post(
                &format!("{order}/mail"),
                &[("do", "change"), ("email", "nobody")],
            )
            .await,
        &at("email", "email-error"),
    );
    tells(
        &sold
            .sarah
            .post(&format!("{order}/invoice"), &[("bill_to", &long)])
            .await,
        &at("bill_to", "bill_to-error"),
    );
    tells(
        &sold
            .sarah
            .post(
                &format!("{esim}/hand-over"),
                &[("name", &long), ("do", "link")],
            )
            .await,
        &at("name", "name-error"),
    );
    // What concerns no field has no link.
    let other = sold.press_give_back(1).await;
    tells(&other, &[]);
    assert!(
        other
            .text_of(".errors li")
            .unwrap()
            .contains("The refund amount has changed")
    );
    sold.shop.close().await;
}
