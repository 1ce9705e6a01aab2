//! Exports of real packages, found through `ROPEWAY_PACKAGES` or beside the project; without them there is nothing to
//! test.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use mta::compare::DifferenceKind;
use mta::{Bundle, Error, Limits, Package, ResourceType, Selection, Stamp, same_content, write_package};

const GOOD: [(&str, usize); 9] = [
    ("aem-sample-after.zip", 1),
    ("aem-sample-before.zip", 1),
    ("codejam-seven-flows.zip", 7),
    ("concur-api.zip", 6),
    ("emis-sample.zip", 1),
    ("figaf-all-artifact-types.zip", 10),
    ("message-transformation-utilities.zip", 50),
    ("successfactors-concur-4mb.zip", 7),
    ("value-mappings-restart.zip", 14),
];

/// The folder, unless it is not there and nobody demands it.
fn folder() -> Option<PathBuf> {
    if let Some(demanded) = std::env::var_os("ROPEWAY_PACKAGES") {
        return Some(PathBuf::from(demanded));
    }
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/packages");
    if beside.is_dir() {
        return Some(beside);
    }
    println!("the real packages are not there: nothing tested");
    None
}

fn read(bytes: &[u8]) -> mta::Result<Package> {
    Package::read(Cursor::new(bytes), Limits::package(64 * 1024 * 1024))
}

