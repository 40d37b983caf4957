//! Whether webhooks come: what is refused although it is genuine, what does not come at all, and
//! whether our clock is to blame.

use chrono::{DateTime, TimeDelta, Utc};
use tracing::Instrument;

use super::Error;
use super::alerts::{PATIENCE, stand};
use crate::app::App;
use crate::db::alerts;
use crate::db::webhooks::{self, Sender, Standing};
use domain::alert::AlertKind;

/// So long a refusal is worth telling after it happened, if nothing was taken since.
const FRESH: TimeDelta = TimeDelta::hours(1);
/// So many refusals are told without proof that they were genuine.
const MANY: i64 = 5;
/// A webhook that is on its way may be overtaken by a look at Stripe's list.
const GRACE: TimeDelta = TimeDelta::minutes(1);

/// Which clock that is off: the one for which Stripe opens no payment page.
const PAGES: &str = "pages";
/// A payment page must be open for half an hour by Stripe's clock. A clock that is further behind
/// than this is worth telling.
const BEHIND: TimeDelta = TimeDelta::seconds(30);

/// Stripe refused to open a payment page: a clock that is behind may be why. Whoever wants to pay
/// does not wait for the answer.
pub(super) fn page_refused(app: &App) {
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = compare_clock(&app).await {
            tracing::warn!(error.message = %error, "whether the clock is behind Stripe's could not \
                                                    be told");
        }
    }.in_current_span());
}

async fn compare_clock(app: &App) -> Result<(), Error> {
    let Ok(seen) = app.fetch.get(&app.config.stripe.api_base).await else {
        return Ok(());
    };
    let Some(theirs) = seen.date else {
        return Ok(());
    };
    let behind = theirs - app.clock.now();
    let told = (behind >= BEHIND).then(|| {
        let what = format!(
            "this machine's clock is {} seconds behind Stripe's, and Stripe opens no payment page",
            behind.num_seconds()
        );
        (
            what,
            "set the clock by NTP; `doctor` compares it with Stripe's",
        )
    });
    stand(app, AlertKind::ClockOff, PAGES, told).await
}

/// One round, over what all processes counted.
pub(super) async fn watch(app: &App) -> Result<(), Error> {
    app.webhooks.write(&app.db).await?;
    let now = app.clock.now();
    let stripe = webhooks::standing(&app.db, Sender::Stripe, now).await?;
    let supplier = webhooks::standing(&app.db, Sender::Esimfx, now).await?;
    // One that came out of time was signed with the right secret.
    let untimely = stripe.untimely_at.is_some() && stripe.untimely_at >= stripe.refused_at;
    let refused = if !untimely
        && refused_lately(&stripe, now)
        && (stripe.refused_since >= MANY || is_stripes(app, &stripe).await)
    {
        Some((
            refused_words("Stripe", &stripe),
            "STRIPE_WEBHOOK_SECRET must be the signing secret, whsec_…, of the endpoint \
             PUBLIC_URL/webhooks/stripe in Stripe's Dashboard",
        ))
    } else {
        None
    };
    stand(app, AlertKind::WebhookRefused, "stripe", refused).await?;
    let refused = if refused_lately(&supplier, now)
        && (supplier.refused_since >= MANY || is_suppliers(app, &supplier).await?)
    {
        Some((
            refused_words("the supplier", &supplier),
            "ESIMFX_WEBHOOK_TOKEN must be the Secret Key of the webhook PUBLIC_URL/webhooks/esimfx \
             in the supplier's portal",
        ))
    } else {
        None
    };
    stand(app, AlertKind::WebhookRefused, "esimfx", refused).await?;
    stand(
        app,
        AlertKind::WebhookMissing,
        "stripe",
        missing(&stripe, now),
    )
    .await?;
    stand(app, AlertKind::ClockOff, "", clock_off(&stripe, now)).await?;
    if alerts::subjects(&app.db, AlertKind::ClockOff)
        .await?
        .iter()
        .any(|subject| subject == PAGES)
    {
        compare_clock(app).await?;
    }
    Ok(())
}

