//! What may be done with an object, as it goes along with it.

use engine::caller;
use std::collections::BTreeMap;
use wire::ropeway::transport::Allowed;

/// By its name, with the reason where it may not.
pub(super) fn told(can: caller::Can) -> BTreeMap<String, Allowed> {
    let one = |(what, outcome): (&str, Result<(), String>)| {
        (what.to_owned(), Allowed { allowed: outcome.is_ok(), reason: outcome.err() })
    };
    can.into_iter().map(one).collect()
}
