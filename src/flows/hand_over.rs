//! Handing one eSIM over: to who travels with it, or to the buyer's own phone, by a link that opens
//! that eSIM's page and nothing else. Sells nothing.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::app::App;
use crate::db;
use crate::db::esim_keys::{self, NewKey, Purpose};
use crate::db::esims;
use crate::db::history::{self, Actor, Entry};
use crate::db::order_pages::{self, OwnedEsim};
use domain::history::EventKind;
use domain::token::Token;

/// A traveller's link works as long as the plan may wait for its start.
pub const LINK_DAYS: i64 = 60;
/// Long enough to pick up the phone that lies on the table.
pub const PHONE_MINUTES: i64 = 15;

/// A link that was made.
#[derive(Debug)]
pub struct Made {
    /// The unguessable part of its address; only its hash is kept.
    pub token: Token,
    /// Until when it works.
    pub until: DateTime<Utc>,
}

/// One eSIM of an order, and the line that bought it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderEsim {
    /// The line.
    pub line_id: Uuid,
    /// The eSIM's id, as in addresses.
    pub esim_id: Uuid,
}

/// Names who travels with an eSIM, or nobody.
///
/// # Errors
/// The database's.
pub async fn name(app: &App, esim_id: Uuid, traveller: Option<&str>) -> Result<(), db::Error> {
    esims::set_traveller(&app.db, esim_id, traveller).await
}

