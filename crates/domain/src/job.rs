//! What there is to do, by name. A job says *what* must come to rest, never how far it is.

use std::fmt;

use uuid::Uuid;

/// Jobs that share workers. What hangs in one lane does not hold up another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lane {
    /// Events of Stripe, captures, payment pages that are read back.
    MoneyIn,
    /// Refunds, and the clocks that decide them. Never waits for the supplier.
    MoneyBack,
    /// Whatever asks the supplier for one line, one package or one eSIM.
    Supplier,
    /// Letters.
    Mail,
    /// What runs by the clock: syncs, looks, clean-up.
    Housekeeping,
}

impl Lane {
    /// Every lane, for workers, tests and tables.
    pub const ALL: [Self; 5] = [
        Self::MoneyIn,
        Self::MoneyBack,
        Self::Supplier,
        Self::Mail,
        Self::Housekeeping,
    ];

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MoneyIn => "money_in",
            Self::MoneyBack => "money_back",
            Self::Supplier => "supplier",
            Self::Mail => "mail",
            Self::Housekeeping => "housekeeping",
        }
    }

    /// Reads what is stored.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.as_str() == text)
    }
}

/// A thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Job {
    /// Bring this order to rest: its payment page until it is paid, then its clocks, its refunds
    /// and its mails. Never asks the supplier.
    Order(Uuid),
    /// Buy this line of a paid order.
    Line(Uuid),
    /// Hear this Stripe event.
    StripeEvent(String),
    /// Read this order's payment page now.
    ReadPage(Uuid),
    /// Send back a payment that no order here fits.
    StrayRefund(String),
    /// Compare this order's refunds with Stripe's.
    Refunds(Uuid),
    /// Hear this webhook of the supplier.
    SupplierEvent(Uuid),
    /// Send this mail.
    Mail(Uuid),
    /// End this order at the supplier: it was sold and nobody can use it.
    Terminate(String),
    /// End the package of this line, which its traveller gives back.
    Cancel(Uuid),
    /// Start the package of this line, as its traveller asked.
    Start(Uuid),
    /// Carry this statement of withdrawal out.
    Withdraw(Uuid),
    /// Read what Stripe took of this order's payment.
    Fee(Uuid),
    /// Remind travellers of plans that must be started soon.
    Remind,
    /// Read the whole catalogue anew.
    SyncCatalogue,
    /// Look for lost webhooks, overdue payment pages, pending refunds.
    Reconcile,
    /// Forget what need not be kept.
    CleanUp,
    /// Tell trouble, and that it is over.
    Watch,
    /// Send what waits for the owner's webhook.
    AlertPosts,
}

impl Job {
    /// The periodic ones, which are put off instead of ended.
    pub const PERIODIC: [Self; 5] = [
        Self::SyncCatalogue,
        Self::Reconcile,
        Self::Remind,
        Self::CleanUp,
        Self::Watch,
    ];

    /// Whose workers do it. An order that is not paid yet is looked at among [`Lane::MoneyIn`].
    pub fn lane(&self) -> Lane {
        match self {
            Self::StripeEvent(_) | Self::ReadPage(_) | Self::Fee(_) => Lane::MoneyIn,
            Self::Order(_) | Self::Refunds(_) | Self::StrayRefund(_) => Lane::MoneyBack,
            Self::Line(_)
            | Self::SupplierEvent(_)
            | Self::Terminate(_)
            | Self::Cancel(_)
            | Self::Start(_)
            | Self::Withdraw(_) => Lane::Supplier,
            Self::Mail(_) => Lane::Mail,
            Self::Remind
            | Self::SyncCatalogue
            | Self::Reconcile
            | Self::CleanUp
            | Self::Watch
            | Self::AlertPosts => Lane::Housekeeping,
        }
    }

