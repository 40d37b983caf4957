//! The clock of what happened when, as several pages show it: its stations. Words only.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::moment;
use crate::l10n::{Html, Locale};

/// One station of the clock.
#[derive(Debug, PartialEq, Eq)]
pub struct TimelineStep {
    /// For the stylesheet: empty when done, `now`, `next`, `failed`, `back`.
    pub class: &'static str,
    /// What it is.
    pub label: String,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// By whose clocks.
    pub zone: Option<Tz>,
    /// Instead of a time.
    pub note: Option<String>,
}

impl TimelineStep {
    /// It happened.
    #[must_use]
    pub fn done(label: impl Into<String>, at: Option<DateTime<Utc>>) -> Self {
        Self {
            class: "",
            label: label.into(),
            at,
            zone: None,
            note: None,
        }
    }

    /// It has not happened.
    #[must_use]
    pub fn open(class: &'static str, label: impl Into<String>, note: Option<&str>) -> Self {
        Self {
            class,
            label: label.into(),
            at: None,
            zone: None,
            note: note.map(str::to_owned),
        }
    }

    /// `22 Jan 2027, 19:02 UTC+9`, as its place's clocks say it.
    #[must_use]
    pub fn time(&self, t: Locale) -> Option<Html> {
        self.at.map(|at| moment::moment(t, at, self.zone))
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
