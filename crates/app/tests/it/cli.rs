//! What scripts rely on: exit codes, what goes to stdout, and that data of another version is not touched.

use crate::kit::{Api, Home, change, command, run};
use serde_json::Value;
use std::fs;
use std::net::TcpListener;
use std::process::Output;

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn each_expected_failure_has_its_code_of_the_table() {
    let home = Home::new();
    let table = String::from_utf8(run(&["exit-codes"]).stdout).unwrap();
    let listed = |code: i32| table.lines().any(|line| line.trim_start().starts_with(&format!("{code} ")));
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let (taken, data) = (holder.local_addr().unwrap().to_string(), home.data().display().to_string());
    let file = home.beside("file");
    fs::write(&file, "in the way of a directory").unwrap();
    let nowhere = home.beside("nowhere");
    let cases: [(i32, Vec<&str>); 7] = [
        (2, vec!["serve", "--no-such-option"]),
        (3, vec!["serve", "--public-url", "nonsense", "--data", &data]),
        (4, vec!["admin", "audit", "verify", "--data", nowhere.to_str().unwrap()]),
        (4, vec!["admin", "keys", "rotate", "--data", nowhere.to_str().unwrap()]),
        (3, vec!["--config", "no-such-file.toml", "serve"]),
        (4, vec!["serve", "--listen", "127.0.0.1:0", "--data", file.to_str().unwrap()]),
        (5, vec!["serve", "--listen", &taken, "--data", &data]),
    ];
    for (expected, args) in cases {
        let ended = run(&args);
        assert_eq!(code(&ended), expected, "{args:?}: {}", stderr(&ended));
        assert!(stderr(&ended).starts_with("error: "), "{}", stderr(&ended));
        assert!(ended.stdout.is_empty());
        assert!(listed(expected), "{expected} is not in the table:\n{table}");
    }
    assert!(!nowhere.exists(), "a look at data that is not there made some");
}

