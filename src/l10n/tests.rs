//! What every language must have, whatever its sentences say.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::messages::{VERBATIM, files};
use super::*;
use domain::money::Money;
use domain::product::Data;

fn locale(code: &str) -> Locale {
    let language: &'static Language = code.parse().unwrap();
    Locale::new(language, language.code == "en")
}

/// Each key of a language (attributes as `key.attribute`) with its variables and the tags of its
/// markup.
fn sentences(code: &str) -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let mut found = BTreeMap::new();
    for (name, text) in files(code) {
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, faults)| panic!("{name}: {faults:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let own = message
                .value
                .iter()
                .map(|value| (message.id.name.to_owned(), value));
            let attributes = message
                .attributes
                .iter()
                .map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value));
            for (key, pattern) in own.chain(attributes) {
                let (mut variables, mut words) = (BTreeSet::new(), String::new());
                read(pattern, &mut variables, &mut words);
                let before = found.insert(key.clone(), (variables, tags(&words)));
                assert!(before.is_none(), "{name} says {key} twice");
            }
        }
    }
    found
}

fn read(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>, words: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression } => expressed(expression, variables, words),
        }
    }
}

fn expressed(expression: &Expression<&str>, variables: &mut BTreeSet<String>, words: &mut String) {
    let mut inline = |inline: &InlineExpression<&str>| match inline {
        InlineExpression::VariableReference { id } => drop(variables.insert(id.name.to_owned())),
        InlineExpression::StringLiteral { value } => words.push_str(value),
        _ => {}
    };
    match expression {
        Expression::Inline(one) => inline(one),
        Expression::Select { selector, variants } => {
            inline(selector);
            for variant in variants {
                read(&variant.value, variables, words);
            }
        }
    }
}

/// `<b>` and the like; what is not one of ours has no place in a sentence.
fn tags(words: &str) -> BTreeSet<String> {
    let found: BTreeSet<String> = words
        .split('<')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('>')?.0.to_owned()))
        .collect();
    for tag in &found {
        let name = tag.trim_start_matches('/');
        assert!(
            ["b", "i", "a", "a2", "a3", "code", "br", "s"].contains(&name),
            "<{tag}> is no markup of a sentence: {words}"
        );
    }
    found
}

