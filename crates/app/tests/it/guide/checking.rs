//! What a check says of a landscape as a whole, and of files that are no landscape.

use super::{Ground, code, one_object, printed, said};
use crate::kit::run;
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_finished_landscape_is_found_done_over_https_with_the_authority_and_not_without() {
    let mut ground = Ground::start(&["--tls-dev"]);
    let ran = ground.run(&[]);
    assert_eq!(code(&ran), 0, "{}{}", printed(&ran), said(&ran));
    let checked = ground.check(&[]);
    assert_eq!(code(&checked), 0, "{}", printed(&checked));
    assert!(printed(&checked).ends_with("53 done, 0 missing, 0 wrong, 2 not checkable\n"), "{}", printed(&checked));
    ground.options.clear();
    let strange = one_object(&ground.check(&["--json"]));
    let step = &strange["steps"][6];
    assert_eq!(step["status"], "wrong", "nobody trusts this CA by himself: {step}");
    assert!(
        step["saw"].as_str().unwrap().contains("certificate") && step["fix"].as_str().unwrap().contains("--ca"),
        "{step}"
    );
    let refused = ground.run(&["--prefix", "x"]);
    assert_eq!(code(&refused), 6, "{}", said(&refused));
    assert!(said(&refused).contains("--ca"), "{}", said(&refused));
}

/// As somebody with a real landscape has it: a few keys and the GUIDs, nobody's password and no Ropeway.
#[test]
fn with_few_keys_the_other_steps_are_not_checkable_and_say_what_is_needed() {
    let ground = Ground::start(&[]);
    assert_eq!(code(&ground.run(&[])), 0);
    let guid = ground.read("landscape.json")["subaccounts"][0]["guid"].clone();
    let few = json!({ "subaccounts": [{ "name": "alm", "guid": guid }] });
    fs::write(ground.out().join("landscape.json"), few.to_string()).unwrap();
    for entry in fs::read_dir(ground.out().join("keys")).unwrap() {
        let path = entry.unwrap().path();
        if !["cis", "transport"].contains(&path.file_stem().unwrap().to_str().unwrap()) {
            fs::remove_file(path).unwrap();
        }
    }
    let report = one_object(&ground.check(&["--json"]));
    assert_eq!(report["ok"], true, "{report}");
    let step = |number: usize| (report["steps"][number]["status"].clone(), report["steps"][number]["saw"].to_string());
    for done in [0, 1, 5, 6, 20, 39, 41, 45, 48, 53] {
        assert_eq!(step(done).0, "done", "{done}: {}", step(done).1);
    }
    for (number, word) in
        [(13, "keys/destination-dev.json"), (25, "keys/calm-api.json"), (12, "cockpit"), (43, "cockpit")]
    {
        let (status, saw) = step(number);
        assert_eq!(status, "notCheckable", "{number}: {saw}");
        assert!(saw.contains(word), "{number}: {saw}");
    }
}

#[test]
fn files_that_are_no_landscape_are_refused_with_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("landscape.json");
    let refused = |word: &str| {
        let ended = run(&["guide", "check", file.to_str().unwrap()]);
        assert_eq!(code(&ended), 2, "{}", said(&ended));
        let text = said(&ended);
        assert!(text.starts_with("error: ") && text.contains(word) && text.contains("hint: "), "{word}: {text}");
        assert!(ended.stdout.is_empty());
    };
    refused("No such file");
    fs::write(&file, "{\"subaccounts\": [").unwrap();
    refused("line 1");
    fs::write(&file, "{\"subaccounts\": []}").unwrap();
    refused("no service key");
    fs::create_dir(dir.path().join("keys")).unwrap();
    fs::write(dir.path().join("keys/cis.json"), "clientid=x").unwrap();
    refused("cis.json");
}

/// Nothing listens there: said once for each step, at once, and not as a crash.
#[test]
fn an_unreachable_address_is_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("keys")).unwrap();
    let file = dir.path().join("landscape.json");
    fs::write(&file, "{}").unwrap();
    let key = json!({ "uri": "http://127.0.0.1:9/tms", "uaa": { "clientid": "c", "clientsecret": "s3cret", "url": "http://127.0.0.1:9" } });
    fs::write(dir.path().join("keys/transport.json"), key.to_string()).unwrap();
    let ended = run(&["guide", "check", "--json", file.to_str().unwrap()]);
    let report = one_object(&ended);
    let step = &report["steps"][39];
    assert_eq!((code(&ended), &step["status"]), (1, &Value::from("wrong")));
    assert!(step["saw"].as_str().unwrap().contains("http://127.0.0.1:9"), "{step}");
    assert!(step["fix"].as_str().unwrap().contains("reachable"), "{step}");
    assert!(!report.to_string().contains("s3cret"));
}
