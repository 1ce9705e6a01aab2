//! Scenarios 33 to 35, credentials, CSRF, files: what is on the wire.

use super::kit::{Land, ORG_SEGMENT, USER, archive, is_finished, said};
use crate::cf::kit::PASSWORD;
use client::deploy as slp;
use std::time::Duration;
use testkit::{Answer, Request};

fn at(land: &Land, method: &str, path: &str) -> Request {
    let root = format!("/deploy-service/slprot/{ORG_SEGMENT}/dev/slp");
    land.kit.app.request(method, &format!("{root}/{path}")).basic(USER, PASSWORD)
}

/// What a client copies from an answer into its next write.
fn session(answer: &Answer) -> (String, String) {
    let named = |name: &str| answer.header(name).unwrap_or_else(|| panic!("no {name}")).to_owned();
    assert_eq!((named("x-csrf-header"), named("x-csrf-param")), ("X-CSRF-TOKEN".to_owned(), "_csrf".to_owned()));
    let set = answer.headers.iter().filter(|(name, _)| name == "set-cookie");
    let cookies: Vec<&str> = set.filter_map(|(_, value)| value.split(';').next()).collect();
    assert_eq!(cookies.len(), 2, "{cookies:?}");
    (named("x-csrf-token"), cookies.join("; "))
}

#[tokio::test]
async fn the_ping_answers_without_credentials() {
    let land = Land::without_tenant().await;
    let pong = land.kit.app.get("/deploy-service/public/ping").send().await;
    assert_eq!((pong.status, pong.text().as_str()), (200, "pong"));
}

/// A client of 2017 looks here first, and its parser knows these names.
#[tokio::test]
async fn what_has_not_ended_is_listed_before_a_deployment() {
    let land = Land::start().await;
    let ongoing = async |user: &str| {
        let path = format!("/deploy-service/rest/{ORG_SEGMENT}/dev/operations");
        land.kit.app.get(&path).basic(user, PASSWORD).send().await
    };
    let none = ongoing(USER).await.expect_status(200);
    assert!(none.header("content-type").is_some_and(|kind| kind.starts_with("application/xml")));
    assert!(none.text().ends_with("<ongoing-operations/>"), "{}", none.text());
    let package = land.package("Alpha").await;
    let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &package)])).await;
    let id = land.begin(&[("appArchiveId", &file)]).await;
    let one = ongoing(USER).await.expect_status(200).text();
    for part in [
        format!("<ongoing-operations><ongoing-operation><process-id>{id}</process-id>"),
        "<process-type>xs2-deploy</process-type>".to_owned(),
        format!("<user>{USER}</user><state>slp.task.state.RUNNING</state>"),
    ] {
        assert!(one.contains(&part), "{one}");
    }
    land.kit.app.run_jobs().await;
    assert!(ongoing(USER).await.expect_status(200).text().ends_with("<ongoing-operations/>"));
    assert_eq!(ongoing("nobody@example.org").await.status, 401);
    let head = at(&land, "HEAD", "metadata").send().await.expect_status(200);
    assert!(head.bytes.is_empty());
}

