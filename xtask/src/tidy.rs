//! `cargo xtask tidy`: the rules of the house that the compiler cannot check. Fast, because it only reads.
//!
//! One file under `tidy/` for each kind of rule. A finding says where, what, and what to do instead.

mod documents;
mod floors;
mod names;
mod scan;
mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{process, report};
use scan::Source;

#[derive(Debug)]
struct Finding {
    path: String,
    line: usize,
    what: String,
    remedy: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}; {}", self.path, self.line, self.what, self.remedy)
    }
}

/// The project's files, tracked or about to be, with the text of those that are text.
struct Tree {
    root: PathBuf,
    texts: BTreeMap<String, String>,
    paths: Vec<String>,
}

pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    Ok(if clean(workspace)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints what is found; true if that is nothing.
pub fn clean(workspace: &Workspace) -> Result<bool> {
    let started = Instant::now();
    let tree = Tree::load(workspace)?;
    let mut findings = floors::check(&workspace.metadata, &tree)?;
    findings.extend(names::check(&tree));
    findings.extend(documents::check(&tree));
    for (path, text) in tree.texts.iter().filter(|(path, _)| path.ends_with(".rs")) {
        let source = Source::new(path, text);
        findings.extend(words::check(&source));
    }
    findings.sort_by(|one, other| (&one.path, one.line).cmp(&(&other.path, other.line)));
    for finding in &findings {
        println!("{finding}");
    }
    let time = report::duration(started.elapsed());
    report::note(&format!("tidy: {} files, {} findings, {time}", tree.paths.len(), findings.len()));
    Ok(findings.is_empty())
}

impl Tree {
    /// Whether it has this file or folder.
    fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        self.paths
            .iter()
            .any(|known| known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    fn load(workspace: &Workspace) -> Result<Self> {
        let mut git = Command::new("git");
        git.current_dir(&workspace.root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let listed = process::capture(&mut git)?;
        let mut paths: Vec<String> = listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
        // The index may still name a file that was just deleted.
        paths.retain(|path| workspace.root.join(path).is_file());
        paths.sort();
        paths.dedup();
        let text = |path: &String| Some((path.clone(), std::fs::read_to_string(workspace.root.join(path)).ok()?));
        Ok(Self { root: workspace.root.clone(), texts: paths.iter().filter_map(text).collect(), paths })
    }
}
