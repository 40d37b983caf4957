//! `doctor` and the mail server: the whole conversation but for the letter, and a letter where one is asked for.

use uuid::Uuid;

use super::Finding;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::mail::MailError;
use crate::mail::messages::Shop;
use crate::mail::owner::Owner;

/// Goes through every step as if the shop's own support address were written to.
pub async fn walk(app: &App) -> Finding {
    let identity = &app.config.shop.shop;
    let to = EmailAddress::parse(&identity.support_email)
        .map_err(|_| ("[shop] support_email is no mail address".to_owned(), "write it as help@example.com"))?;
    let (went, fault) = app.mailer.walk(&to).await;
    let went: Vec<&str> = went.into_iter().map(|step| step.as_str()).collect();
    match fault {
        None => Ok(format!("{} went well; `doctor --send-mail ADDRESS` sends a letter", went.join(", "))),
        Some(fault) if went.is_empty() => Err((fault.to_string(), fault.step.mend())),
        Some(fault) => Err((format!("{fault} ({} went well)", went.join(", ")), fault.step.mend())),
    }
}

/// Sends a letter to this address.
pub async fn send(app: &App, to: &str) -> Finding {
    let to = EmailAddress::parse(to).map_err(|_| ("that is no mail address".to_owned(), "write it as name@example.com"))?;
    let (identity, t) = (&app.config.shop.shop, app.config.shop.locale());
    let url = app.config.public_url.as_str().trim_end_matches('/');
    let shop = Shop { name: &identity.name, support: &identity.support_email, url, t, test: app.config.test_mode() };
    let paragraphs = vec!["This letter was sent by `doctor --send-mail`. Nothing is to be done.".to_owned()];
    let letter = Owner { shop, headline: "a test of the mail server".to_owned(), paragraphs }.letter(to);
    let letter = letter.map_err(|error| (error.to_string(), "this is a fault of the shop's own: please report it"))?;
    match app.mailer.send(Uuid::now_v7(), &letter, app.clock.now()).await {
        Ok(()) => Ok("a letter was sent; look whether it arrives, and not among the unwanted".to_owned()),
        Err(MailError::Fault(fault)) => Err((fault.to_string(), fault.step.mend())),
        Err(error @ MailError::Settings(_)) => Err((error.to_string(), "check SMTP_URL and MAIL_FROM")),
    }
}
