//! Giving a package back: the exact amount before the click, and afterwards how far it is. It promises nothing itself.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::fault::Fault;
use super::form::Form;
use super::guard::SameOrigin;
use super::language::Here;
use super::layout::Chrome;
use super::owned::MyPackage;
use super::private;
use super::timeline::Step;
use crate::app::App;
use crate::db::cancellations::{CancelState, Cancellation};
use crate::domain::cancel::{NotBack, Terms};
use crate::domain::money::Money;
use crate::domain::refund::RefundState;
use crate::domain::when;
use crate::flows::cancel::{self, Wished};
use crate::l10n::Locale;

/// `GET /my-esims/{iccid_ref}/packages/{line_id}/give-back`
#[derive(Template)]
#[template(path = "after/give_back.html")]
struct GiveBackPage<'a> {
    t: Locale,
    chrome: Chrome,
    of: &'a MyPackage,
    terms: Result<Terms, &'static str>,
    fault: Option<&'static str>,
}

impl GiveBackPage<'_> {
    fn esim_path(&self) -> String {
        format!("/my-esims/{}", self.of.esim.esim.id)
    }

    fn path(&self) -> String {
        format!("{}/packages/{}/give-back", self.esim_path(), self.of.line.id)
    }

    fn bought(&self) -> Option<String> {
        self.of.line.delivered_at.map(when::day)
    }

    fn progress(&self) -> Option<Progress<'_>> {
        self.of.line.cancellation.as_ref().map(Progress)
    }

    fn terms(&self) -> Option<&Terms> {
        self.terms.as_ref().ok()
    }

    fn why_not(&self) -> Option<&'static str> {
        self.terms.as_ref().err().copied()
    }
}

/// How far it is.
struct Progress<'a>(&'a Cancellation);

impl Progress<'_> {
    fn kept(&self) -> bool {
        self.0.state == CancelState::Kept
    }

    fn refund(&self) -> Option<RefundState> {
        self.0.refund.as_ref().map(|r| r.state)
    }

    /// Whether something will still happen by itself.
    fn open(&self) -> bool {
        !self.kept() && !matches!(self.refund(), Some(RefundState::Succeeded | RefundState::Canceled))
    }

    fn reference(&self) -> Option<&str> {
        self.0.refund.as_ref()?.stripe_refund_id.as_deref()
    }

    fn headline(&self) -> &'static str {
        match (self.0.state, self.refund()) {
            (CancelState::Kept, _) => "It was not given back",
            (CancelState::Asked, _) => "Giving it back",
            (CancelState::Ended, Some(RefundState::Succeeded)) => "Given back and paid back",
            (CancelState::Ended, Some(RefundState::Canceled)) => "Given back; its money went another way",
            (CancelState::Ended, Some(state)) if !state.is_live() => "Given back; the refund needs a person",
            (CancelState::Ended, _) => "Given back. Your money is on its way",
        }
    }

    fn lead(&self) -> &'static str {
        match (self.0.state, self.refund()) {
            (CancelState::Kept, _) => "Nothing was ended and no money moved. The plan is yours as before.",
            (CancelState::Asked, _) => "We are ending it at the network. Then the money goes back by itself; you can close this page.",
            (CancelState::Ended, Some(RefundState::Succeeded)) => {
                "It went to the card or account you paid with. Banks usually show it within 5 to 10 days."
            }
            (CancelState::Ended, Some(RefundState::Canceled)) => {
                "We had sent the money of this order back already, so it was not sent a second time. The order’s page shows it."
            }
            (CancelState::Ended, Some(state)) if !state.is_live() => {
                "Your bank sent the refund back to us. A person has been called, and you need not do anything."
            }
            (CancelState::Ended, _) => "You need not do anything. Banks usually show a refund within 5 to 10 days.",
        }
    }

    fn steps(&self) -> Vec<Step> {
        let asked = Step::done("You asked", Some(self.0.asked_at));
        if self.kept() {
            let kept = Step { at: self.0.decided_at, ..Step::open("failed", "Kept", None) };
            return vec![asked, kept];
        }
        let ended = match self.0.state {
            CancelState::Ended => Step::done("Ended at the network", self.0.decided_at),
            _ => Step::open("now", "Ended at the network", Some("about to be")),
        };
        let settled = self.0.refund.as_ref().and_then(|r| r.settled_at);
        let money = match self.refund() {
            Some(RefundState::Succeeded) => Step { class: "back", ..Step::done("Money sent back", settled) },
            Some(RefundState::Canceled) => Step::open("back", "Money sent back", Some("another way")),
            Some(state) if !state.is_live() => Step::open("failed", "Refund came back", Some("a person is on it")),
            Some(_) => Step::open("now", "Money on its way", None),
            None => Step::open("next", "Money sent back", None),
        };
        vec![asked, ended, money]
    }
}

