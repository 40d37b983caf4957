//! Where shop.toml is looked for, and what is in its place when it cannot be read.

use std::path::{Path, PathBuf};

use crate::config_error::ConfigError;

/// Where it may be when SHOP_CONFIG does not say: the folder that a container is shown, where it
/// was before, and the release's example.
const PLACES: [&str; 3] = ["config/shop.toml", "shop.toml", "shop.example.toml"];

/// The file to read: the one that was set, else the first that is there.
#[must_use]
pub fn found(set: Option<String>) -> PathBuf {
    let first = || {
        PLACES
            .into_iter()
            .find(|place| is_there(Path::new(place)))
            .unwrap_or("shop.toml")
    };
    set.map_or_else(|| PathBuf::from(first()), PathBuf::from)
}

/// Only what is surely missing makes room for the next: a file that may not be looked at is the
/// owner's, and selling from the example in its stead would be silent.
fn is_there(path: &Path) -> bool {
    !matches!(path.symlink_metadata(), Err(error) if error.kind() == std::io::ErrorKind::NotFound)
}

/// The file's text, or what is wrong with it.
pub(super) fn read(path: &Path, name: &str) -> Result<String, ConfigError> {
    if path.is_dir() {
        // Docker makes one where a file that it was to show is missing.
        let mend = format!(
            "remove the folder (rmdir {name}) and put your shop.toml there; `esim-storefront \
             setup` makes one"
        );
        return Err(ConfigError::new(
            name,
            "is a folder and not a file: Docker makes one where there was none to show",
            &mend,
        ));
    }
    std::fs::read_to_string(path).map_err(|e| {
        let mend = "set SHOP_CONFIG to your shop.toml; `esim-storefront setup` makes one from \
                    shop.example.toml";
        ConfigError::new(name, &format!("cannot be read ({})", e.kind()), mend)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_looked_at_is_not_taken_for_missing() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["file", "link"].map(|name| folder.path().join(name));
        std::fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert!(
            is_there(&file) && is_there(&link) && is_there(&file.join("shop.toml")),
            "the last is refused as no folder"
        );
        assert!(!is_there(&folder.path().join("other")));
    }
}
