//! STORIES THAT CROSS ROOMS: what a press, a payment or a job sets in motion, told from beginning to end.

pub mod notice;
pub mod sign_in;
