//! What a restricted key may not do: Stripe's answer to a request, or an expansion, that needs a
//! right which the key lacks.

use std::{collections::BTreeSet, sync::Mutex};

use serde_json::json;

use super::form::{Failure, Params};
use crate::http::lock;

/// The rights that the key lacks, as `charge_read`.
#[derive(Default)]
pub struct Lacking(Mutex<BTreeSet<String>>);

impl Lacking {
    /// Takes a right away: `charge_read`, `rak_charge_read`.
    pub fn forbid(&self, right: &str) {
        lock(&self.0).insert(right.strip_prefix("rak_").unwrap_or(right).to_owned());
    }

    /// Gives all rights back.
    pub fn clear(&self) {
        lock(&self.0).clear();
    }

    /// Whether a request that needs `right` may go on.
    pub fn check(&self, right: &str) -> Result<(), Failure> {
        if !lock(&self.0).contains(right) {
            return Ok(());
        }
        // As Stripe words it: no code, only the type. Key and account are in it.
        let message = format!(
            "The provided key 'rk_test_*********************4567' does not have the required \
             permissions for this endpoint on account \
             'acct_1Sandbox0000001'. Having the 'rak_{right}' permission would allow this request \
             to continue."
        );
        let body = json!({ "error": { "type": "invalid_request_error", "message": message } });
        Err(Failure {
            status: 403,
            body,
            worked: false,
        })
    }

    /// Whether everything that is to be expanded may be read.
    pub fn check_expansions(&self, params: &Params) -> Result<(), Failure> {
        for field in params
            .list("expand")
            .into_iter()
            .flat_map(|path| path.split('.'))
        {
            let right = match field {
                "latest_charge" | "charge" => "charge_read",
                "review" => "review_read",
                "payment_intent" => "payment_intent_read",
                "balance_transaction" | "failure_balance_transaction" => {
                    "balance_transaction_source_read"
                }
                _ => continue,
            };
            self.check(right)?;
        }
        Ok(())
    }
}
