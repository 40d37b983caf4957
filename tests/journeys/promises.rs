//! What /privacy, /refunds, /terms and the words at the pay button promise: each sentence has a
//! test that fails when the shop does otherwise.

use crate::support::{PLAN, Shop};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each statement with the tests that hold it.
const HELD_BY: [(&str, &[&str]); 47] = [
    (
        "privacy-lead",
        &["no_page_loads_anything_from_elsewhere_or_leaves_a_cookie_while_browsing"],
    ),
    (
        "privacy-keep-email",
        &[
            "a_mailed_link_leads_to_the_esim_on_any_device",
            "every_column_that_tells_of_a_person_has_its_sentence_on_the_privacy_page",
        ],
    ),
    (
        "privacy-keep-orders",
        &[
            "an_export_has_the_orders_numbers_and_mails_and_no_code",
            "every_column_that_tells_of_a_person_has_its_sentence_on_the_privacy_page",
        ],
    ),
    (
        "privacy-keep-usage",
        &[
            "running_low_is_told_once_a_step_with_the_figures_of_now_and_a_key_of_its_own",
            "of_use_only_amounts_and_times_are_kept",
        ],
    ),
    (
        "privacy-keep-traveller",
        &["a_name_that_was_given_can_be_taken_away"],
    ),
    (
        "privacy-keep-country",
        &[
            "nobody_is_woken_at_night",
            "where_the_law_does_not_give_it_the_owners_rules_stand_and_a_person_decides",
            "the_tax_of_the_buyers_country_is_a_part_of_the_price_on_the_page_the_receipt_and_in_the_books",
        ],
    ),
    (
        "privacy-keep-partner",
        &["who_came_by_a_partners_link_is_counted_for_that_partner_once_it_is_paid"],
    ),
    (
        "privacy-keep-consent",
        &[
            "what_the_page_says_beside_its_button_is_kept_with_the_order_and_repeated_in_the_receipt",
        ],
    ),
    (
        "privacy-keep-withdrawal",
        &["what_nobody_stops_is_carried_out_after_an_hour_and_a_used_plan_goes_to_a_person"],
    ),
    (
        "privacy-keep-invoices",
        &[
            "the_owner_asks_once_and_has_the_invoice_with_what_was_paid_and_the_tax_in_it",
            "forgetting_keeps_the_invoice_as_it_was_issued_until_its_time_is_over_and_says_so",
        ],
    ),
    (
        "privacy-keep-counts",
        &["hasty_checkouts_are_refused_on_every_replica_together"],
    ),
    (
        "privacy-how-long-unpaid",
        &[
            "each_thing_is_kept_for_its_term_and_no_longer",
            "the_privacy_page_prints_the_figures_that_the_clean_up_obeys_in_every_language",
        ],
    ),
    (
        "privacy-how-long-mails",
        &[
            "each_thing_is_kept_for_its_term_and_no_longer",
            "the_privacy_page_prints_the_figures_that_the_clean_up_obeys_in_every_language",
        ],
    ),
    (
        "privacy-how-long-events",
        &[
            "each_thing_is_kept_for_its_term_and_no_longer",
            "of_a_webhook_no_name_address_or_card_is_kept_not_even_until_it_is_handled",
        ],
    ),
    (
        "privacy-how-long-invoices",
        &[
            "forgetting_keeps_the_invoice_as_it_was_issued_until_its_time_is_over_and_says_so",
            "the_privacy_page_prints_the_figures_that_the_clean_up_obeys_in_every_language",
        ],
    ),
    (
        "privacy-how-long-counts",
        &["counts_of_requests_are_gone_after_the_day_that_the_page_names"],
    ),
    (
        "privacy-how-long-orders",
        &[
            "the_person_goes_and_the_books_stay",
            "each_thing_is_kept_for_its_term_and_no_longer",
        ],
    ),
    (
        "privacy-not-text",
        &[
            "no_page_loads_anything_from_elsewhere_or_leaves_a_cookie_while_browsing",
            "of_a_webhook_no_name_address_or_card_is_kept_not_even_until_it_is_handled",
        ],
    ),
    (
        "privacy-cookies-text",
        &[
            "no_page_loads_anything_from_elsewhere_or_leaves_a_cookie_while_browsing",
            "cookies_come_only_when_the_page_says_so",
        ],
    ),
    (
        "privacy-stripe",
        &["stripe_is_told_exactly_what_the_page_showed"],
    ),
    (
        "privacy-supplier",
        &["the_supplier_hears_nothing_of_who_buys"],
    ),
    (
        "privacy-mail",
        &["the_mail_holds_the_same_codes_as_text_and_as_a_picture"],
    ),
    (
        "privacy-rights-text",
        &[
            "an_export_has_the_orders_numbers_and_mails_and_no_code",
            "the_person_goes_and_the_books_stay",
        ],
    ),
    (
        "refunds-lead",
        &[
            "killed_at_any_step_of_buying_every_order_is_delivered_once",
            "while_nothing_can_have_been_bought_the_shorter_clock_runs",
        ],
    ),
    (
        "refunds-undelivered-text",
        &[
            "a_refunded_order_says_why_and_how_much",
            "a_final_no_is_refunded_at_once",
        ],
    ),
    ("refunds-at-once", &["a_final_no_is_refunded_at_once"]),
    (
        "refunds-after",
        &["while_nothing_can_have_been_bought_the_shorter_clock_runs"],
    ),
    (
        "refunds-unclear",
        &["once_anything_was_unclear_the_longer_clock_runs_and_the_refund_is_flagged"],
    ),
    (
        "refunds-several",
        &["one_refused_line_of_three_is_refunded_by_itself"],
    ),
    (
        "refunds-mind-full",
        &[
            "an_unused_package_is_ended_and_paid_back",
            "the_exact_amount_is_shown_and_then_comes_back_with_both_references",
        ],
    ),
    (
        "refunds-mind-fee",
        &["the_fee_is_kept_and_the_rest_goes_back"],
    ),
    (
        "refunds-mind-never",
        &["what_the_owner_does_not_take_back_stays_delivered"],
    ),
    (
        "refunds-mind-law",
        &["the_buyer_has_all_of_it_back_in_two_presses_though_the_owner_takes_nothing_back"],
    ),
    (
        "refunds-broken-text",
        &["each_answer_to_a_phones_message_has_an_address_of_its_own"],
    ),
    (
        "refunds-not-text",
        &["what_has_started_meanwhile_is_not_given_back"],
    ),
    (
        "terms-seller",
        &["the_legal_pages_say_who_answers_and_whom_to_tell"],
    ),
    (
        "terms-buy-text",
        &[
            "stripe_is_told_exactly_what_the_page_showed",
            "a_payment_is_made_once_and_nothing_renews_itself",
        ],
    ),
    (
        "terms-pay-text",
        &[
            "stripe_is_told_exactly_what_the_page_showed",
            "of_a_webhook_no_name_address_or_card_is_kept_not_even_until_it_is_handled",
        ],
    ),
    (
        "terms-get-text",
        &[
            "a_traveller_finds_a_plan_pays_and_has_the_esim",
            "once_anything_was_unclear_the_longer_clock_runs_and_the_refund_is_flagged",
        ],
    ),
    (
        "terms-use-days",
        &["each_plan_says_until_when_it_can_be_started_and_says_another_day_tomorrow"],
    ),
    (
        "terms-use-phone",
        &["a_missing_tick_is_told_beside_its_box_and_the_number_is_kept"],
    ),
    (
        "terms-use-code",
        &[
            "a_stranger_with_the_link_sees_the_story_and_no_code",
            "the_operators_role_reads_every_view_and_no_code_by_any_path",
        ],
    ),
    (
        "terms-mind-text",
        &["the_fee_is_kept_and_the_rest_goes_back"],
    ),
    (
        "terms-law-text",
        &["the_law_that_applies_is_the_owners_and_unsaid_where_there_is_none"],
    ),
    (
        "consent-new",
        &[
            "a_traveller_finds_a_plan_pays_and_has_the_esim",
            "the_buyer_has_all_of_it_back_in_two_presses_though_the_owner_takes_nothing_back",
        ],
    ),
    (
        "consent-topup",
        &[
            "a_top_up_goes_from_its_page_onto_the_esim",
            "a_top_up_comes_back_and_the_plan_beside_it_stays",
        ],
    ),
    (
        "consent-box",
        &["where_the_owner_wants_a_box_nothing_is_sold_without_it"],
    ),
];

