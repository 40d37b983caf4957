//! The yardstick of everything that must be on disk: small inserts, each committed, by as many
//! connections as there are clients.

use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::process::database;
use crate::{Bench, CLIENTS, SAMPLE};

/// Connections to a table that means nothing, on the run's server.
pub struct Commits(sqlx::PgPool);

impl Commits {
    pub async fn prepare(bench: &Bench, name: &'static str) -> anyhow::Result<Self> {
        let url = database(bench, name).await?;
        let connections = u32::try_from(CLIENTS)?;
        let pool = sqlx::postgres::PgPoolOptions::new()
            .min_connections(connections)
            .max_connections(connections)
            .connect(&url)
            .await?;
        sqlx::raw_sql(
            "create table facts (id bigint generated always as identity primary key,
             fact text not null)",
        )
        .execute(&pool)
        .await?;
        Ok(Self(pool))
    }

    /// Commits in a second, over one sample.
    pub async fn sample(&self) -> anyhow::Result<f64> {
        let mut connections = Vec::new();
        for _ in 0..CLIENTS {
            connections.push(self.0.acquire().await?);
        }
        let began = Instant::now();
        let mut clients = JoinSet::new();
        for mut connection in connections {
            clients.spawn(async move {
                let mut done = 0_u32;
                while began.elapsed() < SAMPLE {
                    let insert = sqlx::query("insert into facts (fact) values ($1)")
                        .bind("a small fact, to be kept");
                    insert.execute(&mut *connection).await?;
                    done += 1;
                }
                Ok::<u32, sqlx::Error>(done)
            });
        }
        let mut done = 0;
        while let Some(ended) = clients.join_next().await {
            done += ended??;
        }
        Ok(f64::from(done) / began.elapsed().as_secs_f64())
    }
}
