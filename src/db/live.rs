//! Who is looking at an order hears that it changed: one listening connection a process, however many pages are open. It carries ids only.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::history::CHANNEL;

/// What the open pages are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// This order changed.
    Order(Uuid),
    /// Notifications may have been missed: look again.
    All,
}

/// Hands the database's notifications to the open pages. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Live {
    sender: broadcast::Sender<Wake>,
    stop: CancellationToken,
}

impl Live {
    /// Nobody listens to the database until [`Live::run`]; pages that wait end when `stop` is cancelled.
    #[must_use]
    pub fn new(stop: CancellationToken) -> Self {
        Self { sender: broadcast::channel(256).0, stop }
    }

    /// What happens from now on.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Wake> {
        self.sender.subscribe()
    }

    /// Resolves when the process stops, so that an open page does not hold it up.
    pub async fn stopped(&self) {
        self.stop.cancelled().await;
    }

    /// Listens until the process stops, through every loss of the connection.
    pub async fn run(self, db: PgPool) {
        loop {
            tokio::select! {
                () = self.stop.cancelled() => return,
                result = self.listen(&db) => if let Err(error) = result {
                    tracing::warn!(error.message = %error, "lost the connection that hears of changed orders; connecting again");
                },
            }
            tokio::select! {
                () = self.stop.cancelled() => return,
                () = tokio::time::sleep(Duration::from_secs(2)) => {}
            }
        }
    }

    async fn listen(&self, db: &PgPool) -> Result<(), sqlx::Error> {
        let mut listener = PgListener::connect_with(db).await?;
        listener.listen(CHANNEL).await?;
        // Whatever was notified before the connection stood is lost, so everyone looks once.
        self.tell(Wake::All);
        loop {
            match listener.try_recv().await? {
                Some(note) => match note.payload().parse() {
                    Ok(order) => self.tell(Wake::Order(order)),
                    Err(_) => tracing::warn!("a notification of a changed order carried no order's id"),
                },
                None => self.tell(Wake::All),
            }
        }
    }

    fn tell(&self, wake: Wake) {
        // An error only says that no page is open.
        let _ = self.sender.send(wake);
    }
}
