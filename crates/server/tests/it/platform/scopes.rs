//! What keys may do: scopes in tokens.

use super::kit::{Kit, Place, claims, texts};
use serde_json::{Value, json};

const ALM: (&str, &str) = ("SAPCloudALMAPIs", "standard");
const DISPLAY: &str = "$XSMASTERAPPNAME.imp-cdm-feature-display-ui";
const MANAGE: &str = "$XSMASTERAPPNAME.imp-cdm-feature-manage-ui";

fn xs_security(name: &str, authorities: &[&str]) -> Value {
    json!({"xs-security": {"xsappname": name, "authorities": authorities,
        "oauth2-configuration": {"credential-types": ["binding-secret"]}}})
}

async fn alm() -> (Kit, Place) {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.amount(&place.guid, ALM.0, ALM.1, 5).await;
    (kit, place)
}

async fn scopes(kit: &Kit, key: &Value) -> Vec<String> {
    texts(&claims(&kit.ask(key).await.token())["scope"])
}

fn has(scopes: &[String], app: &str, local: &str) -> bool {
    scopes.iter().any(|s| s.starts_with(&format!("{app}!")) && s.ends_with(&format!(".{local}")))
}

#[tokio::test]
async fn authorities_are_in_the_token_and_its_audience() {
    let (kit, place) = alm().await;
    let key = kit.key(&place, ALM, xs_security("CALMFeatureDeployment", &[DISPLAY, MANAGE])).await;
    let claims = claims(&kit.ask(&key).await.token());
    let scopes = texts(&claims["scope"]);
    assert!(has(&scopes, "sapcloudalm", "imp-cdm-feature-display-ui"), "{scopes:?}");
    assert!(has(&scopes, "sapcloudalm", "imp-cdm-feature-manage-ui"), "{scopes:?}");
    assert!(texts(&claims["aud"]).iter().any(|aud| aud.starts_with("sapcloudalm!b")), "{claims}");
    assert_eq!(claims["zid"], place.guid);
}

#[tokio::test]
async fn without_authorities_the_token_has_none() {
    let (kit, place) = alm().await;
    let key = kit.key(&place, ALM, json!({"xs-security": {"xsappname": "plain"}})).await;
    assert_eq!(key["uaa"]["credential-type"], "instance-secret");
    let scopes = scopes(&kit, &key).await;
    assert!(!scopes.iter().any(|s| s.contains("imp-cdm")), "{scopes:?}");
}

#[tokio::test]
async fn an_unknown_authority_fails_by_name_and_leaves_nothing() {
    let (kit, place) = alm().await;
    let typo = "$XSMASTERAPPNAME.imp-cdm-feature-mange-ui";
    let failed = kit.instance(&place, ALM, "a", xs_security("a", &[DISPLAY, typo])).await.expect_status(502).json();
    assert_eq!(failed["error"], "BrokerError");
    assert!(failed["description"].as_str().unwrap().contains(typo), "{failed}");
    assert_eq!(failed["broker_error"]["StatusCode"], 400);
    let list = kit.app.get("/service-manager/v1/service_instances").bearer(&place.token).good().await;
    assert_eq!(list["num_items"], 0);
    let foreign = kit.instance(&place, ALM, "a", xs_security("a", &["$XSAPPNAME(application,other).Read"])).await;
    let _ = foreign.expect_status(201);
}

#[tokio::test]
async fn an_xsappname_is_taken_once_in_a_subaccount() {
    let (kit, place) = alm().await;
    let _ = kit.made(&place, ALM, "first", xs_security("App", &[])).await;
    let failed = kit.instance(&place, ALM, "second", xs_security("App", &[])).await.expect_status(502).json();
    assert_eq!((&failed["error"], &failed["broker_error"]["StatusCode"]), (&json!("BrokerError"), &json!(409)));
    assert!(failed["broker_error"].get("ErrorMessage").is_some());
    let other = kit.subaccount("alm2").await;
    kit.amount(&other.guid, ALM.0, ALM.1, 1).await;
    let _ = kit.made(&other, ALM, "first", xs_security("App", &[])).await;
}

