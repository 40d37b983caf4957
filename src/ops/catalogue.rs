//! `migrate` and `sync-catalogue`.

use tokio_util::sync::CancellationToken;

use crate::catalogue::snapshot::Why;
use crate::clock;
use crate::config::Config;
use crate::db::schema;
use crate::flows::sync;
use crate::ops::prices;
use crate::serve;

/// Brings the database up to date.
///
/// # Errors
/// When it does not answer or a migration fails.
pub async fn migrate(config: &Config) -> anyhow::Result<()> {
    let db = schema::connect(&config.database_url, config.database_max_connections).await?;
    schema::migrate(&db).await?;
    println!("the database is up to date");
    Ok(())
}

/// One full sync now.
///
/// # Errors
/// When it was not complete; the shelf stays as it was.
pub async fn sync(config: Config) -> anyhow::Result<()> {
    let app = serve::open(config, &CancellationToken::new()).await?;
    let report = sync::sync_catalogue(&app.db, &app.supplier, clock::now()).await?;
    app.catalogue.refresh(&app.db, clock::now()).await?;
    let shelf = app.catalogue.snapshot();
    println!(
        "{} products in {} pages: {} changed, {} withdrawn, {} unreadable; {} plans are for sale",
        report.products,
        report.pages,
        report.changed,
        report.withdrawn,
        report.skipped,
        shelf.len()
    );
    for finding in prices::findings(&shelf) {
        println!("prices: {finding}");
    }
    for (product, reason) in shelf.refused.iter().filter(|(_, why)| *why == Why::Nowhere) {
        println!("skipped {product}: {reason}");
    }
    if let Some(at) = report.second_look {
        println!(
            "waiting: {} products, until a sync from {} on says the same of them; see ops.alerts",
            report.waiting,
            at.format("%H:%M UTC")
        );
    }
    Ok(())
}
