//! Our own management API.
