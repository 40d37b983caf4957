//! The cheapest plans that serve every stop of a trip: exact up to eight stops, greedy beyond. Sums
//! are checked; it words nothing.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{EXACT_STOPS, Miss, Need, Offer, Serves, Trip};

/// Near misses that are shown beside one choice.
const NEAR: usize = 4;

/// One eSIM of a cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which of the offers.
    pub offer: usize,
    /// The stops that it serves.
    pub serves: Serves,
}

/// Plans that together serve stops.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cover {
    /// In the order of the first stop that each serves.
    pub parts: Vec<Part>,
    /// What they cost together, in minor units.
    pub price: i64,
}

/// A plan that goes to the places and still does not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// Which of the offers.
    pub offer: usize,
    /// The stops for which it was looked at.
    pub serves: Serves,
    /// Why not; at least one reason.
    pub misses: Vec<Miss>,
}

/// Stops that no plan serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncovered(pub Serves);

/// How a trip can be served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The cheapest that serves every stop; or the stops for which there is no plan at all.
    pub cheapest: Result<Cover, Uncovered>,
    /// Whether nothing can be cheaper than `cheapest`.
    pub exact: bool,
    /// The cheapest plan that serves the whole trip alone.
    pub single: Option<Part>,
    /// Plans that go everywhere and are too short or too small.
    pub single_near: Vec<Near>,
    /// Single-country plans only, the cheapest of each country; of the countries that have one.
    pub local: Cover,
    /// The stops that no single-country plan serves.
    pub local_missing: Serves,
    /// Single-country plans that would be cheaper and are too short or too small.
    pub local_near: Vec<Near>,
}

/// What an offer is weighed by: cheaper, then longer, then by id, so that the same question always
/// has the same answer.
fn rank<'a>(offer: &Offer<'a>) -> (i64, Reverse<u32>, &'a str) {
    (offer.price, Reverse(offer.days), offer.id)
}

/// Everything there is to say about a trip. Offers that cost nothing or less are ignored.
pub fn answer(trip: &Trip, offers: &[Offer<'_>], need: Need) -> Answer {
    let world = World { trip, offers, need };
    let all = Serves::all(trip.stops().len());
    let exact = trip.stops().len() <= EXACT_STOPS;
    let every: Vec<usize> = (0..offers.len())
        .filter(|at| offers.get(*at).is_some_and(|o| o.price > 0))
        .collect();
    let single = world.best(&every, all);
    let cheapest = if exact {
        world.exact(&every, all)
    } else {
        world.greedy(&every, all)
    };
    let (local, local_missing, local_near) = world.local(&every, all);
    Answer {
        cheapest: cheapest.ok_or_else(|| Uncovered(world.unserved(&every, all))),
        exact,
        single,
        single_near: world.near(&every, all, None),
        local,
        local_missing,
        local_near,
    }
}

struct World<'a> {
    trip: &'a Trip,
    offers: &'a [Offer<'a>],
    need: Need,
}

/// A cover while it is being built, in the order in which covers are preferred.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Weighed<'a> {
    price: i64,
    esims: usize,
    days: Reverse<u64>,
    ids: Vec<&'a str>,
    parts: Vec<(usize, Serves)>,
}

impl<'a> Weighed<'a> {
    /// With one more eSIM in front; `None` when the sum cannot be counted.
    fn led_by(&self, at: usize, serves: Serves, offer: &Offer<'a>) -> Option<Self> {
        Some(Self {
            price: self.price.checked_add(offer.price)?,
            esims: self.esims.checked_add(1)?,
            days: Reverse(self.days.0.checked_add(offer.days.into())?),
            ids: std::iter::once(offer.id)
                .chain(self.ids.iter().copied())
                .collect(),
            parts: std::iter::once((at, serves))
                .chain(self.parts.iter().copied())
                .collect(),
        })
    }

    fn cover(self) -> Cover {
        Cover {
            parts: self
                .parts
                .into_iter()
                .map(|(offer, serves)| Part { offer, serves })
                .collect(),
            price: self.price,
        }
    }
}

impl<'a> World<'a> {
    fn covered(&self, offer: &Offer<'_>, within: Serves) -> Serves {
        let stops = self.trip.stops().iter().enumerate();
        stops
            .filter(|(at, s)| within.has(*at) && offer.covers(s.country))
            .fold(Serves::default(), |set, (at, _)| set.with(at))
    }

