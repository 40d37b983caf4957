//! Refunds: what may be given back, how it ends, and what the charge then shows. Pure.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    form::{Failure, Params},
    objects::{self, new_id},
    state::{Books, Moved, find, number, text},
};

const ALLOWED: &[&str] = &["payment_intent", "charge", "amount", "reason", "metadata[*"];

impl Books {
    /// `POST /v1/refunds`
    pub fn create_refund(&mut self, params: &[u8], now: DateTime<Utc>) -> Result<Value, Failure> {
        let params = Params::read(params, ALLOWED)?;
        let intent = match (params.get("payment_intent"), params.get("charge")) {
            (Some(intent), None) => intent.to_owned(),
            (None, Some(charge)) => {
                text(find(&mut self.charges, charge, "charge")?, "payment_intent")
            }
            _ => {
                return Err(Failure::invalid(
                    "parameter_missing",
                    "payment_intent",
                    "One of payment_intent or charge is required.",
                ));
            }
        };
        let reason = params.get("reason");
        if let Some(reason) = reason
            && !["duplicate", "fraudulent", "requested_by_customer"].contains(&reason)
        {
            return Err(Failure::invalid(
                "",
                "reason",
                format!("Invalid reason: {reason}"),
            ));
        }
        let reason = reason.map_or(Value::Null, |reason| json!(reason));
        self.refund(
            &intent,
            params.number("amount")?,
            &params.map("metadata"),
            &reason,
            now,
        )
    }

    /// How much of a charge can go back, when that is asked for.
    fn refundable_amount(&self, charge: &Value, amount: Option<i64>) -> Result<i64, Failure> {
        let (captured, refunded) = (number(charge, "amount"), number(charge, "amount_refunded"));
        if refunded >= captured {
            let message = format!("Charge {} has already been refunded.", text(charge, "id"));
            return Err(Failure::refused("charge_already_refunded", "", message));
        }
        if !self.refundable(&text(charge, "id")) {
            let message = format!(
                "Charge {} has been charged back; cannot issue a refund.",
                text(charge, "id")
            );
            return Err(Failure::refused("charge_disputed", "", message));
        }
        let amount = amount.unwrap_or(captured - refunded);
        if amount < 1 {
            return Err(Failure::refused(
                "parameter_invalid_integer",
                "amount",
                "Invalid positive integer",
            ));
        }
        if amount > captured - refunded {
            let message = format!(
                "Refund amount ({amount}) is greater than unrefunded amount on charge ({})",
                captured - refunded
            );
            return Err(Failure::refused("", "amount", message));
        }
        Ok(amount)
    }

    /// Gives `amount` back (`None`: all that is left).
    pub fn refund(
        &mut self,
        intent: &str,
        amount: Option<i64>,
        metadata: &Value,
        reason: &Value,
        now: DateTime<Utc>,
    ) -> Result<Value, Failure> {
        let charge = self.charge_of(intent)?.clone();
        let amount = self.refundable_amount(&charge, amount)?;
        let status = self
            .refund_outcome
            .clone()
            .unwrap_or_else(|| "succeeded".to_owned());
        let id = new_id("re_3S", 22);
        let transaction = self.book(
            ("refund", "refund"),
            &id,
            (-amount, false),
            &text(&charge, "currency"),
            now,
        );
        let mut refund = objects::refund(
            &id,
            now.timestamp(),
            &charge,
            amount,
            "pending",
            Some(&transaction),
        );
        refund["metadata"] = metadata.clone();
        refund["reason"] = reason.clone();
        if status == "succeeded" {
            refund["status"] = json!("succeeded");
        }
        self.refunds.push(refund.clone());
        self.change_charge(intent, amount, now)?;
        self.record("refund.created", &refund, now);
        if status == "failed" {
            self.fail_refund(&id, now)?;
        }
        Ok(find(&mut self.refunds, &id, "refund")?.clone())
    }

    fn change_charge(&mut self, intent: &str, amount: i64, now: DateTime<Utc>) -> Moved {
        let charge = self.charge_of(intent)?;
        let refunded = number(charge, "amount_refunded") + amount;
        charge["amount_refunded"] = json!(refunded);
        charge["refunded"] = json!(refunded >= number(charge, "amount"));
        let charge = charge.clone();
        self.record(
            if amount > 0 {
                "charge.refunded"
            } else {
                "charge.updated"
            },
            &charge,
            now,
        );
        Ok(())
    }

    /// A pending refund reaches the customer.
    pub fn settle_refund(&mut self, id: &str, now: DateTime<Utc>) -> Moved {
        let refund = find(&mut self.refunds, id, "refund")?;
        if refund["status"] != "pending" {
            return Err(Failure::refused("", "", "This refund is not pending."));
        }
        refund["status"] = json!("succeeded");
        let refund = refund.clone();
        self.record("refund.updated", &refund, now);
        Ok(())
    }

    /// A refund comes back (it may, up to 30 days later): the money is ours again, the customer is
    /// not whole.
    pub fn fail_refund(&mut self, id: &str, now: DateTime<Utc>) -> Moved {
        let refund = find(&mut self.refunds, id, "refund")?;
        if !["pending", "succeeded"].contains(&refund["status"].as_str().unwrap_or_default()) {
            return Err(Failure::refused("", "", "This refund has ended already."));
        }
        refund["status"] = json!("failed");
        refund["failure_reason"] = json!("expired_or_canceled_card");
        let (amount, intent) = (number(refund, "amount"), text(refund, "payment_intent"));
        let charge = self.charge_of(&intent)?.clone();
        let transaction = self.book(
            ("refund_failure", "refund_failure"),
            id,
            (amount, false),
            &text(&charge, "currency"),
            now,
        );
        let refund = find(&mut self.refunds, id, "refund")?;
        refund["failure_balance_transaction"] = json!(transaction);
        let refund = refund.clone();
        self.change_charge(&intent, -amount, now)?;
        self.record("refund.failed", &refund, now);
        Ok(())
    }
}
