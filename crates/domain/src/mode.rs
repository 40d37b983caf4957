//! Pretend money and real money: which is which, and whom pretend money may buy a real eSIM. Pure:
//! nothing is counted here.

use super::email::EmailAddress;

/// What sort of money moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Real money.
    Live,
    /// Stripe's test mode: nobody pays.
    Test,
}

impl Mode {
    /// By the flag that Stripe puts on each of its objects.
    pub fn of(livemode: bool) -> Self {
        if livemode { Self::Live } else { Self::Test }
    }

    /// As the views of schema `ops` have it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Test => "test",
        }
    }
}

/// How far test orders reach: the supplier takes real money for each eSIM, whatever Stripe's mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestRules {
    /// eSIMs and top-ups that may be asked for on one day of UTC.
    pub orders_per_day: u32,
    /// Who may buy; anybody when it is empty.
    pub buyers: Vec<EmailAddress>,
}

/// With named testers.
const A_DAY_FOR_TESTERS: u32 = 10;
/// Without: whoever finds the shop can pay with Stripe's test card.
const A_DAY_FOR_ANYBODY: u32 = 3;

impl TestRules {
    /// With the number that was set, or the default for these buyers.
    pub fn new(orders_per_day: Option<u32>, buyers: Vec<EmailAddress>) -> Self {
        let default = if buyers.is_empty() {
            A_DAY_FOR_ANYBODY
        } else {
            A_DAY_FOR_TESTERS
        };
        Self {
            orders_per_day: orders_per_day.unwrap_or(default),
            buyers,
        }
    }

    /// Whether this address, as the order has it, may buy.
    pub fn admits(&self, buyer: Option<&str>) -> bool {
        let one_of = |buyer: &str| {
            EmailAddress::parse(buyer).is_ok_and(|buyer| self.buyers.contains(&buyer))
        };
        self.buyers.is_empty() || buyer.is_some_and(one_of)
    }

    /// Whether the day's orders need counting: a number that no day can reach bars nobody, and
    /// counting would let one purchase wait for another.
    pub fn counts(&self) -> bool {
        self.orders_per_day < u32::MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(set: Option<u32>, buyers: &[&str]) -> TestRules {
        TestRules::new(
            set,
            buyers
                .iter()
                .map(|b| EmailAddress::parse(b).unwrap())
                .collect(),
        )
    }

    #[test]
    fn fewer_are_bought_when_nobody_is_named_and_a_number_that_is_set_counts() {
        assert_eq!(rules(None, &[]).orders_per_day, 3);
        assert_eq!(rules(None, &["a@b.example"]).orders_per_day, 10);
        assert_eq!(rules(Some(0), &[]).orders_per_day, 0);
        assert_eq!(rules(Some(500), &["a@b.example"]).orders_per_day, 500);
        assert!(rules(Some(u32::MAX - 1), &[]).counts() && !rules(Some(u32::MAX), &[]).counts());
    }

    #[test]
    fn named_buyers_are_whole_addresses_in_any_case() {
        let named = rules(None, &["Olga@Shop.example", "tom@shop.example"]);
        for buyer in [
            "olga@shop.example",
            " OLGA@shop.EXAMPLE",
            "tom@shop.example",
        ] {
            assert!(named.admits(Some(buyer)), "{buyer}");
        }
        for stranger in [
            None,
            Some(""),
            Some("olga@shop.example.net"),
            Some("xolga@shop.example"),
            Some("shop.example"),
        ] {
            assert!(!named.admits(stranger), "{stranger:?}");
        }
        assert!(rules(None, &[]).admits(None) && rules(None, &[]).admits(Some("anybody@at.all")));
    }

    #[test]
    fn modes_are_written_as_the_views_have_them() {
        assert_eq!(
            [Mode::of(true).as_str(), Mode::of(false).as_str()],
            ["live", "test"]
        );
    }
}
