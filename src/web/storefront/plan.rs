//! `GET /plans/{product_id}`: one plan and the form that buys it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::NaiveDate;
use serde_json::json;

use super::buy_form::{self, FormFaults};
use super::discount::{self, Prices};
use crate::app::App;
use crate::catalogue::around::Around;
use crate::catalogue::{Plan, Snapshot};
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::form::QueryForm;
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;
use crate::web::http::response;
use crate::web::layout::error_page;
use crate::web::layout::map::Lit;
use crate::web::layout::{Chrome, json_ld};
use domain::destination::{self, Country, Destination};
use domain::money::Money;
use domain::trip;

/// Networks that are named among the facts.
const NAMED: usize = 4;

#[derive(Template)]
#[template(path = "storefront/plan.html")]
struct PlanPage<'a> {
    t: Locale,
    chrome: Chrome,
    plan: &'a Plan,
    /// The next smaller one, this one, and the next larger.
    beside: Vec<OtherSize>,
    facts: Vec<Fact>,
    /// What the network does not say.
    unstated: Option<String>,
    /// A plan for several countries that does as well.
    further: Option<Html>,
    covered: Vec<&'static Country>,
    /// Names of networks by country.
    networks: Vec<(String, String)>,
    mixed_up: Vec<Destination>,
    /// Days and fee, where the owner takes unused plans back.
    cancel: Option<(u32, Option<Money>)>,
    refund_after: String,
    seller: &'a str,
    /// Beside the box that must be ticked, where the owner wants one.
    consent_box: Option<String>,
    lit: Lit,
    faults: &'a FormFaults,
    /// Whether the form came back with them.
    refused: bool,
    /// Whether the visitor has turned back at the payment page.
    unpaid: bool,
    prices: Prices<'a>,
    structured: String,
}

/// A plan of another size, as a link; this one has no path.
struct OtherSize {
    path: Option<String>,
    data: String,
    days: String,
    /// What it costs more or less.
    difference: Option<String>,
}

/// What is known of a plan.
struct Fact {
    label: String,
    value: String,
    /// Whether it is typed in as it stands.
    typed: bool,
}

fn beside(t: Locale, plan: &Plan, around: Around<'_>) -> Vec<OtherSize> {
    let difference = |other: &Plan| {
        let minor = other.price.minor - plan.price.minor;
        t.with("price", Money::new(minor.abs(), plan.price.currency))
            .say(if minor < 0 { "plan-less" } else { "plan-more" })
    };
    let other = |other: &Arc<Plan>| OtherSize {
        path: Some(t.path(&other.path())),
        data: short(t, other),
        days: t.days(other.product.days),
        difference: Some(difference(other)),
    };
    let this = OtherSize {
        path: None,
        data: short(t, plan),
        days: t.days(plan.product.days),
        difference: None,
    };
    around
        .smaller
        .map(other)
        .into_iter()
        .chain([this])
        .chain(around.larger.map(other))
        .collect()
}

/// `10 GB`, `Unlimited`
fn short(t: Locale, plan: &Plan) -> String {
    if plan.unlimited() {
        t.say("data-unlimited")
    } else {
        t.data(plan.product.data)
    }
}

fn further(t: Locale, around: Around<'_>) -> Option<Html> {
    let plan = around.further?;
    let words = t.with("place", plan.place(t)).with(
        "countries",
        t.with("n", plan.countries()).say("countries-count"),
    );
    let words = words
        .with("data", t.data(plan.product.data))
        .with("days", t.days(plan.product.days))
        .with("price", plan.price);
    Some(words.linked("plan-further", &[&plan.path()]))
}

