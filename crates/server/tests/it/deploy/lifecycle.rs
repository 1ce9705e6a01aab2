//! Extensions, versions, keys, blue-green, repetition, retention.

use super::kit::{Land, archive, archive_with, failure, is_finished, said};
use client::deploy::{self as slp, NewProcess, Run, State};
use model::operation::{self, DeployAt, Deployment};
use serde_json::json;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn the_instance_and_its_key_are_made_if_absent_and_used_again() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let (_, task) = land.deploy(archive("1.0.0", &[("Alpha", &package)]), &[]).await;
    is_finished(&task);
    let all = said(&task);
    assert!(all.contains("Created service instance \"process_integration_transport_instance\""), "{all}");
    assert!(all.contains("Created service key \"Alpha-process_integration_transport_instance-credentials\""), "{all}");
    assert!(all.contains("1 artifacts created"), "{all}");
    assert!(land.instances().await.contains(&"process_integration_transport_instance".to_owned()));
    let (_, task) = land.deploy(archive("1.0.0", &[("Alpha", &package)]), &[]).await;
    is_finished(&task);
    let all = said(&task);
    assert!(!all.contains("Created") && all.contains("0 artifacts created, 0 overwritten, 1 unchanged"), "{all}");
}

#[tokio::test]
async fn a_key_is_taken_back_where_the_archive_says_so() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let bytes = archive_with("1.0.0", &[("Alpha", &package)], |descriptor| {
        let values = &mut descriptor.modules[0].requires[0].parameters.values;
        values.insert("delete-service-key-after-deployment".to_owned(), json!(true));
        values.insert("service-key".to_owned(), json!({"name": "passing"}));
    });
    let (_, task) = land.deploy(bytes, &[]).await;
    is_finished(&task);
    assert!(said(&task).contains("Deleted service key \"passing\""));
    let keys = land.kit.get(&land.kit.admin, "/v3/service_credential_bindings?names=passing").await.good();
    assert_eq!(keys["resources"], json!([]));
}

#[tokio::test]
async fn extensions_are_applied_in_the_order_of_their_chain() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &package)])).await;
    let extension = |id: &str, extends: &str, name: &str| {
        format!(
            "_schema-version: '3.1'\nID: {id}\nextends: {extends}\nresources:\n  - name: process_integration_transport_instance\n    \
             parameters:\n      service-name: {name}\n"
        )
    };
    let second = land.upload("b.mtaext", extension("ext.b", "ext.a", "pit_b").into_bytes()).await;
    let first = land.upload("a.mtaext", extension("ext.a", "demo", "pit_a").into_bytes()).await;
    let both = format!("{second},{first}");
    let process = land.begin(&[(slp::ARCHIVE, &file), (slp::EXTENSIONS, &both)]).await;
    land.kit.app.run_jobs().await;
    let task = land.task(&process).await;
    is_finished(&task);
    let instances = land.instances().await;
    assert!(instances.contains(&"pit_b".to_owned()) && !instances.contains(&"pit_a".to_owned()), "{instances:?}");
    let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &package)])).await;
    let stray = land.upload("c.mtaext", extension("ext.c", "elsewhere", "x").into_bytes()).await;
    let process = land.begin(&[(slp::ARCHIVE, &file), (slp::EXTENSIONS, &stray)]).await;
    land.kit.app.run_jobs().await;
    let (code, text) = failure(&land.task(&process).await);
    assert!(code == "CONTENT" && text.contains("`ext.c`"), "{text}");
}

#[tokio::test]
async fn a_lower_version_needs_the_rule_all() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let bytes = |version: &str| archive(version, &[("Alpha", &package)]);
    is_finished(&land.deploy(bytes("2.0.0"), &[]).await.1);
    let (process, task) = land.deploy(bytes("1.0.0"), &[]).await;
    let (code, text) = failure(&task);
    assert!(code == "CONTENT" && text.contains("\"2.0.0\""), "{text}");
    land.act(&process, "abort").await.unwrap();
    is_finished(&land.deploy(bytes("1.0.0"), &[("versionRule", "ALL")]).await.1);
    let (_, task) = land.deploy(bytes("1.0.0"), &[("versionRule", "HIGHER")]).await;
    assert_eq!(failure(&task).0, "CONTENT");
    let (_, task) = land.deploy(bytes("1.0.0"), &[("mtaId", "other")]).await;
    assert!(failure(&task).1.contains("\"other\""));
}

