//! Long work of a Cloud Integration tenant and of the Content Agent: what state it can be in, and what comes next.

use crate::word::words;
use crate::work::Lane;
use crate::{ActivityId, BlobId, SubaccountId, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;

words! {
    /// How an activity stands, as both services show it.
    ActivityState, "state of an activity", "INITIAL, RUNNING, FINISHED, ERROR", {
        /// Not begun.
        Initial = "INITIAL",
        /// At work.
        Running = "RUNNING",
        /// Well done.
        Finished = "FINISHED",
        /// Failed.
        Error = "ERROR",
    }
}

/// An export of the Content Agent, at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    pub activity: ActivityId,
    /// The subaccount.
    #[serde(default)]
    pub tenant: String,
    /// What is to be done next.
    #[serde(default)]
    pub stage: ExportStage,
    /// How often it was tried and did not get through.
    #[serde(default)]
    pub attempts: u32,
}

/// The stages of an export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportStage {
    /// Nothing was done yet, or nobody remembers what.
    #[default]
    Begin,
    /// The node is found that the request starts from.
    FindNode,
    /// The content is pulled and put into an archive.
    Assemble,
    /// The archive is uploaded.
    Upload,
    /// The request is made.
    Export,
}

/// What an export has found out so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportFacts {
    /// Whether the archive goes to transport management, and not to whoever downloads it.
    pub goes_on: bool,
    /// Whether the node is known.
    pub node: bool,
    /// Whether the archive is made.
    pub archive: bool,
    /// Whether it was uploaded.
    pub file: bool,
    /// Whether the request is made.
    pub request: bool,
}

impl ExportStage {
    /// What is to be done next; `None` when nothing is left.
    #[must_use]
    pub const fn after(facts: ExportFacts) -> Option<Self> {
        match facts {
            ExportFacts { goes_on: false, archive, .. } => {
                if archive {
                    None
                } else {
                    Some(Self::Assemble)
                }
            }
            ExportFacts { request: true, .. } => None,
            ExportFacts { file: true, .. } => Some(Self::Export),
            ExportFacts { archive: true, .. } => Some(Self::Upload),
            ExportFacts { node: true, .. } => Some(Self::Assemble),
            ExportFacts { .. } => Some(Self::FindNode),
        }
    }

    /// How far the export is, in percent, while this is being done.
    #[must_use]
    pub const fn progress(self) -> i64 {
        match self {
            Self::Begin => 0,
            Self::FindNode => 10,
            Self::Assemble => 30,
            Self::Upload => 60,
            Self::Export => 80,
        }
    }

    /// What it mostly waits for.
    #[must_use]
    pub const fn lane(self) -> Lane {
        match self {
            Self::Begin => Lane::Local,
            Self::FindNode | Self::Export => Lane::Polling,
            Self::Assemble | Self::Upload => Lane::Transfer,
        }
    }
}

/// What kind of content a resource is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContentKind {
    /// A package of a tenant.
    Package,
    Destination,
}

/// Where an archive goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportMode {
    TransportManagement,
    /// To whoever downloads it.
    Download,
}

/// One resource that is to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedResource {
    pub kind: ContentKind,
    /// Technical id.
    pub id: String,
    /// Hidden identity.
    pub reg_id: Option<String>,
    /// GUID and name of the chosen components; all when empty.
    pub components: Vec<(String, String)>,
    /// Modules that must be deployed before it.
    pub after: Vec<String>,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportOptions {
    /// What the client called it.
    pub client_id: Option<Value>,
    /// Where the archive goes.
    pub mode: ExportMode,
    /// Of the transport request.
    pub description: String,
    /// The node it starts from, if not the one that the destination names.
    pub node: Option<String>,
    /// The destination that leads to transport management.
    pub destination: String,
    /// Who becomes the owner of the request.
    pub owner: Option<String>,
    /// What is to go.
    pub resources: Vec<ExportedResource>,
}

/// The archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    pub digest: BlobId,
    /// Bytes.
    pub size: u64,
    /// The name of the file.
    pub name: String,
}

/// The node it goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNode {
    pub name: String,
    /// Nodes right behind it.
    pub successors: Vec<i64>,
}

/// What was asked of an export, and what was found out so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportDetail {
    /// Of this form.
    pub v: u32,
    /// What was asked.
    pub wish: ExportOptions,
    /// The node it starts from.
    pub node: Option<SourceNode>,
    /// The archive, once it is made.
    pub archive: Option<Archive>,
    /// Id of the uploaded file: the `uri` of the request's entry.
    pub file: Option<i64>,
    pub request: Option<i64>,
    /// Where it can be seen.
    pub request_url: Option<String>,
    /// The subaccount whose transport management has it, where that is this server's.
    #[serde(default)]
    pub place: Option<SubaccountId>,
    /// Names of the nodes whose queues it came into.
    pub queues: Vec<String>,
}

impl ExportDetail {
    /// What is known so far.
    #[must_use]
    pub fn facts(&self) -> ExportFacts {
        ExportFacts {
            goes_on: self.wish.mode == ExportMode::TransportManagement,
            node: self.node.is_some(),
            archive: self.archive.is_some(),
            file: self.file.is_some(),
            request: self.request.is_some(),
        }
    }
}

/// The Transport action of a tenant, at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transport {
    pub transport: ActivityId,
    /// The subaccount.
    #[serde(default)]
    pub tenant: String,
    /// What is to be done next.
    #[serde(default)]
    pub stage: TransportStage,
    /// How often it was tried and did not get through.
    #[serde(default)]
    pub attempts: u32,
}

/// The stages of a Transport action.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TransportStage {
    /// Nothing was done yet, or nobody remembers what.
    #[default]
    Begin,
    /// The Content Agent is asked; whoever comes here again looks among its activities first.
    Ask,
    /// Its process is watched.
    Watch { process: String, since: Time },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_goes_through_its_stages_and_ends() {
        let nothing = ExportFacts { goes_on: true, node: false, archive: false, file: false, request: false };
        let known = ExportFacts { node: true, ..nothing };
        let made = ExportFacts { archive: true, ..known };
        let sent = ExportFacts { file: true, ..made };
        let stages = [nothing, known, made, sent, ExportFacts { request: true, ..sent }].map(ExportStage::after);
        use ExportStage::{Assemble, Export, FindNode, Upload};
        assert_eq!(stages, [Some(FindNode), Some(Assemble), Some(Upload), Some(Export), None]);
        let download = ExportFacts { goes_on: false, ..nothing };
        assert_eq!(ExportStage::after(download), Some(Assemble));
        assert_eq!(ExportStage::after(ExportFacts { archive: true, ..download }), None);
    }

    #[test]
    fn work_that_an_older_version_ordered_can_be_read() {
        let export: Export = serde_json::from_str(r#"{"activity":"00000000-0000-0000-0000-000000000007"}"#).unwrap();
        assert_eq!((export.stage, export.attempts), (ExportStage::Begin, 0));
        let transport: Transport =
            serde_json::from_str(r#"{"transport":"00000000-0000-0000-0000-000000000007"}"#).unwrap();
        assert_eq!(transport.stage, TransportStage::Begin);
    }
}
