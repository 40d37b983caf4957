//! The shelf's routes as a browser meets them, over a real database.

use axum::body::{Body, to_bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::middleware::from_fn_with_state;
use tower::ServiceExt;

use super::buy_form::{FormFaults, FormValues};
use super::plan::plan_page_with_faults;
use super::*;
use crate::catalogue::testing::product;
use crate::clock::now;
use crate::config::Config;
use crate::db::{Pool, products};
use crate::l10n::Locale;
use crate::web::http::locale::RequestLocale;
use crate::web::http::middleware::Middleware;
use crate::web::language_prefix::{self, Entrance};
use domain::product::{Data, Product};

fn config() -> Config {
    let setting = |name: &str| {
        Some(match name {
            "DATABASE_URL" => "postgres://localhost/unused".to_owned(),
            "PUBLIC_URL" => "https://shop.example".to_owned(),
            "ESIMFX_BASE_URL" => "https://supplier.example".to_owned(),
            "STRIPE_SECRET_KEY" => "sk_test_0123456789".to_owned(),
            "STRIPE_WEBHOOK_SECRET" => "whsec_0123456789".to_owned(),
            "ESIMFX_CLIENT_ID" | "ESIMFX_CLIENT_KEY" | "ESIMFX_WEBHOOK_TOKEN" => {
                "something-long-enough".to_owned()
            }
            "SMTP_URL" => "smtp://localhost:1025".to_owned(),
            "MAIL_FROM" => "Layover <esim@example.com>".to_owned(),
            _ => return None,
        })
    };
    Config::read(&setting).unwrap()
}

pub(crate) async fn app(db: &Pool, list: &[Product]) -> App {
    if !list.is_empty() {
        products::replace_all(&mut db.acquire().await.unwrap(), list, &[], now())
            .await
            .unwrap();
    }
    App::build(
        config(),
        db.clone(),
        tokio_util::sync::CancellationToken::new(),
    )
    .await
    .unwrap()
}

pub(crate) fn some() -> Vec<Product> {
    let unlimited = Product {
        data: Data::Unlimited,
        ..product("jp_unlimited", "JP")
    };
    vec![
        product("jp_1", "JP"),
        unlimited,
        product("eu_1", "AT DE FR IT"),
        product("at_1", "AT"),
        product("a/b", "DE"),
    ]
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: axum::http::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

pub(crate) async fn ask(app: &App, request: Request<Body>) -> Answer {
    let shelf = routes().fallback(fallback).with_state(app.clone());
    let entrance = Entrance {
        app: app.clone(),
        middleware: Middleware::for_shop(app),
    };
    let spoken = Router::new()
        .fallback_service(shelf)
        .layer(from_fn_with_state(entrance, language_prefix::route));
    let response = spoken.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
    }
}

pub(crate) async fn get_page(app: &App, path: &str) -> Answer {
    ask(app, Request::get(path).body(Body::empty()).unwrap()).await
}

const EVERY: [&str; 34] = [
    "/",
    "/trip",
    "/trip?q=Tokyo%2C+Wien",
    "/es/esim/japan",
    "/ar",
    "/destinations",
    "/search",
    "/search?q=japan",
    "/search?q=thialand",
    "/search?q=%3Cscript%3E",
    "/search?q=japan+10gb+10+days+4+people",
    "/search?q=japan+and+vienna",
    "/search?q=cruise",
    "/search?q=iphone+13",
    "/search?q=10gb",
    "/esim/japan",
    "/esim/europe",
    "/esim/austria",
    "/esim/global",
    "/esim/peru",
    "/plans/jp_1",
    "/plans/jp_unlimited",
    "/plans/eu_1",
    "/plans/a%2Fb",
    "/devices",
    "/help",
    "/help/install-iphone",
    "/help/install-samsung",
    "/help/install-pixel",
    "/ar/help/install-android",
    "/help/troubleshooting",
    "/terms",
    "/privacy",
    "/refunds",
];

#[sqlx::test]
async fn every_page_answers_without_a_cookie_and_without_inline_style_or_script(db: Pool) {
    let app = app(&db, &some()).await;
    for path in EVERY {
        let page = get_page(&app, path).await;
        assert_eq!(
            (page.status, page.header(CONTENT_TYPE)),
            (StatusCode::OK, "text/html; charset=utf-8"),
            "{path}"
        );
        assert!(page.headers.get(SET_COOKIE).is_none(), "{path}");
        assert!(
            page.header(CACHE_CONTROL).starts_with("public, max-age=60"),
            "{path}"
        );
        let document = scraper::Html::parse_document(page.text());
        let count = |selector: &str| {
            document
                .select(&scraper::Selector::parse(selector).unwrap())
                .count()
        };
        assert_eq!(count("h1"), 1, "{path}");
        assert_eq!(
            count("[style], style, [onclick], script:not([src]):not([type='application/ld+json'])"),
            0,
            "{path}"
        );
        assert_eq!(count("img:not([alt]), html:not([lang])"), 0, "{path}");
    }
}

#[sqlx::test]
async fn every_link_between_the_pages_leads_somewhere(db: Pool) {
    let app = app(&db, &some()).await;
    let mut links = std::collections::BTreeSet::new();
    for path in EVERY {
        let page = get_page(&app, path).await;
        let document = scraper::Html::parse_document(page.text());
        let selector = scraper::Selector::parse("[href^='/'], [src^='/']").unwrap();
        let found = document
            .select(&selector)
            .filter_map(|e| e.attr("href").or(e.attr("src")));
        links.extend(found.map(|link| link.split('#').next().unwrap_or(link).to_owned()));
    }
    assert!(links.len() > 20);
    for link in links
        .iter()
        .filter(|link| !link.ends_with("/my-esims") && !link.ends_with("/withdraw"))
    {
        assert_eq!(get_page(&app, link).await.status, StatusCode::OK, "{link}");
    }
}

#[sqlx::test]
async fn an_empty_shelf_says_so(db: Pool) {
    let app = app(&db, &[]).await;
    for path in [
        "/",
        "/destinations",
        "/esim/japan",
        "/esim/europe",
        "/search?q=japan",
        "/sitemap.xml",
    ] {
        assert_eq!(get_page(&app, path).await.status, StatusCode::OK, "{path}");
    }
    assert!(get_page(&app, "/").await.text().contains("Loading plans"));
    let japan = get_page(&app, "/esim/japan").await;
    assert!(japan.text().contains("No plans just for Japan") && japan.text().contains("noindex"));
    assert_eq!(
        get_page(&app, "/plans/jp_1").await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test]
async fn other_names_lead_to_the_right_address(db: Pool) {
    let app = app(&db, &some()).await;
    let turkey = get_page(&app, "/esim/turkey").await;
    assert_eq!(
        (turkey.status, turkey.header(LOCATION)),
        (StatusCode::PERMANENT_REDIRECT, "/esim/turkiye")
    );
    assert_eq!(
        get_page(&app, "/esim/atlantis").await.status,
        StatusCode::NOT_FOUND
    );
    let slash = get_page(&app, "/esim/japan/").await;
    assert_eq!(
        (slash.status, slash.header(LOCATION)),
        (StatusCode::PERMANENT_REDIRECT, "/esim/japan")
    );
    assert_eq!(
        get_page(&app, "//evil.example/").await.status,
        StatusCode::NOT_FOUND,
        "never to another host"
    );
    assert_eq!(
        get_page(&app, "/nowhere").await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test]
async fn what_is_searched_for_is_shown_as_text(db: Pool) {
    let app = app(&db, &some()).await;
    let page = get_page(&app, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!page.text().contains("<script>alert"));
    let confused = |query: &str| format!("/search?q={query}");
    let slip = get_page(&app, &confused("austira")).await;
    assert!(
        slip.text().contains("/esim/australia"),
        "names that are mixed up are told apart"
    );
    let own = get_page(&app, &confused("austria")).await;
    assert!(
        !own.text().contains("/esim/australia"),
        "who writes the name itself means it"
    );
}

fn here(path: &str) -> RequestLocale {
    RequestLocale {
        t: Locale::ENGLISH,
        path: path.to_owned(),
    }
}

#[sqlx::test]
async fn a_fault_stands_beside_its_field_and_nothing_is_lost(db: Pool) {
    let app = app(&db, &some()).await;
    let values = FormValues {
        quantity: "3".into(),
        ..FormValues::default()
    };
    let faults = FormFaults {
        values,
        messages: [("device_ok", "Tick <this> box.".to_owned())].into(),
        code: None,
    };
    let response = plan_page_with_faults(&app, &here("/checkout"), "jp_1", &faults);
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let html = String::from_utf8_lossy(&body);
    assert!(
        html.contains("Tick &#60;this&#62; box.") && html.contains("<option value=\"3\" selected>")
    );
    assert_eq!(
        plan_page_with_faults(&app, &here("/checkout"), "gone", &faults).status(),
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test]
async fn nothing_can_be_bought_while_sales_are_stopped(db: Pool) {
    let app = app(&db, &some()).await;
    assert!(
        get_page(&app, "/plans/jp_1")
            .await
            .text()
            .contains("action=\"/checkout\"")
    );
    products::stop_sales(&db, "the balance is short", now())
        .await
        .unwrap();
    app.catalogue.refresh(&db, now()).await.unwrap();
    let page = get_page(&app, "/plans/jp_1").await;
    assert!(
        !page.text().contains("action=\"/checkout\"") && page.text().contains("Sales are paused")
    );
    assert!(
        !page.text().contains("the balance is short"),
        "the reason is for operators"
    );
}

#[sqlx::test]
async fn structured_data_names_the_price_that_is_charged(db: Pool) {
    let app = app(&db, &some()).await;
    let page = get_page(&app, "/plans/jp_1").await;
    let document = scraper::Html::parse_document(page.text());
    let selector = scraper::Selector::parse("script[type='application/ld+json']").unwrap();
    let data: String = document.select(&selector).next().unwrap().text().collect();
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(
        (
            data["offers"]["price"].as_str(),
            data["offers"]["priceCurrency"].as_str()
        ),
        (Some("3.00"), Some("USD"))
    );
    assert_eq!(data["offers"]["url"], "https://shop.example/plans/jp_1");
}
