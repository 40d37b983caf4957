//! `verify-books`: our books against themselves and against Stripe's. Reads only.

use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::db::ops::{self, Captured};
use crate::serve;
use crate::stripe::PaymentStatus;

/// Prints each mismatch; the exit code is 1 if there is any.
///
/// # Errors
/// When the database or Stripe does not answer.
pub async fn verify(config: Config) -> anyhow::Result<bool> {
    let app = serve::open(config, &CancellationToken::new()).await?;
    let mismatches = find(&app).await?;
    for line in &mismatches {
        println!("{line}");
    }
    if mismatches.is_empty() {
        println!("the books agree");
    }
    Ok(!mismatches.is_empty())
}

/// Every mismatch in words.
///
/// # Errors
/// As [`verify`].
pub async fn find(app: &App) -> anyhow::Result<Vec<String>> {
    let mut lines: Vec<String> = ops::mismatches(&app.db).await?.into_iter().map(|m| format!("{}: {}", m.order_number, m.why)).collect();
    for captured in ops::captured(&app.db, app.config.stripe.livemode()).await? {
        lines.extend(compare(app, &captured).await?);
    }
    Ok(lines)
}

async fn compare(app: &App, c: &Captured) -> anyhow::Result<Option<String>> {
    let session = app.till.session(&c.session_id).await?;
    let refunds = app.till.refunds(&c.payment_intent_id).await?;
    let back: i64 = refunds.iter().filter(|r| !matches!(r.status.as_str(), "failed" | "canceled")).map(|r| r.amount_minor).sum();
    Ok(if session.payment != PaymentStatus::Paid || session.total.map(|t| t.minor) != Some(c.amount_minor) {
        Some(format!("{}: Stripe does not show this payment as we do", c.order_number))
    } else if back != c.refunded_minor {
        Some(format!("{}: Stripe shows {back} minor units sent back, we {}", c.order_number, c.refunded_minor))
    } else {
        None
    })
}
