//! How an invoice and a credit note look on paper. Every figure comes from what was kept.

use crate::db::invoices::Invoice;
use crate::l10n::{Language, Locale};
use crate::pdf::{self, NoFile, Paper, Style, Weight};
use domain::destination;
use domain::invoice::Kind;
use domain::money::Money;

const LEFT: i32 = 1_134;
const RIGHT: i32 = pdf::WIDTH - LEFT;
const MIDDLE: i32 = 6_200;
/// From one line to the next.
const STEP: i32 = 270;

const PLAIN: Style = Style {
    size: 190,
    weight: Weight::Regular,
    grey: false,
};
const BOLD: Style = Style {
    weight: Weight::Bold,
    ..PLAIN
};
const LABEL: Style = Style {
    size: 170,
    weight: Weight::Regular,
    grey: true,
};
const TITLE: Style = Style {
    size: 440,
    weight: Weight::Bold,
    grey: false,
};

/// The language that a document is written in.
fn written_in(invoice: &Invoice) -> Locale {
    invoice
        .locale
        .parse::<&'static Language>()
        .map_or(Locale::ENGLISH, |language| Locale::new(language, true))
}

/// Its file.
///
/// # Errors
/// [`NoFile`]
pub fn file(invoice: &Invoice) -> Result<Vec<u8>, NoFile> {
    let t = written_in(invoice);
    let mut sheet = Sheet {
        t,
        invoice,
        paper: Paper::new()?,
    };
    let title = sheet.title();
    sheet.paper.text(LEFT, 1_700, TITLE, &title);
    if !invoice.livemode {
        sheet.paper.text(LEFT, 2_040, BOLD, &t.say("invoice-test"));
    }
    let below = sheet.facts(2_600).max(sheet.seller(2_600));
    let below = sheet.addressee(below + STEP);
    let below = sheet.items(below + 2 * STEP);
    sheet.sums(below);
    let name = format!("{title} {}", invoice.number);
    sheet
        .paper
        .finish(&name, &invoice.said.seller.name, t.code())
}

struct Sheet<'a> {
    t: Locale,
    invoice: &'a Invoice,
    paper: Paper,
}

