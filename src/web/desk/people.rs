//! What is kept of a person: told, and forgotten. The owner's alone; by the functions of `people
//! export` and `people forget`.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::books::file;
use super::page::{DeskError, Frame, page};
use crate::app::App;
use crate::flows::desk::{self, Member};
use crate::flows::people::{self, Forgotten};
use crate::web::http::form::Form;
use domain::email::EmailAddress;

#[derive(Template)]
#[template(path = "desk/people.html")]
struct PeoplePage<'a> {
    frame: Frame,
    typed: &'a str,
    error: Option<&'a str>,
    /// What came of it, a sentence each.
    said: Vec<String>,
    /// How many orders would be forgotten, while it is asked whether they are to be.
    asked: Option<usize>,
}

fn shown(
    app: &App,
    member: &Member,
    status: StatusCode,
    (typed, error): (&str, Option<&str>),
    (said, asked): (Vec<String>, Option<usize>),
) -> Result<Response, DeskError> {
    page(
        status,
        &PeoplePage {
            frame: Frame::new(app, Some(member), "/desk/people", "People"),
            typed,
            error,
            said,
            asked,
        },
    )
}

fn wrong(app: &App, member: &Member, typed: &str) -> Result<Response, DeskError> {
    let error = Some("Type an email address, like name@example.com.");
    shown(
        app,
        member,
        StatusCode::UNPROCESSABLE_ENTITY,
        (typed, error),
        (Vec::new(), None),
    )
}

/// `GET /desk/people`
pub async fn show(
    State(app): State<App>,
    Extension(member): Extension<Member>,
) -> Result<Response, DeskError> {
    shown(
        &app,
        &member,
        StatusCode::OK,
        ("", None),
        (Vec::new(), None),
    )
}

/// `POST /desk/people/export`: a file with all that is kept under an address; no activation code is
/// in it.
pub async fn export(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    form: Form,
) -> Result<Response, DeskError> {
    let typed = form.field("email");
    let Ok(address) = EmailAddress::parse(typed) else {
        return wrong(&app, &member, typed);
    };
    // Whom it was about is not written down: they may ask to be forgotten next.
    desk::note(&app, &member, "desk: export a person", "").await?;
    let kept = people::export(&app, &address).await?;
    let body =
        serde_json::to_vec_pretty(&kept).map_err(|error| DeskError::No(error.to_string()))?;
    Ok(file(
        "application/json",
        "attachment; filename=\"person.json\"",
        body,
    ))
}

/// `POST /desk/people/forget`: says first what goes; with `sure=yes` it goes.
pub async fn forget(
    State(app): State<App>,
    Extension(member): Extension<Member>,
    form: Form,
) -> Result<Response, DeskError> {
    let typed = form.field("email");
    let Ok(address) = EmailAddress::parse(typed) else {
        return wrong(&app, &member, typed);
    };
    if form.field("sure") != "yes" {
        let orders = people::export(&app, &address).await?["orders"]
            .as_array()
            .map_or(0, Vec::len);
        return shown(
            &app,
            &member,
            StatusCode::OK,
            (typed, None),
            (Vec::new(), Some(orders)),
        );
    }
    if let Some(path) = &app.config.forgotten_file {
        people::writable(path).map_err(|error| DeskError::No(error.to_string()))?;
    }
    desk::note(&app, &member, "desk: forget a person", "").await?;
    let said = match people::forget(&app, &address, form.field("end") == "yes", member.name())
        .await?
    {
        Forgotten::Orders(many) => vec![
            format!("Forgotten. Orders that name nobody any more: {many}."),
            remember(&app, &address),
        ],
        Forgotten::Ending(numbers) => {
            vec![format!(
                "Unused plans of {} are being cancelled and refunded: do this again when that is \
                 done.",
                numbers.join(", ")
            )]
        }
        Forgotten::Not(why) => {
            let settle = "Settle these first. For plans that could still be used, tick the box: \
                          unused ones are cancelled and refunded.";
            ["Not forgotten:".to_owned()]
                .into_iter()
                .chain(why)
                .chain([settle.to_owned()])
                .collect()
        }
    };
    shown(&app, &member, StatusCode::OK, ("", None), (said, None))
}

/// They are forgotten by now, whatever comes of this.
fn remember(app: &App, address: &EmailAddress) -> String {
    let Some(path) = &app.config.forgotten_file else {
        return "A restored backup would bring them back: set FORGOTTEN_FILE to a file outside the \
                database.".to_owned();
    };
    match people::remember(path, address, app.clock.now()) {
        Ok(()) => {
            "They are listed in FORGOTTEN_FILE: a restored backup forgets them again.".to_owned()
        }
        Err(error) => {
            format!(
                "A restored backup would bring them back: FORGOTTEN_FILE cannot be written \
                 ({error}). Mend that, then do this again."
            )
        }
    }
}
