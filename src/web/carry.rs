//! A discount code in a link, carried on in the links of each page of the shelf without a cookie, until a plan's form takes it.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::middleware::Next;
use axum::response::Response;
use url::form_urlencoded;

use super::respond;
use crate::app::App;
use crate::domain::discount::Name;
use crate::l10n::Locale;

/// No page of the shelf is longer.
const MOST: usize = 8 * 1024 * 1024;

/// A page of the shelf that was asked for with a code: nobody else's, and with the code in its links to the shelf.
pub async fn carry(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let sent = form_urlencoded::parse(query.as_bytes()).find(|(name, value)| name == "code" && !value.is_empty());
    let Some(sent) = sent.map(|(_, value)| value.into_owned()).filter(|_| !request.uri().path().starts_with("/static/")) else {
        return next.run(request).await;
    };
    request.headers_mut().remove(ACCEPT_ENCODING);
    request.headers_mut().remove(IF_NONE_MATCH);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.remove(ETAG);
    let page = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(|kind| kind.starts_with("text/html"));
    let Some(name) = Name::parse(&sent).filter(|_| page) else { return response };
    response.headers_mut().remove(CONTENT_LENGTH);
    let (parts, body) = response.into_parts();
    match to_bytes(body, MOST).await {
        Ok(html) => Response::from_parts(parts, Body::from(with_code(&String::from_utf8_lossy(&html), &name, app.config.shop.locales()))),
        Err(error) => respond::broken(&error),
    }
}

/// The page with the code in each link and form that leads to the shelf.
fn with_code(html: &str, name: &Name, spoken: &[Locale]) -> String {
    let mut made = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    const MARKS: [&str; 3] = [" href=\"", " data-suggest=\"", " action=\""];
    while let Some((at, mark)) = MARKS.iter().filter_map(|mark| Some((rest.find(mark)?, *mark))).min() {
        let (before, after) = rest.split_at(at + mark.len());
        made.push_str(before);
        let Some((address, tail)) = after.split_once('"') else {
            rest = after;
            break;
        };
        rest = tail;
        if !leads_to_the_shelf(address, spoken) {
            made.push_str(address);
            made.push('"');
        } else if mark == " action=\"" {
            // A form that is sent by its address takes the code along as a field.
            let (tag, inside) = tail.split_once('>').unwrap_or((tail, ""));
            made.push_str(&format!("{address}\"{tag}><input type=\"hidden\" name=\"code\" value=\"{}\">", name.as_str()));
            rest = inside;
        } else {
            let (path, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
            let joint = if path.contains('?') { "&amp;" } else { "?" };
            made.push_str(&format!("{path}{joint}code={}{fragment}\"", name.as_str()));
        }
    }
    made.push_str(rest);
    made
}

/// Whether an address is one of ours on which a plan may be found, and has no code yet.
fn leads_to_the_shelf(address: &str, spoken: &[Locale]) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let bare =
        |t: &Locale| path.strip_prefix(&format!("/{}", t.language().segment)).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let path = spoken.iter().find_map(bare).unwrap_or(path);
    let shelf = ["/esim/", "/plans/"].iter().any(|part| path.starts_with(part))
        || ["/destinations", "/search", "/suggest", "/trip"].contains(&path)
        || (address.starts_with('/') && (path.is_empty() || path == "/"));
    shelf && !address.contains("code=")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::LANGUAGES;

    fn carried(html: &str) -> String {
        let spoken: Vec<Locale> = LANGUAGES.iter().enumerate().map(|(at, language)| Locale::new(language, at == 0)).collect();
        with_code(html, &Name::parse("spring").unwrap(), &spoken)
    }

    #[test]
    fn links_to_the_shelf_carry_the_code_and_no_others_do() {
        for (plain, with) in [
            ("/plans/a", "/plans/a?code=SPRING"),
            ("/es/plans/a?quantity=2#buy", "/es/plans/a?quantity=2&amp;code=SPRING#buy"),
            ("/", "/?code=SPRING"),
            ("/ar", "/ar?code=SPRING"),
            ("/esim/japan#networks", "/esim/japan?code=SPRING#networks"),
        ] {
            assert_eq!(carried(&format!("<a class=\"x\" href=\"{plain}\">a</a>")), format!("<a class=\"x\" href=\"{with}\">a</a>"));
        }
        for other in
            ["#buy", "", "/help", "/static/shop.css", "https://shop.example/plans/a", "//evil.example/plans/a", "/plans/a?code=OTHER"]
        {
            let html = format!("<a href=\"{other}\">a</a> <p>href</p>");
            assert_eq!(carried(&html), html);
        }
    }

    #[test]
    fn forms_that_search_the_shelf_carry_it_as_a_field_and_the_one_that_buys_has_its_own() {
        let search = "<form action=\"/de/search\" method=\"get\"><input data-suggest=\"/de/suggest\"></form>";
        let with = "<form action=\"/de/search\" method=\"get\"><input type=\"hidden\" name=\"code\" value=\"SPRING\">\
                    <input data-suggest=\"/de/suggest?code=SPRING\"></form>";
        assert_eq!(carried(search), with);
        let buys = "<form action=\"/checkout\" method=\"post\"></form>";
        assert_eq!(carried(buys), buys);
    }
}
