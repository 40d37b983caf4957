//! What about a package its traveller should hear of, once.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Package, PackageStatus, Unit, Usage};

/// Per cent of an allowance whose use is worth a mail.
pub const STEPS: [u8; 3] = [50, 80, 90];
/// News older than this is no news.
const FRESH: TimeDelta = TimeDelta::days(2);

/// Something about a package that its traveller should hear of, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The first package of the eSIM is in use.
    Live,
    /// So many per cent are used: one of [`STEPS`].
    RunningLow(u8),
    /// It is over and nothing follows it.
    Ended,
}

/// What is to be told of `package`; `first` is whether it came with its eSIM, `others` are the
/// eSIM's other packages.
pub fn news(
    package: &Package,
    first: bool,
    others: &[&Package],
    now: DateTime<Utc>,
) -> Option<News> {
    let fresh = |at: Option<DateTime<Utc>>| at.is_none_or(|at| now - at < FRESH);
    match &package.status {
        Some(PackageStatus::Active) => {
            let step = package.usage.as_ref().and_then(step);
            // Data that was never started cannot run low: being live comes first, but is no news
            // beside a low allowance.
            step.map(News::RunningLow)
                .or((first && fresh(package.started_at)).then_some(News::Live))
        }
        Some(PackageStatus::Expired) => {
            // Of packages that followed each other only the last one's end is the eSIM's.
            let place = |p: &Package| (p.ends_at, p.bought_at, p.supplier_order_id.clone());
            let later =
                |o: &Package| o.status == Some(PackageStatus::Expired) && place(o) > place(package);
            let followed = others
                .iter()
                .any(|o| o.is_pending() || o.is_active() || later(o));
            (!followed && fresh(package.ends_at)).then_some(News::Ended)
        }
        _ => None,
    }
}

/// The highest step that has been reached. Of days, half is no news.
fn step(usage: &Usage) -> Option<u8> {
    let least = if *usage.unit() == Unit::Day { 80 } else { 50 };
    let used = usage.percent_used();
    STEPS
        .into_iter()
        .rev()
        .find(|step| *step >= least && used >= *step)
}
