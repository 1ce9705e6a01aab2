//! The commands. One file each; data goes to stdout, everything else to stderr.

mod admin;
mod config;
mod guide;
mod migrate;
mod serve;

use crate::exit::{Exit, Failure};
use clap::{CommandFactory, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Change and transport for SAP Integration Suite content: a production server, and an offline landscape.
#[derive(Debug, Parser)]
#[command(name = "ropeway", version, about, after_help = crate::exit::HELP)]
pub struct Cli {
    /// Configuration file (TOML). Without it `ropeway.toml` in this folder, when there is one.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server.
    Serve(serve::Args),
    /// Bring the database up to date, without serving.
    Migrate(migrate::Args),
    /// The guide that connects the seven services, as a program.
    #[command(subcommand)]
    Guide(guide::Command),
    /// Look after an installation.
    #[command(subcommand)]
    Admin(admin::Command),
    /// Show configuration.
    #[command(subcommand)]
    Config(config::Command),
    /// Print the OpenAPI document of Ropeway's own API, as a server has it at /api/v1/openapi.json.
    Openapi,
    /// Print a completion script for a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Print the table of exit codes.
    ExitCodes,
}

impl Command {
    /// Whether the configuration changes what it does.
    fn is_configured(&self) -> bool {
        match self {
            Self::Serve(_) | Self::Migrate(_) | Self::Admin(_) => true,
            Self::Guide(command) => command.starts_a_server(),
            Self::Config(command) => matches!(command, config::Command::Show),
            Self::Openapi | Self::Completions { .. } | Self::ExitCodes => false,
        }
    }
}

/// Runs the command that was given.
pub async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let file = cli.config.as_deref();
    if file.is_some() && !cli.command.is_configured() {
        let failure = Failure::new(Exit::Usage, "--config has no effect on this command");
        return Err(failure.hint("leave it out").into());
    }
    if let (Command::Guide(command), Some(setting)) = (&cli.command, crate::config::set_in_environment())
        && command.calls_another_server()
    {
        let failure = Failure::new(Exit::Usage, format!("the setting {setting} has no effect on --server"));
        return Err(failure.hint("unset it: that server has settings of its own").into());
    }
    match cli.command {
        Command::Serve(args) => serve::run(file, args).await,
        Command::Migrate(args) => migrate::run(file, args).await,
        Command::Guide(command) => guide::run(file, command).await,
        Command::Admin(command) => admin::run(file, command).await,
        Command::Config(command) => config::run(file, &command),
        Command::Openapi => {
            println!("{}", ::server::api::ropeway::document::document().to_pretty_json()?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "ropeway", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
        Command::ExitCodes => {
            print!("{}", crate::exit::TABLE);
            Ok(ExitCode::SUCCESS)
        }
    }
}
