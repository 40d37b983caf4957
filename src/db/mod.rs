//! ALL SQL. A file per table or per reader, a function per query. It decides nothing: the rules are in `domain`.

pub mod live;
pub mod logins;
pub mod mails;
pub mod order_pages;
pub mod rate_limits;

/// A stored value that the domain refuses, as an error of the read that met it.
fn stored(error: impl std::error::Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(error))
}
