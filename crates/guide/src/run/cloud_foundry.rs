//! Steps 10, 11, 15, 16 and 21 to 26: spaces, service instances and keys, as `cf` does it.

use super::prepare::INTEGRATION;
use crate::failure::{Failure, Result};
use crate::landscape::{Named, Role};
use crate::session::{ALM, DEV, SPACE, Session};
use crate::web::{self, Login, Sent};
use client::Method;
use serde_json::{Value, json};

/// The space that holds the Cloud ALM API instance.
const ALM_SPACE: &str = "sap_cloud_alm_space";
/// The instance name the guide proposes.
const ALM_INSTANCE: &str = "CALMFeatureDeployment";
/// The key name the guide proposes.
const ALM_KEY: &str = "sap_cloud_alm_key";

/// One instance with one key.
struct InstanceWithKey<'a> {
    subaccount: &'a str,
    space: &'a str,
    offering: &'a str,
    plan: &'a str,
    name: &'a str,
    parameters: Value,
    key: &'a str,
}

async fn create(s: &mut Session, path: &str, body: Value) -> Result<web::Answer> {
    let token = s.cf_token(Role::Administrator).await?;
    let url = format!("{}{path}", s.landscape.cf.api);
    s.web.post(&url, &token, body, &[201, 202]).await
}

async fn get(s: &mut Session, path: &str) -> Result<Value> {
    let token = s.cf_token(Role::Administrator).await?;
    s.web.get(&format!("{}{path}", s.landscape.cf.api), &token).await
}

/// Waits for the job that a 202 points to.
async fn job(s: &mut Session, answer: web::Answer) -> Result<()> {
    let Some(location) = answer.location else { return Ok(()) };
    let token = s.cf_token(Role::Administrator).await?;
    super::waiting::until(s, (&location, &token), "the job", |seen| match seen["state"].as_str() {
        Some("COMPLETE") => Ok(Some(())),
        Some("FAILED") => Err(Failure::new(format!("the job failed: {}", seen["errors"][0]["detail"]))),
        _ => Ok(None),
    })
    .await
}

/// Creates a space and makes the administrator its manager and developer, as `cf create-space` does.
pub(super) async fn space_with_roles(s: &mut Session, subaccount: &str, name: &str) -> Result<()> {
    let org = s.subaccount(subaccount)?.org.guid.clone();
    let body = json!({ "name": name, "relationships": { "organization": { "data": { "guid": org } } } });
    let made = create(s, "/v3/spaces", body).await?.json()?;
    let guid = web::text(&made, "/guid")?.to_owned();
    s.subaccount_mut(subaccount)?.spaces.push(Named { name: name.to_owned(), guid: guid.clone() });
    let admin = s.person(Role::Administrator)?.user_name.clone();
    for kind in ["space_manager", "space_developer"] {
        role(s, kind, ("space", &guid), &admin).await?;
    }
    Ok(())
}

/// Makes somebody a developer of a space; first of all a user of its org.
pub(super) async fn space_developer(s: &mut Session, subaccount: &str, space: &str, user: &str) -> Result<()> {
    let org = s.subaccount(subaccount)?.org.guid.clone();
    let space = s.space(subaccount, space)?.guid.clone();
    role(s, "organization_user", ("organization", &org), user).await?;
    role(s, "space_developer", ("space", &space), user).await
}

async fn role(s: &mut Session, kind: &str, (place, guid): (&str, &str), user: &str) -> Result<()> {
    let body = json!({ "type": kind, "relationships": { "user": { "data": { "username": user } }, place: { "data": { "guid": guid } } } });
    create(s, "/v3/roles", body).await.map(|_| ())
}

/// Creates the instance and its key and reads the key.
async fn instance_with_key(s: &mut Session, wanted: InstanceWithKey<'_>) -> Result<Value> {
    let instance = instance(s, &wanted).await?;
    let binding = key(s, &instance, "guide").await?;
    let credentials = credentials(s, &binding).await?;
    s.keys.insert(wanted.key.to_owned(), credentials.clone());
    Ok(credentials)
}

