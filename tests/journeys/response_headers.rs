//! What every answer says in its headers, and pages that are the same in every encoding.

use super::refusals::{form, header};
use crate::support::{PLAN, Shop};
use esim_storefront::app::App;
use esim_storefront::web;
use flate2::read::GzDecoder;
use reqwest::Method;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn every_answer_wears_its_armour() {
    let shop = Shop::open().await;
    let mut visitor = shop.browser();
    let mut answers = Vec::new();
    for path in [
        "/",
        &format!("/plans/{PLAN}"),
        "/my-esims",
        "/orders/none",
        "/nothing-here",
        "/healthz",
        "/robots.txt",
        "/search?q=japan",
    ] {
        answers.push((path.to_owned(), visitor.get(path).await));
    }
    answers.push((
        "/checkout".to_owned(),
        visitor.post("/checkout", &form("0", "")).await,
    ));
    for (path, answer) in &answers {
        let policy = header(answer, "content-security-policy");
        assert!(
            policy.starts_with("default-src 'none';"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        for part in [
            "script-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: no {part}");
        }
        assert_eq!(
            header(answer, "x-content-type-options"),
            "nosniff",
            "{path}"
        );
        assert_eq!(
            header(answer, "cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert_eq!(
            header(answer, "strict-transport-security"),
            "",
            "HSTS over http at {path}"
        );
        assert!(
            !header(answer, "referrer-policy").is_empty()
                && !header(answer, "x-request-id").is_empty(),
            "{path}"
        );
        assert!(answer.headers.get("server").is_none());
        // What the policy forbids is not there either.
        assert!(
            answer.attributes("[style]", "style").is_empty(),
            "an inline style at {path}"
        );
        assert!(
            answer
                .attributes("[onclick], [onload], [onsubmit]", "id")
                .is_empty(),
            "an inline handler at {path}"
        );
        assert!(
            answer
                .attributes("script:not([src]):not([type])", "id")
                .is_empty(),
            "an inline script at {path}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there() {
    let shop = Shop::open().await;
    let mut config = (*shop.app.config).clone();
    config.public_url = "https://esim.example.com".parse().unwrap();
    config.stripe.api_base = "https://api.stripe.com".parse().unwrap();
    let app = App::build(config, shop.app.db.clone(), CancellationToken::new())
        .await
        .unwrap();
    let request = axum::http::Request::get("/destinations")
        .body(axum::body::Body::empty())
        .unwrap();
    let answer = tower::ServiceExt::oneshot(web::router(app), request)
        .await
        .unwrap();
    assert!(
        answer.headers()["strict-transport-security"]
            .to_str()
            .unwrap()
            .contains("max-age=31536000")
    );
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(
        policy.contains("form-action 'self' https://checkout.stripe.com;"),
        "{policy}"
    );
    shop.close().await;
}

#[tokio::test]
async fn catalogue_pages_are_the_same_text_in_every_encoding_and_unchanged_when_unchanged() {
    let shop = Shop::open().await;
    let mut visitor = shop.browser();
    for path in [
        "/",
        "/destinations",
        "/esim/japan",
        &format!("/plans/{PLAN}"),
        "/help",
    ] {
        let mut tags = Vec::new();
        let plain = visitor.get(path).await;
        assert_eq!(header(&plain, "content-encoding"), "");
        for encoding in ["br", "gzip"] {
            let request = visitor
                .request(Method::GET, path)
                .header("accept-encoding", encoding);
            let answer = visitor.send(request).await;
            assert_eq!(
                (answer.status, header(&answer, "content-encoding")),
                (200, encoding),
                "{path}"
            );
            assert!(
                header(&answer, "vary")
                    .to_lowercase()
                    .contains("accept-encoding")
            );
            assert!(answer.headers.get("set-cookie").is_none());
            assert_eq!(
                unpack(encoding, &answer.bytes),
                plain.body,
                "{path} as {encoding}"
            );
            let tag = header(&answer, "etag").to_owned();
            let request = visitor
                .request(Method::GET, path)
                .header("accept-encoding", encoding)
                .header("if-none-match", &tag);
            let again = visitor.send(request).await;
            assert_eq!(
                (again.status, again.bytes.len(), header(&again, "etag")),
                (304, 0, tag.as_str()),
                "{path}"
            );
            tags.push(tag);
        }
        assert_ne!(tags[0], tags[1], "one strong tag for two different bodies");
        let request = visitor.request(Method::HEAD, path);
        let head = visitor.send(request).await;
        assert_eq!((head.status, head.bytes.len()), (200, 0));
        assert_eq!(
            header(&head, "content-length"),
            plain.bytes.len().to_string()
        );
    }
    assert!(visitor.cookies.is_empty());
    shop.close().await;
}

fn unpack(encoding: &str, bytes: &[u8]) -> String {
    let mut text = Vec::new();
    if encoding == "br" {
        brotli::BrotliDecompress(&mut &bytes[..], &mut text).unwrap();
    } else {
        std::io::copy(&mut GzDecoder::new(bytes), &mut text).unwrap();
    }
    String::from_utf8(text).unwrap()
}
