//! Stories told to the real router over HTTP, as a browser would; the world outside is the sandbox.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "../support/mod.rs"]
mod support;

mod books;
mod branded;
mod buying;
mod choosing;
mod code_guards;
mod codes;
mod consent;
mod conversion;
mod delivery;
mod desk;
mod desk_acts;
mod desk_attacks;
mod desk_plans;
mod desk_prices;
mod doctor;
mod errors;
mod family;
mod found;
mod giving_back;
mod guides;
mod handing_over;
mod invoices;
mod languages;
mod living_page;
mod mailed_key;
mod mailing;
mod mixing;
mod modes;
mod my_esims;
mod notices;
mod one_box;
mod operators;
mod own_texts;
mod owner;
mod partners;
mod people;
mod price_table;
mod prices;
mod privacy;
mod promises;
mod refusals;
mod reminders;
mod returning;
mod sealed;
mod setup;
mod signing_in;
mod stored_prices;
mod story;
mod supplier_webhooks;
mod tax;
mod topup;
mod upgrading;
mod usage;
mod verify;
mod watching;
mod where_mailed;
mod withdrawing;
