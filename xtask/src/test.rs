//! `cargo xtask test`: every check, part by part. A failing part does not stop the later ones.

mod parts;
mod tally;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;

use crate::report;
use crate::tools::{TOOLS, Tool};
use crate::workspace::Workspace;
use parts::{PARTS, Part};
use tally::Tally;

#[derive(clap::Args)]
pub struct Args {
    /// Run this part only; may be given several times
    #[arg(long, value_name = "PART", value_parser = names())]
    only: Vec<String>,
    /// Leave this part out; may be given several times
    #[arg(long, value_name = "PART", value_parser = names())]
    skip: Vec<String>,
    /// Show the parts and the programs they need, and run nothing
    #[arg(long)]
    list: bool,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(PARTS.iter().map(|part| part.name))
}

/// What a part works with.
pub struct Ground {
    workspace: Workspace,
    /// Where nobody watches, a missing program is a failure and never a skip.
    unattended: bool,
}

impl Ground {
    /// A command in a folder of the project.
    fn command(&self, program: impl AsRef<Path>, folder: &str) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(self.workspace.root.join(folder));
        command
    }

    fn has(&self, folder: &str) -> bool {
        self.workspace.root.join(folder).is_dir()
    }
}

/// How a part ended.
struct Outcome {
    part: &'static str,
    word: &'static str,
    tally: Tally,
    note: String,
    time: Duration,
}

pub fn run(workspace: Workspace, args: &Args) -> Result<ExitCode> {
    let ground = Ground { workspace, unattended: std::env::var("CI").is_ok_and(|value| value == "true") };
    if args.list {
        list(&ground);
        return Ok(ExitCode::SUCCESS);
    }
    let chosen = PARTS.iter().filter(|part| args.only.is_empty() || args.only.iter().any(|name| name == part.name));
    let chosen = chosen.filter(|part| !args.skip.iter().any(|name| name == part.name));
    let outcomes: Vec<Outcome> = chosen.map(|part| play(part, &ground, !args.only.is_empty())).collect();
    Ok(summary(&outcomes))
}

fn play(part: &Part, ground: &Ground, asked_for: bool) -> Outcome {
    let started = Instant::now();
    report::headline(&format!("{}: {}", part.name, part.about));
    let (word, tally, note) = match attempt(part, ground, asked_for) {
        Ok(Attempt::Ran(tally)) if tally.failed == 0 => ("ok", tally, String::new()),
        Ok(Attempt::Ran(tally)) => ("FAILED", tally, String::new()),
        Ok(Attempt::LeftOut(why)) => ("left out", Tally::default(), why),
        Err(error) => ("FAILED", Tally::one(false), format!("{error:#}")),
    };
    let outcome = Outcome { part: part.name, word, tally, note, time: started.elapsed() };
    report::note(format!("{}: {word} in {}  {}", part.name, report::duration(outcome.time), outcome.note).trim_end());
    outcome
}

enum Attempt {
    Ran(Tally),
    LeftOut(String),
}

fn attempt(part: &Part, ground: &Ground, asked_for: bool) -> Result<Attempt> {
    if let Some(folder) = part.folder.filter(|folder| !ground.has(folder)) {
        let why = format!("there is no {folder}");
        if asked_for {
            bail!(why);
        }
        return Ok(Attempt::LeftOut(why));
    }
    for tool in part.needs {
        match tool.ensure() {
            Ok(_) => {}
            Err(missing) if ground.unattended => return Err(missing),
            Err(missing) => return Ok(Attempt::LeftOut(format!("{missing:#}"))),
        }
    }
    Ok(Attempt::Ran((part.run)(ground)?))
}

/// A program that a part can do without while a person is there to read the warning.
fn wanted(tool: &Tool, ground: &Ground) -> Result<Option<PathBuf>> {
    match tool.ensure() {
        Ok(program) => Ok(Some(program)),
        Err(missing) if ground.unattended => Err(missing),
        Err(missing) => {
            report::note(&format!("warning: {missing:#}; going on without {}", tool.reason));
            Ok(None)
        }
    }
}

/// The table for people, then the one line that sums it up, as the last line there is.
fn summary(outcomes: &[Outcome]) -> ExitCode {
    let row = |one: &Outcome| {
        let Tally { passed, failed, ignored } = one.tally;
        let counts = [passed, failed, ignored].map(|count| count.to_string());
        let note = one.note.lines().next().unwrap_or_default().to_owned();
        [&[one.part.to_owned(), one.word.to_owned()], &counts[..], &[report::duration(one.time), note]].concat()
    };
    let rows: Vec<Vec<String>> = outcomes.iter().map(row).collect();
    report::headline("summary");
    eprint!("{}", report::table(&["part", "result", "passed", "failed", "ignored", "time", "note"], &rows));
    let total = outcomes.iter().fold(Tally::default(), |sum, one| sum + one.tally);
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn list(ground: &Ground) {
    let state = |part: &Part| match part.folder.filter(|folder| !ground.has(folder)) {
        Some(folder) => format!("{} (left out: there is no {folder})", part.about),
        None => part.about.to_owned(),
    };
    let parts: Vec<Vec<String>> =
        PARTS.iter().map(|part| vec![part.name.to_owned(), needed(part), state(part)]).collect();
    println!("{}", report::table(&["part", "needs", "what it does"], &parts));
    let tools: Vec<Vec<String>> = TOOLS.iter().map(|tool| tool_row(tool)).collect();
    print!("{}", report::table(&["program", "here", "Debian packages", "for"], &tools));
}

fn needed(part: &Part) -> String {
    let names: Vec<&str> = part.needs.iter().chain(part.wants).map(|tool| tool.name).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

fn tool_row(tool: &Tool) -> Vec<String> {
    let found = tool.find().map_or_else(|| "no".to_owned(), |program| program.display().to_string());
    let packages = if tool.debian.is_empty() { tool.advice.to_owned() } else { tool.debian.join(" ") };
    vec![tool.name.to_owned(), found, packages, tool.reason.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use parts::PLAIN;
    use serde_json::Value;

    static NOWHERE: Tool =
        Tool { name: "weaver", reason: "cloth", debian: &[], advice: "install a loom", find: || None };

    static NEEDS: &[&Tool] = &[&NOWHERE];

    fn ground(unattended: bool) -> Ground {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        Ground { workspace: Workspace { target: root.join("target"), root, metadata: Value::Null }, unattended }
    }

    #[test]
    fn a_missing_program_is_a_failure_where_nobody_watches() {
        let part = Part { name: "weave", needs: NEEDS, ..PLAIN };
        assert_eq!(play(&part, &ground(true), false).word, "FAILED");
        let at_home = play(&part, &ground(false), false);
        assert_eq!((at_home.word, at_home.note.as_str()), ("left out", "weaver is missing or too old: install a loom"));
    }

    #[test]
    fn a_wanted_program_may_be_missing_at_home_only() {
        assert!(wanted(&NOWHERE, &ground(true)).is_err());
        assert!(wanted(&NOWHERE, &ground(false)).is_ok_and(|program| program.is_none()));
    }

    #[test]
    fn a_suite_that_is_not_there_fails_if_it_was_asked_for() {
        let part = Part { name: "weave", folder: Some("no/such/suite"), ..PLAIN };
        assert_eq!(play(&part, &ground(true), false).word, "left out");
        assert_eq!(play(&part, &ground(true), true).tally, Tally::one(false));
    }
}
