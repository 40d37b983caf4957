//! `GET /terms`, `/privacy`, `/refunds`, `/imprint`, `/accessibility`: what the shop promises and
//! who answers for it, in the owner's numbers.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;

use crate::app::App;
use crate::flows::{COUNTS_KEPT_DAYS, invoices};
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::shop::{OwnText, Policy, Shop};
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::withdrawal;

#[derive(Template)]
#[template(path = "storefront/policies/terms.html")]
struct TermsPage<'a> {
    t: Locale,
    chrome: Chrome,
    rules: PolicyRules<'a>,
}

#[derive(Template)]
#[template(path = "storefront/policies/privacy.html")]
struct PrivacyPage<'a> {
    t: Locale,
    chrome: Chrome,
    rules: PolicyRules<'a>,
}

#[derive(Template)]
#[template(path = "storefront/policies/refunds.html")]
struct RefundsPage<'a> {
    t: Locale,
    chrome: Chrome,
    rules: PolicyRules<'a>,
}

#[derive(Template)]
#[template(path = "storefront/policies/imprint.html")]
struct ImprintPage<'a> {
    t: Locale,
    chrome: Chrome,
    rules: PolicyRules<'a>,
}

#[derive(Template)]
#[template(path = "storefront/policies/accessibility.html")]
struct AccessibilityPage {
    t: Locale,
    chrome: Chrome,
}

/// The owner's rules, in words.
struct PolicyRules<'a> {
    t: Locale,
    shop: &'a Shop,
}

impl<'a> PolicyRules<'a> {
    /// Who answers, with the address where the owner gives one.
    fn seller(&self) -> String {
        let name = self
            .shop
            .legal
            .seller
            .as_deref()
            .unwrap_or(&self.shop.shop.name);
        self.shop
            .legal
            .address
            .as_deref()
            .map_or_else(|| name.to_owned(), |address| format!("{name}, {address}"))
    }

    /// Who answers for the shop, row by row: the name of each fact and the fact, if the owner
    /// states it.
    fn imprint(&self) -> Vec<(&'static str, Option<&'a str>)> {
        let legal = &self.shop.legal;
        vec![
            (
                "imprint-seller",
                Some(legal.seller.as_deref().unwrap_or(&self.shop.shop.name)),
            ),
            ("imprint-address", legal.address.as_deref()),
            ("imprint-telephone", legal.telephone.as_deref()),
            ("imprint-register", legal.register.as_deref()),
            ("imprint-vat", legal.vat_id.as_deref()),
        ]
    }

    /// How long a buyer has the right of withdrawal.
    fn withdrawal_days(&self) -> u32 {
        withdrawal::DAYS
    }

    fn law(&self) -> Option<&'a str> {
        self.shop.legal.governing_law.as_deref()
    }

    fn refund_after(&self) -> String {
        self.t.duration(self.shop.delivery.refund_after)
    }

    fn refund_after_unclear(&self) -> String {
        self.t.duration(self.shop.delivery.refund_after_unclear)
    }

    /// For how long what is kept: the very figures that the clean-up obeys.
    fn kept_for(&self) -> Vec<String> {
        let privacy = &self.shop.privacy;
        let for_days = |key: &str, days: u32| {
            self.t
                .with("time", self.t.with("days", days).say("days"))
                .say(key)
        };
        let mut kept = vec![
            for_days("privacy-how-long-unpaid", privacy.unpaid_orders),
            for_days("privacy-how-long-mails", privacy.mails),
            for_days("privacy-how-long-events", privacy.events),
            for_days("privacy-how-long-counts", COUNTS_KEPT_DAYS),
            self.t.say("privacy-how-long-orders"),
        ];
        if self.invoices() {
            kept.insert(3, for_days("privacy-how-long-invoices", privacy.invoices));
        }
        kept
    }

    /// Whether this shop gives invoices at all.
    fn invoices(&self) -> bool {
        invoices::seller(self.shop).is_ok()
    }

    /// What happens with a plan that nobody used.
    fn changed_mind(&self) -> Html {
        let cancel = &self.shop.cancel;
        let words = self.t.with("days", cancel.window_days);
        match self.shop.cancel_fee().filter(|fee| fee.minor > 0) {
            _ if !cancel.allowed => self.t.html("refunds-mind-never"),
            Some(fee) => words
                .with("fee", fee)
                .linked("refunds-mind-fee", &[Routes::MY_ESIMS]),
            None => words.linked("refunds-mind-full", &[Routes::MY_ESIMS]),
        }
    }
}

