//! Mobile country codes (ITU-T E.212): where a network is, from the first three digits of its
//! number. It only answers.

/// Each code with the countries that share it.
const CODES: &str = "\
    202GR 204NL 206BE 208FR 212MC 213AD 214ES 216HU 218BA 219HR 220RS 221XK 222IT/SM/VA 226RO \
    228CH 230CZ 231SK 232AT \
    234GB/GG/IM/JE 235GB 238DK 240SE 242NO 244FI 246LT 247LV 248EE 250RU 255UA 257BY 259MD 260PL \
    262DE 266GI 268PT 270LU \
    272IE 274IS 276AL 278MT 280CY 282GE 283AM 284BG 286TR 288FO 290GL 292SM 293SI 294MK 295LI \
    297ME 302CA 310GU/PR/US/VI \
    311US 312US 313US 314US 315US 316US 330PR 334MX 338JM/KY 340BL/GF/GP/MQ 342BB 344AG 346KY \
    348VG 350BM 352GD 354MS 356KN \
    358LC 360VC 362CW 363AW 364BS 365AI 366DM 370DO 372HT 374TT 376TC 400AZ 401KZ 402BT 404IN \
    405IN 410PK 413LK 414MM 415LB \
    416JO 418IQ 419KW 420SA 421YE 422OM 424AE 425IL/PS 426BH 427QA 428MN 429NP 434UZ 436TJ 437KG \
    440JP 441JP 450KR 452VN \
    454HK 455MO 456KH 457LA 460CN 461CN 466TW 470BD 472MV 502MY 505AU 510ID 514TL 515PH 520TH \
    525SG 528BN 530NZ 536NR 537PG \
    539TO 541VU 542FJ 546NC 547PF 549WS 602EG 603DZ 604MA 605TN 607GM 608SN 609MR 610ML 611GN \
    612CI 613BF 614NE 615TG 616BJ \
    617MU 618LR 619SL 620GH 621NG 622TD 624CM 625CV 628GA 629CG 630CD 631AO 632GW 633SC 634SD \
    635RW 636ET 639KE 640TZ 641UG \
    643MZ 645ZM 646MG 647RE/YT 648ZW 649NA 650MW 651LS 652BW 653SZ 655ZA 702BZ 704GT 706SV 708HN \
    710NI 712CR 714PA 716PE \
    722AR 724BR 730CL 732CO 736BO 738GY 740EC 744PY 746SR 748UY";

/// The ISO 3166 codes of the countries that a network's `mccmnc` may be of, in no order; none when
/// it is not known.
pub fn countries(mccmnc: &str) -> impl Iterator<Item = &'static str> {
    let wanted = mccmnc.trim().get(..3).unwrap_or_default();
    let entry = CODES
        .split_ascii_whitespace()
        .find(|entry| !wanted.is_empty() && entry.starts_with(wanted));
    entry
        .and_then(|entry| entry.get(3..))
        .into_iter()
        .flat_map(|codes| codes.split('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination;

    #[test]
    fn a_network_is_where_its_code_says() {
        let of = |mccmnc: &str| countries(mccmnc).collect::<Vec<_>>();
        assert_eq!(
            (of("44020"), of("26201"), of("310260")),
            (vec!["JP"], vec!["DE"], vec!["GU", "PR", "US", "VI"])
        );
        assert_eq!(of("22201"), ["IT", "SM", "VA"]);
        for unknown in ["", "20", "99999", "GR", "ééé"] {
            assert!(of(unknown).is_empty(), "{unknown}");
        }
    }

    #[test]
    fn every_code_is_three_digits_of_countries_that_are_known() {
        let mut before = "";
        for entry in CODES.split_ascii_whitespace() {
            let (code, shared) = entry.split_at(3);
            assert!(
                code.bytes().all(|b| b.is_ascii_digit()) && code > before,
                "{entry}"
            );
            assert!(
                shared
                    .split('/')
                    .all(|iso| destination::country(iso).is_some()),
                "{entry}"
            );
            before = code;
        }
    }
}
