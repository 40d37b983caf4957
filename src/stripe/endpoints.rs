//! The account's webhook endpoints: one is made when a shop is set up, with the events and the
//! version that we read.

use secrecy::SecretString;
use stripe::RequestStrategy;
use stripe_client_core::{RequestBuilder, StripeMethod};

use super::json::text;
use super::{Error, StripeClient, wire};

/// An endpoint that was just made. Its secret is shown this once.
#[derive(Debug, Clone)]
pub struct NewEndpoint {
    /// `we_…`
    pub id: String,
    /// `whsec_…`
    pub secret: SecretString,
}

/// The version in which events are to be written: the one that the crate was made for.
#[must_use]
pub fn version() -> &'static str {
    stripe_shared::version::VERSION.as_str()
}

impl StripeClient {
    /// The endpoints of the account: id and address.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn endpoints(&self) -> Result<Vec<(String, String)>, Error> {
        wire::every(&self.0, "webhook_endpoints", &[], |endpoint| {
            Ok((text(endpoint, "id")?, text(endpoint, "url")?))
        })
        .await
    }

    /// Makes an endpoint for these events. Not under a key of its own: whoever asks twice has
    /// looked at [`StripeClient::endpoints`] in between.
    ///
    /// # Errors
    /// As [`Error`].
    pub async fn create_endpoint(
        &self,
        url: &str,
        events: &[&str],
        description: &str,
    ) -> Result<NewEndpoint, Error> {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("url", url)
            .append_pair("api_version", version())
            .append_pair("description", description);
        for (at, event) in events.iter().enumerate() {
            form.append_pair(&format!("enabled_events[{at}]"), event);
        }
        let mut request = RequestBuilder::new(StripeMethod::Post, "/webhook_endpoints");
        request.body = Some(form.finish());
        let made = wire::send(&self.0, request, RequestStrategy::Once).await?;
        Ok(NewEndpoint {
            id: text(&made, "id")?,
            secret: text(&made, "secret")?.into(),
        })
    }
}
