//! What the page shows of features: the overview, and what may be done with one, with its reasons.

use super::deploy::land_with;
use super::kit::{DEVELOPER, Land, TENANT};
use engine::Kind;
use engine::change::feature::{self, Details, Search, overview};
use engine::change::project;
use serde_json::json;

fn all(limit: i64) -> Search {
    Search { before: i64::MAX, limit, ..Search::default() }
}

async fn numbers(land: &Land, who: &str, wish: Search) -> (Vec<i64>, Option<i64>) {
    let page = overview(&land.cx, land.person(who, DEVELOPER), TENANT, wish).await.unwrap();
    (page.lines.iter().map(|line| line.feature.number).collect(), page.next)
}

fn refusal(details: &Details, what: &str) -> Option<String> {
    let can = details.outlook().can;
    can.into_iter().find(|(name, _)| *name == what).expect("the name").1.err()
}

#[tokio::test]
async fn the_overview_goes_on_page_by_page_past_what_is_not_seen() {
    let land = Land::start().await;
    let (open, hidden) = (land.project(None).await, land.project(Some("private")).await);
    for _ in 0..3 {
        land.feature_in(open).await;
        land.feature_in(hidden).await;
    }
    assert_eq!(numbers(&land, "stranger", all(2)).await, (vec![5, 3], Some(3)));
    assert_eq!(numbers(&land, "stranger", Search { before: 3, ..all(2) }).await, (vec![1], None));
    assert_eq!(numbers(&land, "developer", all(4)).await, (vec![6, 5, 4, 3], Some(3)));
    assert_eq!(numbers(&land, "developer", Search { before: 3, ..all(4) }).await, (vec![2, 1], None));
    let other = overview(&land.cx, land.developer(), "other", all(2)).await.unwrap_err();
    assert_eq!(other.kind(), Kind::Forbidden);
}

#[tokio::test]
async fn the_overview_finds_by_text_number_status_priority_and_project() {
    let (land, _fake) = land_with(&[7, 8]).await;
    let first = land.started_with(&[8, 7]).await;
    let second = land.feature().await;
    let project = land.see(second).await.project.id;
    let look = async |wish: Search| numbers(&land, "developer", wish).await.0;
    assert_eq!(look(Search { text: "PRIC".to_owned(), ..all(9) }).await, [2, 1]);
    assert_eq!(look(Search { text: "6-2".to_owned(), ..all(9) }).await, [2]);
    // What is looked for is text, whatever it means in a pattern.
    for other in ["nothing", "%", "_ric", "!"] {
        assert_eq!(look(Search { text: other.to_owned(), ..all(9) }).await, [] as [i64; 0], "{other}");
    }
    assert_eq!(look(Search { statuses: "IN_REALIZATION,CONFIRMED".to_owned(), ..all(9) }).await, [1]);
    assert_eq!(look(Search { priorities: "10,20".to_owned(), ..all(9) }).await, [] as [i64; 0]);
    assert_eq!(look(Search { priorities: "30".to_owned(), ..all(9) }).await, [2, 1]);
    assert_eq!(look(Search { project: project.to_string(), ..all(9) }).await, [2]);
    let page = overview(&land.cx, land.developer(), TENANT, all(9)).await.unwrap();
    let carried: Vec<Vec<i64>> =
        page.lines.iter().map(|line| line.transports.iter().map(|id| id.get()).collect()).collect();
    assert_eq!((page.lines[1].feature.id, carried), (first, vec![vec![], vec![7, 8]]));
}

