//! What the pages and mails about an order read: the order with its lines and eSIMs, and a
//! traveller's eSIMs. Reads only.

mod lines;
mod order_row;
mod owned;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use domain::email::EmailAddress;
use domain::esim::{EsimStatus, Iccid};
use domain::line::LineState;
use domain::money::Money;
use domain::order::PaymentState;
use domain::product::Product;
use domain::progress::{self, DeliveryState, LineProgress};
use domain::refund::RefundState;
use domain::sealed::Sealed;
use lines::{esim, lines};
use order_row::OrderRow;

pub use owned::{OwnedEsim, esim_by_id, esims_of};

/// An order as its page tells it. Holds activation codes: who may see them is decided by who shows
/// it.
#[derive(Debug)]
pub struct OrderView {
    /// Its id.
    pub id: Uuid,
    /// For people.
    pub order_number: String,
    /// The unguessable part of its address.
    pub token: String,
    /// SHA-256 of the cookie of the browser that bought.
    pub buyer_hash: Vec<u8>,
    /// Until when the browser that bought may show it.
    pub browser_until: DateTime<Utc>,
    /// Whom it belongs to, known once paid.
    pub email: Option<EmailAddress>,
    /// What is or was to pay.
    pub total: Money,
    /// The tax in it, where the shop reckons it, and at which rate.
    pub tax: Option<(Money, Option<Decimal>)>,
    /// Whether its invoice was issued.
    pub invoiced: bool,
    /// Gone back so far, in minor units.
    pub refunded: Money,
    /// Whether it adds to an eSIM that exists.
    pub topup: bool,
    /// The money.
    pub payment: PaymentState,
    /// Whether a dispute or review holds it.
    pub held: bool,
    /// Whether a person has been called.
    pub attention: bool,
    /// Whether it is a test order that ended as the shop went live.
    pub test_ended: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When its payment was proved.
    pub paid_at: Option<DateTime<Utc>>,
    /// When the network was first asked.
    pub ordered_at: Option<DateTime<Utc>>,
    /// Whether a reply of the network was lost, so that the longer clock applies.
    pub unclear: bool,
    /// When the mail with the codes was taken by the mail server.
    pub mailed_at: Option<DateTime<Utc>>,
    /// Whether a mail is still to be sent.
    pub mail_open: bool,
    /// Whether the mail with the codes cannot be sent.
    pub mail_failed: bool,
    /// Whether that is because its address is refused.
    pub mail_refused: bool,
    /// Whether it was tried, and is tried again.
    pub mail_late: bool,
    /// Stripe's page, while it can still be paid on.
    pub pay_url: Option<String>,
    /// Its lines by position.
    pub lines: Vec<LineView>,
}

/// One eSIM or top-up of an order.
#[derive(Debug)]
pub struct LineView {
    /// Its id.
    pub id: Uuid,
    /// From 1.
    pub position: i32,
    /// The traveller's name of the plan.
    pub plan_name: String,
    /// The product as it was sold; none when an older release wrote it otherwise.
    pub product: Option<Product>,
    /// What it cost.
    pub price: Money,
    /// Where it is.
    pub state: LineState,
    /// When it was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
    /// The eSIM that a top-up is for.
    pub target_iccid: Option<String>,
    /// The last day the plan can be started.
    pub activate_by: Option<DateTime<Utc>>,
    /// The eSIM, once delivered.
    pub esim: Option<Esim>,
    /// Its newest refund.
    pub refund: Option<RefundView>,
}

/// An eSIM.
#[derive(Debug)]
pub struct Esim {
    /// Names it in our addresses.
    pub id: Uuid,
    /// Its profile's number.
    pub iccid: Iccid,
    /// The bearer secret, as it is stored.
    pub code: Sealed,
    /// As last seen.
    pub status: Option<EsimStatus>,
    /// Who travels with it, as its owner calls them.
    pub traveller: Option<String>,
    /// The access point name that the supplier told with it.
    pub apn: Option<String>,
}

/// Money of a line going back.
#[derive(Debug)]
pub struct RefundView {
    /// Its id.
    pub id: Uuid,
    /// How much.
    pub amount: Money,
    /// `undeliverable`, `cancelled`, `operator`, `fraud`; `test mode` for what pretend money was
    /// not to buy.
    pub cause: String,
    /// How far it is.
    pub state: RefundState,
    /// Stripe's name for it, once it has one: `re_…`.
    pub stripe_id: Option<String>,
    /// When it was decided.
    pub created_at: DateTime<Utc>,
    /// When Stripe called it done.
    pub settled_at: Option<DateTime<Utc>>,
}

/// Whose an order or an eSIM is: the browser's that bought it, for a time, and the traveller's.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    /// SHA-256 of the cookie of the browser that bought.
    pub buyer_hash: &'a [u8],
    /// Until when that browser may show it.
    pub browser_until: DateTime<Utc>,
    /// The traveller.
    pub email: Option<&'a EmailAddress>,
}

