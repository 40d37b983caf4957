//! The comparison itself, a stretch of time after the other: our captures beside Stripe's payments,
//! Stripe's payments beside our orders, what was bought beside the supplier's word.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::account::{self, Refunds};
use super::report::Report;
use super::supplier;
use crate::app::App;
use crate::db::shop;
use crate::db::verify::{self, Captured, Span};
use crate::flows::stray;
use crate::stripe::{Error, Payment};
use domain::books::{self, Finding, Kind, TheirRefund};
use domain::order::PaymentState;

/// Captures that are compared in one stretch.
const AT_ONCE: i64 = 500;
/// A payment is begun before it is captured, by most travellers within this time; others are read
/// one by one.
const BEFORE: TimeDelta = TimeDelta::hours(1);
/// What Stripe has captured this lately is being booked.
const IN_FLIGHT: TimeDelta = TimeDelta::minutes(10);

/// A comparison under way.
pub struct Comparison {
    app: App,
    livemode: bool,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    position: DateTime<Utc>,
    /// None when Stripe did not give them: then nothing can be said of payments.
    refunds: Option<Refunds>,
    report: Report,
}

impl Comparison {
    /// Compares what was captured from `since` until `until`.
    pub async fn begin(app: &App, since: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self::go_on(app, (since, until), since, Report::default()).await
    }

    /// Goes on with one that was broken off.
    pub async fn go_on(
        app: &App,
        (since, until): (DateTime<Utc>, DateTime<Utc>),
        position: DateTime<Utc>,
        mut report: Report,
    ) -> Self {
        let refunds = match account::refunds(app, since, &mut report.findings).await {
            Ok(refunds) => Some(refunds),
            Err(error) => {
                report
                    .findings
                    .push(account::unanswered("Stripe's refunds", &error));
                None
            }
        };
        report.refunds = refunds.iter().flat_map(HashMap::values).map(Vec::len).sum();
        Self {
            app: app.clone(),
            livemode: app.config.stripe.livemode(),
            since,
            until,
            position,
            refunds,
            report,
        }
    }

    /// How far it has come.
    pub fn position(&self) -> DateTime<Utc> {
        self.position
    }

    /// How far it goes.
    pub fn until(&self) -> DateTime<Utc> {
        self.until
    }

    /// What it found so far.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// One stretch of time; `false` when there was none left.
    ///
    /// # Errors
    /// The database's.
    pub async fn step(&mut self) -> anyhow::Result<bool> {
        if self.position >= self.until {
            return Ok(false);
        }
        let rest = Span {
            from: self.position,
            to: self.until,
        };
        let span = Span {
            to: verify::after_captures(&self.app.db, self.livemode, rest, AT_ONCE).await?,
            ..rest
        };
        if self.position == self.since {
            self.older().await?;
        }
        for (order, why) in verify::mismatches(&self.app.db, self.livemode, span).await? {
            self.report.findings.push(Finding::mismatch(
                &order,
                why,
                format!("`orders show {order}` tells its story"),
            ));
        }
        let captured = verify::captured(&self.app.db, self.livemode, span).await?;
        self.money(&captured, span).await?;
        let orders: Vec<Uuid> = captured.iter().map(|c| c.order_id).collect();
        let (asked, found) = supplier::compare(&self.app, &orders).await?;
        self.report.purchases += asked;
        self.report.findings.extend(found);
        self.report.other_mode += verify::of_other_mode(&self.app.db, self.livemode, span).await?;
        self.position = span.to;
        Ok(true)
    }

