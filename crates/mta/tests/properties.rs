//! What is written is read back the same, whatever it is.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use mta::bundle::minimal_bundle;
use mta::manifest::{Headers, Section};
use mta::properties::Properties;
use mta::{
    Artifact, Bundle, Descriptor, Limits, Manifest, Package, PackageModule, ResourceType, Selection, Stamp,
    same_content, write_package,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// Printable text of any script, line breaks left out.
const TEXT: &str = "[^\\p{Cc}]{0,200}";

fn headers() -> impl Strategy<Value = Headers> {
    btree_map("[A-Za-z][A-Za-z0-9-]{0,30}", TEXT, 1..5).prop_map(|entries| {
        let mut headers = Headers::default();
        entries
            .iter()
            .filter(|(name, _)| !name.eq_ignore_ascii_case("name"))
            .for_each(|(name, value)| headers.set(name, value.as_str()));
        headers
    })
}

fn artifact() -> impl Strategy<Value = (ResourceType, String, String, Vec<u8>, bool)> {
    let kinds = prop::sample::select(vec![
        "IFlow",
        "ValueMapping",
        "ScriptCollection",
        "File",
        "Url",
        "Configured_Custom_Tags",
        "Newer",
    ]);
    (kinds.prop_map(ResourceType::parse), TEXT, "[0-9]{1,2}(\\.[0-9]{1,2}){2}", vec(any::<u8>(), 0..300), any::<bool>())
}

fn package() -> impl Strategy<Value = Package> {
    (TEXT, "[0-9.]{1,9}", btree_map("[A-Za-z]{1,8}", vec(TEXT, 0..3), 0..4), vec(artifact(), 0..6)).prop_map(
        |(name, version, attributes, artifacts)| {
            let mut package = Package::new("Some_Id", &"f".repeat(32), &format!("N{name}"), &version);
            package.attributes.extend(attributes.into_iter().filter(|(key, _)| key != "Version"));
            for (at, (kind, name, version, bytes, has_content)) in artifacts.into_iter().enumerate() {
                let id = format!("artifact_{at}");
                let mut artifact = Artifact::new(&format!("{at:032x}"), &id, &format!("A{name}"), &version, kind);
                artifact.content = match artifact.resource_type.is_bundle() {
                    true => Some(minimal_bundle(&artifact.resource_type, &id, &name).unwrap()),
                    false => has_content.then_some(bytes),
                };
                package.put(artifact);
            }
            package
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn manifests_unfold_to_what_was_folded(main in headers(), sections in vec((TEXT, headers()), 0..4)) {
        let mut main = main;
        main.set("Manifest-Version", "1.0");
        let sections = sections.into_iter().map(|(entry, headers)| Section { entry, headers }).collect();
        let manifest = Manifest { main, sections };
        let bytes = manifest.write();
        prop_assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 73));
        prop_assert_eq!(Manifest::read(&bytes).unwrap(), manifest.clone());
        let unix: Vec<u8> = bytes.into_iter().filter(|byte| *byte != b'\r').collect();
        prop_assert_eq!(Manifest::read(&unix).unwrap(), manifest);
    }

    #[test]
    fn java_properties_come_back(entries in btree_map(any::<String>(), any::<String>(), 0..8), comment in any::<String>()) {
        let mut properties = Properties::default();
        entries.iter().for_each(|(key, value)| properties.set(key, value.as_str()));
        let bytes = properties.write(&comment);
        prop_assert!(bytes.is_ascii());
        prop_assert_eq!(Properties::read(&bytes), properties);
    }

    #[test]
    fn packages_come_back_with_the_same_ids_versions_and_bytes(package in package()) {
        let bytes = write_package(Vec::new(), &package, &Selection::All, Stamp::FIXED).unwrap();
        let again = Package::read(Cursor::new(&bytes), Limits::package(1 << 24)).unwrap();
        prop_assert_eq!(same_content(&package, &again), vec![]);
        let second = write_package(Vec::new(), &again, &Selection::All, Stamp::FIXED).unwrap();
        prop_assert_eq!(Package::read(Cursor::new(&second), Limits::package(1 << 24)).unwrap(), again);
        prop_assert_eq!(second, bytes);
    }

    #[test]
    fn a_selection_has_exactly_what_was_selected(package in package(), picks in vec(any::<bool>(), 6)) {
        let tags = |artifact: &&Artifact| artifact.resource_type == ResourceType::CustomTags;
        let picked = package.artifacts.iter().zip(&picks).filter(|(_, pick)| **pick).map(|(artifact, _)| artifact);
        let wanted: BTreeSet<String> = picked.map(|artifact| artifact.unique_id.clone()).collect();
        let bytes = write_package(Vec::new(), &package, &Selection::Artifacts(wanted.clone()), Stamp::FIXED).unwrap();
        let again = Package::read(Cursor::new(bytes), Limits::package(1 << 24)).unwrap();
        let expected: BTreeSet<String> =
            wanted.into_iter().chain(package.artifacts.iter().filter(tags).map(|artifact| artifact.unique_id.clone())).collect();
        prop_assert_eq!(again.relations.len(), expected.len());
        prop_assert_eq!(again.artifacts.into_iter().map(|artifact| artifact.unique_id).collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn descriptors_come_back(description in any::<String>(), value in any::<String>(), number in any::<f64>()) {
        let packages = [PackageModule::new("A", "1.0.0"), PackageModule::new("B", "x")];
        let mut descriptor = Descriptor::of_packages(&packages, &description, Stamp::FIXED).unwrap();
        let json = serde_json::json!({ (value.clone()): [value, [], {}, null, true, number, -7, {"a": [1]}] });
        descriptor.modules[0].parameters = descriptor.modules[0].parameters.clone().with("odd", json);
        let text = descriptor.write();
        prop_assert_eq!(Descriptor::read(text.as_bytes()).unwrap().0, descriptor, "{}", text);
    }

    #[test]
    fn values_of_parameters_come_back(values in btree_map("[^\\p{Cc},?/]{1,20}", TEXT, 0..5)) {
        let bytes = minimal_bundle(&ResourceType::IFlow, "f", "F").unwrap();
        let bytes = Bundle::open(&bytes).unwrap().with_values(&values).unwrap();
        let parameters = Bundle::open(&bytes).unwrap().parameters().unwrap();
        let found: BTreeMap<String, String> = parameters.into_iter().map(|parameter| (parameter.name, parameter.value)).collect();
        prop_assert_eq!(found, values);
    }
}
