//! The catalogue's JSON: what of a product a shop must know, within what its table can hold. One
//! that cannot be sold is left out by name.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

use super::{decimal, leftover, line, text, truth};
use domain::money::Currency;
use domain::product::{Data, FairUse, Network, Product};

/// A page of the catalogue.
#[derive(Debug, Clone)]
pub struct ProductPage {
    /// What could be read.
    pub products: Vec<Product>,
    /// How many entries could not.
    pub skipped: usize,
    /// The next page's `page_start`; `None` on the last one.
    pub next: Option<Value>,
}

/// A product that can be put on an eSIM now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it costs, where that can be read.
    pub price: Option<(Decimal, Currency)>,
}

/// Ten years: nobody sells longer, and no date runs over.
const MOST_DAYS: u32 = 3_660;
/// A thousand terabytes.
const MOST_MEGABYTES: u64 = 1 << 30;
/// In any currency.
const MOST_COST: u64 = 10_000_000;

/// The fields that are columns of ours.
const COLUMNS: [&str; 20] = [
    "id",
    "meta_product_id",
    "name",
    "amount",
    "amount_unit",
    "is_unlimited",
    "duration",
    "duration_unit",
    "coverage",
    "networks",
    "imsi_profile",
    "price",
    "price_unit",
    "high_speed",
    "high_speed_unit",
    "unlimited_speed",
    "networks.mccmnc",
    "networks.name",
    "networks.speed",
    "networks.country_iso",
];

/// A page, and what to call the entries that were left out.
pub(in crate::esimfx) fn page(data: &Value) -> Option<(ProductPage, Vec<String>)> {
    let listed = data.get("products")?.as_array()?;
    let mut left_out = Vec::new();
    let mut products = Vec::with_capacity(listed.len());
    for entry in listed {
        match product(entry) {
            Some(product) => products.push(product),
            None => left_out.push(
                line(entry, "id", 200)
                    .or_else(|| line(entry, "name", 200))
                    .unwrap_or_else(|| "one without a name".to_owned()),
            ),
        }
    }
    let next = data.get("last_evaluated_key").and_then(next_start);
    Some((
        ProductPage {
            skipped: left_out.len(),
            products,
            next,
        },
        left_out,
    ))
}

/// The next page is asked for with what came.
fn next_start(key: &Value) -> Option<Value> {
    let is_empty = match key {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    (!is_empty).then(|| key.clone())
}

/// The same by its id alone, as public programs send it; none when it is no more than that already.
pub(in crate::esimfx) fn start_by_id(start: &Value) -> Option<Value> {
    let id = start.get("id").filter(|id| !id.is_null())?;
    (start.as_object()?.len() > 1).then(|| json!({ "id": id }))
}

/// Products that fit an eSIM; one that does not say where it works, works where the eSIM does.
pub(in crate::esimfx) fn topups(data: &Value, coverage: &[String]) -> Option<Vec<Product>> {
    let place = |listed: &Value| {
        let mut listed = listed.clone();
        let told = listed
            .get("coverage")
            .is_some_and(|c| c.as_array().is_none_or(|codes| !codes.is_empty()));
        if let (false, Some(fields)) = (told, listed.as_object_mut()) {
            fields.insert("coverage".to_owned(), coverage.into());
        }
        product(&listed)
    };
    Some(
        data.get("products")?
            .as_array()?
            .iter()
            .filter_map(place)
            .collect(),
    )
}

/// What a list of products says of this one: `None` when it is no list, and when it does not name
/// it.
pub(in crate::esimfx) fn offer(data: &Value, product_id: &str) -> Option<Option<Offer>> {
    let mut listed = data.get("products")?.as_array()?.iter();
    Some(
        listed
            .find(|p| text(p, "id").as_deref() == Some(product_id))
            .map(|p| Offer { price: price(p) }),
    )
}

/// Above zero, no more than anything costs, and in a currency.
fn price(v: &Value) -> Option<(Decimal, Currency)> {
    let cost = decimal(v, "price").filter(|cost| {
        cost.is_sign_positive() && !cost.is_zero() && *cost <= Decimal::from(MOST_COST)
    })?;
    Some((cost, text(v, "price_unit")?.parse().ok()?))
}

/// One product of the supplier's, as these bytes tell it; `None` when they tell of none that can be
/// sold.
#[must_use]
pub fn read_product(body: &[u8]) -> Option<Product> {
    product(&super::read(body)?)
}

/// A product, or `None` when it lacks what a shop must know (id, price, validity, coverage,
/// allowance) or cannot be stored.
pub(in crate::esimfx) fn product(v: &Value) -> Option<Product> {
    let unlimited = truth(v, "is_unlimited") == Some(true)
        || text(v, "amount_unit").is_some_and(|u| u.to_ascii_lowercase().starts_with("day"));
    let data = if unlimited {
        Data::Unlimited
    } else {
        Data::Megabytes(megabytes(decimal(v, "amount")?, &text(v, "amount_unit")?)?)
    };
    let (cost, cost_currency) = price(v)?;
    let id = line(v, "id", 200)?;
    Some(Product {
        meta_id: line(v, "meta_product_id", 200),
        name: match v.get("name") {
            // A name that is there and cannot be stored is no mere omission.
            Some(Value::String(name)) if !name.trim().is_empty() => line(v, "name", 500)?,
            _ => id.clone(),
        },
        data,
        fair_use: fair_use(v),
        days: days(decimal(v, "duration")?, &text(v, "duration_unit")?)?,
        coverage: coverage(v.get("coverage")?)?,
        networks: v
            .get("networks")
            .and_then(Value::as_array)
            .map(|all| all.iter().filter_map(network).collect())
            .unwrap_or_default(),
        imsi_profile: line(v, "imsi_profile", 100),
        cost,
        cost_currency,
        raw: leftover::of(v, &COLUMNS, &[]),
        id,
    })
}

fn coverage(listed: &Value) -> Option<Vec<String>> {
    let mut codes: Vec<String> = match listed {
        Value::Array(codes) => codes
            .iter()
            .filter_map(Value::as_str)
            .filter_map(country)
            .collect(),
        Value::String(codes) => codes.split(',').filter_map(country).collect(),
        _ => return None,
    };
    codes.sort();
    codes.dedup();
    (!codes.is_empty()).then_some(codes)
}

/// A country's ISO code. The United Kingdom's is GB, whatever people write.
fn country(code: &str) -> Option<String> {
    let code = code.trim().to_ascii_uppercase();
    match code.as_str() {
        "UK" => Some("GB".to_owned()),
        _ => (code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic())).then_some(code),
    }
}

