//! Where the machine keeps its PostgreSQL. Starts nothing, and installs nothing: `scripts/tools`
//! does.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context;

/// The directory of the newest `initdb` and `postgres` on this machine.
///
/// # Errors
/// One line that tells what to install when there is none.
pub fn find_binaries() -> anyhow::Result<PathBuf> {
    let mut places: Vec<PathBuf> = Vec::new();
    if let Ok(output) = Command::new("pg_config")
        .arg("--bindir")
        .stderr(Stdio::null())
        .output()
    {
        places.push(PathBuf::from(
            String::from_utf8_lossy(&output.stdout).trim(),
        ));
    }
    if let Some(path) = std::env::var_os("PATH") {
        places.extend(std::env::split_paths(&path));
    }
    for root in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"] {
        places.extend(
            std::fs::read_dir(root)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path().join("bin")),
        );
    }
    places.push(PathBuf::from("/usr/local/pgsql/bin"));
    places
        .into_iter()
        .filter(|place| place.join("initdb").is_file() && place.join("postgres").is_file())
        .filter_map(|place| Some((version(&place)?, place)))
        .max_by(|a, b| a.0.cmp(&b.0))
        .map(|(_, place)| place)
        .context(
            "no PostgreSQL server on this machine: install it (Debian, Ubuntu: `apt-get \
             install postgresql`; Fedora: `dnf install postgresql-server`; macOS: `brew \
             install postgresql`)",
        )
}

/// `[15, 4]` of `postgres (PostgreSQL) 15.4 (Debian …)`.
fn version(bin: &Path) -> Option<Vec<u32>> {
    let output = Command::new(bin.join("postgres"))
        .arg("--version")
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let number = text
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(
        number
            .split(|c: char| !c.is_ascii_digit())
            .map_while(|part| part.parse().ok())
            .collect(),
    )
}
