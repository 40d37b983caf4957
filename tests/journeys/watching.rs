//! What a shop shows on `/metrics` is what the rules and the board ask for, and tells nobody's
//! secrets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use esim_storefront::flows::{alerts, reconcile};
use esim_storefront::telemetry::{self, METRICS, Sort};
use esim_storefront::web;
use metrics_exporter_prometheus::PrometheusHandle;
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::Value;

use crate::support::{BUYER, PLAN, Shop};

/// Counting is for the whole process, so it is begun once.
fn counters() -> PrometheusHandle {
    static COUNTERS: OnceLock<PrometheusHandle> = OnceLock::new();
    COUNTERS
        .get_or_init(|| telemetry::count().expect("nobody counts yet"))
        .clone()
}

/// What this shop's `/metrics` says now.
async fn scrape(shop: &Shop) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/metrics", listener.local_addr().unwrap());
    let serving = tokio::spawn(web::http::metrics::serve(
        listener,
        Some(counters()),
        shop.app.clone(),
    ));
    let answer = reqwest::Client::builder()
        .no_proxy()
        .build()
        .unwrap()
        .get(url)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    assert!(
        answer.headers()["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/plain; version=0.0.4")
    );
    let text = answer.text().await.unwrap();
    serving.abort();
    text
}

/// The labels that each metric is printed with; a histogram by its own name.
fn printed(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (name, rest) = line.split_at(line.find(['{', ' ']).unwrap());
        let labels = rest
            .split('"')
            .step_by(2)
            .filter_map(|part| part.strip_suffix('='))
            .map(|part| part.trim_start_matches(['{', ',']));
        found
            .entry(name.to_owned())
            .or_default()
            .extend(labels.map(str::to_owned));
    }
    found
}

fn value(text: &str, series: &str) -> f64 {
    let line = text
        .lines()
        .find(|line| line.starts_with(series) && line[series.len()..].starts_with(' '));
    line.unwrap_or_else(|| panic!("{series} is not shown"))
        .rsplit(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap()
}

/// The metrics of a PromQL expression, each with the labels that it is asked by in braces.
fn asked(expression: &str) -> BTreeSet<(String, Vec<String>)> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let (mut found, mut rest) = (BTreeSet::new(), expression);
    while let Some(at) = rest.find(word) {
        let end = rest[at..]
            .find(|c| !word(c))
            .map_or(rest.len(), |length| at + length);
        let name = &rest[at..end];
        let after = rest[end..].trim_start();
        let calls = ["(", "by ", "without "]
            .iter()
            .any(|begin| after.starts_with(begin));
        rest = &rest[end..];
        if ["by", "without", "on", "ignoring"].contains(&name) {
            rest = &rest[rest.find(')').unwrap()..];
        } else if name.starts_with(|c: char| c.is_ascii_lowercase())
            && !calls
            && !["and", "or", "unless"].contains(&name)
        {
            let inside = rest
                .strip_prefix('{')
                .map(|braces| &braces[..braces.find('}').unwrap()]);
            let labels = inside
                .unwrap_or_default()
                .split('"')
                .step_by(2)
                .map(|part| part.trim_matches([',', ' ', '=', '~', '!']).to_owned());
            found.insert((
                name.to_owned(),
                labels.filter(|label| !label.is_empty()).collect(),
            ));
        }
        // What stands in braces and brackets has been read, or is a time.
        for (open, close) in [('{', '}'), ('[', ']')] {
            if rest.starts_with(open) {
                rest = &rest[rest.find(close).unwrap()..];
            }
        }
    }
    found
}

fn deployed(file: &str) -> String {
    std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("deploy")
            .join(file),
    )
    .unwrap()
}

/// Every expression of the rules and of the board.
fn expressions() -> Vec<String> {
    let rules = deployed("prometheus/alerts.yml");
    let mut all: Vec<String> = rules
        .lines()
        .filter_map(|line| line.trim().strip_prefix("expr: "))
        .map(str::to_owned)
        .collect();
    let board: Value = serde_json::from_str(&deployed("grafana/shop.json")).unwrap();
    for panel in board["panels"].as_array().unwrap() {
        for target in panel["targets"].as_array().into_iter().flatten() {
            all.push(target["expr"].as_str().unwrap().to_owned());
        }
    }
    assert!(all.len() > 60, "only {} expressions were found", all.len());
    all
}

