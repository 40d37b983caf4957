//! PAGES AND HOOKS. A handler reads, does, answers; the site map is below.

pub mod after;
pub mod device;
mod esim_card;
mod events;
pub mod fault;
pub mod frame;
pub mod guard;
pub mod identity;
mod login;
mod my_esims;
mod order;
mod order_json;
mod order_words;
pub mod private;
