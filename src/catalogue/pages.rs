//! Rendered pages of one snapshot: filled once, kept only compressed, answered by header. No HTML
//! is made here.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::sync::{Arc, PoisonError, RwLock};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use tokio_util::bytes::Bytes;

/// Brotli's quality and window: 5 costs about a millisecond a page; 11 would cost sixty for a few
/// per cent.
const BROTLI: (i32, i32) = (5, 22);

/// The pages of one snapshot, by path: each from when it was first rendered.
#[derive(Debug, Default)]
pub struct Pages(RwLock<HashMap<Box<str>, Arc<Page>>>);

/// One page, compressed twice.
#[derive(Debug)]
pub struct Page {
    brotli: Bytes,
    gzip: Bytes,
    etags: [Bytes; 3],
    mime: &'static str,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
    /// As it is.
    Identity,
}

/// What to send.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// 200, with a body in this encoding.
    Whole {
        /// The bytes as they are sent.
        body: Bytes,
        /// How they are written.
        encoding: Encoding,
        /// The strong tag of these bytes, with its quotes.
        etag: Bytes,
    },
    /// 304: the client's copy is this one.
    Unchanged {
        /// Its tag.
        etag: Bytes,
    },
}

impl Pages {
    /// The page, if it has been rendered.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Arc<Page>> {
        let pages = self.0.read().unwrap_or_else(PoisonError::into_inner);
        pages.get(path).cloned()
    }

    /// Keeps a page that was just rendered, and gives the one that is kept: the first, where two
    /// were asked for at once. Whoever calls it knows that the path is a page's, so that nobody can
    /// fill it with addresses.
    pub fn keep(&self, path: &str, page: Page) -> Arc<Page> {
        let mut pages = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(pages.entry(path.into()).or_insert_with(|| Arc::new(page)))
    }
}

