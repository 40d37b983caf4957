//! States that differ in nothing that matters are one: what is forgotten, and what is put in order.

use domain::order::PaymentState;

use super::world::*;

impl State {
    pub fn snap(&self) -> Snap {
        let s = &self.stripe;
        let (dispute, lost, review) = if self.rights {
            (s.dispute, s.lost, s.review)
        } else {
            (Dispute::None, 0, Review::None)
        };
        Snap {
            short: s.short,
            dash: s.dash,
            lost,
            dispute,
            review,
            ours: self.line.map(|l| l.ours & !l.hidden),
        }
    }

    /// What can make no difference any more is forgotten, so that fewer states are to be searched.
    pub fn forget(mut self) -> Self {
        for l in self.all_lines() {
            let asked = self.workers.iter().any(|at| matches!(at, At::Asking(of, _) | At::Answered(of, ..) if usize::from(*of) == l));
            let line = &mut self.line[l];
            if line.outcome != Outcome::None && !asked {
                (line.made, line.unclear) = (0, false);
                line.keys = if line.keys.count_ones() > 1 {
                    line.keys
                } else {
                    0
                };
                if line.outcome == Outcome::Deliver || line.ended {
                    line.sold = if line.sold.count_ones() > 1 {
                        line.sold
                    } else {
                        0
                    };
                    line.ended = false;
                }
            }
            if line.row != Row::Intent {
                (line.failed, line.empty) = (false, 0);
            }
        }
        if self.payment == PaymentState::Paid && !self.undecided() {
            self.seen = (0, Dispute::None, Review::None);
            (self.fresh, self.phase, self.held) = (false, 0, false);
        }
        let first_call = |l: &Line| l.outcome == Outcome::None && l.made == 0;
        self.long_bad &= self.bad() && self.all_lines().any(|l| first_call(&self.line[l]));
        if self.payment == PaymentState::Paid {
            // A payment is captured once: what tells of it again means nothing.
            for kind in [DONE, SETTLED] {
                let told = self.events[kind] != Told::Never;
                if told
                    && !self
                        .workers
                        .iter()
                        .any(|at| matches!(at, At::Capturing(_, by) if usize::from(*by) == kind))
                {
                    self.events[kind] = Told::Handled;
                }
            }
        }
        if self.faults == 0 {
            // One of each is told of fraud.
            let but = if self.acts == 0 { KINDS.len() } else { FRAUD };
            for told in self.events[..but]
                .iter_mut()
                .filter(|t| **t == Told::Handled)
            {
                *told = Told::Never;
            }
        }
        self
    }

    /// Workers and lines are alike: one order of them stands for all.
    pub fn in_order(mut self) -> Self {
        if self.lines == 2 && self.line[0] > self.line[1] {
            self.line.swap(0, 1);
            for at in &mut self.workers {
                at.swap_lines();
            }
        }
        if self.workers[0] > self.workers[1]
            || (self.workers[0] == self.workers[1] && self.owner == Some(1))
        {
            self.workers.swap(0, 1);
            self.owner = self.owner.map(|w| 1 - w);
        }
        self
    }
}