#[test]
fn an_expression_is_taken_apart() {
    let found = asked(
        r#"sum by (le, x) (rate(a_bucket{x="b",y=~"5.."}[5m])) / max(sum without (z) (c)) > 0.1 and on (k) d == 1"#,
    );
    let name = |name: &str, labels: &[&str]| {
        (
            name.to_owned(),
            labels.iter().map(|l| (*l).to_owned()).collect(),
        )
    };
    assert_eq!(
        found,
        [
            name("a_bucket", &["x", "y"]),
            name("c", &[]),
            name("d", &[])
        ]
        .into()
    );
    assert_eq!(
        asked("rate(e[$__rate_interval]) * 60"),
        [name("e", &[])].into()
    );
}

/// Sells, sends back, signs in, loses a webhook, and refuses one.
async fn busy_day(shop: &Shop) {
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    sarah.get(&bought.page).await;
    sarah.post("/login", &[("email", BUYER)]).await;
    shop.settle().await;
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40400,
            message: "sold out".into(),
        },
    ));
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.set_delivery(Delivery::Normal);
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    let mut stranger = shop.browser();
    let forged = stranger
        .request(reqwest::Method::POST, "/webhooks/stripe")
        .header("stripe-signature", "t=1,v1=00")
        .body("{}");
    assert_eq!(stranger.send(forged).await.status, 400);
}

#[tokio::test]
async fn a_shop_that_sold_something_shows_every_metric_that_is_described_and_watched() {
    counters();
    let shop = Shop::open().await;
    busy_day(&shop).await;
    let text = scrape(&shop).await;
    let shown = printed(&text);
    for (name, sort, meaning) in METRICS {
        assert!(
            text.contains(&format!("# HELP {name} {meaning}\n")),
            "{name} is not described"
        );
        let series = if sort == Sort::Histogram {
            format!("{name}_bucket")
        } else {
            name.to_owned()
        };
        assert!(
            shown.contains_key(&series),
            "{name} is described, and a shop that sold something does not show it"
        );
        assert_eq!(sort == Sort::Counter, name.ends_with("_total"), "{name}");
    }
    for name in shown.keys() {
        let whole = ["_bucket", "_sum", "_count"]
            .iter()
            .find_map(|end| name.strip_suffix(end))
            .unwrap_or(name);
        assert!(
            METRICS
                .iter()
                .any(|(known, ..)| known == name || *known == whole),
            "{name} is shown and not described"
        );
    }
    let mut watched = BTreeSet::new();
    for expression in expressions() {
        for (name, labels) in asked(&expression)
            .into_iter()
            .filter(|(name, _)| name != "up")
        {
            let known = shown
                .get(&name)
                .unwrap_or_else(|| panic!("{expression}: the shop shows no {name}"));
            assert!(
                labels.iter().all(|label| known.contains(label)),
                "{expression}: {name} has no such label"
            );
            watched.insert(name.replace("_bucket", "").replace("_count", ""));
        }
    }
    let all: BTreeSet<String> = METRICS
        .iter()
        .map(|(name, ..)| (*name).to_owned())
        .collect();
    assert_eq!(watched, all, "what nobody looks at need not be shown");
    tells_no_secret(&shop, &text);
    shop.close().await;
}

fn tells_no_secret(shop: &Shop, text: &str) {
    let mut secrets = vec![BUYER.to_owned()];
    secrets.extend(
        shop.sandbox
            .supplier
            .esims()
            .into_iter()
            .flat_map(|esim| [esim.iccid, esim.esim_qr]),
    );
    secrets.extend(
        shop.sandbox
            .stripe
            .sessions()
            .iter()
            .flat_map(|s| ["id", "client_reference_id"].map(|k| s[k].as_str().unwrap().to_owned())),
    );
    for secret in secrets {
        assert!(!text.contains(&secret), "a metric tells {secret}");
    }
}

