//! Where the machine keeps its PostgreSQL, and how to get one. Starts nothing.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, bail};

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
        .context("no PostgreSQL server on this machine: install it (Debian, Ubuntu: `apt-get install postgresql`; Fedora: `dnf install postgresql-server`; macOS: `brew install postgresql`)")
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

/// Installs PostgreSQL with `apt-get` when it is missing, we are root and this is a Debian (or a
/// child of it). Returns whether it installed anything. The package makes a cluster of its own; one
/// that was not there before is taken away again.
///
/// # Errors
/// When `apt-get` fails.
pub fn install_if_root_on_debian() -> anyhow::Result<bool> {
    if find_binaries().is_ok()
        || !nix::unistd::geteuid().is_root()
        || !Path::new("/etc/debian_version").exists()
    {
        return Ok(false);
    }
    let before = clusters();
    let apt = |arguments: &[&str]| -> anyhow::Result<bool> {
        let mut command = Command::new("apt-get");
        // RUNLEVEL=1: the package's scripts start no service.
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .env("RUNLEVEL", "1")
            .stdin(Stdio::null());
        Ok(command
            .status()
            .context("apt-get could not be run")?
            .success())
    };
    let install = [
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
        "postgresql",
    ];
    // A fresh container has no package lists yet.
    let installed = apt(&install)? || (apt(&["update", "-q"])? && apt(&install)?);
    if !installed {
        bail!(
            "apt-get could not install postgresql: install it by hand, or check the machine's package sources"
        );
    }
    for (version, name) in clusters()
        .into_iter()
        .filter(|cluster| !before.contains(cluster))
    {
        let _ = Command::new("pg_dropcluster")
            .args(["--stop", &version, &name])
            .stdin(Stdio::null())
            .status();
    }
    Ok(true)
}

/// Debian's clusters as (version, name).
fn clusters() -> Vec<(String, String)> {
    let entries = |dir: PathBuf| std::fs::read_dir(dir).into_iter().flatten().flatten();
    entries(PathBuf::from("/etc/postgresql"))
        .flat_map(|version| {
            entries(version.path()).map(move |name| {
                (
                    version.file_name().to_string_lossy().into_owned(),
                    name.file_name().to_string_lossy().into_owned(),
                )
            })
        })
        .collect()
}