#[tokio::test]
async fn blue_green_waits_for_somebody_unless_nobody_wants_to_look() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let service = "xs2-bg-deploy";
    let begin = async |more: &[(&str, &str)]| {
        let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &package)])).await;
        let process = land.begin_at(service, &[&[(slp::ARCHIVE, file.as_str())], more].concat()).await;
        land.kit.app.run_jobs().await;
        process
    };
    let process = begin(&[]).await;
    assert_eq!(land.task_at(service, &process).await.state, State::ActionRequired);
    assert!(land.version("Alpha").await.is_some());
    let run = Run { service, process: &process };
    slp::act(&land.kit.app.cx.http, &land.target(), run, "resume").await.unwrap();
    land.kit.app.run_jobs().await;
    is_finished(&land.task_at(service, &process).await);
    is_finished(&land.task_at(service, &begin(&[("noConfirm", "true")]).await).await);
}

#[tokio::test]
async fn an_operation_that_is_aborted_does_no_more() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &package)])).await;
    let process = land.begin(&[(slp::ARCHIVE, &file)]).await;
    land.act(&process, "abort").await.unwrap();
    land.kit.app.run_jobs().await;
    assert_eq!(land.task(&process).await.state, State::Aborted);
    assert_eq!(land.version("Alpha").await, None);
    // The files are still there, so the same can be started anew.
    let again = land.begin(&[(slp::ARCHIVE, &file)]).await;
    assert_ne!(again, process);
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&again).await);
}

/// Takes room for a package of the largest size, so that the tenant takes no other one in meanwhile.
async fn room_of_the_tenant(land: &Land) -> TcpStream {
    let mut socket = TcpStream::connect(land.kit.app.url.strip_prefix("http://").unwrap()).await.unwrap();
    let head = format!(
        "PUT /cpi/dev/api/1.0/transportmodule/Transport/packages/None HTTP/1.1\r\nHost: x\r\n\
         Authorization: Bearer {}\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        land.target,
        256 << 20
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 25];
    socket.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    socket
}

/// Text that a zip makes little smaller.
fn noise(seed: u64, length: usize) -> String {
    let mut state = seed;
    let letter = |state: u64| {
        char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[(state >> 58) as usize])
    };
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        letter(state)
    })
    .take(length)
    .collect()
}

#[tokio::test]
async fn what_was_given_up_while_the_tenant_took_it_in_does_not_overwrite_what_is_newer() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let large: Vec<(String, String)> = (0..40).map(|at| (format!("k{at}"), noise(at, 3_000))).collect();
    let large: Vec<(&str, &str)> = large.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let older = land.flow("Alpha", &large).await;
    let newer = land.next_version("Alpha", "1.0.7").await;
    assert!(older.len() > 64 << 10, "a package that asks for room: {}", older.len());
    let older = land.upload("older.mtar", archive("1.0.0", &[("Alpha", &older)])).await;
    let newer = land.upload("newer.mtar", archive("1.1.0", &[("Alpha", &newer)])).await;
    let held = [room_of_the_tenant(&land).await, room_of_the_tenant(&land).await];
    let old = land.begin(&[(slp::ARCHIVE, &older)]).await;
    let cx = land.kit.app.cx.clone();
    let under_way = tokio::spawn(async move { engine::work::worker::run_due(&cx).await.unwrap() });
    let keys = "/v3/service_credential_bindings?names=Alpha-process_integration_transport_instance-credentials";
    while land.kit.get(&land.kit.admin, keys).await.good()["resources"] == json!([]) {}
    land.act(&old, "abort").await.unwrap();
    assert_eq!(land.task(&old).await.state, State::Aborted);
    let new = land.begin(&[(slp::ARCHIVE, &newer)]).await;
    engine::work::worker::run_due(&land.kit.app.cx).await.unwrap();
    assert_eq!(land.task(&new).await.state, State::Running, "it waits until the older one has let go");
    assert_eq!(land.version("Alpha").await, None);
    drop(held);
    under_way.await.unwrap();
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&new).await);
    assert_eq!(land.version("Alpha").await.as_deref(), Some("1.0.7"));
    let all = said(&land.task(&old).await);
    assert!(land.task(&old).await.state == State::Aborted && !all.contains("deployed as package"), "{all}");
}

