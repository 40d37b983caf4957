//! Processes of our own: started, waited for, their processor time read, ended. Knows the shop's
//! settings, not its pages.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use sandbox::Sandbox;
use sqlx::{Connection, Executor, PgConnection};
use tokio::time::Instant;

use crate::Bench;

/// Ticks of /proc/<pid>/stat in a second: USER_HZ, on every machine that Rust and PostgreSQL run
/// on.
const TICKS: f64 = 100.0;

/// As little of shop.toml as a shop needs; nobody is told to wait.
const SHOP_TOML: &str = r#"
[shop]
name = "Layover"
support_email = "help@layover.example"
currency = "USD"
[supplier]
refused_codes = [40400]
low_balance_codes = [40200]
token_codes = [40100]
[limits]
checkouts_per_minute = 1000000
"#;

/// Which shop is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// The one that this bench was built with.
    Now,
    /// The one that BEFORE names: `scripts/before` builds it.
    Before,
}

impl Version {
    /// Its program; none when BEFORE names no file.
    pub fn program(self) -> Option<PathBuf> {
        match self {
            Self::Now => Some(env!("CARGO_BIN_EXE_esim-storefront").into()),
            Self::Before => std::env::var_os("BEFORE")
                .map(PathBuf::from)
                .filter(|path| path.is_file()),
        }
    }
}

/// A process that ends with us.
pub struct Running(Child);

impl Running {
    pub fn start(command: &mut Command) -> anyhow::Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        Ok(Self(
            command
                .stdin(Stdio::null())
                .spawn()
                .with_context(|| format!("{name} could not be started"))?,
        ))
    }

    pub fn meter(&self) -> Meter {
        Meter(self.0.id())
    }

    /// Its memory, in megabytes.
    pub fn megabytes(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS:"))
            .context("no VmRSS")?;
        Ok(line
            .split_whitespace()
            .nth(1)
            .unwrap_or_default()
            .parse::<f64>()?
            / 1024.0)
    }

    pub fn take_stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Ok(pid) = i32::try_from(self.0.id()) {
            let _ = kill(Pid::from_raw(pid), Signal::SIGTERM);
        }
        let _ = self.0.wait();
    }
}

/// Reads a process's processor time, its children's included.
pub struct Meter(u32);

impl Meter {
    /// Seconds of user and system time since it was started.
    pub fn read(&self) -> anyhow::Result<f64> {
        let mut ticks = 0;
        for entry in std::fs::read_dir("/proc")?.flatten() {
            let Some(pid) = entry
                .file_name()
                .to_str()
                .and_then(|n| n.parse::<u32>().ok())
            else {
                continue;
            };
            // A process that ended between the two reads was not ours.
            let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else {
                continue;
            };
            // The name in brackets may hold spaces; then state, parent, …, and as the 12th and 13th
            // utime and stime.
            let fields: Vec<&str> = stat
                .rsplit_once(')')
                .map(|(_, rest)| rest.split_whitespace().collect())
                .unwrap_or_default();
            let field = |at: usize| {
                fields
                    .get(at)
                    .and_then(|f| f.parse::<u32>().ok())
                    .unwrap_or_default()
            };
            if pid == self.0 || field(1) == self.0 {
                ticks += field(11) + field(12);
            }
        }
        Ok(f64::from(ticks) / TICKS)
    }
}

/// A shop: its database, and how its processes are to be started.
pub struct Stage {
    pub database: String,
    pub address: SocketAddr,
    settings: Vec<(&'static str, String)>,
    program: PathBuf,
}

impl Stage {
    /// A database of its own, brought up to date, and a free port.
    pub async fn set(bench: &Bench, name: &'static str, sandbox: &Sandbox) -> anyhow::Result<Self> {
        Self::set_with(bench, name, sandbox, "").await
    }

    /// The same with more of shop.toml.
    pub async fn set_with(
        bench: &Bench,
        name: &'static str,
        sandbox: &Sandbox,
        more_toml: &str,
    ) -> anyhow::Result<Self> {
        Self::set_version(bench, name, sandbox, more_toml, Version::Now).await
    }

