//! That the answer is enough and the cheapest, whatever the shelf holds, and that no tag is given
//! away.

use proptest::prelude::*;

use super::*;

/// A plan: days, gigabytes (0: unlimited), gigabytes a day at full speed (0: not stated), price.
#[derive(Debug, Clone)]
struct Made {
    id: String,
    days: u32,
    data: Data,
    fair_use: FairUse,
    price: i64,
}

fn made(id: &str, days: u32, gigabytes: u64, a_day: u64, price: i64) -> Made {
    let data = if gigabytes == 0 {
        Data::Unlimited
    } else {
        Data::Megabytes(gigabytes * 1024)
    };
    let fair_use = FairUse {
        megabytes_a_day: (gigabytes == 0 && a_day > 0).then_some(a_day * 1024),
        then: None,
    };
    Made {
        id: id.into(),
        days,
        data,
        fair_use,
        price,
    }
}

fn candidates(shelf: &[Made]) -> Vec<Candidate<'_>> {
    shelf
        .iter()
        .map(|p| Candidate {
            id: &p.id,
            days: p.days,
            data: p.data,
            fair_use: &p.fair_use,
            price: p.price,
        })
        .collect()
}

/// The rule in its own words, apart from the code under test.
fn enough(plan: &Made, stay: Stay) -> bool {
    let a_day = [307, 1024, 3072][Habit::ALL
        .iter()
        .position(|habit| *habit == stay.habit)
        .unwrap()];
    plan.days >= stay.days
        && match plan.data {
            Data::Megabytes(megabytes) => megabytes >= a_day * u64::from(stay.days),
            Data::Unlimited => plan
                .fair_use
                .megabytes_a_day
                .is_none_or(|full| full >= a_day),
        }
}

fn shelf() -> impl Strategy<Value = Vec<Made>> {
    let plan = (
        1_u32..35,
        prop_oneof![3 => 1_u64..60, 1 => Just(0)],
        0_u64..5,
        1_i64..60,
    );
    prop::collection::vec(plan, 0..14).prop_map(|plans| {
        plans
            .into_iter()
            .enumerate()
            .map(|(at, (days, gigabytes, full, price))| {
                made(&format!("p{at:02}"), days, gigabytes, full, price)
            })
            .collect()
    })
}

