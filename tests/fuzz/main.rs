//! What strangers and partners write, changed at random: no reader falls over it, none takes long,
//! and nothing unfit gets through. Without more, the same 600 inputs each, so that a run that was
//! green stays green. `FUZZ_SECONDS` says for how long more are tried; `FUZZ_FROM` with which
//! number to begin. Structure-aware, blind to coverage.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use domain::esim::{ActivationCode, EsimStatus, Iccid};
use domain::outside;
use domain::product::Data;
use domain::trip::{Found, MOST_DAYS, Need, Offer, Stop, Trip, answer, parse};
use esim_storefront::catalogue::search::country_meant;
use esim_storefront::catalogue::snapshot::Snapshot;
use esim_storefront::db::products::State;
use esim_storefront::esimfx;
use esim_storefront::qr;
use esim_storefront::shop::Shop;
use esim_storefront::stripe::webhook;
use secrecy::SecretString;

use self::mutate::{Chance, mutated};

/// Nothing that fits through the door may take longer, in a debug build on a busy machine.
const SLOW: Duration = Duration::from_secs(5);

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

/// The seeds of a target, in the order of their names.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/seeds")
        .join(target);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 2, "{target} has few seeds");
    files
        .into_iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect()
}

/// Tries the seeds as they are, and then changed: 600, and on until the time is over.
fn fuzz(target: &str, try_one: impl Fn(&[u8], &mut Chance)) {
    let (seeds, until) = (
        seeds(target),
        Instant::now() + Duration::from_secs(number("FUZZ_SECONDS", 0)),
    );
    let (from, mut tried) = (number("FUZZ_FROM", 1), 0);
    while tried < 600 || Instant::now() < until {
        let mut chance = Chance::new(from + tried);
        let input = match usize::try_from(tried).ok().and_then(|at| seeds.get(at)) {
            Some(seed) => seed.clone(),
            None => mutated(&seeds, &mut chance),
        };
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| try_one(&input, &mut chance)));
        let took = began.elapsed();
        if outcome.is_err() || took > SLOW {
            panic!(
                "{target}: number {} took {took:?}, input {:?}",
                from + tried,
                String::from_utf8_lossy(&input)
            );
        }
        tried += 1;
    }
    println!("{target}: {tried} tried from number {from}, none bad");
}

/// Fit for a table, a log and a page.
fn fit(text: &str) -> bool {
    !text.chars().any(outside::is_unfit)
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

/// As Stripe signs: HMAC-SHA256 over `t.body`.
fn signed(body: &[u8], secret: &str, time: i64) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{time}.").as_bytes());
    mac.update(body);
    format!("t={time},v1={}", hex::encode(mac.finalize().into_bytes()))
}

#[test]
fn stripes_webhook() {
    let secrets = [
        SecretString::from("whsec_old"),
        SecretString::from("whsec_new"),
    ];
    fuzz("stripe_webhook", |body, chance| {
        let header = signed(body, "whsec_new", now().timestamp());
        let event = webhook::verify(body, &header, &secrets, now());
        assert_eq!(
            event.is_ok(),
            std::str::from_utf8(body).is_ok(),
            "what is authentic is kept, or Stripe sends it for three days"
        );
        if let Ok(event) = event {
            let names = [
                Some(&event.id),
                Some(&event.kind),
                event.object_id.as_ref(),
                event.order_id.as_ref(),
                event.payment_intent_id.as_ref(),
            ];
            assert!(
                names
                    .into_iter()
                    .flatten()
                    .all(|name| !name.is_empty() && name.len() <= 1_024 && fit(name)),
                "{event:?}"
            );
            assert_eq!(
                webhook::verify(body, &header, &secrets, now()).unwrap().id,
                event.id,
                "the same body has the same name"
            );
        }
        assert!(
            webhook::claimed_id(body).is_none_or(|id| id.starts_with("evt_") && id.len() < 100)
        );
        // A header that is not the right one opens nothing, whatever it is.
        let odd = mutated(&[header.clone().into_bytes()], chance);
        let odd = String::from_utf8_lossy(&odd);
        let right = header.rsplit('=').next().unwrap();
        assert!(
            odd.to_lowercase().contains(right)
                || webhook::verify(body, &odd, &secrets, now()).is_err(),
            "{odd} was taken for a signature"
        );
    });
}

#[test]
fn the_suppliers_webhook() {
    fuzz("supplier_webhook", |body, _| {
        let Some(notice) = esimfx::webhook::read(body) else {
            return;
        };
        assert!(
            notice
                .iccid
                .as_deref()
                .is_none_or(|iccid| iccid.bytes().all(|b| b.is_ascii_digit())
                    && (18..=22).contains(&iccid.len()))
        );
        let names = [notice.kind.as_deref(), notice.supplier_order_id.as_deref()];
        assert!(names.into_iter().flatten().all(fit), "{notice:?}");
        assert!(!notice.payload.contains('\0'));
    });
}

