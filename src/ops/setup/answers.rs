//! What was answered, by flag or on a terminal, with a default for all but seven.

use rust_decimal::Decimal;

use super::Options;
use super::terminal::Terminal;
use domain::money::Currency;
use domain::pricing::rates;

/// Every answer.
#[derive(Clone)]
pub struct Answers {
    public_url: String,
    esimfx_base_url: String,
    esimfx_client_id: String,
    esimfx_client_key: String,
    esimfx_webhook_token: String,
    stripe_secret_key: String,
    smtp_url: String,
    setup_key: Option<String>,
    /// Of an endpoint that was made by hand.
    pub webhook_secret: Option<String>,
    /// On every page.
    pub shop_name: String,
    /// Where travellers write to.
    pub support_email: String,
    /// Shown and charged.
    pub currency: String,
    /// Units of it for a US dollar; `None` in dollars.
    pub usd_rate: Option<String>,
    /// On the legal pages.
    pub seller: String,
    mail_from: String,
    /// Where trouble is told.
    pub alerts_to: String,
    /// Who may buy in test mode.
    pub test_buyers: String,
    /// One that is not Compose's.
    pub database_url: Option<String>,
    postgres_password: Secret,
    data_key: Secret,
}

/// A password that setup made, or one that the `.env` of before holds.
#[derive(Clone)]
struct Secret {
    value: String,
    kept: bool,
}

impl Secret {
    fn made<const N: usize>(random: [u8; N]) -> Self {
        Self {
            value: hex::encode(random),
            kept: false,
        }
    }

    fn keep(&mut self, before: Option<String>) {
        if let Some(value) = before.filter(|value| !value.is_empty()) {
            *self = Self { value, kept: true };
        }
    }
}

/// What is blank was not given.
fn given(value: Option<&String>) -> Option<String> {
    value
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

/// Puts the questions; notes what nobody can answer.
struct Questions<'a> {
    terminal: Option<&'a mut Terminal>,
    missing: Vec<&'static str>,
}

impl Questions<'_> {
    fn need(
        &mut self,
        given: Option<&String>,
        flag: &'static str,
        words: &str,
        secret: bool,
    ) -> anyhow::Result<String> {
        match (given, self.terminal.as_mut()) {
            (Some(given), _) => Ok(given.trim().to_owned()),
            (None, Some(terminal)) => terminal.ask(words, None, secret),
            (None, None) => {
                self.missing.push(flag);
                Ok(String::new())
            }
        }
    }

    fn may(
        &mut self,
        given: Option<&String>,
        words: &str,
        default: &str,
    ) -> anyhow::Result<String> {
        match (given, self.terminal.as_mut()) {
            (Some(given), _) => Ok(given.trim().to_owned()),
            (None, Some(terminal)) => terminal.ask(words, Some(default), false),
            (None, None) => Ok(default.to_owned()),
        }
    }
}

/// Who sells, where and for what money.
struct ShopAnswers {
    public_url: String,
    shop_name: String,
    support_email: String,
    seller: String,
    currency: String,
    usd_rate: Option<String>,
}

impl ShopAnswers {
    fn gather(q: &mut Questions<'_>, o: &Options) -> anyhow::Result<Self> {
        let public_url = q.need(
            o.public_url.as_ref(),
            "--public-url",
            "Where will travellers reach the shop? (https://…)",
            false,
        )?;
        let host = url::Url::parse(&public_url)
            .ok()
            .and_then(|url| url.host_str().map(str::to_owned))
            .unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        let shop_name = q.may(o.shop_name.as_ref(), "The shop's name", "Layover")?;
        let support_email = q.may(
            o.support_email.as_ref(),
            "Support email address?",
            &format!("help@{host}"),
        )?;
        let seller = q.may(
            o.seller.as_ref(),
            "Who sells? (company or person)",
            &shop_name,
        )?;
        let currency = q
            .may(o.currency.as_ref(), "What do you charge in?", "USD")?
            .to_uppercase();
        let usd_rate = usd_rate(q, o, &currency)?;
        Ok(Self {
            public_url,
            shop_name,
            support_email,
            seller,
            currency,
            usd_rate,
        })
    }
}

/// What the supplier's portal tells.
struct SupplierAnswers {
    base_url: String,
    client_id: String,
    client_key: String,
    webhook_token: String,
}

