//! Packages in a list that names none of them: which is which, by what it is of and when it was
//! made. It only answers.

use chrono::{DateTime, TimeDelta, Utc};

/// A package by all that may tell it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// The supplier's order; none where the list leaves it out.
    pub id: Option<String>,
    /// What it is of.
    pub product_id: Option<String>,
    /// When it was made.
    pub made_at: Option<DateTime<Utc>>,
}

/// Two tellings of one moment.
const SAME_TIME: TimeDelta = TimeDelta::minutes(2);

/// For each entry of a list the place of the known package that it is, each once. An entry that may
/// be one of several is none of them.
pub fn recognise(listed: &[Marks], known: &[Marks]) -> Vec<Option<usize>> {
    let by_id = |entry: &Marks| {
        entry
            .id
            .as_ref()
            .and_then(|id| known.iter().position(|k| k.id.as_ref() == Some(id)))
    };
    let mut found: Vec<Option<usize>> = listed.iter().map(by_id).collect();
    let mut free: Vec<usize> = (0..known.len())
        .filter(|at| !found.contains(&Some(*at)))
        .collect();
    let nameless = |at: &usize| listed.get(*at).is_some_and(|entry| entry.id.is_none());
    for at in (0..listed.len()).filter(nameless) {
        let alike = |place: &&usize| is_product(&listed[at], &known[**place]);
        // A product that no known package is of is told by its old id: then the time alone says
        // which it is.
        let named: Vec<usize> = free.iter().filter(alike).copied().collect();
        let of_product = !named.is_empty();
        let candidates = if of_product { named } else { free.clone() };
        let apart = |place: &usize| {
            listed[at]
                .made_at
                .zip(known[*place].made_at)
                .map(|(one, other)| (one - other).abs())
        };
        let closest = candidates
            .iter()
            .filter_map(|place| apart(place).map(|apart| (apart, *place)))
            .min()
            .filter(|(apart, _)| *apart <= SAME_TIME);
        let twins = listed
            .iter()
            .filter(|entry| entry.id.is_none() && entry.product_id == listed[at].product_id)
            .count();
        let only = (of_product && twins == 1 && candidates.len() == 1).then(|| candidates[0]);
        let chosen = closest.map(|(_, place)| place).or(only);
        free.retain(|place| Some(*place) != chosen);
        found[at] = chosen;
    }
    found
}

fn is_product(entry: &Marks, known: &Marks) -> bool {
    entry.product_id.is_some() && entry.product_id == known.product_id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(id: &str, product: &str, minute: i64) -> Marks {
        let made_at = (minute >= 0)
            .then(|| DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).unwrap());
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Marks {
            id: some(id),
            product_id: some(product),
            made_at,
        }
    }

    #[test]
    fn an_entry_is_known_by_its_id_or_by_product_and_time() {
        let known = [
            marks("a", "10G", 0),
            marks("b", "1G", 60),
            marks("c", "1G", 500),
        ];
        let at = |listed: &[Marks]| recognise(listed, &known);
        assert_eq!(
            at(&[marks("c", "", -1), marks("a", "x", 9)]),
            [Some(2), Some(0)]
        );
        assert_eq!(
            at(&[
                marks("", "1G", 499),
                marks("", "1G", 61),
                marks("", "10G", 1)
            ]),
            [Some(2), Some(1), Some(0)]
        );
        assert_eq!(
            at(&[marks("", "10G", -1)]),
            [Some(0)],
            "the only one of its product"
        );
        assert_eq!(
            at(&[marks("", "10G", 300)]),
            [Some(0)],
            "times may be told oddly"
        );
        assert_eq!(
            at(&[marks("", "old-id", 500)]),
            [Some(2)],
            "an old id, but the very minute"
        );
    }

    #[test]
    fn what_may_be_one_of_several_is_none() {
        let known = [marks("a", "1G", 0), marks("b", "1G", 60)];
        let at = |listed: &[Marks]| recognise(listed, &known);
        assert_eq!(
            at(&[marks("", "1G", 30), marks("", "", -1), marks("z", "1G", 0)]),
            [None, None, None]
        );
        assert_eq!(
            at(&[marks("", "1G", 0), marks("", "1G", 0)]),
            [Some(0), None],
            "each is one entry's at most"
        );
        assert_eq!(
            at(&[marks("a", "1G", 0), marks("", "1G", 0)]),
            [Some(0), Some(1)],
            "what is left over"
        );
        assert_eq!(recognise(&[marks("", "1G", 0)], &[]), [None]);
    }
}
