//! The conversation with a server that falls silent, and with one that offers STARTTLS.

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use secrecy::SecretString;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::*;

/// A server that takes one letter on each connection, and then says nothing more on it.
async fn takes_one_letter(stream: TcpStream) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 here\r\n").await.unwrap();
    let (mut letter, mut taken) = (false, false);
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = match line.get(..4).unwrap_or(&line) {
            _ if taken => continue,
            "." | ".\r" => {
                (letter, taken) = (false, true);
                "250 taken"
            }
            _ if letter => continue,
            "DATA" => {
                letter = true;
                "354 go on"
            }
            _ => "250 yes",
        };
        write
            .write_all(format!("{answer}\r\n").as_bytes())
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn connections_that_fell_silent_hold_a_letter_up_once_and_for_two_seconds() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(takes_one_letter(stream));
        }
    });
    let settings = Smtp {
        host: "127.0.0.1".to_owned(),
        port,
        tls: Tls::Without,
        credentials: None,
    };
    let server = Server::new(settings, &Url::parse("https://shop.example").unwrap());
    let (from, to) = (
        Address::new("shop", "shop.example").unwrap(),
        Address::new("sarah", "traveller.example").unwrap(),
    );
    let parcel = || Parcel {
        from: &from,
        to: &to,
        bytes: b"Subject: hello\r\n\r\nhello\r\n",
    };
    let (one, two, three, four) = (parcel(), parcel(), parcel(), parcel());
    let all = tokio::join!(
        server.send(&one),
        server.send(&two),
        server.send(&three),
        server.send(&four)
    );
    assert!(
        all.0.is_ok() && all.1.is_ok() && all.2.is_ok() && all.3.is_ok(),
        "{all:?}"
    );
    assert_eq!(server.idle.lock().unwrap().len(), MOST_IDLE);
    let began = Instant::now();
    server.send(&parcel()).await.unwrap();
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "a letter waited for {:?}",
        began.elapsed()
    );
    assert_eq!(
        server.idle.lock().unwrap().len(),
        1,
        "those that fell silent are gone"
    );
}

const AUTHORITY: &[u8] = include_bytes!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/support/tls/ca.pem"
));
const CERTIFICATE: &[u8] = include_bytes!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/support/tls/localhost.pem"
));
const KEY: &[u8] = include_bytes!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/support/tls/localhost.key"
));

fn acceptor() -> tokio_rustls::TlsAcceptor {
    let chain = vec![CertificateDer::from_pem_slice(CERTIFICATE).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let versions = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    Arc::new(
        versions
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap(),
    )
    .into()
}

/// Speaks until the client asks for encryption or leaves; every line that was heard.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut BufReader<S>,
    offers: &str,
    heard: &Mutex<Vec<String>>,
) -> bool {
    let (mut letter, mut line) = (false, String::new());
    loop {
        line.clear();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return false;
        }
        let said = line.trim_end().to_owned();
        heard.lock().unwrap().push(said.clone());
        let answer = match said.split(' ').next().unwrap_or_default() {
            "." => {
                letter = false;
                "250 taken".to_owned()
            }
            _ if letter => continue,
            "EHLO" => format!("250-here\r\n250 {offers}"),
            "DATA" => {
                letter = true;
                "354 go on".to_owned()
            }
            "AUTH" => "235 welcome".to_owned(),
            "STARTTLS" => {
                stream.write_all(b"220 go ahead\r\n").await.unwrap();
                return true;
            }
            _ => "250 yes".to_owned(),
        };
        if stream
            .write_all(format!("{answer}\r\n").as_bytes())
            .await
            .is_err()
        {
            return false;
        }
    }
}

/// A server on a port of its own: what it heard in the clear, and what behind encryption.
async fn offers_starttls() -> (u16, [Arc<Mutex<Vec<String>>>; 2]) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard: [Arc<Mutex<Vec<String>>>; 2] = Default::default();
    let [clear, behind] = heard.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            stream.write_all(b"220 here\r\n").await.unwrap();
            if converse(&mut stream, "STARTTLS", &clear).await
                && let Ok(encrypted) = acceptor().accept(stream.into_inner()).await
            {
                converse(&mut BufReader::new(encrypted), "AUTH PLAIN", &behind).await;
            }
        }
    });
    (port, heard)
}

fn demanding(port: u16) -> Server {
    let credentials = Some(("shop".to_owned(), SecretString::from("a password")));
    let settings = Smtp {
        host: "localhost".to_owned(),
        port,
        tls: Tls::Demanded,
        credentials,
    };
    Server::new(settings, &Url::parse("https://shop.example").unwrap())
}

#[tokio::test]
async fn behind_starttls_the_password_and_the_letter_go_and_nothing_before_it() {
    let (port, [clear, behind]) = offers_starttls().await;
    let mut server = demanding(port);
    server.roots.push(Certificate::from_pem(AUTHORITY).unwrap());
    let (from, to) = (
        Address::new("shop", "shop.example").unwrap(),
        Address::new("sarah", "traveller.example").unwrap(),
    );
    server
        .send(&Parcel {
            from: &from,
            to: &to,
            bytes: b"Subject: hello\r\n\r\nthe code\r\n",
        })
        .await
        .unwrap();
    assert_eq!(*clear.lock().unwrap(), ["EHLO shop.example", "STARTTLS"]);
    let heard = behind.lock().unwrap().join("\n");
    for said in [
        "EHLO shop.example",
        "AUTH PLAIN",
        "MAIL FROM:<shop@shop.example>",
        "RCPT TO:<sarah@traveller.example>",
        "the code",
    ] {
        assert!(heard.contains(said), "{said} is missing: {heard}");
    }
}

#[tokio::test]
async fn a_certificate_of_nobodys_stops_before_the_password() {
    let (port, [_, behind]) = offers_starttls().await;
    let (from, to) = (
        Address::new("shop", "shop.example").unwrap(),
        Address::new("sarah", "traveller.example").unwrap(),
    );
    let fault = demanding(port)
        .send(&Parcel {
            from: &from,
            to: &to,
            bytes: b"hello\r\n",
        })
        .await
        .unwrap_err();
    assert_eq!(
        (fault.step, fault.blame),
        (Step::Tls, Blame::Owner),
        "{fault}"
    );
    assert_eq!(*behind.lock().unwrap(), Vec::<String>::new());
}
