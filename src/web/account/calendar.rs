//! A calendar file for the day by which an eSIM must be started (RFC 5545). Text in, text out; it
//! reads no clock.

use chrono::{DateTime, Days, TimeDelta, Utc};

/// Octets of a line before it must be folded, its end not counted.
const LINE: usize = 75;
/// What the entry says, in its reader's language.
#[derive(Debug, Clone, Copy)]
pub struct CalendarWords<'a> {
    /// BCP 47.
    pub language: &'a str,
    /// Its title, which the reminders repeat.
    pub summary: &'a str,
    /// What is to be done.
    pub how: &'a str,
}

/// An all-day event on the UTC day of `day`, with reminders 7 days and 1 day before. `uid` names
/// the same event for ever, so that adding the file again changes the entry that is there; `now` is
/// when it was written.
#[must_use]
pub fn start_by(
    uid: &str,
    shop: &str,
    words: &CalendarWords<'_>,
    day: DateTime<Utc>,
    url: &str,
    now: DateTime<Utc>,
) -> String {
    let after = day
        .date_naive()
        .checked_add_days(Days::new(1))
        .unwrap_or(day.date_naive());
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!(
            "PRODID:-//{}//eSIM//{}",
            escape(shop),
            escape(&words.language.to_ascii_uppercase())
        ),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escape(uid)),
        format!("DTSTAMP:{}", now.format("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")),
        format!("SUMMARY:{}", escape(words.summary)),
        format!("DESCRIPTION:{}", escape(&format!("{}\n{url}", words.how))),
        // An address is written as it is: only texts are escaped. A line break would end the
        // property.
        format!("URL:{}", url.replace(char::is_control, "")),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    for before in [TimeDelta::days(7), TimeDelta::days(1)] {
        lines.extend(alarm(before, words.summary));
    }
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    lines.iter().map(|line| folded(line)).collect()
}

fn alarm(before: TimeDelta, summary: &str) -> [String; 5] {
    [
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escape(summary)),
        format!("TRIGGER:-P{}D", before.num_days()),
        "END:VALARM".to_owned(),
    ]
}

/// A text value: backslash, semicolon, comma and line break are escaped; other control characters
/// may not stand in one.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line with its end, folded so that no part is longer than 75 octets and no character is
/// cut.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file(plan: &str) -> String {
        let at = |text: &str| text.parse().unwrap();
        let url = "https://shop.example/my-esims/r4d2";
        let summary = format!("Start your eSIM: {plan}");
        let how = "Install it now. After this day the network may no longer let the plan begin.";
        let words = CalendarWords {
            language: "en",
            summary: &summary,
            how,
        };
        start_by(
            "line-1@shop.example",
            "Layover",
            &words,
            at("2027-02-28T23:30:00Z"),
            url,
            at("2026-11-23T10:02:15Z"),
        )
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn the_event_is_the_whole_start_by_day_with_two_reminders() {
        let text = unfolded(&file("Japan · 10 GB · 7 days"));
        for line in [
            "UID:line-1@shop.example",
            "DTSTAMP:20261123T100215Z",
            "DTSTART;VALUE=DATE:20270228",
            "DTEND;VALUE=DATE:20270301",
            "SUMMARY:Start your eSIM: Japan · 10 GB · 7 days",
            "URL:https://shop.example/my-esims/r4d2",
            "TRIGGER:-P7D",
            "TRIGGER:-P1D",
        ] {
            assert!(
                text.split("\r\n").any(|l| l == line),
                "{line} is missing in\n{text}"
            );
        }
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                && text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n")
        );
        assert_eq!(text.matches("BEGIN:VALARM").count(), 2);
        assert!(text.contains(
            "may no longer let the plan begin.\\nhttps://shop.example/my-esims/r4d2\r\n"
        ));
    }

    #[test]
    fn words_with_a_meaning_in_calendars_are_escaped() {
        let text = unfolded(&file("A, B; C\\D\r\nEND:VEVENT"));
        assert!(
            text.contains("SUMMARY:Start your eSIM: A\\, B\\; C\\\\D\\nEND:VEVENT\r\n"),
            "{text}"
        );
        assert_eq!(
            text.matches("\r\nEND:VEVENT").count(),
            1,
            "a name cannot end the event"
        );
    }

    #[test]
    fn the_same_plan_is_the_same_event_for_ever() {
        let uid = |text: &str| {
            unfolded(text)
                .lines()
                .find(|l| l.starts_with("UID:"))
                .map(str::to_owned)
        };
        assert_eq!(uid(&file("Japan")), uid(&file("Japan, renamed")));
    }

    proptest! {
        #[test]
        fn folded_lines_fit_and_unfold_to_what_was_said(name in "\\PC{0,200}") {
            let text = file(&name);
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{} octets: {line}", line.len());
            }
            let whole = unfolded(&text);
            let summary = format!("SUMMARY:Start your eSIM: {}", escape(&name));
            prop_assert!(whole.split("\r\n").any(|line| line == summary), "{whole}");
        }
    }
}
