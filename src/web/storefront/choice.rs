//! Several plans in one payment: `POST /checkout` with `product_id` and `quantity` repeated, and
//! the page on which such a choice is found again.

use crate::web::layout::error_page;
use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use url::form_urlencoded;

use super::checkout::{self, Buying};
use super::discount;
use super::pay::{PayForm, SentCode};
use super::plan::too_early;
use super::trip::plan_for;
use crate::app::App;
use crate::catalogue::{Plan, Snapshot};
use crate::db::products;
use crate::flows::checkout::{
    CHOICE, MOST_LINES, MOST_OF_A_PLAN, MOST_PLANS, NotSold, Unsold, Wanted, Wish, choice_query,
};
use crate::l10n::{Given, Locale};
use crate::shop::Consent;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::form::Form;
use crate::web::http::limits;
use crate::web::http::locale::RequestLocale;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::money::Money;

/// Rows that are shown of a form that has too many.
const MOST_ROWS: usize = 40;
/// What is shown again of a code; no code is as long.
const LONGEST_CODE: usize = 40;

/// A plan of a choice.
#[derive(Debug, Clone, Default)]
struct Row {
    product_id: String,
    /// As it was sent; of a plan that was sent twice, both together.
    quantity: String,
    first_day: Option<NaiveDate>,
    /// The price of one that the page showed, in minor units.
    shown: Option<i64>,
    /// While it is on the shelf.
    plan: Option<Arc<Plan>>,
    /// What it was called, when it is not.
    name: String,
    /// Whether it cannot be bought.
    gone: bool,
    /// What is wrong with it.
    message: Option<String>,
}

/// A choice of several plans as a form or an address says it, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Choice {
    rows: Vec<Row>,
    sent: SentCode,
    anyway: bool,
    begin_now: bool,
    /// By the name of the field; `form` for the whole.
    messages: BTreeMap<&'static str, String>,
}

impl Row {
    /// How many, if that can be.
    fn wanted(&self) -> Option<i32> {
        self.quantity
            .parse()
            .ok()
            .filter(|quantity| (1..=MOST_OF_A_PLAN).contains(quantity))
    }

    /// How many there can be, what they cost together, and whether that was chosen.
    fn quantities(&self) -> Vec<(i32, Money, bool)> {
        let price = |n: i32| self.plan.as_ref()?.price.times(n.into());
        (1..=MOST_OF_A_PLAN)
            .filter_map(|n| Some((n, price(n)?, self.wanted() == Some(n))))
            .collect()
    }

    fn day(&self) -> String {
        self.first_day
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    /// `From 3 May 2027`
    fn begins(&self, t: impl Given<Locale>) -> Option<String> {
        let t = t.plain();
        Some(t.with("day", t.date(self.first_day?)).say("choice-from"))
    }

    fn as_wanted(&self) -> Wanted {
        let (product_id, quantity) = (self.product_id.clone(), self.wanted().unwrap_or(1));
        Wanted {
            product_id,
            quantity,
            first_day: self.first_day,
            shown: self.shown,
        }
    }

    /// The same plan was sent again.
    fn add(&mut self, other: Self) {
        let sum = self
            .quantity
            .parse::<u32>()
            .ok()
            .zip(other.quantity.parse::<u32>().ok())
            .map(|(one, two)| one.saturating_add(two));
        self.quantity = sum.map(|sum| sum.to_string()).unwrap_or_default();
        self.first_day = self.first_day.max(other.first_day);
    }
}

impl Choice {
    /// Reads what was sent. Lists of different lengths leave the quantity of the last plan open.
    fn read(t: Locale, snapshot: &Snapshot, form: &Form) -> Self {
        let all = |name: &'static str| form.all(name).collect::<Vec<_>>();
        let (ids, quantities, days, prices) = (
            all("product_id"),
            all("quantity"),
            all("first_day"),
            all("price_minor"),
        );
        // One day stands for all.
        let day_of = |at: usize| {
            if days.len() == 1 {
                days.first()
            } else {
                days.get(at).filter(|_| days.len() == ids.len())
            }
        };
        let mut choice = Self::default();
        for (at, id) in ids.iter().enumerate() {
            let day = day_of(at).copied().unwrap_or_default();
            let first_day = day.parse().ok();
            if !day.is_empty() && first_day.is_none() {
                choice.messages.insert("form", t.say("buy-no-day"));
            }
            let row = Row {
                product_id: (*id).to_owned(),
                quantity: quantities.get(at).copied().unwrap_or_default().to_owned(),
                first_day,
                shown: prices
                    .get(at)
                    .filter(|_| prices.len() == ids.len())
                    .and_then(|price| price.parse().ok()),
                plan: snapshot.plan(id).cloned(),
                ..Row::default()
            };
            match choice
                .rows
                .iter_mut()
                .find(|earlier| earlier.product_id == row.product_id)
            {
                Some(earlier) => earlier.add(row),
                None => choice.rows.push(row),
            }
        }
        if let Some(last) = choice
            .rows
            .last_mut()
            .filter(|_| ids.len() != quantities.len())
        {
            last.quantity.clear();
        }
        let yes = |name| form.field(name) == "yes";
        (choice.anyway, choice.begin_now) = (yes("anyway"), yes("begin_now"));
        choice.sent.text = form.field("code").chars().take(LONGEST_CODE).collect();
        choice
    }

