//! Service instances: what their names and parameters may be, and what follows from them for the instance's client.

use crate::Time;
use crate::catalog::Plan;
use crate::role::{self, App, Scope};
use crate::word::words;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::time::Duration;
use uuid::Uuid;

/// Why an instance or a key cannot be made like this. Reads as the broker's description.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadParameters(pub String);

fn refuse<T>(message: impl Into<String>) -> Result<T, BadParameters> {
    Err(BadParameters(message.into()))
}

impl From<role::Unknown> for BadParameters {
    fn from(unknown: role::Unknown) -> Self {
        Self(unknown.to_string())
    }
}

words! {
    /// Whether each key has a secret of its own, or all keys of the instance share one.
    Credential, "credential type", "binding-secret, instance-secret", {
        /// One per key.
        Binding = "binding-secret",
        /// One per instance.
        Instance = "instance-secret",
    }
}

impl Credential {
    /// Reads what was sent.
    ///
    /// # Errors
    /// Any other name; certificates among them.
    pub fn parse(text: &str) -> Result<Self, BadParameters> {
        let wrong = format!("credential type '{text}' is not supported; use 'binding-secret' or 'instance-secret'");
        text.parse().map_err(|_| BadParameters(wrong))
    }
}

words! {
    /// What an operation was done to.
    Resource, "kind of resource", "service_instances, service_bindings", {
        /// A service instance.
        Instance = "service_instances",
        /// A key.
        Binding = "service_bindings",
    }
}

words! {
    /// What was done to an instance or a key.
    OperationKind, "kind of operation", "create, update, delete", {
        /// It was made.
        Create = "create",
        /// It was changed.
        Update = "update",
        /// It was removed.
        Delete = "delete",
    }
}

/// The last thing done to an instance or a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Its GUID.
    pub id: Uuid,
    pub kind: OperationKind,
    pub at: Time,
}

/// What an instance's parameters come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The name of its application, when the parameters give one.
    pub xsappname: Option<String>,
    /// What its tokens may say.
    pub scopes: Vec<Scope>,
    /// How its keys are made.
    pub credential: Credential,
    /// Grant types it may use.
    pub grant_types: Vec<String>,
    /// Where a browser may be sent back to with a code.
    pub redirect_uris: Vec<String>,
    /// How long its tokens live.
    pub validity: Duration,
}

/// How long tokens live unless the parameters say otherwise.
const VALIDITY: Duration = Duration::from_secs(43_200);
const CLIENT_CREDENTIALS: &str = "client_credentials";
const AUTHORIZATION_CODE: &str = "authorization_code";

/// Names of instances and keys: 1 to 255 characters; those of SAP Cloud ALM API are narrower.
pub fn check_name(plan: &Plan, name: &str) -> Result<(), BadParameters> {
    if name.trim().is_empty() || name.chars().count() > 255 {
        return refuse("the name must have 1 to 255 characters");
    }
    match plan.service {
        "SAPCloudALMAPIs" => check_alm_name("the name of the instance", name),
        _ => Ok(()),
    }
}

fn check_alm_name(what: &str, name: &str) -> Result<(), BadParameters> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    match !name.is_empty() && name.len() <= 32 && name.chars().all(fits) {
        true => Ok(()),
        false => refuse(format!(
            "{what} '{name}' must have 1 to 32 characters: letters, digits, periods, hyphens, underscores"
        )),
    }
}

/// Reads the parameters of a new instance of the plan.
///
/// # Errors
/// Says what is wrong, as the broker would.
pub fn read(plan: &Plan, parameters: &Map<String, Value>) -> Result<Client, BadParameters> {
    match plan.service {
        "SAPCloudALMAPIs" => cloud_alm(parameters),
        "it-rt" => integration(plan, parameters),
        "content-agent" => with_roles(plan, &strings(parameters, "roles")?),
        "cis" => cis(plan, parameters),
        "xsuaa" => xsuaa(plan, parameters),
        _ => with_roles(plan, &[]),
    }
}

/// Reads the parameters of an update: the application may be named by the instance's GUID only.
///
/// # Errors
/// Says what is wrong, as the broker would.
pub fn read_update(plan: &Plan, guid: &str, parameters: &Map<String, Value>) -> Result<Client, BadParameters> {
    let named = parameters.get("xs-security").and_then(|xs| xs.get("xsappname")).and_then(Value::as_str);
    if let Some(other) = named.filter(|name| *name != guid) {
        return refuse(format!("on update, xsappname must be the GUID of the instance ({guid}), not '{other}'"));
    }
    let mut plain = parameters.clone();
    if let Some(xs) = plain.get_mut("xs-security").and_then(Value::as_object_mut) {
        xs.remove("xsappname");
    }
    read(plan, &plain)
}

/// Reads the parameters of a new key: only secrets can be had.
///
/// # Errors
/// When a certificate is asked for.
pub fn check_key(parameters: &Map<String, Value>) -> Result<(), BadParameters> {
    let certificate = |value: &str| value.starts_with("certificate") || value == "x509";
    for field in ["credential-type", "key-type"] {
        if let Some(wanted) = parameters.get(field).and_then(Value::as_str).filter(|value| certificate(value)) {
            return refuse(format!("{field} '{wanted}' is not supported; leave it out to get a client secret"));
        }
    }
    Ok(())
}

