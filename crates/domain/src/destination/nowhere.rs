//! Places that are no country: at sea, in the air, parts of countries that have networks of their
//! own or none. Data and look-up; no words for people.

use std::sync::LazyLock;

use super::{Country, country, fold, lines};

/// What is true of a place that is no country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Ships carry a network of their own.
    Sea,
    /// Planes carry one, if any.
    Air,
    /// A part of this country with networks of its own.
    Divided(&'static Country),
    /// The networks of this country serve it.
    Served(&'static Country),
    /// No plan is known to work there.
    None,
}

/// A place that is no country.
#[derive(Debug, PartialEq, Eq)]
pub struct Nowhere {
    /// What is true of it.
    pub truth: Truth,
    /// Its names, the English one first; none that is shown for the sea and the air.
    names: Vec<&'static str>,
    folded: Vec<String>,
}

static PLACES: LazyLock<Vec<Nowhere>> = LazyLock::new(|| {
    lines(include_str!("nowhere.txt"))
        .filter_map(read)
        .collect()
});

fn read(line: &'static str) -> Option<Nowhere> {
    let (head, names) = line.split_once(" = ")?;
    let mut head = head.split(" | ");
    let (kind, code) = (head.next()?, head.next()?);
    let truth = match (kind, country(code)) {
        ("sea", None) => Truth::Sea,
        ("air", None) => Truth::Air,
        ("divided", Some(country)) => Truth::Divided(country),
        ("served", Some(country)) => Truth::Served(country),
        ("none", None) => Truth::None,
        _ => return None,
    };
    let names: Vec<&str> = names.split(", ").collect();
    Some(Nowhere {
        truth,
        folded: names.iter().map(|name| fold(name)).collect(),
        names,
    })
}

/// The place that a text names, and by which of its names.
pub fn named_in(text: &str) -> Option<(&'static Nowhere, &'static str)> {
    let folded = fold(text);
    PLACES.iter().find_map(|place| {
        let at = place.folded.iter().position(|name| says(&folded, name))?;
        Some((place, *place.names.get(at)?))
    })
}

/// Whether a folded text holds a folded name as whole words; Chinese and Japanese put nothing
/// between words.
pub fn says(folded: &str, name: &str) -> bool {
    let unspaced = name.chars().any(|c| c >= '\u{3040}');
    !name.is_empty()
        && if unspaced {
            folded.contains(name)
        } else {
            format!(" {folded} ").contains(&format!(" {name} "))
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_are_no_country_are_known() {
        let kind = |text: &str| named_in(text).map(|(place, _)| place.truth);
        assert_eq!(kind("7 day mediterranean cruise"), Some(Truth::Sea));
        assert_eq!(kind("地中海クルーズ"), Some(Truth::Sea));
        assert_eq!(kind("Nordzypern"), country("CY").map(Truth::Divided));
        assert_eq!(kind("Tíbet 10 días"), country("CN").map(Truth::Served));
        assert_eq!(kind("القرم"), Some(Truth::None));
        assert_eq!(
            named_in("trip to the CRIMEA").map(|(_, name)| name),
            Some("Crimea")
        );
        assert_eq!(
            (kind("krimml"), kind("japan"), kind("")),
            (None, None, None)
        );
        assert_eq!(
            PLACES.len(),
            lines(include_str!("nowhere.txt")).count(),
            "a line cannot be read"
        );
    }
}
