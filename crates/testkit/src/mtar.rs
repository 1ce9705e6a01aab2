//! MTA archives for tests: small, but whole.

use mta::{Descriptor, Package, PackageModule, Payload, Selection, Stamp};
use std::io::Cursor;

/// An archive of one empty integration package, under any id and version.
#[must_use]
pub fn mtar(id: &str, version: &str) -> Vec<u8> {
    let package = Package::new("demo", "0123456789abcdef0123456789abcdef", "Demo", "1.0.0");
    let content = mta::write_package(Cursor::new(Vec::new()), &package, &Selection::All, Stamp::FIXED);
    let content = content.expect("a package export").into_inner();
    let modules = [PackageModule::new("demo", "1.0.0")];
    let mut descriptor = Descriptor::of_packages(&modules, "", Stamp::FIXED).expect("a descriptor");
    descriptor.id = id.to_owned();
    descriptor.version = version.to_owned();
    let module = descriptor.modules[0].name.clone();
    let payloads = vec![Payload::package(&module, content.as_slice())];
    let archive = mta::assemble(Cursor::new(Vec::new()), &descriptor, payloads, Stamp::FIXED);
    archive.expect("an archive").into_inner()
}

/// An extension descriptor for it.
#[must_use]
pub fn mtaext(id: &str, extends: &str) -> Vec<u8> {
    format!("_schema-version: '3.1'\nID: {id}\nextends: {extends}\n").into_bytes()
}
