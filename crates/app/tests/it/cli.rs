//! What scripts rely on: exit codes, what goes to stdout, and that data of another version is not touched.

use crate::kit::{Api, Home, change, run};
use serde_json::Value;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Output;

/// The newest migration: its version and its text.
fn newest() -> (i64, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/migrations");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let version = |path: &Path| path.file_name()?.to_str()?.strip_prefix('V')?.split_once("__")?.0.parse().ok();
    let (version, path) = files.filter_map(|path| Some((version(&path)?, path))).max().unwrap();
    (version, fs::read_to_string(path).unwrap())
}

/// What takes back all that a migration made. One that also alters tables would need steps of its own.
fn undone(migration: &str) -> Vec<&'static str> {
    let (mut tables, mut indexes) = (Vec::new(), Vec::new());
    for line in migration.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase())) {
        let mut words = line.split([' ', '(']).filter(|word| *word != "create" && *word != "unique");
        match (words.next(), words.next()) {
            (Some("table"), Some(name)) => tables.push(&*format!("drop table {name}").leak()),
            (Some("index"), Some(name)) => indexes.push(&*format!("drop index {name}").leak()),
            _ => panic!("what takes this back? {line}"),
        }
    }
    [indexes, tables].concat()
}

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

/// Takes the newest schema version away, as if the release before had left the data, and starts the present one.
#[tokio::test(flavor = "multi_thread")]
async fn data_of_an_older_release_is_upgraded_and_kept() {
    let home = Home::new();
    drop(home.start());
    let first = home.first();
    let (version, migration) = newest();
    let mut steps = undone(&migration);
    assert!(!steps.is_empty());
    steps
        .push("delete from refinery_schema_history where version = (select max(version) from refinery_schema_history)");
    assert_eq!(change(&home, &steps).await, version - 1);
    let server = home.start();
    let api = Api::new(&server.url);
    assert_eq!(api.get("/readyz").await.unwrap()["status"], "UP");
    let admin = &first.administrator;
    let fields = [
        ("grant_type", "password"),
        ("client_id", "cf"),
        ("client_secret", ""),
        ("username", &*admin.user_name),
        ("password", &*admin.password),
    ];
    api.grant("/cf-uaa/oauth/token", &fields).await.unwrap();
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
}
