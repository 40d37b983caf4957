//! Who may post, and from where: the same-origin guard, and the visitor's network address behind
//! trusted proxies.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use ipnet::IpNet;
use url::Url;

use super::error::Fault;
use super::security_log::{self, Noted};
use crate::app::App;

/// Proof that a POST came from a page of ours, or from no browser at all. An extractor for every
/// handler that changes something.
#[derive(Debug, Clone, Copy)]
pub struct SameOrigin;

impl FromRequestParts<App> for SameOrigin {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        if is_same_origin(&parts.headers, &app.config.public_url) {
            return Ok(Self);
        }
        security_log::note(Noted::OtherOrigin);
        Err(Fault::OtherOrigin)
    }
}

/// `Sec-Fetch-Site` decides where the browser sends it; else `Origin` must be ours; a client that
/// sends neither is no browser.
fn is_same_origin(headers: &HeaderMap, public_url: &Url) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match headers.get("origin") {
        Some(origin) => origin
            .to_str()
            .is_ok_and(|origin| origin == public_url.origin().ascii_serialization()),
        None => true,
    }
}

/// The visitor's address: the connection's, or what the nearest trusted proxy wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl FromRequestParts<App> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self(address(&parts.extensions, &parts.headers, app)))
    }
}

/// Where a request comes from.
#[must_use]
pub fn address(extensions: &Extensions, headers: &HeaderMap, app: &App) -> IpAddr {
    // Without a connection (a router called directly) all share one bucket.
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    client(peer, headers, &app.config.trusted_proxies)
}

/// Walks `X-Forwarded-For` from the right for as long as the writer of the entry is trusted; what a
/// visitor wrote themselves is never reached.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| {
        trusted
            .iter()
            .any(|net| net.contains(&address.to_canonical()))
    };
    let mut address = peer.to_canonical();
    let lines: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .collect();
    for entry in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        if !is_trusted(&address) {
            break;
        }
        match written(entry.trim()) {
            Some(next) => address = next.to_canonical(),
            None => break,
        }
    }
    address
}

/// An address as proxies write it: alone, in brackets, or with the port it came from.
fn written(entry: &str) -> Option<IpAddr> {
    let bare = entry
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(entry);
    bare.parse().ok().or_else(|| {
        entry
            .parse::<SocketAddr>()
            .ok()
            .map(|with_port| with_port.ip())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn a_post_from_another_site_is_refused() {
        let shop: Url = "https://shop.example/".parse().unwrap();
        let allowed =
            |pairs: &[(&'static str, &'static str)]| is_same_origin(&headers(pairs), &shop);
        assert!(allowed(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://shop.example")
        ]));
        assert!(allowed(&[("sec-fetch-site", "none")]));
        assert!(allowed(&[("origin", "https://shop.example")]));
        assert!(allowed(&[]));
        assert!(!allowed(&[("sec-fetch-site", "cross-site")]));
        assert!(!allowed(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://shop.example")
        ]));
        for origin in [
            "https://evil.example",
            "http://shop.example",
            "https://shop.example.evil.example",
            "null",
        ] {
            assert!(!allowed(&[("origin", origin)]), "{origin}");
        }
    }

    #[test]
    fn a_visitor_cannot_choose_their_own_address() {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let of = |peer: &str, forwarded: &'static str| {
            client(
                peer.parse().unwrap(),
                &headers(&[("x-forwarded-for", forwarded)]),
                &trusted,
            )
        };
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_eq!(of("203.0.113.9", "1.2.3.4"), ip("203.0.113.9"));
        assert_eq!(of("10.0.0.1", "1.2.3.4, 203.0.113.9"), ip("203.0.113.9"));
        assert_eq!(
            of("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2"),
            ip("203.0.113.9")
        );
        assert_eq!(of("::ffff:10.0.0.1", "2001:db8::1"), ip("2001:db8::1"));
        assert_eq!(of("10.0.0.1", "nonsense"), ip("10.0.0.1"));
        assert_eq!(
            of("10.0.0.1", "1.2.3.4, 203.0.113.9:51234, 10.0.0.2:443"),
            ip("203.0.113.9"),
            "some proxies write the port, too"
        );
        assert_eq!(of("10.0.0.1", "[2001:db8::1]:443"), ip("2001:db8::1"));
        assert_eq!(of("10.0.0.1", "[2001:db8::1]"), ip("2001:db8::1"));
        assert_eq!(of("10.0.0.1", "203.0.113.9:"), ip("10.0.0.1"));
    }

    #[test]
    fn two_headers_are_read_as_one_list() {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let headers = headers(&[
            ("x-forwarded-for", "1.2.3.4"),
            ("x-forwarded-for", "203.0.113.9"),
        ]);
        assert_eq!(
            client("10.0.0.1".parse().unwrap(), &headers, &trusted).to_string(),
            "203.0.113.9"
        );
    }
}
