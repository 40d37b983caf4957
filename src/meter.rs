//! How what takes time is counted and measured: each call to a partner and each job once, whatever
//! becomes of it. It knows what no answer means and decides nothing; what the names say is in
//! `telemetry`.

use std::time::{Duration, Instant};

use metrics::SharedString;

/// Who is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partner {
    /// The supplier.
    Supplier,
    /// Stripe.
    Stripe,
}

/// A call that is under way. It is counted when this is dropped: as given up, unless its end was
/// said before.
#[derive(Debug)]
pub struct Call {
    partner: Partner,
    what: SharedString,
    began: Instant,
    result: &'static str,
}

impl Call {
    /// Begins to measure. `what` names the endpoint, never what it is asked about.
    pub fn begin(partner: Partner, what: impl Into<SharedString>) -> Self {
        Self {
            partner,
            what: what.into(),
            began: Instant::now(),
            result: "given_up",
        }
    }

    /// It has ended so.
    pub fn end(mut self, result: &'static str) {
        self.result = result;
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        let (what, took) = (self.what.clone(), self.began.elapsed());
        match self.partner {
            Partner::Supplier => {
                metrics::counter!("supplier_calls_total", "call" => what.clone(), "result" => self.result).increment(1);
                metrics::histogram!("supplier_call_duration_seconds", "call" => what).record(took);
            }
            Partner::Stripe => {
                metrics::counter!("stripe_calls_total", "call" => what.clone(), "result" => self.result).increment(1);
                metrics::histogram!("stripe_call_duration_seconds", "call" => what).record(took);
            }
        }
    }
}

/// A job of this kind ran so long and ended so.
pub fn job(kind: &'static str, result: &'static str, took: Duration) {
    metrics::histogram!("job_duration_seconds", "kind" => kind, "result" => result).record(took);
}

/// A mail was handed to the mail server, or was not taken: `sent`, or whose fault it is.
pub fn mail(result: &'static str, took: Duration) {
    metrics::counter!("mail_attempts_total", "result" => result).increment(1);
    metrics::histogram!("mail_duration_seconds").record(took);
}
