//! `GET /search?q=`: the one box, answered in place; `GET /suggest?q=`: the first places that fit,
//! while it is being written. Made per request, from memory; only for an order the visitor is asked
//! after, and for a trip the supplier which top-ups there are.

use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use rust_decimal::Decimal;

use super::board::{self, BoardRow};
use super::one_box::{self, Fitting, Note, PhoneAnswer, TripAnswer};
use crate::app::App;
use crate::catalogue::Snapshot;
use crate::catalogue::search::{self, Found, Hit};
use crate::catalogue::snapshot::Shelf;
use crate::db::{order_pages, orders};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::auth::Visitor;
use crate::web::http::error::WebError;
use crate::web::http::form::QueryForm;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::destination::Destination;
use domain::money::{Currency, Money};
use domain::question::{LONGEST, Question, Travel};

/// Plans of the best place that are shown at once.
const PLANS: usize = 3;

#[derive(Template)]
#[template(path = "storefront/search.html")]
struct SearchPage<'a> {
    t: Locale,
    chrome: Chrome,
    query: &'a str,
    order: Option<OrderAnswer>,
    phone: Option<PhoneAnswer>,
    /// Whether the phone was asked about, rather than named beside a place.
    phone_first: bool,
    note: Option<Note>,
    trip: Option<TripAnswer>,
    fitting: Option<Fitting>,
    /// Whether places are looked for at all.
    placeless: bool,
    guessed: bool,
    places: Vec<PlaceHit>,
    mixed_up: Vec<Destination>,
    best: Option<Destination>,
    plans: Vec<BoardRow<'a>>,
}

/// An order that was asked for.
struct OrderAnswer {
    number: String,
    /// Its page, for whom it belongs to.
    path: Option<String>,
}

/// A place that fits, with what there is for it.
struct PlaceHit {
    hit: Hit,
    plans: usize,
    from: Option<Money>,
    /// Plans for several countries that work there.
    also: usize,
}

impl PlaceHit {
    fn new(hit: Hit, snapshot: &Snapshot) -> Self {
        let shelf = snapshot.shelf(hit.destination.slug());
        let also = if let Destination::Country(c) = hit.destination {
            snapshot.also_covering(c.code).len()
        } else {
            0
        };
        Self {
            plans: shelf.map(|s| s.plans.len()).unwrap_or_default(),
            from: shelf.and_then(Shelf::from),
            also,
            hit,
        }
    }

