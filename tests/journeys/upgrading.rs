//! An owner who edited the tracked shop.toml of the release before comes to this one by the lines
//! of UPGRADING.md.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    // Whoever runs the tests may have settings of their own; the clone has none.
    let quiet = [
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_SYSTEM", "/dev/null"),
        ("GIT_TERMINAL_PROMPT", "0"),
    ];
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .envs(quiet)
        .env_remove("GIT_DIR")
        .output()
        .unwrap()
}

fn done(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text.trim().to_owned()
}

/// The first block of commands.
fn steps() -> String {
    let document = include_str!("../../UPGRADING.md");
    document
        .split("```sh\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap()
        .to_owned()
}

/// A repository with the release before and this one: ours, or where its history does not reach so
/// far, one that is made of the files that matter.
fn versions(house: &Path, folder: &Path) -> (PathBuf, String, &'static str) {
    let removal = run(
        house,
        "git",
        &[
            "log",
            "--diff-filter=D",
            "--format=%H",
            "-1",
            "--",
            "shop.toml",
        ],
    );
    let before = format!("{}^", String::from_utf8_lossy(&removal.stdout).trim());
    if run(
        house,
        "git",
        &["cat-file", "-e", &format!("{before}:shop.toml")],
    )
    .status
    .success()
    {
        return (house.to_owned(), before, "HEAD");
    }
    let made = folder.join("made");
    std::fs::create_dir(&made).unwrap();
    let commit = |name: &str| {
        done(&run(&made, "git", &["add", "--all"]));
        done(&run(
            &made,
            "git",
            &[
                "-c",
                "user.name=shop",
                "-c",
                "user.email=shop@example.com",
                "commit",
                "--quiet",
                "-m",
                name,
            ],
        ));
    };
    done(&run(
        &made,
        "git",
        &["init", "--quiet", "--initial-branch=main"],
    ));
    std::fs::copy(house.join("shop.example.toml"), made.join("shop.toml")).unwrap();
    std::fs::write(made.join(".gitignore"), "/target\n").unwrap();
    commit("The release before");
    std::fs::rename(made.join("shop.toml"), made.join("shop.example.toml")).unwrap();
    std::fs::copy(house.join(".gitignore"), made.join(".gitignore")).unwrap();
    commit("This release");
    (made, "HEAD^".to_owned(), "HEAD")
}

#[test]
fn an_edited_shop_toml_survives_the_upgrade_in_its_new_place() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let (source, before, after) = versions(house, folder.path());
    let origin = folder.path().join("origin.git");
    let origin_name = origin.to_str().unwrap();
    done(&run(
        folder.path(),
        "git",
        &[
            "init",
            "--quiet",
            "--bare",
            "--initial-branch=main",
            origin_name,
        ],
    ));
    done(&run(
        &source,
        "git",
        &[
            "push",
            "--quiet",
            origin_name,
            &format!("{before}:refs/heads/main"),
        ],
    ));
    done(&run(
        folder.path(),
        "git",
        &["clone", "--quiet", origin_name, "shop"],
    ));
    let shop = folder.path().join("shop");
    let toml = std::fs::read_to_string(shop.join("shop.toml")).unwrap();
    std::fs::write(
        shop.join("shop.toml"),
        toml.replace("name = \"Layover\"", "name = \"Wayfarer\""),
    )
    .unwrap();
    std::fs::create_dir(shop.join("brand")).unwrap();
    std::fs::write(shop.join("brand/logo.svg"), "<svg/>").unwrap();
    done(&run(
        &source,
        "git",
        &[
            "push",
            "--quiet",
            origin_name,
            &format!("{after}:refs/heads/main"),
        ],
    ));
    assert!(
        !run(&shop, "git", &["pull", "--quiet"]).status.success(),
        "without the step nothing is lost, and nothing is upgraded"
    );

    done(&run(&shop, "sh", &["-e", "-c", &steps()]));
    assert!(
        std::fs::read_to_string(shop.join("config/shop.toml"))
            .unwrap()
            .contains("Wayfarer")
    );
    assert!(
        shop.join("config/brand/logo.svg").exists()
            && shop.join("shop.example.toml").exists()
            && !shop.join("shop.toml").exists()
    );
    assert_eq!(
        done(&run(&shop, "git", &["status", "--porcelain"])),
        "",
        "git has nothing to say of the owner's files"
    );
    done(&run(&shop, "git", &["pull", "--quiet"]));

    // The shop finds it there, and says so when something is wrong with it.
    let broken = toml.replace("name = \"Layover\"", "name = \" \"");
    std::fs::write(shop.join("config/shop.toml"), broken).unwrap();
    let mut serve = Command::new(env!("CARGO_BIN_EXE_esim-storefront"));
    let told = serve
        .arg("serve")
        .current_dir(&shop)
        .env_clear()
        .output()
        .unwrap();
    assert!(
        String::from_utf8_lossy(&told.stderr).contains("config/shop.toml: [shop] name is empty")
    );
    // What it was before still counts while there is nothing in the new place, and a folder in a
    // file's place is explained.
    std::fs::rename(shop.join("config/shop.toml"), shop.join("shop.toml")).unwrap();
    let told = Command::new(env!("CARGO_BIN_EXE_esim-storefront"))
        .arg("serve")
        .current_dir(&shop)
        .env_clear()
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&told.stderr).contains("  shop.toml: [shop] name is empty"));
    std::fs::create_dir(shop.join("config/shop.toml")).unwrap();
    let told = Command::new(env!("CARGO_BIN_EXE_esim-storefront"))
        .arg("serve")
        .current_dir(&shop)
        .env_clear()
        .output()
        .unwrap();
    assert!(
        String::from_utf8_lossy(&told.stderr)
            .contains("config/shop.toml is a folder and not a file")
    );
    assert!(String::from_utf8_lossy(&told.stderr).contains("rmdir config/shop.toml"));
    // Without either, the example serves.
    std::fs::remove_dir(shop.join("config/shop.toml")).unwrap();
    std::fs::remove_file(shop.join("shop.toml")).unwrap();
    let told = Command::new(env!("CARGO_BIN_EXE_esim-storefront"))
        .arg("serve")
        .current_dir(&shop)
        .env_clear()
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(
        told.contains("PUBLIC_URL is not set") && !told.contains("toml"),
        "{told}"
    );
}
