//! The rules of the shop with Stripe, the supplier, two workers and a clock as small state machines, searched through completely.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod books;
mod outside;
mod rules;
mod search;
mod shop;
mod world;

use rules::{OURS, Rules};
use search::search;
use world::State;

/// Orders of one line by any way to pay, and with a key that may not read disputes and reviews; of two lines, the usual one.
fn first(lines: u8, troubles: (u8, u8)) -> Vec<State> {
    let usual = State::new(lines, troubles, true, false);
    if lines > 1 { vec![usual] } else { vec![usual, State::new(lines, troubles, false, false), State::new(lines, troubles, true, true)] }
}

#[test]
fn whatever_happens_nothing_is_bought_that_was_taken_back_and_everything_comes_to_rest() {
    let b: Vec<u8> = std::env::var("B").unwrap().split(' ').map(|x| x.parse().unwrap()).collect();
    for (lines, troubles) in [(b[0], (b[1], b[2]))] {
        let begun = std::time::Instant::now();
        let found = match search(&OURS, &first(lines, troubles)) {
            Ok(found) => found,
            Err(broken) => panic!("{}:\n  {}", broken.what, broken.story.join("\n  ")),
        };
        println!(
            "{lines} lines, 2 workers, {troubles:?} troubles: {} states, depth {}, {} at rest {:?}",
            found.states, found.depth, found.at_rest, begun.elapsed()
        );
        assert!(found.delivered > 0 && found.refunded > 0);
    }
}