async fn instance(s: &mut Session, wanted: &InstanceWithKey<'_>) -> Result<String> {
    let space = s.space(wanted.subaccount, wanted.space)?.guid.clone();
    let plans = get(
        s,
        &format!(
            "/v3/service_plans?names={}&service_offering_names={}&space_guids={space}",
            wanted.plan, wanted.offering
        ),
    )
    .await?;
    let plan = web::text(&plans, "/resources/0/guid")
        .map_err(|_| {
            Failure::new(format!("the marketplace of the space has no plan {} of {}", wanted.plan, wanted.offering))
        })?
        .to_owned();
    let mut body = json!({
        "type": "managed", "name": wanted.name,
        "relationships": { "space": { "data": { "guid": space } }, "service_plan": { "data": { "guid": plan } } },
    });
    if !wanted.parameters.is_null() {
        body["parameters"] = wanted.parameters.clone();
    }
    let answer = create(s, "/v3/service_instances", body).await?;
    job(s, answer).await?;
    let seen = get(s, &format!("/v3/service_instances?names={}&space_guids={space}", wanted.name)).await?;
    web::text(&seen, "/resources/0/guid").map(str::to_owned)
}

async fn key(s: &mut Session, instance: &str, name: &str) -> Result<String> {
    let body = json!({ "type": "key", "name": name, "relationships": { "service_instance": { "data": { "guid": instance } } } });
    let answer = create(s, "/v3/service_credential_bindings", body).await?;
    job(s, answer).await?;
    let path = format!("/v3/service_credential_bindings?names={name}&service_instance_guids={instance}&type=key");
    let seen = get(s, &path).await?;
    web::text(&seen, "/resources/0/guid").map(str::to_owned)
}

async fn credentials(s: &mut Session, binding: &str) -> Result<Value> {
    let details = get(s, &format!("/v3/service_credential_bindings/{binding}/details")).await?;
    details.get("credentials").cloned().ok_or_else(|| Failure::new("the key has no credentials"))
}

pub(super) async fn content_agent(s: &mut Session) -> Result<String> {
    let wanted = InstanceWithKey {
        subaccount: DEV,
        space: SPACE,
        offering: "content-agent",
        plan: "standard",
        name: "content-agent",
        parameters: Value::Null,
        key: "content-agent-dev",
    };
    let key = instance_with_key(s, wanted).await?;
    Ok(format!("key with url {}", web::text(&key, "/url")?))
}

/// The roles of the client that reads and writes packages.
fn runtime_parameters() -> Value {
    json!({ "grant-types": ["client_credentials"], "redirect-uris": [],
            "roles": ["WorkspacePackagesTransport", "WorkspacePackagesRead", "WorkspacePackagesEdit"] })
}

async fn runtime(s: &mut Session, subaccount: &str, key: &str) -> Result<Value> {
    let wanted = InstanceWithKey {
        subaccount,
        space: SPACE,
        offering: "it-rt",
        plan: "api",
        name: "process-integration-api",
        parameters: runtime_parameters(),
        key,
    };
    instance_with_key(s, wanted).await
}

pub(super) async fn integration_runtime(s: &mut Session) -> Result<String> {
    let key = runtime(s, DEV, "it-rt-dev").await?;
    Ok(format!("key with url {}", web::text(&key, "/oauth/url")?))
}

pub(super) async fn list_spaces(s: &mut Session) -> Result<String> {
    let org = s.subaccount(ALM)?.org.guid.clone();
    let seen = get(s, &format!("/v3/spaces?organization_guids={org}&order_by=name")).await?;
    Ok(format!("{} spaces", web::list(&seen, "/resources")?.len()))
}

pub(super) async fn create_space(s: &mut Session) -> Result<String> {
    space_with_roles(s, ALM, ALM_SPACE).await?;
    Ok(format!("{ALM_SPACE} ({})", s.space(ALM, ALM_SPACE)?.guid))
}

