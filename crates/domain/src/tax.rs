//! Tax that a price holds: how much of a total it is. Exact; the total never changes for it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::money::Money;

/// The tax in a total that includes it, to the nearest minor unit: `total × percent ÷ (100 +
/// percent)`. None beyond what can be counted.
pub fn included(total: Money, percent: Decimal) -> Option<Money> {
    let whole = Decimal::ONE_HUNDRED.checked_add(percent)?;
    let share = Decimal::from(total.minor)
        .checked_mul(percent)?
        .checked_div(whole)?;
    let minor = share.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Some(Money::new(minor.try_into().ok()?, total.currency))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    #[test]
    fn the_tax_of_a_total_is_its_share_to_the_nearest_minor_unit() {
        let of = |minor: i64, percent: &str| {
            included(Money::new(minor, Currency::USD), percent.parse().unwrap())
                .unwrap()
                .minor
        };
        for (total, percent, tax) in [
            (1190, "19", 190),
            (1440, "19", 230),
            (1440, "0", 0),
            (100, "25.5", 20),
            (1, "100", 1),
            (1440, "8.1", 108),
            (2880, "20", 480),
        ] {
            assert_eq!(of(total, percent), tax, "{total} at {percent} %");
        }
    }

    proptest! {
        #[test]
        fn net_and_tax_are_the_total_and_the_tax_fits_the_net(total in 1_i64..100_000_000, tenths in 0_u32..=500) {
            let percent = Decimal::new(tenths.into(), 1);
            let tax = included(Money::new(total, Currency::USD), percent).unwrap().minor;
            prop_assert!((0..total).contains(&tax) || total == tax || tax == 0);
            // What the net's own tax differs by is rounding only: less than one minor unit.
            let of_net = Decimal::from(total - tax) * percent / Decimal::ONE_HUNDRED;
            prop_assert!((of_net - Decimal::from(tax)).abs() <= Decimal::ONE);
        }
    }
}
