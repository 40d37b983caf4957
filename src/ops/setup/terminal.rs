//! Questions on a terminal. A secret is not shown while it is typed.

use std::io::{Write, stdin, stdout};

use anyhow::bail;
use nix::sys::termios::{LocalFlags, SetArg, tcgetattr, tcsetattr};

/// Whom the questions are put to.
#[derive(Debug, Default)]
pub(super) struct Terminal {
    begun: bool,
}

impl Terminal {
    /// Asks; an empty answer is the default, where there is one.
    pub(super) fn ask(&mut self, words: &str, default: Option<&str>, secret: bool) -> anyhow::Result<String> {
        if !self.begun {
            self.begun = true;
            println!("A few questions. Enter takes what stands in brackets; nothing is changed before the last answer.\n");
        }
        loop {
            match default {
                Some(default) => print!("{words} [{default}]: "),
                None => print!("{words}: "),
            }
            stdout().flush()?;
            let answer = if secret { unseen()? } else { line()? };
            match (answer.trim(), default) {
                ("", Some(default)) => return Ok(default.to_owned()),
                ("", None) => println!("  this one is needed"),
                (answer, _) => return Ok(answer.to_owned()),
            }
        }
    }
}

fn line() -> anyhow::Result<String> {
    let mut answer = String::new();
    if stdin().read_line(&mut answer)? == 0 {
        bail!("the questions were broken off; nothing was done");
    }
    Ok(answer)
}

/// A line without its echo.
fn unseen() -> anyhow::Result<String> {
    let usual = tcgetattr(stdin())?;
    let mut silent = usual.clone();
    silent.local_flags.remove(LocalFlags::ECHO);
    tcsetattr(stdin(), SetArg::TCSANOW, &silent)?;
    let answer = line();
    tcsetattr(stdin(), SetArg::TCSANOW, &usual)?;
    println!();
    answer
}
