//! The parts of `cargo xtask test`, in the order in which they run: the cheap ones first.
//!
//! To add a part, add a row here; if it needs a program, add that to `tools.rs`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::tally::{self, Tally};
use super::{Ground, wanted};
use crate::tools::{self, Tool};
use crate::{apis, process, report, tidy, ui};

pub struct Part {
    pub name: &'static str,
    pub about: &'static str,
    /// Without this folder there is nothing to run.
    pub folder: Option<&'static str>,
    /// Without these programs the part cannot run.
    pub needs: &'static [&'static Tool],
    /// Without these it runs, but a person is warned; unattended it fails.
    pub wants: &'static [&'static Tool],
    pub run: fn(&Ground) -> Result<Tally>,
}

pub const PLAIN: Part =
    Part { name: "", about: "", folder: None, needs: &[], wants: &[], run: |_| Ok(Tally::default()) };

const NODE_SUITE: &str = "tests/clients/node";
const PYTHON_SUITE: &str = "tests/clients/python";

pub static PARTS: &[Part] = &[
    Part { name: "fmt", about: "cargo fmt --check", needs: &[&tools::RUSTFMT], run: fmt, ..PLAIN },
    Part { name: "tidy", about: "the rules of the house", run: tidy, ..PLAIN },
    Part { name: "apis", about: "the lists under apis/ agree", folder: Some("apis"), run: apis, ..PLAIN },
    Part { name: "clippy", about: "cargo clippy, warnings are errors", needs: &[&tools::CLIPPY], run: clippy, ..PLAIN },
    Part { name: "rust", about: "cargo test of the workspace", wants: &[&tools::POSTGRESQL], run: rust, ..PLAIN },
    Part {
        name: "postgres",
        about: "the API stories once more, on PostgreSQL",
        needs: &[&tools::POSTGRESQL],
        run: stories_on_postgres,
        ..PLAIN
    },
    Part {
        name: "node",
        about: "unmodified JavaScript clients against the binary",
        folder: Some(NODE_SUITE),
        needs: &[&tools::NODE],
        run: |ground| node_suite(ground, NODE_SUITE),
        ..PLAIN
    },
    Part {
        name: "python",
        about: "unmodified Python clients against the binary",
        folder: Some(PYTHON_SUITE),
        needs: &[&tools::PYTHON],
        run: python_suite,
        ..PLAIN
    },
    Part {
        name: "page",
        about: "the web page in a browser",
        folder: Some(ui::FOLDER),
        needs: &[&tools::NODE, &tools::CHROMIUM],
        run: page_suite,
        ..PLAIN
    },
    Part { name: "guide", about: "the whole guide, told as JSON", run: guide, ..PLAIN },
];

fn fmt(ground: &Ground) -> Result<Tally> {
    one(ground.workspace.cargo().args(["fmt", "--all", "--check"]))
}

fn tidy(ground: &Ground) -> Result<Tally> {
    Ok(Tally::one(tidy::clean(&ground.workspace)?))
}

fn apis(ground: &Ground) -> Result<Tally> {
    let problems = apis::problems(&ground.workspace)?;
    for problem in &problems {
        println!("{problem}");
    }
    Ok(Tally::one(problems.is_empty()))
}

fn clippy(ground: &Ground) -> Result<Tally> {
    one(ground.workspace.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn rust(ground: &Ground) -> Result<Tally> {
    let mut command = ground.workspace.cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]);
    cargo_test(ground, command)
}

fn stories_on_postgres(ground: &Ground) -> Result<Tally> {
    let mut command = Command::new(stories(ground)?);
    command.current_dir(ground.workspace.root.join("crates/server")).env("ROPEWAY_TEST_ENGINE", "postgres");
    cargo_test(ground, command)
}

/// The program of the API stories, as the tests of the workspace have built it: asked for one package alone, cargo builds
/// everything below it again, with the features that this package wants.
fn stories(ground: &Ground) -> Result<PathBuf> {
    let mut cargo = ground.workspace.cargo();
    let told = process::capture(cargo.args(["test", "--workspace", "--no-run", "--message-format=json"]))?;
    let programs = told.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut ours = programs.filter(|one| {
        let is_of = |what: &str| one["package_id"].as_str().is_some_and(|id| id.contains(what));
        one["target"]["name"] == "it" && is_of("/crates/server#") && one["executable"].is_string()
    });
    let found = ours.next().and_then(|one| one["executable"].as_str().map(PathBuf::from));
    found.context("cargo built no API stories")
}

fn cargo_test(ground: &Ground, mut command: Command) -> Result<Tally> {
    find_postgres(ground, &mut command)?;
    let mut tally = Tally::default();
    let status = process::tee(&mut command, |line| tally = tally + tally::test_result(line).unwrap_or_default())?;
    // What does not compile, or aborts, has no result line.
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    if tally.passed + tally.failed == 0 {
        bail!("cargo test ran no test");
    }
    Ok(tally)
}

