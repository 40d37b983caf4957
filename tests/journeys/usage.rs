//! Living with an eSIM: what is left, what to do when there is no internet, the codes again, the
//! calendar; and who does not get in.

use crate::support::PLAN;
use crate::support::browser::Answer;
use crate::support::living::Sold;
use chrono::TimeDelta;
use sandbox::faults::{Fault, Rule};
use std::time::{Duration, Instant};

const GIGABYTE: u64 = 1 << 30;

impl Sold {
    /// The eSIM's page.
    async fn path(&self) -> String {
        format!("/my-esims/{}", self.shop.owned(&self.iccid).await.esim.id)
    }

    /// A page of the eSIM, a minute after whatever happened to it.
    async fn later(&mut self, page: &str) -> Answer {
        self.shop.pass(TimeDelta::seconds(61));
        let path = format!("{}{page}", self.path().await);
        let answer = self.sarah.get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.words());
        answer
    }
}

#[tokio::test]
async fn what_is_left_is_told_as_a_ring_and_in_words() {
    let mut sold = Sold::one().await;
    let new = sold.later("").await;
    assert_eq!(new.text_of(".ring").as_deref(), Some("10 GB of 10 GB left"));
    assert!(
        new.words()
            .contains("Its 7 days start when it first connects to a network"),
        "{}",
        new.words()
    );
    assert!(new.words().contains("Start by"), "{}", new.words());

    sold.shop
        .sandbox
        .supplier
        .use_data(&sold.iccid, 26 * GIGABYTE / 10)
        .unwrap();
    let used = sold.later("").await;
    assert_eq!(used.text_of(".ring b").as_deref(), Some("7.4 GB"));
    assert_eq!(
        used.attributes(".ring circle + circle", "stroke-dasharray"),
        ["75 100"],
        "something left is never rounded away"
    );
    for words in [
        "of 10 GB left",
        "2.6 GB of 10 GB used",
        "7 days left: it ends on",
        "In use",
        "Installed ✓",
        "Updated just now",
    ] {
        assert!(
            used.words().contains(words),
            "missing “{words}”: {}",
            used.words()
        );
    }
    assert!(
        !used.words().contains("Start by"),
        "what has started need not be started"
    );
    assert!(used.text_of(".ring.low").is_none());

    sold.shop
        .sandbox
        .supplier
        .use_data(&sold.iccid, 6 * GIGABYTE)
        .unwrap();
    assert!(
        sold.later("").await.text_of(".ring.low").is_some(),
        "little is left"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

/// What the doctor says, where it leads, and what has happened before.
type Step<'a> = (&'a str, &'a str, Box<dyn Fn() + 'a>);

#[tokio::test]
async fn without_internet_the_one_next_step_follows_what_the_network_knows() {
    let mut sold = Sold::one().await;
    let supplier = sold.shop.sandbox.supplier.clone();
    let iccid = sold.iccid.clone();
    let steps: [Step<'_>; 8] = [
        ("Install it first", "#install", Box::new(|| {})),
        (
            "Check the four settings",
            "#switches",
            Box::new(|| supplier.install(&iccid)),
        ),
        (
            "Turn on data roaming for the eSIM",
            "#switches",
            Box::new(|| supplier.arrive(&iccid).unwrap()),
        ),
        (
            "Select a network manually",
            "#networks",
            Box::new(|| supplier.use_data(&iccid, GIGABYTE).unwrap()),
        ),
        (
            "Your data is used up",
            "/top-up",
            Box::new(|| supplier.use_data(&iccid, 9 * GIGABYTE).unwrap()),
        ),
        (
            "Email us",
            "#person",
            Box::new(|| supplier.set_status(&iccid, "On hold")),
        ),
        (
            "Email us",
            "#person",
            Box::new(|| supplier.set_status(&iccid, "DEACTIVATED")),
        ),
        (
            "This eSIM is permanently deactivated",
            "/plans/esimfx_10G_7D_JP",
            Box::new(|| supplier.set_status(&iccid, "Blocked")),
        ),
    ];
    for (title, leads_to, happens) in &steps {
        happens();
        let page = sold.later("/no-internet").await;
        assert_eq!(
            page.text_of("h1").as_deref(),
            Some(*title),
            "{}",
            page.words()
        );
        let leads = page.attributes("main .button", "href").remove(0);
        assert!(leads.ends_with(leads_to), "{title} leads to {leads}");
        assert!(
            page.words()
                .contains(&sold.shop.owned(&iccid).await.esim.iccid.grouped()),
            "the number to quote"
        );
        let named = page.words().contains("SoftBank");
        assert_eq!(
            named,
            *title != "This eSIM is permanently deactivated",
            "{title}: the networks to pick by hand"
        );
    }
    let on_hold = sold.sarah.get(&sold.path().await).await;
    assert!(
        on_hold.words().contains("Permanently deactivated"),
        "{}",
        on_hold.words()
    );
    assert!(
        on_hold.text_of("h2#install").is_none(),
        "a dead eSIM is not to be installed"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn a_silent_supplier_leaves_the_last_figures_with_their_time() {
    let mut sold = Sold::one().await;
    sold.shop
        .sandbox
        .supplier
        .use_data(&sold.iccid, 4 * GIGABYTE)
        .unwrap();
    assert_eq!(
        sold.later("").await.text_of(".ring b").as_deref(),
        Some("6 GB")
    );
    for path in ["get_esim_orders", "get_esim_status", "get_available_topups"] {
        sold.shop
            .sandbox
            .supplier
            .faults
            .push(Rule::always(path, Fault::Hang(Duration::from_secs(20))));
    }
    for page in ["", "/no-internet", "/sheet"] {
        sold.shop.pass(TimeDelta::minutes(10));
        let began = Instant::now();
        let answer = sold.later(page).await;
        assert!(
            began.elapsed() < Duration::from_secs(2),
            "{page} waited {:?}",
            began.elapsed()
        );
        if page != "/sheet" {
            assert!(
                answer
                    .words()
                    .contains("The network didn’t respond just now"),
                "{}",
                answer.words()
            );
            assert!(
                answer.words().contains("4 GB of 10 GB used"),
                "{}",
                answer.words()
            );
        }
    }
    sold.shop.sandbox.supplier.faults.clear();
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn an_installed_esim_says_so_and_still_shows_its_codes() {
    let mut sold = Sold::one().await;
    let before = sold.later("").await;
    assert!(!before.words().contains("already on a phone"));
    assert_eq!(
        before.attributes("details .qr", "src").len(),
        0,
        "what is to be installed is not folded away"
    );
    sold.shop.sandbox.supplier.install(&sold.iccid);
    let code = sold.shop.sandbox.supplier.esims()[0].esim_qr.clone();
    let page = sold.later("").await;
    assert!(
        page.words()
            .contains("Its code has been used, so it can’t be installed again."),
        "{}",
        page.words()
    );
    assert!(
        page.words().contains("Installed ✓") && page.words().contains("Installed, not started"),
        "{}",
        page.words()
    );
    assert_eq!(page.attributes("details .qr", "src").len(), 1);
    assert!(page.body.contains(&code));
    let sheet = sold.later("/sheet").await;
    for words in [
        code.as_str(),
        "already on a phone",
        "can only be installed once",
        "start by",
        "help@layover.example",
        "SoftBank",
    ] {
        assert!(sheet.words().contains(words), "missing “{words}”");
    }
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn the_start_by_date_goes_into_a_calendar_until_the_plan_has_started() {
    let mut sold = Sold::one().await;
    let page = sold.later("").await;
    let link = page.attributes("a[href$='.ics']", "href").remove(0);
    let file = sold.sarah.get(&link).await;
    assert_eq!(
        (file.status, file.headers["content-type"].to_str().unwrap()),
        (200, "text/calendar; charset=utf-8")
    );
    let day = sold
        .shop
        .owned(&sold.iccid)
        .await
        .activate_by
        .unwrap()
        .format("DTSTART;VALUE=DATE:%Y%m%d")
        .to_string();
    assert!(
        file.body.contains(&day) && file.body.starts_with("BEGIN:VCALENDAR"),
        "{}",
        file.body
    );
    assert!(
        file.body.replace("\r\n ", "").contains(&sold.path().await),
        "{}",
        file.body
    );
    let code = sold.shop.sandbox.supplier.esims()[0].esim_qr.clone();
    assert!(!file.body.contains(code.rsplit('$').next().unwrap()));
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    assert!(
        sold.later("")
            .await
            .attributes("a[href$='.ics']", "href")
            .is_empty()
    );
    assert_eq!(sold.sarah.get(&link).await.status, 404);
    sold.shop.settle().await;
    sold.shop.close().await;
}

/// What the supplier is made to say of the eSIM.
fn said(iccid: &str, code: &str) -> Rule {
    let data = serde_json::json!({ "iccid": iccid, "esim_qr": code, "status": "PROVISIONED" });
    Rule::once(
        "get_esim_status",
        Fault::Json {
            status: 200,
            body: serde_json::json!({ "code": 0, "message": "Success", "data": data }),
        },
    )
}

#[tokio::test]
async fn a_code_that_was_made_anew_is_shown_and_never_one_of_another_esim() {
    let mut sold = Sold::one().await;
    sold.shop.buy(&mut sold.sarah, PLAN, 1).await;
    sold.shop.settle().await;
    let supplier = sold.shop.sandbox.supplier.clone();
    let mine = supplier.esim(&sold.iccid).unwrap();
    let other = supplier
        .esims()
        .into_iter()
        .find(|esim| esim.iccid != mine.iccid)
        .unwrap();
    let strangers = said(
        "8944000000000000000",
        "LPA:1$rsp.sandbox.example$JQ-STRANGERS",
    );
    for wrong in [
        strangers,
        said(&other.iccid, &other.esim_qr),
        said(&mine.iccid, &other.esim_qr),
        said(&mine.iccid, "LPA:1$nowhere"),
    ] {
        supplier.faults.push(wrong);
        let page = sold.later("").await;
        assert!(
            page.body.contains(&mine.esim_qr) && !page.body.contains(&other.esim_qr),
            "{}",
            page.words()
        );
    }
    supplier
        .faults
        .push(said(&mine.iccid, "LPA:1$rsp.sandbox.example$JQ-NEW-CODE"));
    let page = sold.later("").await;
    assert!(
        page.body.contains("JQ-NEW-CODE") && !page.body.contains(&mine.esim_qr),
        "{}",
        page.words()
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}