    /// What is no longer on the shelf says so, by the name that it had.
    async fn mark_gone(&mut self, app: &App, t: Locale) -> Result<(), WebError> {
        for row in self
            .rows
            .iter_mut()
            .filter(|row| row.plan.is_none())
            .take(MOST_ROWS)
        {
            row.name = products::name(&app.db, &row.product_id)
                .await?
                .unwrap_or_else(|| t.say("choice-unnamed"));
            (row.gone, row.message) = (true, Some(t.say("buy-gone")));
        }
        Ok(())
    }

    /// What is wrong with how many of what.
    fn check_amounts(&mut self, t: Locale) {
        for row in self
            .rows
            .iter_mut()
            .filter(|row| !row.gone && row.wanted().is_none())
        {
            row.message = Some(t.say("buy-quantity"));
        }
        let lines: i32 = self.rows.iter().filter_map(Row::wanted).sum();
        if self.rows.len() > MOST_PLANS {
            self.messages
                .insert("product_id", t.with("n", MOST_PLANS).say("choice-plans"));
        } else if lines > MOST_LINES {
            self.messages
                .insert("quantity", t.with("n", MOST_LINES).say("choice-lines"));
        }
    }

    /// What is wrong with the answers.
    fn check_answers(&mut self, t: Locale, form: &Form, consent: Consent, today: NaiveDate) {
        if form.field("device_ok") != "yes" {
            self.messages.insert("device_ok", t.say("buy-device"));
        }
        if consent == Consent::Box && !self.begin_now {
            self.messages.insert("begin_now", t.say("buy-begin-now"));
        }
        let early = self
            .last_arrival()
            .and_then(|day| too_early(t, day, today))
            .filter(|_| !self.anyway);
        self.messages
            .extend(early.map(|words| ("first_day", words)));
    }

    /// When the last of them is first used.
    fn last_arrival(&self) -> Option<NaiveDate> {
        self.for_sale().filter_map(|row| row.first_day).max()
    }

    fn for_sale(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.gone)
    }

    fn plans(&self) -> Vec<(&Plan, i64)> {
        self.for_sale()
            .filter_map(|row| Some((&**row.plan.as_ref()?, row.wanted().unwrap_or(1).into())))
            .collect()
    }

    /// Whether one of them is for a day.
    fn dated(&self) -> bool {
        self.for_sale().any(|row| row.first_day.is_some())
    }

    fn faulty(&self) -> bool {
        !self.messages.is_empty()
            || self.sent.fault.is_some()
            || self.rows.iter().any(|row| row.message.is_some())
    }

    fn numbered(&self) -> impl Iterator<Item = (usize, &Row)> {
        (1..).zip(self.rows.iter().take(MOST_ROWS))
    }

    fn too_many(&self) -> Option<&str> {
        self.messages
            .get("product_id")
            .or_else(|| self.messages.get("quantity"))
            .map(String::as_str)
    }