fn network(v: &Value) -> Option<Network> {
    Some(Network {
        mccmnc: line(v, "mccmnc", 20),
        name: line(v, "name", 100)?,
        speed: line(v, "speed", 20),
        country: text(v, "country_iso").as_deref().and_then(country),
    })
}

/// What an unlimited plan holds a day at full speed, and what comes after it. A figure without its
/// unit says nothing.
fn fair_use(v: &Value) -> FairUse {
    let full = decimal(v, "high_speed").zip(text(v, "high_speed_unit"));
    FairUse {
        megabytes_a_day: full.and_then(|(amount, unit)| {
            megabytes(amount, unit.split('/').next().unwrap_or_default())
        }),
        then: line(v, "unlimited_speed", 40).filter(|rate| rate.chars().any(char::is_alphabetic)),
    }
}

fn megabytes(amount: Decimal, unit: &str) -> Option<u64> {
    let kilo = Decimal::from(1024);
    let megabytes = match unit.trim().to_ascii_uppercase().as_str() {
        "TB" => amount.checked_mul(kilo)?.checked_mul(kilo)?,
        "GB" => amount.checked_mul(kilo)?,
        "MB" => amount,
        "KB" => amount.checked_div(kilo)?,
        "BYTE" | "BYTES" | "B" => amount.checked_div(kilo)?.checked_div(kilo)?,
        _ => return None,
    };
    megabytes
        .round()
        .to_u64()
        .filter(|m| (1..=MOST_MEGABYTES).contains(m))
}

