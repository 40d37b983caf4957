//! Invoices: issued when the owner of an order asks for one, where the shop states what tax law
//! asks for. What one says is kept; the file is made of that each time.

mod paper;

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::db::Error;
use crate::db::invoices::{self, Invoice, NewInvoice};
use crate::db::order_pages::OrderView;
use crate::l10n::Locale;
use crate::pdf;
pub use crate::pdf::NoFile;
use crate::shop::{Shop, TaxKind};
use domain::email::EmailAddress;
use domain::invoice::{self, Item, Said, Seller};
use domain::order::PaymentState;

pub use paper::file;

/// Why a shop gives no invoices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Without {
    /// Seller, address, VAT number or tax is not stated.
    Details,
    /// They are, in letters that the invoice's font does not have.
    Letters,
}

/// What a traveller wrote cannot stand on an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Too many signs or lines.
    TooLong,
    /// Letters that the font does not have.
    Letters,
}

/// Who sells, as an invoice names it.
///
/// # Errors
/// [`Without`]: the shop gives none.
pub fn seller(shop: &Shop) -> Result<Seller, Without> {
    let stated = |fact: &Option<String>| {
        fact.as_deref()
            .map(str::trim)
            .filter(|fact| !fact.is_empty())
            .map(str::to_owned)
    };
    let legal = &shop.legal;
    let (Some(name), Some(address), Some(vat_id)) = (
        stated(&legal.seller),
        stated(&legal.address),
        stated(&legal.vat_id),
    ) else {
        return Err(Without::Details);
    };
    if shop.tax.kind == TaxKind::None {
        return Err(Without::Details);
    }
    let seller = Seller {
        name,
        address,
        vat_id,
        register: stated(&legal.register),
        email: shop.shop.support_email.clone(),
    };
    let all = [&seller.name, &seller.address, &seller.vat_id]
        .into_iter()
        .chain(&seller.register);
    if all.into_iter().all(|text| pdf::writes(text)) {
        Ok(seller)
    } else {
        Err(Without::Letters)
    }
}

/// The language that an invoice is written in: the traveller's, or English where the font does not
/// have its letters.
#[must_use]
pub fn language(t: Locale) -> Locale {
    if pdf::writes(&t.say("invoice-title")) {
        t
    } else {
        Locale::ENGLISH
    }
}

/// Whether an invoice can be issued for an order now: it is paid, its tax is known, and its invoice
/// would not have to be deleted at once.
#[must_use]
pub fn may_issue(app: &App, order: &OrderView) -> bool {
    let kept = TimeDelta::days(app.config.shop.privacy.invoices.into());
    let young = order.paid_at.is_some_and(|at| app.clock.now() < at + kept);
    order.payment == PaymentState::Paid
        && order.tax.is_some()
        && young
        && !order.test_ended
        && seller(&app.config.shop).is_ok()
}

/// To whom it is made out, if a traveller wrote that.
///
/// # Errors
/// [`Unfit`]
pub fn bill_to(written: &str) -> Result<Option<String>, Unfit> {
    let text = invoice::bill_to(written).map_err(|_| Unfit::TooLong)?;
    let fits = text.iter().flat_map(|text| text.lines()).all(pdf::writes);
    if fits { Ok(text) } else { Err(Unfit::Letters) }
}

/// Issues the invoice of an order, once, and a credit note of what has gone back already. Where
/// none may be issued, nothing happens.
///
/// # Errors
/// The database's.
pub async fn issue(
    app: &App,
    order: &OrderView,
    t: Locale,
    bill_to: Option<&str>,
) -> Result<(), Error> {
    let (Some((tax, percent)), Some(paid_at), Ok(seller)) =
        (order.tax, order.paid_at, seller(&app.config.shop))
    else {
        return Ok(());
    };
    if !may_issue(app, order) {
        return Ok(());
    }
    let t = language(t);
    let items = order.lines.iter().map(|line| {
        let plan = t.sold_name(line.product.as_ref(), &line.plan_name);
        let text = if order.topup {
            t.with("plan", plan).say("order-topup-line")
        } else {
            plan
        };
        Item {
            text,
            minor: line.price.minor,
        }
    });
    let items = if order.mixed() {
        together(items)
    } else {
        items.collect()
    };
    let said = Said {
        seller,
        order_number: order.order_number.clone(),
        paid_at,
        items,
        invoiced_at: None,
    };
    let new = NewInvoice {
        order_id: order.id,
        locale: t.code(),
        total: order.total,
        tax,
        percent,
        bill_to,
        said: &said,
    };
    let mut tx = app.db.begin().await?;
    invoices::issue(&mut tx, &new, app.clock.now()).await?;
    tx.commit().await
}

/// Equal items as one, with how many: so many plans as one order holds have room on one page.
fn together(items: impl Iterator<Item = Item>) -> Vec<Item> {
    let mut counted: Vec<(i64, Item)> = Vec::new();
    for item in items {
        match counted
            .iter_mut()
            .find(|(_, same)| same.text == item.text && same.minor == item.minor)
        {
            Some((many, _)) => *many += 1,
            None => counted.push((1, item)),
        }
    }
    let one = |(many, item): (i64, Item)| match many {
        1 => item,
        _ => Item {
            text: format!("{many} × {}", item.text),
            minor: item.minor.saturating_mul(many),
        },
    };
    counted.into_iter().map(one).collect()
}

/// An order's invoice and its credit notes, oldest first.
///
/// # Errors
/// The database's.
pub async fn of_order(app: &App, order: &OrderView) -> Result<Vec<Invoice>, Error> {
    invoices::of_order(&app.db, order.id).await
}

/// The invoices and credit notes that stay when a person is forgotten, each with the day until
/// when.
///
/// # Errors
/// The database's.
pub async fn kept_of(
    app: &App,
    address: &EmailAddress,
) -> Result<Vec<(String, DateTime<Utc>)>, Error> {
    let kept = TimeDelta::days(app.config.shop.privacy.invoices.into());
    let all = invoices::of_person(&app.db, address).await?;
    Ok(all
        .into_iter()
        .map(|(number, at)| (number, at + kept))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_of_several_plans_stand_as_one_and_the_sum_is_the_same() {
        let item = |text: &str, minor| Item {
            text: text.to_owned(),
            minor,
        };
        let all = vec![
            item("Japan", 1440),
            item("Japan", 1440),
            item("Thailand", 900),
            item("Japan", 1441),
        ];
        let told: Vec<(String, i64)> = together(all.into_iter())
            .into_iter()
            .map(|item| (item.text, item.minor))
            .collect();
        let expected = [("2 × Japan", 2880), ("Thailand", 900), ("Japan", 1441)];
        assert_eq!(told, expected.map(|(text, minor)| (text.to_owned(), minor)));
    }
}
