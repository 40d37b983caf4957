//! More data on an eSIM: what fits it, at which price, and the way to Stripe's page. It is opened
//! on dying connections: small, and complete without scripts. Who comes by a mail's key sees no
//! code. No money is touched here.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use std::time::Duration;

use super::esim_extractor;
use super::esim_now::EsimNow;
use super::package_words::PackageWords;
use crate::app::App;
use crate::catalogue::Plan;
use crate::db::order_pages::OwnedEsim;
use crate::flows::checkout::{CheckoutError, Unsold};
use crate::flows::topup::{self, NotOffered, TopupRequest};
use crate::l10n::Locale;
use crate::shop::Consent;
use crate::web::http::auth::{self, Visitor};
use crate::web::http::client_address::ClientAddress;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::{Form, QueryForm};
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::payment_redirect::to_payment;
use crate::web::http::private;
use crate::web::http::security_log::{self, SecurityEvent};
use crate::web::layout::Chrome;
use domain::money::Money;

/// The longest that the page waits to learn what fits.
const PATIENCE: Duration = Duration::from_millis(1800);
/// The words where the box is missing.
const NOT_TICKED: &str = "buy-begin-now";

/// `GET /my-esims/{iccid_ref}/top-up`
#[derive(Template)]
#[template(path = "account/topup.html")]
struct TopupPage<'a> {
    t: Locale,
    chrome: Chrome,
    esim: &'a EsimNow,
    /// The eSIM's owner, and not somebody with a mail's key.
    owner: bool,
    key: &'a str,
    offers: TopupOffers,
    fault: Option<String>,
    /// Beside the box that must be ticked, where the owner wants one.
    consent_box: Option<String>,
    /// The product for which it was not.
    not_ticked: Option<&'a str>,
    shelf: String,
}

/// What fits the eSIM now.
#[derive(Debug, PartialEq, Eq)]
enum TopupOffers {
    /// These, the smallest price first.
    Plans(Vec<Plan>),
    /// Nothing does.
    Nothing,
    /// The supplier does not say.
    Silent,
    /// The shop does not sell at the moment.
    Stopped,
}

impl TopupOffers {
    fn hold(&self, product_id: Option<&str>) -> bool {
        matches!(self, Self::Plans(plans) if plans.iter().any(|plan| Some(plan.product.id.as_str()) == product_id))
    }
}

impl TopupPage<'_> {
    fn current(&self) -> Option<PackageWords<'_>> {
        self.esim.current()
    }

    fn plans(&self) -> &[Plan] {
        if let TopupOffers::Plans(plans) = &self.offers {
            plans
        } else {
            &[]
        }
    }

    /// What is wrong, and where: at the box of a plan, or with all of it.
    fn errors(&self) -> Vec<(String, String)> {
        let box_of = |at: usize, plan: &Plan| {
            Some((format!("begin-now-{}", at + 1), self.not_ticked(plan)?))
        };
        let ticked = self
            .plans()
            .iter()
            .enumerate()
            .find_map(|(at, plan)| box_of(at, plan));
        self.fault
            .clone()
            .map(|words| (String::new(), words))
            .into_iter()
            .chain(ticked)
            .collect()
    }

    /// What is said beside the box of the plan that was chosen without ticking it.
    fn not_ticked(&self, plan: &Plan) -> Option<String> {
        self.not_ticked
            .filter(|product_id| *product_id == plan.product.id)
            .map(|_| self.t.say(NOT_TICKED))
    }

    /// This page again, for who came by a key too.
    fn again(&self) -> String {
        let key = if self.key.is_empty() {
            String::new()
        } else {
            format!("?key={}", self.key)
        };
        self.esim.page(&format!("/top-up{key}"))
    }
}

/// Somebody who may see the page.
struct Guest<'a> {
    esim: OwnedEsim,
    owner: bool,
    key: &'a str,
    /// The product that was chosen without ticking the box that must be ticked.
    not_ticked: Option<&'a str>,
}

/// The owner, who came by a key, or the browser that has begun a top-up here; for anybody else
/// there is nothing here.
async fn admit<'a>(
    app: &App,
    reference: &str,
    visitor: &Visitor,
    key: &'a str,
) -> Result<Guest<'a>, WebError> {
    let esim = esim_extractor::named(app, reference).await?;
    let owner = visitor.sees(esim.order_id, &esim.whose());
    if owner || topup::opens(app, &esim, visitor.buyer_hash.as_ref(), Some(key)).await? {
        if !owner && !key.is_empty() {
            security_log::note(SecurityEvent::KeyUsed);
        }
        Ok(Guest {
            esim,
            owner,
            key,
            not_ticked: None,
        })
    } else {
        Err(WebError::NotFound)
    }
}

async fn offers(app: &App, esim: &OwnedEsim) -> TopupOffers {
    if app.catalogue.sales_stopped().is_some() {
        return TopupOffers::Stopped;
    }
    match tokio::time::timeout(PATIENCE, topup::remembered_offers(app, esim)).await {
        Ok(Ok(plans)) => TopupOffers::Plans(plans),
        Ok(Err(NotOffered::Nothing)) => TopupOffers::Nothing,
        Ok(Err(NotOffered::Silent(_))) | Err(_) => TopupOffers::Silent,
    }
}

