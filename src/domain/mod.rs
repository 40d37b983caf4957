//! RULES. Pure: no sqlx, axum, reqwest, clock or randomness; it answers questions and never acts.

pub mod calendar;
pub mod cancel;
pub mod colour;
pub mod daytime;
pub mod destination;
pub mod diagnosis;
pub mod email;
pub mod esim;
pub mod event;
pub mod job;
pub mod line;
pub mod mcc;
pub mod money;
pub mod order;
pub mod package;
pub mod pricing;
pub mod product;
pub mod progress;
pub mod qr;
pub mod refund;
pub mod reminder;
pub mod token;
pub mod traveller;
pub mod trip;
pub mod when;
