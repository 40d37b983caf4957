//! `GET /help/…`, `GET /devices`: guides, with the phones' own words.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::choosing::Habit;
use domain::product::Data;

/// The guides to installing: path and what each is called.
const GUIDES: [(&str, &str); 4] = [
    ("/help/install-iphone", "help-iphone"),
    ("/help/install-samsung", "help-samsung"),
    ("/help/install-pixel", "help-pixel"),
    ("/help/install-android", "help-android"),
];

// What iOS 26 asks after installing, at home or abroad (`iphone-where`): as a seller of eSIMs
// describes it, <https://esim.connectedyou.io/id/blogs/latest/ios-26-esim-auto-switch>, read on 28
// Nov 2026. Apple's own page could not be read, so the guide says that the phone may ask, and gives
// the sense and not the words on its buttons.

/// Makers of phones: which of theirs take an eSIM, and which of these do not.
const MAKERS: [(&str, &str, &str); 10] = [
    ("Apple", "devices-apple", "devices-apple-not"),
    ("Samsung", "devices-samsung", "devices-samsung-not"),
    ("Google", "devices-google", "devices-google-not"),
    ("Xiaomi", "devices-xiaomi", "devices-xiaomi-not"),
    ("Motorola", "devices-motorola", "devices-motorola-not"),
    ("Oppo, OnePlus", "devices-oppo", "devices-oppo-not"),
    ("Honor", "devices-honor", "devices-honor-not"),
    ("Sony", "devices-sony", "devices-sony-not"),
    ("Huawei", "devices-huawei", "devices-huawei-not"),
    ("Fairphone, Nothing", "devices-small", "devices-small-not"),
];

#[derive(Template)]
#[template(path = "storefront/help/index.html")]
struct IndexPage {
    t: Locale,
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "storefront/help/install-iphone.html")]
struct IphonePage {
    t: Locale,
    chrome: Chrome,
    others: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "storefront/help/install-samsung.html")]
struct SamsungPage {
    t: Locale,
    chrome: Chrome,
    others: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "storefront/help/install-pixel.html")]
struct PixelPage {
    t: Locale,
    chrome: Chrome,
    others: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "storefront/help/install-android.html")]
struct AndroidPage {
    t: Locale,
    chrome: Chrome,
    others: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "storefront/help/troubleshooting.html")]
struct TroubleshootingPage {
    t: Locale,
    chrome: Chrome,
}

#[derive(Template)]
#[template(path = "storefront/help/devices.html")]
struct DevicesPage {
    t: Locale,
    chrome: Chrome,
    /// The plan that its visitor came from: where it is, and what it is called.
    back: Option<(String, String)>,
}

/// Where the figures of the three habits come from: who published them and where.
const SOURCES: [(&str, &str); 3] = [
    (
        "data-source-average",
        "https://www.ericsson.com/en/reports-and-papers/mobility-report",
    ),
    ("data-source-video", "https://help.netflix.com/en/node/87"),
    (
        "data-source-measured",
        "https://traveladdict.tv/2025/08/21/how-much-data-do-your-daily-travel-habits-really-use",
    ),
];

#[derive(Template)]
#[template(path = "storefront/help/data.html")]
struct DataPage {
    t: Locale,
    chrome: Chrome,
}

impl DataPage {
    /// The habits: name, what it is, and its data on a day.
    fn habits(&self) -> Vec<(&'static str, &'static str, String)> {
        let keys = [
            ("use-light", "data-light"),
            ("use-everyday", "data-everyday"),
            ("use-heavy", "data-heavy"),
        ];
        let a_day = |habit: Habit| self.t.data(Data::Megabytes(habit.megabytes_a_day()));
        Habit::ALL
            .into_iter()
            .zip(keys)
            .map(|(habit, (name, about))| (name, about, a_day(habit)))
            .collect()
    }
}

fn serve<T: Template>(
    app: &App,
    here: &RequestLocale,
    request: &Request,
    (path, title, about): (&str, &str, &str),
    make: fn(Locale, Chrome) -> T,
) -> Response {
    let (t, snapshot) = (here.t, app.catalogue.snapshot());
    let render = || {
        let mut chrome = Chrome::new(app, here, t.say(title))
            .described(t.say(about))
            .at(path)
            .shared(app, &snapshot);
        if path.starts_with("/help/") {
            chrome = chrome.below(&[(&t.say("nav-help"), Routes::HELP), (&t.say(title), path)]);
        }
        make(t, chrome).render()
    };
    page_cache::get_or_render(
        &snapshot,
        t,
        path,
        request.headers(),
        response::HTML,
        render,
    )
}

/// The guides for other phones than this one's.
fn others(path: &str) -> Vec<(&'static str, &'static str)> {
    GUIDES
        .into_iter()
        .filter(|(other, _)| *other != path)
        .collect()
}

/// All guides.
pub async fn index(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    serve(
        &app,
        &here,
        &request,
        (Routes::HELP, "help-title", "help-description"),
        |t, chrome| IndexPage { t, chrome },
    )
}

/// Installing on an iPhone.
pub async fn iphone(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let about = ("/help/install-iphone", "help-iphone", "iphone-description");
    serve(&app, &here, &request, about, |t, chrome| IphonePage {
        t,
        chrome,
        others: others("/help/install-iphone"),
    })
}

/// Installing on a Samsung Galaxy.
pub async fn samsung(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let about = (
        "/help/install-samsung",
        "help-samsung",
        "samsung-description",
    );
    serve(&app, &here, &request, about, |t, chrome| SamsungPage {
        t,
        chrome,
        others: others("/help/install-samsung"),
    })
}

/// Installing on a Google Pixel.
pub async fn pixel(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let about = ("/help/install-pixel", "help-pixel", "pixel-description");
    serve(&app, &here, &request, about, |t, chrome| PixelPage {
        t,
        chrome,
        others: others("/help/install-pixel"),
    })
}

/// Installing on another Android phone.
pub async fn android(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let about = (
        "/help/install-android",
        "help-android",
        "android-description",
    );
    serve(&app, &here, &request, about, |t, chrome| AndroidPage {
        t,
        chrome,
        others: others("/help/install-android"),
    })
}

/// When something does not work.
pub async fn troubleshooting(
    State(app): State<App>,
    here: RequestLocale,
    request: Request,
) -> Response {
    let about = (
        "/help/troubleshooting",
        "trouble-title",
        "trouble-description",
    );
    serve(&app, &here, &request, about, |t, chrome| {
        TroubleshootingPage { t, chrome }
    })
}

/// How much data a trip takes, and who says so.
pub async fn data(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    serve(
        &app,
        &here,
        &request,
        ("/help/data", "data-title", "data-description"),
        |t, chrome| DataPage { t, chrome },
    )
}

/// Which phones can take an eSIM.
pub async fn devices(State(app): State<App>, here: RequestLocale, request: Request) -> Response {
    let t = here.t;
    let from = request
        .uri()
        .query()
        .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("plan=")));
    if let Some(plan) = from.and_then(|id| app.catalogue.plan(id)) {
        let chrome = Chrome::new(&app, &here, t.say("devices-title"))
            .described(t.say("devices-description"))
            .at(Routes::DEVICES)
            .noindex();
        let back = Some((t.path(&plan.path()), plan.title(t)));
        return response::asked_for(StatusCode::OK, &DevicesPage { t, chrome, back });
    }
    serve(
        &app,
        &here,
        &request,
        (Routes::DEVICES, "devices-title", "devices-description"),
        |t, chrome| DevicesPage {
            t,
            chrome,
            back: None,
        },
    )
}
