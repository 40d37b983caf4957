//! What a traveller is told before paying: that performance begins at once, and what that means for
//! the right of withdrawal. The page shows these very words, and they are stored with the order.

use super::Locale;
use domain::withdrawal;
use domain::withdrawal::Consent;

impl Locale {
    /// The words at the pay button.
    #[must_use]
    pub fn consent_words(self, topup: bool) -> String {
        self.with("days", withdrawal::DAYS).say(if topup {
            "consent-topup"
        } else {
            "consent-new"
        })
    }

    /// What stands beside the box, where there is one.
    #[must_use]
    pub fn consent_box(self, consent: Consent) -> Option<String> {
        (consent == Consent::Box).then(|| self.say("consent-box"))
    }

    /// All that is agreed to, as it is stored.
    #[must_use]
    pub fn consented(self, consent: Consent, topup: bool) -> String {
        let words = self.consent_words(topup);
        self.consent_box(consent)
            .map_or(words.clone(), |ticked| format!("{words} {ticked}"))
    }
}