#[test]
fn every_language_has_every_sentence_with_the_same_parts() {
    let english = sentences("en");
    assert!(english.len() > 10);
    let mut faults = Vec::new();
    for language in &LANGUAGES[1..] {
        let theirs = sentences(language.code);
        for (key, (variables, tags)) in &english {
            match theirs.get(key) {
                None => faults.push(format!("{} lacks {key}", language.code)),
                // A plural may leave its number out: “one eSIM”. Nothing may be put in that is not
                // given.
                Some((own, _)) if !own.is_subset(variables) => {
                    faults.push(format!("{} puts unknown {own:?} into {key}", language.code))
                }
                Some((own, _)) if own.is_empty() && !variables.is_empty() => {
                    faults.push(format!("{} forgets {variables:?} in {key}", language.code))
                }
                Some((_, own)) if own != tags => faults.push(format!(
                    "{} marks {key} with {own:?}, English with {tags:?}",
                    language.code
                )),
                Some(_) => {}
            }
        }
        faults.extend(
            theirs
                .keys()
                .filter(|key| !english.contains_key(*key))
                .map(|key| format!("{} has {key}, which English has not", language.code)),
        );
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn names_of_places_are_there_in_the_same_languages() {
    assert_eq!(
        LANGUAGES.each_ref().map(|language| language.code),
        domain::destination::LANGUAGES
    );
}

#[test]
fn money_stands_where_each_language_puts_it() {
    let written = |currency: &str| {
        let price = Money::new(123_450, currency.parse().unwrap());
        LANGUAGES.map(|l| {
            locale(l.code)
                .money(price)
                .replace(['\u{a0}', '\u{202f}'], " ")
                .replace(['\u{200e}', '\u{200f}'], "")
        })
    };
    // As CLDR 48 has it, except that English keeps the short signs. In the order of the languages:
    // en, es, fr, de, pt-BR, ja, zh-Hans, ar.
    let dollars = [
        "$1,234.50",
        "1234,50 US$",
        "1 234,50 $US",
        "1.234,50 $",
        "US$ 1.234,50",
        "$1,234.50",
        "US$1,234.50",
        "1,234.50 US$",
    ];
    assert_eq!(written("USD"), dollars);
    let pounds = [
        "£1,234.50",
        "1234,50 GBP",
        "1 234,50 £GB",
        "1.234,50 £",
        "£ 1.234,50",
        "£1,234.50",
        "£1,234.50",
        "1,234.50 UK£",
    ];
    assert_eq!(written("GBP"), pounds);
    let francs = [
        "CHF 1,234.50",
        "1234,50 CHF",
        "1 234,50 CHF",
        "1.234,50 CHF",
        "CHF 1.234,50",
        "CHF 1,234.50",
        "CHF 1,234.50",
        "1,234.50 CHF",
    ];
    assert_eq!(written("CHF"), francs);
    let yen = Money::new(1200, "JPY".parse().unwrap());
    assert_eq!(
        (locale("en").money(yen), locale("ja").money(yen)),
        ("¥1,200".into(), "￥1,200".into())
    );
    assert!(
        locale("ar").money(yen).starts_with('\u{200f}'),
        "the figure stays to the right of its sign"
    );
    let dollars = Money::new(330, "USD".parse().unwrap());
    assert!(
        locale("ar").money(dollars).ends_with("US$\u{200e}"),
        "the sign stays in one piece"
    );
}

#[test]
fn what_is_copied_or_opened_stands_between_no_marks_of_direction() {
    let marks = |text: &str| text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']);
    let (copied, mut said) = ("https://shop.example/orders/abc?key=Xy-9", 0);
    for language in &LANGUAGES {
        let t = locale(language.code);
        for (key, (variables, _)) in sentences(language.code) {
            for name in VERBATIM.iter().filter(|name| variables.contains(**name)) {
                let text = t.with(name, copied).say(&key);
                assert!(!marks(&text), "{} {key}: {text:?}", language.code);
                said += usize::from(text.contains(copied));
            }
        }
    }
    assert!(said > 100, "{said}");
    let started = locale("ar")
        .with("plan", "Japan · 10 GB")
        .say("mail-live-started");
    assert!(
        started.contains("\u{2068}Japan · 10 GB\u{2069}"),
        "names keep their direction: {started}"
    );
    assert!(!marks(
        &locale("en")
            .with("plan", "Japan · 10 GB")
            .say("mail-live-started")
    ));
}

/// Finds `.with("name", expression)` by what is handed over: whoever hands an address or a code
/// over under another name isolates it.
#[test]
fn links_and_codes_are_handed_over_under_the_names_that_are_left_alone() {
    let machine = [
        "_url",
        "iccid",
        "support_email",
        "expose",
        "apn",
        "order_number",
        "smdp_address",
        "reference",
    ];
    let mut seen = 0;
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/templates"
    ))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for given in text.split(".with(\"").skip(1) {
                let (name, rest) = given.split_once('"').unwrap();
                let value = rest
                    .split(").")
                    .next()
                    .unwrap_or(rest)
                    .split('"')
                    .next()
                    .unwrap();
                if name != "label" && machine.iter().any(|part| value.contains(part)) {
                    assert!(
                        VERBATIM.contains(&name),
                        "{}: {name} is {value}",
                        path.display()
                    );
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 25, "{seen}");
}

#[test]
fn days_and_times_are_written_as_each_language_writes_them() {
    let at: DateTime<Utc> = "2027-01-22T10:32:00Z".parse().unwrap();
    assert_eq!(locale("en").day(at), "22 Jan 2027");
    assert_eq!(locale("en").day_and_minute(at), "22 Jan 2027, 10:32 UTC");
    assert_eq!(locale("en").minute(at), "10:32 UTC");
    assert_eq!(locale("de").day(at), "22.01.2027");
    assert_eq!(locale("ja").day(at), "2027年1月22日");
    let first = |month| locale("fr").date(chrono::NaiveDate::from_ymd_opt(2027, month, 1).unwrap());
    assert_eq!(
        (first(6), first(6).replace("1er ", "11 ")),
        ("1er juin 2027".into(), "11 juin 2027".into())
    );
    assert_eq!(locale("fr").short_date(at.date_naive()), "22 janv.");
    assert!(
        locale("ar").day(at).contains("2027"),
        "{}",
        locale("ar").day(at)
    );
}

#[test]
fn data_and_days_have_their_units_and_plurals() {
    let en = locale("en");
    assert_eq!(
        (
            en.data(Data::Megabytes(10_240)),
            en.data(Data::Megabytes(500)),
            en.data(Data::Unlimited)
        ),
        ("10 GB".into(), "500 MB".into(), "Unlimited data".into())
    );
    assert_eq!(locale("de").data(Data::Megabytes(1536)), "1,5 GB");
    assert_eq!((en.days(1), en.days(7)), ("1 day".into(), "7 days".into()));
}

#[test]
fn lengths_of_time_are_said_in_words() {
    let said = |minutes: u64| locale("en").duration(std::time::Duration::from_secs(minutes * 60));
    assert_eq!(
        [said(30), said(120), said(90), said(61), said(0)],
        [
            "30 minutes",
            "2 hours",
            "1 hour 30 minutes",
            "1 hour 1 minute",
            "0 minutes"
        ]
    );
}

#[test]
fn names_are_listed_and_ordered_as_the_language_does() {
    assert_eq!(
        locale("en").all_of(&["Japan", "Laos", "Peru"]),
        "Japan, Laos and Peru"
    );
    assert_eq!(
        locale("es").one_of(&["Níger", "Nigeria"]),
        "Níger o Nigeria"
    );
    let mut names = vec!["Zypern", "Österreich", "Oman"];
    locale("de").sort_by_name(&mut names, |name| name);
    assert_eq!(names, ["Oman", "Österreich", "Zypern"]);
}

#[test]
fn what_is_put_into_a_sentence_with_markup_is_escaped() {
    let Html(text) = html(
        &locale("en")
            .with("symbol", "<script>")
            .with("amount", "1 & 2")
            .html("money-symbol"),
    );
    assert_eq!(text, "&lt;script&gt;1 &amp; 2");
}

struct Html(String);

fn html(of: &super::Html) -> Html {
    Html(of.to_string())
}

#[test]
fn paths_carry_the_language_unless_it_is_the_default_one() {
    assert_eq!(
        (
            locale("en").path("/help"),
            locale("es").path("/help"),
            locale("pt-BR").path("/")
        ),
        ("/help".into(), "/es/help".into(), "/pt-br".into())
    );
}

#[test]
fn what_a_price_comes_to_elsewhere_is_rough_and_small_amounts_keep_their_coins() {
    let about = |language: &str, minor: i64, currency: &str, rate: &str| {
        let price = Money::new(minor, "USD".parse().unwrap());
        let written = locale(language)
            .about(price, (currency.parse().unwrap(), rate.parse().unwrap()))
            .unwrap();
        written
            .replace(['\u{a0}', '\u{202f}'], " ")
            .replace(['\u{200e}', '\u{200f}'], "")
    };
    assert_eq!(about("en", 1_440, "SEK", "11.2"), "≈ SEK 161");
    assert_eq!(about("de", 1_440, "EUR", "0.92"), "≈ 13 €");
    assert_eq!(about("en", 450, "EUR", "0.92"), "≈ €4.14");
    assert_eq!(about("ja", 450, "JPY", "150"), "≈ ￥675");
    assert_eq!(about("en", 450, "JPY", "0.5"), "≈ ¥2", "yen have no coins");
    assert_eq!(about("en", 123_456, "JPY", "150"), "≈ ¥185,184");
}
