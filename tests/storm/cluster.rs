//! A PostgreSQL with a synchronous standby on one machine: stopped at once, started again, and
//! failed over, behind an address that stays.

use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use nix::unistd::{User, chown, geteuid};
use private_postgres::find_binaries;
use sqlx::{Connection, Executor, PgConnection};
use tokio::net::{TcpListener, TcpStream};

/// A TCP address that leads wherever it is pointed.
pub struct Switch {
    pub address: SocketAddr,
    to: Arc<AtomicU16>,
}

impl Switch {
    /// Leads to `port`, or nowhere while that is 0.
    pub async fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (address, to) = (
            listener.local_addr().unwrap(),
            Arc::new(AtomicU16::new(port)),
        );
        let target = to.clone();
        tokio::spawn(async move {
            while let Ok((mut client, _)) = listener.accept().await {
                let port = target.load(Ordering::SeqCst);
                tokio::spawn(async move {
                    if let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)).await {
                        let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
                    }
                });
            }
        });
        Self { address, to }
    }

    pub fn point(&self, port: u16) {
        self.to.store(port, Ordering::SeqCst);
    }
}

struct Server {
    data: PathBuf,
    port: u16,
}

/// The two servers and the address that leads to the primary.
pub struct Cluster {
    bin: PathBuf,
    home: tempfile::TempDir,
    pub switch: Switch,
    primary: Server,
    standby: Server,
    made: u32,
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// PostgreSQL refuses root.
fn account() -> Option<User> {
    if geteuid().is_root() {
        Some(
            User::from_name("postgres")
                .unwrap()
                .expect("a user `postgres`"),
        )
    } else {
        None
    }
}

fn give_away(path: &Path) {
    if let Some(user) = account() {
        chown(path, Some(user.uid), Some(user.gid)).unwrap();
    }
}

impl Cluster {
    pub async fn start() -> Self {
        let home = tempfile::Builder::new()
            .prefix("esim-storefront-storm-")
            .tempdir()
            .unwrap();
        give_away(home.path());
        let server = |name: &str| Server {
            data: home.path().join(name),
            port: free_port(),
        };
        let (primary, standby) = (server("pg1"), server("pg2"));
        let switch = Switch::to(primary.port).await;
        let mut cluster = Self {
            bin: find_binaries().unwrap(),
            home,
            switch,
            primary,
            standby,
            made: 2,
        };
        cluster.run(
            "initdb",
            &[
                "--no-sync",
                "--auth=trust",
                "--username=shop",
                "--encoding=UTF8",
                "--locale=C",
                "-D",
            ],
            &cluster.primary.data,
        );
        cluster.launch(&cluster.primary);
        cluster.attach_standby().await;
        cluster.sql("create database shop").await;
        cluster
    }

    /// For `DATABASE_URL`.
    pub fn address(&self) -> String {
        format!("postgres://shop@{}/shop", self.switch.address)
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.bin.join(program));
        command
            .current_dir("/")
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(user) = account() {
            command.gid(user.gid.as_raw()).uid(user.uid.as_raw());
        }
        // Ctrl-C is for the test.
        command.process_group(0);
        command
    }

    fn run(&self, program: &str, arguments: &[&str], data: &Path) {
        let status = self
            .command(program)
            .args(arguments)
            .arg(data)
            .status()
            .unwrap();
        assert!(status.success(), "{program} {arguments:?}: {status}");
    }

    fn launch(&self, server: &Server) {
        // No power is cut here, only processes: what was written to a file is there.
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c \
             max_connections=120 -c fsync=off -c full_page_writes=off \
             -c wal_level=replica -c hot_standby=on -c timezone=UTC",
            server.port
        );
        let log = server.data.join("server.log");
        self.run(
            "pg_ctl",
            &[
                "start",
                "-w",
                "-t",
                "60",
                "-o",
                &options,
                "-l",
                log.to_str().unwrap(),
                "-D",
            ],
            &server.data,
        );
    }

    /// A new standby of the present primary; from its first word on, no commit is told before the
    /// standby has it.
    async fn attach_standby(&mut self) {
        let from = self.primary.port.to_string();
        self.run(
            "pg_basebackup",
            &[
                "-h",
                "127.0.0.1",
                "-U",
                "shop",
                "-p",
                &from,
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
                "-D",
            ],
            &self.standby.data,
        );
        self.launch(&self.standby);
        self.wait_for("select count(*) > 0 from pg_stat_replication where state = 'streaming'")
            .await;
        self.sql("alter system set synchronous_standby_names = '*'")
            .await;
        self.sql("select pg_reload_conf()").await;
        self.wait_for("select count(*) > 0 from pg_stat_replication where sync_state = 'sync'")
            .await;
    }

    async fn connect(&self) -> Result<PgConnection, sqlx::Error> {
        PgConnection::connect(&format!(
            "postgres://shop@127.0.0.1:{}/postgres",
            self.primary.port
        ))
        .await
    }

    async fn sql(&self, sql: &'static str) {
        self.connect().await.unwrap().execute(sql).await.unwrap();
    }

    async fn wait_for(&self, question: &'static str) {
        for _ in 0..600 {
            if let Ok(mut server) = self.connect().await
                && sqlx::query_scalar(question)
                    .fetch_one(&mut server)
                    .await
                    .unwrap_or(false)
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("not so for a minute: {question}");
    }

    fn stop_at_once(&self, server: &Server) {
        self.run("pg_ctl", &["stop", "-m", "immediate", "-D"], &server.data);
    }

    /// The primary loses all that it has in memory, and is started again.
    pub async fn stop_immediately(&self) {
        self.stop_at_once(&self.primary);
        tokio::time::sleep(Duration::from_millis(rand::random_range(100..2_000))).await;
        self.launch(&self.primary);
        self.wait_for("select count(*) > 0 from pg_stat_replication where sync_state = 'sync'")
            .await;
    }

    /// The primary is gone for good; the standby takes its place and gets a standby of its own.
    pub async fn fail_over(&mut self) {
        self.stop_at_once(&self.primary);
        self.run("pg_ctl", &["promote", "-w", "-D"], &self.standby.data);
        self.made += 1;
        let next = Server {
            data: self.home.path().join(format!("pg{}", self.made)),
            port: free_port(),
        };
        let gone = std::mem::replace(
            &mut self.primary,
            std::mem::replace(&mut self.standby, next),
        );
        // It takes commits alone until the new standby is there.
        self.sql("alter system set synchronous_standby_names = ''")
            .await;
        self.sql("select pg_reload_conf()").await;
        self.switch.point(self.primary.port);
        std::fs::remove_dir_all(gone.data).unwrap();
        self.attach_standby().await;
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for server in [&self.primary, &self.standby] {
            let _ = self
                .command("pg_ctl")
                .args(["stop", "-m", "immediate", "-D"])
                .arg(&server.data)
                .status();
        }
    }
}
