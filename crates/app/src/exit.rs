//! Exit codes: stable, so that scripts may rely on them. `ropeway exit-codes` prints the table.

use std::fmt;
use std::process::ExitCode;

/// An expected failure: the world is wrong, not the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// A step of the guide failed, or a check (guide, audit trail) found something missing or wrong.
    GuideFailed = 1,
    /// Wrong arguments (clap's own code).
    Usage = 2,
    /// The configuration cannot be read or is wrong.
    Config = 3,
    /// The data directory is in use, of a newer version, or the database cannot be reached.
    Store = 4,
    /// The address cannot be listened on.
    Listen = 5,
    /// A server that is needed cannot be reached.
    Unreachable = 6,
}

/// The table as shown to people.
pub const TABLE: &str = "\
code  meaning
   0  success
   1  a step of the guide failed, or a check (guide, audit trail) found something missing or wrong
   2  wrong arguments
   3  the configuration cannot be read or is wrong
   4  the data directory is in use, of a newer version or not there, or the database cannot be reached
   5  the address cannot be listened on
   6  a server that is needed cannot be reached
 101  a bug: please report it
";

/// An expected failure with its sentence and, where there is one, what to do.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    message: String,
    hint: Option<String>,
}

impl Failure {
    /// A failure that ends the program with this code.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), hint: None }
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// Prints the error on stderr and gives the code it ends with.
pub fn report(error: &anyhow::Error) -> ExitCode {
    eprintln!("error: {error:#}");
    let Some(failure) = error.downcast_ref::<Failure>() else { return ExitCode::from(101) };
    if let Some(hint) = &failure.hint {
        eprintln!("hint: {hint}");
    }
    ExitCode::from(failure.exit as u8)
}

/// The pointer at the end of every help text.
pub const HELP: &str = "Exit codes: `ropeway exit-codes`. Settings: `ropeway config example`.";
