//! The letters to the owner: trouble, that it is over, and the week. What is told of trouble was
//! written down when it was decided.

use chrono::{DateTime, TimeDelta, Utc};

use super::MailRenderError;
use crate::app::App;
use crate::db::mails::Mail;
use crate::db::{alerts, ops};
use crate::flows::desk;
use crate::l10n::Locale;
use crate::mail::Email;
use crate::mail::messages::Shop;
use crate::mail::owner::Owner;
use domain::desk::LINK;
use domain::mail_kind::MailKind;
use domain::money::{Currency, Money};

/// Trouble that could not be told for so long, and is over, is not told any more.
const STALE: TimeDelta = TimeDelta::hours(1);
/// How many alerts the weekly letter names.
const NAMED: usize = 20;

/// The letter; none when there is nothing left to tell.
pub(super) async fn letter(
    app: &App,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
    let (headline, paragraphs) = match mail.kind {
        MailKind::Weekly => week(app, shop.t, mail).await?,
        _ => match trouble(app, mail, now).await? {
            Some(told) => told,
            None => return Ok(None),
        },
    };
    Ok(Some(
        Owner {
            shop,
            headline,
            paragraphs,
            button: None,
        }
        .letter(mail.to.clone())?,
    ))
}

/// The letter with a link to the desk: a fresh one each time it is sent. One that nobody could send
/// for a while is no longer wanted.
pub(super) async fn desk(
    app: &App,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
    if now - mail.created_at > STALE {
        return Ok(None);
    }
    let Some(token) = desk::fresh_link(app, mail.id, &mail.to, now).await? else {
        return Ok(None);
    };
    let link = format!(
        "{}/desk/sign-in/{}",
        app.config.desk_url.as_str().trim_end_matches('/'),
        token.expose()
    );
    let paragraphs = vec![
        format!(
            "Open it within {} minutes, in the browser in which you asked for it, and type the \
             code that your phone shows.",
            LINK.num_minutes()
        ),
        "If you did not ask for it, ignore this mail: the link alone opens nothing.".to_owned(),
    ];
    let button = Some((link, "Go on to the desk".to_owned()));
    Ok(Some(
        Owner {
            shop,
            headline: "sign in at the desk".to_owned(),
            paragraphs,
            button,
        }
        .letter(mail.to.clone())?,
    ))
}

async fn trouble(
    app: &App,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<(String, Vec<String>)>, MailRenderError> {
    let kind = mail.body["kind"].as_str().unwrap_or_default();
    let name = kind.replace('_', " ");
    if mail.body["ended"] == true {
        return Ok(Some((
            format!("over: {name}"),
            vec![format!("Nothing of this kind is wrong any more ({kind}).")],
        )));
    }
    let stands = alerts::open(&app.db)
        .await?
        .iter()
        .any(|alert| alert.kind == kind);
    if !stands && now - mail.created_at > STALE {
        return Ok(None);
    }
    let mut told: Vec<String> = mail.body["told"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|line| line.as_str().map(str::to_owned))
        .collect();
    told.push(
        "`select * from ops.alerts` and `doctor` show all that stands. You get one mail an \
         hour at most for each kind, and one when it is over."
            .to_owned(),
    );
    Ok(Some((format!("trouble: {name}"), told)))
}

async fn week(app: &App, t: Locale, mail: &Mail) -> Result<(String, Vec<String>), MailRenderError> {
    let until = mail.body["until"]
        .as_str()
        .and_then(|at| at.parse().ok())
        .unwrap_or(mail.created_at);
    let (from, to) = (
        (until - TimeDelta::days(7)).date_naive(),
        until.date_naive(),
    );
    let mut told = vec![format!(
        "What was paid from {from} to the day before {to}, by UTC:"
    )];
    let sales = ops::sales(&app.db, from, to).await?;
    if sales.is_empty() {
        told.push("Nothing was sold.".to_owned());
    }
    for sum in &sales {
        let Ok(currency) = sum.currency.parse::<Currency>() else {
            continue;
        };
        let money = |minor| t.money(Money::new(minor, currency));
        let margin = sum
            .margin_minor
            .map_or_else(|| "not known".to_owned(), money);
        let mode = if sum.mode == "test" {
            " with test money"
        } else {
            ""
        };
        let (gross, back) = (money(sum.gross_minor), money(sum.refunded_minor));
        told.push(format!(
            "{} orders{mode}: {gross} sold, {back} sent back, {margin} left as margin.",
            sum.orders
        ));
    }
    let open = alerts::open(&app.db).await?;
    let refused = ops::addresses_refused(&app.db, until - TimeDelta::days(7)).await?;
    match open.len() {
        0 if refused == 0 => told.push("Nothing needs you.".to_owned()),
        0 => {}
        1 => told.push("One thing needs you:".to_owned()),
        things => told.push(format!("{things} things need you:")),
    }
    told.extend(
        open.iter()
            .take(NAMED)
            .map(|alert| format!("{} → {}", alert.what, alert.mend)),
    );
    if refused > 0 {
        told.push(format!(
            "{refused} orders have an address that takes no mail: `mails list --failed` names \
             them, `orders set-email` corrects one."
        ));
    }
    Ok((format!("your week until {to}"), told))
}