impl Encoding {
    /// As in `Content-Encoding`; `None` when the body is as it is.
    #[must_use]
    pub fn header(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// The best of ours that an `Accept-Encoding` header allows (RFC 9110 §12.5.3).
    #[must_use]
    pub fn negotiate(accept: Option<&str>) -> Self {
        let Some(accept) = accept else {
            return Self::Identity;
        };
        let allows = |name: &str| {
            let mut star = None;
            for part in accept.split(',') {
                let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
                let refused = weight
                    .trim()
                    .strip_prefix("q=")
                    .is_some_and(|q| q.trim().trim_matches(['0', '.']).is_empty());
                match coding.trim() {
                    c if c.eq_ignore_ascii_case(name) => return !refused,
                    "*" => star = Some(!refused),
                    _ => {}
                }
            }
            star.unwrap_or(false)
        };
        if allows("br") {
            Self::Brotli
        } else if allows("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }
}

impl Page {
    /// Compresses a rendered page, or an asset, of type `mime`; the tags are of its content.
    ///
    /// # Errors
    /// When a compressor fails, which writing to memory gives no cause for.
    pub fn compress(content: &[u8], mime: &'static str) -> io::Result<Self> {
        let mut brotli = Vec::new();
        let settings = brotli::enc::BrotliEncoderParams {
            quality: BROTLI.0,
            lgwin: BROTLI.1,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &content[..], &mut brotli, &settings)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::new(6));
        gzip.write_all(content)?;
        let hash = digest(content);
        let etags = ["br", "gz", "id"].map(|suffix| Bytes::from(format!("\"{hash}-{suffix}\"")));
        Ok(Self {
            brotli: brotli.into(),
            gzip: gzip.finish()?.into(),
            etags,
            mime,
        })
    }

    /// As in `Content-Type`.
    #[must_use]
    pub fn mime(&self) -> &'static str {
        self.mime
    }

    /// What to send to a client with these two request headers.
    ///
    /// # Errors
    /// When the stored page cannot be decompressed for a client that takes no compression.
    pub fn answer(
        &self,
        accept_encoding: Option<&str>,
        if_none_match: Option<&str>,
    ) -> io::Result<Answer> {
        let encoding = Encoding::negotiate(accept_encoding);
        let etag = self.etags[encoding as usize].clone();
        if if_none_match.is_some_and(|tags| matches(tags, &etag)) {
            return Ok(Answer::Unchanged { etag });
        }
        let body = match encoding {
            Encoding::Brotli => self.brotli.clone(),
            Encoding::Gzip => self.gzip.clone(),
            Encoding::Identity => self.plain()?,
        };
        Ok(Answer::Whole {
            body,
            encoding,
            etag,
        })
    }

    fn plain(&self) -> io::Result<Bytes> {
        let mut plain = Vec::new();
        GzDecoder::new(self.gzip.as_ref()).read_to_end(&mut plain)?;
        Ok(plain.into())
    }
}

/// The first sixteen hex digits of a SHA-256: enough to tell one version of a page from the next.
#[must_use]
pub fn digest(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    hex::encode(hash.get(..8).unwrap_or_default())
}

/// `If-None-Match` compares weakly (RFC 9110 §13.1.2): a tag that a proxy weakened still matches.
fn matches(header: &str, etag: &[u8]) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).as_bytes() == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str =
        "<!doctype html><title>Japan</title><p>plans plans plans plans plans plans plans";

    fn page() -> Page {
        Page::compress(HTML.as_bytes(), "text/html").unwrap()
    }

    #[test]
    fn the_best_allowed_encoding_is_taken() {
        for (accept, expected) in [
            (Some("gzip, deflate, br, zstd"), Encoding::Brotli),
            (Some("gzip, deflate"), Encoding::Gzip),
            (Some("br;q=0, gzip;q=0.5"), Encoding::Gzip),
            (Some("br;q=0.0, gzip;q=0"), Encoding::Identity),
            (Some("*"), Encoding::Brotli),
            (Some("*;q=0"), Encoding::Identity),
            (Some("*;q=0, gzip"), Encoding::Gzip),
            (Some("GZIP;q=1.0"), Encoding::Gzip),
            (Some("identity"), Encoding::Identity),
            (Some(""), Encoding::Identity),
            (None, Encoding::Identity),
        ] {
            assert_eq!(Encoding::negotiate(accept), expected, "{accept:?}");
        }
    }

    #[test]
    fn every_encoding_carries_the_same_page() {
        let page = page();
        let body = |accept| match page.answer(accept, None).unwrap() {
            Answer::Whole { body, .. } => body,
            Answer::Unchanged { .. } => panic!("nothing was asked to match"),
        };
        assert_eq!(body(None), HTML);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut body(Some("br")).as_ref(), &mut plain).unwrap();
        assert_eq!(plain, HTML.as_bytes());
        plain.clear();
        GzDecoder::new(body(Some("gzip")).as_ref())
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, HTML.as_bytes());
    }

    #[test]
    fn each_encoding_has_its_own_strong_tag() {
        let page = page();
        let tags: std::collections::HashSet<_> = page.etags.iter().collect();
        assert_eq!(tags.len(), 3);
        assert!(
            tags.iter()
                .all(|t| t.starts_with(b"\"") && t.ends_with(b"\""))
        );
        assert_ne!(
            Page::compress(b"another", "text/html").unwrap().etags,
            page.etags
        );
    }

    #[test]
    fn a_copy_that_matches_is_not_sent_again() {
        let page = page();
        let unchanged = |accept, tags: &str| {
            matches!(
                page.answer(accept, Some(tags)).unwrap(),
                Answer::Unchanged { .. }
            )
        };
        let etag = std::str::from_utf8(&page.etags[0]).unwrap();
        assert!(unchanged(Some("br"), etag));
        assert!(unchanged(Some("br"), &format!("\"other\", W/{etag}")));
        assert!(unchanged(Some("br"), "*"));
        assert!(
            !unchanged(Some("gzip"), etag),
            "the tag of another encoding"
        );
        assert!(!unchanged(Some("br"), "\"other\""));
    }

    #[test]
    fn a_page_is_kept_once_from_when_it_was_rendered() {
        let pages = Pages::default();
        assert!(pages.get("/").is_none());
        let first = pages.keep("/", page());
        let other = Page::compress(b"another", "text/html").unwrap();
        assert!(Arc::ptr_eq(&first, &pages.keep("/", other)));
        assert!(Arc::ptr_eq(&first, &pages.get("/").unwrap()));
        assert!(pages.get("/nowhere").is_none());
    }
}
