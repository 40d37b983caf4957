//! The plans of one destination, and why a product is on no shelf.

use std::sync::Arc;

use crate::catalogue::plan::Plan;
use domain::destination::Destination;
use domain::money::Money;
use domain::pricing::PriceError;

/// Why a product is not on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// It has no place on it.
    #[error("covers no country that is known")]
    Nowhere,
    /// Its owner wants it so.
    #[error("is hidden")]
    Hidden,
    /// It has no price.
    #[error(transparent)]
    Price(#[from] PriceError),
}

impl Why {
    /// Whether it is for a rate that waits for its owner's word: one cause, however many products.
    #[must_use]
    pub fn is_doubt(&self) -> bool {
        matches!(self, Self::Price(PriceError::RateUnconfirmed { .. }))
    }

    /// Whether it is anything but its owner's wish.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        *self != Self::Hidden
    }
}

/// The plans of one destination.
#[derive(Debug)]
pub struct Shelf {
    /// Where.
    pub destination: Destination,
    /// By allowance, then days, then price; unlimited ones last.
    pub plans: Vec<Arc<Plan>>,
}

impl Shelf {
    /// The lowest price on it.
    #[must_use]
    pub fn from(&self) -> Option<Money> {
        self.plans.iter().map(|p| p.price).min_by_key(|m| m.minor)
    }

    /// How many countries its widest plan covers.
    #[must_use]
    pub fn countries(&self) -> usize {
        self.plans
            .iter()
            .map(|p| p.countries())
            .max()
            .unwrap_or_default()
    }
}
