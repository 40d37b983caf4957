//! Who sent a buyer, by a link with `?via=…`: a name for commissions, and nothing of the buyer.

/// A partner's name: a letter or digit, then up to 39 of these and `.`, `_`, `-`; the same however
/// it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner(String);

impl Partner {
    /// Reads what a link says; `None` for what is no such name.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.trim().to_ascii_lowercase();
        let inner =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
        let begins = name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
        (begins && name.len() <= 40 && name.chars().all(inner)).then_some(Self(name))
    }

    /// As stored, and as it stands in a link.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_plain_and_the_same_however_it_is_typed() {
        for (typed, name) in [
            ("Hostel-7", "hostel-7"),
            (" blog.example ", "blog.example"),
            ("7", "7"),
        ] {
            assert_eq!(Partner::parse(typed).unwrap().as_str(), name);
        }
        for wrong in ["", "-x", "a b", "a\"b", "é", "a\0", &"a".repeat(41)] {
            assert_eq!(Partner::parse(wrong), None, "{wrong:?}");
        }
        assert!(Partner::parse(&"a".repeat(40)).is_some());
    }
}
