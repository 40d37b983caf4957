//! The house rules that neither compiler nor Cargo holds: walls between the rooms of the shop,
//! sizes, and what is never written. Reads our own source; runs nothing.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod rules;
mod sizes;
mod source;
mod templates;
mod walls;
