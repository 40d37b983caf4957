//! What a snapshot lists, where and in which order.

use super::*;
use crate::catalogue::testing::{prices, product, snapshot};
use domain::pricing::Rounding;

#[test]
fn plans_stand_on_the_shelf_of_their_destination_in_order() {
    let mut products = vec![
        product("c", "JP"),
        product("a", "JP"),
        product("b", "JP"),
        product("e", "DE FR IT AT"),
    ];
    products[0].data = Data::Unlimited;
    products[1].data = Data::Megabytes(10_240);
    let shelf = snapshot(products);
    let ids: Vec<_> = shelf
        .shelf("japan")
        .unwrap()
        .plans
        .iter()
        .map(|p| p.product.id.as_str())
        .collect();
    assert_eq!(ids, ["b", "a", "c"]);
    assert_eq!(
        shelf.tags(&shelf.shelf("japan").unwrap().plans),
        [(1, Tag::LowestPerGigabyte)]
    );
    assert_eq!(shelf.also_covering("FR").len(), 1);
    assert!(shelf.also_covering("JP").is_empty());
    let mut paths: Vec<String> = shelf.paths().collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "/esim/europe",
            "/esim/japan",
            "/plans/a",
            "/plans/b",
            "/plans/c",
            "/plans/e"
        ]
    );
}

#[test]
fn what_cannot_be_sold_is_named_and_left_out() {
    let mut cheap = product("cheap", "JP");
    cheap.cost = rust_decimal::Decimal::ZERO;
    let mut prices = prices();
    prices.terms.minimum_margin = "0.20".parse().unwrap();
    prices.terms.rounding = Rounding::To("0.01".parse().unwrap());
    let state = State {
        version: 1,
        synced_at: None,
        sales_stopped: None,
        stopped_by_hand: None,
    };
    let shelf = Snapshot::new(
        &state,
        vec![cheap, product("nowhere", "ZZ"), product("fine", "JP")],
        &prices,
        &[],
    );
    assert_eq!(shelf.len(), 1);
    assert_eq!(
        shelf
            .refused
            .iter()
            .map(|(id, _)| id.as_str())
            .collect::<Vec<_>>(),
        ["cheap", "nowhere"]
    );
}

#[test]
fn a_rule_for_a_product_that_never_was_is_named() {
    let mut prices = prices();
    for id in ["listed", "esimfx_1GB_7D_JP"] {
        prices.exceptions.insert(
            Scope::Product(id.into()),
            domain::pricing::Exception::default(),
        );
    }
    prices.exceptions.insert(
        Scope::Country("JP".into()),
        domain::pricing::Exception::default(),
    );
    let state = State {
        version: 1,
        synced_at: None,
        sales_stopped: None,
        stopped_by_hand: None,
    };
    let shelf = || Snapshot::new(&state, vec![product("listed", "JP")], &prices, &[]);
    assert!(
        shelf().strangers().is_empty(),
        "before the first sync nothing is known"
    );
    let change = Change {
        product_id: "listed".into(),
        coverage: vec!["JP".into()],
        at: DateTime::UNIX_EPOCH,
    };
    assert_eq!(
        shelf().with_changes(vec![change]).strangers(),
        ["esimfx_1GB_7D_JP"]
    );
}

#[test]
fn what_sells_stands_before_where_many_travel() {
    let shelf = snapshot(vec![
        product("a", "JP"),
        product("b", "JP"),
        product("c", "DE"),
        product("d", "FR"),
        product("e", "AT DE FR IT"),
    ]);
    let order = |shelf: &Snapshot| {
        shelf
            .by_sales()
            .iter()
            .map(|s| s.destination.slug())
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&shelf)[0], "japan");
    let sold =
        [("c", 2), ("e", 1), ("withdrawn", 99), ("d", 3)].map(|(id, times)| (id.to_owned(), times));
    assert_eq!(
        order(&shelf.with_sales(&sold)),
        ["france", "germany", "europe", "japan"]
    );
}

#[test]
fn what_most_orders_are_for_is_most_chosen_and_a_few_orders_say_nothing() {
    let chosen = |orders: [i64; 2]| {
        let sold = [("a".to_owned(), orders[0]), ("b".to_owned(), orders[1])];
        let shelf = snapshot(vec![product("a", "JP"), product("b", "JP")]).with_sales(&sold);
        shelf.tags(&shelf.shelf("japan").unwrap().plans)
    };
    assert_eq!(chosen([2, 5]), [(1, Tag::MostChosen)]);
    assert_eq!((chosen([1, 2]), chosen([5, 5])), (vec![], vec![]));
}

#[test]
fn what_is_bought_today_starts_within_sixty_days() {
    let shelf = snapshot(vec![]).on("2026-11-25".parse().unwrap());
    assert_eq!(shelf.start_by(), "2027-01-24".parse().unwrap());
}

#[test]
fn an_empty_shelf_is_a_shelf() {
    let shelf = snapshot(vec![]);
    assert!(shelf.is_empty() && shelf.shelf("japan").is_none());
    assert!(shelf.paths().next().is_none());
}

#[test]
fn the_owner_speaks_of_products_before_countries() {
    let fact = |product: Option<&str>, country: Option<&str>, hotspot| PlanFact {
        product: product.map(str::to_owned),
        country: country.map(str::to_owned),
        hotspot,
        ..PlanFact::default()
    };
    let facts = [
        fact(None, Some("JP"), Some(false)),
        fact(Some("a"), None, Some(true)),
    ];
    assert_eq!(facts_of(&product("a", "JP"), &facts).hotspot, Some(true));
    assert_eq!(facts_of(&product("b", "JP"), &facts).hotspot, Some(false));
    assert_eq!(facts_of(&product("b", "DE"), &facts).hotspot, None);
    assert_eq!(facts_of(&product("b", "DE JP"), &facts).hotspot, None);
}
