//! What a private PostgreSQL promises: it starts, keeps or forgets, stops, and leaves nothing.

use std::{path::PathBuf, process::Command};

use super::*;

fn psql(server: &PrivatePostgres, sql: &str) -> String {
    let output = Command::new(find_binaries().unwrap().join("psql"))
        .args([&server.url("postgres"), "-Atc", sql])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn processes_with(path: &Path) -> usize {
    let path = path.to_string_lossy().into_owned();
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter(|entry| {
            fs::read(entry.path().join("cmdline"))
                .is_ok_and(|line| String::from_utf8_lossy(&line).contains(&path))
        })
        .count()
}

#[test]
fn a_throw_away_server_answers_and_leaves_neither_process_nor_file() {
    let server = PrivatePostgres::start(PostgresOptions::default()).unwrap();
    assert_eq!(
        psql(
            &server,
            "select current_user || current_setting('max_connections')"
        ),
        "shop200"
    );
    let dir: PathBuf = server.data_dir().to_owned();
    assert!(processes_with(&dir) >= 1);
    server.stop();
    assert!(!dir.exists());
    assert_eq!(processes_with(&dir), 0);
}

#[test]
fn a_kept_directory_keeps_its_rows_and_survives_a_killed_server() {
    let home = tempfile::tempdir().unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let options = PostgresOptions {
        data_dir: Some(home.path().join("pg")),
        durable: true,
    };
    let server = PrivatePostgres::start(options.clone()).unwrap();
    psql(&server, "create table kept as select 7 as n");
    let in_use = PrivatePostgres::start(options.clone())
        .unwrap_err()
        .to_string();
    assert!(in_use.contains("in use by a running server"), "{in_use}");
    let pid: i32 = fs::read_to_string(server.data_dir().join("postmaster.pid"))
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .parse()
        .unwrap();
    nix::sys::signal::kill(
        nix::unistd::Pid::from_raw(pid),
        nix::sys::signal::Signal::SIGKILL,
    )
    .unwrap();
    drop(server);
    let again = PrivatePostgres::start(options).unwrap();
    assert_eq!(psql(&again, "select n from kept"), "7");
    let dir = again.data_dir().to_owned();
    again.stop();
    assert!(dir.join("PG_VERSION").exists());
    assert_eq!(processes_with(&dir), 0);
}

#[test]
fn two_servers_run_side_by_side_under_different_passwords() {
    let one = PrivatePostgres::start(PostgresOptions::default()).unwrap();
    let two = PrivatePostgres::start(PostgresOptions::default()).unwrap();
    assert_ne!(one.url("postgres"), two.url("postgres"));
    psql(&one, "create table mine()");
    assert_eq!(
        psql(
            &two,
            "select count(*) from pg_tables where tablename = 'mine'"
        ),
        "0"
    );
}

#[tokio::test]
async fn a_command_runs_beside_a_server_and_its_exit_code_comes_back() {
    let psql = find_binaries().unwrap().join("psql").display().to_string();
    let script = format!("test \"$({psql} \"$DATABASE_URL\" -Atc 'select 6 * 7')\" = 42 && exit 7");
    assert_eq!(
        run_with(vec!["sh".into(), "-c".into(), script])
            .await
            .unwrap(),
        7
    );
    assert!(run_with(vec!["/no/such/command".into()]).await.is_err());
}
