//! Real packages on their whole way, found through `ROPEWAY_PACKAGES`; without it there is nothing to run.

use super::{Ground, code, one_object, said};
use std::fs;
use std::path::PathBuf;

/// The one that is broken, by a part of its name, and what a refusal must name: the artifact and its entry.
const BROKEN: (&str, [&str; 2]) = (
    "broken-inner-zip",
    [
        "Import Bank Statement BAI Format from File Server to SAP S4HANA Cloud",
        "f01412029ad7405f8057cf865bee1996_content",
    ],
);

fn packages() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("ROPEWAY_PACKAGES") else {
        println!("ROPEWAY_PACKAGES names no real packages: nothing tested");
        return Vec::new();
    };
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut packages: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "zip")).collect();
    packages.sort();
    assert!(!packages.is_empty(), "there is no package in it");
    packages
}

/// Each in a landscape of its own on one server: from DEV to PROD with the proof, or refused where it comes in.
#[test]
fn every_real_package_goes_the_whole_way_and_a_broken_one_is_refused_at_the_import() {
    let packages = packages();
    if packages.is_empty() {
        return;
    }
    let ground = Ground::start(&[]);
    for (number, package) in packages.iter().enumerate() {
        let (prefix, file) = (format!("p{number}-"), package.to_str().unwrap());
        let output = ground.run(&["--json", "--prefix", &prefix, "--package", file]);
        let report = one_object(&output);
        let last = report["steps"].as_array().unwrap().last().unwrap();
        if file.contains(BROKEN.0) {
            assert_eq!((code(&output), &last["number"]), (1, &0.into()), "{file}: {report}");
            let saw = last["saw"].as_str().unwrap();
            assert!(saw.contains("answered 400") && BROKEN.1.iter().all(|name| saw.contains(name)), "{saw}");
        } else {
            assert_eq!((code(&output), &last["number"]), (0, &54.into()), "{file}: {last} {}", said(&output));
        }
    }
}
