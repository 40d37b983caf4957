//! The figures that were promised, each beside what was measured: a table at the end of a run.

use std::sync::{Mutex, PoisonError};

/// What has been measured so far.
#[derive(Debug, Default)]
pub struct Table(Mutex<Vec<[String; 4]>>);

impl Table {
    /// A figure with its aim, and whether it is met.
    pub fn row(&self, point: &str, aim: &str, measured: String, holds: bool) {
        let word = if holds { "holds" } else { "DOES NOT HOLD" };
        let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rows.push([point.to_owned(), aim.to_owned(), measured, word.to_owned()]);
    }

    /// The same of seconds that must not be more.
    pub fn at_most(&self, point: &str, aim: f64, measured: f64) {
        self.row(
            point,
            &format!("≤ {aim} s"),
            format!("{measured:.3} s"),
            measured <= aim,
        );
    }

    /// All of it, in columns.
    pub fn print(&self) {
        let rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let width = |column: usize| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        };
        let (first, second, third) = (width(0), width(1), width(2));
        println!("POINT · AIM · MEASURED");
        for [point, aim, measured, word] in rows.iter() {
            println!("  {point:first$}  {aim:second$}  {measured:third$}  {word}");
        }
    }
}
