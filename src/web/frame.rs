//! Temporary frame until the shelf's lands.
use crate::app::App;
/// Frame.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// shop
    pub shop: String,
    /// support
    pub support_email: String,
    /// lang
    pub lang: String,
    /// title
    pub title: String,
}
impl Chrome {
    /// new
    pub fn new(app: &App, title: &str) -> Self {
        let s = &app.config.shop.shop;
        Self { shop: s.name.clone(), support_email: s.support_email.clone(), lang: "en".into(), title: title.to_owned() }
    }
    /// noindex
    pub fn noindex(self) -> Self {
        self
    }
}