/// `GET /terms` and the like, in the owner's own words.
#[derive(Template)]
#[template(path = "storefront/policies/own.html")]
struct OwnPage<'a> {
    t: Locale,
    chrome: Chrome,
    text: &'a OwnText,
}

/// A page that is kept with the shelf: in the owner's own words where there are some in this
/// language, else in ours.
fn policy<P: Template>(
    app: &App,
    here: &RequestLocale,
    request: &Request,
    policy: Policy,
    ours: impl Fn(Locale, Chrome) -> P,
) -> Response {
    let snapshot = app.catalogue.snapshot();
    let (t, name) = (here.t, policy.as_str());
    let path = format!("/{name}");
    let own = app.config.shop.texts().of(policy, t.code());
    let chrome = || {
        let title = own
            .and_then(|text| text.title.clone())
            .unwrap_or_else(|| t.say(title_of(policy)));
        let chrome = Chrome::new(app, here, title)
            .at(&path)
            .shared(app, &snapshot);
        chrome.described(t.say(described(policy)))
    };
    let render = || match own {
        Some(text) => OwnPage {
            t,
            chrome: chrome(),
            text,
        }
        .render(),
        None => ours(t, chrome()).render(),
    };
    page_cache::get_or_render(
        &snapshot,
        t,
        &path,
        request.headers(),
        response::HTML,
        render,
    )
}

fn title_of(policy: Policy) -> &'static str {
    match policy {
        Policy::Terms => "terms-title",
        Policy::Privacy => "privacy-title",
        Policy::Refunds => "refunds-title",
        Policy::Imprint => "imprint-title",
        Policy::Accessibility => "accessibility-title",
    }
}

fn described(policy: Policy) -> &'static str {
    match policy {
        Policy::Terms => "terms-description",
        Policy::Privacy => "privacy-description",
        Policy::Refunds => "refunds-description",
        Policy::Imprint => "imprint-description",
        Policy::Accessibility => "accessibility-description",
    }
}

/// The terms.
pub async fn terms(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    policy(&app, &here, &request, Policy::Terms, |t, chrome| {
        TermsPage {
            t,
            chrome,
            rules: PolicyRules {
                t,
                shop: &app.config.shop,
            },
        }
    })
}

/// What is kept of a traveller, and for how long.
pub async fn privacy(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    policy(&app, &here, &request, Policy::Privacy, |t, chrome| {
        PrivacyPage {
            t,
            chrome,
            rules: PolicyRules {
                t,
                shop: &app.config.shop,
            },
        }
    })
}

/// When money goes back.
pub async fn refunds(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    policy(&app, &here, &request, Policy::Refunds, |t, chrome| {
        RefundsPage {
            t,
            chrome,
            rules: PolicyRules {
                t,
                shop: &app.config.shop,
            },
        }
    })
}

/// Who answers for the shop.
pub async fn imprint(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    policy(&app, &here, &request, Policy::Imprint, |t, chrome| {
        ImprintPage {
            t,
            chrome,
            rules: PolicyRules {
                t,
                shop: &app.config.shop,
            },
        }
    })
}

/// How accessible the shop is, and whom to tell of a barrier.
pub async fn accessibility(
    State(app): State<App>,
    here: RequestLocale,
    request: Request,
) -> Response {
    policy(&app, &here, &request, Policy::Accessibility, |t, chrome| {
        AccessibilityPage { t, chrome }
    })
}
