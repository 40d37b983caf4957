//! Settings that cannot work, each told with its mend.

use crate::{GOOD, TOML, assert_told, complaints, with};

#[tokio::test]
async fn every_price_that_would_ruin_the_shop_is_told_in_one_go_each_with_its_mend() {
    let toml = "[shop]\nname = \"Layover\"\nsupport_email = \"help@example.com\"\ncurrency = \
                \"USD\"\n[pricing]\nmarkup_percent = 20000000000\n\
        ending = \".99\"\nround_to = \"1000\"\nexchange_rates = { USD = \"0.5\", EUR = \"92\", XYZ \
        = 1, GBP = 0 }\ncard_fee_percent = 290\n\
        card_fee_fixed = \"-1\"\nmost_loss = \"-1\"\nrate_confirmed = \
        \"soon\"\n[[pricing.rule]]\ncountry = \"Japan\"\nmarkup_percent = 501\n";
    let lines = complaints(&GOOD, toml).await;
    let faults = [
        ("[pricing] markup_percent is over 500 %", "e.g. 20"),
        (
            "[pricing] ending and round_to are both set",
            "keep one of them",
        ),
        (
            "[pricing] round_to puts 1000 USD between two prices",
            "e.g. round_to = \"0.10\"",
        ),
        (
            "[pricing] exchange_rates has a rate for USD, the shop's own currency",
            "remove USD",
        ),
        (
            "[pricing] exchange_rates says that one EUR is 92 USD",
            "write how many USD one EUR costs",
        ),
        ("[pricing] exchange_rates names “XYZ”", "remove it"),
        (
            "[pricing] exchange_rates holds a rate that is not above zero, for GBP",
            "e.g. USD",
        ),
        (
            "[pricing] card_fee_percent is not between 0 and 100",
            "e.g. 2.9",
        ),
        ("[pricing] card_fee_fixed is negative", "0.30"),
        ("[pricing] most_loss is negative", "0 or more"),
        ("[pricing] rate_confirmed is not a date", "2026-11-27"),
        (
            "[[pricing.rule]] for Japan: markup_percent is over 500 %",
            "e.g. 20",
        ),
        ("[[pricing.rule]] country names “JAPAN”", "two letters"),
    ];
    for (problem, mend) in faults {
        let told = lines.iter().any(|l| {
            l.split_once('→')
                .is_some_and(|(what, how)| what.contains(problem) && how.contains(mend))
        });
        assert!(told, "{problem} → {mend}: {lines:#?}");
    }
    assert_eq!(lines.len(), faults.len(), "{lines:#?}");
    for (currency, problem) in [
        ("XYZ", "which Stripe cannot charge"),
        ("BTC", "which Stripe cannot charge"),
        ("KWD", "has three decimals"),
    ] {
        let lines = complaints(&with(&[("MAIL_FROM", "")]), &TOML.replace("USD", currency)).await;
        assert_told(&lines, "MAIL_FROM", "is blank");
        assert!(
            lines.len() == 2
                && lines[1].contains("[shop] currency is")
                && lines[1].contains(problem),
            "{lines:#?}"
        );
    }
}

#[tokio::test]
async fn rates_of_tax_that_cannot_be_are_told_each_with_its_mend() {
    let toml = format!(
        "{TOML}[tax]\nkind = \"included\"\ndefault_percent = \"-1\"\npercent = {{ DE = \"190\", de \
         = \"19\", XX = 1 }}\n"
    );
    let lines = complaints(&GOOD, &toml).await;
    for problem in [
        "percent is not between 0 and 50 for DE",
        "percent names “de”",
        "percent names “XX”",
        "default_percent is not between",
    ] {
        assert!(
            lines
                .iter()
                .any(|l| l.contains(&format!("[tax] {problem}")) && l.contains('→')),
            "{problem}: {lines:#?}"
        );
    }
    assert_eq!(lines.len(), 4, "{lines:#?}");
    let lines = complaints(&GOOD, &format!("{TOML}[tax]\ndefault_percent = \"19\"\n")).await;
    assert!(
        lines.len() == 1 && lines[0].contains("[tax] kind is not \"included\", and rates are set"),
        "{lines:#?}"
    );
}

