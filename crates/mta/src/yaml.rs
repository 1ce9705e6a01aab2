//! YAML within a budget, as the original's parser reads it (SnakeYAML, YAML 1.1): one document, no duplicate keys, and
//! aliases that do not blow up. What a scalar without quotes is, [`scalar`] knows.

mod scalar;

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, Tag, options};
use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// The longest document, and the most bytes of text in it once its anchors and aliases are expanded.
const DOCUMENT: usize = 1024 * 1024;
const NODES: usize = 200_000;
const DEPTH: usize = 64;

/// Reads the one document of the text. `document` says in errors which text it is.
pub(crate) fn read(bytes: &[u8], document: &'static str) -> Result<Value> {
    let wrong = |reason: String| Error::Yaml { document, reason };
    if bytes.len() > DOCUMENT {
        return Err(wrong(format!("it has {} bytes, at most {DOCUMENT} are allowed", bytes.len())));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| wrong(format!("it is not UTF-8: {error}")))?;
    Loader::new(text.strip_prefix('\u{feff}').unwrap_or(text)).document().map_err(wrong)
}

type Read<T> = std::result::Result<T, String>;

/// Bytes of text and number of nodes.
#[derive(Clone, Copy, Default)]
struct Cost {
    bytes: usize,
    nodes: usize,
}

/// Builds values from events. An anchor is known once its node is whole, so nothing can hold itself.
struct Loader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    line: usize,
    anchors: HashMap<usize, (Value, Cost)>,
    spent: Cost,
}

impl<'t> Loader<'t> {
    fn new(text: &'t str) -> Self {
        let options = options! { flow_nesting_limit: DEPTH, block_nesting_limit: DEPTH, emit_comments: false };
        let parser = Parser::new_from_str_with_options(text, options);
        Self { parser, line: 1, anchors: HashMap::new(), spent: Cost::default() }
    }

