//! The steps of the guide, over the wire, with each person's own token and the server's own transport management.

use super::kit::{CHANGE_MANAGER, DEPLOYER, DEVELOPER, LEAD, Land, TENANT, TESTER};
use engine::Error;
use engine::identity::person::{self, NewPerson};
use engine::identity::roles::{self, Assignment};
use model::PersonId;
use model::role::App;
use model::role::alm::{CDM_DISPLAY, CDM_MANAGE, PROJECT_ADMINISTRATOR};
use model::role::platform::SUBACCOUNT_ADMINISTRATOR_RC;
use serde_json::{Value, json};
use testkit::Answer;

const PASSWORD: &str = "correct horse battery";

struct Team {
    land: Land,
    admin: String,
}

impl Team {
    async fn start() -> Self {
        let land = Land::start().await;
        let admin = land.app.first.administrator.user_name.clone();
        assign(&land, SUBACCOUNT_ADMINISTRATOR_RC, &admin).await;
        let token = land.app.admin_token(TENANT).await;
        collection(&land, &token, "admin", &[PROJECT_ADMINISTRATOR]).await;
        assign(&land, "admin", &admin).await;
        let admin = land.app.admin_token(TENANT).await;
        Self { land, admin }
    }

    /// Makes a person with a role collection of these templates, and logs in.
    async fn person(&self, name: &str, templates: &[&str]) -> String {
        collection(&self.land, &self.admin, name, templates).await;
        let new = NewPerson { user_name: name.to_owned(), password: Some(PASSWORD.to_owned()), ..NewPerson::default() };
        person::create(&self.land.app.cx, new).await.expect("a person");
        assign(&self.land, name, name).await;
        self.land.app.person_token(TENANT, name, PASSWORD).await
    }

    /// The project with its team.
    async fn project(&self) -> Value {
        let members = [
            ("lead", "lead"),
            ("manager", "member"),
            ("deployer", "member"),
            ("developer", "viewer"),
            ("tester", "viewer"),
        ];
        let members: Vec<Value> = members.iter().map(|(user, role)| json!({ "user": user, "role": role })).collect();
        let project = json!({ "name": "Integration", "members": members });
        self.call("POST", "projects", &self.admin, project).await.expect_status(201).json()
    }

    /// Exports content from DEV through the pass-through; answers the request's number.
    async fn export(&self) -> String {
        let producer = self.land.token(&[CDM_DISPLAY, CDM_MANAGE]).await;
        let file = self.land.upload(&producer, &testkit::mtar("shop", "1.0.0")).await;
        let export = json!({
            "nodeName": "DEV", "contentType": "MTA", "storageType": "FILE", "description": "Pricing",
            "entries": [{ "uri": file }],
        });
        let answer = self.land.pass("POST", "/v2/nodes/export", &producer).json(&export).good().await;
        answer["transportRequestId"].to_string()
    }

    /// Headings and actors, newest first.
    async fn history(&self, feature: &str, token: &str) -> Vec<Value> {
        let history = self.call("GET", &format!("{feature}/history"), token, Value::Null).await.good();
        let entries = history.as_array().expect("a list");
        entries.iter().map(|entry| json!([entry["heading"], entry["actor"]])).collect()
    }

    async fn call(&self, method: &str, path: &str, token: &str, body: Value) -> Answer {
        self.land.app.request(method, &format!("/api/v1/alm/{TENANT}/{path}")).bearer(token).json(&body).send().await
    }
}

async fn collection(land: &Land, admin: &str, name: &str, templates: &[&str]) {
    let id = App::CloudAlm.id();
    let role = |t: &&str| json!({ "roleTemplateAppId": id, "roleTemplateName": t, "name": t, "description": "" });
    let roles: Vec<Value> = templates.iter().map(role).collect();
    let body = json!({ "name": name, "description": "", "roleReferences": roles });
    let path = format!("/uaa/{TENANT}/sap/rest/authorization/v2/rolecollections");
    let _ = land.app.post(&path).bearer(admin).json(&body).good().await;
}

