//! “How much do I need?”: days and a habit as plain links, and the plan that is enough. Which one
//! that is, the rules say.

use std::sync::Arc;

use crate::catalogue::Plan;
use crate::catalogue::choice::Choice;
use crate::l10n::Locale;
use domain::choosing::{self, Answer, Candidate, Habit, Stay};
use domain::product::Data;

/// Lengths of a stay to choose from.
const DAYS: [u32; 6] = [3, 7, 10, 14, 21, 30];

/// Something to choose, as a link.
#[derive(Debug)]
pub struct Pick {
    /// What stands on it.
    pub label: String,
    /// The same in full, for who hears it.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The answer to a stay.
#[derive(Debug)]
pub struct Answered<'a> {
    /// How long.
    pub days: Vec<Pick>,
    /// How the phone is used.
    pub habits: Vec<Pick>,
    /// The plan to take.
    pub plan: Option<&'a Arc<Plan>>,
    /// How much data that is.
    pub needs: String,
    /// What must be known of the answer.
    pub but: Vec<String>,
}

/// The address of a shelf in an order and for a stay, without what is usual.
#[must_use]
pub fn address(path: &str, choice: Choice, stay: Option<Stay>) -> String {
    let parts: Vec<String> = stay
        .map(Stay::query)
        .into_iter()
        .chain(choice.query())
        .collect();
    if parts.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", parts.join("&"))
    }
}

impl<'a> Answered<'a> {
    /// For the plans of one shelf; `path` is its own, in the page's language.
    #[must_use]
    pub fn new(t: Locale, path: &str, choice: Choice, stay: Stay, plans: &'a [Arc<Plan>]) -> Self {
        let candidate = |plan: &'a Arc<Plan>| Candidate {
            id: &plan.product.id,
            days: plan.product.days,
            data: plan.product.data,
            fair_use: &plan.product.fair_use,
            price: plan.price.minor,
        };
        let found = choosing::answer(&plans.iter().map(candidate).collect::<Vec<_>>(), stay);
        let (plan, lacking) = match found {
            Some(Answer::Enough(at)) => (plans.get(at), false),
            Some(Answer::Most(at)) => (plans.get(at), true),
            None => (None, false),
        };
        let but = match plan {
            None => vec![t.with("days", t.days(stay.days)).say("answer-none")],
            Some(plan) => lacking
                .then(|| t.say("answer-most"))
                .into_iter()
                .chain(t.fair_use(&plan.product))
                .collect(),
        };
        let needs = t
            .with("data", t.data(Data::Megabytes(stay.megabytes())))
            .with("days", t.days(stay.days))
            .say(in_words(stay.habit).1);
        let link = |stay: Stay| address(path, choice, Some(stay));
        Self {
            days: days(t, stay, link),
            habits: habits(t, stay, link),
            plan,
            needs,
            but,
        }
    }
}

fn days(t: Locale, stay: Stay, link: impl Fn(Stay) -> String) -> Vec<Pick> {
    let mut lengths = DAYS.to_vec();
    if !lengths.contains(&stay.days) {
        lengths.push(stay.days);
        lengths.sort_unstable();
    }
    let pick = |days: u32| Pick {
        label: t.number(days),
        name: t.days(days),
        href: link(Stay { days, ..stay }),
        chosen: days == stay.days,
    };
    lengths.into_iter().map(pick).collect()
}

fn habits(t: Locale, stay: Stay, link: impl Fn(Stay) -> String) -> Vec<Pick> {
    let pick = |habit: Habit| {
        let label = t.say(in_words(habit).0);
        Pick {
            name: label.clone(),
            label,
            href: link(Stay { habit, ..stay }),
            chosen: habit == stay.habit,
        }
    };
    Habit::ALL.map(pick).into()
}

/// The keys of a habit's name and of what it needs.
fn in_words(habit: Habit) -> (&'static str, &'static str) {
    match habit {
        Habit::Light => ("use-light", "answer-light"),
        Habit::Everyday => ("use-everyday", "answer-everyday"),
        Habit::Heavy => ("use-heavy", "answer-heavy"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::{product, snapshot};
    use domain::product::{FairUse, Product};

    #[test]
    fn ten_days_of_maps_and_messages_are_answered_with_three_gigabytes() {
        let plan = |id: &str, gigabytes: u64, days: u32, cost: &str| Product {
            data: Data::Megabytes(gigabytes * 1024),
            days,
            cost: cost.parse().unwrap(),
            ..product(id, "JP")
        };
        let shelf = snapshot(vec![
            plan("1", 1, 7, "2"),
            plan("3", 3, 15, "4"),
            plan("10", 10, 30, "12"),
        ]);
        let plans = &shelf.shelf("japan").unwrap().plans;
        let choice = Choice::read("sort=price");
        let told = |days, habit| {
            Answered::new(
                Locale::ENGLISH,
                "/esim/japan",
                choice,
                Stay { days, habit },
                plans,
            )
        };
        let light = told(10, Habit::Light);
        assert_eq!(
            (light.plan.unwrap().product.id.as_str(), light.but.len()),
            ("3", 0)
        );
        assert_eq!(light.needs, "Maps and messages: about 3 GB in 10 days");
        let chosen: Vec<&str> = light
            .days
            .iter()
            .chain(&light.habits)
            .filter(|pick| pick.chosen)
            .map(|pick| pick.name.as_str())
            .collect();
        assert_eq!(chosen, ["10 days", "Light"]);
        assert_eq!(
            light.habits[2].href,
            "/esim/japan?days=10&use=heavy&sort=price"
        );
        let heavy = told(30, Habit::Heavy);
        assert_eq!(heavy.plan.unwrap().product.id, "10");
        assert!(
            heavy.but.len() == 1
                && told(31, Habit::Light).plan.is_none()
                && told(31, Habit::Light).but.len() == 1
        );
        let odd = told(12, Habit::Light)
            .days
            .into_iter()
            .map(|pick| pick.label)
            .collect::<Vec<_>>();
        assert_eq!(odd, ["3", "7", "10", "12", "14", "21", "30"]);
    }

    #[test]
    fn an_unlimited_plan_that_falls_short_is_said_to() {
        let fair_use = FairUse {
            megabytes_a_day: Some(512),
            then: Some("512 Kbps".to_owned()),
        };
        let shelf = snapshot(vec![Product {
            data: Data::Unlimited,
            fair_use,
            days: 10,
            ..product("u", "JP")
        }]);
        let plans = &shelf.shelf("japan").unwrap().plans;
        let told = |habit| {
            Answered::new(
                Locale::ENGLISH,
                "/esim/japan",
                Choice::default(),
                Stay { days: 7, habit },
                plans,
            )
            .but
        };
        let heavy = told(Habit::Heavy);
        assert!(
            heavy.len() == 2
                && heavy[0].starts_with("No plan here has that much")
                && heavy[1].contains("512"),
            "{heavy:?}"
        );
        assert_eq!(
            told(Habit::Light),
            heavy[1..],
            "what is enough still says how it slows down"
        );
    }
}
