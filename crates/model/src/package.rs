//! Integration packages of a tenant: merge at import.
