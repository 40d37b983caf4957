//! The mails about one package of an eSIM, from what is true of it when they are sent. One that has
//! become untrue is not written.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::MailRenderError;
use super::keys::home;
use crate::app::App;
use crate::db::cancellations::CancelState;
use crate::db::mails::Mail;
use crate::db::order_pages::{self, OwnedEsim};
use crate::db::packages::{self, OwnedPackage, PackageLine};
use crate::db::{esims, lines};
use crate::flows::{cancel, topup, usage};
use crate::mail::Email;
use crate::mail::messages::Shop;
use crate::mail::notices::{Ended, EndedBecause, Live, RunningLow, StartBy};
use crate::mail::purchases::{KeptBecause, NotGivenBack};
use crate::routes::Routes;
use domain::destination::Destination;
use domain::esim::EsimStatus;
use domain::mail_kind::MailKind;
use domain::package::{News, PackageStatus, news};

/// What a mail of this room is about.
struct About<'a> {
    app: &'a App,
    shop: Shop<'a>,
    mail: &'a Mail,
    esim: OwnedEsim,
    /// Its page.
    url: String,
    all: Vec<OwnedPackage>,
    line_id: Uuid,
    now: DateTime<Utc>,
}

/// The letter that the mail's kind asks for; none when there is nothing left to tell. Its subject
/// is the line that bought the package.
pub(super) async fn letter(
    app: &App,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
    let Ok(line_id) = mail.subject.parse::<Uuid>() else {
        return Ok(None);
    };
    let Some(iccid) = lines::iccid(&app.db, line_id).await? else {
        return Ok(None);
    };
    let Some(owner) = esims::owner_of(&app.db, &iccid).await? else {
        return Ok(None);
    };
    if mail.kind.is_reminder() {
        // It may have waited for the morning, and the plan may have started since.
        usage::look(app, &iccid).await?;
    }
    let Some(esim) = order_pages::esim_by_id(&app.db, owner.esim_id).await? else {
        return Ok(None);
    };
    let url = shop.at(&Routes::esim(esim.esim.id));
    let about = About {
        app,
        shop,
        mail,
        esim,
        url,
        all: packages::of_esim(&app.db, &iccid).await?,
        line_id,
        now,
    };
    let Some((owned, line)) = about.package() else {
        return Ok(None);
    };
    if mail.kind == MailKind::NotGivenBack {
        return about.not_given_back(owned, line);
    }
    if line
        .cancellation
        .as_ref()
        .is_some_and(|c| c.state != CancelState::Kept)
    {
        return Ok(None);
    }
    match mail.kind {
        MailKind::Live => about.live(owned, line).await,
        MailKind::Ended => about.ended(owned, line).await,
        kind if kind.is_reminder() => about.start_by(owned, line).await,
        kind => match kind.running_low() {
            Some(step) => about.running_low(owned, line, step).await,
            None => Ok(None),
        },
    }
}

