//! Importing: what is taken, in which order, and what is refused.

use super::kit::{Tms, id};
use serde_json::json;
use testkit::mtaext;
use testkit::slp::{Fake, Script};

/// Scenario 15.
#[tokio::test]
async fn all_takes_initial_repeatable_and_fatal_in_the_order_of_the_queue() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let (fatal, error, again) = (tms.request("QA").await, tms.request("QA").await, tms.request("QA").await);
    fake.plays(Script { refuse: Some(404), ..Script::default() });
    let _ = tms.operate(node, "import", &[fatal]).await.expect_status(200);
    tms.app.run_jobs().await;
    fake.plays(Script { states: vec!["ERROR"], failure: ("CONTENT", "bad"), ..Script::default() });
    let _ = tms.operate(node, "import", &[error]).await.expect_status(200);
    tms.app.run_jobs().await;
    fake.plays(Script::default());
    let _ = tms.operate(node, "import", &[again]).await.expect_status(200);
    tms.app.run_jobs().await;
    let _ = tms.operate(node, "reset", &[again]).await.expect_status(204);
    let initial = tms.request("QA").await;
    let rows = [(fatal, "fatal"), (error, "error"), (again, "repeat"), (initial, "initial")];
    assert_eq!(tms.whole(node).await, rows.map(|(id, status)| (id, status.to_owned())));

    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    let done = tms.action(action).await;
    let taken: Vec<i64> = done["transportRequests"].as_array().unwrap().iter().map(|row| id(&row["id"])).collect();
    assert_eq!(taken, [fatal, again, initial]);
    let rows = [(fatal, "succeeded"), (error, "error"), (again, "succeeded"), (initial, "succeeded")];
    assert_eq!(tms.whole(node).await, rows.map(|(id, status)| (id, status.to_owned())));
}

/// Scenario 16.
#[tokio::test]
async fn named_requests_run_in_the_order_of_the_queue() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let mut ids = Vec::new();
    for name in ["one", "two", "three"] {
        ids.push(tms.archive("QA", name, "1.0.0").await);
    }
    let _ = tms.operate(node, "import", &[ids[2], ids[0]]).await.expect_status(200);
    tms.app.run_jobs().await;
    let files: Vec<String> = fake.seen.lock().unwrap().files.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(files, ["one.mtar", "three.mtar"]);
    assert_eq!(tms.status(node, ids[1]).await, "initial");
}

/// Scenario 17.
#[tokio::test]
async fn one_unsuitable_request_refuses_all() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let (done, fresh) = (tms.request("V").await, tms.request("V").await);
    let _ = tms.operate(node, "import", &[done]).await.expect_status(200);
    let refused = tms.operate(node, "import", &[fresh, done]).await.expect_status(422).json();
    assert!(refused["message"].as_str().unwrap().contains("reset it first"), "{refused}");
    assert_eq!(tms.operate(node, "import", &[fresh, 999_999]).await.status, 404);
    assert_eq!(tms.operate(node, "import", &[]).await.status, 400);
    assert_eq!(tms.status(node, fresh).await, "initial");
    for operation in ["reset", "remove", "forward"] {
        assert_eq!(tms.operate(node, operation, &[done, 999_999]).await.status, 404, "{operation}");
    }
    assert_eq!(tms.operate(node, "reset", &[done, fresh]).await.status, 422);
    assert_eq!(tms.status(node, done).await, "skipped");
}

/// Scenario 18.
#[tokio::test]
async fn a_wrong_destination_is_fatal_with_its_cause_and_can_be_retried_at_once() {
    let tms = Tms::start().await;
    let node = tms.target_node("QA", "MANUAL", "missing").await;
    let request = tms.request("QA").await;
    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "fatal");
    assert_eq!(tms.action(action).await["status"], "fatal");
    let lines = tms.lines(action).await;
    let cause = lines.iter().find(|line| line.starts_with("F ")).expect("a fatal line");
    assert!(cause.contains("SLP_CTS") && cause.contains("destination 'missing' does not exist"), "{cause}");

    tms.destination_at("missing", "http://127.0.0.1:9/slprot/o/s/slp", "u", "p").await;
    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert!(tms.lines(action).await.iter().any(|line| line.starts_with("F ") && line.contains("127.0.0.1")));
    assert_eq!(tms.status(node, request).await, "fatal");
}

