//! Wake-ups: what a transaction made necessary is said after its commit, gathered, and over one
//! connection at a time. `NOTIFY` inside a transaction would let those commit one at a time only.
//! One that is lost with its process is made good by the poll, a second later at most.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::PgPool;
use tokio::sync::Notify;
use uuid::Uuid;

use super::hands::{Hands, Place};
use super::jobs::Lease;
use super::{history, jobs};
use domain::job::Lane;

/// How long wake-ups are gathered before other processes hear of them.
const GATHER: Duration = Duration::from_millis(10);

tokio::task_local! {
    static NOTED: RefCell<Noted>;
}

/// What is to be said, and what these hands go on with.
#[derive(Debug, Default)]
struct Noted {
    lanes: [bool; Lane::ALL.len()],
    orders: BTreeSet<Uuid>,
    held: Vec<(Place, Lease)>,
    /// Those of the process, where it works.
    hands: Hands,
}

impl Noted {
    fn is_empty(&self) -> bool {
        self.orders.is_empty() && !self.lanes.contains(&true) && self.held.is_empty()
    }

    fn lanes(&self) -> impl Iterator<Item = Lane> {
        Lane::ALL
            .into_iter()
            .filter(|lane| self.lanes[*lane as usize])
    }
}

/// Something is due in a lane: said when the work that makes it necessary has been committed.
/// Without a scope nobody is told, and the poll finds it.
pub(super) fn note_lane(lane: Lane) {
    let _ = NOTED.try_with(|noted| noted.borrow_mut().lanes[lane as usize] = true);
}

/// The same of an order that changed and may be looked at.
pub(super) fn note_order(order: Uuid) {
    let _ = NOTED.try_with(|noted| noted.borrow_mut().orders.insert(order));
}

/// Places in a lane for up to `most` jobs that are about to be written. Without a scope, or where
/// nobody works in that lane, there are none.
pub(super) fn take_places(lane: Lane, most: usize) -> Vec<Place> {
    NOTED
        .try_with(|noted| noted.borrow().hands.take(lane, most))
        .unwrap_or_default()
}

/// A job has been written for these hands: they go on with it when that has been committed.
pub(super) fn note_held(place: Place, lease: Lease) {
    let _ = NOTED.try_with(|noted| noted.borrow_mut().held.push((place, lease)));
}

/// Says it, here at once and to other processes a moment later. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Bell(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: PgPool,
    waiting: Mutex<Waiting>,
    lanes: [Notify; Lane::ALL.len()],
    hands: Hands,
}

#[derive(Debug, Default)]
struct Waiting {
    noted: Noted,
    /// Somebody gathers or speaks; one connection is enough.
    speaking: bool,
}

impl Bell {
    /// Rings through this pool.
    #[must_use]
    pub fn new(db: PgPool) -> Self {
        Self(Arc::new(Inner {
            db,
            waiting: Mutex::default(),
            lanes: Default::default(),
            hands: Hands::default(),
        }))
    }

    /// Whose places the lanes of this process have.
    #[must_use]
    pub fn hands(&self) -> &Hands {
        &self.0.hands
    }

    /// Does the work, and then says what it made necessary: whatever it wrote has been committed by
    /// then.
    pub async fn after<F: Future>(&self, work: F) -> F::Output {
        let scope = async {
            let done = work.await;
            self.ring();
            done
        };
        NOTED
            .scope(
                RefCell::new(Noted {
                    hands: self.0.hands.clone(),
                    ..Noted::default()
                }),
                scope,
            )
            .await
    }

    /// Says now what has been noted so far: for work that goes on after a commit.
    pub fn ring(&self) {
        let noted = NOTED.try_with(|noted| {
            let hands = noted.borrow().hands.clone();
            noted.replace(Noted {
                hands,
                ..Noted::default()
            })
        });
        let mut noted = noted.unwrap_or_default();
        if noted.is_empty() {
            return;
        }
        crate::fail_at::reach("before_ring");
        for (place, lease) in noted.held.drain(..) {
            place.hand_over(lease);
        }
        for lane in noted.lanes() {
            self.heard(Some(lane));
        }
        let mut waiting = self
            .0
            .waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        for (waits, new) in waiting.noted.lanes.iter_mut().zip(noted.lanes) {
            *waits |= new;
        }
        waiting.noted.orders.extend(noted.orders);
        if !std::mem::replace(&mut waiting.speaking, true) {
            tokio::spawn(self.clone().speak());
        }
    }

    /// Somebody said that there is something to do: in one lane, or nobody knows where.
    pub fn heard(&self, lane: Option<Lane>) {
        for each in Lane::ALL
            .into_iter()
            .filter(|each| lane.is_none_or(|lane| lane == *each))
        {
            self.0.lanes[each as usize].notify_one();
        }
    }

    /// Resolves when something may be due in a lane.
    pub async fn rung(&self, lane: Lane) {
        self.0.lanes[lane as usize].notified().await;
    }

    /// Gathers for a moment and says all at once, until nothing waits.
    async fn speak(self) {
        loop {
            tokio::time::sleep(GATHER).await;
            let noted = {
                let mut waiting = self
                    .0
                    .waiting
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                if waiting.noted.is_empty() {
                    waiting.speaking = false;
                    return;
                }
                std::mem::take(&mut waiting.noted)
            };
            if let Err(error) = self.say(&noted).await {
                tracing::warn!(error.message = %error, "other processes could not be woken; they \
                                                        poll");
            }
        }
    }

    async fn say(&self, noted: &Noted) -> sqlx::Result<()> {
        let lanes = noted
            .lanes()
            .map(|lane| (jobs::CHANNEL, lane.as_str().to_owned()));
        let orders = noted
            .orders
            .iter()
            .map(|order| (history::CHANNEL, order.to_string()));
        let (channels, words): (Vec<&str>, Vec<String>) = lanes.chain(orders).unzip();
        sqlx::query!(
            "select pg_notify(channel, words)
             from unnest($1::text[], $2::text[]) as said (channel, words)",
            channels.as_slice() as _,
            &words
        )
        .fetch_all(&self.0.db)
        .await
        .map(drop)
    }
}
