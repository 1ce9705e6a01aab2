//! The outbound client against a small server of our own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod allow;
mod calls;
mod namespace;
mod sessions;
mod tls;
mod tokens;