    /// The same of another version.
    pub async fn set_version(
        bench: &Bench,
        name: &'static str,
        sandbox: &Sandbox,
        more_toml: &str,
        version: Version,
    ) -> anyhow::Result<Self> {
        let program = version
            .program()
            .context("BEFORE names no program: scripts/before builds it")?;
        let database = database(bench, name).await?;
        let address = free_address()?;
        sandbox.set_shop_url(&format!("http://{address}"));
        let toml = bench.room.path().join(format!("{name}.toml"));
        std::fs::write(&toml, format!("{SHOP_TOML}{more_toml}"))?;
        let mut settings = sandbox.settings();
        settings.push(("DATABASE_URL", database.clone()));
        settings.push(("PUBLIC_URL", format!("http://{address}")));
        settings.push(("LISTEN_ADDR", address.to_string()));
        settings.push(("MAIL_FROM", "Layover <esim@layover.example>".to_owned()));
        settings.push(("SHOP_CONFIG", toml.display().to_string()));
        let stage = Self {
            database,
            address,
            settings,
            program,
        };
        stage.once("migrate")?;
        Ok(stage)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .env_clear()
            .envs(self.settings.iter().map(|(n, v)| (n, v)))
            .stdout(Stdio::null());
        command
    }

    /// Runs a command of the shop to its end.
    pub fn once(&self, argument: &str) -> anyhow::Result<()> {
        let status = self.command(&[argument]).status()?;
        if !status.success() {
            bail!("`{argument}` failed");
        }
        Ok(())
    }

    /// Pages and webhooks, without a worker, once they are ready.
    pub async fn serve(&self) -> anyhow::Result<Running> {
        self.start(&["serve", "--no-worker"]).await
    }

    /// The whole shop, once it is ready.
    pub async fn serve_and_work(&self) -> anyhow::Result<Running> {
        self.start(&["serve"]).await
    }

    async fn start(&self, arguments: &[&str]) -> anyhow::Result<Running> {
        let shop = Running::start(&mut self.command(arguments))?;
        let probe = reqwest::Client::builder().no_proxy().build()?;
        let url = format!("http://{}/readyz", self.address);
        until("the shop is ready", async || {
            Ok(probe
                .get(&url)
                .send()
                .await
                .is_ok_and(|r| r.status().is_success()))
        })
        .await?;
        Ok(shop)
    }

    /// The worker alone.
    pub fn work(&self) -> anyhow::Result<Running> {
        Running::start(&mut self.command(&["worker"]))
    }
}

/// An empty database of the run's server.
pub async fn database(bench: &Bench, name: &'static str) -> anyhow::Result<String> {
    let mut db = PgConnection::connect(&bench.postgres.url("postgres")).await?;
    db.execute(sqlx::query(sqlx::AssertSqlSafe(format!(
        "create database {name}"
    ))))
    .await?;
    Ok(bench.postgres.url(name))
}

/// A connection of our own, which the log knows as ours.
pub async fn connect(url: &str) -> anyhow::Result<PgConnection> {
    let options = url
        .parse::<sqlx::postgres::PgConnectOptions>()?
        .application_name("bench");
    Ok(PgConnection::connect_with(&options).await?)
}

/// An address on loopback that nobody has now.
pub fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Asks until it is so.
pub async fn until(
    what: &str,
    mut done: impl AsyncFnMut() -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    let began = Instant::now();
    while !done().await? {
        if began.elapsed() > Duration::from_secs(400) {
            bail!("waited in vain until {what}");
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

/// nginx in the foreground with this configuration, once it listens.
pub fn nginx(room: &Path, address: SocketAddr, configuration: &str) -> anyhow::Result<Running> {
    let file = room.join("nginx.conf");
    std::fs::write(&file, configuration)?;
    let mut command = Command::new("nginx");
    command
        .arg("-p")
        .arg(room)
        .arg("-e")
        .arg(room.join("nginx.log"))
        .arg("-c")
        .arg(&file);
    let mend = "nginx is the yardstick: install it (Debian, Ubuntu: apt-get install nginx-light; \
                Fedora: dnf install nginx)";
    let running = Running::start(&mut command).context(mend)?;
    let began = std::time::Instant::now();
    while std::net::TcpStream::connect(address).is_err() {
        if began.elapsed() > Duration::from_secs(10) {
            bail!(
                "nginx did not start: {}",
                std::fs::read_to_string(room.join("nginx.log")).unwrap_or_default()
            );
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(running)
}