/// The programs of PostgreSQL where tests find them: distributions keep them out of the path.
fn find_postgres(ground: &Ground, command: &mut Command) -> Result<()> {
    if std::env::var_os("TEST_POSTGRES_URL").is_some() {
        report::note("PostgreSQL: the server that TEST_POSTGRES_URL names");
        return Ok(());
    }
    let Some(initdb) = wanted(&tools::POSTGRESQL, ground)? else { return Ok(()) };
    let folder = initdb.parent().context("initdb lies in no folder")?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders)?);
    Ok(())
}

/// The page's own checks, then the journeys of people through it.
fn page_suite(ground: &Ground) -> Result<Tally> {
    let mut tally = Tally::default();
    for mut command in ui::test_commands(&ground.workspace)? {
        tally = tally + one(&mut command)?;
    }
    let (binary, browser) = (binary(ground)?, tools::CHROMIUM.ensure()?);
    // Journeys wait most of their time; what the page costs the browser is told by a run of its own.
    let (load, journeys): (Vec<_>, Vec<_>) =
        ui::journeys(&ground.workspace)?.into_iter().partition(|file| file.ends_with("load.test.js"));
    for (files, at_once) in [(journeys, 3), (load, 1)] {
        let mut command = ground.command("node", ui::FOLDER);
        command.args(["--test", &format!("--test-concurrency={at_once}"), "--test-reporter=spec"]).args(files);
        command.env("ROPEWAY_BIN", &binary).env("CHROME_PATH", &browser);
        tally = tally + node_tests(&mut command, ui::FOLDER)?;
    }
    Ok(tally)
}

fn node_suite(ground: &Ground, folder: &str) -> Result<Tally> {
    let binary = binary(ground)?;
    process::succeed(ground.command("npm", folder).args(["ci", "--no-audit", "--no-fund"]))?;
    let mut command = ground.command("node", folder);
    command.args(["--test", "--test-reporter=spec"]).env("ROPEWAY_BIN", binary);
    node_tests(&mut command, folder)
}

fn node_tests(command: &mut Command, folder: &str) -> Result<Tally> {
    let mut passed = 0;
    let status = process::tee(command, |line| passed = tally::node_passed(line).unwrap_or(passed))?;
    // Node is content with a suite in which it found no test.
    if status.success() && passed == 0 {
        bail!("node ran no test in {folder}");
    }
    Ok(Tally::one(status.success()))
}

fn python_suite(ground: &Ground) -> Result<Tally> {
    let binary = binary(ground)?;
    let python = virtual_environment(ground)?;
    let pip = ["-m", "pip", "install", "--quiet", "--requirement", "requirements.txt"];
    process::succeed(ground.command(&python, PYTHON_SUITE).args(pip))?;
    one(ground.command(&python, PYTHON_SUITE).args(["-m", "pytest"]).env("ROPEWAY_BIN", binary))
}

/// Python packages go into a folder of their own, so that nothing on the machine changes.
fn virtual_environment(ground: &Ground) -> Result<PathBuf> {
    let folder = ground.workspace.target.join("venv");
    let python = folder.join("bin/python");
    if !process::answers(Command::new(&python).args(["-m", "pip", "--version"])) {
        process::succeed(Command::new(tools::PYTHON.ensure()?).args(["-m", "venv", "--clear"]).arg(&folder))?;
    }
    Ok(python)
}

fn guide(ground: &Ground) -> Result<Tally> {
    let binary = binary(ground)?;
    let mut printed = String::new();
    let mut command = Command::new(binary);
    let status = process::tee(command.args(["guide", "run", "--json"]), |line| {
        printed.push_str(line);
        printed.push('\n');
    })?;
    if !status.success() {
        bail!("the guide ended with {status}");
    }
    tally::guide_ok(&printed)?;
    Ok(Tally::one(true))
}

/// The program as the tests of the workspace have built it already: an optimised one, as `cargo xtask demo` builds it,
/// would take ten minutes more, and the same one without the tests two.
fn binary(ground: &Ground) -> Result<PathBuf> {
    ui::build_if_possible(&ground.workspace)?;
    process::succeed(ground.workspace.cargo().args(["test", "--workspace", "--no-run"]))?;
    Ok(ground.workspace.target.join("debug").join(format!("ropeway{}", std::env::consts::EXE_SUFFIX)))
}

fn one(command: &mut Command) -> Result<Tally> {
    Ok(Tally::one(process::status(command)?.success()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn parts_have_different_names() {
        let names: BTreeSet<&str> = PARTS.iter().map(|part| part.name).collect();
        assert_eq!(names.len(), PARTS.len());
    }

    #[test]
    fn every_program_a_part_asks_for_is_in_the_list_of_tools() {
        let listed = |tool: &Tool| tools::TOOLS.iter().any(|one| one.name == tool.name);
        assert!(PARTS.iter().flat_map(|part| part.needs.iter().chain(part.wants)).all(|tool| listed(tool)));
    }
}
