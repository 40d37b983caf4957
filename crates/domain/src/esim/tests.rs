//! Activation codes, numbers and states, as the supplier and phones write them.

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
fn a_status_is_read_in_any_case_and_an_unknown_one_kept() {
    assert_eq!(EsimStatus::parse("PROVISIONED"), EsimStatus::Provisioned);
    assert_eq!(EsimStatus::parse("Installed"), EsimStatus::Installed);
    assert_eq!(EsimStatus::parse("active"), EsimStatus::Active);
    assert_eq!(
        EsimStatus::parse("Suspended"),
        EsimStatus::Other("Suspended".into())
    );
    assert_eq!(EsimStatus::parse("DEACTIVATED"), EsimStatus::Deactivated);
    assert_eq!(EsimStatus::parse("Blocked"), EsimStatus::Blocked);
    assert!(
        EsimStatus::parse("INSTALLED").is_installed() && !EsimStatus::Provisioned.is_installed()
    );
}
