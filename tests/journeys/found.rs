//! The shop as a search engine meets it: it follows links from the home page, reads the sitemap,
//! and believes what each page says of itself.

use crate::support::browser::{Answer, Browser};
use crate::support::{PLAN, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::sync::sync_catalogue;
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

/// What a page says of itself.
struct Seen {
    status: u16,

    indexable: bool,
    lang: String,
    title: String,
    meta: HashMap<String, String>,
    canonical: Option<String>,
    alternates: BTreeMap<String, String>,
    data: Vec<Value>,
    links: BTreeSet<String>,
}

fn read(answer: &Answer, site: &str) -> Seen {
    let page = Html::parse_document(&answer.body);
    let all = |selector: &str| -> Vec<_> {
        page.select(&Selector::parse(selector).unwrap())
            .map(|e| e.value().clone())
            .collect()
    };
    let attribute = |selector: &str, name: &str| {
        all(selector)
            .first()
            .and_then(|e| e.attr(name).map(str::to_owned))
    };
    let header = |name: &str| {
        answer
            .headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    let html = header("content-type").starts_with("text/html");
    let named = |e: &scraper::node::Element| {
        Some((
            e.attr("name").or(e.attr("property"))?.to_owned(),
            e.attr("content")?.to_owned(),
        ))
    };
    let meta: HashMap<String, String> = all("meta").iter().filter_map(named).collect();
    let noindex =
        meta.get("robots").is_some_and(|r| r == "noindex") || header("x-robots-tag") == "noindex";
    let links = all("a[href]")
        .iter()
        .filter_map(|a| ours(a.attr("href")?, site))
        .collect();
    let alternates = all("link[hreflang]")
        .iter()
        .filter_map(|l| Some((l.attr("hreflang")?.to_owned(), l.attr("href")?.to_owned())))
        .collect();
    let structured = Selector::parse("script[type='application/ld+json']").unwrap();
    let scripts = page.select(&structured);
    Seen {
        status: answer.status,

        indexable: answer.status == 200 && html && !noindex,
        lang: attribute("html", "lang").unwrap_or_default(),
        title: page
            .select(&Selector::parse("title").unwrap())
            .flat_map(|t| t.text())
            .flat_map(str::split_whitespace)
            .collect::<Vec<_>>()
            .join(" "),
        meta,
        canonical: attribute("link[rel=canonical]", "href"),
        alternates,
        data: scripts
            .map(|s| serde_json::from_str(&s.text().collect::<String>()).unwrap())
            .collect(),
        links,
    }
}

/// A link's path on this site, without its fragment.
fn ours(href: &str, site: &str) -> Option<String> {
    let path = href
        .strip_prefix(site)
        .filter(|rest| rest.starts_with('/'))
        .unwrap_or(href);
    path.starts_with('/')
        .then(|| path.split('#').next().unwrap().to_owned())
}

/// Everything that links lead to from the home page, and the other languages of each page.
async fn crawl(browser: &mut Browser, site: &str) -> BTreeMap<String, Seen> {
    let (mut seen, mut known, mut queue) = (
        BTreeMap::new(),
        BTreeSet::from(["/".to_owned()]),
        VecDeque::from(["/".to_owned()]),
    );
    while let Some(path) = queue.pop_front() {
        let page = read(&browser.get(&path).await, site);
        let translations = page
            .alternates
            .values()
            .filter_map(|address| ours(address, site));
        for next in page.links.iter().cloned().chain(translations) {
            if known.insert(next.clone()) {
                queue.push_back(next);
            }
        }
        seen.insert(path, page);
    }
    seen
}

async fn sitemap(browser: &mut Browser, site: &str) -> BTreeMap<String, Option<String>> {
    let xml = browser.get("/sitemap.xml").await.body;
    let between = |text: &str, tag: &str| -> Option<String> {
        Some(
            text.split_once(&format!("<{tag}>"))?
                .1
                .split_once(&format!("</{tag}>"))?
                .0
                .to_owned(),
        )
    };
    xml.split("<url>")
        .skip(1)
        .map(|url| {
            (
                ours(&between(url, "loc").unwrap(), site).unwrap(),
                between(url, "lastmod"),
            )
        })
        .collect()
}

#[tokio::test]
async fn a_search_engine_finds_every_page_and_nothing_that_is_private() {
    let shop = Shop::open().await;
    let mut engine = shop.browser();
    let seen = crawl(&mut engine, &shop.url).await;
    let listed = sitemap(&mut engine, &shop.url).await;
    assert!(
        seen.len() > 300 && listed.len() > 100,
        "{} pages, {} in the sitemap",
        seen.len(),
        listed.len()
    );

    for path in listed.keys() {
        let page = seen
            .get(path)
            .unwrap_or_else(|| panic!("{path} is in the sitemap and nothing leads to it"));
        assert!(
            page.indexable,
            "{path} is in the sitemap and says that it should not be found"
        );
        assert_eq!(
            page.canonical.as_deref(),
            Some(format!("{}{path}", shop.url).as_str()),
            "{path} says that it is another page"
        );
    }
    for (path, page) in &seen {
        assert!(
            page.status < 400,
            "a link leads to {path}, which answers {}",
            page.status
        );
        let translated_plan = path.matches('/').count() == 3 && path.contains("/plans/");
        assert!(
            !page.indexable || listed.contains_key(path) || translated_plan,
            "{path} can be found and is not in the sitemap"
        );
        let private = ["/orders", "/my-esims", "/login", "/search", "/checkout"]
            .iter()
            .any(|part| path.contains(part));
        assert!(
            !(page.indexable && (private || path.contains('?'))),
            "{path} can be found"
        );
        assert!(
            page.indexable || !page.meta.keys().any(|name| name.starts_with("og:")),
            "{path} is shown off"
        );
    }
    // Forms lead to these, and engines guess at them.
    for path in [
        "/search",
        "/search?q=japan",
        "/es/search?q=japon",
        "/trip?q=Tokyo",
        "/login",
        "/my-esims",
        "/orders/none",
        "/nowhere",
    ] {
        assert!(
            !read(&engine.get(path).await, &shop.url).indexable,
            "{path} can be found"
        );
    }
    unlike_each_other(&seen);
    said_in_full(&seen, &shop.url);
    shop.close().await;
}

/// Titles and descriptions are what a result is chosen by.
fn unlike_each_other(seen: &BTreeMap<String, Seen>) {
    let mut kept: BTreeMap<(&str, &str, &str), &str> = BTreeMap::new();
    let mut alike = Vec::new();
    for (path, page) in seen.iter().filter(|(_, page)| page.indexable) {
        let description = page.meta.get("description").map_or("", String::as_str);
        for (kind, text, fitting) in [
            ("title", page.title.as_str(), 8..=100),
            ("description", description, 12..=170),
        ] {
            let length = text.chars().count();
            if !fitting.contains(&length) {
                alike.push(format!("{path}: a {kind} of {length} characters: {text}"));
            }
            if let Some(other) = kept.insert((&page.lang, kind, text), path) {
                alike.push(format!("{path} and {other} have the same {kind}: {text}"));
            }
        }
    }
    assert!(alike.is_empty(), "{alike:#?}");
}

fn said_in_full(seen: &BTreeMap<String, Seen>, site: &str) {
    for (path, page) in seen.iter().filter(|(_, page)| page.indexable) {
        assert_eq!(
            page.alternates.len(),
            9,
            "{path}: eight languages and x-default, not {:?}",
            page.alternates.keys()
        );
        assert_eq!(
            page.alternates.get(&page.lang),
            page.canonical.as_ref(),
            "{path} is not its own translation"
        );
        assert_eq!(
            page.alternates["x-default"], page.alternates["en"],
            "{path}"
        );
        for translation in page.alternates.values() {
            let back = &seen[&ours(translation, site).unwrap()];
            assert_eq!(
                back.alternates, page.alternates,
                "{path} and {translation} do not name each other"
            );
        }
        let said = |name: &str| {
            page.meta
                .get(name)
                .unwrap_or_else(|| panic!("{path} has no {name}"))
        };
        assert_eq!(
            (said("og:type").as_str(), said("twitter:card").as_str()),
            ("website", "summary_large_image")
        );
        assert_eq!(
            (
                said("og:image:width").as_str(),
                said("og:image:height").as_str()
            ),
            ("1200", "630")
        );
        assert_eq!(Some(said("og:url")), page.canonical.as_ref(), "{path}");
        assert_eq!(said("og:description"), said("description"), "{path}");
        let title = said("og:title")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(
            page.title.starts_with(&title) && said("og:site_name") == "Layover",
            "{path}: {title}"
        );
        assert!(
            said("og:image").starts_with(site)
                && !said("og:image:alt").is_empty()
                && said("og:locale").contains('_'),
            "{path}"
        );
        structured(path, &page.data, site);
    }
}

fn of_kind<'a>(data: &'a [Value], kind: &str, path: &str) -> &'a Value {
    data.iter()
        .find(|d| d["@type"] == kind && d["@context"] == "https://schema.org")
        .unwrap_or_else(|| panic!("{path} has no {kind}"))
}