#[tokio::test]
async fn the_conversation_of_2017_deploys_an_archive() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let bytes = archive("1.0.0", &[("Alpha", &package)]);
    let metadata = at(&land, "GET", "metadata").header("x-csrf-token", "Fetch").send().await.expect_status(200);
    let text = metadata.text();
    assert!(
        text.contains("<Metadata xmlns=\"http://www.sap.com/lmsl/slp\"><slmpversion>1.2.0</slmpversion></Metadata>")
    );
    let (token, cookies) = session(&metadata);
    let files = at(&land, "GET", "services/xs2-deploy/files").send().await.expect_status(200).text();
    assert!(files.contains("<files xmlns=\"http://www.sap.com/lmsl/slp\"/>"), "{files}");
    let versions = at(&land, "GET", "services/xs2-deploy/versions").send().await.expect_status(200).text();
    assert!(versions.contains("<version>1.1</version>"));
    let part = client::multipart::Part::bytes(bytes.clone()).file_name("demo.mtar");
    let form = client::multipart::Form::new().part("files", part);
    let upload =
        at(&land, "POST", "services/xs2-deploy/files").header("x-csrf-token", &token).header("cookie", &cookies);
    let uploaded = upload.multipart(form).send().await.expect_status(200).text();
    let uploaded: wire::deploy::Files = wire::deploy::from_xml(&uploaded).unwrap();
    let file = &uploaded.items[0];
    assert_eq!(
        (file.file_name.as_str(), file.file_size, file.digest_algorithm.as_str()),
        ("demo.mtar", bytes.len() as u64, "MD5")
    );
    assert!(file.digest.len() == 32 && file.digest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()));
    let body = format!(
        "<Process><parameters><Parameter><structure/><value>{}</value><id>appArchiveId</id><tuplevalue/></Parameter>\
         <Parameter><id>targetPlatform</id><value>My Org/X dev</value></Parameter></parameters>\
         <service>xs2-deploy</service></Process>",
        file.id
    );
    let start =
        at(&land, "POST", "services/xs2-deploy/processes").header("x-csrf-token", &token).header("cookie", &cookies);
    let started = start.body("application/xml", body.into_bytes()).send().await.expect_status(200).text();
    let process: wire::deploy::Process = wire::deploy::from_xml(&started).unwrap();
    let id = process.id.unwrap();
    assert_eq!(process.status.as_deref(), Some("slp.process.state.ACTIVE"));
    assert_eq!(process.root_url.as_deref(), Some(format!("runs/xs2-deploy/{id}").as_str()));
    let run = at(&land, "GET", &format!("runs/xs2-deploy/{id}/metadata")).send().await.expect_status(200).text();
    assert!(run.contains("<slppversion>1.2.0</slppversion>"));
    land.kit.app.run_jobs().await;
    let task = at(&land, "GET", &format!("runs/xs2-deploy/{id}/tasklist/xs2-deploy")).send().await.expect_status(200);
    let task: wire::deploy::Task = wire::deploy::from_xml(&task.text()).unwrap();
    assert_eq!((task.state(), task.progress, task.kind.as_str()), ("FINISHED", 100, "slp.task.type.PROCESS"));
    let ids: Vec<i64> = task.progress_messages.items.iter().map(|message| message.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]) && ids.len() > 3, "{ids:?}");
    let log = at(&land, "GET", &format!("runs/xs2-deploy/{id}/logs/OPERATION.log/content")).send().await;
    assert!(log.header("content-type").is_some_and(|kind| kind.starts_with("text/plain")));
    assert!(log.text().contains("Alpha"), "{}", log.text());
    let one = at(&land, "GET", &format!("processes/{id}")).send().await.expect_status(200).text();
    assert!(one.contains("slp.process.state.FINISHED"));
    assert!(land.version("Alpha").await.is_some());
}

#[tokio::test]
async fn names_and_guid_lead_to_the_same_space_behind_any_prefix() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let (process, task) = land.deploy(archive("1.0.0", &[("Alpha", &package)]), &[]).await;
    is_finished(&task);
    let guid = land.at(&format!("/deploy-service/slprot/{}/slp", land.space));
    let prefixed = land.at(&format!("/deploy-service/some/where/slprot/{ORG_SEGMENT}/dev/slp"));
    for target in [guid, prefixed] {
        let run = slp::Run { service: slp::DEPLOY, process: &process };
        assert_eq!(slp::task(&land.kit.app.cx.http, &target, run).await.unwrap(), task);
        let logs = slp::logs(&land.kit.app.cx.http, &target, run).await.unwrap();
        assert_eq!((logs.len(), logs[0].id.as_str()), (1, "OPERATION.log"));
    }
}

#[tokio::test]
async fn wrong_places_roles_and_credentials_are_told_apart() {
    let land = Land::without_tenant().await;
    let kit = &land.kit;
    let status =
        async |path: &str, user: &str, password: &str| kit.app.get(path).basic(user, password).send().await.status;
    let right = format!("/deploy-service/slprot/{ORG_SEGMENT}/dev/slp/metadata");
    assert_eq!(status(&right, USER, PASSWORD).await, 200);
    assert_eq!(status(&right, USER, "wrong password").await, 401);
    let open = kit.app.get(&right).send().await;
    assert_eq!(open.status, 401);
    assert_eq!(open.header("www-authenticate"), Some("Basic realm=\"CF Deploy Service\""));
    for path in [
        "/deploy-service/slprot/other/dev/slp/metadata",
        "/deploy-service/slprot/My%20Org%2FX/other/slp/metadata",
        "/deploy-service/slprot/My%20Org/X/dev/slp/metadata",
        "/deploy-service/slprot/00000000-0000-4000-8000-000000000000/slp/metadata",
        "/deploy-service/slprot/not-a-guid/slp/metadata",
        "/deploy-service/elsewhere",
    ] {
        assert_eq!(status(path, USER, PASSWORD).await, 404, "{path}");
    }
    let _ = kit.person("stranger@example.org").await;
    assert_eq!(status(&right, "stranger@example.org", PASSWORD).await, 403);
    let unknown = format!("/deploy-service/slprot/{ORG_SEGMENT}/dev/slp/services/xs2-undeploy");
    assert_eq!(status(&unknown, USER, PASSWORD).await, 404);
    // The administrator needs no role, and a token is as good as a password.
    let first = &kit.app.first.administrator;
    assert_eq!(status(&right, &first.user_name, &first.password).await, 200);
    assert_eq!(kit.app.get(&right).bearer(&kit.admin).send().await.status, 200);
    let foreign = kit.app.admin_token("dev").await;
    assert_eq!(kit.app.get(&right).bearer(&foreign).send().await.status, 401);
}

