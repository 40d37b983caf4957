//! Everything that the whole run logs, at the finest level an owner can ask for, is kept and
//! searched for secrets.

use std::io::Write;
use std::sync::{Mutex, MutexGuard, Once};

use tracing_subscriber::fmt::MakeWriter;

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static START: Once = Once::new();

struct Keep;

impl Write for Keep {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Keep {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}

fn lock() -> MutexGuard<'static, Vec<u8>> {
    LOG.lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Begins to keep the log; once for the whole run.
pub fn capture() {
    START.call_once(|| {
        // The tests' own reader of HTML tells every page it reads; it is no part of the shop.
        let filter = esim_storefront::telemetry::filter(Some("trace"))
            .add_directive("selectors=off".parse().unwrap());
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_ansi(false)
            .with_writer(Keep)
            .init();
    });
}

/// What was logged so far.
pub fn text() -> String {
    String::from_utf8_lossy(&lock()).into_owned()
}

/// None of these was ever logged.
pub fn assert_without(canaries: &[String]) {
    let log = text();
    for canary in canaries.iter().filter(|c| c.len() > 5) {
        if let Some(line) = log.lines().find(|line| line.contains(canary.as_str())) {
            panic!(
                "a secret was logged: {}",
                line.replace(canary.as_str(), "<<<secret>>>")
            );
        }
    }
}
