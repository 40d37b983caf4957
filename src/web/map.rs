//! The dotted world: which dots of the grid belong to a country. The world itself is `static/world.svg`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::destination::Destination;

static DOTS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("map_dots.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(code, dots)| (code, dots.split(' ').collect())).collect()
});

/// What is lit on the map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lit {
    /// The `d` of an SVG path with a dot per grid cell.
    pub path: String,
    /// A ring around a place too small to be seen otherwise.
    pub ring: Option<(String, String)>,
    /// Every dot of the world.
    pub world: bool,
}

impl Lit {
    /// The whole world.
    #[must_use]
    pub fn world() -> Self {
        Self { world: true, ..Self::default() }
    }

    /// Countries by code.
    #[must_use]
    pub fn countries<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let dots: Vec<&str> = codes.into_iter().filter_map(|code| DOTS.get(code)).flatten().copied().collect();
        let centre = |dot: &str| dot.split_once(',').map(|(x, y)| (format!("{x}.5"), format!("{y}.5")));
        let ring = if dots.len() <= 6 { dots.get(dots.len() / 2).and_then(|dot| centre(dot)) } else { None };
        let path = dots.iter().filter_map(|dot| centre(dot)).map(|(x, y)| format!("M{x} {y}h0")).collect();
        Self { path, ring, world: false }
    }

    /// A destination, with what its plans cover.
    #[must_use]
    pub fn destination<'a>(destination: Destination, covered: impl IntoIterator<Item = &'a str>) -> Self {
        match destination {
            Destination::Country(country) => Self::countries([country.code]),
            Destination::Region(_) => Self::countries(covered),
            Destination::Global => Self::world(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::destination::countries;

    #[test]
    fn every_country_but_the_smallest_islands_is_on_the_map() {
        let missing: Vec<_> = countries().iter().filter(|c| !DOTS.contains_key(c.code)).map(|c| c.code).collect();
        assert!(missing.len() <= 3, "{missing:?}");
    }

    #[test]
    fn a_small_place_has_a_ring_and_a_large_one_does_not() {
        assert!(Lit::countries(["MT"]).ring.is_some());
        let canada = Lit::countries(["CA"]);
        assert!(canada.ring.is_none() && canada.path.starts_with('M'));
        assert_eq!(Lit::countries(["??"]), Lit::default());
    }
}