#[test]
fn an_activation_code() {
    fuzz("activation_code", |bytes, _| {
        let text = String::from_utf8_lossy(bytes);
        let _ = (
            Iccid::parse(&text).map(|iccid| iccid.grouped()),
            EsimStatus::parse(&text).is_installed(),
        );
        let Ok(code) = ActivationCode::parse(&text) else {
            return;
        };
        let written = code.expose();
        assert!(
            written.starts_with("LPA:1$")
                && written.is_ascii()
                && !written.contains(char::is_whitespace),
            "{written:?}"
        );
        assert_eq!(
            ActivationCode::parse(&written).as_ref(),
            Ok(&code),
            "what is kept is read again as the same"
        );
        assert!(
            [code.apple_link(), code.android_link()]
                .iter()
                .all(|link| link.starts_with("https://") && link.is_ascii())
        );
        assert!(!code.smdp_address().contains(['$', '/', ' ']));
        assert!(
            qr::png(&written).is_ok(),
            "a code that is taken can be drawn"
        );
    });
}

#[test]
fn a_trips_text() {
    let today: NaiveDate = "2026-11-28".parse().unwrap();
    let offers: Vec<(String, Vec<String>)> = ["JP", "GB", "ID", "US"]
        .iter()
        .map(|code| (format!("one-{code}"), vec![(*code).to_owned()]))
        .collect();
    fuzz("trip", |bytes, chance| {
        // As the page takes it.
        let text: String = String::from_utf8_lossy(bytes)
            .trim()
            .chars()
            .take(500)
            .collect();
        let language = *chance.of(&["en", "de", "es", "fr", "pt", "ja", "ar", "zh"]);
        let find = |name: &str| {
            country_meant(name, language).map(|(country, sure)| Found {
                country: country.code,
                sure,
            })
        };
        let reading = parse(&text, today, (None, None), find);
        assert!(
            reading
                .stops
                .iter()
                .all(|stop| stop.days >= 1 && stop.country.len() == 2),
            "{reading:?}"
        );
        assert!(
            reading.days.is_none_or(|days| days <= MOST_DAYS),
            "{reading:?}"
        );
        // What was not understood is told in the traveller's own words, with one space between
        // them.
        let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            reading
                .unknown
                .iter()
                .all(|word| !word.is_empty() && spaced(&text).contains(&spaced(word))),
            "{reading:?}"
        );
        let stops = reading
            .stops
            .iter()
            .map(|stop| Stop {
                country: stop.country,
                start: stop.start,
                days: stop.days,
            })
            .collect();
        let Ok(trip) = Trip::new(stops, reading.first) else {
            return;
        };
        assert!((1..=MOST_DAYS).contains(&trip.days()));
        let _ = (trip.last(), trip.buy_from(today));
        let offers: Vec<Offer<'_>> = offers
            .iter()
            .map(|(id, coverage)| Offer {
                id,
                coverage,
                days: 30,
                data: Data::Megabytes(10_240),
                full_speed: None,
                price: 1_000,
            })
            .collect();
        let said = answer(&trip, &offers, Need::MegabytesPerDay(500));
        if let Ok(cover) = said.cheapest {
            assert!(cover.price > 0 && !cover.parts.is_empty());
        }
    });
}

#[test]
fn the_suppliers_product() {
    let toml = "[shop]\nname = \"Layover\"\nsupport_email = \"help@layover.example\"\ncurrency = \
                \"USD\"\n[pricing]\nmarkup_percent = 20\n";
    let shop = Shop::parse(toml, "shop.toml").unwrap();
    let state = State {
        version: 1,
        synced_at: Some(now()),
        sales_stopped: None,
        stopped_by_hand: None,
    };
    fuzz("product", |body, _| {
        let Some(product) = esimfx::read_product(body) else {
            return;
        };
        let texts = [
            Some(&product.id),
            product.meta_id.as_ref(),
            Some(&product.name),
            product.imsi_profile.as_ref(),
            product.fair_use.then.as_ref(),
        ];
        assert!(
            texts.into_iter().flatten().all(|text| fit(text)),
            "{product:?}"
        );
        assert!(
            !product.id.is_empty() && product.networks.iter().all(|network| fit(&network.name)),
            "{product:?}"
        );
        let code = |code: &String| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        assert!(
            product.coverage.iter().all(code) && product.coverage.is_sorted(),
            "{product:?}"
        );
        assert!(
            i32::try_from(product.days).is_ok(),
            "its column holds no more days: {product:?}"
        );
        if let Data::Megabytes(megabytes) = product.data {
            assert!(i64::try_from(megabytes).is_ok(), "{product:?}");
        }
        assert!(!product.cost.is_sign_negative(), "{product:?}");
        let raw = product
            .raw
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(
            !raw.contains('\0') && !raw.contains("\\u0000"),
            "no table keeps a NUL: {raw}"
        );
        // It is priced, put on the shelf and named.
        let id = product.id.clone();
        let shelf =
            Snapshot::new(&state, vec![product], &shop.price_list(), &[]).on(now().date_naive());
        if let Some(plan) = shelf.plan(&id) {
            assert!(
                plan.price.minor > 0
                    && fit(&plan.title(shop.locale()))
                    && plan.path().starts_with("/plans/")
            );
            let _ = (
                plan.per_gigabyte(),
                plan.per_day(),
                plan.unit_price(shop.locale()),
                plan.networks(shop.locale(), 3),
            );
        }
    });
}
