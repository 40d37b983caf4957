//! The operator's commands: they print for people, change orders through flows, and leave an audit row with who did it.

pub mod books;
pub mod catalogue;
pub mod doctor;
pub mod health;
pub mod mails;
pub mod orders;
pub mod people;
pub mod prices;

/// Who is at the keyboard, for the audit row.
fn operator() -> String {
    let named = ["OPERATOR", "SUDO_USER", "USER"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    named
        .or_else(|| nix::unistd::User::from_uid(nix::unistd::getuid()).ok().flatten().map(|u| u.name))
        .unwrap_or_else(|| "unknown".to_owned())
}
