//! Settings that can be read and cannot work: each is refused with its mend. No secret is ever
//! echoed.

use url::{Host, Url};

use super::ConfigError;

/// Three connections listen (for jobs, for changed orders, for a new catalogue); work needs two.
pub const LEAST_CONNECTIONS: u32 = 5;
/// A shorter secret can be guessed, or is none.
pub const LEAST_SECRET: usize = 16;

/// What is wrong with the address that travellers use, beyond being no address: the shop lives at
/// the root of a host of its own.
pub(super) fn public_url(name: &str, url: &Url) -> Option<ConfigError> {
    let more = [
        (
            !url.username().is_empty() || url.password().is_some(),
            "holds a user or a password",
        ),
        (
            url.path() != "/",
            "has a path, and the shop cannot live below one",
        ),
        (url.query().is_some(), "has a question mark in it"),
        (url.fragment().is_some(), "has a # in it"),
    ];
    let (_, problem) = more.into_iter().find(|(wrong, _)| *wrong)?;
    let mend = format!(
        "write only scheme and host, and the port if there is one: {}",
        url.origin().ascii_serialization()
    );
    Some(ConfigError::new(name, problem, &mend))
}

/// The desk's address lives at a root, too. Real money is not managed in the clear: over http only
/// on this machine or in a network of one's own.
pub(super) fn desk_url(url: &Url, livemode: bool) -> Option<ConfigError> {
    let own = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback() || address.is_private(),
        Some(Host::Ipv6(address)) => address.is_loopback() || address.is_unique_local(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    let in_the_clear = livemode && url.scheme() != "https" && !own;
    let mend = "its sessions would cross the network in the clear: write https, or an address of a \
                private network";
    let clear = in_the_clear.then(|| {
        ConfigError::new(
            "DESK_URL",
            "is not https while the Stripe key is live",
            mend,
        )
    });
    public_url("DESK_URL", url).or(clear)
}

/// A partner that real money hangs on is spoken to over https. What stands on this very machine
/// crosses no network.
pub(super) fn partner(name: &str, url: &Url, livemode: bool) -> Option<ConfigError> {
    let here = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    let in_the_clear = livemode && url.scheme() != "https" && !here;
    let mend = "keys and activation codes would cross the network in the clear: write https, or \
                use a test key";
    in_the_clear.then(|| ConfigError::new(name, "is not https while the Stripe key is live", mend))
}

/// A secret that is there and too short.
pub(super) fn secret(name: &str, secret: &str) -> Option<ConfigError> {
    let short = !secret.is_empty() && secret.chars().count() < LEAST_SECRET;
    let problem = format!("is shorter than {LEAST_SECRET} characters");
    short.then(|| {
        ConfigError::new(
            name,
            &problem,
            "copy the whole of it; one that you choose yourself: openssl rand -hex 24",
        )
    })
}

/// Why a sender is not a valid email address.
pub(super) fn sender(text: &str) -> (&'static str, String) {
    let name = text.split('<').next().unwrap_or_default().trim();
    if text.contains('<') && name.contains(',') && !name.starts_with('"') {
        let address = text
            .split('<')
            .nth(1)
            .unwrap_or_default()
            .trim_end_matches('>');
        return (
            "holds a comma, which parts one address from the next",
            format!("put the name in quotes: '\"{name}\" <{address}>'"),
        );
    }
    (
        "is not a valid email address",
        "e.g. \"Layover <esim@example.com>\"".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_of_a_live_shop_is_reached_over_https_or_in_a_network_of_ones_own() {
        let told =
            |url: &str, live| desk_url(&url.parse().unwrap(), live).map(|fault| fault.to_string());
        for good in [
            "https://desk.example.com",
            "http://localhost:8081",
            "http://127.0.0.1:8081",
            "http://10.8.0.1:8081",
            "http://[fd00::1]:81",
        ] {
            assert_eq!(told(good, true), None, "{good}");
        }
        assert!(
            told("http://desk.example.com", true)
                .unwrap()
                .starts_with("DESK_URL is not https")
        );
        assert_eq!(told("http://desk.example.com", false), None);
        assert!(
            told("https://desk.example.com/desk", false)
                .unwrap()
                .contains("has a path")
        );
    }

    #[test]
    fn the_shop_lives_at_the_root_of_a_host() {
        for good in [
            "https://esim.example.com",
            "https://esim.example.com/",
            "http://127.0.0.1:8080",
            "https://esim.example.com:8443",
        ] {
            assert_eq!(
                public_url("PUBLIC_URL", &good.parse().unwrap()),
                None,
                "{good}"
            );
        }
        for bad in [
            "https://esim.example.com:8443/esim",
            "https://esim.example.com:8443/?x",
            "https://esim.example.com:8443/#f",
            "https://user:canary@esim.example.com:8443",
            "https://user@esim.example.com:8443/",
        ] {
            let told = public_url("PUBLIC_URL", &bad.parse().unwrap())
                .unwrap()
                .to_string();
            assert!(
                told.ends_with(": https://esim.example.com:8443") && !told.contains("canary"),
                "{bad}: {told}"
            );
        }
    }

    #[test]
    fn a_comma_in_a_name_is_explained() {
        assert_eq!(
            sender("Layover, Inc. <esim@example.com>").1,
            "put the name in quotes: '\"Layover, Inc.\" <esim@example.com>'"
        );
        assert_eq!(sender("nobody at all").0, "is not a valid email address");
        assert!(
            "\"Layover, Inc.\" <esim@example.com>"
                .parse::<lettre::message::Mailbox>()
                .is_ok()
        );
    }
}
