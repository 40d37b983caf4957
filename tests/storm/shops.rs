//! Three processes of the shop behind one door.

use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use sandbox::Sandbox;
use tokio::process::{Child, Command};

use crate::cluster::Switch;

/// How many there are.
pub const MANY: usize = 3;

/// The clocks are short, so that a storm of minutes sees their end.
const SHOP_TOML: &str = r#"
[shop]
name = "Layover"
support_email = "help@layover.example"
currency = "USD"
[supplier]
refused_codes = [40400]
low_balance_codes = [40200]
token_codes = [40100]
[delivery]
refund_after = "40s"
refund_after_unclear = "90s"
[limits]
checkouts_per_minute = 10000
"#;

pub struct Shops {
    environment: Vec<(&'static str, String)>,
    settings: tempfile::TempDir,
    ports: Vec<u16>,
    processes: Vec<Option<Child>>,
    /// Ends the door-keeper.
    closed: Arc<AtomicBool>,
}

impl Shops {
    pub async fn open(sandbox: &Sandbox, database: &str, url: &str, door: Switch) -> Self {
        let settings = tempfile::tempdir().unwrap();
        let toml = settings.path().join("shop.toml");
        std::fs::write(&toml, SHOP_TOML).unwrap();
        let mut environment = sandbox.settings();
        environment.extend([
            ("DATABASE_URL", database.to_owned()),
            ("PUBLIC_URL", url.to_owned()),
            ("MAIL_FROM", "Layover <esim@layover.example>".to_owned()),
            ("SHOP_CONFIG", toml.to_str().unwrap().to_owned()),
            ("RECONCILE_INTERVAL", "3s".to_owned()),
        ]);
        let ports: Vec<u16> = (0..MANY)
            .map(|_| {
                std::net::TcpListener::bind("127.0.0.1:0")
                    .unwrap()
                    .local_addr()
                    .unwrap()
                    .port()
            })
            .collect();
        let closed = Arc::new(AtomicBool::new(false));
        let mut shops = Self {
            environment,
            settings,
            ports: ports.clone(),
            processes: (0..MANY).map(|_| None).collect(),
            closed: closed.clone(),
        };
        shops.start_the_dead();
        for port in &ports {
            ready(*port).await;
        }
        // The door leads to one after the other of those that answer, as a balancer does.
        tokio::spawn(async move {
            for port in ports.iter().cycle() {
                if closed.load(Ordering::SeqCst) {
                    return;
                }
                if tokio::net::TcpStream::connect(("127.0.0.1", *port))
                    .await
                    .is_ok()
                {
                    door.point(*port);
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        });
        shops
    }

    fn command(&self, verb: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_esim-storefront"));
        command
            .arg(verb)
            .env_clear()
            .envs(self.environment.iter().cloned())
            .kill_on_drop(true)
            .stdin(Stdio::null());
        command
    }

    pub fn start_the_dead(&mut self) {
        for number in 0..MANY {
            let alive = self.processes[number]
                .as_mut()
                .is_some_and(|shop| matches!(shop.try_wait(), Ok(None)));
            if !alive {
                let log = std::fs::File::options()
                    .create(true)
                    .append(true)
                    .open(self.settings.path().join(format!("log{number}")))
                    .unwrap();
                let mut command = self.command("serve");
                command
                    .env("LISTEN_ADDR", format!("127.0.0.1:{}", self.ports[number]))
                    .stdout(Stdio::null())
                    .stderr(log);
                self.processes[number] = Some(command.spawn().unwrap());
            }
        }
    }

    pub async fn kill(&mut self, number: usize) {
        if let Some(mut shop) = self.processes[number].take() {
            shop.kill().await.unwrap();
        }
    }

    /// Nothing moves in it for so long; its leases run out and it goes on as if nothing had been.
    pub async fn freeze(&mut self, number: usize, time: Duration) {
        let Some(id) = self.processes[number].as_ref().and_then(Child::id) else {
            return;
        };
        let process = Pid::from_raw(i32::try_from(id).unwrap());
        kill(process, Signal::SIGSTOP).unwrap();
        tokio::time::sleep(time).await;
        kill(process, Signal::SIGCONT).unwrap();
    }

    /// Whether `verify-books` finds nothing, and what it says.
    pub async fn verify_books(&self) -> (bool, String) {
        let said = self.command("verify-books").output().await.unwrap();
        (
            said.status.success(),
            String::from_utf8_lossy(&said.stdout).into_owned()
                + &String::from_utf8_lossy(&said.stderr),
        )
    }

    pub async fn close(mut self) {
        self.closed.store(true, Ordering::SeqCst);
        for number in 0..MANY {
            self.kill(number).await;
        }
    }
}

async fn ready(port: u16) {
    let url = format!("http://127.0.0.1:{port}/readyz");
    for _ in 0..600 {
        if reqwest::get(&url)
            .await
            .is_ok_and(|answer| answer.status().is_success())
        {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the shop on port {port} is not ready after a minute");
}
