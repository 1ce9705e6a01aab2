//! SLP, the Software Lifecycle Protocol of the deploy service (`apis/deploy`): XML in one namespace, element order free,
//! unknown elements allowed.
//!
//! Lists are an element of their own around their items (`<files><File>…</File></files>`). [`to_xml`] and [`from_xml`]
//! are the two ways between these types and documents.

mod ongoing;

pub use ongoing::{OngoingOperation, OngoingOperations};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The namespace of every document.
pub const NAMESPACE: &str = "http://www.sap.com/lmsl/slp";
/// The only version of both halves of the protocol; clients demand it literally.
pub const VERSION: &str = "1.2.0";
/// `status` of a process that is at work.
pub const PROCESS_ACTIVE: &str = "slp.process.state.ACTIVE";
/// `status` of a process that is over.
pub const PROCESS_FINISHED: &str = "slp.process.state.FINISHED";
/// What `status` of a task begins with.
pub const TASK_STATE: &str = "slp.task.state.";
/// `type` of the task that stands for the whole process.
pub const TASK_PROCESS: &str = "slp.task.type.PROCESS";
/// What `action_type` begins with.
pub const ACTION_TYPE: &str = "slp.action.";
/// `format` of a log in plain text.
pub const LOG_TEXT: &str = "slp.log.format.TEXT";
/// `type` of a parameter with one value.
pub const PARAMETER_SCALAR: &str = "slp.parameter.type.SCALAR";

/// A type that can be a whole document.
pub trait Document {
    /// The name of its outermost element.
    const ROOT: &'static str;
}

/// A document that could not be written or read.
#[derive(Debug)]
pub struct BadXml(String);

impl std::fmt::Display for BadXml {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadXml {}

/// The document, declaration and namespace included.
///
/// # Errors
/// When a value cannot be an element.
pub fn to_xml<T: Document + Serialize>(value: &T) -> Result<String, BadXml> {
    let body = quick_xml::se::to_string_with_root(T::ROOT, value).map_err(|e| BadXml(e.to_string()))?;
    let rest = body.get(T::ROOT.len() + 1..).unwrap_or_default();
    Ok(format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><{} xmlns=\"{NAMESPACE}\"{rest}", T::ROOT))
}

/// Reads a document; the name of its outermost element is not looked at.
///
/// # Errors
/// When it is no well-formed XML, or a known element has no value of its kind.
pub fn from_xml<T: DeserializeOwned>(text: &str) -> Result<T, BadXml> {
    quick_xml::de::from_str(text).map_err(|e| BadXml(e.to_string()))
}

/// `…/metadata`: which version of the protocol is spoken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Of the management half, at the root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slmpversion: Option<String>,
    /// Of the process half, at a run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slppversion: Option<String>,
}

/// One kind of process that can be started.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Service {
    /// `xs2-deploy`.
    pub id: String,
    pub processes: String,
    pub parameters: String,
    pub files: String,
    pub versions: String,
    /// [`VERSION`].
    pub slppversion: String,
    /// For people.
    pub display_name: String,
    pub description: String,
}

/// `…/services`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Services {
    #[serde(rename = "Service")]
    pub items: Vec<Service>,
}

/// A parameter: described at a service, given when a process is started.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parameter {
    /// Its name.
    pub id: String,
    /// `slp.parameter.type.SCALAR`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether a process cannot start without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    #[serde(rename = "default", skip_serializing_if = "Option::is_none")]
    pub default_value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// `…/parameters`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parameters {
    #[serde(rename = "Parameter")]
    pub items: Vec<Parameter>,
}

/// A version of a part of the service; 1.1 says that files may come in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ComponentVersion {
    /// Its number in the list.
    pub id: String,
    pub component: String,
    pub version: String,
}

/// `…/versions`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Versions {
    #[serde(rename = "ComponentVersion")]
    pub items: Vec<ComponentVersion>,
}

/// An uploaded file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct File {
    /// What `appArchiveId` names.
    pub id: String,
    /// Folder and name; ours is the name.
    pub file_path: String,
    /// As it was given.
    pub file_name: String,
    /// Bytes.
    pub file_size: u64,
    /// Upper-case hexadecimal: clients compare letters exactly.
    pub digest: String,
    /// `MD5`.
    pub digest_algorithm: String,
}

/// `…/files`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Files {
    #[serde(rename = "File")]
    pub items: Vec<File>,
}

/// A process: given with its parameters to start one, answered with its id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Process {
    /// Its id; absent in a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Which service runs it.
    pub service: String,
    /// `slp.process.state.…`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Where its run is, below the root.
    #[serde(rename = "rootURL", skip_serializing_if = "Option::is_none")]
    pub root_url: Option<String>,
    /// What it was started with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Parameters>,
}

/// `…/processes`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Processes {
    #[serde(rename = "Process")]
    pub items: Vec<Process>,
}

/// One line of progress.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgressMessage {
    /// Growing within a process; clients tell old from new by it.
    pub id: i64,
    pub message: String,
}

/// The list in a task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgressMessages {
    #[serde(rename = "ProgressMessage")]
    pub items: Vec<ProgressMessage>,
}

/// How far a process is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Task {
    /// The service's id, for the task of the whole process.
    pub id: String,
    /// `slp.task.type.…`.
    #[serde(rename = "type")]
    pub kind: String,
    /// As `id`.
    pub technical_name: String,
    /// `slp.task.state.…`.
    pub status: String,
    /// Per cent.
    pub progress: i64,
    /// Seconds after which it is worth to ask again.
    pub refresh_rate: i64,
    pub progress_messages: ProgressMessages,
    /// For people.
    pub display_name: String,
    pub description: String,
    pub logs: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<String>,
}

