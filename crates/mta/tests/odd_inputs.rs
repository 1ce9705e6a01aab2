//! One reader per format, fed with what is odd but legal, and with anything at all.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{Cursor, Write};

use mta::check::Content;
use mta::properties::Properties;
use mta::resolve::Target;
use mta::{Archive, Bundle, Descriptor, Error, Extension, Limits, Manifest, Package, check, configure, json, resolve};
use proptest::prelude::*;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MTAD: &str = "_schema-version: '3.1'\nID: a\nversion: '1.0.0'\nmodules:\n  - name: m\n    type: x\n    requires:\n      - name: r\n        parameters: {service-key: {name: k}}\nresources:\n  - name: r\n    parameters:\n      config: {own: 1, both: {mine: 1}}\n";

fn archive(entries: &[(&str, &[u8])]) -> Archive<Cursor<Vec<u8>>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    Archive::open(zip.finish().unwrap(), Limits::default()).unwrap()
}

fn with(manifest: &str, mtad: &str, more: &[(&str, &[u8])]) -> Archive<Cursor<Vec<u8>>> {
    let head = [("META-INF/MANIFEST.MF", manifest.as_bytes()), ("META-INF/mtad.yaml", mtad.as_bytes())];
    archive(&[&head, more].concat())
}

#[test]
fn manifests_in_every_dress() {
    let plain = "Manifest-Version: 1.0\n\nName: a/long.zip\nMTA-Module: m\n\n";
    let expected = Manifest::read(plain.as_bytes()).unwrap();
    for text in [
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        format!("\u{feff}{plain}"),
        plain.trim_end().to_owned(),
        plain.replace("a/long.zip", "a/lo\n ng.zip"),
        plain.replace("a/long.zip", "a/lo\r\n ng.z\r ip"),
        plain.replace("1.0\n\n", "1.0\n\n\r\n\n"),
        plain.replace("Name:", "NAME:"),
        plain.replace("MTA-Module: m", "MTA-Module:m"),
    ] {
        let read = Manifest::read(text.as_bytes()).unwrap();
        assert_eq!(read.mappings().unwrap(), expected.mappings().unwrap(), "{text:?}");
    }
}

#[test]
fn a_folder_is_found_with_and_without_its_slash() {
    for name in ["content", "content/"] {
        let manifest = format!("Manifest-Version: 1.0\n\nName: {name}\nMTA-Module: m\n\n");
        let checked = check(&mut with(&manifest, MTAD, &[("content/x", b"1"), ("content2", b"2")])).unwrap();
        assert_eq!(checked.module("m").unwrap().content, Content::Directory("content/".to_owned()));
    }
    let manifest = "Manifest-Version: 1.0\n\nName: cont\nMTA-Module: m\n\n";
    let refused = check(&mut with(manifest, MTAD, &[("content/x", b"1")]));
    assert!(matches!(refused, Err(Error::SectionWithoutEntry { .. })), "a beginning of a name is no name");
}

#[test]
fn versions_of_the_field_are_read() {
    for version in ["1", "1.0", "v1.2", "1.2.3.4", "2024-06", "1.0.0-SNAPSHOT", "1.0.0_7"] {
        let text = MTAD.replace("1.0.0", version);
        assert_eq!(Descriptor::read(text.as_bytes()).unwrap().0.version, version);
    }
    assert!(Descriptor::read(MTAD.replace("1.0.0", "draft").as_bytes()).is_err());
    for schema in ["'3.1'", "3.1", "3", "'3.1.0'", "'v3.1'"] {
        assert!(Descriptor::read(MTAD.replace("'3.1'", schema).as_bytes()).is_ok(), "{schema}");
    }
}

#[test]
fn words_of_yaml_are_truth_values() {
    let text = format!("\u{feff}{MTAD}    active: no\n    optional: Yes\n");
    let (descriptor, _) = Descriptor::read(text.as_bytes()).unwrap();
    assert_eq!((descriptor.resources[0].active, descriptor.resources[0].optional), (Some(false), Some(true)));
    let extension = "_schema-version: '3.1'\nID: x\nextends: a\nresources:\n  - {name: r, active: on}\n";
    assert_eq!(Extension::read(extension.as_bytes()).unwrap().0.resources[0].active, Some(true));
}