async fn assign(land: &Land, collection: &str, user: &str) {
    let assignment = Assignment {
        zone: land.subaccount.into(),
        collection: collection.to_owned(),
        user_name: user.to_owned(),
        origin: "sap.default".to_owned(),
        create_if_missing: Some(PersonId(land.app.cx.random.uuid())),
        actor: "test".to_owned(),
    };
    let now = land.app.cx.now();
    let done = land.app.cx.db.write(async move |tx| {
        roles::assign(tx, &assignment, now).await?;
        Ok::<_, Error>(())
    });
    done.await.expect("an assignment");
}

#[tokio::test]
async fn from_the_feature_to_production() {
    let team = Team::start().await;
    team.land.landscape().await;
    let lead = team.person("lead", LEAD).await;
    let developer = team.person("developer", DEVELOPER).await;
    let tester = team.person("tester", TESTER).await;
    let manager = team.person("manager", CHANGE_MANAGER).await;
    let deployer = team.person("deployer", DEPLOYER).await;
    let project = team.project().await;

    let new = json!({ "title": "Pricing", "projectId": project["id"] });
    let _ = team.call("POST", "features", &developer, new.clone()).await.expect_status(403);
    let made = team.call("POST", "features", &lead, new).await.expect_status(201).json();
    assert_eq!((&made["displayId"], &made["statusCode"]), (&json!("6-1"), &json!("CREATED")));
    let feature = format!("features/{}", made["uuid"].as_str().unwrap());
    let status = async |token: &str, code: &str| {
        team.call("POST", &format!("{feature}/status"), token, json!({ "statusCode": code })).await
    };
    let _ = status(&developer, "IN_REALIZATION").await.expect_status(200);

    let request = team.export().await;
    let offered = team.call("GET", "transports?assigned=false", &developer, Value::Null).await.good();
    assert_eq!(
        (&offered[0]["id"], &offered[0]["source"], &offered[0]["target"]),
        (&json!(request), &json!("DEV"), &json!("TEST"))
    );
    let _ =
        team.call("PUT", &format!("{feature}/transports/{request}"), &developer, Value::Null).await.expect_status(200);

    let deploy = async |target: &str| {
        let started = team.call("POST", &format!("{feature}/deploy"), &deployer, json!({ "target": target })).await;
        assert_eq!(started.expect_status(202).json()["actionIds"].as_array().unwrap().len(), 1);
        team.land.app.run_jobs().await;
        team.call("POST", &format!("{feature}/refresh"), &deployer, Value::Null).await.expect_status(200).json()
    };
    let seen = deploy("TEST").await;
    assert_eq!(
        (&seen["transports"][0]["status"], &seen["transports"][0]["target"]),
        (&json!("Deployed in TEST"), &json!("PROD"))
    );
    let _ = status(&developer, "IN_TESTING").await.expect_status(200);
    let _ = status(&developer, "SUCCESSFULLY_TESTED").await.expect_status(403);
    let _ = status(&tester, "SUCCESSFULLY_TESTED").await.expect_status(200);
    let _ = status(&lead, "APPROVED_FOR_DEPLOYMENT").await.expect_status(403);
    let _ = status(&manager, "APPROVED_FOR_DEPLOYMENT").await.expect_status(200);
    let _ = status(&lead, "CONFIRMED").await.expect_status(400);
    let seen = deploy("PROD").await;
    assert_eq!(
        (&seen["transports"][0]["status"], &seen["transports"][0]["target"]),
        (&json!("Deployed in PROD"), &json!(""))
    );
    let _ = status(&lead, "CONFIRMED").await.expect_status(200);

    let history = team.history(&feature, &lead).await;
    assert_eq!(history[0], json!(["Status changed", "lead"]));
    assert_eq!(history[1], json!(["Transport request deployed in PROD", "deployer"]));
    assert!(history.len() >= 9, "{history:?}");
}
