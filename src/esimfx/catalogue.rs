//! The supplier's catalogue by pages, and what it tells of the reseller's own account.

use std::sync::atomic::Ordering;

use reqwest::StatusCode;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Call, Client, Effect, Error, ProductPage, READ_TIMEOUT, wire};

/// Products asked for at once: as public programs do, then ever fewer, where a page is refused; at
/// last whatever the supplier likes.
const PAGE_SIZES: [Option<&str>; 6] = [
    Some("99"),
    Some("\"99\""),
    Some("50"),
    Some("20"),
    Some("10"),
    None,
];

impl Client {
    /// One page of the v2 catalogue. Whatever its length, it is the last one only when it says so.
    ///
    /// # Errors
    /// As [`Error`]; a page without a product list is `Unclear`.
    pub async fn products_page(&self, page_start: Option<Value>) -> Result<ProductPage, Error> {
        let mut start = page_start.unwrap_or_else(|| json!({}));
        let mut refused = None;
        loop {
            let size = self
                .0
                .page_size
                .load(Ordering::Relaxed)
                .min(PAGE_SIZES.len() - 1);
            let error = match self.ask(page_call(&start, PAGE_SIZES[size])).await {
                Ok(envelope) if envelope.code == "0" => return read(&envelope.data),
                Ok(envelope) if envelope.status.is_server_error() => {
                    return Err(self.sort(&envelope));
                }
                Ok(envelope) => self.sort(&envelope),
                Err(error @ Error::Unclear { doubt, .. }) if doubt.blames_request() => error,
                Err(error) => return Err(error),
            };
            if let Some(by_id) = wire::start_by_id(&start) {
                refused.get_or_insert(error);
                start = by_id;
                continue;
            }
            if size + 1 == PAGE_SIZES.len() {
                // Every size was refused, so it was not for the size.
                self.0.page_size.store(0, Ordering::Relaxed);
                return Err(refused.unwrap_or(error));
            }
            tracing::info!(error.message = %error, "the supplier refused a page of its catalogue; \
                                                    a smaller one is asked for");
            refused.get_or_insert(error);
            self.0.page_size.store(size + 1, Ordering::Relaxed);
        }
    }

    /// What the supplier tells of our account: each number whose name speaks of a balance or a
    /// credit. None where it tells nothing: the document promises no field, and some accounts may
    /// not ask.
    ///
    /// # Errors
    /// When the supplier is silent.
    pub async fn profile(&self) -> Result<Option<Vec<(String, Decimal)>>, Error> {
        let envelope = match self
            .ask(Call::get("account/api/v1/reseller/get_profile", &[]))
            .await
        {
            Ok(envelope) => envelope,
            // Not asked for well, in our eyes or theirs.
            Err(Error::Unclear { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let told = envelope.code == "0" && envelope.status != StatusCode::NOT_FOUND;
        Ok(told
            .then(|| wire::balances(&envelope.data))
            .filter(|found| !found.is_empty()))
    }
}

fn page_call(start: &Value, size: Option<&str>) -> Call<'static> {
    let mut body = json!({ "page_start": start });
    if let Some(size) = size.and_then(|size| serde_json::from_str::<Value>(size).ok()) {
        body["page_size"] = size;
    }
    let mut call = Call::post("product/api/v2/get_products", body, Effect::Reads);
    call.timeout = READ_TIMEOUT * 3;
    call
}

fn read(data: &Value) -> Result<ProductPage, Error> {
    let (page, left_out) =
        wire::page(data).ok_or_else(|| Error::unclear("a catalogue page without products"))?;
    if !left_out.is_empty() {
        let names = left_out
            .iter()
            .take(10)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        tracing::warn!(products.left_out = left_out.len(), products.names = %names, "products of the supplier cannot be read and are not sold");
    }
    Ok(page)
}
