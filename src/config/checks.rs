//! Settings that can be read and cannot work: each is refused with its mend. No secret is ever echoed.

use url::{Host, Url};

use super::Fault;

/// Three connections listen (for jobs, for changed orders, for a new catalogue); work needs two.
pub const LEAST_CONNECTIONS: u32 = 5;
/// A shorter secret can be guessed, or is none.
pub const LEAST_SECRET: usize = 16;

/// What is wrong with the address that travellers use, beyond being no address: the shop lives at the root of a host of its own.
pub(super) fn public_url(url: &Url) -> Option<Fault> {
    let more = [
        (!url.username().is_empty() || url.password().is_some(), "holds a user or a password"),
        (url.path() != "/", "has a path, and the shop cannot live below one"),
        (url.query().is_some(), "has a question mark in it"),
        (url.fragment().is_some(), "has a # in it"),
    ];
    let (_, problem) = more.into_iter().find(|(wrong, _)| *wrong)?;
    let mend = format!("write only scheme and host, and the port if there is one: {}", url.origin().ascii_serialization());
    Some(Fault::new("PUBLIC_URL", problem, &mend))
}

/// A partner that real money hangs on is spoken to over https. What stands on this very machine crosses no network.
pub(super) fn partner(name: &str, url: &Url, livemode: bool) -> Option<Fault> {
    let here = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    let in_the_clear = livemode && url.scheme() != "https" && !here;
    let mend = "keys and activation codes would cross the network in the clear: write https, or use a test key";
    in_the_clear.then(|| Fault::new(name, "is not https while the Stripe key is live", mend))
}

/// A secret that is there and too short.
pub(super) fn secret(name: &str, secret: &str) -> Option<Fault> {
    let short = !secret.is_empty() && secret.chars().count() < LEAST_SECRET;
    let problem = format!("is shorter than {LEAST_SECRET} characters");
    short.then(|| Fault::new(name, &problem, "copy the whole of it; one that you choose yourself: openssl rand -hex 24"))
}

/// Why a sender is not a valid email address.
pub(super) fn sender(text: &str) -> (&'static str, String) {
    let name = text.split('<').next().unwrap_or_default().trim();
    if text.contains('<') && name.contains(',') && !name.starts_with('"') {
        let address = text.split('<').nth(1).unwrap_or_default().trim_end_matches('>');
        return ("holds a comma, which parts one address from the next", format!("put the name in quotes: '\"{name}\" <{address}>'"));
    }
    ("is not a valid email address", "e.g. \"Layover <esim@example.com>\"".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shop_lives_at_the_root_of_a_host() {
        for good in ["https://esim.example.com", "https://esim.example.com/", "http://127.0.0.1:8080", "https://esim.example.com:8443"] {
            assert_eq!(public_url(&good.parse().unwrap()), None, "{good}");
        }
        for bad in [
            "https://esim.example.com:8443/esim",
            "https://esim.example.com:8443/?x",
            "https://esim.example.com:8443/#f",
            "https://user:canary@esim.example.com:8443",
            "https://user@esim.example.com:8443/",
        ] {
            let told = public_url(&bad.parse().unwrap()).unwrap().to_string();
            assert!(told.ends_with(": https://esim.example.com:8443") && !told.contains("canary"), "{bad}: {told}");
        }
    }

    #[test]
    fn a_comma_in_a_name_is_explained() {
        assert_eq!(sender("Layover, Inc. <esim@example.com>").1, "put the name in quotes: '\"Layover, Inc.\" <esim@example.com>'");
        assert_eq!(sender("nobody at all").0, "is not a valid email address");
        assert!("\"Layover, Inc.\" <esim@example.com>".parse::<lettre::message::Mailbox>().is_ok());
    }
}
