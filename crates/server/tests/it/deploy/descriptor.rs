//! What stands in a descriptor has its effect, or is refused by its name.

use super::kit::{Land, archive_with, failure, is_finished, said};
use client::deploy as slp;
use serde_json::{Value, json};
use std::io::Cursor;
use testkit::mta::{self, Archive, Descriptor, Limits, Package};

const PIT: &str = "process_integration_transport_instance";

/// Deploys package Alpha with a changed descriptor.
async fn deploy(land: &Land, more: &[(&str, &str)], change: impl FnOnce(&mut Descriptor)) -> slp::Task {
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev"), ("user", "u")]).await;
    land.deploy(archive_with("1.0.0", &[("Alpha", &package)], change), more).await.1
}

fn set(descriptor: &mut Descriptor, key: &str, value: Value) {
    descriptor.resources[0].parameters.values.insert(key.to_owned(), value);
}

#[tokio::test]
async fn placeholders_reach_instances_keys_and_values() {
    let land = Land::start().await;
    let extension =
        "_schema-version: '3.1'\nID: demo.test\nextends: demo\nparameters: {stage: test, receiver: 'r-${stage}'}\n";
    let file = land.upload("test.mtaext", extension.as_bytes().to_vec()).await;
    let task = deploy(&land, &[(slp::EXTENSIONS, &file)], |descriptor| {
        let parameters = json!({"stage": "dev", "receiver": "none"});
        descriptor.parameters.values = parameters.as_object().unwrap().clone();
        set(descriptor, "service-name", json!("pit-${space}-${stage}"));
        descriptor.resources[0].properties.values.insert("user".to_owned(), json!("u-${org}"));
        let module = &mut descriptor.modules[0];
        let values = json!({"AlphaFlow": {"host": "https://${receiver}/~{process_integration_transport_instance/user}",
            "user": "\\${header.user}"}});
        module.parameters.values.insert("configuration-values".to_owned(), values);
        module.requires[0].parameters.values.insert("service-key".to_owned(), json!({"name": "key-${mta-id}"}));
    })
    .await;
    is_finished(&task);
    assert_eq!(land.instances().await, ["checks", "pit-dev-test"]);
    assert!(said(&task).contains("service key \"key-demo\""), "{}", said(&task));
    let values = land.values("Alpha").await;
    assert_eq!(values["host"], "https://r-test/u-My Org/X");
    assert_eq!(values["user"], "${header.user}", "what was escaped is meant as it stands");
}

#[tokio::test]
async fn a_name_that_means_nothing_stops_before_anything_is_made() {
    let land = Land::start().await;
    let task = deploy(&land, &[], |descriptor| set(descriptor, "service-name", json!("pit-${nobody}"))).await;
    let (code, text) = failure(&task);
    assert_eq!(code, "CONTENT");
    let place = format!("parameter `service-name` of resource `{PIT}`: `${{nobody}}`");
    assert!(text.contains(&place), "{text}");
    assert_eq!(land.instances().await, ["checks"]);
}

#[tokio::test]
async fn an_instance_that_is_there_gets_what_the_archive_asks_for() {
    let land = Land::start().await;
    // As archives were before they asked for the role that values need.
    let without = |descriptor: &mut Descriptor| {
        let config = json!({"roles": ["WorkspacePackagesTransport"], "grant-types": ["client_credentials"]});
        set(descriptor, "config", config);
    };
    is_finished(&deploy(&land, &[], without).await);
    let package = land.flow("Alpha", &[("host", "dev")]).await;
    let with_values = |descriptor: &mut Descriptor| {
        without(descriptor);
        let values = json!({"AlphaFlow": {"host": "test"}});
        descriptor.modules[0].parameters.values.insert("configuration-values".to_owned(), values);
    };
    let task = land.deploy(archive_with("1.1.0", &[("Alpha", &package)], with_values), &[]).await.1;
    is_finished(&task);
    assert!(said(&task).contains(&format!("Updated service instance \"{PIT}\"")), "{}", said(&task));
    assert_eq!(land.values("Alpha").await["host"], "test");
}

