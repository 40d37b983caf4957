//! A table for the accountant: paid orders with their money, one a row, as CSV or JSON. No address,
//! name of a person or code.

use std::io::{self, Write};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::Serialize;

use crate::app::App;
use crate::db;
use crate::db::export::{self, SoldOrder};
use domain::money::{Currency, Money};

/// Why there is no table.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The database.
    #[error("the database failed: {0}")]
    Db(#[from] db::Error),
    /// An order's currency is none that is known.
    #[error("{0} was sold in a strange currency")]
    Currency(String),
}

/// The orders that were paid on these days of UTC, both included.
///
/// # Errors
/// [`LedgerError`]: a table with a row left out would be worse than none.
pub async fn of_days(app: &App, from: NaiveDate, to: NaiveDate) -> Result<Vec<Row>, LedgerError> {
    let mut rows = Vec::new();
    for day in from.iter_days().take_while(|day| *day <= to) {
        for order in export::of_day(&app.db, day).await? {
            rows.push(Row::of(order)?);
        }
    }
    Ok(rows)
}

/// A row, in the order of its columns. Amounts are in units of the currency; unknown ones are
/// empty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Row {
    order_number: String,
    mode: String,
    kind: String,
    paid_on: String,
    paid_at: String,
    delivered_at: Option<String>,
    refunded_at: Option<String>,
    country: Option<String>,
    plans: String,
    lines: i64,
    currency: String,
    gross: String,
    fee: Option<String>,
    tax: String,
    refunded: String,
    owed: String,
    cost: Option<String>,
    margin: Option<String>,
    stripe_payment_intent_id: Option<String>,
}

/// The names of [`Row`]'s columns, which stand there without a row as well.
const COLUMNS: [&str; 19] = [
    "order_number",
    "mode",
    "kind",
    "paid_on",
    "paid_at",
    "delivered_at",
    "refunded_at",
    "country",
    "plans",
    "lines",
    "currency",
    "gross",
    "fee",
    "tax",
    "refunded",
    "owed",
    "cost",
    "margin",
    "stripe_payment_intent_id",
];

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl Row {
    fn of(order: SoldOrder) -> Result<Self, LedgerError> {
        let currency: Currency = order
            .currency
            .parse()
            .map_err(|_| LedgerError::Currency(order.order_number.clone()))?;
        let amount = |minor| Money::new(minor, currency).major().to_string();
        Ok(Self {
            mode: order.mode,
            kind: order.kind,
            paid_on: order.paid_at.date_naive().to_string(),
            paid_at: time(order.paid_at),
            delivered_at: order.delivered_at.map(time),
            refunded_at: order.refunded_at.map(time),
            country: order.country,
            plans: order.plans,
            lines: order.lines,
            gross: amount(order.gross_minor),
            fee: order.fee_minor.map(amount),
            tax: amount(order.tax_minor),
            refunded: amount(order.refunded_minor),
            owed: amount(order.owed_minor),
            cost: order.cost_minor.map(amount),
            margin: order.margin_minor.map(amount),
            currency: order.currency,
            order_number: order.order_number,
            stripe_payment_intent_id: order.stripe_payment_intent_id,
        })
    }

    /// As a spreadsheet may open it: a text that it would take for a formula is told to be a text.
    fn for_spreadsheets(&self) -> Self {
        let text = |text: &String| harmless(text);
        let maybe = |text: &Option<String>| text.as_ref().map(|text| harmless(text));
        Self {
            order_number: text(&self.order_number),
            kind: text(&self.kind),
            country: maybe(&self.country),
            plans: text(&self.plans),
            stripe_payment_intent_id: maybe(&self.stripe_payment_intent_id),
            ..self.clone()
        }
    }
}

/// A plan's name is the supplier's, and a cell that begins like a formula is run by some
/// spreadsheets.
fn harmless(text: &str) -> String {
    let formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// As CSV for a spreadsheet.
///
/// # Errors
/// When `out` takes no more.
pub fn as_csv(rows: &[Row], out: impl Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .from_writer(out);
    writer.write_record(COLUMNS)?;
    for row in rows {
        writer.serialize(row.for_spreadsheets())?;
    }
    writer.flush()?;
    Ok(())
}

/// As JSON.
///
/// # Errors
/// When `out` takes no more.
pub fn as_json(rows: &[Row], mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, rows)?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[Row]) -> String {
        let mut out = Vec::new();
        as_csv(rows, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_name_that_is_a_formula_is_no_formula_in_a_spreadsheet() {
        for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"] {
            assert_eq!(harmless(bad), format!("'{bad}"));
        }
        let plans = "=HYPERLINK(\"https://evil.example\"), \"x\"".to_owned();
        let row = Row {
            order_number: "E10001".into(),
            plans,
            margin: Some("-1.20".into()),
            ..Row::default()
        };
        let text = written(&[row]);
        assert!(
            text.contains(r#","'=HYPERLINK(""https://evil.example""), ""x""","#),
            "{text}"
        );
        assert!(text.contains(",-1.20,"), "a loss is a number: {text}");
    }

    #[test]
    fn the_columns_are_named_as_they_are_filled_and_without_orders_all_the_same() {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(Row::default()).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        assert_eq!(text.lines().next(), Some(COLUMNS.join(",").as_str()));
        assert_eq!(written(&[]).trim_end(), COLUMNS.join(","));
    }
}
