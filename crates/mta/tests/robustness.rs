//! Damaged input is an error or is read, and never a panic.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Cursor;

use mta::bundle::minimal_bundle;
use mta::properties::Properties;
use mta::{
    Archive, Artifact, Bundle, Descriptor, Extension, Limits, Manifest, Package, PackageModule, Payload, ResourceType,
    Selection, Stamp, assemble, check, write_package,
};

fn export() -> Vec<u8> {
    let mut package = Package::new("Demo", &"a".repeat(32), "Demo", "1.0.0");
    for (at, kind) in [ResourceType::IFlow, ResourceType::ValueMapping, ResourceType::File].into_iter().enumerate() {
        let mut artifact = Artifact::new(&format!("{at:032x}"), &format!("id{at}"), "A", "1.0.0", kind);
        artifact.content = Some(minimal_bundle(&artifact.resource_type, &artifact.unique_id, "A").unwrap());
        package.put(artifact);
    }
    write_package(Vec::new(), &package, &Selection::All, Stamp::FIXED).unwrap()
}

fn mtar() -> Vec<u8> {
    let descriptor = Descriptor::of_packages(&[PackageModule::new("Demo", "1.0.0")], "", Stamp::FIXED).unwrap();
    let payload = Payload::package("Demo", Cursor::new(export()));
    assemble(Cursor::new(Vec::new()), &descriptor, vec![payload], Stamp::FIXED).unwrap().into_inner()
}

/// Every reader of the crate gets to see the bytes; says whether one took them for a whole archive.
fn read_all(bytes: &[u8]) -> bool {
    let checked = Archive::open(Cursor::new(bytes), Limits::default()).and_then(|mut archive| check(&mut archive));
    let package = Package::read(Cursor::new(bytes), Limits::package(1 << 24));
    let bundle = Bundle::open(bytes).map(|mut bundle| (bundle.parameters().is_ok(), bundle.resources().len()));
    let _ = Properties::read(bytes);
    let _ = (Manifest::read(bytes), Descriptor::read(bytes), Extension::read(bytes));
    checked.is_ok() || package.is_ok() || bundle.is_ok()
}

#[test]
fn truncations_never_panic() {
    for bytes in [mtar(), export()] {
        for length in (0..bytes.len()).step_by(7) {
            assert!(!read_all(&bytes[..length]), "{length} of {} bytes were accepted", bytes.len());
        }
    }
}

#[test]
fn flipped_bytes_never_panic() {
    // A linear congruential generator: the same flips in every run.
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for bytes in [mtar(), export()] {
        for _ in 0..700 {
            let mut damaged = bytes.clone();
            for _ in 0..1 + random(4) {
                let at = random(damaged.len());
                damaged[at] = random(256) as u8;
            }
            read_all(&damaged);
        }
        // The directory and the end record are where readers believe most.
        for at in bytes.len() - 400..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] = value;
                read_all(&damaged);
            }
        }
    }
}

#[test]
fn damaged_texts_never_panic() {
    let texts = [
        "Manifest-Version: 1.0\r\n\r\nName: a\u{20ac}\r\n b\r\nMTA-Module: m, n\r\n",
        "_schema-version: '3.1'\nID: a\nversion: '1'\nmodules:\n- {name: m, type: t, requires: [{name: r}]}\nresources: [{name: r}]\n",
        "_schema-version: '3.1'\nID: a\nextends: b\nmodules:\n- {name: m, parameters: &x {a: [1, {b: ~}]}, properties: *x}\n",
        "a\\ b\\u20ac=c\\\n  d\n#e\n!\nf:g\\",
    ];
    for text in texts.map(str::as_bytes) {
        for at in 0..text.len() {
            read_all(&text[..at]);
            for value in [0, b' ', b'\n', b'\\', b':', b'&', b'*', b'[', b'{', b'-', 0xff] {
                let mut damaged = text.to_vec();
                damaged[at] = value;
                read_all(&damaged);
            }
        }
    }
}
