//! Where a plan works: countries, regions and the world, and which of them a coverage list means.
//! Names come from CLDR; no search.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

pub mod groups;
mod names;
pub mod nowhere;
mod signs;
mod spelling;
mod spoken;

pub use names::LANGUAGES;
pub use signs::{abroad, called_by_number, with_flags_named};
pub use spelling::fold;
pub use spoken::{airports, aliases, demonyms};

/// A country or territory with its own ISO 3166 code.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, upper case (XK for Kosovo).
    pub code: &'static str,
    /// ISO 3166-1 alpha-3, upper case.
    pub alpha3: &'static str,
    /// In addresses: `japan`.
    pub slug: &'static str,
    /// English name.
    pub name: String,
    /// Its capital, or main town; tells Austria from Australia.
    pub capital: &'static str,
    /// Slugs of the regions that hold it, its home first.
    regions: Vec<&'static str>,
}

/// A named group of countries.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// In addresses: `europe`.
    pub slug: &'static str,
    /// English name.
    pub name: &'static str,
    /// The codes of its countries.
    pub members: BTreeSet<&'static str>,
    /// Whether it is one of the eight that share out the world, rather than a part of one.
    pub home: bool,
}

/// Where a plan belongs on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    Country(&'static Country),
    /// All or most of the coverage is in this region.
    Region(&'static Region),
    /// The coverage is spread over the world.
    Global,
}

/// Slug, name, and whether it is one of the eight home regions.
const REGIONS: [(&str, &str, bool); 13] = [
    ("europe", "Europe", true),
    ("asia", "Asia", true),
    ("middle-east", "Middle East", true),
    ("africa", "Africa", true),
    ("north-america", "North America", true),
    ("latin-america", "Latin America", true),
    ("caribbean", "Caribbean", true),
    ("oceania", "Oceania", true),
    ("southeast-asia", "Southeast Asia", false),
    ("central-asia", "Central Asia", false),
    ("nordics", "Nordics", false),
    ("balkans", "Balkans", false),
    ("gulf", "Gulf States", false),
];

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(read_countries);
static BY_CODE: LazyLock<HashMap<&'static str, &'static Country>> =
    LazyLock::new(|| COUNTRIES.iter().map(|c| (c.code, c)).collect());
static ALL_REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let members = |slug| {
        COUNTRIES
            .iter()
            .filter(|c| c.regions.contains(&slug))
            .map(|c| c.code)
            .collect()
    };
    REGIONS
        .into_iter()
        .map(|(slug, name, home)| Region {
            slug,
            name,
            members: members(slug),
            home,
        })
        .collect()
});
static CONFUSABLE: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    lines(include_str!("confusable.txt"))
        .map(|line| line.split_whitespace().collect())
        .collect()
});

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read_countries() -> Vec<Country> {
    let country = |line: &'static str| {
        let (facts, capital) = line.split_once(" | ")?;
        let mut facts = facts.split(' ');
        let (code, alpha3, slug, regions) =
            (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
        Some(Country {
            code,
            alpha3,
            slug,
            name: names::english(code)?.to_owned(),
            capital,
            regions: regions.split(',').collect(),
        })
    };
    lines(include_str!("countries.txt"))
        .filter_map(country)
        .collect()
}

/// Every country, by code.
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// Every region, the eight home regions first.
pub fn regions() -> &'static [Region] {
    &ALL_REGIONS
}

/// The country of an upper-case ISO code.
pub fn country(code: &str) -> Option<&'static Country> {
    BY_CODE.get(code).copied()
}

/// Destinations that are mixed up with this one, by slug.
pub fn confusable_with(slug: &str) -> Vec<&'static str> {
    CONFUSABLE
        .iter()
        .filter(|group| group.contains(&slug))
        .flatten()
        .copied()
        .filter(|other| *other != slug)
        .collect()
}

impl Country {
    /// The region it is listed under.
    pub fn home(&self) -> Option<&'static Region> {
        regions()
            .iter()
            .find(|r| Some(&r.slug) == self.regions.first())
    }

    /// Slugs of every region that holds it, the smallest first: the order in which price rules
    /// apply.
    pub fn regions_by_size(&self) -> Vec<&'static str> {
        let mut found: Vec<&Region> = regions()
            .iter()
            .filter(|r| r.members.contains(self.code))
            .collect();
        found.sort_by_key(|r| r.members.len());
        found.into_iter().map(|r| r.slug).collect()
    }
}

impl Destination {
    /// The path of its page: `/esim/japan`.
    pub fn path(self) -> String {
        format!("/esim/{}", self.slug())
    }

    /// What a coverage list of ISO codes means: one country is that country; several are the
    /// smallest region that holds them all, else the region that holds most of them, else the
    /// world. `None` when no code is known.
    pub fn of(coverage: &[String]) -> Option<Self> {
        let known: BTreeSet<&str> = coverage
            .iter()
            .filter_map(|code| country(code))
            .map(|c| c.code)
            .collect();
        if known.len() <= 1 {
            return known
                .first()
                .and_then(|code| country(code))
                .map(Self::Country);
        }
        let inside = |r: &Region| {
            known
                .iter()
                .filter(|code| r.members.contains(*code))
                .count()
        };
        if let Some(whole) = regions()
            .iter()
            .filter(|r| inside(r) == known.len())
            .min_by_key(|r| r.members.len())
        {
            return Some(Self::Region(whole));
        }
        let most = regions()
            .iter()
            .filter(|r| r.home)
            .max_by_key(|r| inside(r))?;
        // Two thirds: a Europe plan with Turkey and Morocco is still a Europe plan; one of the four
        // corners of the world is not.
        if inside(most) * 3 >= known.len() * 2 {
            Some(Self::Region(most))
        } else {
            Some(Self::Global)
        }
    }

    /// The destination with this slug.
    pub fn by_slug(slug: &str) -> Option<Self> {
        if slug == "global" {
            return Some(Self::Global);
        }
        let region = regions().iter().find(|r| r.slug == slug).map(Self::Region);
        region.or_else(|| {
            countries()
                .iter()
                .find(|c| c.slug == slug)
                .map(Self::Country)
        })
    }

    /// Every destination there is: countries by code, regions, the world.
    pub fn all() -> impl Iterator<Item = Self> {
        countries()
            .iter()
            .map(Self::Country)
            .chain(regions().iter().map(Self::Region))
            .chain([Self::Global])
    }

    /// In addresses: `japan`, `europe`, `global`.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Country(c) => c.slug,
            Self::Region(r) => r.slug,
            Self::Global => "global",
        }
    }

    /// English name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Country(c) => &c.name,
            Self::Region(r) => r.name,
            Self::Global => "Global",
        }
    }
}

#[cfg(test)]
mod tests;
