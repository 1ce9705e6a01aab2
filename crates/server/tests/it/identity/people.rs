//! People and users.

use super::kit::{ADMIN, ALM, Kit, PASSWORD};
use serde_json::{Value, json};

fn new(name: &str, password: &str) -> Value {
    json!({"userName": name, "password": password, "origin": "uaa",
        "name": {"givenName": "De", "familyName": "Veloper"}, "emails": [{"value": name, "primary": true}]})
}

#[tokio::test]
async fn the_administrator_makes_people_who_can_log_in_everywhere() {
    let kit = Kit::start().await;
    let token = kit.cf_admin().await;
    let made = kit.post("/cf-uaa/Users").bearer(&token).json(&new("dev@example.org", "pw-1")).send().await;
    assert_eq!(made.status, 201);
    let made = made.good();
    assert_eq!((made["userName"].as_str(), made["origin"].as_str()), (Some("dev@example.org"), Some("uaa")));
    assert!(made.get("password").is_none());
    assert_eq!(kit.cf_login("dev@example.org", "pw-1").await.status, 200);
    assert_eq!(kit.log_in("alm", "Dev@Example.org", "pw-1").await.status, 200);
    let again = kit.post("/cf-uaa/Users").bearer(&token).json(&new("DEV@example.org", "pw-2")).send().await;
    assert_eq!((again.error().0, again.error().1), (409, "scim_resource_already_exists"));
    assert!(kit.events().await.iter().all(|(_, _, detail)| !detail.contains("pw-1")));
}

/// As UAA reads a user: names in any case, and what it does not know is refused; here what is not kept, too.
#[tokio::test]
async fn an_unknown_field_of_a_user_is_refused_by_name_and_what_is_shown_can_be_sent_back() {
    let kit = Kit::start().await;
    let token = kit.cf_admin().await;
    for (name, value) in [("colour", json!("red")), ("nickName", json!("Dee")), ("externalId", json!("7"))] {
        let mut body = new("dev@example.org", "pw-1");
        body[name] = value;
        for path in ["/cf-uaa/Users", "/uaa/alm/Users"] {
            let token = if path.starts_with("/cf") { token.clone() } else { kit.admin("alm").await };
            let refused = kit.post(path).bearer(&token).json(&body).send().await;
            assert_eq!((refused.error().0, refused.error().1), (400, "scim"), "{path} {refused:?}");
            assert!(refused.error().2.contains(name), "{refused:?}");
        }
    }
    let body = json!({"USERNAME": "dev@example.org", "password": "pw-1", "phoneNumbers": [], "title": null, "colour": "",
        "name": {"givenName": "De", "familyName": "Veloper", "colour": "red"}, "emails": [{"value": "dev@example.org"}]});
    let made = kit.post("/cf-uaa/Users").bearer(&token).json(&body).send().await.good();
    assert_eq!(made["userName"], "dev@example.org");
    let mut shown = made.clone();
    shown["lastLogonTime"] = json!(1);
    let path = format!("/cf-uaa/Users/{}", made["id"].as_str().unwrap());
    let put = kit.call("PUT", &path).bearer(&token).header("if-match", "*").json(&shown).send().await;
    assert_eq!(put.status, 200, "{put:?}");
}