/// An authentic webhook came out of time, and none in time since.
fn clock_off(stripe: &Standing, now: DateTime<Utc>) -> Option<(String, &'static str)> {
    stripe
        .untimely_at
        .filter(|at| now - *at < FRESH && stripe.accepted_at.is_none_or(|taken| taken < *at))?;
    let what = "an authentic webhook of Stripe was signed more than five minutes before or \
                after this machine's now";
    Some((
        what.to_owned(),
        "set the clock by NTP; `doctor` compares it with Stripe's",
    ))
}

/// Refused within the hour, and nothing taken since.
fn refused_lately(standing: &Standing, now: DateTime<Utc>) -> bool {
    standing
        .refused_at
        .is_some_and(|at| now - at < FRESH && standing.accepted_at.is_none_or(|taken| taken < at))
}

fn refused_words(sender: &str, standing: &Standing) -> String {
    let since = standing.accepted_at.map_or_else(
        || "none was ever taken".to_owned(),
        |at| format!("the last was taken {}", at.format("%Y-%m-%d %H:%M UTC")),
    );
    format!(
        "webhooks of {sender} are refused: {} lately, {since}",
        standing.refused_since
    )
}

/// Whoever forges a delivery does not know an event that exists: Stripe is asked.
async fn is_stripes(app: &App, standing: &Standing) -> bool {
    match &standing.suspect {
        Some(id) => matches!(
            tokio::time::timeout(PATIENCE, app.till.knows_event(id)).await,
            Ok(Ok(true))
        ),
        None => false,
    }
}

/// Nor an eSIM of ours.
async fn is_suppliers(app: &App, standing: &Standing) -> Result<bool, Error> {
    match &standing.suspect {
        Some(iccid) => Ok(webhooks::is_our_iccid(&app.db, iccid).await?),
        None => Ok(false),
    }
}

/// Events are found in Stripe's list, and none has been sent since.
fn missing(standing: &Standing, now: DateTime<Utc>) -> Option<(String, &'static str)> {
    let pulled = standing
        .pulled_at
        .filter(|at| now - *at > GRACE && now - *at < TimeDelta::days(1))?;
    if standing.accepted_at.is_some_and(|taken| taken >= pulled) {
        return None;
    }
    let last = standing.accepted_at.map_or_else(
        || "none ever came".to_owned(),
        |at| format!("the last came {}", at.format("%Y-%m-%d %H:%M UTC")),
    );
    let what = format!(
        "Stripe's webhooks do not come: {} events of the last day were read from its list, {last}",
        standing.pulled
    );
    Some((
        what,
        "see the endpoint PUBLIC_URL/webhooks/stripe in Stripe's Dashboard: its address, its \
         events, its failed deliveries; `doctor` looks at PUBLIC_URL",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Option<DateTime<Utc>> {
        Some("2026-11-28T02:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minute))
    }

    fn standing() -> Standing {
        Standing {
            accepted_at: None,
            refused_at: None,
            pulled_at: None,
            untimely_at: None,
            refused_since: 0,
            accepted: 0,
            pulled: 1,
            suspect: None,
        }
    }

    #[test]
    fn a_webhook_is_missing_only_when_none_came_after_the_pull() {
        let now = at(10).unwrap();
        assert!(missing(&standing(), now).is_none());
        assert!(
            missing(
                &Standing {
                    pulled_at: at(5),
                    ..standing()
                },
                now
            )
            .unwrap()
            .0
            .contains("none ever came")
        );
        assert!(
            missing(
                &Standing {
                    pulled_at: at(5),
                    accepted_at: at(1),
                    ..standing()
                },
                now
            )
            .is_some()
        );
        assert!(
            missing(
                &Standing {
                    pulled_at: at(5),
                    accepted_at: at(6),
                    ..standing()
                },
                now
            )
            .is_none(),
            "it was only late"
        );
        assert!(
            missing(
                &Standing {
                    pulled_at: at(10),
                    ..standing()
                },
                now
            )
            .is_none(),
            "it may be on its way"
        );
    }

    #[test]
    fn a_refusal_is_over_when_one_was_taken_or_an_hour_has_passed() {
        let refused = Standing {
            refused_at: at(5),
            ..standing()
        };
        assert!(refused_lately(&refused, at(6).unwrap()));
        assert!(!refused_lately(
            &Standing {
                accepted_at: at(6),
                ..refused.clone()
            },
            at(7).unwrap()
        ));
        assert!(!refused_lately(&refused, at(66).unwrap()));
    }
}
