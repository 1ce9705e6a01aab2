//! Roles and role collections of a zone.

use super::kit::{ADMIN, Kit, PASSWORD, claims};
use serde_json::{Value, json};

const V2: &str = "/uaa/alm/sap/rest/authorization/v2";
const TMS: &str = "alm-ts!t1603";

fn reference(template: &str, name: &str) -> Value {
    json!({"roleTemplateAppId": TMS, "roleTemplateName": template, "name": name})
}

fn of(user: &str, rc: &str) -> String {
    format!("/uaa/alm/sap/rest/user/origin/ldap/name/{user}/rolecollections/{rc}")
}

#[tokio::test]
async fn a_subscription_brings_two_collections_and_seven_templates() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let all = kit.get(&format!("{V2}/rolecollections")).bearer(&token).send().await.good();
    let names: Vec<_> = all.as_array().unwrap().iter().map(|rc| rc["name"].as_str().unwrap().to_owned()).collect();
    for name in ["TMS_LandscapeOperator_RC", "TMS_Viewer_RC", "Subaccount Administrator", "Destination Administrator"] {
        assert!(names.iter().any(|known| known == name), "{name} in {names:?}");
    }
    let one = kit.get(&format!("{V2}/rolecollections/TMS_Viewer_RC")).bearer(&token).send().await.good();
    let expected = json!({
        "name": "TMS_Viewer_RC", "description": "Viewer of Cloud Transport Management",
        "roleReferences": [{"roleTemplateAppId": TMS, "roleTemplateName": "Viewer", "name": "Viewer", "description": "Read everything"}],
        "groupReferences": [], "userReferences": [], "samlAttributeAssignment": [], "isReadOnly": true
    });
    assert_eq!(one, expected);
    let templates = kit.get(&format!("{V2}/apps/{TMS}/roletemplates")).bearer(&token).send().await.good();
    assert_eq!(templates.as_array().unwrap().len(), 7);
    let apps = kit.get(&format!("{V2}/apps")).bearer(&token).send().await.good();
    assert!(apps.as_array().unwrap().iter().any(|app| app["appid"] == TMS && app["xsappname"] == "alm-ts"));
    assert_eq!(kit.get(&format!("{V2}/apps/it!b117")).bearer(&token).send().await.status, 404);
}

#[tokio::test]
async fn a_collection_is_given_to_a_new_user_and_shows_in_his_next_token() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let unknown = kit.call("PUT", &of("dev@example.org", "TMS_Viewer_RC")).bearer(&token).send().await;
    assert_eq!(unknown.status, 404);
    let path = format!("{}?createUserIfMissing=true", of("dev@example.org", "TMS_Viewer_RC"));
    let user = kit.call("PUT", &path).bearer(&token).send().await.good();
    assert_eq!((user["username"].as_str(), user["origin"].as_str()), (Some("dev@example.org"), Some("sap.default")));
    assert_eq!(user["roleCollections"], json!(["TMS_Viewer_RC"]));
    assert_eq!(kit.call("PUT", &path).bearer(&token).send().await.status, 200);
    let found = kit.get("/uaa/alm/sap/rest/user/origin/sap.default/name/dev@example.org").bearer(&token).send().await;
    assert_eq!(found.good()["id"], user["id"]);
    let list =
        kit.get("/uaa/alm/sap/rest/user/origin/ldap/name/dev@example.org/rolecollections").bearer(&token).send().await;
    assert_eq!(list.good(), json!(["TMS_Viewer_RC"]));
    let one = kit.get(&format!("{V2}/rolecollections/TMS_Viewer_RC")).bearer(&token).send().await.good();
    assert_eq!(one["userReferences"][0]["username"], "dev@example.org");
    assert_eq!(kit.call("DELETE", &of("dev@example.org", "TMS_Viewer_RC")).bearer(&token).send().await.status, 200);
    assert_eq!(kit.call("DELETE", &of("dev@example.org", "TMS_Viewer_RC")).bearer(&token).send().await.status, 404);
}

#[tokio::test]
async fn an_unknown_collection_or_origin_finds_no_entity() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let answer = kit.call("PUT", &of(ADMIN, "No_RC")).bearer(&token).send().await;
    assert_eq!((answer.error().0, answer.error().1), (404, "No entity found with values = [[No_RC]]"));
    let path = format!("/uaa/alm/sap/rest/user/origin/elsewhere/name/{ADMIN}/rolecollections/TMS_Viewer_RC");
    assert_eq!(kit.call("PUT", &path).bearer(&token).send().await.status, 404);
}

