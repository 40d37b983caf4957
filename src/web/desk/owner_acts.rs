//! What only an owner does to an order, each said in full before it is done: resend elsewhere,
//! refund, release, stop a link. By the functions of the commands.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;

use super::acts::{ConfirmPage, Field, NOTHING_TO_SEND, Other, done, goods, sent, worded};
use super::order::open;
use super::page::{DeskError, OrderRequest, minute};
use crate::app::App;
use crate::db::desk::{self as views, DeskLine};
use crate::db::holds::{self, Hold};
use crate::db::orders::Order;
use crate::flows::desk::{self, Member};
use crate::flows::refund_order::{self, Ask, NotRefunded, Plan};
use crate::flows::{hand_over, mailing, operator};
use crate::web::http::form::{Form, QueryForm};
use domain::email::EmailAddress;

fn elsewhere_form(app: &App, member: &Member, order: &Order, typed: &str) -> ConfirmPage {
    let shown = ConfirmPage::new(
        app,
        member,
        order,
        ("resend-elsewhere", "Resend to another address"),
        "Send it there",
    );
    let effects = [
        "The delivery mail, with its codes, goes to the address below, this time only. Whoever \
         reads it can install the eSIMs.",
        "The order keeps its own address.",
    ];
    let mut shown = shown
        .saying(effects.map(str::to_owned))
        .asking(Field::Address("email", "To this address", typed.to_owned()));
    shown.grave = true;
    shown
}

/// `GET …/resend-elsewhere`
pub async fn elsewhere_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let shown = elsewhere_form(&app, &member, &order, "");
    if goods(&app, &order).await?.1 == 0 {
        shown.nothing(NOTHING_TO_SEND).shown(None)
    } else {
        shown.shown(None)
    }
}

/// `POST …/resend-elsewhere`
pub async fn elsewhere(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let typed = form.field("email");
    let Ok(to) = EmailAddress::parse(typed) else {
        return elsewhere_form(&app, &member, &order, typed)
            .shown(Some("Type an email address, like name@example.com."));
    };
    desk::note(&app, &member, "desk: resend elsewhere", &order.number).await?;
    match mailing::resend(&app, order.id, Some(&to), member.name()).await? {
        Some(mails) => done(&order, sent(&mails, "resent")),
        None => Err(DeskError::No(NOTHING_TO_SEND.to_owned())),
    }
}

/// What is to go back, as it is asked in an address or a form.
#[derive(Debug, Default)]
pub struct RefundWish {
    /// A position; all without it.
    line: String,
    /// A part.
    amount: String,
    /// What was not used yet stays usable.
    keep_esim: String,
}

impl RefundWish {
    fn of(form: &Form) -> Self {
        let field = |name| form.field(name).to_owned();
        Self {
            line: field("line"),
            amount: field("amount"),
            keep_esim: field("keep_esim"),
        }
    }

    fn ask(&self, order: &Order, reason: &str) -> Result<Ask, NotRefunded> {
        let lines = match self.line.trim() {
            "" => Vec::new(),
            one => vec![
                one.parse()
                    .map_err(|_| NotRefunded::No("that is not the number of a line".to_owned()))?,
            ],
        };
        let amount_minor = match self.amount.trim() {
            "" => None,
            text => Some(refund_order::amount(text, order.total.currency)?),
        };
        Ok(Ask {
            lines,
            amount_minor,
            keep_esim: self.keep_esim == "yes",
            reason: reason.to_owned(),
        })
    }
}

/// The plan in the words of `orders refund`.
fn effects(plan: &Plan) -> Vec<String> {
    let currency = plan.order.total.currency;
    let of_line = |line: &refund_order::LinePlan| -> Vec<String> {
        line.effects(currency)
            .into_iter()
            .map(|effect| format!("Line {}, {}: {effect}.", line.position, line.plan_name))
            .collect()
    };
    let strays = plan.strays.iter().map(|stray| {
        format!(
            "What was received as {} is refunded to the card.",
            stray.payment_intent_id
        )
    });
    let alone = plan
        .left_alone
        .iter()
        .map(|why| format!("Left alone: {why}."));
    plan.lines
        .iter()
        .flat_map(of_line)
        .chain(strays)
        .chain(alone)
        .collect()
}

