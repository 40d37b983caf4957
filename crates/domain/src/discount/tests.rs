//! What a code takes off, for any price, quantity and floor.

use proptest::prelude::*;

use super::*;

fn usd(minor: i64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

/// Off an order of one plan, of which `least` is the least.
fn reduced(off: Off, unit: Money, quantity: i64, least: Money) -> Option<Reduced> {
    let part = Part {
        product_id: "a",
        unit,
        quantity,
        cost: Money::new(least.minor / 2, least.currency),
    };
    Reduced::new(off, &[part], |_| true, least)
}

fn lines(reduced: &Reduced) -> Vec<i64> {
    reduced.off.clone()
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
    let ten = reduced(Off::Percent(10), usd(1445), 2, usd(1000)).unwrap();
    assert_eq!(
        (lines(&ten), ten.total(), ten.raised),
        (vec![144, 144], usd(2602), false)
    );
    let five = reduced(Off::Amount(usd(500)), usd(1440), 3, usd(1000)).unwrap();
    assert_eq!(
        (lines(&five), five.total(), five.raised),
        (vec![168, 166, 166], usd(3820), false)
    );
}

#[test]
fn a_price_is_raised_to_the_least_and_nothing_left_is_no_discount() {
    let half = reduced(Off::Percent(50), usd(1440), 1, usd(1200)).unwrap();
    assert_eq!((half.total(), half.raised), (usd(1200), true));
    assert_eq!(reduced(Off::Percent(50), usd(1440), 1, usd(1440)), None);
    assert_eq!(reduced(Off::Percent(50), usd(1440), 1, usd(2000)), None);
    assert_eq!(
        reduced(Off::Percent(1), usd(50), 1, usd(1)),
        None,
        "less than a cent"
    );
    // Of what cannot be divided nothing goes below a line's share.
    let tight = reduced(Off::Amount(usd(11)), usd(100), 3, usd(288)).unwrap();
    assert_eq!((lines(&tight), tight.raised), (vec![3, 3, 3], true));
}

#[test]
fn krona_that_have_no_smaller_coin_are_taken_off_whole() {
    let isk = |minor| Money::new(minor, "ISK".parse().unwrap());
    let third = reduced(Off::Percent(33), isk(199_900), 1, isk(100)).unwrap();
    assert_eq!(third.discount(), isk(65_900));
    let amount = reduced(Off::Amount(isk(50_000)), isk(199_900), 3, isk(150_000)).unwrap();
    assert_eq!(lines(&amount), [16_800, 16_600, 16_600]);
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// 10 % off plan `a` for ten days in December, from 20 USD on.
fn spring() -> Code {
    Code {
        name: Name::parse("SPRING").unwrap(),
        off: Off::Percent(10),
        uses: None,
        valid_from: Some(at("2026-12-01T00:00:00Z")),
        valid_until: Some(at("2026-12-11T00:00:00Z")),
        products: vec!["a".to_owned()],
        minimum: Some(usd(2000)),
        first_order: false,
        ended: false,
    }
}

fn fits(code: &Code, product_id: &str, quantity: i64, when: &str) -> Result<(), Unfit> {
    let part = Part {
        product_id,
        unit: usd(1440),
        quantity,
        cost: usd(1000),
    };
    code.fits(&[part], at(when))
}

#[test]
fn a_code_fits_within_its_time_its_plans_and_its_minimum() {
    let code = spring();
    for (product_id, quantity, when, outcome) in [
        ("a", 2, "2026-12-10T23:59:59Z", Ok(())),
        ("a", 2, "2026-12-11T00:00:00Z", Err(Unfit::Over)),
        (
            "a",
            2,
            "2026-11-30T23:59:59Z",
            Err(Unfit::Early(at("2026-12-01T00:00:00Z"))),
        ),
        ("b", 2, "2026-12-05T00:00:00Z", Err(Unfit::OtherPlan)),
        ("a", 1, "2026-12-05T00:00:00Z", Err(Unfit::Small(usd(2000)))),
    ] {
        assert_eq!(fits(&code, product_id, quantity, when), outcome, "{when}");
    }
    let ended = Code {
        ended: true,
        ..code.clone()
    };
    let other = Money::new(100, "EUR".parse().unwrap());
    let foreign = [
        Code {
            off: Off::Amount(other),
            ..code.clone()
        },
        Code {
            minimum: Some(other),
            ..code
        },
    ];
    for code in foreign.iter().chain([&ended]) {
        assert_eq!(fits(code, "a", 2, "2026-12-05T00:00:00Z"), Err(Unfit::Over));
    }
}

#[test]
fn of_several_plans_one_is_enough_and_the_minimum_is_the_whole_orders() {
    let code = spring();
    let part = |product_id, unit| Part {
        product_id,
        unit: usd(unit),
        quantity: 1,
        cost: usd(1),
    };
    let during = at("2026-12-05T00:00:00Z");
    assert_eq!(
        code.fits(&[part("a", 500), part("b", 1500)], during),
        Ok(())
    );
    assert_eq!(
        code.fits(&[part("a", 500), part("b", 1499)], during),
        Err(Unfit::Small(usd(2000)))
    );
    assert_eq!(
        code.fits(&[part("b", 5000), part("c", 5000)], during),
        Err(Unfit::OtherPlan)
    );
}

#[test]
fn of_several_plans_each_bears_its_own_and_what_one_cannot_bear_of_an_amount_another_does() {
    let part = |product_id, unit, quantity, cost| Part {
        product_id,
        unit: usd(unit),
        quantity,
        cost: usd(cost),
    };
    let both = [part("a", 400, 2, 700), part("b", 2000, 1, 1000)];
    let all = |off| Reduced::new(off, &both, |_| true, usd(1730)).unwrap();
    // Each line bears ten cents of the payment's own thirty.
    let ten = all(Off::Percent(10));
    assert_eq!(
        (lines(&ten), ten.total(), ten.raised),
        (vec![40, 40, 200], usd(2520), false)
    );
    let third = all(Off::Percent(30));
    assert_eq!(
        (lines(&third), third.raised),
        (vec![40, 40, 600], true),
        "a percentage is each plan's own"
    );
    let seven = all(Off::Amount(usd(700)));
    assert_eq!(
        (lines(&seven), seven.total(), seven.raised),
        (vec![40, 40, 620], usd(2100), false)
    );
    let most = all(Off::Amount(usd(5000)));
    assert_eq!(
        (lines(&most), most.total(), most.raised),
        (vec![40, 40, 990], usd(1730), true)
    );
    let only = |id: &'static str| {
        Reduced::new(
            Off::Amount(usd(100)),
            &both,
            move |part| part.product_id == id,
            usd(1730),
        )
        .unwrap()
    };
    assert_eq!(
        (lines(&only("b")), lines(&only("a"))),
        (vec![0, 0, 100], vec![40, 40, 0])
    );
}

#[test]
fn what_a_plan_without_the_code_does_not_cover_of_its_share_is_not_taken_off_the_others() {
    let part = |product_id, unit, cost| Part {
        product_id,
        unit: usd(unit),
        quantity: 1,
        cost: usd(cost),
    };
    let parts = [part("b", 60, 46), part("a", 32_110, 2889)];
    let reduced = Reduced::new(
        Off::Percent(91),
        &parts,
        |part| part.product_id == "a",
        usd(2965),
    )
    .unwrap();
    assert_eq!(
        (lines(&reduced), reduced.total(), reduced.raised),
        (vec![0, 29_205], usd(2965), true)
    );
}

proptest! {
    #[test]
    fn no_mix_falls_below_its_least_and_its_lines_add_up(
        plans in prop::collection::vec((60_i64..60_000, 1_i64..=4, 0_i64..=100, any::<bool>()), 1..=9),
        percent in 1_i64..=100, amount in 1_i64..100_000, fee in 0_i64..50, by_percent: bool,
    ) {
        let parts: Vec<Part<'_>> = plans.iter().map(|(unit, quantity, cost, mine)| {
            Part { product_id: if *mine { "a" } else { "b" }, unit: usd(*unit), quantity: *quantity, cost: usd(unit * quantity * cost / 100) }
        }).collect();
        let least = usd(parts.iter().map(|part| part.cost.minor).sum::<i64>() + fee);
        let off = if by_percent { Off::Percent(percent) } else { Off::Amount(usd(amount)) };
        let before: i64 = parts.iter().map(Part::price).sum();
        if let Some(reduced) = Reduced::new(off, &parts, |part| part.product_id == "a", least) {
            let taken = lines(&reduced);
            let each: Vec<&Part<'_>> = parts.iter().flat_map(|part| (0..part.quantity).map(move |_| part)).collect();
            prop_assert_eq!(taken.len(), each.len());
            prop_assert_eq!(reduced.total().minor + taken.iter().sum::<i64>(), before);
            prop_assert!(reduced.total().minor >= least.minor.min(before));
            prop_assert!(taken.iter().zip(&each).all(|(off, part)| *off >= 0 && part.unit.minor - off >= 1));
            prop_assert!(taken.iter().zip(&each).all(|(off, part)| *off == 0 || (part.unit.minor - off) * part.quantity >= part.cost.minor));
            prop_assert!(taken.iter().zip(&each).all(|(off, part)| part.product_id == "a" || *off == 0), "only what it is for");
            if !by_percent {
                prop_assert!(reduced.discount().minor <= amount && reduced.raised == (reduced.discount().minor < amount));
            }
        }
    }

    #[test]
    fn no_order_falls_below_its_least_and_its_lines_add_up(
        unit in 1_i64..60_000, quantity in 1_i64..=9, part in 0_i64..=120, percent in 1_i64..=100, amount in 1_i64..100_000, by_percent: bool,
    ) {
        let least = usd(unit * quantity * part / 100);
        let off = if by_percent { Off::Percent(percent) } else { Off::Amount(usd(amount)) };
        let wanted = if by_percent { unit * percent / 100 * quantity } else { amount };
        match reduced(off, usd(unit), quantity, least) {
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
