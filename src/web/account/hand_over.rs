//! Handing one eSIM over, for its owner: who travels with it, a link for them, or a link for the
//! owner's own phone. It shows no activation code.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::esim_extractor::MyEsim;
use super::esim_now::EsimNow;
use crate::app::App;
use crate::db::esim_keys;
use crate::db::order_pages::OwnedEsim;
use crate::flows::hand_over::{self, Made};
use crate::l10n::Locale;
use crate::qr;
use crate::routes::Routes;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;
use domain::traveller;

/// The words where a name is none.
const NO_NAME: &str = "hand-over-no-name";

/// `GET|POST /my-esims/{iccid_ref}/hand-over`
#[derive(Template)]
#[template(path = "account/hand_over.html")]
struct HandOverPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a OwnedEsim,
    /// What was typed, or the name as it is kept.
    name: &'a str,
    /// What is wrong with the name, or why no link was made: the key of its words.
    fault: Option<&'static str>,
    /// The day until which a link works that was made before.
    open_until: Option<String>,
    /// Whether a link may be made now.
    sendable: bool,
    made: Option<HandOverLink>,
}

/// A link that was just made: it can be shown this once.
struct HandOverLink {
    address: String,
    /// Its QR code, as a `data:` address: it needs no route of its own that could be guessed.
    picture: String,
    until: String,
    for_phone: bool,
}

impl HandOverPage<'_> {
    fn plan_name(&self) -> String {
        self.t
            .sold_name(self.esim.product.as_ref(), &self.esim.plan_name)
    }

    fn bad_name(&self) -> bool {
        self.fault == Some(NO_NAME)
    }

    /// What is wrong, and where: the name, or all of it.
    fn errors(&self) -> Vec<(&'static str, String)> {
        let at = |key: &str| if key == NO_NAME { "name" } else { "" };
        self.fault
            .map(|key| (at(key), self.t.say(key)))
            .into_iter()
            .collect()
    }

    fn page(&self, below: &str) -> String {
        self.t
            .path(&format!("{}{below}", Routes::esim(self.esim.esim.id)))
    }
}

impl HandOverLink {
    fn new(chrome: &Chrome, made: &Made, for_phone: bool) -> Result<Self, WebError> {
        let t = chrome.t;
        let address = chrome.absolute(&Routes::shared_esim(made.token.expose()));
        let picture = format!(
            "data:image/png;base64,{}",
            BASE64_STANDARD.encode(qr::png(&address)?)
        );
        let until = if for_phone {
            t.minute(made.until)
        } else {
            t.day(made.until)
        };
        Ok(Self {
            address,
            picture,
            until,
            for_phone,
        })
    }
}

/// Who travels with it, and whether a link is open.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    MyEsim(esim): MyEsim,
) -> Result<Response, WebError> {
    let name = esim.esim.traveller.clone().unwrap_or_default();
    page(&app, &here, &esim, &name, StatusCode::OK, None).await
}

async fn page(
    app: &App,
    here: &RequestLocale,
    esim: &OwnedEsim,
    name: &str,
    status: StatusCode,
    fault: Option<&'static str>,
) -> Result<Response, WebError> {
    let open_until = esim_keys::link_until(&app.db, esim.esim.id, app.clock.now())
        .await?
        .map(|until| here.t.day(until));
    let sendable = EsimNow::known(app, here.t, esim.esim.id)
        .await?
        .opens_by_link();
    let chrome = Chrome::new(app, here, here.t.say("hand-over-title")).noindex();
    let chrome = if fault.is_some() {
        chrome.refused()
    } else {
        chrome
    };
    private::page(
        status,
        &HandOverPage {
            t: here.t,
            chrome,
            esim,
            name,
            fault,
            open_until,
            sendable,
            made: None,
        },
    )
}

/// What the button says in `do`: `name`, `link`, `end`, `phone`. 422 beside the name; 409 it is
/// being cancelled; 429 too often; 404 not this visitor's.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    MyEsim(esim): MyEsim,
    _same: SameOrigin,
    client: ClientAddress,
    form: Form,
) -> Result<Response, WebError> {
    let typed = form.field("name");
    let below = Routes::hand_over(esim.esim.id);
    match form.field("do") {
        "end" => {
            hand_over::end_link(&app, &esim).await?;
            Ok(private::see_other(here.t, &below)?)
        }
        wish @ ("name" | "link") => {
            let Ok(name) = traveller::read(typed) else {
                return page(
                    &app,
                    &here,
                    &esim,
                    typed,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    Some(NO_NAME),
                )
                .await;
            };
            hand_over::name(&app, esim.esim.id, name).await?;
            if wish == "name" {
                Ok(private::see_other(here.t, &below)?)
            } else {
                link(&app, &here, &esim, name, client, false).await
            }
        }
        "phone" => link(&app, &here, &esim, None, client, true).await,
        _ => Err(WebError::NotFound),
    }
}

async fn link(
    app: &App,
    here: &RequestLocale,
    esim: &OwnedEsim,
    name: Option<&str>,
    client: ClientAddress,
    for_phone: bool,
) -> Result<Response, WebError> {
    let name = name.unwrap_or_default();
    let open = EsimNow::known(app, here.t, esim.esim.id)
        .await?
        .opens_by_link();
    let refused = match open {
        false => Some((StatusCode::CONFLICT, "hand-over-over")),
        true if !limits::may_make_link(app, client).await? => {
            Some((StatusCode::TOO_MANY_REQUESTS, "hand-over-too-quick"))
        }
        true => None,
    };
    if let Some((status, why)) = refused {
        return page(app, here, esim, name, status, Some(why)).await;
    }
    let made = if for_phone {
        hand_over::to_phone(app, esim).await?
    } else {
        hand_over::make_link(app, esim).await?
    };
    security_log::note(SecurityEvent::KeyMade);
    let title = if for_phone {
        "hand-over-phone-title"
    } else {
        "hand-over-made"
    };
    let chrome = Chrome::new(app, here, here.t.say(title)).noindex();
    let made = Some(HandOverLink::new(&chrome, &made, for_phone)?);
    private::page(
        StatusCode::OK,
        &HandOverPage {
            t: here.t,
            chrome,
            esim,
            name,
            fault: None,
            open_until: None,
            sendable: true,
            made,
        },
    )
}