/// The form for another amount, or another line.
fn something_else(wish: &RefundWish) -> Other {
    Other {
        title: "Refund something else",
        fields: vec![
            Field::Text(
                "line",
                "Only this line, by its number; empty for all",
                wish.line.clone(),
            ),
            Field::Text(
                "amount",
                "Only a part, like 5.00; empty for all that is left",
                wish.amount.clone(),
            ),
            Field::Tick(
                "keep_esim",
                "Leave an unused eSIM usable",
                wish.keep_esim == "yes",
            ),
        ],
        button: "Show what happens then",
    }
}

/// The plan, and the page that shows it.
async fn planned(
    app: &App,
    member: &Member,
    order: &Order,
    wish: &RefundWish,
    reason: &str,
) -> Result<(Option<Plan>, ConfirmPage), DeskError> {
    let title = if wish.line.is_empty() {
        "Refund".to_owned()
    } else {
        format!("Refund line {}", wish.line)
    };
    let mut shown = ConfirmPage::new(app, member, order, ("refund", &title), "Refund it");
    shown.grave = true;
    shown.other = Some(something_else(wish));
    let plan = match wish.ask(order, reason) {
        Ok(ask) => refund_order::plan(app, order.id, &ask).await,
        Err(why) => Err(why),
    };
    let plan = match plan {
        Ok(plan) => plan,
        Err(NotRefunded::No(why)) => {
            return Ok((
                None,
                shown.nothing(format!("That cannot be refunded: {why}.")),
            ));
        }
        Err(NotRefunded::Failed(error)) => return Err(error.into()),
    };
    let effects = effects(&plan);
    if plan.lines.is_empty() && plan.strays.is_empty() {
        return Ok((
            None,
            shown.nothing("There is nothing to refund.").saying(effects),
        ));
    }
    let kept = [
        ("line", &wish.line),
        ("amount", &wish.amount),
        ("keep_esim", &wish.keep_esim),
    ];
    let shown = kept.into_iter().fold(shown, |shown, (name, value)| {
        shown.asking(Field::Hidden(name, value.clone()))
    });
    Ok((
        Some(plan),
        shown.saying(effects).asking(Field::Text(
            "reason",
            "Why, for the books",
            reason.to_owned(),
        )),
    ))
}

/// `GET …/refund`: says what would go back and what would end. Asks Stripe and the supplier;
/// changes nothing.
pub async fn refund_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
    QueryForm(query): QueryForm,
) -> Result<Response, DeskError> {
    let wish = RefundWish::of(&query);
    let order = open(&app, &number).await?;
    planned(&app, &member, &order, &wish, "")
        .await?
        .1
        .shown(None)
}

/// `POST …/refund`: does what was seen; where it would be something else now, it is shown anew.
pub async fn refund(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let wish = RefundWish::of(&form);
    let reason = worded(form.field("reason"));
    let (plan, shown) = planned(
        &app,
        &member,
        &order,
        &wish,
        reason.as_deref().unwrap_or_default(),
    )
    .await?;
    let Some(plan) = plan else {
        return shown.shown(Some("Nothing was done."));
    };
    if let Err(why) = reason {
        return shown.shown(Some(why));
    }
    if !shown.was_seen(&form) {
        return shown.anew();
    }
    desk::note(
        &app,
        &member,
        "desk: refund",
        &format!("{}: {}", order.number, effects(&plan).join(" ")),
    )
    .await?;
    refund_order::carry_out(&app, &plan, member.name()).await?;
    done(&order, "refunding")
}

