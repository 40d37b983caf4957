//! `GET /plans/{product_id}`: one plan and the form that buys it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use serde_json::json;
use url::form_urlencoded;

use super::esim_now::by_country;
use super::language::Here;
use super::layout::{Chrome, json_ld};
use super::map::Lit;
use super::respond;
use crate::app::App;
use crate::catalogue::Plan;
use crate::catalogue::snapshot::plan_path;
use crate::domain::destination::{self, Country, Destination};
use crate::domain::money::Money;
use crate::domain::trip;
use crate::l10n::{Html, Locale};

/// What was wrong with a sent form, and what it held, so that nothing has to be written twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormFaults {
    /// What the visitor sent.
    pub values: FormValues,
    /// A message by the name of its field; `form` for the whole.
    pub messages: BTreeMap<&'static str, String>,
}

/// The fields of the buy form as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormValues {
    /// How many.
    pub quantity: String,
    /// Whether the phone was said to take it.
    pub device_ok: bool,
    /// The first day of the trip, if it was said.
    pub first_day: String,
    /// To be bought although the trip is too far away.
    pub anyway: bool,
}

impl FormValues {
    /// Reads the day, if one was written; `Err` when it is none.
    pub fn first_day(&self) -> Result<Option<NaiveDate>, chrono::ParseError> {
        if self.first_day.is_empty() { Ok(None) } else { self.first_day.parse().map(Some) }
    }
}

/// What is said beside the day of a trip for which it is too early to buy.
#[must_use]
pub fn too_early(t: Locale, first_day: NaiveDate, today: NaiveDate) -> Option<String> {
    let from = trip::buy_from(first_day, today)?;
    Some(t.with("first", t.date(first_day)).with("last", t.date(trip::start_by(today))).with("from", t.date(from)).say("buy-early"))
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    t: Locale,
    chrome: Chrome,
    plan: &'a Plan,
    covered: Vec<&'static Country>,
    /// Names of networks by country.
    networks: Vec<(String, String)>,
    mixed_up: Vec<Destination>,
    /// Days and fee, where the owner takes unused plans back.
    cancel: Option<(u32, Option<Money>)>,
    topups: bool,
    refund_after: String,
    start_by: String,
    lit: Lit,
    faults: &'a FormFaults,
    structured: String,
}

impl<'a> PlanPage<'a> {
    fn new(app: &App, here: &Here, plan: &'a Plan, faults: &'a FormFaults, today: NaiveDate) -> Self {
        let shop = &app.config.shop;
        let t = here.t;
        let (title, path) = (plan.title(t), plan.path());
        let described = t.with("plan", &title).with("price", plan.price).say("plan-description");
        let chrome =
            Chrome::new(app, here, title).described(described).at(&path).picturing(app, &app.catalogue.snapshot(), plan.destination);
        let (top, place) = (t.say("nav-destinations"), plan.destination.path());
        let way = [(top.as_str(), "/destinations"), (t.place(plan.destination), &place), (&chrome.title, &path)];
        let chrome = chrome.clone().below(&way);
        let fee = shop.cancel_fee().filter(|fee| fee.minor > 0);
        let mut covered: Vec<&Country> = plan.product.coverage.iter().filter_map(|code| destination::country(code)).collect();
        t.sort_by_name(&mut covered, |c| c.name_in(t.code()));
        Self {
            t: here.t,
            structured: structured(&chrome, plan),
            chrome,
            covered,
            networks: by_country(t, &plan.product),
            mixed_up: destination::confusable_with(plan.destination.slug()).into_iter().filter_map(Destination::by_slug).collect(),
            cancel: shop.cancel.allowed.then_some((shop.cancel.window_days, fee)),
            topups: plan.product.imsi_profile.is_some(),
            refund_after: t.duration(shop.delivery.refund_after),
            start_by: t.date(trip::start_by(today)),
            lit: Lit::destination(plan.destination, plan.product.coverage.iter().map(String::as_str)),
            plan,
            faults,
        }
    }

    fn country(&self) -> Option<&'static Country> {
        if let Destination::Country(country) = self.plan.destination { Some(country) } else { None }
    }

    fn fault(&self, field: &str) -> Option<&str> {
        self.faults.messages.get(field).map(String::as_str)
    }

    /// How many there can be, what they cost together, and whether that was chosen.
    fn quantities(&self) -> Vec<(i64, Money, bool)> {
        let chosen = self.faults.values.quantity.parse();
        (1..=9).filter_map(|n| Some((n, self.plan.price.times(n)?, chosen == Ok(n)))).collect()
    }

    /// `yes`, `no`, or that nobody has said.
    fn stated(&self, fact: &Option<bool>) -> String {
        self.t.say(match *fact {
            Some(true) => "plan-yes",
            Some(false) => "plan-no",
            None => "plan-not-stated",
        })
    }

    /// Where a country is, so that nobody takes it for another.
    fn where_it_is(&self, country: &Country) -> String {
        let code = self.t.code();
        let words = self.t.with("place", country.name_in(code));
        let region = country.home().map(|region| region.name_in(code));
        match (region, country.shown_capital(code)) {
            (Some(region), Some(capital)) => words.with("region", region).with("capital", capital).say("plan-place-region"),
            (Some(region), None) => words.with("region", region).say("plan-place-in"),
            (None, Some(capital)) => words.with("capital", capital).say("plan-place"),
            (None, None) => String::new(),
        }
    }

    fn cancel_terms(&self) -> Option<Html> {
        let (days, fee) = self.cancel.as_ref()?;
        let words = self.t.with("days", *days);
        Some(match fee {
            Some(fee) => words.with("fee", fee).linked("plan-back-fee", &["/refunds"]),
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

/// One plan. With the first day of a trip in the query it is made for the request, and says so where it is too early to buy.
pub async fn show(State(app): State<App>, here: Here, Path(product_id): Path<String>, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let Some(plan) = snapshot.plan(&product_id) else { return respond::not_found(&app, &here) };
    if let Some(faults) = asked_about(here.t, request.uri().query().unwrap_or_default(), snapshot.day) {
        let mut page = PlanPage::new(&app, &here, plan, &faults, snapshot.day);
        page.chrome.noindex = true;
        return respond::asked_for(StatusCode::OK, &page);
    }
    let none = FormFaults::default();
    let render = || PlanPage::new(&app, &here, plan, &none, snapshot.day).render();
    respond::from_shelf(&snapshot, here.t, &plan_path(&product_id), request.headers(), respond::HTML, render)
        .unwrap_or_else(|| respond::not_found(&app, &here))
}

/// The form of somebody who comes from a trip: `?first_day=2027-05-03`.
fn asked_about(t: Locale, query: &str, today: NaiveDate) -> Option<FormFaults> {
    let (_, day) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "first_day")?;
    let first_day: NaiveDate = day.parse().ok()?;
    let values = FormValues { first_day: first_day.to_string(), ..FormValues::default() };
    let messages = too_early(t, first_day, today).map(|words| ("first_day", words)).into_iter().collect();
    Some(FormFaults { values, messages })
}

/// 422: the form again, with each message beside its field. Stored nowhere; 404 when the plan is not for sale.
pub fn plan_page_with_faults(app: &App, here: &Here, product_id: &str, faults: &FormFaults) -> Response {
    let today = app.clock.now().date_naive();
    match app.catalogue.plan(product_id) {
        Some(plan) => respond::page(StatusCode::UNPROCESSABLE_ENTITY, &PlanPage::new(app, here, &plan, faults, today)),
        None => respond::not_found(app, here),
    }
}
