//! What there is to do, by name. A job says *what* must come to rest, never how far it is.

use std::fmt;

use uuid::Uuid;

/// A thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Job {
    /// Bring this order to rest.
    Order(Uuid),
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
    pub const PERIODIC: [Self; 5] = [Self::SyncCatalogue, Self::Reconcile, Self::Remind, Self::CleanUp, Self::Watch];

    /// As stored.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Order(_) => "order",
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
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            Self::Order(id)
            | Self::ReadPage(id)
            | Self::Refunds(id)
            | Self::SupplierEvent(id)
            | Self::Mail(id)
            | Self::Cancel(id)
            | Self::Start(id)
            | Self::Withdraw(id)
            | Self::Fee(id) => id.to_string(),
            Self::StripeEvent(id) | Self::StrayRefund(id) | Self::Terminate(id) => id.clone(),
            Self::Remind | Self::SyncCatalogue | Self::Reconcile | Self::CleanUp | Self::Watch | Self::AlertPosts => String::new(),
        }
    }

    /// Reads a stored job; `None` for a kind of a newer release.
    #[must_use]
    pub fn read(kind: &str, subject: &str) -> Option<Self> {
        let id = || subject.parse().ok();
        Some(match kind {
            "order" => Self::Order(id()?),
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
}
