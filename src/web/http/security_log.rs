//! The security log: one line for what an owner under attack asks about, with the request's id and
//! the network it came from. No mail address, no key, no eSIM's number. It decides nothing.

use std::net::IpAddr;

use uuid::Uuid;

use crate::db::rate_limits;

/// The request that is being answered.
#[derive(Debug, Clone, Copy)]
pub struct Scene {
    /// As `x-request-id` tells it.
    pub request: Uuid,
    /// Where it came from.
    pub address: IpAddr,
}

tokio::task_local! {
    static SCENE: Scene;
}

/// Runs what answers a request; what it notes is noted of this request.
pub async fn during<T>(scene: Scene, work: impl Future<Output = T>) -> T {
    SCENE.scope(scene, work).await
}

/// What is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecurityEvent {
    /// Somebody typed an address to sign in.
    SignInAsked,
    /// A mailed link signed a browser in.
    LinkUsed,
    /// A mailed link was used up, too old, or never one.
    LinkRefused,
    /// Somebody typed an address at the desk's door.
    DeskAsked,
    /// Somebody entered the desk with both factors.
    DeskEntered,
    /// A link or a code was refused at the desk's door.
    DeskRefused,
    /// A browser, or all of a traveller's, signed out.
    SignedOut,
    /// A link to one eSIM was made.
    KeyMade,
    /// A link to one eSIM was opened.
    KeyUsed,
    /// A form came from another site's page.
    OtherOrigin,
    /// This is no longer answered as often as it is asked.
    LimitReached(&'static str),
    /// A webhook of this sender's had no proof.
    WebhookForged(&'static str),
}

impl SecurityEvent {
    /// The name of its counter.
    fn event(self) -> &'static str {
        match self {
            Self::SignInAsked => "sign_in_asked",
            Self::LinkUsed => "link_used",
            Self::LinkRefused => "link_refused",
            Self::DeskAsked => "desk_asked",
            Self::DeskEntered => "desk_entered",
            Self::DeskRefused => "desk_refused",
            Self::SignedOut => "signed_out",
            Self::KeyMade => "key_made",
            Self::KeyUsed => "key_used",
            Self::OtherOrigin => "other_origin",
            Self::LimitReached(_) => "limit_reached",
            Self::WebhookForged(_) => "webhook_forged",
        }
    }

    fn words(self) -> String {
        match self {
            Self::SignInAsked => "somebody asked to sign in".to_owned(),
            Self::LinkUsed => "a sign-in link was used".to_owned(),
            Self::LinkRefused => "a sign-in link was refused".to_owned(),
            Self::DeskAsked => "somebody asked for a link to the desk".to_owned(),
            Self::DeskEntered => "somebody entered the desk".to_owned(),
            Self::DeskRefused => "a link or code was refused at the desk".to_owned(),
            Self::SignedOut => "somebody signed out".to_owned(),
            Self::KeyMade => "a link to an eSIM was made".to_owned(),
            Self::KeyUsed => "a link to an eSIM was used".to_owned(),
            Self::OtherOrigin => "a form of another site was refused".to_owned(),
            Self::LimitReached(of) => format!("a limit was reached: {of}"),
            Self::WebhookForged(from) => format!("a webhook that is not {from}'s was refused"),
        }
    }
}

/// Writes the line and counts it.
pub fn note(what: SecurityEvent) {
    metrics::counter!("security_events_total", "event" => what.event()).increment(1);
    let of = |scene: &Scene| {
        (
            scene.request.to_string(),
            rate_limits::network(scene.address),
        )
    };
    let (request, network) = SCENE.try_with(of).unwrap_or_default();
    tracing::info!(
        target: "security",
        { security.event = what.event(), request.id = request, client.network = network },
        "{}",
        what.words()
    );
}