/// A worker may die between the tenant's answer and the note of it.
#[tokio::test]
async fn a_step_that_runs_twice_does_no_harm() {
    let land = Land::start().await;
    let (a, b) = (land.package("Alpha").await, land.package("Beta").await);
    let file = land.upload("demo.mtar", archive("1.0.0", &[("Alpha", &a), ("Beta", &b)])).await;
    let process = land.begin(&[(slp::ARCHIVE, &file), ("keepFiles", "true")]).await;
    land.kit.app.run_jobs().await;
    is_finished(&land.task(&process).await);
    let id: model::OperationId = process.parse().unwrap();
    let now = land.kit.app.cx.now();
    let back: engine::Result<()> = land
        .kit
        .app
        .cx
        .db
        .write(async move |tx| {
            let mut row = store::operation::get(tx, id).await?.expect("the operation");
            (row.state, row.step, row.ended_at) = (operation::State::Running, 0, None);
            store::operation::update(tx, &row).await?;
            let at = DeployAt::Begin;
            engine::work::order(tx, &Deployment { operation: id, tenant: String::new(), at }, now).await
        })
        .await;
    back.unwrap();
    land.kit.app.run_jobs().await;
    let task = land.task(&process).await;
    is_finished(&task);
    assert_eq!(said(&task).matches("\"Alpha\": 0 artifacts created, 0 overwritten, 1 unchanged").count(), 1);
    assert_eq!(said(&task).matches("Deploying content of module \"Alpha\"").count(), 1);
}

#[tokio::test]
async fn files_go_when_they_were_deployed_unless_they_are_to_be_kept() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let http = &land.kit.app.cx.http;
    let bytes = archive("1.0.0", &[("Alpha", &package)]);
    is_finished(&land.deploy(bytes.clone(), &[]).await.1);
    assert!(slp::files(http, &land.target()).await.unwrap().is_empty());
    is_finished(&land.deploy(bytes, &[("keepFiles", "true")]).await.1);
    assert_eq!(slp::files(http, &land.target()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_older_than_five_days_goes() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    let bytes = archive("1.0.0", &[("Alpha", &package)]);
    let (process, task) = land.deploy(bytes, &[("keepFiles", "true")]).await;
    is_finished(&task);
    land.kit.app.advance(Duration::from_secs(5 * 24 * 3600 + 1));
    let now = land.kit.app.cx.now();
    let ordered: engine::Result<()> = land
        .kit
        .app
        .cx
        .db
        .write(async move |tx| {
            let new = store::work::NewWork {
                kind: "deploy.clean_up",
                key: Some("deploy.clean_up:"),
                tenant: "",
                lane: model::work::Lane::Local,
                state: "{}",
                run_at: now,
                now,
            };
            Ok(store::work::order(tx, new).await?)
        })
        .await;
    ordered.unwrap();
    land.kit.app.run_jobs().await;
    let http = &land.kit.app.cx.http;
    let gone = slp::task(http, &land.target(), Run { service: slp::DEPLOY, process: &process }).await.unwrap_err();
    assert_eq!(gone.status(), Some(404));
    assert!(slp::files(http, &land.target()).await.unwrap().is_empty());
    let new =
        NewProcess { service: slp::DEPLOY.to_owned(), parameters: vec![(slp::ARCHIVE.to_owned(), "x".to_owned())] };
    let process = slp::start(http, &land.target(), &new).await.unwrap();
    land.kit.app.run_jobs().await;
    assert!(failure(&land.task(&process).await).1.contains("upload it again"));
}
