//! `cargo xtask apis`: how much of each emulated service is routed, from the lists under `apis/`.
//!
//! `operations.txt` lists what the service offers, `missing.txt` what we do not route yet, one `METHOD /path` a line.
//! That the rest really is routed is checked by a test beside the router, which reads the same files.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::report;
use crate::workspace::Workspace;

const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

struct Service {
    name: String,
    operations: BTreeSet<String>,
    missing: BTreeSet<String>,
    /// Contradictions, each a sentence.
    problems: Vec<String>,
}

pub fn run(workspace: &Workspace, check: bool) -> Result<ExitCode> {
    let services = load(&workspace.root.join("apis"))?;
    print!("{}", coverage(&services));
    let problems: Vec<&String> = services.iter().flat_map(|service| &service.problems).collect();
    for problem in &problems {
        eprintln!("{problem}");
    }
    Ok(if check && !problems.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The sentences that `--check` would fail with.
pub fn problems(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(load(&workspace.root.join("apis"))?.into_iter().flat_map(|service| service.problems).collect())
}

fn load(folder: &Path) -> Result<Vec<Service>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut folders: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().map(|path| load_service(path)).collect()
}

fn load_service(folder: &Path) -> Result<Service> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let operations = std::fs::read_to_string(folder.join("operations.txt"))
        .with_context(|| format!("apis/{name} has no operations.txt; list the service's operations there"))?;
    // No file means that nothing is missing.
    let missing = std::fs::read_to_string(folder.join("missing.txt")).unwrap_or_default();
    Ok(service(name, &operations, &missing))
}

fn service(name: String, operations: &str, missing: &str) -> Service {
    let mut problems = Vec::new();
    let operations = parse(&format!("apis/{name}/operations.txt"), operations, &mut problems);
    let missing = parse(&format!("apis/{name}/missing.txt"), missing, &mut problems);
    let strangers = missing.difference(&operations);
    problems.extend(strangers.map(|line| format!("apis/{name}/missing.txt: `{line}` is not in operations.txt")));
    Service { name, operations, missing, problems }
}

fn parse(file: &str, text: &str, problems: &mut Vec<String>) -> BTreeSet<String> {
    let mut operations = BTreeSet::new();
    for (index, line) in text.lines().enumerate() {
        let words: Vec<&str> = line.split('#').next().unwrap_or_default().split_whitespace().collect();
        match words[..] {
            [] => {}
            [method, path] if METHODS.contains(&method) && path.starts_with('/') => {
                if !operations.insert(format!("{method} {path}")) {
                    problems.push(format!("{file}:{}: `{method} {path}` is listed twice", index + 1));
                }
            }
            _ => problems.push(format!("{file}:{}: not of the form `METHOD /path`", index + 1)),
        }
    }
    operations
}

fn coverage(services: &[Service]) -> String {
    let row = |name: &str, operations: usize, missing: usize| {
        let routed = operations - missing;
        // A service without operations has nothing left to do.
        let percent = (routed * 100).checked_div(operations).unwrap_or(100);
        vec![name.to_owned(), operations.to_string(), routed.to_string(), missing.to_string(), format!("{percent} %")]
    };
    let known_missing = |service: &Service| service.missing.intersection(&service.operations).count();
    let mut rows: Vec<Vec<String>> =
        services.iter().map(|one| row(&one.name, one.operations.len(), known_missing(one))).collect();
    rows.push(row(
        "all",
        services.iter().map(|one| one.operations.len()).sum(),
        services.iter().map(known_missing).sum(),
    ));
    report::table(&["service", "operations", "routed", "missing", "coverage"], &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routed_is_what_is_not_missing() {
        let tms = service("tms".to_owned(), "# nodes\nGET /v2/nodes\nPOST /v2/nodes # create\n\n", "POST /v2/nodes\n");
        assert!(tms.problems.is_empty(), "{:?}", tms.problems);
        let table = coverage(&[tms]);
        assert!(table.contains("tms      2           1       1        50 %"), "{table}");
    }

    #[test]
    fn a_missing_line_must_be_an_operation() {
        let tms = service("tms".to_owned(), "GET /v2/nodes\n", "GET /v2/node\n");
        assert_eq!(tms.problems, ["apis/tms/missing.txt: `GET /v2/node` is not in operations.txt"]);
    }

    #[test]
    fn doubled_and_malformed_lines_are_named() {
        let tms = service("tms".to_owned(), "GET /a\nGET /a\nFETCH /a\nGET a\n", "");
        assert_eq!(tms.problems.len(), 3);
        assert!(tms.problems[0].starts_with("apis/tms/operations.txt:2:"));
    }
}
