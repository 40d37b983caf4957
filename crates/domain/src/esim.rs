//! An eSIM as phones and travellers know it: activation code (GSMA SGP.22 §4.1), ICCID, status,
//! one-tap links. No storage, no page.

use std::fmt;

use thiserror::Error;

/// The text is not what it should be. Never holds the text: it may be a bearer secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EsimError {
    /// It is not of the form `LPA:1$…`, is longer than 255 characters, or not ASCII.
    #[error("no activation code")]
    NotAnActivationCode,
    /// The SM-DP+ address is no host name of at least two labels.
    #[error("an activation code without a host name")]
    BadHost,
    /// The matching id has characters beyond letters, digits and hyphens.
    #[error("an activation code with a malformed matching id")]
    BadMatchingId,
    /// The OID is not digits and dots.
    #[error("an activation code with a malformed OID")]
    BadOid,
    /// Not `89` and 16 to 20 digits more.
    #[error("no ICCID")]
    NotAnIccid,
}

/// `LPA:1$<SM-DP+ host>$<matching id>[$<OID>[$<flag>]]`: a bearer secret. Its `Debug` is masked,
/// and it has no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct ActivationCode {
    host: String,
    matching_id: String,
    oid: String,
    confirmation: bool,
}

impl ActivationCode {
    /// Reads the string of the supplier's QR code in any form that phones accept: `LPA:` in any
    /// case or left out, blanks around the parts, no matching id. Nothing changes the case of what
    /// is inside: a matching id is matched byte for byte.
    ///
    /// # Errors
    /// [`EsimError`], saying which part is malformed.
    pub fn parse(text: &str) -> Result<Self, EsimError> {
        let text = text.trim();
        if text.len() > 255 || !text.is_ascii() {
            return Err(EsimError::NotAnActivationCode);
        }
        let body = text
            .split_at_checked(4)
            .filter(|(prefix, _)| prefix.eq_ignore_ascii_case("LPA:"))
            .map_or(text, |(_, body)| body);
        let mut parts = body.split('$').map(str::trim);
        if parts.next() != Some("1") {
            return Err(EsimError::NotAnActivationCode);
        }
        let host = parts.next().ok_or(EsimError::NotAnActivationCode)?;
        let matching_id = parts.next().unwrap_or_default();
        let oid = parts.next().unwrap_or_default();
        // Fields after the flag belong to later versions of the standard, which asks that they be
        // ignored.
        let confirmation = parts.next() == Some("1");
        if !is_host(host) {
            return Err(EsimError::BadHost);
        }
        if !matching_id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        {
            return Err(EsimError::BadMatchingId);
        }
        if !oid.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return Err(EsimError::BadOid);
        }
        Ok(Self {
            host: host.to_owned(),
            matching_id: matching_id.to_owned(),
            oid: oid.to_owned(),
            confirmation,
        })
    }

    /// The one form in which it is kept, and that a QR code carries. For the page and the mail of
    /// the eSIM's owner, and for storage; nowhere else.
    #[must_use]
    pub fn expose(&self) -> String {
        let mut text = format!("LPA:1${}${}", self.host, self.matching_id);
        if self.confirmation || !self.oid.is_empty() {
            text.push('$');
            text.push_str(&self.oid);
        }
        if self.confirmation {
            text.push_str("$1");
        }
        text
    }

    /// The server the phone loads the profile from; no secret.
    #[must_use]
    pub fn smdp_address(&self) -> &str {
        &self.host
    }

    /// What phones call the activation code when it is typed by hand; as secret as the whole.
    #[must_use]
    pub fn expose_matching_id(&self) -> &str {
        &self.matching_id
    }

    /// Whether the phone will ask for a confirmation code, which is not in the string.
    #[must_use]
    pub fn asks_confirmation(&self) -> bool {
        self.confirmation
    }

    /// Opens the installer of an iPhone (iOS 17.4 or later) when followed in Safari. `:` and `$`
    /// stay raw: some handlers do not decode `%24`.
    #[must_use]
    pub fn apple_link(&self) -> String {
        format!(
            "https://esimsetup.apple.com/esim_qrcode_provisioning?carddata={}",
            self.expose()
        )
    }

    /// The same for Android 10 or later; not every maker's phone follows it.
    #[must_use]
    pub fn android_link(&self) -> String {
        format!(
            "https://esimsetup.android.com/esim_qrcode_provisioning?carddata={}",
            self.expose()
        )
    }
}

