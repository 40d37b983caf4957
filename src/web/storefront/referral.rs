//! What a link brought along, a discount code or the name of a partner, carried on in the links of
//! each page of the shelf without a cookie, until a form that buys takes it.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
};
use axum::middleware::Next;
use axum::response::Response;
use url::form_urlencoded;

use crate::app::App;
use crate::l10n::Locale;
use crate::web::http::response;
use domain::discount::Name;
use domain::partner::Partner;

/// No page of the shelf is longer.
const MOST: usize = 8 * 1024 * 1024;
const CODE: &str = "code";
const VIA: &str = "via";

/// A page of the shelf that was asked for with a code or a partner: nobody else's, and with both in
/// its links to the shelf.
pub async fn carry(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let sent = |name: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(n, value)| n == name && !value.is_empty())
            .map(|(_, value)| value)
    };
    let (code, via) = (sent(CODE), sent(VIA));
    if (code.is_none() && via.is_none()) || request.uri().path().starts_with("/static/") {
        return next.run(request).await;
    }
    let carried: Vec<Carried> = code
        .and_then(|code| Name::parse(&code))
        .map(|name| (CODE, name.as_str().to_owned()))
        .into_iter()
        .chain(
            via.and_then(|via| Partner::parse(&via))
                .map(|partner| (VIA, partner.as_str().to_owned())),
        )
        .collect();
    request.headers_mut().remove(ACCEPT_ENCODING);
    request.headers_mut().remove(IF_NONE_MATCH);
    let response = next.run(request).await;
    give(&app, response, &carried).await
}

/// A form that buys came back: its partner goes along once more.
pub async fn keep(app: &App, response: Response, via: &Partner) -> Response {
    give(app, response, &[(VIA, via.as_str().to_owned())]).await
}

async fn give(app: &App, mut response: Response, carried: &[Carried]) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.remove(ETAG);
    let page = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    if carried.is_empty() || !page {
        return response;
    }
    response.headers_mut().remove(CONTENT_LENGTH);
    let (parts, body) = response.into_parts();
    match to_bytes(body, MOST).await {
        Ok(html) => Response::from_parts(
            parts,
            Body::from(carried_on(
                &String::from_utf8_lossy(&html),
                carried,
                app.config.shop.locales(),
            )),
        ),
        Err(error) => response::broken(&error),
    }
}

