//! The life of a line's goods: its states, and what an answer of the supplier comes to. What
//! follows is in `attempts`.

mod attempts;

pub use attempts::{
    Attempts, ByClock, Clocks, LAST_CHANCE, Next, UNREADABLE_PATIENCE, backoff, pause_before_ending,
};

use crate::stored_words;

stored_words! {
    /// Where a line's goods are.
    pub enum LineState {
        /// Not yet ordered.
        Waiting = "waiting",
        /// Asked for; not yet had.
        Ordering = "ordering",
        /// The traveller has it.
        Delivered = "delivered",
        /// It will never come; the money goes back.
        Refused = "refused",
        /// Given back by the traveller.
        Cancelled = "cancelled",
    }
}

stored_words! {
    /// What is decided about a line, for good.
    pub enum Outcome {
        /// The traveller has it.
        Deliver = "deliver",
        /// The money goes back.
        Refund = "refund",
    }
}

stored_words! {
    /// How a call that buys ended.
    pub enum CallResult {
        /// Sold, with all that the traveller needs.
        Done = "done",
        /// A no that nobody doubts.
        Refused = "refused",
        /// They may have sold.
        Unclear = "unclear",
        /// They cannot have sold.
        Unreachable = "unreachable",
    }
}

/// What the supplier says has become of an order, by its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sale {
    /// It is sold: `COMPLETED`, or no status at all, as in a success of the document.
    Sold,
    /// Not yet, or in a word that nobody knows: it is read back.
    Underway,
    /// It came to nothing, they say: `FAILED`, `CANCELLED`.
    Off,
}

impl Sale {
    /// Reads the supplier's word in any case.
    pub fn of(status: Option<&str>) -> Self {
        match status.map(|s| s.trim().to_ascii_uppercase()).as_deref() {
            None | Some("" | "COMPLETED") => Self::Sold,
            Some("FAILED" | "CANCELLED" | "CANCELED") => Self::Off,
            Some(_) => Self::Underway,
        }
    }
}

/// How much of what the traveller needs came with a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Parts {
    /// All of it.
    Whole,
    /// An id, ICCID or activation code did not come.
    Missing,
    /// An ICCID or activation code came that cannot be read.
    Unreadable,
}

/// What the supplier's reply to `create_order` comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Sold, with all that the traveller needs.
    Complete,
    /// Sold, but without an id, ICCID or activation code.
    Incomplete,
    /// Sold, with an ICCID or activation code that cannot be read.
    Unreadable,
    /// Taken on, and not sold yet.
    Underway,
    /// Said to have come to nothing, which is not yet certain.
    Off,
    /// A final no.
    Refused,
    /// A no for now: our balance.
    LowBalance,
    /// They may have sold.
    Unclear,
    /// They cannot have sold.
    Unreachable,
}

impl Reply {
    /// What an answer of success (`code` 0) comes to. Only what is sold counts, and only as far as
    /// it came.
    pub fn of(sale: Sale, parts: Parts) -> Self {
        match (sale, parts) {
            (Sale::Sold, Parts::Whole) => Self::Complete,
            (Sale::Sold, Parts::Missing) => Self::Incomplete,
            (Sale::Sold, Parts::Unreadable) => Self::Unreadable,
            (Sale::Underway, _) => Self::Underway,
            (Sale::Off, _) => Self::Off,
        }
    }

    /// Whether they may have sold although nothing can be handed over: then the longer clock runs.
    pub fn may_have_sold(self) -> bool {
        matches!(
            self,
            Self::Incomplete | Self::Unreadable | Self::Underway | Self::Off | Self::Unclear
        )
    }
}

#[cfg(test)]
mod tests;
