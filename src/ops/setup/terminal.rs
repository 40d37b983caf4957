//! Questions on a terminal. A secret is not shown while it is typed.

use std::io::{Write, stdin, stdout};

use anyhow::bail;
use nix::sys::termios::{LocalFlags, SetArg, tcgetattr, tcsetattr};

/// The exit code of a program that Ctrl-C ended, as a shell has it.
const INTERRUPTED: i32 = 130;

/// Whom the questions are put to.
#[derive(Debug)]
pub(super) struct Terminal {
    begun: bool,
}

impl Terminal {
    /// The terminal at standard input. Ctrl-C ends the program, and what is typed afterwards is
    /// shown again.
    pub(super) fn open() -> anyhow::Result<Self> {
        let usual = tcgetattr(stdin())?;
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                let _ = tcsetattr(stdin(), SetArg::TCSANOW, &usual);
                eprintln!("\nstopped");
                std::process::exit(INTERRUPTED);
            }
        });
        Ok(Self { begun: false })
    }

    /// Asks; an empty answer is the default, where there is one.
    pub(super) fn ask(
        &mut self,
        words: &str,
        default: Option<&str>,
        secret: bool,
    ) -> anyhow::Result<String> {
        if !self.begun {
            self.begun = true;
            println!(
                "A few questions. Enter takes what stands in brackets; nothing is changed before \
                 the last answer.\n"
            );
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
        bail!("stopped; nothing was changed");
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
