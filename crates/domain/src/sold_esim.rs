//! What can still be done with an eSIM that was sold: whether it was given back, until when it can
//! be started, whether more data can be put on it, and what its page is about. Every page asks
//! here.

use chrono::{DateTime, Utc};

use super::diagnosis::{self, Finding, Known};
use super::esim::EsimStatus;
use super::package::Package;
use super::phase::Phase;

/// A package on it.
#[derive(Debug, Clone, Copy)]
pub struct PackageOnEsim<'a> {
    /// As the supplier last showed it.
    pub package: &'a Package,
    /// Whether its traveller is giving it back, or has.
    pub leaves: bool,
}

/// What is known of the eSIM.
#[derive(Debug, Clone)]
pub struct SoldEsim<'a> {
    /// As the supplier last said; none when it never has.
    pub status: Option<&'a EsimStatus>,
    /// Whether the package it came with was given back.
    pub cancelled: bool,
    /// The last day on which that package can be started.
    pub activate_by: Option<DateTime<Utc>>,
    /// Its packages, in the order in which they are shown.
    pub packages: Vec<PackageOnEsim<'a>>,
    /// Whether anything on our shelf may be added to it.
    pub addable: bool,
}

impl SoldEsim<'_> {
    fn kept(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .iter()
            .filter(|on| !on.leaves)
            .map(|on| on.package)
    }

    /// Whether the network has ended it for good.
    fn ended_by_network(&self) -> bool {
        matches!(
            self.status,
            Some(EsimStatus::Blocked | EsimStatus::Deactivated)
        )
    }

    /// Whether it was given back, and nothing is left on it that its traveller could use.
    #[must_use]
    pub fn given_back(&self) -> bool {
        self.cancelled && !self.kept().any(Package::is_open)
    }

    /// Whether it can still be installed or used.
    #[must_use]
    pub fn usable(&self) -> bool {
        !self.given_back() && !self.ended_by_network()
    }

    /// Whether more data can be put on it, as far as our shelf knows.
    #[must_use]
    pub fn takes_topup(&self) -> bool {
        self.usable() && self.addable
    }

    /// The last day on which the plan that waits can be started; none once one has been.
    #[must_use]
    pub fn start_by(&self) -> Option<DateTime<Utc>> {
        let started = self
            .packages
            .iter()
            .any(|on| on.package.started_at.is_some() || on.package.is_active());
        if started || !self.usable() {
            return None;
        }
        self.kept()
            .find(|package| package.is_pending())
            .map_or(self.activate_by, |package| {
                package.start_by.or(self.activate_by)
            })
    }

    /// What is the matter with it, or would be if there were no internet, and what its page is
    /// about.
    #[must_use]
    pub fn diagnose(&self, now: DateTime<Utc>) -> (Finding, Phase) {
        let kept: Vec<&Package> = self.kept().collect();
        let left_behind = kept.is_empty() && !self.packages.is_empty();
        let known = Known {
            esim: self.status,
            packages: &kept,
            addable: self.addable,
        };
        let finding = if left_behind && !self.ended_by_network() {
            Finding::GivenBack
        } else {
            diagnosis::find(&known, now)
        };
        let phase = Phase::of_esim(&finding, &known);
        (finding, phase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::PackageStatus;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).unwrap()
    }

    fn package(status: Option<&str>) -> Package {
        Package {
            supplier_order_id: "o".into(),
            status: status.map(PackageStatus::parse),
            usage: None,
            started_at: None,
            ends_at: None,
            start_by: Some(at(60)),
            bought_at: None,
        }
    }

    fn on(package: &Package) -> PackageOnEsim<'_> {
        PackageOnEsim {
            package,
            leaves: false,
        }
    }

    fn cancelled<'a>(packages: &[PackageOnEsim<'a>]) -> SoldEsim<'a> {
        SoldEsim {
            status: None,
            cancelled: true,
            activate_by: Some(at(90)),
            packages: packages.to_vec(),
            addable: true,
        }
    }

    #[test]
    fn what_was_given_back_is_given_back_unless_something_else_on_it_can_be_used() {
        let given_back = |status| cancelled(&[on(&package(status))]).given_back();
        assert!(cancelled(&[]).given_back());
        for over in ["EXPIRED", "TERMINATED", "SOMETHING_NEW"] {
            assert!(given_back(Some(over)), "{over}");
        }
        for open in [Some("PENDING"), Some("ACTIVE"), None] {
            assert!(!given_back(open), "{open:?}");
        }
        let leaving = package(Some("PENDING"));
        let leaving = PackageOnEsim {
            leaves: true,
            ..on(&leaving)
        };
        assert!(cancelled(&[leaving]).given_back());
        let bought = SoldEsim {
            cancelled: false,
            ..cancelled(&[])
        };
        assert!(!bought.given_back());
    }

    #[test]
    fn what_was_given_back_or_switched_off_takes_no_more_data() {
        let pending = package(Some("PENDING"));
        let open = cancelled(&[on(&pending)]);
        assert!(open.usable() && open.takes_topup());
        let alone = SoldEsim {
            addable: false,
            ..open.clone()
        };
        assert!(alone.usable() && !alone.takes_topup());
        for status in [EsimStatus::Blocked, EsimStatus::Deactivated] {
            let off = SoldEsim {
                status: Some(&status),
                ..open.clone()
            };
            assert!(!off.usable() && !off.takes_topup() && off.start_by().is_none());
        }
        assert!(!cancelled(&[]).takes_topup());
    }

    #[test]
    fn it_can_be_started_until_its_package_says_or_else_until_it_was_sold_to_be() {
        let kept = |package: &Package| {
            let esim = SoldEsim {
                cancelled: false,
                ..cancelled(&[on(package)])
            };
            esim.start_by()
        };
        let pending = package(Some("PENDING"));
        assert_eq!(kept(&pending), Some(at(60)));
        let untold = Package {
            start_by: None,
            ..package(None)
        };
        assert_eq!(kept(&untold), Some(at(90)));
        let started = Package {
            started_at: Some(at(1)),
            ..package(Some("EXPIRED"))
        };
        assert_eq!(
            (kept(&started), kept(&package(Some("ACTIVE")))),
            (None, None)
        );
        assert_eq!(cancelled(&[]).start_by(), None);
    }

    #[test]
    fn a_page_is_about_the_money_once_all_on_it_leaves() {
        let pending = package(Some("PENDING"));
        let leaving = PackageOnEsim {
            leaves: true,
            ..on(&pending)
        };
        let about = |esim: SoldEsim<'_>| esim.diagnose(at(0));
        assert_eq!(
            about(cancelled(&[leaving])),
            (Finding::GivenBack, Phase::Refund)
        );
        assert_eq!(about(cancelled(&[leaving, on(&pending)])).1, Phase::Install);
        assert_eq!(about(cancelled(&[])).1, Phase::Install, "nothing is known");
    }
}