    /// What is wrong, each with the id of its field.
    fn errors(&self) -> Vec<(String, &str)> {
        let field = |name: &str| match name {
            "product_id" | "quantity" => "too-many",
            "device_ok" => "device-ok-0",
            "begin_now" => "begin-now-0",
            "first_day" => "anyway-0",
            "code" => "code-0",
            _ => "",
        };
        let of_field = self
            .messages
            .iter()
            .map(|(name, words)| (field(name).to_owned(), words.as_str()));
        let of_code = self
            .sent
            .fault
            .iter()
            .map(|words| (field("code").to_owned(), words.as_str()));
        let of_row = self.numbered().filter_map(|(n, row)| {
            let id = if row.gone {
                format!("plan-{n}")
            } else {
                format!("quantity-{n}")
            };
            Some((id, row.message.as_deref()?))
        });
        of_field.chain(of_code).chain(of_row).collect()
    }

    /// Marks the plans that the checkout found to be sold no longer, or not at this price.
    fn mark_unsold(&mut self, app: &App, t: Locale, unsold: &[(String, Unsold)]) {
        let snapshot = app.catalogue.snapshot();
        for (product_id, why) in unsold {
            let Some(row) = self
                .rows
                .iter_mut()
                .find(|row| row.product_id == *product_id)
            else {
                continue;
            };
            row.plan = snapshot
                .plan(product_id)
                .cloned()
                .or_else(|| row.plan.take());
            let now = row
                .plan
                .as_ref()
                .map(|plan| plan.price)
                .filter(|now| row.shown.is_some_and(|shown| shown != now.minor));
            row.gone = *why == Unsold::Gone;
            row.message = Some(match (why, now) {
                (Unsold::Gone, _) => t.say("buy-gone"),
                (Unsold::Dearer, Some(now)) => t.with("price", now).say("choice-price"),
                (Unsold::Dearer, None) => t.say("buy-dearer"),
            });
        }
    }
}

