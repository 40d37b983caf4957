//! A mail arrives whole: text, HTML, picture, dots; and faults befall it as ordered.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Attachment as Part, MultiPart, SinglePart},
};

use super::*;

fn letter(subject: &str) -> Message {
    let picture = Part::new_inline("qr".into()).body(
        vec![0x89, b'P', b'N', b'G', 0, 10, 13, b'.', 10],
        "image/png".parse().unwrap(),
    );
    let html = MultiPart::related()
        .singlepart(SinglePart::html(
            "<p>Grüße</p><img src=\"cid:qr\">".to_owned(),
        ))
        .singlepart(picture);
    let body = MultiPart::alternative()
        .singlepart(SinglePart::plain("Grüße\r\n.\r\n..two dots".to_owned()))
        .multipart(html);
    Message::builder()
        .from("Shop <shop@example.org>".parse().unwrap())
        .to("Ana <ana@example.org>".parse().unwrap())
        .subject(subject)
        .multipart(body)
        .unwrap()
}

async fn post(mailbox: &Mailbox, subject: &str) -> bool {
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&mailbox.smtp_url())
        .unwrap()
        .build();
    transport.send(letter(subject)).await.is_ok()
}

#[tokio::test]
async fn a_mail_arrives_whole_and_can_be_read_in_a_browser() {
    let mailbox = Mailbox::start(MailboxOptions::default()).await.unwrap();
    let (waited, sent) = tokio::join!(
        mailbox.wait_for(
            "ANA@example.org",
            |m| m.subject == "Ihre eSIM für Japan",
            Duration::from_secs(5)
        ),
        post(&mailbox, "Ihre eSIM für Japan")
    );
    let mail = waited.unwrap();
    assert!(sent);
    assert_eq!(
        mail.text.replace("\r\n", "\n").trim_end(),
        "Grüße\n.\n..two dots"
    );
    assert_eq!(
        mail.inline("qr").unwrap().bytes,
        [0x89, b'P', b'N', b'G', 0, 10, 13, b'.', 10]
    );
    let get = async |path: &str| {
        reqwest::get(format!("{}{path}", mailbox.web_url()))
            .await
            .unwrap()
    };
    assert!(
        get("/")
            .await
            .text()
            .await
            .unwrap()
            .contains("Ihre eSIM für Japan")
    );
    assert!(
        get("/mail/1")
            .await
            .text()
            .await
            .unwrap()
            .contains("src=\"/mail/1/html\"")
    );
    assert!(
        get("/mail/1/html")
            .await
            .text()
            .await
            .unwrap()
            .contains("<img src=\"/mail/1/part/0\">")
    );
    let picture = get("/mail/1/part/0").await;
    assert_eq!(picture.headers()["content-type"], "image/png");
    let all: serde_json::Value = get("/api/messages").await.json().await.unwrap();
    assert_eq!(
        (&all[0]["to"][0], &all[0]["attachments"][0]["cid"]),
        (&"ana@example.org".into(), &"qr".into())
    );
}

#[tokio::test]
async fn a_fault_befalls_the_next_mail_and_no_other() {
    let mailbox = Mailbox::start(MailboxOptions::default()).await.unwrap();
    mailbox.fail_next(MailFault::Refuse {
        code: 451,
        text: "4.3.0 later".into(),
    });
    mailbox.fail_next(MailFault::Break { kept: true });
    mailbox.fail_next(MailFault::Break { kept: false });
    let mut sent = Vec::new();
    for subject in ["refused", "kept", "lost", "fine"] {
        sent.push(post(&mailbox, subject).await);
    }
    assert_eq!(sent, [false, false, false, true]);
    assert_eq!(
        mailbox
            .messages()
            .into_iter()
            .map(|mail| mail.subject)
            .collect::<Vec<_>>(),
        ["kept", "fine"]
    );
}