impl Sheet<'_> {
    fn title(&self) -> String {
        self.t.say(if self.invoice.kind == Kind::Invoice {
            "invoice-title"
        } else {
            "invoice-credit-title"
        })
    }

    /// `14.40 USD`: a code says which dollars.
    fn amount(&self, minor: i64) -> String {
        let money = Money::new(minor, self.invoice.total.currency);
        format!(
            "{}\u{a0}{}",
            self.t.decimal(&money.major().to_string()),
            money.currency.code()
        )
    }

    /// Lines one below the other, none wider than `width`; where the next would stand.
    fn lines(&mut self, x: i32, y: i32, width: i32, style: Style, texts: &[String]) -> i32 {
        let all: Vec<String> = texts
            .iter()
            .flat_map(|text| self.paper.wrap(text, width, style))
            .collect();
        for (line, at) in all
            .iter()
            .zip((y..).step_by(usize::try_from(STEP).unwrap_or(1)))
        {
            self.paper.text(x, at, style, line);
        }
        y + STEP * i32::try_from(all.len()).unwrap_or_default()
    }

    fn seller(&mut self, y: i32) -> i32 {
        let seller = &self.invoice.said.seller;
        let mut texts = vec![
            seller.address.clone(),
            seller.email.clone(),
            format!("{}: {}", self.t.say("imprint-vat"), seller.vat_id),
        ];
        texts.extend(
            seller
                .register
                .as_ref()
                .map(|register| format!("{}: {register}", self.t.say("imprint-register"))),
        );
        let label = self.t.say("imprint-seller");
        self.paper.text(LEFT, y, LABEL, &label);
        let below = self.lines(
            LEFT,
            y + STEP,
            MIDDLE - LEFT - 400,
            BOLD,
            std::slice::from_ref(&seller.name),
        );
        self.lines(LEFT, below, MIDDLE - LEFT - 400, PLAIN, &texts)
    }

    /// Number, days and order, on the right.
    fn facts(&mut self, y: i32) -> i32 {
        let (t, invoice) = (self.t, self.invoice);
        let mut facts = vec![
            ("invoice-number", invoice.number.clone()),
            ("invoice-date", t.day(invoice.issued_at)),
            ("invoice-supplied", t.day(invoice.said.paid_at)),
            ("invoice-order", invoice.said.order_number.clone()),
        ];
        if let (Some(number), Some(at)) = (&invoice.refers_to, invoice.said.invoiced_at) {
            let of = t
                .with("number", number.as_str())
                .with("day", t.day(at))
                .say("invoice-of");
            facts.push(("invoice-refers-to", of));
        }
        let country = invoice.country.as_deref().and_then(destination::country);
        facts.extend(
            country.map(|country| ("invoice-country", country.name_in(t.code()).to_owned())),
        );
        let mut below = y;
        for (label, fact) in facts {
            self.paper.text(MIDDLE, below, LABEL, &t.say(label));
            below = self.lines(
                MIDDLE + 2_000,
                below,
                RIGHT - MIDDLE - 2_000,
                PLAIN,
                &[fact],
            );
        }
        below
    }

    fn addressee(&mut self, y: i32) -> i32 {
        let texts: Vec<String> = self
            .invoice
            .bill_to
            .iter()
            .flat_map(|text| text.lines())
            .map(str::to_owned)
            .collect();
        if texts.is_empty() {
            return y;
        }
        let label = self.t.say("invoice-bill-to");
        self.paper.text(LEFT, y + STEP, LABEL, &label);
        self.lines(LEFT, y + 2 * STEP, MIDDLE - LEFT - 400, PLAIN, &texts)
    }

    fn items(&mut self, y: i32) -> i32 {
        let t = self.t;
        self.paper.text(LEFT, y, LABEL, &t.say("invoice-item"));
        self.paper
            .text_to(RIGHT, y, LABEL, &t.say("invoice-amount"));
        self.paper.rule(LEFT, y + 110, RIGHT - LEFT);
        let mut below = y + 110 + STEP;
        let credited = || {
            vec![(
                t.with("order", self.invoice.said.order_number.as_str())
                    .say("invoice-credited"),
                self.invoice.total.minor,
            )]
        };
        let items = match self.invoice.kind {
            Kind::Invoice => self
                .invoice
                .said
                .items
                .iter()
                .map(|item| (item.text.clone(), item.minor))
                .collect(),
            Kind::CreditNote => credited(),
        };
        for (text, minor) in items {
            let amount = self.amount(minor);
            self.paper.text_to(RIGHT, below, PLAIN, &amount);
            below = self.lines(LEFT, below, RIGHT - LEFT - 2_400, PLAIN, &[text]);
        }
        self.paper.rule(LEFT, below - 130, RIGHT - LEFT);
        below
    }

    fn sums(&mut self, y: i32) {
        let (t, invoice) = (self.t, self.invoice);
        let tax = invoice
            .percent
            .map(|percent| t.decimal(&percent.normalize().to_string()));
        let tax = tax.map_or_else(
            || t.say("invoice-tax"),
            |percent| t.with("percent", percent).say("invoice-tax-at"),
        );
        let sums = [
            (t.say("invoice-net"), invoice.net, PLAIN),
            (tax, invoice.tax, PLAIN),
            (t.say("order-total"), invoice.total, BOLD),
        ];
        let mut below = y + STEP / 2;
        for (label, money, style) in sums {
            self.paper.text(MIDDLE, below, style, &label);
            let amount = self.amount(money.minor);
            self.paper.text_to(RIGHT, below, style, &amount);
            below += STEP;
        }
        let closing = match invoice.kind {
            Kind::Invoice => t
                .with("day", t.day(invoice.said.paid_at))
                .say("invoice-paid"),
            Kind::CreditNote => t
                .with("day", t.day(invoice.issued_at))
                .say("invoice-sent-back"),
        };
        self.lines(LEFT, below + 2 * STEP, RIGHT - LEFT, PLAIN, &[closing]);
    }
}
