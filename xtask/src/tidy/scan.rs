//! A view of Rust source that is good enough for rules about it: which bytes are code, comment or string, which lines
//! belong to tests, and where a pair of brackets ends. It is no parser and wants code that compiles.

use std::ops::Range;

pub struct Source<'a> {
    pub path: &'a str,
    pub text: &'a str,
    /// The text with every comment and literal blanked; offsets and lines stay the same.
    pub code: String,
    pub comments: Vec<Range<usize>>,
    /// Where the strings are, quotes included.
    pub strings: Vec<Range<usize>>,
    tests: Vec<Range<usize>>,
}

impl<'a> Source<'a> {
    pub fn new(path: &'a str, text: &'a str) -> Self {
        let mut source =
            Self { path, text, code: String::new(), comments: Vec::new(), strings: Vec::new(), tests: Vec::new() };
        source.blank();
        source.tests = source.test_items();
        source
    }

    fn blank(&mut self) {
        let bytes = self.text.as_bytes();
        let mut code = bytes.to_vec();
        let mut at = 0;
        while at < bytes.len() {
            let (kind, end) = piece(bytes, at);
            match kind {
                Piece::Code => {}
                Piece::Comment => self.comments.push(at..end),
                Piece::String => self.strings.push(at..end),
                Piece::Char => {}
            }
            if kind != Piece::Code {
                code[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
            }
            at = end;
        }
        self.code = String::from_utf8_lossy(&code).into_owned();
    }

    /// Items under `#[cfg(test)]` and its longer forms.
    fn test_items(&self) -> Vec<Range<usize>> {
        let marks = ["#[cfg(test", "#[cfg(all(test", "#[cfg(any(test"];
        let starts = marks.iter().flat_map(|mark| self.code.match_indices(mark).map(|(at, _)| at));
        starts.map(|start| start..self.item_end(start)).collect()
    }

    /// The end of the item whose attribute starts at `at`: its closing brace, or a semicolon if it has no body.
    fn item_end(&self, at: usize) -> usize {
        let bytes = self.code.as_bytes();
        let mut at = at;
        while at < bytes.len() {
            match bytes[at] {
                b'(' | b'[' => at = self.closing(at),
                b'{' => return self.closing(at),
                b';' => return at,
                _ => {}
            }
            at += 1;
        }
        bytes.len()
    }

    /// The offset of the bracket that closes the one at `open`.
    pub fn closing(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for (offset, byte) in self.code.bytes().enumerate().skip(open) {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                _ => continue,
            }
            if depth == 0 {
                return offset;
            }
        }
        self.code.len().saturating_sub(1)
    }

    /// Lines are counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
    }

    /// Whether this place only runs in tests. The test kit counts as such: nothing else may use it.
    pub fn is_test(&self, offset: usize) -> bool {
        self.is_test_file() || self.in_crate("testkit") || self.tests.iter().any(|range| range.contains(&offset))
    }

    fn is_test_file(&self) -> bool {
        let tests = |part: &str| matches!(part, "tests" | "benches" | "tests.rs") || part.ends_with("_tests.rs");
        self.path.split('/').any(tests)
    }

    pub fn in_crate(&self, name: &str) -> bool {
        self.path.strip_prefix("crates/").and_then(|rest| rest.split('/').next()) == Some(name)
    }

    /// The content of a string, without its quotes.
    pub fn content(&self, string: &Range<usize>) -> &str {
        self.text[string.clone()].trim_matches(['r', '#', '"'])
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Code,
    Comment,
    String,
    Char,
}

/// What starts at `at`, and where it ends.
fn piece(bytes: &[u8], at: usize) -> (Piece, usize) {
    let rest = &bytes[at..];
    let (kind, length) = match rest {
        [b'/', b'/', ..] => (Piece::Comment, position(rest, b"\n").unwrap_or(rest.len())),
        [b'/', b'*', ..] => (Piece::Comment, block_comment(rest)),
        [b'"', ..] => (Piece::String, quoted(rest, b'"')),
        [b'r', b'"' | b'#', ..] => raw_string(rest).map_or((Piece::Code, 1), |length| (Piece::String, length)),
        [b'\'', ..] => char_literal(rest).map_or((Piece::Code, 1), |length| (Piece::Char, length)),
        _ => (Piece::Code, 1),
    };
    (kind, at + length)
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Block comments nest.
fn block_comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => depth += 1,
            [b'*', b'/', ..] => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `r"…"` and `r#"…"#`; None for a raw identifier.
fn raw_string(rest: &[u8]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
    let body = 1 + hashes + 1;
    if rest.get(body - 1) != Some(&b'"') {
        return None;
    }
    let end = [b"\"", "#".repeat(hashes).as_bytes()].concat();
    Some(position(&rest[body..], &end).map_or(rest.len(), |at| body + at + end.len()))
}

/// None for a lifetime or a loop label.
fn char_literal(rest: &[u8]) -> Option<usize> {
    if rest.get(1) == Some(&b'\\') {
        return Some(quoted(rest, b'\''));
    }
    let text = std::str::from_utf8(&rest[1..rest.len().min(6)]);
    let text = text.unwrap_or_else(|error| std::str::from_utf8(&rest[1..=error.valid_up_to()]).unwrap_or_default());
    let width = text.chars().next()?.len_utf8();
    (rest.get(1 + width) == Some(&b'\'')).then_some(width + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        Source::new("crates/model/src/x.rs", text).code
    }

    #[test]
    fn comments_and_strings_are_no_code() {
        assert_eq!(code("a // {\nb"), "a     \nb");
        assert_eq!(code("a /* { /* } */ */ b"), "a                 b");
        assert_eq!(code(r#"f("}\"{", x)"#), "f(      , x)");
        assert_eq!(code("f(r#\"a \" {\"#, r\"}\")"), "f(          ,     )");
    }

    #[test]
    fn lifetimes_are_code_and_chars_are_not() {
        assert_eq!(code("fn f<'a>(x: &'a str)"), "fn f<'a>(x: &'a str)");
        assert_eq!(code(r"['{', '\'', 'ä', b'}']"), r"[   ,     ,     , b   ]");
        assert_eq!(code("r#type + for_r"), "r#type + for_r");
    }

    #[test]
    fn strings_are_kept_with_their_place() {
        let source = Source::new("x.rs", "\n f(\"one\", r#\"two\"#)");
        let contents: Vec<&str> = source.strings.iter().map(|range| source.content(range)).collect();
        assert_eq!(contents, ["one", "two"]);
        assert_eq!(source.line(source.strings[0].start), 2);
    }

    #[test]
    fn test_modules_are_known() {
        let text =
            "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n#[cfg(test)]\nmod more;\nfn d() {}\n";
        let source = Source::new("crates/model/src/x.rs", text);
        let tested = |name: &str| source.is_test(text.find(name).unwrap());
        assert_eq!([tested("a()"), tested("b()"), tested("c()"), tested("d()")], [false, true, false, false]);
    }

    #[test]
    fn test_folders_and_the_test_kit_are_tests() {
        assert!(Source::new("crates/app/tests/it/main.rs", "").is_test(0));
        assert!(Source::new("crates/testkit/src/lib.rs", "").is_test(0));
        assert!(Source::new("crates/model/src/import/tests.rs", "").is_test(0));
        assert!(!Source::new("xtask/src/test.rs", "").is_test(0));
    }
}