#[test]
fn nine_packages_read_and_survive_writing() {
    let Some(folder) = folder() else { return };
    for (name, artifacts) in GOOD {
        let package = read(&fs::read(folder.join(name)).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(package.artifacts.len(), artifacts, "{name}");
        assert!(package.findings().is_empty(), "{name}: {:?}", package.findings());
        let stamp = Stamp::parse("20241013030304").unwrap();
        let written = write_package(Vec::new(), &package, &Selection::All, stamp).unwrap();
        assert_eq!(written, write_package(Vec::new(), &package, &Selection::All, stamp).unwrap(), "{name}");
        assert_eq!(read(&written).unwrap(), package, "{name}");
    }
}

#[test]
fn the_broken_package_is_refused_by_the_name_of_its_artifact() {
    let Some(folder) = folder() else { return };
    let error = read(&fs::read(folder.join("bankstatement-broken-inner-zip.zip")).unwrap()).unwrap_err();
    let Error::Artifact { artifact, entry, .. } = &error else { panic!("{error}") };
    assert_eq!(artifact, "Import Bank Statement BAI Format from File Server to SAP S4HANA Cloud");
    assert_eq!(entry, "f01412029ad7405f8057cf865bee1996_content");
}

#[test]
fn a_subset_has_exactly_the_chosen_artifacts() {
    let Some(folder) = folder() else { return };
    let package = read(&fs::read(folder.join("codejam-seven-flows.zip")).unwrap()).unwrap();
    let two: BTreeSet<String> = package.artifacts.iter().take(2).map(|artifact| artifact.unique_id.clone()).collect();
    let bytes = write_package(Vec::new(), &package, &Selection::Artifacts(two.clone()), Stamp::FIXED).unwrap();
    let subset = read(&bytes).unwrap();
    assert_eq!(subset.artifacts.iter().map(|artifact| artifact.unique_id.clone()).collect::<BTreeSet<_>>(), two);
    assert_eq!((subset.id, subset.relations.len()), (package.id, 2));
}

#[test]
fn a_change_between_two_exports_is_found_in_its_artifact_only() {
    let Some(folder) = folder() else { return };
    let [before, after] = ["aem-sample-before.zip", "aem-sample-after.zip"]
        .map(|name| read(&fs::read(folder.join(name)).unwrap()).unwrap());
    assert_eq!(same_content(&before, &before), []);
    let changes = same_content(&before, &after);
    let flow = before.artifacts[0].unique_id.as_str();
    assert!(changes.iter().all(|change| change.artifact.as_deref() == Some(flow)), "{changes:?}");
    let [version, content] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(version.to_string(), "artifact `AEM_Consumer`: `semanticVersion` is `0.0.1` and `1.0.1`");
    assert!(matches!(content.kind, DifferenceKind::Content { .. }));
}

#[test]
fn tags_types_and_identities_are_read() {
    let Some(folder) = folder() else { return };
    let package = read(&fs::read(folder.join("figaf-all-artifact-types.zip")).unwrap()).unwrap();
    assert_eq!(package.tags().unwrap()["LOB"], ["test12"]);
    assert_eq!((package.id.as_str(), package.version.as_str()), ("FigafApiTestPackage", "1.1"));
    let kinds: BTreeSet<&str> = package.artifacts.iter().map(|artifact| artifact.resource_type.as_str()).collect();
    assert_eq!(kinds.len(), 8);
    assert!(!kinds.contains("ContentPackage"));
    let flow = package.artifact("Figaf_iflow_1").unwrap();
    let parameters = flow.bundle().unwrap().parameters().unwrap();
    assert_eq!((parameters[0].name.as_str(), parameters[0].value.as_str()), ("endpoint", "/figaf_iflow_3"));
}

#[test]
fn defined_and_given_parameters_are_the_same_in_every_flow() {
    let Some(folder) = folder() else { return };
    for (name, _) in GOOD {
        let package = read(&fs::read(folder.join(name)).unwrap()).unwrap();
        for artifact in package.artifacts.iter().filter(|artifact| artifact.resource_type == ResourceType::IFlow) {
            let mut bundle = artifact.bundle().unwrap();
            assert_eq!(bundle.version(), Some(artifact.version.as_str()), "{name}: {}", artifact.name);
            let parameters = bundle.parameters().unwrap();
            let same = parameters.iter().map(|parameter| (parameter.name.clone(), parameter.value.clone())).collect();
            let rewritten = bundle.with_values(&same).unwrap();
            assert_eq!(
                Bundle::open(&rewritten).unwrap().parameters().unwrap(),
                parameters,
                "{name}: {}",
                artifact.name
            );
            let names: BTreeSet<_> = parameters.iter().map(|parameter| &parameter.name).collect();
            assert_eq!(names.len(), parameters.len(), "{name}: {}", artifact.name);
        }
    }
}

#[test]
fn single_artifacts_are_opened_renamed_and_listed() {
    let Some(folder) = folder() else { return };
    let mut seen = 0;
    for file in fs::read_dir(folder.join("artifact-updates")).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let mut bundle = Bundle::open(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let stem = path.file_stem().unwrap().to_str().unwrap();
        assert_eq!(bundle.symbolic_name(), Some(stem.trim_end_matches("Updated")));
        let (files, resources) = (bundle.files().count(), bundle.resources());
        let renamed = bundle.renamed("Other.Id", Some("Other name")).unwrap();
        let renamed = Bundle::open(&renamed).unwrap();
        assert_eq!((renamed.symbolic_name(), renamed.name()), (Some("Other.Id"), Some("Other name")));
        assert_eq!(
            (renamed.files().count(), renamed.resources(), renamed.version()),
            (files, resources, bundle.version())
        );
        seen += 1;
    }
    assert_eq!(seen, 14);
    let flow = fs::read(folder.join("artifact-updates/FigafApiTestDummyIFlow.zip")).unwrap();
    let bundle = Bundle::open(&flow).unwrap();
    let needs = ["scriptcollection.FigafApiTestScriptCollection", "messagemapping.FigafApiTestMessageMapping"];
    assert_eq!(bundle.required_capabilities(), needs);
    let types: BTreeSet<String> = bundle.resources().into_iter().map(|resource| resource.resource_type).collect();
    assert_eq!(types.into_iter().collect::<Vec<_>>(), ["groovy", "js", "mmap", "xsd", "xslt"]);
}
