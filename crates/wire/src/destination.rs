//! Destination service.
