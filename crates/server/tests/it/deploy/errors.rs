//! Scenarios 29 and 30, A28, A33, A34: failures, and how they are repaired.

use super::kit::{Land, archive, archive_with, failure, is_finished, said};
use client::deploy::{self as slp, State};
use serde_json::json;
use testkit::mta::descriptor::Settings;

#[tokio::test]
async fn wrong_content_fails_before_anything_is_changed() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let before = land.instances().await;
    let two_targets = archive_with("1.0.0", &[("Alpha", &package)], |descriptor| {
        let mut second = descriptor.resources[0].clone();
        second.name = "other".to_owned();
        let mut required = descriptor.modules[0].requires[0].clone();
        required.name.clone_from(&second.name);
        descriptor.resources.push(second);
        descriptor.modules[0].requires.push(required);
    });
    let too_old = archive_with("1.0.0", &[("Alpha", &package)], |descriptor| {
        descriptor.schema_version = testkit::mta::descriptor::SchemaVersion { major: 2, minor: 1 };
    });
    let with_app = archive_with("1.0.0", &[("Alpha", &package)], |descriptor| {
        let mut app = descriptor.modules[0].clone();
        (app.name, app.kind) = ("web".to_owned(), "javascript.nodejs".to_owned());
        descriptor.modules.push(app);
    });
    for (bytes, part) in [
        (two_targets, "exactly one"),
        (too_old, "too old"),
        (with_app, "\"web\" has the type \"javascript.nodejs\""),
        (b"no zip at all".to_vec(), "zip"),
        ([archive("1.0.0", &[("Alpha", &package)]), b"x".to_vec()].concat(), "behind its end record"),
        (archive("1.0.0", &[("Alpha", &[&package[..], b"x"].concat())]), "behind its end record"),
    ] {
        let (process, task) = land.deploy(bytes, &[]).await;
        let (code, text) = failure(&task);
        assert!(code == "CONTENT" && text.contains(part), "{code} {text}");
        assert!(said(&task).contains(&text));
        land.act(&process, "abort").await.unwrap();
    }
    assert_eq!(land.instances().await, before);
    assert_eq!(land.version("Alpha").await, None);
}

#[tokio::test]
async fn an_error_offers_abort_and_retry_and_keeps_the_lock_until_then() {
    let land = Land::without_tenant().await;
    let package = land.package("Alpha").await;
    let bytes = archive("1.0.0", &[("Alpha", &package)]);
    let (first, task) = land.deploy(bytes.clone(), &[]).await;
    // There is no tenant, which another archive would not change.
    assert_eq!(failure(&task).0, "INFRASTRUCTURE", "{}", said(&task));
    let (second, task) = land.deploy(bytes, &[]).await;
    let (code, text) = failure(&task);
    assert!(code == "INFRASTRUCTURE" && text.contains(&format!("Conflicting process \"{first}\"")), "{text}");
    assert_eq!(land.act(&first, "resume").await.unwrap_err().status(), Some(400));
    land.act(&first, "abort").await.unwrap();
    assert_eq!(land.task(&first).await.state, State::Aborted);
    assert_eq!(land.act(&first, "retry").await.unwrap_err().status(), Some(400));
    land.subscribe("dev", &land.kit.subaccount.clone()).await;
    land.act(&second, "retry").await.unwrap();
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&second).await);
    assert_eq!(land.act(&second, "abort").await.unwrap_err().status(), Some(400));
}

#[tokio::test]
async fn what_fails_for_want_of_something_around_it_goes_on_when_that_is_there() {
    let land = Land::without_tenant().await;
    let package = land.package("Alpha").await;
    let (process, task) = land.deploy(archive("1.0.0", &[("Alpha", &package)]), &[]).await;
    assert_eq!(failure(&task).0, "INFRASTRUCTURE");
    land.act(&process, "retry").await.unwrap();
    land.kit.app.run_jobs().await;
    assert_eq!(failure(&land.task(&process).await).0, "INFRASTRUCTURE");
    land.subscribe("dev", &land.kit.subaccount.clone()).await;
    land.act(&process, "retry").await.unwrap();
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&process).await);
}