/// How many of one plan that was sent several times, or once; nothing when the lists differ in
/// length.
pub fn added_up(form: &Form) -> String {
    let quantities: Vec<&str> = form.all("quantity").collect();
    match quantities.as_slice() {
        [one] if form.all("product_id").count() < 2 => (*one).to_owned(),
        several if several.len() == form.all("product_id").count() => {
            let sum = several
                .iter()
                .map(|n| n.parse::<u32>().ok())
                .try_fold(0_u32, |sum, n| sum.checked_add(n?));
            sum.map(|sum| sum.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

#[derive(Template)]
#[template(path = "storefront/choice.html")]
struct ChoicePage<'a> {
    t: Locale,
    chrome: Chrome,
    choice: &'a Choice,
    /// None when nothing of it is for sale.
    pay: Option<PayForm>,
    seller: &'a str,
    /// Whether the visitor has turned back at the payment page.
    unpaid: bool,
}

impl ChoicePage<'_> {
    /// The same choice without one of its plans.
    fn without(&self, row: &Row) -> String {
        let others: Vec<Wanted> = self
            .choice
            .for_sale()
            .filter(|other| other.product_id != row.product_id)
            .map(Row::as_wanted)
            .collect();
        address(self.t, &others, &self.choice.sent.text)
    }
}

/// Where a choice of several plans is found.
fn address(t: Locale, plans: &[Wanted], code: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    choice_query(&mut query, plans);
    if !code.is_empty() {
        query.append_pair("code", code);
    }
    format!("{}?{}", t.path(CHOICE), query.finish())
}

fn page(
    app: &App,
    here: &RequestLocale,
    choice: &Choice,
    status: StatusCode,
    unpaid: bool,
) -> Response {
    let t = here.t;
    let mut pay = PayForm::new(
        app,
        t,
        0,
        (&choice.plans(), choice.last_arrival()),
        &choice.sent,
    );
    if let Some(pay) = &mut pay {
        (pay.anyway, pay.begin_now) = (choice.anyway, choice.begin_now);
        pay.messages.extend(
            choice
                .messages
                .iter()
                .map(|(field, words)| (*field, words.clone())),
        );
    }
    let mut chrome = Chrome::new(app, here, t.say("choice-title"));
    if choice.faulty() {
        chrome.title = t.with("title", &chrome.title).say("mailed-title-error");
    }
    chrome.noindex = true;
    let seller = app
        .config
        .shop
        .legal
        .seller
        .as_deref()
        .unwrap_or(&app.config.shop.shop.name);
    response::page(
        status,
        &ChoicePage {
            t,
            chrome,
            choice,
            pay,
            seller,
            unpaid,
        },
    )
}

/// A choice as its address says it: after turning back at Stripe, or to be changed. A single plan
/// has a page of its own.
///
/// # Errors
/// The database's.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    client: ClientAddress,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let (t, form) = (here.t, Form::of_query(&query.unwrap_or_default()));
    let mut choice = Choice::read(t, &app.catalogue.snapshot(), &form);
    choice.messages.clear();
    match choice.rows.as_slice() {
        [] => return Ok(Redirect::to(&t.path("/trip")).into_response()),
        [
            Row {
                plan: Some(plan),
                first_day,
                ..
            },
        ] => {
            let people = choice
                .rows
                .first()
                .and_then(Row::wanted)
                .and_then(|n| u32::try_from(n).ok());
            let path = plan_for(t, plan, *first_day, people.unwrap_or(1));
            let code: String =
                form_urlencoded::byte_serialize(choice.sent.text.as_bytes()).collect();
            let joint = if path.contains('?') { '&' } else { '?' };
            let path = if code.is_empty() {
                path
            } else {
                format!("{path}{joint}code={code}")
            };
            return Ok(Redirect::to(&path).into_response());
        }
        rows if rows.iter().all(|row| row.plan.is_none()) => {
            return Ok(error_page::not_found(&app, &here));
        }
        _ => {}
    }
    choice.mark_gone(&app, t).await?;
    choice.check_amounts(t);
    choice.sent = discount::sent(&app, client, t, choice.sent.text.clone()).await?;
    Ok(page(
        &app,
        &here,
        &choice,
        StatusCode::OK,
        !form.field("unpaid").is_empty(),
    ))
}

/// As [`checkout::post`], for several plans: 422 shows the choice again, with the word at its plan.
///
/// # Errors
/// The database's.
pub async fn post(
    app: &App,
    here: &RequestLocale,
    buying: Buying,
    form: &Form,
) -> Result<Response, WebError> {
    let (t, client) = (here.t, buying.client);
    let mut choice = Choice::read(t, &app.catalogue.snapshot(), form);
    if choice.rows.iter().all(|row| row.plan.is_none()) {
        return Ok(error_page::not_found(app, here));
    }
    choice.mark_gone(app, t).await?;
    choice.check_amounts(t);
    choice.check_answers(
        t,
        form,
        app.config.shop.legal.consent,
        app.clock.now().date_naive(),
    );
    choice.sent = discount::sent(app, client, t, choice.sent.text.clone()).await?;
    if choice.faulty() {
        return Ok(page(app, here, &choice, choice.sent.status(), false));
    }
    if !limits::may_check_out(app, client).await? {
        choice.messages.insert("form", t.say("buy-too-quick"));
        return Ok(page(
            app,
            here,
            &choice,
            StatusCode::TOO_MANY_REQUESTS,
            false,
        ));
    }
    let buyer = buying.buyer(app).await?;
    let wish = Wish {
        plans: choice.rows.iter().map(Row::as_wanted).collect(),
        buyer_hash: buyer.hash(),
        locale: t.code().to_owned(),
        code: choice.sent.code.as_ref().map(|code| code.name.clone()),
        signed_in: buying.signed_in,
        via: buying.via,
    };
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match crate::flows::checkout::check_out(app, &wish).await {
        Ok(url) => return checkout::to_stripe(app, &url, &buyer),
        Err(NotSold::Unknown) => return Ok(error_page::not_found(app, here)),
        Err(NotSold::Code(why)) => {
            choice
                .messages
                .insert("code", discount::words_for_several(t, why));
            choice.sent.code = None;
        }
        Err(NotSold::Unsold(unsold)) => choice.mark_unsold(app, t, &unsold),
        Err(reason) => {
            let (answer, key) = checkout::not_now(&reason);
            status = answer;
            choice.messages.insert("form", t.say(key));
        }
    }
    Ok(page(app, here, &choice, status, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::{product, snapshot};

    fn read(query: &str) -> Choice {
        let shelf = snapshot(vec![
            product("jp", "JP"),
            product("th", "TH"),
            product("vn", "VN"),
        ]);
        let mut choice = Choice::read(Locale::ENGLISH, &shelf, &Form::of_query(query));
        choice.check_amounts(Locale::ENGLISH);
        choice
    }

    fn wanted(choice: &Choice) -> Vec<(&str, Option<i32>)> {
        choice
            .rows
            .iter()
            .map(|row| (row.product_id.as_str(), row.wanted()))
            .collect()
    }

    #[test]
    fn plans_are_read_in_their_order_and_one_that_comes_twice_is_added_up() {
        let choice = read(
            "product_id=th&quantity=2&product_id=jp&quantity=1&product_id=th&quantity=3&code=a",
        );
        assert_eq!(wanted(&choice), [("th", Some(5)), ("jp", Some(1))]);
        assert!(!choice.faulty());
        let late = read(
            "product_id=th&quantity=1&first_day=2027-05-03&product_id=jp&quantity=1&first_day=&product_id=th&quantity=1&first_day=2027-05-20",
        );
        assert_eq!(
            (late.rows[0].day(), late.rows[1].day(), late.rows.len()),
            ("2027-05-20".to_owned(), String::new(), 2)
        );
    }

    #[test]
    fn each_plan_is_told_its_own_fault() {
        for (query, faulty) in [
            (
                "product_id=th&quantity=0&product_id=jp&quantity=1",
                [true, false],
            ),
            (
                "product_id=th&quantity=1&product_id=jp&quantity=10",
                [false, true],
            ),
            (
                "product_id=th&quantity=-1&product_id=jp&quantity=two",
                [true, true],
            ),
            ("product_id=th&quantity=1&product_id=jp", [false, true]),
            (
                "product_id=th&quantity=1&product_id=jp&quantity=1&quantity=1",
                [false, true],
            ),
            (
                "product_id=th&quantity=5&product_id=jp&quantity=1&product_id=th&quantity=5",
                [true, false],
            ),
            (
                "product_id=th&quantity=4294967295&product_id=jp&quantity=1&product_id=th&quantity=5",
                [true, false],
            ),
        ] {
            let choice = read(query);
            assert_eq!(
                choice
                    .rows
                    .iter()
                    .map(|row| row.message.is_some())
                    .collect::<Vec<_>>(),
                faulty,
                "{query}"
            );
        }
    }

    #[test]
    fn an_order_holds_nine_plans_and_thirty_six_esims() {
        let of = |plans: usize, each: i32| {
            let query: Vec<String> = (0..plans)
                .map(|n| format!("product_id=p{n}&quantity={each}"))
                .collect();
            read(&query.join("&"))
                .messages
                .keys()
                .copied()
                .collect::<Vec<_>>()
        };
        assert_eq!((of(9, 4), of(4, 9)), (vec![], vec![]));
        assert_eq!(
            (of(10, 1), of(5, 8)),
            (vec!["product_id"], vec!["quantity"])
        );
    }

    #[test]
    fn quantities_of_one_plan_are_added_up() {
        let of = |query: &str| added_up(&Form::of_query(query));
        assert_eq!(of("product_id=a&quantity=3"), "3");
        assert_eq!(of("product_id=a&quantity=3&product_id=a&quantity=4"), "7");
        for odd in [
            "product_id=a",
            "product_id=a&product_id=a&quantity=2",
            "product_id=a&quantity=3&quantity=4",
            "product_id=a&quantity=x&product_id=a&quantity=4",
        ] {
            assert_eq!(of(odd), "", "{odd}");
        }
        assert_eq!(of("product_id=a&quantity=two"), "two", "kept as it came");
    }
}