#[tokio::test]
async fn an_auditor_looks_and_does_not_deploy() {
    let land = Land::without_tenant().await;
    let _ = land.kit.in_space("space_auditor", "audrey@example.org", &land.space).await;
    let mut target = land.target();
    target.auth = client::Auth::Basic { user: "audrey@example.org".to_owned(), password: PASSWORD.to_owned() };
    assert!(slp::files(&land.kit.app.cx.http, &target).await.unwrap().is_empty());
    let refused = land.try_upload(&target, "a.mtar", b"x".to_vec()).await.unwrap_err();
    assert_eq!(refused.status(), Some(403));
    let new =
        slp::NewProcess { service: slp::DEPLOY.to_owned(), parameters: vec![("appArchiveId".into(), "x".into())] };
    let refused = slp::start(&land.kit.app.cx.http, &target, &new).await.unwrap_err();
    assert!(refused.status() == Some(403) && refused.body().unwrap().contains("Space Developer"));
    let _ = land.kit.in_space("space_supporter", "sue@example.org", &land.space).await;
    target.auth = client::Auth::Basic { user: "sue@example.org".to_owned(), password: PASSWORD.to_owned() };
    assert_eq!(slp::files(&land.kit.app.cx.http, &target).await.unwrap_err().status(), Some(403));
}

#[tokio::test]
async fn writes_need_the_token_of_their_session_which_ends_after_ten_minutes() {
    let land = Land::without_tenant().await;
    let (token, cookies) = session(&at(&land, "GET", "metadata").send().await);
    let delete = |token: &str, cookies: &str| {
        at(&land, "DELETE", "services/xs2-deploy/files").header("x-csrf-token", token).header("cookie", cookies).send()
    };
    let required = |answer: &Answer| (answer.status, answer.header("x-csrf-token").map(str::to_owned));
    assert_eq!(delete(&token, &cookies).await.status, 204);
    let refused = (403, Some("Required".to_owned()));
    assert_eq!(required(&at(&land, "DELETE", "services/xs2-deploy/files").send().await), refused);
    assert_eq!(required(&delete("forged", &cookies).await), refused);
    assert_eq!(required(&delete(&token, "JSESSIONID=1.x").await), refused);
    // A session in use is followed by a new one before it ends.
    land.kit.app.advance(Duration::from_secs(400));
    let renewed = at(&land, "GET", "metadata").header("cookie", &cookies).send().await;
    assert_ne!(session(&renewed), (token.clone(), cookies.clone()));
    assert_eq!(delete(&token, &cookies).await.status, 204);
    land.kit.app.advance(Duration::from_secs(300));
    assert_eq!(required(&delete(&token, &cookies).await), refused);
}

#[tokio::test]
async fn files_are_listed_and_deleted_and_belong_to_their_space() {
    let land = Land::without_tenant().await;
    let id = land.upload("a b.mtar", b"content".to_vec()).await;
    let http = &land.kit.app.cx.http;
    let files = slp::files(http, &land.target()).await.unwrap();
    assert_eq!((files[0].id.as_str(), files[0].file_name.as_str(), files[0].file_size), (id.as_str(), "a b.mtar", 7));
    assert_eq!(files[0].digest, "9A0364B9E99BB480DD25E1F0284C8555");
    let other = land.kit.space("other").await;
    let _ = land.kit.role("space_developer", USER, &other).await.expect_status(201);
    let elsewhere = land.at(&format!("/deploy-service/slprot/{other}/slp"));
    assert!(slp::files(http, &elsewhere).await.unwrap().is_empty());
    let (token, cookies) = session(&at(&land, "GET", "metadata").send().await);
    let delete =
        |path: String| at(&land, "DELETE", &path).header("x-csrf-token", &token).header("cookie", &cookies).send();
    assert_eq!(delete(format!("services/xs2-deploy/files/{id}")).await.status, 204);
    assert_eq!(delete(format!("services/xs2-deploy/files/{id}")).await.status, 404);
    let plain =
        at(&land, "POST", "services/xs2-deploy/files").header("x-csrf-token", &token).header("cookie", &cookies);
    assert_eq!(plain.body("application/zip", "x").send().await.status, 415);
}

