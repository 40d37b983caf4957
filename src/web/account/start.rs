//! “Start it now”: the warning before a package is started by hand, and how far that is. It starts
//! nothing itself.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::esim_extractor::MyPackage;
use crate::app::App;
use crate::flows::{Error, start};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;

/// `GET /my-esims/{iccid_ref}/packages/{line_id}/start`
#[derive(Template)]
#[template(path = "account/start.html")]
struct StartPage<'a> {
    t: Locale,
    chrome: Chrome,
    of: &'a MyPackage,
    stage: Stage,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It can be started.
    Possible,
    /// Asked for; the network has not answered yet.
    Asked,
    /// Its days count.
    Started,
    /// The network did not start it.
    Kept,
    /// It cannot be started by hand.
    Impossible,
}

impl Stage {
    fn of(app: &App, of: &MyPackage) -> Self {
        match of.line.start.as_deref() {
            _ if of.package.package.is_active() => Self::Started,
            Some("asked") => Self::Asked,
            Some("started") => Self::Started,
            Some(_) => Self::Kept,
            None if start::possible(app, &of.package) => Self::Possible,
            None => Self::Impossible,
        }
    }

    /// The key of the headline.
    fn headline(self) -> &'static str {
        match self {
            Self::Possible => "start-now",
            Self::Asked => "start-asked",
            Self::Started => "start-started",
            Self::Kept => "start-kept",
            Self::Impossible => "start-impossible",
        }
    }

    /// The key of the sentence below it.
    fn lead(self) -> &'static str {
        match self {
            Self::Possible => "start-lead-now",
            Self::Asked => "start-lead-asked",
            Self::Started => "start-lead-started",
            Self::Kept => "start-lead-kept",
            Self::Impossible => "start-lead-impossible",
        }
    }
}

impl StartPage<'_> {
    fn esim_path(&self) -> String {
        self.t.path(&Routes::esim(self.of.esim.esim.id))
    }

    fn esim_name(&self) -> String {
        self.t
            .sold_name(self.of.esim.product.as_ref(), &self.of.esim.plan_name)
    }

    fn plan_name(&self) -> String {
        self.t
            .sold_name(self.of.line.product.as_ref(), &self.of.line.plan_name)
    }

    fn path(&self) -> String {
        format!("{}/packages/{}/start", self.esim_path(), self.of.line.id)
    }

    /// How many days it has; nought where that is not known.
    fn days(&self) -> u32 {
        self.of.line.product.as_ref().map_or(0, |p| p.days)
    }

    fn ends(&self) -> Option<String> {
        self.of
            .package
            .package
            .ends_at
            .map(|end| self.t.day_and_minute(end))
    }
}

/// The warning, or how far it is.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    of: MyPackage,
) -> Result<Response, WebError> {
    let stage = Stage::of(&app, &of);
    page(&app, &here, &of, stage, StatusCode::OK)
}

fn page(
    app: &App,
    here: &RequestLocale,
    of: &MyPackage,
    stage: Stage,
    status: StatusCode,
) -> Result<Response, WebError> {
    let chrome = Chrome::new(app, here, here.t.say(stage.headline())).noindex();
    private::page(
        status,
        &StartPage {
            t: here.t,
            chrome,
            of,
            stage,
        },
    )
}

/// 303 to the same page; 422 when it cannot be started.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    of: MyPackage,
    _same: SameOrigin,
) -> Result<Response, WebError> {
    match start::ask(&app, of.esim.esim.iccid.digits(), of.line.id).await {
        Ok(true) => Ok(private::see_other(
            here.t,
            &Routes::start(of.esim.esim.id, of.line.id),
        )?),
        Ok(false) => page(
            &app,
            &here,
            &of,
            Stage::Impossible,
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Err(Error::Database(error)) => Err(error.into()),
        Err(error) => {
            tracing::warn!(
                line.id = %of.line.id, error.message = %error,
                "a start could not be asked for"
            );
            page(
                &app,
                &here,
                &of,
                Stage::Impossible,
                StatusCode::SERVICE_UNAVAILABLE,
            )
        }
    }
}
