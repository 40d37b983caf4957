//! What support does to an order, each said in full before it is done: resend, correct the address,
//! retry, note. By the functions of the commands; none of it moves money.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use sha2::{Digest, Sha256};

use super::order::open;
use super::page::{DeskError, Frame, OrderRequest, page, see_other};
use crate::app::App;
use crate::db::lines;
use crate::db::order_pages;
use crate::db::orders::Order;
use crate::flows::desk::{self, Member};
use crate::flows::mailing::{self, Sent};
use crate::flows::operator;
use crate::web::http::form::Form;
use domain::email::EmailAddress;
use domain::line::LineState;

/// The longest note.
pub const LONGEST_NOTE: usize = 500;

/// Something to type or to keep.
#[derive(Debug)]
pub enum Field {
    /// A line of text: name, label, what was typed.
    Text(&'static str, &'static str, String),
    /// An email address.
    Address(&'static str, &'static str, String),
    /// A box: name, label, whether it is ticked.
    Tick(&'static str, &'static str, bool),
    /// Not shown.
    Hidden(&'static str, String),
}

/// What will happen, and the button.
#[derive(Template)]
#[template(path = "desk/confirm.html")]
pub struct ConfirmPage {
    /// Around it.
    pub frame: Frame,
    /// The order's number.
    pub number: String,
    /// The last part of the form's address.
    pub act: &'static str,
    /// What happens, each a sentence.
    pub effects: Vec<String>,
    /// What is asked.
    pub fields: Vec<Field>,
    /// What stands on the button; none where nothing can be done.
    pub button: Option<String>,
    /// Whether money goes, or something ends.
    pub grave: bool,
    /// What was wrong with what was typed.
    pub error: Option<String>,
    /// A second form, to say something else before it is asked again.
    pub other: Option<Other>,
}

/// A form that shows the page anew.
#[derive(Debug)]
pub struct Other {
    /// What it is for.
    pub title: &'static str,
    /// What is asked.
    pub fields: Vec<Field>,
    /// What stands on its button.
    pub button: &'static str,
}

impl ConfirmPage {
    /// Of an act on an order.
    #[must_use]
    pub fn new(
        app: &App,
        member: &Member,
        order: &Order,
        (act, title): (&'static str, &str),
        button: impl Into<String>,
    ) -> Self {
        Self {
            frame: Frame::new(
                app,
                Some(member),
                "/desk/find",
                format!("{title}: {}", order.number),
            ),
            number: order.number.clone(),
            act,
            effects: Vec::new(),
            fields: Vec::new(),
            button: Some(button.into()),
            grave: false,
            error: None,
            other: None,
        }
    }

    /// With what happens.
    #[must_use]
    pub fn saying(mut self, effects: impl IntoIterator<Item = String>) -> Self {
        self.effects.extend(effects);
        self
    }

    /// With something to type.
    #[must_use]
    pub fn asking(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// That nothing can be done, and why.
    #[must_use]
    pub fn nothing(mut self, why: impl Into<String>) -> Self {
        (self.effects, self.fields, self.button) = (vec![why.into()], Vec::new(), None);
        self
    }

    /// What the page says will happen, short enough for the form to bring back.
    #[must_use]
    pub fn seen(&self) -> String {
        hex::encode(&Sha256::digest(self.effects.join("\n"))[..16])
    }

    /// Whether a form was sent by somebody who was shown just this: nothing else is carried out.
    #[must_use]
    pub fn was_seen(&self, form: &Form) -> bool {
        self.button.is_some() && form.field("seen") == self.seen()
    }

    /// The page anew, as something else would happen now; or why nothing can be done any more.
    ///
    /// # Errors
    /// [`DeskError::No`]; when the template fails.
    pub fn anew(self) -> Result<Response, DeskError> {
        if self.button.is_none() {
            return Err(DeskError::No(self.effects.join(" ")));
        }
        self.shown(Some(
            "Nothing was done: something has changed since. Look again.",
        ))
    }

    /// The page, at rest or with a fault in what was typed.
    ///
    /// # Errors
    /// When the template fails.
    pub fn shown(mut self, error: Option<&str>) -> Result<Response, DeskError> {
        self.error = error.map(str::to_owned);
        page(
            if error.is_some() {
                StatusCode::UNPROCESSABLE_ENTITY
            } else {
                StatusCode::OK
            },
            &self,
        )
    }
}

/// Back to the order, with what was done.
///
/// # Errors
/// Never for a number of ours.
pub fn done(order: &Order, word: &str) -> Result<Response, DeskError> {
    see_other(&format!("/desk/orders/{}?done={word}", order.number))
}

/// Whether what was sent by hand has left.
#[must_use]
pub fn sent(sent: &[Sent], word: &'static str) -> &'static str {
    if sent.iter().any(|mail| mail.fault.is_some()) {
        "waits"
    } else {
        word
    }
}

/// The order's address, and how many of its lines are delivered.
///
/// # Errors
/// The database's.
pub async fn goods(app: &App, order: &Order) -> Result<(Option<EmailAddress>, usize), DeskError> {
    let lines = lines::of_order(&app.db, order.id, app.clock.now()).await?;
    let delivered = lines
        .iter()
        .filter(|line| line.state == LineState::Delivered)
        .count();
    Ok((
        order
            .email
            .as_deref()
            .and_then(|email| EmailAddress::parse(email).ok()),
        delivered,
    ))
}

/// Why nothing is mailed.
pub const NOTHING_TO_SEND: &str =
    "There is nothing to mail: nothing has been delivered, or the order has no address.";

async fn resend_form(app: &App, member: &Member, order: &Order) -> Result<ConfirmPage, DeskError> {
    let shown = ConfirmPage::new(
        app,
        member,
        order,
        ("resend", "Resend the mail"),
        "Resend it",
    );
    Ok(match goods(app, order).await? {
        (Some(address), delivered) if delivered > 0 => {
            let what = format!(
                "The delivery mail, with its codes, goes to {} again.",
                address.written()
            );
            shown.saying([what, "The links in earlier mails go on working.".to_owned()])
        }
        _ => shown.nothing(NOTHING_TO_SEND),
    })
}

/// `GET …/resend`
pub async fn resend_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    resend_form(&app, &member, &order).await?.shown(None)
}

/// `POST …/resend`: to the order's own address.
pub async fn resend(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let shown = resend_form(&app, &member, &order).await?;
    if !shown.was_seen(&form) {
        return shown.anew();
    }
    desk::note(&app, &member, "desk: resend", &order.number).await?;
    match mailing::resend(&app, order.id, None, member.name()).await? {
        Some(mails) => done(&order, sent(&mails, "resent")),
        None => Err(DeskError::No(NOTHING_TO_SEND.to_owned())),
    }
}

/// Why an address stays.
const INSTALLED: &str = "One of its eSIMs is on a phone, so somebody has read the mail at this \
                         address. Only an owner may change it.";

async fn may_correct(app: &App, member: &Member, order: &Order) -> Result<bool, DeskError> {
    let page = order_pages::by_id(&app.db, order.id, app.clock.now())
        .await?
        .ok_or(DeskError::NotFound)?;
    Ok(member.is_owner() || !page.installed())
}

async fn address_form(
    app: &App,
    member: &Member,
    order: &Order,
    typed: &str,
) -> Result<ConfirmPage, DeskError> {
    let shown = ConfirmPage::new(
        app,
        member,
        order,
        ("address", "Correct the address"),
        "Correct it",
    );
    if !may_correct(app, member, order).await? {
        return Ok(shown.nothing(INSTALLED));
    }
    let (old, delivered) = goods(app, order).await?;
    let now = old.as_ref().map_or_else(
        || "It has no address now.".to_owned(),
        |old| format!("The address is {} now.", old.written()),
    );
    let goods = if delivered > 0 {
        "What was delivered is mailed to the new address."
    } else {
        "Mails that have not left go to the new address."
    };
    let told = "The old address gets a mail that says so, without a code. Links that were mailed \
                to it open nothing any more."
        .to_owned();
    Ok(shown
        .saying([now, goods.to_owned(), told])
        .asking(Field::Address(
            "email",
            "The right address",
            typed.to_owned(),
        )))
}

/// `GET …/address`
pub async fn address_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    address_form(&app, &member, &order, "").await?.shown(None)
}

/// `POST …/address`
pub async fn address(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let typed = form.field("email");
    let shown = address_form(&app, &member, &order, typed).await?;
    if !shown.was_seen(&form) {
        return shown.anew();
    }
    let Ok(to) = EmailAddress::parse(typed) else {
        return shown.shown(Some("Type an email address, like name@example.com."));
    };
    desk::note(&app, &member, "desk: correct the address", &order.number).await?;
    let corrected = mailing::set_email(&app, order.id, &to, member.name()).await?;
    if !corrected.changed {
        return shown.shown(Some(
            "The order has that address already. Resend the mail instead.",
        ));
    }
    done(&order, sent(&corrected.sent, "corrected"))
}

/// `GET …/retry`
pub async fn retry_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let effects = [
        "eSIMs and top-ups that wait are asked for again, with the same keys: nothing is bought \
         twice.",
        "A refund that failed gets a new attempt; one that is under way is looked at.",
        "Mails that have not left go now.",
    ];
    let shown = ConfirmPage::new(&app, &member, &order, ("retry", "Retry"), "Retry now");
    shown.saying(effects.map(str::to_owned)).shown(None)
}

/// `POST …/retry`
pub async fn retry(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    desk::note(&app, &member, "desk: retry", &order.number).await?;
    let tried = operator::retry(&app, order.id, member.name()).await?;
    if tried.is_nothing() {
        return Err(DeskError::No(
            "There is nothing to retry: no eSIM is waiting, no refund \
             failed, every mail has been sent."
                .to_owned(),
        ));
    }
    done(&order, sent(&tried.mails, "retried"))
}

/// What a person may write into a story: one paragraph of some length.
///
/// # Errors
/// What to type instead.
pub fn worded(text: &str) -> Result<String, &'static str> {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err("Write a few words for the order's story."),
        1..=LONGEST_NOTE => Ok(text),
        _ => Err("Make it shorter: 500 characters at most."),
    }
}

fn note_form(app: &App, member: &Member, order: &Order, typed: &str) -> ConfirmPage {
    let what = "It is kept in the order's story under your name, for everybody who works here. \
                The traveller does not see it. Do not write an address or a code into it.";
    let shown = ConfirmPage::new(app, member, order, ("note", "Add a note"), "Add it");
    shown
        .saying([what.to_owned()])
        .asking(Field::Text("note", "Note", typed.to_owned()))
}

/// `GET …/note`
pub async fn note_page(
    (State(app), Extension(member), Path(number)): OrderRequest,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    note_form(&app, &member, &order, "").shown(None)
}

/// `POST …/note`
pub async fn note(
    (State(app), Extension(member), Path(number)): OrderRequest,
    form: Form,
) -> Result<Response, DeskError> {
    let order = open(&app, &number).await?;
    let text = match worded(form.field("note")) {
        Ok(text) => text,
        Err(why) => return note_form(&app, &member, &order, form.field("note")).shown(Some(why)),
    };
    desk::note(&app, &member, "desk: note", &order.number).await?;
    operator::add_note(&app, order.id, &text, member.name()).await?;
    done(&order, "noted")
}
