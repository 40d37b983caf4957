//! The front door: how many connections the shop holds, and how long one may take to say what it
//! wants. What is answered is for web.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::service::{Service, service_fn};
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Descriptors kept back for the database, the partners and files.
const KEPT_BACK: u64 = 256;
/// More would only hold memory.
const MOST: u64 = 8_192;
/// A request's head is a few kilobytes; this is also the most of a body that is read ahead.
const BUFFER: usize = 32 * 1024;
/// After a failed accept, which is mostly a lack of descriptors.
const PAUSE: Duration = Duration::from_millis(200);

/// What the door allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once.
    pub connections: usize,
    /// For the whole head of a request, also for the wait before it begins.
    pub head: Duration,
}

impl Limits {
    /// For a process that may hold so many descriptors.
    #[must_use]
    pub fn of(descriptors: u64) -> Self {
        let connections = descriptors.saturating_sub(KEPT_BACK).clamp(64, MOST);
        Self {
            connections: usize::try_from(connections).unwrap_or(64),
            head: Duration::from_secs(30),
        }
    }
}

/// Serves until `stop`, then lets the requests that are being answered end. When all places are
/// taken, the connection that has waited longest makes room: who holds sockets and asks for nothing
/// keeps nobody out.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: CancellationToken) {
    let (room, tasks) = (Arc::new(Room::default()), TaskTracker::new());
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((socket, peer)) => match Room::enter(&room, limits.connections) {
                Some(place) => drop(tasks.spawn(attend(
                    socket,
                    peer,
                    router.clone(),
                    place,
                    limits.head,
                    stop.clone(),
                ))),
                // All are being answered: this one is closed.
                None => metrics::counter!("connections_refused_total").increment(1),
            },
            Err(error) => {
                tracing::warn!(error.message = %error, "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    tasks.close();
    tasks.wait().await;
}

/// One connection, to its end.
async fn attend(
    socket: TcpStream,
    peer: SocketAddr,
    router: Router,
    place: Place,
    head: Duration,
    stop: CancellationToken,
) {
    let (service, seat) = (TowerToHyperService::new(router), Arc::clone(&place.seat));
    let answer = service_fn(move |mut request: Request<Incoming>| {
        let stays = seat.begin();
        request.extensions_mut().insert(ConnectInfo(peer));
        let (answer, seat) = (service.call(request), Arc::clone(&seat));
        async move {
            if !stays {
                return Err(MadeRoom);
            }
            let response: Response<Body> = answer
                .await
                .unwrap_or_else(|never: Infallible| match never {});
            seat.answer();
            Ok(response.map(|body| Answering {
                body,
                _end: End(seat),
            }))
        }
    });
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .max_buf_size(BUFFER);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(socket), answer));
    let mut closing = false;
    loop {
        tokio::select! {
            biased;
            () = place.made_room.cancelled() => return,
            // An error says that the visitor has gone, or sent no request: nothing of ours.
            _ = connection.as_mut() => return,
            () = stop.cancelled(), if !closing => {
                closing = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

/// The connection was closed to make room.
#[derive(Debug, thiserror::Error)]
#[error("the connection made room for another")]
struct MadeRoom;

/// What a connection is doing, and since when: a turn and, in the two lowest bits, one of these.
const WAITS: u64 = 0;
const ASKED: u64 = 1;
const ANSWERS: u64 = 2;
const LEFT: u64 = 3;

/// Where one connection stands. It is written at each request, so it is one number and no lock.
#[derive(Debug)]
struct Seat {
    state: AtomicU64,
    turns: Arc<AtomicU64>,
}

impl Seat {
    fn now(&self, doing: u64) -> u64 {
        (self.turns.fetch_add(1, Ordering::Relaxed) << 2) | doing
    }

    /// A request has come; false when the connection has just been chosen to make room.
    fn begin(&self) -> bool {
        let asked = self.now(ASKED);
        self.state
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |state| {
                (state != LEFT).then_some(asked)
            })
            .is_ok()
    }

    /// The handler is done; what it said is being sent.
    fn answer(&self) {
        self.state.store(self.now(ANSWERS), Ordering::Release);
    }

    /// All was sent.
    fn wait(&self) {
        let waits = self.now(WAITS);
        let _ = self
            .state
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |state| {
                (state != LEFT).then_some(waits)
            });
    }
}

/// All connections.
#[derive(Debug, Default)]
struct Room {
    held: Mutex<HashMap<u64, (Arc<Seat>, CancellationToken)>>,
    turns: Arc<AtomicU64>,
}

impl Room {
    fn lock(&self) -> MutexGuard<'_, HashMap<u64, (Arc<Seat>, CancellationToken)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place, if need be that of the connection that has waited longest; none when every one is
    /// being worked for.
    fn enter(room: &Arc<Self>, most: usize) -> Option<Place> {
        let mut held = room.lock();
        if held.len() >= most && !make_room(&mut held) {
            return None;
        }
        let id = room.turns.fetch_add(1, Ordering::Relaxed);
        let seat = Arc::new(Seat {
            state: AtomicU64::new((id << 2) | WAITS),
            turns: Arc::clone(&room.turns),
        });
        let made_room = CancellationToken::new();
        held.insert(id, (Arc::clone(&seat), made_room.clone()));
        tell(held.len());
        Some(Place {
            room: Arc::clone(room),
            id,
            seat,
            made_room,
        })
    }
}

/// Who waits goes before who is still reading an answer, and the older before the younger. A
/// request that is being worked for stays.
fn make_room(held: &mut HashMap<u64, (Arc<Seat>, CancellationToken)>) -> bool {
    for _ in 0..3 {
        let seen = held
            .iter()
            .map(|(id, (seat, _))| (seat.state.load(Ordering::Acquire), *id));
        let oldest = seen
            .filter(|(state, _)| matches!(state & 3, WAITS | ANSWERS))
            .min_by_key(|(state, _)| (state & 3, state >> 2));
        let Some((state, id)) = oldest else {
            return false;
        };
        let Some((seat, made_room)) = held.get(&id) else {
            return false;
        };
        // It may have begun a request this very moment; then another is looked for.
        if seat
            .state
            .compare_exchange(state, LEFT, Ordering::AcqRel, Ordering::Acquire)
            .is_ok()
        {
            made_room.cancel();
            held.remove(&id);
            metrics::counter!("connections_made_room_total").increment(1);
            return true;
        }
    }
    false
}

fn tell(held: usize) {
    metrics::gauge!("connections_open").set(u32::try_from(held).unwrap_or(u32::MAX));
}

/// One connection's place; it is free again when this is dropped.
#[derive(Debug)]
struct Place {
    room: Arc<Room>,
    id: u64,
    seat: Arc<Seat>,
    made_room: CancellationToken,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut held = self.room.lock();
        held.remove(&self.id);
        tell(held.len());
    }
}

