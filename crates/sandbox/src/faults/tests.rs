//! Every fault does what its name says, to the requests it was ordered for and to no others.

use std::time::Duration;

use axum::{Json, Router, routing::any};
use serde_json::{Value, json};

use super::*;
use crate::{
    CallLog, Clock,
    http::{Gate, Server},
};

struct Bench {
    server: Server,
    faults: Faults,
    calls: CallLog,
    worked: Arc<Mutex<usize>>,
    http: reqwest::Client,
}

impl Bench {
    async fn new() -> Self {
        let worked = Arc::new(Mutex::new(0));
        let counter = worked.clone();
        let work = move || {
            *lock(&counter) += 1;
            async { Json(json!({ "code": 0, "data": { "id": "a", "esim": { "iccid": "8944" } } })) }
        };
        let (faults, calls) = (Faults::default(), CallLog::default());
        let gate = Gate {
            calls: calls.clone(),
            faults: faults.clone(),
            clock: Clock::default(),
            expire_tokens: None,
        };
        let server = Server::start(0, Router::new().fallback(any(work)), gate)
            .await
            .unwrap();
        let http = reqwest::Client::builder()
            .timeout(Duration::from_millis(700))
            .build()
            .unwrap();
        Self {
            server,
            faults,
            calls,
            worked,
            http,
        }
    }

    async fn ask(&self, path: &str, body: &'static str) -> Result<(u16, Value), reqwest::Error> {
        let reply = self
            .http
            .post(format!("{}{path}", self.server.url()))
            .body(body)
            .send()
            .await?;
        Ok((reply.status().as_u16(), reply.json().await?))
    }

    fn worked(&self) -> usize {
        *lock(&self.worked)
    }
}

#[tokio::test]
async fn a_rule_befalls_only_the_requests_it_names() {
    let bench = Bench::new().await;
    let refuse = Fault::Refuse {
        code: 7,
        message: "no".into(),
    };
    bench.faults.push(
        Rule::once("/buy", refuse)
            .method("post")
            .body_contains("JP")
            .after(1)
            .times(2),
    );
    let mut codes = Vec::new();
    for (path, body) in [
        ("/sell", "JP"),
        ("/buy", "US"),
        ("/buy", "JP"),
        ("/buy", "JP"),
        ("/buy", "JP"),
        ("/buy", "JP"),
    ] {
        codes.push(
            bench.ask(path, body).await.unwrap().1["code"]
                .as_i64()
                .unwrap(),
        );
    }
    assert_eq!(codes, [0, 0, 0, 7, 7, 0]);
    assert_eq!(
        (
            bench.worked(),
            bench.faults.fired(),
            bench.calls.ending("/buy").len()
        ),
        (4, 2, 5)
    );
    assert_eq!(
        bench
            .calls
            .ending("/buy")
            .iter()
            .filter(|call| call.status.is_none())
            .count(),
        2
    );
}

#[tokio::test]
async fn faults_before_the_work_leave_it_undone() {
    let bench = Bench::new().await;
    for fault in [
        Fault::Reset,
        Fault::Hang(Duration::from_millis(50)),
        Fault::Hang(Duration::from_secs(30)),
    ] {
        bench.faults.push(Rule::once("/buy", fault.clone()));
        let error = bench.ask("/buy", "").await.unwrap_err();
        assert_eq!(
            error.is_timeout(),
            fault_is_long(&fault),
            "{fault:?}: {error:?}"
        );
    }
    bench.faults.push(Rule::once(
        "/buy",
        Fault::Status {
            status: 502,
            body: "<html>".into(),
        },
    ));
    assert!(bench.ask("/buy", "").await.unwrap_err().is_decode());
    bench.faults.push(Rule::once(
        "/buy",
        Fault::Json {
            status: 429,
            body: json!({ "error": {} }),
        },
    ));
    assert_eq!(bench.ask("/buy", "").await.unwrap().0, 429);
    assert_eq!(bench.worked(), 0);
    bench.faults.push(Rule::once("/buy", Fault::Duplicate));
    assert_eq!(bench.ask("/buy", "").await.unwrap().0, 200);
    assert_eq!(bench.worked(), 2);
}

fn fault_is_long(fault: &Fault) -> bool {
    matches!(fault, Fault::Hang(time) if *time > Duration::from_secs(1))
}

#[tokio::test]
async fn a_reply_comes_to_harm_after_the_work_was_done() {
    let bench = Bench::new().await;
    let deadly = [
        Break::Reset,
        Break::Hang(Duration::from_millis(30)),
        Break::Cut(0),
        Break::Cut(10),
        Break::Malformed,
        Break::SlowDrip {
            bytes: 1,
            every: Duration::from_millis(50),
        },
    ];
    for (n, way) in deadly.into_iter().enumerate() {
        bench
            .faults
            .push(Rule::once("/buy", Fault::SellThenBreak(way.clone())));
        assert!(bench.ask("/buy", "").await.is_err(), "{way:?}");
        assert_eq!(bench.worked(), n + 1);
    }
    let change = |way| {
        bench
            .faults
            .push(Rule::once("/buy", Fault::SellThenBreak(way)))
    };
    change(Break::MissingField("data.esim".into()));
    change(Break::SetField("code".into(), json!("0")));
    change(Break::SlowDrip {
        bytes: 20,
        every: Duration::from_millis(10),
    });
    assert_eq!(
        bench.ask("/buy", "").await.unwrap().1,
        json!({ "code": 0, "data": { "id": "a" } })
    );
    assert_eq!(bench.ask("/buy", "").await.unwrap().1["code"], "0");
    assert_eq!(
        bench.ask("/buy", "").await.unwrap().1["data"]["esim"]["iccid"],
        "8944"
    );
}

#[tokio::test]
async fn a_held_request_is_worked_even_when_its_caller_has_gone() {
    let bench = Bench::new().await;
    let hold = Hold::default();
    bench
        .faults
        .push(Rule::once("/buy", Fault::Hold(hold.clone())));
    let call = bench.ask("/buy", "");
    tokio::select! {
        _ = call => unreachable!("the request was held"),
        () = hold.reached() => {}
    }
    // The caller is gone now: its future was dropped, and its connection with it.
    assert_eq!(bench.worked(), 0);
    hold.release();
    for _ in 0..200 {
        if bench.worked() == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    unreachable!("the work was not done");
}