fn with_roles(plan: &Plan, roles: &[String]) -> Result<Client, BadParameters> {
    Ok(Client {
        xsappname: None,
        scopes: role::scopes_of_plan(plan.service, plan.name, roles)?,
        credential: Credential::Binding,
        grant_types: vec![CLIENT_CREDENTIALS.to_owned()],
        redirect_uris: Vec::new(),
        validity: VALIDITY,
    })
}

/// The credential type that parameters ask for, if they do.
///
/// # Errors
/// When it is not one of ours.
pub fn wanted_credential(parameters: &Map<String, Value>) -> Result<Option<Credential>, BadParameters> {
    let oauth = parameters.get("xs-security").and_then(|xs| xs.get("oauth2-configuration"));
    let Some(oauth) = oauth.and_then(Value::as_object) else { return Ok(None) };
    strings(oauth, "credential-types")?.first().map(|name| Credential::parse(name)).transpose()
}

/// Without `oauth2-configuration` (the form of the Cloud Foundry era) all keys share the instance's secret.
fn cloud_alm(parameters: &Map<String, Value>) -> Result<Client, BadParameters> {
    let empty = Map::new();
    let xs = match parameters.get("xs-security") {
        None => &empty,
        Some(Value::Object(xs)) => xs,
        Some(_) => return refuse("'xs-security' must be an object"),
    };
    let xsappname = text(xs, "xsappname")?;
    if let Some(name) = &xsappname {
        check_alm_name("xsappname", name)?;
    }
    let oauth = xs.get("oauth2-configuration").and_then(Value::as_object).unwrap_or(&empty);
    Ok(Client {
        xsappname,
        scopes: role::authorities(App::CloudAlm, &strings(xs, "authorities")?)?,
        credential: wanted_credential(parameters)?.unwrap_or(Credential::Instance),
        grant_types: vec![CLIENT_CREDENTIALS.to_owned()],
        redirect_uris: Vec::new(),
        validity: validity(oauth, 60..=86_400)?,
    })
}

fn integration(plan: &Plan, parameters: &Map<String, Value>) -> Result<Client, BadParameters> {
    let (grant_types, redirect_uris) = grants(parameters, &[CLIENT_CREDENTIALS, AUTHORIZATION_CODE, "password"])?;
    let mut roles = strings(parameters, "roles")?;
    if plan.name == "integration-flow" {
        let other = roles.iter().find(|role| *role != role::integration::SEND);
        if let Some(other) = other {
            return refuse(format!(
                "role '{other}' is not known to plan integration-flow; use {}",
                role::integration::SEND
            ));
        }
        roles = Vec::new();
    }
    let mut client = with_roles(plan, &roles)?;
    if plan.name == "integration-flow" {
        client.scopes = vec![Scope { app: App::Integration, local: role::integration::SEND }];
    }
    Ok(Client { grant_types, redirect_uris, validity: validity(parameters, 3_600..=86_400)?, ..client })
}

/// Grant types, and where browsers may be sent back to. Who says only the latter wants people to sign in.
fn grants(of: &Map<String, Value>, known: &[&str]) -> Result<(Vec<String>, Vec<String>), BadParameters> {
    let redirects = strings(of, "redirect-uris")?;
    redirects.iter().try_for_each(|uri| check_redirect(uri))?;
    let said = strings(of, "grant-types")?;
    if let Some(unknown) = said.iter().find(|grant| !known.contains(&grant.as_str())) {
        return refuse(format!("grant type '{unknown}' is not known; use {}", known.join(", ")));
    }
    let by_browser = said.iter().any(|grant| grant == AUTHORIZATION_CODE);
    match (said.is_empty(), redirects.is_empty()) {
        (true, true) => Ok((vec![CLIENT_CREDENTIALS.to_owned()], redirects)),
        (true, false) => {
            let grants = [CLIENT_CREDENTIALS, AUTHORIZATION_CODE, "refresh_token"];
            Ok((grants.map(str::to_owned).to_vec(), redirects))
        }
        (false, true) if by_browser => refuse("grant type 'authorization_code' needs 'redirect-uris'"),
        (false, false) if !by_browser => {
            refuse("'redirect-uris' have no effect without grant type 'authorization_code'")
        }
        (false, _) => Ok((said, redirects)),
    }
}

/// An address is compared as a whole: what stands for several addresses hands codes to whoever gets one of them.
fn check_redirect(uri: &str) -> Result<(), BadParameters> {
    let wrong = |why: &str| refuse(format!("redirect URI '{uri}' {why}"));
    if uri.contains('*') {
        return wrong("has a wildcard; list each address, they are compared exactly");
    }
    if uri.contains('#') {
        return wrong("must have no fragment");
    }
    let rest = uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?']).next()).unwrap_or_default();
    if host.is_empty() || host.contains('@') || uri.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return wrong("must be an address that begins with https:// or http:// and a host");
    }
    Ok(())
}

