//! A landscape with one subaccount and its organization.

use serde_json::{Value, json};
use testkit::{Answer, Request, TestApp};

pub(crate) struct Kit {
    pub(crate) app: TestApp,
    /// A token of the administrator of everything.
    pub(crate) admin: String,
    pub(crate) subaccount: String,
    pub(crate) org: String,
}

/// What people's passwords are.
pub(crate) const PASSWORD: &str = "a long password";

impl Kit {
    /// A subaccount with these plans; its organization has the given name.
    pub(crate) async fn start(org: &str, plans: &[(&str, &str)]) -> Self {
        let app = TestApp::start().await;
        let first = &app.first.administrator;
        let admin = app.cf_token(&first.user_name, &first.password).await;
        let mut kit = Self { app, admin, subaccount: String::new(), org: String::new() };
        kit.subaccount = kit.new_subaccount("dev").await;
        kit.entitle("cloudfoundry", "standard").await;
        kit.entitle("APPLICATION_RUNTIME", "MEMORY").await;
        for (service, plan) in plans {
            kit.entitle(service, plan).await;
        }
        kit.org = kit.new_org("dev", org).await;
        kit
    }

    async fn cis(&self) -> String {
        let uaa = &self.app.first.cis.uaa;
        self.app.client_token(&uaa.url, &uaa.clientid, &uaa.clientsecret).await
    }

    pub(crate) async fn new_subaccount(&self, subdomain: &str) -> String {
        let admins = [&self.app.first.administrator.user_name];
        let body =
            json!({"displayName": subdomain, "region": "eu10", "subdomain": subdomain, "subaccountAdmins": admins});
        let made = self.app.post("/accounts/v1/subaccounts").bearer(&self.cis().await).json(&body).good().await;
        made["guid"].as_str().expect("a subaccount").to_owned()
    }

    pub(crate) async fn entitle(&self, service: &str, plan: &str) {
        self.entitle_in(&self.subaccount, service, plan).await;
    }

    pub(crate) async fn entitle_in(&self, subaccount: &str, service: &str, plan: &str) {
        let call = |amount: Value| {
            let mut info = amount;
            info["subaccountGUID"] = json!(subaccount);
            json!({"subaccountServicePlans": [
                {"serviceName": service, "servicePlanName": plan, "assignmentInfo": [info]}]})
        };
        let token = self.cis().await;
        let put = |body: Value| {
            self.app.request("PUT", "/entitlements/v1/subaccountServicePlans").bearer(&token).json(&body).send()
        };
        let enabled = put(call(json!({"enable": true}))).await;
        if enabled.status >= 300 {
            let _ = put(call(json!({"amount": 2}))).await.good();
        }
    }

    pub(crate) async fn new_org(&self, zone: &str, name: &str) -> String {
        let admin = &self.app.first.administrator;
        let token = self.app.admin_token(zone).await;
        let body = json!({"environmentType": "cloudfoundry", "serviceName": "cloudfoundry", "planName": "standard",
            "name": name, "parameters": {"instance_name": name}, "user": admin.user_name});
        let _ = self.app.post("/provisioning/v1/environments").bearer(&token).json(&body).good().await;
        let query = name.replace(',', "%252C").replace(' ', "+").replace('/', "%2F");
        let found = self.get(&self.admin, &format!("/v3/organizations?names={query}")).await.good();
        found["resources"][0]["guid"].as_str().unwrap_or_else(|| panic!("no organization: {found}")).to_owned()
    }

    /// A person who can log in, and a token.
    pub(crate) async fn person(&self, name: &str) -> String {
        let body = json!({"userName": name, "password": PASSWORD, "emails": [{"value": name}],
            "name": {"givenName": "A", "familyName": "B"}});
        let _ = self.app.post("/cf-uaa/Users").bearer(&self.admin).json(&body).good().await;
        self.app.cf_token(name, PASSWORD).await
    }

    pub(crate) fn call(&self, token: &str, method: &str, path: &str) -> Request {
        self.app.request(method, &format!("/cf{path}")).bearer(token)
    }

    pub(crate) async fn get(&self, token: &str, path: &str) -> Answer {
        self.call(token, "GET", path).send().await
    }

    pub(crate) async fn post(&self, token: &str, path: &str, body: Value) -> Answer {
        self.call(token, "POST", path).json(&body).send().await
    }

    pub(crate) async fn space(&self, name: &str) -> String {
        self.space_in(&self.org, name).await
    }

    pub(crate) async fn space_in(&self, org: &str, name: &str) -> String {
        let body = json!({"name": name, "relationships": {"organization": {"data": {"guid": org}}}});
        guid(&self.post(&self.admin, "/v3/spaces", body).await.expect_status(201).json())
    }

    /// Gives a role to a person, in a space or in the organization.
    pub(crate) async fn role(&self, kind: &str, user: &str, place: &str) -> Answer {
        let level = if kind.starts_with("space") { "space" } else { "organization" };
        self.post(&self.admin, "/v3/roles", role(kind, json!({"username": user}), level, place)).await
    }

    /// Somebody who is user of the organization and has this role in the space.
    pub(crate) async fn in_space(&self, kind: &str, user: &str, space: &str) -> String {
        let token = self.person(user).await;
        let _ = self.role("organization_user", user, &self.org).await.expect_status(201);
        let _ = self.role(kind, user, space).await.expect_status(201);
        token
    }

    /// What all pages of a list show, in order; `show` reads one of its resources.
    pub(crate) async fn walked(&self, token: &str, list: &str, show: impl Fn(&Value) -> String) -> Vec<String> {
        let (mut all, mut next) = (Vec::new(), Some(list.to_owned()));
        let mut total = json!(null);
        while let Some(path) = next {
            let page = self.get(token, &path).await.good();
            all.extend(page["resources"].as_array().expect("a list").iter().map(&show));
            total = page["pagination"]["total_results"].clone();
            let prefix = format!("{}/cf", self.app.url);
            let href = page["pagination"]["next"]["href"].as_str();
            next = href.map(|href| href.strip_prefix(&prefix).expect("an address of ours").to_owned());
        }
        assert_eq!(total, json!(all.len()), "{list}");
        all
    }

    /// Follows the location of an accepted call, as it is, until the call has ended.
    pub(crate) async fn finished(&self, token: &str, accepted: Answer) -> Value {
        let accepted = accepted.expect_status(202);
        assert!(accepted.bytes.is_empty());
        let location = accepted.header("location").expect("a location").to_owned();
        assert!(location.starts_with(&self.app.url), "{location}");
        let path = location[self.app.url.len()..].to_owned();
        self.app.run_jobs().await;
        self.app.get(&path).bearer(token).good().await
    }
}

pub(crate) fn role(kind: &str, user: Value, level: &str, place: &str) -> Value {
    json!({"type": kind, "relationships": {"user": {"data": user}, level: {"data": {"guid": place}}}})
}

pub(crate) fn guid(resource: &Value) -> String {
    resource["guid"].as_str().unwrap_or_else(|| panic!("no guid: {resource}")).to_owned()
}

/// The details of a refusal.
pub(crate) fn detail(answer: &Answer) -> String {
    answer.json()["errors"][0]["detail"].as_str().unwrap_or_default().to_owned()
}

pub(crate) fn names(list: &Value) -> Vec<String> {
    let resources = list["resources"].as_array().expect("a list");
    resources.iter().map(|r| r["name"].as_str().unwrap_or_default().to_owned()).collect()
}
