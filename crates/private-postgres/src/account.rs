//! The account that the server runs under, and the directories that it can enter.

use std::{
    fs,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, bail};
use nix::unistd::{Gid, Uid, User, chown};

/// The account the server runs under: ours, or an unprivileged one when we are root (PostgreSQL
/// refuses root).
pub(crate) struct Account {
    switch_to: Option<(Uid, Gid)>,
}

impl Account {
    pub(crate) fn choose() -> anyhow::Result<Self> {
        if !nix::unistd::geteuid().is_root() {
            return Ok(Self { switch_to: None });
        }
        for name in ["postgres", "nobody"] {
            if let Some(user) = User::from_name(name)? {
                return Ok(Self {
                    switch_to: Some((user.uid, user.gid)),
                });
            }
        }
        bail!(
            "PostgreSQL refuses to run as root and there is no user `postgres` or `nobody` to run \
             it as: add one"
        )
    }

    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        if let Some((uid, gid)) = self.switch_to {
            command.gid(gid.as_raw()).uid(uid.as_raw());
        }
        // LC_ALL: messages we read must be English. No PG* variable of the caller's may bend the
        // server.
        command.current_dir("/").env("LC_ALL", "C");
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PG") {
                command.env_remove(name);
            }
        }
        command
    }

    /// Whether this account can enter `dir` (which exists).
    fn can_enter(&self, dir: &Path) -> bool {
        self.switch_to.is_none()
            || self
                .command(Path::new("/bin/sh"))
                .args(["-c", "cd \"$1\"", "sh"])
                .arg(dir)
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|s| s.success())
    }

    pub(crate) fn data_dir(
        &self,
        wanted: Option<&Path>,
    ) -> anyhow::Result<(PathBuf, Option<tempfile::TempDir>)> {
        let Some(wanted) = wanted else {
            let temp = self.temp_dir()?;
            return Ok((temp.path().to_owned(), Some(temp)));
        };
        fs::create_dir_all(wanted)
            .with_context(|| format!("cannot make the data directory {}", wanted.display()))?;
        let mut dir = wanted.canonicalize()?;
        let parent = dir.parent().unwrap_or(Path::new("/")).to_owned();
        if !self.can_enter(&parent) {
            // A checkout under /root: nobody else may look in. The data goes where they may, under
            // a name that is the same next time.
            let name: String = dir
                .to_string_lossy()
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
                .collect();
            dir = Path::new("/var/tmp").join(format!("esim-storefront{name}"));
            fs::create_dir_all(&dir)?;
            tracing::info!(dir = %dir.display(), "the unprivileged account cannot enter the wanted \
                                                  data directory; data is kept here");
        }
        self.own(&dir)?;
        Ok((dir, None))
    }

    pub(crate) fn temp_dir(&self) -> anyhow::Result<tempfile::TempDir> {
        for base in [
            std::env::temp_dir(),
            PathBuf::from("/tmp"),
            PathBuf::from("/var/tmp"),
        ] {
            if base.is_dir() && self.can_enter(&base) {
                let temp = tempfile::Builder::new()
                    .prefix("esim-storefront-pg-")
                    .tempdir_in(&base)?;
                self.own(temp.path())?;
                return Ok(temp);
            }
        }
        bail!("no temporary directory that an unprivileged account can enter: set TMPDIR to one")
    }

    pub(crate) fn own(&self, path: &Path) -> anyhow::Result<()> {
        if let Some((uid, gid)) = self.switch_to {
            chown(path, Some(uid), Some(gid)).with_context(|| {
                format!("cannot give {} to the unprivileged account", path.display())
            })?;
        }
        if path.is_dir() {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
        Ok(())
    }
}
