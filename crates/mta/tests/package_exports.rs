//! Package exports as people and tools really make them: read generously, refused by name.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mta::bundle::minimal_bundle;
use mta::{Archive, Artifact, Bundle, Error, Limits, Package, ResourceType, Result, Selection, Stamp, write_package};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const FLOW: &str = "0123456789abcdef0123456789abcdef";
const LINK: &str = "11111111111111111111111111111111";

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<Package> {
    Package::read(Cursor::new(bytes), Limits::package(1 << 24))
}

fn resources() -> Value {
    json!({
        "resources": [
            {"id": FLOW, "uniqueId": "Flow", "displayName": "The flow", "semanticVersion": "1.0.3", "resourceType": "IFlow",
             "contentType": "application/zip", "name": "Flow.zip", "createdAt": 1_723_034_070_957_u64, "unknownKey": [1, {"a": null}],
             "additionalAttributes": {"Description": {"isExtendedLargeAttribute": true, "attributeValues": ["x"]}}},
            {"id": LINK, "uniqueId": "link", "displayName": "Link", "resourceType": "Url",
             "additionalAttributes": {"url": {"isExtendedLargeAttribute": false, "attributeValues": ["https://example.invalid"]}}},
            {"id": "22222222222222222222222222222222", "uniqueId": "Demo", "displayName": "Demo package", "resourceType": "ContentPackage",
             "semanticVersion": "1.0.0", "additionalAttributes": {"Version": {"isExtendedLargeAttribute": false, "attributeValues": ["2.4"]}}}
        ],
        "relations": [
            {"sourceId": "22222222222222222222222222222222", "targetId": FLOW, "relationType": "AGGREGATION", "RelationName": "Default"},
            {"sourceId": "22222222222222222222222222222222", "targetId": LINK, "relationType": "AGGREGATION", "RelationName": "Licenses"}
        ]
    })
}

fn encoded(json: &Value) -> String {
    STANDARD.encode(json.to_string())
}

fn bundle() -> Vec<u8> {
    minimal_bundle(&ResourceType::IFlow, "Flow", "The flow").unwrap()
}

/// An export with these resources and this content of the flow.
fn export(json: &Value, content: &[u8]) -> Vec<u8> {
    let entry = format!("{FLOW}_content");
    zipped(&[(entry.as_str(), content), ("resources.cnt", encoded(json).as_bytes())])
}

#[test]
fn the_order_junk_folders_and_line_breaks_do_not_matter() {
    let cnt =
        encoded(&resources()).as_bytes().chunks(76).map(|line| [line, b"\r\n"].concat()).collect::<Vec<_>>().concat();
    let (content, upper) = (bundle(), format!("Demo/{}_CONTENT", FLOW.to_uppercase()));
    let bytes = zipped(&[
        ("Demo/Resources.CNT", &cnt),
        ("__MACOSX/Demo/._resources.cnt", b"junk"),
        ("Demo/.DS_Store", b"junk"),
        ("Demo/hash", b"[\"not\", \"verified\"]"),
        (&upper, &content),
    ]);
    let package = read(&bytes).unwrap();
    assert_eq!((package.id.as_str(), package.name.as_str(), package.version.as_str()), ("Demo", "Demo package", "2.4"));
    let [flow, link] = &package.artifacts[..] else { panic!("{package:?}") };
    assert_eq!(
        (flow.unique_id.as_str(), flow.version.as_str(), flow.attribute("Description")),
        ("Flow", "1.0.3", Some("x"))
    );
    assert_eq!(flow.content.as_ref(), Some(&content));
    assert_eq!((link.attribute("url"), &link.content), (Some("https://example.invalid"), &None));
    assert_eq!(package.relations[1].name, "Licenses");
    assert_eq!(package.findings(), [] as [String; 0]);
}