#[tokio::test]
async fn when_the_second_of_three_fails_the_third_is_not_started_and_a_retry_repairs_it() {
    let land = Land::start().await;
    let (a, b, c) = (land.package("Alpha").await, land.package("Beta").await, land.package("Gamma").await);
    let (_, task) = land.deploy(archive("1.0.0", &[("Alpha", &a), ("Beta", &b), ("Gamma", &c)]), &[]).await;
    is_finished(&task);
    let (a, b, c) = (
        land.next_version("Alpha", "1.0.1").await,
        land.next_version("Beta", "1.0.1").await,
        land.next_version("Gamma", "1.0.1").await,
    );
    lock(&land, "BetaFlow").await;
    let second = archive("1.1.0", &[("Alpha", &a), ("Beta", &b), ("Gamma", &c)]);
    let (process, task) = land.deploy(second.clone(), &[]).await;
    let (code, text) = failure(&task);
    assert!(code == "CONTENT" && text.contains("\"Beta\"") && text.contains("locked by dora"), "{code} {text}");
    let all = said(&task);
    assert!(all.contains("Content of module \"Alpha\" deployed"), "{all}");
    assert!(all.contains("Modules that were not started: \"Gamma\"") && !all.contains("module \"Gamma\""), "{all}");
    let versions = [land.version("Alpha").await, land.version("Beta").await, land.version("Gamma").await];
    assert_eq!(versions.map(Option::unwrap), ["1.0.1", "1.0.0", "1.0.0"]);
    let run = slp::Run { service: slp::DEPLOY, process: &process };
    let logs = slp::logs(&land.kit.app.cx.http, &land.target(), run).await;
    assert!(logs.unwrap()[0].content.contains("ERROR   Error: the content of module \"Beta\""));
    unlock(&land, "BetaFlow").await;
    land.act(&process, "retry").await.unwrap();
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&process).await);
    let versions = [land.version("Alpha").await, land.version("Beta").await, land.version("Gamma").await];
    assert_eq!(versions.map(Option::unwrap), ["1.0.1", "1.0.1", "1.0.1"]);
    // Deploying it once more changes nothing.
    let (_, task) = land.deploy(second, &[]).await;
    is_finished(&task);
    assert!(said(&task).contains("\"Beta\": 0 artifacts created, 0 overwritten"), "{}", said(&task));
}

/// What opening a flow in the editor does.
async fn lock(land: &Land, flow: &str) {
    let kit = &land.kit;
    let _ = kit.person("dora").await;
    let admin = kit.app.admin_token("dev").await;
    let path = "/uaa/dev/sap/rest/authorization/v2/rolecollections/PI_Integration_Developer";
    let there = kit.app.get(path).bearer(&admin).send().await;
    assert_eq!(there.status, 200, "{}", there.text());
    let path = "/uaa/dev/sap/rest/user/origin/sap.default/name/dora/rolecollections/PI_Integration_Developer?createUserIfMissing=true";
    let _ = kit.app.request("PUT", path).bearer(&admin).send().await.good();
    let dora = kit.app.person_token("dev", "dora", crate::cf::kit::PASSWORD).await;
    let path = format!("/api/v1/tenants/dev/artifacts/{flow}/lock");
    let _ = kit.app.request("PUT", &path).bearer(&dora).send().await.expect_status(204);
}

async fn unlock(land: &Land, flow: &str) {
    let path = "/cpi/dev/api/v1/IntegrationDesigntimeLocks";
    let locks = land.kit.app.get(path).bearer(&land.target).header("accept", "application/json").good().await;
    let found =
        locks["d"]["results"].as_array().unwrap().iter().find(|lock| lock["ArtifactId"] == json!(flow)).unwrap();
    let key = format!("{path}(ResourceId='{}')", found["ResourceId"].as_str().unwrap());
    let _ = land.kit.app.request("DELETE", &key).bearer(&land.target).send().await.expect_status(200);
}

#[tokio::test]
async fn a_failure_gives_up_at_once_where_that_was_asked_for() {
    let land = Land::without_tenant().await;
    let package = land.package("Alpha").await;
    let bytes = archive("1.0.0", &[("Alpha", &package)]);
    let (_, task) = land.deploy(bytes.clone(), &[("abortOnError", "true")]).await;
    assert_eq!(task.state, State::Aborted);
    assert!(said(&task).contains("Error: "));
    let (_, task) = land.deploy(bytes, &[]).await;
    assert!(!failure(&task).1.contains("Conflicting"), "the lock was given back");
}

#[tokio::test]
async fn instances_of_other_services_and_missing_keys_are_named() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let existing = |name: &str, key: Option<&str>| {
        archive_with("1.0.0", &[("Alpha", &package)], |descriptor| {
            let kind = if key.is_some() { "existing-service-key" } else { "existing-service" };
            descriptor.resources[0].kind = Some(format!("org.cloudfoundry.{kind}"));
            let parameters = Settings::default().with("service-name", name);
            descriptor.resources[0].parameters = match key {
                Some(key) => parameters.with("service-key-name", key),
                None => parameters,
            };
        })
    };
    for (bytes, part) in [
        (existing("nowhere", None), "\"nowhere\" does not exist in space \"dev\""),
        (existing("checks", Some("nokey")), "has no key \"nokey\""),
    ] {
        let (process, task) = land.deploy(bytes, &[]).await;
        let (code, text) = failure(&task);
        assert!(code == "INFRASTRUCTURE" && text.contains(part), "{code} {text}");
        land.act(&process, "abort").await.unwrap();
    }
    let (_, task) = land.deploy(existing("checks", Some("k")), &[]).await;
    is_finished(&task);
}
