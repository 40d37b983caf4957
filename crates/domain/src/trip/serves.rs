//! A set of stops of one trip.

use super::Stop;

/// A set of stops, by their place in the trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Serves(pub(super) u16);

impl Serves {
    /// The first `n` stops; at most 16.
    pub fn all(n: usize) -> Self {
        (0..n).fold(Self::default(), Self::with)
    }

    /// With the stop at this place.
    #[must_use]
    pub fn with(self, at: usize) -> Self {
        Self(
            self.0
                | u32::try_from(at)
                    .ok()
                    .and_then(|at| 1_u16.checked_shl(at))
                    .unwrap_or_default(),
        )
    }

    /// Whether the stop at this place is among them.
    pub fn has(self, at: usize) -> bool {
        Self::default().with(at).0 & self.0 != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many.
    pub fn len(self) -> usize {
        usize::try_from(self.0.count_ones()).unwrap_or_default()
    }

    /// These stops of the trip.
    pub fn of(self, stops: &[Stop]) -> impl Iterator<Item = &Stop> {
        stops
            .iter()
            .enumerate()
            .filter(move |(at, _)| self.has(*at))
            .map(|(_, stop)| stop)
    }

    /// Without those.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Every set of these stops that is not empty, the largest first.
    pub(super) fn parts(self) -> impl Iterator<Item = Self> {
        let next = move |part: &u16| {
            part.checked_sub(1)
                .map(|less| less & self.0)
                .filter(|part| *part > 0)
        };
        std::iter::successors(Some(self.0).filter(|all| *all > 0), next).map(Self)
    }
}
