//! A server with tokens of the global account, and what most stories do first.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use testkit::{Answer, TestApp};

pub(super) struct Kit {
    pub(super) app: TestApp,
    /// A token of the `cis` key.
    pub(super) cis: String,
    /// Log-in name of the administrator.
    pub(super) admin: String,
}

/// A subaccount with a token of its administrator.
pub(super) struct Place {
    pub(super) guid: String,
    pub(super) token: String,
}

impl Kit {
    pub(super) async fn start() -> Self {
        let app = TestApp::start().await;
        let uaa = &app.first.cis.uaa;
        let cis = app.client_token(&uaa.url, &uaa.clientid, &uaa.clientsecret).await;
        let admin = app.first.administrator.user_name.clone();
        Self { app, cis, admin }
    }

    pub(super) async fn dev() -> (Self, Place) {
        let kit = Self::start().await;
        let place = kit.subaccount("dev").await;
        (kit, place)
    }

    /// A subaccount that may have destinations.
    pub(super) async fn with_destinations() -> (Self, Place) {
        let (kit, place) = Self::dev().await;
        kit.enable(&place.guid, "destination", "lite").await;
        (kit, place)
    }

    pub(super) async fn create(&self, body: Value) -> Answer {
        self.app.post("/accounts/v1/subaccounts").bearer(&self.cis).json(&body).send().await
    }

    pub(super) async fn subaccount(&self, subdomain: &str) -> Place {
        let body = json!({"displayName": subdomain, "region": "eu10", "subdomain": subdomain,
            "subaccountAdmins": [self.admin]});
        let made = self.create(body).await.expect_status(201).json();
        let guid = made["guid"].as_str().expect("text").to_owned();
        Place { guid, token: self.app.admin_token(subdomain).await }
    }

    pub(super) async fn assign(&self, guid: &str, plan: (&str, &str), wish: Value) -> Answer {
        let mut info = wish;
        info["subaccountGUID"] = json!(guid);
        let body = json!({"subaccountServicePlans": [
            {"serviceName": plan.0, "servicePlanName": plan.1, "assignmentInfo": [info]}]});
        let path = "/entitlements/v1/subaccountServicePlans";
        self.app.request("PUT", path).bearer(&self.cis).json(&body).send().await
    }

    pub(super) async fn enable(&self, guid: &str, service: &str, plan: &str) {
        let _ = self.assign(guid, (service, plan), json!({"enable": true})).await.expect_status(202);
    }

    pub(super) async fn amount(&self, guid: &str, service: &str, plan: &str, amount: i64) {
        let _ = self.assign(guid, (service, plan), json!({"amount": amount})).await.expect_status(202);
    }

    /// The assignment of a plan to a subaccount, null when there is none.
    pub(super) async fn assigned(&self, guid: &str, service: &str, plan: &str) -> Value {
        let path = format!("/entitlements/v1/assignments?subaccountGUID={guid}");
        let all = self.app.get(&path).bearer(&self.cis).good().await;
        let find = |list: &Value, name: &str| -> Value {
            list.as_array().expect("a list").iter().find(|item| item["name"] == name).cloned().unwrap_or_default()
        };
        let service = find(&all["assignedServices"], service);
        if service.is_null() {
            return Value::Null;
        }
        find(&service["servicePlans"], plan)["assignmentInfo"][0].clone()
    }

    /// To how many subaccounts plans of a service are assigned.
    pub(super) async fn assigned_anywhere(&self, service: &str) -> usize {
        let path = format!("/entitlements/v1/assignments?assignedServiceName={service}");
        let all = self.app.get(&path).bearer(&self.cis).good().await;
        let services = all["assignedServices"].as_array().expect("a list").iter();
        let plans = services.flat_map(|service| service["servicePlans"].as_array().expect("a list"));
        plans.map(|plan| plan["assignmentInfo"].as_array().expect("a list").len()).sum()
    }

    pub(super) async fn subscribe(&self, place: &Place, app: &str, plan: &str) -> Answer {
        let path = format!("/saas-manager/v1/applications/{app}/subscription");
        let body = json!({"planName": plan, "subscriptionParams": {}});
        self.app.post(&path).bearer(&place.token).json(&body).send().await
    }

    pub(super) async fn application(&self, place: &Place, app: &str) -> Value {
        self.app.get(&format!("/saas-manager/v1/applications/{app}")).bearer(&place.token).good().await
    }

    pub(super) async fn instance(&self, place: &Place, plan: (&str, &str), name: &str, parameters: Value) -> Answer {
        let body = json!({"name": name, "service_offering_name": plan.0, "service_plan_name": plan.1,
            "parameters": parameters});
        self.app.post("/service-manager/v1/service_instances").bearer(&place.token).json(&body).send().await
    }

    /// An instance that is made; its GUID.
    pub(super) async fn made(&self, place: &Place, plan: (&str, &str), name: &str, parameters: Value) -> String {
        let made = self.instance(place, plan, name, parameters).await.expect_status(201).json();
        made["id"].as_str().expect("text").to_owned()
    }

    pub(super) async fn bind(&self, place: &Place, instance: &str, name: &str) -> String {
        let body = json!({"name": name, "service_instance_id": instance});
        let request = self.app.post("/service-manager/v1/service_bindings").bearer(&place.token).json(&body);
        request.send().await.expect_status(201).json()["id"].as_str().expect("text").to_owned()
    }

    pub(super) async fn credentials(&self, place: &Place, binding: &str) -> Value {
        let path = format!("/service-manager/v1/service_bindings/{binding}");
        self.app.get(&path).bearer(&place.token).good().await["credentials"].clone()
    }

    /// What is in a new key of a new instance.
    pub(super) async fn key(&self, place: &Place, plan: (&str, &str), parameters: Value) -> Value {
        let instance = self.made(place, plan, plan.1, parameters).await;
        let binding = self.bind(place, &instance, "key").await;
        self.credentials(place, &binding).await
    }

    /// What a key's client gets when it asks for a token.
    pub(super) async fn ask(&self, key: &Value) -> Answer {
        let part =
            [&key["uaa"], &key["oauth"], key].into_iter().find(|part| part["clientid"].is_string()).expect("a client");
        let base = part["url"].as_str().expect("text");
        let url = part["tokenurl"].as_str().map_or_else(|| format!("{base}/oauth/token"), str::to_owned);
        let (id, secret) = (part["clientid"].as_str().expect("text"), part["clientsecret"].as_str().expect("text"));
        let form = [("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)];
        testkit::Request::new(&self.app.cx.http, "POST", &url).form(&form).send().await
    }
}

/// The claims of a token.
pub(super) fn claims(token: &str) -> Value {
    let part = token.split('.').nth(1).expect("a body");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64")).expect("JSON")
}

/// The names of the fields of an object, in its order.
pub(super) fn fields(object: &Value) -> Vec<&str> {
    object.as_object().unwrap_or_else(|| panic!("no object: {object}")).keys().map(String::as_str).collect()
}

/// The texts of a list.
pub(super) fn texts(list: &Value) -> Vec<String> {
    list.as_array()
        .unwrap_or_else(|| panic!("no list: {list}"))
        .iter()
        .map(|v| v.as_str().expect("text").to_owned())
        .collect()
}
