//! “No internet?”: from what is known of an eSIM to what is the matter, and to the one next step.
//! It only answers; the words are the page's.

use chrono::{DateTime, Utc};

use super::esim::EsimStatus;
use super::package::{Package, PackageStatus, Usage};

/// What is known of an eSIM.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// As the supplier last said; none when it never has.
    pub esim: Option<&'a EsimStatus>,
    /// Its packages, in any order.
    pub packages: &'a [&'a Package],
    /// Whether anything on our shelf may be added to it.
    pub addable: bool,
}

/// What is the matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It is on no phone yet.
    NotInstalled,
    /// Its first plan waits for a network at the destination.
    NotStarted,
    /// The plan is in use, and nothing of it has been used.
    NothingUsed,
    /// The plan is in use; how much of it is not known.
    UseUnknown,
    /// The plan is in use, and so is its data: as far as the network knows all is well.
    Works,
    /// The plan is over and another waits behind it.
    AddOnWaits,
    /// All data is used.
    DataGone,
    /// The plan's days are over.
    TimeOver,
    /// The plan is over, and nothing can be added to this eSIM.
    NothingToAdd,
    /// Every plan on it was given back.
    GivenBack,
    /// The network has switched it off for good.
    SwitchedOff,
    /// The network calls it broken.
    Broken,
    /// The network says a word that nobody has explained.
    Unexplained(String),
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Put it on the phone.
    Install,
    /// The four steps when landed.
    Start,
    /// Data roaming, for this line.
    SwitchRoaming,
    /// A network by hand, and a restart.
    PickNetwork,
    /// Nothing but the four steps: what waits begins by itself.
    LetAddOnStart,
    /// More data on the same eSIM.
    TopUp,
    /// Another eSIM.
    BuyAgain,
    /// A person.
    Contact,
}

impl Finding {
    /// The one next step.
    pub fn step(&self) -> Step {
        match self {
            Self::NotInstalled => Step::Install,
            Self::NotStarted => Step::Start,
            Self::NothingUsed | Self::UseUnknown => Step::SwitchRoaming,
            Self::Works => Step::PickNetwork,
            Self::AddOnWaits => Step::LetAddOnStart,
            Self::DataGone | Self::TimeOver => Step::TopUp,
            Self::NothingToAdd | Self::GivenBack | Self::SwitchedOff => Step::BuyAgain,
            Self::Broken | Self::Unexplained(_) => Step::Contact,
        }
    }
}

/// What is the matter with an eSIM that has no internet.
pub fn find(known: &Known<'_>, now: DateTime<Utc>) -> Finding {
    match known.esim {
        Some(EsimStatus::Deactivated) => return Finding::Broken,
        Some(EsimStatus::Other(word)) => return Finding::Unexplained(word.clone()),
        Some(EsimStatus::Blocked) => return Finding::SwitchedOff,
        None
        | Some(
            EsimStatus::Provisioned
            | EsimStatus::Installed
            | EsimStatus::Active
            | EsimStatus::Expired,
        ) => {}
    }
    let waits = known.packages.iter().any(|p| p.is_pending());
    match known.packages.iter().find(|p| p.is_active()) {
        Some(active) => in_use(known, active, waits, now),
        None if waits => waiting(known),
        None => over(known),
    }
}

fn in_use(known: &Known<'_>, active: &Package, waits: bool, now: DateTime<Utc>) -> Finding {
    let used_up = active.usage.as_ref().is_some_and(Usage::is_used_up);
    let past = active.ends_at.is_some_and(|end| end <= now);
    match &active.usage {
        _ if (used_up || past) && waits => Finding::AddOnWaits,
        _ if used_up || past => ended(known, used_up),
        // Some packages begin on their sixtieth day by themselves, wherever the eSIM is.
        usage
            if usage.as_ref().is_none_or(Usage::is_untouched)
                && known.esim == Some(&EsimStatus::Provisioned) =>
        {
            Finding::NotInstalled
        }
        None => Finding::UseUnknown,
        Some(usage) if usage.is_untouched() => Finding::NothingUsed,
        Some(_) => Finding::Works,
    }
}

fn waiting(known: &Known<'_>) -> Finding {
    let behind_another = known
        .packages
        .iter()
        .any(|p| p.status == Some(PackageStatus::Expired));
    match known.esim {
        Some(EsimStatus::Provisioned) => Finding::NotInstalled,
        _ if behind_another => Finding::AddOnWaits,
        _ => Finding::NotStarted,
    }
}

/// Nothing is in use and nothing waits.
fn over(known: &Known<'_>) -> Finding {
    let mut words = known.packages.iter().filter_map(|p| match &p.status {
        Some(PackageStatus::Other(word)) => Some(word.clone()),
        _ => None,
    });
    if let Some(word) = words.next() {
        return Finding::Unexplained(word);
    }
    let expired: Vec<_> = known
        .packages
        .iter()
        .filter(|p| p.status == Some(PackageStatus::Expired))
        .collect();
    if !expired.is_empty() {
        let newest = expired.iter().max_by_key(|p| p.ends_at);
        return ended(
            known,
            newest
                .and_then(|p| p.usage.as_ref())
                .is_some_and(Usage::is_used_up),
        );
    }
    if !known.packages.is_empty() {
        return Finding::GivenBack;
    }
    match known.esim {
        Some(EsimStatus::Provisioned) => Finding::NotInstalled,
        Some(EsimStatus::Active) => Finding::UseUnknown,
        Some(EsimStatus::Expired) => ended(known, false),
        _ => Finding::NotStarted,
    }
}

