//! What is looked up at Stripe: sessions, payments, disputes, refunds, fees, events. Reads only.

use chrono::{DateTime, Utc};
use stripe::{RequestStrategy, StripeRequest};
use stripe_checkout::checkout_session::ExpireCheckoutSession;
use stripe_core::refund::CreateRefund;

use super::wire::{self, every, get, page, path};
use super::{
    Dispute, Error, EventPage, Fee, Page, Payment, Refund, Right, Session, StripeClient, json, read,
};

const SESSIONS: &str = "checkout/sessions";
const PAYMENTS: &str = "payment_intents";
const REFUNDS: &str = "refunds";
const DISPUTES: &str = "disputes";
const BY_PAYMENT: &str = "payment_intent";

impl StripeClient {
    /// Whether Stripe knows an event by this id.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn knows_event(&self, id: &str) -> Result<bool, Error> {
        match get(&self.0, &path("events", id)?, &[]).await {
            Ok(_) => Ok(true),
            Err(Error::Refused { status: 404, .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Asks whether the key has a right, by a question about something that there is not: nothing
    /// can come of it. None when it has; else Stripe's refusal.
    ///
    /// # Errors
    /// As [`Error`]: Stripe could not be asked, or does not know the key at all.
    pub async fn lacks(&self, right: Right) -> Result<Option<Error>, Error> {
        let read =
            async |collection: &str, id: &str| get(&self.0, &path(collection, id)?, &[]).await;
        let answer = match right {
            Right::CheckoutSessions => {
                wire::send(
                    &self.0,
                    ExpireCheckoutSession::new("cs_test_none").build(),
                    RequestStrategy::Once,
                )
                .await
            }
            Right::Refunds => {
                let nothing = CreateRefund::new().payment_intent("pi_none").amount(1);
                wire::send(&self.0, nothing.build(), RequestStrategy::Once).await
            }
            Right::PaymentIntents => read(PAYMENTS, "pi_none").await,
            Right::Events => read("events", "evt_none").await,
            Right::Charges => read("charges", "ch_none").await,
            Right::Disputes => read(DISPUTES, "dp_none").await,
            Right::Reviews => read("reviews", "prv_none").await,
            Right::BalanceTransactions => read("balance_transactions", "txn_none").await,
        };
        match answer {
            Err(error) if error.missing_right() => Ok(Some(error)),
            Ok(_)
            | Err(Error::Refused {
                status: 400 | 404, ..
            }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// How Stripe Tax stands in the account: `active`, or `pending` until it is set up.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn tax_status(&self) -> Result<String, Error> {
        json::text(&get(&self.0, "/tax/settings", &[]).await?, "status")
    }

    /// Reads a session back: the only proof of payment.
    ///
    /// # Errors
    /// As [`Error`]; `Unclear` also when a part of it that we act on cannot be read.
    pub async fn session(&self, id: &str) -> Result<Session, Error> {
        read::session(&get(&self.0, &path(SESSIONS, id)?, &[]).await?)
    }

    /// Every session that led to a payment, newest first.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn sessions_of(&self, payment_intent_id: &str) -> Result<Vec<Session>, Error> {
        every(
            &self.0,
            SESSIONS,
            &[(BY_PAYMENT, payment_intent_id)],
            read::session,
        )
        .await
    }

    /// Every page opened since that can still be paid. An entry that cannot be read is stepped
    /// over: it may be another business's.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn open_sessions(&self, since: DateTime<Utc>) -> Result<Vec<Session>, Error> {
        let since = since.timestamp().to_string();
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let page = page(
                &self.0,
                SESSIONS,
                &[("status", "open"), ("created[gte]", &since)],
                after.as_deref(),
                read::session,
            )
            .await?;
            all.extend(page.items);
            if !page.more || page.last.is_none() || page.last == after {
                return Ok(all);
            }
            after = page.last;
        }
    }

    /// Reads a payment with its charge and its review, by one read. A key that may not see one of
    /// them gets the rest, and `missing` says what.
    ///
    /// # Errors
    /// As [`Error`]; a missing right to PaymentIntents themselves is a refusal.
    pub async fn payment(&self, payment_intent_id: &str) -> Result<Payment, Error> {
        let refusal = match self.payment_without(payment_intent_id, &[]).await {
            Err(error) if error.missing_right() && error.rights() != [Right::PaymentIntents] => {
                error
            }
            answer => return answer,
        };
        // Stripe's sentence may name the right; if not, each is left out in turn.
        let named_reviews = refusal.rights() == [Right::Reviews];
        let turns = if named_reviews {
            [Right::Reviews, Right::Charges]
        } else {
            [Right::Charges, Right::Reviews]
        };
        for right in turns {
            match self.payment_without(payment_intent_id, &[right]).await {
                Err(error) if error.missing_right() => {}
                answer => return answer,
            }
        }
        self.payment_without(payment_intent_id, &turns).await
    }

    async fn payment_without(&self, id: &str, missing: &[Right]) -> Result<Payment, Error> {
        let parts = [
            (Right::Charges, "latest_charge"),
            (Right::Reviews, "review"),
        ];
        let expand: Vec<_> = parts
            .iter()
            .filter(|(right, _)| !missing.contains(right))
            .map(|(_, part)| ("expand[]", *part))
            .collect();
        read::payment_in_full(
            &get(&self.0, &path(PAYMENTS, id)?, &expand).await?,
            missing.to_vec(),
        )
    }

    /// Payments begun in a stretch of time (`to` itself is not in it), newest first, a page of up
    /// to 100, without charge and review. `after` is the `last` of the page before.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn payments(
        &self,
        from: DateTime<Utc>,
        to: Option<DateTime<Utc>>,
        after: Option<&str>,
    ) -> Result<Page<Payment>, Error> {
        let span = Span::new(from, to);
        page(&self.0, PAYMENTS, &span.filter(), after, read::payment).await
    }

    /// Every dispute of a payment.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn disputes(&self, payment_intent_id: &str) -> Result<Vec<Dispute>, Error> {
        every(
            &self.0,
            DISPUTES,
            &[(BY_PAYMENT, payment_intent_id)],
            read::dispute,
        )
        .await
    }

