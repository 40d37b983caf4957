//! Letters as they are written, and what a mail server's answers mean. The servers are a few lines
//! each, on loopback.

use mail_parser::{MessageParser, MimeHeaders};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::*;

fn letter() -> Email {
    Email {
        to: EmailAddress::parse("ada@example.com").unwrap(),
        subject: "Your eSIM is ready – Japan".into(),
        text: "text part".into(),
        html: "<p>html part <img src=\"cid:esim-1\"></p>".into(),
        pictures: vec![("esim-1".into(), vec![1, 2, 3])],
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-23T10:02:15Z".parse().unwrap()
}

fn mailer(smtp_url: &str) -> Result<Mailer, MailError> {
    let url = "https://shop.example/".parse().unwrap();
    Mailer::new(
        &smtp_url.to_owned().into(),
        "Layover <esim@b\u{fc}cher.example>",
        "help@shop.example",
        &url,
    )
}

#[tokio::test]
async fn a_letter_is_text_and_html_with_its_picture_inside() {
    let mailer = mailer("smtp://localhost:2525").unwrap();
    let to = address(&letter().to).unwrap();
    let raw = mailer
        .message(Uuid::nil(), &letter(), to, now())
        .unwrap()
        .formatted();
    let read = MessageParser::new().parse(&raw).unwrap();
    assert_eq!(read.subject(), Some("Your eSIM is ready – Japan"));
    assert_eq!(
        read.message_id(),
        Some("00000000-0000-0000-0000-000000000000@xn--bcher-kva.example")
    );
    assert_eq!(
        read.header("Auto-Submitted").unwrap().as_text(),
        Some("auto-generated")
    );
    assert_eq!(
        read.from().unwrap().first().unwrap().address(),
        Some("esim@xn--bcher-kva.example")
    );
    assert_eq!(
        read.reply_to().unwrap().first().unwrap().address(),
        Some("help@shop.example")
    );
    assert_eq!(read.body_text(0).unwrap().trim(), "text part");
    assert!(read.body_html(0).unwrap().contains("cid:esim-1"));
    let picture = read.attachment(0).unwrap();
    assert_eq!(
        (picture.content_id(), picture.contents()),
        (Some("esim-1"), &[1_u8, 2, 3][..])
    );
    assert!(String::from_utf8_lossy(&raw).contains("multipart/alternative"));
}

#[tokio::test]
async fn settings_are_named_and_not_repeated() {
    assert_eq!(
        mailer("gopher://user:hunter2@mail").unwrap_err(),
        MailError::Settings("SMTP_URL".into())
    );
}

/// A mail server that answers a command which begins with `word` with `reply`, and what it hears.
async fn server(
    word: &'static str,
    reply: &'static str,
    offers: &'static str,
) -> (std::net::SocketAddr, UnboundedReceiver<String>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let here = listener.local_addr().unwrap();
    let (tell, heard) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (read, mut write) = stream.into_split();
            let mut lines = BufReader::new(read).lines();
            let greeting = if word == "greeting" {
                reply
            } else {
                "220 ready"
            };
            write
                .write_all(format!("{greeting}\r\n").as_bytes())
                .await
                .unwrap();
            let mut letter = false;
            while let Ok(Some(line)) = lines.next_line().await {
                let _ = tell.send(line.clone());
                let answer = match line.as_str() {
                    "." if word == "." => reply,
                    "." => "250 taken",
                    _ if letter => continue,
                    "DATA" if word != "DATA" => "354 go on",
                    line if line.starts_with(word) => reply,
                    line if line.starts_with("EHLO") => offers,
                    line if line.starts_with("AUTH") => "235 welcome",
                    _ => "250 fine",
                };
                letter = line == "DATA" && answer.starts_with('3');
                if write
                    .write_all(format!("{answer}\r\n").as_bytes())
                    .await
                    .is_err()
                {
                    break;
                }
            }
        }
    });
    (here, heard)
}

const PLAIN: &str = "250-mx.example\r\n250-AUTH PLAIN\r\n250 8BITMIME";

async fn fault(word: &'static str, reply: &'static str) -> MailFault {
    let (here, _heard) = server(word, reply, PLAIN).await;
    let mailer = mailer(&format!("smtp://shop-user:hunter22@{here}")).unwrap();
    match mailer.send(Uuid::nil(), &letter(), now()).await {
        Err(MailError::Fault(fault)) => fault,
        other => panic!("{word} {reply}: {other:?}"),
    }
}

