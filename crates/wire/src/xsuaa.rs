//! The authorization service: tokens, keys, roles, users. Also what Cloud Foundry's UAA says, whose forms these are.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `POST /oauth/token`, the answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    pub access_token: String,
    /// `bearer`, in lower case: clients send it back as the scheme, and cf compares it.
    pub token_type: String,
    pub expires_in: i64,
    #[serde(default)]
    pub scope: String,
    #[serde(default)]
    pub jti: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_token: Option<String>,
}

/// An OAuth error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OauthError {
    pub error: String,
    #[serde(default)]
    pub error_description: String,
}

/// An error of the role administration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminError {
    pub error: String,
}

/// `GET /token_keys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    pub keys: Vec<Key>,
}

/// A public key, both as JWK and as PEM: some clients read the one, some the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    pub kty: String,
    pub e: String,
    #[serde(rename = "use")]
    pub usage: String,
    pub kid: String,
    pub alg: String,
    pub value: String,
    pub n: String,
}

/// `GET /login` with `Accept: application/json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginInfo {
    pub app: LoginApp,
    pub links: LoginLinks,
    pub prompts: LoginPrompts,
    pub zone_name: String,
}

/// The version that clients compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginApp {
    pub version: String,
}

/// Where to log in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginLinks {
    pub login: String,
    pub uaa: String,
}

/// What a client asks a person for: type and label of each. Anything more would be asked interactively.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginPrompts {
    pub username: [String; 2],
    pub password: [String; 2],
    pub passcode: [String; 2],
}

/// A client of Cloud Foundry's token service to be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct OauthClient {
    pub client_id: String,
    pub client_secret: String,
    pub authorities: Option<Vec<String>>,
    pub authorized_grant_types: Option<Vec<String>>,
}

/// A SCIM user.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct ScimUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<ScimMeta>,
    pub user_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ScimName>,
    pub emails: Vec<ScimEmail>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<ScimGroup>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone_id: Option<String>,
    /// Only ever sent to us.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schemas: Option<Vec<String>>,
}

/// When a resource changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct ScimMeta {
    pub version: i64,
    pub created: String,
    pub last_modified: String,
}

/// A person's names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct ScimName {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
}

/// A mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct ScimEmail {
    pub value: String,
    pub primary: bool,
}

/// A group of a user: in zones a role collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct ScimGroup {
    pub value: String,
    pub display: String,
    #[serde(rename = "type")]
    pub kind: String,
}

/// A page of a SCIM list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScimList {
    pub resources: Vec<ScimUser>,
    pub start_index: usize,
    pub items_per_page: usize,
    pub total_results: usize,
    pub schemas: Vec<String>,
}

/// `PUT /Users/{id}/password`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PasswordChange {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_password: Option<String>,
    pub password: String,
}

// It is a password.
impl std::fmt::Debug for PasswordChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordChange")
    }
}

/// A role collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RoleCollection {
    pub name: String,
    #[serde(deserialize_with = "null_is_default")]
    pub description: String,
    #[serde(deserialize_with = "null_is_default")]
    pub role_references: Vec<RoleReference>,
    pub group_references: Vec<Value>,
    pub user_references: Vec<UserReference>,
    pub saml_attribute_assignment: Vec<Value>,
    pub is_read_only: bool,
}

/// A role inside a collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RoleReference {
    pub role_template_app_id: String,
    pub role_template_name: String,
    pub name: String,
    #[serde(deserialize_with = "null_is_default")]
    pub description: String,
}

/// Somebody who has a collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct UserReference {
    pub id: String,
    pub username: String,
    pub origin: String,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Role {
    pub role_template_name: String,
    pub role_template_app_id: String,
    pub app_name: String,
    pub name: String,
    #[serde(deserialize_with = "null_is_default")]
    pub attribute_list: Vec<RoleAttribute>,
    #[serde(deserialize_with = "null_is_default")]
    pub description: String,
    pub scopes: Vec<RoleScope>,
    pub is_read_only: bool,
}

/// The values of a role's attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RoleAttribute {
    pub attribute_name: String,
    /// `static`: the values are these.
    pub attribute_value_origin: String,
    pub attribute_values: Vec<String>,
    pub value_required: bool,
}

/// A scope of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct RoleScope {
    pub name: String,
    pub description: String,
    #[serde(rename = "granted-apps")]
    pub granted_apps: Vec<String>,
}

/// A role template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct RoleTemplate {
    pub name: String,
    pub description: String,
    #[serde(rename = "scope-references")]
    pub scope_references: Vec<String>,
    #[serde(rename = "attribute-references")]
    pub attribute_references: Vec<AttributeReference>,
}

/// An attribute that a template's roles can restrict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct AttributeReference {
    pub name: String,
    #[serde(rename = "valueRequired")]
    pub value_required: bool,
}

/// An application whose roles a zone offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct App {
    pub appid: String,
    pub xsappname: String,
    pub scopes: Vec<RoleScope>,
    pub authorities: Vec<String>,
    pub attributes: Vec<Value>,
    #[serde(rename = "role-templates")]
    pub role_templates: Vec<RoleTemplate>,
    #[serde(rename = "tenant-mode")]
    pub tenant_mode: String,
}

/// A user of a zone, as the role administration shows him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct User {
    pub id: String,
    pub username: String,
    pub email: String,
    pub given_name: String,
    pub family_name: String,
    pub created: i64,
    pub modified: i64,
    pub origin: String,
    pub zone_id: String,
    pub verified: bool,
    pub legacy_verification_behavior: bool,
    pub password_change_required: bool,
    pub version: i64,
    pub active: bool,
    pub role_collections: Vec<String>,
}

fn null_is_default<'de, D, T>(value: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::deserialize(value)?.unwrap_or_default())
}

crate::unprinted!(Token, OauthClient, ScimUser);
