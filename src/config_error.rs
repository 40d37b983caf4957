//! What is wrong with a setting, or with shop.toml. Both are read whole, and all of it is said at
//! once.

use std::fmt;

/// One thing that is wrong with the settings, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The setting's name, never its value.
    pub setting: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub mend: String,
}

impl ConfigError {
    /// An error of `setting`.
    #[must_use]
    pub fn new(setting: &str, problem: &str, mend: &str) -> Self {
        Self {
            setting: setting.to_owned(),
            problem: problem.to_owned(),
            mend: mend.to_owned(),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} → {}", self.setting, self.problem, self.mend)
    }
}
