//! Stripe's webhook endpoint, made through its API with a key that is used this once.

use anyhow::{Context, bail};
use url::Url;

use super::answers::Answers;
use crate::config;
use crate::stripe::{NewEndpoint, StripeClient};
use domain::event::PUSHED;

/// Makes it, unless one for this address is there.
pub(super) async fn create(answers: &Answers, api_base: &Url) -> anyhow::Result<NewEndpoint> {
    let settings = config::Stripe {
        api_base: api_base.clone(),
        secret_key: answers.setup_key().into(),
        webhook_secrets: Vec::new(),
    };
    let till = StripeClient::new(&settings)?;
    let url = answers.endpoint_url();
    let there = till
        .endpoints()
        .await
        .context("Stripe does not list the webhook endpoints; nothing was done")?;
    if let Some((id, _)) = there
        .into_iter()
        .find(|(_, of)| of.trim_end_matches('/') == url)
    {
        bail!(
            "Stripe has an endpoint for {url} already ({id}), and shows its secret only in the \
             Dashboard → pass it as \
             --stripe-webhook-secret, or delete the endpoint there; nothing was done"
        );
    }
    till.create_endpoint(
        &url,
        &PUSHED,
        &format!("{} (esim-storefront)", answers.shop_name),
    )
    .await
    .context("Stripe did not make the webhook endpoint; nothing was written")
}

/// What to say when the endpoint was made and its secret could not be written down.
pub(super) fn left_behind(made: Option<&NewEndpoint>) -> String {
    match made {
        Some(made) => format!(
            "the files could not be written; delete the endpoint {} in Stripe's Dashboard before \
             you try again",
            made.id
        ),
        None => "the files could not be written".to_owned(),
    }
}
