//! A package: one subscription on an eSIM, how far it is, and until when it lasts.

mod news;
mod usage;

use chrono::{DateTime, TimeDelta, Utc};

pub use news::{News, STEPS, news};
pub use usage::{Amount, Unit, Usage};

/// A package's state, as the supplier's document lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageStatus {
    /// Not yet started.
    Pending,
    /// In use.
    Active,
    /// Used up, or its time is over.
    Expired,
    /// Given back, or ended by hand.
    Terminated,
    /// Anything else, as it came.
    Other(String),
}

impl PackageStatus {
    /// Reads the supplier's word in any case.
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_uppercase().as_str() {
            "PENDING" => Self::Pending,
            "ACTIVE" => Self::Active,
            "EXPIRED" => Self::Expired,
            "TERMINATED" => Self::Terminated,
            _ => Self::Other(text.trim().to_owned()),
        }
    }

    /// Whether it can still give data, now or later.
    pub fn is_live(&self) -> bool {
        matches!(self, Self::Pending | Self::Active)
    }
}

/// A package as the supplier last showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    pub supplier_order_id: String,
    /// How far it is; none when it has not been told.
    pub status: Option<PackageStatus>,
    /// What is used of it; none when no figures are known.
    pub usage: Option<Usage>,
    /// First connection at the destination; none before.
    pub started_at: Option<DateTime<Utc>>,
    /// The end of its validity; before it has started that is not known.
    pub ends_at: Option<DateTime<Utc>>,
    /// The last day it can be started; none once it has.
    pub start_by: Option<DateTime<Utc>>,
    /// When the supplier made it.
    pub bought_at: Option<DateTime<Utc>>,
}

impl Package {
    /// Whether it waits to be started. One whose state was never told does.
    pub fn is_pending(&self) -> bool {
        matches!(self.status, None | Some(PackageStatus::Pending))
    }

    /// Whether it can still be used, or is. One whose state was never told can.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.as_ref().is_none_or(PackageStatus::is_live)
    }

    /// Whether it is in use.
    pub fn is_active(&self) -> bool {
        self.status == Some(PackageStatus::Active)
    }

    /// Where it stands on its page: what is in use, what comes next, what is over.
    pub fn rank(&self) -> u8 {
        match self.status {
            Some(PackageStatus::Active) => 0,
            None | Some(PackageStatus::Pending) => 1,
            Some(PackageStatus::Other(_)) => 2,
            Some(PackageStatus::Expired) => 3,
            Some(PackageStatus::Terminated) => 4,
        }
    }

    /// Whole days of validity left, the day that has begun included; none unless it is in use and
    /// its end is known.
    pub fn days_left(&self, now: DateTime<Utc>) -> Option<i64> {
        let left = self.ends_at.filter(|_| self.is_active())? - now;
        Some(if left <= TimeDelta::zero() {
            0
        } else {
            left.num_seconds().saturating_add(86_399) / 86_400
        })
    }
}

#[cfg(test)]
mod tests;
