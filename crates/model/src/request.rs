//! Transport requests and their entries.
