//! Stripe's lists of the whole account, read to their end. A list that cannot be read makes a line,
//! not an end.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::stripe::{self, Error, Payment, Refund};
use domain::books::{Finding, TheirPayment, TheirRefund};
use domain::refund::RefundState;

/// Stripe's refunds by their payment.
pub type Refunds = HashMap<String, Vec<TheirRefund>>;

/// Every refund of the account since `from`.
pub async fn refunds(
    app: &App,
    from: DateTime<Utc>,
    findings: &mut Vec<Finding>,
) -> Result<Refunds, Error> {
    let mut found = Refunds::new();
    let mut after: Option<String> = None;
    loop {
        let page = app.till.all_refunds(from, None, after.as_deref()).await?;
        unreadable(page.unreadable, "refunds", findings);
        for refund in page.items {
            if let Some(payment) = refund.payment_intent_id.clone() {
                found.entry(payment).or_default().push(theirs(refund));
            }
        }
        after = page.last;
        if !page.more || after.is_none() {
            return Ok(found);
        }
    }
}

/// Every payment of the account that was begun in this stretch of time; until now without a `to`.
pub async fn payments(
    app: &App,
    from: DateTime<Utc>,
    to: Option<DateTime<Utc>>,
    findings: &mut Vec<Finding>,
) -> Result<HashMap<String, Payment>, Error> {
    let mut found = HashMap::new();
    let mut after: Option<String> = None;
    loop {
        let page = app.till.payments(from, to, after.as_deref()).await?;
        unreadable(page.unreadable, "payments", findings);
        found.extend(
            page.items
                .into_iter()
                .map(|payment| (payment.id.clone(), payment)),
        );
        after = page.last;
        if !page.more || after.is_none() {
            return Ok(found);
        }
    }
}

fn unreadable(count: usize, what: &str, findings: &mut Vec<Finding>) {
    if count > 0 {
        findings.push(Finding::unanswered(
            "Stripe",
            format!("{count} {what} in its list cannot be read"),
        ));
    }
}

/// The refunds of one payment, as they are now.
pub async fn refunds_of(app: &App, payment_intent_id: &str) -> Result<Vec<TheirRefund>, Error> {
    Ok(app
        .till
        .refunds(payment_intent_id)
        .await?
        .into_iter()
        .map(theirs)
        .collect())
}

/// A payment as it is compared.
pub fn as_compared(payment: &Payment, refunds: Vec<TheirRefund>) -> TheirPayment {
    TheirPayment {
        received_minor: payment.received_minor,
        currency: payment.currency.clone(),
        livemode: payment.livemode,
        refunds,
    }
}

fn theirs(refund: Refund) -> TheirRefund {
    TheirRefund {
        id: refund.id,
        amount_minor: refund.amount_minor,
        state: RefundState::of_stripe(&refund.status),
        key: refund.refund_key,
    }
}

/// A question that Stripe did not answer, as a line.
pub fn unanswered(about: &str, error: &stripe::Error) -> Finding {
    if error.missing_right() {
        let rights: Vec<&str> = error.rights().iter().map(|right| right.as_str()).collect();
        let named = if rights.is_empty() {
            String::new()
        } else {
            format!(": {}", rights.join(", "))
        };
        let mut finding =
            Finding::unanswered(about, format!("the Stripe key lacks a right{named}"));
        finding.mend = "add it to the restricted key in Stripe's Dashboard".to_owned();
        return finding;
    }
    match error {
        stripe::Error::Refused { status: 404, .. } => Finding::mismatch(
            about,
            "Stripe does not know its payment",
            "was the key one of another account when it was paid?",
        ),
        stripe::Error::Refused { .. } => Finding::mismatch(
            about,
            format!("its payment cannot be read: {error}"),
            "see Stripe's Dashboard",
        ),
        stripe::Error::Unclear(_) => {
            Finding::unanswered(about, format!("Stripe does not answer: {error}"))
        }
    }
}
