//! Looks at destinations, of the source subaccount and of the one that is subscribed to transport management.

use super::calls::Calls;
use super::findings::{Finding, Looked};
use super::transport;
use crate::web::Login;
use serde_json::Value;
use std::collections::BTreeSet;

const DEV: &str = "destination-dev";
const ALM: &str = "destination-alm";
pub(super) const PASS_THROUGH: &str = "TransportManagementService";
const PASS_THROUGH_PATH: &str = "/imp-cdm-transport-management-api/v1";

async fn all(calls: &mut Calls<'_>, key: &str) -> Looked<Vec<Value>> {
    let uri = calls.text(key, "/uri")?.trim_end_matches('/');
    let url = format!("{uri}/destination-configuration/v1/subaccountDestinations");
    Ok(calls.get(key, url).await?.as_array().cloned().unwrap_or_default())
}

/// A destination of the source subaccount.
async fn source(calls: &mut Calls<'_>, name: &str) -> Looked<Value> {
    let all = all(calls, DEV).await?;
    if let Some(found) = all.iter().find(|one| one["Name"] == name) {
        return Ok(found.clone());
    }
    let like = all.iter().filter_map(|one| one["Name"].as_str()).find(|other| other.eq_ignore_ascii_case(name));
    Err(match like {
        Some(other) => Finding::wrong(format!("the destination is called {other}"))
            .fix(format!("names are case-sensitive: call it {name}")),
        None => Finding::missing(format!("the source subaccount has no destination {name}"))
            .fix(format!("create the destination {name} there")),
    })
}

/// A destination with client credentials, which leads to where a key says.
pub(super) async fn with_key(calls: &mut Calls<'_>, name: &str, wanted: Looked<String>) -> Looked {
    let found = source(calls, name).await?;
    let url = leads(&found, wanted)?;
    token_url(&found)?;
    credentials(calls, &found).await?;
    Ok(Finding::done(format!("{name} → {url}")))
}

/// The URL, when it is the wanted one; without the key that would say so, any.
fn leads(found: &Value, wanted: Looked<String>) -> Looked<String> {
    let url = found["URL"].as_str().unwrap_or_default().to_owned();
    match wanted {
        Ok(wanted) if url.trim_end_matches('/') != wanted => {
            Err(Finding::wrong(format!("its URL is {url}")).fix(format!("the key says {wanted}")))
        }
        _ => Ok(url),
    }
}

fn token_url(found: &Value) -> Looked<String> {
    let url = found["tokenServiceURL"].as_str().unwrap_or_default();
    match url.ends_with("/oauth/token") {
        true => Ok(url.to_owned()),
        false => Err(Finding::wrong(format!("its token service URL is {url}")).fix("append /oauth/token")),
    }
}

/// Whether its client gets a token.
async fn credentials(calls: &Calls<'_>, found: &Value) -> Looked<String> {
    let text = |name: &str| found[name].as_str().unwrap_or_default();
    let (id, secret) = (text("clientId"), text("clientSecret"));
    if secret.is_empty() {
        return Err(Finding::not_checkable("the destination service does not show the client secret"));
    }
    let answer = calls.client_token(&token_url(found)?, id, secret).await?;
    answer.demand(&[200]).map_err(|failure| {
        Finding::wrong(format!("its credentials give no token: {}", failure.cause))
            .fix("write clientid and clientsecret of the present service key into the destination")
    })?;
    Ok(id.to_owned())
}

pub(super) async fn pass_through_type(calls: &mut Calls<'_>) -> Looked {
    let found = source(calls, PASS_THROUGH).await?;
    for (property, wanted) in [("Type", "HTTP"), ("Authentication", "OAuth2ClientCredentials")] {
        if found[property] != wanted {
            return Ok(Finding::wrong(format!("{property} is {}", found[property])).fix(format!("set it to {wanted}")));
        }
    }
    Ok(Finding::done(format!("{PASS_THROUGH}, HTTP, OAuth2ClientCredentials")))
}

pub(super) async fn pass_through_url(calls: &mut Calls<'_>) -> Looked {
    let found = source(calls, PASS_THROUGH).await?;
    let wanted = calls.text("calm-api", "/endpoints/Api").map(|api| format!("{api}{PASS_THROUGH_PATH}"));
    let url = leads(&found, wanted)?;
    Ok(match url.trim_end_matches('/').ends_with(PASS_THROUGH_PATH) {
        true => Finding::done(url),
        false => Finding::wrong(format!("its URL is {url}")).fix(format!("it ends with {PASS_THROUGH_PATH}")),
    })
}

pub(super) async fn pass_through_credentials(calls: &mut Calls<'_>) -> Looked {
    let found = source(calls, PASS_THROUGH).await?;
    Ok(Finding::done(format!("the client {} gets a token", credentials(calls, &found).await?)))
}

pub(super) async fn pass_through_token_url(calls: &mut Calls<'_>) -> Looked {
    Ok(Finding::done(token_url(&source(calls, PASS_THROUGH).await?)?))
}

