//! A PostgreSQL for tests.

/// The address of a fresh, empty database.
#[must_use]
pub fn postgres_url() -> Option<String> {
    None
}
