//! The clock of what happened when, as several pages show it: its stations. Words only.

use chrono::{DateTime, Utc};

use crate::domain::when;

/// One station of the clock.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// For the stylesheet: empty when done, `now`, `next`, `failed`, `back`.
    pub class: &'static str,
    /// What it is.
    pub label: String,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// Instead of a time.
    pub note: Option<String>,
}

impl Step {
    /// It happened.
    #[must_use]
    pub fn done(label: impl Into<String>, at: Option<DateTime<Utc>>) -> Self {
        Self { class: "", label: label.into(), at, note: None }
    }

    /// It has not happened.
    #[must_use]
    pub fn open(class: &'static str, label: impl Into<String>, note: Option<&str>) -> Self {
        Self { class, label: label.into(), at: None, note: note.map(str::to_owned) }
    }

    /// `10:02:11`
    #[must_use]
    pub fn time(&self) -> String {
        self.at.map(when::second).unwrap_or_default()
    }

    /// For machines.
    #[must_use]
    pub fn machine(&self) -> String {
        self.at.map(when::machine).unwrap_or_default()
    }

    /// For screen readers, who do not see the ticks: the key of the word.
    #[must_use]
    pub fn spoken(&self) -> &'static str {
        match self.class {
            "" | "back" => "part-clock-done",
            "now" => "part-clock-now",
            "failed" => "part-clock-failed",
            _ => "part-clock-later",
        }
    }
}
