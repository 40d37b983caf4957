//! Text from outside, made fit for a table, a page and a log. It only answers.

/// One line of text: blanks of any kind become single spaces. None when nothing is left, when it is
/// longer than `longest` characters, or when it holds what no table keeps (NUL) or what would turn
/// a page's text around (controls, overrides of direction).
pub fn line(text: &str, longest: usize) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fit = !text.is_empty() && text.chars().count() <= longest && !text.chars().any(is_unfit);
    fit.then_some(text)
}

/// Controls, and the marks that begin or end a run of text in another direction (Unicode's
/// bidirectional embeddings and isolates).
pub fn is_unfit(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_table_keeps_or_what_turns_a_page_around_is_no_text() {
        assert_eq!(
            line(" japan_10GB\t\n7Day ", 20).as_deref(),
            Some("japan_10GB 7Day")
        );
        assert_eq!(
            line("日本 10GB · عربي", 20).as_deref(),
            Some("日本 10GB · عربي")
        );
        for bad in [
            "",
            " \n",
            "japan\0",
            "japan\u{7}",
            "\u{202e}napaj",
            "\u{2067}japan\u{2069}",
            "japan\u{9b}31m",
            "more than twenty letters",
        ] {
            assert_eq!(line(bad, 20), None, "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn a_line_is_a_line_of_its_own(text in "\\PC{0,30}|.{0,30}") {
            if let Some(kept) = line(&text, 30) {
                prop_assert_eq!(line(&kept, 30), Some(kept));
            }
        }
    }
}