/// The fields that schema.org's readers ask for.
fn structured(path: &str, data: &[Value], site: &str) {
    let text = |value: &Value, what: &str| {
        assert!(
            value.as_str().is_some_and(|t| !t.is_empty()),
            "{path}: no {what}"
        )
    };
    let address = |value: &Value, what: &str| {
        assert!(
            value.as_str().is_some_and(|a| a.starts_with(site)),
            "{path}: {what} is {value}"
        )
    };
    let steps = |list: &Value, least: usize| {
        let items = list["itemListElement"].as_array().unwrap();
        assert!(items.len() >= least, "{path}: {list}");
        for (at, item) in items.iter().enumerate() {
            assert_eq!(item["position"], at + 1, "{path}");
            text(&item["name"], "name in a list");
            address(
                if item["item"].is_null() {
                    &item["url"]
                } else {
                    &item["item"]
                },
                "an item",
            );
        }
    };
    let bare = path.trim_start_matches("/es").trim_start_matches("/ar");
    if bare.starts_with("/plans/") {
        let product = of_kind(data, "Product", path);
        for field in ["name", "sku", "description"] {
            text(&product[field], field);
        }
        address(&product["image"], "image");
        let offer = &product["offers"];
        assert!(
            offer["@type"] == "Offer"
                && offer["price"].as_str().unwrap().parse::<f64>().unwrap() > 0.0,
            "{path}"
        );
        assert!(
            offer["priceCurrency"] == "USD"
                && offer["availability"] == "https://schema.org/InStock",
            "{path}"
        );
        address(&offer["url"], "the offer's address");
        steps(of_kind(data, "BreadcrumbList", path), 3);
    } else if bare.starts_with("/esim/") {
        steps(of_kind(data, "ItemList", path), 1);
        steps(of_kind(data, "BreadcrumbList", path), 2);
    } else if bare.starts_with("/help/") {
        steps(of_kind(data, "BreadcrumbList", path), 2);
    } else if path == "/" {
        let shop = of_kind(data, "Organization", path);
        text(&shop["contactPoint"]["email"], "mail address");
        address(&shop["logo"], "logo");
        let website = of_kind(data, "WebSite", path);
        text(&website["name"], "name");
        address(&website["url"], "site");
    }
}

#[tokio::test]
async fn the_sitemap_says_when_a_page_changed_and_not_when_it_was_last_looked_at() {
    let shop = Shop::open().await;
    let mut engine = shop.browser();
    let before = sitemap(&mut engine, &shop.url).await;
    let today = shop.app.clock.now().format("%Y-%m-%d").to_string();
    assert_eq!(before["/esim/japan"].as_ref(), Some(&today));
    assert_eq!(before["/help"], None, "a guide says nothing of plans");
    // Two days later one plan for Austria is gone; Japan's are as they were.
    shop.pass(TimeDelta::days(2));
    shop.sandbox
        .supplier
        .keep_only(|p| p.id != "esimfx_1G_7D_AT");
    sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
        .await
        .unwrap();
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let after = sitemap(&mut engine, &shop.url).await;
    let then = shop.app.clock.now().format("%Y-%m-%d").to_string();
    assert_eq!(after["/esim/japan"].as_ref(), Some(&today));
    assert_eq!(after[&format!("/plans/{PLAN}")].as_ref(), Some(&today));
    for changed in ["/", "/destinations", "/es"] {
        assert_eq!(after[changed].as_ref(), Some(&then), "{changed}");
    }
    shop.close().await;
}
