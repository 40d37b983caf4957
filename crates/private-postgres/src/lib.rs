//! A private PostgreSQL from the machine's own binaries: started for us, stopped with us, no trace
//! left. Holds no SQL and knows no schema.

mod account;
mod find;
mod run;

use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    os::unix::{
        fs::{OpenOptionsExt, PermissionsExt},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::Duration,
};

use anyhow::{Context, bail};

use account::Account;
pub use find::find_binaries;
pub use run::run_with;

/// How a private PostgreSQL is to be started.
#[derive(Debug, Clone, Default)]
pub struct PostgresOptions {
    /// Where the data lives. Given: kept when the server stops, and used again next time. `None`: a
    /// temporary directory that is removed when the server stops, however we end.
    pub data_dir: Option<PathBuf>,
    /// `true` keeps PostgreSQL's promises about power cuts; `false` trades them for speed (tests).
    pub durable: bool,
}

/// A running PostgreSQL of our own. Stops when dropped, and also when this process is killed: a
/// small supervising shell holds a pipe from us, and the pipe's end is its order to stop the
/// server. So a `static` may hold one, too.
#[derive(Debug)]
pub struct PrivatePostgres {
    port: u16,
    password: String,
    data_dir: PathBuf,
    supervisor: Option<Child>,
    _temp: Option<tempfile::TempDir>,
}

/// The server's one role: owner of every database.
const ROLE: &str = "shop";
const PASSWORD_FILE: &str = "sandbox.password";
const LOG_FILE: &str = "server.log";
/// Polls of 50 ms before a start or stop counts as failed (20 s: an initial start on a busy
/// machine).
const POLLS: u32 = 400;

/// Runs the server, passes a signal when our pipe ends, and clears a temporary directory away. `$1`
/// signal, `$2` directory to remove or empty, then the server's command.
const SUPERVISOR: &str = r#"
signal=$1; gone=$2; shift 2
exec 3<&0 </dev/null
"$@" 3<&- & server=$!
{ trap '' INT TERM; while read -r _ <&3; do :; done; kill -s "$signal" "$server" 2>/dev/null; } & watch=$!
wait "$server"; status=$?
kill -s KILL "$watch" 2>/dev/null
[ -z "$gone" ] || rm -rf "$gone"
exit $status
"#;

impl PrivatePostgres {
    /// Finds the binaries, makes the data directory when there is none yet, starts the server on a
    /// free port of 127.0.0.1 and waits until it answers. Blocks for a second or two: call it from
    /// `spawn_blocking` in async code.
    ///
    /// # Errors
    /// In one line what to install or mend: no binaries, a directory in use by a live server, a
    /// server that would not start.
    pub fn start(options: PostgresOptions) -> anyhow::Result<Self> {
        let bin = find_binaries()?;
        let account = Account::choose()?;
        let (data_dir, temp) = account.data_dir(options.data_dir.as_deref())?;
        let password = if data_dir.join("PG_VERSION").exists() {
            wait_until_free(&data_dir)?;
            fs::read_to_string(data_dir.join(PASSWORD_FILE)).with_context(|| {
                format!(
                    "{} is a PostgreSQL directory, but not one of ours",
                    data_dir.display()
                )
            })?
        } else {
            init(&bin, &account, &data_dir, temp.is_some())?
        };
        for _ in 0..5 {
            let port = free_port()?;
            let child = launch(
                &bin,
                &account,
                &data_dir,
                port,
                options.durable,
                temp.is_some(),
            )?;
            let mut server = Self {
                port,
                password: password.clone(),
                data_dir: data_dir.clone(),
                supervisor: Some(child),
                _temp: None,
            };
            if server.wait_ready()? {
                server._temp = temp;
                return Ok(server);
            }
            let log = tail(&data_dir.join(LOG_FILE));
            if !log.contains("could not bind")
                && !log.contains("could not create any TCP/IP sockets")
            {
                bail!(
                    "PostgreSQL would not start in {}: {log}",
                    data_dir.display()
                );
            }
        }
        bail!("PostgreSQL found no free port on 127.0.0.1 in five tries")
    }

    /// The address of database `db` for `DATABASE_URL`, as the server's owner. Holds a password:
    /// not for logs.
    #[must_use]
    pub fn url(&self, db: &str) -> String {
        format!(
            "postgres://{ROLE}:{}@127.0.0.1:{}/{db}",
            self.password, self.port
        )
    }

    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where the data really lies (for a root whose own directory no other account can enter, not
    /// where it was asked for).
    #[must_use]
    pub fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Stops the server and waits for its end; a temporary data directory is gone afterwards.
    /// Blocks.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let Some(mut child) = self.supervisor.take() else {
            return;
        };
        drop(child.stdin.take());
        for _ in 0..POLLS {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        tracing::warn!("PostgreSQL does not stop; its supervisor is left to it");
    }

