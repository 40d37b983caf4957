//! Mobile country codes (ITU-T E.212): where a network is, from the first three digits of its
//! number. It only answers.

const CODES: &str = include_str!("mcc/codes.txt");

/// The ISO 3166 codes of the countries that a network's `mccmnc` may be of, in no order; none when
/// it is not known.
pub fn countries(mccmnc: &str) -> impl Iterator<Item = &'static str> {
    let wanted = mccmnc.trim().get(..3).unwrap_or_default();
    CODES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .find(|(code, _)| *code == wanted)
        .into_iter()
        .flat_map(|(_, countries)| countries.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination;

    #[test]
    fn a_network_is_where_its_code_says() {
        let of = |mccmnc: &str| countries(mccmnc).collect::<Vec<_>>();
        assert_eq!(
            (of("44020"), of("26201"), of("310260")),
            (vec!["JP"], vec!["DE"], vec!["GU", "PR", "US", "VI"])
        );
        assert_eq!(of("22201"), ["IT", "SM", "VA"]);
        for unknown in ["", "20", "99999", "GR", "ééé"] {
            assert!(of(unknown).is_empty(), "{unknown}");
        }
    }

    #[test]
    fn every_code_is_three_digits_of_countries_that_are_known() {
        let mut before = "";
        for line in CODES.lines().filter(|line| !line.starts_with('#')) {
            let (code, shared) = line.split_once(' ').unwrap();
            assert!(
                code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()) && code > before,
                "{line}"
            );
            let known = |iso| destination::country(iso).is_some();
            assert!(shared.split(' ').all(known), "{line}");
            before = code;
        }
    }
}
