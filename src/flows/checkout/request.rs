//! What a traveller asks to buy, and why it is not sold.

use chrono::NaiveDate;
use url::form_urlencoded;

use crate::app::App;
use crate::db;
use crate::flows::Error;
use crate::routes::Routes;
use domain::discount::{Name, Unfit};
use domain::email::EmailAddress;
use domain::partner::Partner;

/// What a visitor wants to buy; the form has been checked.
#[derive(Debug, Clone)]
pub struct CheckoutRequest {
    /// Each plan once: at most `MOST_PLANS`, and `MOST_LINES` eSIMs in all.
    pub plans: Vec<Wanted>,
    /// The hash of the buyer's cookie.
    pub buyer_hash: [u8; 32],
    /// The page's language.
    pub locale: String,
    /// A discount code.
    pub code: Option<Name>,
    /// Who is signed in.
    pub signed_in: Option<EmailAddress>,
    /// Whose link they came by.
    pub via: Option<Partner>,
}

/// So many of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// A plan on the shelf.
    pub product_id: String,
    /// 1 to `MOST_OF_A_PLAN`.
    pub quantity: i32,
    /// When it is first needed, if that was said: whoever turns back finds it again.
    pub first_day: Option<NaiveDate>,
    /// The price of one that the page showed, in minor units, if the form says so.
    pub shown: Option<i64>,
}

impl CheckoutRequest {
    /// Where Stripe sends a buyer who turns back: the plan, or all of them, with what was chosen,
    /// and a word on what was charged.
    pub(super) fn turned_back(&self, app: &App) -> String {
        let t = app.config.shop.locale_of(&self.locale);
        let day = |wanted: &Wanted| wanted.first_day.map(|day| day.to_string());
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("unpaid", "1");
        let path = match self.plans.as_slice() {
            [one] => {
                query.append_pair("quantity", &one.quantity.to_string());
                query.extend_pairs(day(one).map(|day| ("first_day", day)));
                t.path(&Routes::plan(&one.product_id))
            }
            several => {
                choice_query(&mut query, several);
                t.path(Routes::CHECKOUT)
            }
        };
        query.extend_pairs(self.code.as_ref().map(|code| ("code", code.as_str())));
        query.extend_pairs(self.via.as_ref().map(|via| ("via", via.as_str())));
        Routes::absolute(
            &app.config.public_url,
            &format!("{path}?{}", query.finish()),
        )
    }
}

/// A choice of several plans as an address says it.
pub fn choice_query(query: &mut form_urlencoded::Serializer<'_, String>, plans: &[Wanted]) {
    for wanted in plans {
        query
            .append_pair("product_id", &wanted.product_id)
            .append_pair("quantity", &wanted.quantity.to_string());
        // In step with the others, where one has a day.
        if plans.iter().any(|wanted| wanted.first_day.is_some()) {
            query.append_pair(
                "first_day",
                &wanted
                    .first_day
                    .map(|day| day.to_string())
                    .unwrap_or_default(),
            );
        }
    }
}

/// Why nothing is sold now. The page has words for each.
#[derive(Debug, thiserror::Error)]
pub enum CheckoutError {
    /// There is no such plan.
    #[error("no such plan")]
    Unknown,
    /// These are not sold as the page showed them.
    #[error("not sold as shown: {0:?}")]
    Unsold(Vec<(String, Unsold)>),
    /// Sales are stopped, or the catalogue is too old to trust.
    #[error("sales are stopped")]
    Stopped,
    /// The discount code takes nothing off this.
    #[error("a discount code does not fit: {0:?}")]
    Code(Unfit),
    /// More payment pages are asked for than a shop of this size opens in a minute.
    #[error("too many payment pages at once")]
    Flood,
    /// Something failed; nothing was charged.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Why a plan is not sold as its page showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsold {
    /// The supplier no longer sells it.
    Gone,
    /// It costs more than the page said, or a top-up's price is another one.
    Dearer,
}

impl CheckoutError {
    /// For one plan.
    #[must_use]
    pub fn of(product_id: &str, why: Unsold) -> Self {
        Self::Unsold(vec![(product_id.to_owned(), why)])
    }
}

impl From<db::Error> for CheckoutError {
    fn from(error: db::Error) -> Self {
        Self::Failed(error.into())
    }
}