/// What is known, and the labels of what the network does not say.
fn facts(t: Locale, plan: &Plan, today: NaiveDate) -> (Vec<Fact>, Vec<String>) {
    let stated =
        |fact: Option<bool>| fact.map(|yes| t.say(if yes { "plan-yes" } else { "plan-no" }));
    let speed = plan
        .speed()
        .map(|speed| t.with("speed", speed).say("plan-speed-up-to"));
    let topup = plan
        .product
        .imsi_profile
        .is_some()
        .then(|| t.say("plan-topup-yes"));
    // What is not said goes unmentioned, except for what travellers ask about.
    let rows = [
        ("pass-clock", Some(t.say("plan-clock-when")), false),
        ("pass-start-by", Some(t.date(trip::start_by(today))), false),
        ("fair-use", t.fair_use(&plan.product), false),
        ("pass-networks", plan.networks(t, NAMED), true),
        ("plan-speed", speed, true),
        ("plan-unit", plan.unit_price(t), false),
        ("plan-topup", topup, false),
        ("plan-calls", Some(t.say("plan-calls-text")), false),
        ("plan-hotspot", stated(plan.facts.hotspot), true),
        ("plan-identity", stated(plan.facts.identity_check), true),
    ];
    let unstated = rows
        .iter()
        .filter(|(_, value, asked)| *asked && value.is_none())
        .map(|(label, ..)| t.say(label))
        .collect();
    let fact = |(label, value, _): (&str, Option<String>, bool)| {
        Some(Fact {
            label: t.say(label),
            value: value?,
            typed: false,
        })
    };
    let apn = plan.facts.apn.clone().map(|value| Fact {
        label: "APN".to_owned(),
        value,
        typed: true,
    });
    (
        rows.into_iter().filter_map(fact).chain(apn).collect(),
        unstated,
    )
}

fn chrome(app: &App, here: &RequestLocale, snapshot: &Snapshot, plan: &Plan) -> Chrome {
    let t = here.t;
    let (title, path, place) = (plan.title(t), plan.path(), plan.destination.path());
    let described = t
        .with("plan", &title)
        .with("price", plan.price)
        .say("plan-description");
    let chrome = Chrome::new(app, here, title)
        .described(described)
        .at(&path)
        .picturing(app, snapshot, plan.destination);
    let (top, title) = (t.say("nav-destinations"), chrome.title.clone());
    chrome.below(&[
        (top.as_str(), Routes::DESTINATIONS),
        (t.place(plan.destination), &place),
        (&title, &path),
    ])
}

impl<'a> PlanPage<'a> {
    fn new(
        app: &'a App,
        here: &RequestLocale,
        snapshot: &Snapshot,
        plan: &'a Plan,
        faults: &'a FormFaults,
        today: NaiveDate,
    ) -> Self {
        let (shop, t) = (&app.config.shop, here.t);
        let chrome = chrome(app, here, snapshot, plan);
        let fee = shop.cancel_fee().filter(|fee| fee.minor > 0);
        let mut covered: Vec<&Country> = plan
            .product
            .coverage
            .iter()
            .filter_map(|code| destination::country(code))
            .collect();
        t.sort_by_name(&mut covered, |c| c.name_in(t.code()));
        let around = Around::of(snapshot, plan);
        let (facts, unstated) = facts(t, plan, today);
        Self {
            t,
            structured: structured(&chrome, plan),
            chrome,
            beside: beside(t, plan, around),
            facts,
            unstated: (!unstated.is_empty())
                .then(|| t.with("facts", t.all_of(&unstated)).say("plan-unstated")),
            further: further(t, around),
            covered,
            networks: t.networks_by_country(&plan.product),
            mixed_up: destination::confusable_with(plan.destination.slug())
                .into_iter()
                .filter_map(Destination::by_slug)
                .collect(),
            cancel: shop
                .cancel
                .allowed
                .then_some((shop.cancel.window_days, fee)),
            refund_after: t.duration(shop.delivery.refund_after),
            seller: shop.legal.seller.as_deref().unwrap_or(&shop.shop.name),
            consent_box: t.consent_box(shop.legal.consent),
            lit: Lit::destination(
                plan.destination,
                plan.product.coverage.iter().map(String::as_str),
            ),
            plan,
            faults,
            refused: false,
            unpaid: false,
            prices: Prices::new(app, plan, faults.code.as_ref()),
        }
    }

