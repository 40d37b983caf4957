//! What a code takes off, for any price, quantity and floor.

use proptest::prelude::*;

use super::*;

fn usd(minor: i64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

fn lines(reduced: &Reduced) -> Vec<i64> {
    (1..=reduced.quantity).map(|position| reduced.off(position).minor).collect()
}

#[test]
fn a_code_is_the_same_however_it_is_typed() {
    assert_eq!(Name::parse(" spring-25 "), Name::parse("SPRING-25"));
    assert_eq!(Name::parse("Spring_25").unwrap().as_str(), "SPRING_25");
    for text in ["", "ab", "a b c", "sommerspaß", "abc'", &"x".repeat(33)] {
        assert_eq!(Name::parse(text), None, "{text}");
    }
}

#[test]
fn per_cent_come_off_each_line_and_an_amount_off_the_order_the_rest_off_the_first() {
    let ten = Reduced::new(Off::Percent(10), usd(1445), 2, usd(1000)).unwrap();
    assert_eq!((lines(&ten), ten.total(), ten.raised), (vec![144, 144], usd(2602), false));
    let five = Reduced::new(Off::Amount(usd(500)), usd(1440), 3, usd(1000)).unwrap();
    assert_eq!((lines(&five), five.total(), five.raised), (vec![168, 166, 166], usd(3820), false));
}

#[test]
fn a_price_is_raised_to_the_least_and_nothing_left_is_no_discount() {
    let half = Reduced::new(Off::Percent(50), usd(1440), 1, usd(1200)).unwrap();
    assert_eq!((half.total(), half.raised), (usd(1200), true));
    assert_eq!(Reduced::new(Off::Percent(50), usd(1440), 1, usd(1440)), None);
    assert_eq!(Reduced::new(Off::Percent(50), usd(1440), 1, usd(2000)), None);
    assert_eq!(Reduced::new(Off::Percent(1), usd(50), 1, usd(1)), None, "less than a cent");
    // Of what cannot be divided nothing goes below a line's share.
    let tight = Reduced::new(Off::Amount(usd(11)), usd(100), 3, usd(288)).unwrap();
    assert_eq!((lines(&tight), tight.raised), (vec![3, 3, 3], true));
}

#[test]
fn krona_that_have_no_smaller_coin_are_taken_off_whole() {
    let isk = |minor| Money::new(minor, "ISK".parse().unwrap());
    let third = Reduced::new(Off::Percent(33), isk(199_900), 1, isk(100)).unwrap();
    assert_eq!(third.discount(), isk(65_900));
    let amount = Reduced::new(Off::Amount(isk(50_000)), isk(199_900), 3, isk(150_000)).unwrap();
    assert_eq!(lines(&amount), [16_800, 16_600, 16_600]);
}

#[test]
fn a_code_fits_within_its_time_its_plans_and_its_minimum() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let code = Code {
        name: Name::parse("SPRING").unwrap(),
        off: Off::Percent(10),
        uses: None,
        valid_from: Some(at("2026-12-01T00:00:00Z")),
        valid_until: Some(at("2026-12-11T00:00:00Z")),
        products: vec!["a".to_owned()],
        minimum: Some(usd(2000)),
        first_order: false,
        ended: false,
    };
    let asked = |code: &Code, product: &str, quantity, when: &str| code.fits(product, usd(1440), quantity, at(when));
    assert_eq!(asked(&code, "a", 2, "2026-12-10T23:59:59Z"), Ok(()));
    assert_eq!(asked(&code, "a", 2, "2026-12-11T00:00:00Z"), Err(Unfit::Over));
    assert_eq!(asked(&code, "a", 2, "2026-11-30T23:59:59Z"), Err(Unfit::Early(at("2026-12-01T00:00:00Z"))));
    assert_eq!(asked(&code, "b", 2, "2026-12-05T00:00:00Z"), Err(Unfit::OtherPlan));
    assert_eq!(asked(&code, "a", 1, "2026-12-05T00:00:00Z"), Err(Unfit::Small(usd(2000))));
    assert_eq!(asked(&Code { ended: true, ..code.clone() }, "a", 2, "2026-12-05T00:00:00Z"), Err(Unfit::Over));
    let other = Money::new(100, "EUR".parse().unwrap());
    for foreign in [Code { off: Off::Amount(other), ..code.clone() }, Code { minimum: Some(other), ..code }] {
        assert_eq!(asked(&foreign, "a", 2, "2026-12-05T00:00:00Z"), Err(Unfit::Over));
    }
}

proptest! {
    #[test]
    fn no_order_falls_below_its_least_and_its_lines_add_up(
        unit in 1_i64..60_000, quantity in 1_i64..=9, part in 0_i64..=120, percent in 1_i64..=100, amount in 1_i64..100_000, by_percent: bool,
    ) {
        let least = usd(unit * quantity * part / 100);
        let off = if by_percent { Off::Percent(percent) } else { Off::Amount(usd(amount)) };
        let wanted = if by_percent { unit * percent / 100 * quantity } else { amount };
        match Reduced::new(off, usd(unit), quantity, least) {
            None => prop_assert!(wanted == 0 || unit * quantity - least.minor < quantity || unit <= 1 || wanted < quantity),
            Some(reduced) => {
                let taken = lines(&reduced);
                prop_assert_eq!(taken.iter().sum::<i64>(), reduced.discount().minor);
                prop_assert_eq!(reduced.total().minor + reduced.discount().minor, unit * quantity);
                prop_assert!(reduced.total().minor >= least.minor);
                prop_assert!(reduced.discount().minor <= wanted);
                prop_assert_eq!(reduced.raised, reduced.discount().minor < wanted);
                prop_assert!(taken.iter().all(|off| *off >= 0 && unit - off >= 1 && (unit - off) * quantity >= least.minor));
                prop_assert!(taken.iter().skip(1).all(|off| Some(off) == taken.get(1)), "only the first may differ");
                prop_assert!(reduced.raised || taken[0] - reduced.off(2).minor < quantity || quantity == 1);
            }
        }
    }
}
