//! Archives that try to harm their reader (acceptance scenarios A23 to A25 and A29 to A31).

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use mta::{Archive, Error, Limits, Result};
use support::{Raw, archive};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MIB: u64 = 1024 * 1024;

fn open(bytes: Vec<u8>) -> Result<Archive<Cursor<Vec<u8>>>> {
    Archive::open(Cursor::new(bytes), Limits::default())
}

fn refusal(entries: &[Raw]) -> Error {
    match open(archive(entries)) {
        Ok(_) => panic!("the archive was accepted"),
        Err(error) => error,
    }
}

fn a() -> Raw {
    Raw::stored("a", b"content")
}

#[test]
fn a_sound_archive_is_read() {
    let mut archive = open(archive(&[a(), Raw::deflated("dir/b", &[7; 5000])])).unwrap();
    archive.verify().unwrap();
    assert_eq!(archive.read("a", 100).unwrap(), b"content");
    assert_eq!(archive.read("dir/b", 5000).unwrap(), [7; 5000]);
    assert!(archive.has("dir/") && !archive.has("di/") && !archive.has("dir/b.bak"));
    assert!(matches!(archive.read("dir/b", 4999), Err(Error::EntryTooLarge { actual: 5000, limit: 4999, .. })));
    assert!(matches!(archive.read("c", 1), Err(Error::MissingEntry { .. })));
    assert!(open(archive_of_nothing()).unwrap().entries().is_empty());
}

fn archive_of_nothing() -> Vec<u8> {
    archive(&[])
}

#[test]
fn a23_names_that_lead_elsewhere_are_refused_and_named() {
    for name in ["../../etc/x", "/etc/x", "C:\\x", "a\\b", "a/./b", "a//b", "a/..", "a\0", "x\r"] {
        let error = refusal(&[a(), Raw::stored(name, b"")]);
        assert!(matches!(&error, Error::EntryName { entry, .. } if entry == name), "{name:?}: {error}");
        assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
    }
    let foreign = Raw { name: vec![b'a', 0xff], local_name: vec![b'a', 0xff], ..a() };
    assert!(matches!(refusal(&[foreign]), Error::EntryName { reason: "it is not UTF-8", .. }));
}

#[test]
fn a24_duplicates_are_refused_whatever_their_case_or_composition() {
    for (first, second) in
        [("A.zip", "a.ZIP"), ("a", "a"), ("\u{e9}", "e\u{301}"), ("a", "a/"), ("STRASSE/\u{c4}", "strasse/\u{e4}")]
    {
        let error = refusal(&[Raw::stored(first, b""), Raw::stored(second, b"")]);
        assert!(matches!(&error, Error::DuplicateEntry { .. }), "{first} {second}: {error}");
    }
    let scripts = archive(&[Raw::stored("s/A.groovy", b""), Raw::stored("s/a.groovy", b"")]);
    assert!(Archive::open(Cursor::new(scripts), Limits::bundle()).is_ok());
}

#[test]
fn a25_bombs_are_refused_within_time_and_memory() {
    let declared = Raw {
        method: 8,
        local_method: 8,
        size: 4_000_000_000,
        local_size: 4_000_000_000,
        ..Raw::stored("b", &[0; 42_000])
    };
    assert!(matches!(refusal(&[declared]), Error::Bomb { entry, .. } if entry == "b"));

    // One honest kernel, used by a thousand entries.
    let kernel = Raw::deflated("a0", &vec![0; 2_000_000]);
    let shared = |at: usize| Raw {
        shares: (at > 0).then_some(0),
        ..Raw { name: format!("a{at}").into_bytes(), ..kernel.clone() }
    };
    let error = refusal(&(0..1000).map(shared).collect::<Vec<_>>());
    assert!(matches!(error, Error::HeaderMismatch { field: "name", .. } | Error::Bomb { .. }), "{error}");
    let twice = [kernel.clone(), Raw { shares: Some(0), ..kernel.clone() }];
    assert!(matches!(refusal(&twice), Error::Bomb { .. } | Error::DuplicateEntry { .. }));

    // The header says ten bytes; inflating stops right behind them.
    let lying = Raw { size: 10, local_size: 10, ..Raw::deflated("b", &vec![0; 9_000_000]) };
    let mut lying = open(archive(&[lying])).unwrap();
    assert!(matches!(lying.read("b", MIB), Err(Error::Damaged { entry, .. }) if entry == "b"));
}

#[test]
fn the_sum_of_inflated_sizes_and_the_number_of_entries_are_bounded() {
    let limits = Limits { inflated: 15, ..Limits::default() };
    let bytes = archive(&[Raw::stored("a", &[0; 8]), Raw::stored("b", &[0; 8])]);
    assert!(matches!(Archive::open(Cursor::new(bytes), limits), Err(Error::Bomb { .. })));
    let many: Vec<_> = (0..10_001).map(|at| Raw::stored(&at.to_string(), b"")).collect();
    assert!(matches!(open(archive(&many)), Err(Error::TooManyEntries { actual: 10_001, .. })));
    assert!(open(archive(&many[..10_000])).is_ok());
    let large = Limits { entry: 5, ..Limits::default() };
    assert!(matches!(Archive::open(Cursor::new(archive(&[a()])), large), Err(Error::EntryTooLarge { .. })));
}

#[test]
fn a29_truncated_archives_are_refused_with_a_reason() {
    let bytes = archive(&[a(), Raw::stored("b", &[1; 200])]);
    for length in 0..bytes.len() {
        let error = open(bytes[..length].to_vec()).err().unwrap_or_else(|| panic!("{length} bytes were accepted"));
        assert!(matches!(error, Error::NotAnArchive { .. }), "{length}: {error}");
    }
}