#[tokio::test]
async fn an_update_names_the_instance_by_guid_and_changes_the_next_token() {
    let (kit, place) = alm().await;
    let id = kit.made(&place, ALM, "App", xs_security("App", &[DISPLAY])).await;
    let binding = kit.bind(&place, &id, "k").await;
    let key = kit.credentials(&place, &binding).await;
    assert!(!has(&scopes(&kit, &key).await, "sapcloudalm", "imp-cdm-feature-manage-ui"));
    let path = format!("/service-manager/v1/service_instances/{id}");
    let patch = |body: Value| kit.app.request("PATCH", &path).bearer(&place.token).json(&body);
    let by_name = json!({"parameters": xs_security("App", &[DISPLAY, MANAGE])});
    let _ = patch(by_name).send().await.expect_status(502);
    let by_guid = json!({"parameters": xs_security(&id, &[DISPLAY, MANAGE])});
    let after = patch(by_guid).send().await.expect_status(200).json();
    assert_eq!(after["last_operation"]["type"], "update");
    assert!(has(&scopes(&kit, &key).await, "sapcloudalm", "imp-cdm-feature-manage-ui"));
}

#[tokio::test]
async fn the_plan_of_a_transport_key_says_what_it_may() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    for plan in ["export", "transport_operator"] {
        kit.enable(&place.guid, "transport", plan).await;
    }
    let export = kit.key(&place, ("transport", "export"), json!({})).await;
    let export = scopes(&kit, &export).await;
    assert!(has(&export, "alm-ts-backend", "Export") && !has(&export, "alm-ts-backend", "Import"), "{export:?}");
    let operator = kit.key(&place, ("transport", "transport_operator"), json!({})).await;
    let operator = scopes(&kit, &operator).await;
    assert!(has(&operator, "alm-ts-backend", "Import") && !has(&operator, "alm-ts-backend", "Export"));
}

#[tokio::test]
async fn an_export_key_uploads_but_does_not_import() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.enable(&place.guid, "alm-ts", "standard").await;
    kit.enable(&place.guid, "transport", "export").await;
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
    let key = kit.key(&place, ("transport", "export"), json!({})).await;
    let token = kit.ask(&key).await.token();
    let _ = kit.app.get("/tms/v2/nodes").bearer(&token).send().await.expect_status(200);
    let import = kit.app.post("/tms/v2/nodes/1/transportRequests/import").bearer(&token);
    let _ = import.json(&json!({"transportRequests": [1]})).send().await.expect_status(403);
    let file = client::multipart::Part::bytes(b"x".to_vec()).file_name("a.mtar");
    let upload = kit.app.post("/tms/v2/files/upload").bearer(&token);
    let upload = upload.multipart(client::multipart::Form::new().part("file", file)).send().await;
    assert_eq!(upload.status, 201, "{}", upload.text());
}

#[tokio::test]
async fn roles_of_an_integration_key_are_its_scopes() {
    let (kit, place) = Kit::dev().await;
    kit.amount(&place.guid, "it-rt", "api", 2).await;
    let roles = ["WorkspacePackagesTransport", "WorkspacePackagesRead", "WorkspacePackagesEdit"];
    let parameters = json!({"roles": roles, "grant-types": ["client_credentials"], "redirect-uris": [],
        "token-validity": 3600});
    let key = kit.key(&place, ("it-rt", "api"), parameters).await;
    let answer = kit.ask(&key).await.good();
    assert!(answer["expires_in"].as_i64().unwrap() <= 3_600, "{answer}");
    let scopes = scopes(&kit, &key).await;
    for local in ["TransportModule.read", "TransportModule.write", "WebToolingWorkspace.Write"] {
        assert!(has(&scopes, "it", local), "{local}: {scopes:?}");
    }
    let listed = kit.app.get("/service-manager/v1/service_instances").bearer(&place.token).good().await;
    let path = format!("/service-manager/v1/service_instances/{}", listed["items"][0]["id"].as_str().unwrap());
    let fewer = json!({"parameters": {"roles": ["WorkspacePackagesRead"], "token-validity": 7200}});
    let _ = kit.app.request("PATCH", &path).bearer(&place.token).json(&fewer).send().await.expect_status(200);
    let answer = kit.ask(&key).await.good();
    assert!((3_601..=7_200).contains(&answer["expires_in"].as_i64().unwrap()), "{answer}");
    assert!(!answer["scope"].as_str().unwrap().contains("TransportModule"), "{answer}");
    let wrong = json!({"roles": ["WorkspacePackagesTransprt"]});
    let failed = kit.instance(&place, ("it-rt", "api"), "wrong", wrong).await.expect_status(502).json();
    assert!(failed["description"].as_str().unwrap().contains("WorkspacePackagesTransprt"), "{failed}");
}
