//! `orders …`: an operator's hands. What they do is done by the same flows as everything else.

mod find;
mod mail;
mod refund;

use anyhow::{Context, bail};
use clap::Subcommand;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::app::App;
use crate::config::Config;
use crate::db::{ops, orders};
use crate::flows::{modes, operator};
use crate::serve;
use domain::hold::Reason;
use domain::mode::Mode;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the newest orders
    List {
        /// Only orders that need attention
        #[arg(long)]
        stuck: bool,
        /// As JSON, with every column of `ops.orders`.
        #[arg(long)]
        json: bool,
    },
    /// Find orders by number, email address, ICCID, or an id of Stripe's (cs_…, pi_…, ch_…, re_…)
    Find {
        /// What to look for
        text: String,
        /// As JSON, with every column of `ops.orders`.
        #[arg(long)]
        json: bool,
    },
    /// Show one order and its history
    Show {
        /// Order number, e.g. E10001
        number: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Retry now with the same idempotency keys and deadlines; a failed refund gets a new attempt,
    /// an unsent email is sent
    Retry {
        /// Order number, e.g. E10001
        number: String,
    },
    /// Email again what was delivered
    Resend {
        /// Order number, e.g. E10001
        number: String,
        /// To this address instead of the order's own, this time only
        #[arg(long, value_name = "ADDRESS")]
        to: Option<String>,
    },
    /// Correct its email address: what was delivered is emailed again, and the old address is told
    SetEmail {
        /// Order number, e.g. E10001
        number: String,
        /// The right one
        address: String,
    },
    /// Refund: says what will be done, asks, then does it
    Refund {
        /// The order's number.
        #[arg(required_unless_present = "payment", conflicts_with = "payment")]
        number: Option<String>,
        /// A captured payment of this shop that has no order here: pi_…
        #[arg(long)]
        payment: Option<String>,
        /// Only this line, as `orders show` counts them; may be given several times.
        #[arg(long = "line", value_name = "POS")]
        lines: Vec<i32>,
        /// Only a part, in the order's currency: 5.00
        #[arg(long, value_name = "MONEY")]
        amount: Option<String>,
        /// Leave what was not used yet usable.
        #[arg(long)]
        keep_esim: bool,
        /// Why, for the books.
        #[arg(long)]
        reason: String,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Release a hold after you have reviewed the order
    Release {
        /// Order number, e.g. E10001
        number: String,
    },
}

/// Does it, and prints what came of it; the exit code.
///
/// # Errors
/// When there is no such order or the database does not answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let app = &serve::open(config, &CancellationToken::new()).await?;
    let who = super::operator;
    match command {
        Command::List { stuck, json: true } => {
            println!(
                "{}",
                serde_json::to_string_pretty(&ops::orders_json(&app.db, stuck, None).await?)?
            );
        }
        Command::List { stuck, json: false } => print(&ops::orders(&app.db, stuck, None).await?),
        Command::Find { text, json } => return find::find(app, &text, json).await,
        Command::Show { number, json } => show(app, &number, json).await?,
        Command::Retry { number } => {
            return mail::retry(app, &number, open(app, &number).await?, &who()?).await;
        }
        Command::Resend { number, to } => {
            return mail::resend(
                app,
                &number,
                open(app, &number).await?,
                to.as_deref(),
                &who()?,
            )
            .await;
        }
        Command::SetEmail { number, address } => {
            return mail::set_email(app, &number, open(app, &number).await?, &address, &who()?)
                .await;
        }
        Command::Refund {
            number,
            payment,
            lines,
            amount,
            keep_esim,
            reason,
            yes,
        } => {
            let wish = refund::Wish {
                lines,
                amount,
                keep_esim,
                reason: reason.trim().to_owned(),
                yes,
            };
            return refund(app, (payment, number), wish, &who()?).await;
        }
        Command::Release { number } => release(app, &number, &who()?).await?,
    }
    Ok(0)
}

