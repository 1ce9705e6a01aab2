//! What came before `/api/v1` and beside SLP: the operations of a space that have not ended. Without a namespace.

use serde::{Deserialize, Serialize};

/// `GET /rest/{org}/{space}/operations`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "ongoing-operations")]
pub struct OngoingOperations {
    /// Oldest first.
    #[serde(rename = "ongoing-operation", default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<OngoingOperation>,
}

/// One that has not ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct OngoingOperation {
    pub process_id: String,
    /// `xs2-deploy`, …
    pub process_type: String,
    pub started_at: String,
    pub space_id: String,
    /// What, once that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mta_id: Option<String>,
    pub user: String,
    /// `slp.task.state.RUNNING`, …
    pub state: String,
    /// Whether nobody else can deploy the same.
    pub acquired_lock: bool,
}

impl OngoingOperations {
    /// The document.
    ///
    /// # Errors
    /// When a value cannot be an element.
    pub fn to_xml(&self) -> Result<String, super::BadXml> {
        let body = quick_xml::se::to_string(self).map_err(|e| super::BadXml(e.to_string()))?;
        Ok(format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{body}"))
    }
}
