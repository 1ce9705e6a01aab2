//! JSON as files have it: with or without a mark of its encoding, and nested within bounds (the parser's own, 128).

use serde_json::Value;

/// Reads one value.
///
/// # Errors
/// Says where it is no JSON; the sentence repeats nothing of the text.
pub fn read(bytes: &[u8]) -> Result<Value, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}