    fn serves(&self, offer: &Offer<'_>, which: Serves) -> bool {
        self.covered(offer, which) == which && offer.misses(self.trip, which, self.need).is_empty()
    }

    /// The best single offer for these stops.
    fn best(&self, among: &[usize], which: Serves) -> Option<Part> {
        let fits = among
            .iter()
            .filter_map(|at| Some((*at, self.offers.get(*at)?)))
            .filter(|(_, o)| self.serves(o, which));
        fits.min_by_key(|(_, o)| rank(o)).map(|(offer, _)| Part {
            offer,
            serves: which,
        })
    }

    /// The stops that no offer serves even alone.
    fn unserved(&self, among: &[usize], all: Serves) -> Serves {
        let alone = |at: usize| Serves::default().with(at);
        let unserved = |at: &usize| all.has(*at) && self.best(among, alone(*at)).is_none();
        (0..self.trip.stops().len())
            .filter(unserved)
            .fold(Serves::default(), Serves::with)
    }

    /// For every set of stops, by its number, the best single offer.
    fn best_of_each(&self, among: &[usize], all: Serves) -> Vec<Option<usize>> {
        let mut best: Vec<Option<usize>> = vec![None; all.index().saturating_add(1)];
        for (at, offer) in among
            .iter()
            .filter_map(|at| Some((*at, self.offers.get(*at)?)))
        {
            for part in self.covered(offer, all).parts() {
                let Some(place) = best.get_mut(part.index()) else {
                    continue;
                };
                let beaten = place
                    .and_then(|held| self.offers.get(held))
                    .is_some_and(|held| rank(held) <= rank(offer));
                if !beaten && offer.misses(self.trip, part, self.need).is_empty() {
                    *place = Some(at);
                }
            }
        }
        best
    }

    /// The cheapest cover. An offer that serves stops serves any fewer of them too, so it is enough
    /// to share the stops out: the first stop of each set goes with some of the others to one eSIM,
    /// and the rest is a smaller set, solved before. 3^n steps.
    fn exact(&self, among: &[usize], all: Serves) -> Option<Cover> {
        let best = self.best_of_each(among, all);
        let mut solved: Vec<Option<Weighed<'a>>> = vec![None; best.len()];
        if let Some(nothing) = solved.first_mut() {
            *nothing = Some(Weighed::default());
        }
        for number in 1..=all.0 {
            let set = Serves(number);
            if !set.without(all).is_empty() {
                continue;
            }
            let first = Serves(number & number.wrapping_neg());
            let shares = set.parts().filter(|part| !part.without(first).eq(part));
            let covers = shares.filter_map(|part| {
                let at = (*best.get(part.index())?)?;
                solved.get(set.without(part).index())?.as_ref()?.led_by(
                    at,
                    part,
                    self.offers.get(at)?,
                )
            });
            let cheapest = covers.min();
            if let Some(place) = solved.get_mut(set.index()) {
                *place = cheapest;
            }
        }
        solved.pop().flatten().map(Weighed::cover)
    }

    /// A good cover for a long trip: again and again the eSIM with the lowest price for each stop
    /// that is still open; and never dearer than one eSIM for all.
    fn greedy(&self, among: &[usize], all: Serves) -> Option<Cover> {
        let mut open = all;
        let mut parts: Vec<Part> = Vec::new();
        let mut price = 0_i64;
        while !open.is_empty() {
            let taken = among
                .iter()
                .flat_map(|at| self.runs(*at, open))
                .min_by(|a, b| self.dearer(a, b))?;
            price = price.checked_add(self.offers.get(taken.offer)?.price)?;
            open = open.without(taken.serves);
            parts.push(taken);
        }
        let alone = self
            .best(among, all)
            .and_then(|part| Some((part, self.offers.get(part.offer)?.price)));
        if let Some((part, price)) = alone.filter(|(_, alone)| *alone <= price) {
            return Some(Cover {
                parts: vec![part],
                price,
            });
        }
        parts.sort_by_key(|part| part.serves.0.trailing_zeros());
        Some(Cover { parts, price })
    }