    /// Reads a dispute.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn dispute(&self, id: &str) -> Result<Dispute, Error> {
        read::dispute(&get(&self.0, &path(DISPUTES, id)?, &[]).await?)
    }

    /// Every refund of a payment, also those made in the Dashboard, newest first.
    ///
    /// # Errors
    /// As [`Error`]; `Unclear` also when one of them cannot be read.
    pub async fn refunds(&self, payment_intent_id: &str) -> Result<Vec<Refund>, Error> {
        every(
            &self.0,
            REFUNDS,
            &[(BY_PAYMENT, payment_intent_id)],
            read::refund,
        )
        .await
    }

    /// Refunds of the whole account made in a stretch of time (`to` itself is not in it), newest
    /// first, a page of up to 100.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn all_refunds(
        &self,
        from: DateTime<Utc>,
        to: Option<DateTime<Utc>>,
        after: Option<&str>,
    ) -> Result<Page<Refund>, Error> {
        let span = Span::new(from, to);
        page(&self.0, REFUNDS, &span.filter(), after, read::refund).await
    }

    /// Stripe's fee, by the `balance_transaction` of a charge.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn fee(&self, balance_transaction: &str) -> Result<Fee, Error> {
        read::fee(
            &get(
                &self.0,
                &path("balance_transactions", balance_transaction)?,
                &[],
            )
            .await?,
        )
    }

    /// Stripe's fee, by the charge; `None` while Stripe has not booked it.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn fee_of_charge(&self, charge_id: &str) -> Result<Option<Fee>, Error> {
        let charge = get(
            &self.0,
            &path("charges", charge_id)?,
            &[("expand[]", "balance_transaction")],
        )
        .await?;
        match (
            json::field(&charge, "balance_transaction"),
            read::charge(&charge)?.balance_transaction,
        ) {
            (booked @ json::Json::Object(_), _) => read::fee(booked).map(Some),
            (_, Some(id)) => self.fee(&id).await.map(Some),
            (_, None) => Ok(None),
        }
    }

    /// Events of these types (all with none) made in a stretch of time (`to` itself is not in it),
    /// newest first, a page of up to 100. Stripe lists 30 days.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn events(
        &self,
        from: DateTime<Utc>,
        to: Option<DateTime<Utc>>,
        after: Option<&str>,
        kinds: &[&str],
    ) -> Result<EventPage, Error> {
        let span = Span::new(from, to);
        // Numbered, as Stripe's document has them: `types[]` is not.
        let names: Vec<String> = (0..kinds.len()).map(|n| format!("types[{n}]")).collect();
        let mut filter = span.filter();
        filter.extend(names.iter().map(String::as_str).zip(kinds.iter().copied()));
        wire::page(&self.0, "events", &filter, after, read::event).await
    }
}

/// A stretch of time as Stripe's lists take it.
struct Span {
    from: String,
    to: Option<String>,
}

impl Span {
    fn new(from: DateTime<Utc>, to: Option<DateTime<Utc>>) -> Self {
        Self {
            from: from.timestamp().to_string(),
            to: to.map(|at| at.timestamp().to_string()),
        }
    }

    fn filter(&self) -> Vec<(&str, &str)> {
        let mut filter = vec![("created[gte]", self.from.as_str())];
        filter.extend(self.to.as_deref().map(|to| ("created[lt]", to)));
        filter
    }
}
