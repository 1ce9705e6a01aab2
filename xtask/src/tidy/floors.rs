//! Floors: which of our crates may depend on which, and which crate owns a heavy dependency.
//!
//! The compiler keeps the walls; this keeps anybody from opening a door in one without a change of these tables, which
//! are drawn in `ARCHITECTURE.md` as well.

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Finding, Tree};

/// Every crate of ours, with those that it may name.
const EDGES: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("mta", &[]),
    ("odata", &[]),
    ("wire", &[]),
    ("store", &["model"]),
    ("client", &["wire"]),
    ("engine", &["model", "store", "mta", "client", "wire"]),
    ("guide", &["client", "wire", "model", "mta"]),
    ("server", &["engine", "guide", "model", "wire", "odata"]),
    ("app", &["server", "guide", "engine", "store", "client", "wire"]),
    ("testkit", &["server", "engine", "store", "client", "wire", "mta", "model"]),
    ("bench", &["server", "engine", "store", "client", "wire", "mta", "model"]),
    ("xtask", &[]),
];

/// What tests may use beside what the code may: the test kit, and a look behind the wire. The store's tests turn on
/// their own PostgreSQL by naming the store with that feature.
const TEST_EDGES: &[(&str, &[&str])] = &[
    ("store", &["store"]),
    ("client", &["testkit"]),
    ("server", &["testkit", "client", "store", "mta"]),
    ("app", &["testkit", "mta"]),
];

/// Heavy dependencies and where they are at home. The bench measures beside the bare engine.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store", "bench"]),
    ("tokio-postgres", &["store"]),
    ("deadpool-postgres", &["store"]),
    ("refinery-core", &["store"]),
    ("object_store", &["store"]),
    ("axum", &["server", "app", "testkit"]),
    ("reqwest", &["client"]),
    ("zip", &["mta"]),
];

pub fn check(metadata: &Value, tree: &Tree) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for fault in faults(metadata)? {
        let path = format!("{}/Cargo.toml", fault.folder);
        let manifest = tree.texts.get(&path).map(String::as_str).unwrap_or_default();
        let line = manifest.lines().position(|line| names(line, &fault.dependency)).map_or(1, |index| index + 1);
        findings.push(Finding { path, line, what: fault.what, remedy: fault.remedy });
    }
    Ok(findings)
}

#[derive(Debug)]
struct Fault {
    folder: String,
    /// As it is written in the manifest.
    dependency: String,
    what: String,
    remedy: &'static str,
}

fn faults(metadata: &Value) -> Result<Vec<Fault>> {
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let root = metadata["workspace_root"].as_str().context("cargo metadata names no workspace_root")?;
    let ours: Vec<&str> = packages.iter().map(|package| text(&package["name"])).collect();
    Ok(packages.iter().flat_map(|package| package_faults(package, root, &ours)).collect())
}

fn package_faults(package: &Value, root: &str, ours: &[&str]) -> Vec<Fault> {
    let from = short(text(&package["name"]));
    let folder = text(&package["manifest_path"]).trim_start_matches(root).trim_start_matches('/');
    let folder = folder.trim_end_matches("/Cargo.toml").to_owned();
    let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == from) else {
        let (dependency, what) = ("name".to_owned(), format!("{from} is on no floor"));
        return vec![Fault { folder, dependency, what, remedy: "give it a row in xtask/src/tidy/floors.rs" }];
    };
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    let faults = dependencies.filter_map(|dependency| {
        let name = text(&dependency["name"]);
        let to = short(name);
        let edge_allowed = allowed.contains(&to) || for_tests(from, to, &dependency["kind"]);
        let (what, remedy) = if ours.contains(&name) && !edge_allowed {
            (format!("{from} must not depend on {to}"), "see the allowed edges in xtask/src/tidy/floors.rs")
        } else if !at_home(from, name) {
            (format!("{from} must not name {name}"), "ask the one crate that owns it")
        } else {
            return None;
        };
        let written = dependency["rename"].as_str().unwrap_or(name).to_owned();
        Some(Fault { folder: folder.clone(), dependency: written, what, remedy })
    });
    faults.collect()
}

fn for_tests(from: &str, to: &str, kind: &Value) -> bool {
    kind == "dev" && TEST_EDGES.iter().any(|(name, allowed)| *name == from && allowed.contains(&to))
}

fn at_home(from: &str, dependency: &str) -> bool {
    HOMES.iter().find(|(name, _)| *name == dependency).is_none_or(|(_, homes)| homes.contains(&from))
}

/// The name of a crate in the house: the binary's package bears the product's name, the others are prefixed with it.
fn short(package: &str) -> &str {
    match package {
        "ropeway" => "app",
        other => other.strip_prefix("ropeway-").unwrap_or(other),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether a line of a manifest declares this dependency.
fn names(line: &str, dependency: &str) -> bool {
    line.trim_start().strip_prefix(dependency).is_some_and(|rest| rest.starts_with(['.', ' ', '=']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, dependencies: &[(&str, Option<&str>)]) -> Value {
        let one = |(name, kind): &(&str, Option<&str>)| {
            let rename = name.strip_prefix("ropeway-");
            json!({"name": name, "rename": rename, "kind": kind})
        };
        let dependencies: Vec<Value> = dependencies.iter().map(one).collect();
        let manifest = format!("/here/crates/{}/Cargo.toml", short(name));
        json!({"name": name, "manifest_path": manifest, "dependencies": dependencies})
    }

    fn found(packages: &[Value]) -> Vec<String> {
        let metadata = json!({"workspace_root": "/here", "packages": packages});
        faults(&metadata).unwrap().iter().map(|fault| format!("{}: {}", fault.folder, fault.what)).collect()
    }

    #[test]
    fn allowed_edges_are_fine() {
        let packages = [
            package("ropeway-model", &[("serde", None)]),
            package("ropeway-store", &[("ropeway-model", None), ("rusqlite", None)]),
            package("ropeway-testkit", &[("ropeway-store", None), ("axum", None)]),
            package("ropeway", &[("ropeway-store", None), ("ropeway-testkit", Some("dev"))]),
        ];
        assert_eq!(found(&packages), Vec::<String>::new());
    }

    #[test]
    fn a_new_edge_is_found() {
        let packages = [package("ropeway-model", &[("ropeway-wire", None)]), package("ropeway-wire", &[])];
        assert_eq!(found(&packages), ["crates/model: model must not depend on wire"]);
    }

    #[test]
    fn the_test_kit_is_for_the_tests_of_a_few() {
        let kit = package("ropeway-testkit", &[]);
        let built = package("ropeway-server", &[("ropeway-testkit", None)]);
        let stranger = package("ropeway-engine", &[("ropeway-testkit", Some("dev"))]);
        assert_eq!(found(&[kit.clone(), built]), ["crates/server: server must not depend on testkit"]);
        assert_eq!(found(&[kit, stranger]), ["crates/engine: engine must not depend on testkit"]);
    }

    #[test]
    fn a_heavy_dependency_has_one_home() {
        let packages = [package("ropeway-engine", &[("rusqlite", None), ("tokio", None)])];
        assert_eq!(found(&packages), ["crates/engine: engine must not name rusqlite"]);
    }

    #[test]
    fn every_crate_has_a_floor() {
        assert_eq!(found(&[package("ropeway-cellar", &[])]), ["crates/cellar: cellar is on no floor"]);
    }

    #[test]
    fn a_manifest_line_names_its_dependency() {
        assert!(names("zip.workspace = true", "zip"));
        assert!(names("zip = \"9\"", "zip"));
        assert!(!names("zip-more = \"9\"", "zip"));
    }
}
