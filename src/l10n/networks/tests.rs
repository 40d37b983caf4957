//! Which networks are named in which country.

use super::*;
use domain::product::Network;

#[test]
fn many_networks_are_found_by_the_country_one_is_in() {
    let network = |mccmnc: &str, name: &str| Network {
        mccmnc: Some(mccmnc.into()),
        name: name.into(),
        speed: None,
        country: None,
    };
    let mut product = crate::catalogue::testing::product("p", "AT DE GB JE");
    product.networks = vec![
        network("26201", "Telekom"),
        network("23203", "Magenta"),
        network("26202", "Vodafone"),
        network("23415", "Vodafone"),
        network("26203", "Telekom"),
        network("99999", "Sea"),
        // As the supplier tells it, whatever the number says.
        Network {
            country: Some("JE".into()),
            ..network("23455", "Sure")
        },
        Network {
            country: Some("AT".into()),
            ..network("99999", "A1")
        },
    ];
    let told = Locale::ENGLISH.networks_by_country(&product);
    let told: Vec<(&str, &str)> = told
        .iter()
        .map(|(place, names)| (place.as_str(), names.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Austria", "Magenta, A1"),
            ("Germany", "Telekom, Vodafone"),
            ("Jersey", "Sure"),
            ("United Kingdom and Jersey", "Vodafone"),
            ("Elsewhere", "Sea"),
        ]
    );
}
