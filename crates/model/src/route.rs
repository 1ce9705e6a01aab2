//! Transport routes: a forest, no cycles.
