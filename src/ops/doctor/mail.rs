//! `doctor` and the mail server: the whole conversation but for the letter, and a letter where one
//! is asked for.

use uuid::Uuid;

use super::Finding;
use crate::clock;
use crate::config::Config;
use crate::mail::messages::Shop;
use crate::mail::owner::Owner;
use crate::mail::{MailError, Mailer};
use domain::email::EmailAddress;

/// Goes through every step as if the owner, or else the shop's support address, were written to.
pub async fn walk(config: &Config, mailer: &Mailer) -> Finding {
    let support = || EmailAddress::parse(&config.shop.shop.support_email).ok();
    let Some(to) = config.shop.alerts_to().or_else(support) else {
        return Finding::ill(
            "[shop] support_email is not a valid email address",
            "write it as help@example.com",
        );
    };
    let (went, fault) = mailer.walk(&to).await;
    let went: Vec<&str> = went.into_iter().map(|step| step.as_str()).collect();
    match fault {
        None => Finding::Well(format!(
            "{} went well; `doctor --send-mail ADDRESS` sends a letter",
            went.join(", ")
        )),
        Some(fault) if went.is_empty() => Finding::ill(&fault, fault.step.mend()),
        Some(fault) => Finding::ill(
            format!("{fault} ({} went well)", went.join(", ")),
            fault.step.mend(),
        ),
    }
}

/// Sends a letter to this address.
pub async fn send(config: &Config, mailer: &Mailer, to: &str) -> Finding {
    let Ok(to) = EmailAddress::parse(to) else {
        return Finding::ill(
            "that is not a valid email address",
            "write it as name@example.com",
        );
    };
    let (identity, t) = (&config.shop.shop, config.shop.locale());
    let url = config.public_url.as_str().trim_end_matches('/');
    let seller = config.shop.legal.seller.as_deref();
    let shop = Shop {
        name: &identity.name,
        support: &identity.support_email,
        url,
        t,
        test: config.test_mode(),
        seller,
        logo: None,
    };
    let paragraphs =
        vec!["This letter was sent by `doctor --send-mail`. Nothing is to be done.".to_owned()];
    let letter = match (Owner {
        shop,
        headline: "a test of the mail server".to_owned(),
        paragraphs,
        button: None,
    })
    .letter(to)
    {
        Ok(letter) => letter,
        Err(error) => {
            return Finding::ill(error, "this is a fault of the shop's own: please report it");
        }
    };
    match mailer.send(Uuid::now_v7(), &letter, clock::now()).await {
        Ok(()) => Finding::Well(
            "a letter was sent; see whether it arrives, and not among the unwanted".to_owned(),
        ),
        Err(MailError::Fault(fault)) => Finding::ill(&fault, fault.step.mend()),
        Err(error @ MailError::Settings(_)) => Finding::ill(error, "check SMTP_URL and MAIL_FROM"),
    }
}