    /// From each open stop on, as many of the following as the offer can take along.
    fn runs(&self, at: usize, open: Serves) -> Vec<Part> {
        let Some(offer) = self.offers.get(at) else {
            return Vec::new();
        };
        let covered = self.covered(offer, open);
        let count = self.trip.stops().len();
        let run = |from: usize| {
            let fits = |set: Serves| offer.misses(self.trip, set, self.need).is_empty();
            let longer = |set: Serves, next: usize| {
                Some(set.with(next))
                    .filter(|more| covered.has(next) && fits(*more))
                    .unwrap_or(set)
            };
            (from..count).fold(Serves::default(), longer)
        };
        (0..count)
            .map(run)
            .filter(|set| !set.is_empty())
            .map(|serves| Part { offer: at, serves })
            .collect()
    }

    /// By price for each stop, compared without dividing.
    fn dearer(&self, a: &Part, b: &Part) -> std::cmp::Ordering {
        let weight = |part: &Part, other: &Part| {
            let price = self.offers.get(part.offer).map_or(i64::MAX, |o| o.price);
            i128::from(price)
                .saturating_mul(i128::try_from(other.serves.len()).unwrap_or(i128::MAX))
        };
        let rest = |part: &Part| {
            (
                Reverse(part.serves.len()),
                self.offers.get(part.offer).map(rank),
                part.serves,
            )
        };
        weight(a, b)
            .cmp(&weight(b, a))
            .then_with(|| rest(a).cmp(&rest(b)))
    }

    /// Each country by its own plans: the cheapest cover of its stops, the stops that have none,
    /// and what nearly does.
    fn local(&self, among: &[usize], all: Serves) -> (Cover, Serves, Vec<Near>) {
        let (mut local, mut missing, mut near) = (Cover::default(), Serves::default(), Vec::new());
        let countries: BTreeSet<&str> = self.trip.stops().iter().map(|s| s.country).collect();
        for country in &countries {
            let own = |at: &&usize| {
                self.offers
                    .get(**at)
                    .is_some_and(|o| o.coverage.len() == 1 && o.covers(country))
            };
            let own: Vec<usize> = among.iter().filter(own).copied().collect();
            let here = (0..self.trip.stops().len()).filter(|at| {
                self.trip
                    .stops()
                    .get(*at)
                    .is_some_and(|s| s.country == *country)
            });
            let here = here.fold(Serves::default(), Serves::with);
            let whole = here == all;
            let cover = if here.len() <= EXACT_STOPS {
                self.exact(&own, here)
            } else {
                self.greedy(&own, here)
            };
            let summed = cover
                .as_ref()
                .and_then(|cover| local.price.checked_add(cover.price));
            match (cover, summed) {
                (Some(cover), Some(price)) => {
                    local.price = price;
                    local.parts.extend(cover.parts);
                }
                _ => missing = Serves(missing.0 | here.0),
            }
            if !whole {
                let dearest = self
                    .best(&own, here)
                    .and_then(|part| self.offers.get(part.offer))
                    .map(|o| o.price);
                near.extend(
                    self.near(&own, here, dearest)
                        .into_iter()
                        .take(if countries.len() > 2 { 1 } else { 2 }),
                );
            }
        }
        local
            .parts
            .sort_by_key(|part| part.serves.0.trailing_zeros());
        near.sort_by_key(|n| n.serves.0.trailing_zeros());
        near.truncate(NEAR);
        (local, missing, near)
    }

    /// Offers that go to all these stops and fail by something; those that lack least first, then
    /// by price. `below`: only cheaper ones.
    fn near(&self, among: &[usize], which: Serves, below: Option<i64>) -> Vec<Near> {
        let below = below.or_else(|| {
            self.best(among, which)
                .and_then(|part| self.offers.get(part.offer))
                .map(|o| o.price)
        });
        let failed = |at: &usize| {
            let offer = self
                .offers
                .get(*at)
                .filter(|o| below.is_none_or(|price| o.price < price))?;
            let near = Near {
                offer: *at,
                serves: which,
                misses: offer.misses(self.trip, which, self.need),
            };
            (self.covered(offer, which) == which && !near.misses.is_empty())
                .then_some((near, offer))
        };
        let mut found: Vec<_> = among.iter().filter_map(failed).collect();
        found.sort_by_key(|(near, offer)| {
            (
                near.misses.iter().map(|m| m.lacking()).sum::<u64>(),
                rank(offer),
            )
        });
        found.into_iter().map(|(near, _)| near).take(NEAR).collect()
    }
}
