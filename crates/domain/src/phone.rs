//! Which phones take an eSIM, by family, and which family a text names. Data and look-up only; no
//! words for people.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::destination::fold;

/// What a maker states of a family of phones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// All of them, as far as is known.
    Yes,
    /// None.
    No,
    /// It depends on the model, or on where it was sold.
    Some,
}

/// A family of phones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// `apple`, `samsung`, …: the row of the table at `/devices`.
    pub maker: &'static str,
    /// The name, folded: `pixel 6a`.
    family: String,
    /// Whether it takes an eSIM.
    pub takes: Takes,
}

/// The longest name first, as it says more.
static FAMILIES: LazyLock<Vec<Phone>> = LazyLock::new(|| {
    let mut all: Vec<Phone> = include_str!("phone/families.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(families)
        .flatten()
        .collect();
    all.sort_by_key(|phone| Reverse(phone.family.len()));
    all
});

fn families(line: &'static str) -> Option<Vec<Phone>> {
    let mut parts = line.split(" | ");
    let (maker, takes, names) = (parts.next()?, parts.next()?, parts.next()?);
    let takes = match takes {
        "yes" => Takes::Yes,
        "no" => Takes::No,
        "some" => Takes::Some,
        _ => return None,
    };
    let names = names.split(", ").flat_map(each);
    Some(
        names
            .map(|name| Phone {
                maker,
                family: spaced(&name),
                takes,
            })
            .collect(),
    )
}

/// `pixel {4-6}a` → `pixel 4a`, `pixel 5a`, `pixel 6a`.
fn each(name: &str) -> Vec<String> {
    let numbers = || {
        let (before, rest) = name.split_once('{')?;
        let (range, after) = rest.split_once('}')?;
        let (first, last) = range.split_once('-')?;
        let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
        Some(
            (first..=last)
                .map(|n| format!("{before}{n}{after}"))
                .collect(),
        )
    };
    numbers().unwrap_or_else(|| vec![name.to_owned()])
}

/// Folded, with a space where a word and a number meet: `iPhone13Pro` → `iphone 13 pro`; `S21` and
/// `6a` stay.
fn spaced(text: &str) -> String {
    fold(text)
        .split(' ')
        .map(parted)
        .collect::<Vec<_>>()
        .join(" ")
}

fn parted(word: &str) -> String {
    let mut runs: Vec<String> = Vec::new();
    for c in word.chars() {
        let same = |run: &String| {
            run.chars()
                .last()
                .is_some_and(|last| last.is_ascii_digit() == c.is_ascii_digit())
        };
        match runs.last_mut().filter(|run| same(run)) {
            Some(run) => run.push(c),
            None => runs.push(c.to_string()),
        }
    }
    let mut out = String::with_capacity(word.len() + 2);
    let mut before = 0;
    for (at, run) in runs.iter().enumerate() {
        let (digits, letters) = (
            run.starts_with(|c: char| c.is_ascii_digit()),
            run.chars().count(),
        );
        // One or two letters before a number, and one after it, belong to it.
        if at > 0 && if digits { before > 2 } else { letters > 1 } {
            out.push(' ');
        }
        out.push_str(run);
        before = letters;
    }
    out
}

/// The phone that a text names, as it is written there or, all in small letters, as its maker
/// writes it; and what is known of it.
pub fn named_in(text: &str) -> Option<(String, &'static Phone)> {
    let words: Vec<String> = text
        .split_whitespace()
        .flat_map(|word| {
            spaced(word)
                .split(' ')
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let plain = format!(" {} ", words.join(" "));
    let phone = FAMILIES
        .iter()
        .find(|phone| plain.contains(&format!(" {} ", phone.family)))?;
    Some((as_written(text, &phone.family), phone))
}

/// The words of the text that make up the family's name; the family's own name where they cannot be
/// told.
fn as_written(text: &str, family: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let runs = (1..=words.len().min(5)).flat_map(|n| words.windows(n));
    let found = runs
        .map(|run| run.join(" "))
        .find(|run| format!(" {} ", spaced(run)).contains(&format!(" {family} ")));
    let Some(found) = found else {
        return family.to_owned();
    };
    let name = found.trim_matches(|c: char| !c.is_alphanumeric());
    let name = if name.contains('(') && !name.contains(')') {
        format!("{name})")
    } else {
        name.to_owned()
    };
    let careful = name.contains(char::is_uppercase);
    if careful {
        name
    } else {
        name.split(' ').map(as_sold).collect::<Vec<_>>().join(" ")
    }
}

/// `iphone` → `iPhone`, `s21` → `S21`, `flip5` → `Flip5`, `xr` → `XR`; `6a` stays.
fn as_sold(word: &str) -> String {
    const OWN: [(&str, &str); 3] = [
        ("iphone", "iPhone"),
        ("ipad", "iPad"),
        ("oneplus", "OnePlus"),
    ];
    const CAPITALS: [&str; 11] = [
        "se", "x", "xs", "xr", "xl", "fe", "iii", "iv", "v", "vi", "vii",
    ];
    if let Some((small, own)) = OWN.iter().find(|(small, _)| word.starts_with(small)) {
        return word.replacen(small, own, 1);
    }
    let letters = word.chars().take_while(char::is_ascii_lowercase).count();
    let a_model = (1..=2).contains(&letters) && word.contains(|c: char| c.is_ascii_digit());
    if a_model || CAPITALS.contains(&word) {
        return word.to_uppercase();
    }
    let mut rest = word.chars();
    rest.next()
        .map(|first| first.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_known_however_they_are_written() {
        let cases = [
            ("does pixel 6a work", Some(("Pixel 6a", Takes::Yes))),
            ("iPhone13Pro", Some(("iPhone13Pro", Takes::Yes))),
            ("iphone 11 esim?", Some(("iPhone 11", Takes::Yes))),
            ("is my iPhone 8 ok", Some(("iPhone 8", Takes::No))),
            ("iphone x", Some(("iPhone X", Takes::No))),
            ("iphone xr", Some(("iPhone XR", Takes::Yes))),
            ("iPhone SE (2020)", Some(("iPhone SE (2020)", Takes::Yes))),
            ("iphone se", Some(("iPhone SE", Takes::Some))),
            ("Samsung Galaxy S21 FE", Some(("Galaxy S21", Takes::Yes))),
            ("galaxy s20fe", Some(("Galaxy S20FE", Takes::No))),
            ("galaxy s10", Some(("Galaxy S10", Takes::No))),
            ("samsung a54", Some(("Samsung A54", Takes::Yes))),
            ("z flip5", Some(("Z Flip5", Takes::Yes))),
            ("redmi note 12", Some(("Redmi Note", Takes::Some))),
            ("pixel 3", Some(("Pixel 3", Takes::Some))),
            ("Galaxy S24 für Japan", Some(("Galaxy S24", Takes::Yes))),
            ("japan", None),
            ("mind the gap", None),
        ];
        for (text, meant) in cases {
            let found = named_in(text).map(|(name, phone)| (name, phone.takes));
            assert_eq!(
                found.as_ref().map(|(name, takes)| (name.as_str(), *takes)),
                meant,
                "{text}"
            );
        }
    }

    #[test]
    fn no_family_stands_under_two_answers() {
        for (at, phone) in FAMILIES.iter().enumerate() {
            let other = FAMILIES
                .iter()
                .skip(at + 1)
                .find(|other| other.family == phone.family && other.takes != phone.takes);
            assert!(other.is_none(), "{phone:?} {other:?}");
        }
        assert!(FAMILIES.len() > 150, "{}", FAMILIES.len());
    }
}
