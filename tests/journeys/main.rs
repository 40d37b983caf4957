//! Stories told to the real router over HTTP, as a browser would; the world outside is the sandbox.

#[path = "../support/mod.rs"]
mod support;

mod buying;
mod delivery;
mod my_esims;
mod operators;
mod refusals;
