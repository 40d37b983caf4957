//! Where a purchase stands in its traveller's trip: the one thing its page is about now. It only
//! answers; the words are the page's.

use super::diagnosis::{Finding, Known};
use super::esim::EsimStatus;
use super::order::PaymentState;
use super::package::Package;
use super::progress::DeliveryState;

/// From this share used on, in per cent, what is left is little.
pub const LOW_FROM: u8 = 80;

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Its payment has not arrived.
    Unpaid,
    /// It never came to a payment.
    NotBought,
    /// Paid; the eSIM is on its way.
    Coming,
    /// It is here, and on no phone that the network knows of.
    Install,
    /// It is on a phone, at home.
    Waiting,
    /// It is turned on, and has used nothing yet.
    Landed,
    /// It gives data.
    InUse,
    /// It gives data, and little is left.
    Low,
    /// What was on it is over, and another plan takes over.
    Next,
    /// All of it is over.
    Ended,
    /// Nothing came of it, or it was given back: it is about money.
    Refund,
    /// Somebody looks into it.
    Trouble,
}

impl Phase {
    /// For machines, as in the page's markup.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::NotBought => "not-bought",
            Self::Coming => "coming",
            Self::Install => "install",
            Self::Waiting => "waiting",
            Self::Landed => "landed",
            Self::InUse => "in-use",
            Self::Low => "low",
            Self::Next => "next",
            Self::Ended => "ended",
            Self::Refund => "refund",
            Self::Trouble => "trouble",
        }
    }

    /// Of an order as a whole, while it is not about one eSIM.
    pub fn of_order(payment: PaymentState, delivery: DeliveryState) -> Self {
        match (payment, delivery) {
            (PaymentState::AwaitingPayment | PaymentState::Processing, _) => Self::Unpaid,
            (PaymentState::Expired | PaymentState::Failed, _) | (_, DeliveryState::TestEnded) => {
                Self::NotBought
            }
            (PaymentState::Paid, DeliveryState::Waiting | DeliveryState::Ordering) => Self::Coming,
            (PaymentState::Paid, DeliveryState::Delivered | DeliveryState::PartlyDelivered) => {
                Self::Install
            }
            (PaymentState::Paid, DeliveryState::Refunding | DeliveryState::Refunded) => {
                Self::Refund
            }
            (PaymentState::Paid, DeliveryState::NeedsAttention) => Self::Trouble,
        }
    }

    /// Of one eSIM, from what is the matter with it and what is known of it.
    pub fn of_esim(finding: &Finding, known: &Known<'_>) -> Self {
        match finding {
            Finding::NotInstalled => Self::Install,
            // As long as the network has said nothing of it, it is taken to be on no phone.
            Finding::NotStarted => match known.esim {
                None => Self::Install,
                Some(EsimStatus::Active) => Self::Landed,
                Some(_) => Self::Waiting,
            },
            Finding::NothingUsed => Self::Landed,
            Finding::UseUnknown => Self::InUse,
            Finding::Works if known.packages.iter().any(|package| is_low(package)) => Self::Low,
            Finding::Works => Self::InUse,
            Finding::AddOnWaits => Self::Next,
            Finding::DataGone
            | Finding::TimeOver
            | Finding::NothingToAdd
            | Finding::SwitchedOff => Self::Ended,
            Finding::GivenBack => Self::Refund,
            Finding::Broken | Finding::Unexplained(_) => Self::Trouble,
        }
    }
}