#[tokio::test]
async fn a_role_restricted_to_nodes_restricts_the_token() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    kit.person("dev@example.org").await;
    let role = json!({
        "roleTemplateAppId": TMS, "roleTemplateName": "ImportOperator", "name": "ImportDev", "description": null,
        "attributeList": [{"attributeName": "TmsNodesImport", "attributeValueOrigin": "static", "attributeValues": ["DEV"]}]
    });
    assert_eq!(kit.post(&format!("{V2}/roles")).bearer(&token).json(&role).send().await.status, 201);
    assert_eq!(kit.post(&format!("{V2}/roles")).bearer(&token).json(&role).send().await.status, 409);
    let collection = json!({
        "name": "Importers", "description": "Import",
        "roleReferences": [reference("ImportOperator", "ImportDev"), reference("ImportOperator", "ImportOperator")]
    });
    let made = kit.post(&format!("{V2}/rolecollections")).bearer(&token).json(&collection).send().await;
    assert_eq!((made.status.as_u16(), made.good()["isReadOnly"].as_bool()), (201, Some(false)));
    let path = format!("{}?createUserIfMissing=true", of("dev@example.org", "Importers"));
    kit.call("PUT", &path).bearer(&token).send().await.good();
    let claims = claims(&kit.log_in("alm", "dev@example.org", PASSWORD).await.token());
    assert_eq!(claims["xs.user.attributes"], json!({"TmsNodesImport": ["DEV"]}));
    assert!(claims["scope"].to_string().contains("alm-ts!t1603.Import"));
    let used =
        kit.call("DELETE", &format!("{V2}/apps/{TMS}/roles/ImportOperator/ImportDev")).bearer(&token).send().await;
    assert_eq!(used.status, 409);
}

#[tokio::test]
async fn a_collection_is_changed_and_deleted_with_what_hangs_on_it() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let rc = format!("{V2}/rolecollections/Mine");
    let body = json!({"name": "Mine", "description": "a"});
    kit.post(&format!("{V2}/rolecollections")).bearer(&token).json(&body).send().await.good();
    assert_eq!(kit.post(&format!("{V2}/rolecollections")).bearer(&token).json(&body).send().await.status, 409);
    kit.call("PUT", &rc).bearer(&token).json(&json!({"description": "b"})).send().await.good();
    let viewer = format!("{rc}/roles/{TMS}/Viewer/Viewer");
    assert_eq!(kit.call("PUT", &viewer).bearer(&token).send().await.status, 200);
    let one = kit.get(&rc).bearer(&token).send().await.good();
    assert_eq!((one["description"].as_str(), one["roleReferences"][0]["name"].as_str()), (Some("b"), Some("Viewer")));
    assert_eq!(kit.call("DELETE", &viewer).bearer(&token).send().await.status, 200);
    assert_eq!(kit.call("DELETE", &viewer).bearer(&token).send().await.status, 404);
    let missing = kit.call("PUT", &format!("{rc}/roles/{TMS}/Nope/Viewer")).bearer(&token).send().await;
    assert_eq!(missing.status, 404);
    let all = json!([reference("Viewer", "Viewer"), reference("ExportOperator", "ExportOperator")]);
    kit.call("PUT", &format!("{rc}/roles")).bearer(&token).json(&all).send().await.good();
    assert_eq!(kit.get(&format!("{rc}/roles")).bearer(&token).send().await.good().as_array().unwrap().len(), 2);
    kit.call("PUT", &of(ADMIN, "Mine")).bearer(&token).send().await.good();
    kit.call("DELETE", &rc).bearer(&token).send().await;
    assert_eq!(kit.get(&rc).bearer(&token).send().await.status, 404);
    let scopes = claims(&kit.admin("alm").await)["scope"].to_string();
    assert!(!scopes.contains("alm-ts"), "{scopes}");
}