#[tokio::test]
async fn every_refusal_of_the_deploy_service_is_fatal_and_says_what_to_check() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    for (status, advice) in [(401, "user, password"), (403, "Space Developer"), (404, "organization and space")] {
        fake.plays(Script { refuse: Some(status), ..Script::default() });
        let action = tms.import_all(node).await;
        tms.app.run_jobs().await;
        let lines = tms.lines(action).await;
        let cause = lines.iter().find(|line| line.starts_with("F ")).expect("a fatal line");
        assert!(cause.contains(&status.to_string()) && cause.contains(advice), "{cause}");
        assert!(!lines.join("\n").contains("pa55w0rd"));
        assert_eq!(tms.status(node, request).await, "fatal");
    }
    fake.plays(Script::default());
    tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "succeeded");
}

/// Scenario 19.
#[tokio::test]
async fn a_failed_deployment_is_an_error_until_it_is_reset() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    fake.plays(Script {
        states: vec!["RUNNING", "ERROR"],
        failure: ("CONTENT", "artifact X is broken"),
        ..Script::default()
    });
    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "error");
    assert!(tms.lines(action).await.contains(&"E artifact X is broken".to_owned()));
    assert_eq!(fake.seen.lock().unwrap().aborted, [0], "the lock is let go");
    assert_eq!(tms.operate(node, "import", &[request]).await.status, 422);
    let _ = tms.operate(node, "reset", &[request]).await.expect_status(204);
    assert_eq!(tms.status(node, request).await, "repeat");
    fake.plays(Script::default());
    let _ = tms.operate(node, "import", &[request]).await.expect_status(200);
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "succeeded");
}

#[tokio::test]
async fn outcomes_follow_the_deploy_tool() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    for (states, messages, expected) in [
        (vec!["FINISHED"], vec!["done"], "succeeded"),
        (vec!["RUNNING", "FINISHED"], vec!["Warning: a tag is not defined"], "warning"),
        (vec!["ABORTED"], vec![], "fatal"),
        (vec!["ACTION_REQUIRED"], vec![], "error"),
    ] {
        let request = tms.request("QA").await;
        fake.plays(Script { states, messages, ..Script::default() });
        let action = id(&tms.operate(node, "import", &[request]).await.expect_status(200).json()["actionId"]);
        tms.app.run_jobs().await;
        assert_eq!(tms.status(node, request).await, expected);
        assert_eq!(tms.action(action).await["status"], expected);
    }
}

