//! RULES. Pure: no sqlx, axum, reqwest, clock or randomness; it answers questions and never acts.

pub mod money;
pub mod product;
