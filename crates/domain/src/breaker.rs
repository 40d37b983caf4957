//! When selling stops by itself because the supplier does not sell, and when one order or one
//! payment page may find out whether it does again.

use chrono::{DateTime, TimeDelta, Utc};

/// While it stands open, one paid order, or one payment page, in this time.
pub const PROBE_EVERY: TimeDelta = TimeDelta::minutes(1);
/// So many orders in a row are no accident.
const IN_A_ROW: usize = 5;
/// Half of so many are none, either.
const AMONG: usize = 20;
/// How many orders back one must look.
pub const LOOK_BACK: i64 = 20;

/// Why sales have stopped, as it is stored. The first is this breaker's own.
pub const SILENT: &str = "the supplier does not answer";
/// The balance at the supplier is short.
pub const BALANCE: &str = "the balance at the supplier is too low";

/// Whether selling stops: the last call of each of the last five orders came to nothing clear, or
/// of half of the last twenty. `failed` is newest first, one for each order. A known refusal is an
/// answer.
pub fn opens(failed: &[bool]) -> bool {
    let in_a_row = failed.len() >= IN_A_ROW && failed[..IN_A_ROW].iter().all(|failed| *failed);
    let half = failed.len() >= AMONG
        && failed[..AMONG].iter().filter(|failed| **failed).count() * 2 >= AMONG;
    in_a_row || half
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaker {
    /// The supplier sells.
    Closed,
    /// Nothing is sold; a paid order that waits may ask from then on.
    Open {
        /// When the next probe may be made.
        next_probe: DateTime<Utc>,
    },
    /// No paid order waits, and the supplier answers a question: a payment page may open from then
    /// on, and what is paid may be asked for.
    HalfOpen {
        /// When the next probe may be made.
        next_probe: DateTime<Utc>,
    },
}

impl Breaker {
    /// Whether anything stands in the way.
    pub fn is_closed(self) -> bool {
        self == Self::Closed
    }

    /// From when on a paid order may be asked for; `None` at any time.
    pub fn next_probe(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Closed => None,
            Self::Open { next_probe } | Self::HalfOpen { next_probe } => Some(next_probe),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_orders_in_a_row_stop_selling_and_four_do_not() {
        assert!(!opens(&[]));
        assert!(!opens(&[true; 4]));
        assert!(opens(&[true; 5]));
        assert!(opens(&[true, true, true, true, true, false, false]));
        assert!(!opens(&[true, true, true, true, false, true, true, true]));
    }

    #[test]
    fn half_of_twenty_stop_selling_and_nine_do_not() {
        let among = |failing: usize| -> Vec<bool> {
            (0..20)
                .map(|order| order % 2 == 1 && order / 2 < failing)
                .collect()
        };
        assert!(opens(&among(10)));
        assert!(!opens(&among(9)));
        assert!(!opens(&among(10)[..19]), "too few to tell");
    }
}