/// Makes the traveller's link; an older one ends with it.
///
/// # Errors
/// The database's; then the older one still works.
pub async fn make_link(app: &App, esim: &OwnedEsim) -> Result<Made, db::Error> {
    let now = app.clock.now();
    let made = Made {
        token: Token::of(rand::random()),
        until: now + TimeDelta::days(LINK_DAYS),
    };
    let owner = esims::owner_of(&app.db, esim.esim.iccid.digits()).await?;
    let mut tx = app.db.begin().await?;
    keep(&mut tx, esim.esim.id, &made, Purpose::Traveller, now).await?;
    esims::unset_mine(&mut tx, &[esim.esim.id]).await?;
    record_event(
        &mut tx,
        owner.as_ref().map(|owner| (owner.order_id, owner.line_id)),
        EventKind::LinkMade,
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(made)
}

/// Makes a link for each of several eSIMs of one order, all or none; older ones end with them, and
/// none of them is the buyer's own any more.
///
/// # Errors
/// The database's; then the older ones still work.
pub async fn make_links(
    app: &App,
    order_id: Uuid,
    parts: &[OrderEsim],
) -> Result<Vec<Made>, db::Error> {
    let now = app.clock.now();
    let made: Vec<Made> = parts
        .iter()
        .map(|_| Made {
            token: Token::of(rand::random()),
            until: now + TimeDelta::days(LINK_DAYS),
        })
        .collect();
    let mut tx = app.db.begin().await?;
    for (part, made) in parts.iter().zip(&made) {
        keep(&mut tx, part.esim_id, made, Purpose::Traveller, now).await?;
        record_event(
            &mut tx,
            Some((order_id, part.line_id)),
            EventKind::LinkMade,
            now,
        )
        .await?;
    }
    let ids: Vec<Uuid> = parts.iter().map(|part| part.esim_id).collect();
    esims::unset_mine(&mut tx, &ids).await?;
    tx.commit().await?;
    Ok(made)
}

/// Keeps whether the links to these eSIMs were sent: a share sheet may be closed without sending
/// them.
///
/// # Errors
/// The database's.
pub async fn tell_sent(app: &App, parts: &[OrderEsim], sent: bool) -> Result<(), db::Error> {
    let ids: Vec<Uuid> = parts.iter().map(|part| part.esim_id).collect();
    esim_keys::set_unsent(&app.db, &ids, !sent).await
}

/// Keeps one eSIM of its plan for its buyer's own phone, or none of the order: what is one's own
/// has no link for somebody else.
///
/// # Errors
/// The database's.
pub async fn keep_for_buyer(
    app: &App,
    order_id: Uuid,
    part: Option<OrderEsim>,
) -> Result<(), db::Error> {
    let mut tx = app.db.begin().await?;
    esims::set_mine(&mut tx, order_id, part.map(|part| part.esim_id)).await?;
    if let Some(part) = part
        && esim_keys::end_link(&mut tx, part.esim_id).await?
    {
        record_event(
            &mut tx,
            Some((order_id, part.line_id)),
            EventKind::LinkEnded,
            app.clock.now(),
        )
        .await?;
    }
    tx.commit().await
}

/// That this one is for somebody else, after all.
///
/// # Errors
/// The database's.
pub async fn leave_to_others(app: &App, part: OrderEsim) -> Result<(), db::Error> {
    esims::unset_mine(&mut *app.db.acquire().await?, &[part.esim_id]).await
}

/// Ends the traveller's link, if there is one.
///
/// # Errors
/// The database's.
pub async fn end_link(app: &App, esim: &OwnedEsim) -> Result<(), db::Error> {
    let owner = esims::owner_of(&app.db, esim.esim.iccid.digits()).await?;
    let mut tx = app.db.begin().await?;
    if esim_keys::end_link(&mut tx, esim.esim.id).await? {
        record_event(
            &mut tx,
            owner.as_ref().map(|owner| (owner.order_id, owner.line_id)),
            EventKind::LinkEnded,
            app.clock.now(),
        )
        .await?;
    }
    tx.commit().await
}

/// Ends it by an operator's hand; `false` when there was none.
///
/// # Errors
/// The database's.
pub async fn end_link_by_hand(
    app: &App,
    (order_id, line_id, esim_id): (Uuid, Uuid, Uuid),
    who: &str,
) -> Result<bool, db::Error> {
    let mut tx = app.db.begin().await?;
    let ended = esim_keys::end_link(&mut tx, esim_id).await?;
    if ended {
        let actor = Actor::Operator(who.to_owned());
        let entry = Entry {
            order_id,
            line_id: Some(line_id),
            event: EventKind::LinkEnded,
            detail: None,
            actor,
        };
        history::record_event(&mut tx, &entry, app.clock.now()).await?;
    }
    tx.commit().await?;
    Ok(ended)
}

/// Makes a link for the buyer's own phone.
///
/// # Errors
/// The database's.
pub async fn to_phone(app: &App, esim: &OwnedEsim) -> Result<Made, db::Error> {
    let now = app.clock.now();
    let made = Made {
        token: Token::of(rand::random()),
        until: now + TimeDelta::minutes(PHONE_MINUTES),
    };
    let mut db = app.db.acquire().await?;
    keep(&mut db, esim.esim.id, &made, Purpose::Phone, now).await?;
    Ok(made)
}

/// The eSIM that a link opens now.
///
/// # Errors
/// The database's.
pub async fn opened(app: &App, token: &str) -> Result<Option<OwnedEsim>, db::Error> {
    let Some(token) = Token::read(token) else {
        return Ok(None);
    };
    match esim_keys::handed_over(&app.db, &token.hash(), app.clock.now()).await? {
        Some(esim_id) => order_pages::esim_by_id(&app.db, esim_id).await,
        None => Ok(None),
    }
}

async fn keep(
    db: &mut db::Connection,
    esim_id: Uuid,
    made: &Made,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let key = NewKey {
        token_hash: &made.token.hash(),
        esim_id,
        purpose,
        expires_at: made.until,
    };
    esim_keys::insert(db, &key, now).await
}

/// Writes it into the history of an order's line; never the link itself.
async fn record_event(
    db: &mut db::Connection,
    line: Option<(Uuid, Uuid)>,
    event: EventKind,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let Some((order_id, line_id)) = line else {
        return Ok(());
    };
    history::record_event(
        db,
        &Entry {
            order_id,
            line_id: Some(line_id),
            event,
            detail: None,
            actor: Actor::Traveller,
        },
        now,
    )
    .await
}
