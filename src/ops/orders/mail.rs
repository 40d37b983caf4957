//! An order's mails by hand: its goods once more, and another address.

use anyhow::{Context, bail};
use uuid::Uuid;

use crate::app::App;
use crate::flows::{mailing, operator};
use crate::ops::mails::tell;
use domain::email::EmailAddress;

fn address(text: &str) -> anyhow::Result<EmailAddress> {
    EmailAddress::parse(text).with_context(|| {
        "that is not a valid email address → write it as name@example.com".to_owned()
    })
}

pub(super) async fn resend(
    app: &App,
    number: &str,
    order_id: Uuid,
    to: Option<&str>,
    who: &str,
) -> anyhow::Result<i32> {
    let to = to.map(address).transpose()?;
    match mailing::resend(app, order_id, to.as_ref(), who).await? {
        Some(sent) => Ok(tell(&sent)),
        None => bail!(
            "nothing of {number} has been delivered, or it has no address → see `orders show \
             {number}`"
        ),
    }
}

pub(super) async fn set_email(
    app: &App,
    number: &str,
    order_id: Uuid,
    to: &str,
    who: &str,
) -> anyhow::Result<i32> {
    let corrected = mailing::set_email(app, order_id, &address(to)?, who).await?;
    if !corrected.changed {
        println!(
            "{number} has that address already; `orders resend {number}` mails its goods again"
        );
        return Ok(0);
    }
    println!("{number} has its new address; the old one is told");
    Ok(tell(&corrected.sent))
}

/// Says what there was to try again; 1 when there was nothing, or a mail was not taken again.
pub(super) async fn retry(
    app: &App,
    number: &str,
    order_id: Uuid,
    who: &str,
) -> anyhow::Result<i32> {
    let tried = operator::retry(app, order_id, who).await?;
    if tried.is_nothing() {
        println!(
            "{number}: nothing to retry: no eSIM is waiting, no refund failed, every email has \
             been sent"
        );
        return Ok(1);
    }
    if tried.waiting > 0 {
        println!(
            "{number}: {} of its eSIMs or top-ups are asked for again",
            tried.waiting
        );
    }
    if tried.refunds > 0 {
        println!(
            "{number}: {} refunds are tried again or looked at",
            tried.refunds
        );
    }
    Ok(tell(&tried.mails))
}