impl Task {
    /// The state without its prefix: `RUNNING`, `ERROR`, `FINISHED`, …
    #[must_use]
    pub fn state(&self) -> &str {
        self.status.strip_prefix(TASK_STATE).unwrap_or(&self.status)
    }
}

/// `…/tasklist`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tasklist {
    #[serde(rename = "Task")]
    pub items: Vec<Task>,
}

/// Why a process stands still.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Error {
    /// The process.
    pub id: String,
    /// `CONTENT` or `INFRASTRUCTURE`.
    pub code: String,
    /// For people.
    pub display_name: String,
    /// For people: what is wrong.
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occurred_at: Option<String>,
    pub logs: String,
}

/// What can be asked of a process in its present state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// `abort`, `retry`, `resume`.
    pub id: String,
    /// `slp.action.…`.
    pub action_type: String,
    /// Whether it can be asked for now.
    pub active: bool,
    /// Whether it belongs to a dialogue; ours never do.
    #[serde(rename = "inDialog")]
    pub in_dialog: bool,
}

/// `…/actions`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Actions {
    #[serde(rename = "Action")]
    pub items: Vec<Action>,
}

/// A log, without its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Log {
    /// `OPERATION.log`.
    pub id: String,
    /// Where its text is.
    pub content: String,
    /// `slp.log.format.TEXT`.
    pub format: String,
    /// Bytes.
    pub size: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// `…/logs`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Logs {
    #[serde(rename = "Log")]
    pub items: Vec<Log>,
}

impl Document for Metadata {
    const ROOT: &'static str = "Metadata";
}
impl Document for Service {
    const ROOT: &'static str = "Service";
}
impl Document for Services {
    const ROOT: &'static str = "services";
}
impl Document for Parameters {
    const ROOT: &'static str = "parameters";
}
impl Document for Versions {
    const ROOT: &'static str = "versions";
}
impl Document for Files {
    const ROOT: &'static str = "files";
}
impl Document for Process {
    const ROOT: &'static str = "Process";
}
impl Document for Processes {
    const ROOT: &'static str = "processes";
}
impl Document for Task {
    const ROOT: &'static str = "Task";
}
impl Document for Tasklist {
    const ROOT: &'static str = "tasklist";
}
impl Document for Error {
    const ROOT: &'static str = "Error";
}
impl Document for Action {
    const ROOT: &'static str = "Action";
}
impl Document for Actions {
    const ROOT: &'static str = "actions";
}
impl Document for Log {
    const ROOT: &'static str = "Log";
}
impl Document for Logs {
    const ROOT: &'static str = "logs";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_its_namespace_and_reads_back() {
        let process = Process {
            id: Some("4711".into()),
            service: "xs2-deploy".into(),
            status: Some(PROCESS_ACTIVE.into()),
            root_url: Some("runs/xs2-deploy/4711".into()),
            parameters: None,
        };
        let text = to_xml(&process).unwrap();
        assert!(text.ends_with(
            "<Process xmlns=\"http://www.sap.com/lmsl/slp\"><id>4711</id><service>xs2-deploy</service>\
             <status>slp.process.state.ACTIVE</status><rootURL>runs/xs2-deploy/4711</rootURL></Process>"
        ));
        assert_eq!(from_xml::<Process>(&text).unwrap(), process);
        assert!(to_xml(&Files::default()).unwrap().ends_with("<files xmlns=\"http://www.sap.com/lmsl/slp\"/>"));
        assert_eq!(from_xml::<Files>(&to_xml(&Files::default()).unwrap()).unwrap(), Files::default());
    }

    #[test]
    fn order_is_free_unknown_elements_and_prefixes_do_not_matter() {
        let text = r#"<?xml version="1.0"?><s:Process xmlns:s="http://www.sap.com/lmsl/slp"><s:parameters>
            <s:Parameter><s:structure/><s:value>a,b</s:value><s:id>appArchiveId</s:id><s:tuplevalue/></s:Parameter>
            <s:other><s:deep>1</s:deep></s:other>
            <s:Parameter><s:id>mtaId</s:id><s:type>slp.parameter.type.SCALAR</s:type><s:value/></s:Parameter>
            </s:parameters><s:service>xs2-deploy</s:service></s:Process>"#;
        let process: Process = from_xml(text).unwrap();
        let given = process.parameters.unwrap().items;
        assert_eq!((given[0].id.as_str(), given[0].value.as_deref()), ("appArchiveId", Some("a,b")));
        assert_eq!((given[1].id.as_str(), given[1].value.as_deref().unwrap_or_default()), ("mtaId", ""));
        assert_eq!(process.service, "xs2-deploy");
    }

    #[test]
    fn progress_survives_with_markup_in_it() {
        let message = ProgressMessage { id: 1, message: "a < b & \"c\" – ü".into() };
        let task = Task {
            id: "xs2-deploy".into(),
            progress_messages: ProgressMessages { items: vec![message] },
            ..Task::default()
        };
        assert_eq!(from_xml::<Task>(&to_xml(&task).unwrap()).unwrap(), task);
    }

    #[test]
    fn entities_of_ones_own_are_refused() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY x "y">]><Process><service>&x;</service></Process>"#;
        assert!(from_xml::<Process>(bomb).is_err());
    }
}
