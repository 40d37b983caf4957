//! Giving a package back: the exact amount before the click, and afterwards how far it is. It
//! promises nothing itself.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::esim_extractor::MyPackage;
use super::timeline::TimelineStep;
use crate::app::App;
use crate::db::cancellations::{CancelState, Cancellation};
use crate::flows::cancel::{self, Wished};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::csrf::SameOrigin;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::locale::RequestLocale;
use crate::web::http::private;
use crate::web::layout::Chrome;
use domain::cancel::{NotBack, Terms};
use domain::money::Money;
use domain::refund::RefundState;

/// `GET /my-esims/{iccid_ref}/packages/{line_id}/give-back`
#[derive(Template)]
#[template(path = "account/give_back.html")]
struct GiveBackPage<'a> {
    t: Locale,
    chrome: Chrome,
    of: &'a MyPackage,
    /// What comes back, or the key of why nothing can.
    terms: Result<Terms, &'static str>,
    fault: Option<String>,
}

impl GiveBackPage<'_> {
    fn errors(&self) -> Vec<(&'static str, &str)> {
        self.fault
            .as_deref()
            .map(|words| ("", words))
            .into_iter()
            .collect()
    }

    fn esim_path(&self) -> String {
        self.t.path(&Routes::esim(self.of.esim.esim.id))
    }

    fn path(&self) -> String {
        format!(
            "{}/packages/{}/give-back",
            self.esim_path(),
            self.of.line.id
        )
    }

    fn order_path(&self) -> String {
        self.t.path(&Routes::order(&self.of.line.order_token))
    }

    fn esim_name(&self) -> String {
        self.t
            .sold_name(self.of.esim.product.as_ref(), &self.of.esim.plan_name)
    }

    /// What is given back, when it was bought, and that it was never used.
    fn what(&self) -> String {
        let line = &self.of.line;
        let words = self.t.with(
            "plan",
            self.t.sold_name(line.product.as_ref(), &line.plan_name),
        );
        match line.delivered_at {
            Some(at) => words
                .with("day", self.t.day(at))
                .say("give-back-what-and-when"),
            None => words.say("give-back-what"),
        }
    }

    fn progress(&self) -> Option<Progress<'_>> {
        self.of
            .line
            .cancellation
            .as_ref()
            .map(|of| Progress(of, self.t))
    }

    fn terms(&self) -> Option<&Terms> {
        self.terms.as_ref().ok()
    }

    fn why_not(&self) -> Option<String> {
        self.terms.as_ref().err().map(|key| self.t.say(key))
    }
}

/// How far it is.
struct Progress<'a>(&'a Cancellation, Locale);

impl Progress<'_> {
    fn kept(&self) -> bool {
        self.0.state == CancelState::Kept
    }

    fn refund(&self) -> Option<RefundState> {
        self.0.refund.as_ref().map(|r| r.state)
    }

    /// Whether something will still happen by itself.
    fn open(&self) -> bool {
        !self.kept()
            && !matches!(
                self.refund(),
                Some(RefundState::Succeeded | RefundState::Canceled)
            )
    }

    fn reference(&self) -> Option<&str> {
        self.0.refund.as_ref()?.stripe_refund_id.as_deref()
    }

    fn headline(&self) -> String {
        self.1.say(match (self.0.state, self.refund()) {
            (CancelState::Kept, _) => "give-back-kept",
            (CancelState::Asked, _) => "give-back-asked",
            (CancelState::Ended, Some(RefundState::Succeeded)) => "give-back-paid",
            (CancelState::Ended, Some(RefundState::Canceled)) => "give-back-another-way",
            (CancelState::Ended, Some(state)) if !state.is_live() => "give-back-needs-a-person",
            (CancelState::Ended, _) => "give-back-on-its-way",
        })
    }

    fn lead(&self) -> String {
        self.1.say(match (self.0.state, self.refund()) {
            (CancelState::Kept, _) => "give-back-lead-kept",
            (CancelState::Asked, _) => "give-back-lead-asked",
            (CancelState::Ended, Some(RefundState::Succeeded)) => "give-back-lead-paid",
            (CancelState::Ended, Some(RefundState::Canceled)) => "give-back-lead-another-way",
            (CancelState::Ended, Some(state)) if !state.is_live() => {
                "give-back-lead-needs-a-person"
            }
            (CancelState::Ended, _) => "give-back-lead-on-its-way",
        })
    }

    fn steps(&self) -> Vec<TimelineStep> {
        let t = self.1;
        let asked = TimelineStep::done(t.say("give-back-step-asked"), Some(self.0.asked_at));
        if self.kept() {
            let kept = TimelineStep {
                at: self.0.decided_at,
                ..TimelineStep::open("failed", t.say("give-back-step-kept"), None)
            };
            return vec![asked, kept];
        }
        let ended = match self.0.state {
            CancelState::Ended => {
                TimelineStep::done(t.say("give-back-step-ended"), self.0.decided_at)
            }
            _ => TimelineStep::open(
                "now",
                t.say("give-back-step-ended"),
                Some(&t.say("give-back-step-about-to-be")),
            ),
        };
        let settled = self.0.refund.as_ref().and_then(|r| r.settled_at);
        let money = match self.refund() {
            Some(RefundState::Succeeded) => TimelineStep {
                class: "back",
                ..TimelineStep::done(t.say("give-back-step-money-back"), settled)
            },
            Some(RefundState::Canceled) => TimelineStep::open(
                "back",
                t.say("give-back-step-money-back"),
                Some(&t.say("give-back-step-another-way")),
            ),
            Some(state) if !state.is_live() => TimelineStep::open(
                "failed",
                t.say("give-back-step-refund-returned"),
                Some(&t.say("give-back-step-a-person")),
            ),
            Some(_) => TimelineStep::open("now", t.say("give-back-step-money-on-its-way"), None),
            None => TimelineStep::open("next", t.say("give-back-step-money-back"), None),
        };
        vec![asked, ended, money]
    }
}

