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
mod code_amounts;
mod code_commands;
mod code_guards;
mod code_uses;
mod codes;
mod consent;
mod conversion;
mod delivery;
mod delivery_mail;
mod desk;
mod desk_acts;
mod desk_attacks;
mod desk_foreign;
mod desk_guessing;
mod desk_lists;
mod desk_plans;
mod desk_price_versions;
mod desk_prices;
mod desk_prices_imported;
mod desk_sessions;
mod doctor;
mod doctor_desk;
mod doctor_law;
mod errors;
mod family;
mod family_links;
mod followed;
mod found;
mod found_picture;
mod giving_back;
mod going_live;
mod guides;
mod handing_over;
mod handing_over_refused;
mod invoices;
mod invoices_kept;
mod languages;
mod living_page;
mod mailed_key;
mod mailing;
mod mixing;
mod mixing_again;
mod mixing_refused;
mod modes;
mod my_esims;
mod notices;
mod notices_of_use;
mod one_box;
mod operator_commands;
mod operators;
mod own_texts;
mod owner;
mod partners;
mod people;
mod price_table;
mod prices;
mod privacy;
mod promises;
mod promises_kept;
mod refusals;
mod reminders;
mod response_headers;
mod returning;
mod sealed;
mod setup;
mod signing_in;
mod stored_prices;
mod stored_words;
mod story;
mod supplier_webhooks;
mod supplier_webhooks_ignored;
mod tax;
mod topup;
mod topup_key;
mod upgrading;
mod usage;
mod usage_doors;
mod verify;
mod verify_since;
mod watching;
mod where_mailed;
mod withdrawing;
mod withdrawing_limits;