/// Scenario 20, and the whole log as people read it.
#[tokio::test]
async fn an_action_runs_until_it_has_ended_and_its_log_tells_everything() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "AUTO", "d").await;
    let prod = tms.node("PROD", json!({})).await;
    tms.route(node, prod).await;
    let request = tms.request("QA").await;
    let answer = tms
        .post(
            &format!("nodes/{node}/transportRequests/import"),
            json!({"transportRequests": [request], "namedUser": "release.manager"}),
        )
        .await;
    let action = id(&answer.expect_status(200).json()["actionId"]);
    let running = tms.action(action).await;
    assert_eq!((running["status"].as_str(), running.get("endedAt")), (Some("running"), None));
    assert_eq!(running["triggeredByNamedUser"], "release.manager");
    assert_eq!(tms.status(node, request).await, "running");
    assert_eq!(tms.operate(node, "import", &[request]).await.status, 422);
    assert_eq!(tms.operate(node, "remove", &[request]).await.status, 422);
    assert_eq!(tms.call("DELETE", &format!("nodes/{node}")).send().await.status, 422);
    tms.app.run_jobs().await;
    let done = tms.action(action).await;
    assert_eq!((done["status"].as_str(), done["type"].as_str()), (Some("succeeded"), Some("I")));
    assert!(done["endedAt"].as_str().unwrap() > done["startedAt"].as_str().unwrap());
    let entity = &done["transportRequests"][0]["entities"][0];
    assert_eq!((entity["fileName"].as_str(), entity["status"].as_str()), (Some("shop.mtar"), Some("succeeded")));
    let (uri, entry) = (entity["uri"].as_str().unwrap(), id(&entity["id"]));
    let lines = tms.lines(action).await;
    let end = lines.last().unwrap().clone();
    assert!(
        end.starts_with(&format!("I Import of transport request {request} ended: Succeeded, at May-04-2026 08:00:")),
        "{end}"
    );
    assert_eq!(
        lines[..lines.len() - 1],
        [
            "I Forwarded to the queue of 'PROD'".to_owned(),
            format!(
                "I Import of selected transport requests: start of 'shop 4.1', transport request {request}, at May-04-2026 08:00:00 GMT, action {action}"
            ),
            format!(
                "I Destination of node 'QA' ({node}): 'd', content type Multi-Target Application (MTA), URI {}",
                fake.url
            ),
            format!("I {uri} - shop.mtar (entity {entry}, content type MTA, storage type FILE)"),
            "I Deployment started: service xs2-deploy, process p0".to_owned(),
            "I Deploying package 'demo'".to_owned(),
            format!(
                "I MTA operation logs: {}/runs/xs2-deploy/p0/logs (the deploy service keeps them for some days only)",
                fake.url
            ),
            "I Log MAIN_LOG:\nall went as it did\nclientsecret: ***".to_owned(),
        ]
    );
    newest_first(&tms, node, request, action).await;
}

async fn newest_first(tms: &Tms, node: i64, request: i64, action: i64) {
    let logs = tms.get(&format!("actions/{action}/logs")).await;
    let ids: Vec<i64> = logs["logs"][0]["messages"].as_array().unwrap().iter().map(|m| id(&m["id"])).collect();
    assert!(ids.windows(2).all(|pair| pair[0] > pair[1]), "newest first");
    let of_request = tms.get(&format!("nodes/{node}/transportRequests/{request}/logs")).await;
    let kinds: Vec<&str> =
        of_request["logs"].as_array().unwrap().iter().map(|log| log["actionType"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["I", "NU"]);
}

/// Scenario 21.
#[tokio::test]
async fn a_disabled_node_imports_nothing_but_takes_what_comes() {
    let tms = Tms::start().await;
    let (dev, qa) = (
        tms.virtual_node("DEV", "AUTO").await,
        tms.node("QA", json!({"importDisabled": true, "importDisabledReason": "freeze"})).await,
    );
    tms.route(dev, qa).await;
    let request = tms.request("DEV").await;
    tms.import_all(dev).await;
    let added = tms.request("QA").await;
    let rows = [(request, "initial"), (added, "initial")].map(|(id, status)| (id, status.to_owned()));
    assert_eq!(tms.whole(qa).await, rows);
    for (operation, requests) in [("import", vec![request]), ("importAll", vec![])] {
        let refused = tms.operate(qa, operation, &requests).await.expect_status(422).json();
        assert!(refused["message"].as_str().unwrap().contains("import is disabled for node 'QA': freeze"));
    }
    assert_eq!(tms.whole(qa).await, rows);
}

/// Scenario 22.
#[tokio::test]
async fn a_node_controlled_by_solution_manager_is_imported_through_the_api() {
    let tms = Tms::start().await;
    let node = tms.node("CHARM", json!({"controlledBy": "CHARM", "virtual": true})).await;
    assert_eq!(tms.get(&format!("nodes/{node}")).await["controlledBy"], "CHARM");
    tms.request("CHARM").await;
    tms.import_all(node).await;
}

/// Scenario 24.
#[tokio::test]
async fn the_descriptor_for_the_version_goes_with_the_archive() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    for (name, version) in [("any", "*"), ("exact", "1.4.2")] {
        let part = client::multipart::Part::bytes(mtaext(name, "shop")).file_name("x.mtaext");
        let form = client::multipart::Form::new().part("file", part).text("mtaVersion", version);
        let path = format!("nodes/{node}/mtaExtDescriptors");
        let _ = tms.call("POST", &path).multipart(form).send().await.expect_status(201);
    }
    for (mta, version, used) in
        [("shop", "1.4.2", Some("exact")), ("shop", "1.5.0", Some("any")), ("other", "1.4.2", None)]
    {
        tms.archive("QA", mta, version).await;
        let action = tms.import_all(node).await;
        tms.app.run_jobs().await;
        let (sent, process) = fake.take();
        let lines = tms.lines(action).await;
        match used {
            Some(name) => {
                assert_eq!(sent[1], (format!("{name}.mtaext"), mtaext(name, "shop")));
                assert!(
                    process.contains("<id>mtaExtDescriptorId</id>") && process.contains("<value>f2</value>"),
                    "{process}"
                );
                assert!(lines.iter().any(|line| line.contains(&format!("MTA extension descriptor '{name}'"))));
            }
            None => {
                assert_eq!(sent.len(), 1);
                assert!(!process.contains("mtaExtDescriptorId"));
                assert!(!lines.iter().any(|line| line.contains("extension descriptor")));
            }
        }
    }
}

