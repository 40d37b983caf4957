//! How pages and files are sent: compressed, cached, without the database, and in words when they
//! break.

use axum::body::{Body, to_bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{Method, Request, StatusCode};
use tower::ServiceExt;

use crate::db::Pool;
use crate::l10n::Locale;
use crate::web::http::assets;
use crate::web::http::middleware::{self, Middleware};
use crate::web::storefront::tests::{app, ask, get_page, some};

#[sqlx::test]
async fn a_page_is_sent_compressed_once_and_then_not_at_all(db: Pool) {
    let app = app(&db, &some()).await;
    let with = |method: Method, tag: Option<String>| {
        let mut request = Request::builder()
            .method(method)
            .uri("/esim/japan")
            .header(ACCEPT_ENCODING, "gzip, br");
        if let Some(tag) = tag {
            request = request.header(IF_NONE_MATCH, tag);
        }
        request.body(Body::empty()).unwrap()
    };
    let first = ask(&app, with(Method::GET, None)).await;
    assert_eq!(
        (first.header(CONTENT_ENCODING), first.header(VARY)),
        ("br", "accept-encoding")
    );
    let again = ask(&app, with(Method::GET, Some(first.header(ETAG).to_owned()))).await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    assert_eq!(again.header(ETAG), first.header(ETAG));
    assert_eq!(again.header(CACHE_CONTROL), first.header(CACHE_CONTROL));
    let head = ask(&app, with(Method::HEAD, None)).await;
    assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0));
    assert_eq!(
        head.header(axum::http::header::CONTENT_LENGTH),
        first.body.len().to_string()
    );
}

#[sqlx::test]
async fn a_page_is_served_without_the_database(db: Pool) {
    let app = app(&db, &some()).await;
    app.db.close().await;
    assert_eq!(get_page(&app, "/plans/jp_1").await.status, StatusCode::OK);
    assert_eq!(
        get_page(&app, "/search?q=japan").await.status,
        StatusCode::OK
    );
}

#[sqlx::test]
async fn assets_are_kept_for_ever_under_their_hash(db: Pool) {
    let app = app(&db, &[]).await;
    let css = get_page(&app, assets::href("shop.css")).await;
    assert_eq!(
        (css.status, css.header(CONTENT_TYPE)),
        (StatusCode::OK, "text/css; charset=utf-8")
    );
    assert!(css.header(CACHE_CONTROL).contains("immutable"));
    assert_eq!(
        get_page(&app, "/static/shop-0000000000000000.css")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        get_page(&app, "/static/../Cargo.toml").await.status,
        StatusCode::NOT_FOUND
    );
    let map = get_page(&app, "/sitemap.xml").await;
    assert!(map.text().contains("<loc>https://shop.example/</loc>"));
}

#[sqlx::test]
async fn what_breaks_says_so_in_the_visitors_language_and_shows_a_way_on(db: Pool) {
    async fn panics() -> StatusCode {
        panic!("an inside that no visitor may read")
    }
    async fn breaks() -> axum::response::Response {
        crate::web::http::response::broken(&"a template with a secret")
    }
    let app = app(&db, &[]).await;
    let routes = axum::Router::new()
        .route("/panics", axum::routing::get(panics))
        .route("/breaks", axum::routing::get(breaks));
    let routes = middleware::layer(routes, Middleware::for_shop(&app)).with_state(app.clone());
    for path in ["/panics", "/breaks"] {
        for (code, direction, words) in [
            ("en", "ltr", "your orders and payments"),
            ("ar", "rtl", "طلباتك ودفعاتك"),
        ] {
            let mut request = Request::builder().uri(path).body(Body::empty()).unwrap();
            request
                .extensions_mut()
                .insert(Locale::new(code.parse().unwrap(), code == "en"));
            let response = routes.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert!(response.headers().contains_key("x-request-id"));
            let body = String::from_utf8(
                to_bytes(response.into_body(), 1 << 16)
                    .await
                    .unwrap()
                    .to_vec(),
            )
            .unwrap();
            let shown = [
                format!("lang=\"{code}\" dir=\"{direction}\""),
                words.to_owned(),
                "<a href=\"/".to_owned(),
            ];
            assert!(
                shown.iter().all(|part| body.contains(part)),
                "{path} {code}: {body}"
            );
            assert!(
                !body.contains("secret") && !body.contains("inside"),
                "{body}"
            );
        }
    }
}
