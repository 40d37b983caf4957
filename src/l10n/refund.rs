//! Why money goes back, in a language, from the cause that is stored with the refund.

use super::Locale;

impl Locale {
    /// A whole sentence for the traveller; a top-up's eSIM stays, so some causes are told of it in
    /// other words.
    #[must_use]
    pub fn refund_reason(self, cause: &str, topup: bool) -> String {
        self.say(match (cause, topup) {
            ("undeliverable", false) => "refund-undeliverable",
            ("undeliverable", true) => "refund-undeliverable-topup",
            ("cancelled", false) => "refund-given-back",
            ("cancelled", true) => "refund-given-back-topup",
            ("test mode", _) => "refund-test",
            ("fraud", _) => "refund-fraud",
            _ => "refund-other",
        })
    }
}
