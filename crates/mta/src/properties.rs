//! Java properties, as `parameters.prop` and `metainfo.prop` have them: order is kept, the last of equal keys counts.

/// Keys and values in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Properties(Vec<(String, String)>);

impl Properties {
    /// Never fails: what Java would refuse (a broken `\u` escape) is taken literally. Bytes that are no UTF-8 are
    /// Latin-1.
    pub fn read(bytes: &[u8]) -> Self {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().copied().map(char::from).collect(),
        };
        let mut properties = Properties::default();
        for line in logical_lines(&text) {
            let (key, value) = split(&line);
            properties.set(&unescape(key), unescape(value));
        }
        properties
    }

    /// ASCII with LF, escaped as Java does; `comment` becomes the first line.
    pub fn write(&self, comment: &str) -> Vec<u8> {
        let mut out = String::new();
        for line in comment.lines() {
            out.push('#');
            escape(&mut out, line, |_, _| false);
            out.push('\n');
        }
        for (key, value) in &self.0 {
            escape(&mut out, key, |_, c| matches!(c, ' ' | ':' | '=' | '#' | '!'));
            out.push('=');
            escape(&mut out, value, |at, c| matches!(c, ':' | '=' | '#' | '!') || (at == 0 && c == ' '));
            out.push('\n');
        }
        out.into_bytes()
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Changes the value in its place, or adds the key at the end.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        let value = value.into();
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some((_, present)) => *present = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

/// Lines without comments, with continuations joined and leading blanks gone.
fn logical_lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open: Option<String> = None;
    // CR LF is one line end: the LF of it must not end a line that goes on.
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let line = line.trim_start_matches([' ', '\t', '\u{c}']);
        if open.is_none() && (line.is_empty() || line.starts_with(['#', '!'])) {
            continue;
        }
        let mut logical = open.take().unwrap_or_default();
        let continues = line.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        logical.push_str(if continues { &line[..line.len() - 1] } else { line });
        // As long as nothing was on it, a line that goes on has not begun.
        if continues && !logical.is_empty() {
            open = Some(logical);
        } else if !logical.is_empty() {
            lines.push(logical);
        }
    }
    lines.extend(open);
    lines
}

/// The key ends at the first `=`, `:` or blank that is not escaped.
fn split(line: &str) -> (&str, &str) {
    let mut escaped = false;
    let end = line.find(|c| {
        let ends = !escaped && matches!(c, '=' | ':' | ' ' | '\t' | '\u{c}');
        escaped = !escaped && c == '\\';
        ends
    });
    let (key, rest) = line.split_at(end.unwrap_or(line.len()));
    let blanks = [' ', '\t', '\u{c}'];
    let rest = rest.trim_start_matches(blanks);
    let value = rest.strip_prefix(['=', ':']).unwrap_or(rest);
    (key, value.trim_start_matches(blanks))
}

fn unescape(text: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let c = if c == '\\' {
            rest.next().unwrap_or('\\')
        } else {
            push(&mut units, c);
            continue;
        };
        match c {
            't' => push(&mut units, '\t'),
            'n' => push(&mut units, '\n'),
            'r' => push(&mut units, '\r'),
            'f' => push(&mut units, '\u{c}'),
            'u' => match code_unit(rest.as_str()) {
                Some(unit) => {
                    units.push(unit);
                    rest.nth(3);
                }
                None => push(&mut units, 'u'),
            },
            other => push(&mut units, other),
        }
    }
    String::from_utf16_lossy(&units)
}

fn push(units: &mut Vec<u16>, c: char) {
    units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
}

fn code_unit(text: &str) -> Option<u16> {
    let digits = text.get(..4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

fn escape(out: &mut String, text: &str, special: impl Fn(usize, char) -> bool) {
    for (at, c) in text.chars().enumerate() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\u{c}' => out.push_str("\\f"),
            c if special(at, c) => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04X}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_java_reads() {
        let text = "#Wed Aug 28\n\n! more\nAMQP_Host=a:b\nmy\\ key\\:x = v w \nlong=one\\\n   two\\\\\n colon : c\nblank v\nalone\ne=\\u20AC\\uD83D\\uDE00\\t\nbad=\\u12";
        let properties = Properties::read(text.as_bytes());
        let expected = [
            ("AMQP_Host", "a:b"),
            ("my key:x", "v w "),
            ("long", "onetwo\\"),
            ("colon", "c"),
            ("blank", "v"),
            ("alone", ""),
            ("e", "\u{20ac}\u{1f600}\t"),
            ("bad", "u12"),
        ];
        assert_eq!(properties.iter().collect::<Vec<_>>(), expected);
        assert_eq!(Properties::read(b"a=\xe4").get("a"), Some("\u{e4}"));
    }

    /// What `java.util.Properties` makes of each.
    #[test]
    fn odd_but_legal_texts() {
        let cases: [(&str, &[(&str, &str)]); 18] = [
            ("a=1\r\nb=2\r\n", &[("a", "1"), ("b", "2")]),
            ("a=1\rb=2", &[("a", "1"), ("b", "2")]),
            ("long=one,\\\r\n    two\r\nnext=3\r\n", &[("long", "one,two"), ("next", "3")]),
            ("long=one,\\\r  two", &[("long", "one,two")]),
            ("long=one\\\n\nnext=3", &[("long", "one"), ("next", "3")]),
            ("long=one\\\r\n\r\nnext=3", &[("long", "one"), ("next", "3")]),
            ("long=a\\\n#b\n", &[("long", "a#b")]),
            ("#c \\\na=1", &[("a", "1")]),
            ("!c\n  # d\n\t\u{c}a=1", &[("a", "1")]),
            ("a 1\nb:2\nc = 3\nd\t:\t4\ne==5", &[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"), ("e", "=5")]),
            ("a\\ b\\=c\\:d=1", &[("a b=c:d", "1")]),
            ("\u{feff}a=1", &[("a", "1")]),
            ("a=\\u00e4\\u20AC\\uD83D\\uDE00", &[("a", "\u{e4}\u{20ac}\u{1f600}")]),
            ("a=\\t\\n\\r\\f\\q\\\\", &[("a", "\t\n\r\u{c}q\\")]),
            ("a=1\na=2", &[("a", "2")]),
            ("a=1\\", &[("a", "1")]),
            ("\\\na=1", &[("a", "1")]),
            ("=v\n\n\n", &[("", "v")]),
        ];
        for (text, expected) in cases {
            assert_eq!(Properties::read(text.as_bytes()).iter().collect::<Vec<_>>(), expected, "{text:?}");
        }
    }

    #[test]
    fn writes_what_java_writes() {
        let mut properties = Properties::default();
        properties.set("my key:", " a=b\\ \u{20ac}");
        properties.set("k", "old");
        properties.set("k", "");
        assert_eq!(properties.write("x"), b"#x\nmy\\ key\\:=\\ a\\=b\\\\ \\u20AC\nk=\n");
    }
}
