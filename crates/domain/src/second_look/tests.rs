//! Strange syncs, one after the other.

use super::super::product::{Data, FairUse};
use super::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
}

fn product(id: &str, cost: &str, currency: &str) -> Product {
    Product {
        id: id.into(),
        meta_id: None,
        name: id.into(),
        data: Data::Unlimited,
        days: 7,
        coverage: vec!["JP".into()],
        networks: vec![],
        imsi_profile: None,
        fair_use: FairUse::default(),
        raw: None,
        cost: d(cost),
        cost_currency: currency.parse().unwrap(),
    }
}

/// A shop that lives through syncs; it remembers as the database would.
struct Shop {
    known: Vec<Known>,
    waiting: Vec<Waiting>,
}

impl Shop {
    fn with(prices: &[(&str, &str)]) -> Self {
        let known = prices
            .iter()
            .map(|(id, cost)| Known {
                id: (*id).into(),
                price: (d(cost), Currency::USD),
                for_sale: true,
            })
            .collect();
        Self {
            known,
            waiting: vec![],
        }
    }

    fn sync(&mut self, minute: i64, list: &[(&str, &str)]) -> Vec<String> {
        self.sync_of(
            minute,
            list.iter()
                .map(|(id, cost)| product(id, cost, "USD"))
                .collect(),
        )
    }

    /// What is for sale after a sync: `a 12`.
    fn sync_of(&mut self, minute: i64, list: Vec<Product>) -> Vec<String> {
        let verdict = judge(&self.known, list, &self.waiting, at(minute));
        for known in &mut self.known {
            known.for_sale = verdict.stay.contains(&known.id);
        }
        for product in verdict.products {
            self.known.retain(|k| k.id != product.id);
            self.known.push(Known {
                id: product.id,
                price: (product.cost, product.cost_currency),
                for_sale: true,
            });
        }
        self.waiting = verdict.waiting;
        let mut shelf: Vec<String> = self
            .known
            .iter()
            .filter(|k| k.for_sale)
            .map(|k| format!("{} {}", k.id, k.price.0))
            .collect();
        shelf.sort();
        shelf
    }
}

#[test]
fn a_price_that_falls_by_more_than_half_waits_for_a_second_sync_a_quarter_of_an_hour_later() {
    let mut shop = Shop::with(&[("a", "12"), ("b", "8")]);
    let list = [("a", "0.12"), ("b", "7")];
    assert_eq!(
        shop.sync(0, &list),
        ["a 12", "b 7"],
        "all else is taken at once"
    );
    assert_eq!(shop.waiting.len(), 1);
    assert_eq!(shop.sync(14, &list), ["a 12", "b 7"]);
    assert_eq!(shop.sync(15, &list), ["a 0.12", "b 7"]);
    assert_eq!(shop.waiting, []);
    assert_eq!(shop.sync(16, &list), ["a 0.12", "b 7"]);
}

#[test]
fn half_is_not_more_than_half() {
    let mut shop = Shop::with(&[("a", "12")]);
    assert_eq!(shop.sync(0, &[("a", "6")]), ["a 6"]);
    assert_eq!(shop.sync(1, &[("a", "2.99")]), ["a 6"]);
    assert_eq!(
        shop.sync(2, &[("a", "600")]),
        ["a 600"],
        "a price that rises is believed at once"
    );
}

#[test]
fn another_fall_begins_to_wait_anew_and_a_price_that_comes_back_is_forgotten() {
    let mut shop = Shop::with(&[("a", "12")]);
    shop.sync(0, &[("a", "0.12")]);
    assert_eq!(
        shop.sync(15, &[("a", "0.13")]),
        ["a 12"],
        "it does not say the same"
    );
    assert_eq!(shop.sync(20, &[("a", "11")]), ["a 11"]);
    assert_eq!(shop.waiting, []);
    assert_eq!(
        shop.sync(40, &[("a", "0.13")]),
        ["a 11"],
        "what was forgotten does not count"
    );
    assert_eq!(shop.sync(55, &[("a", "0.13")]), ["a 0.13"]);
}

#[test]
fn a_price_in_another_currency_is_compared_by_the_table() {
    let mut shop = Shop::with(&[("a", "12")]);
    assert_eq!(shop.sync_of(0, vec![product("a", "11", "EUR")]), ["a 11"]);
    assert_eq!(shop.sync_of(1, vec![product("a", "11", "JPY")]), ["a 11"]);
    assert_eq!(shop.waiting.len(), 1, "eleven yen");
    assert!(
        fell((d("12"), Currency::USD), (d("12"), "XYZ".parse().unwrap())),
        "what nobody knows"
    );
}

#[test]
fn a_catalogue_that_loses_more_than_half_waits() {
    let all = [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")];
    let mut shop = Shop::with(&all);
    assert_eq!(
        shop.sync(0, &[("a", "1.10")]),
        ["a 1.10", "b 2", "c 3", "d 4"],
        "a new price on it is taken"
    );
    assert_eq!(shop.waiting.len(), 3);
    assert_eq!(
        shop.sync(10, &[("a", "1"), ("b", "2")]),
        ["a 1", "b 2"],
        "half is not more than half"
    );
    assert_eq!(shop.waiting, []);
    let mut shop = Shop::with(&all);
    shop.sync(0, &[("a", "1")]);
    assert_eq!(
        shop.sync(15, &[("d", "4")]),
        ["a 1", "d 4"],
        "only what both did not list is gone"
    );
    assert_eq!(shop.sync(20, &all), ["a 1", "b 2", "c 3", "d 4"]);
}

#[test]
fn a_catalogue_that_comes_back_is_forgotten() {
    let all = [("a", "1"), ("b", "2"), ("c", "3")];
    let mut shop = Shop::with(&all);
    shop.sync(0, &[("a", "1")]);
    assert_eq!(shop.sync(5, &all).len(), 3);
    assert_eq!(shop.waiting, []);
    assert_eq!(shop.sync(16, &[("a", "1")]).len(), 3, "it waits anew");
}

#[test]
fn what_comes_back_to_the_shelf_far_cheaper_waits_as_well() {
    let mut shop = Shop::with(&[("a", "12"), ("b", "2"), ("c", "2")]);
    assert_eq!(shop.sync(0, &[("b", "2"), ("c", "2")]), ["b 2", "c 2"]);
    assert_eq!(
        shop.sync(1, &[("a", "0.12"), ("b", "2"), ("c", "2")]),
        ["a 12", "b 2", "c 2"]
    );
}

#[test]
fn a_first_catalogue_is_believed() {
    assert_eq!(Shop::with(&[]).sync(0, &[("a", "1")]), ["a 1"]);
}
