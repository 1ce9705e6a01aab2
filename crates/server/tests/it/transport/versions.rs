//! Two who edit the same node, route or extension descriptor over `/api/v1`: the second one hears of it and loses nothing.

use super::kit::{Tms, id};
use serde_json::{Value, json};
use testkit::{Answer, mtaext};

impl Tms {
    async fn send_for(&self, version: &str, method: &str, path: &str, body: Value) -> Answer {
        self.own(method, path).header("if-match", &format!("\"{version}\"")).json(&body).send().await
    }

    /// The version of something in the landscape.
    async fn version_in(&self, list: &str, id: i64) -> String {
        let all = self.see("landscape").await[list].as_array().unwrap().clone();
        let one = all.into_iter().find(|one| one["id"] == json!(id)).unwrap();
        one["version"].as_str().unwrap().to_owned()
    }

    async fn put_descriptor(&self, path: &str, method: &str, version: Option<&str>, id: &str) -> Answer {
        let request = self.own(method, path);
        let request = match version {
            Some(version) => request.header("if-match", &format!("\"{version}\"")),
            None => request,
        };
        request.body("application/octet-stream", mtaext(id, "shop")).send().await
    }
}

fn refused(answer: Answer) {
    let error = answer.expect_status(412).json()["error"].clone();
    assert_eq!(error["code"], "changed");
    assert!(error["message"].as_str().unwrap().contains("by somebody else"), "{error}");
}

#[tokio::test]
async fn of_two_who_edit_a_node_the_second_hears_of_it() {
    let tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    let path = format!("nodes/{dev}");
    let seen = tms.own("GET", &path).send().await.expect_status(200);
    let version = seen.json()["version"].as_str().unwrap().to_owned();
    assert_eq!(seen.header("etag"), Some(format!("\"{version}\"").as_str()));
    assert_eq!(tms.version_in("nodes", dev).await, version, "the landscape says the same");
    // What happens in its queue changes nothing about the node.
    tms.request("DEV").await;
    let first = tms.send_for(&version, "PATCH", &path, json!({"description": "of Ada"})).await.expect_status(200);
    let after = first.json()["version"].as_str().unwrap().to_owned();
    assert_ne!(after, version);
    refused(tms.send_for(&version, "PATCH", &path, json!({"description": "of Bob"})).await);
    assert_eq!(tms.see(&path).await["description"], "of Ada");
    tms.send_for(&after, "PATCH", &path, json!({"description": "of Bob"})).await.expect_status(200);
    tms.send("PATCH", &path, json!({"importDisabled": true, "importDisabledReason": "x"})).await.expect_status(200);
    refused(tms.send_for(&after, "PATCH", &path, json!({"name": "D"})).await);
    let odd = tms.own("PATCH", &path).header("if-match", "odd").json(&json!({})).send().await;
    assert_eq!(odd.status, 400);
}

#[tokio::test]
async fn of_two_who_edit_a_route_the_second_hears_of_it() {
    let tms = Tms::start().await;
    let (dev, test) = (tms.virtual_node("DEV", "AUTO").await, tms.virtual_node("TEST", "MANUAL").await);
    let route = tms.route(dev, test).await;
    let (path, version) = (format!("routes/{route}"), tms.version_in("routes", route).await);
    let first = tms.send_for(&version, "PATCH", &path, json!({"description": "first hop"})).await.expect_status(200);
    refused(tms.send_for(&version, "PATCH", &path, json!({"name": "other"})).await);
    let after = first.json()["version"].as_str().unwrap().to_owned();
    let last = tms.send_for(&after, "PATCH", &path, json!({"name": "other"})).await.expect_status(200).json();
    assert_eq!((&last["name"], &last["description"]), (&json!("other"), &json!("first hop")));
}

/// Also on PostgreSQL, where both really run at once.
#[tokio::test]
async fn of_many_who_edit_at_once_one_wins() {
    let tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    let (path, version) = (format!("nodes/{dev}"), tms.version_in("nodes", dev).await);
    let edit = |number: i32| tms.send_for(&version, "PATCH", &path, json!({"description": format!("{number}")}));
    let statuses = futures_util::future::join_all((0..8).map(edit)).await;
    let won = statuses.iter().filter(|answer| answer.status == 200).count();
    let lost = statuses.iter().filter(|answer| answer.status == 412).count();
    assert_eq!((won, lost), (1, 7));
}

