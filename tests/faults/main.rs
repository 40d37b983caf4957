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
mod door;
mod hooks;
mod killed;
mod killed_living;
mod lanes;
mod lost_pages;
mod mail;
mod odd_answers;
mod outside;
mod prices;
mod refunds;
mod restored;
mod start;
mod structure;
mod structure_bookings;
mod structure_keys;
mod structure_papers;
mod supplier;
mod till;
mod told;
mod topup;
