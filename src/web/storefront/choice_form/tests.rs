//! How several plans are read from a form, and what each is told.

use super::*;
use crate::catalogue::testing::{product, snapshot};

fn read(query: &str) -> ChoiceForm {
    let shelf = snapshot(vec![
        product("jp", "JP"),
        product("th", "TH"),
        product("vn", "VN"),
    ]);
    let mut choice = ChoiceForm::read(Locale::ENGLISH, &shelf, &Form::of_query(query));
    choice.check_amounts(Locale::ENGLISH);
    choice
}

fn wanted(choice: &ChoiceForm) -> Vec<(&str, Option<i32>)> {
    choice
        .rows
        .iter()
        .map(|row| (row.product_id.as_str(), row.wanted()))
        .collect()
}

#[test]
fn plans_are_read_in_their_order_and_one_that_comes_twice_is_added_up() {
    let choice =
        read("product_id=th&quantity=2&product_id=jp&quantity=1&product_id=th&quantity=3&code=a");
    assert_eq!(wanted(&choice), [("th", Some(5)), ("jp", Some(1))]);
    assert!(!choice.faulty());
    let late = read(
        "product_id=th&quantity=1&first_day=2027-05-03&product_id=jp&quantity=1&first_day=&product_id=th&quantity=1&first_day=2027-05-20",
    );
    assert_eq!(
        (late.rows[0].day(), late.rows[1].day(), late.rows.len()),
        ("2027-05-20".to_owned(), String::new(), 2)
    );
}

#[test]
fn each_plan_is_told_its_own_fault() {
    for (query, faulty) in [
        (
            "product_id=th&quantity=0&product_id=jp&quantity=1",
            [true, false],
        ),
        (
            "product_id=th&quantity=1&product_id=jp&quantity=10",
            [false, true],
        ),
        (
            "product_id=th&quantity=-1&product_id=jp&quantity=two",
            [true, true],
        ),
        ("product_id=th&quantity=1&product_id=jp", [false, true]),
        (
            "product_id=th&quantity=1&product_id=jp&quantity=1&quantity=1",
            [false, true],
        ),
        (
            "product_id=th&quantity=5&product_id=jp&quantity=1&product_id=th&quantity=5",
            [true, false],
        ),
        (
            "product_id=th&quantity=4294967295&product_id=jp&quantity=1&product_id=th&quantity=5",
            [true, false],
        ),
    ] {
        let choice = read(query);
        assert_eq!(
            choice
                .rows
                .iter()
                .map(|row| row.message.is_some())
                .collect::<Vec<_>>(),
            faulty,
            "{query}"
        );
    }
}

#[test]
fn an_order_holds_nine_plans_and_thirty_six_esims() {
    let of = |plans: usize, each: i32| {
        let query: Vec<String> = (0..plans)
            .map(|n| format!("product_id=p{n}&quantity={each}"))
            .collect();
        read(&query.join("&"))
            .messages
            .keys()
            .copied()
            .collect::<Vec<_>>()
    };
    assert_eq!((of(9, 4), of(4, 9)), (vec![], vec![]));
    assert_eq!(
        (of(10, 1), of(5, 8)),
        (vec!["product_id"], vec!["quantity"])
    );
}

#[test]
fn quantities_of_one_plan_are_added_up() {
    let of = |query: &str| added_up(&Form::of_query(query));
    assert_eq!(of("product_id=a&quantity=3"), "3");
    assert_eq!(of("product_id=a&quantity=3&product_id=a&quantity=4"), "7");
    for odd in [
        "product_id=a",
        "product_id=a&product_id=a&quantity=2",
        "product_id=a&quantity=3&quantity=4",
        "product_id=a&quantity=x&product_id=a&quantity=4",
    ] {
        assert_eq!(of(odd), "", "{odd}");
    }
    assert_eq!(of("product_id=a&quantity=two"), "two", "kept as it came");
}