pub(super) async fn source_system(calls: &mut Calls<'_>) -> Looked {
    Ok(Finding::done(format!("sourceSystemId = {}", source_system_id(calls).await?)))
}

/// The name of the source node, as the destination gives it.
pub(super) async fn source_system_id(calls: &mut Calls<'_>) -> Looked<String> {
    let found = source(calls, PASS_THROUGH).await?;
    let properties = found.as_object().into_iter().flatten();
    let (spelled, value) = properties
        .filter(|(name, _)| name.eq_ignore_ascii_case("sourceSystemId"))
        .map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned()))
        .next()
        .ok_or_else(|| Finding::missing("it has no property sourceSystemId"))?;
    if spelled != "sourceSystemId" {
        return Err(Finding::wrong(format!("the property is spelled {spelled}")).fix("spell it sourceSystemId"));
    }
    Ok(value)
}

pub(super) async fn pass_through_root(calls: &mut Calls<'_>) -> Looked {
    let url = format!("{}{PASS_THROUGH_PATH}", calls.text("calm-api", "/endpoints/Api")?);
    Ok(match calls.status(&url, Login::Nobody).await? {
        404 => Finding::done("404 at the root, as expected"),
        status if status < 500 => Finding::wrong(format!("the root answers {status} instead of 404")),
        status => Finding::wrong(format!("the root answers {status}: the service is not well")),
    })
}

/// The destinations that lead to a deploy service; those that nodes name must be among them.
async fn targets(calls: &mut Calls<'_>) -> Looked<Vec<Value>> {
    let all = all(calls, ALM).await?;
    for (node, name) in transport::used_destinations(calls).await.unwrap_or_default() {
        if !all.iter().any(|one| one["Name"] == *name) {
            return Err(Finding::missing(format!("there is no destination {name}, which the node {node} uses"))
                .fix(format!("create {name} in the subaccount that is subscribed to Cloud Transport Management")));
        }
    }
    let leads = |one: &&Value| one["URL"].as_str().is_some_and(|url| url.contains("/slprot/"));
    let targets: Vec<Value> = all.iter().filter(leads).cloned().collect();
    match targets.is_empty() {
        true => Err(Finding::missing("no destination leads to a deploy service")),
        false => Ok(targets),
    }
}

fn text<'a>(one: &'a Value, name: &str) -> &'a str {
    one[name].as_str().unwrap_or_default()
}

pub(super) async fn target_names(calls: &mut Calls<'_>) -> Looked {
    let found = targets(calls).await?;
    let names: Vec<&str> = found.iter().map(|one| text(one, "Name")).collect();
    Ok(Finding::done(names.join(", ")))
}

pub(super) async fn target_urls(calls: &mut Calls<'_>) -> Looked {
    let found = targets(calls).await?;
    for one in &found {
        let (name, url) = (text(one, "Name"), text(one, "URL"));
        if url.contains([' ', ',']) {
            return Ok(Finding::wrong(format!("the URL of {name} has blanks or commas"))
                .fix("percent-encode the names of org and space"));
        }
        if !url.trim_end_matches('/').ends_with("/slp") {
            return Ok(Finding::wrong(format!("the URL of {name} does not end with /slp: {url}")));
        }
    }
    Ok(Finding::done(format!("{} URLs of the form …/slprot/…/slp", found.len())))
}

pub(super) async fn ping(calls: &mut Calls<'_>) -> Looked {
    let found = targets(calls).await?;
    let bases: BTreeSet<&str> =
        found.iter().filter_map(|one| one["URL"].as_str()?.split_once("/slprot/").map(|(base, _)| base)).collect();
    for base in &bases {
        let status = calls.status(&format!("{base}/public/ping"), Login::Nobody).await?;
        if status != 200 {
            return Ok(Finding::wrong(format!("{base} answers {status}: it is not the right domain")));
        }
    }
    Ok(Finding::done(format!("{} answers 200", bases.into_iter().collect::<Vec<_>>().join(", "))))
}

/// Whether each target lets its deploy user in.
pub(super) async fn deploy_users(calls: &mut Calls<'_>) -> Looked {
    let found = targets(calls).await?;
    for one in found.iter().filter(|one| text(one, "Authentication") == "BasicAuthentication") {
        let (name, user) = (text(one, "Name"), text(one, "User"));
        if user.is_empty() || text(one, "Password").is_empty() {
            return Ok(Finding::missing(format!("{name} has no deploy user or no password")));
        }
        let url = format!("{}/services", text(one, "URL").trim_end_matches('/'));
        match calls.status(&url, Login::Basic(user, text(one, "Password"))).await? {
            200 => {}
            401 => {
                return Ok(Finding::wrong(format!("{name}: the deploy service does not let {user} in"))
                    .fix("write the user's present password into the destination"));
            }
            status => return Ok(Finding::wrong(format!("{name}: the deploy service answers {user} {status}"))),
        }
    }
    Ok(Finding::done(format!("{} destinations, their users are let in", found.len())))
}
