//! Who is looking at an order hears that it changed: one listening connection a process, and one
//! read per order and change, however many pages are open. What is handed out are states, never a
//! code.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::{Notify, Semaphore, watch};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::history::{self, CHANNEL};
use super::order_pages::{self, Seen};
use crate::clock::Clock;

/// How often changes are looked for that nobody said.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Pages that one address may have open on one order.
const MOST_OF_ONE: usize = 4;
/// Pages that one address may have open in all, once half of the places are taken: a hostel's
/// travellers, and not every place there is.
const MOST_OF_ADDRESS: usize = 50;
/// Pages open in all.
const MOST: usize = 500;
/// Orders read at once, so that many open pages leave the database to who buys.
const READERS: usize = 4;

/// What is known of an order that is being looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// It is being read.
    Nothing,
    /// Its state.
    State(Arc<Seen>),
    /// It cannot be read now.
    Lost,
}

/// Why no more pages can be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Full {
    /// This address has enough open.
    One,
    /// There are too many in all.
    All,
}

/// Hands the database's notifications to the open pages. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Live(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    orders: Mutex<HashMap<Uuid, Arc<Topic>>>,
    places: Mutex<Places>,
    readers: Semaphore,
    stop: CancellationToken,
}

/// An order that somebody looks at.
#[derive(Debug)]
struct Topic {
    changed: Notify,
    told: watch::Sender<Told>,
}

/// How many pages are open.
#[derive(Debug, Default)]
struct Places {
    all: usize,
    of: HashMap<(Uuid, String), usize>,
    from: HashMap<String, usize>,
}

impl Places {
    fn take(&mut self, order: Uuid, from: &str) -> Result<(), Full> {
        let key = (order, from.to_owned());
        if self.of.get(&key).is_some_and(|of| *of >= MOST_OF_ONE) {
            return Err(Full::One);
        }
        // A mobile network may have one address for many travellers; while there is room, each of
        // them finds a place.
        if self.all >= MOST / 2 && self.from.get(from).is_some_and(|of| *of >= MOST_OF_ADDRESS) {
            return Err(Full::One);
        }
        if self.all >= MOST {
            return Err(Full::All);
        }
        *self.of.entry(key).or_default() += 1;
        *self.from.entry(from.to_owned()).or_default() += 1;
        self.all += 1;
        self.tell();
        Ok(())
    }

    fn leave(&mut self, order: Uuid, from: &str) {
        let key = (order, from.to_owned());
        if let Some(of) = self.of.get_mut(&key) {
            *of -= 1;
            if *of == 0 {
                // Nobody is remembered who looks no more.
                self.of.remove(&key);
            }
            if let Some(of) = self.from.get_mut(from) {
                *of -= 1;
                if *of == 0 {
                    self.from.remove(from);
                }
            }
            self.all -= 1;
        }
        self.tell();
    }

