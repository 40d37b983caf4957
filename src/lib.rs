//! The map of the rooms. ARCHITECTURE.md walks through them; `tests/tidy` holds the walls
//! between them, and Cargo those of the crates.

pub mod app;
pub mod brand;
pub mod catalogue;
pub mod clock;
pub mod config;
pub mod config_error;
pub mod db;
#[cfg(feature = "demo")]
pub mod demo;
pub mod esimfx;
pub mod fail_at;
pub mod fetch;
pub mod flows;
pub mod l10n;
pub mod mail;
pub mod meter;
pub mod ops;
pub mod pdf;
pub mod qr;
pub mod routes;
pub mod serve;
pub mod shop;
pub mod stripe;
pub mod telemetry;
pub mod web;
pub mod worker;
