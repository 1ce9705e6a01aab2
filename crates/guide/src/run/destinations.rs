//! Steps 12 to 14, 27 to 36 and 42: the transport mode, the destinations, and their checks.

use super::cloud_foundry;
use crate::failure::{Failure, Result};
use crate::landscape::Role;
use crate::session::{ALM, DEV, SOURCE_NODE, SPACE, Session, TARGETS};
use crate::web;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// What stays bare in a path segment.
const SEGMENT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) async fn transport_mode(s: &mut Session) -> Result<String> {
    let token = s.token(Role::Administrator, DEV).await?;
    let url = format!("{}/api/v1/tenants/{}/transport-settings", s.addresses.public(), s.subaccount(DEV)?.subdomain);
    s.web.put(&url, &token, json!({ "mode": "TransportManagementService" })).await?;
    Ok("TransportManagementService".to_owned())
}

pub(super) async fn content_assembly(s: &mut Session) -> Result<String> {
    let key = s.key("content-agent-dev")?.clone();
    let destination = client_credentials(
        "ContentAssemblyService",
        web::text(&key, "/url")?.to_owned(),
        (web::text(&key, "/uaa/clientid")?, web::text(&key, "/uaa/clientsecret")?),
        format!("{}/oauth/token", web::text(&key, "/uaa/url")?),
    );
    save(s, "destination-dev", &destination).await?;
    check(s, DEV, "ContentAssemblyService").await
}

pub(super) async fn cloud_integration(s: &mut Session) -> Result<String> {
    let key = s.key("it-rt-dev")?.clone();
    let destination = client_credentials(
        "CloudIntegration",
        format!("{}/api/1.0/transportmodule/Transport", web::text(&key, "/oauth/url")?),
        (web::text(&key, "/oauth/clientid")?, web::text(&key, "/oauth/clientsecret")?),
        web::text(&key, "/oauth/tokenurl")?.to_owned(),
    );
    save(s, "destination-dev", &destination).await?;
    check(s, DEV, "CloudIntegration").await
}

fn client_credentials(name: &str, url: String, (id, secret): (&str, &str), token_url: String) -> Map<String, Value> {
    let pairs = [
        ("Name", name),
        ("Type", "HTTP"),
        ("URL", &url),
        ("ProxyType", "Internet"),
        ("Authentication", "OAuth2ClientCredentials"),
        ("tokenServiceURLType", "Dedicated"),
        ("tokenServiceURL", &token_url),
        ("clientId", id),
        ("clientSecret", secret),
    ];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), Value::from(value))).collect()
}

/// Writes a destination of the subaccount that the key belongs to.
async fn save(s: &mut Session, key: &str, destination: &Map<String, Value>) -> Result<()> {
    let token = s.key_token(key, "").await?;
    let uri = web::text(s.key(key)?, "/uri")?.to_owned();
    let url = format!("{uri}/destination-configuration/v1/subaccountDestinations");
    s.web.post(&url, &token, Value::Object(destination.clone()), &[201]).await.map(|_| ())
}

/// The connection check of the editor, and whether the credentials work.
async fn check(s: &mut Session, subaccount: &str, name: &str) -> Result<String> {
    let token = s.token(Role::Administrator, subaccount).await?;
    let guid = &s.subaccount(subaccount)?.guid;
    let url = format!("{}/api/v1/subaccounts/{guid}/destinations/{name}/check", s.addresses.public());
    let seen = s.web.post(&url, &token, Value::Null, &[200]).await?.json()?;
    if seen["reachable"] != true {
        return Err(Failure::new(format!("{name} is not reachable: {}", seen["message"])));
    }
    if seen["credentials"]["ok"] == false {
        return Err(Failure::new(format!("the credentials of {name} do not work: {}", seen["credentials"]["message"])));
    }
    Ok(format!("{name}: reachable, {} {}", seen["status"], seen["reason"].as_str().unwrap_or_default()))
}

pub(super) fn draft_name(s: &mut Session) -> Result<String> {
    let draft = json!({ "Name": "TransportManagementService", "Type": "HTTP" });
    s.notes.insert("draft", draft);
    Ok("TransportManagementService, HTTP".to_owned())
}

/// Adds properties to the destination being drafted.
fn add(s: &mut Session, properties: &[(&str, String)]) -> Result<()> {
    let draft = s.notes.get_mut("draft").and_then(Value::as_object_mut);
    let draft = draft.ok_or_else(|| Failure::new("no destination is being drafted"))?;
    draft.extend(properties.iter().map(|(key, value)| ((*key).to_owned(), Value::from(value.as_str()))));
    Ok(())
}

pub(super) fn draft_url(s: &mut Session) -> Result<String> {
    let api = web::text(s.key("calm-api")?, "/endpoints/Api")?;
    let url = format!("{api}/imp-cdm-transport-management-api/v1");
    add(s, &[("URL", url.clone())])?;
    Ok(url)
}

