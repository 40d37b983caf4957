//! Times on a traveller's pages: how long ago, or when, as the destination's clocks say it; the
//! script says it as the device's do. Words only.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::l10n::{Html, Locale};
use domain::when;

/// `2 minutes ago`: just now, minutes, hours or days, and never seconds.
#[must_use]
pub fn ago(t: Locale, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let minutes = (now - at).num_minutes().max(0);
    let words = match minutes {
        0 => t.say("ago-now"),
        1..60 => t.with("n", minutes).say("ago-minutes"),
        60..2880 => t.with("n", minutes / 60).say("ago-hours"),
        _ => t.with("n", minutes / 1440).say("ago-days"),
    };
    marked(at, "ago", &words)
}

/// `22 Jan 2027, 19:32 UTC+9`
#[must_use]
pub fn moment(t: Locale, at: DateTime<Utc>, zone: Option<Tz>) -> Html {
    marked(at, "moment", &t.moment_in(at, zone))
}

/// `19:32 UTC+9`
#[must_use]
pub fn minute(t: Locale, at: DateTime<Utc>, zone: Option<Tz>) -> Html {
    marked(at, "minute", &t.minute_in(at, zone))
}

/// With the moment itself, for machines and for the script. The words are figures of ours.
fn marked(at: DateTime<Utc>, kind: &str, words: &str) -> Html {
    Html::of(format!(
        "<time datetime=\"{}\" data-at=\"{kind}\">{words}</time>",
        when::machine(at)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn how_long_ago_is_told_in_minutes_then_hours_then_days() {
        let then = at("2026-11-23T10:00:00Z");
        for (now, words) in [
            ("2026-11-23T09:59:00Z", "just now"),
            ("2026-11-23T10:00:59Z", "just now"),
            ("2026-11-23T10:01:00Z", "1 minute ago"),
            ("2026-11-23T10:59:59Z", "59 minutes ago"),
            ("2026-11-23T11:00:00Z", "1 hour ago"),
            ("2026-11-25T09:59:59Z", "47 hours ago"),
            ("2026-11-25T10:00:00Z", "2 days ago"),
        ] {
            let told = ago(Locale::ENGLISH, then, at(now)).to_string();
            assert_eq!(
                told,
                format!("<time datetime=\"2026-11-23T10:00:00Z\" data-at=\"ago\">{words}</time>")
            );
        }
    }

    #[test]
    fn a_moment_is_told_by_the_clocks_of_the_place_and_says_so() {
        let then = at("2027-01-21T22:30:00Z");
        let told = |zone: Option<&str>| {
            moment(
                Locale::ENGLISH,
                then,
                zone.map(|name| name.parse().unwrap()),
            )
            .to_string()
        };
        assert!(told(Some("Asia/Tokyo")).ends_with(">22 Jan 2027, 07:30 UTC+9</time>"));
        assert!(told(Some("Asia/Kathmandu")).ends_with(">22 Jan 2027, 04:15 UTC+5:45</time>"));
        assert!(told(Some("America/New_York")).ends_with(">21 Jan 2027, 17:30 UTC−5</time>"));
        assert!(told(Some("Europe/London")).ends_with(">21 Jan 2027, 22:30 UTC</time>"));
        assert!(told(None).ends_with(">21 Jan 2027, 22:30 UTC</time>"));
        assert!(
            minute(Locale::ENGLISH, then, "Asia/Tokyo".parse().ok())
                .to_string()
                .ends_with(">07:30 UTC+9</time>")
        );
    }
}
