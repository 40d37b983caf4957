//! Pictures that are made when they are first asked for, one at a time, and kept. Drawing one takes
//! as long as a thousand pages.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::bytes::Bytes;

/// One picture a name, and which of its versions it is; so it never holds more than there are
/// places.
#[derive(Debug, Default)]
pub struct Kept {
    pictures: Arc<Mutex<HashMap<String, (String, Bytes)>>>,
    one_at_a_time: Arc<tokio::sync::Mutex<()>>,
}

impl Kept {
    /// The picture, if this version of it has been made.
    #[must_use]
    pub fn get(&self, name: &str, version: &str) -> Option<Bytes> {
        let pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        pictures
            .get(name)
            .filter(|(kept, _)| kept == version)
            .map(|(_, bytes)| bytes.clone())
    }

    /// The same, made by `draw` if it has not been. However many are asked for, one is drawn at a
    /// time, on a thread that serves no request; who leaves meanwhile does not let the next one in
    /// before it is done.
    ///
    /// # Errors
    /// What `draw` fails with.
    pub async fn get_or_draw<F>(&self, name: &str, version: &str, draw: F) -> io::Result<Bytes>
    where
        F: FnOnce() -> io::Result<Vec<u8>> + Send + 'static,
    {
        if let Some(bytes) = self.get(name, version) {
            return Ok(bytes);
        }
        let turn = Arc::clone(&self.one_at_a_time).lock_owned().await;
        if let Some(bytes) = self.get(name, version) {
            return Ok(bytes);
        }
        let (pictures, key) = (
            Arc::clone(&self.pictures),
            (name.to_owned(), version.to_owned()),
        );
        let drawn = tokio::task::spawn_blocking(move || {
            let bytes = Bytes::from(draw()?);
            let mut pictures = pictures.lock().unwrap_or_else(PoisonError::into_inner);
            pictures.insert(key.0, (key.1, bytes.clone()));
            drop(turn);
            Ok(bytes)
        });
        drawn.await.map_err(io::Error::other)?
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn a_flood_draws_each_picture_once_and_one_at_a_time() {
        static DRAWN: AtomicUsize = AtomicUsize::new(0);
        static AT_ONCE: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let kept = Arc::new(Kept::default());
        let ask = |name: usize| {
            let kept = Arc::clone(&kept);
            tokio::spawn(async move {
                let draw = || {
                    MOST.fetch_max(AT_ONCE.fetch_add(1, SeqCst) + 1, SeqCst);
                    DRAWN.fetch_add(1, SeqCst);
                    std::thread::yield_now();
                    AT_ONCE.fetch_sub(1, SeqCst);
                    Ok(vec![1])
                };
                kept.get_or_draw(&name.to_string(), "one", draw)
                    .await
                    .unwrap()
            })
        };
        let all: Vec<_> = (0..40).map(|n| ask(n % 5)).collect();
        for one in all {
            one.await.unwrap();
        }
        assert_eq!((DRAWN.load(SeqCst), MOST.load(SeqCst)), (5, 1));
    }

    #[tokio::test]
    async fn another_version_takes_the_place_of_the_one_before() {
        let kept = Kept::default();
        let first = kept
            .get_or_draw("japan", "one", || Ok(vec![1]))
            .await
            .unwrap();
        assert_eq!(kept.get("japan", "one"), Some(first));
        kept.get_or_draw("japan", "two", || Ok(vec![2]))
            .await
            .unwrap();
        assert_eq!(kept.get("japan", "one"), None);
        assert!(
            kept.get_or_draw("japan", "three", || Err(io::Error::other("no")))
                .await
                .is_err()
        );
        assert!(
            kept.get("japan", "two").is_some(),
            "what failed replaces nothing"
        );
    }
}
