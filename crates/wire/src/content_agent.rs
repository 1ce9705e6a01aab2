//! Content Agent.