async fn release_form(
    app: &App,
    member: &Member,
    order: &Order,
    typed: &str,
) -> Result<ConfirmPage, DeskError> {
    let shown = ConfirmPage::new(app, member, order, ("release", "Release"), "Release it");
    // Those of single lines, too, which the order itself does not name.
    let mut db = app.db.acquire().await?;
    let holds = holds::of_order(&mut db, order.id).await?;
    drop(db);
    if holds.is_empty() && order.attention.is_none() {
        return Ok(shown.nothing("Nothing holds it, and nothing asks for attention."));
    }
    let mut effects = vec![
        "The payment is read at Stripe first. While it is disputed, or a part went back \
         elsewhere, what holds it for that stays."
            .to_owned(),
    ];
    let word = |hold: &Hold| match hold.reason.can_be_released() {
        true => format!(
            "The hold “{}” ends, and what it held is bought ({}).",
            hold.reason.as_str(),
            hold.why
        ),
        false => format!(
            "The hold “{}” stays: it ends by a refund only ({}).",
            hold.reason.as_str(),
            hold.why
        ),
    };
    effects.extend(holds.iter().map(word));
    effects.extend(
        order
            .attention
            .iter()
            .map(|why| format!("“{why}” asks for attention no longer.")),
    );
    let mut shown =
        shown
            .saying(effects)
            .asking(Field::Text("note", "Why you release it", typed.to_owned()));
    shown.grave = true;
    Ok(shown)
}

/// `GET …/release`
pub async fn release_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    release_form(&app, &member, &order, "").await?.shown(None)
}

/// `POST …/release`: with a note.
pub async fn release(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let shown = release_form(&app, &member, &order, form.field("note")).await?;
    if !shown.was_seen(&form) {
        return shown.anew();
    }
    let note = match worded(form.field("note")) {
        Ok(note) => note,
        Err(why) => return shown.shown(Some(why)),
    };
    // The note's words stand in the order's history, which can forget a person; what is audited
    // stays for ever.
    desk::note(&app, &member, "desk: release", &order.number).await?;
    operator::add_note(&app, order.id, &note, member.name()).await?;
    let released = operator::release(&app, order.id, member.name()).await?;
    done(
        &order,
        if released.left.is_empty() {
            "released"
        } else {
            "held"
        },
    )
}

/// The line that is meant, if it is shared by a link.
async fn shared(app: &App, order: &Order, line: &str) -> Result<DeskLine, DeskError> {
    let lines = views::lines(&app.db, &order.number, app.clock.now()).await?;
    let line = lines
        .into_iter()
        .find(|one| one.position.to_string() == line && one.link_until.is_some());
    line.ok_or_else(|| DeskError::No("No link of that line works.".to_owned()))
}

fn stop_link_form(app: &App, member: &Member, order: &Order, line: &DeskLine) -> ConfirmPage {
    let until = line.link_until.map(minute).unwrap_or_default();
    let effects = [
        format!(
            "The link to line {}, {}, which would work until {until}, opens nothing any more.",
            line.position, line.plan_name
        ),
        "An eSIM that was installed with it goes on working. Its owner can make a new link."
            .to_owned(),
    ];
    let mut shown = ConfirmPage::new(
        app,
        member,
        order,
        ("stop-link", "Stop the link"),
        "Stop it",
    );
    shown.grave = true;
    shown
        .saying(effects)
        .asking(Field::Hidden("line", line.position.to_string()))
}

/// `GET …/stop-link`
pub async fn stop_link_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
    QueryForm(query): QueryForm,
) -> Result<Response, DeskError> {
    let wish = RefundWish::of(&query);
    let order = open(&app, &number).await?;
    let line = shared(&app, &order, &wish.line).await?;
    stop_link_form(&app, &member, &order, &line).shown(None)
}

/// `POST …/stop-link`
pub async fn stop_link(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let line = shared(&app, &order, form.field("line")).await?;
    let shown = stop_link_form(&app, &member, &order, &line);
    if !shown.was_seen(&form) {
        return shown.anew();
    }
    let esim_id = line.esim_id.ok_or(DeskError::NotFound)?;
    desk::note(
        &app,
        &member,
        "desk: stop a link",
        &format!("{}, line {}", order.number, line.position),
    )
    .await?;
    hand_over::end_link_by_hand(&app, (order.id, line.line_id, esim_id), member.name()).await?;
    done(&order, "stopped")
}