/// A name and a value, neither of which needs an escape.
type Carried = (&'static str, String);

/// The page with what is carried in each link and form that leads to the shelf, and the partner in
/// each form that buys.
fn carried_on(html: &str, carried: &[Carried], spoken: &[Locale]) -> String {
    let mut made = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    const MARKS: [&str; 3] = [" href=\"", " data-suggest=\"", " action=\""];
    while let Some((at, mark)) = MARKS
        .iter()
        .filter_map(|mark| Some((rest.find(mark)?, *mark)))
        .min()
    {
        let (before, after) = rest.split_at(at + mark.len());
        made.push_str(before);
        let Some((address, tail)) = after.split_once('"') else {
            rest = after;
            break;
        };
        rest = tail;
        let goes_to = Goes::to(address, spoken);
        if mark == " action=\"" {
            // A form takes it along as a field.
            let (tag, inside) = tail.split_once('>').unwrap_or((tail, ""));
            made.push_str(&format!("{address}\"{tag}>"));
            for (name, value) in carried.iter().filter(|(name, _)| goes_to.takes(name)) {
                made.push_str(&format!(
                    "<input type=\"hidden\" name=\"{name}\" value=\"{value}\">"
                ));
            }
            rest = inside;
        } else {
            write_link(&mut made, address, carried, goes_to);
            made.push('"');
        }
    }
    made.push_str(rest);
    made
}

/// An address of ours with what it takes along, unless it has that already.
fn write_link(made: &mut String, address: &str, carried: &[Carried], goes_to: Goes) {
    let (path, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    made.push_str(path);
    let mut joint = if path.contains('?') { "&amp;" } else { "?" };
    let asked =
        format!("{}&", path.split_once('?').map_or("", |(_, query)| query)).replace('?', "&");
    let has = |name: &str| {
        asked.starts_with(&format!("{name}="))
            || asked.contains(&format!(";{name}="))
            || asked.contains(&format!("&{name}="))
    };
    for (name, value) in carried
        .iter()
        .filter(|(name, _)| goes_to.takes(name) && !has(name))
    {
        made.push_str(&format!("{joint}{name}={value}"));
        joint = "&amp;";
    }
    made.push_str(fragment);
}

/// Where an address goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goes {
    /// A page of ours on which a plan may be found, or that leads back to one.
    Shelf,
    /// Where it is bought. Its form has a field of its own for the code.
    Checkout,
    Elsewhere,
}

impl Goes {
    fn to(address: &str, spoken: &[Locale]) -> Self {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let bare = |t: &Locale| {
            path.strip_prefix(&format!("/{}", t.language().segment))
                .filter(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let path = spoken.iter().find_map(bare).unwrap_or(path);
        if path == "/checkout" {
            return Self::Checkout;
        }
        let shelf = ["/esim/", "/plans/"]
            .iter()
            .any(|part| path.starts_with(part))
            || ["/destinations", "/search", "/suggest", "/trip", "/devices"].contains(&path)
            || (address.starts_with('/') && (path.is_empty() || path == "/"));
        if shelf { Self::Shelf } else { Self::Elsewhere }
    }

    fn takes(self, name: &str) -> bool {
        self == Self::Shelf || (self == Self::Checkout && name == VIA)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::LANGUAGES;

    fn with(pairs: &[(&'static str, &str)], html: &str) -> String {
        let spoken: Vec<Locale> = LANGUAGES
            .iter()
            .enumerate()
            .map(|(at, language)| Locale::new(language, at == 0))
            .collect();
        let carried: Vec<Carried> = pairs
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        carried_on(html, &carried, &spoken)
    }

    fn carried(html: &str) -> String {
        with(&[(CODE, "SPRING")], html)
    }

    #[test]
    fn links_to_the_shelf_carry_the_code_and_no_others_do() {
        for (plain, with) in [
            ("/plans/a", "/plans/a?code=SPRING"),
            (
                "/es/plans/a?quantity=2#buy",
                "/es/plans/a?quantity=2&amp;code=SPRING#buy",
            ),
            ("/", "/?code=SPRING"),
            ("/ar", "/ar?code=SPRING"),
            ("/devices?plan=a", "/devices?plan=a&amp;code=SPRING"),
            ("/esim/japan#networks", "/esim/japan?code=SPRING#networks"),
        ] {
            assert_eq!(
                carried(&format!("<a class=\"x\" href=\"{plain}\">a</a>")),
                format!("<a class=\"x\" href=\"{with}\">a</a>")
            );
        }
        for other in [
            "#buy",
            "",
            "/help",
            "/static/shop.css",
            "https://shop.example/plans/a",
            "//evil.example/plans/a",
            "/plans/a?code=OTHER",
        ] {
            let html = format!("<a href=\"{other}\">a</a> <p>href</p>");
            assert_eq!(carried(&html), html);
        }
    }

    #[test]
    fn forms_that_search_the_shelf_carry_it_as_a_field_and_the_one_that_buys_has_its_own() {
        let search = "<form action=\"/de/search\" method=\"get\"><input \
                      data-suggest=\"/de/suggest\"></form>";
        let with = "<form action=\"/de/search\" method=\"get\"><input type=\"hidden\" \
                    name=\"code\" value=\"SPRING\">\
                    <input data-suggest=\"/de/suggest?code=SPRING\"></form>";
        assert_eq!(carried(search), with);
        let buys = "<form action=\"/checkout\" method=\"post\"></form>";
        assert_eq!(carried(buys), buys);
    }

    #[test]
    fn a_partner_goes_along_in_links_and_into_the_form_that_buys() {
        let both = [(CODE, "SPRING"), (VIA, "hostel-7")];
        assert_eq!(
            with(&both, "<a href=\"/plans/a\">a</a>"),
            "<a href=\"/plans/a?code=SPRING&amp;via=hostel-7\">a</a>"
        );
        assert_eq!(
            with(&both, "<a href=\"/plans/a?code=OTHER#buy\">a</a>"),
            "<a href=\"/plans/a?code=OTHER&amp;via=hostel-7#buy\">a</a>"
        );
        let buys = "<form action=\"/ar/checkout\" method=\"post\"></form>";
        let with_partner = "<form action=\"/ar/checkout\" method=\"post\"><input type=\"hidden\" \
                            name=\"via\" value=\"hostel-7\"></form>";
        assert_eq!(with(&both, buys), with_partner);
        let other = "<form action=\"/login\" method=\"post\"></form>";
        assert_eq!(with(&both, other), other);
    }
}
