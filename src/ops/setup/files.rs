//! `.env` and shop.toml: what stands in them, and how they are written without taking anything
//! away.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::answers::Answers;

/// The commented file of the release.
const EXAMPLE: &str = include_str!("../../../shop.example.toml");

/// Where they go: beside docker-compose.yml shop.toml stands in the folder that the container is
/// shown.
pub(super) struct Files {
    env: PathBuf,
    shop: PathBuf,
}

impl Files {
    pub(super) fn new(dir: &Path) -> Self {
        let composed = dir.join("docker-compose.yml").exists() || dir.join("config").is_dir();
        let shop = if composed {
            dir.join("config/shop.toml")
        } else {
            dir.join("shop.toml")
        };
        Self {
            env: dir.join(".env"),
            shop,
        }
    }

    /// The first of them that is there already.
    pub(super) fn in_the_way(&self) -> Option<&Path> {
        [&self.env, &self.shop]
            .into_iter()
            .find(|path| path.exists())
            .map(PathBuf::as_path)
    }

    /// The text of the `.env` that is there.
    pub(super) fn env_before(&self) -> anyhow::Result<Option<String>> {
        match fs::read_to_string(&self.env) {
            Ok(text) => Ok(Some(text)),
            // Docker makes a folder where a file that it was to show is missing.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => {
                Ok(None)
            }
            Err(error) => Err(error).with_context(|| {
                format!("{} cannot be read; nothing was done", self.env.display())
            }),
        }
    }

    /// Makes new files beside them, so that writing cannot fail half-way; `.env` can be read by its
    /// owner alone from the start.
    pub(super) fn open(self, force: bool) -> anyhow::Result<Opened> {
        if let Some(folder) = self
            .shop
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            make(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        let mut opened = Opened {
            files: Vec::new(),
            force,
        };
        for (path, mode) in [(self.shop, 0o644), (self.env, 0o600)] {
            let file = beside(&path, mode)?;
            opened.files.push((path, file));
        }
        Ok(opened)
    }
}

/// A folder that the container's user can look into, whatever the umask takes away.
fn make(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

fn new_name(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

fn beside(path: &Path, mode: u32) -> anyhow::Result<File> {
    let new = new_name(path);
    // One that an earlier run left may have other rights.
    let _ = fs::remove_file(&new);
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(&new);
    // The umask may have taken away what the container's user needs.
    let made = made.and_then(|file| {
        file.set_permissions(fs::Permissions::from_mode(mode))
            .map(|()| file)
    });
    made.with_context(|| format!("{} cannot be written", new.display()))
}

/// New files that are still empty: shop.toml's and `.env`'s. What was not put in its place is taken
/// away again.
pub(super) struct Opened {
    files: Vec<(PathBuf, File)>,
    force: bool,
}

impl Opened {
    /// Fills them and puts them in their places.
    pub(super) fn write(mut self, env: &str, shop_toml: &str) -> anyhow::Result<Vec<PathBuf>> {
        let mut written = Vec::new();
        for ((path, file), text) in self.files.iter_mut().zip([shop_toml, env]) {
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            if path.is_dir() {
                // Docker makes a folder where a file that it was to show is missing.
                fs::remove_dir(&path).with_context(|| {
                    format!("{} is a folder with something in it", path.display())
                })?;
            }
            if self.force && path.exists() {
                keep(path)?;
            }
            fs::rename(new_name(path), &path)?;
            written.push(path.clone());
        }
        Ok(written)
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        for (path, _) in &self.files {
            // Those that are in their places have left this name.
            let _ = fs::remove_file(new_name(path));
        }
    }
}

/// What was there is kept beside it, for its owner alone; what was kept earlier stays.
fn keep(path: &Path) -> anyhow::Result<()> {
    let named = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let numbered = (2u32..).map(|number| named(&format!(".{number}.before")));
    let free = std::iter::once(named(".before"))
        .chain(numbered)
        .find(|name| name.symlink_metadata().is_err());
    let kept = free.context("too many files of before")?;
    fs::rename(path, &kept)?;
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o600))?;
    Ok(())
}

