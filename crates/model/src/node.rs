//! Transport nodes.