const FILES: &str = "Manifest-Version: 1.0\n\nName: r.json\nMTA-Resource: r\nContent-Type: application/json\n\nName: k.json\nMTA-Requires: m/r\n\n";

fn configured(manifest: &str, mtad: &str, resource: &[u8]) -> mta::Result<Descriptor> {
    let mut archive = with(manifest, mtad, &[("r.json", resource), ("k.json", b"{\"x\": 1}"), ("d/a", b"")]);
    let checked = check(&mut archive)?;
    let mut effective = resolve(&checked.descriptor, &Target::default(), &mut String::new)?;
    configure(&mut effective, &checked.mappings, &mut archive)?;
    Ok(effective)
}

#[test]
fn files_hold_parameters_of_services() {
    let file = "\u{feff}{\"own\": 2, \"both\": {\"mine\": 2, \"theirs\": [\"${x}\"]}, \"new\": null}".as_bytes();
    let effective = configured(FILES, MTAD, file).unwrap();
    let expected = json!({"own": 1, "both": {"mine": 1, "theirs": ["${x}"]}, "new": null});
    assert_eq!(effective.resources[0].parameters.get("config"), Some(&expected), "what the descriptor says wins");
    let key = effective.modules[0].requires[0].parameters.get("service-key");
    assert_eq!(key, Some(&json!({"name": "k", "config": {"x": 1}})));
}

#[test]
fn files_without_effect_are_refused_by_name() {
    for (manifest, mtad, file, part) in [
        (FILES.to_owned(), MTAD.to_owned(), "[1]", "`r.json`"),
        (FILES.to_owned(), MTAD.to_owned(), "{", "`r.json`"),
        (FILES.to_owned(), MTAD.to_owned(), "{\"both\": 1}", "`both`"),
        (FILES.replace("m/r", "m/s"), MTAD.to_owned(), "{}", "required dependency `m/s`"),
        (FILES.replace("MTA-Resource: r", "MTA-Resource: s"), MTAD.to_owned(), "{}", "resource `s`"),
        (FILES.replace("Name: r.json", "Name: d"), MTAD.to_owned(), "{}", "not a folder"),
        (
            FILES.replace("MTA-Resource: r", "X: y"),
            MTAD.replace("config:", "path: r.json\n      config:"),
            "{}",
            "`path`",
        ),
    ] {
        let error = configured(&manifest, &mtad, file.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(part), "{part}: {error}");
    }
}

proptest! {
    /// Each reader gets anything: an answer, never a panic.
    #[test]
    fn anything_at_all_is_answered(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\PC\\r\\n\\t]{0,80}") {
        for bytes in [&bytes[..], text.as_bytes()] {
            drop((Manifest::read(bytes), Descriptor::read(bytes), Extension::read(bytes), json::read(bytes)));
            drop((Properties::read(bytes), Bundle::open(bytes), Package::read(Cursor::new(bytes), Limits::package(1 << 20))));
            drop(Archive::open(Cursor::new(bytes), Limits::default()));
        }
    }

    /// How lines end makes no difference to what properties hold.
    #[test]
    fn line_ends_of_properties_do_not_matter(lines in prop::collection::vec("[ab=: #!\\\\]{0,8}", 0..8)) {
        let of = |end: &str| Properties::read(lines.join(end).as_bytes());
        prop_assert_eq!(of("\r\n"), of("\n"));
        prop_assert_eq!(of("\r"), of("\n"));
    }

    /// Nor to what a manifest holds.
    #[test]
    fn line_ends_of_manifests_do_not_matter(lines in prop::collection::vec("( [ab]{0,3})|(Name: [ab]{1,3})|(X: [ab]{0,3})|()", 0..8)) {
        let of = |end: &str| Manifest::read(lines.join(end).as_bytes()).ok();
        prop_assert_eq!(of("\r\n"), of("\n"));
        prop_assert_eq!(of("\r"), of("\n"));
    }
}
