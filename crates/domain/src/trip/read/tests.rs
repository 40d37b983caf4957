//! Written trips and what they mean, and that nothing that is written breaks the reading.

use super::*;
use crate::destination::{aliases, countries, fold};

/// Names in other scripts, which the search of the shop knows and this room does not.
const ABROAD: [(&str, &str); 16] = [
    ("東京", "JP"),
    ("东京", "JP"),
    ("日本", "JP"),
    ("バリ", "ID"),
    ("バリ島", "ID"),
    ("巴厘岛", "ID"),
    ("ロンドン", "GB"),
    ("伦敦", "GB"),
    ("طوكيو", "JP"),
    ("بالي", "ID"),
    ("لندن", "GB"),
    ("Tokio", "JP"),
    ("Londres", "GB"),
    ("Tóquio", "JP"),
    ("Japón", "JP"),
    ("Japon", "JP"),
];

fn find(name: &str) -> Option<Found> {
    let name = fold(name);
    let abroad = ABROAD
        .iter()
        .find(|(written, _)| fold(written) == name)
        .map(|(_, code)| *code);
    let known = || {
        let named = |c: &&crate::destination::Country| {
            fold(&c.name) == name
                || fold(c.capital) == name
                || aliases(c.slug, "en")
                    .iter()
                    .any(|alias| fold(alias) == name)
        };
        countries().iter().find(named).map(|c| c.code)
    };
    let country = abroad
        .or_else(known)
        .and_then(|code| countries().iter().find(|c| c.code == code))?;
    Some(Found {
        country: country.code,
        sure: true,
    })
}

/// `JP6 ID6 GB5 from 2027-05-03`, and `?` before what was not understood; `+` before the day of
/// arrival where it does not follow.
fn read(text: &str) -> String {
    let reading = parse(text, "2026-11-23".parse().unwrap(), (None, None), find);
    let (mut said, mut next) = (Vec::new(), 0);
    for stop in &reading.stops {
        let moved = if stop.start == next {
            String::new()
        } else {
            format!("+{}", stop.start)
        };
        said.push(format!("{}{}{moved}", stop.country, stop.days));
        next = stop.start + stop.days;
    }
    if reading.assumed {
        said.push("assumed".into());
    }
    said.extend(reading.first.map(|day| format!("from {day}")));
    said.extend(reading.unknown.iter().map(|word| format!("?{word}")));
    said.join(" ")
}

const WHOLE: &str = "JP6 ID6 GB5 from 2027-05-03";

