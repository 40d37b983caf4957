//! The operator's commands: they print for people, change orders through flows, and leave an audit row with who did it.

pub mod books;
pub mod catalogue;
pub mod doctor;
pub mod health;
pub mod mails;
pub mod orders;
pub mod prices;
