//! `GET /destinations`: every country and region that a plan works in.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;

use crate::app::App;
use crate::catalogue::Snapshot;
use crate::catalogue::snapshot::Shelf;
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::destination::{self, Country, Destination, Region};
use domain::money::Money;

#[derive(Template)]
#[template(path = "storefront/destinations.html")]
struct DestinationsPage<'a> {
    t: Locale,
    chrome: Chrome,
    regions: Vec<&'a Shelf>,
    groups: Vec<PlaceGroup>,
    countries: usize,
}

/// The countries of a home region.
struct PlaceGroup {
    region: &'static Region,
    places: Vec<PlaceLink>,
}

/// A country that at least one plan covers.
struct PlaceLink {
    country: &'static Country,
    /// Its own plans; the others are for several countries.
    own: usize,
    from: Option<Money>,
}

impl PlaceGroup {
    fn new(t: Locale, region: &'static Region, snapshot: &Snapshot) -> Self {
        let home = destination::countries()
            .iter()
            .filter(|c| c.home() == Some(region));
        let mut places: Vec<PlaceLink> = home
            .filter_map(|country| PlaceLink::new(country, snapshot))
            .collect();
        t.sort_by_name(&mut places, |p| p.country.name_in(t.code()));
        Self { region, places }
    }
}

impl PlaceLink {
    fn path(&self) -> String {
        Destination::Country(self.country).path()
    }

    fn new(country: &'static Country, snapshot: &Snapshot) -> Option<Self> {
        let own = snapshot.shelf(country.slug);
        let covered = !snapshot.also_covering(country.code).is_empty();
        let plans = own.map(|s| s.plans.len()).unwrap_or_default();
        (covered || plans > 0).then(|| Self {
            country,
            own: plans,
            from: own.and_then(Shelf::from),
        })
    }
}

impl<'a> DestinationsPage<'a> {
    fn new(app: &App, here: &RequestLocale, snapshot: &'a Snapshot) -> Self {
        let homes = destination::regions().iter().filter(|r| r.home);
        let groups: Vec<PlaceGroup> = homes
            .map(|r| PlaceGroup::new(here.t, r, snapshot))
            .filter(|g| !g.places.is_empty())
            .collect();
        let countries = groups.iter().map(|g| g.places.len()).sum();
        let order = destination::regions()
            .iter()
            .map(|r| r.slug)
            .chain(["global"]);
        Self {
            t: here.t,
            chrome: Chrome::new(app, here, here.t.say("all-destinations"))
                .described(
                    here.t
                        .with("countries", countries)
                        .say("destinations-description"),
                )
                .at(Routes::DESTINATIONS)
                .shared(app, snapshot),
            regions: order.filter_map(|slug| snapshot.shelf(slug)).collect(),
            groups,
            countries,
        }
    }
}

/// Every country and region.
pub async fn show(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let render = || DestinationsPage::new(&app, &here, &snapshot).render();
    page_cache::get_or_render(
        &snapshot,
        here.t,
        Routes::DESTINATIONS,
        request.headers(),
        response::HTML,
        render,
    )
}