/// An answer on its way; its end is noted.
struct Answering {
    body: Body,
    _end: End,
}

struct End(Arc<Seat>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.wait();
    }
}

impl hyper::body::Body for Answering {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptors_are_kept_back_whatever_the_limit_is() {
        let most = |descriptors| Limits::of(descriptors).connections;
        assert_eq!(
            (most(1_024), most(65_536), most(300), most(0)),
            (768, 8_192, 64, 64)
        );
    }

    #[test]
    fn who_has_waited_longest_makes_room_and_who_is_worked_for_never_does() {
        let room = Arc::new(Room::default());
        let places: Vec<Place> = (0..3).map(|_| Room::enter(&room, 3).unwrap()).collect();
        assert!(places[0].seat.begin(), "the first has asked for something");
        let fourth = Room::enter(&room, 3).unwrap();
        assert!(
            places[1].made_room.is_cancelled()
                && !places[0].made_room.is_cancelled()
                && !places[2].made_room.is_cancelled()
        );
        assert!(
            !places[1].seat.begin(),
            "what comes over it now is not begun"
        );
        // The second to wait is reading its answer: the youngest, which only waits, goes before it.
        assert!(places[2].seat.begin());
        places[2].seat.answer();
        let fifth = Room::enter(&room, 3).unwrap();
        assert!(fourth.made_room.is_cancelled() && !places[2].made_room.is_cancelled());
        assert!(fifth.seat.begin());
        let sixth = Room::enter(&room, 3).unwrap();
        assert!(
            places[2].made_room.is_cancelled(),
            "a slow reader makes room in the end"
        );
        assert!(sixth.seat.begin());
        assert!(Room::enter(&room, 3).is_none(), "all three are worked for");
        places[0].seat.wait();
        assert!(Room::enter(&room, 3).is_some());
        drop((places, fourth, fifth, sixth));
        assert!(room.lock().is_empty());
    }
}