    /// The next event that is part of a document.
    fn next(&mut self) -> Read<Event<'t>> {
        loop {
            let next = self.parser.next_event().unwrap_or(Ok((Event::StreamEnd, Default::default())));
            let (event, span) = next.map_err(|error| error.to_string().trim().replace('\n', " "))?;
            self.line = span.start.line();
            if !matches!(event, Event::StreamStart | Event::DocumentEnd | Event::DocumentStart(..)) {
                return Ok(event);
            }
        }
    }

    fn document(mut self) -> Read<Value> {
        let first = match self.next()? {
            Event::StreamEnd => return Ok(Value::Null),
            event => self.node(event, 0)?,
        };
        match self.next()? {
            Event::StreamEnd => Ok(first),
            _ => Err(self.here("a second document begins; there may be only one")),
        }
    }

    fn here(&self, reason: impl std::fmt::Display) -> String {
        format!("line {}: {reason}", self.line)
    }

    fn spend(&mut self, cost: Cost) -> Read<()> {
        self.spent = Cost { bytes: self.spent.bytes + cost.bytes, nodes: self.spent.nodes + cost.nodes };
        if self.spent.bytes > DOCUMENT || self.spent.nodes > NODES {
            return Err(self.here("its aliases expand to more than 1 MiB"));
        }
        Ok(())
    }

    fn node(&mut self, event: Event<'t>, depth: usize) -> Read<Value> {
        if depth > DEPTH {
            return Err(self.here(format!("it is nested deeper than {DEPTH}")));
        }
        let before = self.spent;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.spend(Cost { bytes: text.len(), nodes: 1 })?;
                (self.scalar(&text, style, tag.as_deref())?, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.no_tag_but("seq", tag.as_deref())?;
                (self.list(depth)?, anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.no_tag_but("map", tag.as_deref())?;
                (self.map(depth)?, anchor)
            }
            Event::Alias(id) => {
                let known = self.anchors.get(&id).map(|(_, cost)| *cost);
                self.spend(known.ok_or_else(|| self.here("an alias stands inside of what it names"))?)?;
                return Ok(self.anchors[&id].0.clone());
            }
            _ => return Err(self.here("it ends too early")),
        };
        if anchor != 0 {
            let Cost { bytes, nodes } = self.spent;
            let cost = Cost { bytes: bytes - before.bytes, nodes: nodes - before.nodes };
            self.spend(cost)?;
            self.anchors.insert(anchor, (value.clone(), cost));
        }
        Ok(value)
    }

    fn list(&mut self, depth: usize) -> Read<Value> {
        self.spend(Cost { bytes: 0, nodes: 1 })?;
        let mut values = Vec::new();
        loop {
            match self.next()? {
                Event::SequenceEnd => return Ok(Value::Array(values)),
                event => values.push(self.node(event, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Read<Value> {
        self.spend(Cost { bytes: 0, nodes: 1 })?;
        let (mut map, mut merged) = (Map::new(), Map::new());
        loop {
            let event = self.next()?;
            if event == Event::MappingEnd {
                break;
            }
            let (key, is_merge) = self.key(event)?;
            let event = self.next()?;
            let value = self.node(event, depth + 1)?;
            if is_merge {
                self.merge(value, &mut merged)?;
            } else if map.insert(key.clone(), value).is_some() {
                return Err(self.here(format!("duplicate key `{key}`")));
            }
        }
        // What stands there wins over what is merged.
        merged.extend(map);
        Ok(Value::Object(merged))
    }

    /// A key as it is written, whatever it looks like, and whether it merges.
    fn key(&mut self, event: Event<'t>) -> Read<(String, bool)> {
        let (text, is_merge) = match event {
            Event::Scalar(text, style, 0, _) => {
                let is_merge = style == ScalarStyle::Plain && text == "<<";
                (text.into_owned(), is_merge)
            }
            Event::Alias(id) => match self.anchors.get(&id) {
                Some((Value::String(text), _)) => (text.clone(), false),
                _ => return Err(self.here("a key must be a text")),
            },
            Event::Scalar(text, _, anchor, _) => {
                let cost = Cost { bytes: text.len(), nodes: 1 };
                self.spend(cost)?;
                self.anchors.insert(anchor, (Value::from(text.as_ref()), cost));
                (text.into_owned(), false)
            }
            _ => return Err(self.here("a key must be a text")),
        };
        self.spend(Cost { bytes: text.len(), nodes: 0 })?;
        Ok((text, is_merge))
    }

    /// Takes a map, or each of a list of maps, in; the first that has a key wins.
    fn merge(&mut self, value: Value, into: &mut Map<String, Value>) -> Read<()> {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    into.entry(key).or_insert(value);
                }
                Ok(())
            }
            Value::Array(maps) if maps.iter().all(Value::is_object) => {
                maps.into_iter().try_for_each(|map| self.merge(map, into))
            }
            _ => Err(self.here("only maps can be merged by `<<`")),
        }
    }

    fn scalar(&self, text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Read<Value> {
        let said = |reason: String| self.here(reason);
        match tag.map(name_of).as_deref() {
            None if style == ScalarStyle::Plain => scalar::plain(text).map_err(said),
            None | Some("!" | "!sensitive" | "str") => Ok(Value::from(text)),
            Some(tag) => scalar::tagged(tag, text).map_err(said),
        }
    }

    fn no_tag_but(&self, allowed: &str, tag: Option<&Tag>) -> Read<()> {
        match tag.map(name_of) {
            Some(tag) if tag != allowed && tag != "!" => Err(self.here(format!("the tag `{tag}` is not known"))),
            _ => Ok(()),
        }
    }
}

/// `str` for `!!str`, `!sensitive` for that.
fn name_of(tag: &Tag) -> String {
    let (handle, suffix) = tag.parts();
    let whole = format!("{handle}{suffix}");
    whole.strip_prefix("tag:yaml.org,2002:").map(str::to_owned).unwrap_or(whole)
}

#[cfg(test)]
mod tests {

    use serde_json::json;

    use super::*;

    fn read_text(text: &str) -> Result<Value> {
        read(text.as_bytes(), "test")
    }

    #[test]
    fn scalars_keep_their_types() {
        let value = read_text("a: 1.0\nb: '1.0'\nc: true\nd:\ne: [1, x]\n80: y\nf: &x {g: h}\ni: *x\n").unwrap();
        let expected = json!({"a": 1.0, "b": "1.0", "c": true, "d": null, "e": [1, "x"], "80": "y",
            "f": {"g": "h"}, "i": {"g": "h"}});
        assert_eq!(value, expected);
    }

    #[test]
    fn words_for_true_and_false_are_those_of_the_original() {
        let value =
            read_text("a: [yes, Yes, ON, true]\nb: [no, NO, Off, false]\nc: ['yes', \"no\", y, n, yEs, noon]\n")
                .unwrap();
        let expected = json!({"a": [true, true, true, true], "b": [false, false, false, false],
            "c": ["yes", "no", "y", "n", "yEs", "noon"]});
        assert_eq!(value, expected);
        assert_eq!(read_text("on: off\nx: |\n  yes\n").unwrap(), json!({"on": false, "x": "yes\n"}));
        assert_eq!(read_text("a: &a on\nb: *a\n").unwrap(), json!({"a": true, "b": true}));
        assert_eq!(read_text("a: [010, 0x1F, 1_000, '010']\n").unwrap(), json!({"a": [8, 31, 1000, "010"]}));
        let odd = read_text("a: [08, 009, -08, 08.5, 8.0, 1e3, 0]\nb: &b 019\nc: *b\n").unwrap();
        assert_eq!(odd, json!({"a": ["08", "009", "-08", 8.5, 8.0, 1000.0, 0], "b": "019", "c": "019"}));
    }

    #[test]
    fn a_mark_of_the_encoding_and_known_tags_are_no_fault() {
        let text =
            "\u{feff}a: !!str 1\r\nb: !sensitive 12:30\r\nc: !!float '1.5'\r\nd: !!map {x: !!seq []}\r\ne: ! on\r\n";
        let expected = json!({"a": "1", "b": "12:30", "c": 1.5, "d": {"x": []}, "e": "on"});
        assert_eq!(read_text(text).unwrap(), expected);
        for unknown in ["a: !colour red\n", "a: !!set {x: }\n", "a: !!int x\n", "a: !colour [red]\n"] {
            assert!(read_text(unknown).is_err(), "{unknown}");
        }
    }

    /// What the original (SnakeYAML 2.6, then Jackson) makes of scalars without quotes.
    #[test]
    fn numbers_to_the_base_of_sixty_and_dates_are_those_of_the_original() {
        for (text, expected) in [
            ("12:30", json!(750)),
            ("-12:30:45", json!(-45045)),
            ("1_0:00", json!(600)),
            ("01:30", json!("01:30")),
            ("12:60", json!("12:60")),
            ("8080:80", json!("8080:80")),
            ("12:30.5", json!(750.5)),
            ("01:30.", json!(90.0)),
            ("0b1010_1010", json!(170)),
            ("+0x_fF", json!(255)),
            ("0_17", json!(15)),
            ("0o17", json!("0o17")),
            ("1.", json!(1.0)),
            (".5e+1", json!(5.0)),
            ("1e3", json!(1000.0)),
            ("1__0", json!(10)),
            ("_1", json!("_1")),
            ("1.0.0", json!("1.0.0")),
            ("2024-02-29", json!(1_709_164_800_000_i64)),
            ("2024-13-01", json!(1_735_689_600_000_i64)),
            ("2024-2-9", json!("2024-2-9")),
            ("2024-02", json!("2024-02")),
            ("1969-12-31", json!(-86_400_000)),
            ("2001-12-15T02:59:43.1Z", json!(1_008_385_183_100_i64)),
            ("2001-12-14t21:59:43.10-05:00", json!(1_008_385_183_100_i64)),
            ("2001-12-14 21:59:43.10 -5", json!(1_008_385_183_100_i64)),
            ("2001-12-15 2:59:43.10", json!(1_008_385_183_100_i64)),
            ("2001-12-15T02:59", json!("2001-12-15T02:59")),
            ("~", json!(null)),
            ("Null", json!(null)),
            ("nULL", json!("nULL")),
            ("tRUE", json!("tRUE")),
        ] {
            assert_eq!(read_text(&format!("a: {text}\n")).unwrap()["a"], expected, "{text}");
            let quoted = [format!("a: '{text}'\n"), format!("a: \"{text}\"\n"), format!("a: |-\n  {text}\n")];
            for quoted in quoted {
                assert_eq!(read_text(&quoted).unwrap()["a"], json!(text), "{quoted}");
            }
        }
        for refused in [".inf", "-.INF", ".nan", "99999999999999999999", "9999999999999999999:59", "._"] {
            assert!(read_text(&format!("a: {refused}\n")).unwrap_err().to_string().contains("quotes"), "{refused}");
        }
        assert_eq!(read_text("12:30: a\n2024-02-29: b\n").unwrap(), json!({"12:30": "a", "2024-02-29": "b"}));
    }

    #[test]
    fn maps_are_merged_and_what_stands_there_wins() {
        let text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {z: 3, <<: [*a, *b]}\nd: {<<: *b}\ne: {'<<': 1}\n";
        let value = read_text(text).unwrap();
        assert_eq!(value["c"], json!({"x": 1, "y": 1, "z": 3}));
        assert_eq!((&value["d"], &value["e"]), (&json!({"y": 2, "z": 2}), &json!({"<<": 1})));
        assert!(read_text("a: {<<: 1}\n").is_err());
        assert!(read_text("a: &a [*a]\n").is_err(), "nothing holds itself");
    }

    #[test]
    fn duplicates_second_documents_and_foreign_encodings_are_refused() {
        assert!(read_text("a: 1\na: 2\n").unwrap_err().to_string().contains("duplicate"));
        assert!(read_text("a: 1\n---\nb: 2\n").is_err());
        assert!(read(b"a: \xff\n", "test").unwrap_err().to_string().contains("UTF-8"));
        assert!(read_text(&format!("a: {}", "x".repeat(DOCUMENT))).is_err());
        assert!(read_text(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn alias_bombs_are_refused_without_being_expanded() {
        let mut laughs = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (next, last) in ('b'..='i').zip('a'..) {
            let references = vec![format!("*{last}"); 10].join(", ");
            laughs.push_str(&format!("{next}: &{next} [{references}]\n"));
        }
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), vec!["*a"; 90].join(", "));
        // Expanded, they would fill the machine: that they end at all shows that they are not.
        for bomb in [laughs, long] {
            assert!(read_text(&bomb).is_err());
        }
    }
}