#[tokio::test]
async fn a_node_without_a_destination_is_fatal_with_advice() {
    let tms = Tms::start().await;
    let (node, next) =
        (tms.node("BARE", json!({"forwardMode": "POST_IMPORT"})).await, tms.node("NEXT", json!({})).await);
    tms.route(node, next).await;
    let request = tms.request("BARE").await;
    let action = tms.import_all(node).await;
    assert_eq!(tms.status(node, request).await, "fatal");
    assert!(tms.lines(action).await.iter().any(|line| line.starts_with("F ") && line.contains("has no destination")));
    assert_eq!(tms.whole(next).await, [(request, "initial".to_owned())]);
}

#[tokio::test]
async fn an_import_with_nothing_to_import_has_ended() {
    let tms = Tms::start().await;
    let node = tms.target_node("QA", "AUTO", "d").await;
    let action = tms.action(tms.import_all(node).await).await;
    assert_eq!(
        (action["status"].as_str(), action["transportRequests"].as_array().map(Vec::len)),
        (Some("succeeded"), Some(0))
    );
    assert!(action["endedAt"].is_string());
}

#[tokio::test]
async fn a_second_import_of_a_node_waits_behind_the_first_and_nodes_do_not_wait_for_each_other() {
    let tms = Tms::start().await;
    let (fake, other) = (Fake::start().await, Fake::start().await);
    tms.destination("d", &fake).await;
    tms.destination("e", &other).await;
    let (node, next) = (tms.target_node("QA", "MANUAL", "d").await, tms.target_node("QB", "MANUAL", "e").await);
    let (first, second) = (tms.archive("QA", "one", "1.0.0").await, tms.archive("QA", "two", "1.0.0").await);
    let beside = tms.archive("QB", "beside", "1.0.0").await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    let _ = tms.operate(node, "import", &[first]).await.expect_status(200);
    let _ = tms.operate(node, "import", &[second]).await.expect_status(200);
    let _ = tms.operate(next, "import", &[beside]).await.expect_status(200);
    // The first never ends in these ten minutes; the other node is not held up by it.
    tms.app.run_jobs().await;
    assert_eq!(tms.status(next, beside).await, "succeeded");
    assert_eq!(tms.whole(node).await, [(first, "running".to_owned()), (second, "running".to_owned())]);
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1);
    fake.plays(Script { states: vec!["FINISHED"], ..Script::default() });
    tms.app.run_jobs().await;
    assert_eq!(tms.whole(node).await, [(first, "succeeded".to_owned()), (second, "succeeded".to_owned())]);
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 2);
}