/// Keys of the account services act for a person unless the instance says otherwise.
fn cis(plan: &Plan, parameters: &Map<String, Value>) -> Result<Client, BadParameters> {
    let client = with_roles(plan, &[])?;
    match text(parameters, "grantType")?.as_deref() {
        Some("clientCredentials") => Ok(client),
        None => {
            let grants = ["password", "user_token", "refresh_token"];
            Ok(Client { grant_types: grants.map(str::to_owned).to_vec(), ..client })
        }
        Some(other) => refuse(format!("grantType '{other}' is not known; use 'clientCredentials' or leave it out")),
    }
}

/// An application's client: named, and with its own token settings. Scopes, roles and attributes of its own would need
/// a role model for each application, which there is not yet, so they are refused.
fn xsuaa(plan: &Plan, parameters: &Map<String, Value>) -> Result<Client, BadParameters> {
    const KNOWN: [&str; 4] = ["xsappname", "description", "tenant-mode", "oauth2-configuration"];
    let says = |value: &Value| !(value.is_null() || value.as_array().is_some_and(Vec::is_empty));
    if let Some((field, _)) = parameters.iter().find(|(field, value)| !KNOWN.contains(&field.as_str()) && says(value)) {
        return refuse(format!("'{field}' has no effect here yet; leave it out. Known are {}", KNOWN.join(", ")));
    }
    let xsappname = text(parameters, "xsappname")?;
    if let Some(name) = &xsappname {
        check_xsappname(name)?;
    }
    text(parameters, "description")?;
    if let Some(mode) = text(parameters, "tenant-mode")?.filter(|mode| mode != "dedicated") {
        return refuse(format!("tenant-mode '{mode}' is not supported; use 'dedicated'"));
    }
    let empty = Map::new();
    let oauth = match parameters.get("oauth2-configuration") {
        None | Some(Value::Null) => &empty,
        Some(Value::Object(oauth)) => oauth,
        Some(_) => return refuse("'oauth2-configuration' must be an object"),
    };
    const OAUTH: [&str; 4] = ["token-validity", "credential-types", "redirect-uris", "grant-types"];
    const GRANTS: [&str; 4] = [CLIENT_CREDENTIALS, AUTHORIZATION_CODE, "refresh_token", "password"];
    if let Some((field, _)) = oauth.iter().find(|(field, value)| !OAUTH.contains(&field.as_str()) && says(value)) {
        return refuse(format!("'{field}' of oauth2-configuration has no effect here yet; leave it out"));
    }
    let credential = strings(oauth, "credential-types")?.first().map(|name| Credential::parse(name)).transpose()?;
    let (credential, validity) = (credential.unwrap_or(Credential::Binding), validity(oauth, 60..=86_400)?);
    let (grant_types, redirect_uris) = grants(oauth, &GRANTS)?;
    Ok(Client { xsappname, credential, grant_types, redirect_uris, validity, ..with_roles(plan, &[])? })
}

fn check_xsappname(name: &str) -> Result<(), BadParameters> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "_-/\\".contains(c);
    match !name.is_empty() && name.len() <= 100 && name.chars().all(fits) {
        true => Ok(()),
        false => refuse(format!("xsappname '{name}' must have 1 to 100 characters: letters, digits, _ - / \\")),
    }
}

fn text(of: &Map<String, Value>, field: &str) -> Result<Option<String>, BadParameters> {
    match of.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => refuse(format!("'{field}' must be text")),
    }
}

fn strings(of: &Map<String, Value>, field: &str) -> Result<Vec<String>, BadParameters> {
    let wrong = || BadParameters(format!("'{field}' must be a list of texts"));
    match of.get(field) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(items)) => {
            items.iter().map(|item| item.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
        }
        Some(_) => Err(wrong()),
    }
}

fn validity(of: &Map<String, Value>, range: std::ops::RangeInclusive<u64>) -> Result<Duration, BadParameters> {
    match of.get("token-validity") {
        None | Some(Value::Null) => Ok(VALIDITY),
        Some(given) => given.as_u64().filter(|n| range.contains(n)).map(Duration::from_secs).ok_or_else(|| {
            BadParameters(format!("token-validity must be between {} and {} seconds", range.start(), range.end()))
        }),
    }
}

/// The id of an instance's application: a clone of the service's, named by `xsappname` or by the GUID, with the number
/// of its subaccount as plan index, so that a name is taken only within one subaccount. An application of `xsuaa` is
/// nobody's clone.
#[must_use]
pub fn app_id(name: &str, subaccount: i64, master: App) -> String {
    if master == App::Xsuaa {
        return format!("{name}!t{subaccount}");
    }
    format!("{name}!b{subaccount}|{}", master.id())
}

/// The id of the client of an application.
#[must_use]
pub fn client_id(app_id: &str) -> String {
    format!("sb-{app_id}")
}

#[cfg(test)]
mod tests;