    fn tell(&self) {
        metrics::gauge!("event_streams_open").set(u32::try_from(self.all).unwrap_or(u32::MAX));
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An open page: what it hears, and its place, which is free again when this is dropped.
#[derive(Debug)]
pub struct Watching {
    live: Live,
    order: Uuid,
    from: String,
    told: watch::Receiver<Told>,
    first: bool,
}

impl Watching {
    /// The order's state at once, and then after each change; none when it cannot be read.
    pub async fn next(&mut self) -> Option<Arc<Seen>> {
        loop {
            let now = self.told.borrow_and_update().clone();
            match now {
                Told::State(seen) if std::mem::take(&mut self.first) => return Some(seen),
                Told::Lost => return None,
                Told::State(_) | Told::Nothing => {}
            }
            self.told.changed().await.ok()?;
            self.first = true;
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        lock(&self.live.0.places).leave(self.order, &self.from);
    }
}

impl Live {
    /// Nobody listens to the database until [`Live::run`]; pages that wait end when `stop` is
    /// cancelled.
    #[must_use]
    pub fn new(stop: CancellationToken) -> Self {
        let (orders, places) = (Mutex::default(), Mutex::default());
        Self(Arc::new(Inner {
            orders,
            places,
            readers: Semaphore::new(READERS),
            stop,
        }))
    }

    /// A page of this order is open for this address of the network.
    ///
    /// # Errors
    /// [`Full`]
    pub fn watch(
        &self,
        db: &PgPool,
        clock: &Clock,
        order: Uuid,
        from: &str,
    ) -> Result<Watching, Full> {
        lock(&self.0.places).take(order, from)?;
        let mut orders = lock(&self.0.orders);
        let topic = orders.entry(order).or_insert_with(|| {
            let topic = Arc::new(Topic {
                changed: Notify::new(),
                told: watch::Sender::new(Told::Nothing),
            });
            tokio::spawn(
                self.clone()
                    .read(db.clone(), clock.clone(), order, Arc::clone(&topic)),
            );
            topic
        });
        Ok(Watching {
            live: self.clone(),
            order,
            from: from.to_owned(),
            told: topic.told.subscribe(),
            first: true,
        })
    }

    /// Resolves when the process stops, so that an open page does not hold it up.
    pub async fn stopped(&self) {
        self.0.stop.cancelled().await;
    }

    /// Reads an order once at first and once after each change, for as long as somebody looks at it
    /// and it is not at rest.
    async fn read(self, db: PgPool, clock: Clock, order: Uuid, topic: Arc<Topic>) {
        loop {
            let told = match self.0.readers.acquire().await {
                Ok(_turn) => order_pages::by_id(&db, order, clock.now())
                    .await
                    .ok()
                    .flatten(),
                Err(_) => None,
            };
            let told = told.map_or(Told::Lost, |order| Told::State(Arc::new(order.seen())));
            let ended = match &told {
                Told::State(seen) => seen.at_rest,
                Told::Lost | Told::Nothing => true,
            };
            topic
                .told
                .send_if_modified(|now| std::mem::replace(now, told.clone()) != told);
            if ended || !self.looked_at(order, &topic).await {
                break;
            }
        }
        let mut orders = lock(&self.0.orders);
        if orders.get(&order).is_some_and(|of| Arc::ptr_eq(of, &topic)) {
            orders.remove(&order);
        }
    }

    /// Waits for a change; false when nobody looks any more.
    async fn looked_at(&self, order: Uuid, topic: &Topic) -> bool {
        tokio::select! {
            () = self.0.stop.cancelled() => false,
            () = topic.changed.notified() => true,
            () = topic.told.closed() => {
                // Under the lock nobody can come in between.
                let mut orders = lock(&self.0.orders);
                let nobody = topic.told.receiver_count() == 0;
                if nobody {
                    orders.remove(&order);
                }
                !nobody
            }
        }
    }

    /// Listens until the process stops, through every loss of the connection.
    pub async fn run(self, db: PgPool) {
        loop {
            tokio::select! {
                () = self.0.stop.cancelled() => return,
                result = self.listen(&db) => if let Err(error) = result {
                    tracing::warn!(error.message = %error, "lost the connection that hears of \
                                                            changed orders; connecting again");
                },
                result = self.look(&db) => if let Err(error) = result {
                    tracing::warn!(error.message = %error, "changed orders could not be looked \
                                                            for; looking again");
                },
            }
            tokio::select! {
                () = self.0.stop.cancelled() => return,
                () = tokio::time::sleep(Duration::from_secs(2)) => {}
            }
        }
    }

    /// A change that nobody said, as its process died after the commit, is found by looking.
    async fn look(&self, db: &PgPool) -> Result<(), sqlx::Error> {
        let (mut newest, mut told) = (history::newest(db).await?, HashSet::new());
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            if lock(&self.0.orders).is_empty() {
                (newest, told) = (history::newest(db).await?, HashSet::new());
                continue;
            }
            let entries = history::after(db, newest).await?;
            for (number, order) in &entries {
                if told.insert(*number) {
                    self.changed(*order);
                }
            }
            newest = entries
                .last()
                .map_or(newest, |(number, _)| newest.max(*number));
            told.retain(|number| entries.iter().any(|(entry, _)| entry == number));
        }
    }

    async fn listen(&self, db: &PgPool) -> Result<(), sqlx::Error> {
        let mut listener = PgListener::connect_with(db).await?;
        listener.listen(CHANNEL).await?;
        // Whatever was notified before the connection stood is lost, so every order that is looked
        // at is read once.
        self.all_changed();
        loop {
            match listener.try_recv().await? {
                Some(note) => match note.payload().parse() {
                    Ok(order) => self.changed(order),
                    Err(_) => {
                        tracing::warn!("a notification of a changed order carried no order's id")
                    }
                },
                None => self.all_changed(),
            }
        }
    }

    fn changed(&self, order: Uuid) {
        if let Some(topic) = lock(&self.0.orders).get(&order) {
            topic.changed.notify_one();
        }
    }

    fn all_changed(&self) {
        lock(&self.0.orders)
            .values()
            .for_each(|topic| topic.changed.notify_one());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_pages_of_one_address_on_one_order_fifty_on_all_and_five_hundred_of_everybody() {
        let mut places = Places::default();
        let orders: Vec<Uuid> = (0..125).map(|_| Uuid::now_v7()).collect();
        let address = |at: usize| format!("192.0.2.{}", at / 12);
        for (at, order) in orders.iter().enumerate() {
            for _ in 0..4 {
                assert_eq!(places.take(*order, &address(at)), Ok(()));
            }
            assert_eq!(places.take(*order, &address(at)), Err(Full::One));
        }
        let another = Uuid::now_v7();
        assert_eq!(places.take(another, "198.51.100.1"), Err(Full::All));
        assert_eq!(
            (places.of.len(), places.from.len()),
            (125, 11),
            "who was turned away is not remembered"
        );
        places.leave(orders[0], &address(0));
        assert_eq!(places.take(another, "198.51.100.1"), Ok(()));
        places.leave(another, "198.51.100.1");
        for (at, order) in orders.iter().enumerate() {
            for _ in 0..if at == 0 { 3 } else { 4 } {
                places.leave(*order, &address(at));
            }
        }
        assert_eq!((places.all, places.of.len(), places.from.len()), (0, 0, 0));
    }

    #[test]
    fn one_address_cannot_take_every_place() {
        let mut places = Places::default();
        let mut taken = |from: &str| {
            (0..500)
                .filter(|_| places.take(Uuid::now_v7(), from).is_ok())
                .count()
        };
        assert_eq!(
            taken("192.0.2.1"),
            MOST / 2,
            "while there is room, a mobile network's one address has it"
        );
        assert_eq!(taken("192.0.2.2"), MOST_OF_ADDRESS);
        assert_eq!(taken("192.0.2.1"), 0);
    }
}