const TABLE: [(&str, &str); 87] = [
    // The whole is dated.
    ("Tokyo, Bali, London, 3–19 May", WHOLE),
    ("tokyo, bali, london 3-19 may", WHOLE),
    ("Tokyo, Bali and London, 3 - 19 May", WHOLE),
    ("Tokyo & Bali & London; 3 May - 19 May", WHOLE),
    ("Tokyo → Bali → London, May 3-19", WHOLE),
    ("Tokyo -> Bali -> London, May 3 to May 19", WHOLE),
    ("Tokyo - Bali - London, May 3rd - 19th", WHOLE),
    ("Tokyo/Bali/London, 3/5 - 19/5", WHOLE),
    (
        "Tokyo, Bali, London, 13/5 - 19/5",
        "JP3 ID2 GB2 from 2027-05-13",
    ),
    ("Tokyo, Bali, London, 3.5.–19.5.", WHOLE),
    ("Tokyo, Bali, London, 3.5.2027 - 19.5.2027", WHOLE),
    ("Tokyo, Bali, London, 3.5.27–19.5.27", WHOLE),
    ("Tokyo\nBali\nLondon\n3 May – 19 May 2027", WHOLE),
    ("2027-05-03/2027-05-19 Tokyo, Bali, London", WHOLE),
    ("2027-05-03 to 2027-05-19: Tokyo, Bali, London", WHOLE),
    ("Tokyo, Bali, London from 3 to 19 May", WHOLE),
    ("Tokyo, Bali, London between 3 and 19 May", WHOLE),
    (
        "From Tokyo to Bali to London, 3rd of May until 19th of May",
        WHOLE,
    ),
    ("3–19 May: Tokyo, Bali, London", WHOLE),
    ("May 3, 2027 - May 19, 2027 Tokyo, Bali, London", WHOLE),
    ("Tokyo then Bali then London, 3 May for 17 days", WHOLE),
    ("Tokyo, Bali, London, 17 days from 3 May", WHOLE),
    ("Tokyo Bali London, 3-19 May", WHOLE),
    ("Tokyo-Bali-London, 3-19 May", WHOLE),
    // The other seven languages.
    ("Tokio, Bali y Londres, 3 al 19 de mayo", WHOLE),
    ("Tokio, Bali, Londres, del 3 al 19 de mayo de 2027", WHOLE),
    ("Tokio, Bali, Londres, entre el 3 y el 19 de mayo", WHOLE),
    ("Tokyo, Bali et Londres, du 3 au 19 mai", WHOLE),
    ("Tokyo puis Bali puis Londres du 3 mai au 19 mai", WHOLE),
    ("Tokio, Bali und London, 3.–19. Mai", WHOLE),
    ("Tokio, Bali, London vom 3. bis 19. Mai", WHOLE),
    ("Tokio, Bali, London, 3. Mai bis 19. Mai 2027", WHOLE),
    ("Tóquio, Bali e Londres, 3 a 19 de maio", WHOLE),
    ("Tóquio, Bali, Londres, de 3 a 19 de maio", WHOLE),
    ("東京、バリ、ロンドン、5月3日～19日", WHOLE),
    ("東京、バリ島、ロンドン 5月3日から19日まで", WHOLE),
    ("東京とバリとロンドン、5月3日〜5月19日", WHOLE),
    ("2027年5月3日～2027年5月19日 東京、バリ、ロンドン", WHOLE),
    ("东京，巴厘岛，伦敦，5月3日至19日", WHOLE),
    ("东京和巴厘岛和伦敦，5月3日到5月19日", WHOLE),
    ("东京、巴厘岛、伦敦 5月3号-19号", WHOLE),
    ("طوكيو، بالي، لندن، ٣-١٩ مايو", WHOLE),
    ("طوكيو وبالي ولندن، من ٣ إلى ١٩ مايو", WHOLE),
    ("طوكيو ثم بالي ثم لندن 3 مايو – 19 مايو", WHOLE),
    // Stays.
    ("Tokyo 5 days, Bali 7 days, London 5 days", "JP5 ID7 GB5"),
    (
        "Tokyo (5 days), Bali (7 days), London (3 nights)",
        "JP5 ID7 GB4",
    ),
    (
        "Tokyo 5 days, Bali a week, London two weeks",
        "JP5 ID7 GB14",
    ),
    ("Tokyo: 5 days, Bali: 1 week", "JP5 ID7"),
    ("Tokyo, 5 days, Bali, 3 days", "JP5 ID3"),
    ("5 days in Tokyo, 3 days in Bali", "JP5 ID3"),
    ("5 days in Tokyo and 3 in Bali", "JP3 ID2 ?3"),
    ("Tokyo for 5 days, then Bali for 10 days", "JP5 ID10"),
    ("Tokyo 5d, Bali 7d", "JP5 ID7"),
    ("Tokio 5 días, Bali 1 semana", "JP5 ID7"),
    ("Tokyo 5 jours, Bali 2 semaines", "JP5 ID14"),
    ("Tokio 5 Tage, Bali zwei Wochen", "JP5 ID14"),
    ("Tóquio 5 dias, Bali 3 noites", "JP5 ID4"),
    ("東京5日間、バリ3泊", "JP5 ID4"),
    ("东京5天，巴厘岛1周", "JP5 ID7"),
    ("东京5天，巴厘岛3晚", "JP5 ID4"),
    ("طوكيو ٥ أيام، بالي أسبوعين", "JP5 ID14"),
    // Dated stays share the day of travel.
    (
        "Tokyo 3-8 May, Bali 8-14 May, London 14-19 May",
        "JP6 ID7+5 GB6+11 from 2027-05-03",
    ),
    ("Tokyo 3-8 May, Bali 12-14 May", "JP6 ID3+9 from 2027-05-03"),
    ("3-8 May Tokyo, 9-14 May Bali", "JP6 ID6 from 2027-05-03"),
    (
        "Tokyo, Bali 8-14 May, London",
        "JP7 ID7 GB7 assumed from 2027-05-01",
    ),
    (
        "Tokyo 5 days, Bali, London, 3-19 May",
        "JP5 ID6 GB6 from 2027-05-03",
    ),
    // Years.
    ("Paris, 28 Dec – 6 Jan", "FR10 from 2026-12-28"),
    ("Paris, 28 Dec – 6 Jan 2028", "FR10 from 2027-12-28"),
    ("Paris, 22–24 Nov", "FR3 from 2027-11-22"),
    ("Paris, 23–24 Nov", "FR2 from 2026-11-23"),
    ("Paris, 28 Dec 2026 - 6 Jan", "FR10 from 2026-12-28"),
    ("Paris 28 - 6 January", "FR10 from 2026-12-28"),
    ("Paris, 29 Feb - 2 Mar", "FR3 from 2028-02-29"),
    // Lengths of the whole.
    ("Tokyo, Bali, 2 weeks", "JP7 ID7"),
    ("10 days Tokyo, Bali and London", "JP4 ID3 GB3"),
    ("Tokyo and Bali 10 days", "JP5 ID5"),
    ("Tokyo, Bali 10 days from 3 May", "JP5 ID5 from 2027-05-03"),
    ("Tokyo, Bali 4 days, 3-19 May", "JP13 ID4 from 2027-05-03"),
    ("Tokyo and Bali", "JP7 ID7 assumed"),
    ("Tokyo", "JP7 assumed"),
    // Names with an “and” or a hyphen.
    (
        "Bosnia and Herzegovina, Trinidad & Tobago, 10 days",
        "BA5 TT5",
    ),
    ("Guinea-Bissau 3 days, Guinea 4 days", "GW3 GN4"),
    // What is not understood is named.
    (
        "Tokyo, Atlantis, London, 3-19 May",
        "JP9 GB8 from 2027-05-03 ?Atlantis",
    ),
    ("Tokyo, 31 Feb - 3 Mar", "JP7 assumed ?31 Feb - 3 Mar"),
    ("Tokyo 0 days", "JP7 assumed ?0 days"),
    ("lovely Tokyo 5 days", "JP5 ?lovely"),
    (
        "Tokyo, 2027-05-19/2027-05-03",
        "JP7 assumed ?2027-05-19/2027-05-03",
    ),
];

