//! What the page of an order, or of one of its eSIMs, shows: the struct of its template.

use askama::Template;
use chrono::{DateTime, Utc};

use super::family_view::{FamilyRow, FamilySaid};
use super::living::Living;
use super::order_words::OrderWords;
use crate::db::order_pages::{LineView, OrderView};
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::web::http::device::Device;
use crate::web::layout::Chrome;
use domain::line::LineState;
use domain::mail_slip;
use domain::phase::Phase;

/// `GET /orders/{token}`, and `GET /my-esims/{iccid_ref}` for one of its eSIMs.
#[derive(Template)]
#[template(path = "account/order.html")]
pub(super) struct OrderPage<'a> {
    pub(super) t: Locale,
    pub(super) chrome: Chrome,
    pub(super) words: OrderWords<'a>,
    pub(super) order: &'a OrderView,
    /// The eSIMs that this visitor may see.
    pub(super) lives: Vec<Living<'a>>,
    /// Whether the page is about one eSIM alone.
    pub(super) one: bool,
    pub(super) device: Device,
    /// Whether the order is this visitor's, rather than opened by a key.
    pub(super) owner: bool,
    /// Whether it has an invoice, or may have one; for its owner.
    pub(super) invoice: bool,
    /// The page of the eSIM that was topped up, for its owner.
    pub(super) target: Option<String>,
    /// What came of the last press of whom they are for.
    pub(super) said: &'a FamilySaid,
    pub(super) now: DateTime<Utc>,
}

