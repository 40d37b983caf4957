//! Counts how often plan pages are opened: no cookie, no address, one number for a plan and a day.

use axum::extract::Request;
use axum::http::header::USER_AGENT;
use axum::http::{Method, StatusCode};
use percent_encoding::percent_decode_str;

use crate::app::App;

const ROUTE: &str = "/plans/{product_id}";
/// In the names of programs that open pages for nobody's eyes, and say so.
const ROBOTS: [&str; 9] = [
    "bot", "crawl", "spider", "slurp", "preview", "monitor", "curl/", "wget/", "python-",
];

/// The plan whose page somebody opens by this request, if it is one.
pub fn opened(route: &str, request: &Request) -> Option<String> {
    if route != ROUTE || request.method() != Method::GET {
        return None;
    }
    let agent = request
        .headers()
        .get(USER_AGENT)
        .and_then(|agent| agent.to_str().ok())
        .unwrap_or_default()
        .to_lowercase();
    if agent.is_empty() || ROBOTS.iter().any(|robot| agent.contains(robot)) {
        return None;
    }
    // One plan has one number, in however many ways its address can be written.
    let id = percent_decode_str(request.uri().path().rsplit('/').next()?)
        .decode_utf8()
        .ok()?;
    Some(id.into_owned())
}

/// Counts it when the page was there: anew, or as the browser still has it.
pub fn count(app: &App, opened: Option<String>, status: StatusCode) {
    if let Some(product_id) =
        opened.filter(|_| matches!(status, StatusCode::OK | StatusCode::NOT_MODIFIED))
    {
        app.views.count(&product_id, app.clock.now());
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn opened_by(method: Method, path: &str, agent: Option<&str>) -> Option<String> {
        let request = Request::builder().method(method).uri(path);
        let request = agent
            .into_iter()
            .fold(request, |request, agent| request.header(USER_AGENT, agent));
        opened(ROUTE, &request.body(Body::empty()).unwrap())
    }

    #[test]
    fn travellers_open_pages_and_robots_do_not() {
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 \
                     (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
        assert_eq!(
            opened_by(Method::GET, "/plans/jp-1?code=X", Some(phone)).as_deref(),
            Some("jp-1")
        );
        assert_eq!(
            opened_by(Method::GET, "/plans/%6ap%2D1", Some(phone)).as_deref(),
            Some("jp-1")
        );
        assert_eq!(opened_by(Method::HEAD, "/plans/jp-1", Some(phone)), None);
        for robot in [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "curl/8.5.0",
            "facebookexternalhit/1.1 LinkPreview",
        ] {
            assert_eq!(
                opened_by(Method::GET, "/plans/jp-1", Some(robot)),
                None,
                "{robot}"
            );
        }
        assert_eq!(opened_by(Method::GET, "/plans/jp-1", None), None);
    }
}
