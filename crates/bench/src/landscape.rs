//! What is measured on: a subaccount with a key of transport management and pairs of virtual nodes.

use crate::connection::{Connection, request};
use crate::server::Server;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use wire::accounts::FirstStart;

/// Between the parts of forms.
pub(crate) const BOUNDARY: &str = "8f14e45fceea167a5a36dedd4bea2543";

/// A node with another one behind it.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// The node behind it.
    pub(crate) next: i64,
}

/// Where calls go and with what.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    pub(crate) host: String,
    pub(crate) bearer: String,
    pub(crate) subaccount: String,
    /// The first node of each pair.
    pub(crate) sources: Vec<Source>,
    key: Value,
}

impl Ground {
    /// Of a subaccount that is there already, by a key of transport management.
    pub(crate) async fn of_key(key: Value) -> Result<Self> {
        let uri = key["uri"].as_str().context("no uri")?;
        let host = uri.split('/').nth(2).context("an address")?.to_owned();
        let bearer = bearer(&mut Connection::open(&host).await?, &token_request(&key["uaa"])).await?;
        let subaccount = key["uaa"]["subaccountid"].as_str().unwrap_or_default().to_owned();
        Ok(Self { host, bearer, subaccount, sources: Vec::new(), key })
    }

    /// A call for a fresh token.
    pub(crate) fn token_call(&self) -> Vec<u8> {
        token_request(&self.key["uaa"])
    }

    /// A GET.
    pub(crate) fn get(&self, path: &str) -> Vec<u8> {
        request("GET", path, &[("Authorization", &self.bearer)], b"")
    }

    /// A POST of JSON.
    pub(crate) fn json(&self, path: &str, body: &Value) -> Vec<u8> {
        post(&self.bearer, "POST", path, body)
    }
}

/// What stands before and after the file of a form.
pub(crate) fn form_ends() -> (String, String) {
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n");
    (head, format!("\r\n--{BOUNDARY}--\r\n"))
}

/// A form with this file.
pub(crate) fn form(file: &[u8]) -> Vec<u8> {
    let (head, tail) = form_ends();
    [head.as_bytes(), file, tail.as_bytes()].concat()
}

fn post(bearer: &str, method: &str, path: &str, body: &Value) -> Vec<u8> {
    let headers = [("Authorization", bearer), ("Content-Type", "application/json")];
    request(method, path, &headers, body.to_string().as_bytes())
}

fn token_request(uaa: &Value) -> Vec<u8> {
    let text = |name: &str| uaa[name].as_str().unwrap_or_default();
    let coded = |text: &str| text.replace('!', "%21").replace('|', "%7C").replace('=', "%3D").replace('+', "%2B");
    let (id, secret) = (coded(text("clientid")), coded(text("clientsecret")));
    let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}");
    token_form(text("url"), &form)
}

fn token_form(url: &str, form: &str) -> Vec<u8> {
    let path = url.splitn(4, '/').nth(3).unwrap_or_default();
    let headers = [("Content-Type", "application/x-www-form-urlencoded")];
    request("POST", &format!("/{path}/oauth/token"), &headers, form.as_bytes())
}

/// Makes it over the public APIs.
pub(crate) async fn make(server: &Server, first: &FirstStart, pairs: usize) -> Result<Ground> {
    let host = server.url.split_once("://").context("an address")?.1.to_owned();
    let mut wire = Connection::open(&host).await?;
    let global = bearer(&mut wire, &token_request(&serde_json::to_value(&first.cis.uaa)?)).await?;
    let admin = &first.administrator;
    let body = json!({ "displayName": "Bench", "subdomain": "bench", "region": "eu10", "subaccountAdmins": [admin.user_name] });
    let made = call(&mut wire, &post(&global, "POST", "/accounts/v1/subaccounts", &body)).await?;
    let guid = made["guid"].as_str().context("no guid")?.to_owned();
    let path = format!("/accounts/v1/subaccounts/{guid}");
    let watch = request("GET", &path, &[("Authorization", &global)], b"");
    while call(&mut wire, &watch).await?["state"] != "OK" {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let body = json!({ "subaccountServicePlans": [{ "serviceName": "transport", "servicePlanName": "standard",
        "assignmentInfo": [{ "subaccountGUID": guid, "enable": true }] }] });
    wire.call(&post(&global, "PUT", "/entitlements/v1/subaccountServicePlans", &body)).await?;
    let (user, password) = (admin.user_name.replace('@', "%40"), admin.password.replace('+', "%2B"));
    let form = format!("grant_type=password&client_id=ropeway&client_secret=&username={user}&password={password}");
    let local = bearer(&mut wire, &token_form(&format!("{}/uaa/bench", server.url), &form)).await?;
    let key = key(&mut wire, &local).await?;
    let bearer = bearer(&mut wire, &token_request(&key["uaa"])).await?;
    let mut sources = Vec::with_capacity(pairs);
    for number in 0..pairs {
        sources.push(pair(&mut wire, &bearer, number).await?);
    }
    Ok(Ground { host, bearer, subaccount: guid, sources, key })
}

async fn call(wire: &mut Connection, bytes: &[u8]) -> Result<Value> {
    Ok(serde_json::from_slice(&wire.call(bytes).await?)?)
}

async fn bearer(wire: &mut Connection, bytes: &[u8]) -> Result<String> {
    let answer = call(wire, bytes).await?;
    Ok(format!("Bearer {}", answer["access_token"].as_str().context("no token")?))
}

async fn key(wire: &mut Connection, local: &str) -> Result<Value> {
    const INSTANCES: &str = "/service-manager/v1/service_instances?async=false";
    const BINDINGS: &str = "/service-manager/v1/service_bindings";
    let body = json!({ "name": "tms", "service_offering_name": "transport", "service_plan_name": "standard" });
    let order = post(local, "POST", INSTANCES, &body);
    let mut instance = call(wire, &order).await;
    // The entitlement shows a moment after it was granted.
    for _ in 0..200 {
        if instance.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        instance = call(wire, &order).await;
    }
    let instance = instance?;
    let body = json!({ "name": "key", "service_instance_id": instance["id"] });
    let made = call(wire, &post(local, "POST", &format!("{BINDINGS}?async=false"), &body)).await?;
    let path = format!("{BINDINGS}/{}", made["id"].as_str().context("no id")?);
    Ok(call(wire, &request("GET", &path, &[("Authorization", local)], b"")).await?["credentials"].clone())
}

/// Each caller has nodes of its own, as each team has: the order of one queue is kept by doing one thing at a time.
async fn pair(wire: &mut Connection, bearer: &str, number: usize) -> Result<Source> {
    let mut ids = Vec::new();
    for name in ["SRC", "DST"] {
        let name = format!("{name}{number}");
        let body =
            json!({ "name": name, "uploadAllowed": true, "forwardMode": "AUTO", "virtual": true, "targets": [] });
        let made = call(wire, &post(bearer, "POST", "/tms/v2/nodes", &body)).await?;
        ids.push(made["id"].as_i64().context("no id")?);
    }
    let body = json!({ "name": format!("R{number}"), "sourceNodeId": ids[0], "targetNodeId": ids[1] });
    call(wire, &post(bearer, "POST", "/tms/v2/routes", &body)).await?;
    Ok(Source { id: ids[0], name: format!("SRC{number}"), next: ids[1] })
}
