//! The name under which an eSIM's buyer knows who travels with it. Pure.

use thiserror::Error;

/// The longest name, in characters; Postgres holds it too.
pub const LONGEST: usize = 40;

/// The text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no name")]
pub struct NotAName;

/// Reads a name, without the spaces around it; none when there is nothing.
///
/// # Errors
/// [`NotAName`] for one that is too long, or that holds what turns or breaks the line it stands in.
pub fn read(text: &str) -> Result<Option<&str>, NotAName> {
    let name = text.trim();
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    if name.chars().count() > LONGEST || name.chars().any(|c| c.is_control() || turns(c)) {
        return Err(NotAName);
    }
    Ok((!name.is_empty()).then_some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_in_any_writing_and_nothing_else_is() {
        for name in [
            "Mia",
            "  José María ",
            "美咲",
            "ليلى",
            "O’Brien-Łukasz",
            "👩‍🚀 Mum",
        ] {
            assert_eq!(read(name), Ok(Some(name.trim())));
        }
        assert_eq!(read("  "), Ok(None));
        assert_eq!(
            read(&"é".repeat(LONGEST)).map(|name| name.is_some()),
            Ok(true)
        );
        for text in [
            "é".repeat(LONGEST + 1).as_str(),
            "a\nb",
            "a\u{0}b",
            "a\u{202e}b",
        ] {
            assert_eq!(read(text), Err(NotAName), "{text:?}");
        }
    }
}
