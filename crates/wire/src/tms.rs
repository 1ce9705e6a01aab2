//! Transport management (CTMS v2).
