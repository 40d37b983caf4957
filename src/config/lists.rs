//! Settings that are lists: who may buy with pretend money, which proxies are believed, which keys
//! seal.

use ipnet::IpNet;

use super::reader::Reader;
use domain::email::EmailAddress;
use domain::mode::TestRules;
use domain::sealed::DataKeys;

impl Reader<'_> {
    /// The keys that seal what the database keeps secret; the first writes.
    pub(super) fn data_keys(&mut self) -> DataKeys {
        let Some(list) = self.value("DATA_KEY") else {
            return DataKeys::default();
        };
        DataKeys::read(&list).unwrap_or_else(|fault| {
            self.fault(
                "DATA_KEY",
                &fault.to_string(),
                "64 hexadecimal digits, as `openssl rand -hex 32` makes them; the new key first, \
                 then a comma and the old",
            );
            DataKeys::default()
        })
    }

    pub(super) fn tests(&mut self) -> TestRules {
        let orders_per_day = self.optional("TEST_ORDERS_PER_DAY", "a whole number, e.g. 10");
        let list = self.plain("TEST_BUYERS").unwrap_or_default();
        let named = list.split(',').map(str::trim).filter(|one| !one.is_empty());
        let buyers = named
            .map(EmailAddress::parse)
            .collect::<Result<Vec<_>, _>>()
            .unwrap_or_else(|_| {
                self.fault(
                    "TEST_BUYERS",
                    "is not a list of email addresses",
                    "e.g. olga@example.com,tom@example.com",
                );
                Vec::new()
            });
        TestRules::new(orders_per_day, buyers)
    }

    pub(super) fn proxies(&mut self) -> Vec<IpNet> {
        let Some(list) = self.plain("TRUSTED_PROXIES") else {
            return Vec::new();
        };
        let parse = |one: &str| {
            one.parse::<IpNet>()
                .or_else(|_| one.parse::<std::net::IpAddr>().map(IpNet::from))
        };
        let parsed: Result<Vec<_>, _> = list.split(',').map(|one| parse(one.trim())).collect();
        parsed.unwrap_or_else(|_| {
            self.fault(
                "TRUSTED_PROXIES",
                "is not a list of addresses or networks",
                "e.g. 172.16.0.0/12,10.0.0.1",
            );
            Vec::new()
        })
    }
}