/// Why it cannot be given back, to its owner: the key.
fn why_not(reason: NotBack) -> &'static str {
    match reason {
        NotBack::NotAllowed => "give-back-not-allowed",
        NotBack::NotDelivered => "give-back-not-delivered",
        NotBack::Started => "give-back-started",
        NotBack::Over => "give-back-over",
        NotBack::TooLate => "give-back-too-late",
        NotBack::NothingLeft => "give-back-nothing-left",
        NotBack::Refunded => "give-back-refunded",
        NotBack::Held => "give-back-held",
    }
}

fn page(
    app: &App,
    here: &RequestLocale,
    of: &MyPackage,
    terms: Result<Terms, NotBack>,
    status: StatusCode,
    fault: Option<&'static str>,
) -> Result<Response, WebError> {
    let chrome = Chrome::new(app, here, here.t.say("give-back-title")).noindex();
    let chrome = if fault.is_some() {
        chrome.refused()
    } else {
        chrome
    };
    let fault = fault.map(|key| here.t.say(key));
    private::page(
        status,
        &GiveBackPage {
            t: here.t,
            chrome,
            of,
            terms: terms.map_err(why_not),
            fault,
        },
    )
}

/// What comes back, or how far it is.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    of: MyPackage,
) -> Result<Response, WebError> {
    let terms = cancel::terms(&app, &of.package, app.clock.now());
    page(&app, &here, &of, terms, StatusCode::OK, None)
}

/// 303 to the same page; 422 when the amount is another one now, or it cannot be given back; 503
/// when the supplier is silent.
pub async fn post(
    State(app): State<App>,
    here: RequestLocale,
    of: MyPackage,
    _same: SameOrigin,
    form: Form,
) -> Result<Response, WebError> {
    let shown = Money::new(
        form.field("back_minor").parse().unwrap_or(-1),
        of.line.price.currency,
    );
    match cancel::ask(&app, of.esim.esim.iccid.digits(), of.line.id, shown).await {
        Ok(Wished::Promised) => Ok(private::see_other(
            here.t,
            &Routes::give_back(of.esim.esim.id, of.line.id),
        )?),
        Ok(Wished::Changed(terms)) => {
            let words = "give-back-another-amount";
            page(
                &app,
                &here,
                &of,
                Ok(terms),
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(words),
            )
        }
        Ok(Wished::Not(reason)) => page(
            &app,
            &here,
            &of,
            Err(reason),
            StatusCode::UNPROCESSABLE_ENTITY,
            None,
        ),
        Err(error) => {
            tracing::warn!(
                line.id = %of.line.id, error.message = %error,
                "a package could not be given back now"
            );
            let words = "give-back-no-answer";
            let terms = cancel::terms(&app, &of.package, app.clock.now());
            page(
                &app,
                &here,
                &of,
                terms,
                StatusCode::SERVICE_UNAVAILABLE,
                Some(words),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::db::cancellations::SentBack;
    use domain::money::Currency;

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
            refund: refund.map(|state| SentBack {
                state,
                stripe_refund_id: Some("re_1".into()),
                settled_at,
            }),
        }
    }

    #[test]
    fn each_stage_is_told_and_only_what_happened_is_ticked() {
        let told = |state, refund| {
            let cancellation = cancellation(state, refund);
            let progress = Progress(&cancellation, Locale::ENGLISH);
            let classes: Vec<&str> = progress.steps().iter().map(|s| s.class).collect();
            (progress.headline(), progress.open(), classes)
        };
        assert_eq!(
            told(CancelState::Asked, None),
            ("Cancelling your plan".into(), true, vec!["", "now", "next"])
        );
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Pending)),
            (
                "Cancelled. Your refund is on its way".into(),
                true,
                vec!["", "", "now"]
            )
        );
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Succeeded)),
            ("Cancelled and refunded".into(), false, vec!["", "", "back"])
        );
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Failed)),
            (
                "Cancelled; we’re sorting out the refund".into(),
                true,
                vec!["", "", "failed"]
            )
        );
        assert_eq!(
            told(CancelState::Ended, Some(RefundState::Canceled)),
            (
                "Cancelled; already refunded".into(),
                false,
                vec!["", "", "back"]
            )
        );
        assert_eq!(
            told(CancelState::Kept, None),
            ("It wasn’t cancelled".into(), false, vec!["", "failed"])
        );
    }
}
