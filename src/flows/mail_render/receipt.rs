//! What a mail's receipt says: what was paid, who sold it, and what was agreed to before paying.

use super::order::plan_name;
use crate::app::App;
use crate::db::consents::Consent;
use crate::db::order_pages::OrderView;
use crate::l10n::Locale;
use crate::mail::messages::Receipt;
use crate::shop::Legal;

/// What was paid, line by line.
pub(super) fn of(app: &App, t: Locale, order: &OrderView, consent: Option<Consent>) -> Receipt {
    let legal = &app.config.shop.legal;
    let seller: Vec<&str> = [&legal.seller, &legal.address]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    Receipt {
        order_number: order.order_number.clone(),
        items: order
            .lines
            .iter()
            .map(|l| (plan_name(t, l), t.money(l.price)))
            .collect(),
        total: t.money(order.total),
        tax: order
            .tax
            .and_then(|(amount, percent)| t.tax_included(amount, percent)),
        paid_at: order.paid_at.map(|at| t.day_and_minute(at)),
        seller: legal.seller.is_some().then(|| seller.join(", ")),
        facts: facts(t, legal),
        consent: consent.map(|c| {
            t.with("at", t.day_and_minute(c.given_at))
                .with("words", c.words)
                .say("mail-consent")
        }),
    }
}

/// What a bookkeeper looks for on a receipt.
fn facts(t: Locale, legal: &Legal) -> Vec<String> {
    let stated = [
        ("imprint-vat", &legal.vat_id),
        ("imprint-register", &legal.register),
        ("imprint-telephone", &legal.telephone),
    ];
    let stated = stated
        .into_iter()
        .filter_map(|(name, fact)| Some((name, fact.as_deref()?)));
    stated
        .map(|(name, fact)| {
            t.with("label", t.say(name))
                .with("value", fact)
                .say("mail-labelled")
        })
        .collect()
}