impl OrderView {
    /// What has become of each line.
    #[must_use]
    pub fn progress(&self) -> Vec<LineProgress> {
        self.lines
            .iter()
            .map(|l| LineProgress {
                state: l.state,
                refund: l.refund.as_ref().map(|r| r.state),
            })
            .collect()
    }

    /// The contract's delivery state.
    #[must_use]
    pub fn delivery(&self) -> DeliveryState {
        let lines = self.progress();
        if self.test_ended && !progress::at_rest(PaymentState::Paid, &lines) {
            return DeliveryState::TestEnded;
        }
        progress::delivery_state(&lines, self.attention, self.held)
    }

    /// Whether a page about it has nothing more to wait for.
    #[must_use]
    pub fn at_rest(&self) -> bool {
        (self.test_ended || progress::at_rest(self.payment, &self.progress()))
            && (!self.mail_open || self.mail_late)
            && !self.mail_owed()
    }

    /// Whether one of its eSIMs is, or was, on a phone.
    #[must_use]
    pub fn installed(&self) -> bool {
        self.lines
            .iter()
            .filter_map(|line| line.esim.as_ref()?.status.as_ref())
            .any(EsimStatus::is_installed)
    }

    /// Whether it holds several plans.
    #[must_use]
    pub fn mixed(&self) -> bool {
        self.lines.first().is_some_and(|first| {
            self.lines
                .iter()
                .any(|line| line.plan_name != first.plan_name)
        })
    }

    /// Whether it holds several plans, one of each: they are parts of one traveller's trip.
    #[must_use]
    pub fn one_of_each(&self) -> bool {
        let again = |(at, line): (usize, &LineView)| {
            self.lines
                .iter()
                .take(at)
                .any(|earlier| earlier.plan_name == line.plan_name)
        };
        self.lines.len() > 1 && !self.lines.iter().enumerate().any(again)
    }

    /// Who may see its codes.
    #[must_use]
    pub fn whose(&self) -> Whose<'_> {
        Whose {
            buyer_hash: &self.buyer_hash,
            browser_until: self.browser_until,
            email: self.email.as_ref(),
        }
    }

    /// What of it is told to who waits.
    #[must_use]
    pub fn seen(&self) -> Seen {
        let lines = self.lines.iter().map(|l| l.state).collect();
        Seen {
            payment: self.payment,
            delivery: self.delivery(),
            lines,
            mailed: self.mailed_at.is_some(),
            at_rest: self.at_rest(),
        }
    }

    /// Between a delivery's commit and its mail's: a page that took this moment for the end would
    /// never tell of the mail.
    fn mail_owed(&self) -> bool {
        let delivered = self.lines.iter().any(|l| l.state == LineState::Delivered);
        delivered
            && self.email.is_some()
            && self.mailed_at.is_none()
            && !self.mail_failed
            && !self.mail_late
    }
}

/// An order's state as a page that waits hears it: nothing of it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The money.
    pub payment: PaymentState,
    /// The goods.
    pub delivery: DeliveryState,
    /// Each line, by position.
    pub lines: Vec<LineState>,
    /// Whether the mail with the codes has left.
    pub mailed: bool,
    /// Whether nothing more will happen by itself.
    pub at_rest: bool,
}

/// The id of the order with this token.
///
/// # Errors
/// The database's.
pub async fn id_of(db: &PgPool, token: &str) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("select id from orders where token = $1", token)
        .fetch_optional(db)
        .await
}

/// The order with this token.
///
/// # Errors
/// The database's, or a stored value that the domain refuses.
pub async fn by_token(
    db: &PgPool,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<OrderView>, sqlx::Error> {
    match id_of(db, token).await? {
        Some(id) => by_id(db, id, now).await,
        None => Ok(None),
    }
}

/// The order with this id.
///
/// # Errors
/// As [`by_token`].
pub async fn by_id(
    db: &PgPool,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<OrderView>, sqlx::Error> {
    read(&mut *db.acquire().await?, id, now).await
}

/// The same within a transaction that reads more.
///
/// # Errors
/// As [`by_token`].
pub async fn read(
    db: &mut PgConnection,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<OrderView>, sqlx::Error> {
    let Some(row) = OrderRow::load(db, id, now).await? else {
        return Ok(None);
    };
    let mut order = OrderView::try_from(row)?;
    order.lines = lines(db, id, order.total.currency).await?;
    Ok(Some(order))
}

/// Whether this address has ever paid for an order, so that a sign-in link is of use to it.
///
/// # Errors
/// The database's.
pub async fn has_order(db: &PgPool, email: &EmailAddress) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        "select exists (select from orders where customer_email = $1
         and payment_state = 'paid') as \"has!\"",
        email.expose()
    )
    .fetch_one(db)
    .await
}
