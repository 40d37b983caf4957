//! PAGES AND HOOKS. A handler reads, does, answers; the site map is below.

pub mod after;
pub mod assets;
pub mod destination;
pub mod destinations;
pub mod device;
mod esim_card;
mod events;
pub mod fault;
pub mod guard;
pub mod help;
pub mod home;
pub mod identity;
pub mod layout;
mod login;
pub mod map;
mod my_esims;
mod order;
mod order_json;
#[cfg(test)]
mod order_sample;
mod order_words;
pub mod plan;
pub mod policies;
pub mod private;
pub mod respond;
pub mod robots;
pub mod search;
pub mod shelf;
pub mod theme;