impl SupplierAnswers {
    fn gather(q: &mut Questions<'_>, o: &Options) -> anyhow::Result<Self> {
        let base_url = q.need(
            o.esimfx_base_url.as_ref(),
            "--esimfx-base-url",
            "Supplier: API domain (https://…)",
            false,
        )?;
        let client_id = q.need(
            o.esimfx_client_id.as_ref(),
            "--esimfx-client-id",
            "Supplier: client id",
            false,
        )?;
        let client_key = q.need(
            o.esimfx_client_key.as_ref(),
            "--esimfx-client-key",
            "Supplier: client key",
            true,
        )?;
        let words = "Supplier: Secret Key of the webhook …/webhooks/esimfx";
        let webhook_token = q.need(
            o.esimfx_webhook_token.as_ref(),
            "--esimfx-webhook-token",
            words,
            true,
        )?;
        Ok(Self {
            base_url,
            client_id,
            client_key,
            webhook_token,
        })
    }
}

/// Stripe's keys.
struct StripeAnswers {
    secret_key: String,
    webhook_secret: Option<String>,
    setup_key: Option<String>,
}

impl StripeAnswers {
    fn gather(q: &mut Questions<'_>, o: &Options) -> anyhow::Result<Self> {
        let words = "Stripe: the shop's key (rk_test_…, sk_test_… or live)";
        let secret_key = q.need(
            o.stripe_secret_key.as_ref(),
            "--stripe-secret-key",
            words,
            true,
        )?;
        let webhook_secret = given(o.stripe_webhook_secret.as_ref());
        let setup_key = match &webhook_secret {
            None if o.stripe_setup_key.is_some() || !secret_key.starts_with("sk_") => {
                let words = "Stripe: a key that may write webhook endpoints, used once (sk_…)";
                Some(q.need(
                    o.stripe_setup_key.as_ref(),
                    "--stripe-setup-key or --stripe-webhook-secret",
                    words,
                    true,
                )?)
            }
            _ => None,
        };
        Ok(Self {
            secret_key,
            webhook_secret,
            setup_key,
        })
    }
}

/// Nobody where the key takes real money.
fn test_buyers(
    q: &mut Questions<'_>,
    o: &Options,
    stripe: &StripeAnswers,
    support_email: &str,
) -> anyhow::Result<String> {
    match o.test_buyers.as_ref() {
        None if stripe.secret_key.contains("_live_") => Ok(String::new()),
        given => q.may(
            given,
            "Who may buy while the key is one for tests?",
            support_email,
        ),
    }
}