/// At which command, what the server says, and what is told of it.
const FAULTS: [(&str, &str, Step, Blame, &str); 8] = [
    (
        "greeting",
        "554 5.7.1 no service for you",
        Step::Ehlo,
        Blame::Owner,
        "554 5.7.1 no service for you",
    ),
    (
        "EHLO",
        "504 5.5.2 need a fully-qualified hostname",
        Step::Ehlo,
        Blame::Owner,
        "504 5.5.2 need a fully-qualified hostname",
    ),
    (
        "AUTH",
        "535 5.7.8 shop-user: wrong password hunter22",
        Step::Auth,
        Blame::Owner,
        "535 5.7.8 …: wrong password …",
    ),
    (
        "MAIL",
        "550 5.7.1 not yours",
        Step::MailFrom,
        Blame::Owner,
        "550 5.7.1 not yours",
    ),
    (
        "RCPT",
        "554 5.7.1 <ada@example.com>: relay access denied",
        Step::RcptTo,
        Blame::Owner,
        "554 5.7.1 … relay access denied",
    ),
    (
        "RCPT",
        "550 5.1.1 ada@example.com unknown",
        Step::RcptTo,
        Blame::Recipient,
        "550 5.1.1 … unknown",
    ),
    (
        "RCPT",
        "452 4.2.2 mailbox full",
        Step::RcptTo,
        Blame::Passing,
        "452 4.2.2 mailbox full",
    ),
    (
        ".",
        "554 the address is not verified",
        Step::Letter,
        Blame::Owner,
        "554 the address is not verified",
    ),
];

#[tokio::test]
async fn each_fault_names_its_step_and_the_servers_own_sentence() {
    for (word, reply, step, blame, said) in FAULTS {
        assert_eq!(
            fault(word, reply).await,
            MailFault {
                step,
                blame,
                said: said.into()
            },
            "{word}"
        );
    }
}

#[tokio::test]
async fn nobody_listening_is_worth_another_try() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let error = mailer(&format!("smtp://{closed}"))
        .unwrap()
        .send(Uuid::nil(), &letter(), now())
        .await
        .unwrap_err();
    let MailError::Fault(fault) = error else {
        panic!("{error}")
    };
    assert_eq!((fault.step, fault.blame), (Step::Connect, Blame::Passing));
    assert!(fault.said.to_lowercase().contains("refused"), "{fault}");
}

#[tokio::test]
async fn neither_password_nor_letter_goes_in_the_clear_where_encryption_is_demanded() {
    for (word, reply, offers) in [
        ("none", "", PLAIN),
        (
            "STARTTLS",
            "454 4.7.0 not now",
            "250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN",
        ),
        ("STARTTLS", "220 go", "250-mx\r\n250 STARTTLS"),
    ] {
        let (here, mut heard) = server(word, reply, offers).await;
        let mailer = mailer(&format!("smtp://shop-user:hunter22@{here}?tls=required")).unwrap();
        let error = mailer
            .send(Uuid::nil(), &letter(), now())
            .await
            .unwrap_err();
        assert!(
            matches!(&error, MailError::Fault(fault) if fault.step == Step::Tls),
            "{error}"
        );
        heard.close();
        while let Some(line) = heard.recv().await {
            assert!(
                !line.starts_with("AUTH") && !line.starts_with("MAIL"),
                "{line}"
            );
        }
    }
}

#[tokio::test]
async fn the_shop_greets_by_its_public_name_and_keeps_the_connection() {
    let (here, mut heard) = server("none", "", PLAIN).await;
    let mailer = mailer(&format!("smtp://{here}")).unwrap();
    for _ in 0..2 {
        mailer.send(Uuid::nil(), &letter(), now()).await.unwrap();
    }
    heard.close();
    let mut greetings = Vec::new();
    while let Some(line) = heard.recv().await {
        greetings.extend(Some(line).filter(|line| line.starts_with("EHLO")));
    }
    assert_eq!(greetings, ["EHLO shop.example"]);
}

