//! Walks the table of `docs/mta.md`: each element is tried, and does what its row says.

use super::super::*;
use mta::extension::{ChainMode, Extension, apply};
use mta::{Target as Place, resolve};
use std::collections::BTreeSet;

const DOCUMENT: &str = include_str!("../../../../../../../docs/mta.md");

struct Row {
    document: String,
    path: String,
    value: Value,
    outcome: String,
    text: String,
}

/// The rows `| document | `path` | `value` | outcome | `text` |`.
fn rows() -> Vec<Row> {
    let code = |cell: &str| cell.trim().trim_matches('`').replace("\\|", "|");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split(" | ").collect();
        let [document, path, value, outcome, text] = cells[..] else { return None };
        let path = code(path);
        path.starts_with('/').then(|| Row {
            document: document.trim().to_owned(),
            value: serde_json::from_str(&code(value)).unwrap_or_else(|error| panic!("{line}: {error}")),
            path,
            outcome: outcome.trim().to_owned(),
            text: code(text),
        })
    };
    DOCUMENT.lines().filter_map(row).collect()
}

fn base(document: &str) -> Value {
    let name = match document {
        "descriptor" => "base",
        _ => "extension",
    };
    let start = DOCUMENT.find(&format!("```json {name}\n")).unwrap_or_else(|| panic!("no {name}"));
    let rest = &DOCUMENT[start..];
    let rest = &rest[rest.find('\n').unwrap_or(0)..];
    serde_json::from_str(&rest[..rest[3..].find("```").map_or(rest.len(), |at| at + 3)]).unwrap()
}

/// Puts a value at a path, whose last step may be new.
fn put(root: &mut Value, path: &str, value: Value) {
    let (parent, key) = path.rsplit_once('/').unwrap();
    let parent = root.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}"));
    match parent {
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        _ => panic!("{path} leads into no map"),
    }
}

/// What an operation would do: everything of the plan, and the warnings.
fn planned(descriptor: &Value, extension: &Value) -> Result<(String, Vec<String>), String> {
    let (read, mut warnings) = Descriptor::read(descriptor.to_string().as_bytes()).map_err(|e| e.to_string())?;
    let (extension, more) = Extension::read(extension.to_string().as_bytes()).map_err(|e| e.to_string())?;
    warnings.extend(more);
    let merged = apply(&read, &[extension], ChainMode::Strict).map_err(|e| e.to_string())?;
    let effective = resolve(&merged, &Place::default(), &mut || "generated".to_owned()).map_err(|e| e.to_string())?;
    let (wanted, said) = wanted_modules(&effective, Chosen::default()).map_err(|failure| failure.text)?;
    let each = wanted.iter().map(|w| format!("{} {:?} {:?} {:?}\n", w.module.name, w.target, w.services, w.values));
    Ok((format!("{} {}\n{}", effective.id, effective.version, each.collect::<String>()), [warnings, said].concat()))
}

#[test]
fn every_element_does_what_its_row_says() {
    let (descriptor, extension) = (base("descriptor"), base("extension"));
    let (plain, none) = planned(&descriptor, &extension).unwrap();
    assert!(none.is_empty(), "{none:?}");
    let rows = rows();
    assert!(rows.len() > 60, "only {} rows were found", rows.len());
    for Row { document, path, value, outcome, text } in rows {
        let (mut descriptor, mut extension) = (descriptor.clone(), extension.clone());
        put(if document == "descriptor" { &mut descriptor } else { &mut extension }, &path, value);
        let label = format!("{document} {path}: {outcome}");
        match (outcome.as_str(), planned(&descriptor, &extension)) {
            ("effective", Ok((plan, _))) => assert!(plan != plain && plan.contains(&text), "{label}\n{plan}"),
            ("warned", Ok((_, said))) => assert!(said.iter().any(|s| s.contains(&text)), "{label}: {said:?}"),
            ("refused", Err(said)) => assert!(said.contains(&text), "{label}: {said}"),
            ("for people", Ok((plan, said))) => assert!(plan == plain && said.is_empty(), "{label}: {said:?}"),
            (_, other) => panic!("{label}: {other:?}"),
        }
    }
}

/// Each key that the schema knows has a row, so that a new one is not forgotten.
#[test]
fn every_key_of_the_schema_has_a_row() {
    let rows: BTreeSet<String> = rows().iter().map(|row| format!("{} {}", row.document, general(&row.path))).collect();
    let of = |document: &'static str, place: &'static str, keys: &'static [&'static str]| {
        keys.iter().map(move |key| format!("{document} {place}/{key}"))
    };
    let module = &[
        "name",
        "type",
        "description",
        "path",
        "properties",
        "parameters",
        "requires",
        "provides",
        "deployed-after",
        "hooks",
        "properties-metadata",
        "parameters-metadata",
    ];
    let resource = &[
        "name",
        "type",
        "description",
        "active",
        "optional",
        "properties",
        "parameters",
        "requires",
        "processed-after",
        "properties-metadata",
        "parameters-metadata",
    ];
    let wanted = of(
        "descriptor",
        "",
        &["_schema-version", "ID", "version", "modules", "resources", "parameters", "parameters-metadata"],
    )
    .chain(of("descriptor", "/modules/*", module))
    .chain(of("descriptor", "/modules/*/requires/*", &["name", "list", "group", "properties", "parameters"]))
    .chain(of("descriptor", "/modules/*/provides/*", &["name", "public", "properties", "parameters"]))
    .chain(of("descriptor", "/resources/*", resource))
    .chain(of("extension", "", &["_schema-version", "ID", "extends", "modules", "resources", "parameters"]))
    .chain(of("extension", "/modules/*", &["name", "properties", "parameters", "requires", "provides", "hooks"]))
    .chain(of(
        "extension",
        "/resources/*",
        &["name", "active", "optional", "properties", "parameters", "requires"],
    ));
    let missing: Vec<String> =
        wanted.filter(|key| !rows.iter().any(|row| row == key || row.starts_with(&format!("{key}/")))).collect();
    assert!(missing.is_empty(), "docs/mta.md has no row for {missing:?}");
}

/// Numbers in a path stand for any element.
fn general(path: &str) -> String {
    let step = |step: &str| if step.parse::<usize>().is_ok() { "*".to_owned() } else { step.to_owned() };
    path.split('/').map(step).collect::<Vec<_>>().join("/")
}