/// Answers that no line of `.env` can hold.
pub(super) fn unwritable(answers: &Answers) -> Vec<String> {
    let odd = |value: &str| value.contains(['\'', '\n', '\r', '\0']);
    let settings = answers.settings(answers.webhook_secret.as_deref().unwrap_or_default());
    let bad = settings.iter().filter(|(_, value)| odd(value));
    bad.map(|(name, _)| {
        format!("{name} holds an apostrophe or a line break → write it as %27, or choose another")
    })
    .collect()
}

/// The text of `.env`.
pub(super) fn env(answers: &Answers, webhook_secret: &str) -> String {
    let mut text =
        "# Made by `esim-storefront setup`. What else can be set here: .env.example. Nobody else \
         should be able to read this.\n"
            .to_owned();
    for (name, value) in answers.settings(webhook_secret) {
        text.push_str(&format!("{name}={}\n", quoted(&value)));
    }
    text
}

/// What Compose reads of the `.env` that is replaced and no question asks for: which image runs,
/// which of its files count.
pub(super) fn of_compose(before: &str) -> String {
    let line = |name: &str| {
        value(before, name)
            .filter(|value| !value.is_empty())
            .map(|value| format!("{name}={}\n", quoted(&value)))
    };
    ["SHOP_IMAGE", "COMPOSE_FILE"]
        .into_iter()
        .filter_map(line)
        .collect()
}

/// As Compose, systemd and a shell read it: in apostrophes nothing has a meaning of its own.
fn quoted(value: &str) -> String {
    let plain = value
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"_-./:@%+,=".contains(&b));
    if plain {
        value.to_owned()
    } else {
        format!("'{value}'")
    }
}

/// A setting of an `.env` as Compose reads it: the last line that names it counts.
pub(super) fn value(env: &str, name: &str) -> Option<String> {
    let of_line = |line: &str| {
        let line = line.trim();
        let (key, value) = line
            .strip_prefix("export ")
            .unwrap_or(line)
            .split_once('=')?;
        if key.trim() != name {
            return None;
        }
        let value = value.trim();
        let quote = value
            .chars()
            .next()
            .filter(|first| matches!(first, '\'' | '"'));
        let text = match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split(" #").next(),
        };
        text.map(|text| text.trim().to_owned())
    };
    env.lines().rev().find_map(of_line)
}

/// The commented example with the answers in it.
pub(super) fn shop_toml(answers: &Answers) -> String {
    let text = |value: &str| toml::Value::String(value.to_owned()).to_string();
    let mut lines: Vec<(&str, String)> = vec![
        ("name = ", text(&answers.shop_name)),
        ("support_email = ", text(&answers.support_email)),
        ("currency = ", text(&answers.currency)),
        ("# alerts_to = ", text(&answers.alerts_to)),
        ("# seller = ", text(&answers.seller)),
    ];
    lines.extend(
        answers
            .usd_rate
            .as_ref()
            .map(|rate| ("# exchange_rates = ", format!("{{ USD = {} }}", text(rate)))),
    );
    let mut out = String::with_capacity(EXAMPLE.len());
    for line in EXAMPLE.lines() {
        // Each is set once, at its first place in the file.
        match lines.iter().position(|(key, _)| line.starts_with(key)) {
            Some(at) => {
                let (key, value) = lines.remove(at);
                out.push_str(&format!("{}{value}\n", key.trim_start_matches("# ")));
            }
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_read_as_compose_reads_it() {
        let env = "# DATA_KEY=no\nDATA_KEY=first\nexport DATA_KEY = 'new,old' # mine\nA=\"b \
                   c\"\nB=plain # why\nC=\nDATA_KEY_FILE=/x\n";
        for (name, expected) in [
            ("DATA_KEY", Some("new,old")),
            ("A", Some("b c")),
            ("B", Some("plain")),
            ("C", Some("")),
            ("D", None),
        ] {
            assert_eq!(value(env, name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn what_compose_was_told_stays() {
        let env = "SHOP_IMAGE=registry.example.com/shop:1.2.0@sha256:0a # \
                   ours\nDATA_KEY=x\nCOMPOSE_FILE=a.yml:b.yml\n";
        assert_eq!(
            of_compose(env),
            "SHOP_IMAGE=registry.example.com/shop:1.2.0@sha256:0a\nCOMPOSE_FILE=a.yml:b.yml\n"
        );
        assert_eq!(of_compose("SHOP_IMAGE=\n# COMPOSE_FILE=a.yml\n"), "");
    }
}