impl OrderPage<'_> {
    fn path(&self) -> String {
        self.t.path(&Routes::order(&self.order.token))
    }

    /// The eSIM that all of the page is about.
    fn living(&self) -> Option<&Living<'_>> {
        self.lives.first().filter(|_| self.one)
    }

    pub(super) fn headline(&self) -> String {
        match self.living() {
            Some(living) => living.headline(),
            None if self.settled_in() => self.t.with("n", self.lives.len()).say("order-yours"),
            None => self.words.headline(),
        }
    }

    /// Whether one of several is still to be installed.
    fn any_to_install(&self) -> bool {
        self.lives.iter().any(Living::to_install)
    }

    /// How one of several stands here.
    fn row(&self, living: &Living<'_>) -> FamilyRow {
        FamilyRow::of(
            living,
            self.owner && !self.order.one_of_each(),
            self.keeps_one(living),
        )
    }

    /// Whether one of its plan is for the buyer's own phone, which takes one of each plan.
    fn keeps_one(&self, living: &Living<'_>) -> bool {
        self.lives.iter().any(|one| {
            one.whom.mine && one.to_install() && one.card.plan_name == living.card.plan_name
        })
    }

    /// Whether this visitor says whom they are for. One of each plan is for one traveller; each can
    /// still be handed over on its own page.
    fn shares(&self) -> bool {
        !self.one && self.owner && self.any_to_install() && !self.order.one_of_each()
    }

    /// Whether one may still be installed from this page.
    fn any_at_hand(&self) -> bool {
        self.lives
            .iter()
            .any(|living| matches!(self.row(living), FamilyRow::Here | FamilyRow::Waiting))
    }

    /// How many are for somebody else, and nobody has a link yet.
    fn unsent(&self) -> usize {
        self.lives
            .iter()
            .filter(|living| self.row(living) == FamilyRow::Waiting)
            .count()
    }

    /// Whether one of them is put on this very phone by the button above all else.
    fn taps(&self) -> bool {
        self.lives
            .iter()
            .any(|living| self.row(living) == FamilyRow::Here && living.card.one_tap().is_some())
    }

    /// What is wrong with the name of one that waits: the key of its words.
    fn fault_of(&self, living: &Living<'_>) -> Option<&'static str> {
        self.said.fault(living.position)
    }

    /// The name in the field of one that waits: as it was typed, or as it is kept.
    fn name_of<'l>(&'l self, living: &'l Living<'_>) -> &'l str {
        self.said
            .typed
            .get(&living.position)
            .map_or(living.card.traveller.unwrap_or_default(), String::as_str)
    }

    /// Whether one of several has its first connection before it.
    fn any_to_start(&self) -> bool {
        self.lives.iter().any(Living::to_start)
    }

    /// Whether all of several are here and none is still to be installed.
    fn settled_in(&self) -> bool {
        !self.one && !self.lives.is_empty() && !self.any_to_install() && self.words.all_here()
    }

    fn phase(&self) -> Phase {
        self.living()
            .map_or_else(|| self.words.phase(), |living| living.esim.phase)
    }

    /// The access point name of all the eSIMs, if it is one and the same.
    fn apn(&self) -> Option<&str> {
        let first = self.lives.first()?.card.apn?;
        self.lives
            .iter()
            .all(|living| living.card.apn == Some(first))
            .then_some(first)
    }

    /// The tax in the total, in words.
    fn tax(&self) -> Option<String> {
        let (amount, percent) = self.order.tax?;
        self.t.tax_included(amount, percent)
    }

    /// Whether a top-up is on its eSIM.
    fn added(&self) -> bool {
        self.order.topup
            && self
                .order
                .lines
                .iter()
                .any(|l| l.state == LineState::Delivered)
    }

    /// That its mail is refused, and how the address is corrected; for its owner. A top-up's mails
    /// may go to somebody else.
    fn mail_refused(&self) -> Option<Html> {
        let address = self
            .order
            .email
            .as_ref()
            .filter(|_| self.order.mail_refused && self.owner && !self.order.topup)?;
        let (email, order) = (
            self.chrome.support_email.as_str(),
            self.order.order_number.as_str(),
        );
        let words = self
            .t
            .with("address", address.written().as_ref())
            .with("email", email)
            .with("order", order);
        Some(words.linked("order-mail-refused", &[&format!("mailto:{email}")]))
    }

    /// Where its mail goes, while that can still be another address; for its owner.
    fn mailed_to(&self) -> Option<Html> {
        // The eSIMs were looked at after the order was read.
        let installed =
            self.order.installed() || self.lives.iter().any(|living| living.esim.installed());
        let address = self
            .order
            .email
            .as_ref()
            .filter(|_| self.owner && !installed && !self.order.topup)?;
        Some(
            self.t
                .with("address", address.masked())
                .linked("order-mailed-to", &[&Routes::order_mail(&self.order.token)]),
        )
    }

    /// That its address looks like a slip of the finger.
    fn mail_slip(&self) -> Option<Html> {
        self.mailed_to()?;
        let address = self.order.email.as_ref()?;
        let meant = mail_slip::meant(address)?;
        let words = self
            .t
            .with("typed", address.parts().1.to_owned())
            .with("meant", meant.parts().1.to_owned());
        Some(words.linked("order-mail-slip", &[&Routes::order_mail(&self.order.token)]))
    }

    fn any_delivered(&self) -> bool {
        self.order
            .lines
            .iter()
            .any(|l| l.state == LineState::Delivered && l.esim.is_some())
    }

    /// What the page says was bought: of one eSIM of several, that one.
    fn bought(&self) -> impl Iterator<Item = &LineView> {
        let only = self.living().map(|living| living.card.esim.id);
        self.order.lines.iter().filter(move |line| {
            only.is_none_or(|id| line.esim.as_ref().is_some_and(|esim| esim.id == id))
        })
    }

    /// Whether that is the whole order.
    fn all_bought(&self) -> bool {
        self.bought().count() == self.order.lines.len()
    }

    /// Which of several stands open: the first that is installed here.
    fn stands_open(&self, living: &Living<'_>) -> bool {
        let first = self
            .lives
            .iter()
            .find(|one| self.row(one) == FamilyRow::Here);
        first.is_some_and(|first| first.card.esim.id == living.card.esim.id)
    }

    /// Where a sign-in that begins here leads back to.
    fn return_to(&self) -> String {
        Routes::order(&self.order.token)
    }

    /// A mail to the shop about how it went.
    fn feedback(&self) -> String {
        format!(
            "mailto:{}?subject={}",
            self.chrome.support_email, self.order.order_number
        )
    }
}
