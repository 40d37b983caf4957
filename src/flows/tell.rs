//! Telling the owner: alerts by mail and by the owner's webhook, and a letter each week. What is to
//! be said is a row first; a mail server or a webhook that fails holds up nothing.

use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{Error, JobOutcome};
use crate::app::App;
use crate::db::mails::NewMail;
use crate::db::tellings::{self, Told};
use crate::db::{Connection, cursors, jobs, mails};
use domain::job::Job;
use domain::mail_fault::next_try;
use domain::mail_kind::MailKind;

/// How many alerts of a kind are told one by one.
const NAMED: usize = 10;
/// Discord takes 2,000 characters.
const MOST: usize = 1_900;
/// The week's letter comes on Monday at this hour of UTC.
const LETTER_HOUR: u32 = 7;
/// The cursor of the letter.
const LETTER: &str = "weekly_letter";

/// Puts what is new, and what has ended, into the outbox and into the queue to the webhook.
pub(super) async fn run(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    if app.config.shop.alerts_to().is_some() {
        let mut tx = app.db.begin().await?;
        for group in by_kind(tellings::to_mail(&mut tx, now).await?) {
            mail(
                app,
                &mut tx,
                MailKind::Alert,
                json!({ "kind": group[0].kind, "told": lines(&group) }),
                now,
            )
            .await?;
        }
        for kind in tellings::ended_to_mail(&mut tx).await? {
            mail(
                app,
                &mut tx,
                MailKind::Alert,
                json!({ "kind": kind, "ended": true }),
                now,
            )
            .await?;
        }
        tx.commit().await?;
        weekly(app, now).await?;
    }
    if app.config.alert_webhook_url.is_some() {
        let mut tx = app.db.begin().await?;
        let new = by_kind(tellings::to_post(&mut tx, now).await?)
            .into_iter()
            .map(|group| (group, false));
        let ended = by_kind(tellings::ended_to_post(&mut tx, now).await?)
            .into_iter()
            .map(|group| (group, true));
        let all: Vec<_> = new.chain(ended).collect();
        for (group, ended) in &all {
            tellings::post(
                &mut tx,
                &group[0].kind,
                &words(&app.config.shop.shop.name, group, *ended),
                now,
            )
            .await?;
        }
        if !all.is_empty() {
            jobs::enqueue(&mut tx, &Job::AlertPosts, now, now).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn mail(
    app: &App,
    tx: &mut Connection,
    kind: MailKind,
    body: serde_json::Value,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = app.config.shop.alerts_to() else {
        return Ok(());
    };
    let (subject, locale) = (Uuid::now_v7().to_string(), app.config.shop.locale().code());
    mails::queue(
        tx,
        &NewMail {
            order_id: None,
            kind,
            subject: &subject,
            to: &to,
            locale,
            body,
            now,
            send_at: now,
        },
    )
    .await?;
    Ok(())
}

/// In groups of a kind; none is empty.
fn by_kind(mut told: Vec<Told>) -> Vec<Vec<Told>> {
    told.sort_by(|a, b| (&a.kind, &a.what).cmp(&(&b.kind, &b.what)));
    told.chunk_by(|a, b| a.kind == b.kind)
        .map(<[Told]>::to_vec)
        .collect()
}

/// What is wrong and what to do, a line each; many of a kind are counted from the eleventh on.
fn lines(group: &[Told]) -> Vec<String> {
    let mut lines: Vec<String> = group
        .iter()
        .take(NAMED)
        .map(|told| format!("{} → {}", told.what, told.mend))
        .collect();
    match group.len().saturating_sub(NAMED) {
        0 => {}
        more => lines.push(format!(
            "and {more} more: `select * from ops.alerts` has all of them"
        )),
    }
    lines
}

fn words(shop: &str, group: &[Told], ended: bool) -> String {
    let first = match group.first() {
        _ if ended => format!("{shop}: over"),
        Some(told) if told.severity == "critical" => format!("{shop}: act now"),
        _ => format!("{shop}: look today"),
    };
    let lines = if ended {
        group
            .iter()
            .take(NAMED)
            .map(|told| told.what.clone())
            .collect()
    } else {
        lines(group)
    };
    let text = format!("{first}\n{}", lines.join("\n"));
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The Monday morning at or before `now`.
fn letter_day(now: DateTime<Utc>) -> DateTime<Utc> {
    let hour = NaiveTime::from_hms_opt(LETTER_HOUR, 0, 0).unwrap_or(NaiveTime::MIN);
    let monday =
        now.date_naive() - TimeDelta::days(i64::from(now.weekday().num_days_from_monday()));
    let at = monday.and_time(hour).and_utc();
    if at > now {
        at - TimeDelta::days(7)
    } else {
        at
    }
}

/// One letter a week, from the first Monday after alerts go somewhere.
async fn weekly(app: &App, now: DateTime<Utc>) -> Result<(), Error> {
    let (due, last) = (letter_day(now), cursors::read_time(&app.db, LETTER).await?);
    if last.is_some_and(|last| last >= due) {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    cursors::write_time(&mut tx, LETTER, due).await?;
    if last.is_some() {
        mail(app, &mut tx, MailKind::Weekly, json!({ "until": due }), now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Sends what waits for the owner's webhook. One that fails ends the round: the others would meet
/// the same.
///
/// # Errors
/// [`Error`]; what was not sent stays.
pub async fn deliver(app: &App) -> Result<JobOutcome, Error> {
    let Some(url) = &app.config.alert_webhook_url else {
        return Ok(JobOutcome::Done);
    };
    for post in tellings::due(&app.db, app.clock.now()).await? {
        // Slack and Mattermost read `text`, Discord reads `content`.
        let sent = app
            .fetch
            .post(url, &json!({ "text": post.words, "content": post.words }))
            .await;
        let now = app.clock.now();
        match sent {
            Ok(()) => tellings::mark_posted(&app.db, post.id, now).await?,
            Err(error) => {
                let next = next_try(post.created_at, now);
                tracing::warn!(error.message = %error, "ALERT_WEBHOOK_URL did not take an alert → \
                                                        check the address; it is tried for three \
                                                        days");
                tellings::note_attempt(&app.db, post.id, &error.to_string(), next).await?;
                return Ok(next.map_or(JobOutcome::RetryAt(now), JobOutcome::RetryAt));
            }
        }
    }
    Ok(tellings::next_due(&app.db)
        .await?
        .map_or(JobOutcome::Done, JobOutcome::RetryAt))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: &str, n: usize) -> Told {
        Told {
            kind: kind.into(),
            severity: "warning".into(),
            what: format!("{kind} {n:02}"),
            mend: "mend it".into(),
        }
    }

    #[test]
    fn many_of_a_kind_are_one_message_that_fits() {
        let groups = by_kind(
            (0..300)
                .map(|n| told(if n % 2 == 0 { "price_rose" } else { "misfit" }, n))
                .collect(),
        );
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [150, 150]);
        let said = words("Layover", &groups[0], false);
        assert!(
            said.starts_with("Layover: look today\nmisfit 01 → mend it\n")
                && said.ends_with("has all of them"),
            "{said}"
        );
        assert!(said.contains("and 140 more"));
        let long = Told {
            what: "é".repeat(5_000),
            ..told("misfit", 1)
        };
        assert_eq!(words("Layover", &[long], true).chars().count(), MOST + 1);
    }

    #[test]
    fn the_letter_comes_on_mondays() {
        let day = |at: &str| letter_day(at.parse().unwrap()).to_rfc3339();
        assert_eq!(day("2026-11-28T02:00:00Z"), "2026-11-23T07:00:00+00:00");
        assert_eq!(day("2026-11-30T06:59:59Z"), "2026-11-23T07:00:00+00:00");
        assert_eq!(day("2026-11-30T07:00:00Z"), "2026-11-30T07:00:00+00:00");
    }
}
