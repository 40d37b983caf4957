//! The operator's commands: they print for people, change orders through flows, and leave an audit
//! row with who did it.

pub mod books;
pub mod catalogue;
pub mod codes;
pub mod desk;
pub mod doctor;
pub mod export;
pub mod health;
pub mod mails;
pub mod orders;
pub mod people;
pub mod prices;
pub mod sales;
pub mod setup;

use std::io::{ErrorKind, IsTerminal, Write};

use anyhow::bail;

/// The longest name that is written into a history.
const LONGEST_NAME: usize = 60;

/// Who is at the keyboard, for the audit row: OPERATOR, else the login name. It is said aloud, so
/// that a wrong one is noticed.
///
/// # Errors
/// When nobody is named, as in a container that was not told.
fn operator() -> anyhow::Result<String> {
    let who = named(
        &|name| std::env::var(name).ok(),
        nix::unistd::User::from_uid(nix::unistd::getuid())
            .ok()
            .flatten()
            .map(|u| u.name),
    );
    let Some(who) = who else {
        bail!(
            "this change is recorded under a name, and none is set → set OPERATOR to yours; in a \
             container: docker compose exec \
             -e OPERATOR=olga shop esim-storefront …"
        );
    };
    eprintln!("recorded as operator:{who}");
    Ok(who)
}

/// Whether to do it. Without a terminal nobody can be asked, and then nothing is done.
fn agreed(yes: bool) -> anyhow::Result<bool> {
    if yes {
        return Ok(true);
    }
    if !std::io::stdin().is_terminal() {
        eprintln!("nothing was done: add --yes to do it without being asked");
        return Ok(false);
    }
    print!("Do it? [y/N] ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    let agreed = matches!(answer.trim().to_lowercase().as_str(), "y" | "yes");
    if !agreed {
        println!("nothing was done");
    }
    Ok(agreed)
}

/// Prints a whole answer. Whoever reads it may stop in the middle, as `head` does.
fn print_all(answer: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(answer).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// The first of these that says something.
fn named(environment: &dyn Fn(&str) -> Option<String>, login: Option<String>) -> Option<String> {
    let told = ["OPERATOR", "SUDO_USER", "USER", "LOGNAME"]
        .into_iter()
        .filter_map(environment);
    let one_line = |name: String| {
        name.chars()
            .filter(|c| !c.is_control())
            .take(LONGEST_NAME)
            .collect::<String>()
            .trim()
            .to_owned()
    };
    told.chain(login)
        .map(one_line)
        .find(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(settings: &[(&str, &str)], login: Option<&str>) -> Option<String> {
        named(
            &|name| {
                settings
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, value)| (*value).to_owned())
            },
            login.map(str::to_owned),
        )
    }

    #[test]
    fn who_acts_is_who_says_so_or_who_has_logged_in() {
        assert_eq!(
            who(
                &[
                    ("USER", "root"),
                    ("SUDO_USER", "olga"),
                    ("OPERATOR", "Tom\n")
                ],
                Some("root")
            )
            .as_deref(),
            Some("Tom")
        );
        assert_eq!(
            who(
                &[("USER", "root"), ("SUDO_USER", "olga"), ("OPERATOR", " ")],
                Some("root")
            )
            .as_deref(),
            Some("olga")
        );
        assert_eq!(who(&[], Some("shop")).as_deref(), Some("shop"));
        assert_eq!(
            who(&[("USER", "")], None),
            None,
            "a container without a name for its user"
        );
        assert_eq!(
            who(&[("OPERATOR", &"x".repeat(500))], None).unwrap().len(),
            LONGEST_NAME
        );
    }
}
