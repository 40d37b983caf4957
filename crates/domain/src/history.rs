//! What happens to an order, by the names that its history keeps.

use crate::order::PaymentState;
use crate::stored_words;

stored_words! {
    /// An entry's name in an order's history.
    pub enum EventKind {
        /// The order was committed.
        Placed = "placed",
        /// A delayed method has the money on its way.
        Processing = "processing",
        /// The money was captured.
        Paid = "paid",
        /// The payment page closed unpaid.
        Expired = "expired",
        /// A delayed payment failed.
        Failed = "failed",
        /// The supplier was asked for a line for the first time.
        Ordering = "ordering",
        /// The traveller has it.
        Delivered = "delivered",
        /// The supplier takes more than when it was sold.
        PriceRose = "price_rose",
        /// Nothing is bought until somebody has looked.
        Held = "held",
        /// A reason to hold it ended.
        Released = "released",
        /// A person had it tried again.
        Retried = "retried",
        /// A person's note.
        Noted = "noted",
        /// A discount code was used.
        CodeUsed = "code_used",
        /// A code for first orders was used on a later one.
        CodeNotFirst = "code_not_first",
        /// The money of a line goes back.
        RefundDecided = "refund_decided",
        /// A person sent money back.
        RefundOrdered = "refund_ordered",
        /// Stripe has a refund in hand.
        RefundSent = "refund_sent",
        /// Stripe calls a refund done.
        Refunded = "refunded",
        /// A refund was refused, or came back.
        RefundFailed = "refund_failed",
        /// Stripe's list shows a refund whose answer was lost.
        RefundFound = "refund_found",
        /// What was to go back has gone back elsewhere.
        RefundedElsewhere = "refunded_elsewhere",
        /// A refund was made in Stripe's Dashboard.
        RefundedInDashboard = "refunded_in_dashboard",
        /// The same money went back twice.
        RefundedTwice = "refunded_twice",
        /// A refund that failed was made elsewhere.
        RefundMadeGood = "refund_made_good",
        /// A person is asked what is still owed.
        RestAsked = "rest_asked",
        /// The bank took the money.
        DisputeLost = "dispute_lost",
        /// The card's bank warns of fraud.
        FraudWarning = "fraud_warning",
        /// A payment that did not fit went back.
        MisfitSentBack = "misfit_sent_back",
        /// A mail left.
        Mailed = "mailed",
        /// A mail was given up.
        MailFailed = "mail_failed",
        /// What was delivered is mailed again.
        Resent = "resent",
        /// The order's address was corrected.
        EmailChanged = "email_changed",
        /// A link for somebody else was made.
        LinkMade = "link_made",
        /// A link for somebody else ended.
        LinkEnded = "link_ended",
        /// An eSIM's status changed.
        EsimStatus = "esim_status",
        /// An eSIM has another activation code.
        CodeRenewed = "code_renewed",
        /// A package is in use.
        PackageStarted = "package_started",
        /// A package is used up or out of time.
        PackageOver = "package_over",
        /// A package was ended.
        PackageEnded = "package_ended",
        /// A package has a status that nobody knows.
        PackageStatus = "package_status",
        /// A traveller asked to start a package.
        StartAsked = "start_asked",
        /// The supplier started it.
        StartedByHand = "started_by_hand",
        /// The supplier did not start it.
        NotStarted = "not_started",
        /// Somebody asked to give a package back.
        GiveBackAsked = "give_back_asked",
        /// A package was given back.
        GivenBack = "given_back",
        /// A package stays as it is.
        NotGivenBack = "not_given_back",
        /// What nobody will use was ended at the supplier.
        Terminated = "terminated",
        /// What nobody will use could not be ended.
        NotTerminated = "not_terminated",
        /// A withdrawal was stated.
        WithdrawalStated = "withdrawal_stated",
        /// A withdrawal was carried out.
        WithdrawalCarriedOut = "withdrawal_carried_out",
        /// A withdrawal was taken back.
        WithdrawalStopped = "withdrawal_stopped",
        /// A test order ended as the shop went live.
        TestEnded = "test_ended",
        /// Its buyer was forgotten.
        Forgotten = "forgotten",
    }
}

impl EventKind {
    /// The entry for a new state of the payment; none for an order that is as it was placed.
    #[must_use]
    pub const fn of_payment(state: PaymentState) -> Option<Self> {
        match state {
            PaymentState::AwaitingPayment => None,
            PaymentState::Processing => Some(Self::Processing),
            PaymentState::Paid => Some(Self::Paid),
            PaymentState::Expired => Some(Self::Expired),
            PaymentState::Failed => Some(Self::Failed),
        }
    }
}
