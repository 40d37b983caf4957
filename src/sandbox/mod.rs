//! The outside world in miniature, over real HTTP on loopback. Uses nothing of the shop's own rooms: everything here is
//! written from the partners' documents, so that a misspelt field cannot agree with itself.

pub mod postgres;
