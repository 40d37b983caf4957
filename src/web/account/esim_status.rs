//! How an eSIM stands, in a word and in a sentence.

use crate::l10n::Locale;
use domain::diagnosis::Finding;
use domain::esim::EsimStatus;

/// An eSIM's status in plain words; an unknown one as it came.
#[must_use]
pub fn status_words(t: Locale, status: Option<&EsimStatus>) -> String {
    t.say(match status {
        None | Some(EsimStatus::Provisioned) => "esim-ready-to-install",
        Some(EsimStatus::Installed) => "esim-on-a-phone",
        Some(EsimStatus::Active) => "esim-in-use",
        Some(EsimStatus::Expired) => "esim-plan-has-ended",
        Some(EsimStatus::Blocked) => "esim-switched-off",
        Some(EsimStatus::Deactivated) => "esim-something-wrong",
        Some(EsimStatus::Other(word)) => return t.with("word", word).say("esim-network-says"),
    })
}

/// The same for the stylesheet.
#[must_use]
pub fn status_class(status: Option<&EsimStatus>) -> &'static str {
    match status {
        None | Some(EsimStatus::Provisioned | EsimStatus::Installed | EsimStatus::Active) => "good",
        Some(EsimStatus::Deactivated | EsimStatus::Other(_)) => "warn",
        Some(EsimStatus::Expired | EsimStatus::Blocked) => "",
    }
}

/// What its page says first, in a sentence.
#[must_use]
pub fn in_brief(t: Locale, finding: &Finding) -> String {
    t.say(match finding {
        Finding::NotInstalled => "esim-brief-not-installed",
        Finding::NotStarted => "esim-brief-not-started",
        Finding::NothingUsed => "esim-brief-nothing-used",
        Finding::UseUnknown => "esim-brief-use-unknown",
        Finding::Works => "esim-brief-works",
        Finding::AddOnWaits => "esim-brief-add-on-waits",
        Finding::DataGone => "esim-brief-data-gone",
        Finding::TimeOver => "esim-brief-time-over",
        Finding::NothingToAdd => "esim-brief-nothing-to-add",
        Finding::GivenBack => "esim-brief-given-back",
        Finding::SwitchedOff => "esim-brief-switched-off",
        Finding::Broken => "esim-brief-broken",
        Finding::Unexplained(_) => "esim-brief-unexplained",
    })
}