impl fmt::Debug for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ActivationCode(***)")
    }
}

/// A host name of at least two labels, whose last is no number: an address in digits is no SM-DP+
/// address.
fn is_host(host: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    let last_is_name = host
        .rsplit('.')
        .next()
        .is_some_and(|l| l.bytes().any(|b| b.is_ascii_alphabetic()));
    host.contains('.') && host.split('.').all(label) && last_is_name
}

/// The end of an eSIM's number: what a log may say of it.
#[must_use]
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
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Whether it is longer than the standard lets it be. It is taken all the same, with a word in
    /// the log.
    #[must_use]
    pub fn is_unusually_long(&self) -> bool {
        self.0.len() > USUAL_DIGITS
    }

    /// Whether both name one card: some leave the check digit out.
    #[must_use]
    pub fn is_of_the_card(&self, other: &str) -> bool {
        self.0.starts_with(other) || other.starts_with(&self.0)
    }

    /// The digits by fours, as people read them.
    #[must_use]
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

    /// Whether the last digit is the Luhn check digit. Only a hint: public samples fail it.
    #[must_use]
    pub fn luhn_ok(&self) -> bool {
        let sum: u32 = self
            .0
            .bytes()
            .rev()
            .enumerate()
            .map(|(at, b)| luhn_value(u32::from(b - b'0'), at % 2 == 1))
            .sum();
        sum.is_multiple_of(10)
    }
}

fn luhn_value(digit: u32, doubled: bool) -> u32 {
    match (doubled, digit * 2) {
        (false, _) => digit,
        (true, twice) if twice > 9 => twice - 9,
        (true, twice) => twice,
    }
}

impl fmt::Debug for Iccid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iccid({})", self.0)
    }
}

/// What the supplier says of an eSIM; its document lists four values and uses others in its
/// samples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EsimStatus {
    /// Bought, not yet on a phone.
    Provisioned,
    /// On a phone.
    Installed,
    /// In use.
    Active,
    /// All its plans have ended.
    Expired,
    /// Switched off for good, 60 days after it expired.
    Blocked,
    /// Something went wrong with it at the network; exceedingly rare.
    Deactivated,
    /// Anything else, as it came.
    Other(String),
}

