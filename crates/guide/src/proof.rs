//! The proof at the end: what is in PROD is what was exported from DEV; the history is complete; every action has its
//! log.

use crate::failure::{Failure, Result};
use crate::landscape::Role;
use crate::run::proof_calls::{download, history, logs, read};
use crate::session::{Session, TARGETS};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mta::Difference;
use serde::{Deserialize, Serialize};

/// How many entries a complete history has at least: six changes of status, one assignment, two deployments.
const HISTORY: usize = 9;

/// What was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// The package's technical name.
    pub package: String,
    /// How many artifacts were compared.
    pub artifacts: usize,
    /// What is not the same in PROD as exported from DEV.
    pub differences: Vec<String>,
    /// How many entries the feature's history has.
    pub history: usize,
    /// How many log messages the actions on the way have, all together.
    pub log_messages: usize,
    /// Actions without a log.
    pub silent_actions: Vec<String>,
}

impl Proof {
    /// Whether it proves what it should.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.artifacts > 0 && self.differences.is_empty() && self.history >= HISTORY && self.silent_actions.is_empty()
    }
}

pub(crate) async fn prove(s: &mut Session) -> Result<Proof> {
    let exported = STANDARD.decode(s.note("exported")?.as_str().unwrap_or_default());
    let exported = read(&exported.map_err(|e| Failure::new(e.to_string()))?)?;
    let arrived = read(&download(s, "cpi-prod", Role::Developer).await?)?;
    let differences = mta::same_content(&exported, &arrived).iter().map(Difference::to_string).collect();
    let (mut log_messages, mut silent_actions) = (0, Vec::new());
    for (_, node) in TARGETS {
        for log in logs(s, node).await? {
            let messages = count_messages(&log);
            log_messages += messages;
            if messages == 0 {
                silent_actions.push(format!("{} {} in {node}", log["actionType"], log["actionId"]));
            }
        }
    }
    let history = history(s).await?.len();
    Ok(Proof {
        package: exported.id.clone(),
        artifacts: exported.artifacts.len(),
        differences,
        history,
        log_messages,
        silent_actions,
    })
}

/// Messages of the request and of its entities.
fn count_messages(log: &serde_json::Value) -> usize {
    let own = log["messages"].as_array().map_or(0, Vec::len);
    let entities = log["entities"].as_array().into_iter().flatten();
    own + entities.map(|e| e["messages"].as_array().map_or(0, Vec::len)).sum::<usize>()
}