#[tokio::test]
async fn settings_that_can_be_read_and_cannot_work_are_refused_with_their_mend() {
    for (setting, value, problem, mend) in [
        (
            "PUBLIC_URL",
            "https://esim.example.com/esim",
            "has a path",
            ": https://esim.example.com",
        ),
        (
            "PUBLIC_URL",
            "https://esim.example.com/?x",
            "question mark",
            ": https://esim.example.com",
        ),
        (
            "PUBLIC_URL",
            "https://esim.example.com/#f",
            "has a #",
            ": https://esim.example.com",
        ),
        (
            "PUBLIC_URL",
            "https://user:canary@esim.example.com",
            "holds a user or a password",
            ": https://esim.example.com",
        ),
        (
            "DESK_URL",
            "https://desk.example.com/desk",
            "has a path",
            ": https://desk.example.com",
        ),
        (
            "DESK_ADDR",
            "desk.example.com",
            "cannot be read",
            "127.0.0.1:8081",
        ),
        (
            "ESIMFX_CLIENT_KEY",
            "canary-key",
            "is shorter than 16",
            "copy the whole of it",
        ),
        (
            "ESIMFX_WEBHOOK_TOKEN",
            "canary-webhook-token,canary",
            "is shorter than 16",
            "openssl rand",
        ),
        (
            "STRIPE_WEBHOOK_SECRET",
            "whsec_canary",
            "is shorter than 16",
            "copy the whole of it",
        ),
        (
            "STRIPE_SECRET_KEY",
            "sk_test_canary",
            "is shorter than 16",
            "copy the whole of it",
        ),
        ("DATABASE_MAX_CONNECTIONS", "3", "is below 5", "5 or more"),
        (
            "DATA_KEY",
            "canary",
            "is not 64 hexadecimal digits",
            "openssl rand -hex 32",
        ),
        (
            "DATA_KEY",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "anybody could guess",
            "openssl rand -hex 32",
        ),
        (
            "DATA_KEY",
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff,",
            "an empty value between commas",
            "the new key first",
        ),
        (
            "MAIL_FROM",
            "Layover, Inc. <esim@example.com>",
            "holds a comma",
            "'\"Layover, Inc.\" <esim@example.com>'",
        ),
    ] {
        let lines = complaints(&with(&[(setting, value)]), TOML).await;
        assert_told(&lines, setting, problem);
        assert!(
            lines.len() == 1 && lines[0].split_once('→').unwrap().1.contains(mend),
            "{lines:#?}"
        );
    }
    let live = with(&[
        ("STRIPE_SECRET_KEY", "sk_live_canary_stripe"),
        ("ESIMFX_BASE_URL", "http://api.supplier.example"),
        ("STRIPE_API_BASE", "http://api.stripe.example"),
    ]);
    let lines = complaints(&live, TOML).await;
    assert_told(
        &lines,
        "ESIMFX_BASE_URL",
        "is not https while the Stripe key is live",
    );
    assert_told(
        &lines,
        "STRIPE_API_BASE",
        "is not https while the Stripe key is live",
    );
    // A mark before the first letter is no fault: the one that is told is another.
    let lines = complaints(&with(&[("MAIL_FROM", "")]), &format!("\u{feff}{TOML}")).await;
    assert_eq!(lines.len(), 1, "{lines:#?}");
}

#[tokio::test]
async fn a_mail_server_that_cannot_be_meant_is_told_with_its_mend() {
    for (url, problem) in [
        (
            "smtp://mail.example.com?tls=opportunistic",
            "has an unknown parameter",
        ),
        (
            "smtps://mail.example.com?tls=none",
            "is smtps:// with ?tls=none",
        ),
        ("smtp://user:can#ary@mail.example.com", "cannot be read"),
        (
            "smtp://mail.example.com/canary",
            "has more than a host and a port",
        ),
    ] {
        assert_told(
            &complaints(&with(&[("SMTP_URL", url)]), TOML).await,
            "SMTP_URL",
            problem,
        );
    }
}

#[tokio::test]
async fn other_currencies_that_cannot_be_shown_are_told_each_with_its_mend() {
    let toml = format!(
        "{TOML}[currencies]\nalso_show = {{ SEK = \"0\", XYZ = 1, USD = 1, EUR = \"92\", JPY = \
         \"150\", jpy = 151 }}\n"
    );
    let lines = complaints(&GOOD, &toml).await;
    for problem in [
        "names “XYZ”",
        "not above zero, for SEK",
        "the shop's own currency",
        "says that one USD is 92 EUR",
    ] {
        assert!(
            lines
                .iter()
                .any(|l| l.contains(&format!("[currencies] also_show {problem}"))
                    || (l.contains(problem) && l.contains('→'))),
            "{problem}: {lines:#?}"
        );
    }
}