#[test]
fn a_log_that_goes_elsewhere_than_to_a_terminal_has_no_colours() {
    let home = Home::new();
    let server = home.start();
    server.terminate();
    let said = server.ended().said;
    assert!(said.contains(" INFO ") && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn the_example_configuration_is_one() {
    let home = Home::new();
    let example = run(&["config", "example"]);
    let file = home.beside("ropeway.toml");
    fs::write(&file, &example.stdout).unwrap();
    let shown = run(&["--config", file.to_str().unwrap(), "config", "show"]);
    assert_eq!(code(&shown), 0, "{}", stderr(&shown));
    let shown: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["server"]["listen"], "127.0.0.1:4004");
}

#[test]
fn a_second_process_on_the_same_data_is_refused_and_the_first_goes_on() {
    let home = Home::new();
    let server = home.start();
    let refused = home.start_elsewhere().err().expect("the second process must not serve");
    assert_eq!(refused.status.code(), Some(4), "{}", refused.said);
    assert!(refused.said.contains("in use"), "{}", refused.said);
    server.terminate();
    assert!(server.ended().status.success());
    drop(home.start());
}

#[tokio::test]
async fn data_of_a_newer_release_is_refused_and_left_as_it_is() {
    let home = Home::new();
    drop(home.start());
    let insert = "insert into refinery_schema_history (version, name, applied_on, checksum) \
        values (9999, 'future', '2030-01-01T00:00:00Z', '0')";
    change(&home, &[insert]).await;
    let refused = home.start_elsewhere().err().expect("an older release must not serve newer data");
    assert_eq!(refused.status.code(), Some(4), "{}", refused.said);
    assert!(refused.said.contains("9999") && refused.said.contains("newer release"), "{}", refused.said);
    let migrated = run(&["migrate", "--data", home.data().to_str().unwrap()]);
    assert_eq!(code(&migrated), 4, "{}", stderr(&migrated));
}

/// The data of the release with schema 9 after it had run the guide, and what that release could have left behind: an
/// import in the middle, whose work was leased until 2083, and one without steps that nobody would ever have closed.
const SCHEMA_9: &str = include_str!("data/schema9.sql");
const LEFT_BEHIND: &str = "
    update import_run set is_open = true, step = 0, remote = null where action = (select max(action) from import_run);
    update action set status = 'running', ended_at = null where id = (select max(action) from import_run);
    insert into import_run (action, node, subaccount, plan, step, remote, rev, is_open)
        select action + 1000000, node, subaccount, json_set(json_set(plan, '$.action', action + 1000000), '$.steps', json('[]'),
        '$.items', json('[]')), 0, null, 0, true from import_run where action = (select max(action) from import_run);
    insert into action (id, subaccount, kind, status, node, node_name, started_at, ended_at, triggered_by, named_user)
        select id + 1000000, subaccount, kind, 'initial', node, node_name, started_at, null, triggered_by, null from action
        where id = (select max(action) - 1000000 from import_run);
    insert into job (id, name, payload, dedup_key, run_at, attempts, lease_owner, lease_until, created_at)
        select action + 2000000, 'transport.import', '{\"node\":' || node || '}', 'transport.import:' || node, 3579139413000000, 1,
        'worker', 3579139413000000, 0 from import_run where action = (select min(action) from import_run where is_open);";

#[tokio::test(flavor = "multi_thread")]
async fn data_of_an_older_release_is_upgraded_kept_and_healed() {
    let home = Home::new();
    store::testing::restore(&home.data(), &[SCHEMA_9, LEFT_BEHIND].concat()).unwrap();
    fs::write(home.data().join("master.key"), "IOsAbUHj5DuxoNAqge/h1h/2rvLB3Du3xrFU/pgiqWQ=").unwrap();
    let server = home.start();
    let api = Api::new(&server.url);
    assert_eq!(api.get("/readyz").await.unwrap()["status"], "UP");
    let fields = [
        ("grant_type", "password"),
        ("client_id", "cf"),
        ("client_secret", ""),
        ("username", "admin@ropeway.local"),
        ("password", PASSWORD_9),
    ];
    api.grant("/cf-uaa/oauth/token", &fields).await.unwrap();
    open_imports_end(&home, server).await;
}

/// The administrator's password in that data.
const PASSWORD_9: &str = "MPykRQgubEZ9tM9UIMUbrbu3HG5fe_tj0QojazuBAmA";

/// Stops the server, looks, and starts it again, until nothing is open.
async fn open_imports_end(home: &Home, mut server: crate::kit::Server) {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(60);
    loop {
        server.terminate();
        assert!(server.ended().status.success());
        let open = change(home, &[]).await;
        assert!(open >= 10);
        let count = async |tx: &mut store::Tx| {
            let runs: i64 = tx.query_one("select count(*) from import_run where is_open = true", store::p![]).await?;
            let actions: i64 = tx.query_one("select count(*) from action where ended_at is null", store::p![]).await?;
            Ok::<_, store::Error>((runs, actions))
        };
        let db = store::Db::open(&store::DbUrl::Sqlite(home.data()), store::Options::default()).await.unwrap();
        let left = db.read(count).await.unwrap();
        drop(db);
        if left == (0, 0) {
            return;
        }
        assert!(std::time::Instant::now() < deadline, "{left:?} imports and actions stay open");
        server = home.start();
    }
}

#[test]
fn a_configuration_that_has_no_effect_is_refused() {
    let home = Home::new();
    let file = home.beside("r.toml");
    fs::write(&file, "").unwrap();
    let file = file.to_str().unwrap();
    for args in [
        vec!["--config", file, "guide", "steps"],
        vec!["--config", file, "openapi"],
        vec!["--config", file, "exit-codes"],
        vec!["--config", file, "config", "example"],
        vec!["--config", file, "guide", "run", "--server", "http://127.0.0.1:9", "--credentials", file],
    ] {
        let output = run(&args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(stderr(&output).contains("--config has no effect"), "{args:?}: {}", stderr(&output));
    }
    assert_eq!(code(&run(&["--config", "no-such-file.toml", "guide", "run"])), 3);
    let other = ["guide", "run", "--server", "http://127.0.0.1:9", "--credentials", file];
    let refused = command(&other).env("ROPEWAY_SERVER__LISTEN", "127.0.0.1:1").output().unwrap();
    assert_eq!(code(&refused), 2);
    assert!(stderr(&refused).contains("ROPEWAY_SERVER__LISTEN has no effect"), "{}", stderr(&refused));
}
