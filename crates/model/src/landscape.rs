//! Linear landscapes, checked with the reason when not.