fn stay() -> impl Strategy<Value = Stay> {
    (1_u32..40, 0_usize..3).prop_map(|(days, habit)| Stay {
        days,
        habit: Habit::ALL[habit],
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_answer_is_enough_and_nothing_that_is_enough_costs_less(shelf in shelf(), stay in stay()) {
        let cheapest = shelf.iter().filter(|plan| enough(plan, stay)).map(|plan| plan.price).min();
        match answer(&candidates(&shelf), stay) {
            Some(Answer::Enough(at)) => {
                prop_assert!(enough(&shelf[at], stay), "{:?}", shelf[at]);
                prop_assert_eq!(Some(shelf[at].price), cheapest);
            }
            Some(Answer::Most(at)) => {
                prop_assert!(cheapest.is_none() && shelf[at].days >= stay.days);
                let unlimited = shelf.iter().any(|plan| plan.days >= stay.days && plan.data == Data::Unlimited);
                prop_assert_eq!(shelf[at].data == Data::Unlimited, unlimited, "who needs more than \
                                                                               any plan holds is \
                                                                               led to what does \
                                                                               not end");
                let held = |plan: &Made| if let Data::Megabytes(held) = plan.data { held } else { 0 };
                let more = shelf.iter().filter(|plan| plan.days >= stay.days).any(|plan| held(plan) > held(&shelf[at]));
                prop_assert!(unlimited || !more);
            }
            None => prop_assert!(shelf.iter().all(|plan| plan.days < stay.days)),
        }
    }

    #[test]
    fn the_order_of_the_shelf_changes_no_answer(shelf in shelf(), stay in stay()) {
        let id = |shelf: &[Made]| answer(&candidates(shelf), stay).map(|found| match found {
            Answer::Enough(at) => (true, shelf[at].id.clone()),
            Answer::Most(at) => (false, shelf[at].id.clone()),
        });
        let turned: Vec<Made> = shelf.iter().rev().cloned().collect();
        prop_assert_eq!(id(&shelf), id(&turned));
    }

    #[test]
    fn a_longer_stay_or_a_heavier_habit_never_costs_less(shelf in shelf(), stay in stay()) {
        let price = |stay: Stay| match answer(&candidates(&shelf), stay) {
            Some(Answer::Enough(at)) => Some(shelf[at].price),
            _ => None,
        };
        let longer = Stay { days: stay.days + 1, ..stay };
        let heavier = Stay { habit: Habit::Heavy, ..stay };
        for more in [longer, heavier] {
            prop_assert!(price(more).is_none_or(|dearer| price(stay).is_some_and(|price| price <= dearer)), "{more:?}");
        }
    }

    #[test]
    fn a_tag_is_earned_by_one_plan_alone(plans in prop::collection::vec((0_i64..6, prop::option::of(1_i64..5), 1_u32..5), 0..8)) {
        let shelf: Vec<Standing> = plans.iter().map(|(orders, per_gigabyte, days)| Standing { orders: *orders, per_gigabyte: *per_gigabyte, days: *days }).collect();
        let found = tags(&shelf);
        for tag in [Tag::MostChosen, Tag::LowestPerGigabyte, Tag::Longest] {
            let holders: Vec<usize> = found.iter().filter(|(_, earned)| *earned == tag).map(|(at, _)| *at).collect();
            prop_assert!(holders.len() <= 1);
            let beaten = |at: usize, other: usize| match tag {
                Tag::MostChosen => shelf[at].orders >= LEAST_CHOSEN && shelf[at].orders > shelf[other].orders,
                Tag::LowestPerGigabyte => shelf[at].per_gigabyte.is_some_and(|mine| shelf[other].per_gigabyte.is_none_or(|theirs| mine < theirs)),
                Tag::Longest => shelf[at].days > shelf[other].days,
            };
            let others = |at: usize| (0..shelf.len()).filter(move |other| *other != at);
            let earns = |at: &usize| others(*at).count() > 0 && others(*at).all(|other| beaten(*at, other));
            let comparable = tag != Tag::LowestPerGigabyte || shelf.iter().filter(|plan| plan.per_gigabyte.is_some()).count() > 1;
            let expected: Vec<usize> = (0..shelf.len()).filter(earns).filter(|_| comparable).collect();
            prop_assert_eq!(holders, expected, "{:?}", tag);
        }
    }
}

#[test]
fn maps_and_messages_for_ten_days_fit_three_gigabytes() {
    let shelf = [
        made("1", 7, 1, 0, 330),
        made("3", 15, 3, 0, 590),
        made("10", 7, 10, 0, 1440),
        made("50", 30, 50, 0, 4600),
        made("u", 10, 0, 2, 2500),
    ];
    let take = |days, habit| match answer(&candidates(&shelf), Stay { days, habit }) {
        Some(Answer::Enough(at)) => shelf[at].id.as_str(),
        Some(Answer::Most(_)) => "not enough",
        None => "nothing lasts",
    };
    assert_eq!(
        (
            take(10, Habit::Light),
            take(7, Habit::Everyday),
            take(3, Habit::Light)
        ),
        ("3", "10", "1")
    );
    assert_eq!(
        take(10, Habit::Everyday),
        "u",
        "two gigabytes a day at full speed are enough for one"
    );
    assert_eq!(
        take(10, Habit::Heavy),
        "50",
        "two gigabytes a day at full speed are less than three"
    );
    assert_eq!(
        (take(30, Habit::Heavy), take(31, Habit::Light)),
        ("not enough", "nothing lasts")
    );
}

#[test]
fn a_plan_that_states_only_a_slow_speed_is_not_known_to_be_enough() {
    let slow = |then: Option<&str>| Made {
        fair_use: FairUse {
            megabytes_a_day: None,
            then: then.map(str::to_owned),
        },
        ..made("u", 10, 0, 0, 900)
    };
    let take = |plan: Made| {
        answer(
            &candidates(&[plan]),
            Stay {
                days: 7,
                habit: Habit::Light,
            },
        )
    };
    assert_eq!(take(slow(Some("512 Kbps"))), Some(Answer::Most(0)));
    assert_eq!(take(slow(None)), Some(Answer::Enough(0)));
}

#[test]
fn a_stay_is_read_from_an_address_and_nonsense_counts_for_nothing() {
    let stay = |days, habit| Some(Stay { days, habit });
    assert_eq!(Stay::read("days=10&use=light"), stay(10, Habit::Light));
    assert_eq!(Stay::read("sort=price&use=heavy"), stay(7, Habit::Heavy));
    assert_eq!(Stay::read("days=365&use=none"), stay(365, Habit::Everyday));
    for none in [
        "",
        "days=0",
        "days=366",
        "days=-1&use=",
        "sort=price",
        "use",
        "days=1e9",
    ] {
        assert_eq!(Stay::read(none), None, "{none}");
    }
    assert_eq!(Stay::read(&Stay::default().query()), Some(Stay::default()));
}