pub(super) fn draft_credentials(s: &mut Session) -> Result<String> {
    let key = s.key("calm-api")?;
    let id = web::text(key, "/uaa/clientid")?.to_owned();
    let secret = web::text(key, "/uaa/clientsecret")?.to_owned();
    let properties = [
        ("ProxyType", "Internet".to_owned()),
        ("Authentication", "OAuth2ClientCredentials".to_owned()),
        ("clientId", id.clone()),
        ("clientSecret", secret),
    ];
    add(s, &properties)?;
    Ok(format!("OAuth2ClientCredentials as {id}"))
}

pub(super) fn draft_token_url(s: &mut Session) -> Result<String> {
    let url = format!("{}/oauth/token", web::text(s.key("calm-api")?, "/uaa/url")?);
    add(s, &[("tokenServiceURLType", "Dedicated".to_owned()), ("tokenServiceURL", url.clone())])?;
    Ok(url)
}

pub(super) async fn save_draft(s: &mut Session) -> Result<String> {
    add(s, &[("sourceSystemId", source_node(s))])?;
    let draft = s.note("draft")?.as_object().cloned().unwrap_or_default();
    save(s, "destination-dev", &draft).await?;
    Ok(format!("saved with sourceSystemId = {}", source_node(s)))
}

/// The source node's name; nodes of one tenant share their names, runs do not share tenants.
pub(super) fn source_node(_s: &Session) -> String {
    SOURCE_NODE.to_owned()
}

pub(super) async fn check_connection(s: &mut Session) -> Result<String> {
    let saw = check(s, DEV, "TransportManagementService").await?;
    if !saw.contains("404") {
        return Err(Failure::new(format!("the root of the pass-through should answer 404; {saw}")));
    }
    Ok(format!("{saw}: expected, the path is completed by each call"))
}

/// The destination of a target node.
pub(super) fn target_destination(node: &str) -> String {
    format!("CPI_{node}_CF")
}

pub(super) fn target_names(s: &mut Session) -> Result<String> {
    let drafts: Vec<Value> =
        TARGETS.iter().map(|(_, node)| json!({ "Name": target_destination(node), "Type": "HTTP" })).collect();
    s.notes.insert("targets", Value::from(drafts));
    Ok(TARGETS.map(|(_, node)| target_destination(node)).join(", "))
}

/// TEST is addressed by the names of org and space, PROD by the GUID of the space: both forms of the guide.
pub(super) fn target_urls(s: &mut Session) -> Result<String> {
    let base = format!("{}/slprot", s.addresses.deploy_service());
    let segment = |text: &str| utf8_percent_encode(text, &SEGMENT).to_string();
    let (test, prod) = (TARGETS[0].0, TARGETS[1].0);
    let by_name = format!("{base}/{}/{}/slp", segment(&s.subaccount(test)?.org.name), segment(SPACE));
    let by_guid = format!("{base}/{}/slp", s.space(prod, SPACE)?.guid);
    let drafts = s.notes.get_mut("targets").and_then(Value::as_array_mut);
    let drafts = drafts.ok_or_else(|| Failure::new("no destinations are being drafted"))?;
    for (draft, url) in drafts.iter_mut().zip([&by_name, &by_guid]) {
        draft["URL"] = Value::from(url.as_str());
    }
    Ok(format!("{by_name}, {by_guid}"))
}

pub(super) async fn validate_domain(s: &mut Session) -> Result<String> {
    let url = format!("{}/public/ping", s.addresses.deploy_service());
    let answer = cloud_foundry::public_get(s, &url).await?.demand(&[200])?;
    Ok(format!("200 {}", String::from_utf8_lossy(&answer.body).trim()))
}

pub(super) async fn save_targets(s: &mut Session) -> Result<String> {
    let user = s.person(Role::DeployUser)?.clone();
    let drafts = s.note("targets")?.as_array().cloned().unwrap_or_default();
    let mut saw = Vec::new();
    for draft in drafts {
        let mut draft = draft.as_object().cloned().unwrap_or_default();
        for (key, value) in [
            ("ProxyType", "Internet"),
            ("Authentication", "BasicAuthentication"),
            ("User", &user.user_name),
            ("Password", &user.password),
        ] {
            draft.insert(key.to_owned(), Value::from(value));
        }
        save(s, "destination-alm", &draft).await?;
        let name = draft["Name"].as_str().unwrap_or_default().to_owned();
        saw.push(check(s, ALM, &name).await?);
    }
    Ok(saw.join("; "))
}

pub(super) async fn configuration_check(s: &mut Session) -> Result<String> {
    let token = s.token(Role::Administrator, DEV).await?;
    let url = format!("{}/api/v1/tenants/{}/configuration-check", s.addresses.public(), s.subaccount(DEV)?.subdomain);
    let seen = s.web.post(&url, &token, Value::Null, &[200]).await?.json()?;
    let lines = seen.as_array().cloned().unwrap_or_default();
    for line in &lines {
        if line["state"] != "ok" {
            let fix = line["fix"].as_str().unwrap_or_default();
            return Err(Failure::new(format!("{}: {} ({})", line["check"], line["text"], line["state"])).fix(fix));
        }
    }
    Ok(format!("{} checks, all ok", lines.len()))
}
