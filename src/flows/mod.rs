//! STORIES THAT CROSS ROOMS: each file is one, told from beginning to end.

pub mod sync;
