//! The number of an eSIM's profile (ITU-T E.118).

use std::fmt;

use super::EsimError;

/// The end of an eSIM's number: what a log may say of it.
pub fn ending(iccid: &str) -> &str {
    iccid
        .get(iccid.len().saturating_sub(4)..)
        .unwrap_or_default()
}

/// The number of an eSIM's profile: `89` and 16 to 20 digits more.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Iccid(String);

/// The standard's longest ICCID (ITU-T E.118 has 19 digits, GSMA's filler makes it 20).
const USUAL_DIGITS: usize = 20;

impl Iccid {
    /// Strips spaces and the trailing `F` that some systems pad with.
    ///
    /// # Errors
    /// [`EsimError::NotAnIccid`].
    pub fn parse(text: &str) -> Result<Self, EsimError> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = text.trim_end_matches(['F', 'f']);
        let shape = (18..=22).contains(&digits.len())
            && digits.starts_with("89")
            && digits.bytes().all(|b| b.is_ascii_digit());
        if shape {
            Ok(Self(digits.to_owned()))
        } else {
            Err(EsimError::NotAnIccid)
        }
    }

    /// The digits alone, as the copy button and the supplier want them.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Whether it is longer than the standard lets it be. It is taken all the same, with a word in
    /// the log.
    pub fn is_unusually_long(&self) -> bool {
        self.0.len() > USUAL_DIGITS
    }

    /// Whether both name one card: some leave the check digit out.
    pub fn is_of_the_card(&self, other: &str) -> bool {
        self.0.starts_with(other) || other.starts_with(&self.0)
    }

    /// The digits by fours, as people read them.
    pub fn grouped(&self) -> String {
        let mut out = String::with_capacity(27);
        for (at, digit) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                out.push(' ');
            }
            out.push(digit);
        }
        out
    }
}

impl fmt::Debug for Iccid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iccid({})", self.0)
    }
}
