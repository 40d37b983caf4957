//! ALL SQL. A file per table, a function per query; inside something larger it takes the transaction. Nothing is decided here.

pub mod captures;
pub mod cursors;
pub mod esims;
pub mod history;
pub mod jobs;
pub mod lines;
pub mod orders;
pub mod refunds;
pub mod stripe_events;
pub mod supplier_calls;
pub mod supplier_orders;