    /// Whether it came up; `false` when it ended instead.
    fn wait_ready(&mut self) -> anyhow::Result<bool> {
        for _ in 0..POLLS {
            if let Some(child) = &mut self.supervisor
                && child.try_wait()?.is_some()
            {
                return Ok(false);
            }
            // The eighth line is the server's own word on its state; pg_ctl waits for the same.
            let lock = fs::read_to_string(self.data_dir.join("postmaster.pid")).unwrap_or_default();
            if lock
                .lines()
                .nth(3)
                .is_some_and(|port| port.trim() == self.port.to_string())
                && lock
                    .lines()
                    .nth(7)
                    .is_some_and(|state| state.trim() == "ready")
            {
                return Ok(true);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!(
            "PostgreSQL did not become ready in 20 seconds: {}",
            tail(&self.data_dir.join(LOG_FILE))
        )
    }
}

impl Drop for PrivatePostgres {
    fn drop(&mut self) {
        self.end();
    }
}

/// `initdb`, with a random password that stays in the directory, readable by the server's account
/// only. A throw-away server hears the password as it is, over the loopback: to prove it without
/// saying it takes thousands of hashes for each connection, which is what tests do most.
fn init(
    bin: &Path,
    account: &Account,
    data_dir: &Path,
    throw_away: bool,
) -> anyhow::Result<String> {
    let password = hex::encode(rand::random::<[u8; 16]>());
    // initdb wants an empty directory, so the password waits elsewhere.
    let room = account.temp_dir()?;
    let waiting = room.path().join(PASSWORD_FILE);
    fs::write(&waiting, &password)?;
    account.own(&waiting)?;
    let output = account
        .command(&bin.join("initdb"))
        .args([
            "--no-sync",
            "--no-instructions",
            "--encoding=UTF8",
            "--locale=C",
            "--username",
            ROLE,
        ])
        .arg(if throw_away {
            "--auth=password"
        } else {
            "--auth=scram-sha-256"
        })
        .arg("--pwfile")
        .arg(&waiting)
        .arg("-D")
        .arg(data_dir)
        .stdin(Stdio::null())
        .output()
        .context("initdb could not be run")?;
    if !output.status.success() {
        bail!(
            "initdb failed in {}: {}",
            data_dir.display(),
            last_lines(&String::from_utf8_lossy(&output.stderr))
        );
    }
    let kept = data_dir.join(PASSWORD_FILE);
    fs::write(&kept, &password)?;
    account.own(&kept)?;
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o600))?;
    Ok(password)
}

fn launch(
    bin: &Path,
    account: &Account,
    data_dir: &Path,
    port: u16,
    durable: bool,
    throw_away: bool,
) -> anyhow::Result<Child> {
    let log = File::options()
        .create(true)
        .write(true)
        .truncate(true)
        .mode(0o600)
        .open(data_dir.join(LOG_FILE))?;
    account.own(&data_dir.join(LOG_FILE))?;
    let mut command = account.command(Path::new("/bin/sh"));
    command.args(["-c", SUPERVISOR, "sh"]);
    // Nobody reads a throw-away cluster again: it need not be brought to rest first.
    command.arg(if throw_away { "QUIT" } else { "INT" });
    command.arg(if throw_away {
        data_dir.as_os_str()
    } else {
        "".as_ref()
    });
    command.arg(bin.join("postgres")).arg("-D").arg(data_dir);
    let mut settings = vec![
        format!("port={port}"),
        "listen_addresses=127.0.0.1".into(),
        "unix_socket_directories=".into(),
        "max_connections=200".into(),
        "logging_collector=off".into(),
        "log_min_messages=warning".into(),
        "timezone=UTC".into(),
    ];
    if !durable {
        settings.extend(
            [
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "autovacuum_naptime=600",
            ]
            .map(String::from),
        );
    }
    for setting in settings {
        command.arg("-c").arg(setting);
    }
    // A group of its own: Ctrl-C in the terminal is for us, and we stop the server when we are done
    // with it.
    command
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(log.try_clone()?)
        .stderr(log);
    command.spawn().context("PostgreSQL could not be started")
}

fn free_port() -> anyhow::Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?
        .local_addr()?
        .port())
}

/// Waits while a server of an earlier run is still stopping, and clears away the lock of one that
/// was killed.
fn wait_until_free(data_dir: &Path) -> anyhow::Result<()> {
    let lock = data_dir.join("postmaster.pid");
    for _ in 0..POLLS / 4 {
        let Ok(text) = fs::read_to_string(&lock) else {
            return Ok(());
        };
        let pid = text
            .lines()
            .next()
            .and_then(|l| l.trim().parse::<i32>().ok());
        let Some(pid) = pid.filter(|pid| serves(*pid, data_dir)) else {
            fs::remove_file(&lock).context("cannot clear away the lock of a killed server")?;
            return Ok(());
        };
        tracing::debug!(pid, "waiting for an earlier server to stop");
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!(
        "the data directory {} is in use by a running server: stop that one, or choose another \
         directory",
        data_dir.display()
    )
}

/// Whether process `pid` is a server of this directory, and not a stranger that got a dead server's
/// number.
fn serves(pid: i32, data_dir: &Path) -> bool {
    match fs::read(format!("/proc/{pid}/cmdline")) {
        Ok(line) => String::from_utf8_lossy(&line).contains(&*data_dir.to_string_lossy()),
        Err(_) if Path::new("/proc/self").exists() => false,
        Err(_) => nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), None).is_ok(),
    }
}

fn tail(path: &Path) -> String {
    let read = || -> std::io::Result<String> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(2_000)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    last_lines(&read().unwrap_or_default())
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(4)..].join(" / ")
}

#[cfg(test)]
mod tests;
