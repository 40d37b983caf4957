//! Times in words, in UTC: days and minutes as pages and mails show them. It reads no clock.

use chrono::{DateTime, Utc};

/// `22 Jan 2027`
pub fn day(at: DateTime<Utc>) -> String {
    at.format("%-d %b %Y").to_string()
}

/// `10:32 UTC`
pub fn minute(at: DateTime<Utc>) -> String {
    at.format("%H:%M UTC").to_string()
}

/// `22 Jan 2027, 10:32 UTC`
pub fn day_and_minute(at: DateTime<Utc>) -> String {
    format!("{}, {}", day(at), minute(at))
}

/// For machines, in `datetime` attributes.
pub fn machine(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_travellers_read_them() {
        let at = "2027-01-02T03:04:05.678Z".parse().unwrap();
        assert_eq!(day(at), "2 Jan 2027");
        assert_eq!(day_and_minute(at), "2 Jan 2027, 03:04 UTC");
        assert_eq!(machine(at), "2027-01-02T03:04:05Z");
    }
}
