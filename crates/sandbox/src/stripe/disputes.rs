//! What banks, card networks and Radar hold against a payment: disputes, inquiries, reviews,
//! warnings of fraud. Pure.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    form::Failure,
    objects::{self, new_id},
    state::{Books, Moved, find, number, text},
};

/// Why a review may close (docs.stripe.com/api/radar/reviews/object).
const CLOSED: [&str; 8] = [
    "acknowledged",
    "approved",
    "canceled",
    "disputed",
    "payment_never_settled",
    "redacted",
    "refunded",
    "refunded_as_fraud",
];

fn undecided(dispute: &Value) -> bool {
    let status = dispute["status"].as_str().unwrap_or_default();
    [
        "needs_response",
        "under_review",
        "warning_needs_response",
        "warning_under_review",
    ]
    .contains(&status)
}

fn impossible(why: impl Into<String>) -> Failure {
    Failure::refused("", "", why)
}

impl Books {
    /// The card's owner disputes the payment: the money and a fee are taken at once. An inquiry
    /// only asks.
    pub fn dispute(&mut self, intent: &str, inquiry: bool, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?;
        charge["disputed"] = json!(true);
        let charge = charge.clone();
        if self
            .disputes
            .iter()
            .any(|d| d["charge"] == charge["id"] && undecided(d))
        {
            return Err(impossible("This charge has a dispute already."));
        }
        let dispute = objects::dispute(&new_id("du_1S", 22), now.timestamp(), &charge, inquiry);
        self.disputes.push(dispute.clone());
        self.record("charge.dispute.created", &dispute, now);
        if !inquiry {
            let id = text(&dispute, "id");
            self.move_disputed(&id, -number(&dispute, "amount"), "dispute", now)?;
            let dispute = find(&mut self.disputes, &id, "dispute")?.clone();
            self.record("charge.dispute.funds_withdrawn", &dispute, now);
        }
        Ok(())
    }

    fn move_disputed(
        &mut self,
        id: &str,
        amount: i64,
        category: &str,
        now: DateTime<Utc>,
    ) -> Moved {
        let dispute = find(&mut self.disputes, id, "dispute")?.clone();
        let booked = self.book(
            ("adjustment", category),
            id,
            (amount, amount < 0),
            &text(&dispute, "currency"),
            now,
        );
        let booked = find(&mut self.transactions, &booked, "balance transaction")?.clone();
        if let Some(all) =
            find(&mut self.disputes, id, "dispute")?["balance_transactions"].as_array_mut()
        {
            all.push(booked);
        }
        Ok(())
    }

    fn open_dispute(&mut self, intent: &str) -> Result<&mut Value, Failure> {
        let charge = text(self.charge_of(intent)?, "id");
        let open = |d: &&mut Value| d["charge"] == charge && undecided(d);
        self.disputes
            .iter_mut()
            .rev()
            .find(open)
            .ok_or_else(|| impossible("This charge has no open dispute."))
    }

    /// The account's owner answers: the bank looks at it.
    pub fn answer_dispute(&mut self, intent: &str, now: DateTime<Utc>) -> Moved {
        let dispute = self.open_dispute(intent)?;
        let inquiry = text(dispute, "status").starts_with("warning_");
        dispute["status"] = json!(if inquiry {
            "warning_under_review"
        } else {
            "under_review"
        });
        dispute["evidence_details"]["has_evidence"] = json!(true);
        dispute["evidence_details"]["submission_count"] = json!(1);
        let dispute = dispute.clone();
        self.record("charge.dispute.updated", &dispute, now);
        Ok(())
    }

    /// The bank decides. The charge stays `disputed` for ever.
    pub fn close_dispute(&mut self, intent: &str, status: &str, now: DateTime<Utc>) -> Moved {
        let dispute = self.open_dispute(intent)?;
        let inquiry = text(dispute, "status").starts_with("warning_");
        let fits = match status {
            "won" | "lost" => !inquiry,
            "warning_closed" => inquiry,
            _ => false,
        };
        if !fits {
            return Err(impossible(format!(
                "A dispute that is {} cannot become {status}.",
                dispute["status"]
            )));
        }
        dispute["status"] = json!(status);
        dispute["is_charge_refundable"] = json!(status != "lost");
        let (id, amount) = (text(dispute, "id"), number(dispute, "amount"));
        if status == "won" {
            self.move_disputed(&id, amount, "dispute_reversal", now)?;
            let dispute = find(&mut self.disputes, &id, "dispute")?.clone();
            self.record("charge.dispute.funds_reinstated", &dispute, now);
        }
        let dispute = find(&mut self.disputes, &id, "dispute")?.clone();
        self.record("charge.dispute.closed", &dispute, now);
        Ok(())
    }

    /// Whether a charge may be refunded: not while the bank holds its money, and not after the bank
    /// gave it back to the buyer.
    pub fn refundable(&self, charge: &str) -> bool {
        self.disputes
            .iter()
            .filter(|d| d["charge"] == charge)
            .all(|d| d["is_charge_refundable"] == true)
    }

    /// The card network warns of fraud.
    pub fn warn_of_fraud(&mut self, intent: &str, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?.clone();
        let warning =
            objects::early_fraud_warning(&new_id("issfr_1S", 22), now.timestamp(), &charge);
        self.record("radar.early_fraud_warning.created", &warning, now);
        Ok(())
    }

    /// A review of the payment opens (`None`) or closes with a reason. Intent and charge go on
    /// naming it.
    pub fn review(&mut self, intent: &str, closed: Option<&str>, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?.clone();
        let open = self
            .reviews
            .iter_mut()
            .find(|r| r["payment_intent"] == intent && r["open"] == true);
        let (review, kind) = match (open, closed) {
            (Some(_), None) => return Err(impossible("This payment is under review already.")),
            (None, Some(_)) => return Err(impossible("This payment is not under review.")),
            (Some(_), Some(reason)) if !CLOSED.contains(&reason) => {
                return Err(impossible(format!("A review does not close as {reason}.")));
            }
            (Some(review), Some(reason)) => {
                review["open"] = json!(false);
                review["reason"] = json!(reason);
                review["closed_reason"] = json!(reason);
                (review.clone(), "review.closed")
            }
            (None, None) => {
                let review = objects::review(&new_id("prv_1S", 22), now.timestamp(), &charge);
                self.reviews.push(review.clone());
                self.charge_of(intent)?["review"] = review["id"].clone();
                find(&mut self.intents, intent, "payment_intent")?["review"] = review["id"].clone();
                (review, "review.opened")
            }
        };
        self.record(kind, &review, now);
        Ok(())
    }
}