    fn country(&self) -> Option<&'static Country> {
        if let Destination::Country(country) = self.plan.destination {
            Some(country)
        } else {
            None
        }
    }

    fn fault(&self, field: &str) -> Option<&str> {
        self.faults.messages.get(field).map(String::as_str)
    }

    /// What is wrong with a form that came back, in the order of its fields: where each stands, and
    /// what it is.
    fn errors(&self) -> Vec<(&'static str, &str)> {
        const FIELDS: [(&str, &str); 6] = [
            ("form", ""),
            ("quantity", "quantity"),
            ("device_ok", "device-ok"),
            ("begin_now", "begin-now"),
            ("first_day", "first-day"),
            ("code", "code"),
        ];
        let wrong = |(field, id): (&str, &'static str)| Some((id, self.fault(field)?));
        FIELDS
            .into_iter()
            .filter(|_| self.refused)
            .filter_map(wrong)
            .collect()
    }

    /// How many there can be, what they cost together, and whether that was chosen.
    fn quantities(&self) -> Vec<(i64, Money, bool)> {
        let chosen = self.faults.values.quantity.parse();
        (1..=9)
            .filter_map(|n| Some((n, self.prices.of(n)?, chosen == Ok(n))))
            .collect()
    }

    /// What one costs, and what it would cost without the code.
    fn one(&self) -> (Money, Option<Html>) {
        (
            self.prices.of(1).unwrap_or(self.plan.price),
            self.prices.instead(self.t),
        )
    }

    /// What is said of the code that counts.
    fn code_applied(&self) -> Option<String> {
        self.prices
            .applied(self.t, self.faults.values.quantity.parse().unwrap_or(1))
    }

    /// How to check the phone, with the way back here.
    fn devices(&self) -> String {
        format!("{}?plan={}", Routes::DEVICES, self.plan.product.id)
    }

    /// Where a country is, so that nobody takes it for another.
    fn where_it_is(&self, country: &Country) -> String {
        let code = self.t.code();
        let words = self.t.with("place", country.name_in(code));
        let region = country.home().map(|region| region.name_in(code));
        match (region, country.shown_capital(code)) {
            (Some(region), Some(capital)) => words
                .with("region", region)
                .with("capital", capital)
                .say("plan-place-region"),
            (Some(region), None) => words.with("region", region).say("plan-place-in"),
            (None, Some(capital)) => words.with("capital", capital).say("plan-place"),
            (None, None) => String::new(),
        }
    }

    fn cancel_terms(&self) -> Option<Html> {
        let (days, fee) = self.cancel.as_ref()?;
        let words = self.t.with("days", *days);
        Some(match fee {
            Some(fee) => words
                .with("fee", fee)
                .linked("plan-back-fee", &["/refunds"]),
            None => words.linked("plan-back-full", &["/refunds"]),
        })
    }
}

fn structured(chrome: &Chrome, plan: &Plan) -> String {
    json_ld(&json!({
        "@context": "https://schema.org", "@type": "Product", "name": chrome.title, "sku": plan.product.id, "category": "Travel eSIM",
        "description": chrome.description, "image": chrome.card.as_ref().map(|card| &card.image),
        "brand": { "@type": "Brand", "name": chrome.shop },
        "offers": {
            "@type": "Offer", "price": plan.price.major().to_string(), "priceCurrency": plan.price.currency.code(),
            "availability": if chrome.sales_stopped { "https://schema.org/OutOfStock" } else { "https://schema.org/InStock" },
            "url": chrome.canonical, "seller": { "@type": "Organization", "name": chrome.shop },
        },
    }))
}

/// One plan. With the first day of a trip in the query it is made for the request, and says so
/// where it is too early to buy.
///
/// # Errors
/// The database's, where there is a code in the query.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    Path(product_id): Path<String>,
    client: ClientAddress,
    QueryForm(query): QueryForm,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let snapshot = app.catalogue.snapshot();
    let Some(plan) = snapshot.plan(&product_id) else {
        return Ok(error_page::not_found(&app, &here));
    };
    if let Some(mut faults) = buy_form::filled_in(here.t, &query, snapshot.day) {
        discount::read(&app, client, here.t, plan, &mut faults).await?;
        let mut page = PlanPage::new(&app, &here, &snapshot, plan, &faults, snapshot.day);
        page.chrome.noindex = true;
        page.unpaid = query.has("unpaid");
        return Ok(response::asked_for(StatusCode::OK, &page));
    }
    let none = FormFaults::default();
    let render = || PlanPage::new(&app, &here, &snapshot, plan, &none, snapshot.day).render();
    Ok(page_cache::get_or_render(
        &snapshot,
        here.t,
        &Routes::plan(&product_id),
        &headers,
        response::HTML,
        render,
    ))
}

/// 422: the form again, with what is wrong above it and beside each field. Stored nowhere; 404 when
/// the plan is not for sale.
pub fn plan_page_with_faults(
    app: &App,
    here: &RequestLocale,
    product_id: &str,
    faults: &FormFaults,
) -> Response {
    let today = app.clock.now().date_naive();
    let snapshot = app.catalogue.snapshot();
    match snapshot.plan(product_id) {
        Some(plan) => {
            let page = PlanPage::new(app, here, &snapshot, plan, faults, today);
            let page = PlanPage {
                refused: true,
                chrome: page.chrome.clone().refused(),
                ..page
            };
            response::page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        None => error_page::not_found(app, here),
    }
}