    /// What is said below its name: by which other name it was found, what there is, and where it
    /// is.
    fn about(&self, t: &Locale) -> String {
        let t = *t;
        let stock = match (self.plans, self.also) {
            (0, 0) => t.say("no-plans-now"),
            (0, _) => t.say("in-shared-plans"),
            (plans, _) => t.with("n", plans).say("plans-count"),
        };
        let parts = [
            self.hit.via.map(str::to_owned),
            Some(stock),
            self.whereabouts(t),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn whereabouts(&self, t: Locale) -> Option<String> {
        let Destination::Country(country) = self.hit.destination else {
            return None;
        };
        let region = country.home()?.name_in(t.code());
        Some(match country.shown_capital(t.code()) {
            Some(capital) => t
                .with("capital", capital)
                .with("region", region)
                .say("capital-in"),
            None => region.to_owned(),
        })
    }
}

impl<'a> SearchPage<'a> {
    /// A page that answers nothing yet.
    fn new(app: &App, here: &RequestLocale, query: &'a str) -> Self {
        let t = here.t;
        let title = if query.is_empty() {
            t.say("search-title")
        } else {
            t.with("query", query).say("search-title-for")
        };
        Self {
            t,
            chrome: Chrome::new(app, here, title).noindex(),
            query,
            order: None,
            phone: None,
            phone_first: false,
            note: None,
            trip: None,
            fitting: None,
            placeless: true,
            guessed: false,
            places: Vec::new(),
            mixed_up: Vec::new(),
            best: None,
            plans: Vec::new(),
        }
    }

    async fn answering(self, app: &App, snapshot: &'a Snapshot, question: Question) -> Self {
        let (t, query) = (self.t, self.query);
        let note = one_box::notes(app, t, query);
        match question {
            Question::Nothing => self,
            Question::Order(number) => Self {
                order: Some(OrderAnswer { number, path: None }),
                ..self
            },
            Question::Phone(asked) => {
                let found = search::search(&asked.rest, t.code());
                let phone = Some(PhoneAnswer::about(t, asked.model.as_ref()));
                let found = if found.guessed {
                    Found::default()
                } else {
                    found
                };
                Self {
                    phone,
                    phone_first: true,
                    ..self
                }
                .listing(snapshot, found)
            }
            Question::Travel(travel) => self.answering_travel(app, snapshot, &travel, note).await,
        }
    }

    /// A trip, or a place with the plans that fit.
    async fn answering_travel(
        self,
        app: &App,
        snapshot: &'a Snapshot,
        travel: &Travel,
        note: Option<Note>,
    ) -> Self {
        let (t, query) = (self.t, self.query);
        let today = app.clock.now().date_naive();
        let phone = travel
            .phone
            .as_ref()
            .map(|model| PhoneAnswer::about(t, Some(model)));
        if travel.is_trip() {
            return Self {
                trip: Some(TripAnswer::new(app, t, query, travel).await),
                phone,
                note,
                ..self
            };
        }
        let mut found = search::places(travel, t.code());
        if found.guessed && note.is_some() {
            found = Found::default();
        }
        let best = found
            .hits
            .first()
            .filter(|_| !found.guessed)
            .map(|hit| hit.destination);
        let fitting = best.and_then(|place| Fitting::new(t, snapshot, place, travel, today));
        let placeless = travel.places.is_empty() && found.hits.is_empty();
        Self {
            phone,
            note,
            fitting,
            ..self
        }
        .listing(snapshot, found)
        .without_places(placeless)
    }

    fn without_places(self, placeless: bool) -> Self {
        Self { placeless, ..self }
    }

    /// With the places that were found.
    fn listing(self, snapshot: &'a Snapshot, found: Found) -> Self {
        let best = found.hits.first().map(|h| h.destination);
        let shelf = best
            .filter(|_| !found.guessed && self.fitting.is_none())
            .and_then(|d| snapshot.shelf(d.slug()));
        Self {
            placeless: false,
            guessed: found.guessed,
            plans: board::mixed(
                self.t,
                shelf.into_iter().flat_map(|s| s.plans.iter().take(PLANS)),
            ),
            places: found
                .hits
                .into_iter()
                .map(|hit| PlaceHit::new(hit, snapshot))
                .collect(),
            mixed_up: found.mixed_up,
            best,
            ..self
        }
    }
}

/// Suggestions that a phone has room for above its keyboard.
const SUGGESTED: usize = 6;

/// The options of the search field's list, as the page's script puts them below it.
#[derive(Template)]
#[template(path = "storefront/suggestions.html")]
struct Suggestions {
    t: Locale,
    places: Vec<PlaceHit>,
    /// The first of the other currencies in which prices are shown.
    other: Option<(Currency, Decimal)>,
}

impl Suggestions {
    /// What a price comes to in it, roughly.
    fn also(&self, price: &Money) -> Option<String> {
        self.t.about(*price, self.other?)
    }
}

/// The first that fit; nothing for nothing, and nothing for what is no question after one place.
pub async fn suggest(
    State(app): State<App>,
    here: RequestLocale,
    QueryForm(asked): QueryForm,
) -> Response {
    let snapshot = app.catalogue.snapshot();
    let hits = match search::ask(
        asked.field("q"),
        app.clock.now().date_naive(),
        (None, None),
        here.t.code(),
    ) {
        Question::Travel(travel) if !travel.is_trip() => {
            search::places(&travel, here.t.code()).hits
        }
        _ => Vec::new(),
    };
    let mut places: Vec<PlaceHit> = hits
        .into_iter()
        .map(|hit| PlaceHit::new(hit, &snapshot))
        .collect();
    // After three letters “Tokelau” is as good as “Tokyo”: what can be bought goes first.
    places.sort_by_key(|place| place.plans + place.also == 0);
    places.truncate(SUGGESTED);
    response::asked_for(
        StatusCode::OK,
        &Suggestions {
            t: here.t,
            places,
            other: app.config.shop.also_shown().first().copied(),
        },
    )
}

/// The answer.
///
/// # Errors
/// The database's, where an order is asked for.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    QueryForm(asked): QueryForm,
    request: Request,
) -> Result<Response, WebError> {
    let query: String = asked.field("q").chars().take(LONGEST).collect();
    let question = search::ask(
        &query,
        app.clock.now().date_naive(),
        (None, None),
        here.t.code(),
    );
    if let Question::Order(number) = question {
        return order(&app, &here, &query, number, request).await;
    }
    let snapshot = Arc::clone(&app.catalogue.snapshot());
    let page = SearchPage::new(&app, &here, &query)
        .answering(&app, &snapshot, question)
        .await;
    Ok(response::asked_for(StatusCode::OK, &page))
}

/// The order for whom it belongs to; for everybody else the same words, whether or not there is
/// one.
async fn order(
    app: &App,
    here: &RequestLocale,
    query: &str,
    number: String,
    request: Request,
) -> Result<Response, WebError> {
    let visitor = Visitor::from_request_parts(&mut request.into_parts().0, app).await?;
    let path = match orders::by_number(&app.db, &number).await? {
        Some(id) => order_pages::by_id(&app.db, id, app.clock.now()).await?,
        None => None,
    };
    let path = path
        .filter(|order| visitor.sees(order.id, &order.whose()))
        .map(|order| here.t.path(&Routes::order(&order.token)));
    let page = SearchPage {
        order: Some(OrderAnswer { number, path }),
        ..SearchPage::new(app, here, query)
    };
    let mut response = private::page(StatusCode::OK, &page)?;
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