/// The page with what fits now.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    Path(reference): Path<String>,
    visitor: Visitor,
    QueryForm(query): QueryForm,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let guest = admit(&app, &reference, &visitor, query.field("key")).await?;
    page(&app, &here, &guest, None, &headers).await
}

/// The page, with the reason why the button did not lead on: the key of its words.
async fn page(
    app: &App,
    here: &RequestLocale,
    guest: &Guest<'_>,
    fault: Option<(StatusCode, &'static str)>,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    // Both ask the supplier: side by side, so that a slow one is waited for once.
    let (offers, esim) = tokio::join!(
        offers(app, &guest.esim),
        EsimNow::look(app, here.t, &guest.esim)
    );
    let esim = esim?;
    let silent = matches!(offers, TopupOffers::Silent | TopupOffers::Stopped);
    let (status, fault) = match fault {
        // Beside the box of its plan; above all where that plan is not offered any more.
        Some((status, NOT_TICKED)) => (
            status,
            Some(here.t.say(NOT_TICKED)).filter(|_| !offers.hold(guest.not_ticked)),
        ),
        Some((status, key)) => (status, Some(here.t.say(key))),
        None if silent => (StatusCode::SERVICE_UNAVAILABLE, None),
        None => (StatusCode::OK, None),
    };
    // The key is written back only to who came by it, and nothing that a visitor could choose
    // stands beside it: compressing tells nobody.
    let key = if guest.owner { "" } else { guest.key };
    let chrome = Chrome::new(app, here, here.t.say("topup-title")).noindex();
    let chrome = if fault.is_some() || guest.not_ticked.is_some() {
        chrome.refused()
    } else {
        chrome
    };
    let shelf = esim.shelf_path(app);
    let consent_box = here.t.consent_box(app.config.shop.legal.consent);
    let page = TopupPage {
        t: here.t,
        chrome,
        owner: guest.owner,
        key,
        offers,
        fault,
        consent_box,
        not_ticked: guest.not_ticked,
        shelf,
        esim: &esim,
    };
    private::compressed(status, &page, headers)
}

/// 303 to Stripe's page; 404 not this visitor's; 422 the price is another or it no longer fits; 429
/// too often; 503 not now.
#[expect(
    clippy::too_many_arguments,
    reason = "each is one thing that the request carries"
)]
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    Path(reference): Path<String>,
    visitor: Visitor,
    _same: SameOrigin,
    client: ClientAddress,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let guest = admit(&app, &reference, &visitor, form.field("key")).await?;
    if app.config.shop.legal.consent == Consent::Box && form.field("begin_now") != "yes" {
        let guest = Guest {
            not_ticked: Some(form.field("product_id")),
            ..guest
        };
        return page(
            &app,
            &here,
            &guest,
            Some((StatusCode::UNPROCESSABLE_ENTITY, NOT_TICKED)),
            &headers,
        )
        .await;
    }
    if !limits::may_check_out(&app, client).await? {
        let words = "topup-too-quick";
        return page(
            &app,
            &here,
            &guest,
            Some((StatusCode::TOO_MANY_REQUESTS, words)),
            &headers,
        )
        .await;
    }
    let buyer = auth::buyer(&app, &headers).await?;
    let shown = Money::new(
        form.field("price_minor").parse().unwrap_or(-1),
        app.config.shop.shop.currency,
    );
    let wish = TopupRequest {
        esim: &guest.esim,
        owner: guest.owner,
        product_id: form.field("product_id"),
        shown,
        buyer_hash: buyer.hash(),
        locale: here.t.code(),
    };
    match topup::check_out(&app, &wish).await {
        Ok(url) => Ok(to_payment(&url, &buyer, &app.config.public_url)?),
        Err(reason) => page(&app, &here, &guest, Some(explain(&reason)), &headers).await,
    }
}

/// The key of the words.
fn explain(reason: &CheckoutError) -> (StatusCode, &'static str) {
    match reason {
        // No code is taken for a top-up.
        CheckoutError::Unsold(plans) if plans.iter().any(|(_, why)| *why == Unsold::Dearer) => {
            (StatusCode::UNPROCESSABLE_ENTITY, "topup-price-changed")
        }
        CheckoutError::Unknown | CheckoutError::Unsold(_) | CheckoutError::Code(_) => {
            (StatusCode::UNPROCESSABLE_ENTITY, "topup-no-longer-fits")
        }
        CheckoutError::Stopped => (StatusCode::SERVICE_UNAVAILABLE, "topup-cannot-deliver"),
        CheckoutError::Flood => {
            security_log::note(SecurityEvent::LimitReached(
                "payment pages of the whole shop",
            ));
            (StatusCode::SERVICE_UNAVAILABLE, "buy-flood")
        }
        CheckoutError::Failed(error) => {
            tracing::error!(
                error.message = %error,
                "a payment page for a top-up could not be opened"
            );
            (StatusCode::SERVICE_UNAVAILABLE, "topup-no-payment-page")
        }
    }
}