/// What phones, networks and banks do: the shop says it and cannot do otherwise.
const OF_OTHERS: [&str; 2] = ["terms-use-once", "terms-use-speed"];

fn below(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Every key that these files speak, but titles and headings: those are followed by `</h1>` or
/// `</h2>`.
fn statements() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        "templates/storefront/policies/privacy.html",
        "templates/storefront/policies/refunds.html",
        "templates/storefront/policies/terms.html",
        "src/web/storefront/policies.rs",
        "src/l10n/consent.rs",
    ];
    let mut found = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for piece in text.split('"').skip(1).step_by(2) {
            let known = ["privacy-", "refunds-", "terms-", "consent-"]
                .iter()
                .any(|page| piece.starts_with(page));
            let heading = text.contains(&format!("\"{piece}\") }}}}</h"));
            if known && !heading && !piece.ends_with("-title") && !piece.ends_with("-description") {
                found.insert(piece.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_statement_of_the_legal_pages_has_a_test_that_holds_it() {
    let mut files = Vec::new();
    below(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"),
        &mut files,
    );
    let code: String = files
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    for (statement, tests) in HELD_BY {
        for test in tests {
            assert!(
                code.contains(&format!("fn {test}()")),
                "{statement}: there is no test {test}"
            );
        }
    }
    let spoken = statements();
    assert!(spoken.len() > 35, "{spoken:?}");
    for statement in &spoken {
        let held = HELD_BY.iter().any(|(known, _)| known == statement)
            || OF_OTHERS.contains(&statement.as_str());
        assert!(
            held,
            "{statement}: which test fails when the shop does otherwise?"
        );
    }
    for (statement, _) in HELD_BY {
        assert!(spoken.contains(statement), "{statement} is said nowhere");
    }
}

#[tokio::test]
async fn a_name_that_was_given_can_be_taken_away() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let esim: uuid::Uuid = shop.one("select id from esims").await;
    let path = format!("/my-esims/{esim}/hand-over");
    for (name, kept) in [("Tom", Some("Tom")), ("", None)] {
        sarah.post(&path, &[("do", "name"), ("name", name)]).await;
        assert_eq!(
            shop.one::<Option<String>>("select traveller from esims")
                .await
                .as_deref(),
            kept
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn counts_of_requests_are_gone_after_the_day_that_the_page_names() {
    let shop = Shop::open().await;
    shop.check_out(&mut shop.browser(), PLAN, 1).await;
    assert!(shop.one::<i64>("select count(*) from rate_limits").await > 0);
    let page = shop.browser().get("/privacy").await;
    assert!(
        page.words().contains("The number of requests: 1 day"),
        "{}",
        page.words()
    );
    shop.rest(chrono::TimeDelta::hours(1)).await;
    shop.pass(chrono::TimeDelta::hours(26));
    esim_storefront::flows::clean_up::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(shop.one::<i64>("select count(*) from rate_limits").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_payment_is_made_once_and_nothing_renews_itself() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let session = shop.session(&bought.session_id);
    assert_eq!(
        (session["mode"].as_str(), session["subscription"].is_null()),
        (Some("payment"), true)
    );
    assert!(
        session["setup_intent"].is_null() && session["customer"].is_null(),
        "no card is kept for later: {session}"
    );
    shop.pass(chrono::TimeDelta::days(40));
    shop.rest(chrono::TimeDelta::days(2)).await;
    assert_eq!(shop.sandbox.stripe.charges().len(), 1);
}

#[tokio::test]
async fn the_law_that_applies_is_the_owners_and_unsaid_where_there_is_none() {
    let shop = Shop::open_with("[legal]\ngoverning_law = \"Ruritania\"\n").await;
    assert!(
        shop.browser()
            .get("/terms")
            .await
            .words()
            .contains("The law of Ruritania applies.")
    );
    let other = Shop::open().await;
    assert!(
        !other
            .browser()
            .get("/terms")
            .await
            .words()
            .contains("The law of")
    );
    shop.close().await;
    other.close().await;
}
