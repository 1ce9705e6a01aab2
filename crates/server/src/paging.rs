//! How large a page the client wants: `Prefer: odata.maxpagesize=50`.

use http::{HeaderMap, HeaderName};

/// The header that says which preference was followed.
pub(crate) const APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// How many rows are on a page: as many as the client prefers, at most `largest`.
pub(crate) fn size(headers: &HeaderMap, largest: usize) -> usize {
    let all = headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok());
    let preferences = all.flat_map(|line| line.split([',', ';'])).filter_map(|one| one.trim().split_once('='));
    let wanted = preferences
        .filter(|(name, _)| matches!(name.trim().to_ascii_lowercase().as_str(), "odata.maxpagesize" | "maxpagesize"))
        .find_map(|(_, size)| size.trim().trim_matches('"').parse::<usize>().ok());
    wanted.filter(|size| *size > 0).map_or(largest, |size| size.min(largest))
}

/// What [`APPLIED`] says.
pub(crate) fn applied(size: usize) -> String {
    format!("odata.maxpagesize={size}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_may_have_smaller_pages_and_never_larger_ones() {
        for (given, wanted) in [
            ("odata.maxpagesize=5", 5),
            ("return=minimal, odata.maxpagesize=\"7\"", 7),
            ("maxpagesize=500", 100),
            ("odata.maxpagesize=0", 100),
            ("odata.maxpagesize=x", 100),
            ("respond-async", 100),
        ] {
            let headers = HeaderMap::from_iter([(HeaderName::from_static("prefer"), given.parse().unwrap())]);
            assert_eq!(size(&headers, 100), wanted, "{given}");
        }
    }
}
