//! `codes …`: discount codes. Who makes and who ends one is written into `ops.audit`.

use anyhow::{Context, bail};
use chrono::{NaiveDate, NaiveTime};
use clap::Subcommand;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::db::discounts;
use crate::flows;
use crate::routes::Routes;
use crate::serve;
use domain::discount::{Code, Name, Off};
use domain::money::{Currency, Money};

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a discount code; it cannot be changed later, only ended
    Create(Box<Create>),
    /// Every code, what it takes off, and how often it was used
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// End a code; payment pages that are open keep their price
    End {
        /// The code
        name: String,
    },
}

/// A code to make.
#[derive(Debug, clap::Args)]
pub struct Create {
    /// What travellers type: 3 to 32 letters, figures, hyphens and underscores; upper and lower
    /// case are the same
    name: String,
    /// Per cent off each eSIM, 1 to 100
    #[arg(long, conflicts_with = "amount", required_unless_present = "amount", value_parser = clap::value_parser!(i64).range(1..=100))]
    percent: Option<i64>,
    /// Off the whole order, as 5.00
    #[arg(long)]
    amount: Option<String>,
    /// How many orders may use it; without it any number
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=2_000_000_000))]
    uses: Option<i64>,
    /// The first day on which it is valid, in UTC: 2027-03-01
    #[arg(long)]
    from: Option<NaiveDate>,
    /// The last day on which it is valid, in UTC
    #[arg(long)]
    until: Option<NaiveDate>,
    /// A plan that it is for; may be given again; without it all plans
    #[arg(long = "product", value_name = "ID")]
    products: Vec<String>,
    /// What an order must come to before it, as 20.00
    #[arg(long)]
    minimum: Option<String>,
    /// Only for a buyer's first order
    #[arg(long)]
    first_order: bool,
}

/// Does it; the exit code. 1: there is no such code to end, or the name was used before.
///
/// # Errors
/// When a value cannot be read, nobody is named who changes something, or the database does not
/// answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let who = if matches!(command, Command::List { .. }) {
        String::new()
    } else {
        super::operator()?
    };
    let app = serve::open(config, &CancellationToken::new()).await?;
    match command {
        Command::Create(wish) => return create(&app, &wish, &who).await,
        Command::List { json } => {
            let codes = discounts::list(
                &app.db,
                if app.config.stripe.livemode() {
                    "live"
                } else {
                    "test"
                },
            )
            .await?;
            if json {
                println!("{}", serde_json::to_string_pretty(&codes)?)
            } else {
                print(&codes)
            }
        }
        Command::End { name } => {
            let known = Name::parse(&name).context(
                "that cannot be a code → `esim-storefront codes list` shows those there are",
            )?;
            if !flows::discounts::end(&app, &known, &who).await? {
                println!("there is no code {} that has not ended", known.as_str());
                return Ok(1);
            }
            println!(
                "{} has ended; payment pages that are open keep their price",
                known.as_str()
            );
        }
    }
    Ok(0)
}

/// Makes a code, and says what it does.
async fn create(app: &App, wish: &Create, who: &str) -> anyhow::Result<i32> {
    let code = read(wish, app.config.shop.shop.currency)?;
    for id in &code.products {
        if app.catalogue.plan(id).is_none() {
            bail!(
                "--product {id} is no plan on the shelf → `esim-storefront prices` lists \
                 them"
            );
        }
    }
    let told = describe(&code);
    if !flows::discounts::create(app, &code, &told, who).await? {
        println!(
            "there is or was a code {}; a name is used once, so that the books stay clear \
             → choose another",
            code.name.as_str()
        );
        return Ok(1);
    }
    println!("{told}");
    println!(
        "no price falls below {}: it is raised to that, and shown so",
        floor(app)
    );
    let base = Routes::absolute(&app.config.public_url, "");
    println!("as a link: {base}/?code={}", code.name.as_str());
    Ok(0)
}

/// Below what no price falls: what the shop knows of the card fee decides.
fn floor(app: &App) -> &'static str {
    let snapshot = app.catalogue.snapshot();
    let prices = &snapshot.prices;
    match prices.estimated_fee(Money::new(1, prices.currency)) {
        Some(_) => "the plan's cost with the card fee",
        None => "the plan's cost (the price rules state no card fee, so a discount may eat that)",
    }
}

