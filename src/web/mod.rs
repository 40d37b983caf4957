//! PAGES AND HOOKS. A handler reads, does, answers; the site map is below.

pub mod assets;
pub mod destination;
pub mod destinations;
pub mod help;
pub mod home;
pub mod layout;
pub mod map;
pub mod plan;
pub mod policies;
pub mod respond;
pub mod robots;
pub mod search;
pub mod shelf;
pub mod theme;