#[tokio::test]
async fn extension_descriptors_of_a_node_are_listed_added_replaced_and_removed() {
    let (tms, _fake) = Tms::with_target().await;
    let test = tms.target_node("TEST", "AUTO", "d").await;
    let list = format!("nodes/{test}/extension-descriptors");
    let made = tms.put_descriptor(&format!("{list}?fileName=a.mtaext"), "POST", None, "ext-a").await;
    let made = made.expect_status(201);
    let version = made.header("etag").unwrap().trim_matches('"').to_owned();
    let made = made.json();
    let number = id(&made["id"]);
    assert_eq!((&made["mtaId"], &made["extensionId"]), (&json!("shop"), &json!("ext-a")));
    assert_eq!((&made["mtaVersion"], &made["description"]), (&json!("*"), &json!("a.mtaext")));
    let exact = format!("{list}?fileName=b.mtaext&mtaVersion=1.4.2&description=for%201.4.2");
    tms.put_descriptor(&exact, "POST", None, "ext-b").await.expect_status(201);
    let taken = tms.put_descriptor(&exact, "POST", None, "ext-c").await.expect_status(422);
    assert!(taken.text().contains("already"), "{}", taken.text());
    let bad = tms.put_descriptor(&format!("{list}?fileName=b.mtaext&mtaVersion=1.*"), "POST", None, "ext-c").await;
    assert!(bad.expect_status(422).text().contains("version binding"));
    assert_eq!(tms.put_descriptor(&format!("{list}?mtaVersion=*"), "POST", None, "ext-c").await.status, 400);
    assert_eq!(tms.put_descriptor(&format!("{list}?fileName=a&node=1"), "POST", None, "ext-c").await.status, 400);
    let one = format!("{list}/{number}?fileName=a2.mtaext");
    let replaced = tms.put_descriptor(&one, "PUT", Some(&version), "ext-a2").await.expect_status(200).json();
    assert_eq!((&replaced["extensionId"], &replaced["mtaVersion"]), (&json!("ext-a2"), &json!("*")));
    refused(tms.put_descriptor(&one, "PUT", Some(&version), "ext-a3").await);
    let seen = tms.own("GET", &format!("{list}/{number}")).send().await.expect_status(200);
    assert_eq!((seen.json(), seen.header("etag").is_some()), (replaced, true));
    let page = tms.see(&list).await;
    let ids: Vec<&str> =
        page["items"].as_array().unwrap().iter().map(|item| item["extensionId"].as_str().unwrap()).collect();
    assert_eq!((ids, &page["can"]["change"]["allowed"]), (vec!["ext-a2", "ext-b"], &json!(true)));
    let first = tms.see(&format!("{list}?limit=1")).await;
    let next = first["next"].as_str().unwrap();
    assert_eq!(tms.see(&format!("{list}?limit=1&after={next}")).await["items"][0]["extensionId"], "ext-b");
    tms.own("DELETE", &format!("{list}/{number}")).send().await.expect_status(204);
    assert_eq!(tms.own("DELETE", &format!("{list}/{number}")).send().await.status, 404);
    let huge = vec![b'x'; (1 << 20) + 1];
    let huge = tms.own("POST", &format!("{list}?fileName=a.mtaext")).body("application/octet-stream", huge);
    assert_eq!(huge.send().await.status, 413);
}

#[tokio::test]
async fn a_node_that_deploys_no_mtas_takes_no_descriptors_and_says_so() {
    let mut tms = Tms::start().await;
    let dev = tms.virtual_node("DEV", "AUTO").await;
    let list = format!("nodes/{dev}/extension-descriptors");
    let can = tms.see(&list).await["can"]["change"].clone();
    assert_eq!(can["allowed"], false);
    assert!(can["reason"].as_str().unwrap().contains("deploys no MTAs"), "{can}");
    tms.put_descriptor(&format!("{list}?fileName=a.mtaext"), "POST", None, "ext").await.expect_status(422);
    tms.token = tms.person("vera@example.org", "ExportOperator", "TmsNodesExport", "DEV").await;
    let refused = tms.put_descriptor(&format!("{list}?fileName=a.mtaext"), "POST", None, "ext").await;
    assert!(refused.expect_status(403).json()["error"]["fix"].is_string());
}
