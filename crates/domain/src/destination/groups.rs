//! Groups of countries that are no region of the shop: the Benelux, the Baltics. Look-up only; no
//! search.

use std::sync::LazyLock;

use super::{Country, country, fold, lines};

/// A group's names, folded, and its countries in the order of a journey.
struct Group {
    names: Vec<String>,
    members: Vec<&'static Country>,
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let group = |line: &'static str| {
        let (codes, names) = line.split_once(" = ")?;
        let members = codes.split(' ').filter_map(country).collect();
        Some(Group {
            names: names.split(", ").map(fold).collect(),
            members,
        })
    };
    lines(include_str!("groups.txt"))
        .filter_map(group)
        .collect()
});

/// The most words of a group's name.
const WORDS: usize = 3;

/// The text with each group's countries in the place of its name.
pub fn spelt_out(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let (mut out, mut at): (Vec<String>, usize) = (Vec::new(), 0);
    while at < words.len() {
        let found = (1..=WORDS.min(words.len() - at))
            .rev()
            .find_map(|n| Some((n, members(&words.get(at..at + n)?.join(" "))?)));
        match found {
            Some((n, members)) => {
                let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
                out.push(format!(", {} ,", names.join(", ")));
                at += n;
            }
            None => {
                out.extend(words.get(at).map(|word| (*word).to_owned()));
                at += 1;
            }
        }
    }
    out.join(" ")
}

fn members(name: &str) -> Option<&'static [&'static Country]> {
    let folded = fold(name);
    GROUPS
        .iter()
        .find(|group| group.names.contains(&folded))
        .map(|group| group.members.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_its_countries() {
        assert_eq!(
            spelt_out("benelux 10 days"),
            ", Belgium, Netherlands, Luxembourg , 10 days"
        );
        assert_eq!(
            spelt_out("Países Bálticos"),
            ", Estonia, Latvia, Lithuania ,"
        );
        assert_eq!(spelt_out("バルト三国"), ", Estonia, Latvia, Lithuania ,");
        assert_eq!(spelt_out("baltic sea"), "baltic sea");
        assert!(GROUPS.iter().all(
            |group| group.members.len() > 1 && group.names.iter().all(|name| !name.is_empty())
        ));
    }
}