fn days(duration: Decimal, unit: &str) -> Option<u32> {
    let days = match unit.trim().to_ascii_uppercase().trim_end_matches('S') {
        "HOUR" => duration.checked_div(Decimal::from(24))?.ceil(),
        "DAY" => duration,
        "WEEK" => duration.checked_mul(Decimal::from(7))?,
        "MONTH" => duration.checked_mul(Decimal::from(30))?,
        "YEAR" => duration.checked_mul(Decimal::from(365))?,
        _ => return None,
    };
    days.to_u32().filter(|d| (1..=MOST_DAYS).contains(d))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Value {
        json!({
            "id": "p", "name": "japan_10GB_7Day", "duration": 7, "duration_unit": "DAY", "amount": 10, "amount_unit": "GB", "coverage": ["JP"],
            "networks": [{ "mccmnc": "44020", "name": "SoftBank", "speed": "5G" }], "price": 12, "price_unit": "USD",
        })
    }

    fn with(field: &str, value: Value) -> Option<Product> {
        let mut v = sample();
        v[field] = value;
        product(&v)
    }

    #[test]
    fn what_no_table_can_hold_is_left_out_by_name_and_the_rest_stands() {
        for (field, value) in [
            ("id", json!("p\0")),
            ("name", json!("japan\0")),
            ("name", json!("\u{202e}napaj")),
            ("name", json!("x".repeat(501))),
            ("duration", json!(4_294_967_295_u64)),
            ("duration", json!(3_661)),
            ("amount", json!("99999999999999999999")),
            ("amount", json!(-1)),
            ("price", json!("1e20")),
            ("price_unit", json!("U\0D")),
            ("coverage", json!(["\0\0", "1$", "É"])),
        ] {
            assert_eq!(with(field, value.clone()), None, "{field} {value}");
        }
        let mut bad = sample();
        bad["name"] = json!("japan\0");
        let (page, left_out) = page(&json!({ "products": [bad, sample(), 7] })).unwrap();
        assert_eq!((page.products.len(), page.skipped), (1, 2));
        assert_eq!(left_out, ["p", "one without a name"]);
    }

    #[test]
    fn an_odd_part_that_nobody_needs_is_left_out_alone() {
        let networks = json!([{ "name": "Docomo\0" }, { "name": "KDDI", "mccmnc": "44051\0", "speed": "\u{202e}5G", "country_iso": "jp" }]);
        let product = with("networks", networks).unwrap();
        let kddi = Network {
            mccmnc: None,
            name: "KDDI".into(),
            speed: None,
            country: Some("JP".into()),
        };
        assert_eq!(product.networks, [kddi]);
        assert_eq!(
            with("imsi_profile", json!("Green\0")).unwrap().imsi_profile,
            None
        );
    }

    #[test]
    fn the_united_kingdom_is_gb() {
        assert_eq!(
            with("coverage", json!(["UK", "fr", "GB"]))
                .unwrap()
                .coverage,
            ["FR", "GB"]
        );
        assert_eq!(with("coverage", json!("uk")).unwrap().coverage, ["GB"]);
    }

    #[test]
    fn an_unlimited_plan_says_what_it_holds_a_day() {
        let told = |fields: Value| {
            let mut v = sample();
            v["is_unlimited"] = json!(true);
            v.as_object_mut()
                .unwrap()
                .extend(fields.as_object().unwrap().clone());
            product(&v).unwrap().fair_use
        };
        let full = |megabytes_a_day, then: Option<&str>| FairUse {
            megabytes_a_day,
            then: then.map(str::to_owned),
        };
        assert_eq!(
            told(
                json!({ "high_speed": 1, "high_speed_unit": "GB", "unlimited_speed": "512 Kbps" })
            ),
            full(Some(1024), Some("512 Kbps"))
        );
        assert_eq!(
            told(json!({ "high_speed": "500", "high_speed_unit": "MB/day" })),
            full(Some(500), None)
        );
        assert_eq!(
            told(json!({ "unlimited_speed": "384kbps" })),
            full(None, Some("384kbps"))
        );
        for nothing in [
            json!({}),
            json!({ "high_speed": 2 }),
            json!({ "high_speed": 0, "high_speed_unit": "GB", "unlimited_speed": 384 }),
        ] {
            assert_eq!(told(nothing), FairUse::default());
        }
    }

    #[test]
    fn what_no_column_has_is_kept_with_the_product() {
        let product = with(
            "sponsor",
            json!({ "name": "Blue", "iccid_range": "894400" }),
        )
        .unwrap();
        assert_eq!(product.raw, Some(json!({ "sponsor": { "name": "Blue" } })));
        assert_eq!(super::product(&sample()).unwrap().raw, None);
    }

    #[test]
    fn the_next_page_begins_after_the_last_one() {
        assert_eq!(
            next_start(&json!({ "id": "x", "sort": 7 })),
            Some(json!({ "id": "x", "sort": 7 }))
        );
        assert_eq!(
            start_by_id(&json!({ "id": "x", "sort": 7 })),
            Some(json!({ "id": "x" }))
        );
        for start in [
            json!({ "id": "x" }),
            json!({ "pk": "x", "sk": 7 }),
            json!({ "id": null, "sk": 7 }),
            json!("x"),
            json!({}),
        ] {
            assert_eq!(start_by_id(&start), None, "{start}");
        }
    }
}
