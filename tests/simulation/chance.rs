//! The only chance there is: drawn from the seed, in the same number whatever came of the draws
//! before.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// What a seed decides.
pub struct Chance {
    rng: StdRng,
    drawn: Vec<String>,
}

/// One draw: what is to be done, and three numbers for how.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    pub what: u32,
    pub a: usize,
    pub b: usize,
    pub c: usize,
}

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self {
            rng: StdRng::seed_from_u64(seed),
            drawn: Vec::new(),
        }
    }

    pub fn draw(&mut self) -> Draw {
        let mut next = || self.rng.next_u32() >> 4;
        let draw = Draw {
            what: next(),
            a: next() as usize,
            b: next() as usize,
            c: next() as usize,
        };
        self.drawn.push(format!("{draw:?}"));
        draw
    }

    /// Of everything that was drawn.
    pub fn digest(&self) -> String {
        digest(&self.drawn)
    }
}

/// The beginning of a hash.
pub fn digest(lines: &[String]) -> String {
    hex::encode(Sha256::digest(lines.join("\n")))[..16].to_owned()
}

/// Of these, the one that a number points at, if there are any.
pub fn of<T>(all: &[T], number: usize) -> Option<&T> {
    all.get(number.checked_rem(all.len())?)
}

/// The same, with the last one three times in four: trouble finds what is under way.
pub fn lately<T>(all: &[T], number: usize) -> Option<&T> {
    if number.is_multiple_of(4) {
        of(all, number / 4)
    } else {
        all.last()
    }
}
