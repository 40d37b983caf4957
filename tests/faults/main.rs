//! The matrix of trouble: at the supplier, at Stripe, in the database, and to the process itself.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod breaker;
mod cancel;
mod cancel_beside_others;
mod door;
mod hooks;
mod killed;
mod killed_living;
mod lanes;
mod long_holds;
mod lost_pages;
mod mail;
mod misfits;
mod odd_answers;
mod operator_refunds;
mod orphans;
mod outside;
mod prices;
mod recovery_gate;
mod refunds;
mod restored;
mod start;
mod structure;
mod structure_bookings;
mod structure_cancellations;
mod structure_keys;
mod structure_lines;
mod structure_papers;
mod supplier;
mod supplier_clocks;
mod till;
mod till_holds;
mod till_refunds;
mod told;
mod topup;
mod topup_offers;
