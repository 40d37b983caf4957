//! `doctor` and the place of the shop: what its settings say of it, and whether who comes to
//! PUBLIC_URL comes here.

use secrecy::ExposeSecret;

use super::{Bag, Finding, Line};
use crate::clock;
use crate::config::Config;
use crate::db;
use crate::db::webhooks;
use crate::fetch::FetchError;
use domain::token::Token;

/// What the settings say by themselves.
pub fn settings(bag: &Bag<'_>) -> Vec<Line> {
    let secrets = bag
        .faulty(&["STRIPE_WEBHOOK_SECRET", "ESIMFX_WEBHOOK_TOKEN"])
        .unwrap_or_else(|| webhook_secrets(bag.config));
    let mode = bag
        .faulty(&["STRIPE_SECRET_KEY"])
        .unwrap_or_else(|| mode(bag.config));
    let mut lines = vec![("webhook secrets", secrets), ("mode", mode)];
    if bag.config.shop_read {
        lines.extend(
            placeholders(bag.config)
                .into_iter()
                .map(|finding| ("placeholders", finding)),
        );
    }
    lines
}

fn webhook_secrets(config: &Config) -> Finding {
    let odd = config
        .stripe
        .webhook_secrets
        .iter()
        .any(|s| !s.expose_secret().starts_with("whsec_"));
    if odd {
        return Finding::ill(
            "STRIPE_WEBHOOK_SECRET does not begin with whsec_",
            "copy it from the webhook endpoint's page at Stripe",
        );
    }
    Finding::Well(format!(
        "{} for Stripe, {} for the supplier",
        config.stripe.webhook_secrets.len(),
        config.esimfx.webhook_tokens.len()
    ))
}

fn mode(config: &Config) -> Finding {
    if config.test_mode() {
        return Finding::Warn(
            "TEST: real eSIMs are bought with pretend money".to_owned(),
            "TEST_BUYERS and TEST_ORDERS_PER_DAY say who may buy, and how much; a live \
             STRIPE_SECRET_KEY ends it (docs/deploy.md, Going live)"
                .to_owned(),
        );
    }
    Finding::Well(
        if config.demo {
            "the demo's"
        } else {
            "live: real money"
        }
        .to_owned(),
    )
}

/// What nobody has filled in yet: a fault once real money is taken.
fn placeholders(config: &Config) -> Vec<Finding> {
    let domain = |address: &str| {
        address
            .rsplit('@')
            .next()
            .unwrap_or_default()
            .trim_end_matches('>')
            .to_lowercase()
    };
    let identity = &config.shop.shop;
    let mut found = Vec::new();
    for (setting, host) in [
        (
            "PUBLIC_URL",
            config.public_url.host_str().unwrap_or_default().to_owned(),
        ),
        ("MAIL_FROM", domain(&config.mail_from)),
        ("[shop] support_email", domain(&identity.support_email)),
        (
            "[owner] alerts_to",
            config
                .shop
                .alerts_to()
                .map(|to| domain(to.expose()))
                .unwrap_or_default(),
        ),
    ] {
        if is_placeholder(&host) {
            found.push(Finding::ill(
                format!("{setting} is still at {host}"),
                "put your own there",
            ));
        }
    }
    if config
        .shop
        .legal
        .seller
        .as_deref()
        .is_none_or(|seller| seller.trim().is_empty())
    {
        found.push(Finding::ill(
            "[legal] seller is empty",
            "name the company or person who sells: travellers have a right to it",
        ));
    }
    if config.shop.alerts_to().is_none() && config.alert_webhook_url.is_none() {
        let nobody = Finding::ill(
            "nobody is told of trouble",
            "set [owner] alerts_to in shop.toml, or ALERT_WEBHOOK_URL",
        );
        found.push(nobody.into_warning());
    }
    if config.stripe.livemode() {
        found
    } else {
        found.into_iter().map(Finding::into_warning).collect()
    }
}

/// Names that belong to nobody (RFC 2606).
fn is_placeholder(host: &str) -> bool {
    let of = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    ["example.com", "example.org", "example.net", "example"]
        .into_iter()
        .any(of)
}

/// Fetches PUBLIC_URL as a traveller would, and asks there what only this shop can answer.
pub async fn outside(bag: &Bag<'_>, db: Option<&db::Pool>) -> Vec<Line> {
    vec![("PUBLIC_URL", outside_in(bag, db).await)]
}

async fn outside_in(bag: &Bag<'_>, db: Option<&db::Pool>) -> Finding {
    if let Some(fault) = bag.faulty(&["PUBLIC_URL"]) {
        return fault;
    }
    let url = &bag.config.public_url;
    let near = url
        .host_str()
        .is_some_and(|h| h == "localhost" || h.starts_with("127."));
    if url.scheme() != "https" && !near {
        return Finding::ill(
            format!("{url} is not https"),
            "travellers' codes would cross the network in the clear: put TLS in front and set \
             PUBLIC_URL",
        );
    }
    let Some(db) = db else {
        return Finding::Unchecked(
            "without the database nobody knows what this shop would answer".to_owned(),
        );
    };
    let (question, answer) = (Token::of(rand::random()), Token::of(rand::random()));
    if let Err(error) =
        webhooks::keep_probe(db, &question.hash(), answer.expose(), clock::now()).await
    {
        return Finding::Unchecked(format!("the question could not be written down: {error}"));
    }
    let Ok(address) = url.join(&format!("/healthz/{}", question.expose())) else {
        return Finding::ill(
            format!("{url} takes no path"),
            "write scheme, host and port only",
        );
    };
    match bag.fetch.get(&address).await {
        Ok(seen) if seen.status == 200 && seen.body == answer.expose() => {
            Finding::Well(format!("{url} leads to this very shop"))
        }
        Ok(seen) if (300..400).contains(&seen.status) => {
            let to = seen.location.unwrap_or_default();
            let to = to.split("/healthz").next().unwrap_or_default();
            Finding::ill(
                format!("{url} leads on to {to}"),
                "set PUBLIC_URL to the address that travellers end up at",
            )
        }
        Ok(seen) => Finding::ill(
            format!(
                "something else than this shop answers at {url} (HTTP {})",
                seen.status
            ),
            "point the name and the proxy to this shop; a running shop of an older release does \
             not know the question",
        ),
        Err(FetchError::Silence(why)) => Finding::ill(
            format!("nobody answers at {url}: {why}"),
            "is the shop running, does the name point here, are the ports open? Where a machine \
             cannot reach itself by its public name, look from elsewhere",
        ),
        Err(error @ FetchError::Status(_)) => Finding::ill(error, "see the proxy's log"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_nobody_is_a_placeholder() {
        for (host, is) in [
            ("example.com", true),
            ("esim.example.com", true),
            ("shop.example", true),
            ("layover.travel", false),
            ("myexample.com", false),
            ("", false),
        ] {
            assert_eq!(is_placeholder(host), is, "{host}");
        }
    }
}
