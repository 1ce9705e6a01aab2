//! Documents that stay true: every relative link and every path in backticks names something that exists.

use std::path::Path;

use super::{Finding, Tree};

/// What a path in backticks must start with to be one; anything else may be a URL path or a foreign name.
const TOP_FOLDERS: &[&str] = &["crates/", "xtask/", "docs/", "apis/", "tests/", "samples/", "ui/", ".ci/", ".cargo/"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    // The change log also tells of what is gone.
    let documents = tree.texts.iter().filter(|(path, _)| path.ends_with(".md") && !path.ends_with("CHANGELOG.md"));
    documents.flat_map(|(path, text)| document(tree, path, text)).collect()
}

fn document(tree: &Tree, path: &str, text: &str) -> Vec<Finding> {
    let folder = tree.root.join(path).parent().map(Path::to_path_buf).unwrap_or_default();
    let mut findings = Vec::new();
    for (line, prose) in prose(text) {
        let dead_links = links(prose).filter(|link| !folder.join(link).exists());
        let dead_paths = named_paths(prose).filter(|named| !exists(tree, named));
        findings.extend(dead_links.chain(dead_paths).map(|missing| Finding {
            path: path.to_owned(),
            line,
            what: format!("`{missing}` does not exist"),
            remedy: "name what is there now, or drop the sentence",
        }));
    }
    findings
}

/// The numbered lines outside fenced blocks.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((index + 1, line))
    })
}

/// The targets of `[text](target)` within the project, without their anchors.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let relative = targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:"));
    relative.filter_map(|target| target.split('#').next()).filter(|target| !target.is_empty())
}

/// Paths in backticks, without a line number behind them; those with blanks or placeholders are patterns.
fn named_paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    let plain = quoted.filter(|path| !path.contains(|sign: char| sign.is_whitespace() || "<>{}*…[]$".contains(sign)));
    plain.filter_map(|path| path.split(':').next())
}

/// Whether the project has it: what a build leaves in the folder is not there on another machine.
fn exists(tree: &Tree, named: &str) -> bool {
    if TOP_FOLDERS.iter().any(|folder| named.starts_with(folder)) {
        return tree.has(named);
    }
    // `model/import.rs` is short for `crates/model/src/import.rs`.
    match named.split_once('/') {
        Some((name, rest)) if named.ends_with(".rs") && tree.has(&format!("crates/{name}")) => {
            tree.has(&format!("crates/{name}/src/{rest}")) || tree.has(&format!("crates/{name}/{rest}"))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_out_of_the_project_and_anchors_are_left_alone() {
        let line = "[a](docs/a.md#top) [b](https://example.com/b) [c](#here) [d](mailto:d@example.com) ![e](e.png)";
        assert_eq!(links(line).collect::<Vec<_>>(), ["docs/a.md", "e.png"]);
    }

    #[test]
    fn only_plain_paths_are_looked_up() {
        let line = "`crates/model/src/lib.rs:12`, `apis/<service>/missing.txt` and `cargo xtask tidy`";
        assert_eq!(named_paths(line).collect::<Vec<_>>(), ["crates/model/src/lib.rs"]);
    }

    #[test]
    fn fenced_blocks_are_examples() {
        let text = "a\n```sh\nb\n```\nc";
        assert_eq!(prose(text).collect::<Vec<_>>(), [(1, "a"), (5, "c")]);
    }

    #[test]
    fn short_and_long_paths_are_resolved() {
        let paths = ["crates/model/src/lib.rs", "xtask/src/main.rs"].map(str::to_owned).to_vec();
        let tree = Tree { root: std::env::temp_dir(), texts: std::collections::BTreeMap::new(), paths };
        for there in ["xtask/src/main.rs", "xtask/src", "crates/model/", "model/lib.rs", "/v2/nodes"] {
            assert!(exists(&tree, there), "{there}");
        }
        for gone in ["xtask/src/nothing.rs", "xtask/sr", "model/no_such_rule.rs", "ui/dist/page"] {
            assert!(!exists(&tree, gone), "{gone}");
        }
    }
}
