//! Deploy service: SLP (XML).