impl EsimStatus {
    /// Reads the supplier's word in any case.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_lowercase().as_str() {
            "provisioned" | "released" => Self::Provisioned,
            "installed" => Self::Installed,
            "active" | "activated" | "enabled" => Self::Active,
            "expired" => Self::Expired,
            "blocked" => Self::Blocked,
            "deactivated" => Self::Deactivated,
            _ => Self::Other(text.trim().to_owned()),
        }
    }

    /// Whether it is past use.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Expired | Self::Blocked | Self::Deactivated)
    }

    /// Whether it is, or was, on a phone, so that its code has been used.
    #[must_use]
    pub fn is_installed(&self) -> bool {
        matches!(self, Self::Installed | Self::Active | Self::Expired)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAMPLE: &str = "LPA:1$rsp.truphone.com$JQ-2D51JC-XXXXXX";

    proptest! {
        #[test]
        fn a_code_written_and_read_is_the_same_code(
            host in "[a-z0-9]{1,9}(\\.[A-Za-z0-9]{1,9}){0,2}\\.[a-z]{2,6}",
            matching_id in "[A-Za-z0-9-]{0,40}",
            oid in "([0-9]\\.[0-9]{1,4}){0,2}",
            confirmation in any::<bool>(),
        ) {
            let code = ActivationCode { host, matching_id, oid, confirmation };
            prop_assert_eq!(ActivationCode::parse(&code.expose()), Ok(code));
        }

        #[test]
        fn however_it_is_dressed_it_is_the_same_code(
            prefix in prop_oneof![Just("LPA:"), Just("lpa:"), Just("Lpa: "), Just("")],
            host in "[a-z0-9]{1,9}\\.[a-z]{2,6}",
            matching_id in "[A-Za-z0-9-]{0,40}",
            blank in "[ \t]{0,2}",
            end in prop_oneof![Just(""), Just("\n"), Just("\r\n"), Just("$"), Just("$$0")],
        ) {
            let dressed = format!("{blank}{prefix}1{blank}${host}{blank}${blank}{matching_id}{end}");
            let code = ActivationCode { host, matching_id, oid: String::new(), confirmation: false };
            prop_assert_eq!(ActivationCode::parse(&dressed), Ok(code));
        }

        #[test]
        fn a_number_written_and_read_is_the_same_number(digits in "89[0-9]{16,20}", blanks in 0usize..6, filler in "[Ff]{0,2}") {
            let iccid = Iccid::parse(&digits).unwrap();
            prop_assert_eq!(iccid.digits(), digits.as_str());
            prop_assert_eq!(&Iccid::parse(&iccid.grouped()).unwrap(), &iccid);
            let mut padded = format!("{digits}{filler}");
            padded.insert(blanks * 3, ' ');
            prop_assert_eq!(&Iccid::parse(&padded).unwrap(), &iccid);
        }

        #[test]
        fn no_text_breaks_the_reader(text in "([lL][pP][aA]:)?(1\\$)?.{0,80}") {
            if let Ok(code) = ActivationCode::parse(&text) {
                prop_assert_eq!(ActivationCode::parse(&code.expose()), Ok(code));
            }
        }
    }

    #[test]
    fn the_case_of_a_matching_id_is_kept() {
        let code = ActivationCode::parse("LPA:1$rsp.truphone.com$aBc-DeF").unwrap();
        assert_eq!(code.expose_matching_id(), "aBc-DeF");
        assert_eq!(code.smdp_address(), "rsp.truphone.com");
        assert_eq!(code.expose(), "LPA:1$rsp.truphone.com$aBc-DeF");
    }

    #[test]
    fn every_form_in_the_wild_is_kept_in_one() {
        for (told, kept) in [
            ("lpa:1$rsp.truphone.com$aBc", "LPA:1$rsp.truphone.com$aBc"),
            ("1$rsp.truphone.com$aBc", "LPA:1$rsp.truphone.com$aBc"),
            (
                " LPA:1 $ Rsp.Truphone.com $ aBc \n",
                "LPA:1$Rsp.Truphone.com$aBc",
            ),
            ("LPA:1$rsp.truphone.com$", "LPA:1$rsp.truphone.com$"),
            ("LPA:1$rsp.truphone.com", "LPA:1$rsp.truphone.com$"),
            (
                "LPA:1$rsp.truphone.com$aBc$1.3.6.1",
                "LPA:1$rsp.truphone.com$aBc$1.3.6.1",
            ),
            ("1$rsp.truphone.com$aBc$$1", "LPA:1$rsp.truphone.com$aBc$$1"),
            (
                "LPA:1$rsp.truphone.com$aBc$ $ 1 \n",
                "LPA:1$rsp.truphone.com$aBc$$1",
            ),
        ] {
            assert_eq!(
                ActivationCode::parse(told).map(|code| code.expose()),
                Ok(kept.to_owned()),
                "{told:?}"
            );
        }
    }

    #[test]
    fn an_empty_oid_stands_before_the_flag() {
        let code = ActivationCode::parse("LPA:1$smdp.example.com$TOKEN$$1").unwrap();
        assert!(code.asks_confirmation());
        assert_eq!(code.expose(), "LPA:1$smdp.example.com$TOKEN$$1");
        let later = ActivationCode::parse("LPA:1$smdp.example.com$TOKEN$1.3.6$1$future").unwrap();
        assert_eq!(later.expose(), "LPA:1$smdp.example.com$TOKEN$1.3.6$1");
    }

    #[test]
    fn what_is_no_code_is_refused_with_its_part() {
        use EsimError::{BadHost, BadMatchingId, BadOid, NotAnActivationCode};
        for (text, error) in [
            ("", NotAnActivationCode),
            ("LPA:", NotAnActivationCode),
            ("LPA:1", NotAnActivationCode),
            ("rsp.truphone.com$X", NotAnActivationCode),
            ("LPA1$rsp.truphone.com$X", NotAnActivationCode),
            ("11$rsp.truphone.com$X", NotAnActivationCode),
            ("LPA:LPA:1$rsp.truphone.com$X", NotAnActivationCode),
            ("LPA:2$rsp.truphone.com$X", NotAnActivationCode),
            ("LPA:1$truphone$X", BadHost),
            ("LPA:1$10.0.0.1$X", BadHost),
            ("LPA:1$rsp..com$X", BadHost),
            ("LPA:1$", BadHost),
            ("LPA:1$rsp.truphone.com$A B", BadMatchingId),
            ("LPA:1$rsp.truphone.com$A_B", BadMatchingId),
            ("LPA:1$rsp.truphone.com$A$oid", BadOid),
        ] {
            assert_eq!(ActivationCode::parse(text), Err(error), "{text}");
        }
        assert_eq!(
            ActivationCode::parse(&format!("{SAMPLE}{}", "A".repeat(255))),
            Err(NotAnActivationCode)
        );
    }

    #[test]
    fn debug_hides_a_code_whole() {
        let shown = format!("{:?}", ActivationCode::parse(SAMPLE).unwrap());
        assert!(!shown.contains("JQ") && !shown.contains("truphone"));
    }

    #[test]
    fn one_tap_links_keep_colon_and_dollar_raw() {
        let code = ActivationCode::parse(SAMPLE).unwrap();
        assert_eq!(
            code.apple_link(),
            format!("https://esimsetup.apple.com/esim_qrcode_provisioning?carddata={SAMPLE}")
        );
        assert_eq!(
            code.android_link(),
            format!("https://esimsetup.android.com/esim_qrcode_provisioning?carddata={SAMPLE}")
        );
    }

    #[test]
    fn an_iccid_is_cleaned_and_grouped() {
        let iccid = Iccid::parse(" 8944 0000 0000 0000 000F ").unwrap();
        assert_eq!(iccid.digits(), "8944000000000000000");
        assert_eq!(iccid.grouped(), "8944 0000 0000 0000 000");
        assert_eq!(
            Iccid::parse("89440000000000000000").unwrap().digits().len(),
            20
        );
        assert!(
            !iccid.is_unusually_long()
                && Iccid::parse("894400000000000000001")
                    .unwrap()
                    .is_unusually_long()
        );
        assert_eq!(
            Iccid::parse("8944000000000000000012").unwrap().grouped(),
            "8944 0000 0000 0000 0000 12"
        );
        for bad in [
            "",
            "8844000000000000000",
            "89440000000000000",
            "89440000000000000000123",
            "8944000000000000x00",
            "8.944e19",
            "89-44",
        ] {
            assert_eq!(Iccid::parse(bad), Err(EsimError::NotAnIccid), "{bad}");
        }
    }

    #[test]
    fn the_check_digit_is_told_but_not_required() {
        assert!(Iccid::parse("8944500102198304826").unwrap().luhn_ok());
        assert!(!Iccid::parse("8944500102198304827").unwrap().luhn_ok());
    }

    #[test]
    fn a_status_is_read_in_any_case_and_an_unknown_one_kept() {
        assert_eq!(EsimStatus::parse("PROVISIONED"), EsimStatus::Provisioned);
        assert_eq!(EsimStatus::parse("Installed"), EsimStatus::Installed);
        assert_eq!(EsimStatus::parse("active"), EsimStatus::Active);
        assert_eq!(
            EsimStatus::parse("Suspended"),
            EsimStatus::Other("Suspended".into())
        );
        assert_eq!(EsimStatus::parse("DEACTIVATED"), EsimStatus::Deactivated);
        assert!(EsimStatus::parse("Blocked").is_over() && !EsimStatus::Active.is_over());
        assert!(
            EsimStatus::parse("INSTALLED").is_installed()
                && !EsimStatus::Provisioned.is_installed()
        );
    }
}
