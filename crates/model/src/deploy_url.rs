//! The URL forms of the deploy service.
