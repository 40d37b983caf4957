//! What an operator types to find an order: its number, an email address, an eSIM's number, or an
//! id of Stripe's or the supplier's.

use super::email::EmailAddress;
use super::esim::Iccid;

/// What was typed, as what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// An order's number, as people call it.
    Number(String),
    /// The buyer's address.
    Email(EmailAddress),
    /// An eSIM's number, in each way that it may be written.
    Iccid(Vec<String>),
    /// An id: of an order, of Stripe's, or of the supplier's order.
    Id(String),
}

/// Neither of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSought {
    /// Nothing was typed.
    #[error(
        "say what to look for: an order number, an email address, an ICCID, or an id of Stripe's"
    )]
    Nothing,
    /// With an @, and no address.
    #[error("that is not a valid email address → write it as name@example.com")]
    NotAnAddress,
}

/// The shortest and the longest number of an eSIM.
const ICCID_DIGITS: std::ops::RangeInclusive<usize> = 18..=22;

impl Sought {
    /// Reads what was typed or pasted.
    ///
    /// # Errors
    /// [`NotSought`]
    pub fn read(text: &str) -> Result<Self, NotSought> {
        let text = text.trim().trim_start_matches('#').trim();
        if text.is_empty() {
            return Err(NotSought::Nothing);
        }
        if text.contains('@') {
            return EmailAddress::parse(text)
                .map(Self::Email)
                .map_err(|_| NotSought::NotAnAddress);
        }
        let bare: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        if let Ok(iccid) = Iccid::parse(&bare) {
            return Ok(Self::Iccid(written(iccid.digits())));
        }
        let digits = bare.strip_prefix(['E', 'e']).unwrap_or(&bare);
        if (1..ICCID_DIGITS.start().to_owned()).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
        {
            return Ok(Self::Number(format!("E{digits}")));
        }
        Ok(Self::Id(text.to_owned()))
    }
}

/// The number itself, without its check digit, and with any: phones show it, and some lists leave
/// it out.
fn written(digits: &str) -> Vec<String> {
    let with = (0..10).map(|check| format!("{digits}{check}"));
    let without = digits
        .get(..digits.len().saturating_sub(1))
        .map(str::to_owned);
    let all = [digits.to_owned()].into_iter().chain(without).chain(with);
    all.filter(|digits| ICCID_DIGITS.contains(&digits.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iccids(text: &str) -> Vec<String> {
        match Sought::read(text) {
            Ok(Sought::Iccid(all)) => all,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn what_was_typed_is_taken_for_what_it_is() {
        for number in ["E10001", "e10001", " #E10001 ", "10001"] {
            assert_eq!(
                Sought::read(number),
                Ok(Sought::Number("E10001".into())),
                "{number}"
            );
        }
        let sarah = EmailAddress::parse("sarah@traveller.example").unwrap();
        assert_eq!(
            Sought::read(" Sarah@Traveller.example"),
            Ok(Sought::Email(sarah))
        );
        for id in [
            "pi_3Qabc",
            "cs_test_a1B2",
            "re_1",
            "ch_3Q",
            "evt_1",
            "019a-b",
            "0198c1a2-0000-7000-8000-000000000001",
            "EXAMPLE",
        ] {
            assert_eq!(Sought::read(id), Ok(Sought::Id(id.into())), "{id}");
        }
        assert_eq!(Sought::read(" # "), Err(NotSought::Nothing));
        assert_eq!(Sought::read("sarah@"), Err(NotSought::NotAnAddress));
    }

    #[test]
    fn an_esim_is_found_by_its_number_with_or_without_the_check_digit() {
        let all = iccids("8931 0867 8901 2345 678F");
        assert_eq!(all[0], "8931086789012345678");
        assert!(
            all.contains(&"893108678901234567".into())
                && all.contains(&"89310867890123456789".into()),
            "{all:?}"
        );
        assert_eq!(iccids("89-310867890123456789").len(), 12);
    }
}