#[test]
fn resources_are_written_verbatim_but_for_changed_fields() {
    let mut package = read(&export(&resources(), &bundle())).unwrap();
    let written = |package: &Package| {
        let bytes = write_package(Vec::new(), package, &Selection::All, Stamp::FIXED).unwrap();
        let mut archive = Archive::open(Cursor::new(bytes), Limits::default()).unwrap();
        Package::resources_json(&archive.read("resources.cnt", 1 << 20).unwrap()).unwrap()
    };
    assert_eq!(written(&package).to_string(), resources().to_string());
    package.version = "2.5".into();
    package.artifacts[0].version = "1.0.4".into();
    package.artifacts[0].attributes.insert("source".into(), vec!["S".into()]);
    let mut expected = resources();
    expected["resources"][0]["semanticVersion"] = json!("1.0.4");
    expected["resources"][0]["additionalAttributes"]["source"] =
        json!({"isExtendedLargeAttribute": false, "attributeValues": ["S"]});
    expected["resources"][2]["additionalAttributes"]["Version"]["attributeValues"] = json!(["2.5"]);
    assert_eq!(written(&package), expected);
}

#[test]
fn the_layout_is_that_of_the_original() {
    let package = read(&export(&resources(), &bundle())).unwrap();
    let stamp = Stamp::parse("20241013030304").unwrap();
    let bytes = write_package(Vec::new(), &package, &Selection::All, stamp).unwrap();
    let mut archive = Archive::open(Cursor::new(bytes.clone()), Limits::default()).unwrap();
    let names: Vec<String> = archive.entries().iter().map(|entry| entry.name.clone()).collect();
    let content = format!("{FLOW}_content");
    assert_eq!(names, [content.as_str(), "resources.cnt", "contentmetadata.md", "hash", "ExportInformation.info"]);
    let mut text = |name: &str| String::from_utf8(archive.read(name, 1 << 20).unwrap()).unwrap();
    assert_eq!(text("ExportInformation.info"), "Name= Demo package\nDate= Sun Oct 13 03:03:04 UTC 2024");
    let metadata = String::from_utf8(STANDARD.decode(text("contentmetadata.md")).unwrap()).unwrap();
    assert!(metadata.starts_with("-- listing properties --\nHashVersion=2.0.0\n"), "{metadata}");
    let hashes: Vec<String> = serde_json::from_str(&text("hash")).unwrap();
    assert!(hashes.len() == 2 && hashes.iter().all(|hash| hash.len() == 64));
    // Deflated, and the sizes stand in data descriptors.
    assert_eq!((u16::from_le_bytes([bytes[6], bytes[7]]) & 8, bytes[8]), (8, 8));
}

#[test]
fn what_is_no_export_is_refused_with_the_reason() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut json = resources();
        change(&mut json);
        read(&export(&json, &bundle())).unwrap_err().to_string()
    };
    assert!(read(&zipped(&[("a", b"")])).unwrap_err().to_string().contains("no `resources.cnt`"));
    assert!(read(&zipped(&[("resources.cnt", b"***")])).unwrap_err().to_string().contains("base64"));
    assert!(read(&zipped(&[("resources.cnt", b"AAAA")])).unwrap_err().to_string().contains("JSON"));
    assert!(
        read(&zipped(&[("a/resources.cnt", b""), ("b/resources.cnt", b"")]))
            .unwrap_err()
            .to_string()
            .contains("more than one")
    );
    assert!(with(&|json| json["resources"][2]["resourceType"] = json!("Url")).contains("exactly one"));
    assert!(with(&|json| json["resources"][0]["resourceType"] = json!("ContentPackage")).contains("exactly one"));
    assert!(with(&|json| json["resources"][1]["id"] = json!(FLOW)).contains("the same id"));
    assert!(with(&|json| json["resources"][1]["id"] = json!("../x")).contains("unusable id"));
    assert!(with(&|json| json["resources"][1]["id"] = json!(7)).contains("the Url `Link` has no `id`"));
    assert!(with(&|json| json["resources"] = json!({})).contains("no list"));
    assert!(with(&|json| json["relations"] = json!([1])).contains("something else than objects"));
}