#[tokio::test]
async fn starting_the_same_twice_is_one_process() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &package)])).await;
    let first = land.begin(&[("appArchiveId", &file), ("versionRule", "ALL")]).await;
    assert_eq!(land.begin(&[("appArchiveId", &file), ("versionRule", "ALL")]).await, first);
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&first).await);
    let found = slp::find_process(&land.kit.app.cx.http, &land.target(), &file).await.unwrap();
    assert_eq!(found.as_deref(), Some(first.as_str()));
    assert_eq!(slp::find_process(&land.kit.app.cx.http, &land.target(), "other").await.unwrap(), None);
}

#[tokio::test]
async fn parts_are_joined_by_their_number() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let bytes = archive("1.0.0", &[("Alpha", &package)]);
    let mut ids = Vec::new();
    for (number, chunk) in bytes.chunks(bytes.len() / 11).enumerate() {
        ids.push(land.upload(&format!("demo.mtar.part.{number}"), chunk.to_vec()).await);
    }
    assert!(ids.len() > 10);
    ids.reverse();
    let process = land.begin(&[("appArchiveId", &ids.join(","))]).await;
    land.kit.app.run_jobs().await;
    let task = land.task(&process).await;
    is_finished(&task);
    assert!(said(&task).contains("Alpha"));
    assert!(slp::files(&land.kit.app.cx.http, &land.target()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_bad_parameter_is_refused_when_the_process_is_started() {
    let land = Land::without_tenant().await;
    for (parameters, part) in [
        (vec![("versionRule".to_owned(), "ALL".to_owned())], "appArchiveId"),
        (
            vec![("appArchiveId".to_owned(), "x".to_owned()), ("versionRule".to_owned(), "NEW".to_owned())],
            "versionRule",
        ),
    ] {
        let new = slp::NewProcess { service: slp::DEPLOY.to_owned(), parameters };
        let refused = slp::start(&land.kit.app.cx.http, &land.target(), &new).await.unwrap_err();
        assert!(refused.status() == Some(400) && refused.body().unwrap().contains(part), "{refused}");
    }
}

/// `apis/deploy` is the list of operations: what is read is there for a process, what is missing is not.
#[tokio::test]
async fn every_operation_that_reads_is_routed_or_missing() {
    let land = Land::without_tenant().await;
    let file = land.upload("demo.mtar", b"no archive".to_vec()).await;
    let process = land.begin(&[("appArchiveId", &file)]).await;
    land.kit.app.run_jobs().await;
    let lines = |text: &'static str| {
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        lines.filter_map(|line| line.strip_prefix("GET /slp/")).collect::<Vec<_>>()
    };
    let all = lines(include_str!("../../../../../apis/deploy/operations.txt"));
    let missing = lines(include_str!("../../../../../apis/deploy/missing.txt"));
    for path in all {
        let filled = path
            .replace("{service}", "xs2-deploy")
            .replace("{task}", "xs2-deploy")
            .replace("{process}", &process)
            .replace("{log}", "OPERATION.log")
            .replace("{action}", "retry");
        let answer = at(&land, "GET", &filled).send().await;
        let wanted = if missing.contains(&path) { 404 } else { 200 };
        assert_eq!(answer.status, wanted, "{path}: {}", answer.text());
    }
    let error = at(&land, "GET", &format!("runs/xs2-deploy/{process}/error")).send().await.text();
    let error: wire::deploy::Error = wire::deploy::from_xml(&error).unwrap();
    assert_eq!((error.id.as_str(), error.code.as_str()), (process.as_str(), "CONTENT"));
}

#[tokio::test]
async fn a_form_has_a_bounded_number_of_files() {
    let land = Land::without_tenant().await;
    let metadata = at(&land, "GET", "metadata").header("x-csrf-token", "Fetch").send().await.expect_status(200);
    let (token, cookies) = session(&metadata);
    let upload = async |files: usize| {
        let part = || client::multipart::Part::bytes(b"x: 1".to_vec()).file_name("a.mtaext");
        let form = (0..files).fold(client::multipart::Form::new(), |form, _| form.part("files", part()));
        let upload =
            at(&land, "POST", "services/xs2-deploy/files").header("x-csrf-token", &token).header("cookie", &cookies);
        upload.multipart(form).send().await
    };
    let _ = upload(100).await.expect_status(200);
    let refused = upload(101).await.expect_status(400).text();
    assert!(refused.contains("more than 100 files"), "{refused}");
}
