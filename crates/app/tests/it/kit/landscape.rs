//! A small landscape: one subaccount with transport management, and virtual nodes, so that imports need no runtime.

use super::api::{Api, Lost};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use wire::accounts::FirstStart;

/// Name, whether requests may enter, forward mode, and the nodes that follow.
const NODES: [(&str, bool, &str, &[&str]); 6] = [
    ("SRC", true, "AUTO", &["T1", "T2"]),
    ("T1", false, "POST_IMPORT", &["P1"]),
    ("T2", false, "MANUAL", &["P2", "P3"]),
    ("P1", false, "AUTO", &[]),
    ("P2", false, "AUTO", &[]),
    ("P3", false, "AUTO", &[]),
];

/// Its subaccount, a key of transport management, and the nodes.
#[derive(Debug, Clone)]
pub(crate) struct Landscape {
    pub(crate) subaccount: String,
    pub(crate) key: Value,
    pub(crate) nodes: BTreeMap<&'static str, i64>,
}

impl Landscape {
    /// Makes it over the public APIs, as an administrator would.
    pub(crate) async fn make(api: &Api, url: &str, first: &FirstStart) -> Self {
        let (subaccount, mut keys) = service_keys(api, url, first, &[("transport", "standard")]).await.unwrap();
        let key = keys.remove(0);
        let tms = api.at(key["uri"].as_str().unwrap(), &service_token(api, &key).await.unwrap());
        let nodes = nodes(&tms).await.unwrap();
        Self { subaccount, key, nodes }
    }

    /// The same without routes: every node deploys to the target at this URL.
    pub(crate) async fn with_target(api: &Api, url: &str, first: &FirstStart, target: &str) -> Self {
        let services = [("transport", "standard"), ("destination", "lite")];
        let (subaccount, keys) = service_keys(api, url, first, &services).await.unwrap();
        let [key, destinations] = <[Value; 2]>::try_from(keys).unwrap();
        let local = api.at(destinations["uri"].as_str().unwrap(), &service_token(api, &destinations).await.unwrap());
        let body = json!({ "Name": "target", "Type": "HTTP", "URL": target, "ProxyType": "Internet",
            "Authentication": "BasicAuthentication", "User": "deployer", "Password": "pa55w0rd" });
        local.post("/destination-configuration/v1/subaccountDestinations", body).await.unwrap();
        let tms = api.at(key["uri"].as_str().unwrap(), &service_token(api, &key).await.unwrap());
        let mut nodes = BTreeMap::new();
        for (name, ..) in NODES {
            let targets = json!([{ "contentType": "MTA", "destinationName": "target" }]);
            let body = json!({ "name": name, "uploadAllowed": true, "forwardMode": "MANUAL", "targets": targets });
            nodes.insert(name, tms.post("/v2/nodes", body).await.unwrap()["id"].as_i64().unwrap());
        }
        Self { subaccount, key, nodes }
    }

    pub(crate) fn node(&self, name: &str) -> i64 {
        self.nodes[name]
    }

    /// A client of transport management with a fresh token.
    pub(crate) async fn tms(&self, api: &Api) -> Result<Api, Lost> {
        Ok(api.at(self.key["uri"].as_str().unwrap(), &service_token(api, &self.key).await?))
    }
}

/// A token of a service key.
pub(crate) async fn service_token(api: &Api, key: &Value) -> Result<String, Lost> {
    let uaa = if key["uaa"].is_object() { &key["uaa"] } else { key };
    let text = |name: &str| uaa[name].as_str().unwrap();
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", text("clientid")),
        ("client_secret", text("clientsecret")),
    ];
    api.grant(&format!("{}/oauth/token", text("url")), &fields).await
}

/// A fresh subaccount with an instance of each service, and their keys; all through the public APIs.
async fn service_keys(
    api: &Api,
    url: &str,
    first: &FirstStart,
    services: &[(&str, &str)],
) -> Result<(String, Vec<Value>), Lost> {
    let cis = serde_json::to_value(&first.cis).unwrap();
    let global = api.at(url, &service_token(api, &cis).await?);
    let admin = &first.administrator;
    let body = json!({ "displayName": "Transport", "subdomain": "transport", "region": "eu10", "subaccountAdmins": [admin.user_name] });
    let made = global.post("/accounts/v1/subaccounts", body).await?;
    let guid = made["guid"].as_str().unwrap().to_owned();
    until(&global, &format!("/accounts/v1/subaccounts/{guid}"), "state", "OK").await?;
    for (service, plan) in services {
        let assignment = json!({ "subaccountServicePlans": [{ "serviceName": service, "servicePlanName": plan,
            "assignmentInfo": [{ "subaccountGUID": guid, "enable": true }] }] });
        let path = "/entitlements/v1/subaccountServicePlans";
        global.call("PUT", path, super::api::Sent::Json(&assignment)).await?.good(path);
    }
    let fields = [
        ("grant_type", "password"),
        ("client_id", "ropeway"),
        ("client_secret", ""),
        ("username", &*admin.user_name),
        ("password", &*admin.password),
    ];
    let token = api.grant(&format!("{url}/uaa/transport/oauth/token"), &fields).await?;
    let (local, mut keys) = (api.at(url, &token), Vec::new());
    for (service, plan) in services {
        keys.push(bound(&local, service, plan).await?);
    }
    Ok((guid, keys))
}

async fn bound(local: &Api, service: &str, plan: &str) -> Result<Value, Lost> {
    let instances = "/service-manager/v1/service_instances?async=false";
    let plans = format!("/service-manager/v1/service_plans?fieldQuery=catalog_name%20eq%20%27{plan}%27");
    let deadline = Instant::now() + Duration::from_secs(30);
    while local.get(&plans).await?["items"].as_array().is_none_or(Vec::is_empty) {
        assert!(Instant::now() < deadline, "the entitlement does not show");
    }
    let body = json!({ "name": service, "service_offering_name": service, "service_plan_name": plan });
    let instance = local.post(instances, body).await?;
    let body = json!({ "name": "key", "service_instance_id": instance["id"] });
    let made = local.post("/service-manager/v1/service_bindings?async=false", body).await?;
    let id = made["id"].as_str().unwrap();
    Ok(local.get(&format!("/service-manager/v1/service_bindings/{id}")).await?["credentials"].clone())
}

async fn until(api: &Api, path: &str, field: &str, wanted: &str) -> Result<(), Lost> {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let seen = api.get(path).await?;
        if seen[field] == wanted {
            return Ok(());
        }
        assert!(Instant::now() < deadline, "{path} stays {seen}");
    }
}

async fn nodes(tms: &Api) -> Result<BTreeMap<&'static str, i64>, Lost> {
    let mut ids = BTreeMap::new();
    for (name, upload, mode, _) in NODES {
        let body =
            json!({ "name": name, "uploadAllowed": upload, "forwardMode": mode, "virtual": true, "targets": [] });
        ids.insert(name, tms.post("/v2/nodes", body).await?["id"].as_i64().unwrap());
    }
    for (source, _, _, targets) in NODES {
        for target in targets {
            let body = json!({ "name": format!("{source}-{target}"), "sourceNodeId": ids[source], "targetNodeId": ids[target] });
            tms.post("/v2/routes", body).await?;
        }
    }
    Ok(ids)
}