#[test]
fn trips_are_read_as_they_were_meant() {
    let wrong: Vec<String> = TABLE
        .iter()
        .filter_map(|(text, meant)| {
            let said = read(text);
            (said != *meant).then(|| format!("{text:?}\n    meant {meant}\n    read  {said}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        TABLE.len(),
        wrong.join("\n")
    );
}

#[test]
fn dates_beside_the_text_serve_where_the_text_says_none() {
    let today = "2026-11-23".parse().unwrap();
    let beside = (Some("2027-06-01".parse().unwrap()), Some(9));
    let open = parse("Tokyo, Bali", today, beside, find);
    assert_eq!(
        (open.first, open.stops[0].days, open.stops[1].days),
        (beside.0, 5, 4)
    );
    let dated = parse("Tokyo, Bali, 3-8 May", today, beside, find);
    assert_eq!(
        (dated.first, dated.days),
        (Some("2027-05-03".parse().unwrap()), Some(6))
    );
}

proptest::proptest! {
    #[test]
    fn whatever_is_written_is_read_without_harm(text in "(\\PC|[0-9 ,./、月日-]|May|days|Tokyo|and){0,60}") {
        let reading = parse(&text, "2026-11-23".parse().unwrap(), (None, None), find);
        proptest::prop_assert!(reading.stops.iter().all(|stop| stop.days > 0));
    }
}