#[tokio::test]
async fn what_is_marked_inactive_is_left_out() {
    let land = Land::start().await;
    let task = deploy(&land, &[], |descriptor| descriptor.resources[0].active = Some(false)).await;
    is_finished(&task);
    assert!(said(&task).contains("Warning: module \"Alpha\" is left out"), "{}", said(&task));
    assert_eq!(land.version("Alpha").await, None);
    assert_eq!(land.instances().await, ["checks"]);
}

/// An archive whose resource has its parameters in a file.
fn with_file(text: &str, package: &[u8]) -> Vec<u8> {
    let plain = archive_with("1.0.0", &[("Alpha", package)], |descriptor| {
        descriptor.resources[0].parameters.values.remove("config");
        set(descriptor, "path", json!("config.json"));
    });
    let mut archive = Archive::open(Cursor::new(plain), Limits::default()).unwrap();
    let names: Vec<String> = archive.entries().iter().map(|entry| entry.name.clone()).collect();
    let mut entries = Vec::new();
    for name in names {
        let mut bytes = archive.read(&name, 1 << 24).unwrap();
        if name == "META-INF/MANIFEST.MF" {
            let section = format!("Name: config.json\r\nMTA-Resource: {PIT}\r\nContent-Type: application/json\r\n\r\n");
            bytes.extend_from_slice(section.as_bytes());
        }
        entries.push((name, bytes));
    }
    entries.push(("config.json".to_owned(), text.as_bytes().to_vec()));
    stored(&entries)
}

/// A zip of these entries, as they are.
fn stored(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in entries {
        let crc = !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { (c >> 1) ^ 0xedb8_8320 } else { c >> 1 })
        });
        let size = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..], &crc.to_le_bytes(), &size, &size, &length, &[0, 0]].concat();
        let at = u32::try_from(out.len()).unwrap().to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10], &at, name.as_bytes()].concat());
        out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), bytes].concat());
    }
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let (size, start) = (u32::try_from(directory.len()).unwrap(), u32::try_from(out.len()).unwrap());
    let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &size.to_le_bytes(), &start.to_le_bytes(), &[0, 0]].concat();
    [out, directory, end].concat()
}

#[tokio::test]
async fn a_file_of_the_archive_says_how_an_instance_is_made() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[]).await;
    // A byte order mark is no fault of the content.
    let text = "\u{feff}{\"roles\": [\"MonitoringDataRead\"], \"grant-types\": [\"client_credentials\"]}";
    let task = land.deploy(with_file(text, &package), &[]).await.1;
    let (_, text) = failure(&task);
    assert!(text.contains("403"), "the instance that the file asks for may not transport: {text}");
    assert_eq!(land.instances().await, ["checks", PIT]);
    let task = land.deploy(with_file("[1]", &package), &[("versionRule", "ALL")]).await.1;
    let (code, text) = failure(&task);
    assert!(code == "CONTENT" && text.contains("`config.json`"), "{code} {text}");
}

/// A package with two flows, whose hidden identities begin with this digit.
fn two_flows(digit: char) -> Vec<u8> {
    let mut package = Package::new("Gamma", &"a".repeat(32), "Gamma", "1.0.0");
    for (at, id) in ["GammaOne", "GammaTwo"].into_iter().enumerate() {
        let kind = mta::ResourceType::IFlow;
        let mut flow = mta::Artifact::new(&format!("{digit}{at:031}"), id, id, "1.0.0", kind.clone());
        flow.content = Some(mta::bundle::minimal_bundle(&kind, id, id).unwrap());
        package.put(flow);
    }
    mta::write_package(Vec::new(), &package, &mta::Selection::All, mta::Stamp::FIXED).unwrap()
}

/// Every artifact that is in the way is named, and what to do about it, in words.
#[tokio::test]
async fn a_clash_of_several_artifacts_is_told_whole() {
    let land = Land::start().await;
    let archive = |version: &str, digit| archive_with(version, &[("Gamma", &two_flows(digit))], |_| {});
    is_finished(&land.deploy(archive("1.0.0", '1'), &[]).await.1);
    let (code, text) = failure(&land.deploy(archive("1.1.0", '2'), &[]).await.1);
    assert_eq!(code, "CONTENT");
    for part in ["'GammaOne'", "'GammaTwo'", "Delete one of the two, then transport again"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("{\"error"), "{text}");
}
