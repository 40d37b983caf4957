//! The visitor's network address, behind trusted proxies too.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use ipnet::IpNet;

use crate::app::App;

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
