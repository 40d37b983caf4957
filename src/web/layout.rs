//! The frame of every page: name, accent, language, banners, head. No page's own words.

use std::time::Duration;

use super::assets;
use super::theme;
use crate::app::App;

/// What `templates/layout.html` needs; every page struct has one as `chrome`.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// The shop's name.
    pub shop: String,
    /// Where travellers write to.
    pub support_email: String,
    /// The page's language, as in `lang`.
    pub lang: String,
    /// The page's own title, without the shop's name.
    pub title: String,
    /// For search engines and shared links; empty for none.
    pub description: String,
    /// The page's one address, absolute.
    pub canonical: Option<String>,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// The demo's banner.
    pub demo: bool,
    /// Sales have stopped themselves.
    pub sales_stopped: bool,
    /// The stylesheet of the owner's accent.
    pub theme: String,
    /// The icon in the owner's accent.
    pub icon: String,
    public_url: String,
}

impl Chrome {
    /// The frame of a page with this title.
    #[must_use]
    pub fn new(app: &App, title: &str) -> Self {
        let shop = &app.config.shop.shop;
        Self {
            shop: shop.name.clone(),
            support_email: shop.support_email.clone(),
            lang: shop.languages.first().cloned().unwrap_or_else(|| "en".to_owned()),
            title: title.to_owned(),
            description: String::new(),
            canonical: None,
            noindex: false,
            demo: app.config.demo,
            sales_stopped: app.catalogue.snapshot().sales_stopped,
            theme: format!("/static/{}", theme::stylesheet(&shop.accent).name),
            icon: format!("/static/{}", theme::icon(&shop.accent).name),
            public_url: app.config.public_url.as_str().trim_end_matches('/').to_owned(),
        }
    }

    /// With a description.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// With the page's one address, from its path.
    #[must_use]
    pub fn at(mut self, path: &str) -> Self {
        self.canonical = Some(self.absolute(path));
        self
    }

    /// Left out by search engines: order pages, My eSIM, what is not there.
    #[must_use]
    pub fn noindex(mut self) -> Self {
        self.noindex = true;
        self
    }

    /// A path as an absolute address.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// The address of a file of `static/`, for templates.
    #[must_use]
    pub fn asset(&self, name: &'static str) -> &'static str {
        assets::href(name)
    }
}

/// A `<script type="application/ld+json">` may hold anything but its own end.
#[must_use]
pub fn json_ld(value: &serde_json::Value) -> String {
    value.to_string().replace("</", "<\\/").replace("<!--", "<\\!--")
}

/// A duration as people say it: `30 minutes`, `2 hours`, `1 hour 30 minutes`; whole minutes.
#[must_use]
pub fn in_words(duration: Duration) -> String {
    let minutes = duration.as_secs().div_ceil(60);
    let count = |n: u64, unit: &str| match n {
        0 => None,
        1 => Some(format!("1 {unit}")),
        n => Some(format!("{n} {unit}s")),
    };
    let parts: Vec<String> = [count(minutes / 60, "hour"), count(minutes % 60, "minute")].into_iter().flatten().collect();
    if parts.is_empty() { "no time".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_in_words() {
        let said = |minutes: u64| in_words(Duration::from_secs(minutes * 60));
        assert_eq!([said(30), said(120), said(90), said(61)], ["30 minutes", "2 hours", "1 hour 30 minutes", "1 hour 1 minute"]);
    }

    #[test]
    fn structured_data_cannot_end_its_own_script() {
        let text = json_ld(&serde_json::json!({ "name": "</script><script>alert(1)</script>" }));
        assert!(!text.contains("</script>"));
    }
}