#[tokio::test]
async fn people_are_found_by_name_as_cf_asks() {
    let kit = Kit::start().await;
    let token = kit.cf_admin().await;
    kit.person("dev@example.org").await;
    let find = |filter: &str| {
        let query = serde_urlencoded::to_string([("filter", filter)]).unwrap();
        kit.get(&format!("/cf-uaa/Users?{query}")).bearer(&token).send()
    };
    let found = find("userName Eq \"DEV@example.org\"").await.good();
    assert_eq!((found["totalResults"].as_i64(), found["resources"][0]["origin"].as_str()), (Some(1), Some("uaa")));
    let id = found["resources"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(find("userName eq \"nobody\"").await.good()["resources"], json!([]));
    assert_eq!(find("x").await.status, 400);
    let page = kit.get("/cf-uaa/Users?startIndex=2&count=1").bearer(&token).send().await.good();
    assert_eq!((page["itemsPerPage"].as_i64(), page["totalResults"].as_i64()), (Some(1), Some(3)));
    assert_eq!(kit.get(&format!("/cf-uaa/Users/{id}")).bearer(&token).send().await.good()["id"], id.as_str());
    assert_eq!(kit.get("/cf-uaa/Users/x").bearer(&token).send().await.status, 404);
    assert_eq!(kit.call("DELETE", &format!("/cf-uaa/Users/{id}")).bearer(&token).send().await.status, 200);
    assert_eq!(kit.cf_login("dev@example.org", PASSWORD).await.status, 401);
}

#[tokio::test]
async fn nobody_else_makes_or_lists_people() {
    let kit = Kit::start().await;
    kit.person("dev@example.org").await;
    kit.assign(ALM, "Subaccount Administrator", "dev@example.org").await;
    let cf = kit.cf_login("dev@example.org", PASSWORD).await.token();
    let zone = kit.log_in("alm", "dev@example.org", PASSWORD).await.token();
    let global = kit.admin("global").await;
    for token in [&cf, &zone, &global] {
        assert_eq!(kit.post("/cf-uaa/Users").bearer(token).json(&new("x@y.z", "p")).send().await.status, 403);
        assert_eq!(kit.get("/cf-uaa/Users").bearer(token).send().await.status, 403);
    }
    assert_eq!(kit.post("/cf-uaa/Users").json(&new("x@y.z", "p")).send().await.status, 401);
}

#[tokio::test]
async fn one_sees_oneself_and_changes_ones_own_password_with_the_old_one() {
    let kit = Kit::start().await;
    kit.person("dev@example.org").await;
    let token = kit.cf_login("dev@example.org", PASSWORD).await.token();
    let id = super::kit::claims(&token)["user_id"].as_str().unwrap().to_owned();
    let own = format!("/cf-uaa/Users/{id}");
    assert_eq!(kit.get(&own).bearer(&token).send().await.good()["userName"], "dev@example.org");
    let admin = super::kit::claims(&kit.cf_admin().await)["user_id"].as_str().unwrap().to_owned();
    assert_eq!(kit.get(&format!("/cf-uaa/Users/{admin}")).bearer(&token).send().await.status, 403);
    let put = |path: String, old: &str| {
        kit.call("PUT", &path).bearer(&token).json(&json!({"oldPassword": old, "password": "new one"})).send()
    };
    assert_eq!(put(format!("{own}/password"), "wrong").await.status, 401);
    assert_eq!(put(format!("/cf-uaa/Users/{admin}/password"), PASSWORD).await.status, 403);
    assert_eq!(put(format!("{own}/password"), PASSWORD).await.status, 200);
    assert_eq!(kit.cf_login("dev@example.org", PASSWORD).await.status, 401);
    assert_eq!(kit.cf_login("dev@example.org", "new one").await.status, 200);
}

#[tokio::test]
async fn a_zone_knows_its_own_users_only_and_sets_no_passwords() {
    let kit = Kit::start().await;
    kit.person("dev@example.org").await;
    let token = kit.admin("alm").await;
    let made = kit.post("/uaa/alm/Users").bearer(&token).json(&json!({"userName": "dev@example.org"})).send().await;
    assert_eq!(made.status, 201);
    let id = made.good()["id"].as_str().unwrap().to_owned();
    let again = kit.post("/uaa/alm/Users").bearer(&token).json(&json!({"userName": "dev@example.org"})).send().await;
    assert_eq!(again.status, 409);
    let refused = kit.post("/uaa/alm/Users").bearer(&token).json(&new("x@y.z", "p")).send().await;
    assert_eq!(refused.status, 400);
    let names = |body: Value| {
        let users = body["resources"].as_array().unwrap().clone();
        users.iter().map(|user| user["userName"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(kit.get("/uaa/alm/Users").bearer(&token).send().await.good()), [ADMIN, "dev@example.org"]);
    assert_eq!(kit.get("/uaa/cpi-dev/Users").bearer(&token).send().await.status, 403);
    assert_eq!(kit.call("DELETE", &format!("/uaa/alm/Users/{id}")).bearer(&token).send().await.status, 200);
    assert_eq!(kit.get(&format!("/uaa/alm/Users/{id}")).bearer(&token).send().await.status, 404);
    assert_eq!(kit.cf_login("dev@example.org", PASSWORD).await.status, 200);
}

#[tokio::test]
async fn somebody_named_by_an_assignment_gets_a_password_later() {
    let kit = Kit::start().await;
    kit.assign(ALM, "TMS_Viewer_RC", "late@example.org").await;
    assert_eq!(kit.log_in("alm", "late@example.org", "").await.status, 401);
    let token = kit.cf_admin().await;
    let made = kit.post("/cf-uaa/Users").bearer(&token).json(&new("late@example.org", "pw")).send().await;
    assert_eq!(made.status, 201);
    let body = kit.log_in("alm", "late@example.org", "pw").await.good();
    assert!(body["scope"].as_str().unwrap().contains("alm-ts!t1603.Display"));
}

#[tokio::test]
async fn a_body_that_is_no_user_is_refused_in_the_services_own_words() {
    let kit = Kit::start().await;
    let token = kit.cf_admin().await;
    for body in [json!("x"), json!({"userName": 1}), json!({"userName": " "})] {
        let answer = kit.post("/cf-uaa/Users").bearer(&token).json(&body).send().await;
        assert_eq!((answer.error().0, answer.error().1), (400, "invalid_request"), "{body}");
    }
    let origin = json!({"userName": "a@b.c", "origin": "elsewhere"});
    assert_eq!(kit.post("/cf-uaa/Users").bearer(&token).json(&origin).send().await.status, 400);
}

#[tokio::test]
async fn cf_may_ask_whether_a_name_is_a_client() {
    let kit = Kit::start().await;
    let token = kit.cf_admin().await;
    assert_eq!(kit.get("/cf-uaa/oauth/clients/cf").bearer(&token).send().await.good()["client_id"], "cf");
    assert_eq!(kit.get("/cf-uaa/oauth/clients/dev%40example.org").bearer(&token).send().await.status, 404);
    assert_eq!(kit.get("/cf-uaa/oauth/clients/cf").send().await.status, 401);
}

/// As Terraform changes users.
#[tokio::test]
async fn names_and_mail_of_a_person_are_changed_and_the_rest_stays() {
    let kit = Kit::start().await;
    let token = kit.cf_admin().await;
    let made = kit.post("/cf-uaa/Users").bearer(&token).json(&new("dev@example.org", "pw-1")).send().await.good();
    let path = format!("/cf-uaa/Users/{}", made["id"].as_str().unwrap());
    let put = |version: &str, body: Value| {
        kit.call("PUT", &path).bearer(&token).header("if-match", version).json(&body).send()
    };
    let body =
        json!({"userName": "dev@example.org", "name": {"familyName": "Loper"}, "emails": [{"value": "d@example.org"}]});
    let after = put("*", body.clone()).await.good();
    assert_eq!(after["name"], json!({"familyName": "Loper", "givenName": "De"}));
    assert_eq!((&after["emails"][0]["value"], &after["userName"]), (&json!("d@example.org"), &made["userName"]));
    assert_ne!(after["meta"]["version"], made["meta"]["version"]);
    assert_eq!(put(&made["meta"]["version"].to_string(), body.clone()).await.status, 409);
    assert_eq!(put("x", body.clone()).await.status, 400);
    assert_eq!(kit.call("PUT", &path).bearer(&token).json(&body).send().await.status, 400);
    let renamed = put("*", json!({"userName": "other@example.org"})).await;
    assert_eq!((renamed.error().0, renamed.error().2.contains("userName")), (400, true));
    for (active, status) in [(false, 401), (true, 200)] {
        let set = put("*", json!({"userName": "dev@example.org", "active": active})).await.good();
        assert_eq!(set["active"], active);
        assert_eq!(kit.cf_login("dev@example.org", "pw-1").await.status, status, "{active}");
    }
    let two = json!({"emails": [{"value": "a@example.org"}, {"value": "b@example.org", "primary": true}]});
    assert_eq!(
        put("*", two).await.good()["emails"][0]["value"],
        "b@example.org",
        "the primary one, as when he is made"
    );
    assert_eq!(kit.cf_login("dev@example.org", "pw-1").await.status, 200);
    let own = kit.cf_login("dev@example.org", "pw-1").await.good()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(kit.call("PUT", &path).bearer(&own).header("if-match", "*").json(&body).send().await.status, 403);
}

#[tokio::test]
async fn a_tenant_learns_nothing_about_people_by_making_them_its_users() {
    let kit = Kit::start().await;
    let mut known = new("dev@example.org", "pw");
    known["emails"] = json!([{"value": "private@elsewhere.example", "primary": true}]);
    let cf = kit.cf_admin().await;
    assert_eq!(kit.post("/cf-uaa/Users").bearer(&cf).json(&known).send().await.status, 201);
    let token = kit.admin("alm").await;
    let given = json!({"userName": "dev@example.org", "name": {"givenName": "Guess"}});
    let mut seen = vec![kit.post("/uaa/alm/Users").bearer(&token).json(&given).send().await.good()];
    let id = seen[0]["id"].as_str().unwrap().to_owned();
    kit.assign(ALM, "TMS_Viewer_RC", "dev@example.org").await;
    seen.push(kit.get("/uaa/alm/Users").bearer(&token).send().await.good());
    seen.push(kit.get(&format!("/uaa/alm/Users/{id}")).bearer(&token).send().await.good());
    for body in seen.iter().map(Value::to_string) {
        assert!(body.contains("Guess") && body.contains("dev@example.org"), "{body}");
        assert!(!body.contains("private@") && !body.contains("Veloper"), "{body}");
    }
    // Who logs in says who he is.
    let own = super::kit::claims(&kit.log_in("alm", "dev@example.org", "pw").await.token());
    assert_eq!(own["email"], "private@elsewhere.example");
}
