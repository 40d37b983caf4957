//! STORIES THAT CROSS ROOMS: each brings something to rest, and may be told again from its
//! beginning at any time. No page, no SQL.

pub mod advice;
pub mod alerts;
mod answer;
pub mod cancel;
pub mod cart;
pub mod checkout;
pub mod clean_up;
pub mod codes;
mod cost;
pub mod desk;
pub mod discounts;
pub mod fees;
pub mod fulfilment;
pub mod hand_over;
mod hooks;
pub mod invoices;
pub mod ledger;
pub mod mail_queue;
pub mod mail_render;
pub mod mailing;
pub mod modes;
pub mod operator;
pub mod orphan;
mod outcome;
pub mod payment;
pub mod people;
pub mod plan_marks;
pub mod price_diff;
pub mod price_table;
pub mod prices;
pub mod publish;
pub mod reconcile;
pub mod recovery;
pub mod refund;
mod refund_list;
pub mod refund_order;
pub mod remind;
pub mod selling;
pub mod sign_in;
mod standing;
pub mod start;
pub mod stray;
pub mod stripe_events;
pub mod sync;
pub mod tell;
pub mod topup;
pub mod usage;
pub mod withdraw;

pub use clean_up::COUNTS_KEPT_DAYS;

use chrono::{DateTime, Utc};

use crate::{esimfx, stripe};

/// How a story left things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobOutcome {
    /// Nothing more to do until somebody asks again.
    Done,
    /// The same, and the job's row ended in the transaction of its effect.
    Settled,
    /// Look again then.
    RetryAt(DateTime<Utc>),
}

impl JobOutcome {
    /// Of two parts: done when both are, else the earlier look.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Done | Self::Settled, rest) | (rest, Self::Done | Self::Settled) => rest,
            (Self::RetryAt(a), Self::RetryAt(b)) => Self::RetryAt(a.min(b)),
        }
    }
}

/// Why a story broke off. It is told again later; nothing is lost.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Postgres.
    #[error("the database failed: {0}")]
    Database(#[from] crate::db::Error),
    /// Stripe.
    #[error("at Stripe: {0}")]
    Till(#[from] stripe::Error),
    /// The supplier.
    #[error("at the supplier: {0}")]
    Supplier(#[from] esimfx::Error),
    /// The catalogue.
    #[error("the catalogue was not synced: {0}")]
    Sync(#[from] sync::SyncError),
    /// A mail.
    #[error("a mail was not sent: {0}")]
    Notice(#[from] mail_render::MailRenderError),
    /// Another worker has the job now.
    #[error("the lease was lost")]
    LeaseLost,
    /// Something that another part must do first.
    #[error("{0}")]
    NotYet(&'static str),
}
