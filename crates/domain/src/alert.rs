//! Trouble that somebody must hear of: its kinds, and how grave each is.

use uuid::Uuid;

/// A kind of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlertKind {
    /// A paid order is not at rest in time.
    StuckOrder,
    /// Money that goes back did not arrive.
    RefundFailed,
    /// A payment does not fit its order.
    Misfit,
    /// A captured payment whose order is not here.
    UnknownPayment,
    /// The supplier does not sell to us.
    SupplierFailing,
    /// The balance at the supplier runs short.
    LowBalance,
    /// Nothing is sold now.
    SalesStopped,
    /// The catalogue is old.
    CatalogueStale,
    /// More than half of the catalogue is gone.
    CatalogueShrunk,
    /// A supplier's price fell by more than half.
    PriceFell,
    /// Mails do not leave.
    MailFailing,
    WebhookRefused,
    /// Webhooks do not come.
    WebhookMissing,
    /// What happened during a silence is still being read.
    Recovering,
    ClockOff,
    /// The books do not agree.
    BooksMismatch,
    /// A payment is disputed.
    Dispute,
    /// More checkouts than a shop of this size has.
    CheckoutFlood,
    /// Real eSIMs are bought with pretend money.
    TestMode,
    /// An eSIM that nobody will use could not be ended.
    OrphanEsim,
    /// A plan cost more than it was sold for.
    PriceRose,
    /// The same money went back twice.
    RefundDoubled,
    /// The Stripe key lacks a right.
    KeyRights,
    /// A withdrawal that a person must see to.
    Withdrawal,
    /// `[pricing]` of shop.toml was changed, and published rules rule.
    PricesDiffer,
    /// Somebody who had opened a desk's link, or sat at the desk, typed five wrong codes.
    DeskGuessed,
}

/// How grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Look today.
    Warning,
    /// Look now: money or a trip hangs on it.
    Critical,
}

impl Severity {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

impl AlertKind {
    /// Every kind.
    pub const ALL: [Self; 26] = [
        Self::StuckOrder,
        Self::RefundFailed,
        Self::Misfit,
        Self::UnknownPayment,
        Self::SupplierFailing,
        Self::LowBalance,
        Self::SalesStopped,
        Self::CatalogueStale,
        Self::CatalogueShrunk,
        Self::PriceFell,
        Self::MailFailing,
        Self::WebhookRefused,
        Self::WebhookMissing,
        Self::Recovering,
        Self::ClockOff,
        Self::BooksMismatch,
        Self::Dispute,
        Self::CheckoutFlood,
        Self::TestMode,
        Self::OrphanEsim,
        Self::PriceRose,
        Self::RefundDoubled,
        Self::KeyRights,
        Self::Withdrawal,
        Self::PricesDiffer,
        Self::DeskGuessed,
    ];

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StuckOrder => "stuck_order",
            Self::RefundFailed => "refund_failed",
            Self::Misfit => "misfit",
            Self::UnknownPayment => "unknown_payment",
            Self::SupplierFailing => "supplier_failing",
            Self::LowBalance => "low_balance",
            Self::SalesStopped => "sales_stopped",
            Self::CatalogueStale => "catalogue_stale",
            Self::CatalogueShrunk => "catalogue_shrunk",
            Self::PriceFell => "price_fell",
            Self::MailFailing => "mail_failing",
            Self::WebhookRefused => "webhook_refused",
            Self::WebhookMissing => "webhook_missing",
            Self::Recovering => "recovering",
            Self::ClockOff => "clock_off",
            Self::BooksMismatch => "books_mismatch",
            Self::Dispute => "dispute",
            Self::CheckoutFlood => "checkout_flood",
            Self::TestMode => "test_mode",
            Self::OrphanEsim => "orphan_esim",
            Self::PriceRose => "price_rose",
            Self::RefundDoubled => "refund_doubled",
            Self::KeyRights => "key_rights",
            Self::Withdrawal => "withdrawal",
            Self::PricesDiffer => "prices_differ",
            Self::DeskGuessed => "desk_guessed",
        }
    }

    /// How grave trouble of this kind is.
    pub fn severity(self) -> Severity {
        match self {
            Self::StuckOrder
            | Self::RefundFailed
            | Self::Misfit
            | Self::UnknownPayment
            | Self::SupplierFailing
            | Self::SalesStopped
            | Self::MailFailing
            | Self::WebhookRefused
            | Self::Recovering
            | Self::BooksMismatch
            | Self::Dispute
            | Self::TestMode
            | Self::DeskGuessed
            | Self::RefundDoubled => Severity::Critical,
            Self::LowBalance
            | Self::CatalogueStale
            | Self::CatalogueShrunk
            | Self::PriceFell
            | Self::WebhookMissing
            | Self::ClockOff
            | Self::CheckoutFlood
            | Self::OrphanEsim
            | Self::PriceRose
            | Self::KeyRights
            | Self::PricesDiffer
            | Self::Withdrawal => Severity::Warning,
        }
    }
}

/// Trouble, told with its mend. No address, name or code in it.
#[derive(Debug, Clone, Copy)]
pub struct Alert<'a> {
    /// What sort.
    pub kind: AlertKind,
    /// Which one of its sort: a plan, a payment, an order. Empty where there is only one.
    pub subject: &'a str,
    /// What is wrong.
    pub what: &'a str,
    /// What to do.
    pub mend: &'a str,
    /// The order it is about.
    pub order_id: Option<Uuid>,
}
