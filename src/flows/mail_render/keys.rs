//! Addresses in mails that open a page in any browser. The outbox holds none of their keys.

use chrono::{DateTime, Utc};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::MailRenderError;
use crate::app::App;
use crate::db::mails::Mail;
use crate::db::order_keys;
use crate::db::order_pages::OwnedEsim;
use crate::mail::messages::Shop;
use crate::routes::Routes;
use domain::token::Token;

/// A key that opens the order's page in any browser. The outbox holds none: it is made of the mail,
/// its address and a secret that is not in the database, so that a mail that goes out twice says
/// the same.
pub(super) fn key_of(app: &App, mail: &Mail) -> Token {
    let secret = Sha256::digest(app.config.esimfx.client_key.expose_secret());
    Token::of(
        Sha256::new()
            .chain_update(secret)
            .chain_update(mail.id)
            .chain_update(mail.to.expose())
            .finalize()
            .into(),
    )
}

pub(super) fn opened_by(order_url: &str, key: &Token) -> String {
    format!("{order_url}?key={}", key.expose())
}

/// The order's page with a key, which is kept.
pub(super) async fn keyed(
    app: &App,
    order_id: Uuid,
    order_url: &str,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<String, MailRenderError> {
    let key = key_of(app, mail);
    order_keys::insert(&app.db, &key.hash(), order_id, now).await?;
    Ok(opened_by(order_url, &key))
}

/// The page on which an eSIM is at home: its order's, with a key where the mail goes to its owner.
/// Who paid for a top-up of somebody else's gets a key to the top-up alone.
pub(super) async fn home(
    app: &App,
    shop: Shop<'_>,
    esim: &OwnedEsim,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<String>, MailRenderError> {
    if esim.email.as_ref() != Some(&mail.to) {
        return Ok(None);
    }
    Ok(Some(
        keyed(
            app,
            esim.order_id,
            &shop.at(&Routes::order(&esim.order_token)),
            mail,
            now,
        )
        .await?,
    ))
}
