//! `GET /plans/{product_id}`: one plan and the form that buys it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::language::Here;
use super::layout::{Chrome, json_ld};
use super::respond;
use crate::app::App;
use crate::catalogue::Plan;
use crate::catalogue::snapshot::plan_path;
use crate::domain::destination::{self, Country, Destination};
use crate::domain::money::Money;
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
    /// Whether the box was ticked.
    pub device_ok: bool,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    t: Locale,
    chrome: Chrome,
    plan: &'a Plan,
    covered: Vec<&'static Country>,
    mixed_up: Vec<Destination>,
    /// Days and fee, where the owner takes unused plans back.
    cancel: Option<(u32, Option<Money>)>,
    topups: bool,
    refund_after: String,
    faults: &'a FormFaults,
    structured: String,
}

impl<'a> PlanPage<'a> {
    fn new(app: &App, here: &Here, plan: &'a Plan, faults: &'a FormFaults) -> Self {
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
            mixed_up: destination::confusable_with(plan.destination.slug()).into_iter().filter_map(Destination::by_slug).collect(),
            cancel: shop.cancel.allowed.then_some((shop.cancel.window_days, fee)),
            topups: plan.product.imsi_profile.is_some(),
            refund_after: t.duration(shop.delivery.refund_after),
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

    fn chosen(&self, quantity: &i32) -> bool {
        self.faults.values.quantity.parse() == Ok(*quantity)
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
        let words = self.t.with("place", country.name_in(code)).with("capital", country.capital_in(code));
        match country.home() {
            Some(region) => words.with("region", region.name_in(code)).say("plan-place-region"),
            None => words.say("plan-place"),
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

/// One plan.
pub async fn show(State(app): State<App>, here: Here, Path(product_id): Path<String>, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let Some(plan) = snapshot.plan(&product_id) else { return respond::not_found(&app, &here) };
    let none = FormFaults::default();
    let render = || PlanPage::new(&app, &here, plan, &none).render();
    respond::from_shelf(&snapshot, here.t, &plan_path(&product_id), request.headers(), respond::HTML, render)
        .unwrap_or_else(|| respond::not_found(&app, &here))
}

/// 422: the form again, with each message beside its field. Stored nowhere; 404 when the plan is not for sale.
pub fn plan_page_with_faults(app: &App, here: &Here, product_id: &str, faults: &FormFaults) -> Response {
    match app.catalogue.plan(product_id) {
        Some(plan) => respond::page(StatusCode::UNPROCESSABLE_ENTITY, &PlanPage::new(app, here, &plan, faults)),
        None => respond::not_found(app, here),
    }
}