/// Whether a package is in use and little of it is left.
pub fn is_low(package: &Package) -> bool {
    package.is_active()
        && package
            .usage
            .as_ref()
            .is_some_and(|usage| usage.percent_used() >= LOW_FROM)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::diagnosis;
    use crate::package::{PackageStatus, Unit, Usage};

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).unwrap()
    }

    /// Ten gigabytes, `used` of them used; it ends on the seventh day.
    fn package(status: &str, used: u64) -> Package {
        Package {
            supplier_order_id: "o".into(),
            status: Some(PackageStatus::parse(status)),
            usage: Usage::new(10.into(), used.into(), Unit::Gigabyte),
            started_at: None,
            ends_at: (status != "PENDING").then(|| at(7)),
            start_by: None,
            bought_at: None,
        }
    }

    fn phase(esim: Option<&str>, packages: &[Package], day: i64) -> Phase {
        let (esim, packages): (_, Vec<&Package>) =
            (esim.map(EsimStatus::parse), packages.iter().collect());
        let known = Known {
            esim: esim.as_ref(),
            packages: &packages,
            addable: true,
        };
        Phase::of_esim(&diagnosis::find(&known, at(day)), &known)
    }

    #[test]
    fn an_esim_goes_from_installing_to_its_end() {
        let waits = [package("PENDING", 0)];
        let p = |status: &str, used: u64| [package(status, used)];
        let table: [(Option<&str>, &[Package], Phase); 19] = [
            (None, &[], Phase::Install),
            (None, &waits, Phase::Install),
            (Some("PROVISIONED"), &waits, Phase::Install),
            (Some("PROVISIONED"), &p("ACTIVE", 0), Phase::Install),
            (Some("Installed"), &waits, Phase::Waiting),
            (Some("EXPIRED"), &waits, Phase::Waiting),
            (Some("ACTIVE"), &waits, Phase::Landed),
            (Some("Installed"), &p("ACTIVE", 0), Phase::Landed),
            (Some("ACTIVE"), &p("ACTIVE", 0), Phase::Landed),
            (Some("ACTIVE"), &p("ACTIVE", 1), Phase::InUse),
            (Some("ACTIVE"), &p("ACTIVE", 7), Phase::InUse),
            (Some("ACTIVE"), &p("ACTIVE", 8), Phase::Low),
            (
                Some("ACTIVE"),
                &[package("ACTIVE", 10), package("PENDING", 0)],
                Phase::Next,
            ),
            (Some("ACTIVE"), &p("ACTIVE", 10), Phase::Ended),
            (Some("EXPIRED"), &p("EXPIRED", 4), Phase::Ended),
            (Some("BLOCKED"), &p("EXPIRED", 4), Phase::Ended),
            (Some("ACTIVE"), &p("TERMINATED", 0), Phase::Refund),
            (Some("DEACTIVATED"), &p("ACTIVE", 1), Phase::Trouble),
            (Some("On hold"), &p("ACTIVE", 1), Phase::Trouble),
        ];
        for (esim, packages, expected) in table {
            assert_eq!(
                phase(esim, packages, 1),
                expected,
                "eSIM {esim:?}, {:?}",
                packages.first().map(|p| &p.status)
            );
        }
        assert_eq!(
            phase(Some("ACTIVE"), &p("ACTIVE", 4), 8),
            Phase::Ended,
            "its days are over before the network says so"
        );
        assert_eq!(
            phase(
                Some("ACTIVE"),
                &[Package {
                    usage: None,
                    ..package("ACTIVE", 0)
                }],
                1
            ),
            Phase::InUse,
            "no figures, and yet in use"
        );
    }

    #[test]
    fn an_order_without_an_esim_to_show_is_about_its_payment_its_delivery_or_its_refund() {
        use {DeliveryState as D, PaymentState as P};
        for (payment, delivery, expected) in [
            (P::AwaitingPayment, D::Waiting, Phase::Unpaid),
            (P::Processing, D::Waiting, Phase::Unpaid),
            (P::Expired, D::Waiting, Phase::NotBought),
            (P::Failed, D::Waiting, Phase::NotBought),
            (P::Paid, D::Waiting, Phase::Coming),
            (P::Paid, D::Ordering, Phase::Coming),
            (P::Paid, D::Delivered, Phase::Install),
            (P::Paid, D::PartlyDelivered, Phase::Install),
            (P::Paid, D::Refunding, Phase::Refund),
            (P::Paid, D::Refunded, Phase::Refund),
            (P::Paid, D::NeedsAttention, Phase::Trouble),
            (P::Paid, D::TestEnded, Phase::NotBought),
        ] {
            assert_eq!(
                Phase::of_order(payment, delivery),
                expected,
                "{payment:?}, {delivery:?}"
            );
        }
    }

    #[test]
    fn every_phase_has_a_name_of_its_own() {
        use Phase::{
            Coming, Ended, InUse, Install, Landed, Low, Next, NotBought, Refund, Trouble, Unpaid,
            Waiting,
        };
        let all = [
            Unpaid, NotBought, Coming, Install, Waiting, Landed, InUse, Low, Next, Ended, Refund,
            Trouble,
        ];
        let names: std::collections::BTreeSet<&str> =
            all.iter().map(|phase| phase.as_str()).collect();
        assert_eq!(names.len(), all.len());
    }
}