#[tokio::test]
async fn figures_are_those_of_the_tables_and_go_down_again() {
    counters();
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    for _ in 0..5 {
        shop.buy(&mut shop.browser(), PLAN, 1).await;
    }
    shop.settle().await;
    shop.pass(chrono::TimeDelta::minutes(3));
    alerts::run(&shop.app).await.unwrap();
    // Other tests of this process have shops of their own, so what stands in this one's tables is
    // read for itself.
    let figures = esim_storefront::db::gauges::read(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let of = |name: &str, sort: &str| {
        figures
            .iter()
            .find(|f| f.name == name && f.sort == sort)
            .map(|f| f.value)
    };
    assert_eq!(of("supplier_breaker", "open"), Some(1));
    assert_eq!(of("sales_stopped", ""), Some(1));
    assert_eq!(of("alerts_open", "supplier_failing"), Some(1));
    assert!(
        (180..400).contains(&of("oldest_open_order_seconds", "").unwrap()),
        "{figures:?}"
    );
    assert!(
        of("jobs_due", "supplier").unwrap() > 0
            && of("jobs_oldest_seconds", "supplier").unwrap() > 60,
        "{figures:?}"
    );
    assert!(of("database_size_bytes", "").unwrap() > 1_000_000);
    shop.sandbox.supplier.faults.clear();
    shop.rest(chrono::TimeDelta::hours(3)).await;
    let figures = esim_storefront::db::gauges::read(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let of = |name: &str, sort: &str| {
        figures
            .iter()
            .find(|f| f.name == name && f.sort == sort)
            .map(|f| f.value)
    };
    assert_eq!(
        (
            of("supplier_breaker", "closed"),
            of("oldest_open_order_seconds", "")
        ),
        (Some(1), Some(0))
    );
    assert_eq!(of("jobs_due", "supplier"), None);
    shop.run(
        "update catalogue_state set stopped_by_hand_at = now(), stopped_by_hand_by = 'olga',
         stopped_by_hand_reason = 'moving'",
    )
    .await;
    let figures = esim_storefront::db::gauges::read(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert!(
        figures
            .iter()
            .any(|f| f.name == "sales_stopped" && f.value == 1),
        "sales that a person stopped are stopped, too"
    );
    let text = scrape(&shop).await;
    assert!(
        value(&text, "delivery_duration_seconds_count") >= 5.0
            && value(&text, "payments_captured_total") >= 5.0
    );
    shop.close().await;
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_said_and_the_rest_is_shown() {
    counters();
    let shop = Shop::open().await;
    shop.app.db.close().await;
    let text = scrape(&shop).await;
    assert!(
        text.contains("catalogue_plans"),
        "what this process knows is shown all the same"
    );
    assert!(text.contains("\ndatabase_up 0\n"), "{text}");
    let mut machine = shop.browser();
    let asked = machine
        .request(reqwest::Method::GET, "/readyz")
        .header("accept", "application/json");
    let answer = machine.send(asked).await;
    let standing: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(
        (answer.status, &standing["ready"], &standing["selling"]),
        (503, &Value::Bool(false), &Value::Bool(false))
    );
    for name in ["recovering", "alerts"] {
        assert!(
            standing.get(name).is_some_and(Value::is_null),
            "{name}: {standing}"
        );
    }
    for lane in ["money_in", "money_back", "supplier", "mail", "housekeeping"] {
        assert!(
            standing["lanes"][lane].get("due").is_some()
                && standing["lanes"][lane].get("oldest_seconds").is_some(),
            "{lane}: {standing}"
        );
    }
}

#[test]
fn each_rule_says_what_is_wrong_and_what_to_do() {
    let rules = deployed("prometheus/alerts.yml");
    let each: Vec<&str> = rules.split("- alert: ").skip(1).collect();
    assert!(each.len() > 20, "only {} rules", each.len());
    let mut names = BTreeSet::new();
    for rule in each {
        let name = rule.lines().next().unwrap();
        assert!(names.insert(name), "two rules are called {name}");
        for line in ["expr: ", "for: ", "severity: ", "summary: '", "mend: '"] {
            assert_eq!(
                rule.lines().filter(|l| l.trim().starts_with(line)).count(),
                1,
                "{name}: {line}"
            );
        }
        assert!(
            rule.contains("severity: critical") || rule.contains("severity: warning"),
            "{name}"
        );
    }
}
