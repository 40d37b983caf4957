//! Dies on purpose: `FAIL_AT=<step>` aborts the process when it reaches that step, as a power cut
//! would. Not in release builds.

#[cfg(debug_assertions)]
use std::sync::LazyLock;

#[cfg(debug_assertions)]
static STEP: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("FAIL_AT").ok());

/// Names a step of a story. Tests kill the process at each.
pub fn reach(step: &str) {
    #[cfg(debug_assertions)]
    if STEP.as_deref() == Some(step) {
        std::process::abort();
    }
    let _ = step;
}
