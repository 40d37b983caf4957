//! What the figures were taken on, in one paragraph: nothing that tells one machine from its twin.

use std::process::Command;

use sqlx::{Connection, PgConnection};

use crate::Bench;

/// Processor, memory, kernel and the programs that were measured.
pub async fn describe(bench: &Bench) -> anyhow::Result<String> {
    let mut db = PgConnection::connect(&bench.postgres.url("postgres")).await?;
    let postgres: String = sqlx::query_scalar("show server_version")
        .fetch_one(&mut db)
        .await?;
    let cores = std::thread::available_parallelism()?;
    let model =
        line_of("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let kilobytes = line_of("/proc/meminfo", "MemTotal")
        .and_then(|m| m.split(' ').next()?.parse::<u64>().ok())
        .unwrap_or_default();
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    Ok(format!(
        "{cores} cores ({model}), {} GiB; Linux {}; PostgreSQL {}; {}; {}",
        kilobytes.div_ceil(1024 * 1024),
        kernel.trim(),
        postgres.split(' ').next().unwrap_or_default(),
        said(Command::new("rustc").arg("--version"))
            .split(" (")
            .next()
            .unwrap_or_default(),
        said(Command::new("nginx").arg("-v")).trim_start_matches("nginx version: "),
    ))
}

fn line_of(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// A program's own word on its version, on whichever stream it says it.
fn said(command: &mut Command) -> String {
    let Ok(output) = command.output() else {
        return String::new();
    };
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat())
        .trim()
        .to_owned()
}
