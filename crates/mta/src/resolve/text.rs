//! The marks in a text: where they begin, where they end, and the backslash before one that is meant as it stands.

use serde_json::Value;

/// What begins with `$` is a parameter's name, what begins with `~` a property's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Placeholder,
    Reference,
}

impl Sign {
    pub(super) fn marked(self, name: &str) -> String {
        match self {
            Sign::Placeholder => format!("${{{name}}}"),
            Sign::Reference => format!("~{{{name}}}"),
        }
    }

    fn opening(self) -> &'static str {
        match self {
            Sign::Placeholder => "${",
            Sign::Reference => "~{",
        }
    }
}

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// Takes a text apart. An escaped mark, and one that does not end on its line, is text.
pub(super) fn parts(text: &str, sign: Sign) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = text[at..].find(sign.opening()) {
        let start = at + found;
        at = start + sign.opening().len();
        let Some(name) = name(&text[at..]).filter(|_| !text[..start].ends_with('\\')) else { continue };
        if from < start {
            parts.push(Part::Text(&text[from..start]));
        }
        parts.push(Part::Name(name));
        at += name.len() + 1;
        from = at;
    }
    if from < text.len() {
        parts.push(Part::Text(&text[from..]));
    }
    parts
}

/// The name at the start of what follows an opening: at least one character, up to the next brace on the same line.
fn name(rest: &str) -> Option<&str> {
    let first = rest.chars().next()?.len_utf8();
    let end = first + rest[first..].find('}')?;
    let name = &rest[..end];
    (!name.contains(['\n', '\r'])).then_some(name)
}

/// Where a mark begins at this place, whatever stands before it.
fn is_mark(rest: &str) -> bool {
    [Sign::Placeholder, Sign::Reference]
        .iter()
        .any(|sign| rest.strip_prefix(sign.opening()).is_some_and(|rest| name(rest).is_some()))
}

/// Writes a text so that it is read back as it stands, for descriptors that carry foreign texts.
pub fn escape(value: &Value) -> Value {
    each_text(value, &|text| {
        let mut out = String::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            if is_mark(&text[at..]) {
                out.push('\\');
            }
            out.push(c);
        }
        out
    })
}

pub(super) fn unescape_all(value: &mut Value) {
    *value = each_text(value, &unescape);
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c != '\\' || !is_mark(&text[at + 1..]) {
            out.push(c);
        }
    }
    out
}

fn each_text(value: &Value, change: &impl Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(text)),
        Value::Array(items) => items.iter().map(|item| each_text(item, change)).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), each_text(value, change))).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_are_found_as_the_original_finds_them() {
        use Part::{Name, Text};
        let cases: [(&str, Vec<Part<'_>>); 9] = [
            ("", vec![]),
            ("plain $ { }", vec![Text("plain $ { }")]),
            ("${a}", vec![Name("a")]),
            ("x${a}${b/0/c}y", vec![Text("x"), Name("a"), Name("b/0/c"), Text("y")]),
            ("\\${a}${b}", vec![Text("\\${a}"), Name("b")]),
            ("${a", vec![Text("${a")]),
            ("${a\nb}", vec![Text("${a\nb}")]),
            ("${}", vec![Text("${}")]),
            ("~{a}${\u{e4}}", vec![Text("~{a}"), Name("\u{e4}")]),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text, Sign::Placeholder), expected, "{text}");
        }
        assert_eq!(parts("~{d/a}", Sign::Reference), [Name("d/a")]);
    }

    proptest! {
        /// Whatever a text holds, it is not read as a mark once it is escaped, and comes back as it was.
        #[test]
        fn an_escaped_text_means_itself(text in "[a$~{}\\\\/\\n]{0,24}") {
            let Value::String(escaped) = escape(&Value::from(text.as_str())) else { panic!("a text stays one") };
            for sign in [Sign::Placeholder, Sign::Reference] {
                prop_assert!(parts(&escaped, sign).iter().all(|part| matches!(part, Part::Text(_))), "{}", escaped);
            }
            prop_assert_eq!(unescape(&escaped), text);
        }
    }
}