#[tokio::test]
async fn a_mailbox_that_the_server_cannot_take_is_told_at_once() {
    let abroad = Email {
        to: EmailAddress::parse("\u{fc}ber@example.com").unwrap(),
        ..letter()
    };
    let (here, _heard) = server("none", "", PLAIN).await;
    let error = mailer(&format!("smtp://{here}"))
        .unwrap()
        .send(Uuid::nil(), &abroad, now())
        .await
        .unwrap_err();
    let MailError::Fault(fault) = error else {
        panic!("{error}")
    };
    assert_eq!((fault.step, fault.blame), (Step::RcptTo, Blame::Recipient));
    let (here, mut heard) = server("none", "", "250-mx\r\n250-8BITMIME\r\n250 SMTPUTF8").await;
    mailer(&format!("smtp://{here}"))
        .unwrap()
        .send(Uuid::nil(), &abroad, now())
        .await
        .unwrap();
    heard.close();
    let mut sender = None;
    while let Some(line) = heard.recv().await {
        sender = sender.or(Some(line).filter(|line| line.starts_with("MAIL FROM")));
    }
    assert!(sender.unwrap().contains("SMTPUTF8"));
}

#[tokio::test]
async fn a_walk_sends_nothing_and_says_how_far_it_came() {
    let to = EmailAddress::parse("olga@example.com").unwrap();
    let (here, mut heard) = server("none", "", PLAIN).await;
    let (went, fault) = mailer(&format!("smtp://u:secret@{here}"))
        .unwrap()
        .walk(&to)
        .await;
    assert_eq!(
        (went, fault),
        (
            vec![
                Step::Ehlo,
                Step::Auth,
                Step::MailFrom,
                Step::RcptTo,
                Step::Rset
            ],
            None
        )
    );
    heard.close();
    while let Some(line) = heard.recv().await {
        assert_ne!(line, "DATA");
    }
    let (here, _heard) = server("MAIL", "550 5.7.1 not yours", PLAIN).await;
    let (went, fault) = mailer(&format!("smtp://{here}")).unwrap().walk(&to).await;
    assert_eq!(
        (went, fault.unwrap().step),
        (vec![Step::Ehlo], Step::MailFrom)
    );
}

#[test]
fn what_is_copied_out_of_an_arabic_mail_stands_on_a_line_of_its_own_and_in_its_order() {
    use super::messages::testing::{ada, receipt, shop};
    use super::messages::{Delivered, MailedEsim, Shop};
    use domain::esim::{ActivationCode, Iccid};
    let code = "LPA:1$rsp.truphone.com$2D-JQ1";
    let esim = MailedEsim {
        position: 1,
        plan_name: "Japan".into(),
        iccid: Iccid::parse("8944500102198304826").unwrap(),
        code: ActivationCode::parse(code).unwrap(),
        start_by: None,
        apn: Some("data.esim".into()),
    };
    let shop = Shop {
        t: crate::l10n::Locale::new("ar".parse().unwrap(), false),
        ..shop()
    };
    let order_url = "https://shop.example/orders/abc";
    let mail = Delivered {
        ordered: 1,
        one_of_each: false,
        waiting: 0,
        shop,
        order_number: "E1",
        order_url,
        esims: vec![esim],
        refunds: Vec::new(),
        receipt: receipt(),
    };
    let text = mail.letter(ada()).unwrap().text;
    // Blanks are neutral: between figures they would let the groups of a number change places.
    for alone in [
        order_url,
        "rsp.truphone.com",
        "2D-JQ1",
        code,
        "8944\u{a0}5001\u{a0}0219\u{a0}8304\u{a0}826",
        "data.esim",
    ] {
        assert!(
            text.lines().any(|line| line == alone),
            "{alone} is not alone on its line in\n{text}"
        );
    }
}

#[test]
fn every_mail_wears_the_shops_face_and_names_who_sells() {
    use super::messages::testing::{ada, shop};
    use super::messages::{Shop, SignIn};
    let shop = Shop {
        seller: Some("Layover Ltd"),
        logo: Some(&[1, 2]),
        ..shop()
    };
    let letter = SignIn {
        shop,
        link: "https://shop.example/login/tok",
        minutes: 15,
    }
    .letter(ada())
    .unwrap();
    assert_eq!(letter.pictures, [("logo@shop".to_owned(), vec![1, 2])]);
    let words: Vec<&str> = letter.html.split_whitespace().collect();
    let html = words.join(" ");
    assert!(
        html.contains("<img src=\"cid:logo@shop\"") && html.contains("</a> · Layover Ltd · "),
        "{}",
        letter.html
    );
    assert!(
        letter
            .text
            .contains("Layover · Layover Ltd, https://shop.example"),
        "{}",
        letter.text
    );
    assert!(letter.html.contains("@media (prefers-color-scheme: dark)"));
}
