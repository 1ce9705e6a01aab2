//! Sizes: lines of a file, lines and arguments of a function.

use super::Finding;
use super::scan::Source;

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;
const ARGUMENTS: usize = 6;

struct Function<'a> {
    name: &'a str,
    offset: usize,
    lines: usize,
    arguments: usize,
}

pub fn check(source: &Source) -> Vec<Finding> {
    let finding = |line, what, remedy| Finding { path: source.path.to_owned(), line, what, remedy };
    let mut findings = Vec::new();
    let lines = source.text.lines().count();
    if lines > FILE_LINES {
        let what = format!("{lines} lines, at most {FILE_LINES}");
        findings.push(finding(FILE_LINES + 1, what, "split the file by what its parts know"));
    }
    for Function { name, offset, lines, arguments } in functions(source) {
        let line = source.line(offset);
        if lines > FUNCTION_LINES {
            let what = format!("fn {name} has {lines} lines, at most {FUNCTION_LINES}");
            findings.push(finding(line, what, "give its paragraphs names of their own"));
        }
        if arguments > ARGUMENTS {
            let what = format!("fn {name} takes {arguments} arguments, at most {ARGUMENTS}");
            findings.push(finding(line, what, "hand them over in a struct"));
        }
    }
    findings
}

fn functions<'a>(source: &'a Source) -> Vec<Function<'a>> {
    source.code.match_indices("fn ").filter_map(|(at, _)| function(source, at)).collect()
}

fn function<'a>(source: &'a Source, at: usize) -> Option<Function<'a>> {
    let code = &source.code;
    if code[..at].chars().next_back().is_some_and(is_word) {
        return None;
    }
    let start = at + 3;
    let length = code[start..].find(|sign| !is_word(sign))?;
    let name = &code[start..start + length];
    let mut open = start + length;
    if code[open..].starts_with('<') {
        open = after_generics(code, open);
    }
    if name.is_empty() || !code[open..].starts_with('(') {
        return None;
    }
    let close = source.closing(open);
    let end = body_end(source, close + 1);
    let lines = source.line(end) - source.line(at) + 1;
    Some(Function { name, offset: at, lines, arguments: arguments(&code[open + 1..close]) })
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// The offset behind the `>` that closes the `<` at `open`; the arrow in `Fn() -> T` closes nothing.
fn after_generics(code: &str, open: usize) -> usize {
    let (mut depth, mut before) = (0usize, ' ');
    for (offset, sign) in code[open..].char_indices() {
        match sign {
            '<' => depth += 1,
            '>' if !matches!(before, '-' | '=') => depth -= 1,
            _ => {}
        }
        before = sign;
        if depth == 0 {
            return open + offset + 1;
        }
    }
    code.len()
}

/// The closing brace of the body, or the semicolon of a declaration without one.
fn body_end(source: &Source, mut at: usize) -> usize {
    let bytes = source.code.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'(' | b'[' => at = source.closing(at),
            b'{' => return source.closing(at),
            b';' => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// How many arguments a parameter list has; `self` counts, as clippy counts it.
fn arguments(list: &str) -> usize {
    let (mut depth, mut before, mut count, mut filled) = (0usize, ' ', 0, false);
    for sign in list.chars() {
        match sign {
            '(' | '[' | '{' | '<' => depth += 1,
            '>' if matches!(before, '-' | '=') => {}
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                count += usize::from(filled);
                filled = false;
                before = sign;
                continue;
            }
            _ => {}
        }
        filled |= !sign.is_whitespace();
        before = sign;
    }
    count + usize::from(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Vec<(String, usize, usize)> {
        let source = Source::new("crates/model/src/x.rs", text);
        functions(&source).into_iter().map(|one| (one.name.to_owned(), one.lines, one.arguments)).collect()
    }

    #[test]
    fn lines_reach_to_the_closing_brace() {
        let text = "fn a() {\n    if x { \"}\"; }\n}\n\npub async fn b() -> [u8; 4] { [0; 4] }\n";
        assert_eq!(measured(text), [("a".to_owned(), 3, 0), ("b".to_owned(), 1, 0)]);
    }

    #[test]
    fn arguments_are_counted_at_the_top_level_only() {
        let text = "fn a(&self, x: (u8, u8), f: impl Fn(u8, u8) -> Map<K, V>, y: &'a [T; 3],) {}";
        assert_eq!(measured(text), [("a".to_owned(), 1, 4)]);
    }

    #[test]
    fn generics_and_where_clauses_are_passed_over() {
        let text = "fn a<F: Fn(A) -> Vec<B>, const N: usize>(f: F)\nwhere\n    F: Send,\n{\n}";
        assert_eq!(measured(text), [("a".to_owned(), 5, 1)]);
    }

    #[test]
    fn declarations_and_function_pointers() {
        let text = "trait T { fn a(&self, x: u8) -> u8; }\nstruct S { run: fn(u8, u8) -> u8 }\n// fn no(a: u8) {}\n";
        assert_eq!(measured(text), [("a".to_owned(), 1, 2)]);
    }

    #[test]
    fn what_is_too_large_is_found() {
        let long = format!("fn long() {{\n{}}}\n", "    step();\n".repeat(60));
        let findings = check(&Source::new("crates/model/src/x.rs", &long));
        assert_eq!(findings.len(), 1);
        assert!(findings[0].to_string().starts_with("crates/model/src/x.rs:1: fn long has 62 lines, at most 60;"));

        let train = "\nfn train(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {}";
        assert!(check(&Source::new("x.rs", train))[0].to_string().starts_with("x.rs:2: fn train takes 7 arguments"));

        let file = "// a line\n".repeat(501);
        assert!(check(&Source::new("x.rs", &file))[0].to_string().starts_with("x.rs:501: 501 lines, at most 500;"));
    }
}
