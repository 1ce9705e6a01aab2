//! `Content-Disposition`: what a part of a form is called, and its file. One reader for every form that is taken.
//!
//! The name of a file is written in several ways: in quotes with `\` before quotes (RFC 7578), with `%22` for a quote
//! (browsers), as `filename*` with its encoding (RFC 5987, 8187; RFC 6266 for both at once, where `filename*` wins),
//! and in plain UTF-8 or ISO-8859-1.

use http::{HeaderMap, header};
use percent_encoding::percent_decode;

/// What a part says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Disposition {
    /// The name of the field.
    pub(crate) name: Option<String>,
    /// The name of the file, as it was given.
    pub(crate) file_name: Option<String>,
}

impl Disposition {
    /// Of a part, by its headers.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        headers.get(header::CONTENT_DISPOSITION).map(|value| Self::parse(value.as_bytes())).unwrap_or_default()
    }

    fn parse(value: &[u8]) -> Self {
        let text = decoded(value);
        let mut parameters = Vec::new();
        let mut rest = text.split_once(';').map_or("", |(_, rest)| rest);
        while let Some((name, after)) = rest.split_once('=') {
            let (value, after) = value_of(after.trim_start());
            // What stands before the name without a value of its own is passed over.
            let name = name.rsplit(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            parameters.push((name, value));
            rest = after;
        }
        let first = |wanted: &str| parameters.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        let named = |plain: &str, extended: &str| {
            let plain = || first(plain).map(|name| name.replace("%22", "\""));
            first(extended).and_then(extended_value).or_else(plain)
        };
        Self { name: named("name", "name*"), file_name: named("filename", "filename*") }
    }
}

/// UTF-8, as nearly everybody writes it; else ISO-8859-1, whose bytes are the first characters of Unicode.
fn decoded(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// A value, in quotes or bare, and what follows it.
fn value_of(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, rest) = text.split_at(text.find(';').unwrap_or(text.len()));
        return (value.trim_end().to_owned(), rest);
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (value, &quoted[at + 1..]),
            // Only these are escaped by anybody; a lone backslash is a folder of Windows.
            '\\' => match chars.next_if(|(_, next)| matches!(next, '"' | '\\')) {
                Some((_, escaped)) => value.push(escaped),
                None => value.push('\\'),
            },
            c => value.push(c),
        }
    }
    (value, "")
}

/// `UTF-8'en'%e2%82%ac%20rates`; none when it has another form, for the plain one is used then.
fn extended_value(text: &str) -> Option<String> {
    let mut parts = text.splitn(3, '\'');
    let (charset, _language, value) = (parts.next()?, parts.next()?, parts.next()?);
    let whole =
        |at: usize| value.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    if value.match_indices('%').any(|(at, _)| !whole(at)) || !value.is_ascii() {
        return None;
    }
    let bytes: Vec<u8> = percent_decode(value.as_bytes()).collect();
    match charset.to_ascii_lowercase().as_str() {
        "utf-8" => String::from_utf8(bytes).ok(),
        "iso-8859-1" => Some(bytes.into_iter().map(char::from).collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    fn file(value: &[u8]) -> Option<String> {
        Disposition::parse(value).file_name
    }

    #[test]
    fn odd_but_legal_names() {
        for (value, wanted) in [
            (&b"form-data; name=\"file\"; filename=\"a.mtar\""[..], "a.mtar"),
            (b"form-data; name=file; filename=a.mtar", "a.mtar"),
            (b"FORM-DATA;NAME=\"file\";FileName=\"a.mtar\"", "a.mtar"),
            (b"form-data; filename=\"a.mtar\"; name=\"file\"", "a.mtar"),
            (b"form-data ; name = \"file\" ; filename = \"a b.mtar\" ", "a b.mtar"),
            (b"form-data; name=\"file\"; filename=\"a;b=c.mtar\"", "a;b=c.mtar"),
            (b"form-data; name=\"file\"; filename=\"a \\\"b\\\".mtar\"", "a \"b\".mtar"),
            (b"form-data; name=\"file\"; filename=\"a %22b%22.mtar\"", "a \"b\".mtar"),
            (b"form-data; name=\"file\"; filename=\"C:\\\\temp\\\\a.mtar\"", "C:\\temp\\a.mtar"),
            (b"form-data; name=\"file\"; filename=\"C:\\temp\\a.mtar\"", "C:\\temp\\a.mtar"),
            (b"form-data; name=\"file\"; filename=\"100%20.mtar\"", "100%20.mtar"),
            (b"form-data; name=\"file\"; filename*=UTF-8''a%20b.mtar", "a b.mtar"),
            (b"form-data; name=\"file\"; filename*=utf-8'en'%e2%82%ac%20rates.mtar", "€ rates.mtar"),
            (b"form-data; name=\"file\"; filename*=iso-8859-1'de'%FCber.mtar", "über.mtar"),
            (b"form-data; name=\"file\"; filename=\"plain.mtar\"; filename*=UTF-8''%C3%BC.mtar", "ü.mtar"),
            (b"form-data; name=\"file\"; filename*=UTF-8''%C3%BC.mtar; filename=\"plain.mtar\"", "ü.mtar"),
            (b"form-data; name=\"file\"; filename=\"plain.mtar\"; filename*=KOI8-R''%C1.mtar", "plain.mtar"),
            (b"form-data; name=\"file\"; filename=\"plain.mtar\"; filename*=UTF-8''%C3.mtar", "plain.mtar"),
            (b"form-data; name=\"file\"; filename=\"plain.mtar\"; filename*=UTF-8''%zz", "plain.mtar"),
            (b"form-data; name=\"file\"; filename=\"plain.mtar\"; filename*=nothing", "plain.mtar"),
            ("form-data; name=\"file\"; filename=\"über.mtar\"".as_bytes(), "über.mtar"),
            (b"form-data; name=\"file\"; filename=\"\xfcber.mtar\"", "über.mtar"),
            (b"form-data; name=\"file\"; filename=\"\"", ""),
        ] {
            let read = Disposition::parse(value);
            assert_eq!(read.file_name.as_deref(), Some(wanted), "{}", String::from_utf8_lossy(value));
            assert_eq!(read.name.as_deref(), Some("file"), "{}", String::from_utf8_lossy(value));
        }
        for none in [&b"form-data; name=\"file\""[..], b"", b"form-data", b"attachment; filename*=KOI8-R''x"] {
            assert_eq!(file(none), None);
        }
        assert_eq!(Disposition::parse(b"form-data; name*=UTF-8''f%C3%BC").name.as_deref(), Some("fü"));
    }

    proptest! {
        /// Every name comes back, in whatever way it is written; and nothing makes the reader fall over.
        #[test]
        fn every_name_comes_back(name in "[^%\\x00-\\x1f\\x7f]{0,30}", noise in proptest::collection::vec(any::<u8>(), 0..60)) {
            let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
            let quoted = format!("form-data; name=\"file\"; filename=\"{escaped}\"; x=y");
            prop_assert_eq!(file(quoted.as_bytes()), Some(name.clone()));
            let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC);
            let both = format!("form-data; filename=\"plain\"; name=\"file\"; filename*=UTF-8''{encoded}");
            prop_assert_eq!(file(both.as_bytes()), Some(name));
            Disposition::parse(&noise);
        }
    }
}
