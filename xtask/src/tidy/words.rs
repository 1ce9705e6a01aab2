//! Words that Rust code must not contain, each with what to write instead, SQL in the wrong place, and files too long to
//! read. Clippy knows the rest: sizes of functions, `unwrap`, what is unfinished (`Cargo.toml`, `clippy.toml`).

use super::Finding;
use super::scan::Source;

struct Word {
    word: &'static str,
    place: Place,
    remedy: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Code that is no test.
    Production,
    /// Tests; not the test kit, where waiting for a condition lives.
    Tests,
    Code,
    Comments,
}

const fn word(word: &'static str, place: Place, remedy: &'static str) -> Word {
    Word { word, place, remedy }
}

// The words are looked for in code, so that this list does not find itself.
const WORDS: &[Word] = &[
    word(".expect(", Place::Production, "hand the error on with `?`, or make the state impossible by its type"),
    word("sleep(", Place::Tests, "stop the clock, or wait for the condition itself"),
    word("sleep_until(", Place::Tests, "stop the clock, or wait for the condition itself"),
    word("#![allow", Place::Code, "use #![expect(.., reason = \"..\")]"),
    word("TODO", Place::Comments, "do it, or open an issue"),
    word("FIXME", Place::Comments, "fix it, or open an issue"),
];

const FILE_LINES: usize = 500;
/// The crates in which SQL is at home.
const SQL_CRATES: &[&str] = &["store", "bench"];
/// Crates whose texts reach logs and developers only.
const NOBODY_READS: &[&str] = &["store", "bench", "testkit"];

pub fn check(source: &Source) -> Vec<Finding> {
    let mut findings: Vec<Finding> = WORDS.iter().flat_map(|word| occurrences(source, word)).collect();
    findings.extend(sql(source));
    findings.extend(debug_texts(source));
    findings.extend(opening(source));
    findings.extend(length(source));
    findings
}

fn occurrences<'a>(source: &'a Source, word: &'a Word) -> impl Iterator<Item = Finding> + 'a {
    let text = if word.place == Place::Comments { source.text } else { &source.code };
    let here = move |at: usize| match word.place {
        Place::Production => !source.is_test(at),
        Place::Tests => source.is_test(at) && !source.in_crate("testkit"),
        Place::Code => true,
        Place::Comments => source.comments.iter().any(|range| range.contains(&at)),
    };
    // `sleep(` must not be found in `oversleep(`.
    let whole = move |at: usize| {
        !word.word.starts_with(char::is_alphabetic)
            || !text[..at].ends_with(|sign: char| sign.is_alphanumeric() || sign == '_')
    };
    let places = text.match_indices(word.word).map(|(at, _)| at).filter(move |at| here(*at) && whole(*at));
    places.map(move |at| finding(source, at, format!("`{}`", word.word), word.remedy))
}

fn sql(source: &Source) -> Vec<Finding> {
    if SQL_CRATES.iter().any(|name| source.in_crate(name)) || source.is_test(0) {
        return Vec::new();
    }
    let strings = source.strings.iter().filter(|range| is_sql(source.content(range)));
    let found = strings.map(|range| {
        finding(source, range.start, "SQL outside crates/store".to_owned(), "move the statement into store")
    });
    found.collect()
}

/// A guess from the first word and the one that must follow it.
fn is_sql(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        ["select", .., _] => words.contains(&"from"),
        ["insert", "into", _, ..] | ["delete", "from", _, ..] => true,
        ["update", _, "set", ..] => true,
        _ => false,
    }
}

/// The Debug form is Rust: people would read `\u{df}` and `Some(…)`.
fn debug_texts(source: &Source) -> Vec<Finding> {
    if NOBODY_READS.iter().any(|name| source.in_crate(name)) || !source.path.starts_with("crates/") {
        return Vec::new();
    }
    let strings = source.strings.iter().filter(|range| !source.is_test(range.start));
    let found = strings.filter(|range| source.content(range).contains(concat!(":", "?}"))).map(|range| {
        finding(
            source,
            range.start,
            "a Debug form in a text".to_owned(),
            "write what people read: `'{name}'`, a word, a list",
        )
    });
    found.collect()
}