pub(super) async fn open_instances(s: &mut Session) -> Result<String> {
    let space = s.space(ALM, ALM_SPACE)?.guid.clone();
    let seen = get(s, &format!("/v3/service_instances?space_guids={space}")).await?;
    Ok(format!("{} instances", web::list(&seen, "/resources")?.len()))
}

/// The name must be good and new; both are known before anything is created.
pub(super) async fn name_instance(s: &mut Session) -> Result<String> {
    let name = format!("{}{ALM_INSTANCE}", s.options.prefix);
    let good = name.len() <= 32 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if !good {
        return Err(Failure::new(format!("'{name}' is no name for an instance")).fix("choose a shorter --prefix"));
    }
    let space = s.space(ALM, ALM_SPACE)?.guid.clone();
    let seen = get(s, &format!("/v3/service_instances?names={name}&space_guids={space}")).await?;
    if !web::list(&seen, "/resources")?.is_empty() {
        return Err(Failure::new(format!("an instance {name} exists already")));
    }
    s.notes.insert("almInstance", Value::from(name.clone()));
    Ok(name)
}

pub(super) fn parameters(s: &mut Session) -> Result<String> {
    let name = s.note("almInstance")?.clone();
    let parameters = json!({ "xs-security": {
        "xsappname": name,
        "authorities": ["$XSMASTERAPPNAME.imp-cdm-feature-display-ui", "$XSMASTERAPPNAME.imp-cdm-feature-manage-ui"],
    }});
    s.notes.insert("almParameters", parameters);
    Ok("two authorities: display and manage features".to_owned())
}

pub(super) async fn create_alm_instance(s: &mut Session) -> Result<String> {
    let (name, parameters) =
        (s.note("almInstance")?.as_str().unwrap_or_default().to_owned(), s.note("almParameters")?.clone());
    let wanted = InstanceWithKey {
        subaccount: ALM,
        space: ALM_SPACE,
        offering: "SAPCloudALMAPIs",
        plan: "standard",
        name: &name,
        parameters,
        key: "calm-api",
    };
    let guid = instance(s, &wanted).await?;
    s.notes.insert("almInstanceGuid", Value::from(guid.clone()));
    Ok(format!("created ({guid})"))
}

pub(super) async fn create_alm_key(s: &mut Session) -> Result<String> {
    let instance = s.note("almInstanceGuid")?.as_str().unwrap_or_default().to_owned();
    let binding = key(s, &instance, ALM_KEY).await?;
    s.notes.insert("almBinding", Value::from(binding));
    Ok(ALM_KEY.to_owned())
}

pub(super) async fn read_alm_key(s: &mut Session) -> Result<String> {
    let binding = s.note("almBinding")?.as_str().unwrap_or_default().to_owned();
    let key = credentials(s, &binding).await?;
    let saw = format!("endpoints.Api {}", web::text(&key, "/endpoints/Api")?);
    s.keys.insert("calm-api".to_owned(), key);
    Ok(saw)
}

/// The keys of `--out` that no step makes.
pub(crate) async fn remaining_keys(s: &mut Session) -> Result<()> {
    for (plan, name) in
        [("standard", "transport"), ("export", "transport-export"), ("transport_operator", "transport-operator")]
    {
        let wanted = InstanceWithKey {
            subaccount: ALM,
            space: ALM_SPACE,
            offering: "transport",
            plan,
            name,
            parameters: Value::Null,
            key: name,
        };
        instance_with_key(s, wanted).await?;
    }
    for (subaccount, key) in INTEGRATION.into_iter().zip(["", "it-rt-test", "it-rt-prod"]).skip(1) {
        runtime(s, subaccount, key).await?;
    }
    s.keys.retain(|name, _| !name.starts_with("destination-cpi"));
    Ok(())
}

/// Whether a token of nobody is refused: used by no step, but the check of a real landscape asks it, too.
pub(crate) async fn public_get(s: &Session, url: &str) -> Result<web::Answer> {
    s.web.call(Method::GET, url, Login::Nobody, Sent::Nothing).await
}
