//! The matrix of trouble: at the supplier, at Stripe, in the database, and to the process itself.

#[path = "../support/mod.rs"]
mod support;

mod killed;
mod structure;
mod supplier;
mod till;
