//! Which language a request speaks: the first segment of its path, taken off before the routes see
//! it. Nothing is guessed and nobody is sent elsewhere.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::Uri;
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::address;
use super::request_log::Wardrobe;
use super::response;
use crate::app::App;
use crate::l10n::{Language, Locale};

/// Where a visitor is: the language, and the path without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// The language of the answer.
    pub t: Locale,
    /// The path as the routes know it: `/esim/japan`.
    pub path: String,
}

impl Here {
    /// Of a request that has come past [`route`].
    #[must_use]
    pub fn of(app: &App, request: &Request) -> Self {
        let t = request.extensions().get::<Locale>().copied();
        Self {
            t: t.unwrap_or_else(|| app.config.shop.locale()),
            path: request.uri().path().to_owned(),
        }
    }
}

impl FromRequestParts<App> for Here {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let t = parts.extensions.get::<Locale>().copied();
        Ok(Self {
            t: t.unwrap_or_else(|| app.config.shop.locale()),
            path: parts.uri.path().to_owned(),
        })
    }
}

impl FromRequestParts<App> for Locale {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get::<Self>()
            .copied()
            .unwrap_or_else(|| app.config.shop.locale()))
    }
}

/// What an address says of its language.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// Nothing: it is the shop's default language.
    Nothing,
    /// A language of the shop's, and the path that stays.
    Language(Locale, String),
    /// The page is at another address: another way to write the language, or the default one.
    Elsewhere(String),
}

/// What is needed before any route.
#[derive(Clone)]
pub struct Entrance {
    /// The shop.
    pub app: App,
    /// What every answer wears, also one that no route gives.
    pub wardrobe: Arc<Wardrobe>,
}

/// Takes the language off the path. `/pt/help` and `/en/help` of an English shop are sent on to
/// `/pt-br/help` and `/help`; what can be no address of ours leads nowhere.
pub async fn route(
    State(Entrance { app, wardrobe }): State<Entrance>,
    mut request: Request,
    next: Next,
) -> Response {
    if !address::is_one(request.uri().path()) {
        let here = Here {
            t: app.config.shop.locale(),
            path: "/".to_owned(),
        };
        return wardrobe.dress(response::not_found(&app, &here));
    }
    let query = request
        .uri()
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let locale = match said(request.uri().path(), app.config.shop.locales()) {
        Said::Nothing => app.config.shop.locale(),
        Said::Elsewhere(path) => {
            return wardrobe.dress(Redirect::permanent(&format!("{path}{query}")).into_response());
        }
        Said::Language(locale, rest) => {
            if let Some(uri) = with_path(request.uri(), &format!("{rest}{query}")) {
                *request.uri_mut() = uri;
            }
            locale
        }
    };
    request.extensions_mut().insert(locale);
    next.run(request).await
}

fn said(path: &str, spoken: &[Locale]) -> Said {
    let first = path.strip_prefix('/').unwrap_or(path);
    let (segment, rest) = first
        .split_once('/')
        .map_or((first, None), |(segment, rest)| (segment, Some(rest)));
    // The longest segment that names a language is `zh-hans-cn`; the shortest has two letters.
    if !(2..=10).contains(&segment.len())
        || !(segment.len() == 2 || segment.as_bytes().get(2) == Some(&b'-'))
    {
        return Said::Nothing;
    }
    let Ok(language) = segment.parse::<&'static Language>() else {
        return Said::Nothing;
    };
    let Some(locale) = spoken.iter().copied().find(|l| l.language() == language) else {
        return Said::Nothing;
    };
    let stays = match rest {
        None | Some("") => "/".to_owned(),
        Some(rest) => format!("/{rest}"),
    };
    let address = locale.path(&stays);
    if address == path && !stays.starts_with("//") {
        Said::Language(locale, stays)
    } else {
        Said::Elsewhere(one_slash(&address))
    }
}

/// An address that begins with two slashes would lead to another host.
fn one_slash(path: &str) -> String {
    format!("/{}", path.trim_start_matches('/'))
}

fn with_path(uri: &Uri, path: &str) -> Option<Uri> {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(path).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::LANGUAGES;

    fn spoken() -> Vec<Locale> {
        LANGUAGES
            .iter()
            .enumerate()
            .map(|(at, language)| Locale::new(language, at == 0))
            .collect()
    }

    #[test]
    fn the_first_segment_is_the_language_and_the_rest_is_the_path() {
        let all = spoken();
        assert_eq!(
            said("/es/esim/japan", &all),
            Said::Language(all[1], "/esim/japan".into())
        );
        assert_eq!(said("/pt-br", &all), Said::Language(all[4], "/".into()));
        for path in [
            "/",
            "/esim/japan",
            "/static/flags/ES.svg",
            "/help",
            "/xx/help",
            "/my-esims",
            "",
            "/zh-hant",
        ] {
            assert_eq!(said(path, &all), Said::Nothing, "{path}");
        }
    }

    #[test]
    fn each_page_has_one_address_in_each_language() {
        let all = spoken();
        for (asked, address) in [
            ("/en/help", "/help"),
            ("/en", "/"),
            ("/pt/help", "/pt-br/help"),
            ("/ES/help", "/es/help"),
            ("/es/", "/es"),
            ("/zh-cn/", "/zh-hans"),
        ] {
            assert_eq!(
                said(asked, &all),
                Said::Elsewhere(address.into()),
                "{asked}"
            );
        }
    }

    #[test]
    fn no_address_leads_to_another_host() {
        let all = spoken();
        for path in ["/en//evil.example", "/es//evil.example", "/en/%2f/evil"] {
            let Said::Elsewhere(to) = said(path, &all) else {
                continue;
            };
            assert!(!to.starts_with("//"), "{path} leads to {to}");
        }
        assert_eq!(
            said("/en//evil.example", &all),
            Said::Elsewhere("/evil.example".into())
        );
    }

    #[test]
    fn a_language_that_the_shop_does_not_speak_is_no_language() {
        assert_eq!(said("/es/help", &spoken()[..1]), Said::Nothing);
    }
}
