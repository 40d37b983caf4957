//! What is left of a package, in words and as a ring. Words only.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::moment;
use crate::db::cancellations::CancelState;
use crate::db::packages::OwnedPackage;
use crate::l10n::{Html, Locale};
use domain::daytime::only_zone;
use domain::package::{PackageStatus, Unit, Usage};
use domain::phase;

/// A package as its owner reads of it.
#[derive(Debug)]
pub struct PackageWords<'a> {
    /// The package with what bought it.
    pub of: &'a OwnedPackage,
    /// When it is read.
    pub now: DateTime<Utc>,
    /// In which language.
    pub t: Locale,
}

impl PackageWords<'_> {
    /// `Japan · 10 GB · 7 days`
    #[must_use]
    pub fn name(&self) -> String {
        let line = self.of.line.as_ref();
        line.map_or_else(
            || self.t.say("package-of-elsewhere"),
            |line| self.t.sold_name(line.product.as_ref(), &line.plan_name),
        )
    }

    fn usage(&self) -> Option<&Usage> {
        self.of.package.usage.as_ref()
    }

    fn cancel_state(&self) -> Option<CancelState> {
        Some(self.of.line.as_ref()?.cancellation.as_ref()?.state)
    }

    /// Whether its traveller is giving it back, or has.
    #[must_use]
    pub fn leaves(&self) -> bool {
        leaves(self.of)
    }

    fn start_asked(&self) -> bool {
        self.of
            .line
            .as_ref()
            .is_some_and(|line| line.start.as_deref() == Some("asked"))
    }

    /// `In use`, `Waits to start`; an unknown word as it came.
    #[must_use]
    pub fn state(&self) -> String {
        self.t
            .say(match (&self.of.package.status, self.cancel_state()) {
                (_, Some(CancelState::Ended)) => "package-given-back",
                (_, Some(CancelState::Asked)) => "package-being-given-back",
                (None | Some(PackageStatus::Pending), _) if self.start_asked() => {
                    "package-starting"
                }
                (None | Some(PackageStatus::Pending), _) => "package-waits",
                (Some(PackageStatus::Active), _) => "package-in-use",
                (Some(PackageStatus::Expired), _)
                    if self.usage().is_some_and(Usage::is_used_up) =>
                {
                    "package-used-up"
                }
                (Some(PackageStatus::Expired), _) => "package-days-over",
                (Some(PackageStatus::Terminated), _) => "package-ended-by-hand",
                (Some(PackageStatus::Other(word)), _) => return word.clone(),
            })
    }

    /// For the stylesheet.
    #[must_use]
    pub fn state_class(&self) -> &'static str {
        match &self.of.package.status {
            _ if self.leaves() => "plain",
            Some(PackageStatus::Active) => "good",
            Some(PackageStatus::Other(_)) => "warn",
            _ => "plain",
        }
    }

    /// The share that is left, for the ring; none when no figures are known.
    #[must_use]
    pub fn percent_left(&self) -> Option<u8> {
        // What was left when the days were over is of no use to anybody.
        let counts = |usage: &&Usage| usage.is_used_up() || self.of.package.is_open();
        self.usage()
            .filter(|_| !self.leaves())
            .filter(counts)
            .map(Usage::percent_left)
    }

    /// Whether little is left.
    #[must_use]
    pub fn low(&self) -> bool {
        !self.leaves() && phase::is_low(&self.of.package)
    }

    /// In the ring: `7.4 GB`
    #[must_use]
    pub fn left(&self) -> String {
        self.usage()
            .map(|usage| self.t.amount(&usage.left()))
            .unwrap_or_default()
    }

    /// Below it: `of 10 GB left`
    #[must_use]
    pub fn of_all(&self) -> String {
        let all = |usage: &Usage| {
            self.t
                .with("all", self.t.amount(&usage.allowance()))
                .say("package-of-all-left")
        };
        self.usage().map(all).unwrap_or_default()
    }

    /// `2.6 GB of 10 GB used`, of an unlimited plan `3 days of 7 days used`; none without figures.
    #[must_use]
    pub fn used(&self) -> Option<String> {
        let usage = self.usage()?;
        let words = self
            .t
            .with("used", self.t.amount(&usage.used()))
            .with("all", self.t.amount(&usage.allowance()));
        Some(words.say(if *usage.unit() == Unit::Day {
            "package-days-used"
        } else {
            "package-used"
        }))
    }

    fn zone(&self) -> Option<Tz> {
        only_zone(&self.of.line.as_ref()?.product.as_ref()?.coverage)
    }

    /// `4 days left: it ends on 10 Dec 2026, 18:14 UTC+9.`; what is known of its time, as a
    /// sentence.
    #[must_use]
    pub fn time(&self) -> Option<Html> {
        let package = &self.of.package;
        match &package.status {
            _ if self.leaves() => None,
            None | Some(PackageStatus::Pending) => {
                let days = self
                    .of
                    .line
                    .as_ref()
                    .and_then(|line| line.product.as_ref())
                    .map(|p| p.days);
                let topup = self.of.line.as_ref().is_some_and(|line| line.topup);
                // Nought where it is not known how many they are.
                let words = self.t.with("days", days.unwrap_or_default());
                Some(words.html(if topup {
                    "package-begins-after-another"
                } else {
                    "package-begins-at-destination"
                }))
            }
            Some(PackageStatus::Active) => {
                let days = package.days_left(self.now)?;
                let words = self
                    .t
                    .with_html(
                        "end",
                        &moment::moment(self.t, package.ends_at?, self.zone()),
                    )
                    .with("days", days);
                Some(words.html(if days == 0 {
                    "package-days-ended-on"
                } else {
                    "package-ends-on"
                }))
            }
            Some(PackageStatus::Expired) => package.ends_at.map(|end| {
                self.t
                    .with_html("end", &moment::moment(self.t, end, self.zone()))
                    .html("package-ended-on")
            }),
            Some(PackageStatus::Terminated | PackageStatus::Other(_)) => None,
        }
    }

    /// One line for a list: `10 GB, not started`; `7.4 GB of 10 GB left`.
    #[must_use]
    pub fn in_short(&self) -> Option<String> {
        let usage = self.usage()?;
        let all = self.t.with("all", self.t.amount(&usage.allowance()));
        match &self.of.package.status {
            _ if self.leaves() => None,
            None | Some(PackageStatus::Pending) => Some(all.say("package-not-started")),
            Some(PackageStatus::Active) => Some(all.with("left", self.left()).say("package-left")),
            _ => self.used(),
        }
    }
}

