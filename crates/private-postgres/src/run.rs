//! Runs one command beside a throw-away PostgreSQL. Knows nothing of what the command does.

use anyhow::Context;
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use tokio::signal::unix::{SignalKind, signal};

use super::{PostgresOptions, PrivatePostgres};

/// Starts a throw-away PostgreSQL, runs `command` with `DATABASE_URL` set to its owner's address of
/// database `postgres`, stops it and returns the command's exit code (128 + signal when a signal
/// ended it). SIGINT and SIGTERM reach the command.
///
/// # Errors
/// When the server or the command cannot be started.
pub async fn run_with(command: Vec<String>) -> anyhow::Result<i32> {
    let (program, arguments) = command
        .split_first()
        .context("no command given after `--`")?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let server = tokio::task::spawn_blocking(|| PrivatePostgres::start(PostgresOptions::default()))
        .await??;
    let spawned = tokio::process::Command::new(program)
        .args(arguments)
        .env("DATABASE_URL", server.url("postgres"))
        .spawn();
    let outcome = match spawned {
        Err(error) => Err(error).with_context(|| format!("cannot run {program}")),
        Ok(mut child) => loop {
            let passed_on = tokio::select! {
                ended = child.wait() => break ended.context("the command was lost"),
                _ = interrupt.recv() => Signal::SIGINT,
                _ = terminate.recv() => Signal::SIGTERM,
            };
            // Ctrl-C reached the command already when it shares our terminal; a second one does no
            // harm.
            if let Some(pid) = child.id().and_then(|pid| i32::try_from(pid).ok()) {
                let _ = kill(Pid::from_raw(pid), passed_on);
            }
        },
    };
    tokio::task::spawn_blocking(|| server.stop()).await?;
    let status = outcome?;
    Ok(status.code().unwrap_or_else(|| {
        128 + std::os::unix::process::ExitStatusExt::signal(&status).unwrap_or(0)
    }))
}
