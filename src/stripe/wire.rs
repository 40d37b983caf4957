//! How a request goes out and its answer comes in: as JSON that is read field by field. The crate's
//! own types would refuse a whole answer for one field of an unexpected shape, though it be one
//! that we do not use.

use std::pin::Pin;

use bytes::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use stripe::{Client, CustomizedStripeRequest, RequestStrategy, StripeError};
use stripe_client_core::{RequestBuilder, StripeClient, StripeMethod};

use super::Error;
use super::json::{Json, flag, list, mend, text, word};
use crate::meter::{Call, Partner};

/// The most that Stripe gives on one page.
const PAGE: &str = "100";
/// More pages than any payment has; an answer that never says "that was all" must not hold a worker
/// for ever.
const MAX_PAGES: usize = 1_000;
const ID: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'-');

/// A page of one of Stripe's lists, newest first, read one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What could be read.
    pub items: Vec<T>,
    /// How many could not, and were stepped over.
    pub unreadable: usize,
    /// The id to go on after: of the last that has one.
    pub last: Option<String>,
    /// Whether there are more. Without a `last` they cannot be asked for.
    pub more: bool,
}

/// Mends what no JSON parser would take, before it is parsed.
struct Mending<'a>(&'a Client);

impl StripeClient for Mending<'_> {
    type Err = StripeError;

    async fn execute(&self, request: CustomizedStripeRequest) -> Result<Bytes, StripeError> {
        let body = self.0.execute(request).await?;
        Ok(Bytes::from(
            mend(&String::from_utf8_lossy(&body)).into_owned(),
        ))
    }
}

/// Sends a request as it was built.
pub async fn send(
    client: &Client,
    request: RequestBuilder,
    strategy: RequestStrategy,
) -> Result<Json, Error> {
    let call = Call::begin(Partner::Stripe, name_of(&request));
    // Boxed: the crate's types are so deep that a compiler gives up on proving whoever awaits them
    // `Send`.
    let sent: Pin<Box<dyn Future<Output = Result<Json, StripeError>> + Send>> =
        Box::pin(async move {
            request
                .customize::<Json>()
                .request_strategy(strategy)
                .send(&Mending(client))
                .await
        });
    let answer = sent.await.map_err(Error::from);
    call.end(match &answer {
        Ok(_) => "ok",
        Err(Error::Refused { .. }) => "refused",
        Err(Error::Unclear(_)) => "unclear",
    });
    answer
}

/// The collection that a request is about, without the id in it.
fn name_of(request: &RequestBuilder) -> String {
    let verb = match request.method {
        StripeMethod::Get => "read",
        StripeMethod::Post => "write",
        StripeMethod::Delete => "delete",
    };
    let collection = request
        .path
        .trim_start_matches('/')
        .split(['/', '?'])
        .next()
        .unwrap_or_default();
    format!("{verb} {collection}")
}

/// Reads what stands at this path.
pub async fn get(client: &Client, path: &str, query: &[(&str, &str)]) -> Result<Json, Error> {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(query)
        .finish();
    let mut request = RequestBuilder::new(StripeMethod::Get, path);
    request.query = Some(query).filter(|query| !query.is_empty());
    send(client, request, RequestStrategy::Once).await
}

/// The path of the object with this id. An id may be typed by a person; an empty one would ask for
/// the list.
pub fn path(collection: &str, id: &str) -> Result<String, Error> {
    let id = utf8_percent_encode(id, ID).to_string();
    if id.is_empty() {
        Err(Error::unfit("an id is missing"))
    } else {
        Ok(format!("/{collection}/{id}"))
    }
}

/// Reads a page of a list, stepping over what `read` cannot read.
pub async fn page<T>(
    client: &Client,
    collection: &str,
    filter: &[(&str, &str)],
    after: Option<&str>,
    read: impl Fn(&Json) -> Result<T, Error>,
) -> Result<Page<T>, Error> {
    let mut query = filter.to_vec();
    query.push(("limit", PAGE));
    query.extend(after.map(|id| ("starting_after", id)));
    let answer = get(client, &format!("/{collection}"), &query).await?;
    let found = list(&answer, "data")?;
    let items: Vec<T> = found.iter().filter_map(|item| read(item).ok()).collect();
    Ok(Page {
        unreadable: found.len() - items.len(),
        items,
        last: found.iter().rev().find_map(|item| word(item, "id")),
        more: flag(&answer, "has_more")?,
    })
}

/// Reads a list to its end. One that cannot be read makes all of it unclear: a refund passed over
/// would be sent again.
pub async fn every<T>(
    client: &Client,
    collection: &str,
    filter: &[(&str, &str)],
    read: impl Fn(&Json) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    for _ in 0..MAX_PAGES {
        let page = page(client, collection, filter, after.as_deref(), |item| {
            Ok((text(item, "id")?, read(item)))
        })
        .await?;
        if page.unreadable > 0 {
            return Err(Error::Unclear(
                "a list with an entry that cannot be read".into(),
            ));
        }
        after = page.items.last().map(|(id, _)| id.clone());
        for (_, item) in page.items {
            all.push(item?);
        }
        if !page.more {
            return Ok(all);
        }
        if after.is_none() {
            break;
        }
    }
    Err(Error::Unclear("a list without an end".into()))
}