/// Whether its traveller is giving a package back, or has.
#[must_use]
pub fn leaves(of: &OwnedPackage) -> bool {
    let asked = of.line.as_ref().and_then(|line| line.cancellation.as_ref());
    asked.is_some_and(|asked| matches!(asked.state, CancelState::Asked | CancelState::Ended))
}

/// A plan's name that breaks only between its parts: no line ends in `10`, and none begins with a
/// dot.
#[must_use]
pub fn unbroken(name: &str) -> String {
    let part = |part: &str| {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            part.replace(' ', "\u{a0}")
        } else {
            part.to_owned()
        }
    };
    name.split(" · ")
        .map(part)
        .collect::<Vec<_>>()
        .join("\u{a0}· ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::package::Package;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).unwrap()
    }

    fn package(status: &str, allowance: u64, used: u64, unit: &str) -> OwnedPackage {
        let status = Some(PackageStatus::parse(status));
        let started = status.as_ref() != Some(&PackageStatus::Pending);
        let package = Package {
            supplier_order_id: "o".into(),
            status,
            usage: Usage::new(allowance.into(), used.into(), Unit::parse(unit)),
            started_at: started.then(|| at(0)),
            ends_at: started.then(|| at(7)),
            start_by: None,
            bought_at: None,
        };
        OwnedPackage {
            package,
            line: None,
        }
    }

    fn words(of: &OwnedPackage) -> PackageWords<'_> {
        PackageWords {
            of,
            now: at(3),
            t: Locale::ENGLISH,
        }
    }

    #[test]
    fn what_is_in_use_says_what_is_left_of_data_and_days() {
        let active = package("ACTIVE", 10 << 30, 2_800_000_000, "Byte");
        let words = words(&active);
        assert_eq!(
            (
                words.state().as_str(),
                words.left().as_str(),
                words.of_all().as_str()
            ),
            ("In use", "7.4 GB", "of 10 GB left")
        );
        assert_eq!(words.percent_left(), Some(74));
        assert_eq!(words.used().as_deref(), Some("2.6 GB of 10 GB used"));
        let end = "<time datetime=\"2027-01-22T08:00:00Z\" data-at=\"moment\">22 Jan 2027, 08:00 \
                   UTC</time>";
        assert_eq!(
            words.time().unwrap().to_string(),
            format!("4 days left: it ends on {end}.")
        );
        assert!(!words.low());
    }

    #[test]
    fn an_unlimited_plan_counts_days() {
        let days = package("ACTIVE", 7, 3, "Days");
        assert_eq!(
            (words(&days).left().as_str(), words(&days).of_all().as_str()),
            ("4 days", "of 7 days left")
        );
        assert!(words(&days).used().unwrap().contains("so days are counted"));
    }

    #[test]
    fn every_state_has_its_word_and_an_unknown_one_stays_as_it_came() {
        let state = |status: &str, used: u64| words(&package(status, 10, used, "GB")).state();
        assert_eq!(state("PENDING", 0), "Waiting to start");
        assert_eq!(state("ACTIVE", 1), "In use");
        assert_eq!(state("EXPIRED", 10), "Used up");
        assert_eq!(state("EXPIRED", 4), "Expired");
        assert_eq!(state("TERMINATED", 0), "Ended manually");
        assert_eq!(state("On hold", 0), "On hold");
    }

    #[test]
    fn little_is_told_only_of_what_is_in_use() {
        assert!(words(&package("ACTIVE", 10, 8, "GB")).low());
        assert!(!words(&package("ACTIVE", 10, 7, "GB")).low());
        assert!(!words(&package("EXPIRED", 10, 10, "GB")).low());
    }

    #[test]
    fn figures_keep_their_units_on_the_line() {
        assert_eq!(
            unbroken("Bosnia & Herzegovina · 10 GB · 7 days"),
            "Bosnia & Herzegovina\u{a0}· 10\u{a0}GB\u{a0}· 7\u{a0}days"
        );
    }

    #[test]
    fn without_figures_nothing_is_claimed() {
        let unknown = OwnedPackage {
            package: Package {
                usage: None,
                ..package("ACTIVE", 1, 0, "GB").package
            },
            line: None,
        };
        assert_eq!(
            words(&package("EXPIRED", 10, 4, "GB")).percent_left(),
            None,
            "what was left when its days were over"
        );
        assert_eq!(
            words(&package("EXPIRED", 10, 10, "GB")).percent_left(),
            Some(0)
        );
        assert_eq!(
            (
                words(&unknown).percent_left(),
                words(&unknown).used(),
                words(&unknown).in_short()
            ),
            (None, None, None)
        );
    }
}