#[tokio::test]
async fn delivered_collections_cannot_be_changed() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let rc = format!("{V2}/rolecollections/TMS_Viewer_RC");
    assert_eq!(kit.call("DELETE", &rc).bearer(&token).send().await.status, 400);
    assert_eq!(
        kit.call("PUT", &format!("{rc}/roles/{TMS}/Administrator/Administrator")).bearer(&token).send().await.status,
        400
    );
    let role = format!("{V2}/apps/{TMS}/roles/Viewer/Viewer");
    assert_ne!(kit.call("DELETE", &role).bearer(&token).send().await.status, 200);
}

#[tokio::test]
async fn only_the_administrator_of_that_zone_administers_it() {
    let kit = Kit::start().await;
    kit.person("dev@example.org").await;
    let member = kit.log_in("alm", "dev@example.org", PASSWORD).await.token();
    let elsewhere = kit.admin("global").await;
    let client = kit.client_token().await;
    for token in [&member, &elsewhere, &client] {
        assert_eq!(kit.get(&format!("{V2}/rolecollections")).bearer(token).send().await.status, 403);
        assert_eq!(kit.call("PUT", &of(ADMIN, "TMS_Viewer_RC")).bearer(token).send().await.status, 403);
    }
    let own = kit.admin("alm").await;
    let other = "/uaa/cpi-dev/sap/rest/authorization/v2/rolecollections";
    assert_eq!(kit.get(other).bearer(&own).send().await.status, 403);
    assert_eq!(kit.get(other).send().await.status, 401);
}

#[tokio::test]
async fn a_withdrawn_application_takes_its_roles_and_collections_with_it() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let body = json!({"name": "Mine", "description": "", "roleReferences": [reference("Viewer", "Viewer")]});
    kit.post(&format!("{V2}/rolecollections")).bearer(&token).json(&body).send().await.good();
    for rc in ["Mine", "TMS_Viewer_RC"] {
        kit.call("PUT", &of(ADMIN, rc)).bearer(&token).send().await.good();
    }
    assert!(claims(&kit.admin("alm").await)["scope"].to_string().contains("alm-ts"));
    let withdraw = kit.cx.db.write(async move |tx| engine::identity::roles::withdraw(tx, super::kit::ALM, TMS).await);
    withdraw.await.unwrap();
    let after = claims(&kit.admin("alm").await);
    assert!(!after["scope"].to_string().contains("alm-ts"));
    assert_eq!(after["xs.system.attributes"]["xs.rolecollections"], json!(["Mine", "Subaccount Administrator"]));
    assert_eq!(kit.get(&format!("{V2}/rolecollections/TMS_Viewer_RC")).bearer(&token).send().await.status, 404);
    assert_eq!(
        kit.get(&format!("{V2}/rolecollections/Mine")).bearer(&token).send().await.good()["roleReferences"],
        json!([])
    );
}

#[tokio::test]
async fn an_unknown_field_of_a_role_or_collection_is_refused_by_name() {
    let kit = Kit::start().await;
    let token = kit.admin("alm").await;
    let collections = format!("{V2}/rolecollections");
    let role = json!({"roleTemplateAppId": TMS, "roleTemplateName": "Viewer", "name": "Mine", "colour": "red"});
    for (path, body) in [
        (&collections, json!({"name": "Mine", "colour": "red"})),
        (&collections, json!({"name": "Mine", "roleReferences": [role]})),
        (&format!("{V2}/roles"), role.clone()),
    ] {
        let refused = kit.call("POST", path).bearer(&token).json(&body).send().await;
        assert_eq!(refused.status, 400, "{body}: {refused:?}");
        assert!(format!("{refused:?}").contains("colour"), "{refused:?}");
    }
    let person = json!({"username": "dev@example.org", "origin": "sap.default", "id": ""});
    for (name, value) in
        [("userReferences", person), ("groupReferences", json!("g")), ("samlAttributeAssignment", json!({}))]
    {
        let body = json!({"name": "Mine", name: [value]});
        let refused = kit.call("POST", &collections).bearer(&token).json(&body).send().await;
        assert!(refused.status == 400 && format!("{refused:?}").contains(name), "{refused:?}");
    }
    let known = kit.get(&format!("{collections}/TMS_Viewer_RC")).bearer(&token).send().await.good();
    let mut mine = known.clone();
    mine["name"] = json!("Mine");
    mine["isReadOnly"] = json!(false);
    assert_eq!(
        kit.call("POST", &collections).bearer(&token).json(&mine).send().await.status,
        201,
        "what is shown is known"
    );
}
