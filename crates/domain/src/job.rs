//! What there is to do, by name. A job says *what* must come to rest, never how far it is.

use std::fmt;

use uuid::Uuid;

use crate::stored_words;

stored_words! {
    /// Jobs that share workers. What hangs in one lane does not hold up another.
    pub enum Lane {
        /// Events of Stripe, captures, payment pages that are read back.
        MoneyIn = "money_in",
        /// Refunds, and the clocks that decide them. Never waits for the supplier.
        MoneyBack = "money_back",
        /// Whatever asks the supplier for one line, one package or one eSIM.
        Supplier = "supplier",
        /// Letters.
        Mail = "mail",
        /// What runs by the clock: syncs, looks, clean-up.
        Housekeeping = "housekeeping",
    }
}

stored_words! {
    /// What a job is about, as its row says.
    pub enum JobKind {
        /// What becomes of an order.
        Order = "order",
        /// Buying a line.
        Line = "line",
        /// An event of Stripe.
        StripeEvent = "stripe_event",
        /// A payment page that is read now.
        ReadPage = "read_page",
        /// A payment that no order fits.
        StrayRefund = "stray_refund",
        /// An order's refunds, compared with Stripe's.
        Refunds = "refunds",
        /// A webhook of the supplier.
        SupplierEvent = "supplier_event",
        /// A mail.
        Mail = "mail",
        /// What was sold and nobody can use.
        Terminate = "terminate",
        /// A package that is given back.
        Cancel = "cancel",
        /// A package that is started.
        Start = "start",
        /// A statement of withdrawal.
        Withdraw = "withdraw",
        /// What Stripe took.
        Fee = "fee",
        /// Plans that must be started soon.
        Remind = "remind",
        /// The catalogue.
        SyncCatalogue = "sync_catalogue",
        /// What was lost on the way.
        Reconcile = "reconcile",
        /// What need not be kept.
        CleanUp = "clean_up",
        /// What is wrong now.
        Watch = "watch",
        /// The owner's webhook.
        AlertPosts = "alert_posts",
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

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> JobKind {
        match self {
            Self::Order(_) => JobKind::Order,
            Self::Line(_) => JobKind::Line,
            Self::StripeEvent(_) => JobKind::StripeEvent,
            Self::ReadPage(_) => JobKind::ReadPage,
            Self::StrayRefund(_) => JobKind::StrayRefund,
            Self::Refunds(_) => JobKind::Refunds,
            Self::SupplierEvent(_) => JobKind::SupplierEvent,
            Self::Mail(_) => JobKind::Mail,
            Self::Terminate(_) => JobKind::Terminate,
            Self::Cancel(_) => JobKind::Cancel,
            Self::Start(_) => JobKind::Start,
            Self::Withdraw(_) => JobKind::Withdraw,
            Self::Fee(_) => JobKind::Fee,
            Self::Remind => JobKind::Remind,
            Self::SyncCatalogue => JobKind::SyncCatalogue,
            Self::Reconcile => JobKind::Reconcile,
            Self::CleanUp => JobKind::CleanUp,
            Self::Watch => JobKind::Watch,
            Self::AlertPosts => JobKind::AlertPosts,
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

    /// Reads a stored job; `None` for a kind that this version does not know, or a subject that is
    /// none of its kind's.
    #[must_use]
    pub fn read(kind: &str, subject: &str) -> Option<Self> {
        let id = || subject.parse().ok();
        Some(match JobKind::try_from(kind).ok()? {
            JobKind::Order => Self::Order(id()?),
            JobKind::Line => Self::Line(id()?),
            JobKind::StripeEvent => Self::StripeEvent(subject.to_owned()),
            JobKind::ReadPage => Self::ReadPage(id()?),
            JobKind::StrayRefund => Self::StrayRefund(subject.to_owned()),
            JobKind::Refunds => Self::Refunds(id()?),
            JobKind::SupplierEvent => Self::SupplierEvent(id()?),
            JobKind::Mail => Self::Mail(id()?),
            JobKind::Terminate => Self::Terminate(subject.to_owned()),
            JobKind::Cancel => Self::Cancel(id()?),
            JobKind::Start => Self::Start(id()?),
            JobKind::Withdraw => Self::Withdraw(id()?),
            JobKind::Fee => Self::Fee(id()?),
            JobKind::Remind => Self::Remind,
            JobKind::SyncCatalogue => Self::SyncCatalogue,
            JobKind::Reconcile => Self::Reconcile,
            JobKind::CleanUp => Self::CleanUp,
            JobKind::Watch => Self::Watch,
            JobKind::AlertPosts => Self::AlertPosts,
        })
    }
}

impl fmt::Display for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind().as_str(), self.subject())
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
            Job::ReadPage(Uuid::nil()),
            Job::StrayRefund("pi_1".into()),
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
        assert_eq!(jobs.each_ref().map(Job::kind), JobKind::ALL);
        for job in jobs {
            assert_eq!(Job::read(job.kind().as_str(), &job.subject()), Some(job));
        }
        assert_eq!(Job::read("of a newer release", ""), None);
    }

    #[test]
    fn a_stored_lane_is_read_back_and_what_runs_by_the_clock_keeps_house() {
        for lane in Lane::ALL {
            assert_eq!(Lane::try_from(lane.as_str()), Ok(lane));
        }
        assert!(Lane::try_from("of a newer release").is_err());
        assert!(
            Job::PERIODIC
                .iter()
                .all(|job| job.lane() == Lane::Housekeeping)
        );
    }
}