#[test]
fn data_around_the_archive_is_refused() {
    let bytes = archive(&[a()]);
    for behind in [1, 100, 70_000] {
        let error = open([bytes.clone(), vec![0; behind]].concat()).err().unwrap();
        assert!(matches!(error, Error::NotAnArchive { .. }), "{behind}: {error}");
    }
    let with_comment = |declared: u8, comment: &[u8]| {
        let mut bytes = bytes.clone();
        let at = bytes.len() - 2;
        bytes[at] = declared;
        open([bytes, comment.to_vec()].concat())
    };
    assert!(with_comment(5, b"hello").is_ok());
    for wrong in [with_comment(4, b"hello"), with_comment(6, b"hello"), with_comment(0, b"PK")] {
        assert!(wrong.err().unwrap().to_string().contains("behind its end record"));
    }
    // Not even the signature may stand in a comment: some programs take the last one for the record.
    assert!(with_comment(4, b"PK\x05\x06").is_ok(), "too short to be a record");
    let long = [b"PK\x05\x06".to_vec(), vec![0; 20]].concat();
    assert!(with_comment(24, &long).err().unwrap().to_string().contains("two end records"));
    let before = [b"#!/bin/sh\n".to_vec(), bytes.clone()].concat();
    assert!(matches!(open(before), Err(Error::NotAnArchive { .. })));
    let mut disk = bytes;
    let end = disk.len() - 22;
    disk[end + 4] = 1;
    assert!(open(disk).err().unwrap().to_string().contains("multi-disk"));
}

#[test]
fn two_end_records_that_readers_choose_between_differently_are_refused() {
    let mut bytes = archive(&[a()]);
    let fake = archive_of_nothing();
    let at = bytes.len() - 2;
    bytes[at] = u8::try_from(fake.len() + 1).unwrap();
    bytes.extend([fake, vec![b'!']].concat());
    assert!(open(bytes).err().unwrap().to_string().contains("two end records"));
}

#[test]
fn local_headers_must_agree_with_the_directory() {
    let cases = [
        Raw { local_name: b"b".to_vec(), ..a() },
        Raw { local_method: 8, ..a() },
        Raw { local_size: 3, ..a() },
        Raw { behind: b"PK\x03\x04 something hidden here".to_vec(), ..a() },
        Raw { behind: b"x".to_vec(), ..a() },
        Raw { size: 3, local_size: 3, ..a() },
    ];
    for case in cases {
        let error = refusal(&[case]);
        assert!(matches!(&error, Error::HeaderMismatch { entry, .. } if entry == "a"), "{error}");
    }
}

#[test]
fn encryption_other_methods_and_special_files_are_refused() {
    let cases = [
        (Raw { flags: 1, ..a() }, "encryption"),
        (Raw { method: 12, local_method: 12, ..a() }, "compression method 12"),
        (Raw { external: 0o120_777 << 16, ..a() }, "symbolic link"),
        (Raw { external: 0o020_666 << 16, ..a() }, "device"),
    ];
    for (case, feature) in cases {
        let error = refusal(&[case]);
        assert!(
            matches!(&error, Error::Unsupported { entry, feature: found } if entry == "a" && found.contains(feature)),
            "{error}"
        );
    }
    assert!(open(archive(&[Raw { external: 0o100_644 << 16, ..a() }])).is_ok());
    assert!(matches!(refusal(&[Raw::stored("d/", b"x")]), Error::Damaged { .. }));
}

#[test]
fn a_wrong_checksum_surfaces() {
    for wrong in [Raw { crc: 1, ..a() }, Raw { crc: 1, ..Raw::deflated("a", &[1; 3000]) }] {
        let mut archive = open(archive(&[wrong])).unwrap();
        assert!(matches!(archive.verify(), Err(Error::Damaged { entry, .. }) if entry == "a"));
        assert!(archive.read("a", MIB).is_err());
    }
}

#[test]
fn data_descriptors_are_fine() {
    let mut writer = ZipWriter::new_stream(Vec::new());
    for name in ["a", "dir/b"] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&[3; 100]).unwrap();
    }
    let mut archive = open(writer.finish().unwrap().into_inner()).unwrap();
    archive.verify().unwrap();
    assert_eq!(archive.entries().len(), 2);
}

/// A file of a given length that has nothing in it.
struct Hollow {
    length: u64,
    at: u64,
}

impl Read for Hollow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = (buffer.len() as u64).min(self.length - self.at);
        self.at += count;
        Ok(count as usize)
    }
}

impl Seek for Hollow {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(offset) => self.length.saturating_add_signed(offset),
            SeekFrom::Current(offset) => self.at.saturating_add_signed(offset),
        };
        Ok(self.at)
    }
}

#[test]
fn a30_one_byte_more_than_the_limit_is_refused_unread() {
    let of = |length| Archive::open(Hollow { length, at: 0 }, Limits::default()).err().unwrap();
    let error = of(500 * MIB + 1);
    assert!(matches!(error, Error::ArchiveTooLarge { .. }) && error.is_size_limit(), "{error}");
    assert!(!of(500 * MIB).is_size_limit());
}

#[test]
fn a31_zip64_headers_on_a_small_archive_are_accepted() {
    let bytes = archive(&[Raw { zip64: true, ..a() }, Raw { zip64: true, ..Raw::deflated("b", &[1; 3000]) }]);
    let mut archive = open(bytes).unwrap();
    archive.verify().unwrap();
    assert_eq!(archive.read("b", MIB).unwrap(), [1; 3000]);
}
