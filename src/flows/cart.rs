//! What an order is made of: so many of each of several plans, or a top-up of one eSIM. Reckons and
//! compares; places nothing.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::discounts::Discount;
use crate::catalogue::Plan;
use crate::db::checkout_sessions::OpenSession;
use crate::db::order_pages::LineView;
use crate::l10n::Locale;
use crate::stripe::Item;
use domain::money::Money;
use domain::partner::Partner;

/// What is to be paid for: new eSIMs, or a top-up of one.
#[derive(Debug)]
pub(super) struct Cart<'a> {
    /// Each plan once, at our price of now, and 1 to 9 of it.
    pub plans: Vec<(&'a Plan, i64)>,
    /// What a code takes off.
    pub discount: Option<&'a Discount>,
    /// By whose link the buyer came.
    pub via: Option<&'a Partner>,
    /// The eSIM that its one plan tops up; the supplier has just offered it for that.
    pub target_iccid: Option<&'a str>,
    /// The buyer's address, if it is known before paying.
    pub email: Option<&'a str>,
    /// Where Stripe sends the buyer who turns back.
    pub cancel_url: String,
    /// The hash of the buyer's cookie.
    pub buyer_hash: &'a [u8; 32],
    /// The page's language.
    pub locale: &'a str,
}

/// A line as it is sold: its plan, the price after a code, and what the code takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sold<'a> {
    /// What it buys.
    pub plan: &'a Plan,
    /// Minor units of the order's currency.
    pub price_minor: i64,
    /// What is no longer in that.
    pub discount_minor: i64,
}

impl<'a> Cart<'a> {
    /// The same for the same buyer and wish at the same price.
    pub(super) fn hash(&self, total: Money) -> [u8; 32] {
        let code = self
            .discount
            .map(|discount| discount.code.name.as_str())
            .unwrap_or_default();
        let mut wish = String::new();
        for (plan, quantity) in &self.plans {
            // A single plan needs no more than the total; a total of several says nothing of each.
            let unit = if self.plans.len() > 1 {
                format!(" {}", plan.price.minor)
            } else {
                String::new()
            };
            let _ = write!(wish, "{} {quantity}{unit} ", plan.product.id);
        }
        let _ = write!(
            wish,
            "{} {total} {code}",
            self.target_iccid.unwrap_or_default()
        );
        Sha256::new()
            .chain_update(self.buyer_hash)
            .chain_update(wish)
            .finalize()
            .into()
    }

    /// What is charged for all of it.
    pub(super) fn total(&self) -> Option<Money> {
        self.discount.map_or_else(
            || whole(&self.plans),
            |discount| Some(discount.reduced.total()),
        )
    }

    /// Its lines, by position.
    pub(super) fn lines(&self) -> Vec<Sold<'a>> {
        let plans = self
            .plans
            .iter()
            .flat_map(|(plan, quantity)| (0..*quantity).map(move |_| *plan));
        let line = |(plan, position): (&'a Plan, i64)| {
            let off = self
                .discount
                .map_or(0, |discount| discount.reduced.off(position).minor);
            Sold {
                plan,
                price_minor: plan.price.minor - off,
                discount_minor: off,
            }
        };
        plans.zip(1..).map(line).collect()
    }

    /// `Japan · 10 GB · 7 days, 2 × Thailand · 5 GB · 15 days`: for operators.
    pub(super) fn title(&self) -> String {
        let title = |(plan, quantity): &(&Plan, i64)| match quantity {
            1 => plan.title(Locale::ENGLISH),
            many => format!("{many} × {}", plan.title(Locale::ENGLISH)),
        };
        match self.plans.as_slice() {
            [(plan, _)] => plan.title(Locale::ENGLISH),
            several => several.iter().map(title).collect::<Vec<_>>().join(", "),
        }
    }

    /// Whether a payment page sells just this: the same lines at the same prices.
    pub(super) fn is_on(&self, open: &OpenSession, total: Money) -> bool {
        let lines = self.lines();
        open.product_ids
            .iter()
            .map(String::as_str)
            .eq(lines.iter().map(|line| line.plan.product.id.as_str()))
            && open
                .prices_minor
                .iter()
                .copied()
                .eq(lines.iter().map(|line| line.price_minor))
            && open.target_iccid.as_deref() == self.target_iccid
            && (open.total_minor, open.currency.as_str())
                == (total.minor, total.currency.lower().as_str())
    }
}

/// What so many of each of these cost without a code.
#[must_use]
pub fn whole(plans: &[(&Plan, i64)]) -> Option<Money> {
    let price = |(plan, quantity): &(&Plan, i64)| plan.price.times(*quantity);
    plans
        .iter()
        .map(price)
        .reduce(|sum, price| sum?.plus(price?))?
}

/// What Stripe's page lists: lines of the same plan and price as one.
pub(super) fn items(t: Locale, lines: &[LineView]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for line in lines {
        let title = t.sold_name(line.product.as_ref(), &line.plan_name);
        match items.last_mut() {
            Some(same) if same.title == title && same.unit == line.price => same.quantity += 1,
            _ => items.push(Item {
                title,
                unit: line.price,
                quantity: 1,
            }),
        }
    }
    items
}