/// Refunds a payment that has no order here, or an order.
async fn refund(
    app: &App,
    (payment, number): (Option<String>, Option<String>),
    wish: refund::Wish,
    who: &str,
) -> anyhow::Result<i32> {
    if wish.reason.is_empty() {
        bail!("--reason is empty → say why, for the books");
    }
    match payment {
        Some(payment) => refund::payment(app, &payment, &wish.reason, who, wish.yes).await,
        None => {
            let order_id = open(app, number.as_deref().unwrap_or_default()).await?;
            refund::order(app, order_id, &wish, who).await
        }
    }
}

/// Lets go of what a person may let go, and says what stays held.
async fn release(app: &App, number: &str, who: &str) -> anyhow::Result<()> {
    let released = operator::release(app, open(app, number).await?, who).await?;
    if released.left.is_empty() {
        println!("{number} released");
    }
    for hold in released.left {
        println!(
            "{number} is still held: {} → {}",
            hold.why,
            mend(hold.reason)
        );
    }
    Ok(())
}

/// How a hold ends that nobody may release.
fn mend(reason: Reason) -> &'static str {
    match reason {
        Reason::RefundedElsewhere => {
            "`orders refund N --line POS --reason …` says for which line the money went back"
        }
        Reason::Misfit => "`orders refund N --reason …` sends back what was received",
        Reason::Review | Reason::Dispute => {
            "it goes on when Stripe's Dashboard shows nothing disputed and nothing refunded"
        }
        Reason::Supplier | Reason::Operator => "try again",
    }
}

async fn by_number(app: &App, number: &str) -> anyhow::Result<Uuid> {
    orders::by_number(&app.db, &number.to_uppercase())
        .await?
        .with_context(|| format!("there is no order {number}"))
}

/// The order that people call so, if today's key can do anything for it.
async fn open(app: &App, number: &str) -> anyhow::Result<Uuid> {
    let id = by_number(app, number).await?;
    let order = orders::load(&app.db, id)
        .await?
        .with_context(|| format!("there is no order {number}"))?;
    if modes::of_the_other(app, &order).is_some() {
        let (mode, key) = (
            Mode::of(order.livemode).as_str(),
            Mode::of(app.config.stripe.livemode()).as_str(),
        );
        bail!(
            "{} is an order of {mode} mode → nothing can be done for it with a {key} key",
            order.number
        );
    }
    Ok(id)
}

async fn show(app: &App, number: &str, json: bool) -> anyhow::Result<()> {
    let number = number.to_uppercase();
    by_number(app, &number).await?;
    if json {
        let order = ops::orders_json(&app.db, false, Some(&number)).await?.pop();
        let story = serde_json::json!({ "order": order, "timeline": ops::timeline_json(&app.db, &number).await? });
        println!("{}", serde_json::to_string_pretty(&story)?);
        return Ok(());
    }
    print(&ops::orders(&app.db, false, Some(&number)).await?);
    for entry in ops::timeline(&app.db, &number).await? {
        let line = entry
            .position
            .map(|p| format!(" line {p}"))
            .unwrap_or_default();
        let detail = entry.detail.map(|d| format!(": {d}")).unwrap_or_default();
        println!(
            "  {}  {}{line}{detail}  ({})",
            entry.at.format("%Y-%m-%d %H:%M:%S"),
            entry.event,
            entry.actor
        );
    }
    Ok(())
}

fn print(orders: &[ops::OrderRow]) {
    for o in orders {
        let attention = o
            .attention
            .as_deref()
            .map(|a| format!("  ! {a}"))
            .unwrap_or_default();
        println!(
            "{:<8} {}  {:<16} {:<16} {}/{}  {}  back {}{attention}",
            o.order_number,
            o.created_at.format("%Y-%m-%d %H:%M"),
            o.payment_state,
            o.delivery_state,
            o.delivered_lines,
            o.lines,
            o.total,
            o.refunded
        );
    }
    if orders.is_empty() {
        println!("none");
    }
}
