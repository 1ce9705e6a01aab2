//! What a run prints, writes and ends with.

use super::{Ground, code, one_object, printed, said};
use crate::kit::run;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

const KEYS: [&str; 11] = [
    "calm-api",
    "transport",
    "transport-export",
    "transport-operator",
    "it-rt-dev",
    "it-rt-test",
    "it-rt-prod",
    "content-agent-dev",
    "destination-alm",
    "destination-dev",
    "cis",
];

/// Twice on one server, told apart by the prefix; a third run with a used prefix fails at a step.
#[test]
fn runs_with_different_prefixes_share_a_server_and_a_failing_one_says_where_and_what_to_do() {
    let ground = Ground::start(&[]);
    let first = one_object(&ground.run(&["--json", "--prefix", "a-"]));
    shape(&first);
    assert_eq!(first["ok"], true, "{first}");
    written(&ground, "a-");
    let second = ground.run(&["--prefix", "b-"]);
    assert_eq!(code(&second), 0, "{}{}", printed(&second), said(&second));
    let lines = printed(&second);
    for (number, line) in lines.lines().take(55).enumerate() {
        assert!(line.starts_with(&format!("{number:>2}  ")) && line.contains(" ms  "), "{line}");
    }
    assert!(lines.contains("proof: the package in PROD is, artifact by artifact"), "{lines}");
    written(&ground, "b-");

    let again = ground.run(&["--json", "--prefix", "b-"]);
    assert_eq!(code(&again), 1, "{}", said(&again));
    let report = one_object(&again);
    shape(&report);
    let last = report["steps"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["number"], &last["status"]), (&Value::from(0), &Value::from("failed")), "{report}");
    assert!(last["fix"].as_str().unwrap().contains("--prefix"), "{last}");
    assert!(report.get("proof").is_none());

    let words = ground.run(&["--prefix", "b-"]);
    assert_eq!(code(&words), 1);
    let text = printed(&words);
    assert!(text.contains(" 0  Prepare") && text.contains("FAILED: ") && text.contains("hint: "), "{text}");
}

/// The fields that scripts read, and no others.
fn shape(report: &Value) {
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let fields = names(report);
    let known = |name: &String| ["ok", "steps", "proof", "totalMs"].contains(&name.as_str());
    assert!(fields.iter().all(known) && report["totalMs"].is_u64(), "{fields:?}");
    for step in report["steps"].as_array().unwrap() {
        let mut fields = names(step);
        fields.retain(|name| name != "fix");
        assert_eq!(fields, ["number", "title", "status", "saw", "ms"]);
    }
}

fn written(ground: &Ground, prefix: &str) {
    let landscape = ground.read("landscape.json");
    assert_eq!(landscape["publicUrl"], ground.server.url.as_str());
    assert_eq!(landscape["cf"]["api"], format!("{}/cf", ground.server.url));
    assert_eq!(landscape["subaccounts"][0]["subdomain"], format!("{prefix}alm"));
    assert_eq!(landscape["people"].as_array().unwrap().len(), 8);
    let private = KEYS.iter().map(|name| format!("keys/{name}.json")).chain(["landscape.json".to_owned()]);
    for name in private {
        let mode = fs::metadata(ground.out().join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name} has mode {mode:o}");
        assert!(ground.read(&name).is_object());
    }
}

#[test]
fn what_is_given_wrongly_is_said_before_anything_is_done() {
    let file = std::env::temp_dir().join(format!("ropeway-given-{}.json", std::process::id()));
    fs::write(&file, "{}").unwrap();
    let file = file.to_str().unwrap();
    let server = "http://127.0.0.1:9";
    let cases: [(i32, Vec<&str>, &str); 6] = [
        (2, vec!["--server", server], "--credentials"),
        (2, vec!["--server", server, "--credentials", "no-such.json"], "no-such.json"),
        (2, vec!["--package", "no-such.zip"], "no-such.zip"),
        (2, vec!["--ca", "no-such.pem"], "--server"),
        (2, vec!["--server", server, "--credentials", file, "--ca", file], "no PEM"),
        (6, vec!["--server", server, "--credentials", file], "cannot be reached"),
    ];
    for (expected, args, word) in cases {
        let ended = run(&[&["guide", "run"], args.as_slice()].concat());
        assert_eq!(code(&ended), expected, "{args:?}: {}", said(&ended));
        assert!(said(&ended).contains(word) && ended.stdout.is_empty(), "{args:?}: {}", said(&ended));
    }
    fs::remove_file(file).unwrap();
}

/// It stays up, says where everything is, and ends in order when it is told to.
#[test]
fn a_kept_landscape_prints_its_addresses_and_stays_until_it_is_ended() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let arguments = ["guide", "run", "--keep", "--json", "--listen", "127.0.0.1:0", "--out", out.to_str().unwrap()];
    let mut command = Command::new(env!("CARGO_BIN_EXE_ropeway"));
    let mut kept = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let lines: Vec<String> = BufReader::new(kept.stderr.take().unwrap())
        .lines()
        .map_while(Result::ok)
        .take_while(|line| line != "Ctrl-C ends it")
        .collect();
    let landscape: Value = serde_json::from_slice(&fs::read(out.join("landscape.json")).unwrap()).unwrap();
    let url = landscape["publicUrl"].as_str().unwrap();
    assert!(lines[0].starts_with(&format!("the landscape runs at {url}; ")), "{lines:?}");
    for path in
        ["/cf", "/tms", "/alm/alm/api", "/cpi/cpi-dev", "/cpi/cpi-prod", "/deploy-service", "/api/v1/openapi.json"]
    {
        assert!(lines.iter().any(|line| line.ends_with(&format!(" {url}{path}"))), "no {path} in {lines:?}");
    }
    assert!(lines.last().unwrap().contains(out.to_str().unwrap()), "{lines:?}");
    let ended = Command::new("kill").arg(kept.id().to_string()).status().unwrap();
    assert!(ended.success() && kept.wait().unwrap().success());
    let mut printed = String::new();
    kept.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&printed).unwrap()["ok"], true, "{printed}");
}

/// A terminal shows a bar; it is on stderr, so that the lines on stdout can be taken as they are.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_shows_progress_and_nothing_else_does() {
    let plain = run(&["guide", "run", "--json"]);
    assert!(plain.status.success() && said(&plain).is_empty(), "{}", said(&plain));
    let command = format!("{} guide run", env!("CARGO_BIN_EXE_ropeway"));
    let script = Command::new("script").args(["-qec", &command, "/dev/null"]).output();
    let shown = printed(&script.expect("`script` of util-linux gives a terminal"));
    assert!(shown.contains("/55 "), "no bar in:\n{shown}");
    assert!(shown.contains("Landscape operator: Create the routes"), "no running step in:\n{shown}");
    assert!(shown.contains("54  Confirm the deployment") && shown.contains("total: "), "{shown}");
}
