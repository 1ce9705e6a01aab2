//! `ropeway config`: what can be set, and what is in force.

use crate::config;
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// What to show.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print every setting with its default, commented: a file to start from.
    Example,
    /// Print what is in force after file and environment, as JSON. Secrets are left out.
    Show,
}

/// Prints it.
pub fn run(file: Option<&Path>, command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Example => print!("{}", config::EXAMPLE),
        Command::Show => {
            let mut config = config::load(file)?;
            config.store.database_url = config.store.database_url.map(|url| without_password(&url));
            config.security.metrics_token = config.security.metrics_token.map(|_| "…".to_owned());
            for provider in config.identity_provider.values_mut() {
                provider.client_secret = provider.client_secret.take().map(|_| "…".to_owned());
            }
            println!("{}", serde_json::to_string_pretty(&config)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `postgres://user:secret@host/db` without `secret`.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((login, host)) = rest.rsplit_once('@') else { return url.to_owned() };
    format!("{scheme}://{}@{host}", login.split(':').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_left_out() {
        assert_eq!(without_password("postgres://u:s3c@ret@h:5432/d"), "postgres://u@h:5432/d");
        assert_eq!(without_password("postgres://h/d"), "postgres://h/d");
    }
}
