//! What an owner marks on a plan at the desk: hidden, pinned, a note. The shelf of every replica
//! follows.

use crate::app::App;
use crate::db::plan_marks::{self, Mark};
use crate::db::{self, audit, products};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// It is marked so.
    Done,
    /// The supplier never listed such a product.
    Unknown,
    /// Somebody has marked it otherwise since: nothing was done.
    Overtaken,
}

/// Marks a plan so, if it is one that is still marked as it was `shown`, and writes down each mark
/// that changes.
///
/// # Errors
/// The database's; nothing was marked.
pub async fn set(
    app: &App,
    product_id: &str,
    mark: &Mark,
    shown: Option<&Mark>,
    who: &str,
) -> Result<Marking, db::Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // In the order in which a sync takes them.
    products::lock(&mut tx).await?;
    let Some(before) = plan_marks::of(&mut tx, product_id).await? else {
        return Ok(Marking::Unknown);
    };
    if shown.is_some_and(|shown| *shown != before) {
        return Ok(Marking::Overtaken);
    }
    plan_marks::set(&mut tx, product_id, mark, who, now).await?;
    let acts = [
        (
            before.hidden != mark.hidden,
            if mark.hidden {
                "plan hidden"
            } else {
                "plan no longer hidden"
            },
        ),
        (
            before.pinned != mark.pinned,
            if mark.pinned {
                "plan pinned"
            } else {
                "plan no longer pinned"
            },
        ),
        (
            before.note != mark.note,
            if mark.note.is_some() {
                "note on a plan"
            } else {
                "note on a plan removed"
            },
        ),
    ];
    for (_, act) in acts.iter().filter(|(changed, _)| *changed) {
        audit::record(&mut tx, who, act, Some(product_id), now).await?;
    }
    if (before.hidden, before.pinned) != (mark.hidden, mark.pinned) {
        products::raise_version(&mut tx).await?;
    }
    tx.commit().await?;
    app.catalogue.refresh(&app.db, now).await?;
    Ok(Marking::Done)
}
