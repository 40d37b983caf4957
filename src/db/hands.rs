//! Hands that go on: a job that a story makes necessary may be held from the start by the process
//! that tells it, so that nobody has to look for it first. A place in the job's lane is taken
//! before, so that no lane does more at once than it may. Who dies meanwhile leaves a lease that
//! ends.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::jobs::Lease;
use domain::job::Lane;

/// The places of all lanes of a process. None is free while nobody works in a lane. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Hands(Arc<[Places; Lane::ALL.len()]>);

#[derive(Debug, Default)]
struct Places {
    now: Mutex<Now>,
    handed: Notify,
}

#[derive(Debug, Default)]
struct Now {
    /// What the lane could still do at once.
    free: usize,
    /// What is promised of that to jobs that are not written yet.
    taken: usize,
    /// Jobs that were written for these hands, and are not begun.
    handed: Vec<Lease>,
}

impl Hands {
    fn now(&self, lane: Lane) -> MutexGuard<'_, Now> {
        self.0[lane as usize]
            .now
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Says what a lane could still do at once; how much of that is promised to nobody.
    pub fn offer(&self, lane: Lane, free: usize) -> usize {
        let mut now = self.now(lane);
        now.free = free;
        free.saturating_sub(now.taken)
    }

    /// What was handed over to a lane, to be begun now.
    #[must_use]
    pub fn receive(&self, lane: Lane) -> Vec<Lease> {
        let mut now = self.now(lane);
        let handed = std::mem::take(&mut now.handed);
        now.taken = now.taken.saturating_sub(handed.len());
        // Their places are taken by the lane itself now, which says so only when it offers again.
        now.free = now.free.saturating_sub(handed.len());
        handed
    }

    /// Resolves when something has been handed over to a lane.
    pub async fn handed(&self, lane: Lane) {
        self.0[lane as usize].handed.notified().await;
    }

    /// Takes up to `most` places of a lane.
    pub(super) fn take(&self, lane: Lane, most: usize) -> Vec<Place> {
        let mut now = self.now(lane);
        let places = most.min(now.free.saturating_sub(now.taken));
        now.taken += places;
        (0..places)
            .map(|_| Place {
                hands: self.clone(),
                lane,
                kept: false,
            })
            .collect()
    }
}

/// A place in a lane, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    hands: Hands,
    lane: Lane,
    kept: bool,
}

impl Place {
    /// The lane goes on with this job.
    pub(super) fn hand_over(mut self, lease: Lease) {
        self.kept = true;
        self.hands.now(self.lane).handed.push(lease);
        self.hands.0[self.lane as usize].handed.notify_one();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.kept {
            let mut now = self.hands.now(self.lane);
            now.taken = now.taken.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn lease(id: i64) -> Lease {
        Lease {
            id,
            job: None,
            token: Uuid::nil(),
            generation: 0,
            attempts: 0,
        }
    }

    #[tokio::test]
    async fn no_lane_is_handed_more_than_it_has_hands_for() {
        let hands = Hands::default();
        assert!(
            hands.take(Lane::Supplier, 1).is_empty(),
            "nobody works there"
        );
        assert_eq!(hands.offer(Lane::Supplier, 3), 3);
        let mut places = hands.take(Lane::Supplier, 9);
        assert_eq!(
            (
                places.len(),
                hands.take(Lane::Supplier, 1).len(),
                hands.take(Lane::Mail, 1).len()
            ),
            (3, 0, 0)
        );
        drop(places.pop());
        assert_eq!(
            hands.offer(Lane::Supplier, 3),
            1,
            "a place that nobody used is free again"
        );
        for (place, id) in places.into_iter().zip(1..) {
            place.hand_over(lease(id));
        }
        hands.handed(Lane::Supplier).await;
        assert_eq!(
            hands.take(Lane::Supplier, 9).len(),
            1,
            "what is handed over has its place until it is begun"
        );
        assert_eq!(
            hands
                .receive(Lane::Supplier)
                .iter()
                .map(|lease| lease.id)
                .collect::<Vec<_>>(),
            [1, 2]
        );
        assert_eq!(
            hands.take(Lane::Supplier, 9).len(),
            1,
            "and while it is begun, until the lane counts it"
        );
        assert_eq!(hands.offer(Lane::Supplier, 1), 1);
    }
}
