//! The addresses of the shop's pages, as the routes know them: without a language, which
//! [`Locale::path`] puts before. Pages, mails, Stripe's way back and the map of the site ask here.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::l10n::Locale;

/// Every page with something of its own in its address.
pub struct Routes;

impl Routes {
    /// All destinations.
    pub const DESTINATIONS: &'static str = "/destinations";
    /// The one box.
    pub const SEARCH: &'static str = "/search";
    /// A trip through several countries.
    pub const TRIP: &'static str = "/trip";
    /// Where the forms that buy are sent, and a choice of several plans is found.
    pub const CHECKOUT: &'static str = "/checkout";
    /// Which phones take an eSIM.
    pub const DEVICES: &'static str = "/devices";
    /// Help.
    pub const HELP: &'static str = "/help";
    /// A traveller's eSIMs.
    pub const MY_ESIMS: &'static str = "/my-esims";
    /// Withdrawing from a contract.
    pub const WITHDRAW: &'static str = "/withdraw";

    /// A plan. Product ids are the supplier's, so whatever an address cannot carry is escaped.
    #[must_use]
    pub fn plan(product_id: &str) -> String {
        const KEEP: AsciiSet = NON_ALPHANUMERIC.remove(b'_').remove(b'-').remove(b'.');
        format!("/plans/{}", utf8_percent_encode(product_id, &KEEP))
    }

    /// A country, a region or the world.
    #[must_use]
    pub fn place(slug: &str) -> String {
        format!("/esim/{slug}")
    }

    /// An order, by the unguessable part of its address.
    #[must_use]
    pub fn order(token: &str) -> String {
        format!("/orders/{token}")
    }

    /// Where an order is mailed.
    #[must_use]
    pub fn order_mail(token: &str) -> String {
        format!("/orders/{token}/mail")
    }

    /// An order's invoice.
    #[must_use]
    pub fn invoice(token: &str) -> String {
        format!("/orders/{token}/invoice")
    }

    /// One eSIM of a traveller's.
    #[must_use]
    pub fn esim(id: impl Display) -> String {
        format!("/my-esims/{id}")
    }

    /// More data on it.
    #[must_use]
    pub fn topup(id: impl Display) -> String {
        format!("/my-esims/{id}/top-up")
    }

    /// Handing it over.
    #[must_use]
    pub fn hand_over(id: impl Display) -> String {
        format!("/my-esims/{id}/hand-over")
    }

    /// Giving back a package on it.
    #[must_use]
    pub fn give_back(id: impl Display, line_id: impl Display) -> String {
        format!("/my-esims/{id}/packages/{line_id}/give-back")
    }

    /// Starting a package on it by hand.
    #[must_use]
    pub fn start(id: impl Display, line_id: impl Display) -> String {
        format!("/my-esims/{id}/packages/{line_id}/start")
    }

    /// An eSIM that was handed over, by the key to it.
    #[must_use]
    pub fn shared_esim(key: &str) -> String {
        format!("/for/{key}")
    }

    /// Signing in by a mailed link.
    #[must_use]
    pub fn sign_in(token: &str) -> String {
        format!("/login/{token}")
    }

    /// Stopping a withdrawal.
    #[must_use]
    pub fn stop_withdrawal(token: &str) -> String {
        format!("/withdraw/stop/{token}")
    }

    /// A path with the shop's host before it, for mails, Stripe and search engines.
    #[must_use]
    pub fn absolute(public_url: &Url, path: &str) -> String {
        format!("{}{path}", public_url.as_str().trim_end_matches('/'))
    }

    /// The same in a language.
    #[must_use]
    pub fn absolute_in(public_url: &Url, t: Locale, path: &str) -> String {
        Self::absolute(public_url, &t.path(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_has_an_address_whatever_the_supplier_calls_it() {
        assert_eq!(Routes::plan("esimfx_10G_7D_JP"), "/plans/esimfx_10G_7D_JP");
        assert_eq!(Routes::plan("a/b?c"), "/plans/a%2Fb%3Fc");
    }

    #[test]
    fn an_absolute_address_has_one_slash_after_its_host() {
        for url in ["https://shop.example", "https://shop.example/"] {
            let url: Url = url.parse().unwrap();
            assert_eq!(
                Routes::absolute(&url, &Routes::order("t")),
                "https://shop.example/orders/t"
            );
            assert_eq!(
                Routes::absolute_in(&url, Locale::ENGLISH, Routes::TRIP),
                "https://shop.example/trip"
            );
        }
    }
}