impl About<'_> {
    fn plan_name(&self, line: &PackageLine) -> String {
        self.shop
            .t
            .sold_name(line.product.as_ref(), &line.plan_name)
    }

    fn package(&self) -> Option<(&OwnedPackage, &PackageLine)> {
        self.all
            .iter()
            .filter_map(|owned| owned.line.as_ref().map(|line| (owned, line)))
            .find(|(_, line)| line.id == self.line_id)
    }

    /// What would be told of the package now, had it just been read.
    fn news(&self, owned: &OwnedPackage, line: &PackageLine) -> Option<News> {
        let others = self
            .all
            .iter()
            .filter(|o| o.package.supplier_order_id != owned.package.supplier_order_id);
        news(
            &owned.package,
            !line.topup,
            &others.map(|o| &o.package).collect::<Vec<_>>(),
            self.now,
        )
    }

    /// The top-up page, which a fresh key opens without signing in.
    async fn top_up_url(&self) -> Result<String, MailRenderError> {
        let key = topup::fresh_key(self.app, self.esim.esim.id, self.now).await?;
        Ok(format!("{}/top-up?key={}", self.url, key.expose()))
    }

    /// Its page, which a key opens in any browser.
    async fn page_url(&self) -> Result<String, MailRenderError> {
        Ok(home(self.app, self.shop, &self.esim, self.mail, self.now)
            .await?
            .unwrap_or_else(|| self.url.clone()))
    }

    fn not_given_back(
        &self,
        owned: &OwnedPackage,
        line: &PackageLine,
    ) -> Result<Option<Email>, MailRenderError> {
        if line
            .cancellation
            .as_ref()
            .is_none_or(|c| c.state != CancelState::Kept)
        {
            return Ok(None);
        }
        let because = if owned.package.is_pending() {
            KeptBecause::NetworkRefused
        } else {
            KeptBecause::Started
        };
        let mail = NotGivenBack {
            shop: self.shop,
            order_number: &line.order_number,
            plan_name: &self.plan_name(line),
            because,
            esim_url: &self.url,
        };
        Ok(Some(mail.letter(self.mail.to.clone())?))
    }

    async fn live(
        &self,
        owned: &OwnedPackage,
        line: &PackageLine,
    ) -> Result<Option<Email>, MailRenderError> {
        if !owned.package.is_active() {
            return Ok(None);
        }
        let ends = owned
            .package
            .ends_at
            .map(|at| self.shop.t.day_and_minute(at));
        let mail = Live {
            shop: self.shop,
            plan_name: &self.plan_name(line),
            ends,
            esim_url: &self.url,
            page_url: &self.page_url().await?,
        };
        Ok(Some(mail.letter(self.mail.to.clone())?))
    }

    /// With the figures of now. When they have reached a higher step, that step's own mail tells of
    /// it.
    async fn running_low(
        &self,
        owned: &OwnedPackage,
        line: &PackageLine,
        step: u8,
    ) -> Result<Option<Email>, MailRenderError> {
        let Some(usage) = owned
            .package
            .usage
            .as_ref()
            .filter(|_| self.news(owned, line) == Some(News::RunningLow(step)))
        else {
            return Ok(None);
        };
        let mail = RunningLow {
            shop: self.shop,
            plan_name: &self.plan_name(line),
            used: self.shop.t.amount(&usage.used()),
            left: self.shop.t.amount(&usage.left()),
            total: self.shop.t.amount(&usage.allowance()),
            as_of: self
                .shop
                .t
                .day_and_minute(self.esim.packages_seen_at.unwrap_or(self.now)),
            ends: owned
                .package
                .ends_at
                .map(|at| self.shop.t.day_and_minute(at)),
            top_up_url: &self.top_up_url().await?,
        };
        Ok(Some(mail.letter(self.mail.to.clone())?))
    }

    /// Unless another package has taken over.
    async fn ended(
        &self,
        owned: &OwnedPackage,
        line: &PackageLine,
    ) -> Result<Option<Email>, MailRenderError> {
        let followed = self
            .all
            .iter()
            .any(|o| o.package.is_pending() || o.package.is_active());
        if followed || owned.package.status != Some(PackageStatus::Expired) {
            return Ok(None);
        }
        let used_up = owned
            .package
            .usage
            .as_ref()
            .is_some_and(|usage| usage.is_used_up());
        let place = line
            .product
            .as_ref()
            .and_then(|product| Destination::of(&product.coverage));
        let mail = Ended {
            shop: self.shop,
            plan_name: &self.plan_name(line),
            because: if used_up {
                EndedBecause::UsedUp
            } else {
                EndedBecause::TimeOver
            },
            top_up_url: &self.top_up_url().await?,
            plans_url: self
                .shop
                .at(&place.map_or_else(|| "/".to_owned(), |place| Routes::place(place.slug()))),
        };
        Ok(Some(mail.letter(self.mail.to.clone())?))
    }

    async fn start_by(
        &self,
        owned: &OwnedPackage,
        line: &PackageLine,
    ) -> Result<Option<Email>, MailRenderError> {
        let start_by = owned.package.start_by.filter(|day| *day > self.now);
        let Some(start_by) = start_by else {
            return Ok(None);
        };
        let give_back = format!("{}/packages/{}/give-back", self.url, line.id);
        let mail = StartBy {
            shop: self.shop,
            plan_name: &self.plan_name(line),
            day: self.shop.t.day(start_by),
            days_left: (start_by.date_naive() - self.now.date_naive()).num_days(),
            installed: self
                .esim
                .esim
                .status
                .as_ref()
                .is_some_and(EsimStatus::is_installed),
            esim_url: &self.page_url().await?,
            give_back_url: cancel::terms(self.app, owned, self.now)
                .is_ok()
                .then_some(give_back),
        };
        Ok(Some(mail.letter(self.mail.to.clone())?))
    }
}
