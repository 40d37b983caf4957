//! A written trip cut into numbers, words and signs. Keeps what was written; understands nothing.

use super::words::{Meaning, means, unit_of};

/// One piece of what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// Letters, with the dots, apostrophes and hyphens inside.
    Word(String),
    Dash,
    Slash,
    Dot,
    Comma,
    /// Something that parts places and never stands inside a date.
    Break,
    /// Brackets and colons: they part words, but belong to the place before.
    Loose,
}

/// The digit, whether Latin, full-width, Arabic-Indic or Persian.
fn digit(c: char) -> Option<u32> {
    let from = |zero: char| {
        u32::from(c)
            .checked_sub(u32::from(zero))
            .filter(|value| *value < 10)
    };
    from('0')
        .or_else(|| from('０'))
        .or_else(|| from('٠'))
        .or_else(|| from('۰'))
}

/// A piece and where it stands, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) token: Token,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The pieces, in order.
pub(super) fn tokens(chars: &[char]) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (token, to) = next(chars, at, found.last().map(|piece| &piece.token));
        found.extend(token.map(|token| Piece {
            token,
            from: at,
            to,
        }));
        at = to;
    }
    found
}

/// The piece at this place, if it says anything, and where the next begins.
fn next(chars: &[char], at: usize, before: Option<&Token>) -> (Option<Token>, usize) {
    let rest = chars.get(at..).unwrap_or_default();
    let c = rest.first().copied().unwrap_or(' ');
    if digit(c).is_some() {
        let digits: Vec<u32> = rest.iter().map_while(|c| digit(*c)).collect();
        let value = digits
            .iter()
            .try_fold(0_u32, |n, d| n.checked_mul(10)?.checked_add(*d));
        return (
            Some(Token::Number(value.unwrap_or(u32::MAX), digits.len())),
            at + digits.len(),
        );
    }
    if c != 'ー' && (c.is_alphabetic() || matches!(c, 'º' | 'ª' | '°')) {
        let counted = match before {
            Some(Token::Number(..)) => true,
            Some(Token::Word(word)) => unit_of(word) == Some(word.as_str()),
            _ => false,
        };
        let word = word(rest, counted);
        let to = at + word.chars().count().max(1);
        return (Some(Token::Word(word)), to);
    }
    if c == '-' && rest.get(1) == Some(&'>') {
        return (Some(Token::Break), at + 2);
    }
    (sign(c), at + 1)
}

fn sign(c: char) -> Option<Token> {
    Some(match c {
        ',' | '、' | '،' | '，' => Token::Comma,
        '-' | '–' | '—' | '‐' | '‑' | '−' | '~' | '〜' | '～' | 'ー' => Token::Dash,
        '/' => Token::Slash,
        '.' | '．' | '。' => Token::Dot,
        '&' | '+' | '＆' | '＋' => Token::Word("&".to_owned()),
        '(' | ')' | '（' | '）' | '[' | ']' | ':' | '：' | '"' | '“' | '”' => Token::Loose,
        c if c.is_whitespace() && c != '\n' => return None,
        '\'' | '’' | '!' | '?' => return None,
        _ => Token::Break,
    })
}

/// The word at the start. After a number, a unit such as 日 is a word of its own, and so is a
/// particle such as から after the unit.
fn word(chars: &[char], after_number: bool) -> String {
    let inside = |at: usize| {
        let (here, next) = (
            chars.get(at).copied(),
            chars.get(at + 1).copied().unwrap_or(' '),
        );
        match here {
            Some(c) if c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c) => {
                digit(c).is_none()
            }
            Some('º' | 'ª' | '°' | '\u{200c}') => true,
            Some('\'' | '’' | 'ʻ' | '-' | '‑') => at > 0 && next.is_alphabetic(),
            // An initial or a short form: St. Lucia, U.S.A., Mai.
            Some('.') => at > 0,
            _ => false,
        }
    };
    let whole: String = (0..chars.len())
        .take_while(|at| inside(*at))
        .filter_map(|at| chars.get(at))
        .collect();
    if after_number && let Some(unit) = unit_of(&whole) {
        return unit.to_owned();
    }
    if after_number && whole.starts_with(|c: char| c > '\u{2fff}') {
        let starts = |len: &usize| {
            let start: String = whole.chars().take(*len).collect();
            means(&start, Meaning::Until) || means(&start, Meaning::Tail)
        };
        if let Some(len) = [3, 2, 1]
            .into_iter()
            .find(|len| *len < whole.chars().count() && starts(len))
        {
            return whole.chars().take(len).collect();
        }
    }
    whole.trim_end_matches('-').to_owned()
}