/// The first line of a module tells what lives there.
fn opening(source: &Source) -> Option<Finding> {
    let is_root = matches!(source.path.rsplit('/').next(), Some("lib.rs" | "mod.rs"));
    let untold = is_root && !source.text.trim_start().starts_with("//!");
    untold.then(|| {
        finding(source, 0, "no module documentation".to_owned(), "open with `//!`: what lives here and what does not")
    })
}

fn length(source: &Source) -> Option<Finding> {
    let lines = source.text.lines().count();
    let what = format!("{lines} lines, at most {FILE_LINES}");
    (lines > FILE_LINES).then(|| finding(source, source.text.len(), what, "split the file by what its parts know"))
}

fn finding(source: &Source, at: usize, what: String, remedy: &'static str) -> Finding {
    Finding { path: source.path.to_owned(), line: source.line(at), what, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        check(&Source::new(path, text)).iter().map(|finding| format!("{} {}", finding.line, finding.what)).collect()
    }

    #[test]
    fn panics_are_for_tests() {
        let text = "fn a() { x.expect(\"\"); }\n#[cfg(test)]\nmod tests {\n    fn b() { y.expect(\"\"); }\n}\n";
        assert_eq!(found("crates/model/src/x.rs", text), ["1 `.expect(`"]);
        assert_eq!(found("crates/model/tests/x.rs", text), Vec::<String>::new());
    }

    #[test]
    fn tests_do_not_sleep() {
        let text = "fn a() { std::thread::sleep(x); }";
        assert_eq!(found("crates/server/tests/it/a.rs", text), ["1 `sleep(`"]);
        assert_eq!(found("crates/testkit/src/wait.rs", text), Vec::<String>::new());
        assert_eq!(found("crates/engine/src/job.rs", text), Vec::<String>::new());
    }

    #[test]
    fn words_count_only_in_their_place() {
        let unfinished = format!("// {}: later\nlet x = \"{}\";\n", concat!("TO", "DO"), concat!("TO", "DO"));
        assert_eq!(found("crates/model/src/x.rs", &unfinished).len(), 1);
        assert_eq!(found("crates/model/src/x.rs", "// #![allow\n#![allow(dead_code)]"), ["2 `#![allow`"]);
    }

    #[test]
    fn a_file_is_not_too_long() {
        assert_eq!(found("crates/model/src/x.rs", &"// a line\n".repeat(500)), Vec::<String>::new());
        assert_eq!(found("crates/model/src/x.rs", &"// a line\n".repeat(501)), ["502 501 lines, at most 500"]);
    }

    #[test]
    fn sql_lives_in_store() {
        let statement = concat!("const FIND: &str = \"sel", "ect id\n from node\";");
        assert_eq!(found("crates/engine/src/x.rs", statement), ["1 SQL outside crates/store"]);
        assert_eq!(found("crates/store/src/x.rs", statement), Vec::<String>::new());
        assert!(is_sql(concat!("upd", "ate node set rev = 1")));
        assert!(!is_sql("update the node first"));
        assert!(!is_sql("select a node"));
    }

    #[test]
    fn texts_are_not_in_the_debug_form() {
        let text = concat!("fn a() { format!(\"{b:", "?}\") }");
        assert_eq!(found("crates/model/src/x.rs", text), ["1 a Debug form in a text"]);
        assert_eq!(found("crates/model/tests/x.rs", text), Vec::<String>::new());
        assert_eq!(found("crates/store/src/x.rs", text), Vec::<String>::new());
    }

    #[test]
    fn modules_open_with_their_documentation() {
        assert_eq!(found("crates/model/src/lib.rs", "mod a;\n"), ["1 no module documentation"]);
        assert_eq!(found("crates/model/src/lib.rs", "//! Rules.\nmod a;\n"), Vec::<String>::new());
        assert_eq!(found("crates/model/src/a.rs", "fn a() {}\n"), Vec::<String>::new());
    }
}
