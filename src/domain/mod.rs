//! RULES. Pure: no sqlx, axum, reqwest, clock or randomness; it answers questions and never acts.

pub mod email;
pub mod esim;
pub mod money;
pub mod product;
pub mod progress;
pub mod qr;