impl Answers {
    /// Every answer, or the flags of those that are missing.
    pub(super) fn gather(
        o: &Options,
        terminal: Option<&mut Terminal>,
    ) -> anyhow::Result<Result<Self, Vec<&'static str>>> {
        let mut q = Questions {
            terminal,
            missing: Vec::new(),
        };
        let shop = ShopAnswers::gather(&mut q, o)?;
        let supplier = SupplierAnswers::gather(&mut q, o)?;
        let stripe = StripeAnswers::gather(&mut q, o)?;
        let smtp_url = q.need(
            o.smtp_url.as_ref(),
            "--smtp-url",
            "Mail server (smtps://user:password@host)",
            true,
        )?;
        let mail_from = q.may(
            o.mail_from.as_ref(),
            "Sender of every mail",
            &sender(&shop.shop_name, &shop.support_email),
        )?;
        let alerts_to = q.may(
            o.alerts_to.as_ref(),
            "Where should alerts go?",
            &shop.support_email,
        )?;
        let test_buyers = test_buyers(&mut q, o, &stripe, &shop.support_email)?;
        if !q.missing.is_empty() {
            return Ok(Err(q.missing));
        }
        Ok(Ok(Self {
            public_url: shop.public_url.trim_end_matches('/').to_owned(),
            esimfx_base_url: supplier.base_url,
            esimfx_client_id: supplier.client_id,
            esimfx_client_key: supplier.client_key,
            esimfx_webhook_token: supplier.webhook_token,
            stripe_secret_key: stripe.secret_key,
            smtp_url,
            setup_key: stripe.setup_key,
            webhook_secret: stripe.webhook_secret,
            shop_name: shop.shop_name,
            support_email: shop.support_email,
            currency: shop.currency,
            usd_rate: shop.usd_rate,
            seller: shop.seller,
            mail_from,
            alerts_to,
            test_buyers,
            database_url: given(o.database_url.as_ref()),
            postgres_password: Secret::made(rand::random::<[u8; 24]>()),
            data_key: Secret::made(rand::random::<[u8; 32]>()),
        }))
    }

    /// The settings of `.env`, in its order.
    pub(super) fn settings(&self, webhook_secret: &str) -> Vec<(&'static str, String)> {
        let mut settings = vec![
            ("PUBLIC_URL", self.public_url.clone()),
            ("POSTGRES_PASSWORD", self.postgres_password.value.clone()),
        ];
        settings.extend(self.database_url.clone().map(|url| ("DATABASE_URL", url)));
        settings.extend([
            ("DATA_KEY", self.data_key.value.clone()),
            ("ESIMFX_BASE_URL", self.esimfx_base_url.clone()),
            ("ESIMFX_CLIENT_ID", self.esimfx_client_id.clone()),
            ("ESIMFX_CLIENT_KEY", self.esimfx_client_key.clone()),
            ("ESIMFX_WEBHOOK_TOKEN", self.esimfx_webhook_token.clone()),
            ("STRIPE_SECRET_KEY", self.stripe_secret_key.clone()),
            ("STRIPE_WEBHOOK_SECRET", webhook_secret.to_owned()),
            ("SMTP_URL", self.smtp_url.clone()),
            ("MAIL_FROM", self.mail_from.clone()),
        ]);
        if !self.test_buyers.is_empty() {
            settings.push(("TEST_BUYERS", self.test_buyers.clone()));
        }
        settings
    }

    /// Takes over what opens the database's volume and what is sealed in it; `before` is the `.env`
    /// that is replaced.
    pub(super) fn keep_secrets(&mut self, before: &dyn Fn(&str) -> Option<String>) {
        self.postgres_password.keep(before("POSTGRES_PASSWORD"));
        self.data_key.keep(before("DATA_KEY"));
    }

    /// Those of them that were kept, or made. A database of the owner's own has its password in
    /// DATABASE_URL.
    pub(super) fn secrets(&self, kept: bool) -> Vec<&'static str> {
        let password = (self.database_url.is_none() && self.postgres_password.kept == kept)
            .then_some("the database's password");
        password
            .into_iter()
            .chain((self.data_key.kept == kept).then_some("DATA_KEY"))
            .collect()
    }

    /// An endpoint of the other mode would never send what happens to the shop's payments.
    pub(super) fn other_mode(&self) -> Option<String> {
        let other = self
            .setup_key
            .as_ref()
            .is_some_and(|key| key.contains("_live_") != self.livemode());
        other.then(|| {
            "--stripe-setup-key is of the other mode than --stripe-secret-key → make it \
             in the same mode"
                .to_owned()
        })
    }

    /// Where travellers reach the shop, without a slash at its end.
    pub(super) fn url(&self) -> &str {
        &self.public_url
    }

    /// Where Stripe sends its events.
    pub(super) fn endpoint_url(&self) -> String {
        format!("{}/webhooks/stripe", self.public_url)
    }

    /// The key that makes the endpoint.
    pub(super) fn setup_key(&self) -> String {
        self.setup_key
            .clone()
            .unwrap_or_else(|| self.stripe_secret_key.clone())
    }

    /// Whether real money will be taken.
    pub(super) fn livemode(&self) -> bool {
        self.stripe_secret_key.contains("_live_")
    }
}

/// The supplier charges in dollars: another currency needs a rate, and our table has a rough one.
fn usd_rate(q: &mut Questions<'_>, o: &Options, currency: &str) -> anyhow::Result<Option<String>> {
    let Ok(to) = currency.parse::<Currency>() else {
        return Ok(None);
    };
    if to == Currency::USD {
        return Ok(None);
    }
    let table = rates::between(Currency::USD, to)
        .map(|rate| rate.round_dp(4).normalize())
        .unwrap_or(Decimal::ZERO);
    q.may(
        o.usd_rate.as_ref(),
        &format!("How many {currency} does one US dollar cost?"),
        &table.to_string(),
    )
    .map(Some)
}

/// A name with a comma must stand in quotes.
fn sender(name: &str, address: &str) -> String {
    let plain = name
        .chars()
        .all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    if plain {
        format!("{name} <{address}>")
    } else {
        format!("\"{}\" <{address}>", name.replace(['"', '\\'], ""))
    }
}