#[tokio::test]
async fn a_feature_says_what_each_may_do_with_it_and_why_not() {
    let (land, _fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    let seen = async |who| feature::get(&land.cx, who, TENANT, id).await.unwrap();
    let developer = seen(land.developer()).await;
    assert_eq!(refusal(&developer, "assign"), None);
    assert!(refusal(&developer, "deploy").unwrap().contains("imp_cdm_DeploymentManagerTest"));
    assert!(developer.outlook().groups.is_empty());
    let deployer = seen(land.deployer()).await;
    assert_eq!(refusal(&deployer, "deploy"), None);
    let groups = deployer.outlook().groups;
    let named: Vec<_> = groups.iter().map(|group| (group.name.as_str(), group.production)).collect();
    assert_eq!(named, [("TEST", false)]);
    let steps = deployer.outlook().steps;
    let put_off = steps.iter().find(|step| step.to == model::feature::Status::NotPlanned).unwrap();
    assert!(put_off.refusal.as_ref().unwrap().to_string().contains("to plan features you need"));
    land.step(land.lead(), id, "IN_TESTING").await.unwrap();
    land.step(land.lead(), id, "IN_REALIZATION").await.unwrap();
    land.step(land.lead(), id, "NOT_PLANNED").await.unwrap();
    let put_off = seen(land.lead()).await;
    assert!(refusal(&put_off, "assign").unwrap().contains("takes no transports"));
    assert!(refusal(&put_off, "unassign").unwrap().contains("cannot be unassigned"));
}

#[tokio::test]
async fn a_project_shows_its_team_to_those_who_see_it() {
    let land = Land::start().await;
    let id = land.project(Some("private")).await.to_string();
    let team = project::team(&land.cx, land.developer(), TENANT, &id).await.unwrap();
    let names: Vec<_> = team.members.iter().map(|one| (one.user_name.as_str(), one.place.word())).collect();
    assert_eq!(names[..2], [("deployer", "member"), ("developer", "viewer")]);
    assert!(team.create.unwrap_err().contains("to create features you need"));
    assert_eq!(project::team(&land.cx, land.lead(), TENANT, &id).await.unwrap().create, Ok(()));
    let stranger = project::team(&land.cx, land.person("stranger", DEVELOPER), TENANT, &id).await.unwrap_err();
    assert_eq!(stranger.kind(), Kind::NotFound);
}

#[tokio::test]
async fn who_makes_what() {
    let land = Land::start().await;
    let may = async |who| {
        let (can, _) = project::rights(&land.cx, who, TENANT).await.unwrap();
        can.into_iter().map(|(_, outcome)| outcome.err().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert!(may(land.lead()).await[1].contains("there is none that you see"));
    land.project(None).await;
    let lead = may(land.lead()).await;
    assert!(lead[0].contains("imp_pjm_ProjectAdministrator") && lead[1].is_empty(), "{lead:?}");
    assert!(may(land.developer()).await[1].contains("to create features you need"));
    let (_, waiting) = project::rights(&land.cx, land.person("admin", super::kit::ADMIN), TENANT).await.unwrap();
    assert_eq!(waiting.len(), 3, "whoever may do all has to look at all: {waiting:?}");
    land.project(Some("private")).await;
    assert_eq!(may(land.person("admin", super::kit::ADMIN)).await, ["", ""]);
}

/// Over HTTP, as the page and scripts do it.
#[tokio::test]
async fn a_feature_is_found_edited_and_given_references() {
    let land = Land::start().await;
    let (project, feature) = (land.project(None).await.text(), land.feature().await.text());
    let token = land.person_token().await;
    let call = |method: &str, path: &str| land.app.request(method, &format!("/api/v1/alm/alm/{path}")).bearer(&token);
    let one = format!("features/{feature}");
    let edited = call("PATCH", &one).json(&json!({"title": "Änderung 50%", "priorityCode": 10})).send().await;
    assert_eq!(edited.expect_status(200).json()["title"], "Änderung 50%");
    for (text, found) in [("Änderung", 1), ("50%25", 1), ("5_%25", 0), ("6-1", 1)] {
        let page = call("GET", &format!("overview/features?text={text}")).good().await;
        assert_eq!(page["items"].as_array().unwrap().len(), found, "{text}");
    }
    let link = json!({"name": "Handbook", "url": "https://x.example"});
    let added = call("POST", &format!("{one}/references")).json(&link).send().await.expect_status(201).json();
    let reference = added["references"][0]["id"].as_str().unwrap_or_else(|| panic!("{added}")).to_owned();
    for (method, path, body, word) in [
        ("PATCH", one.clone(), json!({"titel": "x"}), "titel"),
        ("PATCH", one.clone(), json!({"priorityCode": 11}), "11"),
        ("POST", format!("{one}/references"), json!({"name": "x", "url": "javascript:alert(1)"}), "URL"),
        ("DELETE", format!("{one}/references/{reference}?extern=true"), json!({}), "extern"),
        ("GET", "overview/features?status=DONE".to_owned(), json!({}), "DONE"),
        ("GET", "overview/features?priority=1".to_owned(), json!({}), "1"),
        ("GET", "overview/features?limit=0".to_owned(), json!({}), "limit"),
    ] {
        let refused = call(method, &path).json(&body).send().await;
        assert_eq!(refused.status, 400, "{method} {path}: {}", refused.text());
        assert!(refused.text().to_lowercase().contains(&word.to_lowercase()), "{}", refused.text());
    }
    call("DELETE", &format!("{one}/references/{reference}")).send().await.expect_status(204);
    call("DELETE", &format!("{one}/references/{reference}")).send().await.expect_status(404);
    let rights = call("GET", "rights").good().await;
    assert_eq!(rights["can"]["createFeature"]["allowed"], true, "{rights}");
    assert_eq!(call("GET", &format!("projects/{project}")).good().await["id"], project.as_str());
    call("GET", "projects/nothing").send().await.expect_status(404);
}

#[tokio::test]
async fn of_two_who_edit_a_feature_the_second_hears_of_it() {
    let land = Land::start().await;
    land.project(None).await;
    let one = format!("/api/v1/alm/alm/features/{}", land.feature().await.text());
    let token = land.person_token().await;
    let send = async |version: &str, body: serde_json::Value| {
        let call = land.app.request("PATCH", &one).bearer(&token).header("if-match", &format!("\"{version}\""));
        call.json(&body).send().await
    };
    let seen = land.app.get(&one).bearer(&token).send().await.expect_status(200);
    let version = seen.json()["version"].as_str().unwrap().to_owned();
    assert_eq!(seen.header("etag"), Some(format!("\"{version}\"").as_str()));
    let first = send(&version, json!({"description": "of Ada"})).await.expect_status(200).json();
    let late = send(&version, json!({"title": "of Bob"})).await.expect_status(412).json();
    assert_eq!(late["error"]["code"], "changed", "{late}");
    let now = first["version"].as_str().unwrap();
    let second = send(now, json!({"title": "of Bob"})).await.expect_status(200).json();
    assert!(second["description"].as_str().unwrap().contains("of Ada"), "{second}");
}