    /// What stands by itself: payments that fit no order. Everything that was found.
    ///
    /// # Errors
    /// The database's.
    pub async fn finish(mut self) -> anyhow::Result<Report> {
        let mut told = HashSet::new();
        for stray in verify::strays(&self.app.db, self.livemode).await? {
            let left = stray.amount_minor - stray.refunded_minor;
            let (payment, sum) = (
                &stray.payment_intent_id,
                books::amount(stray.amount_minor, &stray.currency),
            );
            told.extend(stray.order_number.clone());
            if left <= 0 {
                continue;
            }
            self.report.findings.push(match &stray.order_number {
                Some(order) => Finding::mismatch(
                    order,
                    format!("a payment that does not fit it: {sum} received as {payment}"),
                    format!("`orders refund {order} --reason …` sends back what was received"),
                ),
                None => Finding::mismatch(
                    payment,
                    format!(
                        "{sum} received, and its order is not in this database{}",
                        named(stray.order_reference.as_deref())
                    ),
                    format!(
                        "was a backup restored? `orders refund --payment {payment} --reason …` \
                         sends it back"
                    ),
                ),
            });
        }
        for (order, why) in verify::misfits(&self.app.db, self.livemode).await? {
            if !told.contains(&order) {
                self.report.findings.push(Finding::mismatch(
                    &order,
                    why,
                    format!("`orders refund {order} --reason …` sends it back"),
                ));
            }
        }
        Ok(self.report)
    }

    /// Captures from before, of which something went back since.
    async fn older(&mut self) -> anyhow::Result<()> {
        let Some(refunds) = &self.refunds else {
            return Ok(());
        };
        let payments: Vec<String> = refunds.keys().cloned().collect();
        for captured in verify::of_payments(&self.app.db, &payments).await? {
            if captured.captured_at < self.since && captured.payment.livemode == self.livemode {
                let found = self.anew(&captured.payment.payment_intent_id).await?;
                self.report.findings.extend(found);
                self.report.payments += 1;
            }
        }
        Ok(())
    }

    async fn money(&mut self, captured: &[Captured], span: Span) -> anyhow::Result<()> {
        // The last stretch has no end: what is being paid this moment is seen as what it is.
        let to = Some(span.to).filter(|to| *to < self.until);
        let listed =
            match account::payments(&self.app, span.from - BEFORE, to, &mut self.report.findings)
                .await
            {
                Ok(listed) => listed,
                Err(error) => {
                    self.report
                        .findings
                        .push(account::unanswered("Stripe's payments", &error));
                    return Ok(());
                }
            };
        for ours in captured {
            let found = self.ours(ours, &listed).await?;
            self.report.findings.extend(found);
        }
        self.report.payments += captured.len();
        self.theirs(&listed, span).await
    }

    /// A capture beside its payment. What differs is read anew before it is told, as either side
    /// may have moved since it was listed.
    async fn ours(
        &self,
        ours: &Captured,
        listed: &HashMap<String, Payment>,
    ) -> anyhow::Result<Vec<Finding>> {
        let id = &ours.payment.payment_intent_id;
        let Some((payment, refunds)) = listed.get(id).zip(self.refunds_of(id, listed)) else {
            return self.anew(id).await;
        };
        let found = books::payment(&ours.payment, &account::as_compared(payment, refunds));
        if found.iter().any(|finding| finding.kind == Kind::Mismatch) {
            self.anew(id).await
        } else {
            Ok(found)
        }
    }

    /// The refunds of a listed payment: all of them, as they cannot be older than their payment.
    fn refunds_of(&self, id: &str, listed: &HashMap<String, Payment>) -> Option<Vec<TheirRefund>> {
        let refunds = self.refunds.as_ref()?;
        let complete = listed.get(id)?.created_at >= self.since;
        complete.then(|| refunds.get(id).cloned().unwrap_or_default())
    }

    /// A capture beside its payment, both as they are this moment.
    async fn anew(&self, payment_intent_id: &str) -> anyhow::Result<Vec<Finding>> {
        let payments = [payment_intent_id.to_owned()];
        let before = verify::of_payments(&self.app.db, &payments).await?;
        let Some(before) = before.first() else {
            return Ok(Vec::new());
        };
        let theirs = match self.read(payment_intent_id).await {
            Ok(theirs) => theirs,
            Err(error) => {
                return Ok(vec![account::unanswered(
                    &before.payment.order_number,
                    &error,
                )]);
            }
        };
        let found = books::payment(&before.payment, &theirs);
        if found.iter().all(|finding| finding.kind != Kind::Mismatch) {
            return Ok(found);
        }
        let now = verify::of_payments(&self.app.db, &payments).await?;
        Ok(now
            .first()
            .map(|ours| books::payment(&ours.payment, &theirs))
            .unwrap_or_default())
    }