fn read(wish: &Create, currency: Currency) -> anyhow::Result<Code> {
    let Some(name) = Name::parse(&wish.name) else {
        bail!(
            "{} cannot be a code → use 3 to 32 letters, figures, hyphens and underscores",
            wish.name
        );
    };
    let off = match (wish.percent, wish.amount.as_deref()) {
        (Some(percent), _) => Off::Percent(percent),
        (None, Some(text)) => Off::Amount(money("--amount", text, currency)?),
        (None, None) => bail!("say what it takes off → --percent or --amount"),
    };
    let until = wish
        .until
        .map(|day| day.succ_opt().context("--until is too far away"))
        .transpose()?;
    if let (Some(from), Some(until)) = (wish.from, until)
        && from >= until
    {
        bail!("--from {from} is after --until → name the earlier day first");
    }
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    Ok(Code {
        name,
        off,
        uses: wish.uses,
        valid_from: wish.from.map(midnight),
        valid_until: until.map(midnight),
        products: wish.products.clone(),
        minimum: wish
            .minimum
            .as_deref()
            .map(|text| money("--minimum", text, currency))
            .transpose()?,
        first_order: wish.first_order,
        ended: false,
    })
}

fn money(flag: &str, text: &str, currency: Currency) -> anyhow::Result<Money> {
    match Money::typed(text, currency)
        .filter(|money| money.minor > 0 && money.minor % currency.step() == 0)
    {
        Some(money) => Ok(money),
        None => {
            bail!(
                "{flag} {text} is not an amount in {currency} → write it like {}",
                Money::new(currency.step() * 500, currency).major()
            )
        }
    }
}

/// A code in one line.
fn describe(code: &Code) -> String {
    let mut words = match code.off {
        Off::Percent(percent) => format!("{}: {percent} % off each eSIM", code.name.as_str()),
        Off::Amount(amount) => format!("{}: {amount} off each order", code.name.as_str()),
    };
    let parts = [
        code.uses.map(|uses| format!("{uses} uses")),
        code.valid_from
            .map(|at| format!("from {}", at.format("%Y-%m-%d"))),
        code.valid_until
            .and_then(|at| at.date_naive().pred_opt())
            .map(|day| format!("until {day}")),
        (!code.products.is_empty()).then(|| format!("for {}", code.products.join(", "))),
        code.minimum
            .map(|least| format!("orders of {least} or more")),
        code.first_order.then(|| "first orders only".to_owned()),
    ];
    for part in parts.into_iter().flatten() {
        words.push_str("; ");
        words.push_str(&part);
    }
    words
}

fn print(codes: &[Value]) {
    let text = |value: &Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    for code in codes {
        let limit = if code["uses"].is_null() {
            "any".to_owned()
        } else {
            text(&code["uses"])
        };
        let ended = if code["ended_at"].is_null() {
            String::new()
        } else {
            format!("  ended {}", text(&code["ended_at"]))
        };
        println!(
            "{:<32} {:>12} off  used {} of {limit} ({} late), {} reserved, {} given{ended}",
            text(&code["code"]),
            text(&code["off"]),
            code["used"],
            code["late"],
            code["reserved"],
            text(&code["given"]),
        );
    }
    if codes.is_empty() {
        println!("none");
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        create: Create,
    }

    fn made(flags: &[&str]) -> anyhow::Result<Code> {
        let cli = Cli::try_parse_from(["create"].iter().chain(flags))?;
        read(&cli.create, "USD".parse()?)
    }

    #[test]
    fn a_code_is_read_from_its_flags_and_told_in_one_line() {
        let code = made(&[
            "spring",
            "--amount",
            "5",
            "--uses",
            "3",
            "--from",
            "2027-03-01",
            "--until",
            "2027-03-31",
            "--minimum",
            "20",
            "--first-order",
        ]);
        let told = describe(&code.unwrap());
        assert_eq!(
            told,
            "SPRING: $5.00 off each order; 3 uses; from 2027-03-01; until 2027-03-31; orders of \
             $20.00 or more; first orders only"
        );
        let code = made(&["TEN", "--percent", "10", "--product", "a", "--product", "b"]).unwrap();
        assert_eq!(describe(&code), "TEN: 10 % off each eSIM; for a, b");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for flags in [
            &["spring"][..],
            &["spring", "--percent", "0"],
            &["spring", "--percent", "101"],
            &["spring", "--percent", "10", "--amount", "5"],
            &["spring", "--amount", "0"],
            &["spring", "--amount", "5.005"],
            &["spring", "--amount", "-5"],
            &["spring", "--amount", "5 EUR"],
            &["spring", "--percent", "5", "--uses", "0"],
            &["a b", "--percent", "5"],
            &[
                "spring",
                "--percent",
                "5",
                "--from",
                "2027-03-02",
                "--until",
                "2027-03-01",
            ],
        ] {
            assert!(made(flags).is_err(), "{flags:?}");
        }
    }
}
