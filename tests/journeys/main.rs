//! Stories told to the real router over HTTP, as a browser would; the world outside is the sandbox.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

#[path = "../support/mod.rs"]
mod support;

mod buying;
mod delivery;
mod my_esims;
mod operators;
mod refusals;
mod supplier_webhooks;