    async fn read(&self, payment_intent_id: &str) -> Result<books::TheirPayment, Error> {
        let payment = self.app.till.payment(payment_intent_id).await?;
        Ok(account::as_compared(
            &payment,
            account::refunds_of(&self.app, payment_intent_id).await?,
        ))
    }

    /// Payments of the account that no capture of ours knows.
    async fn theirs(
        &mut self,
        listed: &HashMap<String, Payment>,
        span: Span,
    ) -> anyhow::Result<()> {
        let begun = |payment: &&Payment| {
            payment.created_at.timestamp() >= span.from.timestamp() && payment.received_minor > 0
        };
        let received: Vec<&Payment> = listed.values().filter(begun).collect();
        let ids: Vec<String> = received.iter().map(|payment| payment.id.clone()).collect();
        let known: HashSet<String> = verify::of_payments(&self.app.db, &ids)
            .await?
            .into_iter()
            .map(|c| c.payment.payment_intent_id)
            .collect();
        let strays: HashSet<String> = verify::strays(&self.app.db, self.livemode)
            .await?
            .into_iter()
            .map(|stray| stray.payment_intent_id)
            .collect();
        let mut unknown: Vec<&Payment> = received
            .into_iter()
            .filter(|p| !known.contains(&p.id) && !strays.contains(&p.id))
            .collect();
        unknown.sort_by_key(|payment| payment.created_at);
        for payment in unknown {
            let found = self.unknown(payment).await?;
            self.report.findings.extend(found);
        }
        Ok(())
    }

    async fn unknown(&self, payment: &Payment) -> anyhow::Result<Option<Finding>> {
        let mark = shop::mark(&self.app.db).await?;
        let words: Vec<&str> = payment
            .description
            .as_deref()
            .unwrap_or_default()
            .split(' ')
            .collect();
        let number = words.get(1).copied().filter(|_| words[0] == mark);
        let id = payment.order_id.as_deref().and_then(|id| id.parse().ok());
        if id.is_none() && number.is_none() {
            // Each of ours names its order. This one is of something else on the same account.
            return Ok(None);
        }
        let sum = books::amount(payment.received_minor, &payment.currency);
        let Some(order) = verify::order(&self.app.db, id, number).await? else {
            return Ok(match stray::find(&self.app, &payment.id).await {
                // Kept now, and told with all the others.
                Ok(_) => None,
                Err(error) => Some(Finding::unanswered(
                    &payment.id,
                    format!("{sum} received; whose it is cannot be read: {error}"),
                )),
            });
        };
        let number = &order.order_number;
        if self.until - payment.created_at < IN_FLIGHT
            && !matches!(order.payment, PaymentState::Paid)
        {
            return Ok(Some(Finding::in_flight(
                number,
                format!("{sum} received, and being booked ({})", payment.id),
            )));
        }
        let (what, mend) = match order.payment {
            PaymentState::Paid => (
                "paid by another payment",
                format!("send {} back in Stripe's Dashboard", payment.id),
            ),
            PaymentState::Expired | PaymentState::Failed => (
                "not paid here, and over",
                "ask `doctor` whether events come".to_owned(),
            ),
            PaymentState::AwaitingPayment | PaymentState::Processing => (
                "not paid here",
                "it is read back every five minutes; ask `doctor` whether the worker runs"
                    .to_owned(),
            ),
        };
        Ok(Some(Finding::mismatch(
            number,
            format!(
                "Stripe received {sum} as {}, and the order is {what}",
                payment.id
            ),
            mend,
        )))
    }
}

fn named(reference: Option<&str>) -> String {
    reference
        .map(|reference| format!(" (it names {reference})"))
        .unwrap_or_default()
}