#[test]
fn bundles_that_are_broken_or_missing_are_refused_by_the_name_of_the_artifact() {
    let mut flipped = bundle();
    flipped[60] ^= 0xff;
    let no_manifest = zipped(&[("a", b"")]);
    let missing = zipped(&[("resources.cnt", encoded(&resources()).as_bytes())]);
    for bytes in
        [export(&resources(), b"no zip"), export(&resources(), &no_manifest), export(&resources(), &flipped), missing]
    {
        let error = read(&bytes).unwrap_err();
        let entry_of = format!("{FLOW}_content");
        assert!(
            matches!(&error, Error::Artifact { artifact, entry, .. } if artifact == "The flow" && *entry == entry_of),
            "{error}"
        );
    }
}

#[test]
fn files_and_tags_are_not_taken_for_bundles() {
    let mut json = resources();
    json["resources"][0]["resourceType"] = json!("File");
    let package = read(&export(&json, b"PK but no zip")).unwrap();
    assert_eq!(package.artifacts[0].content.as_deref(), Some(b"PK but no zip".as_slice()));
    let mut package = package;
    assert_eq!(package.tags().unwrap(), BTreeMap::new());
    let tags = BTreeMap::from([("Author".to_owned(), vec!["Fred".to_owned(), "John".to_owned()])]);
    package.set_tags(&tags, &"9".repeat(32));
    let bytes = write_package(Vec::new(), &package, &Selection::Artifacts(BTreeSet::new()), Stamp::FIXED).unwrap();
    let again = read(&bytes).unwrap();
    assert_eq!((again.tags().unwrap(), again.artifacts.len()), (tags, 1));
}

#[test]
fn an_id_that_differs_from_the_bundle_is_a_finding() {
    let mut json = resources();
    json["resources"][0]["uniqueId"] = json!("Other");
    let findings = read(&export(&json, &bundle())).unwrap().findings();
    assert_eq!(findings, ["artifact `The flow` has the id `Other`, but its bundle says `Flow`"]);
}

#[test]
fn selecting_what_is_not_there_is_an_error() {
    let package = read(&export(&resources(), &bundle())).unwrap();
    let selection = Selection::Artifacts(BTreeSet::from(["Flow".to_owned(), "Nobody".to_owned()]));
    let error = write_package(Vec::new(), &package, &selection, Stamp::FIXED).unwrap_err();
    assert!(matches!(error, Error::UnknownArtifact { artifact } if artifact == "Nobody"));
}

#[test]
fn adapters_have_a_subsystem_manifest() {
    let esa = zipped(&[(
        "OSGI-INF/SUBSYSTEM.MF",
        b"Subsystem-SymbolicName: my.adapter\nSubsystem-Version: 1.2.0\n".as_slice(),
    )]);
    let bundle = Bundle::open(&esa).unwrap();
    assert_eq!((bundle.symbolic_name(), bundle.version()), (Some("my.adapter"), Some("1.2.0")));
    let mut package = Package::new("P", &"a".repeat(32), "P", "1.0.0");
    let adapter = Artifact::new(&"b".repeat(32), "my.adapter", "Mine", "1.2.0", ResourceType::IntegrationAdapter);
    package.put(Artifact { content: Some(esa), ..adapter });
    let bytes = write_package(Vec::new(), &package, &Selection::All, Stamp::FIXED).unwrap();
    assert_eq!(read(&bytes).unwrap(), package);
}

#[test]
fn writing_needs_no_seeking() {
    let package = read(&export(&resources(), &bundle())).unwrap();
    let (mut reader, writer) = std::io::pipe().unwrap();
    let writing = std::thread::spawn(move || write_package(writer, &package, &Selection::All, Stamp::FIXED).map(drop));
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    writing.join().unwrap().unwrap();
    assert_eq!(read(&bytes).unwrap().artifacts.len(), 2);
}
