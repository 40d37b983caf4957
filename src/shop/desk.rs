//! `[desk]`: who may sign in at the owner's desk at all. How they prove who they are is not written
//! here.

use serde::Deserialize;

use crate::config_error::ConfigError;
use domain::email::EmailAddress;

/// `[desk]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Desk {
    /// Mail addresses; none and there is no desk.
    pub staff: Vec<String>,
}

impl Desk {
    /// Whether there is a desk.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.staff.is_empty()
    }

    /// Whether somebody may sign in.
    #[must_use]
    pub fn lists(&self, address: &EmailAddress) -> bool {
        self.staff
            .iter()
            .any(|one| EmailAddress::parse(one).is_ok_and(|one| one == *address))
    }
}

pub(super) fn faults(desk: &Desk, file: &str) -> Vec<ConfigError> {
    let key = format!("{file}: [desk] staff");
    let mut faults = Vec::new();
    for (at, one) in desk.staff.iter().enumerate() {
        match EmailAddress::parse(one) {
            Err(_) => faults.push(ConfigError::new(
                &key,
                "holds an invalid email address",
                "e.g. staff = [\"olga@example.com\"]",
            )),
            Ok(address)
                if desk.staff.iter().take(at).any(|other| {
                    EmailAddress::parse(other).is_ok_and(|other| other == address)
                }) =>
            {
                faults.push(ConfigError::new(
                    &key,
                    "names somebody twice",
                    "name each once",
                ));
            }
            Ok(_) => {}
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(staff: &[&str]) -> Desk {
        Desk {
            staff: staff.iter().map(|one| (*one).to_owned()).collect(),
        }
    }

    #[test]
    fn only_who_is_named_is_listed_in_whatever_spelling() {
        let desk = desk(&["Olga@Shop.example", "info@bücher.example"]);
        let lists = |text: &str| desk.lists(&EmailAddress::parse(text).unwrap());
        assert!(lists("olga@shop.example") && lists("info@xn--bcher-kva.example"));
        assert!(!lists("olga@shop.example.evil.example") && !lists("tom@shop.example"));
        assert!(
            faults(&desk, "shop.toml").is_empty() && desk.is_open() && !Desk::default().is_open()
        );
    }

    #[test]
    fn what_is_no_address_or_stands_there_twice_is_told() {
        assert_eq!(faults(&desk(&["olga", ""]), "shop.toml").len(), 2);
        assert_eq!(
            faults(&desk(&["a@b.example", "A@b.example"]), "shop.toml").len(),
            1
        );
    }
}
