//! A written trip as places, dates and breaks, in order. Knows no place.

use crate::trip::dates::{When, when};
use crate::trip::tokens::{Piece, Token};
use crate::trip::words::{Meaning, means};

pub(super) enum TripItem {
    /// Where it stands, and whether an “and” is before it.
    Place {
        from: usize,
        to: usize,
        joined: bool,
    },
    When {
        when: When,
        from: usize,
        to: usize,
    },
    Break,
}

pub(super) fn split_items(pieces: &[Piece]) -> Vec<TripItem> {
    let mut splitter = ItemSplitter {
        pieces,
        name: Vec::new(),
        joined: false,
        items: Vec::new(),
    };
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at = match splitter.take_date(piece, at) {
            Some(after) => after,
            None => {
                splitter.take_piece(piece, at);
                at + 1
            }
        };
    }
    splitter.end_name();
    splitter.items
}

struct ItemSplitter<'a> {
    pieces: &'a [Piece],
    /// The pieces of the name that has begun.
    name: Vec<usize>,
    joined: bool,
    items: Vec<TripItem>,
}

impl ItemSplitter<'_> {
    fn means(&self, at: usize, meaning: Meaning) -> bool {
        matches!(
            self.pieces.get(at).map(|piece| &piece.token),
            Some(Token::Word(word)) if means(word, meaning)
        )
    }

    fn end_name(&mut self) {
        let ends = self
            .name
            .first()
            .and_then(|at| self.pieces.get(*at))
            .zip(self.name.last().and_then(|at| self.pieces.get(*at)));
        if let Some((first, last)) = ends {
            self.items.push(TripItem::Place {
                from: first.from,
                to: last.to,
                joined: self.joined,
            });
            self.joined = false;
        }
        self.name.clear();
    }

    /// A date or a length of stay that begins here, with the words that lead to it and follow it;
    /// where it ends.
    fn take_date(&mut self, piece: &Piece, at: usize) -> Option<usize> {
        let (when, mut after) = when(self.pieces, at)?;
        while self
            .name
            .last()
            .is_some_and(|last| self.means(*last, Meaning::Lead))
        {
            self.name.pop();
        }
        self.end_name();
        let to = self
            .pieces
            .get(after.saturating_sub(1))
            .map_or(piece.to, |last| last.to);
        self.items.push(TripItem::When {
            when,
            from: piece.from,
            to,
        });
        while self.means(after, Meaning::Tail) {
            after += 1;
        }
        self.joined = false;
        Some(after)
    }

    fn take_piece(&mut self, piece: &Piece, at: usize) {
        match &piece.token {
            Token::Word(word) if means(word, Meaning::Join) => {
                self.end_name();
                self.joined = true;
            }
            Token::Word(_) | Token::Number(..) => self.name.push(at),
            Token::Dot => {}
            Token::Dash | Token::Loose => self.end_name(),
            Token::Comma | Token::Slash | Token::Break => {
                self.end_name();
                self.items.push(TripItem::Break);
                self.joined = false;
            }
        }
    }
}
