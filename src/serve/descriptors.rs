//! How many files and connections this process may hold: the soft limit is raised as far as it
//! goes. It decides nothing else.

use nix::sys::resource::{Resource, getrlimit, setrlimit};

/// More than any shop needs; some systems set no limit at all, and every descriptor costs memory.
const ENOUGH: u64 = 65_536;
/// What most systems give a process that asks for nothing.
const USUAL: u64 = 1_024;

/// Raises the soft limit of open descriptors towards the hard one. What holds then.
#[must_use]
pub fn raise() -> u64 {
    let Ok((soft, hard)) = getrlimit(Resource::RLIMIT_NOFILE) else {
        return USUAL;
    };
    let wanted = hard.min(ENOUGH);
    if wanted <= soft {
        return soft;
    }
    match setrlimit(Resource::RLIMIT_NOFILE, wanted, hard) {
        Ok(()) => wanted,
        Err(error) => {
            tracing::warn!(error.message = %error, "the limit of open descriptors stays at {soft}");
            soft
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_raised_stays_raised() {
        let now = raise();
        assert!(now > 0);
        assert_eq!(raise(), now);
        assert_eq!(getrlimit(Resource::RLIMIT_NOFILE).unwrap().0, now);
    }
}
