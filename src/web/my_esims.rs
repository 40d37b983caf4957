//! A traveller's eSIMs: the list after signing in. Reads only.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::esim_now::{status_class, status_words};
use super::fault::Fault;
use super::identity::Visitor;
use super::layout::Chrome;
use super::login::LoginPage;
use super::private;
use crate::app::App;
use crate::db::order_pages::{self, OwnedEsim};
use crate::db::packages;
use crate::domain::esim::EsimStatus;
use crate::domain::package::PackageStatus;
use crate::domain::when;

/// `GET /my-esims`, signed in.
#[derive(Template)]
#[template(path = "after/my_esims.html")]
struct ListPage<'a> {
    chrome: Chrome,
    email: &'a str,
    esims: Vec<Listed<'a>>,
}

/// An eSIM on the list.
struct Listed<'a> {
    esim: &'a OwnedEsim,
    /// Given back, and nothing beside it.
    gone: bool,
}

impl Listed<'_> {
    fn path(&self) -> String {
        format!("/my-esims/{}", self.esim.esim.id)
    }

    fn order_path(&self) -> String {
        format!("/orders/{}", self.esim.order_token)
    }

    /// The last day the plan can be started, while it is not.
    fn start_by(&self) -> Option<String> {
        let waits = matches!(self.esim.esim.status, None | Some(EsimStatus::Provisioned | EsimStatus::Installed));
        self.esim.activate_by.filter(|_| waits && !self.esim.cancelled).map(when::day)
    }

    /// What its button says.
    fn action(&self) -> &'static str {
        match &self.esim.esim.status {
            _ if self.gone => "Details",
            None | Some(EsimStatus::Provisioned) => "Install or start",
            Some(EsimStatus::Installed) => "Start it",
            Some(EsimStatus::Active) => "What is left",
            _ => "Details",
        }
    }

    /// Whether there is something to do with it.
    fn open(&self) -> bool {
        self.action() != "Details"
    }

    fn status(&self) -> String {
        if self.gone { "Given back".to_owned() } else { status_words(self.esim.esim.status.as_ref()) }
    }

    fn status_class(&self) -> &'static str {
        if self.gone { "" } else { status_class(self.esim.esim.status.as_ref()) }
    }
}

/// The list, or the sign-in form.
pub async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let Some(email) = &visitor.email else {
        return private::page(StatusCode::OK, &LoginPage::empty(&app));
    };
    let found = order_pages::esims_of(&app.db, email).await?;
    let mut esims = Vec::with_capacity(found.len());
    for esim in &found {
        esims.push(Listed { esim, gone: esim.cancelled && !lives_on(&app, esim).await? });
    }
    private::page(StatusCode::OK, &ListPage { chrome: Chrome::new(&app, "My eSIMs").noindex(), email: email.expose(), esims })
}

/// Whether an add-on is left on an eSIM whose own plan was given back.
async fn lives_on(app: &App, esim: &OwnedEsim) -> Result<bool, Fault> {
    let all = packages::of_esim(&app.db, esim.esim.iccid.digits()).await?;
    Ok(all.iter().any(|p| p.package.status.as_ref().is_some_and(PackageStatus::is_live)))
}
