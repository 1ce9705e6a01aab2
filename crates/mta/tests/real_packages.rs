//! Exports of real packages, found through `ROPEWAY_PACKAGES` or beside the project; without them there is nothing to test.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use mta::{Error, Limits, Package, Selection, Stamp, write_package};

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
