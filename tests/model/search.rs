//! Breadth first through everything that can happen, until it is known or a rule is seen to break.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::rules::Rules;
use super::world::State;
use super::{outside, shop};

/// Who takes a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The shop, the supplier or time: it comes sooner or later.
    Ours,
    /// It may come or not.
    Outside,
    /// One of the few acts of people in a story: in Stripe's Dashboard, at the bank, of a
    /// fraudster.
    Act,
    /// One of its few faults: of a machine, a network, the supplier, Stripe.
    Fault,
}

/// What may follow a state.
#[derive(Default)]
pub struct Steps {
    pub list: Vec<(&'static str, Kind, State)>,
    /// What was seen to break.
    pub broken: Option<&'static str>,
}

impl Steps {
    pub fn add(
        &mut self,
        from: &State,
        name: &'static str,
        kind: Kind,
        change: impl FnOnce(&mut State),
    ) {
        let mut next = *from;
        let left = match kind {
            Kind::Act => &mut next.acts,
            Kind::Fault => &mut next.faults,
            Kind::Ours | Kind::Outside => &mut 1,
        };
        if *left == 0 {
            return;
        }
        *left -= u8::from(matches!(kind, Kind::Act | Kind::Fault));
        change(&mut next);
        let next = next.forget().in_order();
        if next != *from {
            self.list.push((name, kind, next));
        }
    }

    pub fn must(&mut self, holds: bool, what: &'static str) {
        if !holds {
            self.broken.get_or_insert(what);
        }
    }
}

pub struct Searched {
    pub states: usize,
    pub depth: usize,
    pub at_rest: usize,
    pub delivered: usize,
    pub refunded: usize,
}

/// What broke, and the story that led there.
#[derive(Debug)]
pub struct Broken {
    pub what: &'static str,
    pub story: Vec<&'static str>,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}:{}",
            self.what,
            self.story
                .iter()
                .fold(String::new(), |all, by| all + "\n  " + by)
        )
    }
}

#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u8(&mut self, i: u8) {
        self.write_u64(u64::from(i));
    }
    fn write_u64(&mut self, i: u64) {
        self.0 = (self.0.rotate_left(5) ^ i).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    fn write_isize(&mut self, i: isize) {
        self.write_u64(i.unsigned_abs() as u64);
    }
    fn write_usize(&mut self, i: usize) {
        self.write_u64(i as u64);
    }
}

struct Search {
    known: HashMap<State, u32, BuildHasherDefault<Mix>>,
    states: Vec<State>,
    /// Where each was first reached from, and by what.
    from: Vec<(u32, &'static str)>,
    /// Backwards: what of ours leads where.
    ours: Vec<(u32, u32)>,
    rest: Vec<u32>,
}

/// Searches all that can follow from `first`.
pub fn search(rules: &Rules, first: &[State]) -> Result<Searched, Broken> {
    let mut all = Search {
        known: HashMap::default(),
        states: Vec::new(),
        from: Vec::new(),
        ours: Vec::new(),
        rest: Vec::new(),
    };
    for state in first {
        all.reach(*state, u32::MAX, "");
    }
    let (mut at, mut depth, mut layer_end) = (0, 0, all.states.len());
    let mut found = Searched {
        states: 0,
        depth: 0,
        at_rest: 0,
        delivered: 0,
        refunded: 0,
    };
    while at < all.states.len() {
        if at == layer_end {
            (depth, layer_end) = (depth + 1, all.states.len());
        }
        all.expand(rules, at, &mut found)?;
        at += 1;
    }
    all.everything_comes_to_rest()?;
    Ok(Searched {
        states: all.states.len(),
        depth,
        at_rest: all.rest.len(),
        ..found
    })
}

impl Search {
    fn reach(&mut self, state: State, from: u32, by: &'static str) -> u32 {
        let next = u32::try_from(self.states.len()).unwrap();
        let id = *self.known.entry(state).or_insert(next);
        if id == next {
            self.states.push(state);
            self.from.push((from, by));
        }
        id
    }

    fn expand(&mut self, rules: &Rules, at: usize, found: &mut Searched) -> Result<(), Broken> {
        let (state, id) = (self.states[at], u32::try_from(at).unwrap());
        let mut steps = Steps::default();
        outside::steps(&state, &mut steps);
        shop::steps(&state, rules, &mut steps);
        shop::always(&state, &mut steps);
        let rests = steps.list.iter().all(|(_, kind, _)| *kind != Kind::Ours);
        if rests {
            shop::at_rest(&state, &mut steps);
            self.rest.push(id);
            found.delivered += usize::from(state.line[0].outcome == super::world::Outcome::Deliver);
            found.refunded += usize::from(state.line[0].outcome == super::world::Outcome::Refund);
        }
        if let Some(what) = steps.broken {
            return Err(self.broken(what, id));
        }
        for (name, kind, next) in steps.list {
            let next = self.reach(next, id, name);
            if kind == Kind::Ours {
                self.ours.push((next, id));
            }
        }
        Ok(())
    }

    /// Backwards from the states at rest, by steps that surely come.
    fn everything_comes_to_rest(&mut self) -> Result<(), Broken> {
        self.ours.sort_unstable();
        let mut comes = vec![false; self.states.len()];
        let mut open = self.rest.clone();
        for at in &open {
            comes[*at as usize] = true;
        }
        while let Some(at) = open.pop() {
            let begin = self.ours.partition_point(|(to, _)| *to < at);
            for (_, from) in self.ours[begin..].iter().take_while(|(to, _)| *to == at) {
                if !std::mem::replace(&mut comes[*from as usize], true) {
                    open.push(*from);
                }
            }
        }
        match comes.iter().position(|c| !c) {
            Some(at) => Err(self.broken("never comes to rest", u32::try_from(at).unwrap())),
            None => Ok(()),
        }
    }

    fn broken(&self, what: &'static str, mut at: u32) -> Broken {
        let mut story = Vec::new();
        while at != u32::MAX {
            let (from, by) = self.from[at as usize];
            story.push(by);
            at = from;
        }
        story.reverse();
        Broken { what, story }
    }
}
