//! `SMTP_URL`, taken apart: where the mail server is, and whether letters and passwords may go to
//! it in the clear.

use std::fmt;

use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use url::{Host, Url};

/// How the way to the mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// From the first byte: `smtps://`.
    FromTheStart,
    /// After STARTTLS, without which nothing is sent.
    Demanded,
    /// Not at all.
    Without,
}

/// The mail server.
#[derive(Clone)]
pub struct Smtp {
    /// A name or an address.
    pub host: String,
    /// 465, 587 or 25 unless it is written.
    pub port: u16,
    /// Whether it is encrypted.
    pub tls: Tls,
    /// User and password.
    pub credentials: Option<(String, SecretString)>,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp")
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}

/// What is wrong with it, and the mend.
pub type Wrong = (&'static str, &'static str);

const MEND: &str = "e.g. smtps://user:password@smtp.example.com, \
                    smtp://user:password@smtp.example.com:587, or smtp://localhost:1025";

/// Reads `smtp://` or `smtps://`, user and password, host, port, `?tls=required` or `?tls=none`.
///
/// # Errors
/// What is wrong, and its mend; never the value.
pub fn read(text: &str) -> Result<Smtp, Wrong> {
    if !["smtp://", "smtps://"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
    {
        return Err(("is not an smtp:// or smtps:// URL", MEND));
    }
    let url = Url::parse(text).map_err(|_| {
        (
            "cannot be read",
            "write %40 for an @, %3A for a :, %2F for a / and %23 for a # in user or password",
        )
    })?;
    let host = url
        .host_str()
        .filter(|host| !host.is_empty())
        .ok_or(("names no host", MEND))?;
    if url.path().len() > 1 || url.fragment().is_some() {
        return Err((
            "has more than a host and a port",
            "write %23 for a # and %2F for a / in user or password",
        ));
    }
    let tls = tls(&url, host)?;
    let decoded = |text: &str| {
        percent_decode_str(text)
            .decode_utf8()
            .map(|text| text.into_owned())
            .map_err(|_| ("cannot be read", MEND))
    };
    let credentials = match url.password() {
        Some(password) => Some((decoded(url.username())?, decoded(password)?.into())),
        None if url.username().is_empty() => None,
        None => return Err(("names a user without a password", MEND)),
    };
    let usual = match tls {
        Tls::FromTheStart => 465,
        Tls::Demanded => 587,
        Tls::Without => 25,
    };
    Ok(Smtp {
        host: host.trim_matches(['[', ']']).to_owned(),
        port: url.port().unwrap_or(usual),
        tls,
        credentials,
    })
}

/// How the connection is kept secret: as the address says, or as its host needs.
fn tls(url: &Url, host: &str) -> Result<Tls, Wrong> {
    let wished = match url
        .query_pairs()
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => None,
        [(name, value)] if name == "tls" && value == "required" => Some(true),
        [(name, value)] if name == "tls" && value == "none" => Some(false),
        _ => {
            return Err((
                "has an unknown parameter",
                "only ?tls=required and ?tls=none are known",
            ));
        }
    };
    Ok(match (url.scheme(), wished) {
        ("smtps", Some(false)) => {
            return Err((
                "is smtps:// with ?tls=none",
                "write smtp:// or leave ?tls=none out",
            ));
        }
        ("smtps", _) => Tls::FromTheStart,
        (_, Some(true)) => Tls::Demanded,
        (_, Some(false)) => Tls::Without,
        (_, None) if is_near(host) => Tls::Without,
        (_, None) => Tls::Demanded,
    })
}

/// This machine, or a neighbour of its own network, which is called by a name without a dot.
fn is_near(host: &str) -> bool {
    match Host::parse(host) {
        Ok(Host::Domain(name)) => !name.contains('.'),
        Ok(Host::Ipv4(ip)) => ip.is_loopback(),
        Ok(Host::Ipv6(ip)) => ip.is_loopback(),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn what_leaves_this_machine_is_encrypted_unless_the_owner_says_otherwise() {
        for (url, tls, port) in [
            ("smtp://user:pw@smtp.example.com", Tls::Demanded, 587),
            ("smtp://smtp.example.com:25", Tls::Demanded, 25),
            ("smtp://10.0.0.5:25", Tls::Demanded, 25),
            ("smtp://[fd00::1]:25", Tls::Demanded, 25),
            ("smtp://mail.local:2525?tls=none", Tls::Without, 2525),
            ("smtp://mailpit:1025", Tls::Without, 1025),
            ("smtp://localhost", Tls::Without, 25),
            ("smtp://127.0.0.1:1", Tls::Without, 1),
            ("smtp://[::1]:1025", Tls::Without, 1025),
            ("smtp://mailpit:1025?tls=required", Tls::Demanded, 1025),
            ("smtps://smtp.example.com", Tls::FromTheStart, 465),
        ] {
            let read = read(url).unwrap();
            assert_eq!((read.tls, read.port), (tls, port), "{url}");
        }
    }

    #[test]
    fn user_and_password_are_decoded_and_never_shown() {
        let read = read("smtp://a%40example.com:p%3Aw%2F@smtp.example.com").unwrap();
        let (user, password) = read.credentials.clone().unwrap();
        assert_eq!(
            (user.as_str(), password.expose_secret()),
            ("a@example.com", "p:w/")
        );
        assert!(!format!("{read:?}").contains("example"));
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        for (url, wrong) in [
            ("imap://mail", "is not an smtp:// or smtps:// URL"),
            ("smtp://", "names no host"),
            ("smtp://mail/greeting", "has more than a host and a port"),
            ("smtp://mail?tls=opportunistic", "has an unknown parameter"),
            (
                "smtps://mail.example.com?tls=none",
                "is smtps:// with ?tls=none",
            ),
            (
                "smtp://user@mail.example.com",
                "names a user without a password",
            ),
        ] {
            assert_eq!(read(url).err().map(|(what, _)| what), Some(wrong), "{url}");
        }
    }
}
