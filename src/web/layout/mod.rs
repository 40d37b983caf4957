//! The frame of every page: name, accent, language, banners, head. No page's own words.

pub mod error_page;
pub mod map;
pub mod share_image;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::app::App;
use crate::brand::{Logo, PAPER};
use crate::catalogue::Snapshot;
use crate::l10n::{Given, Locale};
use crate::routes::Routes;
use crate::web::http::assets;
use crate::web::http::locale::RequestLocale;
use domain::destination::Destination;
use domain::money::{Currency, Money};

/// What `templates/layout.html` needs; every page struct has one as `chrome`.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// The shop's name.
    pub shop: String,
    /// Where travellers write to.
    pub support_email: String,
    /// The page's language.
    pub t: Locale,
    /// The same page in every language of the shop, this one too; empty where it speaks one only.
    pub languages: Vec<Translation>,
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
    /// The banner of test mode.
    pub test: bool,
    /// Sales have stopped themselves.
    pub sales_stopped: bool,
    /// The stylesheet of the owner's accent.
    pub theme: String,
    /// The owner's logo; the mark stands where there is none.
    pub logo: Option<Logo>,
    /// The icon as a drawing, where it is one.
    pub icon_svg: Option<String>,
    /// The icon in 32 pixels.
    pub icon_32: String,
    /// The icon in 180 pixels.
    pub icon_180: String,
    /// What is shown with a link to the page, where there is one to share.
    pub card: Option<Card>,
    /// What machines are told of the page, each a text of JSON-LD beside the page's own.
    pub told: Vec<String>,
    /// Other currencies in which prices are shown, and their units for one of the shop's.
    also: Vec<(Currency, Decimal)>,
    spoken: Vec<Locale>,
    public_url: String,
}

/// What messengers and networks show of a link (ogp.me).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its picture, absolute, 1200 × 630.
    pub image: String,
    /// What is on it.
    pub alt: String,
}

/// A page in one of the shop's languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The language.
    pub t: Locale,
    /// Its path in that language.
    pub path: String,
    /// The same as an absolute address.
    pub address: String,
}

impl Chrome {
    /// The frame of a page with this title.
    #[must_use]
    pub fn new(app: &App, here: &RequestLocale, title: impl Into<String>) -> Self {
        let shop = &app.config.shop.shop;
        let chrome = Self {
            shop: shop.name.clone(),
            support_email: shop.support_email.clone(),
            t: here.t,
            languages: Vec::new(),
            title: title.into(),
            description: String::new(),
            canonical: None,
            noindex: false,
            demo: app.config.demo,
            test: app.config.test_mode(),
            sales_stopped: app.catalogue.snapshot().sales_stopped,
            theme: app.face.theme.clone(),
            logo: app.face.logo.clone(),
            icon_svg: app.face.icon_svg.clone(),
            icon_32: app.face.icon_32.clone(),
            icon_180: app.face.icon_180.clone(),
            card: None,
            told: Vec::new(),
            also: app.config.shop.also_shown(),
            spoken: app.config.shop.locales().to_vec(),
            public_url: Routes::absolute(&app.config.public_url, ""),
        };
        chrome.in_every_language(&here.path)
    }

    /// What a price comes to in the other currencies, roughly.
    #[must_use]
    pub fn also(&self, price: impl Given<Money>) -> Option<String> {
        let price = price.plain();
        let all: Vec<String> = self
            .also
            .iter()
            .filter_map(|other| self.t.about(price, *other))
            .collect();
        (!all.is_empty()).then(|| all.join(" · "))
    }

    /// The same in the first of them, where there is little room.
    #[must_use]
    pub fn also_briefly(&self, price: impl Given<Money>) -> Option<String> {
        self.t.about(price.plain(), *self.also.first()?)
    }

    fn in_every_language(mut self, path: &str) -> Self {
        let translation = |t: &Locale| Translation {
            t: *t,
            path: t.path(path),
            address: format!("{}{}", self.public_url, t.path(path)),
        };
        self.languages = if self.spoken.len() > 1 {
            self.spoken.iter().map(translation).collect()
        } else {
            Vec::new()
        };
        self
    }

    /// With a description.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// With the page's one address in its language, from its path without one.
    #[must_use]
    pub fn at(self, path: &str) -> Self {
        let mut chrome = self.in_every_language(path);
        chrome.canonical = Some(chrome.absolute(path));
        chrome
    }

    /// With the picture of a place for those who share the page.
    #[must_use]
    pub fn picturing(mut self, app: &App, snapshot: &Snapshot, place: Destination) -> Self {
        let alt = self
            .t
            .with("place", self.t.place(place))
            .say("social-alt-place");
        self.card = share_image::address(app, snapshot, place.slug()).map(|path| Card {
            image: format!("{}{path}", self.public_url),
            alt,
        });
        self
    }

    /// With the shop's own picture for those who share the page.
    #[must_use]
    pub fn shared(mut self, app: &App, snapshot: &Snapshot) -> Self {
        let own = app.face.social_image.clone();
        let alt = self.t.with("shop", &self.shop).say(if own.is_some() {
            "social-alt-own"
        } else {
            "social-alt-shop"
        });
        let path = own.or_else(|| share_image::address(app, snapshot, share_image::HOME));
        self.card = path.map(|path| Card {
            image: format!("{}{path}", self.public_url),
            alt,
        });
        self
    }

    /// With the way to the page from the top, as its crumbs show it: names and paths
    /// (schema.org/BreadcrumbList).
    #[must_use]
    pub fn below(self, way: &[(&str, &str)]) -> Self {
        let step = |(at, (name, path)): (usize, &(&str, &str))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": self.absolute(path) });
        let steps: Vec<_> = way.iter().enumerate().map(step).collect();
        self.telling(&json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps }))
    }

    /// With something that machines are told.
    #[must_use]
    pub fn telling(mut self, what: &Value) -> Self {
        self.told.push(json_ld(what));
        self
    }

    /// The icon's address, absolute.
    #[must_use]
    pub fn icon_address(&self) -> String {
        format!("{}{}", self.public_url, self.icon_180)
    }

    /// The paper by day and by night.
    #[must_use]
    pub fn paper(&self) -> [&'static str; 2] {
        PAPER
    }

    /// The address in the shop's default language, for those whom no language fits.
    #[must_use]
    pub fn default_address(&self) -> Option<&str> {
        self.languages.first().map(|one| one.address.as_str())
    }

    /// Of a form that came back: its title says so first.
    #[must_use]
    pub fn refused(mut self) -> Self {
        self.title = self
            .t
            .with("title", self.title.as_str())
            .say("mailed-title-error");
        self
    }

    /// Left out by search engines: order pages, My eSIM, what is not there.
    #[must_use]
    pub fn noindex(mut self) -> Self {
        self.noindex = true;
        self
    }

    /// A path as an absolute address in the page's language.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.public_url, self.t.path(path))
    }

    /// The support address as a link's address.
    #[must_use]
    pub fn mailto(&self) -> String {
        format!("mailto:{}", self.support_email)
    }

    /// The address of a file of `static/`, for templates.
    #[must_use]
    pub fn asset(&self, name: &'static str) -> &'static str {
        assets::href(name)
    }
}

/// A `<script type="application/ld+json">` may hold anything but its own end.
#[must_use]
pub fn json_ld(value: &Value) -> String {
    value
        .to_string()
        .replace("</", "<\\/")
        .replace("<!--", "<\\!--")
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn structured_data_cannot_end_its_own_script() {
        let text = json_ld(&serde_json::json!({ "name": "</script><script>alert(1)</script>" }));
        assert!(!text.contains("</script>"));
    }
}