/// Why it cannot be given back, to its owner.
fn why_not(reason: NotBack) -> &'static str {
    match reason {
        NotBack::NotAllowed => "This shop takes nothing back once it is delivered.",
        NotBack::NotDelivered => "It is not delivered, or was given back already.",
        NotBack::Started => "It has been started, and what has started cannot be given back.",
        NotBack::Over => "It is over, so there is nothing left to give back.",
        NotBack::TooLate => "The time in which it could be given back has passed.",
        NotBack::NothingLeft => "The fee is as high as what you paid, so nothing would come back.",
        NotBack::Refunded => "Its money goes back already.",
        NotBack::Held => "Its payment is being looked into. Until that is decided nothing can be given back.",
    }
}

fn page(
    app: &App,
    here: &Here,
    of: &MyPackage,
    terms: Result<Terms, NotBack>,
    status: StatusCode,
    fault: Option<&'static str>,
) -> Result<Response, Fault> {
    let chrome = Chrome::new(app, here, "Give it back").noindex();
    private::page(status, &GiveBackPage { t: here.t, chrome, of, terms: terms.map_err(why_not), fault })
}

/// What comes back, or how far it is.
pub async fn show(State(app): State<App>, here: Here, of: MyPackage) -> Result<Response, Fault> {
    let terms = cancel::terms(&app, &of.package, app.clock.now());
    page(&app, &here, &of, terms, StatusCode::OK, None)
}

/// 303 to the same page; 422 when the amount is another one now, or it cannot be given back; 503 when the supplier is silent.
pub async fn post(State(app): State<App>, here: Here, of: MyPackage, _same: SameOrigin, form: Form) -> Result<Response, Fault> {
    let shown = Money::new(form.field("back_minor").parse().unwrap_or(-1), of.line.price.currency);
    match cancel::ask(&app, of.esim.esim.iccid.digits(), of.line.id, shown).await {
        Ok(Wished::Promised) => {
            Ok(private::see_other(here.t, &format!("/my-esims/{}/packages/{}/give-back", of.esim.esim.id, of.line.id))?)
        }
        Ok(Wished::Changed(terms)) => {
            let words = "Another amount comes back now. Nothing was given back: look at it and decide again.";
            page(&app, &here, &of, Ok(terms), StatusCode::UNPROCESSABLE_ENTITY, Some(words))
        }
        Ok(Wished::Not(reason)) => page(&app, &here, &of, Err(reason), StatusCode::UNPROCESSABLE_ENTITY, None),
        Err(error) => {
            tracing::warn!(line.id = %of.line.id, error.message = %error, "a package could not be given back now");
            let words = "The network does not answer right now. Nothing was given back: please press the button again in a minute.";
            let terms = cancel::terms(&app, &of.package, app.clock.now());
            page(&app, &here, &of, terms, StatusCode::SERVICE_UNAVAILABLE, Some(words))
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::db::cancellations::SentBack;
    use crate::domain::money::Currency;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn cancellation(state: CancelState, refund: Option<RefundState>) -> Cancellation {
        let settled_at = (refund == Some(RefundState::Succeeded)).then(|| at(9));
        Cancellation {
            state,
            back: Money::new(1340, Currency::USD),
            fee: Money::new(100, Currency::USD),
            why: None,
            asked_at: at(0),
            decided_at: (state != CancelState::Asked).then(|| at(5)),
            refund: refund.map(|state| SentBack { state, stripe_refund_id: Some("re_1".into()), settled_at }),
        }
    }

    #[test]
    fn each_stage_is_told_and_only_what_happened_is_ticked() {
        let told = |state, refund| {
            let cancellation = cancellation(state, refund);
            let progress = Progress(&cancellation);
            let classes: Vec<&str> = progress.steps().iter().map(|s| s.class).collect();
            (progress.headline(), progress.open(), classes)
        };
        assert_eq!(told(CancelState::Asked, None), ("Giving it back", true, vec!["", "now", "next"]));
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Pending)),
            ("Given back. Your money is on its way", true, vec!["", "", "now"])
        );
        assert_eq!(told(CancelState::Ended, Some(RefundState::Succeeded)), ("Given back and paid back", false, vec!["", "", "back"]));
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Failed)),
            ("Given back; the refund needs a person", true, vec!["", "", "failed"])
        );
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Canceled)),
            ("Given back; its money went another way", false, vec!["", "", "back"])
        );
        assert_eq!(told(CancelState::Kept, None), ("It was not given back", false, vec!["", "failed"]));
    }
}
