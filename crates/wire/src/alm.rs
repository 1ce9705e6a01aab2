//! SAP Cloud ALM: the public features and projects APIs, and the pass-through. Our own calls: `ropeway/alm.rs`.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

/// What is sent to make or change a feature. `null` clears where that is possible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FeatureBody {
    pub title: Option<String>,
    /// More, as HTML; `null` clears it.
    #[serde(deserialize_with = "present")]
    pub description: Option<Option<String>>,
    /// The project; only when it is made.
    pub project_id: Option<String>,
    pub status_code: Option<String>,
    /// Priority code: a number, or the same as text.
    pub priority_code: Option<Code>,
    #[serde(deserialize_with = "present")]
    pub release_id: Option<Option<String>>,
    #[serde(deserialize_with = "present")]
    pub scope_id: Option<Option<String>>,
    #[serde(deserialize_with = "present")]
    pub workstream_id: Option<Option<String>>,
    #[serde(deserialize_with = "present")]
    pub responsible_id: Option<Option<String>>,
    /// Type code.
    pub r#type: Option<String>,
    pub tags: Option<Vec<String>>,
    /// Links made along with it.
    #[serde(rename = "toURLReferences")]
    pub to_url_references: Vec<ReferenceBody>,
    /// Pointers made along with it.
    pub to_external_references: Vec<ReferenceBody>,
}

/// A reference to be; `id` only for external ones.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReferenceBody {
    /// Its id in the other system.
    pub id: Option<String>,
    /// What people read.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub url: String,
}

/// A code that clients send as a number or as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(pub String);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(from)? {
            serde_json::Value::String(text) => Ok(Self(text)),
            serde_json::Value::Number(number) => Ok(Self(number.to_string())),
            other => Err(serde::de::Error::custom(format!("a code is a number or a text, not {other}"))),
        }
    }
}

/// Tells a `null` from what is not there.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// A project, as the projects API and our own show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `O` for open.
    pub status: String,
    /// `public`, `restricted` or `private`.
    pub access: String,
}

/// A project to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewProject {
    /// Its name.
    pub name: String,
    /// Who may work in it without being a member; restricted, if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<String>,
    /// Its team.
    #[serde(default)]
    pub members: Vec<Member>,
}

/// Somebody in a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Log-in name.
    pub user: String,
    /// `lead`, `member` or `viewer`.
    pub role: String,
}

/// A refusal by the pass-through itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassThroughError {
    /// A word.
    pub error: String,
    /// A sentence, for 401 and 403.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
    /// A sentence, for everything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_and_absent_are_two_things() {
        let body: FeatureBody = serde_json::from_str(r#"{"releaseId":null,"priorityCode":"20"}"#).unwrap();
        assert_eq!((body.release_id, body.scope_id), (Some(None), None));
        assert_eq!(body.priority_code, Some(Code("20".to_owned())));
        let body: FeatureBody = serde_json::from_str(r#"{"priorityCode":20,"unknown":{}}"#).unwrap();
        assert_eq!(body.priority_code, Some(Code("20".to_owned())));
    }

    #[test]
    fn references_come_along() {
        let text =
            r#"{"toURLReferences":[{"name":"n","url":"u"}],"toExternalReferences":[{"id":"i","name":"n","url":"u"}]}"#;
        let body: FeatureBody = serde_json::from_str(text).unwrap();
        assert_eq!(body.to_url_references[0].name, "n");
        assert_eq!(body.to_external_references[0].id.as_deref(), Some("i"));
    }
}
