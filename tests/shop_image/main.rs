//! The shop's binary, as its image has it: built without the feature `demo`, it has no pretend
//! partner in it. Not part of `make test`, as it builds the shop once more: `make nightly` runs it,
//! and a release asks the same of what it publishes (scripts/release-check).
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::{Path, PathBuf};
use std::process::Command;

const STAND_INS: &str = include_str!("stand-ins.txt");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts() -> Vec<&'static str> {
    let texts: Vec<&str> = STAND_INS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert!(texts.len() > 8, "{texts:?}");
    texts
}

fn holds(binary: &[u8], text: &str) -> bool {
    binary
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

/// Builds the shop as its image has it, beside what the tests were built from.
fn shop_binary() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shop-image");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--locked", "--no-default-features"])
        .args(["--package", "esim-storefront", "--target-dir"])
        .arg(&target)
        .current_dir(root())
        .env("SQLX_OFFLINE", "true")
        .status()
        .unwrap();
    assert!(built.success());
    target.join("debug/esim-storefront")
}

#[test]
fn the_shop_without_its_demo_has_no_pretend_partner_in_it() {
    let shop = shop_binary();
    let without = std::fs::read(&shop).unwrap();
    let with = std::fs::read(env!("CARGO_BIN_EXE_esim-storefront")).unwrap();
    for text in texts() {
        assert!(holds(&with, text), "the demo never says {text:?}");
        assert!(!holds(&without, text), "the shop's image says {text:?}");
    }
}

#[test]
fn there_the_demo_says_where_it_is_and_ends_with_2() {
    let shop = shop_binary();
    let said = Command::new(&shop)
        .args(["demo", "--listen", "127.0.0.1:0"])
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(2));
    let words = String::from_utf8(said.stderr).unwrap();
    assert!(
        words.contains("-demo") && words.contains("make demo"),
        "{words}"
    );
    for command in ["sandbox", "with-postgres"] {
        let said = Command::new(&shop).arg(command).output().unwrap();
        assert_eq!(said.status.code(), Some(2), "{command}");
    }
}
