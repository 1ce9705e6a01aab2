//! What a refusal says, whichever envelope it comes in: of OData, of Cloud Foundry, of token services and of plain APIs.

use serde_json::Value;

/// The most of a body without an envelope that is shown.
const SHOWN: usize = 300;

const PLACES: [&str; 8] = [
    "/error/message/value",
    "/error/message",
    "/errorMessage",
    "/error/description",
    "/error_description",
    "/message",
    "/description",
    "/detail",
];

/// The sentence in an envelope, whole; all of them, where it holds a list.
#[must_use]
pub fn told(body: &str) -> Option<String> {
    let body = body.trim_start_matches('\u{feff}').trim();
    let told = if body.starts_with('<') { of_xml(body) } else { of_json(&serde_json::from_str(body).ok()?) };
    told.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn of_json(body: &Value) -> Option<String> {
    let one = |value: &Value| PLACES.iter().find_map(|place| filled(value.pointer(place)?));
    let list = ["/errors", "/error/details"].iter().find_map(|place| body.pointer(place)?.as_array());
    let all: Vec<String> =
        list.into_iter().flatten().filter_map(|item| one(item).or_else(|| one_of_list(item))).collect();
    match (one(body), all.is_empty()) {
        (None, false) => Some(all.join("; ")),
        (Some(told), false) => {
            let more: Vec<&str> = all.iter().map(String::as_str).filter(|text| !told.contains(text)).collect();
            Some([&[told.as_str()], &more[..]].concat().join("; "))
        }
        (told, true) => told.or_else(|| filled(body.pointer("/error")?)),
    }
}

/// Cloud Foundry has `title` and `code` beside `detail`; others write plain texts.
fn one_of_list(item: &Value) -> Option<String> {
    filled(item).or_else(|| filled(item.get("title")?))
}

fn filled(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// The text of the first element `message`.
fn of_xml(body: &str) -> Option<String> {
    let start = ["<message", "<m:message"].iter().find_map(|tag| body.find(tag))?;
    let rest = &body[start..];
    let rest = &rest[rest.find('>')? + 1..];
    let text = &rest[..rest.find('<')?];
    Some(
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&"),
    )
}

/// What is shown of a refusal: what its envelope says, else its beginning, up to the end of a word.
pub(crate) fn shown(body: &str) -> String {
    if let Some(told) = told(body) {
        return told;
    }
    let mut out = String::new();
    for word in body.split_whitespace() {
        if out.chars().count() + word.chars().count() > SHOWN {
            let cut: String = word.chars().take(if out.is_empty() { SHOWN } else { 0 }).collect();
            return format!("{out}{cut} …").trim_start().to_owned();
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_is_found_in_every_envelope() {
        for (body, expected) in [
            (r#"{"error":{"code":"c","message":{"lang":"en","value":"no"}}}"#, "no"),
            (r#"{"error":{"message":"no"}}"#, "no"),
            (r#"{"errorType":"t","errorMessage":"no"}"#, "no"),
            (r#"{"errorType":"t","message":"no"}"#, "no"),
            (r#"{"error":"x","error_description":"no"}"#, "no"),
            (r#"{"error":"unauthorized"}"#, "unauthorized"),
            (r#"{"description":"no"}"#, "no"),
            (r#"{"errors":[{"code":1,"title":"T","detail":"a"},{"title":"b"}]}"#, "a; b"),
            (r#"{"message":"two things","errors":["a","b"]}"#, "two things; a; b"),
            (r#"{"error":{"message":"two clash","details":[{"message":"x"},{"message":"y"}]}}"#, "two clash; x; y"),
            ("\u{feff}{\"message\":\"no\"}", "no"),
            ("<?xml version='1.0'?><error><code/><message xml:lang=\"en\">a &lt; b</message></error>", "a < b"),
        ] {
            assert_eq!(told(body).as_deref(), Some(expected), "{body}");
        }
        for body in ["", "<html>", "{}", "[]", "7", "{\"error\":{}}", "{\"message\":\" \"}", "plain"] {
            assert_eq!(told(body), None, "{body}");
        }
    }

    #[test]
    fn nothing_is_cut_in_the_middle_of_a_word() {
        let long = "word ".repeat(200);
        let shown = shown(&long);
        assert!(shown.ends_with("word …") && shown.chars().count() <= SHOWN + 2, "{shown}");
        let whole = format!("{{\"error\":{{\"message\":\"{}\"}}}}", long.trim());
        assert_eq!(super::shown(&whole), long.trim(), "what an envelope says is shown whole");
        assert_eq!(super::shown(" a \n b "), "a b");
    }
}
