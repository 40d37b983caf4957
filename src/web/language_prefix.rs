//! Which language a request speaks: the first segment of its path, taken off before the routes see
//! it. Nothing is guessed and nobody is sent elsewhere.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::http::address;
use super::http::locale::RequestLocale;
use super::http::middleware::Middleware;
use super::layout::error_page;
use crate::app::App;
use crate::l10n::{Language, Locale};

/// What an address says of its language.
#[derive(Debug, PartialEq, Eq)]
enum LanguagePrefix {
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
    /// What every answer passes, also one that no route gives.
    pub middleware: Arc<Middleware>,
}

/// Takes the language off the path. `/pt/help` and `/en/help` of an English shop are sent on to
/// `/pt-br/help` and `/help`; what can be no address of ours leads nowhere.
pub async fn route(
    State(Entrance { app, middleware }): State<Entrance>,
    mut request: Request,
    next: Next,
) -> Response {
    if !address::is_one(request.uri().path()) {
        let here = RequestLocale {
            t: app.config.shop.locale(),
            path: "/".to_owned(),
        };
        return middleware.finish(error_page::not_found(&app, &here));
    }
    let query = request
        .uri()
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let locale = match said(request.uri().path(), app.config.shop.locales()) {
        LanguagePrefix::Nothing => app.config.shop.locale(),
        LanguagePrefix::Elsewhere(path) => {
            return middleware
                .finish(Redirect::permanent(&format!("{path}{query}")).into_response());
        }
        LanguagePrefix::Language(locale, rest) => {
            if let Some(uri) = with_path(request.uri(), &format!("{rest}{query}")) {
                *request.uri_mut() = uri;
            }
            locale
        }
    };
    request.extensions_mut().insert(locale);
    next.run(request).await
}

fn said(path: &str, spoken: &[Locale]) -> LanguagePrefix {
    let first = path.strip_prefix('/').unwrap_or(path);
    let (segment, rest) = first
        .split_once('/')
        .map_or((first, None), |(segment, rest)| (segment, Some(rest)));
    // The longest segment that names a language is `zh-hans-cn`; the shortest has two letters.
    if !(2..=10).contains(&segment.len())
        || !(segment.len() == 2 || segment.as_bytes().get(2) == Some(&b'-'))
    {
        return LanguagePrefix::Nothing;
    }
    let Ok(language) = segment.parse::<&'static Language>() else {
        return LanguagePrefix::Nothing;
    };
    let Some(locale) = spoken.iter().copied().find(|l| l.language() == language) else {
        return LanguagePrefix::Nothing;
    };
    let stays = match rest {
        None | Some("") => "/".to_owned(),
        Some(rest) => format!("/{rest}"),
    };
    let address = locale.path(&stays);
    if address == path && !stays.starts_with("//") {
        LanguagePrefix::Language(locale, stays)
    } else {
        LanguagePrefix::Elsewhere(one_slash(&address))
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
            LanguagePrefix::Language(all[1], "/esim/japan".into())
        );
        assert_eq!(
            said("/pt-br", &all),
            LanguagePrefix::Language(all[4], "/".into())
        );
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
            assert_eq!(said(path, &all), LanguagePrefix::Nothing, "{path}");
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
                LanguagePrefix::Elsewhere(address.into()),
                "{asked}"
            );
        }
    }

    #[test]
    fn no_address_leads_to_another_host() {
        let all = spoken();
        for path in ["/en//evil.example", "/es//evil.example", "/en/%2f/evil"] {
            let LanguagePrefix::Elsewhere(to) = said(path, &all) else {
                continue;
            };
            assert!(!to.starts_with("//"), "{path} leads to {to}");
        }
        assert_eq!(
            said("/en//evil.example", &all),
            LanguagePrefix::Elsewhere("/evil.example".into())
        );
    }

    #[test]
    fn a_language_that_the_shop_does_not_speak_is_no_language() {
        assert_eq!(said("/es/help", &spoken()[..1]), LanguagePrefix::Nothing);
    }
}