fn ended(known: &Known<'_>, used_up: bool) -> Finding {
    match (known.addable, used_up) {
        (false, _) => Finding::NothingToAdd,
        (true, true) => Finding::DataGone,
        (true, false) => Finding::TimeOver,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::Unit;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).unwrap()
    }

    /// Ten gigabytes, `used` of them used; it ends on the seventh day.
    fn package(status: &str, used: Option<u64>) -> Package {
        Package {
            supplier_order_id: "o".into(),
            status: Some(PackageStatus::parse(status)),
            usage: used.and_then(|used| Usage::new(10.into(), used.into(), Unit::Gigabyte)),
            started_at: None,
            ends_at: (status != "PENDING").then(|| at(7)),
            start_by: None,
            bought_at: None,
        }
    }

    /// Every state that the packages of an eSIM can be in.
    fn shelves() -> Vec<(&'static str, Vec<Package>)> {
        let p = package;
        vec![
            ("nothing known", vec![]),
            ("waits", vec![p("PENDING", Some(0))]),
            (
                "never told",
                vec![Package {
                    status: None,
                    ..p("PENDING", None)
                }],
            ),
            ("in use, untouched", vec![p("ACTIVE", Some(0))]),
            ("in use, used", vec![p("ACTIVE", Some(4))]),
            ("in use, no figures", vec![p("ACTIVE", None)]),
            ("in use, all gone", vec![p("ACTIVE", Some(10))]),
            (
                "all gone, add-on",
                vec![p("ACTIVE", Some(10)), p("PENDING", Some(0))],
            ),
            (
                "over, add-on",
                vec![p("EXPIRED", Some(10)), p("PENDING", Some(0))],
            ),
            ("used up", vec![p("EXPIRED", Some(10))]),
            ("days over", vec![p("EXPIRED", Some(4))]),
            ("given back", vec![p("TERMINATED", Some(0))]),
            (
                "given back, waits",
                vec![p("TERMINATED", Some(0)), p("PENDING", Some(0))],
            ),
            ("a new word", vec![p("SUSPENDED", Some(4))]),
        ]
    }

    /// The step for one state of the eSIM and each state of its packages, in the order of
    /// `shelves`.
    fn steps(esim: Option<&str>, addable: bool) -> Vec<Step> {
        let esim = esim.map(EsimStatus::parse);
        let shelves = shelves();
        let step = |packages: &Vec<Package>| {
            let packages: Vec<&Package> = packages.iter().collect();
            find(
                &Known {
                    esim: esim.as_ref(),
                    packages: &packages,
                    addable,
                },
                at(1),
            )
            .step()
        };
        shelves.iter().map(|(_, packages)| step(packages)).collect()
    }

    /// By the eSIM's state: the step for each package of `shelves`, the first seven, then the rest.
    fn table() -> [(Option<&'static str>, [Step; 7], [Step; 7]); 8] {
        use Step::{
            BuyAgain, Contact, Install, LetAddOnStart, PickNetwork, Start, SwitchRoaming, TopUp,
        };
        let on_a_phone = |waiting| {
            let (roam, pick) = (SwitchRoaming, PickNetwork);
            [waiting, Start, Start, roam, pick, roam, TopUp]
        };
        let (later, again) = (LetAddOnStart, BuyAgain);
        let rest = [later, later, TopUp, TopUp, again, Start, Contact];
        let bought = [
            [
                Install,
                Install,
                Install,
                Install,
                PickNetwork,
                Install,
                TopUp,
            ],
            [later, Install, TopUp, TopUp, again, Install, Contact],
        ];
        [
            (None, on_a_phone(Start), rest),
            (Some("PROVISIONED"), bought[0], bought[1]),
            (Some("Installed"), on_a_phone(Start), rest),
            (Some("ACTIVE"), on_a_phone(SwitchRoaming), rest),
            (Some("EXPIRED"), on_a_phone(TopUp), rest),
            (Some("BLOCKED"), [BuyAgain; 7], [BuyAgain; 7]),
            (Some("DEACTIVATED"), [Contact; 7], [Contact; 7]),
            (Some("Suspended"), [Contact; 7], [Contact; 7]),
        ]
    }

    #[test]
    fn every_state_has_exactly_one_next_step() {
        for (esim, first, second) in table() {
            let expected: Vec<Step> = first.into_iter().chain(second).collect();
            for ((name, _), (step, expected)) in shelves()
                .iter()
                .zip(steps(esim, true).into_iter().zip(expected))
            {
                assert_eq!(step, expected, "eSIM {esim:?}, package {name}");
            }
        }
    }

    #[test]
    fn where_nothing_can_be_added_another_plan_is_the_way_on() {
        for (with, without) in steps(Some("EXPIRED"), true)
            .into_iter()
            .zip(steps(Some("EXPIRED"), false))
        {
            assert_eq!(
                without,
                if with == Step::TopUp {
                    Step::BuyAgain
                } else {
                    with
                }
            );
        }
    }

    #[test]
    fn a_plan_whose_days_are_over_is_over_before_the_network_says_so() {
        let active = package("ACTIVE", Some(4));
        let known = Known {
            esim: Some(&EsimStatus::Active),
            packages: &[&active],
            addable: true,
        };
        assert_eq!(find(&known, at(6)), Finding::Works);
        assert_eq!(find(&known, at(7)), Finding::TimeOver);
        let next = package("PENDING", Some(0));
        assert_eq!(
            find(
                &Known {
                    packages: &[&next, &active],
                    ..known
                },
                at(7)
            ),
            Finding::AddOnWaits
        );
    }

    #[test]
    fn an_unexplained_word_is_kept_as_it_came() {
        let known = Known {
            esim: Some(&EsimStatus::parse(" On Hold ")),
            packages: &[],
            addable: true,
        };
        assert_eq!(find(&known, at(1)), Finding::Unexplained("On Hold".into()));
    }
}
