//! The dotted world: which dots of the grid belong to a country, and which part of the world to
//! show. The world itself is `static/world.svg`.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::destination::Destination;

static DOTS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("map_dots.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(code, dots)| (code, dots.split(' ').collect()))
        .collect()
});

/// The grid's columns and rows.
const WIDTH: u32 = 144;
const HEIGHT: u32 = 57;
/// A map shows at least so many columns, that a place be seen among its neighbours.
const LEAST: u32 = 60;
/// Columns left free beside what is lit.
const MARGIN: u32 = 8;

/// What is lit on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lit {
    /// The `d` of an SVG path with a dot per grid cell.
    pub path: String,
    /// A ring around a place too small to be seen otherwise.
    pub ring: Option<(String, String)>,
    /// Every dot of the world.
    pub world: bool,
    dots: Vec<&'static str>,
    /// The part that is shown, as an SVG `viewBox` in columns and rows.
    pub view: String,
}

impl Default for Lit {
    fn default() -> Self {
        Self {
            path: String::new(),
            ring: None,
            world: false,
            dots: Vec::new(),
            view: format!("0 0 {WIDTH} {HEIGHT}"),
        }
    }
}

/// A part of the grid around these dots, in the world's own proportions, that does not leave it.
fn around(dots: &[&str]) -> Option<String> {
    let places: Vec<(u32, u32)> = dots
        .iter()
        .filter_map(|dot| dot.split_once(','))
        .filter_map(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)))
        .collect();
    let (left, right) = (
        places.iter().map(|p| p.0).min()?,
        places.iter().map(|p| p.0).max()?,
    );
    let (top, bottom) = (
        places.iter().map(|p| p.1).min()?,
        places.iter().map(|p| p.1).max()?,
    );
    let for_height = (bottom - top + 1 + MARGIN) * WIDTH / HEIGHT;
    let width = (right - left + 1 + 2 * MARGIN)
        .max(for_height)
        .clamp(LEAST, WIDTH);
    let height = width * HEIGHT / WIDTH;
    let from = |low: u32, high: u32, size: u32, most: u32| {
        (low + high)
            .div_ceil(2)
            .saturating_sub(size / 2)
            .min(most - size)
    };
    Some(format!(
        "{} {} {width} {height}",
        from(left, right, width, WIDTH),
        from(top, bottom, height, HEIGHT)
    ))
}

impl Lit {
    /// The whole world.
    #[must_use]
    pub fn world() -> Self {
        Self {
            world: true,
            ..Self::default()
        }
    }

    /// Countries by code.
    #[must_use]
    pub fn countries<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let dots: Vec<&'static str> = codes
            .into_iter()
            .filter_map(|code| DOTS.get(code))
            .flatten()
            .copied()
            .collect();
        let centre = |dot: &str| {
            dot.split_once(',')
                .map(|(x, y)| (format!("{x}.5"), format!("{y}.5")))
        };
        let ring = if dots.len() <= 6 {
            dots.get(dots.len() / 2).and_then(|dot| centre(dot))
        } else {
            None
        };
        let path = dots
            .iter()
            .filter_map(|dot| centre(dot))
            .map(|(x, y)| format!("M{x} {y}h0"))
            .collect();
        Self {
            path,
            ring,
            dots,
            ..Self::default()
        }
    }

    /// Without a ring.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { ring: None, ..self }
    }

    /// Only the part of the world around what is lit.
    #[must_use]
    pub fn closer(mut self) -> Self {
        if let Some(view) = around(&self.dots) {
            self.view = view;
            // From near, all but a dot or two are seen.
            self.ring = self.ring.filter(|_| self.dots.len() <= 2);
        }
        self
    }

    /// A destination, with what its plans cover.
    #[must_use]
    pub fn destination<'a>(
        destination: Destination,
        covered: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match destination {
            Destination::Country(country) => Self::countries([country.code]).closer(),
            Destination::Region(_) => Self::countries(covered).closer(),
            Destination::Global => Self::world(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::destination::countries;

    #[test]
    fn every_country_but_the_smallest_islands_is_on_the_map() {
        let missing: Vec<_> = countries()
            .iter()
            .filter(|c| !DOTS.contains_key(c.code))
            .map(|c| c.code)
            .collect();
        assert!(missing.len() <= 3, "{missing:?}");
    }

    #[test]
    fn a_map_shows_a_place_among_its_neighbours_and_never_leaves_the_world() {
        let view =
            |destination: Destination| Lit::destination(destination, ["FR", "ES", "PT"]).view;
        let numbers = |view: &str| {
            view.split(' ')
                .map(|n| n.parse::<u32>().unwrap())
                .collect::<Vec<_>>()
        };
        for destination in Destination::all() {
            let [x, y, width, height] = numbers(&view(destination))[..] else {
                panic!()
            };
            assert!(
                (LEAST..=WIDTH).contains(&width) && x + width <= WIDTH && y + height <= HEIGHT,
                "{}: {x} {y} {width} {height}",
                destination.slug()
            );
            assert_eq!(height, width * HEIGHT / WIDTH);
        }
        let japan = Destination::by_slug("japan").unwrap();
        let [x, y, width, height] = numbers(&view(japan))[..] else {
            panic!()
        };
        let inside = |dot: &&&str| {
            let (column, row) = dot.split_once(',').unwrap();
            (x..x + width).contains(&column.parse().unwrap())
                && (y..y + height).contains(&row.parse().unwrap())
        };
        assert!(DOTS["JP"].iter().all(|dot| inside(&dot)) && width < WIDTH / 2);
        assert_eq!(view(Destination::Global), format!("0 0 {WIDTH} {HEIGHT}"));
    }

    #[test]
    fn a_small_place_has_a_ring_and_a_large_one_does_not() {
        assert!(Lit::countries(["MT"]).ring.is_some());
        let canada = Lit::countries(["CA"]);
        assert!(canada.ring.is_none() && canada.path.starts_with('M'));
        assert_eq!(Lit::countries(["??"]), Lit::default());
    }
}
