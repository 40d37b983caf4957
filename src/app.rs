//! What every request and every job is given: settings, database, doors, shelf. Built by `main` and
//! by tests; it holds no state of its own.

use std::ops::Deref;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::brand::Face;
use crate::catalogue::Catalogue;
use crate::catalogue::offers::Offers;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::bell::Bell;
use crate::db::live::Live;
use crate::db::plan_views::PlanViews;
use crate::db::webhooks::Tally;
use crate::db::{self, Pool};
use crate::esimfx;
use crate::fetch::Fetch;
use crate::mail::Mailer;
use crate::stripe::StripeClient;

/// Handed to every request and job: a clone is one count more.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] holds.
pub struct Parts {
    /// The settings.
    pub config: Arc<Config>,
    /// The pool.
    pub db: Pool,
    /// The supplier's door.
    pub supplier: esimfx::Client,
    /// The till's door.
    pub till: StripeClient,
    /// The mail server's door.
    pub mailer: Mailer,
    /// Plain HTTP, for the owner's webhook.
    pub fetch: Fetch,
    /// What came of webhooks, until it is written down.
    pub webhooks: Tally,
    /// How often plan pages were opened, until it is written down.
    pub views: PlanViews,
    /// The shelf in memory.
    pub catalogue: Arc<Catalogue>,
    /// What the supplier offered for eSIMs a moment ago.
    pub offers: Offers,
    /// How the shop looks.
    pub face: Face,
    /// Says after a commit what is to be done.
    pub bell: Bell,
    /// Who looks at an order hears of its changes.
    pub live: Live,
    /// The time.
    pub clock: Clock,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Why an [`App`] cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The shelf could not be read.
    #[error("the shelf cannot be read: {0}")]
    Database(#[from] db::Error),
    /// The shop's own look.
    #[error("the shop's pictures cannot be drawn: {0}")]
    Face(#[from] std::io::Error),
    /// The supplier's client.
    #[error("the supplier's client cannot be set up: {0}")]
    Supplier(#[from] esimfx::Error),
    /// Stripe's client.
    #[error("Stripe's client cannot be set up: {0}")]
    Till(#[from] crate::stripe::Error),
    /// The client for everything else.
    #[error("the HTTP client cannot be set up: {0}")]
    Fetch(#[from] crate::fetch::FetchError),
    /// The mail server's client.
    #[error("the mail client cannot be set up: {0}")]
    Mail(#[from] crate::mail::MailError),
}

impl App {
    /// Opens the doors and loads the shelf from a database that is up to date; nothing is sent to
    /// anybody yet. `stop` ends what pages listen to.
    ///
    /// # Errors
    /// [`BuildError`]
    pub async fn build(
        config: Config,
        db: Pool,
        stop: CancellationToken,
    ) -> Result<Self, BuildError> {
        let clock = Clock::default();
        Ok(Self(Arc::new(Parts {
            supplier: esimfx::Client::new(&config.esimfx, &config.shop.supplier)?,
            till: StripeClient::new(&config.stripe)?,
            mailer: Mailer::new(
                &config.smtp_url,
                &config.mail_from,
                &config.shop.shop.support_email,
                &config.public_url,
            )?,
            fetch: Fetch::new()?,
            webhooks: Tally::default(),
            views: PlanViews::default(),
            catalogue: Catalogue::load(&db, &config.shop, clock.now()).await?,
            offers: Offers::default(),
            face: Face::new(&config.shop)?,
            bell: Bell::new(db.clone()),
            live: Live::new(stop),
            clock,
            config: Arc::new(config),
            db,
        })))
    }
}
