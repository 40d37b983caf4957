//! A browser without a window: it keeps cookies, follows nothing by itself, and sends what browsers
//! send.

use std::collections::BTreeMap;

use reqwest::header::{HeaderMap, LOCATION, SET_COOKIE};
use scraper::{Html, Selector};
use serde_json::Value;

/// One visitor.
#[derive(Clone)]
pub struct Browser {
    http: reqwest::Client,
    shop: String,
    pub cookies: BTreeMap<String, String>,
    pub user_agent: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub location: Option<String>,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The text of the first element that fits.
    pub fn text_of(&self, selector: &str) -> Option<String> {
        let page = Html::parse_document(&self.body);
        let found = page.select(&Selector::parse(selector).unwrap()).next()?;
        Some(
            found
                .text()
                .collect::<Vec<_>>()
                .join(" ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    /// How many elements fit.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body)
            .select(&Selector::parse(selector).unwrap())
            .count()
    }

    /// An attribute of every element that fits.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&Selector::parse(selector).unwrap())
            .filter_map(|e| e.value().attr(name).map(str::to_owned))
            .collect()
    }

    /// The page's words.
    pub fn words(&self) -> String {
        self.text_of("main").unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

impl Browser {
    pub fn new(shop: &str) -> Self {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let user_agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0".to_owned();
        Self {
            http,
            shop: shop.to_owned(),
            cookies: BTreeMap::new(),
            user_agent,
        }
    }

    /// The same browser, at the shop's other process.
    pub fn at(&self, url: &str) -> Self {
        Self {
            shop: url.to_owned(),
            ..self.clone()
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(
            self.http
                .get(self.address(path))
                .header("accept", "text/html"),
        )
        .await
    }

    pub async fn get_json(&mut self, path: &str) -> Value {
        self.send(
            self.http
                .get(self.address(path))
                .header("accept", "application/json"),
        )
        .await
        .json()
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let origin = self.shop.clone();
        self.send(
            self.http
                .post(self.address(path))
                .header("origin", origin)
                .header("sec-fetch-site", "same-origin")
                .form(form),
        )
        .await
    }

    pub async fn send(&mut self, request: reqwest::RequestBuilder) -> Answer {
        self.try_send(request).await.unwrap()
    }

    /// As [`Browser::send`]; none when nobody answered.
    pub async fn try_send(&mut self, request: reqwest::RequestBuilder) -> Option<Answer> {
        let jar: Vec<String> = self
            .cookies
            .iter()
            .map(|(k, v)| format!("{k}={v}"))
            .collect();
        let request = request
            .header("user-agent", &self.user_agent)
            .header("cookie", jar.join("; "));
        let response = request.send().await.ok()?;
        for cookie in response.headers().get_all(SET_COOKIE) {
            let (name, value) = cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .split_once('=')
                .unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let location = headers
            .get(LOCATION)
            .and_then(|l| l.to_str().ok())
            .map(str::to_owned);
        let bytes = response.bytes().await.ok()?.to_vec();
        Some(Answer {
            status,
            headers,
            location,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        })
    }

    /// A request of any kind to the shop.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, self.address(path))
    }

    fn address(&self, path: &str) -> String {
        if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.shop)
        }
    }
}
