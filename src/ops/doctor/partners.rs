//! `doctor` and the partners: the supplier's log-in and catalogue; Stripe's key, each right of it,
//! and Stripe's clock.

use chrono::TimeDelta;
use rust_decimal::Decimal;

use super::{Bag, Finding, Line, supplier_door, till_door, within};
use crate::clock;
use crate::esimfx::{self, TokenForm};
use crate::shop::TaxKind;
use crate::stripe::{self, Right, StripeClient};

/// Logs in, reads a page of the catalogue, and asks what the account tells.
pub async fn supplier(bag: &Bag<'_>) -> Vec<Line> {
    if let Some(fault) = bag.faulty(&["ESIMFX_BASE_URL", "ESIMFX_CLIENT_ID", "ESIMFX_CLIENT_KEY"]) {
        return vec![("supplier", fault)];
    }
    let tried = within(20, async {
        let supplier = supplier_door(bag.config)?;
        supplier.log_in().await?;
        supplier.products_page(None).await?;
        let form = supplier.log_in().await?;
        // That it tells no balance, or nothing at all of our account, is no fault: its document
        // promises none.
        Ok::<_, esimfx::Error>((form, supplier.profile().await.ok().flatten()))
    });
    vec![(
        "supplier",
        match tried.await {
            Some(Ok((form, told))) => {
                let form = if form == TokenForm::Bearer {
                    "as a bearer token"
                } else {
                    "bare"
                };
                Finding::Well(format!(
                    "logged in; takes its token {form}; {}",
                    balance(told)
                ))
            }
            Some(Err(error)) => Finding::ill(
                error,
                "check ESIMFX_BASE_URL, ESIMFX_CLIENT_ID and ESIMFX_CLIENT_KEY",
            ),
            None => Finding::ill(
                "no answer",
                "check ESIMFX_BASE_URL and the way out of this machine",
            ),
        },
    )]
}

fn balance(told: Option<Vec<(String, Decimal)>>) -> String {
    let figures: Vec<String> = told
        .into_iter()
        .flatten()
        .map(|(name, number)| format!("{name} {number}"))
        .collect();
    if figures.is_empty() {
        "tells no balance".to_owned()
    } else {
        format!("tells {}", figures.join(", "))
    }
}

/// The key, its rights, what of payments it may read, and Stripe's clock.
pub async fn stripe(bag: &Bag<'_>) -> Vec<Line> {
    let mut lines = vec![("time", time(bag).await)];
    if let Some(fault) = bag.faulty(&["STRIPE_SECRET_KEY", "STRIPE_API_BASE"]) {
        lines.push(("Stripe", fault));
        return lines;
    }
    let till = match till_door(bag.config) {
        Ok(till) => till,
        Err(error) => {
            lines.push(("Stripe", Finding::ill(error, "check STRIPE_SECRET_KEY")));
            return lines;
        }
    };
    let mode = if bag.config.stripe.livemode() {
        "live: real money"
    } else {
        "test mode"
    };
    let listed = till
        .events(clock::now() - TimeDelta::hours(1), None, None, &[])
        .await;
    lines.push((
        "Stripe",
        match listed {
            Ok(_) => Finding::Well(format!("the key works, {mode}")),
            Err(error) => Finding::ill(
                error,
                "check STRIPE_SECRET_KEY; a restricted key needs Checkout Sessions and Refunds \
                 write, PaymentIntents and Events read",
            ),
        },
    ));
    lines.extend(rights(&till).await);
    lines.push(("fees", fees(&till).await));
    if bag.config.shop_read && bag.config.shop.tax.kind == TaxKind::Stripe {
        lines.push(("Stripe Tax", tax(&till).await));
    }
    lines
}

/// Those without which nothing is sold, delivered or paid back.
const NEEDED: [Right; 4] = [
    Right::CheckoutSessions,
    Right::PaymentIntents,
    Right::Refunds,
    Right::Events,
];

