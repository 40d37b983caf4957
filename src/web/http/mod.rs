//! What every page and hook needs of HTTP: who asks and from where, in which language, what is read
//! of a form, and how an answer is made, headed, cached, counted and logged.

pub mod address;
pub mod assets;
pub mod auth;
mod bundles;
pub mod client_address;
pub mod csrf;
pub mod device;
pub mod error;
pub mod form;
pub mod health;
pub mod limits;
pub mod locale;
pub mod metrics;
pub mod middleware;
pub mod page_cache;
pub mod page_views;
pub mod payment_redirect;
pub mod private;
pub mod private_headers;
pub mod request_log;
pub mod response;
pub mod security_headers;
pub mod security_log;