    /// As stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Order(_) => "order",
            Self::Line(_) => "line",
            Self::StripeEvent(_) => "stripe_event",
            Self::ReadPage(_) => "read_page",
            Self::StrayRefund(_) => "stray_refund",
            Self::Refunds(_) => "refunds",
            Self::SupplierEvent(_) => "supplier_event",
            Self::Mail(_) => "mail",
            Self::Terminate(_) => "terminate",
            Self::Cancel(_) => "cancel",
            Self::Start(_) => "start",
            Self::Withdraw(_) => "withdraw",
            Self::Fee(_) => "fee",
            Self::Remind => "remind",
            Self::SyncCatalogue => "sync_catalogue",
            Self::Reconcile => "reconcile",
            Self::CleanUp => "clean_up",
            Self::Watch => "watch",
            Self::AlertPosts => "alert_posts",
        }
    }

    /// What it is about; empty where there is only one.
    pub fn subject(&self) -> String {
        match self {
            Self::Order(id)
            | Self::Line(id)
            | Self::ReadPage(id)
            | Self::Refunds(id)
            | Self::SupplierEvent(id)
            | Self::Mail(id)
            | Self::Cancel(id)
            | Self::Start(id)
            | Self::Withdraw(id)
            | Self::Fee(id) => id.to_string(),
            Self::StripeEvent(id) | Self::StrayRefund(id) | Self::Terminate(id) => id.clone(),
            Self::Remind
            | Self::SyncCatalogue
            | Self::Reconcile
            | Self::CleanUp
            | Self::Watch
            | Self::AlertPosts => String::new(),
        }
    }

    /// Reads a stored job; `None` for a kind of a newer release.
    pub fn read(kind: &str, subject: &str) -> Option<Self> {
        let id = || subject.parse().ok();
        Some(match kind {
            "order" => Self::Order(id()?),
            "line" => Self::Line(id()?),
            "read_page" => Self::ReadPage(id()?),
            "refunds" => Self::Refunds(id()?),
            "supplier_event" => Self::SupplierEvent(id()?),
            "mail" => Self::Mail(id()?),
            "cancel" => Self::Cancel(id()?),
            "start" => Self::Start(id()?),
            "withdraw" => Self::Withdraw(id()?),
            "fee" => Self::Fee(id()?),
            "remind" => Self::Remind,
            "stripe_event" => Self::StripeEvent(subject.to_owned()),
            "stray_refund" => Self::StrayRefund(subject.to_owned()),
            "terminate" => Self::Terminate(subject.to_owned()),
            "sync_catalogue" => Self::SyncCatalogue,
            "reconcile" => Self::Reconcile,
            "clean_up" => Self::CleanUp,
            "watch" => Self::Watch,
            "alert_posts" => Self::AlertPosts,
            _ => return None,
        })
    }
}

impl fmt::Display for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind(), self.subject())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_job_is_read_back() {
        let jobs = [
            Job::Order(Uuid::nil()),
            Job::Line(Uuid::nil()),
            Job::StripeEvent("evt_1".into()),
            Job::StrayRefund("pi_1".into()),
            Job::ReadPage(Uuid::nil()),
            Job::Refunds(Uuid::nil()),
            Job::SupplierEvent(Uuid::nil()),
            Job::Mail(Uuid::nil()),
            Job::Terminate("a-b".into()),
            Job::Cancel(Uuid::nil()),
            Job::Start(Uuid::nil()),
            Job::Withdraw(Uuid::nil()),
            Job::Fee(Uuid::nil()),
            Job::Remind,
            Job::SyncCatalogue,
            Job::Reconcile,
            Job::CleanUp,
            Job::Watch,
            Job::AlertPosts,
        ];
        for job in jobs {
            assert_eq!(Job::read(job.kind(), &job.subject()), Some(job));
        }
        assert_eq!(Job::read("of a newer release", ""), None);
    }

    #[test]
    fn a_stored_lane_is_read_back_and_what_runs_by_the_clock_keeps_house() {
        for lane in Lane::ALL {
            assert_eq!(Lane::read(lane.as_str()), Some(lane));
        }
        assert_eq!(Lane::read("of a newer release"), None);
        assert!(
            Job::PERIODIC
                .iter()
                .all(|job| job.lane() == Lane::Housekeeping)
        );
    }
}