/// Asks for each right by a question that nothing can come of.
async fn rights(till: &StripeClient) -> Vec<Line> {
    let (mut there, mut lines) = (Vec::new(), Vec::new());
    // Their own line says what the lack of it means.
    for right in Right::ALL
        .into_iter()
        .filter(|right| *right != Right::BalanceTransactions)
    {
        let write = if matches!(right, Right::CheckoutSessions | Right::Refunds) {
            "write"
        } else {
            "read"
        };
        let name = format!("{}, {write}", right.as_str());
        match till.lacks(right).await {
            Ok(None) => there.push(name),
            Ok(Some(refusal)) => {
                let mend =
                    format!("add the right {name}, to the restricted key in Stripe's Dashboard");
                let finding = Finding::ill(format!("the key lacks {name}. {refusal}"), mend);
                lines.push((
                    "rights",
                    if NEEDED.contains(&right) {
                        finding
                    } else {
                        finding.into_warning()
                    },
                ));
            }
            Err(error) => lines.push(("rights", Finding::Unchecked(format!("{name}: {error}")))),
        }
    }
    if lines.is_empty() {
        lines.push(("rights", Finding::Well(there.join("; "))));
    }
    lines
}

/// Asks for a booking that there is not: a key with the right is told so, one without is turned
/// away.
async fn fees(till: &StripeClient) -> Finding {
    match till.fee("txn_none").await {
        Err(error) if error.missing_right() => Finding::Warn(
            format!(
                "the key may not read what Stripe takes of a payment, so margins in ops leave the \
                 fee out. {error}"
            ),
            "add the right Balance transactions, read, to the restricted key in Stripe's Dashboard"
                .to_owned(),
        ),
        Ok(_) | Err(stripe::Error::Refused { status: 404, .. }) => {
            Finding::Well("the key may read what Stripe takes of each payment".to_owned())
        }
        Err(error) => Finding::Warn(
            error.to_string(),
            "check STRIPE_SECRET_KEY, then ask again".to_owned(),
        ),
    }
}

/// Where Stripe is to reckon the tax, it opens no payment page before its Tax is set up.
async fn tax(till: &StripeClient) -> Finding {
    match till.tax_status().await {
        Ok(status) if status == "active" => Finding::Well("is on".to_owned()),
        Ok(status) => Finding::ill(
            format!("is “{status}” and not active, so Stripe opens no payment page"),
            "set up Stripe Tax in its Dashboard, or take another [tax] kind",
        ),
        Err(error) if error.missing_right() => {
            Finding::Unchecked(format!("whether Stripe Tax is on: {error}"))
        }
        Err(error) => Finding::Unchecked(error.to_string()),
    }
}

/// Stripe's signatures live 300 s, and a payment page must be open for 30 minutes: a minute is
/// where trouble begins.
const MOST: TimeDelta = TimeDelta::seconds(30);

/// Our clock beside Stripe's, to the second.
async fn time(bag: &Bag<'_>) -> Finding {
    if let Some(fault) = bag.faulty(&["STRIPE_API_BASE"]) {
        return fault;
    }
    match bag.fetch.get(&bag.config.stripe.api_base).await {
        Err(error) => Finding::Unchecked(format!("Stripe tells no time: {error}")),
        Ok(seen) => match seen.date.map(|theirs| clock::now() - theirs) {
            None => Finding::Unchecked("Stripe tells no time".to_owned()),
            Some(off) if off.abs() < MOST => Finding::Well("agrees with Stripe's clock".to_owned()),
            Some(off) => Finding::ill(
                format!(
                    "this machine's clock is {} seconds {} Stripe's",
                    off.num_seconds().abs(),
                    if off > TimeDelta::zero() {
                        "ahead of"
                    } else {
                        "behind"
                    }
                ),
                "set it by NTP: payment pages and signatures have a time",
            ),
        },
    }
}
