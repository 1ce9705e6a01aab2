//! Descriptions are rich text from strangers: only harmless elements and attributes are kept.

const ELEMENTS: [&str; 36] = [
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "div",
    "em",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];
const ATTRIBUTES: [&str; 9] = ["href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "class"];
/// Elements whose content goes, too.
const SILENCED: [&str; 4] = ["script", "style", "iframe", "object"];

/// The text with everything taken out that could run.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let Some(end) = end_of_tag(&rest[start..]) else {
            out.push_str("&lt;");
            rest = &rest[start + 1..];
            continue;
        };
        let tag = &rest[start + 1..start + end];
        rest = &rest[start + end + 1..];
        match silenced(tag) {
            Some(name) => rest = after_closing(rest, name),
            None => keep(&mut out, tag),
        }
    }
    out.push_str(rest);
    out
}

/// Where the tag that begins here ends, quotes observed. Only what looks like a tag is one.
fn end_of_tag(text: &str) -> Option<usize> {
    let first = text.as_bytes().get(1)?;
    if !(first.is_ascii_alphabetic() || matches!(first, b'/' | b'!' | b'?')) {
        return None;
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn name_of(tag: &str) -> String {
    let name = tag.trim_start_matches('/');
    name.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn silenced(tag: &str) -> Option<&'static str> {
    let name = name_of(tag);
    SILENCED.into_iter().find(|known| *known == name && !tag.starts_with('/'))
}

fn after_closing<'a>(rest: &'a str, name: &str) -> &'a str {
    let lower = rest.to_ascii_lowercase();
    let Some(close) = lower.find(&format!("</{name}")) else { return "" };
    rest[close..].find('>').map_or("", |end| &rest[close + end + 1..])
}

fn keep(out: &mut String, tag: &str) {
    let name = name_of(tag);
    if !ELEMENTS.contains(&name.as_str()) {
        return;
    }
    if tag.starts_with('/') {
        out.push_str(&format!("</{name}>"));
        return;
    }
    out.push_str(&format!("<{name}"));
    for (attribute, value) in attributes(&tag[name.len()..]) {
        if ATTRIBUTES.contains(&attribute.as_str()) && is_harmless(&attribute, &value) {
            out.push_str(&format!(" {attribute}=\"{}\"", value.replace('"', "&quot;").replace('<', "&lt;")));
        }
    }
    out.push_str(if tag.ends_with('/') { "/>" } else { ">" });
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        if end == 0 {
            return all;
        }
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(given) = rest.strip_prefix('=') else {
            all.push((name, String::new()));
            continue;
        };
        let (value, left) = value_of(given.trim_start());
        all.push((name, value.to_owned()));
        rest = left;
    }
}

fn value_of(text: &str) -> (&str, &str) {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        return text[1..].split_once(quote).unwrap_or((&text[1..], ""));
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Links lead to the web, to mail, or stay on this server. Anything encoded in the scheme is not harmless.
fn is_harmless(attribute: &str, value: &str) -> bool {
    if !matches!(attribute, "href" | "src") {
        return true;
    }
    let lower = value.trim().to_ascii_lowercase();
    let absolute = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    absolute || (lower.starts_with('/') && !lower.starts_with("//")) || lower.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_people_write_stays() {
        for text in [
            "plain text",
            "<p>Pricing <strong>iFlows</strong> &amp; more</p>",
            "<img src=\"/ui/imageServiceAPI/v1/getImage?imageId=0b5e1c9e-2f40-4a53-9a0e-000000000001\">",
            "<a href=\"https://x.example/?a=1&amp;b=2\">x</a>",
            "<br/>",
        ] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn what_could_run_goes() {
        for (text, cleaned) in [
            ("a<script>alert(1)</script>b", "ab"),
            ("<SCRIPT src=x>", ""),
            ("<p onclick=\"x()\" class='c'>t</p>", "<p class=\"c\">t</p>"),
            ("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>"),
            ("<a href=\"&#106;avascript:alert(1)\">x</a>", "<a>x</a>"),
            ("<a href=//evil.example>x</a>", "<a>x</a>"),
            ("<img src=x onerror=alert(1)>", "<img>"),
            ("<img alt=\"a>b\" src=\"data:text/html,x\">", "<img alt=\"a>b\">"),
            ("<svg><g onload=x></svg>", ""),
            ("<!-- c -->t", "t"),
            ("<iframe src=x>inside</iframe>after", "after"),
        ] {
            assert_eq!(clean(text), cleaned);
        }
    }

    #[test]
    fn what_only_looks_like_a_tag_is_text() {
        assert_eq!(clean("1 < 2 and 3 > 2"), "1 &lt; 2 and 3 > 2");
        assert_eq!(clean("<b"), "&lt;b");
        assert_eq!(clean("a <img src='x"), "a &lt;img src='x");
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        let text = "<p a='\"'>1 < 2<img src=x><a href='/a\"b'>q</a>";
        assert_eq!(clean(&clean(text)), clean(text));
    }
}
