//! The one task runner of the project: `cargo xtask demo`, `test`, `tidy`, `apis`, `bench`.
//!
//! It depends on no crate of ours. It runs cargo, the built binary and the programs listed in `tools.rs`, and reads
//! files; what it tells people goes to stderr, what a program may want to read goes to stdout.

mod apis;
mod bench;
mod demo;
mod postgres;
mod process;
mod report;
mod test;
mod tidy;
mod tools;
mod ui;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use workspace::Workspace;

#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", about = "Builds, shows and checks Ropeway")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the release binary and let it walk through the whole guide
    Demo {
        /// Passed on to `ropeway guide run`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
    /// Build the page, for the next build of the server
    Ui,
    /// Run every check there is and install what the checks need
    Test(test::Args),
    /// Check the rules of the house: floors, sizes, words, names, links
    Tidy,
    /// Show how much of each emulated service is routed
    Apis {
        /// Fail when a list under apis/ contradicts itself
        #[arg(long)]
        check: bool,
    },
    /// Measure, each figure beside the raw limit of this machine
    Bench {
        /// Passed on to `ropeway-bench`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
}

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    let workspace = Workspace::load()?;
    match cli.command {
        Command::Demo { args } => demo::run(&workspace, &args),
        Command::Ui => ui::run(&workspace),
        Command::Test(args) => test::run(workspace, &args),
        Command::Tidy => tidy::run(&workspace),
        Command::Apis { check } => apis::run(&workspace, check),
        Command::Bench { args } => bench::run(&workspace, &args),
    }
}
