//! Slips of the finger in the names of well-known mail hosts: what was probably meant. It only
//! asks; many an odd name is somebody's own.

use super::email::EmailAddress;

/// Hosts that many travellers have their mail at, and hosts that are spelt nearly like them.
const KNOWN: [&str; 68] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "ymail.com",
    "rocketmail.com",
    "hotmail.com",
    "outlook.com",
    "live.com",
    "msn.com",
    "icloud.com",
    "aol.com",
    "mail.com",
    "email.com",
    "zoho.com",
    "proton.me",
    "protonmail.com",
    "fastmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "web.de",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "mailbox.org",
    "yahoo.de",
    "hotmail.de",
    "outlook.de",
    "live.de",
    "googlemail.de",
    "yahoo.co.uk",
    "hotmail.co.uk",
    "live.co.uk",
    "btinternet.com",
    "sky.com",
    "yahoo.fr",
    "hotmail.fr",
    "outlook.fr",
    "live.fr",
    "orange.fr",
    "free.fr",
    "laposte.net",
    "wanadoo.fr",
    "sfr.fr",
    "yahoo.es",
    "hotmail.es",
    "outlook.es",
    "yahoo.it",
    "hotmail.it",
    "libero.it",
    "yahoo.com.br",
    "hotmail.com.br",
    "outlook.com.br",
    "uol.com.br",
    "bol.com.br",
    "terra.com.br",
    "yahoo.co.jp",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "softbank.ne.jp",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "naver.com",
    "yandex.ru",
];
/// In shorter names one letter is too much of the whole to call it a slip.
const SHORTEST: usize = 8;

/// The address that was probably meant; none where the host is a known one, or is near to none.
pub fn meant(address: &EmailAddress) -> Option<EmailAddress> {
    let (mailbox, host) = address.parts();
    if KNOWN.contains(&host) {
        return None;
    }
    let near = |known: &&&str| {
        known.len() >= SHORTEST
            && !another_country(host, known)
            && one_slip(host.as_bytes(), known.as_bytes())
    };
    // The first of the list is the one that more people have.
    let known = KNOWN.iter().find(near)?;
    EmailAddress::parse(&format!("{mailbox}@{known}")).ok()
}

/// Whether the two end in different countries: of a well-known name, most have a host of their own.
fn another_country(host: &str, known: &str) -> bool {
    let end = |host: &str| {
        host.rsplit_once('.')
            .map(|(_, end)| end.to_owned())
            .filter(|end| end.len() == 2)
    };
    end(host)
        .zip(end(known))
        .is_some_and(|(here, there)| here != there)
}

/// Whether one letter more, less, another, or two in the wrong order is all that differs.
fn one_slip(typed: &[u8], meant: &[u8]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    match (typed, meant) {
        ([], []) => false,
        ([_, rest @ ..], _) if rest == meant => true,
        (_, [_, rest @ ..]) if rest == typed => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([a, b, x @ ..], [c, d, y @ ..]) => a == d && b == c && x == y,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Option<String> {
        meant(&EmailAddress::parse(text).unwrap()).map(|address| address.expose().to_owned())
    }

    #[test]
    fn slips_of_the_finger_are_asked_about() {
        for (typed, host) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.cmo", "gmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmal.com", "hotmail.com"),
            ("outlok.com", "outlook.com"),
            ("yaho.com", "yahoo.com"),
            ("iclould.com", "icloud.com"),
            ("icloud.con", "icloud.com"),
            ("t-onlin.de", "t-online.de"),
            ("hotmal.fr", "hotmail.fr"),
            ("yaho.com.br", "yahoo.com.br"),
            ("protonmial.com", "protonmail.com"),
        ] {
            assert_eq!(
                asked(&format!("Anna@{typed}")),
                Some(format!("anna@{host}"))
            );
        }
    }

    #[test]
    fn what_is_a_host_of_its_own_is_not_asked_about() {
        for host in KNOWN.into_iter().chain([
            "example.com",
            "my-company.example",
            "gmale.example",
            "gnu.org",
            "mail.de",
            "me.com",
            "gmx.dk",
            "live.it",
            "university.edu",
            "gmmaail.com",
            "yahoo.com.ar",
            "hotmail.com.ar",
            "hotmail.se",
            "hotmail.dk",
            "outlook.dk",
            "yahoo.gr",
            "yahoo.in",
        ]) {
            assert_eq!(asked(&format!("anna@{host}")), None, "{host}");
        }
    }
}
