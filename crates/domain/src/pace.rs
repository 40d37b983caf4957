//! How many calls may be under way to a partner at once: fewer when it says "too many" or does not
//! answer in time, more again as it answers. A steady latency is no reason.

/// The present pace of a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    most: u32,
    limit: u32,
    /// Answers since the limit last grew.
    answers: u32,
    /// Strains that tell of calls which began before the last cut, and so of nothing new.
    deaf_for: u32,
}

/// Never fewer: one that hangs must not keep the other from trying.
const LEAST: u32 = 2;

impl Pace {
    /// As many as are allowed, until something is heard.
    pub fn new(most: u32) -> Self {
        let most = most.max(1);
        Self {
            most,
            limit: most,
            answers: 0,
            deaf_for: 0,
        }
    }

    /// How many calls may be under way now.
    pub fn limit(&self) -> u32 {
        self.limit
    }

    /// A call was answered, whatever the answer: one more for each until half of what is allowed,
    /// then one more for each round.
    pub fn answered(&mut self) {
        self.answers += 1;
        let needed = if self.limit < self.most / 2 {
            1
        } else {
            self.limit
        };
        if self.answers >= needed && self.limit < self.most {
            self.limit += 1;
            self.answers = 0;
        }
    }

    /// The partner said "too many", or did not answer in time: half as many, once for all calls
    /// that were under way then.
    pub fn strained(&mut self) {
        self.answers = 0;
        if self.deaf_for > 0 {
            self.deaf_for -= 1;
            return;
        }
        self.deaf_for = self.limit.saturating_sub(1);
        self.limit = (self.limit / 2).max(LEAST.min(self.most));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_partner_that_answers_is_asked_as_much_as_is_allowed_however_slow_it_is() {
        let mut pace = Pace::new(64);
        for _ in 0..1000 {
            pace.answered();
        }
        assert_eq!(pace.limit(), 64);
    }

    #[test]
    fn a_round_of_time_outs_halves_it_once() {
        let mut pace = Pace::new(64);
        for _ in 0..64 {
            pace.strained();
        }
        assert_eq!(pace.limit(), 32);
        for _ in 0..32 {
            pace.strained();
        }
        assert_eq!(pace.limit(), 16);
    }

    #[test]
    fn it_grows_again_soon_when_the_trouble_is_over() {
        let mut pace = Pace::new(64);
        for _ in 0..1000 {
            pace.strained();
        }
        assert_eq!(pace.limit(), LEAST);
        for _ in 0..30 {
            pace.answered();
        }
        assert_eq!(pace.limit(), 32);
        for _ in 0..33 {
            pace.answered();
        }
        assert_eq!(pace.limit(), 33, "more slowly near the top");
    }

    proptest! {
        #[test]
        fn it_never_leaves_its_bounds(most in 0u32..200, heard in prop::collection::vec(any::<bool>(), 0..500)) {
            let mut pace = Pace::new(most);
            for answered in heard {
                if answered { pace.answered() } else { pace.strained() }
                prop_assert!((1..=most.max(1)).contains(&pace.limit()));
            }
        }
    }
}
